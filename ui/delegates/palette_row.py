"""How something found looks in the command palette: its name, what it is, and its key as on a key cap."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.delegates.turning import turn, upright, write

KindRole, KeysRole = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_HIGH_PX, _SIDES_PX, _GAP_PX = 32, 10, 14
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class PaletteRowDelegate(QStyledItemDelegate):
    """Paints one line of the palette; what can't be run now is dim."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a line."""
        return QSize(200, theme.px(_HIGH_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        turn(painter, option)
        is_enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        area = QRectF(option.rect).adjusted(2, 1, -2, -1)
        _paint_ground(painter, area, option)
        room = area.adjusted(_SIDES_PX, 0, -_SIDES_PX, 0)
        ink = "text-muted" if is_enabled else "text-faint"
        room.setRight(_paint_keys(painter, room, str(index.data(KeysRole) or ""), ink))
        room.setRight(_paint_kind(painter, room, str(index.data(KindRole) or ""), ink))
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text" if is_enabled else "text-faint"))
        name = str(index.data(Qt.ItemDataRole.DisplayRole))
        shown = QFontMetrics(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, int(room.width()))
        write(painter, QPointF(room.left(), _baseline(painter, room)), shown)
        painter.restore()


def _paint_ground(painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
    is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(theme.colour("accent-deep" if is_chosen else "hover"))
        painter.setPen(theme.colour("accent") if is_chosen else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _paint_keys(painter: QPainter, area: QRectF, text: str, ink: str) -> float:
    """Paint a key cap at the right end, and return where it begins."""
    if not text:
        return area.right()
    painter.setFont(theme.font(theme.SMALL_PX))
    metrics = QFontMetrics(painter.font())
    wide, high = metrics.horizontalAdvance(text) + 14, metrics.height() + 4
    cap = QRectF(area.right() - wide, area.center().y() - high / 2, wide, high)
    painter.setBrush(theme.colour("surface"))
    painter.setPen(theme.colour("line-strong"))
    painter.drawRoundedRect(cap, 4, 4)
    painter.setPen(theme.colour(ink))
    with upright(painter, cap):
        painter.drawText(cap, _CENTRE, text)
    return float(cap.left() - _GAP_PX)


def _paint_kind(painter: QPainter, area: QRectF, text: str, ink: str) -> float:
    """Paint what it is at the right end, and return where that begins."""
    painter.setFont(theme.font(theme.SMALL_PX))
    painter.setPen(theme.colour(ink))
    wide = QFontMetrics(painter.font()).horizontalAdvance(text)
    write(painter, QPointF(area.right() - wide, _baseline(painter, area)), text)
    return float(area.right() - wide - _GAP_PX)


def _baseline(painter: QPainter, area: QRectF) -> float:
    """Return where a line in the middle of an area is written."""
    metrics = QFontMetrics(painter.font())
    return float(area.center().y() + (metrics.ascent() - metrics.descent()) / 2)
