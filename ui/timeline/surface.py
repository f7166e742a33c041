"""What the timeline shows and how it is put together from kept pictures; gestures and keys are the view's.

What changes only with the zoom is kept as a picture, and the clips as a second one over it; the playhead, a drag,
the clip in hand and what lies under the pointer are painted over both, so that playing repaints a few columns.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.timeline import clip_painting, painting
from ui.timeline.geometry import Hit, Viewport, hit_test
from ui.timeline.scene import Board, ClipMark, Rows, Scene, rows_of
from ui.timeline.snapping import SnapPoint, SnapPoints
from ui.timeline.waveform import Wave
from ui.widgets.timecode import clock
from ui.wording import tr

_PAGE = 0.8
_PLAYHEAD_PX = 8
_LEAST_PX = 92


@dataclass
class _Layers:
    """Kept pictures; None where one is to be painted anew."""

    back: QPixmap | None = None
    front: QPixmap | None = None


@dataclass
class Gesture:
    """What a gesture under way shows: clips as they would be, what an end is drawn to, a rectangle.

    `readout` is what is told of a drag, and at which source second.
    """

    dragged: dict[str, ClipMark]
    snap: SnapPoint | None = None
    lasso: QRectF | None = None
    readout: tuple[float, str] | None = None


class TimelineSurface(QWidget):
    """Paints a scene, one part of an episode at a time.

    Signals:
        viewport_changed(): Another part of the episode is shown.
    """

    viewport_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setMinimumHeight(_LEAST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._wave: Wave | None = None
        self._current = ""
        self._layers = _Layers()
        self._hovered: Hit | None = None
        self.gesture = Gesture({})
        self.scene = Scene()
        self.board = Board()
        self.playhead = 0.0
        self.selected: frozenset[str] = frozenset()
        self.marked: tuple[float, float] | None = None
        self.viewport = Viewport.whole(0.0, 1.0)

    # What is shown

    def show_scene(self, scene: Scene) -> None:
        """Show another scene; the zoom stays while the episode is the same."""
        if scene.clips != self.scene.clips:
            self.board = Board(scene.clips)
        is_other = scene.duration != self.scene.duration
        self.scene = scene
        if is_other:
            self.show_whole()
        told = tr("{length}, %n clips", "", len(scene.clips))
        self.setAccessibleDescription(told.format(length=clock(scene.duration)))
        self._forget_layers()

    def show_wave(self, wave: Wave | None) -> None:
        """Show a waveform."""
        self._wave = wave
        self._forget_layers()

    def show_current(self, clip_id: str) -> None:
        """Mark the clip in hand."""
        self._current = clip_id
        self.repaint_clips()

    def show_playhead(self, at: float, follows: bool = False) -> None:
        """Move the playhead; with `follows` the view turns its page when it leaves."""
        before, self.playhead = self.playhead, at
        if follows:
            self.set_viewport(self.viewport.following(at))
        if painting.shows_words(self.viewport, self.scene.words):
            self.update()
            return
        for x in {round(self.viewport.x_at(moment)) for moment in (before, at)}:
            self.update(QRect(x - _PLAYHEAD_PX, 0, 2 * _PLAYHEAD_PX + 1, self.height()))

    @property
    def snap_points(self) -> SnapPoints:
        """What ends are drawn to."""
        return self.scene.snap_points

    def set_viewport(self, viewport: Viewport) -> None:
        """Show another part of the episode."""
        if viewport != self.viewport:
            self.viewport = viewport
            self._forget_layers()
            self.viewport_changed.emit()

    def zoom(self, factor: float) -> None:
        """Zoom in (factor > 1) or out around the playhead, or the middle where it is not in view."""
        x = self.viewport.x_at(self.playhead)
        self.set_viewport(self.viewport.zoomed(factor, x if 0 <= x <= self.width() else self.width() / 2))

    def turn_page(self, by: int) -> None:
        """Show what comes after (+1) or before (-1) what is seen."""
        self.set_viewport(self.viewport.panned(by * _PAGE * self.viewport.visible))

    def fit(self) -> None:
        """Show the clip in hand, or the whole episode where that is shown already."""
        clip = self.board.clip(self._current)
        whole = self._whole()
        close = whole.fitted(clip.start, clip.end, margin=0.25) if clip is not None else whole
        self.set_viewport(whole if self.viewport == close else close)

    def show_whole(self) -> None:
        """Show the whole episode."""
        self.set_viewport(self._whole())

    def _whole(self) -> Viewport:
        return Viewport.whole(self.scene.duration, max(1, self.width()))

    # Painting

    def sizeHint(self) -> QSize:
        """Ask for a comfortable size."""
        return QSize(800, 170)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the kept pictures, then what moves."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        if self.scene.duration <= 0:
            text = tr("The timeline appears once the video is read")
            painting.paint_empty(painter, self.width(), self.height(), text)
            painter.end()
            return
        layers, rows = self._layers, self.rows()
        if layers.back is None:
            layers.back = self._paint_layer(self._paint_back, 0, self.height(), theme.colour("surface"))
        if layers.front is None:
            height = rows.speakers - rows.clips
            layers.front = self._paint_layer(self._paint_clips, rows.clips, height, QColor(0, 0, 0, 0))
        painter.drawPixmap(QPointF(0, 0), layers.back)
        painter.drawPixmap(QPointF(0, rows.clips), layers.front)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_over(painter, rows)
        painter.end()

    def _paint_layer(
        self, paint: Callable[[QPainter], None], top: float, height: float, ground: QColor
    ) -> QPixmap:
        ratio = self.devicePixelRatioF()
        kept = QPixmap(QSize(round(self.width() * ratio), round(height * ratio)))
        kept.setDevicePixelRatio(ratio)
        kept.fill(ground)
        painter = QPainter(kept)
        painter.translate(0, -top)
        paint(painter)
        painter.end()
        return kept

    def _paint_back(self, painter: QPainter) -> None:
        ratio = self.devicePixelRatioF()
        painting.paint_back(painter, self.viewport, self.rows(), self.scene, self._wave, ratio)

    def _paint_clips(self, painter: QPainter) -> None:
        """Paint the clips that are at rest, those that are selected above what they overlap."""
        rows, view, moving = self.rows(), self.viewport, {*self.gesture.dragged, self._current}
        small, wide = self.board.in_view_by_width(view, clip_painting.SMALL_PX)
        if len(small):
            still = np.array([place for place in small if self.board.clips[place].id not in moving], dtype=np.intp)
            ratio = self.devicePixelRatioF()
            clip_painting.paint_small(painter, view, self.board, rows, still, self.selected, ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for clip in sorted(wide, key=lambda clip: clip.id in self.selected):
            if clip.id not in moving:
                block = self.board.block(clip, rows)
                clip_painting.paint_clip(painter, view, block, clip, clip.id in self.selected)

    def _paint_over(self, painter: QPainter, rows: Rows) -> None:
        view, gesture = self.viewport, self.gesture
        current = gesture.dragged.get(self._current) or self.board.clip(self._current)
        if current is not None:
            clip_painting.paint_clip_range(painter, view, rows, current)
        if self.marked is not None:
            clip_painting.paint_marked(painter, view, rows, *self.marked)
        for clip in (*gesture.dragged.values(), *([current] if current else [])):
            block, is_current = self.board.block(clip, rows), clip.id == self._current
            clip_painting.paint_clip(painter, view, block, clip, clip.id in self.selected, is_current)
        if self._hovered is not None and not gesture.dragged:
            hovered = self.board.block_of(self._hovered.id, rows)
            if hovered is not None:
                clip_painting.paint_hover(painter, view, hovered)
        if painting.shows_words(view, self.scene.words):
            clip_painting.paint_spoken_word(painter, view, rows, self.scene.words, self.playhead)
        if gesture.lasso is not None:
            clip_painting.paint_lasso(painter, gesture.lasso)
        if gesture.snap is not None:
            clip_painting.paint_snap(painter, view, rows, gesture.snap)
        clip_painting.paint_playhead(painter, view, self.playhead, self.height())
        if gesture.readout is not None:
            clip_painting.paint_readout(painter, view, rows, *gesture.readout)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _forget_layers(self) -> None:
        self._layers = _Layers()
        self.update()

    def repaint_clips(self) -> None:
        """Paint the clips anew: others are selected, dragged or in hand."""
        self._layers.front = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the same time over the new width."""
        super().resizeEvent(event)
        self.viewport = self.viewport.resized(max(1, self.width()))
        self._forget_layers()
        self.viewport_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            clip_painting.forget_theme()
            self._forget_layers()

    # Geometry

    def rows(self) -> Rows:
        """Return where the rows lie."""
        return rows_of(self.scene, self.board.lanes, self.height(), theme.px(100) / 100)

    def clip_area(self, clip_id: str) -> tuple[float, float, float, float] | None:
        """Return (left, top, right, bottom) of a clip in pixels, or None where there is none."""
        block = self.board.block_of(clip_id, self.rows())
        if block is None:
            return None
        return self.viewport.x_at(block.start), block.top_px, self.viewport.x_at(block.end), block.bottom_px

    def hit(self, x: float, y: float) -> Hit | None:
        """Return the clip under a point, and which part of it; the clip in hand and what is selected lie above."""
        rows = self.rows()
        if not rows.clips <= y < rows.speakers:
            return None
        seen = sorted(
            self.board.in_view(self.viewport),
            key=lambda clip: (clip.id == self._current, clip.id in self.selected),
        )
        return hit_test([self.board.block(clip, rows) for clip in seen], self.viewport, x, y)
