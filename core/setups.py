"""Which shots of two clips are of one camera set-up, and a framing copied from the one to the other.

Two shots are of one set-up where the same faces sit at the same places and the machine, left alone, frames them
alike: then what was wrong with the one is wrong with the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from core import reframing
from core.schema.choice import ASPECTS, Aspect
from core.schema.clip import Arrangement, Clip
from core.schema.framing import Framing, LayoutSpan
from core.schema.time import TimeSpan

# Two crops are alike whose middles differ by less than this share of their width, and their heights by less.
SAME_PLACE, SAME_HEIGHT = 0.25, 0.2
# Faces are at one place that are less than their width apart and differ less in size.
SAME_SEAT, SAME_SIZE = 1.0, 0.35
# Who is seen for a smaller share of a shot than this passes by.
SEEN_SHARE = 0.3


class Seat(NamedTuple):
    """Where a face is in a shot, by its middle, and its width: pixels of the upright source."""

    x: float
    y: float
    width: float


def copied(clip: Clip, framing: Framing, other: Clip, other_framing: Framing) -> Clip:
    """Return another clip with what is set by hand in the first, in its shots of the same set-ups.

    A camera that moves by hand stands where its first keyframe is. What is wished for the whole clip goes along
    where any shot is of the same set-up. A clip without such a shot comes back as it is.
    """
    after = other
    wishes = clip.framing
    for wish in wishes.shots:
        at = _seen_second(clip, wish.span)
        for shot in alike_shots(framing, wish.aspect or ASPECTS[0], at, other_framing):
            after = reframing.arrange_shot(after, shot, wish, wish.aspect)
    for crop in wishes.crops:
        first = crop.keyframes[0]
        for shot in alike_shots(framing, crop.aspect, first.at, other_framing):
            key = first.model_copy(update={"at": _seen_second(other, shot), "is_cut": False})
            after = reframing.without_part(after, shot, crop)
            after = reframing.set_crop(after, crop.aspect, shot, key, crop.part, crop.parts)
    whole = Arrangement(layout=wishes.layout, people=wishes.people, is_swapped=wishes.is_swapped)
    if whole != Arrangement() and _shares_a_set_up(framing, other_framing):
        after = reframing.arrange(after, whole)
    return after


def alike_shots(framing: Framing, aspect: Aspect, at: float, other: Framing) -> list[TimeSpan]:
    """Return the shots of another clip that are of the set-up seen at a source second of the first."""
    mine = _automatic(framing, aspect)
    shot = reframing.shot_at(reframing.seen_shots(mine, framing.shots), at)
    if shot is None:
        return []
    theirs = _automatic(other, aspect)
    seats = seats_in(framing, shot)
    return [
        each
        for each in reframing.seen_shots(theirs, other.shots)
        if are_same_seats(seats, seats_in(other, each)) and _are_framed_alike(mine, shot, theirs, each)
    ]


def seats_in(framing: Framing, shot: TimeSpan) -> list[Seat]:
    """Return where faces are in a shot, of those who are there for a good part of it, from the left."""
    from statistics import median

    by_person: dict[int, list[Seat]] = {}
    for track in framing.tracks:
        for point in track.points:
            if shot.contains(point.at):
                seat = Seat(point.x + point.width / 2, point.y + point.height / 2, point.width)
                by_person.setdefault(track.person, []).append(seat)
    most = max(map(len, by_person.values()), default=0)
    return sorted(
        Seat(*(median(values) for values in zip(*seen, strict=True)))
        for seen in by_person.values()
        if len(seen) >= SEEN_SHARE * most
    )


def are_same_seats(first: Sequence[Seat], second: Sequence[Seat]) -> bool:
    """Whether as many faces of about the same size are at the same places."""
    if len(first) != len(second):
        return False
    left = list(second)
    for seat in first:
        near = [each for each in left if _is_same_seat(seat, each)]
        if not near:
            return False
        left.remove(min(near, key=lambda each: abs(each.x - seat.x)))
    return True


def _is_same_seat(a: Seat, b: Seat) -> bool:
    width = max(a.width, b.width, 1.0)
    is_near = max(abs(a.x - b.x), abs(a.y - b.y)) < SAME_SEAT * width
    return is_near and abs(a.width - b.width) < SAME_SIZE * width


def _automatic(framing: Framing, aspect: Aspect) -> tuple[LayoutSpan, ...]:
    return framing.automatic.get(aspect, framing.spans.get(aspect, ()))


def _are_framed_alike(
    mine: Sequence[LayoutSpan], shot: TimeSpan, theirs: Sequence[LayoutSpan], other: TimeSpan
) -> bool:
    a, b = _span_in(mine, shot), _span_in(theirs, other)
    if a is None or b is None or a.layout != b.layout or len(a.regions) != len(b.regions):
        return False
    for left, right in zip(a.regions, b.regions, strict=True):
        old, new = left.crop.at_time(a.start), right.crop.at_time(b.start)
        away = max(abs(old[n] + old[n + 2] / 2 - new[n] - new[n + 2] / 2) for n in (0, 1))
        if away > SAME_PLACE * old[2] or abs(old[3] - new[3]) > SAME_HEIGHT * old[3]:
            return False
    return True


def _span_in(spans: Sequence[LayoutSpan], shot: TimeSpan) -> LayoutSpan | None:
    inside = [span for span in spans if TimeSpan(start=span.start, end=span.end).overlap(shot) > 0]
    return max(inside, key=lambda span: span.end - span.start, default=None)


def _seen_second(clip: Clip, shot: TimeSpan) -> float:
    """Return the first source second of a shot that the clip shows."""
    starts = [max(kept.start, shot.start) for kept in clip.cut.ranges if kept.overlap(shot) > 0]
    return min(starts, default=shot.start)


def _shares_a_set_up(framing: Framing, other: Framing) -> bool:
    aspect = next(iter(framing.spans), ASPECTS[0])
    mine = reframing.seen_shots(_automatic(framing, aspect), framing.shots)
    return any(alike_shots(framing, aspect, shot.start, other) for shot in mine)
