"""The history of a clip: how it was after each step, and back to any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core import editing
from core.schema.version import ClipVersion
from ui.controllers.review import ReviewController
from ui.wording import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from core.project import Project


class VersionController(QObject):
    """Reads the versions of the clip in hand, and goes back to one.

    Signals:
        changed(): The clip in hand has other versions than before.
    """

    changed = Signal()

    def __init__(self, project: Project, review: ReviewController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._review = review
        review.current_changed.connect(self.changed)
        review.history_changed.connect(self.changed)

    def versions(self) -> list[ClipVersion]:
        """Return the versions of the clip in hand that are kept, newest first."""
        clip = self._review.current
        # A clip that was made this moment may not be kept yet.
        is_kept = clip is not None and any(each.id == clip.id for each in self._project.clips(clip.run_id))
        return self._project.versions(clip.id) if clip is not None and is_kept else []

    def go_back(self, version: ClipVersion) -> None:
        """Make the clip in hand what it was: a step of undo like any other, which leaves other clips alone."""
        clip = self._review.current
        if clip is not None and clip.id == version.clip.id:
            self._review.edit_all(
                QT_TRANSLATE_NOOP("core", "Return to an earlier version of {clips}"),
                [editing.go_back(clip, version.clip)],
            )
