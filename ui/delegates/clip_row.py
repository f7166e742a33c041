"""How a clip looks in the list: picture with score, title, times, axes as small bars, decision."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.schema.clip import Clip
from core.schema.plan import AXES
from ui import theme
from ui.icons import paint_icon
from ui.models.clips import ClipRole, PictureRole
from ui.widgets.timecode import clock

ROW_HEIGHT_PX = 80
_PICTURE = QSize(96, 54)
_MARGIN_PX = 12
_MARK_PX = 16


class ClipRowDelegate(QStyledItemDelegate):
    """Paints one clip a row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a row."""
        return QSize(240, ROW_HEIGHT_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        clip: Clip = index.data(ClipRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        _paint_ground(painter, area, option)
        if clip.decision == "rejected":
            painter.setOpacity(0.62)
        left = area.left() + _MARGIN_PX
        picture = QRectF(left, area.center().y() - _PICTURE.height() / 2, _PICTURE.width(), _PICTURE.height())
        _paint_picture(painter, picture, index.data(PictureRole))
        _paint_badge(painter, picture, clip)
        words = QRectF(picture.right() + 12, area.top() + 12, 0, 0)
        words.setRight(area.right() - _MARGIN_PX)
        words.setBottom(area.bottom() - 12)
        _paint_words(painter, words, clip)
        mark = QRectF(area.right() - _MARGIN_PX - _MARK_PX, area.top() + 12, _MARK_PX, _MARK_PX)
        if clip.decision != "undecided":
            painter.setOpacity(1.0)
            icons = {"approved": "approve", "rejected": "reject", "maybe": "maybe"}
            paint_icon(painter, icons[clip.decision], mark, theme.decision_colour(clip.decision))
        painter.restore()


def _paint_ground(painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
    inner = area.adjusted(4, 2, -4, -2)
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setBrush(theme.colour("accent-deep"))
        painter.drawRoundedRect(inner, 8, 8)
        is_focused = isinstance(option.widget, QWidget) and option.widget.hasFocus()
        if is_focused:
            painter.setPen(theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(inner, 8, 8)


def _paint_picture(painter: QPainter, area: QRectF, picture: QPixmap | None) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(area, 5, 5)
    painter.fillPath(shape, theme.colour("canvas"))
    if picture is None or picture.isNull():
        return
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    scale = max(area.width() / picture.width(), area.height() / picture.height())
    size = QSize(round(picture.width() * scale), round(picture.height() * scale))
    corner = area.center() - QPointF(size.width() / 2, size.height() / 2)
    painter.drawPixmap(
        QRectF(corner.x(), corner.y(), size.width(), size.height()), picture, QRectF(picture.rect())
    )
    painter.restore()


def _paint_badge(painter: QPainter, picture: QRectF, clip: Clip) -> None:
    text = "new" if clip.is_handmade and not clip.score else f"{clip.score:.0f}"
    painter.setFont(theme.font(theme.SMALL_PX, QFont.Weight.Bold, is_tabular=True))
    width = QFontMetrics(painter.font()).horizontalAdvance(text) + 12
    badge = QRectF(picture.left() + 4, picture.top() + 4, width, 19)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.score_colour(clip.score))
    painter.drawRoundedRect(badge, 4, 4)
    painter.setPen(QColor("#0b0f16"))
    painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), text)


def _paint_words(painter: QPainter, area: QRectF, clip: Clip) -> None:
    painter.setFont(theme.font(theme.BODY_PX, QFont.Weight.DemiBold))
    metrics = QFontMetrics(painter.font())
    room = area.width() - (0 if clip.decision == "undecided" else _MARK_PX + 8)
    title = metrics.elidedText(clip.wording.title or "Untitled clip", Qt.TextElideMode.ElideRight, int(room))
    painter.setPen(theme.colour("text"))
    painter.drawText(QPointF(area.left(), area.top() + metrics.ascent()), title)
    painter.setFont(theme.font(theme.SMALL_PX, is_tabular=True))
    metrics = QFontMetrics(painter.font())
    painter.setPen(theme.colour("text-muted"))
    times = f"{clock(clip.cut.start)} – {clock(clip.cut.end)}"
    baseline = area.top() + 20 + metrics.ascent()
    painter.drawText(QPointF(area.left(), baseline), times)
    seconds = f"{clip.cut.duration:.0f} s"
    painter.drawText(QPointF(area.right() - metrics.horizontalAdvance(seconds), baseline), seconds)
    _paint_axes(painter, QRectF(area.left(), area.bottom() - 10, min(area.width(), 150.0), 10), clip)


def _paint_axes(painter: QPainter, area: QRectF, clip: Clip) -> None:
    """Paint one bar per axis, from left to right in the order of `AXES`; axes that can't be judged stay dark."""
    gap = 3.0
    width = (area.width() - gap * (len(AXES) - 1)) / len(AXES)
    painter.setPen(Qt.PenStyle.NoPen)
    for index, axis in enumerate(AXES):
        left = area.left() + index * (width + gap)
        track = QRectF(left, area.bottom() - 4, width, 4)
        painter.setBrush(theme.colour("line-strong"))
        painter.drawRoundedRect(track, 2, 2)
        judged = clip.axes.get(axis)
        if judged is None or judged.score is None:
            continue
        painter.setBrush(theme.score_colour(judged.score))
        filled = QRectF(track)
        filled.setWidth(max(2.0, width * judged.score / 100))
        painter.drawRoundedRect(filled, 2, 2)
