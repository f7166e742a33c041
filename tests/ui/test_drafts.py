"""Scrubbing where exact frames are slow: drafts at once while the hand moves, the exact frame where it rests."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from fake_project import FakeProject
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from window_kit import find, opened, until

from core.schema.audio import AudioPlan
from core.schema.composition import Composition, MediaReference
from core.schema.style import Style
from core.schema.time import Cut, TimeSpan
from ui.preview.canvas import Canvas
from ui.preview.drafts import DraftSource
from ui.preview.player import Player
from ui.widgets.seek_bar import SeekBar

_EXACT, _DRAFT = 200, 60


class _Slow:
    """Exact pictures: red 200, green their frame; each waits until it may be made."""

    def __init__(self, gate: threading.Event) -> None:
        self._gate = gate
        self.asked: list[int] = []

    def frame(self, at: float) -> NDArray[np.uint8]:
        self.asked.append(int(at * 25))
        self._gate.wait(60)
        return _picture(_EXACT, at)

    def source_frame(self, at: float, max_height_px: int) -> None:
        return None

    def audio(self, start: float, duration: float, rate_hz: int = 48000) -> NDArray[np.float32]:
        return np.zeros((0, 2), np.float32)

    def with_overlays(self, composition: Composition) -> _Slow:
        return self

    def close(self) -> None:
        pass


class _Quick:
    """Drafts: red 60, green their frame."""

    def __init__(self, is_needed: bool = True, steps: int = 3) -> None:
        self.is_needed, self.is_whole = is_needed, True
        self.filled = 0
        self._steps = steps
        self.is_open = True

    def frame(self, at: float) -> NDArray[np.uint8]:
        return _picture(_DRAFT, at)

    def audio(self, at: float, duration: float) -> NDArray[np.float32]:
        return np.full((round(duration * 48000), 2), 0.5, np.float32)

    def fill(self, at: float) -> Iterator[float]:
        for step in range(self._steps):
            self.filled += 1
            yield (step + 1) / self._steps

    def with_overlays(self, composition: Composition) -> DraftSource:
        return self

    def close(self) -> None:
        self.is_open = False


def _picture(red: int, at: float) -> NDArray[np.uint8]:
    pixels = np.zeros((4, 4, 3), np.uint8)
    pixels[:, :, 0], pixels[:, :, 1] = red, int(at * 25)
    return pixels


def _clip(seconds: float = 8.0) -> Composition:
    return Composition(
        aspect="1:1",
        width=4,
        height=4,
        fps_numerator=25,
        fps_denominator=1,
        media=MediaReference(path=Path("a.mp4")),
        cut=Cut(ranges=(TimeSpan(start=0.0, end=seconds),)),
        spans=(),
        audio=AudioPlan(),
        style=Style(name="x", version=1),
    )


async def test_a_drag_shows_drafts_at_once_and_rests_on_the_exact_frame() -> None:
    gate, quick = threading.Event(), _Quick()
    slow = _Slow(gate)
    gate.set()
    player = Player(make_source=lambda _c, _h: slow, make_draft=lambda _c, _h: quick)
    shown: list[tuple[int, int]] = []
    player.frame_ready.connect(lambda p: shown.append((p.pixelColor(0, 0).red(), p.pixelColor(0, 0).green())))
    player.show(_clip())
    await until(lambda: shown == [(_EXACT, 0)])
    await until(lambda: player.drafts.share == 1.0)
    assert quick.filled == 3
    gate.clear()
    for step in range(1, 6):
        player.seek(step)
        await until(lambda step=step: (_DRAFT, step * 25) in shown)
    assert player.is_draft
    assert all(red == _DRAFT for red, _ in shown[1:]), "no exact picture is waited for while it moves"
    gate.set()
    await until(lambda: shown[-1] == (_EXACT, 125))
    assert not player.is_draft
    exact = [frame for red, frame in shown if red == _EXACT]
    assert exact == [0, 125], "what the hand had left is not shown between"
    await player.close()
    assert not quick.is_open


async def test_a_frame_step_is_exact() -> None:
    gate = threading.Event()
    slow = _Slow(gate)
    gate.set()
    player = Player(make_source=lambda _c, _h: slow, make_draft=lambda _c, _h: _Quick())
    shown: list[tuple[int, int]] = []
    player.frame_ready.connect(lambda p: shown.append((p.pixelColor(0, 0).red(), p.pixelColor(0, 0).green())))
    player.show(_clip())
    await until(lambda: player.drafts.share == 1.0)
    player.step_frames(1)
    await until(lambda: shown[-1] == (_EXACT, 1))
    player.step_frames(1)
    await until(lambda: shown[-1] == (_EXACT, 2))
    await player.close()


async def test_where_seeking_is_fast_there_are_no_drafts() -> None:
    gate = threading.Event()
    gate.set()
    quick = _Quick(is_needed=False)
    player = Player(make_source=lambda _c, _h: _Slow(gate), make_draft=lambda _c, _h: quick)
    shown: list[int] = []
    player.frame_ready.connect(lambda picture: shown.append(picture.pixelColor(0, 0).red()))
    player.show(_clip())
    await until(lambda: shown)
    player.drafts._on_calm()
    await until(lambda: not player.drafts._running)
    assert quick.filled == 0 and player.drafts.share is None
    player.seek(3.0)
    await until(lambda: len(shown) == 2)
    assert set(shown) == {_EXACT}
    await player.close()


async def test_nothing_is_got_ready_while_it_plays() -> None:
    gate = threading.Event()
    gate.set()
    quick = _Quick(steps=400)
    player = Player(make_source=lambda _c, _h: _Slow(gate), make_draft=lambda _c, _h: quick)
    player.show(_clip(60.0))
    player.play()
    player.drafts._calm.stop()
    player.drafts._on_calm()
    for _ in range(20):
        await asyncio.sleep(0)
    assert quick.filled == 0
    player.pause()
    await until(lambda: player.drafts.share == 1.0)
    await player.close()


async def test_backwards_and_after_a_loop_drafts_stand_in_for_exact_frames() -> None:
    gate = threading.Event()
    gate.set()
    slow = _Slow(gate)
    player = Player(make_source=lambda _c, _h: slow, make_draft=lambda _c, _h: _Quick())
    shown: list[tuple[int, int]] = []
    player.frame_ready.connect(lambda p: shown.append((p.pixelColor(0, 0).red(), p.pixelColor(0, 0).green())))
    player.show(_clip(6.0))
    await until(lambda: player.drafts.share == 1.0)
    player.seek(5.0)
    await until(lambda: shown[-1] == (_EXACT, 125))
    shown.clear()
    gate.clear()
    player.play(-1.0)
    await until(lambda: len(shown) >= 4)
    player.pause()
    frames = [frame for _, frame in shown]
    assert {red for red, _ in shown} == {_DRAFT}
    assert frames == sorted(frames, reverse=True)
    # The loop begins again while the exact first frame is still being looked for.
    gate.set()
    player.is_looping = True
    player.seek(5.95)
    await until(lambda: not player.is_draft and shown[-1][0] == _EXACT)
    gate.clear()
    shown.clear()
    player.play()
    await until(lambda: any(red == _DRAFT and frame < 100 for red, frame in shown))
    gate.set()
    await until(lambda: any(red == _EXACT and frame < 140 for red, frame in shown))
    player.pause()
    await player.close()


async def test_in_the_window_a_drag_on_the_bar_shows_drafts_and_what_is_ready(
    project: FakeProject, memory: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.media.skim.NOTICED_MPX", 0.0)
    async with opened(project, memory) as window:
        window.open_run(project.add_run("Episode 12.mp4", duration=70.0, clips=2))
        player = window._bench.player
        canvas, bar = find(window, Canvas, "previewCanvas"), find(window, SeekBar, "seekBar")
        note = find(window, QLabel, "previewNote")
        said: list[tuple[str, float]] = []
        player.drafts.progressed.connect(lambda: said.append((note.text(), bar.ready())))
        await until(lambda: canvas.picture() is not None and player.drafts.share == 1.0)
        assert any(text.startswith("Getting ready to scrub") for text, _ in said)
        assert (note.text(), bar.ready()) == ("", 0.0), "once all is ready there is nothing to tell"
        kinds: list[bool] = []
        player.frame_ready.connect(lambda _picture: kinds.append(player.is_draft))
        size = canvas.picture()
        assert size is not None
        y = bar.height() // 2
        QTest.mousePress(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(20, y))
        for x in range(30, 200, 10):
            QTest.mouseMove(bar, QPoint(x, y))
            await asyncio.sleep(0.01)
        QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(190, y))
        await until(lambda: True in kinds and kinds[-1] is False)
        shown = canvas.picture()
        assert shown is not None and shown.size() == size.size()
        wanted = (190 - 7) / (bar.width() - 14) * (player.end - player.begin)
        assert abs(player.position - player.begin - wanted) < 0.05
