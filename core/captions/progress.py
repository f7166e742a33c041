"""The progress bar: a track that never changes, and what has been played laid over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from core.captions.raster import Layer, colour, pixel_rect

if TYPE_CHECKING:
    from core.captions.place import SafeArea
    from core.schema.style import ProgressBarStyle

TRACK_OPACITY = 0.28
LEAST_HEIGHT_PX = 2.0


def bar_rect(style: ProgressBarStyle, area: SafeArea) -> QRectF:
    """Return where the whole bar lies: along an edge of the picture, in its pixels."""
    height = max(LEAST_HEIGHT_PX, round(style.height * area.scale))
    return QRectF(0, 0 if style.edge == "top" else area.height - height, area.width, height)


def bar_track(style: ProgressBarStyle, area: SafeArea) -> Layer:
    """Return the bar as it is where nothing has been played yet."""
    return _filled(bar_rect(style, area), style.colour, TRACK_OPACITY, area)


def bar_played(style: ProgressBarStyle, area: SafeArea, played_px: int) -> Layer:
    """Return what lies over the track, from the left up to `played_px`.

    Over the track it makes the style's colour with the style's own opacity, no more.
    """
    whole = colour(style.colour).alphaF()
    share = (1.0 - TRACK_OPACITY) / (1.0 - TRACK_OPACITY * whole)
    rect = bar_rect(style, area)
    rect.setWidth(played_px)
    return _filled(rect, style.colour, share, area)


def _filled(rect: QRectF, ink: str, share: float, area: SafeArea) -> Layer:
    layer = Layer(pixel_rect(rect, area.width, area.height))
    filling = colour(ink)
    filling.setAlphaF(filling.alphaF() * share)
    with layer.painting() as painter:
        painter.fillRect(rect, filling)
    return layer
