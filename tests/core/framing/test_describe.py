"""Framing as numbers for the command line."""

from __future__ import annotations

from collections.abc import Callable

from core.framing.describe import frames_as_data
from core.framing.frame import frame_clip
from core.schema.clip import FramingWishes
from core.schema.framing import FaceTrack
from core.schema.shot import Shot
from core.schema.source import VideoStream
from core.schema.time import Cut, TimeSpan


def test_faces_crop_and_layout_at_an_instant(hd: VideoStream, make_track: Callable[..., FaceTrack]) -> None:
    tracks = [
        make_track(3, 400, 400, 180, 0, 5, speaking=0.9),
        make_track(4, 1500, 400, 180, 0, 5, speaking=0.1),
        make_track(5, 900, 400, 180, 5, 9),
    ]
    shots = (Shot(start=0, end=5), Shot(start=5, end=9))
    cut = Cut(ranges=(TimeSpan(start=0, end=9),))
    framing = frame_clip(hd, cut, shots, tracks, ["9:16"], FramingWishes())
    first, second, third = frames_as_data(hd, framing, "9:16", [1.1, 4.99, 20.0])
    assert [(face["track"], face["speaking"]) for face in first["faces"]] == [(3, True), (4, False)]
    assert first["layout"] == "follow"
    assert first["crop"]["x"] < 310 and first["crop"]["x"] + first["crop"]["w"] > 490
    assert [face["track"] for face in second["faces"]] == [3, 4], "nobody of the next shot yet"
    assert (third["layout"], third["faces"]) == ("", [])


def test_a_split_gives_the_crop_of_who_speaks(hd: VideoStream, make_track: Callable[..., FaceTrack]) -> None:
    tracks = [
        make_track(0, 450, 420, 260, 0, 8, speaking=0.1),
        make_track(1, 1470, 420, 260, 0, 8, speaking=0.9),
    ]
    cut = Cut(ranges=(TimeSpan(start=0, end=8),))
    framing = frame_clip(hd, cut, (Shot(start=0, end=8),), tracks, ["9:16"], FramingWishes(layout="split"))
    (frame,) = frames_as_data(hd, framing, "9:16", [2.0])
    assert frame["layout"] == "split"
    assert frame["crop"]["x"] > 700
