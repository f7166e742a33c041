"""A translation beside the transcript as it reads now, matched by time: it outlives a new transcription."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from core.schema.transcript import Transcript, TranscriptSegment
from core.schema.translation import ReviewedLine, TranslatedLine, Translation

# Two stretches are about the same when they share this much of the shorter one: less is a neighbour's edge.
_SHARED = 0.3
_SOUNDS = re.compile(r"\w+")


@dataclass
class _Group:
    """Segments and translated lines that are about the same seconds."""

    segments: list[TranscriptSegment] = field(default_factory=list)
    lines: list[TranslatedLine] = field(default_factory=list)

    @property
    def start(self) -> float:
        """Source second at which it starts."""
        return min([*(s.start for s in self.segments), *(line.start for line in self.lines)])


def review(transcript: Transcript, translation: Translation) -> tuple[ReviewedLine, ...]:
    """Return a line for each segment of the transcript, with its translation where there is one.

    Where a new transcription cut the speech otherwise, the segments that an old line spans are one line now, and
    old lines that a segment spans are put together: no translation is lost or shown twice. Machine-made lines of
    speech that is no longer in the transcript are left out; edited ones stay.
    """
    made = [_reviewed(group) for group in _groups(transcript.segments, translation.lines)]
    return tuple(line for line in made if line is not None)


def replace_lines(translation: Translation, lines: Sequence[TranslatedLine], model: str = "") -> Translation:
    """Return the translation with lines put in the place of those about the same seconds."""
    fresh = sorted(lines, key=lambda line: line.start)
    kept = [old for old in translation.lines if not _meets(old, fresh)]
    merged = sorted([*kept, *fresh], key=lambda line: line.start)
    # An edge may reach a little into its neighbour; lines never overlap.
    trimmed = [
        line if after.start >= line.end else line.model_copy(update={"end": max(line.start, after.start)})
        for line, after in pairwise(merged)
    ]
    return translation.model_copy(update={"lines": (*trimmed, *merged[-1:]), "model": model or translation.model})


def write_line(transcript: Transcript, translation: Translation, at: float, text: str) -> Translation:
    """Return the translation in which a person wrote the line that is at source second `at`.

    The same text again confirms it. An empty one means that nothing is shown there. Nothing changes where nobody
    speaks.
    """
    for line in review(transcript, translation):
        if line.start <= at < line.end:
            edited = TranslatedLine(
                start=line.start,
                end=line.end,
                original=line.original,
                text=" ".join(text.split()),
                state="edited",
            )
            return replace_lines(translation, [edited])
    return translation


def forgotten(lines: Sequence[ReviewedLine], starts: Iterable[float]) -> list[ReviewedLine]:
    """Return lines of which those at these source seconds are missing, whoever wrote them."""
    gone = list(starts)
    update = {"text": "", "state": "missing", "is_outdated": False}
    return [
        line.model_copy(update=update) if any(line.start <= at < line.end for at in gone) else line
        for line in lines
    ]


def about(translation: Translation, lines: Iterable[ReviewedLine]) -> tuple[TranslatedLine, ...]:
    """Return the translated lines that reviewed ones show."""
    chosen = list(lines)
    return tuple(each for each in translation.lines if any(_share(line, each) for line in chosen))


def add_lines(
    translation: Translation,
    lines: Sequence[TranslatedLine],
    model: str,
    given_up: Collection[TranslatedLine] = (),
) -> Translation:
    """Return the translation with a model's lines, but for those about what a person wrote and hasn't given up."""
    edited = [line for line in translation.lines if line.state == "edited" and line not in given_up]
    return replace_lines(translation, [line for line in lines if not _meets(line, edited)], model)


def wanted(lines: Sequence[ReviewedLine]) -> list[int]:
    """Return which lines a machine has to translate: those without translation, and its own of other words."""
    return [
        index
        for index, line in enumerate(lines)
        if line.original and (line.state == "missing" or (line.state == "machine" and line.is_outdated))
    ]


def _groups(segments: Sequence[TranscriptSegment], lines: Sequence[TranslatedLine]) -> Iterator[_Group]:
    """Yield groups in order: a sweep over both, which belong together as long as they overlap enough."""
    spoken = sorted((s for s in segments if s.text.strip()), key=lambda s: (s.start, s.end))
    told = sorted(lines, key=lambda line: line.start)
    owner = list(range(len(spoken) + len(told)))

    def root(item: int) -> int:
        while owner[item] != item:
            owner[item] = owner[owner[item]]
            item = owner[item]
        return item

    first = 0
    for place, segment in enumerate(spoken):
        while first < len(told) and told[first].end <= segment.start:
            first += 1
        for other in range(first, len(told)):
            if told[other].start >= segment.end:
                break
            if _share(segment, told[other]):
                owner[root(len(spoken) + other)] = root(place)
    groups: dict[int, _Group] = {}
    for place, segment in enumerate(spoken):
        groups.setdefault(root(place), _Group()).segments.append(segment)
    for place, line in enumerate(told):
        groups.setdefault(root(len(spoken) + place), _Group()).lines.append(line)
    yield from sorted(groups.values(), key=lambda group: group.start)


def _share(one: TranscriptSegment | TranslatedLine | ReviewedLine, other: TranslatedLine) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > _SHARED * min(one.end - one.start, other.end - other.start)


def _meets(old: TranslatedLine, fresh: Sequence[TranslatedLine]) -> bool:
    after = bisect_left(fresh, old.end, key=lambda line: line.start)
    for line in reversed(fresh[:after]):
        if line.end <= old.start:
            return False
        if _share(line, old):
            return True
    return False


def _reviewed(group: _Group) -> ReviewedLine | None:
    original = " ".join(segment.text.strip() for segment in group.segments)
    text = " ".join(line.text for line in group.lines if line.text)
    is_edited = any(line.state == "edited" for line in group.lines)
    if not group.segments and not is_edited:
        return None
    spans = [(s.start, s.end) for s in group.segments] or [(line.start, line.end) for line in group.lines]
    before = " ".join(line.original for line in group.lines)
    return ReviewedLine(
        start=min(start for start, _ in spans),
        end=max(end for _, end in spans),
        original=original,
        speaker=group.segments[0].speaker if group.segments else "",
        text=text,
        state="missing" if not group.lines else "edited" if is_edited else "machine",
        is_outdated=bool(group.lines) and _sounds(before) != _sounds(original),
    )


def _sounds(text: str) -> list[str]:
    """Return the words without case and punctuation: a comma more is no reason to translate again."""
    return _SOUNDS.findall(text.lower())
