"""Decoded sound as float samples at their exact place in time, whatever a file does to them on the way.

Positions are samples of the stream's own rate, counted from source second 0. What is missing is silence to those
who read: a stream that starts late, a gap, a damaged stretch.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import numpy as np

from core.errors import MediaError
from core.media.clock import frame_second, latest_second, to_timestamp
from core.media.container import PacketWatch, read_packets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream as AvAudioStream
    from av.container import InputContainer
    from numpy.typing import NDArray

    from core.schema.source import AudioStream, MediaFacts

# AAC needs the frame before, MP3 up to ten, Opus 80 ms: a second of run-up serves all.
RUN_UP_SECONDS = 1.0
# Timestamps may wander this much about the count of samples before a gap or an overlap is believed.
WANDER_SECONDS = 0.03
# A smaller gap is believed when so many frames in a row agree on it within `AGREED_SECONDS`.
STEP_SECONDS, AGREED_SECONDS, AGREEING_FRAMES = 0.005, 0.002, 8
PIECE_SECONDS = 1.0
# 12 dB over full scale: no sound is louder, damaged floating-point streams are.
WILD_LEVEL = 4.0


@dataclass
class SoundReader:
    """Pieces of one audio stream of one open container, mixed down to one or two channels.

    `damaged` counts packets that could not be decoded. `watch` sees all packets of its streams pass by.
    """

    container: InputContainer
    facts: MediaFacts
    channels: int
    watch: PacketWatch | None = None
    damaged: int = 0
    stream: AvAudioStream = field(init=False)

    def __post_init__(self) -> None:
        from av.stream import Discard

        self.audio: AudioStream = audio_of(self.facts)
        self.stream = cast("AvAudioStream", self.container.streams[self.audio.index])
        self._tick_seconds = float(self.stream.time_base or 0)
        indices = dict.fromkeys((self.audio.index, *(self.watch.streams if self.watch else ())))
        self._read = [self.container.streams[index] for index in indices]
        for other in self.container.streams:
            if other not in self._read:
                # The demuxer then skips their bytes: a 5 GB file is not read for its sound.
                other.discard = Discard.all

    def pieces(self, start: float = 0.0, end: float = float("inf")) -> Iterator[tuple[int, NDArray[np.float32]]]:
        """Yield (position, (n, channels) float32) that cover a span, in order, without overlap.

        The first piece may begin before the span and the last end behind it; gaps are left out.

        Args:
            start: Source second from which on every sample is exact.
            end: Source second at which to stop.
        """
        if start - RUN_UP_SECONDS > self.audio.start:
            self._seek(start - RUN_UP_SECONDS)
        rate = self.audio.sample_rate_hz
        mixer = _Mixer(rate, self.channels)
        placed = ((self._position(at, frame), frame) for at, frame in self._frames())
        for position, frame, steps in with_steps(placed, rate):
            yield from mixer.add(position, frame, steps)
            if position >= end * rate:
                break
        yield from mixer.finish()

    def _seek(self, at: float) -> None:
        import av

        try:
            self.container.seek(to_timestamp(at, self.stream, self.facts.start_offset), stream=self.stream)
        except av.error.FFmpegError:
            # Reading from where it stands, the start, is slower but right.
            return

    def _frames(self) -> Iterator[tuple[float, AudioFrame]]:
        """Yield (second, frame), going on after damaged packets and timestamps."""
        import av

        following, latest = self.audio.start, latest_second(self.facts.duration)
        for packet in read_packets(self.container, self._read, self._note_damage):
            if self.watch:
                self.watch.see(packet)
            if packet.stream_index != self.audio.index:
                continue
            try:
                frames = cast("list[AudioFrame]", packet.decode())
            except (av.error.FFmpegError, ValueError):
                self.damaged += 1
                continue
            for frame in frames:
                if not frame.samples:
                    continue
                at = frame_second(frame, self.facts.start_offset)
                at = following if at is None else at
                if at > latest:
                    self.damaged += 1
                    continue
                following = at + frame.samples / (frame.sample_rate or self.audio.sample_rate_hz)
                yield at, frame

    def _note_damage(self) -> None:
        self.damaged += 1

    def _position(self, at: float, frame: AudioFrame) -> int:
        """Return where a frame's first sample lies; coarse timestamps are rounded to whole frames."""
        rate = self.audio.sample_rate_hz
        exact = at * rate
        tick = self._tick_seconds * rate
        if tick > 1:
            first = self.audio.start * rate
            whole = first + round((exact - first) / frame.samples) * frame.samples
            if abs(whole - exact) < tick:
                return round(whole)
        return round(exact)


def with_steps(placed: Iterator[tuple[int, AudioFrame]], rate_hz: int) -> Iterator[tuple[int, AudioFrame, bool]]:
    """Yield (position, frame, whether a small gap or overlap lies before it), some frames after they came.

    Timestamps jitter, and drift where a recorder's clock does; neither may tear the sound. A step that lasts is a
    gap, as files without edit lists have it behind their first packet: all that follows would be out of sync.
    """
    held: deque[tuple[int, AudioFrame]] = deque()
    # How late frames are against the count of samples: those to come, those that were given.
    ahead: deque[float] = deque()
    before: deque[float] = deque(maxlen=AGREEING_FRAMES)
    first, counted = 0, 0.0
    for position, frame in placed:
        first = position if not counted else first
        held.append((position, frame))
        ahead.append((position - first) / rate_hz - counted)
        counted += frame.samples / (frame.sample_rate or rate_hz)
        if len(held) == AGREEING_FRAMES:
            steps = bool(before) and abs(ahead[0] - before[-1]) > STEP_SECONDS
            steps = steps and _is_agreed(ahead) and _is_agreed(before)
            if steps:
                before.clear()
            before.append(ahead.popleft())
            yield *held.popleft(), steps
    for position, frame in held:
        yield position, frame, False


def _is_agreed(seconds: deque[float]) -> bool:
    return max(seconds) - min(seconds) < AGREED_SECONDS


class _Mixer:
    """Gathers frames into pieces of about a second: converting a second costs hardly more than a frame.

    What comes without a gap in one format is a run. A run begins where its first frame says, and is as long as its
    samples are many, so that a change of rate within a stream moves nothing.
    """

    def __init__(self, rate_hz: int, channels: int) -> None:
        self._rate_hz = rate_hz
        self._channels = channels
        self._kind: tuple[str, str, int] | None = None
        self._end: int | None = None

    def add(self, position: int, frame: AudioFrame, steps: bool) -> Iterator[tuple[int, NDArray[np.float32]]]:
        """Take a frame whose first sample lies at `position`, by a step from the last; yield what is complete."""
        kind = (frame.format.name, frame.layout.name, frame.sample_rate)
        is_near = not steps and self._end is not None
        is_near = is_near and abs(position - (self._end or 0)) <= WANDER_SECONDS * self._rate_hz
        if kind != self._kind or not is_near:
            yield from self.finish()
            if self._end is not None and position < self._end and not is_near:
                yield from self._add_late_part(position, self._end, frame)
                return
            self._begin(kind, self._end if self._end is not None and is_near else position, frame)
        frame.pts = None
        self._fifo.write(frame)
        self._taken += frame.samples
        self._end = self._start + round(self._taken * self._rate_hz / frame.sample_rate)
        if self._fifo.samples >= PIECE_SECONDS * frame.sample_rate:
            yield from self._give(self._converter.convert(self._fifo.read()))

    def finish(self) -> Iterator[tuple[int, NDArray[np.float32]]]:
        """Yield what was gathered."""
        if self._kind is not None:
            self._kind = None
            yield from self._give(self._converter.convert(self._fifo.read()))
            yield from self._give(self._converter.finish())

    def _begin(self, kind: tuple[str, str, int], position: int, frame: AudioFrame) -> None:
        from av.audio.fifo import AudioFifo

        self._kind = kind
        self._fifo = AudioFifo()
        self._converter = _Converter(frame, self._rate_hz, self._channels)
        self._start = self._next = position
        self._taken = 0

    def _give(self, samples: NDArray[np.float32]) -> Iterator[tuple[int, NDArray[np.float32]]]:
        """Yield samples that follow those given before, none behind the end of what came in."""
        kept = samples[: max(0, (self._end or 0) - self._next)]
        if len(kept):
            yield self._next, kept
            self._next += len(kept)

    def _add_late_part(
        self, position: int, following: int, frame: AudioFrame
    ) -> Iterator[tuple[int, NDArray[np.float32]]]:
        """Yield the part of an overlapping frame that is new."""
        converter = _Converter(frame, self._rate_hz, self._channels)
        frame.pts = None
        samples = np.concatenate([converter.convert(frame), converter.finish()])[following - position :]
        if len(samples):
            yield following, samples
            self._end = following + len(samples)


class _Converter:
    """Turns frames of one format into float samples, free of a broken decoder's wild values.

    Surround is mixed down as ITU-R BS.775 says. Three channels, or more than eight, of which nobody says where
    they belong are microphones: all are heard alike, in the middle.
    """

    def __init__(self, frame: AudioFrame, rate_hz: int, channels: int) -> None:
        from av.audio.resampler import AudioResampler

        count = frame.layout.nb_channels
        self._channels = channels
        self._microphones = count if _is_unlabelled(frame) and (count == 3 or count > 8) else 0
        # Packed where all channels are kept: libav's frames show no more than eight planes.
        layout = frame.layout if self._microphones else "mono" if count == 1 else "stereo"
        self._resampler = AudioResampler("flt" if self._microphones else "fltp", layout, rate_hz)
        self._is_same_rate = frame.sample_rate == rate_hz

    def convert(self, frame: AudioFrame | None) -> NDArray[np.float32]:
        """Return what is ready of the (n, channels) float32 of a frame."""
        if frame is None:
            return np.zeros((0, self._channels), np.float32)
        frame.pts = None
        return self._mixed(self._resampler.resample(frame))

    def finish(self) -> NDArray[np.float32]:
        """Return the last samples; only a change of rate holds some back."""
        return self._mixed([] if self._is_same_rate else self._resampler.resample(None))

    def _mixed(self, frames: list[AudioFrame]) -> NDArray[np.float32]:
        parts = [frame.to_ndarray() for frame in frames if frame is not None]
        if not parts:
            return np.zeros((0, self._channels), np.float32)
        planes = np.concatenate(parts, axis=1)
        sane = np.nan_to_num(np.clip(planes, -WILD_LEVEL, WILD_LEVEL), copy=False)
        if self._microphones:
            sane = sane.reshape(-1, self._microphones).mean(axis=1)[None]
        return mix(sane.T, self._channels)


def _is_unlabelled(frame: AudioFrame) -> bool:
    """Whether a frame has channels of which it isn't said where they belong."""
    return frame.layout.name == f"{frame.layout.nb_channels} channels"


class Resampler:
    """Changes the rate of a stream of samples; output sample 0 lies at the instant of input sample 0."""

    def __init__(self, from_hz: int, to_hz: int, channels: int) -> None:
        from av.audio.resampler import AudioResampler

        self._from_hz = from_hz
        self._layout = "mono" if channels == 1 else "stereo"
        self._channels = channels
        self._resampler = AudioResampler(format="fltp", layout=self._layout, rate=to_hz)
        self._is_same = from_hz == to_hz

    def feed(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """Take (n, channels) float32; return what is ready, (m, channels)."""
        import av

        if self._is_same or not len(samples):
            return samples
        planes = np.ascontiguousarray(samples.T)
        frame = av.AudioFrame.from_ndarray(planes, format="fltp", layout=self._layout)
        frame.sample_rate = self._from_hz
        return self._joined(self._resampler.resample(frame))

    def finish(self) -> NDArray[np.float32]:
        """Return the last samples."""
        return self._joined([] if self._is_same else self._resampler.resample(None))

    def _joined(self, frames: list[AudioFrame]) -> NDArray[np.float32]:
        planes = [frame.to_ndarray() for frame in frames if frame is not None]
        if not planes:
            return np.zeros((0, self._channels), np.float32)
        return np.asarray(np.concatenate(planes, axis=1).T, np.float32)


def mix(samples: NDArray[np.float32], channels: int) -> NDArray[np.float32]:
    """Return (n, channels) from (n, 1 or 2): mono is doubled at full level, stereo is averaged.

    swresample would lower mono by 3 dB when doubling it, and raise correlated stereo by 3 dB when summing it.
    """
    if samples.shape[1] == channels:
        return samples
    if channels == 2:
        return np.repeat(samples, 2, axis=1)
    return np.asarray(samples.mean(axis=1, keepdims=True), np.float32)


def averaged(tracks: Sequence[Iterator[NDArray[np.float32]]], ready: int) -> Iterator[NDArray[np.float32]]:
    """Yield the average of tracks that begin together; one that ends before the others is silent from there.

    Args:
        tracks: Pieces of each, in order, first axis time, otherwise of the same shape.
        ready: How many samples of each are gathered before they are averaged.
    """
    if len(tracks) == 1:
        yield from tracks[0]
        return
    waiting: list[NDArray[np.float32] | None] = [None] * len(tracks)
    going = set(range(len(tracks)))
    while going:
        for index in tuple(going):
            held = waiting[index]
            while index in going and (held is None or len(held) < ready):
                piece = next(tracks[index], None)
                if piece is None:
                    going.discard(index)
                else:
                    held = piece if held is None else np.concatenate([held, piece])
            waiting[index] = held
        held_tracks = [held for held in waiting if held is not None]
        lengths = [len(held) for index, held in enumerate(waiting) if held is not None and index in going]
        count = min(lengths) if lengths else max((len(held) for held in held_tracks), default=0)
        if count:
            mixed = np.zeros((count, *held_tracks[0].shape[1:]), np.float32)
            for held in held_tracks:
                mixed[: len(held)] += held[:count]
            yield np.asarray(mixed / len(tracks), np.float32)
        waiting = [None if held is None else held[count:] for held in waiting]


def audio_of(facts: MediaFacts) -> AudioStream:
    """Return the audio stream's facts.

    Raises:
        MediaError: there is none.
    """
    if facts.audio is None:
        raise MediaError("The file has no sound.", remedy="Choose a file with sound.")
    return facts.audio
