"""What the window does about crashes: remembers where the user is, offers the way back there, tells of faults."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.controllers.lost import Lost, Whereabouts, WhereaboutsKeeper
from ui.controllers.whereabouts import WhereaboutsController
from ui.panel import Workbench
from ui.widgets.notice import Notice
from ui.wording import tr


class CrashDesk(QObject):
    """Stands between crashes and the user."""

    def __init__(self, window: QWidget, bench: Workbench, notice: Notice) -> None:
        super().__init__(window)
        self._window = window
        self._bench = bench
        self._notice = notice
        self._goal: Whereabouts | None = None
        self._where = WhereaboutsController(bench.review, lambda: bench.player.source_position, bench.tasks, self)
        bench.player.state_changed.connect(self._on_player_changed)
        bench.player.moved.connect(lambda _at: self._where.mark())

    def follow(self, keeper: WhereaboutsKeeper) -> None:
        """Have it kept where the user is, from now on."""
        self._where.follow(keeper)

    def rest(self) -> None:
        """Follow no more, as before the window goes."""
        self._where.rest()

    def offer(self, lost: Lost) -> None:
        """Say that the last window died, and offer the way back."""
        from ui.dialogs.crash import CrashDialog

        run = self._bench.library.run(lost.whereabouts.run_id)
        dialog = CrashDialog(run.source_name if run else "", lost.report, lost.file, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if run is not None:
            dialog.reopened.connect(lambda: self.go_to(lost.whereabouts))
        dialog.open()

    def go_to(self, there: Whereabouts) -> None:
        """Open a run at a clip and a second; what is gone by now is left out."""
        self._bench.review.show_run(there.run_id, partial(self._take_up, there))

    def _take_up(self, there: Whereabouts) -> None:
        review = self._bench.review
        if review.clip(there.clip_id) is not None:
            self._goal = there
            review.select(there.clip_id)

    def tell(self, report: str, file: Path | None) -> None:
        """Save what waits to be saved, and say that something went wrong inside."""
        self._bench.taste.flush()
        self._bench.styling.flush()
        self._where.keep()
        self._bench.memory.sync()
        self._notice.tell(
            "error",
            tr("Something went wrong inside Shortlist. What you did is kept, and you can go on."),
            tr("Show the report"),
            lambda: self._show(report, file),
        )

    def _show(self, report: str, file: Path | None) -> None:
        from ui.dialogs.crash import ReportDialog

        dialog = ReportDialog(report, file, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_player_changed(self) -> None:
        goal, shown = self._goal, self._bench.player.composition
        if goal is None or shown is None:
            return
        self._goal = None
        current = self._bench.review.current
        at = shown.cut.to_clip_time(goal.at)
        if at is not None and current is not None and current.id == goal.clip_id:
            self._bench.player.seek(at)
