"""How well painted text stands out: letters found by their colours, against what is around them in the picture.

What is around a letter is what is painted there, be it outline, box, shadow or the footage itself, in a ring as
wide as a thin stroke. Contrast is WCAG's, by blocks about as large as a letter: a word that is half over a bright
window is as hard to read as that half.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.captions.overlay import OverlayPainter
from core.captions.place import safe_area
from core.render.specimen import lay
from core.schema.brand import Reading
from core.styles.brand import contrast

if TYPE_CHECKING:
    from core.captions.overlay import Patch
    from core.schema.caption import CaptionCue
    from core.schema.composition import Composition
    from core.schema.style import Style

Picture = NDArray[np.uint8]
Mask = NDArray[np.bool_]
# Of a letter's colour: antialiased edges are blends, and are neither letter nor what is around it.
_NEAR = 12.0
# Of the type size: the soft edge that is left out, and the ring beyond it.
_EDGE, _RING = 0.02, 0.09
# Of a block's pixels, so that a corner of a letter does not speak for a block.
_LEAST_SHARE = 0.02
# Where in a cue it is looked at: every animation has come to rest.
_REST = 0.7
# Beyond the safe zone, in a style's units: patches are even, and a bump passes.
_SPARE = 3.1


def looked_at(composition: Composition, most: int) -> list[CaptionCue]:
    """Return so many cues, spread over the clip."""
    cues = [cue for cue in composition.cues if cue.words]
    if len(cues) <= most:
        return cues
    return [cues[round(place * (len(cues) - 1) / max(1, most - 1))] for place in range(most)]


def readings(
    composition: Composition, bare: Callable[[float], Picture], clip_id: str, most: int = 6
) -> Iterator[Reading]:
    """Yield how well captions can be read at several instants of a clip.

    Args:
        composition: In the style that is checked, as it is in its shape.
        bare: Gives the picture at a clip second with nothing painted over it, in the composition's size.
        clip_id: Whose readings they are.
        most: How many instants are looked at.
    """
    if not composition.style.captions.is_shown:
        return
    size, duration = (composition.width, composition.height), composition.duration
    painter = OverlayPainter(composition.style, *size, composition.cues, composition.overlays, duration)
    beside = OverlayPainter(composition.style, *size, (), composition.overlays, duration)
    for cue in looked_at(composition, most):
        at = cue.start + _REST * (cue.end - cue.start)
        known = {patch.key for patch in beside.patches(at)}
        patches = painter.patches(at)
        own = [patch for patch in patches if patch.key not in known]
        picture = np.array(bare(at))
        for patch in patches:
            lay(picture, patch)
        found = letters(own, picture.shape[:2], inks(composition.style))
        ratio = least_contrast(picture, found, type_px(composition))
        if ratio is not None:
            yield Reading(
                clip_id=clip_id,
                title=composition.title,
                aspect=composition.aspect,
                at=at,
                what="captions",
                contrast=round(ratio, 2),
                is_inside=_is_inside(found, composition),
            )


def type_px(composition: Composition) -> float:
    """Return the type size of captions in pixels of the composition."""
    area = safe_area(composition.style.safe_zone, composition.width, composition.height)
    return composition.style.captions.size * area.scale


def inks(style: Style) -> list[tuple[str, str]]:
    """Return the colours that letters of captions can have, each with what it turns into at their feet."""
    captions = style.captions
    tops = [captions.colour, captions.emphasis_colour, *captions.speaker_colours]
    if "colour" in captions.highlight:
        tops.append(captions.highlight_colour)
    return [(top, captions.gradient_colour or top) for top in dict.fromkeys(tops)]


def letters(patches: Sequence[Patch], shape: tuple[int, ...], colours: Sequence[tuple[str, str]]) -> Mask:
    """Return where in the picture the patches have opaque pixels of letters' colours."""
    found = np.zeros(shape[:2], np.bool_)
    for patch in patches:
        high, wide = patch.rgba.shape[:2]
        opaque = patch.rgba[..., 3] >= 250
        own = np.zeros((high, wide), np.bool_)
        pixels = patch.rgba[..., :3].astype(np.float32)
        for top, foot in colours:
            own |= _between(pixels, _rgb(top), _rgb(foot))
        found[patch.y : patch.y + high, patch.x : patch.x + wide] |= own & opaque
    return found


def least_contrast(picture: Picture, letters: Mask, size_px: float) -> float | None:
    """Return the lowest contrast of letters against what is around them, over blocks of a letter's size.

    None where no letter is found.
    """
    import cv2

    rows, columns = np.nonzero(letters)
    if not len(rows):
        return None
    reach = int(size_px * (_EDGE + _RING)) + 3
    top, bottom = max(0, rows.min() - reach), rows.max() + reach + 1
    left, right = max(0, columns.min() - reach), columns.max() + reach + 1
    own = letters[top:bottom, left:right].astype(np.uint8)
    edge = cv2.dilate(own, _disc(size_px * _EDGE + 1))
    ring = cv2.dilate(edge, _disc(size_px * _RING + 1)).astype(np.bool_) & ~edge.astype(np.bool_)
    light = _luminance(picture[top:bottom, left:right])
    side = max(8, int(size_px))
    found = []
    for y in range(0, own.shape[0], side):
        for x in range(0, own.shape[1], side):
            block = (slice(y, y + side), slice(x, x + side))
            inside, around = own[block].astype(np.bool_), ring[block]
            if min(inside.sum(), around.sum()) >= _LEAST_SHARE * side * side:
                found.append(contrast(float(light[block][inside].mean()), float(light[block][around].mean())))
    return min(found, default=None)


def _is_inside(letters: Mask, composition: Composition) -> bool:
    area = safe_area(composition.style.safe_zone, composition.width, composition.height)
    rows, columns = np.nonzero(letters)
    spare = _SPARE * area.scale
    return bool(
        rows.min() >= area.top - spare
        and rows.max() <= area.bottom + spare
        and columns.min() >= area.left - spare
        and columns.max() <= area.right + spare
    )


def _luminance(picture: Picture) -> NDArray[np.float32]:
    """Return the relative luminance of sRGB pixels (WCAG 2.2)."""
    share = np.arange(256, dtype=np.float32) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4).astype(np.float32)
    light: NDArray[np.float32] = linear[picture] @ np.array([0.2126, 0.7152, 0.0722], np.float32)
    return light


def _between(pixels: NDArray[np.float32], top: NDArray[np.float32], foot: NDArray[np.float32]) -> Mask:
    """Return which pixels are of a colour on the way from one to another."""
    way = foot - top
    length = float(way @ way)
    share = np.clip((pixels - top) @ way / length, 0.0, 1.0)[..., None] if length else np.float32(0.0)
    near: Mask = np.abs(pixels - (top + share * way)).max(axis=-1) <= _NEAR
    return near


def _rgb(text: str) -> NDArray[np.float32]:
    return np.array([int(text[place : place + 2], 16) for place in (1, 3, 5)], np.float32)


def _disc(radius: float) -> Picture:
    reach = max(1, round(radius))
    down, across = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    disc: Picture = (down * down + across * across <= reach * reach).astype(np.uint8)
    return disc
