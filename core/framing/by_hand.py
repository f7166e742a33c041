"""What was set by hand, laid over what the director made: it always wins, and never leaves the frame.

People are found again by where they sat at a second, stretches by their source seconds: neither depends on the
numbers or the exact cuts of one analysis.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from core.framing.scene import Canvas
from core.schema.clip import CropKeyframe, HandmadeCrop
from core.schema.framing import CropPath, LayoutSpan, Region
from core.schema.shot import Shot
from core.schema.time import TimeSpan

BY_HAND = "set by hand"
MIN_CROP_PX = 32.0
# A stretch that ends this near to a cut of the source ends at the cut: analyses differ by a few frames.
NEAR_CUT_SECONDS = 0.25
# What would be left of the machine's framing between a stretch and the next cut is a flash below this.
FLASH_SECONDS = 0.5
# A move takes so long for each crop width that it covers, and at least so long.
SECONDS_A_WIDTH, LEAST_MOVE_SECONDS = 1.6, 0.6
EASE_STEPS = 12


def fitted(span: TimeSpan, shots: Sequence[Shot]) -> TimeSpan:
    """Return a stretch with its ends at cuts of the source where they nearly are."""
    cuts = sorted({edge for shot in shots for edge in (shot.start, shot.end)})

    def near(at: float) -> float:
        nearest = min(cuts, key=lambda cut: abs(cut - at), default=at)
        return nearest if abs(nearest - at) <= NEAR_CUT_SECONDS else at

    start, end = near(span.start), near(span.end)
    return TimeSpan(start=start, end=end) if end > start else span


def lay_over(spans: Sequence[LayoutSpan], made: Sequence[LayoutSpan], stretch: TimeSpan) -> list[LayoutSpan]:
    """Return the spans of one stretch of a shot with others in their place.

    Args:
        spans: Gapless spans of the whole stretch.
        made: Gapless spans of a part of it.
        stretch: The whole stretch. Where next to nothing of it would be left beside `made`, they reach its end.
    """
    if not made:
        return list(spans)
    start, end = made[0].start, made[-1].end
    edges = {stretch.start, stretch.end, *(span.start for span in spans)}
    start = min([edge for edge in edges if 0 <= start - edge < FLASH_SECONDS], default=start)
    end = max([edge for edge in edges if 0 <= edge - end < FLASH_SECONDS], default=end)
    inner = [*made]
    inner[0] = inner[0].model_copy(update={"start": start})
    inner[-1] = inner[-1].model_copy(update={"end": end})
    before = [_ended(span, min(span.end, start)) for span in spans if span.start < start]
    after = [span.model_copy(update={"start": max(span.start, end)}) for span in spans if span.end > end]
    return [*before, *inner, *after]


def _ended(span: LayoutSpan, end: float) -> LayoutSpan:
    return span.model_copy(update={"end": end})


def cropped(crop: HandmadeCrop, part: TimeSpan, canvas: Canvas) -> list[LayoutSpan]:
    """Return the spans of a part of one shot as they were cropped by hand.

    Within the part the camera stands, moves eased from one keyframe to the next so that it arrives at its second,
    or jumps where it was asked to. Keyframes of other shots move nothing here: there is no motion across a cut.
    """
    own = [key for key in crop.keyframes if part.contains(key.at)]
    if not own:
        before = [key for key in crop.keyframes if key.at < part.start]
        own = [before[-1] if before else crop.keyframes[0]]
    bounds = [part.start, *(key.at for key in own[1:] if key.is_cut and key.at > part.start), part.end]
    spans = []
    for start, end in pairwise(bounds):
        keys = [key for key in own if start <= key.at < end] or [own[0]]
        region = Region(crop=_path(keys, start, canvas))
        spans.append(LayoutSpan(start=start, end=end, layout="follow", regions=(region,), reason=BY_HAND))
    return spans


def part_cropped(
    spans: Sequence[LayoutSpan], crop: HandmadeCrop, part: TimeSpan, canvas: Canvas
) -> list[LayoutSpan]:
    """Return spans with one of the crops of their layout by hand, as one half of a split, during a part of them.

    Spans of a layout with another number of crops stay as they are.
    """
    changed: list[LayoutSpan] = []
    for span in spans:
        start, end = max(span.start, part.start), min(span.end, part.end)
        if end <= start or len(span.regions) != crop.parts:
            changed.append(span)
            continue
        target = span.regions[crop.part].target
        own = Canvas(canvas.width, canvas.height, canvas.ratio * target.width / target.height)
        if start > span.start:
            changed.append(_ended(span, start))
        for made in cropped(crop, TimeSpan(start=start, end=end), own):
            regions = list(span.regions)
            regions[crop.part] = Region(crop=made.regions[0].crop, target=target)
            update = {"start": made.start, "end": made.end, "regions": tuple(regions), "reason": BY_HAND}
            changed.append(span.model_copy(update=update))
        if end < span.end:
            changed.append(span.model_copy(update={"start": end}))
    return changed


def clamped(key: CropKeyframe, canvas: Canvas) -> tuple[float, float, float, float]:
    """Return a keyframe's crop (x, y, width, height) in pixels, inside the picture and of the canvas's shape."""
    largest = canvas.largest()[1]
    height = min(max(key.height, min(MIN_CROP_PX, largest)), largest)
    width = height * canvas.ratio
    x = min(max(key.centre_x - width / 2, 0.0), max(0.0, canvas.width - width))
    y = min(max(key.centre_y - height / 2, 0.0), max(0.0, canvas.height - height))
    return x, y, width, height


def _path(keys: Sequence[CropKeyframe], start: float, canvas: Canvas) -> CropPath:
    """Return the path through keyframes: still, then eased so that each is reached at its second."""
    crops = [clamped(key, canvas) for key in keys]
    knots: list[tuple[float, tuple[float, ...]]] = [(start, crops[0])]
    for (first, second), (old, new) in zip(pairwise(keys), pairwise(crops), strict=True):
        # A change of size looks like a way too: its share of the width.
        way = hypot(new[0] - old[0] + (new[2] - old[2]) / 2, new[1] - old[1], new[2] - old[2]) / max(
            old[2], new[2]
        )
        if way < 1e-6:
            continue
        takes = min(second.at - first.at, max(LEAST_MOVE_SECONDS, way * SECONDS_A_WIDTH))
        for step in range(EASE_STEPS + 1):
            share = step / EASE_STEPS
            at = second.at - takes * (1 - share)
            eased = share * share * (3 - 2 * share)
            crop = tuple(a + (b - a) * eased for a, b in zip(old, new, strict=True))
            if at > knots[-1][0] + 1e-6:
                knots.append((at, crop))
    return CropPath(
        at=tuple(at for at, _ in knots),
        x=tuple(crop[0] for _, crop in knots),
        y=tuple(crop[1] for _, crop in knots),
        width=tuple(crop[2] for _, crop in knots),
        height=tuple(crop[3] for _, crop in knots),
    )


def swapped(span: LayoutSpan) -> LayoutSpan:
    """Return a split with its two people in each other's place; other layouts as they are."""
    if span.layout != "split" or len(span.regions) != 2:
        return span
    first, second = span.regions
    regions = (
        Region(crop=second.crop, target=first.target),
        Region(crop=first.crop, target=second.target),
    )
    return span.model_copy(update={"regions": regions})
