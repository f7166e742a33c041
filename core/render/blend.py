"""Painting premultiplied RGBA patches onto pictures, in YUV: converted once a patch, and only its box."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.media.planes import Picture

if TYPE_CHECKING:
    from core.captions.overlay import Patch

# Premultiplied RGBA (0 to 255) to BT.709 limited range Y, U and V; the offsets 16 and 128 go with alpha.
_KR, _KB = 0.2126, 0.0722
_KG = 1 - _KR - _KB
_RGBA_TO_YUV = np.array(
    [
        [_KR * 219 / 255, _KG * 219 / 255, _KB * 219 / 255, 16 / 255],
        [-_KR / (2 * (1 - _KB)) * 224 / 255, -_KG / (2 * (1 - _KB)) * 224 / 255, 0.5 * 224 / 255, 128 / 255],
        [0.5 * 224 / 255, -_KG / (2 * (1 - _KR)) * 224 / 255, -_KB / (2 * (1 - _KR)) * 224 / 255, 128 / 255],
    ]
)
# In whole numbers, which is twice as fast as floating point.
_BITS = 16
_WEIGHTS = np.rint(_RGBA_TO_YUV * (1 << _BITS)).astype(np.int32)
# What is kept of a picture under each alpha: 256 for nothing, 0 for all of it.
_KEEP = np.array([256 - (alpha + (alpha >> 7)) for alpha in range(256)], np.uint16)
# Captions change a few times a second, and a state that has passed seldom comes back: a few are worth keeping.
CACHE_BYTES = 12_000_000


@dataclass(frozen=True)
class _Layer:
    """One plane of a patch: `colour` is premultiplied, `keep` is 256 − alpha; both uint16."""

    x: int
    y: int
    colour: NDArray[np.uint16]
    keep: NDArray[np.uint16]

    def between(self, left: int, right: int) -> _Layer:
        """Return its columns from one to another of the plane; they share its memory."""
        first, last = (max(edge - self.x, 0) for edge in (left, right))
        return _Layer(self.x + first, self.y, self.colour[:, first:last], self.keep[:, first:last])

    def moved(self, down: int, rows: int) -> _Layer:
        """Return it further down by rows of a plane that has `rows` of them, without what is then outside."""
        top = self.y + down
        first, last = max(-top, 0), max(min(rows - top, len(self.colour)), 0)
        return _Layer(self.x, top + first, self.colour[first:last], self.keep[first:last])

    def faded(self, weight: int) -> _Layer:
        """Return it thinner: `weight` of 256."""
        colour = self.colour * np.uint16(weight)
        colour += 128
        colour >>= 8
        gone = (256 - self.keep) * np.uint16(weight)
        gone += 128
        gone >>= 8
        return _Layer(self.x, self.y, colour, 256 - gone)

    def paint(self, plane: NDArray[np.uint8]) -> None:
        """Blend into the plane."""
        height, width = self.colour.shape
        box = plane[self.y : self.y + height, self.x : self.x + width]
        mixed = np.multiply(box, self.keep, dtype=np.uint16)
        mixed += 128
        mixed >>= 8
        mixed += self.colour
        box[:] = mixed


class PatchBlender:
    """Blends patches; patches of equal key are converted once while the cache holds them."""

    def __init__(self) -> None:
        self._layers: OrderedDict[Hashable, tuple[tuple[_Layer, ...], int]] = OrderedDict()
        self._bytes = 0

    def blend(self, picture: Picture, patches: Iterable[Patch]) -> None:
        """Paint patches, in order, onto a picture that may be painted on. What lies outside is left out."""
        for patch in patches:
            for layer, plane in zip(self._converted(patch, picture), picture.planes, strict=False):
                layer.paint(plane)

    def _converted(self, patch: Patch, picture: Picture) -> tuple[_Layer, ...]:
        if not all(patch.size):
            return ()
        if patch.whole is not None:
            return _derived(patch, self._converted(patch.whole, picture), picture)
        key = (patch.key, picture.width, picture.height)
        known = self._layers.get(key)
        if known is not None:
            self._layers.move_to_end(key)
            return known[0]
        layers = convert(patch.rgba, patch.x, patch.y, picture.width, picture.height)
        size = sum(layer.colour.nbytes + layer.keep.nbytes for layer in layers)
        self._layers[key] = (layers, size)
        self._bytes += size
        while self._bytes > CACHE_BYTES and len(self._layers) > 1:
            _, (_, dropped) = self._layers.popitem(last=False)
            self._bytes -= dropped
        return layers


def _derived(patch: Patch, whole: tuple[_Layer, ...], picture: Picture) -> tuple[_Layer, ...]:
    """Return the layers of a patch that was cut out of a whole, moved and faded."""
    assert patch.whole is not None
    left, right = patch.x, patch.x + patch.size[0]
    spans = ((left, right), *(((left // 2, -(-right // 2)),) * 2))
    down = patch.y - patch.whole.y
    layers = [layer.between(*span) for layer, span in zip(whole, spans, strict=False)]
    if down:
        layers = [
            layer.moved(down if not place else down // 2, len(plane))
            for place, (layer, plane) in enumerate(zip(layers, picture.planes, strict=False))
        ]
    weight = round(256 * patch.opacity / patch.whole.opacity)
    return tuple(layer if weight == 256 else layer.faded(weight) for layer in layers)


def convert(rgba: NDArray[np.uint8], x: int, y: int, width: int, height: int) -> tuple[_Layer, ...]:
    """Return the three layers of a patch on a picture of the given even size; none where it lies outside.

    Args:
        rgba: (height, width, 4) uint8 premultiplied RGBA.
        x: Left edge in the picture; may be negative.
        y: Top edge in the picture; may be negative.
        width: Picture width.
        height: Picture height.
    """
    import cv2

    left, top = max(x, 0), max(y, 0)
    right, bottom = min(x + rgba.shape[1], width), min(y + rgba.shape[0], height)
    if right <= left or bottom <= top:
        return ()
    seen = np.ascontiguousarray(rgba[top - y : bottom - y, left - x : right - x])
    # Chroma has half the resolution: its box starts and ends on even pixels.
    odd = (top % 2, bottom % 2, left % 2, right % 2)
    even = cv2.copyMakeBorder(seen, *odd, cv2.BORDER_CONSTANT, value=(0, 0, 0, 0)) if any(odd) else seen
    half = cv2.resize(even, (even.shape[1] // 2, even.shape[0] // 2), interpolation=cv2.INTER_AREA)
    fine, coarse = _split(seen), _split(half)
    chroma, kept = (left // 2, top // 2), _kept(coarse[3])
    return (
        _Layer(left, top, _mixed(fine, _WEIGHTS[0]), _kept(fine[3])),
        _Layer(*chroma, _mixed(coarse, _WEIGHTS[1]), kept),
        _Layer(*chroma, _mixed(coarse, _WEIGHTS[2]), kept),
    )


def _split(rgba: NDArray[Any]) -> list[NDArray[np.uint8]]:
    import cv2

    return [np.asarray(channel, np.uint8) for channel in cv2.split(rgba)]


def _mixed(channels: Sequence[NDArray[np.uint8]], weights: NDArray[np.int32]) -> NDArray[np.uint16]:
    """Return the sum of four channels, each by its weight."""
    total: NDArray[np.int32] = channels[0] * weights[0]
    for channel, weight in zip(channels[1:], weights[1:], strict=True):
        total += channel * weight
    total += 1 << (_BITS - 1)
    total >>= _BITS
    return total.astype(np.uint16)


def _kept(alpha: NDArray[np.uint8]) -> NDArray[np.uint16]:
    import cv2

    return np.asarray(cv2.LUT(alpha, _KEEP), np.uint16)
