"""How a clip looks in the list: picture with score, title, times, the axes that earned the score, decision."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.schema.clip import Clip
from core.schema.learning import Standing
from ui import theme
from ui.axes import AXIS_NAMES, first_evidence
from ui.delegates.turning import turn, upright, write
from ui.icons import paint_icon
from ui.models.clips import ClipRole, PictureRole, StandingRole
from ui.widgets.timecode import clock
from ui.wording import tr

ROW_HEIGHT_PX = 84
_PICTURE, _SMALL_PICTURE = QSize(96, 54), QSize(54, 54)
# In a narrower row the words come first: two titles must not begin alike.
_NARROW_PX = 260
_MARGIN_PX = 12
_MARK_PX = 16
_NOTE_PX = 14


class ClipRowDelegate(QStyledItemDelegate):
    """Paints one clip a row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a row."""
        return QSize(240, theme.px(ROW_HEIGHT_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        clip: Clip = index.data(ClipRole)
        standing: Standing = index.data(StandingRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        turn(painter, option)
        area = QRectF(option.rect)
        _paint_ground(painter, area, option)
        left = area.left() + _MARGIN_PX
        size = _SMALL_PICTURE if area.width() < theme.px(_NARROW_PX) else _PICTURE
        wide, high = theme.px(size.width()), theme.px(size.height())
        picture = QRectF(left, area.center().y() - high / 2, wide, high)
        # Words stay as clear as all others: what is rejected is read again now and then.
        painter.setOpacity(0.5 if clip.decision == "rejected" else 1.0)
        with upright(painter, picture):
            _paint_picture(painter, picture, index.data(PictureRole))
        painter.setOpacity(1.0)
        _paint_badge(painter, picture, clip, standing)
        words = QRectF(picture.right() + 12, area.top() + 8, 0, 0)
        words.setRight(area.right() - _MARGIN_PX)
        words.setBottom(area.bottom() - 8)
        _paint_words(painter, words, clip, standing)
        mark = QRectF(area.right() - _MARGIN_PX - _MARK_PX, area.top() + 9, _MARK_PX, _MARK_PX)
        if clip.decision != "undecided":
            icons = {"approved": "approve", "rejected": "reject", "maybe": "maybe"}
            with upright(painter, mark):
                paint_icon(painter, icons[clip.decision], mark, theme.decision_colour(clip.decision))
        painter.restore()


def _paint_ground(painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
    inner = area.adjusted(4, 2, -4, -2)
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setBrush(theme.colour("accent-deep"))
        painter.drawRoundedRect(inner, 8, 8)
        is_focused = isinstance(option.widget, QWidget) and option.widget.hasFocus()
        # Of several that are selected, the one in hand alone.
        if is_focused and option.state & QStyle.StateFlag.State_HasFocus:
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


def _paint_badge(painter: QPainter, picture: QRectF, clip: Clip, standing: Standing) -> None:
    text = tr("new", "clip") if clip.is_handmade and not clip.score else f"{standing.score:.0f}{_way(standing)}"
    painter.setFont(theme.font(theme.SMALL_PX, QFont.Weight.Bold, is_tabular=True))
    width = QFontMetrics(painter.font()).horizontalAdvance(text) + 12
    badge = QRectF(picture.left() + 4, picture.top() + 4, width, theme.px(19))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.score_colour(standing.score))
    painter.drawRoundedRect(badge, 4, 4)
    painter.setPen(theme.colour("on-score"))
    with upright(painter, badge):
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), text)


def _ink(clip: Clip) -> str:
    return "text-muted" if clip.decision == "rejected" else "text"


def _way(standing: Standing) -> str:
    """Return an arrow where a score is not the usual one."""
    moved = round(standing.score) - round(standing.usual)
    return "" if not moved else " ▴" if moved > 0 else " ▾"


def _paint_words(painter: QPainter, area: QRectF, clip: Clip, standing: Standing) -> None:
    painter.setFont(theme.font(theme.BODY_PX, QFont.Weight.DemiBold))
    metrics = QFontMetrics(painter.font())
    room = area.width() - (0 if clip.decision == "undecided" else _MARK_PX + 8)
    title = metrics.elidedText(clip.wording.title or tr("Untitled clip"), Qt.TextElideMode.ElideRight, int(room))
    painter.setPen(theme.colour(_ink(clip)))
    write(painter, QPointF(area.left(), area.top() + metrics.ascent()), title)
    painter.setFont(theme.font(theme.SMALL_PX, is_tabular=True))
    metrics = QFontMetrics(painter.font())
    painter.setPen(theme.colour("text-muted"))
    shapes = f"  ·  {' '.join(clip.aspects)}" if clip.aspects else ""
    times = f"{clock(clip.cut.start)} – {clock(clip.cut.end)}{shapes}"
    baseline = area.top() + theme.px(18) + metrics.ascent()
    write(painter, QPointF(area.left(), baseline), times)
    seconds = tr("{seconds} s").format(seconds=f"{clip.cut.duration:.0f}")
    left = area.right() - metrics.horizontalAdvance(seconds)
    if left > area.left() + metrics.horizontalAdvance(times) + _NOTE_PX:
        write(painter, QPointF(left, baseline), seconds)
    else:
        left = area.right() + 6
    if clip.notes:
        mark = QRectF(left - _NOTE_PX - 6, baseline - metrics.ascent() + 1, _NOTE_PX, _NOTE_PX)
        with upright(painter, mark):
            paint_icon(painter, "note", mark, theme.colour("accent"))
    _paint_strengths(
        painter, QRectF(area.left(), area.top() + theme.px(37), area.width(), theme.px(32)), clip, standing
    )


def _paint_strengths(painter: QPainter, area: QRectF, clip: Clip, standing: Standing) -> None:
    """Paint the axes that raised the score, each with a dot of its colour, and below the words that did it."""
    painter.setFont(theme.font(theme.SMALL_PX))
    metrics = QFontMetrics(painter.font())
    left, baseline = area.left(), area.top() + metrics.ascent()
    for axis in standing.strongest:
        score = clip.axes[axis].score
        text = tr(AXIS_NAMES[axis])
        if score is None or left + 11 + metrics.horizontalAdvance(text) > area.right():
            break
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.score_colour(score))
        painter.drawEllipse(QPointF(left + 3.5, baseline - metrics.xHeight() / 2), 3.5, 3.5)
        painter.setPen(theme.colour(_ink(clip)))
        write(painter, QPointF(left + 11, baseline), text)
        left += 11 + metrics.horizontalAdvance(text) + 10
    words = first_evidence(clip, standing)
    if words:
        painter.setPen(theme.colour("text-muted"))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
        write(painter, QPointF(area.left(), baseline + theme.px(16)), shown)
