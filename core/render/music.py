"""A music bed under speech: repeated where it is shorter, lower while somebody speaks, faded out at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.errors import MediaError
from core.media.audio import measure_loudness, stream_audio
from core.media.probe import probe
from core.render.loudness import LEVEL_SAMPLES, RATE_HZ, measure_levels
from core.schema.time import Cut, TimeSpan

if TYPE_CHECKING:
    from core.render.tape import Samples
    from core.schema.audio import Music
    from core.schema.source import MediaFacts

# Where there is no speech to lie under, the bed is as loud as this.
ALONE_LUFS = -23.0
# A repetition begins under the end of the one before.
REPEAT_SECONDS, REPEAT_SHARE = 2.0, 0.25
LEAST_SECONDS = 0.5
# Speech is heard for this long as one; a breath between words does not bring the music up.
ACTIVITY_SECONDS = 0.05
PAUSE_SECONDS = 0.7
# How long the music takes to go down or up. It is down when speech begins: the clip is known as a whole.
SWING_SECONDS = 0.5
# So far under its own loudness speech is no speech any more.
SPEECH_RANGE_LU = 18.0
REMEDY = "Choose another music file for the clip, or none."


def add_music(samples: Samples, music: Music) -> None:
    """Lay music under (n, 2) float32 of speech at 48 kHz, in place, by the loudness of both.

    Raises:
        MediaError: The music is missing, or no sound that can be read; it names the file.
    """
    facts = check_music(music)
    used = TimeSpan(start=music.start, end=min(facts.duration, music.start + len(samples) / RATE_HZ))
    loudness = measure_loudness(music.file, facts, Cut(ranges=(used,))).lufs
    if loudness is None:
        return
    levels = measure_levels(samples)
    speech = levels.lufs()
    gains_db = np.full(len(levels.energies), -loudness, np.float32)
    if speech is None:
        gains_db += ALONE_LUFS
    else:
        gains_db += speech - music.under_lu - music.duck_db * _speaking(levels.energies, speech)
    gains = np.power(np.float32(10), gains_db / 20)
    _fade_out(gains, music.fade_out)
    _lay(samples, music, facts, gains)


def check_music(music: Music) -> MediaFacts:
    """Make sure that a music file can be used, and return what it holds.

    Raises:
        MediaError: It can't; the error names the file.
    """
    try:
        facts = probe(music.file)
    except MediaError as error:
        reason = f"The music can't be used. {error.reason}"
        raise MediaError(reason, str(music.file), remedy=f"{error.remedy} {REMEDY}".strip()) from error
    if facts.audio is None:
        raise MediaError("The music can't be used: the file has no sound.", str(music.file), remedy=REMEDY)
    if music.start > facts.duration - LEAST_SECONDS:
        reason = f"The music is {facts.duration:.1f} s long and can't begin at {music.start:.1f} s."
        raise MediaError(reason, str(music.file), remedy="Let it begin earlier.")
    return facts


def _speaking(energies: NDArray[np.float32], lufs: float) -> NDArray[np.float32]:
    """Return for each level how much somebody speaks, 0 to 1, swinging smoothly and ahead of the speech."""
    from scipy.ndimage import binary_closing, binary_dilation

    per_cell = round(ACTIVITY_SECONDS * RATE_HZ) // LEVEL_SAMPLES
    cells = -(-len(energies) // per_cell)
    sums = np.pad(energies, (0, cells * per_cell - len(energies))).reshape(cells, per_cell).sum(axis=1)
    loudness = -0.691 + 10 * np.log10(np.maximum(sums / (per_cell * LEVEL_SAMPLES), 1e-12))
    pause, swing = (round(seconds / ACTIVITY_SECONDS) for seconds in (PAUSE_SECONDS, SWING_SECONDS))
    speaks = np.pad(loudness > lufs - SPEECH_RANGE_LU, pause)
    speaks = binary_closing(speaks, np.ones(pause + 1, bool))[pause:-pause]
    wide = binary_dilation(speaks, np.ones(swing + 1, bool))
    kernel = np.hanning(swing + 3)[1:-1]
    smooth = np.convolve(np.pad(wide.astype(np.float32), swing // 2, mode="edge"), kernel / kernel.sum(), "valid")
    middles = (np.arange(cells) + 0.5) * per_cell
    return np.interp(np.arange(len(energies)), middles, smooth[:cells]).astype(np.float32)


def _fade_out(gains: NDArray[np.float32], seconds: float) -> None:
    length = min(round(seconds * RATE_HZ / LEVEL_SAMPLES), len(gains))
    if length:
        gains[-length:] *= 0.5 + 0.5 * np.cos(np.pi * (np.arange(length, dtype=np.float32) + 1) / length)


def _lay(samples: Samples, music: Music, facts: MediaFacts, gains: NDArray[np.float32]) -> None:
    """Add the music, as often as it takes."""
    length = round((facts.duration - music.start) * RATE_HZ)
    overlap = round(min(REPEAT_SECONDS, length / RATE_HZ * REPEAT_SHARE) * RATE_HZ)
    span = TimeSpan(start=music.start, end=music.start + length / RATE_HZ)
    for first in range(0, len(samples), length - overlap):
        position = first
        is_repeated = first + length - overlap < len(samples)
        for piece in stream_audio(music.file, facts, span, RATE_HZ, 2):
            _swing(piece, position - first, overlap if first else 0)
            if is_repeated:
                _swing(piece[::-1], first + length - position - len(piece), overlap)
            place = slice(position, position + len(piece))
            under = samples[place]
            if not len(under):
                break
            samples[place] = under + piece[: len(under)] * _at(gains, position, len(under))[:, None]
            position += len(piece)


def _swing(piece: NDArray[np.float32], distance: int, overlap: int) -> None:
    """Fade a piece in, in place, along a quarter of a sine: it begins `distance` samples behind the fade's."""
    count = min(len(piece), overlap - distance)
    if count > 0:
        at = np.arange(distance, distance + count, dtype=np.float32) + 0.5
        piece[:count] *= np.sin(at / overlap * (np.pi / 2))[:, None]


def _at(gains: NDArray[np.float32], position: int, count: int) -> NDArray[np.float32]:
    """Return the gain of each sample."""
    first, last = max(0, position // LEVEL_SAMPLES - 1), (position + count) // LEVEL_SAMPLES + 2
    part = gains[first:last]
    middles = np.arange(first, first + len(part)) * LEVEL_SAMPLES + (LEVEL_SAMPLES - 1) / 2
    return np.interp(np.arange(position, position + count), middles, part).astype(np.float32)
