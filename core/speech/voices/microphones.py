"""Speakers by their microphones: separate tracks, or left and right, where each really carries another voice.

Whoever is loudest on a microphone, against that microphone's own level of speech, talks into it. It is believed
only where the microphones are apart most of the time: two copies of one sound, a room in stereo, music around a
voice in the middle or a dubbed track are not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from core.media.audio import stream_audio
from core.media.tracks import single_tracks
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.time import TimeSpan
from core.speech.voices.beliefs import CELL_SECONDS, Beliefs, nearest_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from core.schema.source import MediaFacts

RATE_HZ = 16_000
_CELL = round(CELL_SECONDS * RATE_HZ)
CLEAR_DB = 6.0
_CLEAR_SHARE = 0.7  # of the time in which somebody talks
_OWN_SHARE, _OWN_SECONDS = 0.02, 1.0  # what a microphone must have of it to count
_LIVE_DB = 9.0  # speech goes up and down by more than this, noise does not
_HEARD_DB = 20.0  # below a microphone's level of speech nobody talks into it
_GLANCES, _GLANCE_SECONDS = 6, 15.0
_SHARPNESS_DB = 1.0
_CALM_CELLS = 9  # 0.9 s
_FLOOR_DB = -80.0


@dataclass(frozen=True)
class Microphones:
    """Who talks by their microphones. `kind` says in words what they are: "audio tracks" or "channels"."""

    beliefs: Beliefs
    kind: str


def hear_microphones(
    media: Path, facts: MediaFacts, speech: Sequence[TimeSpan], progress: ProgressCallback = ignore_progress
) -> Microphones | None:
    """Return who talks when, or None where the source has no separate microphones.

    Args:
        media: The file that is read.
        facts: What is in it, and the tracks that are heard.
        speech: When somebody talks, ascending: the words of the transcript.
        progress: Told 0 to 1.

    Raises:
        MediaError: The file can't be read.
        Cancelled: Raised by `progress`.
    """
    tracks = single_tracks(facts)
    if not speech or facts.audio is None or (len(tracks) < 2 and facts.audio.channels != 2):
        return None
    if len(tracks) < 2 and not _differ_at_a_glance(media, facts, speech):
        return None
    whole = TimeSpan(start=0.0, end=speech[-1].end + CELL_SECONDS)
    levels = _all_levels(media, tracks, whole, progress)
    beliefs = separate(levels, _cells_of(speech, levels.shape[1]))
    kind = "audio tracks" if len(tracks) > 1 else "left and right channel"
    return None if beliefs is None else Microphones(beliefs, kind)


def separate(levels: NDArray[np.float32], is_speech: NDArray[np.bool_]) -> Beliefs | None:
    """Return who talks by the levels of microphones, or None where they don't hear different people.

    Args:
        levels: (microphones, cells) in dB.
        is_speech: (cells,) whether somebody talks there, by the transcript.
    """
    if not is_speech.any():
        return None
    spoken = levels[:, is_speech]
    quiet, loud = np.percentile(spoken, (10, 95), axis=1)
    is_live = (loud - quiet >= _LIVE_DB) & (loud > _FLOOR_DB + _LIVE_DB)
    if is_live.sum() < 2:
        return None
    own = levels[is_live] - loud[is_live, None].astype(np.float32)
    ordered = np.sort(own, axis=0)
    is_heard = is_speech & (ordered[-1] > -_HEARD_DB)
    # Two who talk at once, as in a dubbed film, take turns by syllables, people with microphones by sentences.
    calm = _smooth(own)
    order = np.sort(calm, axis=0)
    is_clear = is_heard & (order[-1] - order[-2] >= CLEAR_DB)
    shares = np.bincount(calm.argmax(axis=0)[is_clear], minlength=len(own))
    needed = max(_OWN_SECONDS / CELL_SECONDS, _OWN_SHARE * is_heard.sum())
    has_own = shares >= needed
    if has_own.sum() < 2 or is_clear.sum() < _CLEAR_SHARE * is_heard.sum():
        return None
    powers = np.exp((own - ordered[-1])[has_own].T / np.float32(_SHARPNESS_DB))
    chances = powers / np.maximum(powers.sum(axis=1, keepdims=True), 1e-9)
    return Beliefs(np.asarray(chances[nearest_known(np.flatnonzero(is_heard), len(is_heard))], np.float32))


def _smooth(levels: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return levels whose power is averaged over `_CALM_CELLS`."""
    power = np.pad(10 ** (levels / 10), ((0, 0), (_CALM_CELLS // 2, _CALM_CELLS // 2)), mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(power, _CALM_CELLS, axis=1)
    return np.asarray(10 * np.log10(windows.mean(axis=2)))


def _differ_at_a_glance(media: Path, facts: MediaFacts, speech: Sequence[TimeSpan]) -> bool:
    """Whether left and right differ in a few short looks: most stereo does not, and is not read to its end."""
    moments = np.linspace(0, len(speech) - 1, min(len(speech), _GLANCES)).round().astype(int)
    apart = []
    for index in moments.tolist():
        span = TimeSpan(start=speech[index].start, end=speech[index].start + _GLANCE_SECONDS)
        left, right = _levels(stream_audio(media, facts, span, RATE_HZ, 2), 2)
        apart.append((left - right)[np.maximum(left, right) > _FLOOR_DB + _LIVE_DB])
    differences = np.concatenate(apart)
    if not len(differences):
        return False
    return bool(np.mean(np.abs(differences - np.median(differences)) >= CLEAR_DB / 2) > _OWN_SHARE)


def _all_levels(
    media: Path, tracks: Sequence[MediaFacts], span: TimeSpan, progress: ProgressCallback
) -> NDArray[np.float32]:
    """Return (microphones, cells): a row per track, or one per channel of the only track."""
    if len(tracks) == 1:
        return _levels(_watched(stream_audio(media, tracks[0], span, RATE_HZ, 2), span, 0, 1, progress), 2)
    rows = []
    for index, track in enumerate(tracks):
        pieces = _watched(stream_audio(media, track, span, RATE_HZ, 1), span, index, len(tracks), progress)
        rows.append(_levels(pieces, 1)[0])
    return np.stack(rows)


def _watched(
    pieces: Iterable[NDArray[np.float32]], span: TimeSpan, index: int, count: int, progress: ProgressCallback
) -> Iterable[NDArray[np.float32]]:
    done = 0
    for piece in pieces:
        done += len(piece)
        progress(min(1.0, (index + done / RATE_HZ / span.duration) / count), "listening to each microphone")
        yield piece


def _levels(pieces: Iterable[NDArray[np.float32]], channels: int) -> NDArray[np.float32]:
    """Return the level of each cell in dB, (channels, cells); low rumble counts less than voices."""
    rows = []
    rest = np.zeros((0, channels), np.float32)
    for piece in pieces:
        rest = np.concatenate([rest, piece])
        count = len(rest) // _CELL
        if count:
            cells = np.diff(rest[: count * _CELL].reshape(count, _CELL, channels), axis=1)
            rows.append(np.mean(np.square(cells), axis=1))
            rest = rest[count * _CELL :]
    power = np.concatenate(rows) if rows else np.zeros((0, channels), np.float32)
    return np.asarray(10 * np.log10(power.T + 10 ** (_FLOOR_DB / 10)), np.float32)


def _cells_of(speech: Sequence[TimeSpan], cells: int) -> NDArray[np.bool_]:
    found = np.zeros(cells, bool)
    for span in speech:
        found[int(span.start / CELL_SECONDS) : int(np.ceil(span.end / CELL_SECONDS))] = True
    return found
