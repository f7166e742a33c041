"""The detector on real pictures, and its windows."""

from __future__ import annotations

import os
import socket
import urllib.parse
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from core.errors import WeightsError
from core.media.decode import frame_at
from core.schema.source import MediaFacts
from core.vision.faces import (
    FaceBox,
    FaceDetector,
    KnownFace,
    can_be_seen_at_once,
    fine_windows,
    is_among,
    keep_distinct,
    turn_of,
    usual_windows,
    whole_window,
    windows_around,
)


@pytest.mark.parametrize(
    ("name", "at", "centres"),
    [
        ("interview_two_seats", 5.0, [(230, 155)]),
        ("interview_two_seats", 33.0, [(115, 150), (340, 140)]),
        ("interview_split_screen", 6.0, [(400, 275), (890, 230)]),
        ("vertical_two_roles", 8.0, [(280, 375)]),
    ],
)
def test_real_faces_are_found_where_they_are(
    video: Callable[[str], tuple[Path, MediaFacts]],
    face_model: Path,
    name: str,
    at: float,
    centres: list[tuple[float, float]],
) -> None:
    path, facts = video(name)
    with FaceDetector(face_model) as detector:
        boxes = sorted(detector(frame_at(path, facts, at)), key=lambda box: box.x)
    assert len(boxes) == len(centres)
    for box, (x, y) in zip(boxes, centres, strict=True):
        assert abs(box.x + box.width / 2 - x) < 0.4 * box.width
        assert abs(box.y + box.height / 2 - y) < 0.5 * box.height
        assert box.y < box.eyes_y < box.mouth_y < box.y + 1.1 * box.height


def test_an_empty_picture_has_no_faces_and_the_native_log_stays_quiet(
    face_model: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with FaceDetector(face_model) as detector:
        assert detector(np.full((360, 640, 3), 90, dtype=np.uint8)) == []
    assert capfd.readouterr().err == ""


def test_what_mediapipe_would_report_to_its_maker_is_led_nowhere(face_model: Path) -> None:
    with FaceDetector(face_model):
        address = urllib.parse.urlsplit(os.environ["https_proxy"])
    assert address.hostname == "127.0.0.1"
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((address.hostname, address.port or 0), timeout=5)


def test_what_is_no_chatter_is_passed_on(face_model: Path, capfd: pytest.CaptureFixture[str]) -> None:
    detector = FaceDetector(face_model)
    with detector._log.hold():
        os.write(2, b"I0000 00:00:1 chatter\nsegmentation of the heap\n")
    detector.close()
    assert capfd.readouterr().err == "segmentation of the heap\n"


def test_a_missing_or_damaged_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="not there"):
        FaceDetector(tmp_path / "none.tflite")
    damaged = tmp_path / "damaged.tflite"
    damaged.write_bytes(b"not a model" * 100)
    with pytest.raises(WeightsError, match="damaged"):
        FaceDetector(damaged)


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (720, 1280), (640, 640), (480, 360), (2560, 400)])
def test_windows_cover_the_picture_and_stay_inside(width: int, height: int) -> None:
    for windows in (usual_windows(width, height), fine_windows(width, height)):
        seen = np.zeros((height, width), dtype=bool)
        for window in windows:
            assert window.x >= 0 and window.x + window.width <= width
            assert window.y >= 0 and window.y + window.height <= height
            seen[window.y : window.y + window.height, window.x : window.x + window.width] = True
        if width < 3 * height:
            assert seen.all()


@pytest.mark.parametrize(("width", "height", "squares"), [(1920, 1080, 2), (480, 360, 2), (720, 1600, 3)])
def test_what_one_square_cuts_is_whole_in_the_next(width: int, height: int, squares: int) -> None:
    whole, *parts = usual_windows(width, height)
    assert (whole.width, whole.height) == (width, height)
    assert len(parts) == squares
    short = min(width, height)
    starts = sorted(part.x + part.y for part in parts)
    assert max(b - a for a, b in pairwise(starts)) <= 0.8 * short + 1


def test_known_faces_close_together_are_searched_in_one_window() -> None:
    near = [KnownFace(_box(300, 200, 60), 60.0), KnownFace(_box(420, 210, 60), 60.0)]
    far = [KnownFace(_box(50, 200, 40), 40.0), KnownFace(_box(850, 210, 40), 40.0)]
    assert len(windows_around(near, 960, 540)) == 1
    assert len(windows_around(far, 960, 540)) == 2


@pytest.mark.parametrize(("size_px", "is_enough"), [(120, True), (70, True), (40, False)])
def test_large_faces_far_apart_are_looked_for_in_one_look(size_px: float, is_enough: bool) -> None:
    faces = [KnownFace(_box(x, 200, size_px), size_px) for x in (50, 800)]
    assert can_be_seen_at_once(faces, 960, 540) == is_enough
    assert whole_window(960, 540) == (0, 0, 960, 540)


def test_a_known_face_is_told_from_those_elsewhere() -> None:
    known = KnownFace(_box(100, 100, 60), 60)
    assert is_among(known, [_box(400, 100, 60), _box(110, 95, 70)])
    assert not is_among(known, [_box(400, 100, 60)])
    assert not is_among(known, [])


def test_one_face_found_twice_is_one() -> None:
    assert keep_distinct([_box(100, 100, 50, 0.6), _box(104, 98, 52, 0.9), _box(300, 100, 50, 0.7)]) == [
        _box(104, 98, 52, 0.9),
        _box(300, 100, 50, 0.7),
    ]


def _box(x: float, y: float, size: float, confidence: float = 0.9) -> FaceBox:
    return FaceBox(x, y, size, size, confidence, x + size / 2, y + 0.8 * size, y + 0.35 * size)


def test_the_mouth_leads_a_turn() -> None:
    ahead = FaceBox(100, 100, 80, 80, 0.9, mouth_x=140, mouth_y=160, eyes_y=125)
    assert turn_of(ahead) == 0.0
    assert turn_of(ahead._replace(mouth_x=158)) == pytest.approx(1.0)
    assert turn_of(ahead._replace(mouth_x=131)) == pytest.approx(-0.5)
    assert turn_of(ahead._replace(mouth_x=0)) == -1.0
