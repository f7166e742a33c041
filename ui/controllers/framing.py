"""How the clip in hand is framed, and what the user changes of it: crops, people, layouts, back to automatic."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from core import reframing, setups
from core.errors import ShortlistError
from core.schema.choice import Aspect, aspect_ratio
from core.schema.clip import Arrangement, Clip, CropKeyframe, FaceAnchor, FramingWishes
from core.schema.framing import FacePoint, FaceTrack, Framing, LayoutSpan, person_at
from core.schema.time import Cut, TimeSpan
from ui.controllers.review import ReviewController
from ui.wording import QT_TRANSLATE_NOOP, speaker_name, tr

if TYPE_CHECKING:
    from core.project import Project

Scope = Literal["shot", "clip"]
Crop = tuple[float, float, float, float]
# The clip's cut and the player's, which is taken to whole frames, differ by less than this.
EDGE_SECONDS = 0.1
# A face is shown this long around each of its sightings.
SEEN_SECONDS = 0.35
# Decisions and positions of the player differ by less than this where they mean the same frame.
FRAME_SECONDS = 0.02
STILL_HEIGHT_PX = 720


@dataclass(frozen=True)
class Person:
    """Somebody seen in the clip in hand, how often, and where best: pixels of the upright source."""

    number: int
    name: str
    best: FacePoint
    sightings: int

    @property
    def anchor(self) -> FaceAnchor:
        """Where to point to mean this person."""
        return anchor_of(self.best)


@dataclass(frozen=True)
class Spot:
    """Where a crop is set: the clip, the shape, the shot, the source second in it, which part of its layout."""

    clip_id: str
    aspect: Aspect
    shot: TimeSpan
    at: float
    layout: str = ""
    part: int = 0
    parts: int = 1


@dataclass(frozen=True)
class ShotLine:
    """What is seen as one shot: its source seconds, the clip second it starts at, and how it is framed and why."""

    span: TimeSpan
    starts_at: float
    layout: str
    reason: str
    is_by_hand: bool


def anchor_of(face: FacePoint) -> FaceAnchor:
    """Return the middle of a face as what points at its person."""
    return FaceAnchor(at=face.at, x=face.x + face.width / 2, y=face.y + face.height / 2)


class FramingController(QObject):
    """The framing of the clip in hand.

    `aspect` is the shape that is looked at.

    Signals:
        changed(): Another framing is known, or other wishes for it, or another shape is looked at.
    """

    changed = Signal()

    def __init__(self, project: Project, review: ReviewController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._review = review
        self._framing: Framing | None = None
        self._of = ""
        self._people: list[Person] = []
        # Whom anchors mean in this framing: asked for with every move of the hand.
        self._meant: dict[FaceAnchor, int | None] = {}
        self._shots: dict[Aspect, list[TimeSpan]] = {}
        self.aspect: Aspect = "9:16"
        review.current_changed.connect(self.changed)
        review.current_edited.connect(self.changed)

    # What is known

    @property
    def framing(self) -> Framing | None:
        """The framing of the clip in hand as it was made last; None while it isn't known."""
        clip = self._review.current
        return self._framing if clip is not None and clip.id == self._of else None

    async def read(self, clip_id: str) -> None:
        """Read how a clip is framed, so that it is known with the composition that shows it."""
        await self._review.saved()
        try:
            found = await self._project.framing(clip_id)
        except ShortlistError:
            return  # the preview, which needs more than this, tells
        current = self._review.current
        if current is not None and current.id == clip_id:
            self._framing, self._of, self._meant = found, clip_id, {}
            self._people = _people(found)
            self._shots = {
                aspect: reframing.seen_shots(found.spans[aspect], found.shots) for aspect in found.spans
            }
            self.changed.emit()

    @property
    def size(self) -> tuple[int, int] | None:
        """Width and height of the upright source in pixels, where it is known."""
        return (self.framing.width, self.framing.height) if self.framing and self.framing.width else None

    def look_at(self, aspect: Aspect) -> None:
        """Say which shape is looked at."""
        if aspect != self.aspect:
            self.aspect = aspect
            self.changed.emit()

    async def still(self, at: float) -> Path | None:
        """Return a file with the whole picture of a source second; None where there is none."""
        clip = self._review.current
        if clip is None:
            return None
        try:
            return await self._project.thumbnail(clip.run_id, round(at, 3), STILL_HEIGHT_PX)
        except ShortlistError:
            return None

    def shots(self, aspect: Aspect) -> list[TimeSpan]:
        """Return what is seen as one shot each, in source seconds."""
        return self._shots.get(aspect, []) if self.framing else []

    def shot_lines(self) -> list[ShotLine]:
        """Return the shots of the clip in the shape that is looked at, in the order in which it plays them."""
        clip, lines = self._review.current, []
        for shot in self.shots(self.aspect):
            parts = clip.cut.clip_spans(shot) if clip else []
            starts = [s for s in self.framing.spans[self.aspect] if shot.contains(s.start)] if self.framing else []
            if parts and starts:
                first = starts[0]
                is_by_hand = self.is_by_hand(self.aspect, first.start)
                lines.append(ShotLine(shot, parts[0].start, first.layout, first.reason, is_by_hand))
        return sorted(lines, key=lambda line: line.starts_at)

    def is_touched(self) -> bool:
        """Whether the user chose anything about the framing of the clip."""
        clip = self._review.current
        return clip is not None and clip.framing != FramingWishes()

    def shot_at(self, aspect: Aspect, at: float) -> TimeSpan | None:
        """Return the shot that is seen at a source second."""
        return reframing.shot_at(self.shots(aspect), at)

    def span_at(self, aspect: Aspect, at: float, is_automatic: bool = False) -> LayoutSpan | None:
        """Return how a source second is composed, or would be without the user's wishes."""
        framing = self.framing
        if framing is None:
            return None
        spans = framing.spans.get(aspect, ())
        spans = framing.automatic.get(aspect, spans) if is_automatic else spans
        before = [span for span in spans if span.start <= at + FRAME_SECONDS / 2]
        return max(before, key=lambda span: span.start) if before else next(iter(spans), None)

    def is_in_clip(self, at: float) -> bool:
        """Whether the clip in hand shows a source second; its very end counts."""
        clip = self._review.current
        return clip is not None and any(
            s.start - EDGE_SECONDS <= at <= s.end + EDGE_SECONDS for s in clip.cut.ranges
        )

    def is_by_hand(self, aspect: Aspect, at: float) -> bool:
        """Whether the user chose anything about a source second."""
        clip = self._review.current
        return clip is not None and reframing.is_by_hand(clip.framing, aspect, at)

    def arrangement(self, aspect: Aspect, at: float, scope: Scope) -> Arrangement:
        """Return what is wished for the clip, or for the shot at a source second."""
        clip = self._review.current
        if clip is None:
            return Arrangement()
        return reframing.arrangement_at(clip.framing, aspect, at) if scope == "shot" else clip.framing

    def key_seconds(self, cut: Cut) -> list[float]:
        """Return the seconds, in the time of a cut, at which crops were set by hand in the shape looked at."""
        clip = self._review.current
        crops = clip.framing.crops if clip else ()
        keys = [cut.to_clip_time(key.at) for c in crops if c.aspect == self.aspect for key in c.keyframes]
        return sorted(at for at in keys if at is not None)

    def crop_at(self, aspect: Aspect, at: float, part: int = 0) -> Crop | None:
        """Return the crop (x, y, width, height, pixels of the upright source) that a gesture begins with.

        That is the crop which is seen, of several the one numbered `part`. Where the picture is shown whole on a
        fill, it is the largest one around the face that matters most, or the middle.
        """
        framing, span = self.framing, self.span_at(aspect, at)
        if framing is None or span is None or not framing.width:
            return None
        target = span.regions[0].target if span.regions else None
        if len(span.regions) > 1:
            return span.regions[min(part, len(span.regions) - 1)].crop.at_time(at)
        if target is not None and (target.width, target.height) == (1.0, 1.0):
            return span.regions[0].crop.at_time(at)
        ratio = aspect_ratio(aspect)
        height = min(float(framing.height), framing.width / ratio)
        width = height * ratio
        faces = [face for _, face in self.faces_at(at)]
        face = max(faces, key=lambda face: (round(face.speaking, 1), face.width), default=None)
        middle = face.x + face.width / 2 if face else framing.width / 2
        return (
            min(max(middle - width / 2, 0.0), framing.width - width),
            (framing.height - height) / 2,
            width,
            height,
        )

    def faces_at(self, at: float) -> list[tuple[Person, FacePoint]]:
        """Return who is seen at a source second, and where."""
        framing = self.framing
        if framing is None:
            return []
        people = {person.number: person for person in self.people()}
        faces = [(track, _face_at(track, at)) for track in framing.tracks]
        return [(people[track.person], face) for track, face in faces if face is not None]

    def people(self) -> list[Person]:
        """Return who is seen in the clip: those who are seen longest first, named where that is known."""
        return self._people if self.framing else []

    def chosen_people(self, arranged: Arrangement) -> list[Person | None]:
        """Return whom the anchors of an arrangement point at; None where nobody is seen there."""
        by_number = {person.number: person for person in self.people()}
        tracks = self.framing.tracks if self.framing else ()
        for anchor in arranged.people:
            if anchor not in self._meant:
                self._meant[anchor] = person_at(tracks, anchor.at, anchor.x, anchor.y)
        numbers = [self._meant[anchor] for anchor in arranged.people]
        return [None if number is None else by_number.get(number) for number in numbers]

    # What the user wants

    def spot(self, at: float, part: int = 0) -> Spot | None:
        """Return what a crop set at a source second will belong to, whatever is in hand when the gesture ends.

        `part` numbers the crops of a layout that has several.
        """
        clip, shot = self._review.current, self.shot_at(self.aspect, at)
        if clip is None or shot is None:
            return None
        span = self.span_at(self.aspect, at)
        at = min(max(at, shot.start), shot.end - FRAME_SECONDS)
        if span is None or len(span.regions) < 2:
            return Spot(clip.id, self.aspect, shot, at)
        return Spot(clip.id, self.aspect, shot, at, span.layout, part, len(span.regions))

    def set_crop(self, spot: Spot, crop: Crop) -> None:
        """Crop a shot by hand, or set a further keyframe where it is already."""
        clip = self._review.clip(spot.clip_id)
        if clip is None:
            return
        x, y, width, height = crop
        key = CropKeyframe(at=spot.at, centre_x=x + width / 2, centre_y=y + height / 2, height=height)
        own = reframing.arrangement_at(clip.framing, spot.aspect, spot.at)
        if spot.parts > 1 and own.layout != spot.layout:
            # What is set of a half needs its split, also when another analysis would do without.
            kept = Arrangement(layout=spot.layout, people=own.people, is_swapped=own.is_swapped)
            clip = reframing.arrange_shot(clip, spot.shot, kept, spot.aspect)
        after = reframing.set_crop(clip, spot.aspect, spot.shot, key, spot.part, spot.parts)
        self._review.reframe(QT_TRANSLATE_NOOP("core", "Crop by hand {clips}"), after)

    def keyframe_at(self, at: float) -> CropKeyframe | None:
        """Return the keyframe at a source second, in the shape looked at, where its shot has others too."""
        clip = self._review.current
        crop = reframing.handmade_at(clip.framing, self.aspect, at) if clip else None
        keys = crop.keyframes if crop is not None and len(crop.keyframes) > 1 else ()
        return next((key for key in keys if abs(key.at - at) <= FRAME_SECONDS), None)

    def is_first(self, key: CropKeyframe) -> bool:
        """Whether nothing of its shot comes before a keyframe, so that the camera comes from nowhere."""
        clip = self._review.current
        crop = reframing.handmade_at(clip.framing, self.aspect, key.at) if clip else None
        return crop is not None and crop.keyframes[0] == key

    def remove_keyframe(self, key: CropKeyframe) -> None:
        """Remove a keyframe."""
        clip = self._review.current
        if clip is not None:
            self._review.reframe(
                QT_TRANSLATE_NOOP("core", "Remove a keyframe of {clips}"),
                reframing.remove_keyframe(clip, self.aspect, key.at),
            )

    def set_jump(self, key: CropKeyframe, is_wanted: bool) -> None:
        """Let the camera jump to a keyframe, or move there."""
        clip = self._review.current
        if clip is not None:
            name = (
                QT_TRANSLATE_NOOP("core", "Jump to a keyframe of {clips}")
                if is_wanted
                else QT_TRANSLATE_NOOP("core", "Move to a keyframe of {clips}")
            )
            self._review.reframe(name, reframing.set_jump(clip, self.aspect, key.at, is_wanted))

    def set_layout(self, layout: str, aspect: Aspect, at: float, scope: Scope) -> None:
        """Wish for a layout of the clip, or of the shot at a source second in an aspect; empty means automatic."""
        self._arrange(QT_TRANSLATE_NOOP("core", "Lay out {clips}"), aspect, at, scope, layout=layout)

    def follow(self, people: tuple[FaceAnchor, ...], aspect: Aspect, at: float, scope: Scope) -> None:
        """Follow people, in the clip or in the shot at a source second; none follows whoever speaks."""
        layout = self.arrangement(aspect, at, scope).layout
        kept = layout if layout == "follow" or (layout == "split" and len(people) == 2) else ""
        self._arrange(
            QT_TRANSLATE_NOOP("core", "Choose who is shown in {clips}"),
            aspect,
            at,
            scope,
            layout=kept,
            people=people,
        )

    def swap(self, aspect: Aspect, at: float, scope: Scope) -> None:
        """Turn the order of a split round."""
        is_swapped = self.arrangement(aspect, at, scope).is_swapped
        self._arrange(
            QT_TRANSLATE_NOOP("core", "Swap the split of {clips}"), aspect, at, scope, is_swapped=not is_swapped
        )

    def back_to_automatic(self, shot: TimeSpan | None = None, aspect: Aspect | None = None) -> None:
        """Let the machine frame a shot or all of the clip again, in an aspect or in all."""
        clip = self._review.current
        if clip is not None:
            self._review.reframe(
                QT_TRANSLATE_NOOP("core", "Automatic framing of {clips}"),
                reframing.back_to_automatic(clip, shot, aspect),
            )

    def shot_back_to_automatic(self, aspect: Aspect, at: float) -> None:
        """Let the machine frame what is seen at a source second again, in an aspect."""
        clip, shot = self._review.current, self.shot_at(aspect, at)
        if clip is None or shot is None:
            return
        after = reframing.back_to_automatic(clip, shot, aspect)
        if after.framing == clip.framing:
            # What is by hand here is what holds for the whole clip.
            after = reframing.arrange(clip, Arrangement())
        self._review.reframe(QT_TRANSLATE_NOOP("core", "Automatic framing of {clips}"), after)

    # Other clips

    def others(self) -> list[Clip]:
        """Return the other clips of the run that are not rejected."""
        clip = self._review.current
        return [each for each in self._review.clips if clip and each.id != clip.id and each.decision != "rejected"]

    async def catch_up(self) -> None:
        """Read the framing of the clip in hand as its wishes are now."""
        clip = self._review.current
        if clip is not None:
            await self.read(clip.id)

    async def copied_to(self, other: Clip) -> Clip | None:
        """Return another clip framed as the clip in hand in its shots of the same set-ups; None: it has none."""
        clip, framing = self._review.current, self.framing
        if clip is None or framing is None:
            return None
        await self._review.saved()
        try:
            found = await self._project.framing(other.id)
        except ShortlistError:
            return None  # what can't be framed can't be copied to; its own preview tells why
        after = setups.copied(clip, framing, other, found)
        return after if after.framing != other.framing else None

    def copy_to(self, changed: Sequence[Clip]) -> None:
        """Keep other clips with the framing that was copied to them, as one step of undo."""
        known = {clip.id: clip for clip in self._review.clips}
        after = [known[c.id].model_copy(update={"framing": c.framing}) for c in changed if c.id in known]
        self._review.reframe(QT_TRANSLATE_NOOP("core", "Copy the framing to {clips}"), *after)

    def _arrange(
        self, name: str, aspect: Aspect, at: float, scope: Scope, **changes: str | bool | tuple[FaceAnchor, ...]
    ) -> None:
        clip = self._review.current
        if clip is None:
            return
        own = self.arrangement(aspect, at, scope)
        bare = Arrangement(layout=own.layout, people=own.people, is_swapped=own.is_swapped)
        self._review.reframe(name, self._arranged(clip, bare.model_copy(update=changes), aspect, at, scope))

    def _arranged(self, clip: Clip, wanted: Arrangement, aspect: Aspect, at: float, scope: Scope) -> Clip:
        shot = self.shot_at(aspect, at)
        if shot is None:
            return reframing.arrange(clip, wanted)
        if scope == "clip":
            # What was chosen last must be seen here, also where this shot had a choice of its own.
            return reframing.arrange(reframing.back_to_automatic(clip, shot, aspect), wanted)
        return reframing.arrange_shot(clip, shot, wanted, aspect)


def _people(framing: Framing) -> list[Person]:
    faces: dict[int, list[FacePoint]] = {}
    for track in framing.tracks:
        faces.setdefault(track.person, []).extend(track.points)
    names = {person: speaker_name(speaker) for speaker, person in framing.voices.items()}
    seen = sorted((each for each in faces.items() if each[1]), key=lambda each: (-len(each[1]), each[0]))
    return [
        Person(number, names.get(number) or tr("Person {number}").format(number=place), _best(points), len(points))
        for place, (number, points) in enumerate(seen, 1)
    ]


def _best(points: list[FacePoint]) -> FacePoint:
    """Return the sighting that is surest and largest."""
    return max(points, key=lambda point: point.confidence * point.width)


def _face_at(track: FaceTrack, at: float) -> FacePoint | None:
    """Return a face at an instant: between two sightings where it is between them, None where it isn't seen."""
    after_index = bisect_right(track.points, at, key=lambda point: point.at)
    before = track.points[after_index - 1] if after_index else None
    after = track.points[after_index] if after_index < len(track.points) else None
    near = [p for p in (before, after) if p is not None and abs(p.at - at) <= SEEN_SECONDS]
    if before is None or after is None or after.at - before.at > 2 * SEEN_SECONDS:
        return min(near, key=lambda p: abs(p.at - at), default=None)
    share = (at - before.at) / (after.at - before.at)

    def mix(a: float, b: float) -> float:
        return a + (b - a) * share

    return before.model_copy(
        update={
            "at": at,
            "x": mix(before.x, after.x),
            "y": mix(before.y, after.y),
            "width": mix(before.width, after.width),
            "height": mix(before.height, after.height),
        }
    )
