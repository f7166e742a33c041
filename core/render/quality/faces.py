"""Whether crops keep the people in the picture: somebody at all times, the one who speaks, and heads whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from core.render.quality.people import Box, Seen, crops_at, faces_at, span_at
from core.render.quality.wording import stretches
from core.schema.check import Check
from core.schema.time import TimeSpan

if TYPE_CHECKING:
    from core.schema.composition import Composition

STEP_SECONDS = 0.1
# Layouts that show a part of the picture; the others show all of it.
CROPPING = ("follow", "group", "split")
# A face is in the picture from this share of its box on.
INSIDE_SHARE = 0.6
# How much of a face's height may be cut away at the top: its box begins at the forehead.
HEAD_SHARE = 0.15
NOBODY_SECONDS, CUT_SECONDS, SPEAKER_SECONDS = 0.5, 1.0, 2.0
# Beliefs that somebody talks: surely, and surely not.
TALKS, LISTENS = 0.6, 0.3


def check_faces(composition: Composition) -> Check:
    """Whether the crops show the faces that were seen in the source."""
    if composition.preset.shows == "captions":
        return Check(name="faces", is_passed=True, found="The file shows captions alone.")
    if not composition.faces:
        return Check(name="faces", is_passed=True, found="No faces were seen.")
    moments = list(_moments(composition))
    if not moments:
        return Check(name="faces", is_passed=True, found="The whole picture is shown, with everybody in it.")
    nobody = _stretches(moments, _is_nobody_inside, NOBODY_SECONDS)
    cut = _stretches(moments, _is_head_cut, CUT_SECONDS)
    unseen = _stretches(moments, _is_speaker_outside, SPEAKER_SECONDS)
    wrong = []
    if nobody:
        wrong.append(f"nobody's face is in the picture {stretches(nobody)}, though one was seen")
    if cut:
        wrong.append(f"a head is cut off at the top {stretches(cut)}")
    if unseen:
        wrong.append(f"the one who speaks is not in the picture {stretches(unseen)}")
    if wrong:
        text = "; ".join(wrong)
        return Check(name="faces", is_passed=False, found=f"{text[0].upper()}{text[1:]}.")
    return Check(name="faces", is_passed=True, found="Faces are inside the picture wherever they were seen.")


Moment = tuple[float, list[Seen], list[Box]]


def _moments(composition: Composition) -> Iterator[Moment]:
    """Yield (clip second, faces, crops) where the picture is cropped and somebody is seen."""
    for at in np.arange(STEP_SECONDS / 2, composition.duration, STEP_SECONDS).tolist():
        span = span_at(composition, at)
        if span is not None and span.layout in CROPPING:
            faces = faces_at(composition.faces, at)
            if faces:
                yield at, faces, crops_at(span, at)


def _stretches(moments: list[Moment], is_wrong: Callable[[Moment], bool], longer_than: float) -> list[TimeSpan]:
    """Return stretches of moments one after the other that are wrong for longer than some seconds."""
    found: list[TimeSpan] = []
    start = end = None
    for moment in moments:
        at = moment[0]
        if is_wrong(moment):
            if start is None or end is None or at - end > 1.5 * STEP_SECONDS:
                found += _long(start, end, longer_than)
                start = at
            end = at
        else:
            found += _long(start, end, longer_than)
            start = end = None
    return [*found, *_long(start, end, longer_than)]


def _long(start: float | None, end: float | None, longer_than: float) -> list[TimeSpan]:
    if start is None or end is None or end - start + STEP_SECONDS <= longer_than + 1e-9:
        return []
    return [TimeSpan(start=max(0.0, start - STEP_SECONDS / 2), end=end + STEP_SECONDS / 2)]


def _inside(face: Box, crops: list[Box]) -> float:
    """Return the largest share of a face that one crop shows."""
    return max((crop.overlap(face) / face.size for crop in crops if face.size), default=0.0)


def _is_nobody_inside(moment: Moment) -> bool:
    _, faces, crops = moment
    return all(_inside(face.box, crops) < INSIDE_SHARE for face in faces)


def _is_head_cut(moment: Moment) -> bool:
    """Whether of a face that is in the picture more than a little is cut away at the top, the source having it."""
    _, faces, crops = moment
    for face in faces:
        showing = [crop for crop in crops if crop.overlap(face.box) >= 0.5 * face.box.size > 0]
        height = face.box.bottom - face.box.top
        if showing and all(crop.top - max(face.box.top, 0.0) > HEAD_SHARE * height for crop in showing):
            return True
    return False


def _is_speaker_outside(moment: Moment) -> bool:
    """Whether one person surely talks and is outside, while all who are inside surely don't."""
    _, faces, crops = moment
    speaker = max(faces, key=lambda face: face.speaking)
    others = [face for face in faces if face is not speaker]
    is_sure = speaker.speaking >= TALKS and all(face.speaking <= LISTENS for face in others)
    return bool(others) and is_sure and _inside(speaker.box, crops) < INSIDE_SHARE
