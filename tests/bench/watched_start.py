"""The program as `main.py` starts it, watched: when it is painted, when it answers, and how long its turns are.

`python -m tests.bench.watched_start BEGUN WHAT WORKSPACE TOLD` is started by `bench_start`: BEGUN is what the
monotonic clock said before this process was there, WHAT one of `JOURNEYS`, TOLD a file for what was measured.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.turns import Turns
    from ui.main_window import MainWindow

# What no start may load.
HEAVY = (
    "av",
    "cv2",
    "mediapipe",
    "faster_whisper",
    "ctranslate2",
    "openai",
    "pocketsphinx",
    "scipy",
    "sklearn",
    "httpx",
)
LIMIT_SECONDS = 0.05
_PATIENCE_SECONDS = 120.0


@dataclass
class Told:
    """What was measured: seconds of the clock since the start and CPU seconds of the process, at each mark."""

    wall: dict[str, float] = field(default_factory=dict)
    cpu: dict[str, float] = field(default_factory=dict)
    heavy: list[str] = field(default_factory=list)
    opening: float = 0.0
    longest: float = 0.0
    over: list[tuple[float, str]] = field(default_factory=list)
    opening_over: list[tuple[float, str]] = field(default_factory=list)
    paints_ms: list[float] = field(default_factory=list)

    def mark(self, what: str, begun: float, cpu: float = 0.0) -> None:
        """Note that something is so now, the first time it is."""
        self.wall.setdefault(what, time.monotonic() - begun)
        self.cpu.setdefault(what, time.process_time() - cpu)


class Journey:
    """What is done in the window once it is there, by events as a person's hands make them."""

    opening: Turns
    after: Turns

    def __init__(self, window: MainWindow, told: Told, begun: float) -> None:
        self.window, self.told, self._begun, self._cpu = window, told, begun, 0.0

    def open(self, name: str) -> None:
        """Press the button of a run, and count what is marked from now on from here."""
        from PySide6.QtWidgets import QPushButton

        button = self.window.findChild(QPushButton, name)
        assert button is not None
        self._begun, self._cpu = time.monotonic(), time.process_time()
        button.click()

    def mark(self, what: str) -> None:
        """Note that something is so now."""
        self.told.mark(what, self._begun, self._cpu)

    async def until(self, condition: Callable[[], object]) -> None:
        """Look at every turn whether something is so."""
        async with asyncio.timeout(_PATIENCE_SECONDS):
            while not condition():
                await asyncio.sleep(0.002)

    async def press_tab(self) -> None:
        """Press Tab, and wait until something has the focus for it: then the window answers."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        self.window.activateWindow()
        before = self.window.focusWidget()
        QTest.keyClick(self.window, Qt.Key.Key_Tab)
        await self.until(lambda: self.window.focusWidget() is not before)

    async def wheel(self, widget: QWidget, notches: int, by: int, is_held: bool = False) -> None:
        """Turn the wheel over the middle of something, a notch a picture, and note what each picture takes."""
        from PySide6.QtCore import QPoint, QPointF, Qt
        from PySide6.QtGui import QWheelEvent
        from PySide6.QtWidgets import QApplication

        held = Qt.KeyboardModifier.ControlModifier if is_held else Qt.KeyboardModifier.NoModifier
        middle = QPointF(widget.rect().center())
        for _ in range(notches):
            event = QWheelEvent(
                middle,
                widget.mapToGlobal(middle),
                QPoint(),
                QPoint(0, by),
                Qt.MouseButton.NoButton,
                held,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            start = time.thread_time()
            QApplication.sendEvent(widget, event)
            widget.repaint()
            self.told.paints_ms.append((time.thread_time() - start) * 1000)
            await asyncio.sleep(0.005)


async def _nothing(journey: Journey) -> None:
    """An empty workspace: there is nothing to open."""


async def _many(journey: Journey) -> None:
    """Open the newest of many runs, look through all of them, and find one by its name."""
    from PySide6.QtWidgets import QListView, QPushButton

    from ui.panels import RUNS

    window = journey.window
    names = [made for made in window.findChildren(QPushButton) if made.objectName().startswith("recent_")]
    with journey.opening.measured():
        journey.open(names[0].objectName())
        await journey.until(lambda: window._bench.review.duration)
        journey.mark("opened")
        await asyncio.sleep(1.0)
    runs = window.findChild(QListView, "runList")
    assert runs is not None
    with journey.after.measured():
        window._docks.bring_forward(RUNS)
        await journey.until(runs.isVisible)
        for by in (-120, 120):
            await journey.wheel(runs.viewport(), 60, by)


async def _long(journey: Journey) -> None:
    """Open ten hours with a thousand candidates; zoom and scroll the timeline, the list and the transcript."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QListView, QPushButton

    from ui.timeline.view import TimelineView

    window = journey.window
    names = [made for made in window.findChildren(QPushButton) if made.objectName().startswith("recent_")]
    with journey.opening.measured():
        journey.open(names[0].objectName())
        # A run may be chosen before the panels are made, which then are the first steps of opening it.
        await journey.until(lambda: window.findChild(QListView, "clipList"))
        await journey.until(lambda: window.findChild(TimelineView, "timelineView"))
        timeline, clips = window.findChild(TimelineView, "timelineView"), window.findChild(QListView, "clipList")
        assert timeline is not None and clips is not None
        await journey.until(lambda: clips.isVisible() and clips.model().rowCount() == 1000)
        await journey.until(lambda: len(timeline.scene.words.starts) > 50_000)
        await asyncio.sleep(0.0)
        journey.mark("opened")
        await asyncio.sleep(3.0)
    with journey.after.measured():
        timeline.show_whole()
        for by in (120, -120):
            await journey.wheel(timeline, 40, by, is_held=True)
        for by in (120, -120):
            await journey.wheel(timeline, 40, by)
            await journey.wheel(clips.viewport(), 40, by)
        clips.setFocus()
        for _ in range(4):
            QTest.keyClick(clips, Qt.Key.Key_Down)
            await asyncio.sleep(0.3)


JOURNEYS: dict[str, Callable[[Journey], Awaitable[None]]] = {"empty": _nothing, "many": _many, "long": _long}


def main(begun: float, what: str, workspace: str, file: Path) -> int:
    """Start the program, go through a journey and write down what was measured."""
    told = Told()
    _watch(told, begun, what, file)
    from desktop.app import main as start

    return start(["--workspace", workspace])


def _watch(told: Told, begun: float, what: str, file: Path) -> None:
    """Let the card that is shown first tell when it is painted, and begin the journey once the window is there.

    What measures loads nothing before the window is usable that the program doesn't load: it would be counted.
    """
    from PySide6.QtCore import QTimer

    import desktop.loop
    import desktop.opening

    show_card, run_with_window = desktop.opening.show_card, desktop.loop.run_with_window

    def shown() -> None:
        show_card()
        told.mark("painted", begun)

    async def beside(opening: Coroutine[Any, Any, int]) -> int:
        going = asyncio.ensure_future(go())
        code = await opening
        await going
        return code

    async def go() -> None:
        from PySide6.QtWidgets import QApplication

        while not (found := [top for top in QApplication.topLevelWidgets() if top.objectName() == "mainWindow"]):
            await asyncio.sleep(0.005)
        window = cast("MainWindow", found[0])
        journey = Journey(window, told, begun)
        try:
            await journey.press_tab()
            told.mark("usable", begun)
            told.heavy = [name for name in HEAVY if name in sys.modules]
            from tests.turns import Turns

            journey.opening, journey.after = Turns(), Turns()
            await asyncio.sleep(1.0)
            await JOURNEYS[what](journey)
            told.opening, told.opening_over = _turns(journey.opening)
            told.longest, told.over = _turns(journey.after)
        finally:
            file.write_text(json.dumps(asdict(told)))
            QTimer.singleShot(0, window.close)

    desktop.opening.show_card = shown
    desktop.loop.run_with_window = lambda application, opening: run_with_window(application, beside(opening))


def _turns(turns: Turns) -> tuple[float, list[tuple[float, str]]]:
    """Return the longest turn's seconds, and all that took too long."""
    return turns.longest.seconds, [(turn.seconds, turn.where) for turn in turns.over(LIMIT_SECONDS)]


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4])))
