"""The pictures of compositions of one clip, tick by tick, whatever the source holds."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from core.media.reader import tick_seconds
from core.render.backdrop import SoundBackdrop
from core.render.cards import Cards
from core.render.compose import FrameComposer
from core.render.overlays import Overlays

if TYPE_CHECKING:
    from core.media.planes import Picture
    from core.media.reader import FrameReader
    from core.render.sound import Sound
    from core.schema.composition import Composition


def seconds_of_ticks(composition: Composition) -> list[float]:
    """Return the source second of every frame of the clip."""
    return tick_seconds(
        composition.cut, composition.fps_numerator, composition.fps_denominator, composition.clip_frames
    )


def tick_of(composition: Composition, at: float) -> int:
    """Return the number of the output frame shown at clip second `at`, clamped to the file.

    Cards lie before second 0 and behind the clip's end.
    """
    tick = math.floor(at * composition.fps_numerator / composition.fps_denominator + 1e-3)
    return min(max(composition.intro_frames + tick, 0), composition.frame_count - 1)


class ClipPainter:
    """Paints one composition at one size. Painting, preview and still all go through here.

    Args:
        composition: What to paint.
        reader: Its source's pictures; None where it has none.
        sound: The clip's finished sound, which is drawn where there is no picture.
        size: (width, height) where it is not the composition's own.
    """

    def __init__(
        self,
        composition: Composition,
        reader: FrameReader | None,
        sound: Sound | None,
        size: tuple[int, int] | None = None,
    ) -> None:
        self._composition = composition
        self._reader = reader
        size = size or (composition.width, composition.height)
        self._composer = FrameComposer(composition, Overlays.of(composition, size), size)
        self._backdrop = SoundBackdrop(composition, sound.samples, size) if reader is None and sound else None
        self._cards = Cards(composition, size)
        self._seconds = seconds_of_ticks(composition)

    def source_picture(self, tick: int) -> Picture | None:
        """Return the source's picture for an output frame, None for cards; shared by all aspects of a clip."""
        shown = self._composition.clip_tick(tick)
        return self._reader.picture_at(self._seconds[shown]) if self._reader and shown is not None else None

    def paint(self, tick: int, source: Picture | None) -> Picture:
        """Return the finished picture of an output frame, new each time.

        Args:
            tick: Number of the output frame.
            source: What `source_picture` of any painter of the clip gave for it.
        """
        card = self._cards.picture(tick)
        if card is not None:
            return card
        shown = tick - self._composition.intro_frames
        at = shown * self._composition.fps_denominator / self._composition.fps_numerator
        if source is not None:
            return self._composer.compose(source, at)
        assert self._backdrop is not None
        picture = self._backdrop.paint(at)
        self._composer.paint_overlays(picture, at)
        return picture
