"""Finished sound into packets, once for all files of a clip: AAC-LC in MP4, uncompressed for editing programs."""

from __future__ import annotations

import tempfile
import weakref
from array import array
from dataclasses import dataclass
from fractions import Fraction
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

from core.render.loudness import RATE_HZ
from core.render.tape import Samples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.audio.codeccontext import AudioCodecContext
    from av.packet import Packet

    from core.schema.preset import EncodePreset

FRAME_SAMPLES = 1024
AAC, PCM = "aac", "pcm_s24le"


@dataclass(frozen=True)
class SoundPacket:
    """One encoded frame; times in samples, negative where the encoder needs a run-up."""

    payload: bytes
    pts: int
    duration: int


class EncodedSound:
    """A clip's encoded sound: a sequence of packets in a temporary file. Safe for the threads of several files.

    The file goes with the last reference.

    Attributes:
        codec: FFmpeg's name.
        bitrate_bps: What it was made for.
        size_bytes: Of all packets.
    """

    def __init__(self, codec: str, bitrate_bps: int) -> None:
        self.codec, self.bitrate_bps = codec, bitrate_bps
        self.size_bytes = 0
        self._file = tempfile.TemporaryFile(prefix="shortlist-packets-", buffering=0)  # noqa: SIM115
        weakref.finalize(self, self._file.close)
        self._lock = Lock()
        # Of each packet: where it begins in the file, its time and its duration.
        self._starts, self._times, self._durations = array("q"), array("q"), array("q")

    def __len__(self) -> int:
        """Return how many packets there are."""
        return len(self._starts)

    def __getitem__(self, index: int) -> SoundPacket:
        """Return a packet."""
        start = self._starts[index]
        end = self._starts[index + 1] if index + 1 < len(self._starts) else self.size_bytes
        with self._lock:
            self._file.seek(start)
            payload = self._file.read(end - start)
        return SoundPacket(payload, self._times[index], self._durations[index])

    def __iter__(self) -> Iterator[SoundPacket]:
        """Yield the packets in order."""
        return (self[index] for index in range(len(self)))

    def append(self, packet: SoundPacket) -> None:
        """Put a packet behind the others."""
        unwritten = memoryview(packet.payload)
        with self._lock:
            self._file.seek(self.size_bytes)
            while unwritten:
                unwritten = unwritten[self._file.write(unwritten) :]
        self._starts.append(self.size_bytes)
        self._times.append(packet.pts)
        self._durations.append(packet.duration)
        self.size_bytes += len(packet.payload)


def sound_codec(preset: EncodePreset) -> str:
    """Return what a preset's sound is encoded with: a master is edited again, so nothing of it is thrown away."""
    return PCM if preset.video_codec == "prores" else AAC


def encode_sound(samples: Samples, codec: str, bitrate_bps: int) -> EncodedSound:
    """Encode (n, 2) float32 at 48 kHz; `bitrate_bps` counts for AAC alone."""
    import av

    context = cast("AudioCodecContext", av.CodecContext.create(codec, "w"))
    set_up_sound(context, codec, bitrate_bps)
    context.sample_rate, context.time_base = RATE_HZ, Fraction(1, RATE_HZ)
    encoded = EncodedSound(codec, bitrate_bps)
    for start in range(0, len(samples), FRAME_SAMPLES):
        piece = samples[start : start + FRAME_SAMPLES]
        frame = av.AudioFrame.from_ndarray(_laid_out(piece, codec), format=_format(codec), layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = RATE_HZ, start, Fraction(1, RATE_HZ)
        _keep(encoded, context.encode(frame))
    _keep(encoded, context.encode(None))
    return encoded


def _keep(encoded: EncodedSound, packets: list[Packet[Any]]) -> None:
    for packet in packets:
        encoded.append(SoundPacket(bytes(packet), packet.pts or 0, packet.duration or 0))


def decode_sound(encoded: EncodedSound) -> Iterator[NDArray[np.float32]]:
    """Yield AAC as a player hears it: (n, 2) float32 at 48 kHz, what the encoder put before the start included."""
    import av

    header = cast("AudioCodecContext", av.CodecContext.create(encoded.codec, "w"))
    set_up_sound(header, encoded.codec, encoded.bitrate_bps)
    header.sample_rate = RATE_HZ
    header.open()
    decoder = cast("AudioCodecContext", av.CodecContext.create(encoded.codec, "r"))
    decoder.extradata = header.extradata
    for packet in encoded:
        for frame in decoder.decode(av.Packet(packet.payload)):
            yield np.ascontiguousarray(frame.to_ndarray().T, dtype=np.float32)


def set_up_sound(context: AudioCodecContext, codec: str, bitrate_bps: int) -> None:
    """Set what decides the encoder's header, the same where packets are made and where they are written."""
    context.layout, context.format = "stereo", _format(codec)
    if codec == AAC:
        context.bit_rate = bitrate_bps


def _format(codec: str) -> str:
    return "fltp" if codec == AAC else "s32"


def _laid_out(piece: NDArray[np.float32], codec: str) -> NDArray[np.float32] | NDArray[np.int32]:
    """Return samples as their encoder wants them: a plane a channel, or interleaved 32-bit integers."""
    if codec == AAC:
        return np.ascontiguousarray(piece.T)
    # The encoder keeps the upper 24 bits: rounded to them here, it would cut them off.
    steps = np.clip(np.round(piece.astype(np.float64) * 2**23), -(2**23), 2**23 - 1).astype(np.int32)
    return np.ascontiguousarray((steps << 8).reshape(1, -1))
