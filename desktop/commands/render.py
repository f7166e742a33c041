"""`render`: one composition to one file."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.errors import RenderError
from desktop.command import Command
from desktop.composition_file import read_composition


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("composition", metavar="COMPOSITION.json", type=Path)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")


def execute(arguments: argparse.Namespace) -> int:
    """Render; the file appears under its name only when it is whole."""
    from core.render.engine import render

    composition = read_composition(arguments.composition)
    out: Path = arguments.out
    partial = out.with_name(f".{out.stem}.part.mp4")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        delivery = render([composition], [partial])[0]
        partial.replace(out)
    except OSError as error:
        raise RenderError(f"The file can't be written ({error.strerror}).", str(out)) from error
    finally:
        partial.unlink(missing_ok=True)
    print(f"{out}  {delivery.width}×{delivery.height}  {delivery.duration:.2f} s")
    return 0


COMMAND = Command("render", "one composition to one file", add_arguments, execute)
