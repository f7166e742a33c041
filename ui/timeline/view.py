"""The timeline widget: the whole episode on one line, zoomed around the pointer, clips dragged by their ends.

Everything but the clips and the playhead is kept as a picture and painted anew only when the zoom changes.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import theme
from ui.timeline import painting
from ui.timeline.geometry import Block, Hit, Viewport, dragged_span, hit_test, snap
from ui.timeline.scene import RULER_PX, ClipMark, Rows, Scene, clip_blocks, lanes_of, rows_of
from ui.timeline.waveform import Peaks, column_peaks
from ui.widgets.timecode import clock, clock_tenths

SNAP_PX = 8.0
_DRAG_FROM_PX = 3.0


@dataclass(frozen=True)
class _Drag:
    """A drag under way: of a clip's end, of the playhead ("") or of the view ("pan")."""

    hit: Hit | None
    from_x: float
    viewport: Viewport
    is_panning: bool = False


class TimelineView(QWidget):
    """Shows a scene.

    Signals:
        sought(float): The user wants the playhead at a source second.
        clip_chosen(str): A clip was clicked.
        clip_opened(str): A clip was double-clicked.
        clip_trimmed(str, float, float): A clip's end was dragged: its new start and end in source seconds.
    """

    sought = Signal(float)
    clip_chosen = Signal(str)
    clip_opened = Signal(str)
    clip_trimmed = Signal(str, float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timelineView")
        self.setAccessibleName("Timeline of the whole episode")
        self.setMouseTracking(True)
        self.setMinimumHeight(132)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._scene = Scene()
        self._peaks: Peaks | None = None
        self._peaks_hz = 0.0
        self._lanes: list[int] = []
        self._current = ""
        self._playhead = 0.0
        self._back: QPixmap | None = None
        self._drag: _Drag | None = None
        self._dragged: tuple[str, float, float] | None = None
        self._hovered: Hit | None = None
        self.viewport = Viewport.whole(0.0, 1.0)

    # What is shown

    def show_scene(self, scene: Scene) -> None:
        """Show another scene; the zoom stays while the episode is the same."""
        if scene.duration != self._scene.duration:
            self.viewport = Viewport.whole(scene.duration, max(1, self.width()))
        self._scene = scene
        self._lanes = lanes_of(scene.clips)
        self._forget_back()

    def show_wave(self, peaks: Peaks | None, pairs_hz: float) -> None:
        """Show a waveform."""
        self._peaks, self._peaks_hz = peaks, pairs_hz
        self._forget_back()

    def show_current(self, clip_id: str) -> None:
        """Mark the clip in hand."""
        self._current = clip_id
        self.update()

    def show_playhead(self, at: float, follows: bool = False) -> None:
        """Move the playhead; with `follows` the view turns its page when it leaves."""
        self._playhead = at
        if follows and self._drag is None:
            self.set_viewport(self.viewport.following(at))
        self.update()

    def set_viewport(self, viewport: Viewport) -> None:
        """Show another part of the episode."""
        if viewport != self.viewport:
            self.viewport = viewport
            self._forget_back()

    def zoom(self, factor: float) -> None:
        """Zoom in (factor > 1) or out around the playhead, or the middle where it is not in view."""
        x = self.viewport.x_at(self._playhead)
        self.set_viewport(self.viewport.zoomed(factor, x if 0 <= x <= self.width() else self.width() / 2))

    def fit(self) -> None:
        """Show the clip in hand, or the whole episode where that is shown already."""
        clip = self._clip(self._current)
        whole = Viewport.whole(self._scene.duration, max(1, self.width()))
        if clip is None:
            self.set_viewport(whole)
            return
        close = whole.fitted(clip.start, clip.end, margin=0.25)
        self.set_viewport(whole if self.viewport == close else close)

    def clip_area(self, clip_id: str) -> tuple[float, float, float, float] | None:
        """Return (left, top, right, bottom) of a clip in pixels, or None where there is none."""
        block = next((block for block in self._blocks() if block.id == clip_id), None)
        if block is None:
            return None
        return self.viewport.x_at(block.start), block.top_px, self.viewport.x_at(block.end), block.bottom_px

    # Painting

    def sizeHint(self) -> QSize:
        """Ask for a comfortable size."""
        return QSize(800, 170)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the kept picture, then clips and playhead."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._scene.duration <= 0:
            painting.paint_empty(
                painter, self.width(), self.height(), "The timeline appears once the video is read"
            )
            painter.end()
            return
        if self._back is None:
            self._back = self._paint_back()
        painter.drawPixmap(0, 0, self._back)
        rows = self._rows()
        current = self._clip(self._current)
        if current is not None:
            painting.paint_clip_range(painter, self.viewport, rows, current)
        for block, clip in self._painting_order():
            is_hovered = self._hovered is not None and self._hovered.id == clip.id
            painting.paint_clip(painter, self.viewport, block, clip, clip.id == self._current, is_hovered)
        painting.paint_playhead(painter, self.viewport, self._playhead, self.height())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the same time over the new width."""
        super().resizeEvent(event)
        self.viewport = self.viewport.resized(max(1, self.width()))
        self._forget_back()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in another theme or with other letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._forget_back()

    def _paint_back(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        kept = QPixmap(QSize(round(self.width() * ratio), round(self.height() * ratio)))
        kept.setDevicePixelRatio(ratio)
        kept.fill(theme.colour("surface"))
        columns = None
        if self._peaks is not None and len(self._peaks):
            columns = column_peaks(self._peaks, self._peaks_hz, self.viewport)
        painter = QPainter(kept)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.paint_back(painter, self.viewport, self._rows(), self._scene, columns)
        painter.end()
        return kept

    def _forget_back(self) -> None:
        self._back = None
        self.update()

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a clip's end, the playhead, or the view."""
        x, y = event.position().x(), event.position().y()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._drag = _Drag(None, x, self.viewport, is_panning=True)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        if event.button() != Qt.MouseButton.LeftButton or self._scene.duration <= 0:
            return
        hit = self._hit(x, y)
        self._drag = _Drag(hit, x, self.viewport)
        if hit is not None:
            self.clip_chosen.emit(hit.id)
        if hit is None or hit.edge == "body":
            self.sought.emit(self.viewport.time_at(x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show what could be dragged."""
        x, y = event.position().x(), event.position().y()
        drag = self._drag
        if drag is None:
            self._hover(self._hit(x, y))
        elif drag.is_panning:
            self.set_viewport(drag.viewport.panned((drag.from_x - x) * drag.viewport.seconds_per_px))
        elif drag.hit is None or drag.hit.edge == "body":
            self.sought.emit(self.viewport.time_at(x))
        elif abs(x - drag.from_x) >= _DRAG_FROM_PX or self._dragged is not None:
            self._drag_end(drag.hit, x, bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a dragged end becomes a trim."""
        dragged, self._dragged = self._dragged, None
        self._drag = None
        self.unsetCursor()
        if dragged is not None:
            self.clip_trimmed.emit(*dragged)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a clip."""
        hit = self._hit(event.position().x(), event.position().y())
        if hit is not None:
            self.clip_opened.emit(hit.id)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what was under the pointer."""
        super().leaveEvent(event)
        self._hover(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer; with Shift, or sideways, pan."""
        turned = event.angleDelta()
        sideways = turned.x() or (turned.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
        if sideways:
            self.set_viewport(self.viewport.panned(-sideways / 120 * 0.12 * self.viewport.visible))
        else:
            self.set_viewport(self.viewport.zoomed(1.25 ** (turned.y() / 120), event.position().x()))
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Tell what is under the pointer in a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().event(event)

    def _drag_end(self, hit: Hit, x: float, is_free: bool) -> None:
        clip = self._clip(hit.id, as_dragged=False)
        if clip is None:
            return
        at = self.viewport.time_at(x)
        if not is_free:
            at = snap(at, self._scene.snap_points, SNAP_PX * self.viewport.seconds_per_px)
        start, end = dragged_span(clip.start, clip.end, hit.edge, at, self._scene.duration)
        self._dragged = (clip.id, start, end)
        self.sought.emit(start if hit.edge == "start" else max(start, end - 0.04))
        self.update()

    def _hover(self, hit: Hit | None) -> None:
        if hit == self._hovered:
            return
        self._hovered = hit
        if hit is None:
            self.unsetCursor()
        else:
            shapes = {"body": Qt.CursorShape.PointingHandCursor}
            self.setCursor(shapes.get(hit.edge, Qt.CursorShape.SizeHorCursor))
        self.update()

    def _show_tip(self, event: QHelpEvent) -> None:
        at = self.viewport.time_at(event.pos().x())
        hit = self._hit(event.pos().x(), event.pos().y())
        clip = self._clip(hit.id) if hit else None
        text = clock_tenths(at)
        if clip is not None:
            text = (
                f"{clip.title}\n{clock(clip.start)} – {clock(clip.end)} · score {clip.score:.0f} · {clip.decision}"
            )
        elif event.pos().y() > RULER_PX:
            chapter = next((c for c in self._scene.chapters if c.start <= at < c.end), None)
            turn = next((t for t in self._scene.turns if t.start <= at < t.end), None)
            parts = [clock_tenths(at), chapter.title if chapter else "", turn.title if turn else ""]
            text = "\n".join(part for part in parts if part)
        QToolTip.showText(event.globalPos(), text, self)

    # Geometry

    def _rows(self) -> Rows:
        return rows_of(self._scene, max(self._lanes, default=0) + 1, self.height())

    def _clips(self) -> list[ClipMark]:
        return [self._as_dragged(clip) for clip in self._scene.clips]

    def _as_dragged(self, clip: ClipMark) -> ClipMark:
        if self._dragged is None or self._dragged[0] != clip.id:
            return clip
        return ClipMark(clip.id, self._dragged[1], self._dragged[2], clip.score, clip.decision, clip.title)

    def _clip(self, clip_id: str, as_dragged: bool = True) -> ClipMark | None:
        clips = self._clips() if as_dragged else self._scene.clips
        return next((clip for clip in clips if clip.id == clip_id), None)

    def _blocks(self) -> list[Block]:
        return clip_blocks(self._clips(), self._lanes, self._rows())

    def _painting_order(self) -> list[tuple[Block, ClipMark]]:
        pairs = list(zip(self._blocks(), self._clips(), strict=True))
        return sorted(pairs, key=lambda pair: pair[1].id == self._current)

    def _hit(self, x: float, y: float) -> Hit | None:
        return hit_test([block for block, _ in self._painting_order()], self.viewport, x, y)
