"""A heading that shows or hides what stands below it; what it holds is made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.icons import icon
from ui.widgets.basics import button, column, label, row


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
        self._head = button(title, self._on_pressed, "chevron-right")
        self._head.setObjectName(f"foldHead_{name}")
        self._head.setProperty("leads", True)
        self._head.setProperty("flat", True)
        self._head.setProperty("heads", True)
        self._summary = label("", "small")
        self._summary.setObjectName(f"foldSummary_{name}")
        self._layout = column(spacing=4)
        self._layout.addLayout(row(self._head, None, self._summary, spacing=4))
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
