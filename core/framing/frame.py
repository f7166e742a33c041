"""Framing a clip: every shot of every range, in every aspect, composed by hand, by wish, or by the director."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.framing.direct import CropMemory, direct, follow_one
from core.framing.layouts import is_layout
from core.framing.path import still_crop
from core.framing.scene import Canvas, Scene, find_subjects
from core.schema.choice import Aspect, Choice, aspect_ratio
from core.schema.clip import CropKeyframe, FramingWishes
from core.schema.framing import FaceTrack, Framing, LayoutSpan, Region
from core.schema.shot import Shot
from core.schema.source import VideoStream
from core.schema.time import Cut, TimeSpan, merge_spans

MIN_HANDMADE_CROP_PX = 32.0


def frame_clip(
    facts: VideoStream,
    cut: Cut,
    shots: Sequence[Shot],
    tracks: Sequence[FaceTrack],
    aspects: Sequence[Aspect],
    wishes: FramingWishes,
    layout_wish: str = "",
) -> Framing:
    """Return how a clip is framed in each aspect. Pure: the same input gives the same framing.

    Args:
        facts: The source's picture.
        cut: The clip; spans are made for every range of it.
        shots: The source's shots; nothing moves across their cuts.
        tracks: Faces in upright source pixels.
        aspects: The shapes wanted.
        wishes: What the user set by hand. It wins over everything; a keyframe holds from its second to the
            next one or to the end of its shot.
        layout_wish: A layout the creative plan would like; the rules decide where it does not suit.
    """
    stretches = shot_stretches(cut, shots)
    person = next((track.person for track in tracks if track.id == wishes.follow_track), None)
    wish = wishes.layout or (layout_wish if is_layout(layout_wish) else "")
    spans: dict[Aspect, tuple[LayoutSpan, ...]] = {}
    for aspect in aspects:
        canvas = Canvas(facts.width, facts.height, aspect_ratio(aspect))
        memory: CropMemory = {}
        composed: list[LayoutSpan] = []
        for span, shot in stretches:
            composed += _frame_stretch(
                span, shot, tracks, canvas, wishes.keyframes.get(aspect, ()), person, wish, memory
            )
        spans[aspect] = tuple(composed)
    return Framing(
        width=facts.width,
        height=facts.height,
        shots=tuple(shot for shot in shots if any(span.overlap(_span_of(shot)) > 0 for span, _ in stretches)),
        tracks=tuple(tracks),
        spans=spans,
        choices=_choices(wishes, person, spans),
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


def _frame_stretch(
    span: TimeSpan,
    shot: Shot,
    tracks: Sequence[FaceTrack],
    canvas: Canvas,
    handmade: Sequence[CropKeyframe],
    person: int | None,
    wish: str,
    memory: CropMemory,
) -> list[LayoutSpan]:
    """Return the spans of one stretch: up to the first keyframe of its shot by machine, from then on by hand."""
    keys = sorted(
        (key for key in handmade if shot.start <= key.at < shot.end and key.at < span.end), key=lambda k: k.at
    )
    free_end = min(max(keys[0].at, span.start), span.end) if keys else span.end
    spans: list[LayoutSpan] = []
    if free_end > span.start:
        spans += _frame_freely(TimeSpan(start=span.start, end=free_end), tracks, canvas, person, wish, memory)
    for index, key in enumerate(keys):
        start = max(key.at, span.start)
        end = min(keys[index + 1].at, span.end) if index + 1 < len(keys) else span.end
        if end > start:
            spans.append(_handmade_span(start, end, key, canvas))
    return spans


def _frame_freely(
    span: TimeSpan,
    tracks: Sequence[FaceTrack],
    canvas: Canvas,
    person: int | None,
    wish: str,
    memory: CropMemory,
) -> list[LayoutSpan]:
    scene = Scene(span, find_subjects(tracks, span, canvas))
    if person is not None and wish in ("", "follow"):
        followed = follow_one(scene, canvas, person, memory)
        if followed is not None:
            return followed
    return direct(scene, canvas, wish if is_layout(wish) else "", memory)


def _handmade_span(start: float, end: float, key: CropKeyframe, canvas: Canvas) -> LayoutSpan:
    largest = canvas.largest()[1]
    height = min(max(key.height, min(MIN_HANDMADE_CROP_PX, largest)), largest)
    width = height * canvas.ratio
    x = min(max(key.centre_x - width / 2, 0.0), max(0.0, canvas.width - width))
    y = min(max(key.centre_y - height / 2, 0.0), max(0.0, canvas.height - height))
    region = Region(crop=still_crop(start, x, y, width, height))
    return LayoutSpan(start=start, end=end, layout="follow", regions=(region,), reason="set by hand")


def _span_of(shot: Shot) -> TimeSpan:
    return TimeSpan(start=shot.start, end=shot.end)


def _choices(
    wishes: FramingWishes, person: int | None, spans: dict[Aspect, tuple[LayoutSpan, ...]]
) -> tuple[Choice, ...]:
    choices = []
    if wishes.layout and not is_layout(wishes.layout):
        reason = f"There is no layout named {wishes.layout}."
        choices.append(Choice(subject="layout", chosen="automatic", reason=reason, degraded=True))
    if wishes.follow_track is not None and person is None:
        reason = "The person to follow is not in this clip any more."
        choices.append(Choice(subject="follow", chosen="automatic", reason=reason, degraded=True))
    faceless = [aspect for aspect, composed in spans.items() if _is_mostly_faceless(composed)]
    if faceless:
        reason = "No face was found in most of the clip: the whole picture is shown on a blurred fill."
        subject = f"framing {', '.join(faceless)}"
        choices.append(Choice(subject=subject, chosen="fit_blur", reason=reason, degraded=True))
    return tuple(choices)


def _is_mostly_faceless(spans: Sequence[LayoutSpan]) -> bool:
    whole = sum(span.end - span.start for span in spans if span.reason.startswith("no face found"))
    total = sum(span.end - span.start for span in spans)
    return total > 0 and whole > 0.5 * total
