"""Who is there when: a scene in parts with one set of people each."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.framing import rules
from core.framing.scene import Scene
from core.framing.situation import main_people
from core.schema.time import TimeSpan

Flags = NDArray[np.bool_]


def cast_phases(scene: Scene) -> list[Scene]:
    """Return the scene in parts in which the same people are there; short absences belong to the part around them.

    Somebody who walks in, or away, for long enough is a new picture; so are seconds in which nobody is seen.
    """
    mains = main_people(scene)
    if not mains:
        return [scene.showing(())]
    at = mains[0].at
    step = scene.span.duration / max(1, len(at) - 1)
    there = np.stack([_without_gaps(s.is_seen, rules.OTHER_CAST_SECONDS, step) for s in mains])
    seen = np.any([s.is_seen for s in mains], axis=0)
    there &= _without_gaps(seen, rules.NO_FACE_SECONDS, step)
    changes = np.flatnonzero(np.any(there[:, 1:] != there[:, :-1], axis=0)) + 1
    bounds = [0, *changes.tolist(), len(at)]
    kept = _long_enough(bounds, there, step)
    parts = []
    for first, last in pairwise(kept):
        start = scene.span.start if first == 0 else float(at[first] + at[first - 1]) / 2
        end = scene.span.end if last == len(at) else float(at[last] + at[last - 1]) / 2
        part = scene.within(TimeSpan(start=start, end=end))
        away = {s.person for s, here in zip(mains, list(there[:, first:last]), strict=True) if not here.any()}
        parts.append(part.showing([s for s in part.subjects if s.person not in away]))
    return parts


def _without_gaps(seen: Flags, seconds: float, step: float) -> Flags:
    """Return when somebody is there: seen, or back within so many seconds."""
    filled = seen.copy()
    edges = [-1, *np.flatnonzero(seen).tolist(), len(seen)]
    for a, b in pairwise(edges):
        if (b - a) * step < seconds:
            filled[max(a, 0) : b] = True
    return filled


def _long_enough(bounds: list[int], there: Flags, step: float) -> list[int]:
    """Return the bounds without those of parts that are too short to be composed on their own."""
    bounds = bounds.copy()
    while len(bounds) > 2:
        lengths = [b - a for a, b in pairwise(bounds)]
        shortest = int(np.argmin(lengths))
        if lengths[shortest] * step >= rules.CAST_SECONDS:
            break
        # It goes to the longer of its neighbours.
        beside = [i for i in (shortest - 1, shortest + 1) if 0 <= i < len(lengths)]
        heir = max(beside, key=lambda i: lengths[i])
        del bounds[max(shortest, heir)]
    return bounds
