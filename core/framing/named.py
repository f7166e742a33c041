"""Names of speakers in a picture: one is shown while its owner is seen, and goes before a cut to somebody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

from core.schema.caption import CaptionCue, Overlay
from core.schema.framing import FacePoint, FaceTrack, LayoutSpan
from core.schema.time import TimeSpan, merge_spans

# A name must be readable, and come while its owner still speaks.
LEAST_SECONDS, STILL_SPEAKING = 1.5, 0.5
PAUSE_SECONDS = 0.25
# Of the picture's width: nearer to each other they are above one another, not beside.
LEAST_APART = 0.15
# How often a layout is looked at, and how long a face that is not found is still there.
LOOK_SECONDS, HELD_SECONDS = 0.4, 0.6


def names_with_faces(
    overlays: Sequence[Overlay],
    spans: Sequence[LayoutSpan],
    faces: Sequence[FaceTrack],
    voices: Mapping[str, int],
    cues: Sequence[CaptionCue],
) -> tuple[Overlay, ...]:
    """Return overlays whose lower thirds fit the layouts of one aspect; all else is left as it is.

    A name over another's face is a mistake that viewers remember. So each is shown in the first stretch in which
    its owner speaks and no layout shows somebody else alone, and left out where there is none that is long enough.

    Args:
        overlays: Of the clip.
        spans: Layouts in order, clip seconds; none where there is no picture.
        faces: What was seen, in clip seconds and source pixels.
        voices: Which person of `faces` a speaker is.
        cues: Tell who speaks when.
    """
    settled = [overlay for overlay in overlays if overlay.kind != "lower_third"]
    waiting = [overlay for overlay in overlays if overlay.kind == "lower_third"]
    free_from = 0.0
    while waiting:
        # Whoever had to wait for their face lets others go first.
        fitting: list[tuple[float, int, Overlay]] = []
        for index, overlay in enumerate(waiting):
            stretches = _rightful(spans, faces, voices.get(overlay.speaker), overlay)
            moved = _fitted(overlay, stretches, _turns(cues, overlay.speaker), free_from)
            if moved is not None:
                fitting.append((moved.start, index, moved))
        if not fitting:
            break
        _, index, moved = min(fitting, key=lambda each: each[:2])
        waiting.pop(index)
        free_from = moved.end + PAUSE_SECONDS
        side = _side(moved, spans, faces, voices.get(moved.speaker))
        settled.append(moved.model_copy(update={"side": side}))
    return tuple(settled)


def _fitted(
    overlay: Overlay, stretches: Sequence[TimeSpan], turns: Sequence[TimeSpan], free_from: float
) -> Overlay | None:
    length = overlay.end - overlay.start
    least = min(LEAST_SECONDS, length)
    for stretch in stretches:
        for turn in turns or (TimeSpan(start=overlay.start, end=overlay.end),):
            start = max(overlay.start, stretch.start, turn.start, free_from)
            end = min(start + length, stretch.end)
            if start <= max(turn.start, turn.end - STILL_SPEAKING) and end - start >= least - 1e-6:
                return overlay.model_copy(update={"start": start, "end": end})
    return None


def _rightful(
    spans: Sequence[LayoutSpan], faces: Sequence[FaceTrack], person: int | None, overlay: Overlay
) -> list[TimeSpan]:
    """Return the stretches, joined over cuts, in which a name may be shown."""
    if not any(span.regions for span in spans):
        return [TimeSpan(start=overlay.start, end=overlay.end)]
    shown = [TimeSpan(start=span.start, end=span.end) for span in spans if _suits(span, faces, person)]
    # Who it is in the picture is not known: no cut can be trusted to stay with them.
    return merge_spans(shown, 1e-3) if person is not None else shown


def _suits(span: LayoutSpan, faces: Sequence[FaceTrack], person: int | None) -> bool:
    """Whether a layout shows the person, or nobody, for most of its time."""
    if person is None:
        return True
    count = max(1, round((span.end - span.start) / LOOK_SECONDS))
    wrong = 0
    for index in range(count):
        at = span.start + (index + 0.5) * (span.end - span.start) / count
        seen = _seen(span, faces, at)
        wrong += bool(seen) and person not in seen
    return wrong <= count / 2


def _side(
    overlay: Overlay, spans: Sequence[LayoutSpan], faces: Sequence[FaceTrack], person: int | None
) -> Literal["", "left", "right"]:
    """Return the side of the picture on which somebody is seen beside others, so that their name lies there."""
    apart: list[float] = []
    for span in spans:
        start, end = max(span.start, overlay.start), min(span.end, overlay.end)
        count = round((end - start) / LOOK_SECONDS)
        for index in range(count):
            seen = _seen(span, faces, start + (index + 0.5) * (end - start) / count)
            others = [across for whose, across in seen.items() if whose != person]
            if person in seen and others:
                apart.append(seen[person] - sum(others) / len(others))
    if not apart or abs(sum(apart) / len(apart)) < LEAST_APART:
        return ""
    return "right" if sum(apart) > 0 else "left"


def _seen(span: LayoutSpan, faces: Sequence[FaceTrack], at: float) -> dict[int, float]:
    """Return who is seen at an instant, and how far from the output's left edge, as a share of its width."""
    seen: dict[int, float] = {}
    for track in faces:
        point = _point(track, at)
        across = _shown_at(point, span, at) if point else None
        if across is not None:
            seen[track.person] = across
    return seen


def _point(track: FaceTrack, at: float) -> FacePoint | None:
    nearest = min(track.points, key=lambda point: abs(point.at - at), default=None)
    return nearest if nearest is not None and abs(nearest.at - at) <= HELD_SECONDS else None


def _shown_at(point: FacePoint, span: LayoutSpan, at: float) -> float | None:
    across, down = point.x + point.width / 2, point.y + point.height / 2
    for region in span.regions:
        x, y, width, height = region.crop.at_time(at)
        if x <= across <= x + width and y <= down <= y + height:
            return region.target.x + (across - x) / width * region.target.width
    return None


def _turns(cues: Sequence[CaptionCue], speaker: str) -> list[TimeSpan]:
    """Return when somebody speaks, pauses between their own words included."""
    if not cues:
        return []
    edges = [cues[0].start, *(after.start for before, after in pairwise(cues) if before.speaker != after.speaker)]
    turns = []
    for start, end in pairwise([*edges, cues[-1].end]):
        if next(cue.speaker for cue in cues if cue.start >= start) == speaker:
            turns.append(TimeSpan(start=start, end=max(start, end)))
    return turns
