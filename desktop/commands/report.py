"""`report`: what was made, what was not and why, told the morning after."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from core.morning.saving import check_form, told, write_report
from core.project import Project
from core.schema.morning import MorningReport
from desktop import loop
from desktop.command import Command
from desktop.morning import moment_of, workspace_of
from desktop.workspace import looked_at

_DAY_SECONDS = 86400.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("runs", nargs="*", metavar="RUN", help="of these runs alone: ids, or the starts of them")
    parser.add_argument(
        "--since", default="", metavar="TIME", help="all since then: 12h, 2d, 22:30, or a date (with a time)"
    )
    parser.add_argument("--batch", default="", metavar="ID", help="of this batch (default: the latest)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write it there, as .html, .md or .json")
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true")


def execute(arguments: argparse.Namespace) -> int:
    """Tell it, or write it to a file."""
    if arguments.out:
        check_form(arguments.out)
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    async with looked_at(arguments.workspace) as project:
        report = await _asked(project, arguments)
    if arguments.out:
        print(write_report(report, arguments.out))
    else:
        print(told(report, ".json" if arguments.json else ".md"), end="")
    return 0


async def _asked(project: Project, arguments: argparse.Namespace) -> MorningReport:
    where = workspace_of(project)
    if arguments.runs:
        run_ids = dict.fromkeys(project.find_run(start).id for start in arguments.runs)
        return await project.morning.of_runs(list(run_ids), where)
    if arguments.since:
        return await project.morning.since(moment_of(arguments.since), where)
    if arguments.batch:
        return await project.morning.of_batch(project.batches.find(arguments.batch), where)
    batches = project.batches.all()
    if batches:
        return await project.morning.of_batch(batches[0], where)
    return await project.morning.since(time.time() - _DAY_SECONDS, where)


COMMAND = Command("report", "what was made, what was not and why, and what to do about it", add_arguments, execute)
