"""How the timeline looks behind its clips: ruler, chapters, speakers, waveform, cuts and words.

Pure painting: what to paint comes from the scene, where from the geometry. What there are thousands of (columns of
the waveform, turns) is painted as one picture that numpy makes; all else only where it is in view and can be read.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from ui import theme
from ui.timeline.geometry import Viewport, ticks
from ui.timeline.lettering import letters
from ui.timeline.scene import Rows, Scene, Stretch, Track
from ui.timeline.waveform import Wave
from ui.widgets.timecode import clock, clock_tenths

# From here on, in pixels a second, most words have room for themselves.
WORDS_FROM_PX = 80.0
_LEAST_NAME_PX = 34.0


def paint_back(
    painter: QPainter, viewport: Viewport, rows: Rows, scene: Scene, wave: Wave | None, ratio: float
) -> None:
    """Paint everything that changes only with the zoom; `ratio` is the screen's pixels in one of ours."""
    paint_wave(painter, viewport, rows, wave, ratio)
    paint_shots(painter, viewport, rows, scene.shots)
    paint_turns(painter, viewport, rows, scene.turns)
    paint_chapters(painter, viewport, rows, scene.chapters)
    paint_words(painter, viewport, rows, scene.words)
    paint_ruler(painter, viewport, rows)


def paint_ruler(painter: QPainter, viewport: Viewport, rows: Rows) -> None:
    """Paint ticks and times."""
    painter.setFont(letters(11, is_tabular=True).font)
    is_fine = viewport.visible < 12
    lines: list[QLineF] = []
    painter.setPen(theme.colour("text-muted"))
    foot = rows.chapters
    for tick in ticks(viewport, 96.0 * rows.scale):
        x = round(viewport.x_at(tick.at)) + 0.5
        lines.append(QLineF(x, foot - (8 if tick.is_major else 4), x, foot - 1))
        if tick.is_major:
            text = clock_tenths(tick.at) if is_fine else clock(tick.at)
            painter.drawText(QPointF(x + 8, foot - 8), text)
    painter.setPen(theme.colour("line-strong"))
    painter.drawLines(lines)
    painter.setPen(theme.colour("line"))
    painter.drawLine(QPointF(0, foot - 0.5), QPointF(viewport.width_px, foot - 0.5))


def paint_chapters(painter: QPainter, viewport: Viewport, rows: Rows, chapters: tuple[Stretch, ...]) -> None:
    """Paint chapters as a strip with their titles."""
    if not rows.chapters_px:
        return
    written = letters(11, QFont.Weight.Medium)
    painter.setFont(written.font)
    for chapter in chapters:
        area = area_of(viewport, chapter.start, chapter.end, rows.chapters, rows.chapters_px)
        if area is None:
            continue
        painter.setPen(theme.colour("line-strong"))
        painter.drawLine(QPointF(area.left() + 0.5, area.top() + 3), QPointF(area.left() + 0.5, area.bottom() - 3))
        painter.setPen(theme.colour("text-muted"))
        words = area.adjusted(7, 0, -6, 0)
        words.setLeft(max(words.left(), 6.0))
        written.write(painter, words, chapter.title)


def paint_turns(painter: QPainter, viewport: Viewport, rows: Rows, turns: Track) -> None:
    """Paint who speaks when: a colour per speaker, and the name where it has room."""
    if not len(turns):
        return
    area = QRectF(0, rows.speakers, viewport.width_px, rows.speakers_px)
    painter.drawImage(area, turns_picture(viewport, turns))
    seen = turns.between(viewport.start, viewport.end)
    lengths = (turns.ends[seen.start : seen.stop] - turns.starts[seen.start : seen.stop]) / viewport.seconds_per_px
    written = letters(10, QFont.Weight.Medium)
    painter.setFont(written.font)
    painter.setPen(theme.colour("text"))
    for place in np.flatnonzero(lengths >= _LEAST_NAME_PX) + seen.start:
        named = area_of(viewport, float(turns.starts[place]), float(turns.ends[place]), area.top(), area.height())
        if named is not None:
            inner = named.adjusted(5, 0, -3, 0)
            inner.setLeft(max(inner.left(), 5.0))
            written.write(painter, inner, turns.titles[int(place)])


def turns_picture(viewport: Viewport, turns: Track) -> QImage:
    """Return a picture one pixel high of who speaks in the middle of each column."""
    width = max(1, int(viewport.width_px))
    middles = viewport.start + (np.arange(width) + 0.5) * viewport.seconds_per_px
    places = np.searchsorted(turns.starts, middles, side="right") - 1
    is_spoken = (places >= 0) & (middles < turns.ends[np.maximum(places, 0)])
    tints = np.array([argb(theme.speaker_colour(n), 120) for n in range(int(turns.kinds.max()) + 1)])
    kinds = turns.kinds[np.maximum(places, 0)]
    return picture_of(np.where(is_spoken, tints[kinds], 0)[None, :])


def paint_wave(painter: QPainter, viewport: Viewport, rows: Rows, wave: Wave | None, ratio: float) -> None:
    """Paint the waveform in the room below."""
    top, bottom = rows.wave, rows.bottom - 4
    middle = round((top + bottom) / 2) + 0.5
    painter.setPen(theme.colour("line"))
    painter.drawLine(QPointF(0, middle), QPointF(viewport.width_px, middle))
    if wave is None or not len(wave):
        return
    columns = wave.columns(viewport.resized(viewport.width_px * ratio))
    picture = wave_picture(columns, round((bottom - top) * ratio), theme.colour("wave"))
    painter.drawImage(QRectF(0, top, viewport.width_px, bottom - top), picture)


def wave_picture(columns: NDArray[np.float32], height_px: int, tint: QColor) -> QImage:
    """Return the waveform over transparency; quiet speech is lifted (square root), so that it can be seen."""
    lifted = np.sign(columns) * np.sqrt(np.abs(columns))
    middle = height_px / 2
    ys = np.arange(height_px, dtype=np.float32)[:, None] + 0.5
    is_loud = (lifted[:, 1] > 0) | (lifted[:, 0] < 0)
    inside = (ys >= middle - lifted[:, 1] * middle - 0.5) & (ys <= middle - lifted[:, 0] * middle + 0.5) & is_loud
    return picture_of(np.where(inside, argb(tint, 255), 0))


def paint_shots(painter: QPainter, viewport: Viewport, rows: Rows, shots: NDArray[np.float64]) -> None:
    """Paint camera cuts as faint lines over the waveform; not where they would lie too close to read."""
    first, last = np.searchsorted(shots, (viewport.start, viewport.end))
    if last - first > viewport.width_px / 6:
        return
    painter.setPen(QPen(theme.colour("line-strong"), 1, Qt.PenStyle.DotLine))
    xs = [round(viewport.x_at(float(at))) + 0.5 for at in shots[first:last]]
    painter.drawLines([QLineF(x, rows.wave, x, rows.bottom - 4) for x in xs])


def shows_words(viewport: Viewport, words: Track) -> bool:
    """Whether the view is near enough for words to be read."""
    return bool(len(words)) and 1 / viewport.seconds_per_px >= WORDS_FROM_PX


def paint_words(painter: QPainter, viewport: Viewport, rows: Rows, words: Track) -> None:
    """Paint what is said along the foot of the waveform, each word from where it starts."""
    if not shows_words(viewport, words):
        return
    written = letters(11)
    painter.setFont(written.font)
    ground = theme.colour("surface")
    ground.setAlpha(200)
    painter.fillRect(QRectF(0, rows.bottom - rows.words_px - 2, viewport.width_px, rows.words_px), ground)
    areas = [
        (place, word_area(viewport, rows, words, place)) for place in words.between(viewport.start, viewport.end)
    ]
    painter.setPen(theme.colour("line-strong"))
    painter.drawLines(
        [QLineF(area.left() - 2.5, area.top() + 3, area.left() - 2.5, area.bottom() - 3) for _, area in areas]
    )
    for is_unsure, token in ((0, "text"), (1, "text-faint")):
        painter.setPen(theme.colour(token))
        for place, area in areas:
            if words.kinds[place] == is_unsure:
                written.write(painter, area, words.titles[place])


def word_area(viewport: Viewport, rows: Rows, words: Track, place: int) -> QRectF:
    """Return where a word stands: as wide as there is time until the next, at most a second longer."""
    following = float(words.starts[place + 1]) if place + 1 < len(words) else viewport.duration
    end = min(following, float(words.ends[place]) + 1.0)
    left, right = viewport.x_at(float(words.starts[place])) + 3, viewport.x_at(end) - 3
    return QRectF(left, rows.bottom - rows.words_px - 2, max(1.0, right - left), rows.words_px)


def paint_empty(painter: QPainter, width_px: float, height_px: float, text: str) -> None:
    """Say why there is nothing here."""
    painter.setFont(theme.font())
    painter.setPen(theme.colour("text-faint"))
    painter.drawText(QRectF(0, 0, width_px, height_px), int(Qt.AlignmentFlag.AlignCenter), text)


def area_of(viewport: Viewport, start: float, end: float, top: float, height: float) -> QRectF | None:
    """Return the rectangle of a stretch, cut to a little more than the view; None where it is out of view."""
    left, right = viewport.x_at(start), viewport.x_at(end)
    if right < -2 or left > viewport.width_px + 2:
        return None
    left, right = max(left, -20.0), min(right, viewport.width_px + 20.0)
    return QRectF(left, top, max(1.0, right - left), height)


def argb(tint: QColor, alpha: int) -> np.uint32:
    """Return a colour as a premultiplied pixel; `alpha` is 0 to 255."""
    red, green, blue = (round(part * alpha / 255) for part in (tint.red(), tint.green(), tint.blue()))
    return np.uint32(alpha << 24 | red << 16 | green << 8 | blue)


def picture_of(pixels: NDArray[np.uint32]) -> QImage:
    """Return (height, width) premultiplied ARGB as a picture of its own."""
    kept = np.ascontiguousarray(pixels, dtype=np.uint32)
    height, width = kept.shape
    return QImage(kept.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied).copy()
