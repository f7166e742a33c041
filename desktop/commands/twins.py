"""`twins`: clips of different runs that say nearly the same."""

from __future__ import annotations

import argparse
import json

from core.schema.twin import TwinPair, TwinSide
from desktop import loop
from desktop.command import Command
from desktop.workspace import looked_at


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true")


def execute(arguments: argparse.Namespace) -> int:
    """Print the pairs, the most alike first."""
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    async with looked_at(arguments.workspace) as project:
        pairs = await project.twin_pairs()
    if arguments.json:
        print(json.dumps([pair.model_dump(mode="json") for pair in pairs], indent=2, ensure_ascii=False))
        return 0
    for pair in pairs:
        _say(pair)
    if not pairs:
        print("No two clips of different runs say nearly the same.")
    return 0


def _say(pair: TwinPair) -> None:
    print(f"{round(100 * pair.share)} % the same")
    for side in (pair.one, pair.other):
        print(f"  {_side(side)}")


def _side(side: TwinSide) -> str:
    minutes, seconds = divmod(int(side.at), 60)
    place = f"{side.source_name} {minutes}:{seconds:02d}"
    told = f"{place}, {side.seconds:.0f} s, score {side.score:.0f}, {side.decision}"
    return f"{side.clip_id[:8]}  {side.title}  ({told})"


COMMAND = Command("twins", "clips of different runs that say nearly the same", add_arguments, execute)
