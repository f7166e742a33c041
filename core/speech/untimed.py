"""Text without times: spread over the speech that is heard, then placed in it where that can be done."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.errors import TranscriptError
from core.schema.choice import Choice
from core.schema.time import TimeSpan, total_duration
from core.schema.transcript import TranscriptSegment
from core.speech.words import Passage, SpokenWord, fill_missing_times, group_words, lay_out, split_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from core.schema.record import ProgressCallback

_LARGEST_REST = 0.1  # the share of text or speech that may be left over before an alignment is thrown away


@dataclass(frozen=True, slots=True)
class PlacedText:
    """Segments of a text that had no times, and how they came by them."""

    segments: list[TranscriptSegment]
    is_exact: bool
    choice: Choice


def place_untimed(
    passages: Sequence[Passage],
    path: Path,
    audio: Path | None,
    duration: float,
    can_align: bool,
    progress: ProgressCallback,
) -> PlacedText:
    """Give times to a text; known starts of some passages (stamps) hold the others between them.

    Raises:
        TranscriptError: There is neither sound nor a duration, or nobody speaks in it.
    """
    if audio is None and duration <= 0:
        raise TranscriptError(
            "the text has no times, and there is no sound to place it in.",
            file=str(path),
            remedy="Give it together with its recording, or use captions (SRT, VTT) or JSON.",
        )
    speech = _speech(audio, progress) if audio is not None else [TimeSpan(start=0.0, end=duration)]
    if not speech:
        raise TranscriptError("nobody speaks in the recording, so the text can't be placed.", file=str(path))
    words, owners = _spread(passages, speech)
    choice, is_exact = _SPREAD, False
    has_stamps = any(passage.start is not None for passage in passages)
    if audio is not None and can_align and not has_stamps:
        placed = align_untimed(words, audio, speech, progress)
        if placed is not None:
            words, choice, is_exact = placed, _ALIGNED, True
    return PlacedText(lay_out(_regroup(words, owners)), is_exact, choice)


_SPREAD = Choice(
    subject="word times",
    chosen="spread over the speech",
    reason="the text has no times of its own, so every word may be off by seconds",
    degraded=True,
)
_ALIGNED = Choice(
    subject="word times",
    chosen="placed in the sound",
    reason="the text has no times of its own; where it differs from what is said, words may be off",
    degraded=True,
)


def _speech(audio: Path, progress: ProgressCallback) -> list[TimeSpan]:
    from core.speech.voice_activity import speech_spans_of, talk_spans

    return talk_spans(speech_spans_of(audio, lambda part, text: progress(0.2 * part, text)))


def _spread(passages: Sequence[Passage], speech: Sequence[TimeSpan]) -> tuple[list[SpokenWord], list[Passage]]:
    """Spread each run of passages between two known starts over the speech between them, by characters."""
    words: list[SpokenWord] = []
    owners: list[Passage] = []
    firsts = [i for i, passage in enumerate(passages) if passage.start is not None or i == 0]
    for first, last in zip(firsts, [*firsts[1:], len(passages)], strict=True):
        run = passages[first:last]
        start = run[0].start if run[0].start is not None else 0.0
        following = passages[last].start if last < len(passages) else None
        end = following if following is not None else max(speech[-1].end, start + 1.0)
        inside = [span for span in speech if span.end > start and span.start < end]
        spans = [TimeSpan(start=max(span.start, start), end=min(span.end, end)) for span in inside]
        texts = [(text, passage) for passage in run for text in split_words(passage.text)]
        words += spread_words(spans or [TimeSpan(start=start, end=max(start, end))], [text for text, _ in texts])
        owners += [passage for _, passage in texts]
    return words, owners


def spread_words(spans: Sequence[TimeSpan], texts: Sequence[str]) -> list[SpokenWord]:
    """Spread words over spans of speech in proportion to their characters; none is laid across a pause."""
    total = sum(len(text) + 1 for text in texts) or 1
    scale = total_duration(spans) / total
    offsets, passed = [], 0.0
    for span in spans:
        offsets.append(passed)
        passed += span.duration
    words, used = [], 0
    for text in texts:
        at = used * scale
        index = max(0, bisect_right(offsets, at + 1e-9) - 1)
        start = spans[index].start + at - offsets[index]
        used += len(text) + 1
        words.append(SpokenWord(text, start, min(start + (len(text) + 1) * scale, spans[index].end)))
    return words


def align_untimed(
    words: Sequence[SpokenWord], audio: Path, speech: Sequence[TimeSpan], progress: ProgressCallback
) -> list[SpokenWord] | None:
    """Return the words placed in the sound, or None where text and sound don't end together."""
    from core.speech.alignment import align_text

    start, end = max(0.0, speech[0].start - 0.3), speech[-1].end + 0.3
    found = align_text(words, audio, start, end, lambda part, text: progress(0.2 + 0.8 * part, text))
    if found.aligned < (1 - _LARGEST_REST) * len(words):
        return None
    last = max(word.end for word in found.words if word.end is not None)
    unused = total_duration([TimeSpan(start=max(s.start, last), end=s.end) for s in speech if s.end > last])
    if unused > max(3.0, _LARGEST_REST * total_duration(speech)):
        return None
    return fill_missing_times(found.words, start, end)


def _regroup(words: Sequence[SpokenWord], owners: Sequence[Passage]) -> list[Passage]:
    regrouped: list[Passage] = []
    first = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or owners[index] is not owners[first]:
            run = [replace(word, confidence=1.0) for word in words[first:index]]
            regrouped += group_words(run, owners[first].speaker)
            first = index
    return regrouped
