"""How the timeline looks. Pure painting: what to paint comes from the scene, where from the geometry."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from ui import theme
from ui.icons import paint_icon
from ui.timeline.geometry import Block, Viewport, ticks
from ui.timeline.scene import CHAPTERS_PX, RULER_PX, SPEAKERS_PX, ClipMark, Rows, Scene, Stretch
from ui.widgets.timecode import clock, clock_tenths

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_DECISION_ICONS = {"approved": "approve", "rejected": "reject", "maybe": "maybe"}


def paint_ruler(painter: QPainter, viewport: Viewport) -> None:
    """Paint ticks and times."""
    painter.setFont(theme.font(11, is_tabular=True))
    is_fine = viewport.visible < 12
    for tick in ticks(viewport):
        x = round(viewport.x_at(tick.at)) + 0.5
        painter.setPen(theme.colour("line-strong"))
        painter.drawLine(QPointF(x, RULER_PX - (8 if tick.is_major else 4)), QPointF(x, RULER_PX - 1))
        if tick.is_major:
            painter.setPen(theme.colour("text-muted"))
            text = clock_tenths(tick.at) if is_fine else clock(tick.at)
            painter.drawText(QPointF(x + 5, RULER_PX - 8), text)
    painter.setPen(theme.colour("line"))
    painter.drawLine(QPointF(0, RULER_PX - 0.5), QPointF(viewport.width_px, RULER_PX - 0.5))


def paint_chapters(painter: QPainter, viewport: Viewport, rows: Rows, chapters: tuple[Stretch, ...]) -> None:
    """Paint topics as a strip with their titles."""
    painter.setFont(theme.font(11, QFont.Weight.Medium))
    for chapter in chapters:
        area = _area(viewport, chapter.start, chapter.end, rows.chapters, CHAPTERS_PX)
        if area is None:
            continue
        painter.setPen(theme.colour("line-strong"))
        painter.drawLine(QPointF(area.left() + 0.5, area.top() + 3), QPointF(area.left() + 0.5, area.bottom() - 3))
        painter.setPen(theme.colour("text-muted"))
        words = area.adjusted(7, 0, -6, 0)
        words.setLeft(max(words.left(), 6.0))
        _elided(painter, words, chapter.title)


def paint_turns(painter: QPainter, viewport: Viewport, rows: Rows, turns: tuple[Stretch, ...]) -> None:
    """Paint who speaks when, a colour per speaker."""
    painter.setPen(Qt.PenStyle.NoPen)
    for turn in turns:
        area = _area(viewport, turn.start, turn.end, rows.speakers, SPEAKERS_PX)
        if area is not None:
            tint = theme.speaker_colour(turn.index)
            tint.setAlpha(150)
            painter.fillRect(area.adjusted(0, 2, 0, -2), tint)


def paint_wave(painter: QPainter, viewport: Viewport, rows: Rows, columns: NDArray[np.float32] | None) -> None:
    """Paint the waveform in the room below."""
    top, bottom = rows.wave, rows.bottom - 4
    middle, half = (top + bottom) / 2, (bottom - top) / 2
    painter.setPen(theme.colour("line"))
    painter.drawLine(QPointF(0, middle), QPointF(viewport.width_px, middle))
    if columns is None or not len(columns):
        return
    lifted = np.sign(columns) * np.sqrt(np.abs(columns))
    upper = [QPointF(x + 0.5, middle - float(high) * half) for x, high in enumerate(lifted[:, 1])]
    lower = [QPointF(x + 0.5, middle - float(low) * half) for x, low in enumerate(lifted[:, 0])]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("wave"))
    painter.drawPolygon(QPolygonF(upper + lower[::-1]))


def paint_shots(painter: QPainter, viewport: Viewport, rows: Rows, shots: tuple[float, ...]) -> None:
    """Paint camera cuts as faint lines over the waveform; not where they would lie too close to read."""
    shown = [at for at in shots if viewport.start < at < viewport.end]
    if len(shown) > viewport.width_px / 6:
        return
    painter.setPen(QPen(theme.colour("line-strong"), 1, Qt.PenStyle.DotLine))
    for at in shown:
        x = round(viewport.x_at(at)) + 0.5
        painter.drawLine(QPointF(x, rows.wave), QPointF(x, rows.bottom - 4))


def paint_clip(
    painter: QPainter, viewport: Viewport, block: Block, clip: ClipMark, is_current: bool, is_hovered: bool
) -> None:
    """Paint one clip: its outline says the score, its filling the decision."""
    area = _area(viewport, block.start, block.end, block.top_px, block.bottom_px - block.top_px)
    if area is None:
        return
    area.setWidth(max(area.width(), 3.0))
    tint = theme.score_colour(clip.score)
    painter.setPen(QPen(theme.colour("text") if is_current else tint, 1.6 if is_current else 1.0))
    painter.setBrush(_filling(clip.decision, tint, is_hovered))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    for start, end in clip.gaps:
        hole = _area(viewport, start, end, block.top_px + 2, block.bottom_px - block.top_px - 4)
        if hole is not None:
            painter.fillRect(hole, theme.colour("ground"))
    if is_current and area.width() > 14:
        _paint_grips(painter, area)
    _paint_clip_words(painter, area, clip)


def paint_clip_range(painter: QPainter, viewport: Viewport, rows: Rows, clip: ClipMark) -> None:
    """Shade the time of the clip in hand over the waveform."""
    area = _area(viewport, clip.start, clip.end, rows.speakers, rows.bottom - rows.speakers)
    if area is not None:
        tint = theme.colour("accent")
        tint.setAlpha(34)
        painter.fillRect(area, tint)


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


def paint_empty(painter: QPainter, width_px: float, height_px: float, text: str) -> None:
    """Say why there is nothing here."""
    painter.setFont(theme.font())
    painter.setPen(theme.colour("text-faint"))
    painter.drawText(QRectF(0, 0, width_px, height_px), int(Qt.AlignmentFlag.AlignCenter), text)


def paint_back(
    painter: QPainter, viewport: Viewport, rows: Rows, scene: Scene, columns: NDArray[np.float32] | None
) -> None:
    """Paint everything that changes only with the zoom."""
    paint_wave(painter, viewport, rows, columns)
    paint_shots(painter, viewport, rows, scene.shots)
    paint_turns(painter, viewport, rows, scene.turns)
    paint_chapters(painter, viewport, rows, scene.chapters)
    paint_ruler(painter, viewport)


def _filling(decision: str, tint: QColor, is_hovered: bool) -> QColor:
    strength = {"approved": 225, "maybe": 110, "undecided": 54, "rejected": 10}[decision]
    filled = QColor(tint)
    filled.setAlpha(min(255, strength + (26 if is_hovered else 0)))
    return filled


def _paint_grips(painter: QPainter, area: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("text"))
    for x in (area.left() + 1, area.right() - 4):
        painter.drawRoundedRect(QRectF(x, area.top() + 4, 3, area.height() - 8), 1.5, 1.5)


def _paint_clip_words(painter: QPainter, area: QRectF, clip: ClipMark) -> None:
    ink = theme.colour("on-score") if clip.decision == "approved" else theme.colour("text")
    if clip.decision == "rejected":
        ink = theme.colour("text-faint")
    inner = area.adjusted(9, 0, -7, 0)
    inner.setLeft(max(inner.left(), 6.0))
    if inner.width() < 18:
        return
    painter.setPen(ink)
    painter.setFont(theme.font(11, QFont.Weight.Bold, is_tabular=True))
    score = f"{clip.score:.0f}" if clip.score else "new"
    painter.drawText(inner, _LEFT, score)
    inner.setLeft(inner.left() + QFontMetrics(painter.font()).horizontalAdvance(score) + 6)
    sign = _DECISION_ICONS.get(clip.decision)
    if sign and inner.width() > 14:
        paint_icon(painter, sign, QRectF(inner.left(), area.center().y() - 6, 12, 12), ink)
        inner.setLeft(inner.left() + 17)
    painter.setFont(theme.font(11))
    if inner.width() > 24:
        _elided(painter, inner, clip.title)


def _area(viewport: Viewport, start: float, end: float, top: float, height: float) -> QRectF | None:
    left, right = viewport.x_at(start), viewport.x_at(end)
    if right < -2 or left > viewport.width_px + 2:
        return None
    left, right = max(left, -20.0), min(right, viewport.width_px + 20.0)
    return QRectF(left, top, max(1.0, right - left), height)


def _elided(painter: QPainter, area: QRectF, text: str) -> None:
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    if len(shown) > 1:
        painter.drawText(area, _LEFT, shown)
