"""The director: which layout a scene gets, by rules that can be read and that name their reason."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from core.framing.by_hand import swapped
from core.framing.heads import people_box
from core.framing.layouts import layout_named
from core.framing.scene import Canvas, Scene, Subject
from core.framing.turns import Turn, take_turns
from core.schema.framing import CropPath, LayoutSpan
from core.schema.time import TimeSpan

# Who matters: faces at least this large beside the largest, seen at least this share of the scene.
MAIN_SIZE, MAIN_PRESENCE, MAX_MAIN = 0.45, 0.25, 8
# A stretch of this many seconds in which no face is seen is shown whole.
NO_FACE_SECONDS = 4.0
# Talk that is worth cutting to.
SOME_TALK, CROWD_TALK = 0.18, 0.4
# Both talk at least this share, and change faster than this: better seen together.
SPLIT_TALK, SPLIT_TURN_SECONDS, SPLIT_SCENE_SECONDS = 0.12, 2.8, 4.0

CropMemory = dict[tuple[int, ...], CropPath]


def direct(scene: Scene, canvas: Canvas, wish: str, memory: CropMemory) -> list[LayoutSpan]:
    """Return the composed spans of one scene, gapless, by the wish where it can be met, else by the rules.

    Args:
        scene: A stretch of one shot with everybody in it as subjects.
        canvas: The source and the shape of the output.
        wish: A layout's name, or empty.
        memory: The latest crops by the persons they show; read and written.
    """
    if layout_named("wide").suits(scene, canvas) and wish in ("", "wide"):
        return [_composed("wide", scene, canvas, "the picture already has this shape")]
    if wish:
        return _as_wished(scene, canvas, wish, memory)
    spans: list[LayoutSpan] = []
    for part in _parts_by_presence(scene):
        spans += _by_rules(part, canvas, memory)
    return spans


def follow_people_chosen(
    scene: Scene, canvas: Canvas, chosen: Sequence[Subject], memory: CropMemory
) -> list[LayoutSpan] | None:
    """Return the scene following the people that the user chose, None where one crop can't hold several."""
    shown = scene.showing(chosen)
    if len(chosen) > 1 and not _suits("follow", shown, canvas):
        return None
    reason = "follows the person you chose" if len(chosen) == 1 else "the people you chose, in one frame"
    return [_followed(shown, canvas, reason, memory)]


def split_chosen(scene: Scene, canvas: Canvas, chosen: Sequence[Subject]) -> list[LayoutSpan]:
    """Return a split of the two people that the user chose, the first of them above or on the left."""
    made = _composed("split", scene.showing(chosen), canvas, "split, with the two you chose")
    return [made if chosen[0].place <= chosen[1].place else swapped(made)]


def _as_wished(scene: Scene, canvas: Canvas, wish: str, memory: CropMemory) -> list[LayoutSpan]:
    mains = _main_people(scene)
    if wish == "follow":
        if not mains:
            return [_composed("follow", scene, canvas, "follow was asked for, but no face found: the middle")]
        return _follow_talk(scene, canvas, mains, memory)
    if wish == "split":
        pair = _pair(mains)
        if len(pair) < 2:
            return _by_rules(scene, canvas, memory)
        return [_composed("split", scene.showing(pair), canvas, "split, as asked for")]
    return [_composed(wish, scene.showing(mains), canvas, f"{_spoken(wish)}, as asked for")]


def _by_rules(scene: Scene, canvas: Canvas, memory: CropMemory) -> list[LayoutSpan]:
    mains = _main_people(scene)
    if not mains:
        return [_composed("fit_blur", scene, canvas, "no face found: whole picture on a blurred fill")]
    everyone = scene.showing(mains)
    if len(mains) == 1:
        return [_follow_or_whole(everyone, canvas, "follows the one person in the picture", memory)]
    if _suits("follow", everyone, canvas):
        count = "two people, both" if len(mains) == 2 else f"{len(mains)} people, all"
        return [_followed(everyone, canvas, f"{count} in frame", memory)]
    if _is_quick_talk(mains, scene.span) or (len(mains) == 2 and not _is_anyone_talking(mains)):
        pair = scene.showing(_pair(mains))
        if canvas.ratio < 0.7 and _suits("split", pair, canvas):
            why = (
                "two people talking in quick turns"
                if _is_anyone_talking(mains)
                else "two people, nobody heard talking"
            )
            return [_composed("split", pair, canvas, f"{why}: both, one above the other")]
    if _is_anyone_talking(mains):
        return _follow_talk(scene, canvas, mains, memory)
    return [_most_people(scene, canvas, mains, memory)]


def _follow_talk(scene: Scene, canvas: Canvas, mains: Sequence[Subject], memory: CropMemory) -> list[LayoutSpan]:
    """Return a hard cut for every change of turn."""
    spans = []
    for turn in take_turns(mains, scene.span):
        part = scene.within(TimeSpan(start=turn.start, end=turn.end))
        shown = [subject for subject in part.subjects if subject.person == mains[turn.subject].person]
        spans.append(_follow_or_whole(part.showing(shown), canvas, _turn_reason(turn, shown), memory))
    return spans


def _turn_reason(turn: Turn, shown: Sequence[Subject]) -> str:
    return (
        "follows the person speaking"
        if shown and shown[0].talk > SOME_TALK
        else "stays with the last person who spoke"
    )


def _most_people(scene: Scene, canvas: Canvas, mains: Sequence[Subject], memory: CropMemory) -> LayoutSpan:
    """Return the neighbours who fill the crop best, by the summed size of their faces."""
    groups = [list(mains[first:last]) for first in range(len(mains)) for last in range(first + 1, len(mains) + 1)]
    fitting = [group for group in groups if _suits("follow", scene.showing(group), canvas)]
    if not fitting:
        return _composed("fit_blur", scene, canvas, "faces too large or too far apart for a crop: whole picture")
    best = max(fitting, key=lambda group: sum(subject.size * subject.presence for subject in group))
    if len(best) == 1 and len(mains) == 2:
        return _composed("fit_blur", scene, canvas, "two people far apart, nobody heard talking: whole picture")
    return _followed(scene.showing(best), canvas, f"{len(best)} of {len(mains)} faces, as many as fit", memory)


def _follow_or_whole(scene: Scene, canvas: Canvas, reason: str, memory: CropMemory) -> LayoutSpan:
    if not _suits("follow", scene, canvas) and not _is_face_inside(scene, canvas):
        return _composed(
            "fit_blur", scene, canvas, "the face is too large for a crop: whole picture on a blurred fill"
        )
    return _followed(scene, canvas, reason, memory)


def _is_face_inside(scene: Scene, canvas: Canvas) -> bool:
    """Whether at least the bare face of a single person fits the largest crop."""
    width, height = canvas.largest()
    face = scene.subjects[0]
    return float(np.median(face.face_width)) * 1.2 <= width and people_box(scene.subjects).height <= height


def _followed(scene: Scene, canvas: Canvas, reason: str, memory: CropMemory) -> LayoutSpan:
    key = tuple(sorted(subject.person for subject in scene.subjects))
    span = layout_named("follow").compose(scene, canvas, reason, memory.get(key))
    memory[key] = span.regions[0].crop
    return span


def _main_people(scene: Scene) -> list[Subject]:
    """Return those who matter, from left to right: large enough, or talking, and there for long enough."""
    seen = [s for s in scene.subjects if s.presence >= MAIN_PRESENCE or s.presence * scene.span.duration >= 2.0]
    largest = max((subject.size for subject in seen), default=0.0)
    mains = [s for s in seen if s.size >= MAIN_SIZE * largest or s.talk >= 2 * SOME_TALK]
    foremost = sorted(mains, key=lambda s: -s.size * (s.presence + s.talk))[:MAX_MAIN]
    return [s for s in mains if any(s is other for other in foremost)]


def _pair(mains: Sequence[Subject]) -> list[Subject]:
    """Return the two who talk most, the larger first where they are even."""
    best = sorted(mains, key=lambda s: (-round(s.talk, 1), -s.size))[:2]
    return sorted(best, key=lambda s: s.place)


def _is_anyone_talking(mains: Sequence[Subject]) -> bool:
    talk = sorted((subject.talk for subject in mains), reverse=True)
    # In a crowd somebody's lips always move; one must stand out.
    return talk[0] >= SOME_TALK if len(talk) <= 2 else talk[0] >= max(CROWD_TALK, 1.5 * talk[1])


def _is_quick_talk(mains: Sequence[Subject], span: TimeSpan) -> bool:
    if span.duration < SPLIT_SCENE_SECONDS or len(mains) != 2 or min(s.talk for s in mains) < SPLIT_TALK:
        return False
    # Every exchange counts here, also those too short to cut to.
    turns = take_turns(mains, span, change_cost=0.3, min_hold=0.6)
    return len(turns) >= 3 and span.duration / len(turns) < SPLIT_TURN_SECONDS


def _parts_by_presence(scene: Scene) -> list[Scene]:
    """Return the scene in parts with and without faces; short absences belong to the faces beside them."""
    mains = _main_people(scene)
    if not mains:
        return [scene.showing(())] if not scene.subjects else [Scene(scene.span, (), scene.subjects)]
    at = mains[0].at
    seen = np.any([subject.is_seen for subject in mains], axis=0)
    bounds = [scene.span.start]
    states: list[bool] = []
    instants = at[seen]
    edges = np.concatenate([[scene.span.start], instants, [scene.span.end]])
    for a, b in pairwise(edges.tolist()):
        if b - a >= NO_FACE_SECONDS:
            if a > bounds[-1]:
                bounds.append(a)
                states.append(True)
            bounds.append(b)
            states.append(False)
    if bounds[-1] < scene.span.end:
        bounds.append(scene.span.end)
        states.append(True)
    if all(states):
        return [scene]
    parts = []
    for (start, end), has_faces in zip(pairwise(bounds), states, strict=True):
        part = scene.within(TimeSpan(start=start, end=end))
        parts.append(part if has_faces else Scene(part.span, (), part.subjects))
    return parts


def _suits(name: str, scene: Scene, canvas: Canvas) -> bool:
    return layout_named(name).suits(scene, canvas)


def _composed(name: str, scene: Scene, canvas: Canvas, reason: str) -> LayoutSpan:
    return layout_named(name).compose(scene, canvas, reason)


def _spoken(name: str) -> str:
    return {"fit_blur": "whole picture on a blurred fill", "wide": "as wide as it goes"}.get(name, name)
