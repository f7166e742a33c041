"""How clips look on the timeline, and what lies over them: playhead, snap, marked stretch, lasso.

The outline of a clip says its score, its filling the decision.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from ui import theme
from ui.icons import paint_icon
from ui.timeline.geometry import Block, Viewport
from ui.timeline.painting import LEFT, area_of, elided, word_area
from ui.timeline.scene import RULER_PX, ClipMark, Rows, Track
from ui.timeline.snapping import SnapPoint

_DECISION_ICONS = {"approved": "approve", "rejected": "reject", "maybe": "maybe"}
_STRENGTHS = {"approved": 225, "maybe": 110, "undecided": 54, "rejected": 10}
# Narrower than this a clip is a plain bar: nothing of a frame could be seen.
_LEAST_FRAME_PX = 6.0
_SNAP_WORDS = {"sentence": "sentence", "word": "word", "silence": "silence", "shot": "cut"}


def paint_clip(
    painter: QPainter,
    viewport: Viewport,
    block: Block,
    clip: ClipMark,
    is_selected: bool = False,
    is_current: bool = False,
) -> None:
    """Paint one clip where it is in view."""
    area = area_of(viewport, block.start, block.end, block.top_px, block.bottom_px - block.top_px)
    if area is None:
        return
    area.setWidth(max(area.width(), 2.0))
    tint, filled = _tints(round(clip.score), clip.decision)
    is_lit = is_selected or is_current
    if area.width() < _LEAST_FRAME_PX:
        painter.fillRect(area, theme.colour("text") if is_lit else bar_colour(round(clip.score), clip.decision))
        return
    painter.setPen(QPen(theme.colour("text") if is_lit else tint, 1.6 if is_lit else 1.0))
    painter.setBrush(filled)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    for start, end in clip.gaps:
        hole = area_of(viewport, start, end, block.top_px + 2, area.height() - 4)
        if hole is not None:
            painter.fillRect(hole, theme.colour("ground"))
    if is_current and area.width() > 14:
        _paint_grips(painter, area)
    _paint_clip_words(painter, area, clip)


def paint_hover(painter: QPainter, viewport: Viewport, block: Block) -> None:
    """Lighten the clip under the pointer."""
    area = area_of(viewport, block.start, block.end, block.top_px, block.bottom_px - block.top_px)
    if area is not None:
        light = theme.colour("text")
        light.setAlpha(30)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(light)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def forget_colours() -> None:
    """Look colours up anew: the theme is another."""
    _tints.cache_clear()
    bar_colour.cache_clear()


def paint_clip_range(painter: QPainter, viewport: Viewport, rows: Rows, clip: ClipMark) -> None:
    """Shade the time of the clip in hand over the waveform."""
    _shade(painter, viewport, clip.start, clip.end, rows.speakers, rows.bottom, 34)


def paint_marked(painter: QPainter, viewport: Viewport, rows: Rows, start: float, end: float) -> None:
    """Paint a stretch that is marked for a new clip."""
    _shade(painter, viewport, start, end, RULER_PX, rows.bottom, 56)
    painter.setPen(QPen(theme.colour("accent"), 1.4))
    for at in (start, end):
        x = round(viewport.x_at(at)) + 0.5
        painter.drawLine(QPointF(x, RULER_PX), QPointF(x, rows.bottom))


def paint_lasso(painter: QPainter, area: QRectF) -> None:
    """Paint the rectangle that takes clips."""
    tint = theme.colour("accent")
    painter.setPen(QPen(tint, 1, Qt.PenStyle.DashLine))
    tint.setAlpha(30)
    painter.setBrush(tint)
    painter.drawRect(area)


def paint_snap(painter: QPainter, viewport: Viewport, rows: Rows, point: SnapPoint) -> None:
    """Paint the line that an end was drawn to, and what is there."""
    x = round(viewport.x_at(point.at)) + 0.5
    painter.setPen(QPen(theme.colour("warning"), 1))
    painter.drawLine(QPointF(x, RULER_PX), QPointF(x, rows.bottom))
    painter.setFont(theme.font(10, QFont.Weight.Medium))
    text = _SNAP_WORDS[point.kind]
    width = QFontMetrics(painter.font()).horizontalAdvance(text) + 10
    left = x + 4 if x + 4 + width < viewport.width_px else x - 4 - width
    area = QRectF(left, rows.bottom - 18, width, 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("warning"))
    painter.drawRoundedRect(area, 4, 4)
    painter.setPen(theme.colour("ground"))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), text)


def paint_spoken_word(painter: QPainter, viewport: Viewport, rows: Rows, words: Track, at: float) -> None:
    """Light the word that is said at an instant."""
    place = words.at(at)
    if place is None:
        return
    area = word_area(viewport, rows, words, place)
    tint = theme.colour("accent")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawRoundedRect(area.adjusted(-2, 1, 1, -1), 3, 3)
    painter.setFont(theme.font(11))
    painter.setPen(theme.colour("on-accent"))
    elided(painter, area, words.titles[place])


def paint_playhead(painter: QPainter, viewport: Viewport, at: float, height_px: float) -> None:
    """Paint the line of the present moment."""
    x = round(viewport.x_at(at)) + 0.5
    if -6 <= x <= viewport.width_px + 6:
        painter.setPen(QPen(theme.colour("text"), 1))
        painter.drawLine(QPointF(x, 8), QPointF(x, height_px))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text"))
        painter.drawPolygon(
            QPolygonF([QPointF(x - 5, 2), QPointF(x + 5, 2), QPointF(x + 5, 7), QPointF(x, 12), QPointF(x - 5, 7)])
        )


def _shade(
    painter: QPainter, viewport: Viewport, start: float, end: float, top: float, bottom: float, alpha: int
) -> None:
    area = area_of(viewport, start, end, top, bottom - top)
    if area is not None:
        tint = theme.colour("accent")
        tint.setAlpha(alpha)
        painter.fillRect(area, tint)


@lru_cache(maxsize=1024)
def _tints(score: int, decision: str) -> tuple[QColor, QColor]:
    tint = theme.score_colour(score)
    filled = QColor(tint)
    filled.setAlpha(_STRENGTHS[decision])
    return tint, filled


@lru_cache(maxsize=512)
def bar_colour(score: int, decision: str) -> QColor:
    """Return the colour of a clip too narrow to have a frame: its score, the paler the less it is wanted."""
    strength = {"approved": 1.0, "maybe": 0.75, "undecided": 0.55, "rejected": 0.2}[decision]
    return theme.mix(theme.colour("surface"), theme.score_colour(score), strength)


def _paint_grips(painter: QPainter, area: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("text"))
    for x in (area.left() + 1, area.right() - 4):
        painter.drawRoundedRect(QRectF(x, area.top() + 3, 3, area.height() - 6), 1.5, 1.5)


def _paint_clip_words(painter: QPainter, area: QRectF, clip: ClipMark) -> None:
    inner = area.adjusted(9, 0, -7, 0)
    inner.setLeft(max(inner.left(), 6.0))
    if inner.width() < 18:
        return
    ink = _ink(clip)
    painter.setPen(ink)
    painter.setFont(theme.font(11, QFont.Weight.Bold, is_tabular=True))
    score = f"{clip.score:.0f}" if clip.score else "new"
    painter.drawText(inner, LEFT, score)
    inner.setLeft(inner.left() + QFontMetrics(painter.font()).horizontalAdvance(score) + 6)
    sign = _DECISION_ICONS.get(clip.decision)
    if sign and inner.width() > 14:
        paint_icon(painter, sign, QRectF(inner.left(), area.center().y() - 6, 12, 12), ink)
        inner.setLeft(inner.left() + 17)
    painter.setFont(theme.font(11))
    if inner.width() > 24:
        elided(painter, inner, clip.title)


def _ink(clip: ClipMark) -> QColor:
    return theme.colour({"approved": "on-score", "rejected": "text-faint"}.get(clip.decision, "text"))
