"""The whole episode in a strip: every clip as a mark, and the part that the timeline shows as a window to drag."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.timeline import clip_painting
from ui.timeline.geometry import Viewport
from ui.timeline.view import TimelineView
from ui.wording import tr

_HEIGHT_PX = 18
_GRIP_PX = 5.0
_LEAST_WINDOW_PX = 8.0


@dataclass(frozen=True)
class _Held:
    """What of the window is held, and where the view was."""

    part: str
    x: float
    viewport: Viewport


class MiniMap(QWidget):
    """Follows a timeline and moves it; made for the pointer: keys act on the timeline itself."""

    def __init__(self, timeline: TimelineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timelineMap")
        self.setAccessibleName(tr("Map of the whole episode"))
        self.setToolTip(tr("The whole episode: drag the window to move, its ends to zoom, click to go there"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT_PX)
        self.setMouseTracking(True)
        self._timeline = timeline
        self._kept: QPixmap | None = None
        self._held: _Held | None = None
        self._shown_x = 0
        timeline.viewport_changed.connect(self.update)

    def refresh(self) -> None:
        """Paint the clips anew: they changed."""
        self._kept = None
        self.update()

    def show_playhead(self) -> None:
        """Follow the timeline's playhead, where it has moved by a pixel."""
        if self._playhead_x() != self._shown_x:
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for a strip."""
        return QSize(800, _HEIGHT_PX)

    def window_area(self) -> QRectF:
        """Return where the window lies that stands for what the timeline shows."""
        whole, shown = self._whole(), self._timeline.viewport
        left, right = whole.x_at(shown.start), whole.x_at(shown.end)
        width = max(right - left, _LEAST_WINDOW_PX)
        left = min(left, max(0.0, self.width() - width))
        return QRectF(left, 0, width, self.height())

    def _playhead_x(self) -> int:
        return round(self._whole().x_at(self._timeline.playhead))

    def _whole(self) -> Viewport:
        return Viewport.whole(self._timeline.scene.duration, float(self.width()))

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the kept clips, the window and the playhead."""
        if self._timeline.scene.duration <= 0:
            return
        if self._kept is None:
            self._kept = self._paint_kept()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._kept)
        area = self.window_area()
        dark = theme.colour("surface")
        dark.setAlpha(130)
        painter.fillRect(QRectF(0, 0, area.left(), self.height()), dark)
        painter.fillRect(QRectF(area.right(), 0, self.width() - area.right(), self.height()), dark)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), 1.4))
        painter.drawRoundedRect(area.adjusted(0.7, 0.7, -0.7, -0.7), 3, 3)
        self._shown_x = self._playhead_x()
        x = self._shown_x + 0.5
        painter.setPen(theme.colour("text"))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.end()

    def _paint_kept(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        kept = QPixmap(QSize(round(self.width() * ratio), round(self.height() * ratio)))
        kept.setDevicePixelRatio(ratio)
        kept.fill(theme.colour("ground"))
        painter = QPainter(kept)
        picture = clip_painting.map_picture(self._timeline.board, self._whole().resized(self.width() * ratio))
        painter.drawImage(QRectF(0, 4, self.width(), self.height() - 8), picture)
        painter.end()
        return kept

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint for the new width."""
        super().resizeEvent(event)
        self._kept = None

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            clip_painting.forget_theme()
            self.refresh()

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the window or one of its ends; beside it, bring it here first."""
        if event.button() != Qt.MouseButton.LeftButton or self._timeline.scene.duration <= 0:
            return
        x = event.position().x()
        part = self._part(x)
        shown = self._timeline.viewport
        if part == "beside":
            self._timeline.set_viewport(shown.panned(self._whole().time_at(x) - shown.visible / 2 - shown.start))
            part = "window"
        self._held = _Held(part, x, self._timeline.viewport)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the window, or one of its ends; or show what could be held."""
        x, held = event.position().x(), self._held
        if held is None:
            is_end = self._part(x) in ("start", "end")
            self.setCursor(Qt.CursorShape.SizeHorCursor if is_end else Qt.CursorShape.ArrowCursor)
            return
        by = (x - held.x) * self._whole().seconds_per_px
        self._timeline.set_viewport(_pulled(held.viewport, held.part, by))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom the timeline around what lies under the pointer here."""
        shown = self._timeline.viewport
        around = shown.x_at(self._whole().time_at(event.position().x()))
        inside = min(max(around, 0.0), shown.width_px)
        self._timeline.set_viewport(shown.zoomed(1.25 ** (event.angleDelta().y() / 120), inside))
        event.accept()

    def _part(self, x: float) -> str:
        area = self.window_area()
        if abs(x - area.left()) <= _GRIP_PX and area.width() > 4 * _GRIP_PX:
            return "start"
        if abs(x - area.right()) <= _GRIP_PX and area.width() > 4 * _GRIP_PX:
            return "end"
        return "window" if area.left() <= x <= area.right() else "beside"


def _pulled(viewport: Viewport, part: str, by: float) -> Viewport:
    """Return what is shown after the window or one of its ends was pulled by seconds."""
    if part == "start":
        return viewport.showing(min(viewport.start + by, viewport.end), viewport.end)
    if part == "end":
        return viewport.showing(viewport.start, max(viewport.end + by, viewport.start))
    return viewport.panned(by)
