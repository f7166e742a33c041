"""`log`: what happened in a workspace, and what failed where and why."""

from __future__ import annotations

import argparse
import asyncio
import json
import time

from core.project import Project
from core.schema.log import LogFilter
from core.schema.run import LogLine
from core.stages import STAGE_NAMES, STAGES
from desktop import loop
from desktop.command import Command
from desktop.logs import timestamp
from desktop.workspace import looked_at

_EVERY = 0.5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--run", default="", metavar="RUN", help="of one run: its id, or the start of it")
    parser.add_argument(
        "--stage", default="", choices=[stage.name for stage in STAGES], metavar="STAGE", help=STAGE_NAMES
    )
    parser.add_argument("--clip", default="", metavar="CLIP", help="of one clip: its id, or the end of it")
    parser.add_argument("--level", default="", choices=("info", "warning", "error"), help="this or worse")
    parser.add_argument("--failed", action="store_true", help="only what tells of an error")
    parser.add_argument("--limit", type=_count, default=0, metavar="N", help="the newest N lines")
    parser.add_argument("--follow", action="store_true", help="go on with what is added, until Ctrl+C")
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number above 0")
    return int(text)


def execute(arguments: argparse.Namespace) -> int:
    """Print lines of the log, oldest first."""
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    async with looked_at(arguments.workspace) as project:
        wanted = _wanted(project, arguments)
        mark, lines = project.log_after(0, wanted)
        _print(project, lines, arguments.json)
    if not (lines or arguments.json or arguments.follow):
        print("Nothing of that is in the log.")
    while arguments.follow:
        # A look reads the workspace as it is; a program that began to work in it since is seen by a new one.
        await asyncio.sleep(_EVERY)
        project = Project.look(project.folder, project.configuration)
        mark, lines = project.log_after(mark, wanted.model_copy(update={"limit": 0}))
        _print(project, lines, arguments.json)
        await project.close()
    return 0


def _wanted(project: Project, arguments: argparse.Namespace) -> LogFilter:
    run_id = project.find_run(arguments.run).id if arguments.run else ""
    return LogFilter(
        run_id=run_id,
        stage=arguments.stage,
        clip_id=arguments.clip,
        level=arguments.level,
        is_failure=arguments.failed,
        limit=max(0, arguments.limit),
    )


def _print(project: Project, lines: list[LogLine], is_json: bool) -> None:
    names = {run.id: run.source_name for run in project.runs()} if lines else {}
    for line in lines:
        source = names.get(line.run_id, "")
        print(_as_json(line, source) if is_json else _as_text(line, source), flush=True)


def _as_json(line: LogLine, source: str) -> str:
    document = {
        "at": timestamp(line.at),
        "level": line.level,
        "message": line.message,
        "run": line.run_id,
        "source": source,
        "job": line.job_id,
        "stage": line.stage,
        "clip": line.clip_id,
        "aspect": line.aspect,
        "preset": line.preset,
        "reason": line.reason,
    }
    return json.dumps(document, ensure_ascii=False)


def _as_text(line: LogLine, source: str) -> str:
    when = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(line.at))
    run = f"{line.run_id[:6]} {source}"[:24]
    what = f"{when}  {line.level:<7}  {run:<24}  {line.stage:<17}  {line.clip_id[-10:]:<10}  {line.aspect:<4}"
    # A traceback follows below its line, set apart from the next one.
    message = line.message.rstrip().replace("\n", "\n    ")
    return f"{what}  {line.reason:<16}  {message}".rstrip()


COMMAND = Command("log", "show what happened, and what failed where and why", add_arguments, execute)
