"""HDR pictures (PQ, HLG) as SDR: BT.2020 light to BT.709 gamma with a soft roll-off of highlights.

FFmpeg's own conversion clips highlights and takes half a second a frame (libswscale 9 builds its table anew each
time), so this one is our own: tables made once, about 10 ms for 640×360.
Sources: SMPTE ST 2084 (PQ), ITU-R BT.2100 (HLG), ITU-R BT.2087 (primaries), Reinhard et al. 2002, equation 4.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

PQ_TRANSFER = 16
HLG_TRANSFER = 18
# ITU-R BT.2408: diffuse white of HDR lies at 203 cd/m².
WHITE_NITS = 203.0
PEAK_NITS = 1000.0
# Where SDR white (1.0) is reached by diffuse white, so that highlights keep some room above it.
DIFFUSE_LEVEL = 0.85
TABLE_STEPS = 4096
BT2020_TO_BT709 = np.array(
    [[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]], np.float32
)
LUMA_BT2020 = np.array([0.2627, 0.6780, 0.0593], np.float32)


def to_sdr(pixels: NDArray[np.uint16], transfer: int) -> NDArray[np.uint8]:
    """Return (height, width, 3) uint8 sRGB-like RGB from full-range 16-bit RGB in PQ or HLG with BT.2020 colours.

    Args:
        pixels: (height, width, 3) uint16, RGB, full range, still in the transfer curve of the file.
        transfer: ITU-T H.273 transfer characteristics: 16 for PQ, 18 for HLG.
    """
    linear = _to_linear(transfer)[pixels >> 4]
    peak = PEAK_NITS / WHITE_NITS
    # The brightest channel rules, so that no channel clips before the others and colours keep their hue.
    level = np.maximum(linear.max(axis=2, keepdims=True), 1e-6)
    scale = _roll_off(level, peak) / level
    mapped = (linear * scale) @ BT2020_TO_BT709.T
    codes = (np.clip(mapped, 0.0, 1.0) * (TABLE_STEPS - 1) + 0.5).astype(np.uint16)
    return _to_gamma()[codes]


def _roll_off(level: NDArray[np.float32], peak: float) -> NDArray[np.float32]:
    """Compress [0, peak] into [0, 1]: linear in the shadows, white at the peak."""
    scaled = level * DIFFUSE_LEVEL
    top = peak * DIFFUSE_LEVEL
    knee = np.float32(0.5)
    over = np.clip((scaled - knee) / (top - knee), 0.0, 1.0)
    # An exponential shoulder that starts with the slope of the straight part.
    rate = (top - knee) / (1 - knee)
    shoulder = knee + (1 - knee) * (1 - np.exp(-rate * over)) / (1 - np.exp(-rate))
    return np.where(scaled <= knee, scaled, shoulder).astype(np.float32)


@cache
def _to_linear(transfer: int) -> NDArray[np.float32]:
    """Return a table from 12-bit code to light, 1.0 being diffuse white."""
    code = np.linspace(0, 1, TABLE_STEPS)
    if transfer == HLG_TRANSFER:
        a, b, c = 0.17883277, 0.28466892, 0.55991073
        scene = np.where(code <= 0.5, code**2 / 3, (np.exp((code - c) / a) + b) / 12)
        # BT.2100: system gamma 1.2 for a 1000 cd/m² display, here applied to each channel.
        return (scene**1.2 * PEAK_NITS / WHITE_NITS).astype(np.float32)
    m1, m2, c1, c2, c3 = 0.1593017578125, 78.84375, 0.8359375, 18.8515625, 18.6875
    power = code ** (1 / m2)
    light = (np.maximum(power - c1, 0) / (c2 - c3 * power)) ** (1 / m1) * 10_000
    return (np.minimum(light, PEAK_NITS) / WHITE_NITS).astype(np.float32)


@cache
def _to_gamma() -> NDArray[np.uint8]:
    """Return a table from 12-bit linear light to an 8-bit code of the sRGB curve."""
    light = np.linspace(0, 1, TABLE_STEPS)
    code = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.rint(code * 255).astype(np.uint8)
