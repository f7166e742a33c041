"""The preset of a command line: one of those there are, told when it is none."""

from __future__ import annotations

import argparse

from core.render.presets import built_in_presets


def add_preset_argument(parser: argparse._ActionsContainer) -> None:
    """Declare `--preset`; empty where it is not given."""
    names = [preset.name for preset in built_in_presets()]
    parser.add_argument(
        "--preset", default="", choices=names, metavar="NAME", help=f"how files are encoded: {', '.join(names)}"
    )
