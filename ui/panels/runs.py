"""All runs: how far each is, and what can be done about it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QMessageBox, QPlainTextEdit, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from core.schema.run import RunRecord
from ui.controllers.stages import StageRow
from ui.panel import Panel, Workbench
from ui.widgets.basics import ElidedLabel, button, column, icon_button, label, restyle, row
from ui.widgets.stage_list import StageList, Step


def state_text(run: RunRecord) -> str:
    """Return what a run is doing, in a word or two."""
    if run.is_paused:
        return "Stopped"
    return {
        "started": f"Working, {round(run.fraction * 100)} %",
        "analysis_complete": "Ready to review",
        "fully_generated": "Done",
        "failed": "Failed",
        "delivery_failed": "Some files failed",
    }[run.state]


def bar_state(run: RunRecord) -> str:
    """Return the state of a run's bar, as the style sheet names it."""
    if run.is_paused:
        return "paused"
    return {"fully_generated": "done", "failed": "failed", "delivery_failed": "failed"}.get(run.state, "working")


def steps_of(rows: list[StageRow]) -> list[Step]:
    """Return stages as steps of a list."""
    return [
        Step(
            r.title,
            r.state,
            r.fraction,
            r.summary,
            r.error or r.message or (f"{r.done} of {r.total}" if r.total else ""),
        )
        for r in rows
    ]


class RunCard(QFrame):
    """One run.

    Signals:
        opened(str), cancelled(str), resumed(str), deleted(str), log_wanted(str): What the user wants of this run.
    """

    opened = Signal(str)
    cancelled = Signal(str)
    resumed = Signal(str)
    deleted = Signal(str)
    log_wanted = Signal(str)

    def __init__(self, run_id: str) -> None:
        super().__init__()
        self.setObjectName(f"run_{run_id}")
        self.setProperty("card", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._run_id = run_id
        self._name = ElidedLabel("", "heading")
        self._state = label("", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._error = label("", "error", wraps=True)
        self._error.setObjectName("runError")
        self._stages = StageList()
        self._open = button("Open", lambda: self.opened.emit(run_id))
        self._open.setObjectName("openRun")
        self._stop = button("Stop", lambda: self.cancelled.emit(run_id), "stop")
        self._stop.setObjectName("stopRun")
        self._resume = button("Resume", lambda: self.resumed.emit(run_id), "retry")
        self._resume.setObjectName("resumeRun")
        self._log = icon_button("transcript", "Show the log", lambda: self.log_wanted.emit(run_id))
        self._delete = icon_button("trash", "Delete this run", lambda: self.deleted.emit(run_id))
        self._delete.setObjectName("deleteRun")
        buttons = row(self._open, self._stop, self._resume, None, self._log, self._delete)
        layout = column(self._name, self._state, self._bar, self._error, self._stages)
        layout.setContentsMargins(12, 12, 12, 10)
        layout.addLayout(buttons)
        self.setLayout(layout)

    def show_run(self, run: RunRecord, is_current: bool, is_unfolded: bool) -> None:
        """Show a run; its stages only while it is unfolded."""
        restyle(self, "current", is_current)
        self._name.setText(run.source_name)
        started = datetime.fromtimestamp(run.created_at).strftime("%d %b, %H:%M") if run.created_at else ""
        self._state.setText(" · ".join(part for part in (state_text(run), started) if part))
        self._bar.setValue(round(run.fraction * 1000))
        self._bar.setVisible(run.state == "started" or bar_state(run) in ("failed", "paused"))
        restyle(self._bar, "state", bar_state(run))
        self._error.setText(run.error)
        self._error.setVisible(bool(run.error))
        self._open.setVisible(not is_current)
        self._stop.setVisible(run.state == "started" and not run.is_paused)
        self._resume.setText("Resume" if run.is_paused else "Retry")
        self._resume.setVisible(run.is_paused or run.state in ("failed", "delivery_failed"))
        self._stages.setVisible(is_unfolded)

    def show_stages(self, rows: list[StageRow]) -> None:
        """Show the stages."""
        self._stages.show_steps(steps_of(rows))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the run that is clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._run_id)


class RunsPanel(Panel):
    """The list of runs."""

    name = "runsPanel"
    title = "Runs"
    home = Qt.DockWidgetArea.LeftDockWidgetArea

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._library = bench.library
        self._review = bench.review
        self._cards: dict[str, RunCard] = {}
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(8, 8, 8, 8)
        self._body.setSpacing(8)
        self._empty = label("No runs yet. Import a video to start one.", "muted", wraps=True)
        self._empty.setMargin(16)
        self._body.addWidget(self._empty)
        self._body.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        layout = column(area)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self._library.runs_changed.connect(self._show_runs)
        self._library.stages_changed.connect(self._on_stages_changed)
        self._review.run_opened.connect(lambda _run_id: self._show_runs())
        self._show_runs()

    def _show_runs(self) -> None:
        runs = self._library.runs()
        for gone in set(self._cards) - {run.id for run in runs}:
            card = self._cards.pop(gone)
            self._body.removeWidget(card)
            card.deleteLater()
        self._empty.setVisible(not runs)
        for place, run in enumerate(runs):
            card = self._cards.get(run.id) or self._make_card(run.id)
            if self._body.indexOf(card) != place:
                self._body.insertWidget(place, card)
            is_current = run.id == self._review.run_id
            card.show_run(run, is_current, is_current)
            if is_current:
                card.show_stages(self._library.stages(run.id))

    def _make_card(self, run_id: str) -> RunCard:
        card = RunCard(run_id)
        card.opened.connect(self._review.open_run)
        card.cancelled.connect(self._library.cancel)
        card.resumed.connect(self._library.resume)
        card.deleted.connect(self._on_deleted)
        card.log_wanted.connect(self._on_log_wanted)
        self._cards[run_id] = card
        return card

    def _on_stages_changed(self, run_id: str) -> None:
        card = self._cards.get(run_id)
        if card is not None and run_id == self._review.run_id:
            card.show_stages(self._library.stages(run_id))

    def _on_deleted(self, run_id: str) -> None:
        run = self._library.run(run_id)
        if run is None:
            return
        asked = QMessageBox(self)
        asked.setObjectName("confirmDelete")
        asked.setIcon(QMessageBox.Icon.NoIcon)
        asked.setWindowTitle("Delete this run?")
        asked.setText(f"Delete the run of “{run.source_name}”?")
        asked.setInformativeText("Its clips, decisions and edits are removed. The video and exported files stay.")
        confirm = asked.addButton("Delete run", QMessageBox.ButtonRole.DestructiveRole)
        asked.addButton("Keep", QMessageBox.ButtonRole.RejectRole)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.buttonClicked.connect(lambda pressed: self._library.delete(run_id) if pressed is confirm else None)
        asked.open()

    def _on_log_wanted(self, run_id: str) -> None:
        shown = QPlainTextEdit(self._library.log_text(run_id) or "Nothing was logged.", self)
        shown.setWindowFlag(Qt.WindowType.Window)
        shown.setWindowTitle("Log of the run")
        shown.setObjectName("runLog")
        shown.setReadOnly(True)
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown.resize(760, 420)
        shown.show()
