"""A part of the insights under a heading that folds it, with a button that copies it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.icons import icon
from ui.widgets.basics import button, clear, column, icon_button, label, row
from ui.wording import tr

_TOLD_MS = 1500
# Where the times of rows begin.
_IN_LINE_PX = 16


class Section(QWidget):
    """A heading with what stands under it.

    Signals:
        copy_wanted(str): The user wants what is in it on the clipboard; the section's name.
        folded(str, bool): The user folded it or opened it again.
    """

    copy_wanted = Signal(str)
    folded = Signal(str, bool)

    def __init__(self, name: str, title: str, copy_hint: str) -> None:
        super().__init__()
        self.setObjectName(f"insights_{name}")
        self._name = name
        self._title = title
        self._head = button(title, self._on_pressed, "chevron-down")
        self._head.setObjectName(f"insightsFold_{name}")
        self._head.setProperty("leads", True)
        self._head.setProperty("flat", True)
        self._head.setProperty("heads", True)
        self._count = label("", "small")
        self._copy = icon_button("copy", copy_hint, lambda: self.copy_wanted.emit(name))
        self._copy.setObjectName(f"insightsCopy_{name}")
        self._note = label("", "muted", wraps=True)
        self._note.setObjectName(f"insightsNote_{name}")
        self._note.setContentsMargins(_IN_LINE_PX, 0, 0, 0)
        self._body = QWidget()
        self.rows = QVBoxLayout(self._body)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(2)
        layout = column(spacing=2)
        layout.addLayout(row(self._head, self._count, None, self._copy, spacing=4))
        layout.addWidget(self._note)
        layout.addWidget(self._body)
        self.setLayout(layout)
        self._is_folded = False

    @property
    def is_folded(self) -> bool:
        """Whether only the heading is seen."""
        return self._is_folded

    def show_rows(self, rows: list[QWidget], note: str = "", count: int = 0) -> None:
        """Show these rows, or why there are none."""
        clear(self.rows)
        self.add_rows(rows)
        self._note.setText(note)
        self._count.setText(str(count) if count else "")
        self._copy.setVisible(bool(rows))
        self._fit()

    def add_rows(self, rows: list[QWidget]) -> None:
        """Show these rows below those that are there."""
        for made in rows:
            self.rows.addWidget(made)

    def fold(self, is_folded: bool) -> None:
        """Fold it or open it, without telling."""
        self._is_folded = is_folded
        self._head.setIcon(icon("chevron-right" if is_folded else "chevron-down"))
        name = tr("{title}, folded") if is_folded else tr("{title}, open")
        self._head.setAccessibleName(name.format(title=self._title))
        self._fit()

    def tell_copied(self) -> None:
        """Show for a moment that it is on the clipboard."""
        self._copy.setIcon(icon("done", "approved"))
        QTimer.singleShot(_TOLD_MS, self._copy, lambda: self._copy.setIcon(icon("copy")))

    def _on_pressed(self) -> None:
        self.fold(not self._is_folded)
        self.folded.emit(self._name, self._is_folded)

    def _fit(self) -> None:
        self._note.setVisible(bool(self._note.text()) and not self._is_folded)
        self._body.setVisible(self.rows.count() > 0 and not self._is_folded)
