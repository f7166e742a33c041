"""Which seconds of a source are looked at for a clip: its own, rounded outward.

Looking for faces is the dearest that is done for a clip, so it should not hang on where exactly the clip begins. A
clip's in point that is nudged by a word, or a filler cut out of its middle, nearly always leaves its footage as it
is, and with it all that was seen there.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from core.schema.framing import FaceTrack, Footage
from core.schema.time import Cut, TimeSpan, merge_spans

# A clip is looked at for five seconds more in the mean, and eleven of twelve nudges by a word need no other look.
GRID_SECONDS = 4.0
# Ranges are snapped to frames later, and a face is placed better with what comes before and after.
MARGIN_SECONDS = 0.5


def footage_of(cut: Cut) -> Footage:
    """Return the seconds to look at for a cut, beginning and ending on multiples of `GRID_SECONDS`.

    They hold every range of the cut with `MARGIN_SECONDS` around it, begin no earlier than the source, and may end
    later than it.
    """
    spans = merge_spans(
        TimeSpan(
            start=max(0.0, math.floor((kept.start - MARGIN_SECONDS) / GRID_SECONDS) * GRID_SECONDS),
            end=math.ceil((kept.end + MARGIN_SECONDS) / GRID_SECONDS) * GRID_SECONDS,
        )
        for kept in cut.ranges
    )
    return Footage(spans=tuple(spans))


def within_source(footage: Footage, duration: float) -> tuple[TimeSpan, ...]:
    """Return the spans of some footage that a source of so many seconds has."""
    return tuple(
        TimeSpan(start=span.start, end=min(span.end, duration)) for span in footage.spans if span.start < duration
    )


def tracks_within(tracks: Sequence[FaceTrack], spans: Sequence[TimeSpan]) -> tuple[FaceTrack, ...]:
    """Return the faces seen during the spans, with their points there and `MARGIN_SECONDS` around them."""
    near = merge_spans(
        TimeSpan(start=span.start - MARGIN_SECONDS, end=span.end + MARGIN_SECONDS) for span in spans
    )
    kept = []
    for track in tracks:
        points = tuple(point for point in track.points if any(span.contains(point.at) for span in near))
        if any(span.contains(point.at) for point in points for span in spans):
            kept.append(track.model_copy(update={"points": points}))
    return tuple(kept)
