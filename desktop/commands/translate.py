"""`translate`: what a run's source says in another language, for review, as captions of its clips, as a file."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from core import editing
from core.project import Project
from core.schema.run import RunRecord
from core.schema.translation import TranslationOutcome, TranslationReview
from desktop import loop
from desktop.command import Command
from desktop.workspace import opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("run", metavar="RUN", help="run id, or the start of one")
    parser.add_argument("--to", required=True, metavar="LANGUAGE", help="de, fr, German, …")
    parser.add_argument("--terms", default="", metavar="WORDS", help="names and words to keep as they are")
    parser.add_argument(
        "--again", action="store_true", help="translate anew what a model translated; what you wrote stays"
    )
    parser.add_argument(
        "--write",
        nargs=2,
        action="append",
        default=[],
        metavar=("SECOND", "TEXT"),
        help="write the line at a second of the source yourself; no model is asked then",
    )
    parser.add_argument("--show", action="store_true", help="ask nobody, show what is there")
    parser.add_argument("--save", type=Path, metavar="FILE", help="write all of it as .srt, .vtt or .txt")
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--use", action="store_true", help="the captions of the run's clips are in it from now on")
    shown.add_argument("--spoken", action="store_true", help="those that are in it say again what is spoken")
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true")


def execute(arguments: argparse.Namespace) -> int:
    """Translate and return 0 when every line has a translation."""
    try:
        arguments.write = [(float(second), text) for second, text in arguments.write]
    except ValueError:
        print("error: --write takes a second of the source and a text", file=sys.stderr)
        return 2
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    async with opened(arguments.workspace, "main.py translate") as project:
        run = project.find_run(arguments.run)
        outcome = await _translated(project, run, arguments)
        review = await project.translations.review(run.source_id, arguments.to)
        if arguments.use or arguments.spoken:
            await _choose(project, run, review.language, arguments.use)
        if arguments.save:
            await project.translations.save(run.source_id, review.language, arguments.save.expanduser())
    if arguments.json:
        print(json.dumps(_document(review, outcome), indent=2, ensure_ascii=False))
    else:
        _say(review, outcome)
    return 0 if not review.missing else 1


async def _translated(
    project: Project, run: RunRecord, arguments: argparse.Namespace
) -> TranslationOutcome | None:
    """Write or ask for what is wanted; None where no model was asked."""
    for second, text in arguments.write:
        await project.translations.write(run.source_id, arguments.to, second, text)
    if arguments.show or arguments.write or arguments.spoken:
        return None
    again: list[float] = []
    if arguments.again:
        review = await project.translations.review(run.source_id, arguments.to)
        again = [line.start for line in review.lines if line.state == "machine"]

    def tell(fraction: float, message: str) -> None:
        if not arguments.json:
            print(f"{100 * fraction:3.0f} %  {message}", file=sys.stderr)

    return await project.translations.translate(run.source_id, arguments.to, tell, again, arguments.terms)


async def _choose(project: Project, run: RunRecord, language: str, is_used: bool) -> None:
    """Let clips show it, or no longer: one step of undo."""
    clips = [
        editing.set_caption_language(clip, language if is_used else "")
        for clip in project.clips(run.id)
        if is_used or clip.caption_language == language
    ]
    await project.edit(run.id, "Captions’ language", clips)


def _document(review: TranslationReview, outcome: TranslationOutcome | None) -> dict[str, object]:
    return {
        **json.loads(review.model_dump_json()),
        "missing": review.missing,
        "outcome": json.loads(outcome.model_dump_json()) if outcome else None,
    }


def _say(review: TranslationReview, outcome: TranslationOutcome | None) -> None:
    for line in review.lines:
        minutes, seconds = divmod(int(line.start), 60)
        marks = [
            word
            for word, is_so in (("outdated", line.is_outdated), (line.state, line.state != "machine"))
            if is_so
        ]
        print(f"{minutes:3d}:{seconds:02d}  {line.original}")
        print(f"        {line.text}{'  [' + ', '.join(marks) + ']' if marks else ''}")
    if outcome:
        cost = "" if not outcome.usd else f" for ${outcome.usd:.4f}"
        print(f"{outcome.translated} lines translated{cost}.", file=sys.stderr)
        if outcome.problem:
            print(f"warning: {outcome.problem}", file=sys.stderr)


COMMAND = Command(
    "translate", "captions in another language, by the language model you set", add_arguments, execute
)
