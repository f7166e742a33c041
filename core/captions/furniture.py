"""What lies over a clip's picture beside its captions: logo, title, names, progress bar; each placed once.

Where something lies depends on all that is shown at any time together with it and not on the instant, so that
nothing ever jumps.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from core.captions.hook import HookArt, hook_opacity
from core.captions.logo import LogoArt
from core.captions.lower_third import LowerThirdArt, opening
from core.captions.occupied import Box
from core.captions.progress import bar_played, bar_rect, bar_track

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from core.captions.place import SafeArea
    from core.captions.raster import Layer
    from core.schema.caption import Overlay
    from core.schema.style import Style

# Who keeps clear of whom: each of all before it.
_ORDER = ("progress_bar", "logo", "hook", "lower_third")


@dataclass(frozen=True)
class Painting:
    """One picture: what makes it different from others of its painter, and how it is painted."""

    key: Hashable
    paint: Callable[[], Layer]


class Furniture:
    """Places and paints the overlays of one clip in one picture size.

    Args:
        style: As it is in the picture's aspect.
        area: The picture, and where text may lie in it.
        overlays: Clip seconds.

    Raises:
        StyleError: The package lacks the logo, or it can't be read.
    """

    def __init__(self, style: Style, area: SafeArea, overlays: Sequence[Overlay]) -> None:
        self._style = style
        self._area = area
        self._overlays = tuple(overlays)
        self._arts: dict[Hashable, HookArt | LowerThirdArt] = {}
        has_logo = bool(style.logo.file) and any(overlay.kind == "logo" for overlay in overlays)
        self._logo = LogoArt(style, area) if has_logo else None

    def paintings(self, at: float) -> list[Painting]:
        """Return what is shown at a clip second, lowest first."""
        shown = [overlay for overlay in self._overlays if overlay.start <= at < overlay.end]
        return [painting for overlay in shown for painting in self._paintings_of(overlay, at)]

    def taken(self, start: float, end: float, before: str = "") -> tuple[Box, ...]:
        """Return what is covered at any time of [start, end): by all, or by what is placed before a kind."""
        kinds = _ORDER[: _ORDER.index(before)] if before else _ORDER
        boxes = []
        for overlay in self._overlays:
            if overlay.kind in kinds and overlay.start < end and start < overlay.end:
                box = self.box_of(overlay)
                if box is not None:
                    boxes.append(box)
        return tuple(dict.fromkeys(boxes))

    def box_of(self, overlay: Overlay) -> Box | None:
        """Return what an overlay covers without its shadow, None where the style shows none."""
        rect = self._rect(overlay)
        return Box(rect.left(), rect.top(), rect.right(), rect.bottom()) if rect is not None else None

    def _rect(self, overlay: Overlay) -> QRectF | None:
        """Return what an overlay covers, None where the style shows none."""
        if overlay.kind == "progress_bar":
            bar = self._style.progress_bar
            return bar_rect(bar, self._area) if bar.is_shown else None
        art = self._logo if overlay.kind == "logo" else self._art(overlay)
        return art.box if art else None

    def _art(self, overlay: Overlay) -> HookArt | LowerThirdArt | None:
        text = " ".join(overlay.text.split())
        part = self._style.hook if overlay.kind == "hook" else self._style.lower_third
        if not text or not part.is_shown:
            return None
        taken = self.taken(overlay.start, overlay.end, overlay.kind)
        key = (overlay.kind, text, overlay.side, overlay.position, taken)
        if key not in self._arts:
            style, area = self._style, self._area
            if overlay.position is not None:
                moved = part.model_copy(update={"position": overlay.position})
                style = style.model_copy(update={overlay.kind: moved})
            self._arts[key] = (
                HookArt(style, area, text, taken)
                if overlay.kind == "hook"
                else LowerThirdArt(style, area, text, taken, overlay.side)
            )
        return self._arts[key]

    def _paintings_of(self, overlay: Overlay, at: float) -> list[Painting]:
        if overlay.kind == "progress_bar":
            return self._bar(overlay, at) if self._style.progress_bar.is_shown else []
        if overlay.kind == "logo":
            logo = self._logo
            return [Painting(("logo",), lambda: logo.painted)] if logo else []
        art = self._art(overlay)
        if art is None:
            return []
        key = (overlay.kind, overlay.text, art.box.getRect())
        if isinstance(art, LowerThirdArt):
            state = opening(overlay.start, overlay.end, at)
            return [Painting((*key, state), partial(art.painted, state))] if state.accent > 0.0 else []
        opacity = hook_opacity(overlay.start, overlay.end, at)
        return [Painting((*key, opacity), partial(art.painted, opacity))] if opacity > 0.0 else []

    def _bar(self, overlay: Overlay, at: float) -> list[Painting]:
        played_px = round((at - overlay.start) / (overlay.end - overlay.start) * self._area.width)
        bar, area = self._style.progress_bar, self._area
        track = Painting(("track",), partial(bar_track, bar, area))
        if not played_px:
            return [track]
        return [track, Painting(("played", played_px), partial(bar_played, bar, area, played_px))]
