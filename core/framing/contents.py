"""What shots show, made ready for framing: for one stretch, inside the frame, and steady from shot to shot."""

from __future__ import annotations

from collections.abc import Sequence

from core.framing.boxes import around, shared
from core.schema.framing import PictureContent, PixelBox
from core.schema.time import TimeSpan

# A screen that is shown for less than this takes the frame of the screens beside it, and gives them its own.
SHORT_SECONDS = 2.0
# Screens that follow on each other within so many seconds are of one run.
SAME_RUN_SECONDS = 0.5
# Insets are one and the same if they share this much of what both cover.
SAME_INSET = 0.7
# A picture inside the frame that is narrower or lower than this share of it is a fault.
LEAST_PICTURE = 0.15


def content_at(contents: Sequence[PictureContent], span: TimeSpan) -> PictureContent | None:
    """Return what is shown for most of a stretch of one shot, None where nothing was looked at."""

    def common(content: PictureContent) -> float:
        return min(content.end, span.end) - max(content.start, span.start)

    best = max(contents, key=common, default=None)
    return best if best is not None and common(best) > -SAME_RUN_SECONDS else None


def within_frame(content: PictureContent, width: int, height: int) -> PictureContent:
    """Return a shot's content with every box inside the frame, in whole pixels where the picture is."""
    frame = PixelBox(x=0, y=0, width=width, height=height)
    picture = shared(content.picture, frame) or frame
    if picture.width < LEAST_PICTURE * width or picture.height < LEAST_PICTURE * height:
        picture = frame
    left, top = -(-picture.x // 1), -(-picture.y // 1)
    picture = PixelBox(x=left, y=top, width=picture.right // 1 - left, height=picture.bottom // 1 - top)

    def inside(box: PixelBox | None) -> PixelBox | None:
        return None if box is None else shared(box, picture)

    return content.model_copy(
        update={
            "picture": picture,
            "texts": tuple(box for box in map(inside, content.texts) if box),
            "captions": tuple(box for box in map(inside, content.captions) if box),
            "drawn": inside(content.drawn),
            "inset": inside(content.inset),
            "changes": inside(content.changes),
        }
    )


def steadied(contents: Sequence[PictureContent]) -> tuple[PictureContent, ...]:
    """Return contents in order of time, in which screens of one run are framed alike.

    With one and the same presenter in it a whole run shares its boxes: a presenter's place must not change with
    every slide. Without, only short shots do so with their neighbours.
    """
    ordered = sorted(contents, key=lambda content: content.start)
    groups: list[list[PictureContent]] = []
    for content in ordered:
        if groups and _is_one_frame(groups[-1], content):
            groups[-1].append(content)
        else:
            groups.append([content])
    return tuple(shown for group in groups for shown in _alike(group))


def _is_one_frame(group: Sequence[PictureContent], b: PictureContent) -> bool:
    a = group[-1]
    if not (a.is_screen and b.is_screen) or b.start - a.end > SAME_RUN_SECONDS:
        return False
    if a.inset is not None and b.inset is not None:
        common = shared(a.inset, b.inset)
        size = max(a.inset.width * a.inset.height, b.inset.width * b.inset.height)
        return common is not None and common.width * common.height >= SAME_INSET * size
    is_long = [content.end - content.start >= SHORT_SECONDS for content in (*group, b)]
    return a.inset is None and b.inset is None and sum(is_long) <= 1


def _alike(group: Sequence[PictureContent]) -> list[PictureContent]:
    if len(group) == 1:
        return list(group)
    longest = max(group, key=lambda content: content.end - content.start)
    shared_boxes = {
        "texts": tuple(dict.fromkeys(box for content in group for box in content.texts)),
        "drawn": around([content.drawn for content in group if content.drawn]),
        "inset": longest.inset,
        "sides": longest.sides,
        "ends": longest.ends,
    }
    return [content.model_copy(update=shared_boxes) for content in group]
