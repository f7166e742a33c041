"""How clips look on the timeline, and what lies over them: playhead, snap, marked stretch, lasso.

The outline of a clip says its score, its filling the decision.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF

from ui import theme
from ui.icons import paint_icon
from ui.timeline.geometry import Block, Viewport
from ui.timeline.lettering import letters
from ui.timeline.painting import area_of, argb, picture_of, word_area
from ui.timeline.scene import Board, ClipMark, Rows, Track
from ui.timeline.snapping import SnapPoint
from ui.wording import QT_TR_NOOP, tr

_DECISION_ICONS = {"approved": "approve", "rejected": "reject", "maybe": "maybe"}
_STRENGTHS = {"approved": 225, "maybe": 110, "undecided": 54, "rejected": 10}
# Narrower than the first a clip is a plain bar: nothing of a frame could be seen. From the second on it has words.
LEAST_FRAME_PX, SMALL_PX = 6.0, 30.0
# What a score and the beginning of a title need.
_ROOMY_PX = 120.0
_SNAP_WORDS = {
    "sentence": QT_TR_NOOP("sentence"),
    "word": QT_TR_NOOP("word"),
    "silence": QT_TR_NOOP("silence"),
    "shot": QT_TR_NOOP("cut"),
}


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
    pen, filled = _tints(round(clip.score), clip.decision)
    is_lit = is_selected or is_current
    if area.width() < LEAST_FRAME_PX:
        painter.fillRect(area, theme.colour("text") if is_lit else bar_colour(round(clip.score), clip.decision))
        return
    frame = area.adjusted(0.5, 0.5, -0.5, -0.5)
    # Where lanes are few clips lie over each other, and the words of one must not be seen through another.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(frame, 4, 4)
    painter.setPen(QPen(theme.colour("text"), 1.6) if is_lit else pen)
    painter.setBrush(filled)
    painter.drawRoundedRect(frame, 4, 4)
    for start, end in clip.gaps:
        hole = area_of(viewport, start, end, block.top_px + 2, area.height() - 4)
        if hole is not None:
            painter.fillRect(hole, theme.colour("ground"))
    if is_current and area.width() > 14:
        _paint_grips(painter, area)
    _paint_clip_words(painter, area_of_words(viewport, block, clip) or area, clip)


def area_of_words(viewport: Viewport, block: Block, clip: ClipMark) -> QRectF | None:
    """Return where a clip's words are written: in the first kept stretch with room, else in the widest seen."""
    edges = [block.start, *(edge for gap in clip.gaps for edge in gap), block.end]
    height = block.bottom_px - block.top_px
    kept = [
        area
        for start, end in zip(edges[::2], edges[1::2], strict=True)
        if (area := area_of(viewport, start, end, block.top_px, height)) is not None
    ]
    roomy = next((area for area in kept if area.width() >= _ROOMY_PX), None)
    return roomy or max(kept, key=lambda area: area.width(), default=None)


def paint_small(
    painter: QPainter,
    viewport: Viewport,
    board: Board,
    rows: Rows,
    places: NDArray[np.intp],
    selected: frozenset[str],
    ratio: float,
) -> None:
    """Paint clips without words, hundreds in one picture: of those that share a pixel the best is seen.

    `ratio` is the screen's pixels in one of ours.
    """
    fine = viewport.resized(viewport.width_px * ratio)
    height, width = round((rows.speakers - rows.clips) * ratio), max(1, int(fine.width_px))
    tops = [round((rows.lane_top(lane) + 1 - rows.clips) * ratio) for lane in range(rows.lanes)]
    tall = round((rows.lane_px - 3) * ratio)
    lefts = np.maximum(np.rint(fine.xs_at(board.starts[places])), 0).astype(np.intp)
    rights = np.maximum(np.rint(fine.xs_at(board.ends[places])).astype(np.intp), lefts + max(2, round(2 * ratio)))
    lanes = np.minimum(board.lane_array[places], rows.lanes - 1)
    clips = [board.clips[place] for place in places]
    order = np.array(
        sorted(range(len(clips)), key=lambda n: (clips[n].id in selected, clips[n].score)), dtype=np.intp
    )
    is_bar = (rights - lefts < LEAST_FRAME_PX * ratio)[order]
    pixels = np.zeros((height, width), dtype=np.uint32)
    lit = argb(theme.colour("text"), 255)

    bars = order[is_bar]
    tints = np.array(
        [lit if clips[n].id in selected else _pixels(round(clips[n].score), clips[n].decision)[0] for n in bars],
        dtype=np.uint32,
    )
    for lane, line in enumerate(
        _lines_of_bars(lefts[bars], rights[bars], lanes[bars], tints, (rows.lanes, width))
    ):
        seen = np.flatnonzero(line)
        pixels[tops[lane] : tops[lane] + tall, seen] = line[seen]

    edge = max(1, round(ratio))
    for n in order[~is_bar].tolist():
        clip, top, left, right = clips[n], tops[lanes[n]], lefts[n], rights[n]
        _, frame, filled = _pixels(round(clip.score), clip.decision)
        pixels[top : top + tall, left:right] = lit if clip.id in selected else frame
        pixels[top + edge : top + tall - edge, left + edge : right - edge] = filled
    painter.drawImage(QRectF(0, rows.clips, viewport.width_px, height / ratio), picture_of(pixels))


def map_picture(board: Board, whole: Viewport) -> QImage:
    """Return a picture one pixel high of all clips: of those in one column the best is seen."""
    order = sorted(range(len(board.clips)), key=lambda n: board.clips[n].score)
    lefts = np.maximum(np.rint(whole.xs_at(board.starts[order])), 0).astype(np.intp)
    rights = np.maximum(np.rint(whole.xs_at(board.ends[order])).astype(np.intp), lefts + 2)
    tints = np.array(
        [_pixels(round(clip.score), clip.decision)[0] for clip in map(board.clips.__getitem__, order)],
        dtype=np.uint32,
    )
    lanes = np.zeros(len(order), dtype=np.intp)
    return picture_of(_lines_of_bars(lefts, rights, lanes, tints, (1, max(1, int(whole.width_px)))))


def _lines_of_bars(
    lefts: NDArray[np.intp],
    rights: NDArray[np.intp],
    lanes: NDArray[np.intp],
    tints: NDArray[np.uint32],
    shape: tuple[int, int],
) -> NDArray[np.uint32]:
    """Return (lanes, width) pixels: a line a lane with all its bars, the later ones over the earlier."""
    lines = np.zeros(shape, dtype=np.uint32)
    for step in range(int((rights - lefts).max(initial=0))):
        xs = lefts + step
        is_in = (xs < rights) & (xs < shape[1])
        lines[lanes[is_in], xs[is_in]] = tints[is_in]
    return lines


def paint_hover(painter: QPainter, viewport: Viewport, block: Block) -> None:
    """Lighten the clip under the pointer."""
    area = area_of(viewport, block.start, block.end, block.top_px, block.bottom_px - block.top_px)
    if area is not None:
        light = theme.colour("text")
        light.setAlpha(30)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(light)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def forget_theme() -> None:
    """Look colours and fonts up anew: the theme or the size of text is another."""
    _tints.cache_clear()
    bar_colour.cache_clear()
    _pixels.cache_clear()
    letters.cache_clear()


def paint_clip_range(painter: QPainter, viewport: Viewport, rows: Rows, clip: ClipMark) -> None:
    """Shade the time of the clip in hand over the waveform."""
    _shade(painter, viewport, clip.start, clip.end, rows.speakers, rows.bottom, 34)


def paint_marked(painter: QPainter, viewport: Viewport, rows: Rows, start: float, end: float) -> None:
    """Paint a stretch that is marked for a new clip."""
    _shade(painter, viewport, start, end, rows.chapters, rows.bottom, 56)
    painter.setPen(QPen(theme.colour("accent"), 1.4))
    for at in (start, end):
        x = round(viewport.x_at(at)) + 0.5
        painter.drawLine(QPointF(x, rows.chapters), QPointF(x, rows.bottom))


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
    painter.drawLine(QPointF(x, rows.chapters), QPointF(x, rows.bottom))
    _paint_tag(
        painter, viewport, rows, x, rows.bottom - 16 * rows.scale - 2, tr(_SNAP_WORDS[point.kind]), "warning"
    )


def paint_readout(painter: QPainter, viewport: Viewport, rows: Rows, at: float, text: str) -> None:
    """Tell beside an end that is dragged where it is, and what that makes of the clip."""
    _paint_tag(painter, viewport, rows, viewport.x_at(at), rows.chapters + 2, text, "text")


def _paint_tag(
    painter: QPainter, viewport: Viewport, rows: Rows, x: float, top: float, text: str, token: str
) -> None:
    """Paint a word on a ground, beside x: to the right, or to the left where the view ends."""
    written = letters(10, QFont.Weight.Medium)
    width = written.width(text) + 10
    left = x + 4 if x + 4 + width < viewport.width_px else x - 4 - width
    area = QRectF(left, top, width, 16 * rows.scale)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(token))
    painter.drawRoundedRect(area, 4, 4)
    painter.setFont(written.font)
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
    written = letters(11)
    painter.setFont(written.font)
    painter.setPen(theme.colour("on-accent"))
    written.write(painter, area, words.titles[place])


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


@lru_cache(maxsize=512)
def _pixels(score: int, decision: str) -> tuple[np.uint32, np.uint32, np.uint32]:
    """Return the pixels of a clip's bar, its frame and its filling."""
    tint = theme.score_colour(score)
    return argb(bar_colour(score, decision), 255), argb(tint, 255), argb(tint, _STRENGTHS[decision])


@lru_cache(maxsize=1024)
def _tints(score: int, decision: str) -> tuple[QPen, QColor]:
    tint = theme.score_colour(score)
    filled = QColor(tint)
    filled.setAlpha(_STRENGTHS[decision])
    return QPen(tint, 1.0), filled


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
    bold, plain = letters(11, QFont.Weight.Bold, is_tabular=True), letters(11)
    score = f"{clip.score:.0f}" if clip.score else tr("new")
    painter.setFont(bold.font)
    bold.write(painter, QRectF(inner.left(), inner.top(), inner.width() + 8, inner.height()), score)
    inner.setLeft(inner.left() + bold.width(score) + 6)
    sign = _DECISION_ICONS.get(clip.decision)
    if sign and inner.width() > 14:
        paint_icon(painter, sign, QRectF(inner.left(), area.center().y() - 6, 12, 12), ink)
        inner.setLeft(inner.left() + 17)
    if inner.width() > 24:
        painter.setFont(plain.font)
        plain.write(painter, inner, clip.title)


def _ink(clip: ClipMark) -> QColor:
    return theme.colour({"approved": "on-score", "rejected": "text-faint"}.get(clip.decision, "text"))
