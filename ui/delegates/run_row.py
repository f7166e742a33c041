"""How a run looks in the list: a card with its name, how it stands, when it began, its priority and a thin bar."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.controllers.standing import RunLine
from ui.delegates.turning import turn, upright, write
from ui.icons import paint_icon
from ui.models.runs import IsOpenRole, LineRole, SeverityRole
from ui.widgets.dates import moment
from ui.wording import QT_TR_NOOP, tr

ROW_HEIGHT_PX = 62
_GAP_PX = 12
_BAR_COLOURS = {"working": "accent", "paused": "text-faint", "failed": "danger"}
_WORD_COLOURS = {"working": "accent", "failed": "danger", "done": "text-muted", "waiting": "text-muted"}
_BADGES = {"warning": "warning", "problem": "danger"}
_BADGE_PX = 16
_MARKS = {"high": (QT_TR_NOOP("High"), "maybe"), "low": (QT_TR_NOOP("Low"), "text-faint")}


class RunRowDelegate(QStyledItemDelegate):
    """Paints one run a row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a row."""
        return QSize(240, theme.px(ROW_HEIGHT_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        line: RunLine = index.data(LineRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        turn(painter, option)
        card = QRectF(option.rect).adjusted(0.5, 2.5, -0.5, -2.5)
        _paint_card(painter, card, option, bool(index.data(IsOpenRole)))
        inside = card.adjusted(_GAP_PX, 9, -_GAP_PX, -8)
        _paint_name(painter, inside, line, _BADGES.get(index.data(SeverityRole), ""))
        _paint_state(painter, inside, line)
        if line.bar and (line.run.fraction > 0 or line.run.state == "started"):
            _paint_bar(painter, QRectF(inside.left(), card.bottom() - 8, inside.width(), 4), line)
        painter.restore()


def _paint_card(painter: QPainter, card: QRectF, option: QStyleOptionViewItem, is_open: bool) -> None:
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    is_focused = is_selected and isinstance(option.widget, QWidget) and option.widget.hasFocus()
    ground = "accent-deep" if is_selected else "hover" if is_hovered else "raised"
    painter.setBrush(theme.colour(ground))
    painter.setPen(theme.colour("accent" if is_focused else "line"))
    painter.drawRoundedRect(card, 8, 8)
    if is_open:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(card.left() + 3, card.top() + 8, 3, card.height() - 16), 1.5, 1.5)


def _paint_name(painter: QPainter, area: QRectF, line: RunLine, badge: str) -> None:
    room = area.width()
    if line.run.priority in _MARKS:
        text, token = _MARKS[line.run.priority]
        room -= _paint_mark(painter, area, tr(text), token) + 8
    if badge:
        place = QRectF(area.left() + room - _BADGE_PX, area.top(), _BADGE_PX, _BADGE_PX)
        with upright(painter, place):
            paint_icon(painter, "warning", place, theme.colour(badge))
        room -= _BADGE_PX + 8
    painter.setFont(theme.font(theme.BODY_PX, QFont.Weight.DemiBold))
    metrics = QFontMetrics(painter.font())
    name = metrics.elidedText(line.run.source_name, Qt.TextElideMode.ElideMiddle, int(room))
    painter.setPen(theme.colour("text"))
    write(painter, QPointF(area.left(), area.top() + metrics.ascent()), name)


def _paint_mark(painter: QPainter, area: QRectF, text: str, token: str) -> float:
    """Paint the priority at the right end and return its width in pixels."""
    painter.setFont(theme.font(theme.SMALL_PX - 1, QFont.Weight.DemiBold))
    width = QFontMetrics(painter.font()).horizontalAdvance(text) + 14
    mark = QRectF(area.right() - width, area.top() - 1, width, 18)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(theme.colour(token))
    painter.drawRoundedRect(mark.adjusted(0.5, 0.5, -0.5, -0.5), 8.5, 8.5)
    with upright(painter, mark):
        painter.drawText(mark, int(Qt.AlignmentFlag.AlignCenter), text)
    return float(width)


def _paint_state(painter: QPainter, area: QRectF, line: RunLine) -> None:
    painter.setFont(theme.font(theme.SMALL_PX, is_tabular=True))
    metrics = QFontMetrics(painter.font())
    baseline = area.top() + theme.px(20) + metrics.ascent()
    room = area.width()
    at = line.run.created_at
    began = moment(at) if at else ""
    began_px = metrics.horizontalAdvance(began)
    if metrics.horizontalAdvance(line.words) + began_px + 10 <= room:
        painter.setPen(theme.colour("text-muted"))
        write(painter, QPointF(area.right() - began_px, baseline), began)
    painter.setPen(theme.colour(_WORD_COLOURS[line.standing]))
    words = metrics.elidedText(line.words, Qt.TextElideMode.ElideRight, int(room))
    write(painter, QPointF(area.left(), baseline), words)


def _paint_bar(painter: QPainter, area: QRectF, line: RunLine) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("ground"))
    painter.drawRoundedRect(area, 2, 2)
    filled = QRectF(area)
    filled.setWidth(area.width() * min(1.0, max(0.0, line.run.fraction)))
    if filled.width() >= 1:
        painter.setBrush(theme.colour(_BAR_COLOURS[line.bar]))
        painter.drawRoundedRect(filled, 2, 2)
