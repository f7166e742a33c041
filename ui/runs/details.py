"""One run whole: how it stands, what can be done with it, what failed and where, and its stages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.schema.run import PRIORITIES
from ui.controllers.failures import Failure
from ui.controllers.figures import cost_words
from ui.controllers.health import source_line
from ui.controllers.library import LibraryController
from ui.controllers.queue import QueueController
from ui.controllers.sources import SourceController
from ui.controllers.stages import STAGE_TITLES, StageRow
from ui.controllers.standing import PRIORITY_TITLES, RunLine
from ui.icons import icon
from ui.keymap import tell_key
from ui.runs.verbs import RunVerbs
from ui.widgets.basics import ElidedLabel, Segments, button, clear, column, icon_button, label, restyle, row
from ui.widgets.stage_list import StageList, Step
from ui.widgets.timecode import number
from ui.widgets.whole_rows import keep_rows_whole
from ui.wording import told, tr

_FAILURES_SHOWN = 4
# Beside the words on the source: the icon, and room around them.
_AROUND_SOURCE_PX = 56


def step_of(stage: StageRow) -> Step:
    """Return a stage as a step: why it ran or was reused is its tool tip, and stands below it with the rest."""
    counts = tr("{done} of {total} done").format(done=stage.done, total=stage.total) if stage.total > 1 else ""
    reused = tr("%n reused", "jobs of a stage", stage.reused) if stage.reused and stage.total > 1 else ""
    again = tr("started again %n times", "", stage.restarts) if stage.restarts else ""
    seconds = number(stage.seconds, 1)
    took = tr("{seconds} s of work").format(seconds=seconds) if stage.seconds else ""
    facts = ", ".join(part for part in (counts, reused, again, took) if part)
    more = "\n".join(part for part in (stage.error, stage.message, stage.why, facts) if part)
    hint = "\n".join(part for part in (stage.error or stage.message, stage.why) if part)
    return Step(stage.title, stage.state, stage.fraction, stage.summary, hint or stage.title, more)


class RunDetails(QScrollArea):
    """Shows the selected run."""

    def __init__(
        self,
        library: LibraryController,
        sources: SourceController,
        queue: QueueController,
        verbs: RunVerbs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("runDetails")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._library = library
        self._sources = sources
        self._costs = queue
        self._verbs = verbs
        self._line: RunLine | None = None
        self._name = ElidedLabel("", "heading")
        self._name.setObjectName("detailsName")
        self._state = label("", "small", wraps=True)
        self._state.setObjectName("detailsState")
        self._scorer = label("", "small", wraps=True)
        self._scorer.setObjectName("detailsScorer")
        self._scorer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._cost = label("", "small", wraps=True)
        self._cost.setObjectName("detailsCost")
        self._cost.setToolTip(tr("As the ledger has it: main.py costs tells every call"))
        self._error = label("", "error", wraps=True)
        self._error.setObjectName("runError")
        self._error.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._failures = QVBoxLayout()
        self._failures.setSpacing(6)
        self._shown_failures: Sequence[Failure] = ()
        self._stages = StageList()
        self._stages.setObjectName("detailsStages")
        self._open = self._button(tr("Open", "verb"), verbs.open, "openRun")
        self._stop = self._button(tr("Stop"), library.cancel, "stopRun", "stop")
        self._resume = self._button(tr("Resume"), library.resume, "resumeRun", "play")
        self._retry = self._button(tr("Retry"), library.resume, "retryRun", "retry")
        self._source = self._button("", verbs.show_source, "sourceHealth")
        self._source.setProperty("flat", True)
        self._source.setProperty("leads", True)
        self._source_words = ""
        tell_key(self._source, "source_report", tr("Source report"))
        self._log = icon_button("transcript", tr("Show the log"), lambda: verbs.show_log(self._run_id))
        self._log.setObjectName("showLog")
        self._delete = icon_button("trash", tr("Delete this run"), lambda: verbs.ask_to_delete(self._run_id))
        self._delete.setObjectName("deleteRun")
        self._more = icon_button("more", tr("More"), self._on_more)
        self._more.setObjectName("runMore")
        self._buttons = QWidget()
        self._queue = self._make_queue_row()
        self._build()

    def get_ready(self) -> Iterator[None]:
        """Make the lines of stages before a run is shown, one a step, and lay all out where nobody sees it."""
        yield from self._stages.get_ready(len(STAGE_TITLES))
        if self.isHidden():
            self.grab()

    def appear(self) -> None:
        """Show what was hidden: how the run stands at once, its stages, which are most of it, a turn later."""
        self._stages.hide()
        self.show()
        QTimer.singleShot(0, self, self._stages.show)

    def show_line(self, line: RunLine) -> None:
        """Show a run, or how it stands now."""
        is_other = self._line is None or self._line.run.id != line.run.id
        self._line = line
        run = line.run
        self._name.setText(run.source_name)
        recipe = tr("Recipe: {name}").format(name=run.options.recipe) if run.options.recipe else ""
        self._state.setText("\n".join(filter(None, (line.words, recipe))))
        self._open.setVisible(self._verbs.can_open(line))
        self._stop.setVisible(self._verbs.can_stop(line))
        self._resume.setVisible(self._verbs.can_resume(line))
        self._retry.setVisible(self._verbs.can_retry(line) and not run.is_paused)
        shown = (self._open, self._stop, self._resume, self._retry)
        self._buttons.setVisible(any(made.isVisibleTo(self._buttons) for made in shown))
        self._queue.setVisible(line.is_unfinished)
        self._priority.choose(run.priority)
        if is_other:
            self._stages.fold()
            self.verticalScrollBar().setValue(0)
        self.show_source()
        self.show_stages()

    def show_source(self) -> None:
        """Show in a line how the run's source is; it leads to the report."""
        prepared = self._sources.prepared(self._run_id)
        self._source.setVisible(prepared is not None)
        if prepared is None:
            return
        sign = {"problem": "danger", "warning": "warning"}.get(prepared.health.severity)
        self._source_words = source_line(prepared.health)
        self._elide()
        self._source.setIcon(icon("warning", sign) if sign else icon("info"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say of the source what there is room for."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = max(0, self.viewport().width() - _AROUND_SOURCE_PX)
        metrics = self._source.fontMetrics()
        self._source.setText(metrics.elidedText(self._source_words, Qt.TextElideMode.ElideRight, room))
        self._source.setAccessibleName(self._source_words)

    def show_stages(self) -> None:
        """Show how far the stages are and what failed."""
        line = self._line
        if line is None:
            return
        failures = self._library.failures(line.run.id) if not line.run.is_paused else []
        self._show_failures(failures)
        error = told(line.run.error)
        # What failed says it in its own card already.
        is_told = any(error and failure.reason in error for failure in failures)
        self._error.setText("" if is_told else error)
        if self._retry.isVisibleTo(self._buttons):
            self._retry.setText(self._verbs.retry_label(line))
        self._show_scorer(line.run.id)
        self._cost.setText(cost_words(self._costs.spending(line.run.id)))
        self._cost.setVisible(bool(self._cost.text()))
        self._stages.show_steps([step_of(stage) for stage in self._library.stages(line.run.id)])

    def _show_scorer(self, run_id: str) -> None:
        words, is_less = self._library.scorer(run_id)
        self._scorer.setText(told(words))
        self._scorer.setVisible(bool(words))
        restyle(self._scorer, "role", "caution" if is_less else "small")

    @property
    def _run_id(self) -> str:
        return self._line.run.id if self._line else ""

    def _button(self, text: str, run: Callable[[str], object], name: str, icon_name: str = "") -> QPushButton:
        made = button(text, lambda: run(self._run_id), icon_name)
        made.setObjectName(name)
        return made

    def _make_queue_row(self) -> QWidget:
        self._priority = Segments([(name, tr(title)) for name, title in PRIORITY_TITLES.items()], tr("Priority"))
        self._priority.setObjectName("priority")
        self._priority.chosen.connect(self._on_priority_chosen)
        library = self._library
        up = icon_button("arrow-up", tr("Move up"), lambda: library.move(self._run_id, -1))
        down = icon_button("arrow-down", tr("Move down"), lambda: library.move(self._run_id, +1))
        front = icon_button(
            "to-front", tr("To the front of the queue"), lambda: library.move_to_front(self._run_id)
        )
        for made, name in ((up, "moveUp"), (down, "moveDown"), (front, "moveFront")):
            made.setObjectName(name)
        held = QWidget()
        held.setLayout(row(self._priority, None, up, down, front, spacing=2))
        return held

    def _build(self) -> None:
        body = QFrame()
        layout = column(spacing=6)
        layout.setContentsMargins(8, 4, 8, 8)
        title = row(self._name, self._log, self._delete, self._more, spacing=0)
        title.setStretch(0, 1)
        layout.addLayout(title)
        layout.addWidget(self._state)
        layout.addLayout(row(self._source, None))
        self._buttons.setLayout(row(self._open, self._stop, self._resume, self._retry, None, spacing=6))
        layout.addWidget(self._buttons)
        layout.addWidget(self._queue)
        layout.addWidget(self._error)
        layout.addLayout(self._failures)
        layout.addWidget(self._scorer)
        layout.addWidget(self._cost)
        layout.addSpacing(2)
        layout.addWidget(self._stages)
        layout.addStretch(1)
        body.setLayout(layout)
        body.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setWidget(body)
        keep_rows_whole(self)

    def _show_failures(self, failures: Sequence[Failure]) -> None:
        if failures == self._shown_failures:
            return
        self._shown_failures = list(failures)
        clear(self._failures)
        for failure in failures[:_FAILURES_SHOWN]:
            self._failures.addWidget(FailureCard(failure))
        left = len(failures) - _FAILURES_SHOWN
        if left > 0:
            more = tr("%n more failed; the log tells all of them.", "", left)
            self._failures.addWidget(label(more, "small", wraps=True))

    def _on_priority_chosen(self, chosen: str) -> None:
        for priority in PRIORITIES:
            if priority == chosen:
                self._library.set_priority(self._run_id, priority)

    def _on_more(self) -> None:
        if self._line is not None:
            menu = QMenu(self)
            menu.setObjectName("runMenu")
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._verbs.fill(menu, self._line)
            menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


class FailureCard(QFrame):
    """Where something failed, why, on which file, and how often it was tried."""

    def __init__(self, failure: Failure) -> None:
        super().__init__()
        self.setObjectName("failureCard")
        self.setProperty("failure", True)
        parts = [label(failure.where, "section", wraps=True), label(failure.reason, "error", wraps=True)]
        if failure.file:
            parts.append(label(tr("File: {path}").format(path=failure.file), "small", wraps=True))
        if failure.tried:
            parts.append(label(failure.tried, "small", wraps=True))
        for part in parts:
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(f"{failure.where}: {failure.reason}")
        self.setToolTip("\n".join(part for part in (failure.kind, failure.why) if part))
        layout = column(*parts, spacing=3)
        layout.setContentsMargins(10, 8, 10, 8)
        self.setLayout(layout)
