"""Whatever the detector says: crops lie in the frame, have the right shape, and the clip is covered exactly."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from core.framing.frame import frame_clip
from core.framing.limits import (
    ACCELERATION_WINDOW_SECONDS,
    MAX_ACCELERATION,
    MAX_SPEED,
    MAX_ZOOM_ACCELERATION,
    MAX_ZOOM_SPEED,
)
from core.framing.path import Pace, rail_around, steer
from core.schema.choice import ASPECTS, aspect_ratio
from core.schema.clip import FramingWishes
from core.schema.framing import CropPath, FacePoint, FaceTrack, Framing, PictureContent, PixelBox
from core.schema.shot import Shot
from core.schema.source import VideoStream
from core.schema.time import Cut, TimeSpan, merge_spans
from tests.slices import examples, sliced

SIZES = st.sampled_from([(1920, 1080), (480, 360), (720, 1280), (640, 640), (322, 1440), (2560, 1080), (64, 48)])
SECONDS = st.floats(0, 30, allow_nan=False).map(lambda s: round(s, 3))
ANYWHERE = st.floats(-3000, 6000, allow_nan=False)


@st.composite
def _points(draw: st.DrawFn) -> FacePoint:
    return FacePoint(
        at=draw(SECONDS),
        x=draw(ANYWHERE),
        y=draw(ANYWHERE),
        width=draw(st.floats(0, 3000)),
        height=draw(st.floats(0, 3000)),
        speaking=draw(st.floats(0, 1)),
    )


@st.composite
def _tracks(draw: st.DrawFn) -> list[FaceTrack]:
    count = draw(st.integers(0, 5))
    return [
        FaceTrack(id=i, person=draw(st.integers(0, 3)), points=tuple(draw(st.lists(_points(), max_size=8))))
        for i in range(count)
    ]


@st.composite
def _steady_tracks(draw: st.DrawFn) -> list[FaceTrack]:
    """Faces that stay for seconds, so that every rule is reached: some jump, walk, or come nearer."""
    tracks = []
    for i in range(draw(st.integers(1, 4))):
        start, x, y = draw(SECONDS), draw(st.floats(0, 1)), draw(st.floats(0, 1))
        size, jump = draw(st.floats(0.02, 0.6)), draw(st.floats(-0.5, 0.5))
        period, seconds = draw(st.floats(0.5, 8)), draw(st.floats(1, 20))
        walk, growth = draw(st.sampled_from([0.0, 0.05, -0.3])), draw(st.sampled_from([1.0, 1.0, 1.2]))
        width, height = 1920, 1080
        points = tuple(
            FacePoint(
                at=at,
                x=width * (x + jump * ((at // period) % 2) + walk * (at - start)),
                y=height * y,
                width=size * height * growth ** (at - start),
                height=size * height * growth ** (at - start),
                speaking=float((at // period + i) % 2),
            )
            for at in np.arange(start, start + seconds, 0.25).tolist()
        )
        tracks.append(FaceTrack(id=i, person=i, points=points))
    return tracks


@st.composite
def _boxes(draw: st.DrawFn) -> PixelBox:
    return PixelBox(
        x=draw(ANYWHERE), y=draw(ANYWHERE), width=draw(st.floats(0, 3000)), height=draw(st.floats(0, 3000))
    )


@st.composite
def _contents(draw: st.DrawFn) -> list[PictureContent]:
    """What shots may be said to show: boxes outside of the frame, empty ones, hundreds of them."""
    contents = []
    for _ in range(draw(st.integers(0, 4))):
        start = draw(SECONDS)
        texts = draw(st.lists(_boxes(), max_size=6)) * draw(st.sampled_from([1, 1, 60]))
        interest = draw(st.sampled_from([(), (0.0,) * 48, (0.5, 0.0, 0.5), (0.1,) * 10]))
        contents.append(
            PictureContent(
                start=start,
                end=start + draw(st.floats(0, 20)),
                picture=draw(st.one_of(_boxes(), st.just(PixelBox(x=100, y=0, width=300, height=300)))),
                is_screen=draw(st.booleans()),
                texts=tuple(texts),
                captions=tuple(texts[:2]),
                drawn=draw(st.none() | _boxes()),
                inset=draw(st.none() | _boxes()),
                sides=draw(st.sampled_from([None, (255, 0, 128)])),
                interest_across=interest,
                interest_down=interest,
            )
        )
    return contents


@st.composite
def _cuts(draw: st.DrawFn) -> Cut:
    pairs = draw(st.lists(st.tuples(SECONDS, st.floats(0.05, 15)), min_size=1, max_size=4))
    return Cut(ranges=tuple(TimeSpan(start=start, end=round(start + length, 3)) for start, length in pairs))


@st.composite
def _shots(draw: st.DrawFn) -> tuple[Shot, ...]:
    bounds = sorted({0.0, *draw(st.lists(SECONDS, max_size=6)), 50.0})
    return tuple(Shot(start=a, end=b) for a, b in pairwise(bounds))


def _check(framing: Framing, cut: Cut, width: int, height: int) -> None:
    for aspect, spans in framing.spans.items():
        assert merge_spans(TimeSpan(start=s.start, end=s.end) for s in spans) == merge_spans(cut.ranges)
        for before, after in pairwise(spans):
            assert before.end <= after.start
        for span in spans:
            assert span.start < span.end
            assert span.reason
            for region in span.regions:
                shape = aspect_ratio(aspect) * region.target.width / region.target.height
                crop = region.crop
                for x, y, w, h in zip(crop.x, crop.y, crop.width, crop.height, strict=True):
                    assert x >= 0 and y >= 0 and x + w <= width + 1e-6 and y + h <= height + 1e-6
                    assert w > 0 and h > 0
                    assert abs(w / h / shape - 1) < 1e-9
                assert region.target.x >= 0 and region.target.x + region.target.width <= 1 + 1e-12
                assert region.target.y >= 0 and region.target.y + region.target.height <= 1 + 1e-12
                assert span.start <= crop.at[0] and crop.at[-1] <= span.end, "nothing moves across a cut"
                _check_motion(crop, span.start, span.end, width, height)


def _check_motion(crop: CropPath, start: float, end: float, width: int, height: int) -> None:
    """The crop as it is played back, 60 times a second."""
    if len(crop.at) == 1:
        return
    at = np.arange(start, end, 1 / 60)
    played = np.array([crop.at_time(float(second)) for second in at])
    assert np.isfinite(played).all()
    assert (played[:, :2] >= 0).all()
    assert (played[:, 0] + played[:, 2] <= width + 1e-6).all() and (
        played[:, 1] + played[:, 3] <= height + 1e-6
    ).all()
    side = min(min(crop.width), min(crop.height))
    centres = played[:, :2] + played[:, 2:] / 2
    _check_limits(centres / side, MAX_SPEED, MAX_ACCELERATION)
    _check_limits(played[:, 3:] / min(crop.height), MAX_ZOOM_SPEED, MAX_ZOOM_ACCELERATION)


def _check_limits(played: np.ndarray, speed: float, acceleration: float) -> None:
    if len(played) > 1:
        assert np.abs(np.diff(played, axis=0)).max() * 60 <= speed * 1.001 + 1e-6
    window = round(ACCELERATION_WINDOW_SECONDS * 60)
    bend = played[2 * window :] - 2 * played[window:-window] + played[: -2 * window]
    if len(bend):
        assert np.abs(bend).max() / ACCELERATION_WINDOW_SECONDS**2 <= acceleration * 1.03


@examples(few=30, many=2000, suppress_health_check=[HealthCheck.too_slow])
@given(
    SIZES,
    _cuts(),
    _shots(),
    st.one_of(_tracks(), _steady_tracks()),
    st.sampled_from(["", "split", "follow", "wide"]),
)
def test_any_faces(
    size: tuple[int, int], cut: Cut, shots: tuple[Shot, ...], tracks: list[FaceTrack], layout: str
) -> None:
    framing = frame_clip(_video(*size), cut, shots, tracks, ASPECTS, FramingWishes(layout=layout))
    _check(framing, cut, *size)


@examples(few=15, many=2000, suppress_health_check=[HealthCheck.too_slow])
@given(
    SIZES,
    _cuts(),
    _shots(),
    st.one_of(st.just([]), st.just([]), _steady_tracks()),
    _contents(),
    st.sampled_from(["", "", "screen", "wide"]),
)
def test_any_content(
    size: tuple[int, int],
    cut: Cut,
    shots: tuple[Shot, ...],
    tracks: list[FaceTrack],
    contents: list[PictureContent],
    layout: str,
) -> None:
    wishes = FramingWishes(layout=layout)
    _check(frame_clip(_video(*size), cut, shots, tracks, ASPECTS, wishes, contents=contents), cut, *size)


def test_hundreds_of_faces() -> None:
    rng = np.random.default_rng(5)
    tracks = [
        FaceTrack(
            id=i,
            person=i,
            points=tuple(
                FacePoint(at=at, x=x, y=y, width=40, height=40, speaking=rng.random())
                for at in np.arange(0, 8, 0.4).tolist()
            ),
        )
        for i, (x, y) in enumerate(rng.uniform(0, 1000, (300, 2)).tolist())
    ]
    cut = Cut(ranges=(TimeSpan(start=0, end=8),))
    framing = frame_clip(_video(1920, 1080), cut, (Shot(start=0, end=8),), tracks, ASPECTS, FramingWishes())
    _check(framing, cut, 1920, 1080)


@pytest.mark.parametrize("seconds", sliced((0.03, 0.5, 10.0, 45.0, 600.0), ("0.03", "0.5", "10.0"), str))
def test_a_face_that_is_everywhere_for_any_time(seconds: float) -> None:
    rng = np.random.default_rng(6)
    points = tuple(
        FacePoint(at=at, x=rng.uniform(0, 1800), y=rng.uniform(0, 900), width=size, height=size)
        for at in np.arange(0, seconds + 0.2, 0.2).tolist()
        for size in (rng.uniform(40, 200),)
    )
    cut = Cut(ranges=(TimeSpan(start=0, end=seconds),))
    shots = (Shot(start=0, end=seconds),)
    for wish in ("follow", ""):
        wishes = FramingWishes(layout=wish)
        framing = frame_clip(
            _video(1920, 1080), cut, shots, [FaceTrack(id=0, person=0, points=points)], ASPECTS, wishes
        )
        _check(framing, cut, 1920, 1080)


@examples(few=30, many=2000)
@given(
    st.lists(st.floats(-5000, 5000), min_size=1, max_size=60),
    st.floats(0, 300),
    st.floats(0, 500),
    st.floats(0, 3000),
)
def test_a_path_keeps_its_bounds(wanted: list[float], dead_zone: float, low: float, room: float) -> None:
    path = steer(rail_around(np.array(wanted), dead_zone, low, low + room), Pace(50.0, 10.0))
    assert len(path) == len(wanted)
    assert path.min() >= low - 1e-9 and path.max() <= low + room + 1e-9
    inside = np.clip(wanted, low, low + room)
    if np.ptp(inside) <= 2 * dead_zone:
        assert np.ptp(path) == 0.0, "a still camera would do"
        assert np.abs(path - inside).max() <= dead_zone + 1e-6


def _video(width: int, height: int) -> VideoStream:
    return VideoStream(
        index=0, codec="h264", width=width, height=height, coded_width=width, coded_height=height, fps=30.0
    )
