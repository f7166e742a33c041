"""Where the faces that were seen in a source lie in a clip's picture at an instant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.schema.composition import Composition
    from core.schema.framing import FacePoint, FaceTrack, LayoutSpan

# A face that is not found for a moment (turned away, hidden) is still there: seconds to the nearest sighting.
HELD_SECONDS = 0.6
# Faces this much smaller than the largest are people in the background.
MAIN_SIZE = 0.45


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels, origin top left."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> float:
        """Its area."""
        return max(0.0, self.right - self.left) * max(0.0, self.bottom - self.top)

    def overlap(self, other: Box) -> float:
        """Return the area that two share."""
        shared = Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )
        return shared.size


@dataclass(frozen=True)
class Seen:
    """A face of the source at an instant, in source pixels, found at `found_at`, `seconds_away` from then."""

    person: int
    box: Box
    speaking: float
    seconds_away: float
    found_at: float


def faces_at(tracks: tuple[FaceTrack, ...], at: float) -> list[Seen]:
    """Return the main faces about an instant, one a person."""
    nearest: dict[int, Seen] = {}
    for track in tracks:
        seen = _seen(track, at)
        if seen is not None:
            known = nearest.get(track.person)
            if known is None or seen.seconds_away < known.seconds_away:
                nearest[track.person] = seen
    largest = max((seen.box.bottom - seen.box.top for seen in nearest.values()), default=0.0)
    return [seen for seen in nearest.values() if seen.box.bottom - seen.box.top >= MAIN_SIZE * largest]


def _seen(track: FaceTrack, at: float) -> Seen | None:
    """Return a track's face at an instant, between two sightings on the way from one to the other."""
    points = track.points
    after = bisect_left(points, at, key=lambda point: point.at)
    if 0 < after < len(points) and points[after].at - points[after - 1].at <= 2 * HELD_SECONDS:
        earlier, later = points[after - 1], points[after]
        mix = (at - earlier.at) / max(later.at - earlier.at, 1e-9)
        away = min(at - earlier.at, later.at - at)
        return Seen(track.person, _between(_box(earlier), _box(later), mix), earlier.speaking, away, at)
    found = min(
        (point for point in points[max(after - 1, 0) : after + 1]),
        key=lambda point: abs(point.at - at),
        default=None,
    )
    if found is None or abs(found.at - at) > HELD_SECONDS:
        return None
    return Seen(track.person, _box(found), found.speaking, abs(found.at - at), found.at)


def _box(point: FacePoint) -> Box:
    return Box(point.x, point.y, point.x + point.width, point.y + point.height)


def _between(one: Box, other: Box, mix: float) -> Box:
    return Box(
        one.left + mix * (other.left - one.left),
        one.top + mix * (other.top - one.top),
        one.right + mix * (other.right - one.right),
        one.bottom + mix * (other.bottom - one.bottom),
    )


def span_at(composition: Composition, at: float) -> LayoutSpan | None:
    """Return the layout of an instant."""
    return next((span for span in composition.spans if span.start <= at < span.end), None)


def crops_at(span: LayoutSpan, at: float) -> list[Box]:
    """Return what of the source each region of a layout shows, in source pixels."""
    crops = []
    for region in span.regions:
        x, y, width, height = region.crop.at_time(at)
        crops.append(Box(x, y, x + width, y + height))
    return crops


def shown_faces(composition: Composition, at: float) -> list[Box]:
    """Return where main faces lie in the finished picture at an instant, in its pixels."""
    seen_then = [seen for seen in faces_at(composition.faces, at) if not _is_cut_between(composition, seen, at)]
    return [box for seen in seen_then for box in in_picture(composition, at, seen.box)]


def _is_cut_between(composition: Composition, seen: Seen, at: float) -> bool:
    """Whether the picture was cut since a face was seen, or is before it will be: it is not there then."""
    first, last = sorted((seen.found_at, at))
    cuts = composition.text.cuts
    return bisect_right(cuts, last) > bisect_right(cuts, first)


def in_picture(composition: Composition, at: float, box: Box) -> list[Box]:
    """Return where a box of the source lies in the finished picture, once for each crop that shows most of it."""
    span = span_at(composition, at)
    shown = []
    for region, crop in zip(span.regions, crops_at(span, at), strict=True) if span else ():
        if crop.size and box.overlap(crop) > 0.5 * box.size:
            target = region.target
            across = target.width * composition.width / (crop.right - crop.left)
            down = target.height * composition.height / (crop.bottom - crop.top)
            left, top = target.x * composition.width, target.y * composition.height
            shown.append(
                Box(
                    left + (box.left - crop.left) * across,
                    top + (box.top - crop.top) * down,
                    left + (box.right - crop.left) * across,
                    top + (box.bottom - crop.top) * down,
                )
            )
    return shown
