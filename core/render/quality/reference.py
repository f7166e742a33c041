"""What a finished file should show and play: the source's own pictures and sound, read again where asked for."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import ExitStack
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from core.errors import MediaError
from core.media.audio import read_audio
from core.media.probe import probe
from core.media.reader import FrameReader
from core.media.tracks import with_streams
from core.render.compose import FrameComposer
from core.render.engine import has_picture
from core.render.overlays import Overlays
from core.render.painter import seconds_of_ticks
from core.render.quality.grid import Grid, grid_of
from core.schema.time import TimeSpan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.media.planes import Picture
    from core.schema.composition import Composition
    from core.schema.source import MediaFacts

# Pictures of the source that are kept for the other aspects of a clip: 3 MB each at 1080p.
PICTURES_KEPT = 12
CORRELATION_HZ = 8_000
# Where in the clip pictures are compared: first and last fifth, and the fifth in the middle.
PLACES = ((0.0, 0.2), (0.4, 0.6), (0.8, 1.0))
# How far behind a keyframe of the source: an index holds decoding times, some frames before it is shown, and the
# picture before is asked for as well, which must not lie in the GOP before.
NEAR_SECONDS = (0.2, 0.7)


class Reference:
    """The source of a clip, opened when it is first needed, and shared by the checks of all its aspects.

    `places` are frames of the clip, cards not counted, by where they lie in it; of each place one picture is
    compared. `missing` says why the source can't be read, empty where it can.

    Args:
        composition: Any of the clip's.
    """

    def __init__(self, composition: Composition) -> None:
        self._composition = composition
        self._seconds = seconds_of_ticks(composition)
        self._opened = ExitStack()
        self._pictures: OrderedDict[int, Picture] = OrderedDict()
        self.missing = ""
        self._reader: FrameReader | None = None
        self._facts: MediaFacts | None = None
        path = composition.media.path
        try:
            self._facts = with_streams(probe(path), composition.media.audio_streams)
            if has_picture(composition, self._facts):
                self._reader = self._opened.enter_context(FrameReader(path, self._facts))
        except MediaError as error:
            # Gone since the render, or changed: the file is judged by itself, and that is said.
            self.missing = error.reason
        self.places = self._find_places()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    @property
    def has_picture(self) -> bool:
        """Whether the clip shows pictures of the source."""
        return self._reader is not None

    @property
    def has_sound(self) -> bool:
        """Whether the clip plays sound of the source."""
        return self._facts is not None and self._composition.media.has_audio and self._facts.audio is not None

    def settle(self, ticks: Sequence[int]) -> None:
        """Let the other aspects be compared at the frames of this one: the source is then sought once."""
        self.places = tuple(frozenset({tick}) for tick in ticks)

    def _find_places(self) -> tuple[frozenset[int], ...]:
        """Return the frames to choose from at the clip's start, middle and end.

        Those behind a keyframe of the source, where there are any: reaching one elsewhere takes half a GOP.
        """
        if self._reader is None:
            return ()
        last = len(self._seconds) - 1
        places = []
        for begin, end in PLACES:
            ticks = range(round(begin * last), round(end * last) + 1)
            near = {tick for tick in ticks if self._is_near_keyframe(self._reader, tick)}
            places.append(frozenset(near or ticks))
        return tuple(places)

    def _is_near_keyframe(self, reader: FrameReader, tick: int) -> bool:
        at = self._seconds[tick]
        return NEAR_SECONDS[0] <= at - reader.keyframe_before(at) <= NEAR_SECONDS[1]

    def picture(self, tick: int) -> Picture:
        """Return the source's picture for a frame of the clip.

        Raises:
            MediaError: It can't be read any more.
        """
        known = self._pictures.get(tick)
        if known is None:
            assert self._reader is not None
            known = self._pictures[tick] = self._reader.picture_at(self._seconds[tick])
            while len(self._pictures) > PICTURES_KEPT:
                self._pictures.popitem(last=False)
        return known

    def sound(self, start: float, seconds: float) -> NDArray[np.float32]:
        """Return (n,) float32 at `CORRELATION_HZ` from source second `start` on.

        Raises:
            MediaError: It can't be read any more.
        """
        assert self._facts is not None
        span = TimeSpan(start=start, end=start + seconds)
        return read_audio(self._composition.media.path, self._facts, span, CORRELATION_HZ, 1)[:, 0]


class ExpectedPictures:
    """The pictures that one aspect should have, as grids of luma.

    Args:
        composition: The aspect.
        reference: The clip's source; it must have a picture.
    """

    def __init__(self, composition: Composition, reference: Reference) -> None:
        self._reference = reference
        self._frame_seconds = composition.fps_denominator / composition.fps_numerator
        self._clip_tick = composition.clip_tick
        self._composer = FrameComposer(composition, Overlays.of(composition))
        self._bare = FrameComposer(composition, None)

    def grid(self, tick: int) -> Grid | None:
        """Return a frame of the file with all that is painted on it, None outside the clip."""
        return self._grid(self._composer, tick)

    def bare_grid(self, tick: int) -> Grid | None:
        """Return a frame of the file without captions, None outside the clip."""
        return self._grid(self._bare, tick)

    def _grid(self, composer: FrameComposer, tick: int) -> Grid | None:
        shown = self._clip_tick(tick)
        if shown is None:
            return None
        picture = self._reference.picture(shown)
        return grid_of(composer.compose(picture, shown * self._frame_seconds).y)
