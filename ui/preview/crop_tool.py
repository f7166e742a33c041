"""The hand on the crop: drags, handles, wheel, pinch and keys become one changed crop per gesture."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from ui.preview.viewport import Crop, Part, Size, moved, part_at, scaled

HANDLE_PX = 14.0
# A press that moves less than this is a click.
DRAG_PX = 5.0
# A notch of a wheel or a press of a key scales by this; an arrow moves by a share of the crop, with Shift by more.
NOTCH, NUDGE, LARGE_NUDGE = 1.06, 0.01, 0.06
# Turns of a wheel and presses of keys that follow each other this closely are one gesture.
CALM_MS = 450
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_CLOSER, _FURTHER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal), (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
OWN_KEYS = frozenset({*_ARROWS, *_CLOSER, *_FURTHER})


class CropTool(QObject):
    """Turns gestures on the preview into a crop.

    `area` is where the crop is shown. With `is_whole` the screen shows the whole source and the crop is dragged;
    otherwise it shows what is cropped, and the picture is dragged under the crop.

    Signals:
        aimed(QPointF): The hand is about to begin a gesture there: who listens gives the crop that is meant.
        begun(): A gesture begins; who listens may want the picture of the source.
        changed(Crop): The crop follows the hand.
        finished(Crop): The gesture ended with this crop.
    """

    aimed = Signal(QPointF)
    begun = Signal()
    changed = Signal(object)
    finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.crop: Crop | None = None
        self.size = Size(1, 1)
        self.parts: Sequence[Part] = ()
        self.area: QRectF | None = None
        self.is_whole = False
        self.has_handles = False
        self._pressed: QPointF | None = None
        self._from: Crop | None = None
        self._seen: Part | None = None
        self._fixed: QPointF | None = None
        self._is_open = False
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self._end)

    @property
    def is_busy(self) -> bool:
        """Whether a gesture goes on."""
        return self._is_open

    def flush(self) -> None:
        """End a gesture of wheel or keys now, as before the playhead moves."""
        if self._calm.isActive():
            self._calm.stop()
            self._end()

    def cancel(self) -> None:
        """Let go of the crop without a change."""
        self._calm.stop()
        self._pressed, self._is_open = None, False

    def outline(self) -> QRectF | None:
        """Return where the crop is on the screen."""
        if self.crop is None or not self.parts:
            return None
        if self.is_whole:
            return self.parts[0].to_screen(self.crop.rectangle())
        return self.area

    # Mouse

    def press(self, at: QPointF) -> None:
        """Take hold of a handle or of the picture."""
        self.flush()
        self.aimed.emit(at)
        self._pressed, self._from, self._fixed = None, self.crop, None
        outline = self.outline()
        if outline is None or self._from is None:
            return
        self._fixed = self._opposite(outline, at)
        self._seen = self.parts[0] if self.is_whole else part_at(self.parts, at)
        if self._fixed is not None or (self._seen is not None and outline.contains(at)):
            self._pressed = at

    def move(self, at: QPointF) -> bool:
        """Follow the hand; return whether it drags."""
        if self._pressed is None or self._from is None:
            return False
        if not self._is_open:
            if hypot(at.x() - self._pressed.x(), at.y() - self._pressed.y()) < DRAG_PX:
                return False
            self._open()
        self._take(self._resized(at, self._fixed) if self._fixed is not None else self._dragged(at))
        return True

    def release(self) -> bool:
        """Let go; return whether it was a drag, and no click."""
        was_drag = self._is_open and self._pressed is not None
        self._pressed = None
        if was_drag:
            self._end()
        return was_drag

    def cursor(self, at: QPointF) -> Qt.CursorShape | None:
        """Return the shape of the pointer over a place, None for the usual one."""
        outline = self.outline()
        if outline is None:
            return None
        if self._pressed is not None and self._is_open and self._fixed is None:
            return Qt.CursorShape.ClosedHandCursor
        fixed = self._opposite(outline, at)
        if fixed is not None:
            is_falling = (fixed.x() < at.x()) == (fixed.y() < at.y())
            return Qt.CursorShape.SizeFDiagCursor if is_falling else Qt.CursorShape.SizeBDiagCursor
        return Qt.CursorShape.OpenHandCursor if self.has_handles and outline.contains(at) else None

    def _opposite(self, outline: QRectF, at: QPointF) -> QPointF | None:
        """Return the corner that stays where it is while the handle under a point is dragged."""
        if not self.has_handles:
            return None
        pairs = (
            (outline.topLeft(), outline.bottomRight()),
            (outline.topRight(), outline.bottomLeft()),
            (outline.bottomLeft(), outline.topRight()),
            (outline.bottomRight(), outline.topLeft()),
        )
        for corner, opposite in pairs:
            if abs(corner.x() - at.x()) <= HANDLE_PX and abs(corner.y() - at.y()) <= HANDLE_PX:
                return opposite
        return None

    def _dragged(self, at: QPointF) -> Crop:
        assert self._from is not None and self._pressed is not None and self._seen is not None
        by = at - self._pressed
        if self.is_whole:
            share = self._seen.seen.width() / self._seen.area.width()
        else:
            # The picture keeps to the pointer, also where the gesture turns a whole picture into a crop.
            outline = self.outline()
            share = -self._from.width / (outline.width() if outline else 1.0)
        return moved(self._from, by * share, self.size)

    def _resized(self, at: QPointF, fixed: QPointF) -> Crop:
        assert self._from is not None and self._pressed is not None
        before = hypot(self._pressed.x() - fixed.x(), self._pressed.y() - fixed.y())
        factor = max(0.05, hypot(at.x() - fixed.x(), at.y() - fixed.y()) / max(1.0, before))
        if self.is_whole:
            return scaled(self._from, factor, self.parts[0].to_source(fixed), self.size)
        outline = self.outline()
        assert outline is not None
        corner = Part(self._from.rectangle(), outline).to_source(fixed)
        return scaled(self._from, 1 / factor, corner, self.size)

    # Wheel, pinch, keys

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Make the picture larger by a factor, about a point of the screen or the middle."""
        if at is not None and not self._is_open:
            self.aimed.emit(at)
        outline = self.outline()
        if self.crop is None or outline is None:
            return
        about = self.crop.rectangle().center()
        if at is not None and not self.is_whole and outline.contains(at):
            about = Part(self.crop.rectangle(), outline).to_source(at)
        self._step(scaled(self.crop, 1 / factor, about, self.size))

    def key(self, event: QKeyEvent) -> bool:
        """Nudge or scale by a key; return whether it was one of ours."""
        key = Qt.Key(event.key())
        if self.crop is None:
            return False
        if key in _ARROWS:
            is_large = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            share = (LARGE_NUDGE if is_large else NUDGE) * min(self.crop.width, self.crop.height)
            self._step(moved(self.crop, _ARROWS[key] * share, self.size))
            return True
        if key in (*_CLOSER, *_FURTHER):
            self.zoom(NOTCH if key in _CLOSER else 1 / NOTCH)
            return True
        return False

    def _step(self, crop: Crop) -> None:
        if not self._is_open:
            self._from = self.crop
            self._open()
        self._take(crop)
        self._calm.start()

    def _open(self) -> None:
        self._is_open = True
        self.begun.emit()

    def _take(self, crop: Crop) -> None:
        self.crop = crop
        self.changed.emit(crop)

    def _end(self) -> None:
        if not self._is_open:
            return
        self._is_open = False
        if self.crop is not None:
            self.finished.emit(self.crop)
