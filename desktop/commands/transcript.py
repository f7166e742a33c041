"""`transcript`: what is said in a run's source, as corrected; and corrections of it, without a window."""

from __future__ import annotations

import argparse
import json
import sys

from core.errors import TranscriptError
from core.project import Project
from core.schema.correction import TranscriptReading
from core.schema.run import RunRecord
from desktop import loop
from desktop.command import Command
from desktop.workspace import looked_at, opened

_CHANGES = ("write", "replace", "name", "merge", "keep", "undo")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("run", metavar="RUN", help="run id, or the start of one")
    parser.add_argument(
        "--write",
        nargs=3,
        action="append",
        metavar=("START", "END", "TEXT"),
        help="let the words between two seconds of the source read otherwise; an empty text hides them",
    )
    parser.add_argument(
        "--replace", nargs=2, action="append", metavar=("FIND", "TEXT"), help="replace whole words everywhere"
    )
    parser.add_argument(
        "--name", nargs=2, action="append", metavar=("SPEAKER", "NAME"), help="give a speaker a name"
    )
    parser.add_argument(
        "--merge", nargs=2, action="append", metavar=("SPEAKER", "INTO"), help="let two speakers be one"
    )
    parser.add_argument(
        "--keep",
        nargs=2,
        action="append",
        metavar=("START", "mine|heard"),
        help="decide a conflict, named by its start: your correction, or what a later transcription heard",
    )
    parser.add_argument("--undo", action="store_true", help="take the last correction back")
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true")


def execute(arguments: argparse.Namespace) -> int:
    """Correct and show; return 0 when there is a transcript."""
    try:
        arguments.write = [(float(start), float(end), text) for start, end, text in arguments.write or ()]
        arguments.keep = [(float(start), choice) for start, choice in arguments.keep or ()]
    except ValueError:
        print("error: --write and --keep take seconds of the source", file=sys.stderr)
        return 2
    if any(not 0 <= start < end < float("inf") for start, end, _ in arguments.write):
        print("error: --write takes a start and a later end", file=sys.stderr)
        return 2
    if any(choice not in ("mine", "heard") for _, choice in arguments.keep):
        print("error: --keep takes mine or heard", file=sys.stderr)
        return 2
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    if any(getattr(arguments, change) for change in _CHANGES):
        async with opened(arguments.workspace, "main.py transcript") as project:
            run = project.find_run(arguments.run)
            await _correct(project, run, arguments)
            reading = await project.transcripts.read(run.source_id, run.id)
    else:
        async with looked_at(arguments.workspace) as project:
            run = project.find_run(arguments.run)
            reading = await project.transcripts.read(run.source_id, run.id)
    if reading is None:
        print(f"error: nothing of {run.source_path} is transcribed yet", file=sys.stderr)
        return 1
    if arguments.json:
        print(json.dumps(_document(reading), indent=2, ensure_ascii=False))
    else:
        _say(reading)
    return 0


async def _correct(project: Project, run: RunRecord, arguments: argparse.Namespace) -> None:
    words, source = project.transcripts, run.source_id
    reading = await words.read(source, run.id)
    if reading is not None:
        _check_speakers(reading, [speaker for speaker, _ in (*(arguments.name or ()), *(arguments.merge or ()))])
    if arguments.undo and not await words.undo(source):
        print("There is nothing to take back.", file=sys.stderr)
    for find, text in arguments.replace or ():
        count = await words.replace_words(source, find, text, run_id=run.id)
        print(f"“{find}” was found {count} {'time' if count == 1 else 'times'}.", file=sys.stderr)
    for start, end, text in arguments.write:
        await words.correct_words(source, start, end, text, run.id)
    for speaker, name in arguments.name or ():
        await words.name_speaker(source, speaker, name, run.id)
    for speaker, into in arguments.merge or ():
        await words.merge_speakers(source, [speaker], into, run.id)
    for start, choice in arguments.keep:
        reading = await words.read(source, run.id)
        near = [each.start for each in reading.conflicts if abs(each.start - start) < 0.01] if reading else []
        if near:
            await words.resolve(source, near[0], choice, run.id)
        else:
            print(f"There is no conflict at {start:g} s.", file=sys.stderr)
    await words.settled()


def _check_speakers(reading: TranscriptReading, wanted: list[str]) -> None:
    """Refuse names of nobody before anything is corrected, as they would silently do nothing.

    Raises:
        TranscriptError: Nobody is called so, neither as heard nor as corrected.
    """
    shown = sorted({segment.speaker for segment in reading.transcript.segments if segment.speaker})
    known = {*shown, *(segment.speaker for segment in reading.heard.segments)}
    for speaker in wanted:
        if speaker not in known:
            who = f"They are called: {', '.join(shown)}." if shown else "No speakers are told apart in it."
            raise TranscriptError(f"No speaker is called “{speaker}”.", remedy=who)


def _document(reading: TranscriptReading) -> dict[str, object]:
    plain: dict[str, object] = json.loads(reading.model_dump_json(exclude={"heard"}))
    return plain


def _say(reading: TranscriptReading) -> None:
    speaker = ""
    for segment in reading.transcript.segments:
        if segment.speaker and segment.speaker != speaker:
            print(f"{segment.speaker}:")
        speaker = segment.speaker
        minutes, seconds = divmod(segment.start, 60)
        print(f"{minutes:3.0f}:{seconds:05.2f}  {segment.text}")
    for each in reading.conflicts:
        print(
            f"At {each.start:.2f} s you wrote “{each.mine}” for “{each.was}”; now “{each.heard}” is heard."
            f" Decide with --keep {each.start:.2f} mine, or heard.",
            file=sys.stderr,
        )


COMMAND = Command("transcript", "what is said, as corrected; correct it", add_arguments, execute)
