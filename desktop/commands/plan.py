"""`plan`: candidates for a transcript alone."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from desktop.command import Command
from desktop.json_file import write_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("transcript", metavar="TRANSCRIPT.json", type=Path)
    parser.add_argument("--top", type=int, default=10, metavar="N", help="how many candidates (default: 10)")
    parser.add_argument("--json-out", type=Path, metavar="FILE", help="write there instead of standard output")


def execute(arguments: argparse.Namespace) -> int:
    """Write `{"clips": [...]}`."""
    from core.highlights.plan import plan_document
    from core.speech.sidecar import read_transcript

    transcript = read_transcript(arguments.transcript, None, 0.0)
    if not 1 <= arguments.top <= 200:
        print("error: --top must be between 1 and 200", file=sys.stderr)
        return 2
    write_json(plan_document(transcript, arguments.top), arguments.json_out)
    return 0


COMMAND = Command("plan", "candidates for a transcript alone", add_arguments, execute)
