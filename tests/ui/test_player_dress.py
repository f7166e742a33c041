"""The player in other dress: what is being painted is shown, of what was asked for meanwhile only the last."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from window_kit import until

from core.schema.audio import AudioPlan
from core.schema.composition import Composition, MediaReference
from core.schema.style import Style
from core.schema.time import Cut, TimeSpan
from ui.preview.player import Dress, Player


class _Source:
    """Pictures as grey as the style's version says; each is noted as begun, and waits until it may be painted."""

    def __init__(self, composition: Composition, gate: threading.Event, begun: list[int]) -> None:
        self._composition = composition
        self._gate = gate
        self._begun = begun

    def frame(self, at: float) -> NDArray[np.uint8]:
        self._begun.append(self._composition.style.version)
        self._gate.wait(60)
        return np.full((4, 4, 3), self._composition.style.version, np.uint8)

    def source_frame(self, at: float, max_height_px: int) -> None:
        return None

    def audio(self, start: float, duration: float, rate_hz: int = 48000) -> NDArray[np.float32]:
        return np.zeros((0, 2), np.float32)

    def with_overlays(self, composition: Composition) -> _Source:
        return _Source(composition, self._gate, self._begun)

    def close(self) -> None:
        pass


def _dress(version: int) -> Dress:
    style = Style(name="x", version=version)
    return lambda composition: composition.model_copy(update={"style": style})


async def test_what_moves_fast_is_seen_while_it_moves() -> None:
    gate = threading.Event()
    gate.set()
    begun: list[int] = []
    player = Player(make_source=lambda composition, _height: _Source(composition, gate, begun))
    shown: list[int] = []
    player.frame_ready.connect(lambda picture: shown.append(picture.pixelColor(0, 0).red()))
    composition = Composition(
        aspect="1:1",
        width=4,
        height=4,
        fps_numerator=25,
        fps_denominator=1,
        media=MediaReference(path=Path("a.mp4")),
        cut=Cut(ranges=(TimeSpan(start=0.0, end=2.0),)),
        spans=(),
        audio=AudioPlan(),
        style=Style(name="x", version=1),
    )
    player.show(composition)
    await until(lambda: shown == [1])
    gate.clear()
    player.wear(_dress(2))
    await until(lambda: 2 in begun)
    player.wear(_dress(3))
    player.wear(_dress(4))
    gate.set()
    await until(lambda: shown == [1, 2, 4])
    assert player.is_dressed and player.composition == composition
    player.wear(None)
    await until(lambda: shown == [1, 2, 4, 1])
    await player.close()
