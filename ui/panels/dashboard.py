"""The dashboard: how every lane of work stands and how wide it is, and how the stages went lately."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QScrollArea, QWidget

from core.schema.queue import LaneState
from ui.controllers.figures import FigureRow, figure_rows
from ui.controllers.lanes import LANE_TITLES, hold_words
from ui.icons import icon
from ui.keymap import tell_key
from ui.panel import Panel, Workbench
from ui.theme import px
from ui.widgets.basics import Segments, button, clear_grid, column, icon_button, label, restyle, row, rule
from ui.widgets.fields import CalmSpinBox
from ui.widgets.share_bar import ShareBar
from ui.widgets.whole_rows import keep_rows_whole
from ui.wording import QT_TR_NOOP, tr

_LOOK_MS = 1000
_PERIODS = (("1", QT_TR_NOOP("Day")), ("7", QT_TR_NOOP("7 days")), ("30", QT_TR_NOOP("30 days")))
_WIDEST = 64
_HALF_PX = 720
_BESIDE_FROM_PX = 1080
# Title, what it means.
_COLUMNS = (
    ("", ""),
    (QT_TR_NOOP("Usually within"), QT_TR_NOOP("Half of the jobs took no longer than this")),
    (QT_TR_NOOP("At most"), QT_TR_NOOP("95 of 100 jobs took no longer than this")),
    (QT_TR_NOOP("Jobs"), QT_TR_NOOP("How often a job was given to a worker, tries again included")),
    (QT_TR_NOOP("Failed"), QT_TR_NOOP("Share that failed or lost its worker")),
    (QT_TR_NOOP("Reused"), QT_TR_NOOP("Share that was there already and needed no work")),
    (QT_TR_NOOP("Cost"), QT_TR_NOOP("What language and speech endpoints charged")),
)


class DashboardPanel(Panel):
    """Looks every second while it is visible.

    Signals:
        closed(): The user wants it out of the way.
        report_wanted(): The user wants to see what became of batches.
        log_wanted(str): The user wants to know why jobs of a stage failed; the stage's name.
    """

    closed = Signal()
    report_wanted = Signal()
    log_wanted = Signal(str)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._queue = bench.queue
        self._lanes: dict[str, _LaneRow] = {}
        self._state = label("", wraps=True)
        self._state.setObjectName("dashboardQueue")
        self._pause = button(tr("Pause the queue"), self._queue.toggle, "pause")
        self._pause.setObjectName("dashboardPause")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._periods = Segments([(days, tr(title)) for days, title in _PERIODS], tr("Period"))
        self._periods.choose(str(bench.memory.value("dashboard_days", "7")))
        self._periods.chosen.connect(self._on_period_chosen)
        self._figures = _FiguresTable()
        self._figures.log_wanted.connect(self.log_wanted)
        self._empty = label("", "muted", wraps=True)
        self._empty.setObjectName("dashboardEmpty")
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._queue.queue_changed.connect(lambda _state: self._look() if self.isVisible() else None)

    def showEvent(self, event: QShowEvent) -> None:
        """Look from now on."""
        super().showEvent(event)
        self._look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        super().hideEvent(event)
        self._timer.stop()

    def _build(self) -> None:
        close = icon_button("close", tr("Close the dashboard"), self.closed.emit)
        tell_key(close, "dashboard", tr("Close the dashboard"))
        close.setObjectName("dashboardClose")
        report = button(tr("Morning report…"), self.report_wanted.emit)
        report.setObjectName("dashboardReport")
        tell_key(report, "morning_report", tr("What became of the videos of a batch"))
        state = row(self._state, report, self._pause)
        state.setStretch(0, 1)
        left, right = column(spacing=8), column(spacing=8)
        left.addLayout(state)
        left.addLayout(self._grid)
        left.addStretch(1)
        right.addLayout(row(label(tr("Stages"), "section"), None, self._periods))
        right.addWidget(self._figures)
        right.addWidget(self._empty)
        right.addStretch(1)
        inside = self._inside = row(spacing=24)
        inside.setContentsMargins(12, 8, 4, 8)
        for part, share in ((left, 6), (right, 7)):
            half = QWidget()
            half.setMaximumWidth(_HALF_PX)
            half.setLayout(part)
            inside.addWidget(half, share)
        inside.addStretch()
        body = QWidget()
        body.setLayout(inside)
        area = QScrollArea()
        area.setObjectName("dashboardArea")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        beside = column(close, None)
        beside.setContentsMargins(0, 8, 8, 0)
        layout = row(spacing=0)
        layout.addWidget(area, 1)
        layout.addLayout(beside)
        self.setLayout(layout)
        area.setWidget(body)
        keep_rows_whole(area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the stages below the queue where they have no room beside it."""
        super().resizeEvent(event)
        is_narrow = self.width() < px(_BESIDE_FROM_PX)
        way = QBoxLayout.Direction
        self._inside.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)

    def _look(self) -> None:
        state = self._queue.state()
        self._state.setText(hold_words(state) or tr("The queue is open."))
        restyle(self._state, "role", "warning" if state.is_held else "muted")
        is_paused = state.hold == "user"
        self._pause.setText(tr("Resume the queue") if is_paused else tr("Pause the queue"))
        self._pause.setIcon(icon("play" if is_paused else "pause"))
        for place, lane in enumerate(self._queue.lanes()):
            shown = self._lanes.get(lane.name) or self._add_lane(lane.name, place)
            shown.show_lane(lane)
        self._show_figures()

    def _add_lane(self, name: str, place: int) -> _LaneRow:
        made = _LaneRow(name, self._grid, place)
        made.width.valueChanged.connect(lambda width: self._queue.set_width(name, width))
        self._lanes[name] = made
        return made

    def _on_period_chosen(self, days: str) -> None:
        self.bench.memory.setValue("dashboard_days", days)
        self._show_figures()

    def _show_figures(self) -> None:
        days = self._periods.choice()
        rows = figure_rows(self._queue.figures(float(days)))
        self._figures.setVisible(bool(rows))
        self._figures.show_rows(rows)
        self._empty.setVisible(not rows)
        self._empty.setText(
            tr("Nothing was done in the last %n days. Import a video, and its stages appear here.", "", int(days))
        )


class _LaneRow:
    """One lane as a row of a grid: its name, how full it is, what waits, and how wide it is."""

    def __init__(self, name: str, grid: QGridLayout, place: int) -> None:
        title = tr(LANE_TITLES.get(name, name))
        self._bar = ShareBar("accent")
        self._bar.setAccessibleName(tr("{title}: places in use").format(title=title))
        self._words = label("", "small")
        self._words.setObjectName(f"laneWords_{name}")
        self._words.setMinimumWidth(110)
        self.width = CalmSpinBox()
        self.width.setObjectName(f"laneWidth_{name}")
        self.width.setAccessibleName(tr("{title}: how many at once").format(title=title))
        self.width.setToolTip(tr("How many may run at once. Takes effect now; what runs is finished."))
        self.width.setRange(1, _WIDEST)
        self._automatic = 1
        self._reset = button("", self._on_reset)
        self._reset.setObjectName(f"laneReset_{name}")
        self._reset.setProperty("flat", True)
        for place_across, widget in enumerate((label(title), self._bar, self._words, self.width, self._reset)):
            grid.addWidget(widget, place, place_across)

    def show_lane(self, lane: LaneState) -> None:
        """Show how the lane stands; a width that is being typed is left alone."""
        words = (
            tr("{running} of {width} · %n waiting", "", lane.queued) if lane.queued else tr("{running} of {width}")
        )
        self._words.setText(words.format(running=lane.running, width=lane.width))
        self._bar.show_shares(lane.running / lane.width)
        if self.width.value() != lane.width:
            self.width.show_value(lane.width)
        self._automatic = lane.automatic_width
        is_automatic = lane.width == lane.automatic_width
        self._reset.setEnabled(not is_automatic)
        restyle(self._reset, "flat", is_automatic)
        restyle(self._reset, "tells", is_automatic)
        self._reset.setText(tr("automatic: {width}").format(width=lane.automatic_width))
        hint = tr("Back to what suits this computer: {width}").format(width=lane.automatic_width)
        self._reset.setToolTip("" if is_automatic else hint)

    def _on_reset(self) -> None:
        self.width.setValue(self._automatic)


class _FiguresTable(QWidget):
    """A row per stage and one for all; a stage that failed is one click from its log.

    Signals:
        log_wanted(str): The log of a stage, by its name.
    """

    log_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("figuresTable")
        self._rows: list[FigureRow] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)

    def show_rows(self, rows: Sequence[FigureRow]) -> None:
        """Show these rows."""
        if list(rows) == self._rows:
            return
        self._rows = list(rows)
        clear_grid(self._grid)
        for place, (title, hint) in enumerate(_COLUMNS):
            self._put(_cell(tr(title), "section", tr(hint)), 0, place)
        for line, shown in enumerate(rows, start=1):
            if not shown.stage:
                self._grid.addWidget(rule(), line, 0, 1, len(_COLUMNS))
                line += 1
            self._show_row(shown, line)

    def _show_row(self, shown: FigureRow, line: int) -> None:
        role = "" if shown.stage else "strong"
        spans = (shown.half_within, shown.nearly_all_within)
        texts = (shown.title, *spans, shown.attempts, shown.failed, shown.reused, shown.cost)
        for place, text in enumerate(texts):
            is_link = _COLUMNS[place][0] == "Failed" and shown.failures and shown.stage
            self._put(self._link(shown) if is_link else _cell(text, role), line, place)

    def _link(self, shown: FigureRow) -> QWidget:
        made = button(shown.failed, lambda: self.log_wanted.emit(shown.stage))
        made.setObjectName(f"stageLog_{shown.stage}")
        made.setProperty("link", "danger")
        made.setToolTip(tr("%n failed. Show the log of “{title}”", "", shown.failures).format(title=shown.title))
        made.setAccessibleName(
            tr("{title}: {failed} failed. Show the log").format(title=shown.title, failed=shown.failed)
        )
        return made

    def _put(self, widget: QWidget, line: int, place: int) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        side = Qt.AlignmentFlag.AlignLeft if place == 0 else Qt.AlignmentFlag.AlignRight
        self._grid.addWidget(widget, line, place, middle | side)


def _cell(text: str, role: str = "", hint: str = "") -> QLabel:
    made = label(text, role or "small")
    made.setToolTip(hint)
    return made
