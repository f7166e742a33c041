"""Whether captions can be read: in the picture, clear of controls and faces, shown while they are heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.captions.place import SafeArea, safe_area
from core.render.quality.grid import cell_px, grid_size
from core.render.quality.people import Box, in_picture, shown_faces
from core.render.quality.wording import count, seconds, stretches
from core.schema.check import Check
from core.schema.time import TimeSpan, total_duration
from core.styles.zones import safe_zones

if TYPE_CHECKING:
    from core.captions.overlay import Patch
    from core.schema.caption import CaptionCue, Overlay
    from core.schema.composition import Composition

# Letters, outlines and boxes; shadows are fainter and may reach further.
INK_ALPHA = 128
# Edges of patches are even, and a bump of an animation passes quickly: in a style's units.
SPARE = 3.1
# When cues are looked at, in seconds after they appear: while they spring in, and at rest.
SPRING_SECONDS = (0.0, 0.08, 0.16)
# How much of a face a caption may hide, and for how long in all.
HIDDEN_SHARE, HIDDEN_SECONDS = 0.5, 1.5

# What is painted beside captions, by kind, in the order in which it is placed, as the user is told it.
_TOLD = {"logo": "the logo", "hook": "the title", "lower_third": "the name of who speaks"}


@dataclass(frozen=True)
class Ink:
    """What is painted at one instant for one cue, or for `what` where `cue` is None; pixels of the picture."""

    at: float
    cue: CaptionCue | None
    box: Box
    what: str = "the title"


def painted_ink(composition: Composition) -> list[Ink]:
    """Return where captions, title and names are painted: for each cue while it springs in and when it rests."""
    if not composition.cues and not composition.overlays:
        return []
    from core.captions.overlay import OverlayPainter

    style, size, duration = composition.style, (composition.width, composition.height), composition.duration
    found: list[Ink] = []
    known: set[object] = set()

    def take(patches: Sequence[Patch], at: float, cue: CaptionCue | None = None, what: str = "") -> None:
        new = [patch for patch in patches if patch.key not in known]
        known.update(patch.key for patch in new)
        found.extend(Ink(at, cue, box, what) for patch in new if (box := _ink_box(patch)) is not None)

    # Each is laid out clear of those before it, which are known by then.
    shown: tuple[Overlay, ...] = ()
    for kind, what in _TOLD.items():
        of_kind = tuple(overlay for overlay in composition.overlays if overlay.kind == kind)
        shown = (*shown, *of_kind)
        painter = OverlayPainter(style, *size, (), shown, duration)
        for overlay in of_kind:
            at = (overlay.start + overlay.end) / 2
            take(painter.patches(at), at, None, what)
    beside = OverlayPainter(style, *size, (), shown, duration)
    painter = OverlayPainter(style, *size, composition.cues, shown, duration)
    for at, cue in _instants(composition):
        known.update(patch.key for patch in beside.patches(at))
        take(painter.patches(at), at, cue)
    return found


def _instants(composition: Composition) -> Iterator[tuple[float, CaptionCue]]:
    if composition.style.captions.is_shown:
        for cue in composition.cues:
            length = cue.end - cue.start
            for at in sorted({*(cue.start + after for after in SPRING_SECONDS), cue.start + length / 2}):
                if at < cue.end:
                    yield at, cue


def _ink_box(patch: Patch) -> Box | None:
    import cv2

    solid = (patch.rgba[..., 3] >= INK_ALPHA).astype(np.uint8)
    x, y, width, height = cv2.boundingRect(solid)
    if not width or not height:
        return None
    return Box(patch.x + x, patch.y + y, patch.x + x + width, patch.y + y + height)


def open_cells(composition: Composition, painted: Sequence[Ink]) -> NDArray[np.bool_]:
    """Return (rows, columns) of the picture's grid, False where something is painted at any time of the clip.

    All True where hardly anything would be left.
    """
    from core.captions.progress import bar_rect

    columns, rows = grid_size(composition.width, composition.height)
    cell = cell_px(composition.width, composition.height)
    cells = np.ones((rows, columns), np.bool_)
    for ink in painted:
        left, top = (max(0, int(edge // cell) - 1) for edge in (ink.box.left, ink.box.top))
        cells[top : int(ink.box.bottom // cell) + 2, left : int(ink.box.right // cell) + 2] = False
    for overlay in composition.overlays:
        if overlay.kind == "progress_bar" and composition.style.progress_bar.is_shown:
            bar = bar_rect(composition.style.progress_bar, _area(composition))
            cells[max(0, int(bar.top() // cell) - 1) : int(bar.bottom() // cell) + 2] = False
    return cells if cells.mean() >= 0.1 else np.ones_like(cells)


def check_captions(composition: Composition, painted: Sequence[Ink]) -> Check:
    """Whether all that is painted lies in the safe zone, and each word is on screen while it is heard."""
    if not painted:
        why = "The clip has no captions" if not composition.cues else "The style shows no captions"
        return Check(name="captions", is_passed=True, found=f"{why}.")
    wrong = [*_outside(composition, painted), *_wrong_times(composition)]
    told = []
    moved = sum(cue.position is not None for cue in composition.cues)
    if moved:
        told.append(f"{count(moved, 'caption')} set clear of faces")
    for what, hidden in _hiding_faces(composition, painted).items():
        told.append(f"{what} hides most of a face {stretches(hidden)}")
        if total_duration(hidden) > HIDDEN_SECONDS:
            wrong.append(told[-1])
    twice = _hiding_captions(composition, painted)
    if twice:
        told.append(f"a caption covers one of the source {stretches(twice)}")
    if wrong:
        text = "; ".join(wrong)
        return Check(name="captions", is_passed=False, found=f"{text[0].upper()}{text[1:]}.")
    found = "; ".join([f"Inside {_zone_name(composition)}: {_listed(painted)}", *told])
    return Check(name="captions", is_passed=True, found=f"{found}.")


def _listed(painted: Sequence[Ink]) -> str:
    cues = len({ink.cue.start for ink in painted if ink.cue})
    parts = [count(cues, "caption")] if cues else []
    parts += dict.fromkeys(ink.what for ink in painted if ink.cue is None)
    return " and ".join(parts) if len(parts) < 3 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _zone_name(composition: Composition) -> str:
    named = composition.preset.safe_zone
    return f"the safe zone of {named}" if named else "the safe zone"


def _area(composition: Composition) -> SafeArea:
    zone = safe_zones().get(composition.preset.safe_zone, composition.style.safe_zone)
    return safe_area(zone, composition.width, composition.height)


def _outside(composition: Composition, painted: Sequence[Ink]) -> list[str]:
    area = _area(composition)
    spare = SPARE * area.scale
    outside: dict[float, tuple[Ink, float]] = {}
    for ink in painted:
        beyond = max(
            area.left - ink.box.left,
            ink.box.right - area.right,
            area.top - ink.box.top,
            ink.box.bottom - area.bottom,
        )
        start = ink.cue.start if ink.cue else ink.at
        if beyond > spare and beyond > outside.get(start, (ink, 0.0))[1]:
            outside[start] = (ink, beyond)
    if not outside:
        return []
    first = outside[min(outside)][0]
    worst = max(beyond for _, beyond in outside.values())
    what = f"{first.what} reaches" if first.cue is None else f"{count(len(outside), 'caption')} reach"
    if first.cue is not None and len(outside) == 1:
        what += "es"
    when = seconds(min(outside))
    return [f"{what} {worst:.0f} pixels out of {_zone_name(composition)}, first at {when}"]


def _wrong_times(composition: Composition) -> list[str]:
    """Return what is wrong with when captions are shown; half a frame is as exact as a picture can be."""
    if not composition.style.captions.is_shown:
        return []
    spare = composition.fps_denominator / composition.fps_numerator / 2
    wrong = []
    overlapping = [later for earlier, later in pairwise(composition.cues) if later.start < earlier.end - spare]
    if overlapping:
        wrong.append(
            f"{count(len(overlapping), 'caption')} begin before the one before ends, first at "
            f"{seconds(overlapping[0].start)}"
        )
    unseen = [
        word
        for cue in composition.cues
        for word in cue.words
        if word.start < cue.start - spare or word.end > cue.end + spare
    ]
    if unseen:
        wrong.append(
            f"{count(len(unseen), 'word')} not on screen while heard, first “{unseen[0].text}” at "
            f"{seconds(unseen[0].start)}"
        )
    beyond = [cue for cue in composition.cues if cue.start < -spare or cue.end > composition.duration + spare]
    if beyond:
        wrong.append(f"{count(len(beyond), 'caption')} outside the clip's time")
    return wrong


def _hiding_faces(composition: Composition, painted: Sequence[Ink]) -> dict[str, list[TimeSpan]]:
    """Return what hides most of a face, at rest, and when: letters of captions, the title, a name, the logo."""
    hidden: dict[str, dict[float, TimeSpan]] = {}
    for ink in painted:
        shown = _shown_with(composition, ink)
        what = "a caption" if ink.cue else ink.what
        if shown is None or shown.start in hidden.get(what, {}):
            continue
        faces = shown_faces(composition, ink.at)
        if any(ink.box.overlap(face) > HIDDEN_SHARE * face.size for face in faces):
            hidden.setdefault(what, {})[shown.start] = shown
    return {what: [spans[start] for start in sorted(spans)] for what, spans in hidden.items()}


def _hiding_captions(composition: Composition, painted: Sequence[Ink]) -> list[TimeSpan]:
    """Return the cues whose letters hide most of a caption that is burnt into the source."""
    hidden: dict[float, TimeSpan] = {}
    for ink in painted:
        if ink.cue is None or ink.cue.start in hidden:
            continue
        for writing in composition.writing:
            if writing.is_caption and writing.start <= ink.at < writing.end:
                whole = Box(writing.box.x, writing.box.y, writing.box.right, writing.box.bottom)
                if any(ink.box.overlap(b) > HIDDEN_SHARE * b.size for b in in_picture(composition, ink.at, whole)):
                    hidden[ink.cue.start] = TimeSpan(start=ink.cue.start, end=ink.cue.end)
    return [hidden[start] for start in sorted(hidden)]


def _shown_with(composition: Composition, ink: Ink) -> TimeSpan | None:
    """Return when the cue or overlay is shown that ink is of."""
    if ink.cue:
        return TimeSpan(start=ink.cue.start, end=ink.cue.end)
    for overlay in composition.overlays:
        if _TOLD.get(overlay.kind) == ink.what and overlay.start <= ink.at < overlay.end:
            return TimeSpan(start=overlay.start, end=overlay.end)
    return None
