"""The preset of a command line. Which ones there are depends on the workspace, so what is none is told by that."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from core.render.presets import built_in_presets

if TYPE_CHECKING:
    from core.project import Project
    from core.schema.run import RunOptions

PRESET_HELP = (
    f"how files are encoded: {', '.join(preset.name for preset in built_in_presets())}, or one of your own"
    " (see presets)"
)


def warn_of_presets(project: Project, options: RunOptions) -> None:
    """Say on standard error which presets are used though they were removed."""
    for doubt in project.own_presets.doubts(options):
        print(f"warning: {doubt}", file=sys.stderr)


def add_preset_argument(parser: argparse._ActionsContainer) -> None:
    """Declare `--preset`; empty where it is not given."""
    parser.add_argument("--preset", default="", metavar="NAME", help=PRESET_HELP)
