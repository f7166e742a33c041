"""Small building blocks: labels with a role, buttons with an icon, rows and columns with our spacing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.icons import icon
from ui.theme import SPACE_PX, px

_RTL = Qt.LayoutDirection.RightToLeft
# What a segment has around its text, and between it and the next.
_SEGMENT_PX = 36
_BETWEEN_SEGMENTS_PX = 2


class _Complaint(QLabel):
    """What is wrong; while nothing is, it takes no room from what stands beside it."""

    def setText(self, text: str) -> None:
        """Say it, or nothing."""
        super().setText(text)
        self._appear()

    def changeEvent(self, event: QEvent) -> None:
        """Be there or not where it was put."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange:
            self._appear()

    def _appear(self) -> None:
        # Without a parent it would be a window.
        self.setVisible(bool(self.text()) and self.parent() is not None)


def label(text: str = "", role: str = "", wraps: bool = False) -> QLabel:
    """Return a label in one of the theme's roles: title, heading, section, muted, small, error (there only while
    it says something), warning, failure and caution (both in small), figure."""
    made = QLabel(text) if text or role != "error" else _Complaint()
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wraps)
    return made


def button(text: str, run: Callable[[], object], icon_name: str = "", is_primary: bool = False) -> QPushButton:
    """Return a push button that is reached by Tab and does not take the focus when clicked."""
    made = QPushButton(text)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setProperty("primary", is_primary)
    if icon_name:
        made.setIcon(icon(icon_name, "on-accent" if is_primary else "text-muted"))
    made.clicked.connect(lambda _checked=False: run())
    return made


def icon_button(icon_name: str, name: str, run: Callable[[], object], hint: str = "") -> QToolButton:
    """Return a flat button with an icon; `name` is its accessible name, with `hint` its tool tip."""
    made = QToolButton()
    made.setIcon(icon(icon_name))
    made.setIconSize(QSize(18, 18))
    made.setProperty("flat", True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName(name)
    made.setToolTip(f"{name}  ({hint})" if hint else name)
    made.clicked.connect(lambda _checked=False: run())
    return made


def row(*widgets: QWidget | int | None, spacing: int = SPACE_PX, margin: int = 0) -> QHBoxLayout:
    """Return widgets side by side; None is a stretch, a number is a gap in pixels."""
    layout = QHBoxLayout()
    _fill(layout, widgets, spacing, margin)
    return layout


def column(*widgets: QWidget | int | None, spacing: int = SPACE_PX, margin: int = 0) -> QVBoxLayout:
    """Return widgets one below the other; None is a stretch, a number is a gap in pixels."""
    layout = QVBoxLayout()
    _fill(layout, widgets, spacing, margin)
    return layout


def _fill(
    layout: QHBoxLayout | QVBoxLayout, widgets: Sequence[QWidget | int | None], spacing: int, margin: int
) -> None:
    layout.setSpacing(spacing)
    layout.setContentsMargins(margin, margin, margin, margin)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        elif isinstance(widget, int):
            layout.addSpacing(widget)
        else:
            layout.addWidget(widget)


def listed(body: QWidget) -> QScrollArea:
    """Return what holds lines of a dialog: scrolled where they are many, framed and with room around them."""
    made = QScrollArea()
    made.setProperty("list", True)
    made.setWidgetResizable(True)
    made.setWidget(body)
    return made


def rule() -> QFrame:
    """Return a thin horizontal line."""
    made = QFrame()
    made.setProperty("rule", True)
    return made


@contextmanager
def together(layout: QLayout) -> Iterator[None]:
    """Show, hide and move widgets of a layout, and let it find their places once, in the end.

    Each that is shown by itself has everything around it laid out anew, up to the window.
    """
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
        layout.invalidate()


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let the widget be painted anew."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def indent(widget: QWidget, by_px: int, end_px: int = 0, bottom_px: int = 0) -> None:
    """Leave room where a widget's words begin, where they end, and below."""
    left, right = (end_px, by_px) if widget.layoutDirection() == _RTL else (by_px, end_px)
    widget.setContentsMargins(left, 0, right, bottom_px)


def mirror(painter: QPainter, widget: QWidget) -> None:
    """Let a widget be painted from right to left where its language is read so; texts are not to be painted so."""
    if widget.layoutDirection() == _RTL:
        painter.translate(widget.width(), 0)
        painter.scale(-1, 1)


def clear(layout: QHBoxLayout | QVBoxLayout) -> None:
    """Remove and delete everything in a layout."""
    while layout.count():
        taken = layout.takeAt(0)
        if taken is None:
            continue
        widget = taken.widget()
        if widget is not None:
            # Not setParent(None): that makes it a window of its own for a moment, which may take the focus along.
            widget.hide()
            widget.deleteLater()


def clear_grid(layout: QGridLayout) -> None:
    """Remove and delete every widget of a grid."""
    while (taken := layout.takeAt(0)) is not None:
        if (widget := taken.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class ElidedLabel(QLabel):
    """One line of text that ends in … where the room ends; the whole text is its tool tip then."""

    def __init__(self, text: str = "", role: str = "", least_px: int = 0) -> None:
        """`least_px` is the room, at the usual size of letters, below which a long text is left out."""
        super().__init__(text)
        self._least_px = least_px
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as three letters."""
        return QSize(self.fontMetrics().horizontalAdvance("mmm"), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, elided to the width."""
        painter = QPainter(self)
        area = self.contentsRect()
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        if shown != self.text() and area.width() < px(self._least_px):
            shown = ""
        painter.setPen(self.palette().color(self.foregroundRole()))
        side = Qt.AlignmentFlag.AlignRight if self.layoutDirection() == _RTL else Qt.AlignmentFlag.AlignLeft
        # Words run in their own direction, so that … stands at their end whichever way the window is read.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(area, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
        self.setToolTip(self.text() if shown != self.text() else "")


class Segments(QFrame):
    """A row of buttons of which one is chosen.

    Signals:
        chosen(str): The key of the button the user chose.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], accessible_name: str) -> None:
        super().__init__()
        self.setProperty("segments", True)
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._may_shrink = False
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QToolButton] = {}
        layout = row(spacing=_BETWEEN_SEGMENTS_PX, margin=2)
        for key, text in choices:
            layout.addWidget(self._button(key, text))
        self.setLayout(layout)

    def _button(self, key: str, text: str) -> QToolButton:
        made = QToolButton()
        made.setText(text)
        made.setCheckable(True)
        made.setProperty("segment", True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setAccessibleName(text)
        made.setObjectName(f"segment_{key}")
        made.clicked.connect(lambda _checked=False: self.chosen.emit(key))
        self._group.addButton(made)
        self._buttons[key] = made
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tight as the width asks for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._may_shrink or (room := self.parentWidget()) is None:
            return
        texts = sum(made.fontMetrics().horizontalAdvance(made.text()) for made in self._buttons.values())
        is_tight = texts + len(self._buttons) * _SEGMENT_PX > room.contentsRect().width() - 2 * SPACE_PX
        self._narrow("tight", is_tight)
        if (buttons := self.layout()) is not None:
            buttons.setSpacing(0 if is_tight else _BETWEEN_SEGMENTS_PX)

    def be_snug(self, is_snug: bool) -> None:
        """Have less around the texts, or the usual."""
        self._narrow("snug", is_snug)

    def _narrow(self, how: str, is_on: bool) -> None:
        for made in self._buttons.values():
            if bool(made.property(how)) != is_on:
                restyle(made, how, is_on)
                # A tool button remembers the size it likes, and would keep the margins it had.
                QApplication.sendEvent(made, QEvent(QEvent.Type.StyleChange))

    def choose(self, key: str) -> None:
        """Show a choice as made, without telling."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def choice(self) -> str:
        """Return the key of the chosen button, or an empty string."""
        return next((key for key, made in self._buttons.items() if made.isChecked()), "")

    def set_text(self, key: str, text: str) -> None:
        """Change what a button says."""
        self._buttons[key].setText(text)
        self._fit()

    def set_name(self, key: str, name: str) -> None:
        """Give a button another accessible name than what it says."""
        self._buttons[key].setAccessibleName(name)

    def fill_width(self) -> None:
        """Share the width that there is evenly among the buttons."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for made in self._buttons.values():
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            made.setMinimumWidth(1)

    def may_shrink(self) -> None:
        """Let buttons be narrower than they like where there is little room: first they lose their margins."""
        self._may_shrink = True
        for made in self._buttons.values():
            made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            made.setMinimumWidth(1)

    def set_hint(self, key: str, hint: str) -> None:
        """Give a button a tool tip."""
        self._buttons[key].setToolTip(hint)
