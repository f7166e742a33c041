"""`resume`: go on with what was cut off, or try again what failed."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from core.errors import UserWorldError, WorkspaceError
from core.project import Project
from core.schema.batch import Batch, BatchItem
from core.schema.run import RunRecord
from desktop import loop
from desktop.command import Command
from desktop.commands.run import of_batch
from desktop.progress import Progress
from desktop.report import Report, finished, published, watched
from desktop.workspace import opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "runs",
        nargs="*",
        metavar="RUN",
        help="id of a run, a batch or one of its sources, or the start of one; what failed in it is tried again"
        " (default: all that was cut off)",
    )
    parser.add_argument("--workspace", metavar="DIR", help="workspace folder (default: your own)")
    parser.add_argument("--json", action="store_true", help="one JSON event a line on standard output")


def execute(arguments: argparse.Namespace) -> int:
    """Go on, and return 0 when everything came to a good end."""
    return loop.run(_execute(arguments))


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
                run_ids, items = await _take_up(project, arguments.runs)
                await asyncio.gather(*(_again(project, batch, item, report) for batch, item in items))
                for run_id in run_ids:
                    await finished(project, run_id)
                waiting = project.publications.runs_under_way()
                for run_id in waiting.union(run_ids):
                    await published(project, run_id, report)
            for run_id in run_ids:
                await report.add(project, run_id)
            failed = [run for run in project.runs() if run.state in ("failed", "delivery_failed")]
        if not run_ids and not items and not waiting and not arguments.json:
            print("Nothing was cut off.")
            for run in failed:
                print(f"{run.source_name} failed; try it again with: main.py resume {run.id[:6]}")
    except UserWorldError as error:
        report.errors.append(str(error))
    return report.close(progress, arguments.json)


Items = list[tuple[Batch, BatchItem]]


async def _take_up(project: Project, named: list[str]) -> tuple[list[str], Items]:
    """Set runs going and return their ids, and the sources that have yet to come to a run."""
    if not named:
        return project.go_on(), project.batches.left()
    run_ids: list[str] = []
    items: Items = []
    for start in named:
        of_batches = project.batches.items(start)
        if not of_batches:
            run_ids.append(project.find_run(start).id)
        elif len({batch.id for batch, _ in of_batches}) > 1 or _is_run(project, start):
            raise WorkspaceError(f"There are several whose id starts with {start}.", remedy="Give more of it.")
        for batch, item in of_batches:
            if project.batches.has_run(item):
                run_ids += [item.run_id] if len(of_batches) == 1 or _needs_work(project.run(item.run_id)) else []
            else:
                items.append((batch, item))
    taken_up: list[str] = []
    for run_id in dict.fromkeys(run_ids):
        mended = await project.batches.mended(project.run(run_id))
        if mended is not None:
            items.append(mended)
            continue
        await project.resume(run_id)
        taken_up.append(run_id)
    return taken_up, items


def _is_run(project: Project, start: str) -> bool:
    return any(run.id.startswith(start) for run in project.runs())


def _needs_work(run: RunRecord) -> bool:
    return run.state in ("started", "failed", "delivery_failed") or run.is_paused


async def _again(project: Project, batch: Batch, item: BatchItem, report: Report) -> None:
    """Bring in a source of a batch that did not come to a run, with what was chosen for the batch."""
    arguments = argparse.Namespace(cookies=None, ignore_space=False, anew="")
    await of_batch(project, batch, item, arguments, report)
    project.batches.end(batch.id)


COMMAND = Command(
    "resume", "go on with runs that were cut off; those named are tried again", add_arguments, execute
)
