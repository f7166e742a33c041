"""`insights`: what a talk is about: summary, chapters, topics, quotes, questions answered, talk time."""

from __future__ import annotations

import argparse
import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import TranscriptError, WorkspaceError
from core.project import Project
from desktop.command import Command
from desktop.json_file import write_text
from desktop.workspace import looked_at

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
    parser.add_argument("--out", type=Path, metavar="FILE", help="write there instead of standard output")
    parser.add_argument("--workspace", metavar="DIR")


def execute(arguments: argparse.Namespace) -> int:
    """Print or write the insights; return 0, or 1 where what was asked for is missing."""
    from core.insights.document import markdown, youtube_chapters

    title, found = asyncio.run(_found(arguments.subject, arguments.workspace))
    if arguments.chapters and not found.chapters:
        raise TranscriptError(found.notes["chapters"], title)
    if arguments.json:
        text = json.dumps(found.model_dump(mode="json"), indent=2, ensure_ascii=False) + "\n"
    elif arguments.chapters:
        text = youtube_chapters(found.chapters) + "\n"
    else:
        text = markdown(found, title)
    write_text(text, arguments.out)
    return 0


async def _found(subject: str, workspace: str | None) -> tuple[str, Insights]:
    """Return the talk's title and its insights."""
    from core.insights.make import make_insights
    from core.speech.sidecar import read_transcript

    file = Path(subject).expanduser()
    if file.suffix.lower() in _TRANSCRIPTS and file.is_file():
        return file.stem, make_insights(read_transcript(file, None, 0.0))
    async with looked_at(workspace) as project:
        run = _run(project, subject, file)
        reading = await project.transcripts.read(run.source_id, run.id)
        if reading is None:
            raise TranscriptError(
                "Nothing of this source is transcribed yet.", str(run.source_path), remedy="Let its run go on."
            )
        duration = next(source.duration for source in project.sources() if source.id == run.source_id)
        return Path(run.source_name).stem, make_insights(reading.transcript, duration)


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
