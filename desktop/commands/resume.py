"""`resume`: go on with what was cut off, or try again what failed."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from core.errors import UserWorldError, WorkspaceError
from core.project import Project
from desktop.command import Command
from desktop.progress import Progress
from desktop.report import Report, finished, published, watched
from desktop.workspace import opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "runs",
        nargs="*",
        metavar="RUN",
        help="run id, or the start of one; what failed in it is tried again (default: all that was cut off)",
    )
    parser.add_argument("--workspace", metavar="DIR", help="workspace folder (default: your own)")
    parser.add_argument("--json", action="store_true", help="one JSON event a line on standard output")


def execute(arguments: argparse.Namespace) -> int:
    """Go on, and return 0 when everything came to a good end."""
    return asyncio.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    if arguments.workspace and not Path(arguments.workspace, "workspace.sqlite").is_file():
        raise WorkspaceError("There is no workspace here.", arguments.workspace, remedy="Check the folder's name.")
    report = Report()
    progress = Progress(is_json=arguments.json)
    try:
        async with opened(arguments.workspace, "main.py resume") as project:
            # The queue of the window stays paused; who gives a command wants its work done.
            project.release_queue(is_kept=False)
            async with watched(project, progress):
                run_ids = await _take_up(project, arguments.runs)
                for run_id in run_ids:
                    await finished(project, run_id)
                waiting = {each.run_id for each in project.publications.unfinished()}
                for run_id in waiting.union(run_ids):
                    await published(project, run_id, report)
            for run_id in run_ids:
                await report.add(project, run_id)
            failed = [run for run in project.runs() if run.state in ("failed", "delivery_failed")]
        if not run_ids and not waiting and not arguments.json:
            print("Nothing was cut off.")
            for run in failed:
                print(f"{run.source_name} failed; try it again with: main.py resume {run.id[:6]}")
    except UserWorldError as error:
        report.errors.append(str(error))
    return report.close(progress, arguments.json)


async def _take_up(project: Project, named: list[str]) -> list[str]:
    """Set runs going and return their ids."""
    if not named:
        return project.go_on()
    run_ids = list(dict.fromkeys(project.find_run(start).id for start in named))
    for run_id in run_ids:
        await project.resume(run_id)
    return run_ids


COMMAND = Command(
    "resume", "go on with runs that were cut off; those named are tried again", add_arguments, execute
)
