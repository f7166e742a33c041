"""Framing of a small real video with exact truth, a photograph of a moving face; and what the measure is worth."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core import weights
from core.framing.scene import Canvas
from core.schema.choice import ASPECTS, aspect_ratio
from core.schema.framing import CropPath, FacePoint, FaceTrack, LayoutSpan, Region
from core.schema.shot import Shot as FoundShot
from tests.bench.framing_metrics import count_glides, cut_score, face_score, measure, speaker_score
from tests.bench.framing_path import Analysis, Models, analyse
from tests.bench.framing_rivals import Seen, centre_crop, exponential_follow, still_crop, whole
from tests.bench.scenes.catalogue import ROOM, seated, still
from tests.bench.scenes.plot import Backdrop, Person, Scene, Shot, Turn
from tests.bench.scenes.shoot import shoot

# Steps aside within the first shot, and sits elsewhere in the second.
SMALL = Scene(
    name="small",
    seconds=3.6,
    width=640,
    height=360,
    shots=(
        Shot(0, (Person("hopper", ((0.6, 0.3), (1.4, 0.62)), still(0.45), still(0.3)),), ROOM),
        Shot(2.0, (seated("hopper", 0.25, 0.42, 0.42),), (Backdrop("palace", shift=0.9, zoom=2.5),)),
    ),
    turns=(Turn(0.2, 3.5, "hopper"),),
)
PAIR = Scene(
    name="pair",
    seconds=4.0,
    shots=(Shot(0, (seated("hopper", 0.25, 0.42, 0.25), seated("biden", 0.75, 0.4, 0.25)), ROOM),),
    turns=(Turn(0.0, 2.0, "hopper"), Turn(2.0, 4.0, "biden")),
)
TALL = Canvas(SMALL.width, SMALL.height, 9 / 16)


@pytest.fixture(scope="module")
def small(weights_folder: Path) -> Analysis:
    """Return the small scene made and analysed once."""
    model = weights.find(weights.FACE_MODEL, weights_folder)
    assert model is not None
    take = shoot(SMALL)
    return analyse(take.video, take.sound, take.transcript, Models(model))


def test_a_cut_is_found_to_the_frame(small: Analysis) -> None:
    assert cut_score(SMALL.cuts, small.shots, 0.5 / SMALL.fps).f1 == 1.0


def test_the_face_is_found_where_it_is_and_nowhere_else(small: Analysis) -> None:
    faces = face_score(SMALL, small.tracks)
    assert faces.found.share > 0.9
    assert faces.false == 0


@pytest.mark.parametrize("aspect", ASPECTS)
def test_the_face_stays_inside_of_a_crop_that_never_glides_over_a_cut(small: Analysis, aspect: str) -> None:
    canvas = Canvas(SMALL.width, SMALL.height, aspect_ratio(aspect))
    ours = measure(SMALL, small.framing.spans[aspect], canvas)
    assert ours.frames > 50
    assert ours.outside_share <= 0.03
    assert ours.glides == 0
    assert ours.strayed == 0


def test_the_camera_is_far_calmer_than_one_that_follows_and_misses_less_than_one_that_stands(
    small: Analysis,
) -> None:
    seen = Seen(small.shots, small.tracks, whole(SMALL.seconds), TALL, SMALL.fps)
    ours = measure(SMALL, small.framing.spans["9:16"], TALL)
    follow = measure(SMALL, exponential_follow(seen), TALL)
    centre = measure(SMALL, centre_crop(seen), TALL)
    assert ours.jerk < follow.jerk
    assert ours.outside_share < centre.outside_share
    assert centre.still_share == 1.0 > follow.still_share


def test_a_crop_around_the_true_face_is_perfect_and_one_beside_it_is_worthless() -> None:
    around = measure(SMALL, [_following(0.0)], TALL)
    beside = measure(SMALL, [_following(0.9)], TALL)
    assert around.outside_share == 0.0
    assert around.comfort_share > 0.95
    assert beside.outside_share > 0.9
    assert beside.comfort_share < 0.1


def test_gliding_over_a_cut_and_leaving_the_frame_are_counted() -> None:
    glide = CropPath(at=(0.0, 3.6), x=(0.0, 300.0), y=(0.0, 0.0), width=(200.0,) * 2, height=(360.0,) * 2)
    span = LayoutSpan(start=0.0, end=3.6, layout="follow", regions=(Region(crop=glide),))
    assert count_glides(SMALL.cuts, [span], 1 / SMALL.fps) == 1
    parts = [span.model_copy(update={"end": 2.0}), span.model_copy(update={"start": 2.0})]
    assert count_glides(SMALL.cuts, parts, 1 / SMALL.fps) == 0
    away = LayoutSpan(start=0.0, end=3.6, layout="follow", regions=(Region(crop=still_crop(0, 500, 0, 200, 360)),))
    assert measure(SMALL, [away], TALL).strayed == SMALL.frame_count


def test_the_speaker_is_right_only_where_the_right_face_is_believed() -> None:
    right = [_track(PAIR, who, lambda at, own=who: float(own in PAIR.speakers_at(at))) for who in PAIR.cast]
    assert speaker_score(PAIR, right).share > 0.9
    wrong = [_track(PAIR, who, lambda at, own=who: float(own not in PAIR.speakers_at(at))) for who in PAIR.cast]
    assert speaker_score(PAIR, wrong).share < 0.1
    nobody = [_track(PAIR, who, lambda _: 0.0) for who in PAIR.cast]
    assert speaker_score(PAIR, nobody).share == 0.0


def test_cuts_are_matched_once() -> None:
    found = [FoundShot(start=a, end=b) for a, b in ((0, 2), (2, 2.02), (2.02, 5), (5, 6))]
    score = cut_score((2.0, 4.0), found, 0.05)
    assert (score.right, score.missed, score.false) == (1, 1, 2)


def _following(aside: float) -> LayoutSpan:
    """Return a crop whose middle is always a share of its width beside the face."""
    at = [index / SMALL.fps for index in range(SMALL.frame_count)]
    width, height = TALL.largest()
    faces = [SMALL.faces_at(second)[0] for second in at]
    x = [float(np.clip(f.x + f.width / 2 - width / 2 + aside * width, 0, TALL.width - width)) for f in faces]
    count = len(at)
    crop = CropPath(at=tuple(at), x=tuple(x), y=(0.0,) * count, width=(width,) * count, height=(height,) * count)
    return LayoutSpan(start=0.0, end=SMALL.seconds, layout="follow", regions=(Region(crop=crop),))


def _track(scene: Scene, who: str, belief: object) -> FaceTrack:
    """Return a track on one person's true face, with a belief given per second."""
    assert callable(belief)
    points = []
    for at in np.arange(0.0, scene.seconds, 0.1).tolist():
        (face,) = [face for face in scene.faces_at(at) if face.who == who]
        box = {"x": face.x, "y": face.y, "width": face.width, "height": face.height}
        points.append(FacePoint(at=at, speaking=belief(at), **box))
    number = scene.cast.index(who)
    return FaceTrack(id=number, person=number, points=tuple(points))
