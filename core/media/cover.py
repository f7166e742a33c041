"""The picture that comes with a file of sound alone: the cover of a podcast or a song."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np

from core.media.container import open_media, read_packets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from av.container import InputContainer
    from av.stream import Stream

COVER = "cover"
# What browsers, the screen and OpenCV read alike; anything else is written anew as PNG.
SUFFIXES = {"mjpeg": ".jpg", "png": ".png"}
FRONT = "front"
SHORTEST_SIDE_PX = 16
# A few kilobytes can hold gigabytes of pixels; Apple asks podcasts for 3000 × 3000 at most.
MOST_PIXELS = 50_000_000


def write_cover(path: Path, folder: Path) -> Path | None:
    """Write a file's cover as `cover.jpg` or `cover.png`; None where it has none that can be shown.

    Several covers: the one marked as the front, else the largest.

    Raises:
        MediaError: the file can't be opened.
    """
    with open_media(path) as container:
        covers = sorted(_covers(container), key=lambda s: (FRONT not in _comment(s), -_area(s), s.index))
        for stream in covers:
            found = _picture(container, stream)
            if found is not None:
                content, suffix = found
                file = folder / f"{COVER}{suffix}"
                file.write_bytes(content)
                return file
    return None


def _covers(container: InputContainer) -> Iterator[Stream]:
    from av.stream import Disposition

    for stream in container.streams.video:
        is_cover = stream.disposition & Disposition.attached_pic and stream.codec_context is not None
        if is_cover and 0 < _area(stream) <= MOST_PIXELS:
            yield stream


def _comment(stream: Stream) -> str:
    return stream.metadata.get("comment", "").lower()


def _area(stream: Stream) -> int:
    codec = cast("Any", stream.codec_context)
    return int(codec.width * codec.height)


def _picture(container: InputContainer, stream: Stream) -> tuple[bytes, str] | None:
    """Return (content, suffix) of a cover that really decodes, or None."""
    import av
    import cv2

    container.seek(0)
    packet = next((packet for packet in read_packets(container, [stream]) if packet.size), None)
    if packet is None:
        return None
    content = bytes(packet)
    suffix = SUFFIXES.get(stream.codec_context.codec.canonical_name)
    if suffix:
        pixels = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR)
        is_good = pixels is not None and min(pixels.shape[:2]) >= SHORTEST_SIDE_PX
        return (content, suffix) if is_good else None
    try:
        frames = [*packet.decode(), *stream.codec_context.decode(None)]  # type: ignore[attr-defined]
    except (av.error.FFmpegError, ValueError):
        return None
    if not frames or min(frames[0].width, frames[0].height) < SHORTEST_SIDE_PX:
        return None
    written = cv2.imencode(".png", frames[0].to_ndarray(format="bgr24"))[1]
    return written.tobytes(), ".png"
