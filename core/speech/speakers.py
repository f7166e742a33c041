"""Speakers as captions and transcripts name them: `Name: text`, `>> text`, two lines that start with a dash."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from core.speech.words import Passage

_NAME = r"[^\W\d_][\w.'’-]*(?:[ ][^\W\d_][\w.'’-]*){0,3}"
_NUMBERED = r"(?:speaker|voice|sprecher|orador|locutor|intervenant)[ _-]?\w{1,3}"
_PREFIX = re.compile(rf"^(?:>>+\s*)?\[?({_NUMBERED}|{_NAME})\]?\s*:\s+(?=\S)", re.IGNORECASE)
_IS_NUMBERED = re.compile(_NUMBERED, re.IGNORECASE)
_CHANGE = re.compile(r"(?:^|\s)(?:>>+|»)\s*")
_NOT_SPOKEN = re.compile(r"\[[^\[\]]{0,60}\]|♪[^♪]*♪|[♪♫]|^\([^()]{0,60}\)$")


def read_speakers(passages: Sequence[Passage]) -> tuple[list[Passage], bool]:
    """Move speakers' names from the text into `speaker`, and drop what nobody says (`[Music]`, `♪`).

    A prefix counts as a name if it is in capitals, numbered (`Speaker 2`) or comes at least twice: "Remember: …"
    is speech; none is looked for where the file itself names its speakers. A named speaker goes on until the next
    name. `>>` only tells that someone else speaks, so two names alternate.

    Returns:
        The passages, and whether speakers were only told apart by such marks.
    """
    spoken = [cleaned for passage in passages if (cleaned := _without_sounds(passage)) is not None]
    if 2 * sum(bool(passage.speaker) for passage in spoken) > len(spoken):
        return spoken, False
    names = _names(spoken)
    if names:
        return _named(spoken, names), False
    if any(_CHANGE.search(passage.text) for passage in spoken):
        return _alternating(spoken), True
    return spoken, False


def _without_sounds(passage: Passage) -> Passage | None:
    text = " ".join(_NOT_SPOKEN.sub(" ", passage.text).split())
    if text == passage.text:
        return passage
    if not text:
        return None
    kept = tuple(word for word in passage.words if not _NOT_SPOKEN.fullmatch(word.text.strip()))
    return replace(passage, text=text, words=kept)


def _names(passages: Sequence[Passage]) -> set[str]:
    found = Counter(
        match[1] for passage in passages if (match := _PREFIX.match(passage.text)) and _is_title(match[1])
    )
    return {name for name, count in found.items() if count >= 2 or name.isupper() or _IS_NUMBERED.fullmatch(name)}


def _is_title(name: str) -> bool:
    return _IS_NUMBERED.fullmatch(name) is not None or all(
        part[0].isupper() or not part[0].isalpha() or part in ("de", "von", "van", "of", "la", "the")
        for part in name.split()
    )


def _named(passages: Sequence[Passage], names: set[str]) -> list[Passage]:
    named, speaker = [], ""
    for passage in passages:
        match = _PREFIX.match(passage.text)
        if match and match[1] in names:
            speaker = match[1].title() if match[1].isupper() and len(match[1]) > 3 else match[1]
            passage = _without_start(passage, match.end())
        passage = replace(passage, text=_CHANGE.sub(" ", passage.text).strip())
        if passage.text:
            named.append(passage if passage.speaker else replace(passage, speaker=speaker))
    return named


def _without_start(passage: Passage, length: int) -> Passage:
    skipped = len(passage.text[:length].split())
    return replace(passage, text=passage.text[length:], words=passage.words[skipped:])


def _alternating(passages: Sequence[Passage]) -> list[Passage]:
    found: list[Passage] = []
    is_second = False
    for passage in passages:
        parts = _CHANGE.split(passage.text)
        total = sum(len(part) for part in parts) or 1
        at, used = passage.start, 0
        own = [word for word in passage.words if not re.fullmatch(r">>+|»", word.text.strip())]
        for index, part in enumerate(parts):
            is_second = is_second != (index > 0)
            share = len(part) / total
            until = (
                None if at is None or passage.end is None else at + share * (passage.end - (passage.start or 0.0))
            )
            count = len(part.split())
            speaker = passage.speaker or ("Speaker 2" if is_second else "Speaker 1")
            if part.strip():
                words = tuple(own[used : used + count])
                found.append(Passage(part.strip(), at, until, speaker, words))
            at, used = until, used + count
    return found
