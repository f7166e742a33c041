"""The picture on the whole screen: panels and bars are put away, and come back as they were."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget


class FullScreen(QObject):
    """Puts everything of a window away but its centre, and back.

    All keys go on working; Escape leaves, where nothing else needs it.

    Args:
        window: The window.
        put_away: What is hidden beside the docks: bars, and what of the centre is not the picture.
    """

    def __init__(self, window: QMainWindow, put_away: Sequence[QWidget]) -> None:
        super().__init__(window)
        self._window, self._more = window, put_away
        self._layout: QByteArray | None = None
        self._hidden: list[QWidget] = []
        self._state = Qt.WindowState.WindowNoState
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.setObjectName("leaveFullScreen")
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.leave)

    @property
    def is_on(self) -> bool:
        """Whether only the centre is shown."""
        return self._layout is not None

    def toggle(self) -> None:
        """Enter or leave."""
        if self.is_on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Show the centre alone, on the whole screen."""
        if self.is_on:
            return
        window = self._window
        self._state = window.windowState()
        self._layout = window.saveState()
        self._hidden = [part for part in self._more if not part.isHidden()]
        for part in (*window.findChildren(QDockWidget), *self._hidden):
            part.hide()
        self._escape.setEnabled(True)
        window.showFullScreen()

    def leave(self) -> None:
        """Show everything again as it was."""
        if self._layout is None:
            return
        layout, self._layout = self._layout, None
        self._escape.setEnabled(False)
        window = self._window
        window.setWindowState(self._state & ~Qt.WindowState.WindowFullScreen)
        for part in self._hidden:
            part.show()
        self._hidden = []
        window.restoreState(layout)
