"""The ends of a clip against the picture: no flash of another shot at its start or end."""

from __future__ import annotations

from collections.abc import Sequence

from core.schema.shot import Shot
from core.schema.time import Cut, TimeSpan

# A stretch of another shot this short is seen as a flash, not as a shot.
_FLASH_SECONDS = 0.5


def keep_off_flashes(cut: Cut, shots: Sequence[Shot], words: Sequence[TimeSpan], shortest: float = 0.0) -> Cut:
    """Move the ends of a clip's ranges to a shot's edge that is close by, where no word is lost by it.

    Args:
        cut: What was chosen by ear, source seconds.
        shots: The picture's shots, ascending.
        words: When words are spoken, ascending.
        shortest: A cut that would get shorter than so many seconds stays as it is.
    """
    moved = Cut(ranges=tuple(_off_flashes(span, shots, words) for span in cut.ranges))
    return moved if moved.duration >= shortest else cut


def _off_flashes(span: TimeSpan, shots: Sequence[Shot], words: Sequence[TimeSpan]) -> TimeSpan:
    spoken = [word for word in words if word.end > span.start and word.start < span.end]
    if not spoken:
        return span
    start, end = span.start, span.end
    latest = min(start + _FLASH_SECONDS, min(word.start for word in spoken))
    starts = [shot.start for shot in shots if start < shot.start <= latest]
    earliest = max(end - _FLASH_SECONDS, max(word.end for word in spoken))
    ends = [shot.end for shot in shots if earliest <= shot.end < end]
    return TimeSpan(start=starts[-1] if starts else start, end=ends[0] if ends else end)
