"""Playing a composition in a window: the export's own pictures, smaller, fast forwards, exact after seeks."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import ExitStack
from threading import RLock

import numpy as np
from numpy.typing import NDArray

from core.media.planes import PictureScaler
from core.media.probe import probe
from core.media.reader import FrameReader
from core.media.tracks import with_streams
from core.render.card_sound import with_cards
from core.render.engine import has_picture
from core.render.loudness import RATE_HZ
from core.render.painter import ClipPainter, tick_of
from core.render.raw_sound import RawSound
from core.render.sound import Sound, make_sound
from core.schema.composition import Composition

# Finished pictures kept about the cursor; 540×960 in RGB is 1.5 MB.
PICTURES_KEPT = 24
# Decoded frames kept behind the newest, so that stepping backwards does not decode a GOP for each step.
HISTORY_BYTES = 64_000_000
MAX_HISTORY = 16
# Longer sound to which nothing is done is read where it is heard: nobody waits for two hours to be read through.
READ_WHOLE_SECONDS = 60.0


class _OpenClip:
    """The opened media of one cut: pictures and sound, shared by players that show it in other dress."""

    def __init__(self, composition: Composition) -> None:
        self.facts = with_streams(probe(composition.media.path), composition.media.audio_streams)
        self.lock = RLock()
        self.users = 0
        self._sounds: dict[str, Sound] = {}
        self._raw: RawSound | None = None
        self._opened = ExitStack()
        self.reader: FrameReader | None = None
        if has_picture(composition, self.facts) and self.facts.video:
            frame_bytes = self.facts.video.coded_width * self.facts.video.coded_height * 3 // 2
            history = min(MAX_HISTORY, HISTORY_BYTES // max(1, frame_bytes))
            self.reader = self._opened.enter_context(FrameReader(composition.media.path, self.facts, history))

    def file_sound(self, composition: Composition) -> Sound:
        """Return the sound of the finished file, that of its cards included."""
        if composition.frame_count == composition.clip_frames:
            return self.sound(composition)
        cards = composition.style.intro.identity(), composition.style.outro.identity()
        key = f"{composition.cut.identity()} {composition.audio.identity()} {cards}"
        if key not in self._sounds:
            self._sounds[key] = with_cards(composition, self.sound(composition))
        return self._sounds[key]

    def sound(self, composition: Composition) -> Sound:
        """Return the finished sound of the whole clip, made at the first call."""
        key = f"{composition.cut.identity()} {composition.audio.identity()}"
        if key not in self._sounds:
            self._sounds = {key: make_sound(composition, self.facts)}
        return self._sounds[key]

    def raw_sound(self, composition: Composition) -> RawSound:
        """Return the sound as it was recorded, read where it is asked for."""
        if self._raw is None:
            self._raw = RawSound(composition.media.path, self.facts, composition.cut)
        return self._raw

    def close(self) -> None:
        self._opened.close()


class CompositionPlayer:
    """Gives pictures and sound of a composition by clip second. Safe for a window and one worker thread.

    Captions are painted with Qt's text engine on the calling thread.

    Args:
        composition: What to play.
        max_height_px: Of the pictures; they are never larger than the export's.

    Raises:
        MediaError: The source can't be read.
    """

    def __init__(self, composition: Composition, max_height_px: int, _clip: _OpenClip | None = None) -> None:
        self._composition = composition
        self._max_height_px = max_height_px
        self._clip = _clip or _OpenClip(composition)
        self._clip.users += 1
        self._is_open = True
        self.width, self.height = preview_size(composition.width, composition.height, max_height_px)
        self._pictures: OrderedDict[int, NDArray[np.uint8]] = OrderedDict()
        self._converter, self._whole = PictureScaler(), PictureScaler()
        self._painter: ClipPainter | None = None

    def frame(self, at: float) -> NDArray[np.uint8]:
        """Return the picture at clip second `at`: (height, width, 3) uint8 RGB, contiguous, read only.

        Cards are shown before second 0 and behind the clip's end.
        """
        tick = tick_of(self._composition, at)
        with self._clip.lock:
            known = self._pictures.get(tick)
            if known is None:
                painter = self._open_painter()
                known = self._converter.to_rgb(painter.paint(tick, painter.source_picture(tick)))
                self._pictures[tick] = known
                while len(self._pictures) > PICTURES_KEPT:
                    self._pictures.popitem(last=False)
            self._pictures.move_to_end(tick)
            return known

    def source_frame(self, at: float, max_height_px: int) -> NDArray[np.uint8] | None:
        """Return the whole picture of the source that clip second `at` is cropped from; None where there is none.

        (height, width, 3) uint8 RGB, contiguous, not higher than `max_height_px`.
        """
        with self._clip.lock:
            composition = self._composition
            # Beside a card it is the clip's nearest.
            first, last = composition.intro_frames, composition.intro_frames + composition.clip_frames - 1
            tick = min(max(tick_of(composition, at), first), last)
            picture = self._open_painter().source_picture(tick)
            if picture is None:
                return None
            size = preview_size(picture.width, picture.height, max_height_px)
            window = (0, 0, picture.width, picture.height)
            if size != window[2:]:
                picture = self._whole.scale(picture, window, size)
            return self._whole.to_rgb(picture)

    def audio(self, start: float, duration: float, rate_hz: int = RATE_HZ) -> NDArray[np.float32]:
        """Return (n, 2) float32 from clip second `start`, as the file sounds, cards too; silence outside."""
        with self._clip.lock:
            if self._clip.facts.audio is not None and _is_long_and_plain(self._composition):
                raw = self._clip.raw_sound(self._composition).piece(start, duration)
                return raw if rate_hz == RATE_HZ else _resampled(raw, rate_hz, round(duration * rate_hz))
            samples = self._clip.file_sound(self._composition).samples
        lead = round(self._composition.lead * RATE_HZ)
        first, last = lead + round(start * RATE_HZ), lead + round((start + duration) * RATE_HZ)
        piece = np.zeros((max(0, last - first), samples.shape[1]), np.float32)
        begin, end = max(first, 0), min(last, len(samples))
        if end > begin:
            piece[begin - first : end - first] = samples[begin:end]
        return piece if rate_hz == RATE_HZ else _resampled(piece, rate_hz, round(duration * rate_hz))

    def with_overlays(self, composition: Composition) -> CompositionPlayer:
        """Return a player of a changed composition; of the same media it goes on with the same decoder.

        Both players stay usable; each is closed on its own.
        """
        is_shared = composition.media == self._composition.media and self._is_open
        return CompositionPlayer(composition, self._max_height_px, self._clip if is_shared else None)

    def close(self) -> None:
        """Let go of the media; the file is closed with its last player."""
        with self._clip.lock:
            if self._is_open:
                self._is_open = False
                self._pictures.clear()
                self._clip.users -= 1
                if not self._clip.users:
                    self._clip.close()

    def _open_painter(self) -> ClipPainter:
        if self._painter is None:
            sound = None if self._clip.reader else self._clip.sound(self._composition)
            self._painter = ClipPainter(self._composition, self._clip.reader, sound, (self.width, self.height))
        return self._painter


def _is_long_and_plain(composition: Composition) -> bool:
    """Whether nothing is done to a long sound, as when a whole source is watched."""
    plan = composition.audio
    is_plain = plan.aim_lufs is None and plan.noise_floor_dbfs is None and plan.music is None
    has_cards = composition.frame_count != composition.clip_frames
    is_long = composition.duration > READ_WHOLE_SECONDS
    return is_long and is_plain and not plan.silenced and not has_cards and composition.media.has_audio


def preview_size(width: int, height: int, max_height_px: int) -> tuple[int, int]:
    """Return (width, height), even, of the same shape and not higher than `max_height_px`."""
    scale = min(1.0, max_height_px / height)
    return max(2, 2 * round(width * scale / 2)), max(2, 2 * int(height * scale / 2))


def _resampled(samples: NDArray[np.float32], rate_hz: int, count: int) -> NDArray[np.float32]:
    from math import gcd

    from scipy.signal import resample_poly

    shared = gcd(rate_hz, RATE_HZ)
    other = np.asarray(resample_poly(samples, rate_hz // shared, RATE_HZ // shared, axis=0), dtype=np.float32)
    fitted = np.zeros((count, samples.shape[1]), np.float32)
    fitted[: len(other)] = other[:count]
    return fitted
