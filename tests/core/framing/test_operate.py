"""Whom a crop is to show, it shows, however they move."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from core.framing.direct import direct
from core.framing.operate import CUT_AFTER, TOO_FAST, WIDER, is_lost, operate
from core.framing.relays import relayed
from core.framing.scene import Canvas, Scene, find_subjects
from core.framing.situation import Memory
from core.schema.framing import FaceTrack
from core.schema.time import TimeSpan

MakeTrack = Callable[..., FaceTrack]
SPAN = TimeSpan(start=0.0, end=20.0)
TALL = Canvas(1920, 1080, 9 / 16)


def _scene(track: FaceTrack) -> Scene:
    return Scene(SPAN, find_subjects([track], SPAN, TALL))


def test_a_face_that_is_suddenly_elsewhere_is_cut_to(make_track: MakeTrack) -> None:
    jumps = make_track(0, lambda t: 400 if t < 9 else 1500, 400, 200, 0, 20)
    before, after = operate(_scene(jumps), TALL, "follows", Memory())
    assert abs(before.end - 9) < 0.5
    assert (before.reason, after.reason) == ("follows", "follows" + CUT_AFTER)
    for span, centre in ((before, 400), (after, 1500)):
        crop = span.regions[0].crop
        assert len(crop.at) == 1, "no pan between the two places"
        assert abs(crop.x[0] + crop.width[0] / 2 - centre) < 60


def test_a_face_that_is_everywhere_is_shown_with_all_of_the_picture(make_track: MakeTrack) -> None:
    flickers = make_track(0, lambda t: 300 if round(t / 0.6) % 2 else 1600, 400, 200, 0, 20)
    (span,) = operate(_scene(flickers), TALL, "follows", Memory())
    assert (span.layout, span.reason) == ("fit_blur", TOO_FAST)


def test_a_restless_face_gets_more_room(make_track: MakeTrack) -> None:
    restless = make_track(0, lambda t: 900 + 190 * np.sin(t * 4), 400, 100, 0, 20)
    (span,) = operate(_scene(restless), TALL, "follows", Memory())
    assert span.reason in ("follows", "follows" + WIDER)
    assert not is_lost(span.regions[0].crop, _scene(restless), TALL)


@pytest.mark.parametrize("pace", [40.0, 120.0, 260.0])
def test_a_walk_keeps_the_face_inside_all_the_time(make_track: MakeTrack, pace: float) -> None:
    way = lambda t: 960 + 700 * np.sin(t * pace / 700)  # noqa: E731
    walk = make_track(0, way, 400, 130, 0, 20)
    spans = operate(_scene(walk), TALL, "follows", Memory())
    inside = []
    for at in np.arange(0, 19.5, 1 / 30).tolist():
        span = next(each for each in spans if each.start <= at < each.end)
        x, y, width, height = span.regions[0].crop.at_time(at)
        inside.append(x <= way(at) - 65 and way(at) + 65 <= x + width and y <= 335 and y + height >= 465)
    assert np.mean(inside) >= 0.99
    assert all(span.layout == "follow" for span in spans)


def test_someone_who_comes_nearer_is_given_room_slowly(make_track: MakeTrack) -> None:
    sizes = [make_track(0, 900, 400, 90 + 6.5 * at, at, at + 0.2).points[0] for at in np.arange(0, 20, 0.2)]
    (span,) = operate(_scene(FaceTrack(id=0, person=0, points=tuple(sizes))), TALL, "follows", Memory())
    crop = span.regions[0].crop
    assert crop.height[-1] > 1.3 * crop.height[0], "the crop opens as the face grows"
    assert np.all(np.diff(crop.height) >= -1e-6), "and never goes back"
    faces = [90 / crop.height[0], 220 / crop.height[-1]]
    assert max(faces) < 0.25 and min(faces) > 0.13


@pytest.mark.parametrize("gaze", [-1.0, 0.0, 1.0])
def test_a_face_in_profile_has_room_where_it_looks(make_track: MakeTrack, gaze: float) -> None:
    still = make_track(0, 960, 400, 150, 0, 20)
    turned = tuple(point.model_copy(update={"turn": gaze}) for point in still.points)
    (span,) = operate(_scene(still.model_copy(update={"points": turned})), TALL, "follows", Memory())
    crop = span.regions[0].crop
    aside = (crop.x[0] + crop.width[0] / 2 - 960) / crop.width[0]
    assert len(crop.at) == 1
    assert abs(aside - 0.1 * gaze) < 0.03


def test_a_walk_has_room_ahead(make_track: MakeTrack) -> None:
    walk = make_track(0, lambda t: 300 + 60 * t, 400, 130, 0, 20)
    (span,) = operate(_scene(walk), TALL, "follows", Memory())
    x, _, width, _ = span.regions[0].crop.at_time(10.0)
    assert x + width / 2 > 300 + 600, "the crop's middle is before the face"


def test_hair_goes_before_the_chin_where_a_head_is_too_large(make_track: MakeTrack) -> None:
    square = Canvas(720, 1280, 1.0)
    close = Scene(SPAN, find_subjects([make_track(0, 360, 420, 420, 0, 20)], SPAN, square))
    (span,) = operate(close, square, "follows", Memory())
    _, y, _, height = span.regions[0].crop.at_time(5)
    brows, chin = 420 - 210, 420 + 210
    assert y < brows and y + height > chin + 40
    assert brows - y < 0.55 * 420, "not all of the hair"


def test_a_face_under_two_numbers_is_one_and_two_seen_together_are_two(make_track: MakeTrack) -> None:
    def people(*tracks: FaceTrack) -> list[int]:
        return [subject.person for subject in relayed(Scene(SPAN, find_subjects(tracks, SPAN, TALL))).subjects]

    before, after = make_track(0, 400, 400, 200, 0, 6), make_track(1, 1300, 400, 200, 6.6, 20)
    assert people(before, after) == [1], "whoever is seen longer"
    assert people(before, make_track(1, 1300, 400, 200, 4, 20)) == [0, 1], "seen together"
    assert people(before, make_track(1, 1300, 400, 200, 9, 20)) == [0, 1], "gone too long"
    assert people(before, make_track(1, 1300, 400, 90, 6.6, 20)) == [0, 1], "somebody further away"
    spans = direct(Scene(SPAN, find_subjects([before, after], SPAN, TALL)), TALL, "", Memory())
    for at, centre in ((3.0, 400), (12.0, 1300)):
        (crop,) = [span.regions[0].crop.at_time(at) for span in spans if span.start <= at < span.end]
        assert crop[0] < centre - 100 and centre + 100 < crop[0] + crop[2]


def test_any_faces_in_turn_stay_within_the_scene(make_track: MakeTrack) -> None:
    tracks = [make_track(i, 200 + 300 * (i % 5), 400, 150, i * 1.5, i * 1.5 + 1.2) for i in range(12)]
    scene = relayed(Scene(SPAN, find_subjects(tracks, SPAN, TALL)))
    (subject,) = scene.subjects
    assert len(subject.centre_x) == len(subject.at) and np.isfinite(subject.centre_x).all()
    assert subject.presence > 0.7
