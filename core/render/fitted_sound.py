"""The sound of a file as it will be heard: encoded, decoded again, and mended where that made it worse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from core.render.encode_audio import AAC, EncodedSound, decode_sound, encode_sound
from core.render.limiter import amplified, limit
from core.render.loudness import LevelMeter, Levels

if TYPE_CHECKING:
    from core.render.sound import Sound
    from core.render.tape import Samples

# AAC takes the highest tones away: speech stays as loud as it was, broadband noise loses 2 LU at 160 kbit/s.
TOLERANCE_LU = 0.2
ATTEMPTS = 5


def encode_fitted(sound: Sound, codec: str, bitrate_bps: int, peak_dbtp: float) -> EncodedSound:
    """Encode a sound so that what is decoded from it is as loud as it, with no true peak over a limit.

    AAC lifts peaks by 0.1 to 0.4 dB at 128 kbit/s and more, by 1 dB at 64. Where that passes the limit, or the
    loudness has changed, the sound is limited and encoded again; that is rare.

    Args:
        sound: Already limited to `peak_dbtp`.
        codec: FFmpeg's name.
        bitrate_bps: For AAC.
        peak_dbtp: The limit in dB true peak.
    """
    samples: Samples = sound.samples
    encoded = encode_sound(samples, codec, bitrate_bps)
    ceiling = peak_dbtp
    for _ in range(ATTEMPTS - 1):
        if codec != AAC:
            break
        heard = heard_levels(encoded)
        lufs, peak = heard.lufs(), heard.peak_dbtp
        lost = sound.lufs - lufs if sound.lufs is not None and lufs is not None else 0.0
        excess = max(0.0, peak - peak_dbtp) if peak is not None else 0.0
        if abs(lost) <= TOLERANCE_LU and not excess:
            break
        ceiling -= excess and excess + 0.1
        amplitude = np.float32(10 ** (lost / 20)) if abs(lost) > TOLERANCE_LU else np.float32(1)
        samples = limit(amplified(samples, amplitude), ceiling)
        encoded = encode_sound(samples, codec, bitrate_bps)
    return encoded


def heard_levels(encoded: EncodedSound) -> Levels:
    """Return the levels of encoded sound as a player decodes it."""
    meter = LevelMeter(2)
    for samples in decode_sound(encoded):
        meter.add(samples)
    return meter.finish()
