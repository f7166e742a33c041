"""Faces in one picture: MediaPipe's full-range detector on windows of it, so that small faces are found too.

The model looks at 192 × 192 pixels. On the whole frame of a 1080p picture it misses faces below a fifth of the
height; on two squares beside each other it finds those of a fourteenth; on a 2 × 5 grid those of a twentieth.
"""

from __future__ import annotations

import math
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from core.errors import WeightsError
from core.vision.face_library import load_mediapipe

Picture = NDArray[np.uint8]

MIN_CONFIDENCE = 0.5
OVERLAP_IS_SAME = 0.3
# A face keeps 24 of the model's 192 pixels in a window this many times its size; below 20 it misses some.
SHARP_WINDOW_FACES = 8.0
# Of faces up to this many times smaller than the picture's longer side the whole picture shows nine in ten.
WHOLE_PICTURE_FACES = 14.0
NO_PROXY_AT_ALL = "http://127.0.0.1:9"
# Native log lines that say nothing went wrong: glog's levels I and W, and the TFLite/LiteRT banners.
_CHATTER = re.compile(rb"^(?:[IW]\d{4} |(?:INFO|WARNING|VERBOSE): |\s*$)")


class FaceBox(NamedTuple):
    """A face in pixels of the picture it was found in: from the brows to the chin, ear to ear.

    `mouth_x`, `mouth_y` and `eyes_y` are key points of the detector.
    """

    x: float
    y: float
    width: float
    height: float
    confidence: float
    mouth_x: float
    mouth_y: float
    eyes_y: float


# How far the mouth lies from the middle of a face's box in profile, of half its width; seen on real faces.
PROFILE_MOUTH = 0.45


def turn_of(box: FaceBox) -> float:
    """Return where a face looks, from −1 (left in the picture, in profile) to 1: the mouth leads the turn."""
    half = max(box.width / 2, 1e-6)
    return max(-1.0, min(1.0, (box.mouth_x - box.x - half) / half / PROFILE_MOUTH))


class Window(NamedTuple):
    """A part of a picture to search, in whole pixels."""

    x: int
    y: int
    width: int
    height: int


class KnownFace(NamedTuple):
    """A face that is expected around a place, and its usual size in pixels."""

    box: FaceBox
    size_px: float


class FaceDetector:
    """The detector, kept loaded. Not safe to share between threads; `close` it, or use it in a `with` block.

    Args:
        model: The file `face_detection_full_range_sparse.tflite`.
        least_confidence: How sure it must be of a face to tell of it.

    Raises:
        WeightsError: The file is missing or is no face detector.
    """

    def __init__(self, model: Path, least_confidence: float = MIN_CONFIDENCE) -> None:
        if not model.is_file():
            raise WeightsError("the face model is not there", file=str(model), remedy="Fetch it in the settings.")
        self._log = _HeldLog()
        try:
            with self._log.hold():
                self._detector = _load(model, least_confidence)
        except BaseException:
            self._log.close()
            raise

    def __call__(self, pixels: Picture) -> list[FaceBox]:
        """Return the faces of an RGB picture (height, width, 3), searched whole and in tiles."""
        height, width = pixels.shape[:2]
        return self.search(pixels, usual_windows(width, height))

    def search(self, pixels: Picture, windows: Sequence[Window], is_mirrored: bool = False) -> list[FaceBox]:
        """Return the faces found in any of the windows, each once, most confident first.

        With `is_mirrored` the model is shown each window left to right; where faces are is told all the same.
        """
        with self._log.hold():
            found = [box for window in windows for box in self._search_window(pixels, window, is_mirrored)]
        return keep_distinct(found)

    def close(self) -> None:
        """Free the model; without it MediaPipe fails noisily when the process ends."""
        if self._detector is not None:
            with self._log.hold():
                self._detector.close()
            self._detector = None
            self._log.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _search_window(self, pixels: Picture, window: Window, is_mirrored: bool) -> Iterator[FaceBox]:
        import cv2

        mediapipe = load_mediapipe()
        part = pixels[window.y : window.y + window.height, window.x : window.x + window.width]
        shown = cv2.flip(part, 1) if is_mirrored else np.ascontiguousarray(part)
        image = mediapipe.Image(image_format=mediapipe.ImageFormat.SRGB, data=shown)
        for detection in self._detector.detect(image).detections:
            box = _to_box(detection, window)
            if is_mirrored:
                box = _mirrored(box, window)
            if not _is_cut_by_window(box, window, pixels.shape[1], pixels.shape[0]):
                yield box


def whole_window(width: int, height: int) -> Window:
    """Return the window that is the picture."""
    return Window(0, 0, width, height)


def usual_windows(width: int, height: int) -> list[Window]:
    """Return the whole picture and squares along its longer side, which share a fifth with their neighbours.

    What a square cuts is whole in the next one, or larger than that fifth and found in the whole picture.
    """
    whole = whole_window(width, height)
    short, long = min(width, height), max(width, height)
    if long < 1.15 * short:
        return [whole, *_grid(width, height, 2, 2, round(short * 0.6))]
    count = 1 + math.ceil((long - short) / (0.8 * short))
    return [whole, *_grid(width, height, *((1, count) if width >= height else (count, 1)), short)]


def fine_windows(width: int, height: int) -> list[Window]:
    """Return the 2 × 5 (or 5 × 2) squares that find the smallest faces, at ten times the work."""
    rows, columns = (2, 5) if width >= height else (5, 2)
    return _grid(width, height, rows, columns, round(min(width, height) * 0.56))


def windows_around(faces: Sequence[KnownFace], width: int, height: int) -> list[Window]:
    """Return the fewest windows in which known faces are found again surely: a look costs as much as its windows.

    Args:
        faces: Where faces are believed to be, with their usual size. Not the latest size: the model sizes a face
            by its window, and windows by that size would shrink from look to look.
        width: Width of the picture.
        height: Height of the picture.
    """
    windows: list[Window] = []
    rest = sorted(faces, key=lambda face: face.box.x)
    while rest:
        group = [rest.pop(0)]
        while rest and _is_sharp([*group, rest[0]], width, height):
            group.append(rest.pop(0))
        windows.append(_window_of(group, width, height))
    return windows


def can_be_seen_at_once(faces: Sequence[KnownFace], width: int, height: int) -> bool:
    """Whether faces are large enough for one look at the whole picture to find most of them."""
    return max(width, height) <= WHOLE_PICTURE_FACES * min(face.size_px for face in faces)


def is_among(face: KnownFace, boxes: Sequence[FaceBox]) -> bool:
    """Whether one of the boxes is where a known face was."""
    return any(overlap(face.box, box) > 0 for box in boxes)


def _is_sharp(group: Sequence[KnownFace], width: int, height: int) -> bool:
    """Whether every face of a group keeps enough of the model's pixels in their common window."""
    window = _window_of(group, width, height)
    return max(window.width, window.height) <= SHARP_WINDOW_FACES * min(face.size_px for face in group)


def _window_of(group: Sequence[KnownFace], width: int, height: int) -> Window:
    def span(first: float, last: float, length: int) -> tuple[int, int]:
        middle, side = (first + last) / 2, min(round(max(last - first, 0.35 * min(width, height))), length)
        return min(max(round(middle - side / 2), 0), length - side), side

    spare = 2.4 * max(face.size_px for face in group)
    x, wide = span(min(f.box.x for f in group) - spare, max(f.box.x + f.box.width for f in group) + spare, width)
    y, high = span(min(f.box.y for f in group) - spare, max(f.box.y + f.box.height for f in group) + spare, height)
    return Window(x, y, wide, high)


def overlap(a: FaceBox, b: FaceBox) -> float:
    """Return the intersection of two boxes over their union."""
    wide = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
    high = min(a.y + a.height, b.y + b.height) - max(a.y, b.y)
    if wide <= 0 or high <= 0:
        return 0.0
    shared = wide * high
    return shared / (a.width * a.height + b.width * b.height - shared)


def keep_distinct(boxes: Sequence[FaceBox]) -> list[FaceBox]:
    """Return the boxes without the weaker doubles of one face (non-maximum suppression)."""
    kept: list[FaceBox] = []
    for box in sorted(boxes, key=lambda b: -b.confidence):
        if all(overlap(box, other) < OVERLAP_IS_SAME and not _is_inside(box, other) for other in kept):
            kept.append(box)
    return kept


def _is_inside(a: FaceBox, b: FaceBox) -> bool:
    """Whether the smaller box lies mostly in the other: two windows sized one face differently."""
    wide = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
    high = min(a.y + a.height, b.y + b.height) - max(a.y, b.y)
    smaller = min(a.width * a.height, b.width * b.height)
    return wide > 0 and high > 0 and wide * high > 0.6 * smaller


def _grid(width: int, height: int, rows: int, columns: int, side: int) -> list[Window]:
    side = min(side, width, height)

    def starts(length: int, count: int) -> list[int]:
        return [round((length - side) * index / max(1, count - 1)) for index in range(count)]

    return [Window(x, y, side, side) for y in starts(height, rows) for x in starts(width, columns)]


def _is_cut_by_window(box: FaceBox, window: Window, width: int, height: int) -> bool:
    """Whether a face touches an edge of its window inside the picture: a neighbour has it whole."""
    slack = 0.02 * window.width
    left = window.x > 0 and box.x < window.x + slack
    top = window.y > 0 and box.y < window.y + slack
    right = window.x + window.width < width and box.x + box.width > window.x + window.width - slack
    bottom = window.y + window.height < height and box.y + box.height > window.y + window.height - slack
    return left or top or right or bottom


def _to_box(detection: Any, window: Window) -> FaceBox:
    box = detection.bounding_box
    points = [(window.x + p.x * window.width, window.y + p.y * window.height) for p in detection.keypoints]
    # BlazeFace's order: right eye, left eye, nose tip, mouth centre, right ear, left ear.
    return FaceBox(
        x=float(window.x + box.origin_x),
        y=float(window.y + box.origin_y),
        width=float(box.width),
        height=float(box.height),
        confidence=float(detection.categories[0].score),
        mouth_x=points[3][0],
        mouth_y=points[3][1],
        eyes_y=(points[0][1] + points[1][1]) / 2,
    )


def _mirrored(box: FaceBox, window: Window) -> FaceBox:
    """Return a box of a mirrored window where it is in the picture."""
    sides = 2 * window.x + window.width
    return box._replace(x=sides - box.x - box.width, mouth_x=sides - box.mouth_x)


def _load(model: Path, least_confidence: float) -> Any:
    """Return MediaPipe's detector, warmed up.

    From here on this process reaches nothing through an HTTPS proxy: load no detector where that is still wanted.
    """
    # MediaPipe reports to its maker and has no switch for it (google-ai-edge/mediapipe issue 6291), but it sends
    # through the proxy that it is told of, and on this port nobody listens.
    os.environ["https_proxy"] = NO_PROXY_AT_ALL  # noqa: TID251  set here, read there
    mediapipe = load_mediapipe()
    from mediapipe.tasks.python.core.base_options import BaseOptions
    from mediapipe.tasks.python.vision import FaceDetector as MediaPipeFaceDetector
    from mediapipe.tasks.python.vision import FaceDetectorOptions

    options = FaceDetectorOptions(
        # The bytes, not the path: the native code can't open every name that Python can.
        base_options=BaseOptions(model_asset_buffer=model.read_bytes()),
        min_detection_confidence=least_confidence,
    )
    try:
        detector = MediaPipeFaceDetector.create_from_options(options)
    except (RuntimeError, ValueError) as error:
        reason = "the face model can't be read; it may be damaged"
        raise WeightsError(reason, file=str(model), remedy="Remove it and fetch it again.") from error
    blank = np.zeros((192, 192, 3), dtype=np.uint8)
    detector.detect(mediapipe.Image(image_format=mediapipe.ImageFormat.SRGB, data=blank))
    return detector


class _HeldLog:
    """Holds back what native code writes to file descriptor 2, and passes on all but its known chatter.

    LiteRT writes some forty lines on loading and some later, past Python's `sys.stderr`. Where there is no
    descriptor (a windowed program on Windows) nothing is held.
    """

    def __init__(self) -> None:
        self._held = tempfile.TemporaryFile()  # noqa: SIM115  closed by close()

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Hold the log back inside the `with` block."""
        try:
            original = os.dup(2)
        except OSError:
            yield
            return
        if sys.stderr is not None:
            sys.stderr.flush()
        os.dup2(self._held.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(original, 2)
            os.close(original)
            self._pass_on()

    def close(self) -> None:
        """Free the file."""
        self._held.close()

    def _pass_on(self) -> None:
        if os.fstat(self._held.fileno()).st_size == 0:
            return
        self._held.seek(0)
        for line in self._held:
            if not _CHATTER.match(line):
                os.write(2, line)
        self._held.seek(0)
        self._held.truncate()
