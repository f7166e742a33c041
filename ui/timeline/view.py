"""The timeline widget: pointer, wheel and keys on the surface; clips are selected, stretches marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QPushButton, QToolTip, QWidget

from ui.timeline.geometry import Hit
from ui.timeline.pointer import Pointer
from ui.timeline.scene import GAP_PX, Scene
from ui.timeline.surface import TimelineSurface
from ui.widgets.basics import button
from ui.widgets.timecode import clock, clock_tenths
from ui.wording import QT_TR_NOOP, tr

# What is marked where only one of its ends was said.
_USUAL_SECONDS = 30.0
_TIPS: dict[str, str] = {
    "approved": QT_TR_NOOP("{times} · score {score} · approved"),
    "maybe": QT_TR_NOOP("{times} · score {score} · maybe"),
    "rejected": QT_TR_NOOP("{times} · score {score} · rejected"),
    "undecided": QT_TR_NOOP("{times} · score {score} · undecided"),
}


class TimelineView(TimelineSurface):
    """Shows a scene and takes what the user does to it.

    Signals:
        sought(float): The user wants the playhead at a source second.
        scrub_started(), scrub_ended(): The playhead is dragged along, with whatever is held, and let go.
        clip_chosen(str): A clip was clicked.
        clip_opened(str): A clip was double-clicked.
        clip_trimmed(str, float, float): A clip's end was dragged: its new start and end in source seconds.
        clips_moved(list, float): Clips were dragged: their ids, and by how many seconds.
        clip_wanted(float, float): A clip of this stretch is wanted.
        selection_changed(): Other clips are selected.
    """

    sought = Signal(float)
    scrub_started = Signal()
    scrub_ended = Signal()
    clip_chosen = Signal(str)
    clip_opened = Signal(str)
    clip_trimmed = Signal(str, float, float)
    clips_moved = Signal(list, float)
    clip_wanted = Signal(float, float)
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timelineView")
        self.setAccessibleName(tr("Timeline of the whole episode"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pointer = Pointer(self)
        self._new_clip = self._make_new_clip()
        self.viewport_changed.connect(self._place_new_clip)
        self.mark(None)

    def _make_new_clip(self) -> QPushButton:
        made = button(tr("New clip"), self.make_clip, is_primary=True)
        made.setParent(self)
        made.setObjectName("newClipOfMarked")
        made.setCursor(Qt.CursorShape.ArrowCursor)
        made.setToolTip(tr("Make a clip of the marked stretch  (Shift+N)"))
        made.setProperty("compact", True)
        return made

    def show_scene(self, scene: Scene) -> None:
        """Show another scene; what is marked goes with the episode, what is selected with its clips."""
        is_other = scene.duration != self.scene.duration
        super().show_scene(scene)
        if is_other:
            self.mark(None)
        # In an episode whose length is not known yet clips have no place, and may be selected in their list.
        if scene.duration > 0:
            self.select(clip_id for clip_id in self.selected if self.board.clip(clip_id))

    def show_playhead(self, at: float, follows: bool = False) -> None:
        """Move the playhead; the view does not run away from what is held."""
        super().show_playhead(at, follows and not self._pointer.is_busy)

    def seek(self, at: float) -> None:
        """Ask for the playhead at a source second."""
        self.sought.emit(at)

    # What is selected and marked

    def select(self, clip_ids: Iterable[str]) -> None:
        """Select clips, and no others."""
        wanted = frozenset(clip_ids)
        if wanted != self.selected:
            self.selected = wanted
            self.repaint_clips()
            self.selection_changed.emit()

    def mark(self, span: tuple[float, float] | None) -> None:
        """Mark a stretch for a new clip, or none."""
        self.marked = span
        if span is not None:
            self._new_clip.setText(tr("New clip  {length}").format(length=clock_tenths(span[1] - span[0])))
            self._new_clip.adjustSize()
        self._new_clip.setVisible(span is not None)
        self.setProperty("ownKeys", self._own_keys())
        self._place_new_clip()
        self.update()

    def mark_from(self, at: float) -> None:
        """Let the marked stretch begin at a source second."""
        end = (
            self.marked[1]
            if self.marked and self.marked[1] > at
            else min(at + _USUAL_SECONDS, self.scene.duration)
        )
        if end > at:
            self.mark((at, end))

    def mark_to(self, at: float) -> None:
        """Let the marked stretch end at a source second."""
        start = self.marked[0] if self.marked and self.marked[0] < at else max(0.0, at - _USUAL_SECONDS)
        if start < at:
            self.mark((start, at))

    def make_clip(self) -> None:
        """Make a clip of the marked stretch; where nothing is marked, mark one from the playhead on first."""
        span = self.marked
        if span is None:
            self.mark_from(self.playhead)
        if span is not None:
            self.mark(None)
            self.clip_wanted.emit(*span)

    def _place_new_clip(self) -> None:
        if self.marked is None:
            return
        made = self._new_clip
        left, right = (min(max(self.viewport.x_at(at), 0.0), float(self.width())) for at in self.marked)
        x = min(max((left + right - made.width()) / 2, 4.0), max(4.0, self.width() - made.width() - 4.0))
        # Above the clips: they and the words of the stretch stay in sight.
        made.move(round(x), max(0, round(self.rows().clips - GAP_PX) - made.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button in the middle of what is marked."""
        super().resizeEvent(event)
        self._place_new_clip()

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an end, a clip, the playhead, or (middle button) the view."""
        pans = event.button() == Qt.MouseButton.MiddleButton
        if (pans or event.button() == Qt.MouseButton.LeftButton) and self.scene.duration > 0:
            if pans:
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pointer.press(event.position(), event.modifiers(), pans)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show what could be dragged."""
        if self._pointer.is_busy:
            self._pointer.move(event.position(), event.modifiers())
        else:
            x, y = event.position().x(), event.position().y()
            self._hover(self.hit(x, y), self._pointer.marked_end_beside(x, y) is not None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.unsetCursor()
        self._pointer.release(event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a clip, or look at a chapter."""
        x, y = event.position().x(), event.position().y()
        hit = self.hit(x, y)
        if hit is not None:
            self.clip_opened.emit(hit.id)
            return
        at, rows = self.viewport.time_at(x), self.rows()
        chapter = next((each for each in self.scene.chapters if each.start <= at < each.end), None)
        if chapter is not None and rows.chapters <= y < rows.clips:
            self.set_viewport(self._whole().fitted(chapter.start, chapter.end, margin=0.02))

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

    def _hover(self, hit: Hit | None, is_on_end: bool = False) -> None:
        if hit is not None:
            is_body = hit.edge == "body"
            self.setCursor(Qt.CursorShape.PointingHandCursor if is_body else Qt.CursorShape.SizeHorCursor)
        elif is_on_end:
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        else:
            self.unsetCursor()
        if hit != self._hovered:
            self._hovered = hit
            self.update()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, go to the ends, give up or make what is marked."""
        run = self._keys().get(event.key())
        if run is None:
            super().keyPressEvent(event)
        else:
            run()

    def _keys(self) -> dict[int, Callable[[], object]]:
        key = Qt.Key
        keys: dict[int, Callable[[], object]] = {
            key.Key_PageUp: lambda: self.turn_page(-1),
            key.Key_PageDown: lambda: self.turn_page(1),
            key.Key_Home: lambda: self._go_to(0.0),
            key.Key_End: lambda: self._go_to(self.scene.duration),
            key.Key_Escape: self._give_up,
        }
        return keys | ({key.Key_Return: self.make_clip, key.Key_Enter: self.make_clip} if self.marked else {})

    def _own_keys(self) -> list[int]:
        return [Qt.Key(key).value for key in self._keys()]

    def _go_to(self, at: float) -> None:
        self.set_viewport(self.viewport.following(at))
        self.seek(at)

    def _give_up(self) -> None:
        if self._pointer.cancel():
            return
        if self.marked is not None:
            self.mark(None)
        else:
            self.select(frozenset())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it went."""
        super().focusOutEvent(event)
        self.update()

    # Tool tips

    def event(self, event: QEvent) -> bool:
        """Tell what is under the pointer in a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos().x(), event.pos().y()), self)
            return True
        return super().event(event)

    def _tip(self, x: float, y: float) -> str:
        at = self.viewport.time_at(x)
        hit = self.hit(x, y)
        clip = self.board.clip(hit.id) if hit else None
        if clip is not None:
            times = f"{clock(clip.start)} – {clock(clip.end)}"
            told = tr(_TIPS[clip.decision]).format(times=times, score=f"{clip.score:.0f}")
            return f"{clip.title}\n{told}"
        if y <= self.rows().chapters:
            return clock_tenths(at)
        chapter = next((each for each in self.scene.chapters if each.start <= at < each.end), None)
        turns = self.scene.turns
        turn = turns.at(at)
        parts = [
            clock_tenths(at),
            chapter.title if chapter else "",
            turns.titles[turn] if turn is not None else "",
        ]
        return "\n".join(part for part in parts if part)
