"""Framing a clip: every shot of every range, in every aspect, composed by hand, by wish, or by the director."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from core.framing.burnt_in import captioned_band, keep_captions
from core.framing.by_hand import cropped, fitted, lay_over, part_cropped, swapped
from core.framing.contents import content_at, steadied, within_frame
from core.framing.direct import direct, follow_people_chosen, split_chosen
from core.framing.faceless import REASONS
from core.framing.inside import scene_inside, span_outside
from core.framing.layouts import is_layout
from core.framing.scene import Canvas, Scene, find_subjects
from core.framing.situation import Memory
from core.schema.choice import Aspect, Choice, aspect_ratio
from core.schema.clip import Arrangement, FaceAnchor, FramingWishes
from core.schema.framing import FaceTrack, Framing, Layout, LayoutSpan, PictureContent, PixelBox, person_at
from core.schema.shot import Shot
from core.schema.source import VideoStream
from core.schema.time import Cut, TimeSpan, merge_spans

_NO_WISH = FramingWishes()

# What a clip shows where it shows no faces, by its layout.
_SHOWN_INSTEAD = {
    "screen": "the screen is shown as close as keeps all of its text",
    "wide": "a crop shows what moves and stands out",
    "fit_blur": "the whole picture is shown on a blurred fill",
}


def frame_clip(
    facts: VideoStream,
    cut: Cut,
    shots: Sequence[Shot],
    tracks: Sequence[FaceTrack],
    aspects: Sequence[Aspect],
    wishes: FramingWishes,
    layout_wish: str = "",
    contents: Sequence[PictureContent] = (),
) -> Framing:
    """Return how a clip is framed in each aspect. Pure: the same input gives the same framing.

    Args:
        facts: The source's picture.
        cut: The clip; spans are made for every range of it.
        shots: The source's shots; nothing moves across their cuts.
        tracks: Faces in upright source pixels.
        aspects: The shapes wanted.
        wishes: What the user set by hand. It wins over everything.
        layout_wish: A layout the creative plan would like; the rules decide where it does not suit.
        contents: What the shots show beside faces, where it was looked at.
    """
    stretches = shot_stretches(cut, shots)
    people = {anchor: person_at(tracks, anchor.at, anchor.x, anchor.y) for anchor in _anchors(wishes)}
    shown = steadied([within_frame(content, facts.width, facts.height) for content in contents])
    band = captioned_band(shown)

    def framed(aspect: Aspect, wanted: FramingWishes) -> tuple[LayoutSpan, ...]:
        canvas = Canvas(facts.width, facts.height, aspect_ratio(aspect))
        camera = _Camera(canvas, tracks, people, shown, layout_wish if is_layout(layout_wish) else "", band, {})
        composed: list[LayoutSpan] = []
        for span, _ in stretches:
            composed += _by_hand(_arranged(span, wanted, camera), span, shots, wanted, aspect, camera)
        return tuple(composed)

    spans = {aspect: framed(aspect, wishes) for aspect in aspects}
    automatic = {aspect: framed(aspect, _NO_WISH) for aspect in aspects} if wishes != _NO_WISH else {}
    return Framing(
        width=facts.width,
        height=facts.height,
        shots=tuple(shot for shot in shots if any(span.overlap(_span_of(shot)) > 0 for span, _ in stretches)),
        tracks=tuple(tracks),
        spans=spans,
        automatic={aspect: made for aspect, made in automatic.items() if made != spans[aspect]},
        choices=_choices(wishes, people, spans),
    )


def shot_stretches(cut: Cut, shots: Sequence[Shot]) -> list[tuple[TimeSpan, Shot]]:
    """Return the parts of the clip that lie in one shot each, gapless over its ranges, with their shots."""
    stretches: list[tuple[TimeSpan, Shot]] = []
    ordered = sorted(shots, key=lambda shot: shot.start)
    for span in merge_spans(cut.ranges):
        cuts = sorted({shot.start for shot in ordered if span.start < shot.start < span.end})
        bounds = [span.start, *cuts, span.end]
        for start, end in pairwise(bounds):
            if end > start:
                inside = [shot for shot in ordered if shot.start <= start < shot.end]
                stretches.append(
                    (TimeSpan(start=start, end=end), inside[-1] if inside else Shot(start=start, end=end))
                )
    return stretches


class _Camera(NamedTuple):
    """What framing one aspect needs all along; `people` are who anchors point at, None where nobody is.

    `band` is where captions are burnt in, from the top to the bottom; each picture inside bars has its memory.
    """

    canvas: Canvas
    tracks: Sequence[FaceTrack]
    people: Mapping[FaceAnchor, int | None]
    contents: Sequence[PictureContent]
    layout_wish: str
    band: tuple[float, float] | None
    memories: dict[PixelBox, Memory]


def _by_hand(
    spans: list[LayoutSpan],
    stretch: TimeSpan,
    shots: Sequence[Shot],
    wishes: FramingWishes,
    aspect: Aspect,
    camera: _Camera,
) -> list[LayoutSpan]:
    """Return a stretch of one shot with what was wished for parts of it, and what was cropped by hand, over it."""
    for wish in wishes.shots:
        if wish.aspect in (None, aspect) and (part := _shared(fitted(wish.span, shots), stretch)):
            spans = lay_over(spans, _arranged(part, wish, camera), stretch)
    for crop in wishes.crops:
        if crop.aspect != aspect or not (part := _shared(fitted(crop.span, shots), stretch)):
            continue
        if crop.parts > 1:
            spans = part_cropped(spans, crop, part, camera.canvas)
        else:
            spans = lay_over(spans, cropped(crop, part, camera.canvas), stretch)
    return spans


def _shared(span: TimeSpan, stretch: TimeSpan) -> TimeSpan | None:
    start, end = max(span.start, stretch.start), min(span.end, stretch.end)
    return TimeSpan(start=start, end=end) if end > start else None


def _arranged(span: TimeSpan, wanted: Arrangement, camera: _Camera) -> list[LayoutSpan]:
    """Return a stretch of one shot composed as wished, by the director where it is not."""
    content = content_at(camera.contents, span)
    scene = Scene(span, find_subjects(camera.tracks, span, camera.canvas), content=content)
    canvas, picture = camera.canvas, _frame_of(camera.canvas)
    if content is not None and content.picture != picture:
        # Between bars the picture is composed as if it were all there is.
        picture = content.picture
        canvas = Canvas(picture.width, picture.height, canvas.ratio)
        scene = scene_inside(scene, picture)
    spans = _composed(scene, canvas, wanted, camera, camera.memories.setdefault(picture, Memory()))
    if camera.band is not None and not (wanted.layout or wanted.people):
        band = (camera.band[0] - picture.y, camera.band[1] - picture.y)
        spans = keep_captions(spans, scene, canvas, band)
    if canvas is not camera.canvas:
        spans = [span_outside(each, picture) for each in spans]
    return [swapped(each) for each in spans] if wanted.is_swapped else spans


def _frame_of(canvas: Canvas) -> PixelBox:
    return PixelBox(x=0, y=0, width=canvas.width, height=canvas.height)


def _composed(
    scene: Scene, canvas: Canvas, wanted: Arrangement, camera: _Camera, memory: Memory
) -> list[LayoutSpan]:
    chosen = [camera.people[anchor] for anchor in wanted.people]
    there = [subject for person in chosen for subject in scene.subjects if subject.person == person]
    layout = wanted.layout if is_layout(wanted.layout) else ""
    spans: list[LayoutSpan] | None = None
    if there and layout in ("", "follow", "group"):
        spans = follow_people_chosen(scene, canvas, there, memory)
    elif len(there) == 2 and layout == "split":
        spans = split_chosen(scene, canvas, there)
    if spans is None:
        spans = direct(scene, canvas, layout or camera.layout_wish, memory)
    return spans


def _span_of(shot: Shot) -> TimeSpan:
    return TimeSpan(start=shot.start, end=shot.end)


def _anchors(wishes: FramingWishes) -> list[FaceAnchor]:
    return [anchor for wanted in (wishes, *wishes.shots) for anchor in wanted.people]


def _choices(
    wishes: FramingWishes, people: Mapping[FaceAnchor, int | None], spans: dict[Aspect, tuple[LayoutSpan, ...]]
) -> tuple[Choice, ...]:
    choices = []
    for layout in dict.fromkeys(each.layout for each in (wishes, *wishes.shots)):
        if layout and not is_layout(layout):
            reason = f"There is no layout named {layout}."
            choices.append(Choice(subject="layout", chosen="automatic", reason=reason, degraded=True))
    for anchor, person in people.items():
        if person is None:
            reason = f"Nobody is found any more where you chose a person (second {anchor.at:.1f} of the source)."
            choices.append(Choice(subject="follow", chosen="automatic", reason=reason, degraded=True))
    faceless = [aspect for aspect, composed in spans.items() if _is_mostly_faceless(composed)]
    if faceless:
        chosen = _prevailing(spans[faceless[0]])
        reason = f"No face was found in most of the clip: {_SHOWN_INSTEAD.get(chosen, chosen)}."
        subject = f"framing {', '.join(faceless)}"
        choices.append(Choice(subject=subject, chosen=chosen, reason=reason, degraded=chosen != "screen"))
    return tuple(choices)


def _is_mostly_faceless(spans: Sequence[LayoutSpan]) -> bool:
    whole = sum(span.end - span.start for span in spans if span.reason.startswith(REASONS))
    total = sum(span.end - span.start for span in spans)
    return total > 0 and whole > 0.5 * total


def _prevailing(spans: Sequence[LayoutSpan]) -> Layout:
    """Return the layout that is shown longest."""
    seconds: dict[Layout, float] = {}
    for span in spans:
        seconds[span.layout] = seconds.get(span.layout, 0.0) + span.end - span.start
    return max(seconds, key=lambda layout: seconds[layout])
