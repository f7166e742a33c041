"""Where the user is: which run, which clip, which second; kept as they go, so that a crash loses nothing of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ui.controllers.lost import Whereabouts, WhereaboutsKeeper
from ui.controllers.review import ReviewController
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP

_CALM_MS = 3000


class WhereaboutsController(QObject):
    """Follows the user and has it kept, once they rest a moment."""

    def __init__(
        self, review: ReviewController, position: Callable[[], float], tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._position = position
        self._tasks = tasks
        self._keeper: WhereaboutsKeeper | None = None
        self._kept = Whereabouts()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self.keep)
        review.run_opened.connect(lambda _run_id: self.mark())
        review.current_changed.connect(self.mark)

    def follow(self, keeper: WhereaboutsKeeper) -> None:
        """Have it kept there from now on."""
        self._keeper = keeper

    def now(self) -> Whereabouts:
        """Return where the user is."""
        clip = self._review.current
        return Whereabouts(self._review.run_id, clip.id if clip else "", round(self._position(), 3))

    def mark(self) -> None:
        """The user moved; have it kept once they rest."""
        if self._keeper is not None and not self._calm.isActive():
            self._calm.start()

    def keep(self) -> None:
        """Have it kept now, where it changed."""
        now = self.now()
        if self._keeper is not None and now != self._kept:
            self._kept = now
            self._tasks.start(self._keep(self._keeper, now), QT_TR_NOOP("Could not remember where you are."))

    def rest(self) -> None:
        """Follow no more, as before the window goes."""
        self._calm.stop()
        self._keeper = None

    async def _keep(self, keeper: WhereaboutsKeeper, now: Whereabouts) -> None:
        await self._tasks.in_thread(keeper.keep, now)
