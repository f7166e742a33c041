"""Captions and overlays alone, on a transparent ground: straight alpha, as ProRes and PNG have it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.media.alpha import TRANSPARENT, AlphaPicture
from core.render.overlays import Overlays

if TYPE_CHECKING:
    from core.captions.overlay import Patch
    from core.media.planes import Picture
    from core.schema.composition import Composition

# So far the colour of letters goes on into what is transparent about them: compression and scaling mix neighbours,
# and a black ground would darken every edge.
BLEED_PX = 8
# BT.709, limited range in 10 bit; alpha is always of full range.
_KR, _KB = 0.2126, 0.0722
_KG = 1 - _KR - _KB
_LUMA_STEPS, _CHROMA_STEPS, _ALPHA_STEPS = 876, 896, 1023
_TO_YUV = np.array(
    [
        [_KR * _LUMA_STEPS, _KG * _LUMA_STEPS, _KB * _LUMA_STEPS],
        [-_KR / (2 * (1 - _KB)) * _CHROMA_STEPS, -_KG / (2 * (1 - _KB)) * _CHROMA_STEPS, 0.5 * _CHROMA_STEPS],
        [0.5 * _CHROMA_STEPS, -_KG / (2 * (1 - _KR)) * _CHROMA_STEPS, -_KB / (2 * (1 - _KR)) * _CHROMA_STEPS],
    ],
    dtype=np.float32,
)
_TILES_KEPT = 16

Box = tuple[int, int, int, int]


class CaptionsPainter:
    """Paints the captions and overlays of a composition, output frame by output frame. Needs no source.

    Args:
        composition: What is written over its picture.
    """

    def __init__(self, composition: Composition) -> None:
        self._seconds_a_tick = composition.fps_denominator / composition.fps_numerator
        self._composition = composition
        self._size = (composition.width, composition.height)
        self._overlays = Overlays.of(composition)
        self._tiles: dict[Hashable, _Tile] = {}
        self._last: tuple[Hashable, AlphaPicture] | None = None

    def source_picture(self, tick: int) -> Picture | None:
        """Return nothing: captions alone show nothing of the source."""

    def paint(self, tick: int, source: Picture | None = None) -> AlphaPicture:
        """Return an output frame; the same object again where nothing changed. It is not to be painted on."""
        patches = self._patches(tick)
        key = _key(patches)
        if self._last is None or self._last[0] != key:
            self._last = key, self._painted(patches)
        return self._last[1]

    def rgba(self, tick: int) -> tuple[NDArray[np.uint8], Hashable]:
        """Return an output frame as (height, width, 4) uint8 RGBA with straight alpha, and its key."""
        patches = self._patches(tick)
        width, height = self._size
        picture = np.zeros((height, width, 4), np.uint8)
        for tile in self._tiles_of(patches):
            rows, columns = tile.place
            picture[rows, columns] = np.round(tile.rgba * 255)
        return picture, _key(patches)

    def _patches(self, tick: int) -> list[Patch]:
        # Nothing over cards, so that the file stays in step with that of the clip.
        shown = self._composition.clip_tick(tick)
        if self._overlays is None or shown is None:
            return []
        return self._overlays.patches(shown * self._seconds_a_tick)

    def _painted(self, patches: Sequence[Patch]) -> AlphaPicture:
        picture = AlphaPicture.transparent(*self._size)
        for tile in self._tiles_of(patches):
            for into, samples in zip(picture.planes, tile.yuva(), strict=True):
                into[tile.place] = samples
        return picture

    def _tiles_of(self, patches: Sequence[Patch]) -> list[_Tile]:
        """Return patches as tiles that don't touch; tiles of what was shown lately are kept."""
        tiles = []
        for box, group in _groups(patches, self._size):
            key = _key(group)
            if key not in self._tiles:
                while len(self._tiles) >= _TILES_KEPT:
                    self._tiles.pop(next(iter(self._tiles)))
                self._tiles[key] = _Tile(box, group)
            tiles.append(self._tiles[key])
        return tiles


class _Tile:
    """A box of the picture in which patches lie; what is outside of all tiles is transparent."""

    def __init__(self, box: Box, patches: Sequence[Patch]) -> None:
        left, top, right, bottom = box
        self.place = (slice(top, bottom), slice(left, right))
        self.rgba = straight(_laid_over_each_other(box, patches))
        self._yuva: NDArray[np.uint16] | None = None

    def yuva(self) -> NDArray[np.uint16]:
        """Return (4, height, width): Y, U, V in limited range and alpha, 10 bit."""
        if self._yuva is None:
            planes = np.empty((4, *self.rgba.shape[:2]), np.float32)
            planes[:3] = np.moveaxis(self.rgba[..., :3] @ _TO_YUV.T, 2, 0)
            planes[:3] += np.array(TRANSPARENT[:3], np.float32)[:, None, None]
            planes[3] = self.rgba[..., 3] * _ALPHA_STEPS
            self._yuva = np.round(planes).astype(np.uint16)
        return self._yuva


def _key(patches: Sequence[Patch]) -> Hashable:
    return tuple(patch.key for patch in patches)


def _groups(patches: Sequence[Patch], size: tuple[int, int]) -> list[tuple[Box, list[Patch]]]:
    """Return patches in groups whose boxes, grown by the bleed, don't touch; order within a group is kept."""
    groups: list[tuple[Box, list[Patch]]] = []
    for patch in patches:
        height, width = patch.rgba.shape[:2]
        box = (
            max(0, patch.x - BLEED_PX),
            max(0, patch.y - BLEED_PX),
            min(size[0], patch.x + width + BLEED_PX),
            min(size[1], patch.y + height + BLEED_PX),
        )
        if box[0] >= box[2] or box[1] >= box[3]:
            continue
        members = [patch]
        while touched := [entry for entry in groups if _touch(entry[0], box)]:
            groups = [entry for entry in groups if entry not in touched]
            for other, earlier in touched:
                box = (*np.minimum(box[:2], other[:2]).tolist(), *np.maximum(box[2:], other[2:]).tolist())
                members = earlier + members
        groups.append((box, members))
    return groups


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _laid_over_each_other(box: Box, patches: Sequence[Patch]) -> NDArray[np.float32]:
    """Return (height, width, 4) premultiplied RGBA, 0 to 1."""
    left, top, right, bottom = box
    canvas = np.zeros((bottom - top, right - left, 4), np.float32)
    for patch in patches:
        height, width = patch.rgba.shape[:2]
        first_x, first_y = max(patch.x, left), max(patch.y, top)
        last_x, last_y = min(patch.x + width, right), min(patch.y + height, bottom)
        seen = patch.rgba[first_y - patch.y : last_y - patch.y, first_x - patch.x : last_x - patch.x]
        over = seen.astype(np.float32) / 255
        under = canvas[first_y - top : last_y - top, first_x - left : last_x - left]
        under *= 1 - over[..., 3:]
        under += over
    return canvas


def straight(premultiplied: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return RGBA with straight alpha, the colours bled into what is transparent."""
    import cv2

    kernel = (2 * BLEED_PX + 1, 2 * BLEED_PX + 1)
    near = np.asarray(cv2.blur(premultiplied, kernel, borderType=cv2.BORDER_CONSTANT), np.float32)
    alpha = premultiplied[..., 3:]
    # A letter's own colour where there is one, that of its neighbours elsewhere.
    source = np.where(alpha > 0, premultiplied, near)
    rgba = np.zeros_like(premultiplied)
    np.divide(source[..., :3], source[..., 3:], out=rgba[..., :3], where=source[..., 3:] > 1 / 4096)
    np.clip(rgba, 0, 1, out=rgba)
    rgba[..., 3:] = alpha
    return rgba
