"""`storage`: what a workspace occupies, and the freeing of what nobody needs."""

from __future__ import annotations

import argparse
import asyncio
import json

from core.schema.storage import Storage
from desktop.command import Command
from desktop.workspace import looked_at, opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--free", action="store_true", help="remove intermediate results that nobody needs")
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true")


def execute(arguments: argparse.Namespace) -> int:
    """Tell the sizes, after freeing where that is asked for."""
    return asyncio.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    freed = None
    named = arguments.workspace
    async with opened(named, "main.py storage") if arguments.free else looked_at(named) as project:
        if arguments.free:
            freed = await project.free_storage()
        storage = await project.storage()
    if arguments.json:
        totals = {"bytes": storage.bytes, "unused_bytes": storage.unused_bytes}
        document = {**json.loads(storage.model_dump_json()), **totals}
        print(json.dumps(document if freed is None else {**document, "freed_bytes": freed}, indent=2))
    else:
        _say(storage, freed)
    return 0


def _say(storage: Storage, freed: int | None) -> None:
    if freed is not None:
        print(f"Freed {_size(freed)}.\n" if freed else "There was nothing to free.\n")
    for stage in storage.stages:
        unused = f"  {_size(stage.unused_bytes)} unused" if stage.unused_count else ""
        print(f"{stage.stage:<20} {stage.count:>6}  {_size(stage.bytes):>10}{unused}")
    other = f"  {_size(storage.other_unused_bytes)} unused" if storage.other_unused_bytes else ""
    print(f"{'everything else':<20} {'':>6}  {_size(storage.other_bytes):>10}{other}")
    print(f"{'the workspace':<20} {'':>6}  {_size(storage.bytes):>10}")
    print(f"{'finished files':<20} {'':>6}  {_size(storage.exported_bytes):>10}  (always stay)")
    print(f"{'free on the disk':<20} {'':>6}  {_size(storage.free_bytes):>10}")
    if storage.unused_bytes and freed is None:
        print(f"\n{_size(storage.unused_bytes)} can be freed with: main.py storage --free")


def _size(size_bytes: int) -> str:
    for unit, scale in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if size_bytes >= scale:
            return f"{size_bytes / scale:.1f} {unit}"
    return f"{size_bytes} B"


COMMAND = Command("storage", "what a workspace occupies; --free removes what nobody needs", add_arguments, execute)
