"""Captions and overlays of a composition at any picture size, always laid out as in the export."""

from __future__ import annotations

import math
from collections import OrderedDict
from typing import TYPE_CHECKING

import numpy as np

from core.assets import check_assets

if TYPE_CHECKING:
    from collections.abc import Hashable

    from core.captions.overlay import OverlayPainter, Patch
    from core.schema.composition import Composition

PATCHES_KEPT = 24


class Overlays:
    """Paints at the composition's own size; for a smaller picture the patches are scaled, not laid out anew.

    So lines break and words stand in a preview exactly as in the export.
    """

    def __init__(self, painter: OverlayPainter, scale: tuple[float, float]) -> None:
        self._painter = painter
        self._scale = scale
        self._scaled: OrderedDict[Hashable, Patch] = OrderedDict()

    @classmethod
    def of(cls, composition: Composition, size: tuple[int, int] | None = None) -> Overlays | None:
        """Return the overlays of a composition at a size, or None where it has none.

        Raises:
            StyleError: A file of its style is missing or was changed.
        """
        check_assets(composition.style)
        if not composition.cues and not composition.overlays:
            return None
        from core.captions.overlay import OverlayPainter

        painter = OverlayPainter(
            composition.style,
            composition.width,
            composition.height,
            composition.cues,
            composition.overlays,
            composition.duration,
        )
        width, height = size or (composition.width, composition.height)
        return cls(painter, (width / composition.width, height / composition.height))

    def patches(self, at: float) -> list[Patch]:
        """Return what lies over the picture at clip second `at`, lowest first."""
        patches = self._painter.patches(at)
        return patches if self._scale == (1.0, 1.0) else [self._smaller(patch) for patch in patches]

    def _smaller(self, patch: Patch) -> Patch:
        if patch.whole is not None:
            # Cut after scaling: columns that share a pixel of the smaller picture would let through what is below.
            small = self._resized(patch.whole.moved(patch.y - patch.whole.y))
            if patch.size != patch.whole.size:
                small = small.between(*(edge * self._scale[0] for edge in (patch.x, patch.x + patch.size[0])))
            return small.moved(0, patch.opacity)
        return self._resized(patch)

    def _resized(self, patch: Patch) -> Patch:
        known = self._scaled.get(patch.key)
        if known is None:
            known = scale_patch(patch, *self._scale)
            self._scaled[patch.key] = known
            if len(self._scaled) > PATCHES_KEPT:
                self._scaled.popitem(last=False)
        self._scaled.move_to_end(patch.key)
        return known


def scale_patch(patch: Patch, scale_x: float, scale_y: float) -> Patch:
    """Return a patch scaled down by area, its edges on whole pixels of the smaller picture."""
    import cv2

    from core.captions.overlay import Patch as Painted

    width, height = patch.size
    left, right = math.floor(patch.x * scale_x), math.ceil((patch.x + width) * scale_x)
    top, bottom = math.floor(patch.y * scale_y), math.ceil((patch.y + height) * scale_y)
    first_x, last_x = round(left / scale_x), round(right / scale_x)
    first_y, last_y = round(top / scale_y), round(bottom / scale_y)
    before_y, before_x = max(0, patch.y - first_y), max(0, patch.x - first_x)
    after_y, after_x = max(0, last_y - patch.y - height), max(0, last_x - patch.x - width)
    wide = cv2.copyMakeBorder(
        patch.pixels, before_y, after_y, before_x, after_x, cv2.BORDER_CONSTANT, value=(0, 0, 0, 0)
    )
    small = cv2.resize(wide, (right - left, bottom - top), interpolation=cv2.INTER_AREA)
    return Painted(left, top, np.asarray(small, dtype=np.uint8), (patch.key, scale_x, scale_y))
