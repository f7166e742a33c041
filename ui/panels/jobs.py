"""Jobs: everything that runs or waits, each with progress and a way to stop it, beside the limits of the lanes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from ui.attention import SETTING as NOTIFIES
from ui.controllers.jobs import PUBLISH, Job
from ui.controllers.lanes import hold_words
from ui.icons import icon
from ui.jobs.job_row import JobRow
from ui.jobs.lane_list import LaneList
from ui.panel import Panel, Workbench
from ui.widgets.basics import button, column, icon_button, label, restyle, row
from ui.widgets.scroll import YieldingPage
from ui.widgets.whole_rows import keep_rows_whole
from ui.wording import QT_TR_NOOP, tr

_LANES_PX = 360
_LIST_LEAST_PX = 40
# Hundreds of runs may wait; the list of runs shows them all.
_WAITING_SHOWN = 20
_NOTHING_RUNS = QT_TR_NOOP("Nothing is running. Import a video, and what is done with it shows here.")
_MAKES_READY = QT_TR_NOOP("Nothing to wait for: clips of the open run are being made ready to be seen.")


class JobsPanel(Panel):
    """Follows the jobs while it is visible.

    Signals:
        closed(): The user wants it out of the way.
        models_wanted(), runs_wanted(), dashboard_wanted(): The user wants to see those.
        publishing_wanted(str): The user wants to see what of this run is on its way.
    """

    closed = Signal()
    models_wanted = Signal()
    runs_wanted = Signal()
    publishing_wanted = Signal(str)
    dashboard_wanted = Signal()

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._jobs = bench.jobs
        self._queue = bench.queue
        self._rows: list[JobRow] = []
        self._shown: list[Job] = []
        self._head = label("", "heading")
        self._head.setObjectName("jobsHead")
        self._hold = label("", "warning", wraps=True)
        self._hold.setObjectName("jobsHold")
        self._empty = label(tr(_NOTHING_RUNS), "muted")
        self._empty.setWordWrap(True)
        self._empty.setObjectName("jobsEmpty")
        self._more = button("", self.runs_wanted.emit)
        self._more.setObjectName("jobsMore")
        self._more.setProperty("flat", True)
        self._pause = button(tr("Pause the queue"), self._queue.toggle, "pause")
        self._pause.setObjectName("jobsPause")
        self._lanes = LaneList()
        self._list = QVBoxLayout()
        self._build()
        self._jobs.changed.connect(self._show)
        self._queue.queue_changed.connect(lambda _state: self._show())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while the panel was out of sight."""
        super().showEvent(event)
        self._show()

    def take_focus(self) -> None:
        """Give the first job the keyboard."""
        if self._shown:
            self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._list.setSpacing(2)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.addWidget(self._empty)
        self._list.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.addStretch(1)
        body = QWidget()
        body.setLayout(self._list)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(_LIST_LEAST_PX)
        self._area = area
        left, right = column(spacing=8), column(spacing=8)
        more = button(tr("Dashboard…"), self.dashboard_wanted.emit)
        more.setObjectName("jobsDashboard")
        more.setToolTip(tr("Change how much is done at once, and see how it went lately  (D)"))
        left.addLayout(row(self._head, None, self._pause, more))
        left.addWidget(self._hold)
        left.addWidget(area, 1)
        close = icon_button("close", tr("Close the jobs"), self.closed.emit)
        close.setObjectName("jobsClose")
        right.addLayout(row(label(tr("Jobs at once"), "section"), None, close))
        right.addWidget(self._lanes)
        notifies = QCheckBox(tr("Tell me when all is done"))
        notifies.setObjectName("jobsNotify")
        notifies.setToolTip(tr("Through the system, while you are in another program"))
        notifies.setChecked(bool(self.bench.memory.value(NOTIFIES, True, bool)))
        notifies.toggled.connect(lambda is_on: self.bench.memory.setValue(NOTIFIES, is_on))
        right.addWidget(notifies)
        right.addStretch(1)
        lanes = QWidget()
        lanes.setLayout(right)
        side = YieldingPage(lanes)
        side.setMinimumHeight(_LIST_LEAST_PX)
        side.setFixedWidth(_LANES_PX)
        whole = row(spacing=24)
        whole.setContentsMargins(12, 8, 12, 8)
        whole.addLayout(left, 1)
        whole.addWidget(side)
        self.setLayout(whole)
        area.setWidget(body)
        for each in (area, side):
            keep_rows_whole(each)

    def _show(self) -> None:
        if not self.isVisible():
            return
        jobs, state = self._jobs.jobs(), self._queue.state()
        waiting, sums = sum(job.is_waiting for job in jobs), sum(job.is_sum for job in jobs)
        running = len(jobs) - waiting - sums
        self._head.setText(
            tr("{running} running, {waiting} waiting").format(running=running, waiting=waiting)
            if jobs
            else tr("Jobs")
        )
        self._hold.setText(hold_words(state))
        self._hold.setVisible(state.is_held)
        is_paused = state.hold == "user"
        self._pause.setText(tr("Resume the queue") if is_paused else tr("Pause the queue"))
        self._pause.setIcon(icon("play" if is_paused else "pause"))
        restyle(self._pause, "primary", is_paused)
        self._lanes.show_lanes(self._queue.lanes())
        self._show_jobs(jobs[: sums + running + _WAITING_SHOWN], max(0, waiting - _WAITING_SHOWN))

    def _show_jobs(self, jobs: list[Job], hidden: int) -> None:
        self._shown = jobs
        while len(self._rows) < len(jobs):
            self._add_row(len(self._rows))
        for made, job in zip(self._rows, jobs, strict=False):
            made.show_job(job)
            made.show()
        for made in self._rows[len(jobs) :]:
            made.hide()
        self._empty.setVisible(not jobs)
        is_busy = any(lane.running for lane in self._queue.lanes())
        self._empty.setText(tr(_MAKES_READY) if is_busy else tr(_NOTHING_RUNS))
        self._more.setVisible(hidden > 0)
        self._more.setText(tr("%n more runs in the queue…", "", hidden))

    def _add_row(self, place: int) -> None:
        made = JobRow()
        made.opened.connect(lambda: self._open(self._shown[place]))
        made.stopped.connect(lambda: self._jobs.stop(self._shown[place].key))
        made.left.connect(lambda by: self._step(place + by))
        self._rows.append(made)
        self._list.insertWidget(place, made)

    def _step(self, place: int) -> None:
        if 0 <= place < len(self._shown):
            self._rows[place].setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(self._rows[place])

    def _open(self, job: Job) -> None:
        if job.run_id and job.key.startswith(PUBLISH):
            self.publishing_wanted.emit(job.run_id)
        elif job.run_id:
            self.bench.review.show_run(job.run_id)
        elif job.key.startswith("model "):
            self.models_wanted.emit()
