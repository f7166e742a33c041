"""The pictures of compositions of one clip, tick by tick, whatever the source holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.media.reader import tick_seconds
from core.render.backdrop import SoundBackdrop
from core.render.compose import FrameComposer
from core.render.overlays import Overlays

if TYPE_CHECKING:
    from core.media.planes import Picture
    from core.media.reader import FrameReader
    from core.render.sound import Sound
    from core.schema.composition import Composition


def seconds_of_ticks(composition: Composition) -> list[float]:
    """Return the source second of every output frame."""
    return tick_seconds(
        composition.cut, composition.fps_numerator, composition.fps_denominator, composition.frame_count
    )


def tick_of(composition: Composition, at: float) -> int:
    """Return the number of the output frame shown at clip second `at`, clamped to the clip."""
    tick = int(at * composition.fps_numerator / composition.fps_denominator + 1e-3)
    return min(max(tick, 0), composition.frame_count - 1)


class ClipPainter:
    """Paints one composition at one size. Painting, preview and still all go through here.

    Args:
        composition: What to paint.
        reader: Its source's pictures; None where it has none.
        sound: Its finished sound, which is drawn where there is no picture.
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
        self._seconds = seconds_of_ticks(composition)

    def source_picture(self, tick: int) -> Picture | None:
        """Return the source's picture for an output frame; shared by all aspects of a clip."""
        return self._reader.picture_at(self._seconds[tick]) if self._reader else None

    def paint(self, tick: int, source: Picture | None) -> Picture:
        """Return the finished picture of an output frame, new each time.

        Args:
            tick: Number of the output frame.
            source: What `source_picture` of any painter of the clip gave for it.
        """
        at = tick * self._composition.fps_denominator / self._composition.fps_numerator
        if source is not None:
            return self._composer.compose(source, at)
        assert self._backdrop is not None
        picture = self._backdrop.paint(at)
        self._composer.paint_overlays(picture, at)
        return picture
