"""The line at the bottom: what runs, how far it is, what holds it up, what it cost, how much room the disk has."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QStatusBar, QWidget

from core.schema.queue import QueueState
from ui.controllers.figures import month_words
from ui.controllers.jobs import JobsController
from ui.controllers.lanes import hold_line, work_words
from ui.controllers.library import LibraryController
from ui.controllers.queue import QueueController
from ui.controllers.tasks import Tasks
from ui.icons import icon
from ui.jobs.summary import JobsSummary
from ui.keymap import tell_key
from ui.widgets.basics import ElidedLabel, icon_button, label, restyle
from ui.widgets.timecode import file_size
from ui.wording import QT_TR_NOOP, tr

_LOOK_MS = 2000
_NEAR = Decimal("0.8")


class StatusBar(QStatusBar):
    """Looks every two seconds while it is started.

    Signals:
        clicked(): The user wants to know more.
        jobs_wanted(): The user wants to see everything that runs or waits.
    """

    clicked = Signal()
    jobs_wanted = Signal()

    def __init__(
        self,
        library: LibraryController,
        queue: QueueController,
        jobs: JobsController,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._queue = queue
        self._tasks = tasks
        self.setSizeGripEnabled(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._pause = icon_button("pause", tr("Pause the queue"), queue.toggle)
        tell_key(self._pause, "pause_queue", tr("Pause the queue"))
        self._pause.setObjectName("statusPause")
        self._hold = ElidedLabel("", "warning")
        self._hold.setObjectName("statusHold")
        self._hold.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._work = label("")
        self._work.setObjectName("statusWork")
        self._cost = label("")
        self._cost.setObjectName("statusCost")
        self._cost.setToolTip(tr("What language models cost this month; the budget is in Settings › Providers"))
        self._disk = label("")
        self._disk.setObjectName("statusDisk")
        self._jobs = jobs
        self._summary = JobsSummary()
        self._summary.clicked.connect(self.jobs_wanted)
        self._stop = icon_button("stop", tr("Stop"), self._on_stop)
        self._stop.setObjectName("statusStop")
        self._show_jobs()
        for widget in (self._pause, self._hold, self._summary, self._stop, self._work):
            self.addWidget(widget)
        self.addPermanentWidget(self._cost)
        self.addPermanentWidget(self._disk)
        for shown in (self._work, self._disk):
            tell_key(shown, "dashboard", tr("Show the dashboard"))
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look_again)
        queue.queue_changed.connect(self._show_queue)
        jobs.changed.connect(self._show_jobs)

    def start(self) -> None:
        """Look now and from now on."""
        self._timer.start()
        self._show_queue(self._queue.state())
        self._look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell that it was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def _show_jobs(self) -> None:
        jobs = self._jobs.jobs()
        running = [job for job in jobs if not (job.is_waiting or job.is_sum)]
        self._summary.show_jobs(jobs)
        # Of several, which one is meant is said in the panel of jobs.
        self._stop.setVisible(len(running) == 1 and running[0].can_stop)
        if running:
            self._stop.setToolTip(tr("Stop “{name}”").format(name=running[0].title))
            self._stop.setAccessibleName(tr("Stop: {name}").format(name=running[0].title))

    def _on_stop(self) -> None:
        running = [job for job in self._jobs.jobs() if not (job.is_waiting or job.is_sum)]
        if len(running) == 1:
            self._jobs.stop(running[0].key)
        else:
            self.jobs_wanted.emit()

    def _look_again(self) -> None:
        self._tasks.start(self._look_in_calm(), QT_TR_NOOP("Could not look at the disk."))

    async def _look_in_calm(self) -> None:
        # A run that somebody waits for is opened and painted meanwhile.
        await self._tasks.calm()
        self._look()

    def _look(self) -> None:
        self._work.setText(work_words(self._queue.lanes()))
        month = self._queue.month()
        self._cost.setText(month_words(month))
        # From four fifths on, the next question may be the one that is not asked.
        is_near = month.budget_usd is not None and month.spent_usd >= month.budget_usd * _NEAR
        restyle(self._cost, "role", "warning" if is_near else "")
        self._tasks.start(self._show_disk(), QT_TR_NOOP("Could not look at the disk."))

    async def _show_disk(self) -> None:
        self._disk.setText(tr("{size} free", "of a disk").format(size=file_size(await self._library.free_bytes())))

    def _show_queue(self, state: QueueState) -> None:
        self._hold.setText(hold_line(state))
        self._hold.setVisible(state.is_held)
        is_paused = state.hold == "user"
        name = tr("Resume the queue") if is_paused else tr("Pause the queue")
        self._pause.setIcon(icon("play" if is_paused else "pause"))
        self._pause.setAccessibleName(name)
        tell_key(self._pause, "pause_queue", name)
