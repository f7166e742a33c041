"""A calm bar that says what went wrong or well, with one way out; it never stops the work below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.icons import icon
from ui.widgets.basics import button, icon_button, label, restyle, row

_LEVELS = {
    "error": ("warning", "danger"),
    "warning": ("warning", "warning"),
    "done": ("done", "approved"),
    "info": ("info", "accent"),
}


class Notice(QFrame):
    """One sentence at a time. Errors stay until they are closed, the rest leaves by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._sign = QLabel()
        self._text = label(wraps=True)
        self._text.setObjectName("noticeText")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._act: Callable[[], object] = self.hide
        self._action = button("", self._run)
        self._action.setObjectName("noticeAction")
        self._close = icon_button("close", "Close", self.hide)
        layout = row(self._sign, self._text, self._action, self._close, spacing=12, margin=8)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell(self, level: str, sentence: str, action: str = "", run: Callable[[], object] | None = None) -> None:
        """Show a sentence; `level` is error, warning, done or info."""
        sign, tint = _LEVELS[level]
        self._sign.setPixmap(icon(sign, tint).pixmap(20, 20))
        self._text.setText(sentence)
        self._act = run or self.hide
        self._action.setText(action)
        self._action.setVisible(bool(action))
        restyle(self, "level", level)
        self.setAccessibleName(sentence)
        self.show()
        self.raise_()
        if level == "error":
            self._timer.stop()
        else:
            self._timer.start(8000)

    def text(self) -> str:
        """Return the sentence shown."""
        return self._text.text()

    def _run(self) -> None:
        self.hide()
        self._act()
