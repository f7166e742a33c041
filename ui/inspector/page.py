"""What a page of the inspector is: it shows the clip in hand, and is disabled while there is none."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from core.schema.clip import Clip
from ui.panel import Workbench


class InspectorPage(QWidget):
    """A page that shows the clip in hand, and is disabled while there is none."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.review = bench.review
        self.bench = bench
        self.review.current_changed.connect(self._refresh)
        self.review.current_edited.connect(self._refresh)
        self.setEnabled(False)

    def _refresh(self) -> None:
        clip = self.review.current
        self.setEnabled(clip is not None)
        if clip is not None:
            self.show_clip(clip)

    def show_clip(self, clip: Clip) -> None:
        """Show a clip."""
        raise NotImplementedError
