"""What a page of the inspector is: it shows the clip in hand, and is disabled while there is none."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from core.schema.clip import Clip
from ui.panel import Workbench


class InspectorPage(QWidget):
    """A page that shows the clip in hand, and is disabled while there is none.

    Of the pages one is seen: the others catch up when they are, so that going through clips costs one page each.
    """

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.review = bench.review
        self.bench = bench
        self._is_behind = False
        self.review.current_changed.connect(self.refresh)
        self.review.current_edited.connect(self.refresh)
        self.setEnabled(False)

    def refresh(self) -> None:
        """Show the clip in hand as it is now; a page that is not seen does so once it is."""
        clip = self.review.current
        self.setEnabled(clip is not None)
        self._is_behind = not self.isVisible()
        if not self._is_behind and clip is not None:
            self.show_clip(clip)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while the page was not seen."""
        super().showEvent(event)
        if self._is_behind:
            self.refresh()

    def show_clip(self, clip: Clip) -> None:
        """Show a clip."""
        raise NotImplementedError
