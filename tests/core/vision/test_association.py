"""Sightings joined into tracks, and tracks told from faults."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.vision.appearance import Look, darkness_of, number_persons, visible_level
from core.vision.association import RawTrack, associate, is_real
from core.vision.faces import FaceBox
from tests.slices import examples


def _box(x: float, y: float, size: float = 60, confidence: float = 0.9) -> FaceBox:
    return FaceBox(x, y, size, size, confidence, x + size / 2, y + 0.8 * size, y + 0.35 * size)


def _follow(looks: list[list[FaceBox]]) -> list[RawTrack]:
    tracks: list[RawTrack] = []
    for index, boxes in enumerate(looks):
        tracks += associate(tracks, boxes, index * 0.25)
    return tracks


def test_two_people_keep_their_tracks_whatever_the_order() -> None:
    looks = [[_box(100 + i, 100), _box(500 - i, 120)][:: 1 if i % 2 else -1] for i in range(12)]
    tracks = _follow(looks)
    assert len(tracks) == 2
    assert all(len(track.sightings) == 12 for track in tracks)


def test_a_short_loss_is_bridged_and_a_long_one_is_not() -> None:
    assert len(_follow([[_box(100, 100)]] * 4 + [[]] * 4 + [[_box(104, 101)]] * 4)) == 1
    assert len(_follow([[_box(100, 100)]] * 4 + [[]] * 8 + [[_box(104, 101)]] * 4)) == 2


def test_a_face_across_the_picture_is_another() -> None:
    assert len(_follow([[_box(100, 100)]] * 4 + [[_box(600, 100)]] * 4)) == 2


def test_faults_are_told_from_faces() -> None:
    steady = _follow([[_box(100, 100)]] * 8)[0]
    blink = _follow([[_box(100, 100, confidence=0.55)], [], [], [], [], []])[0]
    fist = _follow([[_box(100, 100, confidence=0.55)]] * 4 + [[]] * 4)[0]
    frozen = _follow([[_box(100, 100)]] * 8)[0]
    frozen.stirring = [0.0] * 20
    assert is_real(steady, 10.0)
    assert not is_real(blink, 10.0)
    assert not is_real(fist, 10.0)
    assert not is_real(frozen, 10.0)


def test_a_face_in_the_dark_is_none_unless_all_is_dark() -> None:
    room = np.full((360, 640), 150, np.uint8)
    room[100:160, 100:160] = 20
    visible = visible_level(room)
    lit, dark = darkness_of(room, _box(300, 100), visible), darkness_of(room, _box(100, 100), visible)
    assert lit == 0.0 < dark
    night = np.full((360, 640), 25, np.uint8)
    assert darkness_of(night, _box(100, 100), visible_level(night)) == 0.0
    track = _follow([[_box(100, 100)]] * 8)[0]
    track.darkness = [dark] * 8
    assert not is_real(track, 10.0)
    track.darkness = [lit] * 8
    assert is_real(track, 10.0)


def test_a_weak_face_goes_on_with_a_track_and_begins_none() -> None:
    weak = _box(103, 101, confidence=0.35)
    (track,) = _follow([[_box(100, 100)]] * 4 + [[weak]] * 4)
    assert len(track.sightings) == 8
    assert _follow([[weak]] * 4) == []
    # Far from where the face should be, it is something else.
    (alone,) = _follow([[_box(100, 100)]] * 4 + [[_box(150, 100, confidence=0.35)]] * 2)
    assert len(alone.sightings) == 4
    # A sure face is not given away to a weak one that lies better.
    (sure,) = _follow([[_box(100, 100)]] * 4 + [[_box(100, 100, confidence=0.35), _box(110, 100)]])
    assert sure.last.box.x == 110


FACES = st.tuples(
    st.floats(-40, 1000), st.floats(-40, 560), st.floats(1, 400), st.sampled_from([0.31, 0.45, 0.55, 0.9])
).map(lambda face: _box(*face))


@examples(12, 400)
@given(st.lists(st.lists(FACES, max_size=4), max_size=8), st.booleans())
def test_whatever_is_found_no_face_is_lost_or_doubled(looks: list[list[FaceBox]], is_slow: bool) -> None:
    step = 0.7 if is_slow else 0.14
    tracks: list[RawTrack] = []
    for index, boxes in enumerate(looks):
        tracks += associate(tracks, boxes, index * step, is_mirrored=index % 2 == 1)
    given = [box for boxes in looks for box in boxes]
    taken = [sighting.box for track in tracks for sighting in track.sightings]
    assert sum(box.confidence >= 0.5 for box in taken) == sum(box.confidence >= 0.5 for box in given)
    assert len(taken) <= len(given)
    for track in tracks:
        assert track.sightings[0].box.confidence >= 0.5
        assert len(track.hits) == len(track.mirrored)
        for before, after in pairwise(track.sightings):
            assert 0 < after.at - before.at <= 1.5
        assert is_real(track, 5.0) in (True, False)


def test_hundreds_of_faces_that_flicker_are_joined_and_numbered() -> None:
    chance = np.random.default_rng(5)
    places = [(60.0 * (i % 40), 70.0 * (i // 40)) for i in range(400)]
    tracks: list[RawTrack] = []
    for look in range(12):
        seen = chance.random(len(places)) < 0.8
        sway = chance.normal(0, 2, (len(places), 2))
        boxes = [
            _box(x + dx, y + dy, 40) for (x, y), (dx, dy), here in zip(places, sway, seen, strict=True) if here
        ]
        tracks += associate(tracks, boxes, look * 0.25)
    assert len(tracks) == len(places)
    colours = chance.dirichlet(np.ones(68), len(tracks)).astype(np.float32)
    patterns = np.sqrt(chance.dirichlet(np.ones(64), len(tracks))).astype(np.float32)
    looks = [
        Look(track.sightings[0].at, track.last.at, (0.0, 0.0, 40.0, 40.0), colour, pattern[None])
        for track, colour, pattern in zip(tracks, colours, patterns, strict=True)
    ]
    assert len(set(number_persons(looks))) == len(places)


def test_a_person_is_one_in_another_shot_and_no_two_are_in_a_dark_room() -> None:
    wide, close, dark = (np.zeros(68, dtype=np.float32) for _ in range(3))
    # A coefficient of 0.8: the same clothes, and other things around them.
    wide[:4], close[:4], close[4], dark[67] = 0.25, 0.16, 0.36, 1.0
    ana, ben = np.zeros((2, 10), dtype=np.float32), np.zeros((2, 10), dtype=np.float32)
    ana[:, 0], ben[:, 1] = 1.0, 1.0
    seat, stool = (100.0, 100.0, 60.0, 60.0), (500.0, 120.0, 200.0, 200.0)
    looks = [Look(0, 4, seat, wide, ana), Look(4, 8, stool, close, ana), Look(8, 12, stool, close, ben)]
    first, second, third = number_persons(looks)
    assert first == second != third
    looks = [Look(0, 4, seat, dark, ana), Look(4, 8, seat, dark, ben), Look(8, 12, seat, dark, ana)]
    first, second, third = number_persons(looks)
    assert first == third != second


def test_what_is_a_face_from_one_side_only_is_none() -> None:
    def follow(in_the_mirror: bool) -> RawTrack:
        tracks: list[RawTrack] = []
        for index in range(12):
            boxes = [_box(100, 100)] if index % 2 == 0 or in_the_mirror else []
            tracks += associate(tracks, boxes, index * 0.25, is_mirrored=index % 2 == 1)
        (track,) = tracks
        return track

    assert is_real(follow(in_the_mirror=True), 10.0)
    assert not is_real(follow(in_the_mirror=False), 10.0)


def test_persons_are_joined_only_when_alike_and_never_at_the_same_time() -> None:
    red, blue = np.zeros(68, dtype=np.float32), np.zeros(68, dtype=np.float32)
    red[:4], blue[40:44] = 0.25, 0.25
    place = (100.0, 100.0, 60.0, 60.0)
    looks = [
        Look(0, 4, place, red),
        Look(1, 3, (400.0, 100.0, 60.0, 60.0), red),
        Look(4, 8, place, blue),
        Look(8, 12, place, red),
        Look(12, 13, place, None),
    ]
    first, second, third, fourth, unseen = number_persons(looks)
    assert first != second, "both in the picture at once"
    assert third not in (first, second)
    assert fourth == first
    assert unseen not in (first, second, third)
