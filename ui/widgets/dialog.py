"""The dialog that all others are made from: never larger than the screen that it is shown on."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QDialog,
    QListView,
    QScrollArea,
    QTextBrowser,
    QTreeView,
    QWidget,
)

from ui.widgets.whole_rows import keep_rows_whole

# Around what a dialog holds, and around a page in its tabs.
DIALOG_MARGINS = QMargins(24, 20, 24, 16)
TAB_MARGINS = QMargins(0, 12, 0, 0)


class Dialog(QDialog):
    """A dialog that is as large as it was made, or as the screen lets it be where that is less.

    What it holds must be able to be that small: what does not find room on `SMALLEST` scrolls.
    """

    # What a screen of 1920 by 1080 pixels at twice the size leaves beside a panel of the system and a frame.
    SMALLEST = QSize(940, 460)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the screen before it is placed on it."""
        if not event.spontaneous():
            self._fit()
            self._keep_rows_whole()
        super().showEvent(event)

    def _keep_rows_whole(self) -> None:
        for area in self.findChildren(QAbstractScrollArea):
            # Lists that a field opens are windows of their own.
            if isinstance(area, QListView | QTreeView | QScrollArea | QTextBrowser) and area.window() is self:
                keep_rows_whole(area)

    def _fit(self) -> None:
        """Be no larger than there is room for, within a frame that is as thick as that of the window behind."""
        behind = self.parentWidget()
        frame = QSize(0, 0) if behind is None else _frame(behind.window())
        self.resize(self.size().boundedTo(self.screen().availableGeometry().size() - frame))


def _frame(window: QWidget) -> QSize:
    return window.frameGeometry().size() - window.size()
