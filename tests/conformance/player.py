"""A player that knows none of our code: a file's pictures and sound at their times, by plain PyAV."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

# Timestamps of sound are rounded, in Matroska to whole milliseconds; more than this is a gap.
STAMP_SECONDS = 0.004


@dataclass
class Played:
    """A file as it plays. `seconds` are the pictures' own timestamps, `start` is the container's first one.

    `sound_seconds[i]` is the timestamp of `pieces[i]`, (n,) mono. Pictures are as stored, not turned upright.
    """

    start: float = 0.0
    seconds: list[float] = field(default_factory=list)
    timestamps: list[int] = field(default_factory=list)
    lumas: list[NDArray[np.uint8]] = field(default_factory=list)
    first_rgb: NDArray[np.float64] | None = None
    rate_hz: int = 0
    pieces: list[NDArray[np.float32]] = field(default_factory=list)
    sound_seconds: list[float] = field(default_factory=list)
    tags: tuple[int, int, int, int] = (0, 0, 0, 0)
    duration: float = 0.0

    def sound(self) -> tuple[float, NDArray[np.float32]]:
        """Return (second of the first sample, (n,) mono); gaps and overlaps are laid out by their timestamps."""
        if not self.pieces:
            return 0.0, np.zeros(0, np.float32)
        first, total = self.sound_seconds[0], sum(len(piece) for piece in self.pieces)
        laid = np.zeros(total + self.rate_hz, np.float32)
        position, end = 0, 0
        for second, piece in zip(self.sound_seconds, self.pieces, strict=True):
            stamped = round((second - first) * self.rate_hz)
            if abs(stamped - position) > STAMP_SECONDS * self.rate_hz:
                position = stamped
            kept = laid[position : position + len(piece)]
            kept[:] = piece[: len(kept)]
            position += len(piece)
            end = max(end, min(position, len(laid)))
        return first, laid[:end]


def play(path: Path, sound_track: int = 0) -> Played:
    """Decode a whole file, edit lists applied, as `ffmpeg` itself would."""
    played = Played()
    with av.open(str(path)) as container:
        played.start = (container.start_time or 0) / 1e6
        played.duration = (container.duration or 0) / 1e6
        streams = [container.streams.video[0], *container.streams.audio[sound_track : sound_track + 1]]
        for frame in container.decode(streams):
            if isinstance(frame, av.VideoFrame):
                _see(played, frame)
            else:
                _hear(played, frame)
    return played


def _see(played: Played, frame: av.VideoFrame) -> None:
    if not played.seconds:
        played.tags = (
            int(frame.colorspace),
            int(frame.color_primaries),
            int(frame.color_trc),
            int(frame.color_range),
        )
        if frame.format.name == "yuv420p":
            played.first_rgb = bt709_rgb(frame)
    played.seconds.append(float(frame.time))
    played.timestamps.append(frame.pts)
    played.lumas.append(luma(frame))


def _hear(played: Played, frame: av.AudioFrame) -> None:
    played.rate_hz = frame.sample_rate
    layout, fmt = frame.layout.name, frame.format.name
    samples = frame.to_ndarray()
    if not frame.format.is_planar:
        samples = samples.reshape(-1, len(frame.layout.channels)).T
    if samples.dtype.kind == "i":
        samples = samples / np.float64(np.iinfo(samples.dtype).max)
    assert samples.dtype.kind == "f", (layout, fmt)
    played.sound_seconds.append(float(frame.time))
    played.pieces.append(samples[: min(2, len(samples))].mean(axis=0).astype(np.float32))


def luma(frame: av.VideoFrame) -> NDArray[np.uint8]:
    """Return (height, width) uint8 of a frame's luma, whatever its depth; no scaling, no matrix."""
    plane = frame.planes[0]
    bits = frame.format.components[0].bits
    kind = np.uint16 if bits > 8 else np.uint8
    rows = np.frombuffer(plane, kind).reshape(frame.height, -1)[:, : frame.width]
    return (rows >> (bits - 8)).astype(np.uint8)


def bt709_rgb(frame: av.VideoFrame) -> NDArray[np.float64]:
    """Return (height, width, 3) RGB 0 to 255 of a limited-range yuv420p frame, by BT.709's own formula."""
    planes = []
    for index, (width, height) in enumerate(
        [(frame.width, frame.height)] + [(frame.width // 2, frame.height // 2)] * 2
    ):
        rows = np.frombuffer(frame.planes[index], np.uint8).reshape(height, -1)[:, :width].astype(np.float64)
        planes.append(rows if index == 0 else rows.repeat(2, axis=0).repeat(2, axis=1))
    y, u, v = (planes[0] - 16) / 219, (planes[1] - 128) / 224, (planes[2] - 128) / 224
    red, blue = y + 1.5748 * v, y + 1.8556 * u
    green = (y - 0.2126 * red - 0.0722 * blue) / 0.7152
    return np.clip(np.stack([red, green, blue], axis=2) * 255, 0, 255)
