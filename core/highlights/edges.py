"""The ends of a clip against the picture: no flash of another shot at its start or end."""

from __future__ import annotations

from collections.abc import Sequence

from core.schema.shot import Shot
from core.schema.time import Cut, TimeSpan

# A stretch of another shot this short is seen as a flash, not as a shot.
_FLASH_SECONDS = 0.5


def keep_off_flashes(cut: Cut, shots: Sequence[Shot], words: Sequence[TimeSpan], shortest: float = 0.0) -> Cut:
    """Move a clip's ends to a shot's edge that is close by, where no word is lost by it.

    Args:
        cut: What was chosen by ear, source seconds.
        shots: The picture's shots, ascending.
        words: When words are spoken, ascending.
        shortest: A cut that would get shorter than so many seconds stays as it is.
    """
    if not words:
        return cut
    ranges = list(cut.ranges)
    first, last = ranges[0], ranges[-1]
    spoken = [word for word in words if word.end > first.start and word.start < last.end]
    if not spoken:
        return cut
    latest = min(first.start + _FLASH_SECONDS, min(word.start for word in spoken))
    starts = [shot.start for shot in shots if first.start < shot.start <= latest]
    if starts:
        ranges[0] = TimeSpan(start=starts[-1], end=first.end)
    last = ranges[-1]
    earliest = max(last.end - _FLASH_SECONDS, max(word.end for word in spoken))
    ends = [shot.end for shot in shots if earliest <= shot.end < last.end]
    if ends:
        ranges[-1] = TimeSpan(start=last.start, end=ends[0])
    moved = Cut(ranges=tuple(ranges))
    return moved if moved.duration >= shortest else cut
