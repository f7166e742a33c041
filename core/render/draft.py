"""Pictures of a composition while something moves: nearly right, at once. `core.render.preview` has exact ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.media.frames import FrameStream
from core.media.planes import PictureScaler
from core.media.probe import probe
from core.media.skim import Skim, is_worth_skimming
from core.media.tracks import with_streams
from core.render.engine import has_picture
from core.render.painter import ClipPainter, tick_of
from core.render.preview import preview_size
from core.render.raw_sound import RawSound
from core.schema.time import TimeSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.schema.composition import Composition

# A composition up to this long is got ready whole; of a longer one, what lies about the cursor.
WHOLE_SECONDS = 300.0
BEFORE_SECONDS, BEHIND_SECONDS = 15.0, 45.0


class DraftPlayer:
    """Paints a composition on small pictures of its source. Not safe for two threads at once.

    What is painted over the picture is exact; the picture itself is coarse, and some twelfth of a second off.
    `is_needed` says whether exact pictures are slow to reach, `is_whole` whether all of it is got ready.

    Args:
        composition: What to play.
        max_height_px: Of the pictures.

    Raises:
        MediaError: The source can't be read.
    """

    def __init__(self, composition: Composition, max_height_px: int, _skim: Skim | None = None) -> None:
        self._composition = composition
        self._max_height_px = max_height_px
        self._size = preview_size(composition.width, composition.height, max_height_px)
        self._painter: ClipPainter | None = None
        self._converter = PictureScaler()
        self._skim = _skim
        self._sound: RawSound | None = None
        self._facts = with_streams(probe(composition.media.path), composition.media.audio_streams)
        self.is_needed = _skim is not None or self._open()
        self.is_whole = composition.cut.duration <= WHOLE_SECONDS

    def _open(self) -> bool:
        media, facts = self._composition.media, self._facts
        if not has_picture(self._composition, facts) or facts.video is None or facts.video.is_still:
            return False
        with FrameStream(media.path, facts) as stream:
            if not is_worth_skimming(stream, self._parts(0.0)):
                return False
        self._skim = Skim(media.path, facts)
        return True

    def frame(self, at: float) -> NDArray[np.uint8] | None:
        """Return the picture at clip second `at`: (height, width, 3) uint8 RGB; None where there is no draft."""
        composition = self._composition
        tick = tick_of(composition, at)
        source = None
        if composition.clip_tick(tick) is not None:
            source = self._skim.near(composition.cut.to_source_time(at)) if self._skim else None
            if source is None:
                return None
        if self._painter is None:
            self._painter = ClipPainter(composition, None, None, self._size)
        return self._converter.to_rgb(self._painter.paint(tick, source))

    def audio(self, at: float, duration: float) -> NDArray[np.float32]:
        """Return (n, 2) float32 at 48 kHz from clip second `at` as it was recorded; empty without sound."""
        composition = self._composition
        if self._facts.audio is None or not composition.media.has_audio:
            return np.zeros((0, 2), np.float32)
        if self._sound is None:
            gain_db = composition.audio.gain_db
            self._sound = RawSound(composition.media.path, self._facts, composition.cut, gain_db)
        return self._sound.piece(at, duration)

    def fill(self, at: float) -> Iterator[float]:
        """Get pictures ready, in short pieces of work; yield how far it is.

        Args:
            at: The clip second about which a long composition is got ready.
        """
        if self._skim is not None:
            yield from self._skim.fill(self._parts(at))

    def _parts(self, at: float) -> tuple[TimeSpan, ...]:
        cut = self._composition.cut
        if cut.duration <= WHOLE_SECONDS:
            return cut.ranges
        about = cut.to_source_time(at)
        near = TimeSpan(start=about - BEFORE_SECONDS, end=about + BEHIND_SECONDS)
        return tuple(
            TimeSpan(start=max(span.start, near.start), end=min(span.end, near.end))
            for span in cut.ranges
            if span.overlap(near) > 0
        )

    def with_overlays(self, composition: Composition) -> DraftPlayer:
        """Return a player of a composition that differs in what is painted or cut; it takes over what is ready."""
        media, skim = self._composition.media, self._skim
        if skim is None or composition.media != media:
            self.close()
            return DraftPlayer(composition, self._max_height_px)
        self._skim = None
        return DraftPlayer(composition, self._max_height_px, skim)

    def close(self) -> None:
        """Let go of the media."""
        if self._skim is not None:
            self._skim.close()
            self._skim = None
