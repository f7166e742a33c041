"""`restyle`: give finished runs another style; only what hangs on the style is done again."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from core.errors import UserWorldError, WorkspaceError
from core.project import Project
from desktop import loop
from desktop.command import Command
from desktop.progress import Progress
from desktop.report import Report, finished, watched
from desktop.workspace import opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("style", metavar="NAME[@VERSION]", help="the style that clips get")
    parser.add_argument("runs", nargs="*", metavar="RUN", help="run id, or the start of one")
    parser.add_argument("--all", action="store_true", help="every run of the workspace that is through")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done again, and do nothing")
    parser.add_argument("--workspace", metavar="DIR", help="workspace folder (default: your own)")
    parser.add_argument("--json", action="store_true", help="one JSON event a line on standard output")


def execute(arguments: argparse.Namespace) -> int:
    """Restyle, and return 0 when everything came to a good end."""
    if bool(arguments.runs) == arguments.all:
        print("error: name the runs, or say --all", file=sys.stderr)
        return 2
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    if arguments.workspace and not Path(arguments.workspace, "workspace.sqlite").is_file():
        raise WorkspaceError("There is no workspace here.", arguments.workspace, remedy="Check the folder's name.")
    report = Report()
    progress = Progress(is_json=arguments.json)
    try:
        async with opened(arguments.workspace, "main.py restyle") as project:
            run_ids = _chosen(project, arguments)
            if arguments.dry_run:
                for run_id in run_ids:
                    print(_foreseen(project, run_id, arguments.style))
                return 0
            # The queue of the window stays paused; who gives a command wants its work done.
            project.release_queue(is_kept=False)
            async with watched(project, progress):
                for run_id in run_ids:
                    await project.replay(run_id, style=arguments.style)
                for run_id in run_ids:
                    await finished(project, run_id)
            for run_id in run_ids:
                await report.add(project, run_id)
    except UserWorldError as error:
        report.errors.append(str(error))
    return report.close(progress, arguments.json)


def _chosen(project: Project, arguments: argparse.Namespace) -> list[str]:
    if arguments.all:
        return [run.id for run in project.runs() if run.state in ("analysis_complete", "fully_generated")]
    return list(dict.fromkeys(project.find_run(start).id for start in arguments.runs))


def _foreseen(project: Project, run_id: str, style: str) -> str:
    """Return what restyling a run does again and what it keeps, in a line."""
    redo = project.foresee(run_id, style=style)
    name = project.run(run_id).source_name
    if not redo.stages:
        return f"{name}: nothing changes."
    again = ", ".join(f"{each.stage} ×{each.jobs}" for each in redo.stages)
    return f"{name}: again {again}; kept: {', '.join(redo.kept) or 'nothing'}."


COMMAND = Command("restyle", "give finished runs another style, doing nothing else again", add_arguments, execute)
