"""A transcript with the user's corrections applied. Outside of what was corrected nothing changes.

What a transcript promises holds whatever is corrected, and whatever a later transcription hears: words ascend, lie
inside their segment, overlap nothing and are finite.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from core.schema.correction import Corrections, SpeakerCorrection, WordCorrection
from core.schema.time import Cut
from core.schema.transcript import Transcript, TranscriptSegment, Word
from core.speech.words import LONGEST_PAUSE_INSIDE, SHORTEST_WORD, join_words


def corrected(heard: Transcript, corrections: Corrections) -> Transcript:
    """Return what was heard as the user corrected it: other words, other speakers, speakers by their names."""
    segments = heard.segments
    if corrections.words:
        segments = _with_words(segments, corrections.words)
    if corrections.speakers:
        segments = tuple(part for each in segments for part in _by_speaker(each, corrections.speakers))
    if corrections.names:
        segments = tuple(_named(segment, corrections.names) for segment in segments)
    return heard if segments is heard.segments else heard.model_copy(update={"segments": segments})


def for_cut(corrections: Corrections, cut: Cut) -> Corrections:
    """Return what of the corrections changes a clip, so that one made elsewhere makes nothing of it anew.

    A clip knows speakers by their labels (names that a style shows come as `SpeakerNames`, and files beside it get
    names as they are written); labels that are one speaker become the first of them.
    """

    def is_inside(start: float, end: float) -> bool:
        return any(start < kept.end and end > kept.start for kept in cut.ranges)

    first: dict[str, str] = {}
    for label, name in sorted(corrections.names.items()):
        first.setdefault(name, label)
    return Corrections(
        words=tuple(each for each in corrections.words if is_inside(each.start, each.end)),
        speakers=tuple(each for each in corrections.speakers if is_inside(each.start, each.end)),
        names={label: first[name] for label, name in corrections.names.items() if first[name] != label},
    )


def middle(word: Word) -> float:
    """Return the second by which it is decided whether a word lies in a span."""
    return (word.start + word.end) / 2


def fitted(words: Sequence[Word], start: float, end: float) -> tuple[Word, ...]:
    """Return words moved as little as needed to ascend, overlap nothing and lie in [start, end]."""
    count = len(words)
    least = min(SHORTEST_WORD, (end - start) / max(1, count))
    made: list[Word] = []
    at = start
    for index, word in enumerate(words):
        latest = end - (count - index) * least
        first = min(end, max(at, min(word.start, latest)))
        room = max(first, end - (count - index - 1) * least)
        last = min(end, room, max(word.end, first + least))
        made.append(_at(word, first, last))
        at = last
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word and the index of the segment it belongs to (-1: none).

    Of what stands apart a segment of its own is made, which takes after that one; `apart` tells them apart.
    """

    word: Word
    owner: int
    apart: int = 0
    is_changed: bool = False


def _with_words(
    segments: tuple[TranscriptSegment, ...], corrections: Sequence[WordCorrection]
) -> tuple[TranscriptSegment, ...]:
    """Apply corrections where they are: of ten hours only a few lines are looked at."""
    stretches: list[tuple[int, int, list[WordCorrection]]] = []
    for each in corrections:
        first = bisect_left(segments, each.start, key=lambda segment: segment.end)
        last = bisect_left(segments, each.end, key=lambda segment: segment.start)
        first, last = _spoken(segments, first - 1, -1), _spoken(segments, last, 1)
        if stretches and stretches[-1][1] >= first:
            stretches[-1] = (stretches[-1][0], max(last, stretches[-1][1]), [*stretches[-1][2], each])
        else:
            stretches.append((first, last, [each]))
    made: list[TranscriptSegment] = []
    at = 0
    for first, last, some in stretches:
        made += segments[at:first]
        made += _stretch_with_words(segments[first : last + 1], some)
        at = last + 1
    return (*made, *segments[at:])


def _spoken(segments: Sequence[TranscriptSegment], index: int, step: int) -> int:
    """Return the next segment from an index on that has words, within the list."""
    while 0 < index < len(segments) - 1 and not segments[index].words:
        index += step
    return min(max(index, 0), max(len(segments) - 1, 0))


def _stretch_with_words(
    segments: tuple[TranscriptSegment, ...], corrections: Sequence[WordCorrection]
) -> tuple[TranscriptSegment, ...]:
    heard = [_Placed(word, index) for index, segment in enumerate(segments) for word in segment.words]
    middles = [middle(placed.word) for placed in heard]
    spans = [(bisect_left(middles, each.start), bisect_left(middles, each.end)) for each in corrections]
    taken = {first for first, last in spans if last > first}
    placed: list[_Placed] = []
    touched: set[int] = set()
    at = 0
    for number, (correction, (first, last)) in enumerate(zip(corrections, spans, strict=True), 1):
        placed += heard[at:first]
        at = last
        words = _make_room(placed, heard, -1 if last in taken else last, correction)
        owned = _owned(words, heard, first, last, number, segments)
        touched.update(each.owner for each in (*heard[first:last], *owned))
        placed += owned
    placed += heard[at:]
    touched.update(each.owner for each in placed if each.is_changed)
    return _rebuilt(segments, placed, touched)


def _make_room(
    before: list[_Placed], heard: list[_Placed], following: int, correction: WordCorrection
) -> tuple[Word, ...]:
    """Return a correction's words between their neighbours, who give way where they reach too far into its span.

    Args:
        before: What comes before, the neighbour last.
        heard: What was heard.
        following: The index in `heard` of the neighbour after it; -1 where that is another correction's.
        correction: What is placed.
    """
    words, low, high = correction.words, correction.start, correction.end
    if not words:
        return ()
    left = before[-1].word if before and before[-1].word.end > low else None
    right = heard[following].word if 0 <= following < len(heard) and heard[following].word.start < high else None
    start, end = left.end if left else low, right.start if right else high
    if end - start >= min(SHORTEST_WORD * len(words), high - low):
        return fitted(words, start, end)
    # Their middles lie outside, so that each keeps the greater part of itself.
    if left:
        before[-1] = replace(before[-1], word=_at(left, min(left.start, low), low), is_changed=True)
    if right:
        heard[following] = replace(heard[following], word=_at(right, high, max(right.end, high)), is_changed=True)
    return fitted(words, low, high)


def _owned(
    words: Sequence[Word],
    heard: Sequence[_Placed],
    first: int,
    last: int,
    number: int,
    segments: Sequence[TranscriptSegment],
) -> list[_Placed]:
    """Say which segments the words of a correction, in the place of heard[first:last], belong to."""
    if not words:
        return []
    if first == last:
        owner, is_apart = _home(words, heard, first, segments)
        return [_Placed(word, owner, number if is_apart else 0, True) for word in words]
    owners = [placed.owner for placed in heard[first:last]]
    if len(words) == len(owners):
        return [_Placed(word, owner, 0, True) for word, owner in zip(words, owners, strict=True)]
    distinct = list(dict.fromkeys(owners))
    borders = [
        (left.word.end + right.word.start) / 2
        for left, right in zip(heard[first:last], heard[first + 1 : last], strict=False)
        if left.owner != right.owner
    ]
    return [_Placed(word, distinct[bisect_right(borders, middle(word))], 0, True) for word in words]


def _home(
    words: Sequence[Word], heard: Sequence[_Placed], index: int, segments: Sequence[TranscriptSegment]
) -> tuple[int, bool]:
    """Return the segment that words which replace nothing belong to, and whether they stand apart from it."""
    if not heard:
        return -1, True
    before = heard[index - 1].owner if index else heard[0].owner
    after = heard[index].owner if index < len(heard) else heard[-1].owner
    if before == after and 0 < index < len(heard):
        return before, False
    since = words[0].start - segments[before].end if index else float("inf")
    until = segments[after].start - words[-1].end if index < len(heard) else float("inf")
    return (before, since > LONGEST_PAUSE_INSIDE) if since <= until else (after, until > LONGEST_PAUSE_INSIDE)


def _rebuilt(
    segments: tuple[TranscriptSegment, ...], placed: Sequence[_Placed], touched: set[int]
) -> tuple[TranscriptSegment, ...]:
    parts: dict[int, list[tuple[int, tuple[Word, ...]]]] = {}
    for (owner, apart), group in groupby(placed, key=lambda each: (each.owner, each.apart)):
        if owner in touched:
            parts.setdefault(owner, []).append((apart, tuple(each.word for each in group)))
    made: list[TranscriptSegment] = [_segment(None, words) for _, words in parts.get(-1, ())]
    borders: set[int] = set()
    for index, segment in enumerate(segments):
        if index not in touched:
            made.append(segment)
            continue
        for apart, words in parts.get(index, ()):
            borders.add(len(made))
            if apart:
                made.append(_segment(None, words).model_copy(update={"speaker": segment.speaker}))
            else:
                made.append(_segment(segment, words))
    for index in sorted(borders):
        _keep_apart(made, index - 1)
        _keep_apart(made, index)
    return tuple(made)


def _segment(old: TranscriptSegment | None, words: tuple[Word, ...]) -> TranscriptSegment:
    text = join_words(word.text for word in words)
    if old is None:
        return TranscriptSegment(start=words[0].start, end=words[-1].end, text=text, words=words)
    start, end = min(old.start, words[0].start), max(old.end, words[-1].end)
    return old.model_copy(update={"start": start, "end": end, "text": text, "words": words})


def _keep_apart(segments: list[TranscriptSegment], index: int) -> None:
    """Let a segment and the next one share the time that both have; their words are apart already."""
    if not 0 <= index < len(segments) - 1:
        return
    left, right = segments[index], segments[index + 1]
    if left.end <= right.start:
        return
    spoken_until = left.words[-1].end if left.words else left.start
    spoken_from = right.words[0].start if right.words else right.end
    border = min(max(right.start, spoken_until), max(spoken_from, spoken_until))
    segments[index] = left.model_copy(update={"end": min(left.end, border)})
    segments[index + 1] = right.model_copy(update={"start": max(right.start, border)})


def _by_speaker(
    segment: TranscriptSegment, corrections: Sequence[SpeakerCorrection]
) -> tuple[TranscriptSegment, ...]:
    """Split a segment where the user says that somebody else talks."""
    first = bisect_right(corrections, segment.start, key=lambda each: each.end)
    inside: list[SpeakerCorrection] = []
    for each in corrections[first:]:
        if each.start >= segment.end:
            break
        inside.append(each)
    if not inside:
        return (segment,)

    def said_by(at: float) -> str | None:
        return next((each.speaker for each in inside if each.start <= at < each.end), None)

    if not segment.words:
        speaker = said_by((segment.start + segment.end) / 2)
        return (segment,) if speaker is None else (_spoken_by(segment, speaker),)
    runs = [
        (speaker, tuple(group))
        for speaker, group in groupby(segment.words, key=lambda word: said_by(middle(word)))
    ]
    if len(runs) == 1:
        speaker = runs[0][0]
        return (segment,) if speaker is None else (_spoken_by(segment, speaker),)
    parts = []
    for number, (speaker, words) in enumerate(runs):
        update = {
            "start": words[0].start if number else segment.start,
            "end": words[-1].end if number + 1 < len(runs) else segment.end,
            "text": join_words(word.text for word in words),
            "words": words,
        }
        part = segment.model_copy(update=update)
        parts.append(part if speaker is None else _spoken_by(part, speaker))
    return tuple(parts)


def _spoken_by(segment: TranscriptSegment, speaker: str) -> TranscriptSegment:
    return segment.model_copy(update={"speaker": speaker, "speaker_confidence": 1.0})


def _named(segment: TranscriptSegment, names: dict[str, str]) -> TranscriptSegment:
    name = names.get(segment.speaker, segment.speaker)
    return segment if name == segment.speaker else segment.model_copy(update={"speaker": name})


def _at(word: Word, start: float, end: float) -> Word:
    return word if (word.start, word.end) == (start, end) else word.model_copy(update={"start": start, "end": end})
