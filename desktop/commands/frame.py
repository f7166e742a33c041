"""`frame`: framing alone, as data."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import get_args

from core.schema.choice import Aspect
from desktop import paths
from desktop.command import Command
from desktop.json_file import write_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("source", metavar="SOURCE", type=Path)
    parser.add_argument("--start", type=float, default=0.0, metavar="S")
    parser.add_argument("--end", type=float, metavar="S", help="default: the end")
    parser.add_argument("--aspect", default="9:16", choices=get_args(Aspect))
    parser.add_argument("--json-out", type=Path, required=True, metavar="FILE")


def execute(arguments: argparse.Namespace) -> int:
    """Write `{"frames": [...]}` for every frame of the clip, in pixels of the upright source."""
    from core.framing_document import framing_document

    document = framing_document(
        arguments.source, arguments.start, arguments.end, arguments.aspect, paths.weights_folder()
    )
    write_json(document, arguments.json_out)
    return 0


COMMAND = Command("frame", "framing alone, as data", add_arguments, execute)
