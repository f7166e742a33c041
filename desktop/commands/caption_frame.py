"""`caption-frame`: the exact frame that an export has at a time."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.errors import ExportError
from desktop.command import Command
from desktop.composition_file import read_composition


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("composition", metavar="COMPOSITION.json", type=Path)
    parser.add_argument("--at", type=float, required=True, metavar="S", help="second of the clip")
    parser.add_argument("--out", type=Path, required=True, metavar="PNG")


def execute(arguments: argparse.Namespace) -> int:
    """Write the frame as PNG."""
    import cv2

    from core.render.still import exact_frame

    composition = read_composition(arguments.composition)
    if not 0.0 <= arguments.at <= composition.duration:
        raise ExportError(f"--at {arguments.at:g} is outside the clip (0 to {composition.duration:.2f} s).")
    frame = exact_frame(composition, arguments.at)
    written, data = cv2.imencode(".png", cv2.cvtColor(frame, cv2.COLOR_RGB2BGR))
    try:
        arguments.out.write_bytes(data.tobytes())
    except OSError as error:
        raise ExportError(f"The picture can't be written ({error.strerror}).", str(arguments.out)) from error
    return 0 if written else 1


COMMAND = Command("caption-frame", "the exact frame that an export has at a time", add_arguments, execute)
