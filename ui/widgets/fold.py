"""A heading that shows or hides what stands below it; what it holds is made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionButton, QWidget

from ui.icons import icon
from ui.widgets.basics import column, label, row

# Between icon and text, and around both.
_BESIDE_PX = 14


class _Head(QPushButton):
    """As wide as there is room; a text that is longer ends in dots, and is told whole by its tool tip."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as a few letters."""
        return QSize(
            self._beside() + self.fontMetrics().horizontalAdvance("mmm"), super().minimumSizeHint().height()
        )

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Tell the style what is written: no more than fits."""
        super().initStyleOption(option)
        room = self.width() - self._beside()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Visible):
            option.text = shown
            self.setToolTip(self.text() if shown != self.text() else "")

    def _beside(self) -> int:
        return int(self.iconSize().width()) + _BESIDE_PX


class Fold(QWidget):
    """A part of a page. `make` returns its content; `summary` is said beside the heading while it is shut.

    Signals:
        turned(bool): The user opened it, or shut it.
    """

    turned = Signal(bool)

    def __init__(self, name: str, title: str, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self.setObjectName(f"fold_{name}")
        self._title = title
        self._make = make
        self._body: QWidget | None = None
        self._head = _Head(title)
        self._head.clicked.connect(lambda _checked=False: self._on_pressed())
        self._head.setObjectName(f"foldHead_{name}")
        self._head.setProperty("leads", True)
        self._head.setProperty("flat", True)
        self._head.setProperty("heads", True)
        self._summary = label("", "small")
        self._summary.setObjectName(f"foldSummary_{name}")
        self._layout = column(spacing=4)
        line = row(self._head, self._summary, spacing=4)
        line.setStretch(0, 1)
        self._layout.addLayout(line)
        self.setLayout(self._layout)
        self._say()

    @property
    def is_open(self) -> bool:
        """Whether its content is seen."""
        return self._body is not None and not self._body.isHidden()

    def open(self, is_open: bool) -> None:
        """Open or shut it, without telling."""
        if is_open and self._body is None:
            self._body = self._make()
            self._layout.addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(is_open)
        self._say()

    def show_summary(self, text: str) -> None:
        """Say something beside the heading."""
        self._summary.setText(text)

    def _on_pressed(self) -> None:
        self.open(not self.is_open)
        self.turned.emit(self.is_open)

    def _say(self) -> None:
        self._head.setIcon(icon("chevron-down" if self.is_open else "chevron-right"))
        self._head.setAccessibleName(f"{self._title}, {'open' if self.is_open else 'folded'}")
