"""Captions and title of a composition set clear of faces in its picture, and of writing that is burnt into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from core.captions.occupied import Box
from core.captions.place import SafeArea, safe_area
from core.captions.placing import (
    Obstacle,
    Text,
    box_at,
    covered,
    face_obstacles,
    is_moved,
    place,
    place_title,
    shared,
)
from core.render.quality.people import Box as Seen
from core.render.quality.people import in_picture, shown_faces
from core.schema.choice import Choice

if TYPE_CHECKING:
    from core.captions.furniture import Furniture
    from core.schema.caption import CaptionCue, Overlay
    from core.schema.composition import Composition

# How often the picture is looked at while a text is shown (seconds), and how many times at most.
_LOOK_SECONDS, _MOST_LOOKS = 0.5, 6
# Prices of covering writing for a second: captions of the source, other writing.
_CAPTION, _WRITING = 2.0, 0.4
# A second at this price hides the better part of somebody's eyes or mouth.
_HIDDEN = 0.9
# An emoji is left out where this share of it would lie on what has such a price: a face, the source's captions.
_EMOJI_ON, _WEIGHTY = 0.3, 1.0


def placed(composition: Composition) -> tuple[Composition, list[Choice]]:
    """Return a composition whose captions, title and names stand where they hide least, and what is to be told.

    Heights change between layouts only. Nothing is changed where the style wants its captions to stay.
    """
    style = composition.style
    has_texts = composition.cues or composition.overlays
    if not style.captions.avoids_faces or not has_texts or not (composition.faces or composition.writing):
        return composition, []
    return _Placing(composition).run()


@dataclass
class _Placing:
    composition: Composition

    def run(self) -> tuple[Composition, list[Choice]]:
        from core.captions.qt import ensure_gui

        ensure_gui()
        overlays, told = self._overlays()
        self.composition = self.composition.model_copy(update={"overlays": overlays})
        cues, more = self._cues(self._furniture(overlays))
        return self.composition.model_copy(update={"cues": cues}), [*told, *more]

    @property
    def _area(self) -> SafeArea:
        composition = self.composition
        return safe_area(composition.style.safe_zone, composition.width, composition.height)

    def _furniture(self, overlays: Sequence[Overlay]) -> Furniture:
        from core.captions.furniture import Furniture

        return Furniture(self.composition.style, self._area, overlays)

    def _overlays(self) -> tuple[tuple[Overlay, ...], list[Choice]]:
        """Return the overlays with title and names placed, each clear of those before it."""
        overlays, area, told = list(self.composition.overlays), self._area, []
        kinds: tuple[Literal["hook", "lower_third"], ...] = ("hook", "lower_third")
        for kind in kinds:
            for index, overlay in enumerate(overlays):
                if overlay.kind != kind:
                    continue
                furniture = self._furniture(overlays)
                box = furniture.box_of(overlay)
                if box is None:
                    continue
                taken = furniture.taken(overlay.start, overlay.end, kind)
                looks = self._looks(overlay.start, overlay.end)
                title = Text(overlay.start, overlay.end, self._row(kind), box, 0.0, taken, looks)
                beside = [
                    self._text(cue, furniture.taken(cue.start, cue.end, kind))
                    for cue in self.composition.cues
                    if cue.start < overlay.end and overlay.start < cue.end
                ]
                row = place_title(title, beside, area)
                if is_moved(row, title, area):
                    overlays[index] = overlay.model_copy(update={"position": area.position_of(row)})
                what = "title" if kind == "hook" else "name"
                if covered(title, row, area) > _HIDDEN:
                    told.append(_hiding(what, title.seconds))
        return tuple(overlays), told

    def _cues(self, furniture: Furniture) -> tuple[tuple[CaptionCue, ...], list[Choice]]:
        composition, area = self.composition, self._area
        if not composition.style.captions.is_shown:
            return composition.cues, []
        shown = [cue for cue in composition.cues if any(word.text.strip() for word in cue.words)]
        groups = [list(cues) for _, cues in groupby(shown, key=self._layout_of)]
        stretches = [[self._text(cue, furniture.taken(cue.start, cue.end)) for cue in group] for group in groups]
        rows = place(stretches, area)
        positions: dict[float, float] = {}
        hidden, moved = 0.0, 0
        for group, stretch, row in zip(groups, stretches, rows, strict=True):
            if is_moved(row, stretch[0], area):
                positions |= {cue.start: area.position_of(row) for cue in group}
                moved += len(group)
            hidden += sum(text.seconds for text in stretch if covered(text, row, area) > _HIDDEN)
        without = {
            cue.start
            for group, stretch, row in zip(groups, stretches, rows, strict=True)
            for cue, text in zip(group, stretch, strict=True)
            if cue.emoji and self._emoji_hides(text, row)
        }
        cues = tuple(
            cue.model_copy(
                update={
                    "position": positions.get(cue.start),
                    "emoji": "" if cue.start in without else cue.emoji,
                }
            )
            for cue in composition.cues
        )
        told = [_hiding("captions", hidden)] if hidden else []
        if moved:
            chosen = f"{moved} of {len(shown)} set higher or lower in {composition.aspect}"
            told.append(
                Choice(subject="captions", chosen=chosen, reason="to keep faces and captions of the source clear")
            )
        return cues, told

    def _emoji_hides(self, text: Text, row: float) -> bool:
        """Whether the emoji of a cue would lie on somebody's face, or on writing; it is left out then."""
        box = box_at(text, row, self._area)
        middle, half = (box.left + box.right) / 2, text.above / 2
        emoji = Box(middle - half, box.top - text.above, middle + half, box.top)
        faces = [each.box for look in text.looks for each in look if each.weight >= _WEIGHTY]
        return any(shared(face, emoji) > _EMOJI_ON for face in faces)

    def _layout_of(self, cue: CaptionCue) -> int:
        """Return the number of the layout in which a cue is seen longest."""
        spans = self.composition.spans
        shared = [min(span.end, cue.end) - max(span.start, cue.start) for span in spans]
        return max(range(len(spans)), key=lambda index: shared[index], default=0)

    def _text(self, cue: CaptionCue, taken: tuple[Box, ...]) -> Text:
        from core.captions.cue_art import CueArt
        from core.captions.emoji_art import GAP, SIZE

        captions = self.composition.style.captions
        words = tuple(word for word in cue.words if word.text.strip())
        room = CueArt(captions, self._area, words, (), cue.speaker_number).room
        box = Box(room.left(), room.top(), room.right(), room.bottom())
        above = (SIZE + GAP) * captions.size * self._area.scale if cue.emoji else 0.0
        return Text(cue.start, cue.end, self._row("captions"), box, above, taken, self._looks(cue.start, cue.end))

    def _row(self, part: Literal["captions", "hook", "lower_third"]) -> float:
        """Return the row at which the style wants a text."""
        style = self.composition.style
        wanted = {
            "captions": style.captions.position,
            "hook": style.hook.position,
            "lower_third": style.lower_third.position,
        }
        return self._area.centre_y(wanted[part])

    def _looks(self, start: float, end: float) -> tuple[tuple[Obstacle, ...], ...]:
        count = min(_MOST_LOOKS, max(2, round((end - start) / _LOOK_SECONDS)))
        instants = [start + (place + 0.5) * (end - start) / count for place in range(count)]
        return tuple((*self._faces(at), *self._writing(at)) for at in instants)

    def _faces(self, at: float) -> list[Obstacle]:
        return [each for face in shown_faces(self.composition, at) for each in face_obstacles(_box(face))]

    def _writing(self, at: float) -> list[Obstacle]:
        found = []
        for writing in self.composition.writing:
            if writing.start <= at < writing.end:
                whole = Seen(writing.box.x, writing.box.y, writing.box.right, writing.box.bottom)
                weight = _CAPTION if writing.is_caption else _WRITING
                found += [Obstacle(_box(box), weight) for box in in_picture(self.composition, at, whole)]
        return found


def _box(seen: Seen) -> Box:
    return Box(seen.left, seen.top, seen.right, seen.bottom)


def _hiding(what: str, seconds: float) -> Choice:
    return Choice(
        subject=what,
        chosen=f"over a face or writing for {seconds:.1f} s",
        reason="there is no room beside it in the safe zone",
        degraded=True,
    )
