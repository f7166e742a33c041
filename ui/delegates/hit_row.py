"""How a place where something is said looks in a list: where, who, and the words with what is around."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.schema.search import Hit
from ui import theme
from ui.delegates.turning import turn, upright, write
from ui.widgets.timecode import clock
from ui.wording import speaker_name, tr

HitRole = Qt.ItemDataRole.UserRole + 1
_HIGH_PX, _SIDES_PX, _GAP_PX = 50, 10, 12
# Where there is little height: less above and below the words.
_LOW_PX = 44
_DOT_PX = 8
# The first match stands in this part of the line, so that what comes before it is seen, and what follows too.
_LEAD_SHARE = 0.3


class HitRowDelegate(QStyledItemDelegate):
    """Paints two lines a hit; `is_low` where there is little height for them."""

    is_low = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a row."""
        return QSize(240, theme.px(_LOW_PX if self.is_low else _HIGH_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        hit = index.data(HitRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        turn(painter, option)
        area = QRectF(option.rect).adjusted(2, 1, -2, -1)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            has_keys = is_chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setBrush(theme.colour("accent-deep" if is_chosen else "hover"))
            painter.setPen(theme.colour("accent") if has_keys else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        edge = 1 if self.is_low else 4
        room = area.adjusted(_SIDES_PX, edge, -_SIDES_PX, -edge)
        half = room.height() / 2
        _paint_place(painter, QRectF(room.left(), room.top(), room.width(), half), hit)
        _paint_words(painter, QRectF(room.left(), room.top() + half, room.width(), half), hit)
        painter.restore()


def place_words(hit: Hit) -> str:
    """Return where a hit is, who says it, and how it was found: "Episode 12 · 4:31 · Anna · by its meaning"."""
    ways = {"words": "", "meaning": tr("by its meaning"), "both": tr("by words and meaning")}
    return " · ".join(
        part for part in (hit.source, clock(hit.at), speaker_name(hit.speaker), ways[hit.found_by]) if part
    )


def spoken_words(hit: Hit) -> str:
    """Return what is read out of a hit."""
    clip = clip_words(hit)
    return ", ".join(part for part in (hit.text, place_words(hit), clip) if part)


def clip_words(hit: Hit) -> str:
    """Return what the clip is that says it, empty where none does."""
    known = {
        "approved": tr("in an approved clip"),
        "maybe": tr("in a clip for later"),
        "rejected": tr("in a rejected clip"),
        "undecided": tr("in a clip"),
    }
    return known[hit.decision] if hit.clip_id else ""


def _paint_place(painter: QPainter, area: QRectF, hit: Hit) -> None:
    painter.setFont(theme.font(theme.SMALL_PX, is_tabular=True))
    metrics = QFontMetrics(painter.font())
    base = area.center().y() + (metrics.ascent() - metrics.descent()) / 2
    right = area.right()
    told = clip_words(hit)
    if told:
        right -= metrics.horizontalAdvance(told)
        painter.setPen(theme.colour("text-muted"))
        write(painter, QPointF(right, base), told)
        right -= _DOT_PX + 6
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.decision_colour(hit.decision))
        painter.drawEllipse(QRectF(right, area.center().y() - _DOT_PX / 2, _DOT_PX, _DOT_PX))
        right -= _GAP_PX
    painter.setPen(theme.colour("text-muted"))
    room = int(right - area.left())
    write(
        painter,
        QPointF(area.left(), base),
        metrics.elidedText(place_words(hit), Qt.TextElideMode.ElideRight, room),
    )


def _paint_words(painter: QPainter, area: QRectF, hit: Hit) -> None:
    font = theme.font()
    lead, text, marks = shown_text(hit, QFontMetrics(font), area.width())
    layout = QTextLayout(lead + text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_format(0, len(lead) + len(text), "text-faint"), *_ranges(len(lead), hit, text, marks)])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(area.width())
    layout.endLayout()
    with upright(painter, area):
        painter.setClipRect(area)
        layout.draw(painter, QPointF(area.left(), area.center().y() - line.height() / 2))


def shown_text(hit: Hit, metrics: QFontMetrics, width: float) -> tuple[str, str, list[tuple[int, int]]]:
    """Return what is written before a hit, its text, and its marks, so that the first one is in sight."""
    lead = hit.before + " " if hit.before else ""
    text, marks = hit.text, list(hit.marks)
    room = width * _LEAD_SHARE
    first = marks[0][0] if marks else 0
    ahead = lead + text[:first]
    if metrics.horizontalAdvance(ahead) > room:
        kept = metrics.elidedText(ahead, Qt.TextElideMode.ElideLeft, int(room))
        cut = len(ahead) - (len(kept) - 1)
        # No word is shown in part: what is left of a number would be another number.
        space = ahead.find(" ", cut - 1)
        cut = space + 1 if space >= 0 else cut
        if cut < len(lead):
            return "…" + lead[cut:], text, marks
        cut -= len(lead)
        return "…", text[cut:], [(start - cut, end - cut) for start, end in marks if end > cut]
    return lead, text, marks


def _ranges(at: int, hit: Hit, text: str, marks: list[tuple[int, int]]) -> list[QTextLayout.FormatRange]:
    said = [_format(at, len(text), "text")]
    for start, end in marks:
        made = _format(at + max(0, start), end - max(0, start), "text")
        made.format.setFontWeight(QFont.Weight.DemiBold)
        made.format.setBackground(theme.colour_with("accent", 90))
        said.append(made)
    return said


def _format(start: int, length: int, ink: str) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    look = QTextCharFormat()
    look.setForeground(theme.colour(ink))
    made.format = look
    return made
