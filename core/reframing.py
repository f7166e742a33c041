"""Pure edits of how clips are framed: crops set by hand, people to follow, layouts of a clip or of a shot.

A shot is here what is seen as one: from cut to cut, also where the cut is the camera operator's own, as from one
speaker to the other. What is set is kept with its source seconds, so that trims and later analyses leave it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from core.schema.choice import ASPECTS, Aspect
from core.schema.clip import Arrangement, Clip, CropKeyframe, FaceAnchor, FramingWishes, HandmadeCrop, ShotWish
from core.schema.framing import LayoutSpan
from core.schema.shot import Shot
from core.schema.time import TimeSpan

# Keyframes closer than this are the same one, set again.
SAME_SECONDS = 0.02
# What is left of a stretch when another one is laid over it; shorter remainders are dropped.
LEAST_SECONDS = 0.05
# Two crops that differ by less than this share of their width look the same.
SAME_CROP = 0.02
_PLAIN = Arrangement.by_default()
_Stretch = TypeVar("_Stretch", HandmadeCrop, ShotWish)


def set_crop(
    clip: Clip, aspect: Aspect, shot: TimeSpan, keyframe: CropKeyframe, part: int = 0, parts: int = 1
) -> Clip:
    """Return the clip with a crop set by hand at a source second of a shot.

    It is a further keyframe where that second is cropped by hand already, and one in the place of an earlier one
    that was set at this very second; otherwise the whole shot is cropped so. `part` of `parts` is meant where the
    layout has several crops: halves of a split stay beside each other, and give way to a crop of all.
    """
    crops = clip.framing.crops
    known = handmade_at(clip.framing, aspect, keyframe.at, (part, parts))
    if known is None:
        span = TimeSpan(start=min(shot.start, keyframe.at), end=max(shot.end, keyframe.at + LEAST_SECONDS))
        beside = [crop for crop in crops if parts > 1 and crop.parts == parts and crop.part != part]
        others = without_stretch([crop for crop in crops if crop not in beside], span, aspect)
        known = HandmadeCrop(aspect=aspect, span=span, keyframes=(keyframe,), part=part, parts=parts)
        return _framed(clip, crops=_in_order([*others, *beside, known]))
    others = tuple(crop for crop in crops if crop is not known)
    apart = [key for key in known.keyframes if abs(key.at - keyframe.at) > SAME_SECONDS]
    known = known.model_copy(update={"keyframes": tuple(sorted([*apart, keyframe], key=lambda key: key.at))})
    return _framed(clip, crops=_in_order([*others, known]))


def set_jump(clip: Clip, aspect: Aspect, at: float, is_cut: bool) -> Clip:
    """Return the clip whose camera jumps to the keyframe at a source second, or moves there."""
    return _framed(
        clip,
        crops=tuple(
            crop.model_copy(
                update={
                    "keyframes": tuple(
                        key.model_copy(update={"is_cut": is_cut})
                        if crop.aspect == aspect and abs(key.at - at) <= SAME_SECONDS
                        else key
                        for key in crop.keyframes
                    )
                }
            )
            for crop in clip.framing.crops
        ),
    )


def remove_keyframe(clip: Clip, aspect: Aspect, at: float) -> Clip:
    """Return the clip without the keyframe at a source second; with its last one the crop of a shot goes too."""
    crops: list[HandmadeCrop] = []
    for crop in clip.framing.crops:
        kept = tuple(key for key in crop.keyframes if crop.aspect != aspect or abs(key.at - at) > SAME_SECONDS)
        if kept:
            crops.append(crop.model_copy(update={"keyframes": kept}))
    return _framed(clip, crops=tuple(crops))


def without_part(clip: Clip, shot: TimeSpan, like: HandmadeCrop) -> Clip:
    """Return the clip without what was cropped by hand in a shot, of the aspect and part of another such crop."""
    same = [crop for crop in clip.framing.crops if (crop.part, crop.parts) == (like.part, like.parts)]
    others = [crop for crop in clip.framing.crops if crop not in same]
    return _framed(clip, crops=_in_order([*others, *without_stretch(same, shot, like.aspect)]))


def arrange(clip: Clip, wanted: Arrangement) -> Clip:
    """Return the clip with a layout and people for all of it; shots that have their own keep it."""
    return _framed(clip, layout=wanted.layout, people=wanted.people, is_swapped=wanted.is_swapped)


def arrange_shot(clip: Clip, shot: TimeSpan, wanted: Arrangement, aspect: Aspect | None = None) -> Clip:
    """Return the clip with a layout and people for one shot, in an aspect or in all; its handmade crops go."""
    wishes = clip.framing
    own = ShotWish(
        span=shot, aspect=aspect, layout=wanted.layout, people=wanted.people, is_swapped=wanted.is_swapped
    )
    shots = _in_order([*without_stretch(wishes.shots, shot, aspect), own])
    return _framed(clip, shots=shots, crops=without_stretch(wishes.crops, shot, aspect))


def back_to_automatic(clip: Clip, shot: TimeSpan | None = None, aspect: Aspect | None = None) -> Clip:
    """Return the clip framed by the machine again: in one shot or (None) all of it, in one aspect or (None) all.

    What is wished for the whole clip in all aspects stays unless all of it is taken back.
    """
    if shot is None and aspect is None:
        return clip.model_copy(update={"framing": FramingWishes()})
    everywhere = TimeSpan(start=float("-inf"), end=float("inf"))
    wishes = clip.framing
    return _framed(
        clip,
        shots=without_stretch(wishes.shots, shot or everywhere, aspect),
        crops=without_stretch(wishes.crops, shot or everywhere, aspect),
    )


def arrangement_at(wishes: FramingWishes, aspect: Aspect, at: float) -> Arrangement:
    """Return what is wished for a source second in an aspect: the shot's own, else the clip's."""
    own = (wish for wish in wishes.shots if wish.span.contains(at) and wish.aspect in (None, aspect))
    return next(own, wishes)


def handmade_at(
    wishes: FramingWishes, aspect: Aspect, at: float, part: tuple[int, int] | None = None
) -> HandmadeCrop | None:
    """Return the crop set by hand that a source second lies in: any, or that of a part (which, of how many)."""
    found = (crop for crop in wishes.crops if crop.aspect == aspect and crop.span.contains(at))
    return next((crop for crop in found if part in (None, (crop.part, crop.parts))), None)


def is_by_hand(wishes: FramingWishes, aspect: Aspect, at: float) -> bool:
    """Whether anything about a source second was chosen by hand in an aspect."""
    arranged = arrangement_at(wishes, aspect, at)
    return handmade_at(wishes, aspect, at) is not None or _bare(arranged) != _PLAIN


def without_stretch(stretches: Sequence[_Stretch], span: TimeSpan, aspect: Aspect | None) -> tuple[_Stretch, ...]:
    """Return handmade stretches without a span of source seconds, in one aspect or (None) in all.

    What lies outside the span stays, and what holds in all aspects stays in the others.
    """
    kept: list[_Stretch] = []
    for stretch in stretches:
        if (aspect is not None and stretch.aspect not in (None, aspect)) or not stretch.span.overlap(span):
            kept.append(stretch)
            continue
        inner = (max(stretch.span.start, span.start), min(stretch.span.end, span.end))
        if isinstance(stretch, ShotWish) and stretch.aspect is None and aspect is not None:
            others = [_within(stretch, *inner).model_copy(update={"aspect": a}) for a in ASPECTS if a != aspect]
            kept += others
        sides = ((stretch.span.start, inner[0]), (inner[1], stretch.span.end))
        kept += [_within(stretch, start, end) for start, end in sides if end - start >= LEAST_SECONDS]
    return tuple(kept)


def seen_shots(spans: Sequence[LayoutSpan], shots: Sequence[Shot]) -> list[TimeSpan]:
    """Return from cut to cut what is seen as one shot, in source seconds, ascending.

    Neighbouring spans of one shot of the source that show the same crop in the same layout are one, also across
    words that were cut out. The first and last of a source's shot reach to its ends, so that a clip that is made
    longer goes on as it is.
    """
    ordered = sorted(spans, key=lambda span: span.start)
    groups: list[list[LayoutSpan]] = []
    for span in ordered:
        if groups and _is_continued(groups[-1][-1], span) and not _is_cut_between(groups[-1][-1], span, shots):
            groups[-1].append(span)
        else:
            groups.append([span])
    found: list[TimeSpan] = []
    for index, group in enumerate(groups):
        start, end = group[0].start, group[-1].end
        shot = next((shot for shot in shots if shot.start <= start < shot.end), None)
        if shot is not None and not (index and groups[index - 1][-1].end > shot.start):
            start = min(start, shot.start)
        if shot is not None and not (index + 1 < len(groups) and groups[index + 1][0].start < shot.end):
            end = max(end, shot.end)
        found.append(TimeSpan(start=start, end=end))
    return found


def shot_at(shots: Sequence[TimeSpan], at: float) -> TimeSpan | None:
    """Return the shot that is seen at a source second; between two, where words were cut out, the one before."""
    before = [shot for shot in shots if shot.start <= at]
    return before[-1] if before else (shots[0] if shots else None)


def _within(stretch: _Stretch, start: float, end: float) -> _Stretch:
    """Return the part of a stretch; a crop of which no keyframe lies in it stands where it stood next to it."""
    span = TimeSpan(start=start, end=end)
    if isinstance(stretch, ShotWish):
        return stretch.model_copy(update={"span": span})
    inside = tuple(key for key in stretch.keyframes if span.contains(key.at))
    if not inside:
        nearest = min(stretch.keyframes, key=lambda key: max(start - key.at, key.at - end))
        inside = (nearest.model_copy(update={"at": start}),)
    return stretch.model_copy(update={"span": span, "keyframes": inside})


def _in_order(stretches: Sequence[_Stretch]) -> tuple[_Stretch, ...]:
    return tuple(sorted(stretches, key=lambda each: (each.span.start, each.aspect or "")))


def _bare(arranged: Arrangement) -> Arrangement:
    return Arrangement(layout=arranged.layout, people=arranged.people, is_swapped=arranged.is_swapped)


def _framed(clip: Clip, **changes: str | bool | tuple[FaceAnchor | ShotWish | HandmadeCrop, ...]) -> Clip:
    return clip.model_copy(update={"framing": clip.framing.model_copy(update=changes)})


def _is_cut_between(before: LayoutSpan, after: LayoutSpan, shots: Sequence[Shot]) -> bool:
    return any(before.start < shot.start <= after.start for shot in shots)


def _is_continued(before: LayoutSpan, after: LayoutSpan) -> bool:
    """Whether two spans look like one: same layout, and no crop that jumps."""
    if before.layout != after.layout or len(before.regions) != len(after.regions):
        return False
    for left, right in zip(before.regions, after.regions, strict=True):
        old, new = left.crop.at_time(before.end), right.crop.at_time(after.start)
        if (
            left.target != right.target
            or max(abs(a - b) for a, b in zip(old, new, strict=True)) > SAME_CROP * old[2]
        ):
            return False
    return True
