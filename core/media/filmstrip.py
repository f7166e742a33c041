"""A strip of small pictures across a source, from its keyframes where it has enough of them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from core.media.decode import sample_frames
from core.media.frames import FrameStream, ticks
from core.media.upright import Uprighter
from core.schema.time import TimeSpan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from core.schema.record import ProgressCallback
    from core.schema.source import MediaFacts

TILE_HEIGHT_PX = 90
MAX_TILES = 60
MIN_INTERVAL = 1.0
JPEG_QUALITY = 80
# From this interval on, seeking from keyframe to keyframe reads less than passing over all of them.
SEEK_INTERVAL = 10.0
# Keyframes further apart than this show too little: then frames between them are decoded.
SPARSE_SECONDS = 6.0
SPARSE_INTERVALS = 3


class Filmstrip(NamedTuple):
    """Tile i shows source second i × `interval`, or the keyframe before it."""

    interval: float
    tiles: int


class _TooSparse(Exception):
    """Keyframes are too far apart to show the source."""


def write_filmstrip(path: Path, facts: MediaFacts, jpeg: Path, progress: ProgressCallback) -> Filmstrip | None:
    """Write one JPEG of tiles side by side, each `TILE_HEIGHT_PX` high; None where no picture decodes.

    Args:
        path: The media file.
        facts: What `probe` said of it; it has video.
        jpeg: Where the picture goes.
        progress: Told how far it is.

    Raises:
        MediaError: the file can't be opened.
    """
    import cv2

    interval = max(MIN_INTERVAL, facts.duration / MAX_TILES)
    count = min(MAX_TILES, max(1, math.ceil(facts.duration / interval - 1e-6)))
    try:
        tiles = _collect(_keyframe_tiles(path, facts, interval, count), count, progress)
    except _TooSparse:
        span = TimeSpan(start=0.0, end=facts.duration)
        frames = sample_frames(path, facts, [span], 1 / interval, _longest_side(facts))
        tiles = _collect((frame.pixels for frame in frames), count, progress)
    if not tiles:
        return None
    tiles += [tiles[-1]] * (count - len(tiles))
    strip = np.concatenate(tiles, axis=1)
    encoded = cv2.imencode(".jpg", strip[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])[1]
    jpeg.write_bytes(encoded.tobytes())
    return Filmstrip(interval, count)


def _collect(
    pictures: Iterator[NDArray[np.uint8]], count: int, progress: ProgressCallback
) -> list[NDArray[np.uint8]]:
    """Return up to `count` tiles of equal size."""
    import cv2

    tiles: list[NDArray[np.uint8]] = []
    for picture in pictures:
        height, width = picture.shape[:2]
        size = max(1, round(width * TILE_HEIGHT_PX / height)), TILE_HEIGHT_PX
        tiles.append(np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8))
        progress(len(tiles) / count, "making the filmstrip")
        if len(tiles) == count:
            break
    return tiles


def _longest_side(facts: MediaFacts) -> int:
    """Return the longer side of a tile in pixels, twice over so that the last scaling only shrinks."""
    shape = facts.video.width / facts.video.height if facts.video else 1.0
    return 2 * math.ceil(TILE_HEIGHT_PX * max(1.0, shape))


def _keyframe_tiles(path: Path, facts: MediaFacts, interval: float, count: int) -> Iterator[NDArray[np.uint8]]:
    """Yield the keyframe at or before each tick.

    Raises:
        _TooSparse: one of them is too far from its tick.
    """
    convert = Uprighter(path, facts, "rgb24", _longest_side(facts))
    limit = max(SPARSE_SECONDS, SPARSE_INTERVALS * interval)
    with FrameStream(path, facts, "NONKEY", is_coarse=True) as reader:
        if interval >= SEEK_INTERVAL:
            for index in range(count):
                at, frame = next(reader.frames_around(index * interval), (-math.inf, None))
                if frame is None or index * interval - at > limit:
                    raise _TooSparse
                yield convert.pixels(frame)
            return
        for tick, at, frame in ticks(reader, TimeSpan(start=0.0, end=facts.duration), interval):
            if tick - at > limit:
                raise _TooSparse
            yield convert.pixels(frame)
