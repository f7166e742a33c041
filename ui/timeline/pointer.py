"""What the pointer does on the timeline: it holds ends, clips, the playhead, the view; it marks and selects.

The ruler and the chapters scrub; between clips a rectangle takes clips; below them a stretch is marked. Alt keeps
from snapping, Shift marks anywhere, Ctrl adds to what is selected.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, Qt

from ui.timeline.geometry import Hit, Viewport
from ui.timeline.scene import ClipMark
from ui.timeline.snapping import Snapped, marked, moved, trimmed
from ui.timeline.surface import Gesture
from ui.widgets.timecode import clock_tenths
from ui.wording import tr

if TYPE_CHECKING:
    from ui.timeline.view import TimelineView

SNAP_PX = 8.0
_DRAG_FROM_PX = 4.0
_GRIP_PX = 5.0
# The end itself is no longer in the clip: what is seen is the frame before it.
_LAST_FRAME = 0.04

Held = Qt.KeyboardModifier
_Kind = Literal["scrub", "pan", "end", "move", "mark", "lasso"]


@dataclass(frozen=True)
class _Drag:
    """A drag: of what, from where, and what there was before. `grip` is how far beside an end it was taken."""

    kind: _Kind
    x: float
    y: float
    at: float
    viewport: Viewport
    hit: Hit | None = None
    grip: float = 0.0
    selected: frozenset[str] = frozenset()
    is_under_way: bool = False


class Pointer:
    """One gesture at a time on a view; what it shows meanwhile is the view's `gesture`."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view
        self._drag: _Drag | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is held."""
        return self._drag is not None

    def press(self, at: QPointF, held: Held, pans: bool = False) -> None:
        """Take hold of what is under the pointer; what is not moved from here is a click."""
        if self._drag is not None:
            return
        view, x, y = self._view, at.x(), at.y()
        second = view.viewport.time_at(x)
        if pans:
            self._drag = _Drag("pan", x, y, second, view.viewport)
            return
        hit = view.hit(x, y)
        if hit is not None and not held & Held.ShiftModifier:
            self._take_clip(hit, at, held)
            return
        other_end = self.marked_end_beside(x, y)
        kind: _Kind = self._kind_of_place(y, held) if other_end is None else "mark"
        is_held = other_end is not None
        from_at = second if other_end is None else other_end
        self._drag = _Drag(kind, x, y, from_at, view.viewport, selected=view.selected, is_under_way=is_held)
        if is_held:
            view.scrub_started.emit()
        else:
            view.seek(second)

    def move(self, at: QPointF, held: Held) -> None:
        """Go on with the drag."""
        drag = self._drag
        if drag is None:
            return
        x, y = at.x(), at.y()
        if drag.kind == "pan":
            self._view.set_viewport(drag.viewport.panned((drag.x - x) * drag.viewport.seconds_per_px))
            return
        if not drag.is_under_way:
            if abs(x - drag.x) < _DRAG_FROM_PX and (drag.kind != "lasso" or abs(y - drag.y) < _DRAG_FROM_PX):
                return
            drag = self._drag = replace(drag, is_under_way=True)
            if drag.kind != "lasso":
                self._view.scrub_started.emit()
        self._turn_page(x)
        reach = 0.0 if held & Held.AltModifier else SNAP_PX * self._view.viewport.seconds_per_px
        run = {
            "scrub": self._scrub,
            "end": self._trim,
            "move": self._move,
            "mark": self._mark,
            "lasso": self._catch,
        }
        run[drag.kind](drag, x, y, reach)
        self._view.repaint_clips()

    def release(self, held: Held) -> None:
        """Let go: what was dragged is done; what was not moved was clicked."""
        drag, self._drag = self._drag, None
        dragged = self._view.gesture.dragged
        self._clear()
        if drag is None:
            return
        if dragged and drag.kind in ("end", "move"):
            self._finish(drag, dragged)
        elif not drag.is_under_way and not held & Held.ControlModifier:
            self._click(drag)
        self._end_scrub(drag)
        self._view.repaint_clips()

    def cancel(self) -> bool:
        """Give up what is held, leaving all as it was; whether there was anything."""
        drag, self._drag = self._drag, None
        if drag is None:
            return False
        if drag.kind == "lasso":
            self._view.select(drag.selected)
        elif drag.kind == "mark":
            self._view.mark(None)
        self._clear()
        self._end_scrub(drag)
        self._view.repaint_clips()
        return True

    def _end_scrub(self, drag: _Drag) -> None:
        if drag.is_under_way and drag.kind not in ("lasso", "pan"):
            self._view.scrub_ended.emit()

    def _clear(self) -> None:
        self._view.gesture = Gesture({})

    # Taking hold

    def _take_clip(self, hit: Hit, at: QPointF, held: Held) -> None:
        view = self._view
        clip = view.board.clip(hit.id)
        if clip is None:
            return
        if held & Held.ControlModifier:
            view.select(view.selected ^ {hit.id})
            return
        second = view.viewport.time_at(at.x())
        # What is selected moves together; taking a clip in hand may leave the list with that one alone.
        selected = view.selected if hit.id in view.selected else frozenset({hit.id})
        view.select(selected)
        view.clip_chosen.emit(hit.id)
        if hit.edge == "body":
            view.seek(second)
        kind: _Kind = "move" if hit.edge == "body" else "end"
        grip = (clip.end if hit.edge == "end" else clip.start) - second
        self._drag = _Drag(kind, at.x(), at.y(), second, view.viewport, hit, grip, selected)

    def marked_end_beside(self, x: float, y: float) -> float | None:
        """Return the other end of the marked stretch, where one of its ends is under the pointer."""
        view = self._view
        if view.marked is None or y < view.rows().clips:
            return None
        start, end = view.marked
        for edge, other in ((end, start), (start, end)):
            if abs(view.viewport.x_at(edge) - x) <= _GRIP_PX:
                return other
        return None

    def _kind_of_place(self, y: float, held: Held) -> _Kind:
        rows = self._view.rows()
        if held & Held.ShiftModifier or y >= rows.speakers:
            return "mark"
        return "lasso" if y >= rows.clips else "scrub"

    def _turn_page(self, x: float) -> None:
        """Move the view along where the pointer has left it."""
        view = self._view
        beyond = min(x, 0.0) + max(x - view.width(), 0.0)
        if beyond:
            view.set_viewport(view.viewport.panned(beyond * 0.5 * view.viewport.seconds_per_px))

    # Dragging

    def _scrub(self, _drag: _Drag, x: float, _y: float, _reach: float) -> None:
        self._view.seek(self._view.viewport.time_at(x))

    def _trim(self, drag: _Drag, x: float, _y: float, reach: float) -> None:
        view, hit = self._view, drag.hit
        clip = view.board.clip(hit.id) if hit else None
        if clip is None or hit is None or hit.edge == "body":
            return
        to = view.viewport.time_at(x) + drag.grip
        found = trimmed((clip.start, clip.end), hit.edge, to, view.snap_points, reach, view.viewport.duration)
        edge = found.start if hit.edge == "start" else found.end
        self._show_dragged({clip.id: _at(clip, found.start, found.end)}, found, edge)
        view.seek(found.start if hit.edge == "start" else max(found.start, found.end - _LAST_FRAME))

    def _move(self, drag: _Drag, x: float, _y: float, reach: float) -> None:
        view, hit = self._view, drag.hit
        clip = view.board.clip(hit.id) if hit else None
        if clip is None:
            return
        found_clips = [view.board.clip(other) for other in drag.selected if other != clip.id]
        clips = [clip, *(other for other in found_clips if other is not None)]
        by = view.viewport.time_at(x) - drag.at
        spans = [(one.start, one.end) for one in clips]
        found = moved(spans, by, view.snap_points, reach, view.viewport.duration)
        by = found.start - clip.start
        self._show_dragged(
            {one.id: _at(one, one.start + by, one.end + by, by) for one in clips}, found, found.start
        )
        view.seek(found.start)

    def _show_dragged(self, dragged: dict[str, ClipMark], found: Snapped, edge: float) -> None:
        held = next(iter(dragged.values()))
        told = tr("{time} · {length} long").format(time=clock_tenths(edge), length=clock_tenths(held.length))
        self._view.gesture = Gesture(dragged, found.point, readout=(edge, told))

    def _mark(self, drag: _Drag, x: float, _y: float, reach: float) -> None:
        view = self._view
        to = view.viewport.time_at(x)
        found = marked(drag.at, to, view.snap_points, reach)
        view.mark((found.start, found.end))
        view.gesture = Gesture({}, found.point)
        view.seek(found.start if to < drag.at else max(found.start, found.end - _LAST_FRAME))

    def _catch(self, drag: _Drag, x: float, y: float, _reach: float) -> None:
        view, rows = self._view, self._view.rows()
        from_x = view.viewport.x_at(drag.at)
        y = min(max(y, rows.clips), rows.speakers)
        view.gesture = Gesture({}, lasso=QRectF(QPointF(from_x, drag.y), QPointF(x, y)).normalized())
        caught = view.board.caught(view.viewport, rows, (from_x, x), (drag.y, y))
        view.select(frozenset(caught))

    # Letting go

    def _finish(self, drag: _Drag, dragged: dict[str, ClipMark]) -> None:
        view = self._view
        hit = drag.hit
        clip = view.board.clip(hit.id) if hit else None
        if clip is None or hit is None:
            return
        after = dragged[clip.id]
        if drag.kind == "move":
            if after.start != clip.start:
                view.select(drag.selected)
                view.clips_moved.emit(list(dragged), after.start - clip.start)
        else:
            view.clip_trimmed.emit(clip.id, after.start, after.end)
        # The end that was held is in the clip now: it is shown as the clip shows it.
        view.seek(after.start if hit.edge != "end" else max(after.start, after.end - _LAST_FRAME))

    def _click(self, drag: _Drag) -> None:
        view = self._view
        if drag.hit is not None:
            view.select({drag.hit.id})
            return
        view.select(frozenset())
        view.mark(None)


def _at(clip: ClipMark, start: float, end: float, by: float = 0.0) -> ClipMark:
    """Return a clip as it would be; what is cut out of it moves with it, or stays where it is trimmed."""
    gaps = tuple((low + by, high + by) for low, high in clip.gaps if low + by > start and high + by < end)
    return replace(clip, start=start, end=end, gaps=gaps)
