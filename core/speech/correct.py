"""Pure changes of a source's corrections: what the user writes, finds and replaces, says of speakers, and decides.

A correction governs a stretch of time. One that meets older ones becomes one with them, and one that gives back
what was heard is none any more.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from core.errors import ContractError
from core.schema.correction import Conflict, Corrections, SpeakerCorrection, WordCorrection
from core.schema.transcript import Transcript, Word
from core.speech.corrected import corrected, fitted, middle
from core.speech.words import (
    SHORTEST_WORD,
    interpolate,
    is_unspaced,
    join_words,
    sound_of,
    space_between,
    split_words,
)

# A correction reaches so far into the pauses around its words, in seconds: another transcription, which hears the
# same words a little earlier or later, still finds them governed by it.
_MARGIN = 0.15
_SLIGHTLY = 0.001


def correct(corrections: Corrections, heard: Transcript, start: float, end: float, text: str) -> Corrections:
    """Let the words whose middles lie in source seconds [start, end) read `text`; what stays is left alone."""
    shown = _Shown(corrections, heard, *_checked(start, end))
    return shown.rewritten(shown.differences(shown.first, shown.last, split_words(text)))


def replace_words(
    corrections: Corrections,
    heard: Transcript,
    find: str,
    replacement: str,
    whole_words: bool = True,
    match_case: bool = False,
) -> tuple[Corrections, int]:
    """Replace a text, which may be several words, wherever it stands; return how often it was found, too."""
    shown = _Shown(corrections, heard)
    pattern = _pattern(find, whole_words, match_case)
    if pattern is None:
        return corrections, 0
    text, starts = shown.text()
    found = [match.span() for match in pattern.finditer(text)]
    # What one speaker ends with and another begins with is no phrase.
    found = [
        (start, end)
        for start, end in found
        if shown.is_said_by_one(bisect_left(starts, start + 1) - 1, bisect_left(starts, end))
    ]
    edits: list[_Edit] = []
    at = 0
    while at < len(found):
        first = bisect_left(starts, found[at][0] + 1) - 1
        last = bisect_left(starts, found[at][1])
        matches = [found[at]]
        at += 1
        # What shares a word with it is replaced together with it.
        while at < len(found) and bisect_left(starts, found[at][0] + 1) - 1 < last:
            matches.append(found[at])
            last = bisect_left(starts, found[at][1])
            at += 1
        piece = _replaced(text, starts[first], _end_of(shown.words, starts, last - 1), matches, replacement)
        edits += shown.differences(first, last, split_words(piece) if sound_of(piece) else [])
    return shown.rewritten(edits), len(found)


def revert(corrections: Corrections, start: float, end: float) -> Corrections:
    """Forget the corrections of words that touch source seconds [start, end)."""
    start, end = _checked(start, end)
    kept = tuple(each for each in corrections.words if each.end <= start or each.start >= end)
    return corrections.model_copy(update={"words": kept})


def name_speaker(corrections: Corrections, heard: Transcript, label: str, name: str) -> Corrections:
    """Show a speaker, with all labels that are one with it, by another name; empty gives a label back to itself.

    By the name of somebody else it becomes one with them.
    """
    name = " ".join(name.split())
    labels = _labels(corrections, heard, label)
    if not name:
        gone = {label} if label in labels else labels
        names = {key: shown for key, shown in corrections.names.items() if key not in gone}
        return corrections.model_copy(update={"names": names})
    return _named(corrections, labels | _labels(corrections, heard, name), name)


def merge_speakers(corrections: Corrections, heard: Transcript, labels: Sequence[str], into: str) -> Corrections:
    """Let several speakers be one, shown as `into` is."""
    known = _labels(corrections, heard, into)
    name = next((corrections.names[label] for label in sorted(known) if label in corrections.names), into)
    return _named(corrections, known.union(*(_labels(corrections, heard, label) for label in labels)), name)


def assign_speaker(
    corrections: Corrections, heard: Transcript, start: float, end: float, label: str
) -> Corrections:
    """Say who talks in source seconds [start, end): a speaker by label or name, or a new one."""
    start, end = _checked(start, end)
    label = " ".join(label.split())
    speaker = min(_labels(corrections, heard, label), default=label)
    parts: list[SpeakerCorrection] = [SpeakerCorrection(start=start, end=end, speaker=speaker)]
    for each in corrections.speakers:
        for first, last in ((each.start, min(each.end, start)), (max(each.start, end), each.end)):
            if last > first:
                parts.append(each.model_copy(update={"start": first, "end": last}))
    joined: list[SpeakerCorrection] = []
    for part in sorted(parts, key=lambda part: part.start):
        if joined and joined[-1].end == part.start and joined[-1].speaker == part.speaker:
            joined[-1] = joined[-1].model_copy(update={"end": part.end})
        else:
            joined.append(part)
    return corrections.model_copy(update={"speakers": tuple(joined)})


def _named(corrections: Corrections, labels: set[str], name: str) -> Corrections:
    """Show labels by a name. A single one by its own is not worth a word."""
    own = {} if labels == {name} else dict.fromkeys(labels, name)
    names = {key: shown for key, shown in corrections.names.items() if key not in labels}
    return corrections.model_copy(update={"names": dict(sorted({**names, **own}.items()))})


def conflicts(corrections: Corrections, heard: Transcript) -> tuple[Conflict, ...]:
    """Return the corrections below which something else is heard now than when they were written.

    Where what is heard now is what the user wrote there is nothing to decide; other punctuation is nothing else.
    """
    words = [word for word, _ in heard.words()] if corrections.words else []
    middles = [middle(word) for word in words]
    found = []
    for each in corrections.words:
        now = _text(words[bisect_left(middles, each.start) : bisect_left(middles, each.end)])
        mine = _text(each.words)
        if sound_of(now) not in (sound_of(each.heard), sound_of(mine)):
            found.append(Conflict(start=each.start, end=each.end, mine=mine, was=each.heard, heard=now))
    return tuple(found)


def keep_mine(corrections: Corrections, heard: Transcript, start: float) -> Corrections:
    """Let the correction that begins at a second stand against what is heard now."""
    conflict = next((each for each in conflicts(corrections, heard) if each.start == start), None)
    if conflict is None:
        return corrections
    return _with_words(
        corrections,
        [
            each.model_copy(update={"heard": conflict.heard}) if each.start == start else each
            for each in corrections.words
        ],
    )


def keep_heard(corrections: Corrections, start: float) -> Corrections:
    """Forget the correction that begins at a second, in favour of what is heard."""
    return _with_words(corrections, [each for each in corrections.words if each.start != start])


def _with_words(corrections: Corrections, words: Sequence[WordCorrection]) -> Corrections:
    return corrections.model_copy(update={"words": tuple(words)})


@dataclass(frozen=True, slots=True)
class _Edit:
    """Shown words [first, last) that read otherwise; with none, words between two others, inside [start, end)."""

    first: int
    last: int
    texts: tuple[str, ...]
    start: float = 0.0
    end: float = 0.0


@dataclass(slots=True)
class _Region:
    """A stretch of time that one correction is to govern, and the edits inside."""

    start: float
    end: float
    edits: list[_Edit]
    older: list[WordCorrection]


class _Shown:
    """The words as they read now, and those of them whose middles lie in [start, end): `first` up to `last`."""

    def __init__(
        self, corrections: Corrections, heard: Transcript, start: float = 0.0, end: float = math.inf
    ) -> None:
        self._corrections = corrections
        self._start, self._end = start, end
        self._heard = [word for word, _ in heard.words()]
        self._heard_middles = [middle(word) for word in self._heard]
        self._transcript = heard
        shown = corrected(heard, Corrections(words=corrections.words))
        self.words = [word for word, _ in shown.words()]
        self._middles = [middle(word) for word in self.words]
        self.first, self.last = self._inside(start, end)

    def _inside(self, start: float, end: float) -> tuple[int, int]:
        return bisect_left(self._middles, start), bisect_left(self._middles, end)

    @cached_property
    def _speakers(self) -> list[str]:
        """Who says each shown word."""
        return [segment.speaker for _, segment in corrected(self._transcript, self._corrections).words()]

    def is_said_by_one(self, first: int, last: int) -> bool:
        """Whether shown words [first, last) are of one speaker."""
        return len(set(self._speakers[first:last])) == 1

    def text(self) -> tuple[str, list[int]]:
        """Return all that is said, and where in it each word starts."""
        pieces: list[str] = []
        starts: list[int] = []
        length, before = 0, ""
        for word in self.words:
            space = space_between(before, word.text)
            starts.append(length + len(space))
            pieces.append(space + word.text)
            length += len(pieces[-1])
            before = word.text
        return "".join(pieces), starts

    def differences(self, first: int, last: int, texts: Sequence[str]) -> list[_Edit]:
        """Return the edits by which shown words [first, last) read `texts`."""
        if first == last:
            return [_Edit(first, last, tuple(texts), self._start, self._end)] if texts else []
        old = [word.text for word in self.words[first:last]]
        edits: list[_Edit] = []
        for a, b, made in _changes(old, texts):
            if a == b:
                # What was not heard is said somewhere in the time of the words around it.
                left, right = max(0, a - 1), min(len(old), a + 1)
                made = (*old[left:a], *made, *old[a:right])
                a, b = left, right
            if edits and edits[-1].last > first + a:
                shared = edits[-1].last - first - a
                edits[-1] = _Edit(edits[-1].first, first + b, (*edits[-1].texts, *made[shared:]))
            else:
                edits.append(_Edit(first + a, first + b, made))
        return edits

    def rewritten(self, edits: Sequence[_Edit]) -> Corrections:
        """Return the corrections with edits, ascending and apart, made."""
        if not edits:
            return self._corrections
        regions = self._regions(edits)
        gone = {id(each) for region in regions for each in region.older}
        kept = [each for each in self._corrections.words if id(each) not in gone]
        made = [made for region in regions if (made := self._correction(region)) is not None]
        return _with_words(self._corrections, sorted([*kept, *made], key=lambda each: each.start))

    def _regions(self, edits: Sequence[_Edit]) -> list[_Region]:
        regions: list[_Region] = []
        for edit in edits:
            start, end = self._span(edit)
            older = [each for each in self._corrections.words if each.start < end and each.end > start]
            start = min([start, *(each.start for each in older)])
            end = max([end, *(each.end for each in older)])
            if regions and regions[-1].end > start:
                last = regions[-1]
                last.end = max(last.end, end)
                last.edits.append(edit)
                last.older += [each for each in older if each not in last.older]
            else:
                regions.append(_Region(start, end, [edit], older))
        return regions

    def _span(self, edit: _Edit) -> tuple[float, float]:
        """Return the seconds that an edit governs: its words and some of the pauses around, or its gap."""
        before = self.words[edit.first - 1].end if edit.first else 0.0
        after = self.words[edit.last].start if edit.last < len(self.words) else math.inf
        if edit.first == edit.last:
            start, end = max(edit.start, before), min(edit.end, after)
            has_room = end - start >= SHORTEST_WORD * len(edit.texts)
            return (start, end) if has_room else (edit.start, edit.end)
        chosen = self.words[edit.first : edit.last]
        start, end = chosen[0].start, max(chosen[-1].end, self._just_after(edit.last - 1))
        words = self._corrections.words
        left = bisect_right(words, start, key=lambda each: each.end)
        if not (left < len(words) and words[left].start < start):
            floor = words[left - 1].end if left else 0.0
            start = max(floor, start - max(0.0, min(_MARGIN, (start - before) / 3)))
        right = bisect_right(words, end, key=lambda each: each.end)
        if not (right < len(words) and words[right].start < end):
            ceiling = words[right].start if right < len(words) else math.inf
            end = min(ceiling, end + max(0.0, min(_MARGIN, (after - end) / 3)))
        return start, end

    def _just_after(self, index: int) -> float:
        """Return a second behind the middle of a word, and before that of the next, for words of no length."""
        at = self._middles[index]
        following = self._middles[index + 1] if index + 1 < len(self._middles) else math.inf
        return max(at + min(_SLIGHTLY, (following - at) / 2), math.nextafter(at, math.inf))

    def _correction(self, region: _Region) -> WordCorrection | None:
        first, last = self._inside(region.start, region.end)
        words: list[Word] = []
        is_aligned = all(each.is_aligned for each in region.older)
        at = first
        for edit in region.edits:
            words += self.words[at : edit.first]
            old = self.words[edit.first : edit.last]
            words += _written(edit, old, region)
            is_aligned = is_aligned and len(edit.texts) in (0, len(old))
            at = max(at, edit.last)
        words += self.words[at:last]
        heard = self._heard[
            bisect_left(self._heard_middles, region.start) : bisect_left(self._heard_middles, region.end)
        ]
        if [word.text for word in words] == [word.text for word in heard]:
            return None
        return WordCorrection(
            start=region.start,
            end=region.end,
            heard=_text(heard),
            words=fitted(words, region.start, region.end),
            is_aligned=is_aligned,
        )


def _changes(old: Sequence[str], texts: Sequence[str]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return which stretches of words read otherwise, and how; a word stays where all of it does.

    What a transcriber calls one word may be several by our own reckoning, as in scripts without spaces.
    """
    pieces = [(piece, index) for index, word in enumerate(old) for piece in split_words(word) or [word]]
    matcher = SequenceMatcher(a=[piece for piece, _ in pieces], b=list(texts), autojunk=False)
    place: dict[int, list[int]] = {}
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            place.setdefault(pieces[block.a + offset][1], []).append(block.b + offset)
    counts = Counter(index for _, index in pieces)
    stays = [
        (index, at[0], at[-1] + 1)
        for index, at in sorted(place.items())
        if len(at) == counts[index] and at[-1] - at[0] + 1 == len(at)
    ]
    changes: list[tuple[int, int, tuple[str, ...]]] = []
    old_at, new_at = 0, 0
    for index, start, end in (*stays, (len(old), len(texts), len(texts))):
        if index > old_at or start > new_at:
            changes.append((old_at, index, tuple(texts[new_at:start])))
        old_at, new_at = index + 1, end
    return changes


def _written(edit: _Edit, old: Sequence[Word], region: _Region) -> list[Word]:
    """Return what the user wrote in the place of words: in their times, or spread over them by length."""
    if len(old) == len(edit.texts):
        return [
            word if word.text == text else Word(text=text, start=word.start, end=word.end, is_corrected=True)
            for word, text in zip(old, edit.texts, strict=True)
        ]
    start, end = (old[0].start, old[-1].end) if old else (edit.start, edit.end)
    start, end = max(start, region.start), min(end, region.end)
    kept = {word.text for word in old}
    return [
        Word(text=each.text, start=each.start or 0.0, end=each.end or 0.0, is_corrected=each.text not in kept)
        for each in interpolate(edit.texts, start, end)
    ]


def _text(words: Sequence[Word]) -> str:
    return join_words(word.text for word in words)


def _checked(start: float, end: float) -> tuple[float, float]:
    if not (math.isfinite(start) and math.isfinite(end) and 0 <= start < end):
        raise ContractError(f"words can't be corrected from {start} to {end} s")
    return start, end


def _pattern(find: str, whole_words: bool, match_case: bool) -> re.Pattern[str] | None:
    """Return what finds a text, however its white space is written; None for an empty one."""
    parts = find.split()
    if not parts:
        return None
    wanted = r"\s*".join(map(re.escape, parts)) if is_unspaced(find) else r"\s+".join(map(re.escape, parts))
    if whole_words and not is_unspaced(find):
        before = r"(?<!\w)" if re.match(r"\w", parts[0]) else ""
        after = r"(?!\w)" if re.search(r"\w$", parts[-1]) else ""
        wanted = f"{before}{wanted}{after}"
    return re.compile(wanted, 0 if match_case else re.IGNORECASE)


def _replaced(text: str, start: int, end: int, matches: Sequence[tuple[int, int]], replacement: str) -> str:
    piece, at = "", start
    for first, last in matches:
        piece += text[at:first] + replacement
        at = last
    return piece + text[at:end]


def _end_of(words: Sequence[Word], starts: Sequence[int], index: int) -> int:
    return starts[index] + len(words[index].text)


def _labels(corrections: Corrections, heard: Transcript, speaker: str) -> set[str]:
    """Return the labels of a speaker, who may be given by label or by the name that is shown; none if unknown."""
    known = {segment.speaker for segment in heard.segments} | {each.speaker for each in corrections.speakers}
    known |= set(corrections.names)
    shown = corrections.names.get(speaker, speaker)
    return {label for label in known if label and corrections.names.get(label, label) == shown}
