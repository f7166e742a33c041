"""The best word times that can be had for segments whose own times are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.schema.choice import Choice
from core.speech.words import Passage, lay_out

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from core.schema.record import ProgressCallback
    from core.schema.transcript import TranscriptSegment


def time_words(
    segments: list[TranscriptSegment],
    passages: Sequence[Passage],
    audio: Path | None,
    progress: ProgressCallback,
) -> tuple[list[TranscriptSegment], bool, Choice]:
    """Return segments whose words are placed as well as can be, whether their times are exact, and how that was.

    Args:
        segments: What was laid out of `passages`, interpolated where those had no word times.
        passages: As read.
        audio: The analysis audio of English speech; None leaves interpolated times as they are.
        progress: Told 0 to 1.
    """
    timed = sum(passage.has_word_times for passage in passages)
    if timed > 0.9 * len(passages):
        return segments, True, Choice(subject="word times", chosen="from the file", reason="the file has them")
    if audio is None:
        return segments, False, _INTERPOLATED
    aligned, confirmed = place_words(segments, audio, progress)
    if not confirmed:
        return segments, False, _INTERPOLATED
    choice = Choice(
        subject="word times",
        chosen="placed in the sound",
        reason=f"the captions have no word times; the sound confirmed {confirmed} of {len(segments)} captions",
        degraded=confirmed < 0.9 * len(segments),
    )
    return lay_out(aligned), confirmed >= 0.9 * len(segments), choice


def place_words(
    segments: Sequence[TranscriptSegment], audio: Path, progress: ProgressCallback
) -> tuple[list[Passage], int]:
    """Return a passage for each segment, with times of its words where the sound confirms them, and how many.

    Args:
        segments: English, in order, their own times right to about two seconds.
        audio: The analysis audio.
        progress: Told 0 to 1.
    """
    from core.speech.alignment import align_captions

    found, confirmed = align_captions(segments, audio, progress)
    aligned = [
        Passage(s.text, words[0].start, words[-1].end, s.speaker, tuple(words))
        if words
        else Passage(s.text, s.start, s.end, s.speaker)
        for s, words in zip(segments, found, strict=True)
    ]
    return aligned, confirmed


_INTERPOLATED = Choice(
    subject="word times",
    chosen="interpolated inside each caption",
    reason="the file has no word times, and the words could not be placed in the sound",
    degraded=True,
)
