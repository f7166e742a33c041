"""The sound of the preview, pushed to the sound device in small pieces.

What is heard is behind what was written by what the device still holds, so the position heard is counted from
bytes written minus bytes still in the device's buffer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QObject

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtMultimedia import QAudioSink

RATE_HZ = 48_000
_FRAME_BYTES = 8
_PIECE = 0.25
_BUFFER = 0.3
_POLL = 0.02

ReadSound = Callable[[float, float], Awaitable["NDArray[np.float32]"]]


def nothing() -> NDArray[np.float32]:
    """Return a piece of sound without a sample."""
    import numpy as np

    return np.zeros((0, 2), np.float32)


def _as_bytes(samples: NDArray[np.float32]) -> bytes:
    import numpy as np

    return np.ascontiguousarray(samples, dtype="<f4").tobytes()


class Sound(QObject):
    """Plays what `read(start, duration)` returns (float32, (n, 2), 48 kHz) from a position on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sink: QAudioSink | None = None
        self._task: asyncio.Task[None] | None = None
        self._start = 0.0
        self._written_bytes = 0
        self._volume = 1.0
        self._read: ReadSound | None = None

    def is_available(self) -> bool:
        """Whether this machine has a sound device."""
        from PySide6.QtMultimedia import QMediaDevices

        return not QMediaDevices.defaultAudioOutput().isNull()

    def start(self, read: ReadSound, position: float, until: float) -> None:
        """Play from `position` to `until`, in seconds of what is read."""
        self.stop()
        if self.is_available():
            self._task = asyncio.ensure_future(self._play(read, position, until))

    def stop(self) -> None:
        """Be silent at once."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if self._sink is not None:
            self._sink.reset()
            self._sink.deleteLater()
            self._sink = None

    def set_volume(self, volume: float) -> None:
        """Set the loudness from 0 to 1."""
        self._volume = volume
        if self._sink is not None:
            self._sink.setVolume(volume)

    def position(self) -> float | None:
        """Return the position being heard, in seconds, or None where nothing is heard."""
        if self._sink is None or not self._written_bytes:
            return None
        held = self._sink.bufferSize() - self._sink.bytesFree()
        return self._start + max(0, self._written_bytes - held) / _FRAME_BYTES / RATE_HZ

    async def _play(self, read: ReadSound, position: float, until: float) -> None:
        first = await read(position, min(_PIECE, until - position))
        sink, device = self._open_sink()
        self._start, self._written_bytes, self._sink = position, 0, sink
        waiting = _as_bytes(first)
        at = position + len(first) / RATE_HZ
        while waiting or at < until:
            if not waiting:
                piece = await read(at, min(_PIECE, until - at))
                if not len(piece):
                    return
                at += len(piece) / RATE_HZ
                waiting = _as_bytes(piece)
            room = sink.bytesFree() // _FRAME_BYTES * _FRAME_BYTES
            if room:
                written = device.write(waiting[:room])
                self._written_bytes += max(0, written)
                waiting = waiting[max(0, written) :]
            await asyncio.sleep(_POLL if waiting else 0)

    def _open_sink(self) -> tuple[QAudioSink, QIODevice]:
        return _open_sink(self, self._volume)


class Speaker:
    """The sound device, for pieces of sound that are heard one after the other."""

    def __init__(self, parent: QObject) -> None:
        self._sink, self._device = _open_sink(parent, 1.0)

    def waiting_seconds(self) -> float:
        """Return how much of what was written is still to be heard."""
        return (self._sink.bufferSize() - self._sink.bytesFree()) / _FRAME_BYTES / RATE_HZ

    def write(self, samples: NDArray[np.float32]) -> None:
        """Let (n, 2) float32 at 48 kHz be heard next; what the device has no room for is left out."""
        self._device.write(_as_bytes(samples))

    def close(self) -> None:
        """Be silent at once."""
        self._sink.reset()
        self._sink.deleteLater()


def open_speaker(parent: QObject) -> Speaker | None:
    """Return the sound device; None where this machine has none."""
    from PySide6.QtMultimedia import QMediaDevices

    return None if QMediaDevices.defaultAudioOutput().isNull() else Speaker(parent)


def _open_sink(parent: QObject, volume: float) -> tuple[QAudioSink, QIODevice]:
    from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

    wanted = QAudioFormat()
    wanted.setSampleRate(RATE_HZ)
    wanted.setChannelCount(2)
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Float)
    sink = QAudioSink(QMediaDevices.defaultAudioOutput(), wanted, parent)
    sink.setBufferSize(int(_BUFFER * RATE_HZ) * _FRAME_BYTES)
    sink.setVolume(volume)
    return sink, sink.start()
