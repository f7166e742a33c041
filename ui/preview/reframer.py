"""Framing by hand in the preview: what is drawn over the picture, and what the hand does to the crop.

While the hand moves, the picture is painted from the source's own, at once; the gesture becomes an edit when it
ends, and what the hand left stays on the screen until the composition made of it is there.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QImage

from core.schema.choice import Aspect
from core.schema.composition import Composition
from core.schema.framing import LayoutSpan
from ui.controllers.framing import FramingController, Spot, anchor_of
from ui.preview.canvas import Canvas
from ui.preview.overlay import FaceOutline, FramingView
from ui.preview.player import Player
from ui.preview.viewport import Crop, Part, Size, parts_of
from ui.wording import told

# A gesture that leaves the crop this near to where it was, in pixels of the source, changed nothing.
LEAST_MOVE_PX = 0.5


class Reframer(QObject):
    """Joins canvas, player and the framing of the clip in hand.

    With `is_whole` the canvas shows the whole source.

    Signals:
        adjusting_changed(bool): Adjusting begins or ends.
        shown_changed(): Another instant or framing is shown: by hand or not, comparing or not.
    """

    adjusting_changed = Signal(bool)
    shown_changed = Signal()

    def __init__(
        self,
        canvas: Canvas,
        player: Player,
        framing: FramingController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._canvas, self._player, self._framing = canvas, player, framing
        self._tool = canvas.tool
        self.is_whole = False
        self.is_adjusting = False
        self.is_comparing = False
        self._held: Composition | None = None
        self._is_held = False
        self._held_at = 0.0
        self._spot: Spot | None = None
        self._before: tuple[float, ...] | None = None
        self._part = 0
        self._tool.aimed.connect(self._on_aimed)
        self._tool.begun.connect(self._on_begun)
        self._tool.changed.connect(lambda _crop: self._show())
        self._tool.finished.connect(self._on_finished)
        canvas.pointed.connect(self._on_pointed)
        canvas.resized.connect(self._show)
        canvas.reshaped.connect(self._show)
        canvas.left.connect(lambda: self.adjust(False))
        player.frame_ready.connect(self._on_frame_ready)
        player.moved.connect(self._on_moved)
        player.state_changed.connect(self._on_state_changed)
        player.source_ready.connect(self._show)
        framing.changed.connect(self._show)

    # What is asked of it

    def choose(self, aspect: Aspect, is_whole: bool) -> None:
        """Say what the canvas shows. A gesture that goes on is let go where that is something else than before."""
        self._tool.flush()
        if (aspect, is_whole) != (self.aspect, self.is_whole):
            self._tool.cancel()
            self._is_held = False
        self.is_whole = is_whole
        self._framing.look_at(aspect)
        self._show()

    def adjust(self, is_wanted: bool) -> None:
        """Show faces and handles and take wheel and keys, or leave them alone."""
        if is_wanted == self.is_adjusting:
            return
        self._tool.flush()
        self.is_adjusting = is_wanted
        if is_wanted:
            self._player.pause()
        self._canvas.take_keys(is_wanted)
        self._player.want_source()
        self._show()
        self.adjusting_changed.emit(is_wanted)

    @property
    def aspect(self) -> Aspect:
        """The shape that crops are made for."""
        return self._framing.aspect

    def toggle(self) -> None:
        """Begin or end adjusting."""
        self.adjust(not self.is_adjusting)

    def compare(self, is_wanted: bool) -> None:
        """Show how the machine would frame this instant, or what was recorded where it did, until it is let go."""
        self._tool.flush()
        self.is_comparing = is_wanted
        if is_wanted:
            self._player.pause()
            self._player.want_source()
        self._show()

    def step_keyframe(self, by: int) -> None:
        """Go to the next (+1) or previous (-1) second of the clip at which a crop was set by hand."""
        composition = self._player.composition
        if composition is None:
            return
        known, half = self._framing.key_seconds(composition.cut), 0.5 / self._player.fps
        ahead = [
            at
            for at in known
            if (at > self._player.position + half if by > 0 else at < self._player.position - half)
        ]
        if ahead:
            self._player.seek((ahead[0] if by > 0 else ahead[-1]) + 0.01 / self._player.fps)

    def is_by_hand(self) -> bool:
        """Whether what is shown was framed by hand."""
        return self._player.composition is not None and self._framing.is_by_hand(self.aspect, self.at)

    def shows_recorded(self) -> bool:
        """Whether the picture is compared with what was recorded, as where nothing was framed by hand."""
        return self.is_comparing and not self.is_whole and not self.is_by_hand()

    def can_adjust(self) -> bool:
        """Whether there is a picture of the clip to frame."""
        return self._player.composition is not None and self._framing.crop_at(self.aspect, self.at) is not None

    def reason(self) -> str:
        """Return why the picture is framed as it is."""
        span = self._framing.span_at(self.aspect, self.at, self.is_comparing)
        reason = span.reason if span is not None and self._player.composition is not None else ""
        words = told(reason)
        return words[:1].upper() + words[1:]

    def back_to_automatic(self) -> None:
        """Let the machine frame what is shown again."""
        self._tool.flush()
        self._framing.shot_back_to_automatic(self.aspect, self.at)

    @property
    def at(self) -> float:
        """The source second that is shown."""
        return self._player.source_position

    # Gestures

    def _on_aimed(self, at: QPointF) -> None:
        """Take the crop that is meant, where a layout has several."""
        span = self._framing.span_at(self.aspect, self.at)
        if span is None or len(span.regions) < 2 or not self._tool.parts:
            return
        there = self._tool.parts
        if self.is_whole:
            there = [
                Part(QRectF(), self._tool.parts[0].to_screen(QRectF(*region.crop.at_time(self.at))))
                for region in span.regions
            ]
        hit = [number for number, part in enumerate(there) if part.area.contains(at)]
        if hit and hit[-1] != self._part:
            self._part, self._is_held = hit[-1], False
            self._show()

    def _on_begun(self) -> None:
        self._player.pause()
        self._spot = self._framing.spot(self.at, self._part)
        self._before = self._framing.crop_at(self.aspect, self.at, self._part)
        self._held_at, self._held, self._is_held = self.at, self._player.composition, True
        self._player.want_source()

    def _on_finished(self, crop: Crop) -> None:
        before, spot = self._before, self._spot
        is_moved = before is None or max(abs(a - b) for a, b in zip(before, crop, strict=True)) >= LEAST_MOVE_PX
        self._held = self._player.composition
        if spot is not None and is_moved:
            self._framing.set_crop(spot, crop)
        else:
            self._is_held = False
            self._show()

    def _on_pointed(self, at: QPointF) -> None:
        outline = self._canvas.face_under(at)
        if outline is None:
            return
        for person, face in self._framing.faces_at(self.at):
            if person.number == outline.person:
                anchors = () if outline.is_chosen else (anchor_of(face.model_copy(update={"at": self.at})),)
                self._framing.follow(anchors, self.aspect, self.at, "clip")
                return

    # Keeping up

    def _on_moved(self, _at: float) -> None:
        self._tool.flush()
        if self._is_held and not self._tool.is_busy and abs(self.at - self._held_at) > 0.5 / self._player.fps:
            self._is_held = False
        if not self._player.is_playing:
            self._show()
        self.shown_changed.emit()

    def _on_state_changed(self) -> None:
        if self._player.is_playing:
            self._tool.flush()
            self._is_held = False
        self._show()

    def _on_frame_ready(self, _picture: QImage) -> None:
        if self._is_held and not self._tool.is_busy and self._player.composition is not self._held:
            self._is_held = False
        if not self._player.is_playing and not self._player.is_draft:
            if self.is_adjusting or self.is_comparing or self.is_by_hand():
                self._player.want_source()
            self._show()

    # Showing

    def _show(self) -> None:
        view = self._view()
        self._tool.parts = view.parts if view else ()
        self._canvas.show_framing(view)
        self.shown_changed.emit()

    def _view(self) -> FramingView | None:
        framing, composition = self._framing.framing, self._player.composition
        if framing is None or composition is None or not framing.width or self._player.is_playing:
            return None
        size, area = Size(framing.width, framing.height), self._canvas.frame_area()
        span = self._framing.span_at(self.aspect, self.at, self.is_comparing)
        if span is None or self._player.is_on_card or not self._framing.is_in_clip(self.at):
            return None
        tool = self._tool
        if self.shows_recorded():
            tool.crop = None
            return self._recorded(size, span)
        tool.size, tool.is_whole, tool.has_handles = size, self.is_whole, self.is_adjusting
        is_held = (self._is_held or tool.is_busy) and tool.crop is not None
        is_composed = len(span.regions) > 1
        self._part = min(self._part, len(span.regions) - 1) if is_composed else 0
        if not is_held:
            crop = self._framing.crop_at(self.aspect, self.at, self._part)
            tool.crop = Crop(*crop) if crop else None
        parts = parts_of(span, self.at, area)
        tool.area = parts[self._part].area if is_composed else area
        if self.is_whole:
            parts = [Part(QRectF(0, 0, *size), area)]
        elif is_held and tool.crop is not None:
            held = Part(tool.crop.rectangle(), tool.area)
            parts = [held if number == self._part else part for number, part in enumerate(parts)]
            parts = parts if is_composed else [held]
        tool.parts = parts
        is_live = (is_held or self.is_comparing) and self._player.source_at == self.at
        has_blur = span.has_blurred_background and (is_composed or not is_held)
        return FramingView(
            size=size,
            parts=tuple(parts),
            crop=None if self.is_comparing else tool.outline(),
            beside=self._crops_beside(span, parts[0]) if self.is_whole else (),
            is_whole=self.is_whole,
            is_adjusting=self.is_adjusting and not self.is_comparing,
            faces=self._faces() if self.is_adjusting else (),
            live=self._player.source_picture if is_live and not self.is_whole else None,
            has_blur=has_blur,
            ground=self._ground() if has_blur else None,
        )

    def _recorded(self, size: Size, span: LayoutSpan) -> FramingView | None:
        """Return the whole picture of the source, as large as there is room, with what the clip shows of it."""
        if self._player.source_at != self.at or self._player.source_picture is None:
            return None
        area = self._canvas.room()
        scale = min(area.width() / size.width, area.height() / size.height)
        fitted = QRectF(0, 0, size.width * scale, size.height * scale)
        fitted.moveCenter(area.center())
        whole = Part(QRectF(0, 0, *size), fitted)
        return FramingView(
            size=size,
            parts=(whole,),
            kept=tuple(whole.to_screen(QRectF(*region.crop.at_time(self.at))) for region in span.regions),
            live=self._player.source_picture,
        )

    def _ground(self) -> QColor | None:
        """Return the colour behind a picture shown whole, where the style wants no blur of it."""
        composition = self._player.composition
        background = composition.style.background if composition is not None else None
        return QColor(background.colour[:7]) if background is not None and background.kind != "blur" else None

    def _crops_beside(self, span: LayoutSpan, whole: Part) -> tuple[QRectF, ...]:
        """Return where the other crops of a layout of several are in the whole source."""
        others = [region for number, region in enumerate(span.regions) if number != self._part]
        return tuple(whole.to_screen(QRectF(*region.crop.at_time(self.at))) for region in others)

    def _faces(self) -> tuple[FaceOutline, ...]:
        arranged = self._framing.arrangement(self.aspect, self.at, "shot")
        chosen = {person.number for person in self._framing.chosen_people(arranged) if person}
        return tuple(
            FaceOutline(
                QRectF(face.x, face.y, face.width, face.height),
                person.name,
                person.number in chosen,
                person.number,
            )
            for person, face in self._framing.faces_at(self.at)
        )
