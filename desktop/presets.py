"""The preset of a command line. Which ones there are depends on the workspace, so what is none is told by that."""

from __future__ import annotations

import argparse

from core.render.presets import built_in_presets

PRESET_HELP = (
    f"how files are encoded: {', '.join(preset.name for preset in built_in_presets())}, or one of your own"
    " (see presets)"
)


def add_preset_argument(parser: argparse._ActionsContainer) -> None:
    """Declare `--preset`; empty where it is not given."""
    parser.add_argument("--preset", default="", metavar="NAME", help=PRESET_HELP)
