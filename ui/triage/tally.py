"""How far the review of a run is: how many clips are decided, and how much film is approved. No widgets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from core.schema.clip import Clip, Decision
from ui.widgets.timecode import length
from ui.wording import tr


@dataclass(frozen=True)
class Tally:
    """How many clips have which decision; `approved_seconds` is how long all that is approved lasts."""

    counts: Counter[Decision] = field(default_factory=Counter)
    approved_seconds: float = 0.0

    @property
    def whole(self) -> int:
        """How many clips there are."""
        return self.counts.total()

    @property
    def decided(self) -> float:
        """The share of clips that are decided, 0 to 1."""
        return 1.0 - self.counts["undecided"] / self.whole if self.whole else 0.0


def tally(clips: Iterable[Clip]) -> Tally:
    """Count clips by their decisions."""
    counts: Counter[Decision] = Counter()
    seconds = 0.0
    for clip in clips:
        counts[clip.decision] += 1
        seconds += clip.cut.duration if clip.decision == "approved" else 0.0
    return Tally(counts, seconds)


def tally_words(counted: Tally) -> str:
    """Return `3 approved · 1 min 42 s · 9 to decide`; empty where there are no clips."""
    if not counted.whole:
        return ""
    approved, left = counted.counts["approved"], counted.counts["undecided"]
    kept = (tr("%n approved", "clips", approved), length(counted.approved_seconds))
    open_ones = tr("%n to decide", "clips", left) if left else tr("all decided")
    return " · ".join((*(kept if approved else (tr("Nothing approved yet"),)), open_ones))
