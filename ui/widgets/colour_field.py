"""A colour as "#rrggbb" or "#rrggbbaa": a swatch that opens a choice, its letters, how opaque it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QColorDialog, QGridLayout, QMenu, QWidget, QWidgetAction

from ui import theme
from ui.widgets.basics import button, column, label, row
from ui.widgets.fields import CommitField
from ui.wording import tr

_HEX = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_COLUMNS = 8
# How much is left of a colour that can't be chosen now.
_OFF = 0.35
NEUTRALS = ("#ffffff", "#d9dde5", "#8b93a1", "#3a404c", "#111111", "#000000")


def read_colour(text: str) -> QColor:
    """Return the colour of "#rrggbb" or "#rrggbbaa" (Qt itself puts alpha first)."""
    made = QColor(text[:7])
    if len(text) == 9:
        made.setAlpha(int(text[7:], 16))
    return made


def colour_text(colour: QColor) -> str:
    """Return "#rrggbb", with two more digits where it is not opaque."""
    return colour.name() if colour.alpha() == 255 else f"{colour.name()}{colour.alpha():02x}"


def tidied(text: str) -> str:
    """Return what somebody typed as a colour: "fff" is "#ffffff"; an empty string where it is none."""
    found = _HEX.fullmatch(text.strip())
    if found is None:
        return ""
    digits = found.group(1).lower()
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    return f"#{digits[:6]}" if digits[6:] == "ff" else f"#{digits}"


class Swatch(QAbstractButton):
    """A square of a colour, over a chequered ground where it can be seen through."""

    def __init__(self, accessible_name: str, size_px: int = 28) -> None:
        super().__init__()
        self._colour = QColor("#ffffff")
        self._size_px = size_px
        self.setAccessibleName(accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(size_px, size_px)

    def show_colour(self, text: str) -> None:
        """Show a colour."""
        self._colour = read_colour(text)
        self.setToolTip(text)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Look as if it could be pressed only where it can."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            is_on = self.isEnabled()
            self.setCursor(Qt.CursorShape.PointingHandCursor if is_on else Qt.CursorShape.ArrowCursor)

    def sizeHint(self) -> QSize:
        """Be square."""
        return QSize(self._size_px, self._size_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the colour, and a ring round it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else _OFF)
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        path = QPainterPath()
        path.addRoundedRect(area, 6, 6)
        painter.setClipPath(path)
        if self._colour.alpha() < 255:
            _paint_chequers(painter, area)
        painter.fillRect(area, self._colour)
        painter.setClipping(False)
        tint = "accent" if self.hasFocus() else "text-faint" if self.underMouse() else "line-strong"
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(tint), 2 if self.hasFocus() else 1))
        painter.drawPath(path)
        painter.end()


class ColourField(QWidget):
    """A colour, or none where that is allowed. `offered` gives the colours that stand in the choice first.

    Signals:
        moved(str, bool): The user wants another colour; whether they are still choosing.
        released(): They have chosen.
    """

    moved = Signal(str, bool)
    released = Signal()

    def __init__(self, accessible_name: str, offered: Callable[[], Sequence[str]] = tuple) -> None:
        super().__init__()
        self._name = accessible_name
        self._offered = offered
        self._text = "#ffffff"
        self.swatch = Swatch(tr("{name}: choose", "a colour").format(name=accessible_name))
        self.swatch.clicked.connect(self.open)
        self.field = CommitField(accessible_name, tr("None", "no colour"))
        self.field.setMaxLength(9)
        self.field.setMinimumWidth(78)
        self.field.committed.connect(self._on_typed)
        layout = row(self.swatch, self.field, spacing=6)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.swatch)

    def show_colour(self, text: str) -> None:
        """Show a colour that is not the user's."""
        self._text = text
        self.swatch.show_colour(text)
        self.field.show_text(text)

    def colour(self) -> str:
        """Return the colour shown."""
        return self._text

    def open(self) -> None:
        """Offer the colours that go with this one, how opaque it is, and any other."""
        menu = QMenu(self)
        menu.setObjectName("colourMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self._palette(menu))
        menu.addAction(action)
        menu.popup(self.swatch.mapToGlobal(self.swatch.rect().bottomLeft()))

    def _palette(self, menu: QMenu) -> QWidget:
        page = QWidget()
        layout = column(spacing=8)
        layout.setContentsMargins(8, 8, 8, 8)
        own = tuple(dict.fromkeys(each[:7] for each in self._offered()))
        for title, colours in ((tr("In this style"), own), (tr("Neutral", "colours"), NEUTRALS)):
            if colours:
                layout.addWidget(label(title, "section"))
                layout.addLayout(self._swatches(menu, colours))
        other = button(tr("Any colour…"), self._open_dialog, "sliders")
        other.setObjectName("anyColour")
        other.clicked.connect(menu.close)
        layout.addWidget(other)
        page.setLayout(layout)
        return page

    def _swatches(self, menu: QMenu, colours: Sequence[str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(4)
        for place, text in enumerate(colours):
            made = Swatch(text, 26)
            made.setObjectName(f"swatch_{text[1:]}")
            made.show_colour(text)
            made.clicked.connect(menu.close)
            made.clicked.connect(lambda _checked=False, each=text: self._on_swatch(each))
            grid.addWidget(made, place // _COLUMNS, place % _COLUMNS)
        grid.setColumnStretch(_COLUMNS, 1)
        return grid

    def _on_swatch(self, text: str) -> None:
        # What was see-through stays so: a swatch is a hue.
        self._take(colour_text(_with_alpha(text, read_colour(self._text).alpha())))

    def _open_dialog(self) -> None:
        dialog = QColorDialog(read_colour(self._text), self)
        dialog.setObjectName("colourDialog")
        dialog.setWindowTitle(self._name)
        dialog.setOptions(
            QColorDialog.ColorDialogOption.ShowAlphaChannel | QColorDialog.ColorDialogOption.DontUseNativeDialog
        )
        before = self._text
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.currentColorChanged.connect(lambda colour: self._take(colour_text(colour), True))
        dialog.rejected.connect(lambda: self._take(before, True))
        dialog.finished.connect(lambda _result: self.released.emit())
        dialog.open()

    def _on_typed(self, text: str) -> None:
        wanted = tidied(text)
        if wanted:
            self._take(wanted)
        else:
            self.field.show_text(self._text)

    def _take(self, text: str, is_choosing: bool = False) -> None:
        if text != self._text:
            self.show_colour(text)
            self.moved.emit(text, is_choosing)


def _with_alpha(text: str, alpha: int) -> QColor:
    made = QColor(text)
    made.setAlpha(alpha)
    return made


def _paint_chequers(painter: QPainter, area: QRectF) -> None:
    painter.fillRect(area, QColor("#c8ccd4"))
    side = 6.0
    for row_number in range(int(area.height() / side) + 1):
        for column_number in range(row_number % 2, int(area.width() / side) + 1, 2):
            at = area.topLeft() + QPointF(column_number * side, row_number * side)
            painter.fillRect(QRectF(at.x(), at.y(), side, side), QColor("#8a909c"))
