"""`watch`: files that come to rest in a folder become runs."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from core.errors import UserWorldError, WorkspaceError
from core.project import Project
from core.watching import Watch
from desktop import loop
from desktop.command import Command
from desktop.commands.run import add_run_arguments, changes_of, one, options_of, problem_of
from desktop.progress import Progress
from desktop.report import Report, watched
from desktop.workspace import opened

_LOOK_SECONDS = 1.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where files arrive")
    parser.add_argument(
        "--settle",
        type=float,
        default=10.0,
        metavar="S",
        help="for how many seconds a file has to rest before it is taken (default: 10)",
    )
    parser.add_argument("--once", action="store_true", help="end when all that is there was taken")
    add_run_arguments(parser)


def execute(arguments: argparse.Namespace) -> int:
    """Watch until it is stopped; with `--once` return 0 when everything was delivered."""
    problem = problem_of(arguments) or ("--settle must not be below 0" if arguments.settle < 0 else "")
    if problem:
        print(f"error: {problem}", file=sys.stderr)
        return 2
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    folder = arguments.folder.expanduser().absolute()
    if not folder.is_dir():
        raise WorkspaceError("There is no folder to watch.", str(folder), remedy="Check its name.")
    progress = Progress(is_json=arguments.json)
    async with opened(arguments.workspace, "main.py watch", changes_of(arguments)) as project:
        project.release_queue(is_kept=False)
        async with watched(project, progress):
            intake = _Intake(project, arguments, progress)
            await intake.watch(Watch(folder, arguments.settle))
    return 1 if intake.has_failed else 0


class _Intake:
    """Takes what comes to rest, several at a time: the queue says in which order they are worked on."""

    def __init__(self, project: Project, arguments: argparse.Namespace, progress: Progress) -> None:
        self._project = project
        self._arguments = arguments
        self._options = options_of(arguments, project)
        self._progress = progress
        self._taken = {run.source_id for run in project.runs()}
        self.has_failed = False

    async def watch(self, watch: Watch) -> None:
        """Look about once a second; with `--once` until all that is there was taken."""
        working: set[asyncio.Task[None]] = set()
        try:
            while True:
                for path in await asyncio.to_thread(watch.look):
                    task = asyncio.ensure_future(self._take(path))
                    working.add(task)
                    task.add_done_callback(working.discard)
                if self._arguments.once and not watch.waiting():
                    break
                await asyncio.sleep(_LOOK_SECONDS)
            await asyncio.gather(*working)
        finally:
            for task in working:
                task.cancel()

    async def _take(self, path: Path) -> None:
        """Make a run of a file, unless one was made of the same content before, whatever it was called."""
        report = Report()
        try:
            source = await self._project.import_source(path)
        except UserWorldError as error:
            # One whose writer paused too long is looked at again when it changes.
            report.errors.append(str(error))
        else:
            if source.id in self._taken:
                return
            self._taken.add(source.id)
            await one(self._project, str(path), self._arguments, report, self._options)
        self.has_failed |= report.close(self._progress, self._arguments.json) != 0


COMMAND = Command("watch", "make clips of every file that arrives in a folder", add_arguments, execute)
