"""Sees the keys that go to the widget that has the focus, and next to nothing else.

An event filter of the whole application sees them too, but Python is then asked about every event that there is:
opening a run sends thousands, and a third of its time went into such questions.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusKeys(QObject):
    """An event filter of the widget that has the focus, in whichever window, and of a window that has it itself.

    Whoever inherits it answers in `eventFilter`.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        # Where nothing has the focus, keys go to the window.
        window.installEventFilter(self)
        self._window = window
        self._followed: QWidget | None = None
        application.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, application.focusWidget())

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        followed = self._followed
        if followed is not None and isValid(followed) and followed is not self._window:
            followed.removeEventFilter(self)
        self._followed = now
        if now is not None:
            now.installEventFilter(self)
