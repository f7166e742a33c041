"""Sound under a moving playhead: pieces that don't click, of the newest place, and none that lags behind."""

from __future__ import annotations

import asyncio

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject
from window_kit import until

from ui.preview.scrub_sound import GRAIN_SECONDS, ScrubSound, grain


class _Device:
    """A sound device that tells what it was given."""

    def __init__(self) -> None:
        self.written: list[NDArray[np.float32]] = []
        self.waiting = 0.0
        self.is_open = True

    def waiting_seconds(self) -> float:
        return self.waiting

    def write(self, samples: NDArray[np.float32]) -> None:
        self.written.append(samples)

    def close(self) -> None:
        self.is_open = False


def test_a_piece_begins_and_ends_in_silence() -> None:
    piece = grain(np.ones((4320, 2), np.float32))
    assert piece[0].max() == piece[-1].max() == 0
    assert piece[2000].min() == 1
    assert np.abs(np.diff(piece[:, 0])).max() < 0.01
    assert len(grain(np.ones((1, 2), np.float32))) == 1


async def test_the_newest_place_is_heard_and_none_is_late() -> None:
    device, opened = _Device(), []
    gate = asyncio.Event()
    asked: list[float] = []

    async def read(at: float, duration: float) -> NDArray[np.float32]:
        asked.append(at)
        await gate.wait()
        return np.full((round(duration * 48_000), 2), at, np.float32)

    def open_output(parent: QObject) -> _Device:
        opened.append(parent)
        return device

    sound = ScrubSound(read, open_output=open_output)
    sound.touch(1.0)
    await until(lambda: asked == [1.0])
    for at in (2.0, 3.0, 4.0):
        sound.touch(at)
    gate.set()
    await until(lambda: len(device.written) == 2)
    assert asked == [1.0, 4.0], "places that were passed meanwhile are left out"
    assert [piece.max() for piece in device.written] == [1.0, 4.0]
    assert all(len(piece) == round(GRAIN_SECONDS * 48_000) for piece in device.written)
    device.waiting = 0.2
    sound.touch(5.0)
    await until(lambda: asked[-1] == 5.0)
    await until(lambda: sound._task is not None and sound._task.done())
    assert len(device.written) == 2, "what is still to be heard is not piled up"
    assert len(opened) == 1
    await until(lambda: not device.is_open)


async def test_where_there_is_no_device_nothing_happens() -> None:
    async def read(at: float, duration: float) -> NDArray[np.float32]:
        return np.ones((10, 2), np.float32)

    sound = ScrubSound(read, open_output=lambda _parent: None)
    sound.touch(1.0)
    await until(lambda: sound._task is not None and sound._task.done())
    sound.stop()
