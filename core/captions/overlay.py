"""Everything that is painted over a clip's picture, as patches: the same for preview, still and export."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

import numpy as np

from core.captions.animations import ANIMATIONS, animation_named
from core.captions.capitals import is_turkic
from core.captions.cue_art import CueArt, Cut
from core.captions.emoji_art import EmojiArt, emoji_look
from core.captions.fonts import with_fonts
from core.captions.furniture import Furniture
from core.captions.highlight import highlighted
from core.captions.parts import Filling, Moved, Part, parts_of
from core.captions.place import safe_area
from core.captions.qt import ensure_gui
from core.captions.recent import RecentlyUsed
from core.errors import StyleError

if TYPE_CHECKING:
    from core.captions.animation import Animation, Look
    from core.captions.occupied import Box
    from core.captions.raster import Layer, Pixels
    from core.schema.caption import CaptionCue, Overlay
    from core.schema.style import Style

PATCH_CACHE_BYTES = 24_000_000
ARTS_KEPT = 6


@dataclass(frozen=True, eq=False)
class Patch:
    """Pixels to lay over the picture with their top left at (x, y); all four edges are even pixels.

    `pixels` is (height, width, 4) uint8, premultiplied, and shared: never write into it; they are seen at
    `opacity`. Patches with equal keys look the same in the same place, in any painter. `whole` is the patch that
    it was made from by cutting, moving and fading alone, so that what is known of that serves for this.
    """

    x: int
    y: int
    pixels: Pixels
    key: Hashable
    whole: Patch | None = None
    opacity: float = 1.0

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, pixels; 0 where nothing is painted."""
        height, width = self.pixels.shape[:2]
        return width, height

    @cached_property
    def rgba(self) -> Pixels:
        """The pixels as they are seen, premultiplied; shared, as `pixels`."""
        if self.opacity >= 1.0:
            return self.pixels
        import cv2

        return np.asarray(cv2.convertScaleAbs(self.pixels, alpha=self.opacity), np.uint8)

    def between(self, left: float, right: float) -> Patch:
        """Return what of it lies between two places in the picture, cut on even columns."""
        end = self.x + self.size[0]
        first, last = (min(max(2 * round(edge / 2), self.x), end) for edge in (left, right))
        seen = self.pixels[:, first - self.x : last - self.x]
        return Patch(first, self.y, seen, (self.key, first, last), self, self.opacity)

    def moved(self, down_px: int, opacity: float = 1.0) -> Patch:
        """Return it further down by even pixels, and fainter; itself where that is neither."""
        if not down_px and opacity >= 1.0:
            return self
        key = (self.key, down_px, opacity)
        return Patch(self.x, self.y + down_px, self.pixels, key, self, self.opacity * opacity)


class OverlayPainter:
    """Paints the captions and overlays of one clip in one picture size.

    `patches` depends on nothing but its argument, so any frame can be painted alone; what was painted lately is
    kept within `PATCH_CACHE_BYTES`. Use one painter on one thread at a time.

    Args:
        style: How everything looks.
        width: Of the picture, pixels, even.
        height: Of the picture, pixels, even.
        cues: In order, not overlapping, clip seconds.
        overlays: All that is painted beside captions, clip seconds.
        duration: Length of the clip in seconds.

    Raises:
        StyleError: The style names an animation that does not exist, or brings a font that can't be used.
    """

    def __init__(
        self,
        style: Style,
        width: int,
        height: int,
        cues: Sequence[CaptionCue],
        overlays: Sequence[Overlay],
        duration: float,
    ) -> None:
        ensure_gui()
        style = with_fonts(style)
        self._style = style
        self._animation = _animation_of(style)
        self._area = safe_area(style.safe_zone, width, height)
        self._cues = tuple(cues)
        self._is_turkic = is_turkic(word.text for cue in cues for word in cue.words)
        self._furniture = Furniture(style, self._area, overlays)
        self._identity = hashlib.sha256(f"{width}x{height} {style.identity()}".encode()).hexdigest()[:16]
        self._patches: RecentlyUsed[Patch] = RecentlyUsed(PATCH_CACHE_BYTES, lambda patch: patch.pixels.nbytes)
        self._arts: RecentlyUsed[CueArt] = RecentlyUsed(ARTS_KEPT, lambda art: 1)
        self._emoji: RecentlyUsed[EmojiArt] = RecentlyUsed(ARTS_KEPT, lambda art: 1)

    def patches(self, at: float) -> list[Patch]:
        """Return what lies over the picture at clip second `at`, lowest first."""
        found = [self._patch(painting.key, painting.paint) for painting in self._furniture.paintings(at)]
        found += self._cue_patches(at)
        return [patch for patch in found if patch is not None]

    def _cue_patches(self, at: float) -> list[Patch | None]:
        if not self._style.captions.is_shown:
            return []
        index = bisect_right(self._cues, at, key=lambda cue: cue.start) - 1
        if index < 0 or at >= self._cues[index].end:
            return []
        cue = self._cues[index]
        words = tuple(word for word in cue.words if word.text.strip())
        if not words:
            return []
        if len(words) != len(cue.words):
            cue = cue.model_copy(update={"words": words})
        # Whatever is shown at any time of the cue, so that it never jumps.
        taken = self._furniture.taken(cue.start, cue.end)
        said = tuple((word.text, word.is_emphasised) for word in words)
        key = ("cue", said, cue.speaker_number, cue.position, taken)

        captions = self._style.captions
        if cue.position is not None:
            captions = captions.model_copy(update={"position": cue.position})

        def art() -> CueArt:
            return self._arts.get(
                key,
                lambda: CueArt(captions, self._area, words, taken, cue.speaker_number, self._is_turkic),
            )

        look = highlighted(self._animation.look(cue, at), cue, at, self._style.captions.highlight)
        patches: list[Patch | None] = []
        for part in parts_of(look):
            if isinstance(part, Filling):
                patches += self._filling(part, key, art)
            elif isinstance(part, Moved):
                whole = self._patch((*key, part.part), partial(_painted, art, part.part))
                drop_px = art().drop_px(part.drop, part.part.word) if part.drop else 0
                patches.append(whole and whole.moved(drop_px, part.opacity))
            else:
                patches.append(self._patch((*key, part), partial(_painted, art, part)))
        return [*patches, self._emoji_patch(cue, at, look, key, art)]

    def _filling(self, filling: Filling, key: tuple[Hashable, ...], art: Callable[[], CueArt]) -> list[Patch]:
        found = []
        for cut in art().cuts(filling):
            whole = self._patch((*key, cut[:2]), partial(_filled, art, cut))
            part = whole.between(cut.left, cut.right) if whole is not None else None
            if part is not None and all(part.size):
                found.append(part)
        return found

    def _emoji_patch(
        self,
        cue: CaptionCue,
        at: float,
        look: Look,
        key: tuple[str, tuple[tuple[str, bool], ...], int | None, float | None, tuple[Box, ...]],
        art: Callable[[], CueArt],
    ) -> Patch | None:
        if not cue.emoji or not self._style.captions.shows_emoji:
            return None
        seen = emoji_look(cue, at, look.opacity)

        def paint() -> Layer:
            return self._emoji.get(
                (key, cue.emoji),
                lambda: EmojiArt(self._area, cue.emoji, art().solid, art().size_px, key[-1]),
            ).painted(seen)

        return self._patch((key, cue.emoji, seen), paint)

    def _patch(self, what: Hashable, paint: Callable[[], Layer]) -> Patch | None:
        key = (self._identity, what)

        def make() -> Patch:
            layer = paint().cropped()
            return Patch(layer.rect.x(), layer.rect.y(), layer.rgba(), key)

        patch = self._patches.get(key, make)
        return patch if all(patch.size) else None


def _painted(art: Callable[[], CueArt], part: Part) -> Layer:
    return art().painted(part)


def _filled(art: Callable[[], CueArt], cut: Cut) -> Layer:
    return art().filled(cut.piece, cut.is_said)


def _animation_of(style: Style) -> Animation:
    animation = animation_named(style.captions.animation)
    if animation is None:
        known = ", ".join(member.NAME for member in ANIMATIONS)
        raise StyleError(
            f"Style {style.pin} asks for an unknown caption animation, “{style.captions.animation}”.",
            remedy=f"Choose one of: {known}.",
        )
    return animation
