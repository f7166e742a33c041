"""The line at the bottom: what is running, what is being fetched, how much room the disk has."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStatusBar, QWidget

from ui.controllers.library import LibraryController
from ui.controllers.tasks import Tasks
from ui.widgets.basics import label
from ui.widgets.timecode import file_size

_LOOK_MS = 2000
_DOING = {
    "io": "reading files",
    "speech": "transcribing",
    "vision": "looking at pictures",
    "llm": "scoring",
    "encode": "rendering",
}


class StatusBar(QStatusBar):
    """Looks every two seconds while it is started."""

    def __init__(self, library: LibraryController, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._tasks = tasks
        self.setSizeGripEnabled(False)
        self._work = label("")
        self._work.setObjectName("statusWork")
        self._weights = label("")
        self._weights.setObjectName("statusWeights")
        self._disk = label("")
        self._disk.setObjectName("statusDisk")
        self.addWidget(self._work)
        self.addWidget(self._weights)
        self.addPermanentWidget(self._disk)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        library.weights_progressed.connect(self._on_weights_progressed)

    def start(self) -> None:
        """Look now and from now on."""
        self._timer.start()
        self._look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _look(self) -> None:
        lanes = self._library.lanes()
        working = [_doing(name, running) for name, (running, _, _) in lanes.items() if running]
        queued = sum(waiting for _, waiting, _ in lanes.values())
        text = " · ".join(working) if working else "nothing is running"
        text = text[0].upper() + text[1:]
        self._work.setText(f"{text}  ·  {queued} waiting" if queued else text)
        self._tasks.start(self._show_disk(), "look at the disk")

    async def _show_disk(self) -> None:
        self._disk.setText(f"{file_size(await self._library.free_bytes())} free")

    def _on_weights_progressed(self, name: str, fraction: float) -> None:
        self._weights.setText(f"Fetching {name}, {round(fraction * 100)} %" if fraction < 1 else "")


def _doing(lane: str, count: int) -> str:
    words = _DOING.get(lane, lane)
    return f"{words} ({count})" if count > 1 else words
