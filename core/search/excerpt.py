"""What is shown of a passage that was found: the lines with the words, and what is said around them."""

from __future__ import annotations

from collections.abc import Sequence

from core.schema.search import Hit
from core.search.passages import Passage

_AROUND = 160  # characters of what is said before and after
_LONG = 320  # a longer line is cut around its first match
_LEAD = 120


def excerpt(
    source_id: str,
    language: str,
    passage: Passage,
    marks: Sequence[tuple[int, int]],
    before: Passage | None,
    after: Passage | None,
    score: float = 0.0,
) -> Hit:
    """Return a passage as a hit: the lines with `marks` (characters of its text), all where there are none."""
    text = passage.text
    first, last = 0, len(text)
    if marks:
        first = marks[0][0]
        last = max(end for start, end in marks if start - first < _LONG)
    begin = text.rfind("\n", 0, first) + 1
    end = text.find("\n", max(first, last - 1))
    end = len(text) if end < 0 else end
    begin, end = _shortened(text, begin, end, first)
    shown = tuple((max(a, begin) - begin, min(b, end) - begin) for a, b in marks if a < end and b > begin)
    lead = text[:begin].strip() or _tail(before.text if before else "")
    rest = text[end:].strip() or _head(after.text if after else "")
    return Hit(
        source_id=source_id,
        start=passage.at(begin),
        end=max(passage.at(begin), _end_of(passage, end)),
        at=passage.at(first),
        speaker=passage.speaker,
        text=text[begin:end].replace("\n", " "),
        marks=shown,
        before=_tail(lead),
        after=_head(rest),
        language=language,
        score=score,
    )


def _end_of(passage: Passage, end: int) -> float:
    return passage.end if end >= len(passage.text) else passage.at(end)


def _shortened(text: str, begin: int, end: int, first: int) -> tuple[int, int]:
    """Return where a line that is too long to be read at a glance begins and ends, at words where it has any."""
    if end - begin <= _LONG:
        return begin, end
    if first - begin > _LEAD:
        space = text.find(" ", first - _LEAD, first)
        begin = space + 1 if space > 0 else first - _LEAD
    if end - begin > _LONG:
        space = text.rfind(" ", begin + _LONG // 2, begin + _LONG)
        end = space if space > 0 else begin + _LONG
    return begin, end


def _tail(text: str) -> str:
    text = text.replace("\n", " ")
    if len(text) <= _AROUND:
        return text
    space = text.find(" ", len(text) - _AROUND)
    return text[space + 1 :] if 0 < space < len(text) - 1 else text[-_AROUND:]


def _head(text: str) -> str:
    text = text.replace("\n", " ")
    if len(text) <= _AROUND:
        return text
    space = text.rfind(" ", 0, _AROUND)
    return text[:space] if space > 0 else text[:_AROUND]
