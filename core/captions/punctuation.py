"""Punctuation as a reader expects it, whatever a transcriber wrote: no space before it, nothing said thrice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_CLOSING = ",.!?;:…、。，．！？；：)]}»”’\"'؟،؛।"
_OPENING = "([{«“„‚‘¿¡"
_IS_CLOSING = re.compile(f"[{re.escape(_CLOSING)}]+")
_IS_OPENING = re.compile(f"[{re.escape(_OPENING)}]+")
_IS_CURRENCY = re.compile("[$€£¥₹]")
_IS_PER_CENT = re.compile("[%‰％][,.!?;:…]*")
_NUMBER_FIRST = re.compile(r"[$€£¥₹]?\d[\d.,\u00a0\u202f]*")

_RULES = (
    (re.compile(r"\s+(?=[,.!?;:…、。，！？)\]}»”](?!\w))"), ""),
    (re.compile(r"(?<=[(\[{«“„¿¡])\s+"), ""),
    (re.compile(r"\.(?:\s*\.)+|。{2,}|…[.…]+"), "…"),
    (re.compile(r"([,;:、，！？])\1+"), r"\1"),
    (re.compile(r"([!?])\1+"), r"\1"),
    (re.compile(r"(?<!-)--(?!-)"), "—"),
)


def tidy_marks(text: str) -> str:
    """Return a word or line with its punctuation in order: "so ,," → "so,", "what???" → "what?", ". . ." → "…".

    Letters and digits, and marks inside of words and numbers, stay as they are.
    """
    before = ""
    while before != text:  # each rule makes it shorter, and may give another one work
        before = text
        for pattern, instead in _RULES:
            text = pattern.sub(instead, text)
    return text


@dataclass(frozen=True, slots=True)
class Joined:
    """Which words become one, and what it reads: indices [first, last]."""

    first: int
    last: int
    text: str


def join_marks(words: Sequence[str]) -> list[Joined]:
    """Return words with marks that stand alone put where they belong; other words as they are.

    Closing marks and per cent signs go to the word before, opening ones and currencies to the word after.
    """
    made: list[Joined] = []
    waiting = -1  # the first of opening marks that wait for their word
    for index, word in enumerate(words):
        before = made[-1] if made and waiting < 0 else None
        follows = words[index + 1] if index + 1 < len(words) else ""
        if before is not None and (
            _IS_CLOSING.fullmatch(word) or (_IS_PER_CENT.fullmatch(word) and _NUMBER_FIRST.fullmatch(before.text))
        ):
            made[-1] = Joined(before.first, index, before.text + word)
        elif follows and (
            _IS_OPENING.fullmatch(word) or (_IS_CURRENCY.fullmatch(word) and _NUMBER_FIRST.match(follows))
        ):
            waiting = index if waiting < 0 else waiting
        else:
            first = index if waiting < 0 else waiting
            made.append(Joined(first, index, "".join(words[first : index + 1])))
            waiting = -1
    return made
