"""Which clips a list shows, and what is said in each. No widgets."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, replace

from core.schema.clip import Clip
from core.schema.learning import Standing
from core.schema.transcript import Transcript, TranscriptSegment
from ui.wording import tr


@dataclass(frozen=True)
class Said:
    """What is said in a clip, folded for searching, and by whom."""

    text: str = ""
    speakers: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ClipFilter:
    """What a clip must be to be shown; lengths are in seconds, and what is empty or 0 asks for nothing."""

    decision: str = ""
    text: str = ""
    least_score: float = 0.0
    shortest: float = 0.0
    longest: float = 0.0
    speaker: str = ""
    has_notes: bool = False

    @property
    def asks_for_words(self) -> bool:
        """Whether it has to be known what is said in clips."""
        return bool(self.text or self.speaker)

    @property
    def is_narrow(self) -> bool:
        """Whether it asks for more than a decision and a text, which are in sight."""
        return self.without_detail() != self

    def without_detail(self) -> ClipFilter:
        """Return the filter that asks for the same decision and text alone."""
        return ClipFilter(decision=self.decision, text=self.text)

    def admits(self, clip: Clip, standing: Standing, said: Said) -> bool:
        """Whether a clip is shown."""
        seconds = clip.cut.duration
        return (
            (not self.decision or clip.decision == self.decision)
            # As it is shown: rounded.
            and (not self.least_score or round(standing.score) >= self.least_score)
            and round(seconds) >= self.shortest
            and (not self.longest or round(seconds) <= self.longest)
            and (not self.speaker or self.speaker in said.speakers)
            and (not self.has_notes or bool(clip.notes))
            and (not self.text or _holds(clip, said, self.text))
        )


def _holds(clip: Clip, said: Said, text: str) -> bool:
    written = f"{clip.wording.title} {clip.wording.hook} {clip.reason} {clip.notes}".casefold()
    return all(word in written or word in said.text for word in text.casefold().split())


class Spoken:
    """What is said in clips of a transcript; each is read once for as long as its cut stays the same."""

    def __init__(self, transcript: Transcript | None = None) -> None:
        self._segments = transcript.segments if transcript else ()
        self._ends = [segment.end for segment in self._segments]
        self._known: dict[str, tuple[Clip, Said]] = {}
        self.speakers = tuple(sorted({segment.speaker for segment in self._segments if segment.speaker}))

    def of(self, clip: Clip) -> Said:
        """Return what is said in a clip."""
        known = self._known.get(clip.id)
        if known is None or known[0].cut != clip.cut:
            known = self._known[clip.id] = (clip, self._read(clip))
        return known[1]

    def _read(self, clip: Clip) -> Said:
        texts: list[str] = []
        speakers: set[str] = set()
        for kept in clip.cut.ranges:
            for segment in self._segments[bisect.bisect_right(self._ends, kept.start) :]:
                if segment.start >= kept.end:
                    break
                if words := _words_within(segment, kept.start, kept.end):
                    texts.append(words)
                    speakers.add(segment.speaker)
        return Said(" ".join(texts).casefold(), frozenset(speakers))


def _words_within(segment: TranscriptSegment, start: float, end: float) -> str:
    """Return what of a segment is said in source seconds [start, end): all of it, or words by their middles."""
    if (start <= segment.start and segment.end <= end) or not segment.words:
        return segment.text
    inside = (word for word in segment.words if start <= (word.start + word.end) / 2 < end)
    return " ".join(word.text for word in inside)


def detail_words(wanted: ClipFilter) -> str:
    """Return what a filter asks for beyond decision and text, in a few words."""
    parts = []
    if wanted.least_score:
        parts.append(tr("score from {least}").format(least=round(wanted.least_score)))
    if wanted.shortest and wanted.longest:
        parts.append(f"{wanted.shortest:.0f}–{wanted.longest:.0f} s")
    elif wanted.shortest or wanted.longest:
        least, most = round(wanted.shortest), round(wanted.longest)
        from_on, up_to = tr("from {seconds} s"), tr("up to {seconds} s")
        parts.append(from_on.format(seconds=least) if least else up_to.format(seconds=most))
    if wanted.speaker:
        parts.append(wanted.speaker)
    if wanted.has_notes:
        parts.append(tr("with notes"))
    return " · ".join(parts)


def with_decision(wanted: ClipFilter, decision: str) -> ClipFilter:
    """Return the filter for another decision; an empty one is for all."""
    return replace(wanted, decision=decision)


def with_text(wanted: ClipFilter, text: str) -> ClipFilter:
    """Return the filter for another text."""
    return replace(wanted, text=text.strip())
