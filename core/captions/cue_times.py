"""How long each page is on screen: while it is said, long enough to be read if there is time, not over silence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from core.captions.reading import reading_seconds
from core.captions.script import join_words

if TYPE_CHECKING:
    from core.captions.words import CaptionWord

Gaps = Literal["closed", "kept"]

# Seconds. A page that is on screen for less is seen and not read.
SHORTEST_CUE = 0.5
# A page stays so long after its last word, as far as the next page allows,
HOLD = 0.2
# and so much longer at most where it was said too fast to be read, or until the next page comes.
LONGEST_LINGER = 0.5
# It may come so early where that alone gives a reader time; earlier it would tell what is not said yet.
LONGEST_LEAD = 0.25
# Gaps that are kept are at least two frames long: shorter ones flicker.
FLICKER = 0.08


@dataclass(frozen=True)
class _Page:
    """When a page is said, and how long it should be seen."""

    start: float
    end: float
    needed: float


def page_times(
    pages: Sequence[Sequence[CaptionWord]], clip_duration: float, gaps: Gaps, cuts: Sequence[float] = ()
) -> list[tuple[float, float]]:
    """Return when each page is on screen: [start, end) in clip seconds, without overlap, all of its words inside.

    Args:
        pages: In order, times ascending.
        clip_duration: Length of the clip in seconds.
        gaps: Whether a page stays until the next one where the pause between is short.
        cuts: Clip seconds at which the picture changes at once; no page stays over one in a pause, if it was read.
    """
    said = [_said(page) for page in pages]
    times: list[tuple[float, float]] = []
    floor = 0.0
    for index, page in enumerate(said):
        following = said[index + 1] if index + 1 < len(said) else None
        start = max(floor, min(page.start, _start_at_cut(page, floor, cuts, gaps)))
        end = _end(page, start, following, clip_duration, gaps)
        end = _end_at_cut(page, start, end, cuts)
        if end - start < page.needed:
            earliest = max(floor, page.start - LONGEST_LEAD, _last_cut(cuts, page.start))
            start = min(start, max(earliest, end - page.needed))
        times.append((_without_blink(page, start, floor), end))
        floor = end
    return times


def _said(page: Sequence[CaptionWord]) -> _Page:
    needed = max(SHORTEST_CUE, reading_seconds(join_words([word.text for word in page])))
    return _Page(page[0].start, page[-1].end, needed)


def _end(page: _Page, start: float, following: _Page | None, clip_duration: float, gaps: Gaps) -> float:
    until = following.start if following else clip_duration
    latest = min(until, page.end + LONGEST_LINGER)
    end = min(latest, max(page.end + HOLD, start + page.needed))
    if following is None:
        return end
    if gaps == "closed" and until <= latest:
        # What the next page lacks it gets of the gap, before this one has more than it needs.
        lacking = min(LONGEST_LEAD, max(0.0, following.needed - (following.end - following.start)))
        return min(until, max(page.end, start + page.needed, until - lacking))
    return until if until - end < FLICKER else end


def _end_at_cut(page: _Page, start: float, end: float, cuts: Sequence[float]) -> float:
    """Return the end, brought forward to a cut in the pause after a page that could be read by then."""
    after = bisect_right(cuts, page.end)
    if after < len(cuts) and cuts[after] < end and cuts[after] - start >= page.needed:
        return cuts[after]
    return end


def _start_at_cut(page: _Page, floor: float, cuts: Sequence[float], gaps: Gaps) -> float:
    """Return a start at a cut shortly before the page, where it would else come after a blink."""
    cut = _last_cut(cuts, page.start)
    is_near = page.start - cut <= (LONGEST_LEAD if gaps == "closed" else FLICKER)
    return cut if is_near and cut >= floor else page.start


def _without_blink(page: _Page, start: float, floor: float) -> float:
    """Return a start that leaves no gap, or one that can be seen, behind the page before."""
    if not 0.0 < start - floor < FLICKER:
        return start
    return floor if page.start - floor <= LONGEST_LEAD else min(page.start, floor + FLICKER)


def _last_cut(cuts: Sequence[float], at: float) -> float:
    index = bisect_right(cuts, at)
    return cuts[index - 1] if index else 0.0
