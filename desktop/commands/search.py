"""`search`: what was said, anywhere in a workspace."""

from __future__ import annotations

import argparse
import asyncio
import json

from desktop.command import Command
from desktop.workspace import looked_at


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("words", nargs="+", metavar="WORD", help="all must be said; the start of a word will do")
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true")


def execute(arguments: argparse.Namespace) -> int:
    """Print matching lines, best first."""
    return asyncio.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    async with looked_at(arguments.workspace) as project:
        names = {source.id: source.name for source in project.sources()}
        found = project.search(" ".join(arguments.words))
    if arguments.json:
        print(json.dumps([{**line, "source": names.get(line["source_id"], "")} for line in found], indent=2))
        return 0
    for line in found:
        at = int(line["start"])
        who = f"{line['speaker']}: " if line["speaker"] else ""
        print(f"{names.get(line['source_id'], '?')}  {at // 60}:{at % 60:02d}  {who}{line['text']}")
    if not found:
        print("Nothing was found.")
    return 0


COMMAND = Command("search", "search what was said", add_arguments, execute)
