"""Which clips of other runs say nearly the same as the clip in hand, and the way to them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import WorkspaceError
from ui.controllers.review import ReviewController
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP

if TYPE_CHECKING:
    from core.project import Project
    from core.schema.twin import Twin

# Going through clips with the arrow keys asks for none but the last.
_CALM_MS = 250


class TwinController(QObject):
    """The twins of the clip in hand.

    Signals:
        changed(): Others are known than before.
    """

    changed = Signal()

    def __init__(
        self, project: Project, review: ReviewController, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._review = review
        self._tasks = tasks
        self.twins: tuple[Twin, ...] = ()
        self._clip_id = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CALM_MS)
        self._timer.timeout.connect(self._ask)
        review.current_changed.connect(self._on_current_changed)
        review.current_edited.connect(self._timer.start)

    def go_to(self, twin: Twin) -> None:
        """Take a twin in hand, in its own run."""
        take = partial(self._review.select, twin.clip_id)
        if self._review.run_id != twin.run_id:
            self._review.show_run(twin.run_id, take)
        else:
            take()

    def _on_current_changed(self) -> None:
        clip = self._review.current
        clip_id = clip.id if clip is not None else ""
        if clip_id != self._clip_id:
            self._clip_id = clip_id
            self._show(())
        self._timer.start()

    def _ask(self) -> None:
        clip = self._review.current
        if clip is not None:
            self._tasks.start(self._find(clip.id), QT_TR_NOOP("Could not look for the same words elsewhere."))

    async def _find(self, clip_id: str) -> None:
        await self._tasks.calm()
        try:
            twins = await self._project.twins(clip_id)
        except WorkspaceError:
            return  # deleted meanwhile
        current = self._review.current
        if current is not None and current.id == clip_id:
            self._show(twins)

    def _show(self, twins: tuple[Twin, ...]) -> None:
        if twins != self.twins:
            self.twins = twins
            self.changed.emit()
