"""One pass over a source's sound: the 16 kHz mono audio that analysis listens to, and the waveform to draw."""

from __future__ import annotations

import wave
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

import numpy as np

from core.media.container import open_media
from core.media.sound import Resampler, SoundReader, averaged
from core.media.tracks import single_tracks
from core.schema.time import TimeSpan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from core.media.container import PacketWatch
    from core.schema.record import ProgressCallback
    from core.schema.source import MediaFacts

ANALYSIS_HZ = 16_000
WAVEFORM_HZ = 100
SAMPLES_PER_PAIR = ANALYSIS_HZ // WAVEFORM_HZ
SILENCE_SECONDS = 10.0
# Gaps closer than this are told as one, and so many are told apart.
CLOSE_SECONDS = 0.1
MAX_GAPS = 1000


@dataclass
class SoundLoss:
    """What is not there: packets that can't be decoded, and gaps, in source seconds.

    Silence before the first sound is no gap. Gaps close to each other are told as one, and past `MAX_GAPS` the
    last one grows; `silent_seconds` counts each. `ends_at` is where the sound ends.
    """

    damaged_packets: int = 0
    silent_seconds: float = 0.0
    gaps: list[TimeSpan] = field(default_factory=list)
    ends_at: float = 0.0

    @property
    def is_any(self) -> bool:
        """Whether sound was lost."""
        return self.damaged_packets > 0

    @property
    def first_second(self) -> float | None:
        """Where the first gap begins."""
        return self.gaps[0].start if self.gaps else None

    def add_gap(self, start: float, end: float) -> None:
        """Note a gap behind all others."""
        self.silent_seconds += end - start
        if self.gaps and (start - self.gaps[-1].end < CLOSE_SECONDS or len(self.gaps) == MAX_GAPS):
            start = self.gaps.pop().start
        self.gaps.append(TimeSpan(start=start, end=end))

    def add_track(self, other: SoundLoss) -> None:
        """Note what is missing of another track that is heard as well."""
        self.damaged_packets += other.damaged_packets
        self.silent_seconds += other.silent_seconds
        self.gaps = sorted([*self.gaps, *other.gaps], key=lambda gap: gap.start)
        self.ends_at = max(self.ends_at, other.ends_at)


def write_analysis(
    path: Path,
    facts: MediaFacts,
    wav: Path,
    waveform: Path,
    progress: ProgressCallback,
    watch: PacketWatch | None = None,
) -> SoundLoss:
    """Write the analysis audio and the waveform of a source, both from source second 0 to its end.

    Args:
        path: The media file.
        facts: What `probe` said of it, and the tracks that are heard, averaged; it has sound.
        wav: Where the 16 kHz mono 16-bit WAV goes.
        waveform: Where the int8 minimum/maximum pairs go, `WAVEFORM_HZ` pairs a second.
        progress: Told how far it is.
        watch: Shown the packets of other streams that the same reading passes.

    Raises:
        MediaError: the file can't be opened.
    """
    heard = single_tracks(facts)
    losses = [SoundLoss() for _ in heard]
    tracks = [
        _analysis_samples(path, track, loss, None if index else watch)
        for index, (track, loss) in enumerate(zip(heard, losses, strict=True))
    ]
    wanted = round(facts.duration * ANALYSIS_HZ)
    written = 0
    with waveform.open("wb") as drawn, wave.open(str(wav), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(ANALYSIS_HZ)
        peaks = _Peaks(drawn)
        for samples in averaged(tracks, ANALYSIS_HZ):
            kept = samples[: wanted - written]
            file.writeframes((np.clip(kept, -1.0, 1.0) * 32767).round().astype("<i2").tobytes())
            peaks.add(kept)
            written += len(kept)
            progress(min(1.0, written / max(1, wanted)), "reading sound")
        peaks.finish()
    for other in losses[1:]:
        losses[0].add_track(other)
    return losses[0]


def _analysis_samples(
    path: Path, facts: MediaFacts, loss: SoundLoss, watch: PacketWatch | None
) -> Iterator[NDArray[np.float32]]:
    """Yield (n,) float32 at the analysis rate from source second 0 on, silence where there is no sound."""
    with open_media(path) as container:
        reader = SoundReader(container, facts, channels=1, watch=watch)
        rate = reader.audio.sample_rate_hz
        resampler = Resampler(rate, ANALYSIS_HZ, 1)
        position = 0
        for start, piece in reader.pieces():
            if start > position:
                yield from _silence(resampler, start - position, rate)
                if position > reader.audio.start * rate + rate / 10:
                    loss.add_gap(position / rate, start / rate)
            new = piece[max(0, position - start) :]
            yield resampler.feed(new)[:, 0]
            position = max(position, start + len(piece))
        loss.ends_at = position / rate
        loss.damaged_packets = reader.damaged
        missing = round(facts.duration * rate) - position
        yield from _silence(resampler, max(0, missing), rate)
        yield resampler.finish()[:, 0]


def _silence(resampler: Resampler, count: int, rate: int) -> Iterator[NDArray[np.float32]]:
    """Yield `count` samples of silence, resampled, a bounded piece at a time."""
    piece = int(SILENCE_SECONDS * rate)
    for start in range(0, count, piece):
        yield resampler.feed(np.zeros((min(piece, count - start), 1), np.float32))[:, 0]


class _Peaks:
    """Writes the least and the greatest of every `SAMPLES_PER_PAIR` samples."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._rest = np.zeros(0, np.float32)

    def add(self, samples: NDArray[np.float32]) -> None:
        """Take (n,) samples."""
        samples = np.concatenate([self._rest, samples])
        whole = len(samples) // SAMPLES_PER_PAIR * SAMPLES_PER_PAIR
        self._write(samples[:whole].reshape(-1, SAMPLES_PER_PAIR))
        self._rest = samples[whole:]

    def finish(self) -> None:
        """Write what is left, a shorter stretch."""
        if len(self._rest):
            self._write(self._rest[None])

    def _write(self, rows: NDArray[np.float32]) -> None:
        pairs = np.stack([rows.min(axis=1), rows.max(axis=1)], axis=1)
        self._file.write((np.clip(pairs, -1, 1) * 127).round().astype(np.int8).tobytes())
