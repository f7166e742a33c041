"""A source's sound by time: exact samples of a span, the analysis audio, and how loud a cut is."""

from __future__ import annotations

import math
import wave
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from core.errors import MediaError
from core.media.container import GET_AGAIN, open_media
from core.media.meter import METER_HZ, Loudness, LoudnessMeter
from core.media.sound import Resampler, SoundReader, averaged
from core.media.tracks import single_tracks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from core.schema.source import MediaFacts
    from core.schema.time import Cut, TimeSpan

# Read beyond both ends of a span, so that the resampler's filter sees real samples there.
MARGIN_SECONDS = 0.05
SILENCE_SECONDS = 10.0


def read_audio(path: Path, facts: MediaFacts, span: TimeSpan, rate_hz: int, channels: int) -> NDArray[np.float32]:
    """Return the sound of a span, exact to the sample at both ends, with silence where the file has none.

    Sample i lies at source second (round(span.start × rate_hz) + i) / rate_hz, so that neighbouring spans join
    without a seam. Surround is mixed down as ITU-R BS.775 says, without lowering its level: peaks may pass 1.0.
    Several tracks are averaged, each at its own place: never louder than the loudest of them.

    Args:
        path: The media file.
        facts: What `probe` said of it, and the tracks that are heard.
        span: Source seconds; may begin before 0 or end behind the file.
        rate_hz: The rate wanted.
        channels: 1 or 2.

    Returns:
        (round(span.duration × rate_hz), channels) float32.

    Raises:
        MediaError: the file can't be opened, or has no sound.
    """
    samples = np.zeros((round(span.duration * rate_hz), channels), np.float32)
    position = 0
    for piece in stream_audio(path, facts, span, rate_hz, channels):
        samples[position : position + len(piece)] = piece
        position += len(piece)
    return samples


def stream_audio(
    path: Path, facts: MediaFacts, span: TimeSpan, rate_hz: int, channels: int
) -> Iterator[NDArray[np.float32]]:
    """Yield what `read_audio` returns, in pieces of some seconds at most.

    Raises:
        MediaError: the file can't be opened, or has no sound.
    """
    tracks = [_stream_track(path, track, span, rate_hz, channels) for track in single_tracks(facts)]
    yield from averaged(tracks, rate_hz)


def _stream_track(
    path: Path, facts: MediaFacts, span: TimeSpan, rate_hz: int, channels: int
) -> Iterator[NDArray[np.float32]]:
    """Yield the sound of a span of one track."""
    with open_media(path) as container:
        reader = SoundReader(container, facts, channels)
        from_hz = reader.audio.sample_rate_hz
        # Begin where samples of both rates fall on the same instant: all spans then lie on one grid.
        steps_hz = math.gcd(from_hz, rate_hz)
        first_step = math.floor((span.start - MARGIN_SECONDS) * steps_hz)
        last_step = math.ceil((span.end + MARGIN_SECONDS) * steps_hz)
        step = from_hz // steps_hz
        resampler = Resampler(from_hz, rate_hz, channels)
        skipped = round(span.start * rate_hz) - first_step * (rate_hz // steps_hz)
        missing = round(span.duration * rate_hz)
        for samples in chain(_filled(reader, first_step * step, last_step * step), [None]):
            piece = resampler.finish() if samples is None else resampler.feed(samples)
            kept = piece[skipped : skipped + missing]
            skipped -= min(skipped, len(piece))
            missing -= len(kept)
            if len(kept):
                yield kept
    yield from _silence(missing, round(SILENCE_SECONDS * rate_hz), channels)


def _filled(reader: SoundReader, first: int, last: int) -> Iterator[NDArray[np.float32]]:
    """Yield the samples [first, last) of a reader's own rate, with silence where it has none."""
    rate = reader.audio.sample_rate_hz
    longest = round(SILENCE_SECONDS * rate)
    position = first
    for start, piece in reader.pieces(first / rate, last / rate):
        yield from _silence(min(start, last) - position, longest, reader.channels)
        position = max(position, min(start, last))
        kept = piece[max(0, position - start) : max(0, last - start)]
        if len(kept):
            yield kept
            position += len(kept)
    yield from _silence(last - position, longest, reader.channels)


def _silence(count: int, longest: int, channels: int) -> Iterator[NDArray[np.float32]]:
    for start in range(0, count, longest):
        yield np.zeros((min(longest, count - start), channels), np.float32)


def read_wav(path: Path) -> tuple[NDArray[np.float32], int]:
    """Return ((n,) float32 in [-1, 1], rate in Hz) of a 16-bit mono WAV, such as the analysis audio.

    Raises:
        MediaError: the file is not such a WAV.
    """
    try:
        with wave.open(str(path), "rb") as file:
            if file.getnchannels() != 1 or file.getsampwidth() != 2:
                raise MediaError("The analysis audio is not 16-bit mono.", str(path), remedy="Import it again.")
            codes = np.frombuffer(file.readframes(file.getnframes()), "<i2")
            return codes.astype(np.float32) / np.float32(32768), file.getframerate()
    except (OSError, EOFError, wave.Error) as error:
        raise MediaError("The analysis audio can't be read.", str(path), remedy=GET_AGAIN) from error


def measure_loudness(path: Path, facts: MediaFacts, cut: Cut) -> Loudness:
    """Measure a cut as it will sound in stereo: integrated loudness and true peak over all its ranges.

    The method is ITU-R BS.1770-4 with its gates, by FFmpeg's ebur128. Clips under 0.4 s have no loudness.

    Raises:
        MediaError: the file can't be opened, or has no sound.
    """
    meter = LoudnessMeter()
    for piece in chain.from_iterable(stream_audio(path, facts, span, METER_HZ, 2) for span in cut.ranges):
        meter.feed(piece)
    return meter.finish()
