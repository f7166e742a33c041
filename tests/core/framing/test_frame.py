"""The rules of framing, one by one, on faces made of numbers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from core.framing.frame import frame_clip, shot_stretches
from core.framing.turns import MIN_HOLD_SECONDS
from core.schema.choice import ASPECTS, Aspect
from core.schema.clip import FaceAnchor, FramingWishes
from core.schema.framing import FaceTrack, LayoutSpan
from core.schema.shot import Shot
from core.schema.source import VideoStream
from core.schema.time import Cut, TimeSpan

MakeTrack = Callable[..., FaceTrack]
NO_WISH = FramingWishes()
ONE_SHOT = (Shot(start=0.0, end=60.0),)


def _cut(*ranges: tuple[float, float]) -> Cut:
    return Cut(ranges=tuple(TimeSpan(start=start, end=end) for start, end in ranges))


def _spans(
    facts: VideoStream,
    tracks: list[FaceTrack],
    aspect: Aspect = "9:16",
    cut: Cut | None = None,
    shots: tuple[Shot, ...] = ONE_SHOT,
    wishes: FramingWishes = NO_WISH,
    layout_wish: str = "",
) -> tuple[LayoutSpan, ...]:
    framing = frame_clip(facts, cut or _cut((0.0, 12.0)), shots, tracks, [aspect], wishes, layout_wish)
    return framing.spans[aspect]


def test_a_still_face_gets_a_still_crop_with_headroom(hd: VideoStream, make_track: MakeTrack) -> None:
    rng = np.random.default_rng(1)
    shaky = make_track(0, lambda t: 1300 + rng.normal(0, 6), lambda t: 400 + rng.normal(0, 6), 120, 0, 12)
    (span,) = _spans(hd, [shaky])
    crop = span.regions[0].crop
    assert span.layout == "follow"
    assert "person" in span.reason
    assert len(crop.at) == 1, "noise of the detector must not move the camera"
    assert abs(crop.x[0] + crop.width[0] / 2 - 1300) < 15
    eyes = (400 - 60 + 0.35 * 120 - crop.y[0]) / crop.height[0]
    assert 0.34 < eyes < 0.46
    assert crop.height[0] >= 540


def test_a_walking_person_stays_in_a_smooth_crop(hd: VideoStream, make_track: MakeTrack) -> None:
    rng = np.random.default_rng(2)
    walk = make_track(0, lambda t: 400 + 80 * t + rng.normal(0, 5), 400, 130, 0, 12)
    (span,) = _spans(hd, [walk])
    crop = span.regions[0].crop
    for point in walk.points:
        x, _, width, _ = crop.at_time(point.at)
        assert x <= point.x and point.x + point.width <= x + width
    path = np.array([crop.at_time(at)[0] for at in np.arange(0, 12, 0.2)])
    assert np.all(np.diff(path) > -1.0), "the camera never goes back"
    assert np.abs(np.diff(path, 2)).max() < 6.0, "and changes its speed gently (pixels per step squared)"


def test_a_change_of_speaker_is_a_hard_cut(hd: VideoStream, make_track: MakeTrack) -> None:
    left = make_track(0, 400, 400, 180, 0, 12, speaking=lambda t: 0.9 if t < 6 else 0.05)
    right = make_track(1, 1500, 400, 180, 0, 12, speaking=lambda t: 0.05 if t < 6 else 0.9)
    first, second = _spans(hd, [left, right])
    assert abs(first.end - 6.0) < 0.5
    assert first.end == second.start
    assert abs(first.regions[0].crop.x[0] + first.regions[0].crop.width[0] / 2 - 400) < 60
    assert abs(second.regions[0].crop.x[0] + second.regions[0].crop.width[0] / 2 - 1500) < 60
    assert first.reason == "follows the person speaking"


def test_a_short_remark_does_not_cut_away(hd: VideoStream, make_track: MakeTrack) -> None:
    left = make_track(0, 400, 400, 180, 0, 12, speaking=lambda t: 0.05 if 5 < t < 5.7 else 0.9)
    right = make_track(1, 1500, 400, 180, 0, 12, speaking=lambda t: 0.9 if 5 < t < 5.7 else 0.05)
    assert len(_spans(hd, [left, right])) == 1


def test_flickering_beliefs_never_make_a_shot_too_short_to_see(hd: VideoStream, make_track: MakeTrack) -> None:
    rng = np.random.default_rng(3)
    left = make_track(0, 400, 400, 80, 0, 30, speaking=lambda t: rng.random())
    right = make_track(1, 1500, 400, 80, 0, 30, speaking=lambda t: rng.random())
    spans = _spans(hd, [left, right], cut=_cut((0.0, 30.0)))
    assert all(span.end - span.start >= MIN_HOLD_SECONDS - 1e-6 for span in spans)


def test_two_people_close_together_share_a_crop(hd: VideoStream, make_track: MakeTrack) -> None:
    pair = [make_track(0, 860, 420, 140, 0, 12, speaking=0.8), make_track(1, 1120, 430, 140, 0, 12)]
    (span,) = _spans(hd, pair)
    x, _, width, _ = span.regions[0].crop.at_time(5.0)
    assert span.reason == "two people, both in frame"
    assert x < 790 and x + width > 1190


def test_quick_turns_are_shown_one_above_the_other(hd: VideoStream, make_track: MakeTrack) -> None:
    left = make_track(0, 450, 420, 260, 0, 12, speaking=lambda t: 0.9 if t % 4 < 2 else 0.0)
    right = make_track(1, 1470, 430, 250, 0, 12, speaking=lambda t: 0.0 if t % 4 < 2 else 0.9)
    (span,) = _spans(hd, [left, right])
    assert span.layout == "split"
    upper, lower = span.regions
    assert (upper.target.y, lower.target.y) == (0.0, 0.5)
    for region, centre in ((upper, 450), (lower, 1470)):
        x, _, width, _ = region.crop.at_time(3.0)
        assert x <= centre - 130 and centre + 130 <= x + width
    assert upper.crop.x[0] + upper.crop.width[0] <= 1470 - 125, "the other face stays out"


@pytest.mark.parametrize("aspect", ["9:16", "1:1", "4:5"])
def test_no_face_shows_the_whole_picture(hd: VideoStream, aspect: Aspect) -> None:
    framing = frame_clip(hd, _cut((0.0, 12.0)), ONE_SHOT, [], [aspect], NO_WISH)
    (span,) = framing.spans[aspect]
    crop = span.regions[0].crop
    assert span.layout == "fit_blur" and span.has_blurred_background
    assert span.reason == "no face found: whole picture on a blurred fill"
    assert crop.at_time(0.0) == (0.0, 0.0, 1920.0, 1080.0)
    assert framing.choices[0].degraded


def test_the_same_shape_is_shown_as_it_is(hd: VideoStream, make_track: MakeTrack) -> None:
    (span,) = _spans(hd, [make_track(0, 400, 400, 100, 0, 12)], "16:9")
    assert span.layout == "wide"
    assert span.regions[0].crop.at_time(0.0) == (0.0, 0.0, 1920.0, 1080.0)


def test_a_close_up_on_a_phone_is_not_beheaded_in_a_wide_output(
    vertical: VideoStream, make_track: MakeTrack
) -> None:
    close = make_track(0, 360, 420, 260, 0, 12)
    assert _spans(vertical, [close], "16:9")[0].layout == "fit_blur"
    (square,) = _spans(vertical, [close], "1:1")
    _, y, _, height = square.regions[0].crop.at_time(0.0)
    assert square.layout == "follow"
    assert y < 420 - 130 - 0.4 * 260 and y + height > 420 + 130


def test_a_long_absence_of_faces_is_shown_whole(hd: VideoStream, make_track: MakeTrack) -> None:
    presenter = make_track(0, 500, 400, 200, 0, 10)
    spans = _spans(hd, [presenter], cut=_cut((0.0, 40.0)))
    assert [span.layout for span in spans] == ["follow", "fit_blur"]
    assert abs(spans[0].end - 10) < 0.6


def test_a_crowd_shows_as_many_faces_as_fit(hd: VideoStream, make_track: MakeTrack) -> None:
    crowd = [make_track(i, x, 500, 150, 0, 12, speaking=0.15) for i, x in enumerate((200, 900, 1150, 1750))]
    (span,) = _spans(hd, crowd)
    x, _, width, _ = span.regions[0].crop.at_time(0.0)
    assert span.reason == "2 of 4 faces, as many as fit"
    assert x < 825 and x + width > 1225


def test_every_shot_starts_afresh_and_a_camera_comes_back_to_its_place(
    hd: VideoStream, make_track: MakeTrack
) -> None:
    shots = (Shot(start=0, end=4), Shot(start=4, end=8), Shot(start=8, end=12))
    tracks = [
        make_track(0, 500, 400, 200, 0, 4, person=0),
        make_track(1, 1400, 400, 200, 4, 8, person=1),
        make_track(2, 520, 405, 200, 8, 12, person=0),
    ]
    spans = _spans(hd, tracks, shots=shots)
    assert [(span.start, span.end) for span in spans] == [(0, 4), (4, 8), (8, 12)]
    assert spans[0].regions[0].crop.at_time(0) == spans[2].regions[0].crop.at_time(8)
    for span in spans:
        assert all(span.start <= at <= span.end for at in span.regions[0].crop.at)


@pytest.mark.parametrize("layout", ["follow", "fit_blur", "wide"])
def test_a_layout_can_be_asked_for(hd: VideoStream, make_track: MakeTrack, layout: str) -> None:
    (span,) = _spans(hd, [make_track(0, 400, 400, 180, 0, 12)], wishes=FramingWishes(layout=layout))
    assert span.layout == layout


def test_a_split_without_two_people_falls_back_to_the_rules(hd: VideoStream, make_track: MakeTrack) -> None:
    (span,) = _spans(hd, [make_track(0, 400, 400, 180, 0, 12)], layout_wish="split")
    assert span.layout == "follow"


def test_wishes_that_can_not_be_met_are_told(hd: VideoStream) -> None:
    wishes = FramingWishes(layout="mosaic", people=(FaceAnchor(at=1.0, x=300, y=300),))
    framing = frame_clip(hd, _cut((0.0, 3.0)), ONE_SHOT, [], ["9:16"], wishes)
    assert {choice.subject for choice in framing.choices if choice.degraded} >= {"layout", "follow"}


def test_ranges_in_any_order_are_covered_once(hd: VideoStream) -> None:
    shots = (Shot(start=0, end=5), Shot(start=5, end=9))
    stretches = shot_stretches(_cut((6.0, 8.0), (1.0, 3.0), (2.5, 5.5)), shots)
    assert [(span.start, span.end) for span, _ in stretches] == [(1.0, 5.0), (5.0, 5.5), (6.0, 8.0)]


def test_framing_is_pure(hd: VideoStream, make_track: MakeTrack) -> None:
    tracks = [make_track(0, lambda t: 400 + 90 * t, 400, 180, 0, 12), make_track(1, 1700, 400, 180, 0, 12)]
    first = frame_clip(hd, _cut((0.0, 12.0)), ONE_SHOT, tracks, ASPECTS, NO_WISH)
    assert frame_clip(hd, _cut((0.0, 12.0)), ONE_SHOT, tracks, ASPECTS, NO_WISH) == first
