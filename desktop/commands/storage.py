"""`storage`: what a workspace occupies, and the freeing of what nobody needs."""

from __future__ import annotations

import argparse
import json
from datetime import datetime

from core.errors import WorkspaceError
from core.schema.storage import Storage, Tidied, TidyLimits
from desktop import loop
from desktop.command import Command
from desktop.workspace import looked_at, opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--free", action="store_true", help="remove intermediate results that nobody needs")
    parser.add_argument(
        "--keep-days", type=int, metavar="N", help="keep what nobody needs N days at most (0: no limit)"
    )
    parser.add_argument(
        "--keep-gb",
        type=float,
        metavar="N",
        help="keep N GB of intermediate results at most: of what nobody needs the oldest goes (0: no limit)",
    )
    parser.add_argument("--tidy", action="store_true", help="remove now what is beyond these limits")
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true")


def execute(arguments: argparse.Namespace) -> int:
    """Tell the sizes, after freeing where that is asked for."""
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    freed = None
    named = arguments.workspace
    changed = _limits(arguments)
    is_work = arguments.free or arguments.tidy or bool(changed)
    async with opened(named, "main.py storage") if is_work else looked_at(named) as project:
        if changed:
            project.set_tidy_limits(TidyLimits(**{**dict(project.tidy_limits), **changed}))
        if arguments.free:
            freed = await project.free_storage()
        elif arguments.tidy:
            freed = await project.tidy_storage()
        storage, limits, tidied = await project.storage(), project.tidy_limits, project.tidied()
    if arguments.json:
        totals = {
            "bytes": storage.bytes,
            "unused_bytes": storage.unused_bytes,
            "limits": dict(limits),
            "tidied": dict(tidied) if tidied else None,
        }
        document = {**json.loads(storage.model_dump_json()), **totals}
        print(json.dumps(document if freed is None else {**document, "freed_bytes": freed}, indent=2))
    else:
        _say(storage, freed)
        print(_limits_words(limits, tidied))
    return 0


def _limits(arguments: argparse.Namespace) -> dict[str, int]:
    """Return the limits that were given.

    Raises:
        WorkspaceError: One is below nothing.
    """
    days, gigabytes = arguments.keep_days, arguments.keep_gb
    if (days or 0) < 0 or (gigabytes or 0) < 0:
        raise WorkspaceError("A limit is 0 or more.", remedy="0 is no limit.")
    given = {"days": days, "most_bytes": None if gigabytes is None else round(gigabytes * 1e9)}
    return {name: value for name, value in given.items() if value is not None}


def _limits_words(limits: TidyLimits, tidied: Tidied | None) -> str:
    if not limits.is_set:
        return "\nIntermediate results are kept until you free them (limits: --keep-days N, --keep-gb N)."
    parts = [f"{limits.days} days at most"] if limits.days else []
    if limits.most_bytes:
        parts.append(f"{_size(limits.most_bytes)} at most in all")
    told = f"\nWhat nobody needs is kept {', '.join(parts)}; it is looked after at quiet moments."
    when = f"{datetime.fromtimestamp(tidied.at):%Y-%m-%d %H:%M}" if tidied else ""
    return told + (f" Last removed: {_size(tidied.bytes)} on {when}." if tidied else "")


def _say(storage: Storage, freed: int | None) -> None:
    if freed is not None:
        print(f"Freed {_size(freed)}.\n" if freed else "There was nothing to free.\n")
    for stage in storage.stages:
        unused = f"  {_size(stage.unused_bytes)} unused" if stage.unused_count else ""
        print(f"{stage.stage:<20} {stage.count:>6}  {_size(stage.bytes):>10}{unused}")
    _say_line("downloads", storage.downloads_bytes, storage.downloads_unused_bytes)
    _say_line("films of sheets", storage.films_bytes, storage.films_bytes)
    other = f"  {_size(storage.other_unused_bytes)} unused" if storage.other_unused_bytes else ""
    print(f"{'everything else':<20} {'':>6}  {_size(storage.other_bytes):>10}{other}")
    print(f"{'the workspace':<20} {'':>6}  {_size(storage.bytes):>10}")
    print(f"{'finished files':<20} {'':>6}  {_size(storage.exported_bytes):>10}  (always stay)")
    print(f"{'free on the disk':<20} {'':>6}  {_size(storage.free_bytes):>10}")
    if storage.unused_bytes and freed is None:
        print(f"\n{_size(storage.unused_bytes)} can be freed with: main.py storage --free")


def _say_line(name: str, size_bytes: int, unused_bytes: int) -> None:
    if size_bytes:
        unused = f"  {_size(unused_bytes)} unused" if unused_bytes else ""
        print(f"{name:<20} {'':>6}  {_size(size_bytes):>10}{unused}")


def _size(size_bytes: int) -> str:
    for unit, scale in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if size_bytes >= scale:
            return f"{size_bytes / scale:.1f} {unit}"
    return f"{size_bytes} B"


COMMAND = Command("storage", "what a workspace occupies; --free removes what nobody needs", add_arguments, execute)
