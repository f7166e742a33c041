"""One face under two numbers: lost in a dash or a turn, found again elsewhere. For a camera that is one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.framing.scene import SEEN_SECONDS, Scene, Subject

# Between the last sighting of one and the first of the other, and how alike their sizes are.
RELAY_SECONDS, RELAY_SIZE = 1.2, 1.4


def relayed(scene: Scene) -> Scene:
    """Return the scene with people who only ever take over from each other joined into one.

    Also two who really are two (one leaves, another comes, or a cut went unnoticed) are shown rightly so: the
    camera goes, or cuts, from one to the other. Who are seen together are never joined.
    """
    subjects = list(scene.subjects)
    index = 0
    while index < len(subjects):
        heir = next((other for other in subjects if _takes_over(subjects[index], other)), None)
        if heir is None:
            index += 1
            continue
        joined = _joined(subjects[index], heir)
        subjects = [s for s in subjects if s is not heir and s is not subjects[index]] + [joined]
        index = 0
    return replace(scene, subjects=tuple(sorted(subjects, key=lambda s: (s.place, s.person))))


def _takes_over(first: Subject, second: Subject) -> bool:
    if first is second or not first.is_seen.any() or not second.is_seen.any():
        return False
    # Somebody counts as seen for a moment beyond their sightings.
    last, start = first.at[first.is_seen][-1] - SEEN_SECONDS, second.at[second.is_seen][0] + SEEN_SECONDS
    sizes = first.face_height[first.is_seen][-1] / second.face_height[second.is_seen][0]
    return bool(0 < start - last <= RELAY_SECONDS and 1 / RELAY_SIZE < sizes < RELAY_SIZE)


def _joined(first: Subject, second: Subject) -> Subject:
    """Return both as whoever is seen longer, straight from where one is lost to where the other is found."""
    at = first.at
    last, start = at[first.is_seen][-1] - SEEN_SECONDS, at[second.is_seen][0] + SEEN_SECONDS
    share = np.clip((at - last) / (start - last), 0.0, 1.0)
    names: Sequence[str] = ("centre_x", "eyes_y", "face_width", "face_height", "speaking", "turn")
    series = {name: getattr(first, name) * (1 - share) + getattr(second, name) * share for name in names}
    longer = first if first.presence >= second.presence else second
    return Subject(person=longer.person, at=at, is_seen=first.is_seen | second.is_seen, **series)
