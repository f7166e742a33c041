"""What the open run needs of the window: its commands, the word that it is out of date, the list beside it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from core.schema.queue import Redo
from core.schema.run import RunRecord
from ui.docks import Docks
from ui.panel import Workbench
from ui.panels import RUNS
from ui.runs.banner import StaleBanner
from ui.runs.verbs import RunVerbs
from ui.widgets.notice import Notice
from ui.wording import tr

# Runs that begin with no longer a pause between them are told of together.
_IN_A_ROW_SECONDS = 10.0
_STARTED = "started"


class RunDesk(QObject):
    """Stands between the open run and the user; `verbs` is what its commands do."""

    def __init__(
        self, window: QWidget, bench: Workbench, docks: Docks, banner: StaleBanner, notice: Notice
    ) -> None:
        super().__init__(window)
        self._bench = bench
        self._docks = docks
        self._banner = banner
        self._notice = notice
        self._started: list[str] = []
        self._started_at = 0.0
        self.verbs = RunVerbs(bench, window)
        self._is_beside = False
        self._told_of: set[str] = set()
        bench.review.run_opened.connect(self._on_run_opened)
        bench.sources.source_read.connect(self._on_source_read)
        bench.replay.stale_found.connect(self._on_stale_found)
        bench.replay.stale_settled.connect(banner.settle)
        banner.redo_wanted.connect(bench.replay.replay)
        banner.put_off.connect(bench.replay.put_off)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the commands about the open run do."""
        bench, review, verbs = self._bench, self._bench.review, self.verbs
        return {
            "show_runs": self._show_list,
            "stop_run": lambda: bench.library.cancel(review.run_id),
            "resume_run": lambda: bench.library.resume(review.run_id),
            "replay": lambda: verbs.replay(review.run_id),
            "source_report": lambda: verbs.show_source(review.run_id),
            "show_log": lambda: verbs.show_log(review.run_id),
        }

    def enable(self, actions: Mapping[str, QAction]) -> None:
        """Enable the commands that make sense for the open run as it stands."""
        line, verbs = self._bench.library.line(self._bench.review.run_id), self.verbs
        actions["stop_run"].setEnabled(line is not None and verbs.can_stop(line))
        actions["resume_run"].setEnabled(line is not None and (verbs.can_resume(line) or verbs.can_retry(line)))
        actions["replay"].setEnabled(line is not None and verbs.can_replay(line))
        actions["source_report"].setEnabled(line is not None)
        actions["show_log"].setEnabled(line is not None)
        actions["translate"].setEnabled(line is not None)

    def show_beside(self, is_reviewing: bool) -> None:
        """Show the list beside the welcome or a run at work, once there are several; closing it is final then."""
        was_beside = self._is_beside
        self._is_beside = not is_reviewing and len(self._bench.library.runs()) > 1
        if self._is_beside and not was_beside:
            self._docks.show_alone(RUNS)

    def tell_started(self, run: RunRecord) -> None:
        """Say that a run has begun beside the one that is open; of several in a row, how many."""
        now = time.monotonic()
        if now - self._started_at > _IN_A_ROW_SECONDS:
            self._started = []
        for topic in (_STARTED, *(f"{_STARTED} {run_id}" for run_id in self._started[-1:])):
            self._notice.withdraw(topic)
        self._started.append(run.id)
        self._started_at = now
        if len(self._started) > 1:
            told = tr("%n videos are in the queue now. You can go on here.", "", len(self._started))
            self._notice.tell("info", told, tr("Show the queue"), self._show_list, _STARTED)
        else:
            told = tr("“{name}” is being worked on. You can go on here.").format(name=run.source_name)
            topic = f"{_STARTED} {run.id}"
            self._notice.tell("info", told, tr("Open it"), lambda: self._bench.review.show_run(run.id), topic)

    def _show_list(self) -> None:
        self._docks.bring_forward(RUNS)
        self._docks.panel(RUNS).take_focus()

    def _on_run_opened(self, run_id: str) -> None:
        self._banner.settle(self._banner.run_id)
        self._bench.replay.look(run_id)
        self._tell_of_source(run_id)

    def _on_stale_found(self, run_id: str, redo: Redo) -> None:
        if run_id == self._bench.review.run_id:
            self._banner.show_stale(run_id, redo)

    def _on_source_read(self, run_id: str) -> None:
        if run_id == self._bench.review.run_id:
            self._tell_of_source(run_id)

    def _tell_of_source(self, run_id: str) -> None:
        """Say once that a part of the open run's source is lost."""
        run, sources = self._bench.review.run, self._bench.sources
        if run is None or run_id in self._told_of or sources.severity(run_id) != "problem":
            return
        self._told_of.add(run_id)
        told = tr("A part of “{name}” could not be read. The source report says what, and what was done.")
        told = told.format(name=run.source_name)
        self._notice.tell("warning", told, tr("Source report"), lambda: self.verbs.show_source(run_id))
