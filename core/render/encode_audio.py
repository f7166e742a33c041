"""Finished sound into packets, once for all files of a clip: AAC-LC in MP4, uncompressed for editing programs."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray

from core.render.loudness import RATE_HZ

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.audio.codeccontext import AudioCodecContext

    from core.schema.preset import EncodePreset

FRAME_SAMPLES = 1024
AAC, PCM = "aac", "pcm_s24le"


@dataclass(frozen=True)
class SoundPacket:
    """One encoded frame; times in samples, negative where the encoder needs a run-up."""

    payload: bytes
    pts: int
    duration: int


@dataclass(frozen=True)
class EncodedSound:
    """A clip's encoded sound: FFmpeg's name of the codec, the bit rate it was made for, and packets in order."""

    codec: str
    bitrate_bps: int
    packets: tuple[SoundPacket, ...]

    @property
    def size_bytes(self) -> int:
        """Bytes of all packets."""
        return sum(len(packet.payload) for packet in self.packets)


def sound_codec(preset: EncodePreset) -> str:
    """Return what a preset's sound is encoded with: a master is edited again, so nothing of it is thrown away."""
    return PCM if preset.video_codec == "prores" else AAC


def encode_sound(samples: NDArray[np.float32], codec: str, bitrate_bps: int) -> EncodedSound:
    """Encode (n, 2) float32 at 48 kHz; `bitrate_bps` counts for AAC alone."""
    import av

    context = cast("AudioCodecContext", av.CodecContext.create(codec, "w"))
    set_up_sound(context, codec, bitrate_bps)
    context.sample_rate, context.time_base = RATE_HZ, Fraction(1, RATE_HZ)
    packets = []
    for start in range(0, len(samples), FRAME_SAMPLES):
        piece = samples[start : start + FRAME_SAMPLES]
        frame = av.AudioFrame.from_ndarray(_laid_out(piece, codec), format=_format(codec), layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = RATE_HZ, start, Fraction(1, RATE_HZ)
        packets.extend(context.encode(frame))
    packets.extend(context.encode(None))
    encoded = tuple(SoundPacket(bytes(packet), packet.pts or 0, packet.duration or 0) for packet in packets)
    return EncodedSound(codec, bitrate_bps, encoded)


def decode_sound(encoded: EncodedSound) -> Iterator[NDArray[np.float32]]:
    """Yield AAC as a player hears it: (n, 2) float32 at 48 kHz, what the encoder put before the start included."""
    import av

    header = cast("AudioCodecContext", av.CodecContext.create(encoded.codec, "w"))
    set_up_sound(header, encoded.codec, encoded.bitrate_bps)
    header.sample_rate = RATE_HZ
    header.open()
    decoder = cast("AudioCodecContext", av.CodecContext.create(encoded.codec, "r"))
    decoder.extradata = header.extradata
    for packet in encoded.packets:
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
