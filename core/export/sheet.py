"""A contact sheet: one HTML file that plays a run's clips anywhere and offline, and the answers that it saves.

Everything is inside the file, its films as well, so that it can be sent by mail. The page is
`resources/sheet/sheet.html`, its words a table for each language beside it; what the run brings reaches it as JSON
alone, and is shown as text, never as markup. The answers are the same in every language.
"""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import Field, ValidationError

from core.errors import ExportError
from core.export.sheet_words import words, written_in
from core.resources import resource
from core.schema.clip import Clip, Decision
from core.schema.record import Record
from core.schema.sheet import ENGLISH, SheetAnswers, SheetChange, SheetLanguage

KIND = "shortlist decisions"
SUFFIX = ".html"
ANSWERS_SUFFIX = ".json"
# Answers are a few hundred bytes a clip.
MOST_BYTES = 8_000_000
_MOST_NOTES = 20_000
# A multiple of three, so that pieces of base64 can be put one behind the other.
_PIECE_BYTES = 3 * 65536
_DATA_MARK, _FILMS_MARK = "<!--data-->", "<!--films-->"
_WORD_MARK = re.compile(r"\{\{(\w+)\}\}")
# As the machine calls whoever was not named.
_UNNAMED = re.compile(r"Speaker (\d+)")
_WORDS: dict[Decision, str] = {
    "undecided": "not decided",
    "approved": "approved",
    "rejected": "rejected",
    "maybe": "maybe",
}


@dataclass(frozen=True)
class SheetClip:
    """One clip of a sheet: what it says as text, its film, and who talks most (empty: not known)."""

    clip: Clip
    said: str
    speaker: str
    film: Path
    poster: Path


@dataclass(frozen=True)
class SheetPage:
    """What a sheet shows, and in which language."""

    run_id: str
    title: str
    made_on: date
    clips: Sequence[SheetClip]
    language: SheetLanguage = ENGLISH


class _Answer(Record):
    id: str
    decision: Decision
    notes: str = Field(default="", max_length=_MOST_NOTES)


class _Answers(Record):
    kind: str
    run: str
    by: str = Field(default="", max_length=200)
    clips: tuple[_Answer, ...] = ()


def write(stream: BinaryIO, page: SheetPage) -> None:
    """Write a sheet; films go through in pieces. `OSError` is the caller's to explain."""
    template = resource("sheet/sheet.html").read_text(encoding="utf-8")
    before, rest = template.split(_DATA_MARK)
    between, after = rest.split(_FILMS_MARK)
    said = words(page.language.code)
    stream.write(_worded(before, said, page).encode())
    stream.write(_script_safe(_data(page, said)).encode())
    stream.write(between.encode())
    for number, clip in enumerate(page.clips):
        _embed(stream, f"film-{number}", clip.film)
        _embed(stream, f"poster-{number}", clip.poster)
    stream.write(after.encode())


def read(content: bytes, run_id: str, clips: Sequence[Clip], file: Path) -> SheetAnswers:
    """Return what answers change of a run's clips.

    Raises:
        ExportError: They are no answers, or those of another run.
    """
    try:
        answers = _Answers.model_validate_json(content)
    except ValidationError as error:
        raise _not_answers(file) from error
    if answers.kind != KIND:
        raise _not_answers(file)
    if answers.run != run_id:
        raise ExportError(
            "These decisions are of another run.",
            str(file),
            remedy=f"Read them into the run {answers.run[:80]}.",
        )
    known = {clip.id: clip for clip in clips}
    told = []
    gone = [answer for answer in answers.clips if answer.id not in known]
    if gone:
        told.append("One clip of the sheet is gone." if len(gone) == 1 else f"{len(gone)} clips are gone.")
    # The last answer of a clip counts, should one be there twice.
    given = {answer.id: answer for answer in answers.clips if answer.id in known}
    changes = [change for answer in given.values() if (change := _change(known[answer.id], answer)) is not None]
    return SheetAnswers(
        file=file,
        by=" ".join(answers.by.split()),
        changes=tuple(changes),
        unchanged=len(given) - len(changes),
        told=tuple(told),
    )


def _change(clip: Clip, answer: _Answer) -> SheetChange | None:
    title = clip.wording.title
    decision = answer.decision if answer.decision != clip.decision else None
    notes = answer.notes.strip() if answer.notes.strip() != clip.notes.strip() else None
    if decision is None and notes is None:
        return None
    said = []
    if decision is not None:
        said.append(f"{_WORDS[decision]}, was {_WORDS[clip.decision]}")
    if notes is not None:
        said.append(f"note “{_short(notes)}”" if notes else "note removed")
    return SheetChange(
        clip_id=clip.id, title=title, decision=decision, notes=notes, words=f"“{title}”: {'; '.join(said)}"
    )


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:59]}…"


def _not_answers(file: Path) -> ExportError:
    return ExportError(
        "This is no file of decisions from a contact sheet.",
        str(file),
        remedy="Choose the file that “Save decisions” wrote.",
    )


def _worded(template: str, said: Mapping[str, Any], page: SheetPage) -> str:
    """Return a piece of the page with its words in their places."""
    here = {**said, "title": said["title"].format(title=page.title), "lang": written_in(page.language.code)}
    return _WORD_MARK.sub(lambda mark: html.escape(here[mark[1]]), template)


def _speaker(name: str, said: Mapping[str, Any]) -> str:
    unnamed = _UNNAMED.fullmatch(name)
    return said["speaker"].format(number=unnamed[1]) if unnamed else name


def _data(page: SheetPage, said: Mapping[str, Any]) -> str:
    language = page.language
    clips = [
        {
            "id": shown.clip.id,
            "title": shown.clip.wording.title,
            "hook": shown.clip.wording.hook,
            "score": round(shown.clip.score),
            "reason": language.reason(shown.clip.reason),
            "axes": [
                {"name": name, "score": round(axis.score), "evidence": language.evidence(name, axis.evidence)}
                for name, axis in shown.clip.axes.items()
                if axis.score is not None
            ],
            "start": shown.clip.cut.start,
            "seconds": shown.clip.cut.duration,
            "said": shown.said,
            "speaker": _speaker(shown.speaker, said),
            "decision": shown.clip.decision,
            "notes": shown.clip.notes,
        }
        for shown in page.clips
    ]
    told = {
        "kind": KIND,
        "run": page.run_id,
        "title": page.title,
        "made_on": page.made_on.isoformat(),
        "words": said,
        "clips": clips,
    }
    return json.dumps(told, ensure_ascii=False)


def _script_safe(text: str) -> str:
    """Return JSON that can stand in a script element: no tag can begin or end in it."""
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _embed(stream: BinaryIO, name: str, file: Path) -> None:
    stream.write(f'<script type="text/plain" id="{name}">'.encode())
    with file.open("rb") as source:
        while piece := source.read(_PIECE_BYTES):
            stream.write(base64.b64encode(piece))
    stream.write(b"</script>\n")
