"""`handoff`: clips of a run for an editing program, and what it changed of them taken back."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from core.export.handoffs import HANDOFFS
from core.project import Project
from core.schema.handoff import Readback
from desktop import loop
from desktop.command import Command
from desktop.taken_back import tell
from desktop.workspace import looked_at, opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("run", metavar="RUN", help="run id, or the start of one")
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--format",
        choices=[member.NAME for member in HANDOFFS],
        default="fcpxml",
        help="; ".join(f"{member.NAME}: {member.TITLE}" for member in HANDOFFS),
    )
    what.add_argument(
        "--read", type=Path, metavar="FILE", help="say what a file that came back changes of the clips"
    )
    parser.add_argument("--apply", action="store_true", help="with --read: take it over, as one step of undo")
    parser.add_argument(
        "--clips", metavar="IDS", default="", help="clip ids, comma-separated (default: the approved)"
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="the file, or a folder in which it takes a free name"
    )
    parser.add_argument("--each", action="store_true", help="a file of each clip alone, in the folder")
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true")


def execute(arguments: argparse.Namespace) -> int:
    """Write or read; return 0, or 2 where --apply has nothing to apply."""
    if arguments.apply and arguments.read is None:
        print("error: --apply takes over what --read finds", file=sys.stderr)
        return 2
    return loop.run(_read(arguments) if arguments.read else _write(arguments))


async def _write(arguments: argparse.Namespace) -> int:
    async with looked_at(arguments.workspace) as project:
        run = project.find_run(arguments.run)
        wanted = [name for name in map(str.strip, arguments.clips.split(",")) if name]
        place = arguments.out or project.folder / "exports" / run.source_name
        made = await project.hand_off.write(run.id, wanted, arguments.format, place, arguments.each)
    for told in made.told:
        print(f"note: {told}", file=sys.stderr)
    if arguments.json:
        print(json.dumps(made.model_dump(mode="json"), indent=2, ensure_ascii=False))
    else:
        print("\n".join(map(str, made.files)))
    return 0


async def _read(arguments: argparse.Namespace) -> int:
    if not arguments.apply:
        async with looked_at(arguments.workspace) as project:
            found = await project.hand_off.read(project.find_run(arguments.run).id, arguments.read)
        tell(found, 0, arguments.json)
        return 0
    async with opened(arguments.workspace, "main.py handoff") as project:
        tell(*await _applied(project, arguments), arguments.json)
    return 0


async def _applied(project: Project, arguments: argparse.Namespace) -> tuple[Readback, int]:
    run_id = project.find_run(arguments.run).id
    found = await project.hand_off.read(run_id, arguments.read)
    wanted = {name for name in map(str.strip, arguments.clips.split(",")) if name}
    changes = [change for change in found.changes if not wanted or change.clip_id in wanted]
    return found, await project.hand_off.apply(run_id, changes)


COMMAND = Command("handoff", "clips for an editing program, and its changes taken back", add_arguments, execute)
