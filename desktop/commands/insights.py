"""`insights`: what a talk is about: summary, chapters, topics, quotes, questions answered, talk time."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import TranscriptError, WorkspaceError
from core.project import Project
from desktop import loop
from desktop.command import Command
from desktop.json_file import write_text
from desktop.workspace import looked_at, opened

if TYPE_CHECKING:
    from core.schema.insights import Insights
    from core.schema.run import RunRecord

_TRANSCRIPTS = (".json", ".srt", ".vtt", ".ass", ".ssa", ".txt")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "subject",
        metavar="RUN|SOURCE|TRANSCRIPT",
        help="run id or the start of one, a file that was run, or a transcript (.json, .srt, .vtt, .txt)",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help="as a document (what is printed by default)")
    form.add_argument("--json", action="store_true")
    form.add_argument(
        "--chapters", action="store_true", help="the chapters alone, as a YouTube description takes them"
    )
    form.add_argument(
        "--youtube", action="store_true", help="a description for YouTube: subject, chapters, hashtags"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="write there instead of standard output")
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument(
        "--write",
        action="store_true",
        help="have your language model write summary, titles of chapters, quotes, a description; it costs",
    )
    asked.add_argument("--forget", action="store_true", help="go back to what is made without a language model")
    parser.add_argument("--workspace", metavar="DIR")


def execute(arguments: argparse.Namespace) -> int:
    """Print or write the insights; return 0, or 1 where what was asked for is missing."""
    from core.insights.document import markdown, youtube_chapters, youtube_description

    title, found = loop.run(_found(arguments))
    if arguments.chapters and not found.chapters:
        raise TranscriptError(found.notes["chapters"], title)
    if arguments.json:
        text = json.dumps(found.model_dump(mode="json"), indent=2, ensure_ascii=False) + "\n"
    elif arguments.chapters:
        text = youtube_chapters(found.chapters) + "\n"
    elif arguments.youtube:
        text = youtube_description(found) + "\n"
    else:
        text = markdown(found, title)
    write_text(text, arguments.out)
    return 0


async def _found(arguments: argparse.Namespace) -> tuple[str, Insights]:
    """Return the talk's title and its insights."""
    from core.insights.make import make_insights
    from core.speech.sidecar import read_transcript

    subject, workspace = arguments.subject, arguments.workspace
    file = Path(subject).expanduser()
    if file.suffix.lower() in _TRANSCRIPTS and file.is_file():
        if arguments.write:
            raise TranscriptError("A language model writes of runs alone.", str(file), remedy="Name a run.")
        return file.stem, make_insights(read_transcript(file, None, 0.0))
    if arguments.write or arguments.forget:
        await _written(subject, file, workspace, arguments.write)
    async with looked_at(workspace) as project:
        run = _run(project, subject, file)
        written = await project.insights.kept(run.source_id, run.id)
        if written is not None:
            return Path(run.source_name).stem, written
        reading = await project.transcripts.read(run.source_id, run.id)
        if reading is None:
            raise TranscriptError(
                "Nothing of this source is transcribed yet.", str(run.source_path), remedy="Let its run go on."
            )
        duration = next(source.duration for source in project.sources() if source.id == run.source_id)
        return Path(run.source_name).stem, make_insights(reading.transcript, duration)


async def _written(subject: str, file: Path, workspace: str | None, is_wanted: bool) -> None:
    """Have the insights written by the model, or forget that they were."""

    def tell(fraction: float, message: str) -> None:
        if message:
            print(f"{100 * fraction:3.0f} %  {message}", file=sys.stderr)

    async with opened(workspace, "main.py insights") as project:
        run = _run(project, subject, file)
        if not is_wanted:
            await project.insights.forget_written(run.source_id, run.id)
            await project.insights.of(run.source_id, run.id)
            return
        written = await project.insights.write(run.source_id, run.id, Once(tell))
        # Made and kept while the workspace is open for work: a look makes nothing.
        await project.insights.of(run.source_id, run.id)
    usd = float(sum(cost.usd for cost in written.costs))
    print(f"{written.writer} wrote them{f' for ${usd:.4f}' if usd else ''}.", file=sys.stderr)
    if written.problem:
        print(f"warning: {written.problem}", file=sys.stderr)


class Once:
    """Tells what is done when that changes, and not with every look at the clock."""

    def __init__(self, tell: Callable[[float, str], None]) -> None:
        self._tell = tell
        self._last = ""

    def __call__(self, fraction: float, message: str = "") -> None:
        """Tell, if it is something new."""
        if fraction and message and message != self._last:
            self._last = message
            self._tell(fraction, message)


def _run(project: Project, subject: str, file: Path) -> RunRecord:
    """Return the run that is named by its id, or the newest one of a source's file.

    Raises:
        WorkspaceError: There is none.
    """
    if not file.is_file():
        return project.find_run(subject)
    path = file.resolve()
    found = next((run for run in project.runs() if run.source_path == path), None)
    if found is None:
        raise WorkspaceError("This file was not run yet.", str(path), remedy=f"Start it with: main.py run {file}")
    return found


COMMAND = Command(
    "insights",
    "what a talk is about: summary, chapters, topics, quotes, questions answered, talk time",
    add_arguments,
    execute,
)
