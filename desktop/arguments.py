"""What the window is started with: `[--workspace DIR] [FILE …]`. Read before anything heavy is loaded."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path


def window_arguments(arguments: Sequence[str]) -> tuple[list[Path], str | None]:
    """Return the files to import and the workspace that was named.

    Raises:
        SystemExit: Wrong usage.
    """
    parser = argparse.ArgumentParser(prog="main.py")
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("files", nargs="*", metavar="FILE", type=Path)
    parsed = parser.parse_args(arguments)
    return parsed.files, parsed.workspace
