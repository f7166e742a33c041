"""The seconds that are looked at for a clip: always its own, seldom others after a small change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.schema.framing import FacePoint, FaceTrack
from core.schema.time import Cut, TimeSpan, merge_spans, total_duration
from core.vision.footage import GRID_SECONDS, footage_of, tracks_within, within_source

SPANS = st.lists(
    st.tuples(st.floats(0, 5000), st.floats(0.1, 90)).map(lambda s: TimeSpan(start=s[0], end=s[0] + s[1])),
    min_size=1,
    max_size=6,
)


@given(SPANS)
def test_footage_holds_every_range_on_the_grid_and_little_more(ranges: list[TimeSpan]) -> None:
    footage = footage_of(Cut(ranges=tuple(ranges)))
    assert list(footage.spans) == merge_spans(footage.spans)
    for kept in ranges:
        assert any(span.start <= kept.start and kept.end <= span.end for span in footage.spans)
    assert all(each % GRID_SECONDS == 0 for span in footage.spans for each in (span.start, span.end))
    assert total_duration(footage.spans) <= total_duration(ranges) + len(ranges) * (2 * GRID_SECONDS + 1)


def test_a_nudge_and_a_filler_that_is_cut_out_leave_the_footage_as_it_is() -> None:
    whole = footage_of(Cut(ranges=(TimeSpan(start=61.2, end=95.0),)))
    assert whole.spans == (TimeSpan(start=60, end=96),)
    assert footage_of(Cut(ranges=(TimeSpan(start=61.9, end=94.3),))) == whole
    assert footage_of(Cut(ranges=(TimeSpan(start=61.2, end=70.0), TimeSpan(start=71.5, end=95.0)))) == whole
    assert footage_of(Cut(ranges=(TimeSpan(start=58.9, end=95.0),))) != whole


def test_footage_ends_with_its_source() -> None:
    footage = footage_of(Cut(ranges=(TimeSpan(start=1.0, end=9.7), TimeSpan(start=40.0, end=41.0))))
    assert within_source(footage, 10.0) == (TimeSpan(start=0, end=10),)


def test_faces_beside_a_clip_are_not_of_it() -> None:
    def track(id: int, start: float, end: float) -> FaceTrack:
        seconds = [start + 0.25 * step for step in range(round((end - start) * 4) + 1)]
        points = tuple(FacePoint(at=at, x=0, y=0, width=9, height=9) for at in seconds)
        return FaceTrack(id=id, person=id, points=points)

    tracks = [track(0, 0, 20), track(1, 0, 4.75), track(2, 15.25, 20), track(3, 7, 8)]
    kept = tracks_within(tracks, [TimeSpan(start=5, end=10), TimeSpan(start=12, end=15)])
    assert [each.id for each in kept] == [0, 3]
    assert (kept[0].points[0].at, kept[0].points[-1].at) == (4.5, 15.25)
    assert not any(10.5 < point.at < 11.5 for point in kept[0].points)
