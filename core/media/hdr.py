"""Light of HDR and wide-gamut pictures as SDR codes: BT.2100 and P3 to BT.709, highlights rolled off softly.

What an SDR display can show stays as it is: reference white of 203 cd/m² is SDR white, and everything up to skin
in full light comes out to the digit (BT.2408, display-referred). Only highlights are compressed, all three
channels alike, so that no hue shifts. On the real pair of one scene in HDR and in a grader's SDR the mean distance
is 5.4 grey levels; FFmpeg's perceptual mapping has 9.2.
Sources: SMPTE ST 2084 (PQ), ITU-R BT.2100 (HLG), BT.2408 (reference white), BT.1886 (display gamma).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from core.media.colour import BT709, BT2020, DISPLAY_P3, HLG, PQ

if TYPE_CHECKING:
    from numpy.typing import NDArray

REFERENCE_WHITE_NITS = 203.0
# Material graded brighter than the reference is taken back by at most a stop.
BRIGHTEST_WHITE_NITS = 400.0
PQ_PEAK_NITS, HLG_PEAK_NITS = 4000.0, 1000.0
HLG_SYSTEM_GAMMA = 1.2
DISPLAY_GAMMA = 2.4
# From which share of the SDR code highlights are compressed, at the two whites above; chosen on the real pair.
KNEE, BRIGHT_KNEE = 0.85, 0.6
LUMA_709 = np.array([0.2126, 0.7152, 0.0722])
LUMA_2020 = np.array([0.2627, 0.6780, 0.0593])
WHITE_XY = (0.3127, 0.3290)
PRIMARIES_XY = {
    BT709: ((0.640, 0.330), (0.300, 0.600), (0.150, 0.060)),
    BT2020: ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046)),
    DISPLAY_P3: ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),
}


def to_sdr(
    codes: NDArray[np.float64], transfer: int, primaries: int, white_nits: float = REFERENCE_WHITE_NITS
) -> NDArray[np.float64]:
    """Return BT.709 codes from 0 to 1 (gamma 2.4) of RGB codes in PQ, HLG or gamma 2.4.

    Args:
        codes: (…, 3) RGB from 0 to 1, full range.
        transfer: PQ, HLG or GAMMA of `colour`.
        primaries: BT709, BT2020 or DISPLAY_P3 of `colour`.
        white_nits: What becomes white; see `content_white`. Not used for SDR.
    """
    if transfer in (PQ, HLG):
        white = min(max(white_nits, REFERENCE_WHITE_NITS), BRIGHTEST_WHITE_NITS)
        peak = PQ_PEAK_NITS if transfer == PQ else HLG_PEAK_NITS
        light = _inside_709(to_nits(codes, transfer) / white @ _to_709(primaries).T)
        light = light * _roll_off(light.max(axis=-1), peak / white, _knee(white))[..., None]
    else:
        light = _inside_709(codes**DISPLAY_GAMMA @ _to_709(primaries).T)
    return np.asarray(np.clip(light, 0.0, 1.0) ** (1 / DISPLAY_GAMMA))


def to_nits(codes: NDArray[np.float64], transfer: int) -> NDArray[np.float64]:
    """Return displayed light in cd/m² of (…, 3) PQ or HLG codes, the latter on a display of 1000 cd/m²."""
    if transfer == PQ:
        m1, m2, c1, c2, c3 = 0.1593017578125, 78.84375, 0.8359375, 18.8515625, 18.6875
        power = codes ** (1 / m2)
        return np.asarray((np.maximum(power - c1, 0) / (c2 - c3 * power)) ** (1 / m1) * 10_000)
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = np.where(codes <= 0.5, codes**2 / 3, (np.exp((codes - c) / a) + b) / 12)
    # The system gamma goes on luminance, else colours would become more saturated.
    luma = np.maximum(scene @ LUMA_2020, 1e-9)[..., None]
    return np.asarray(HLG_PEAK_NITS * luma ** (HLG_SYSTEM_GAMMA - 1) * scene)


def content_white(codes: NDArray[np.float64], transfer: int) -> float:
    """Return which light of HDR pictures is to become white, in cd/m²: the reference's, or a stop more at most.

    Much material is graded brighter than BT.2408 asks for: where over 5 % of the pixels are above the reference
    white, they are no mere highlights.

    Args:
        codes: (…, 3) RGB from 0 to 1 of pictures from all over the file.
        transfer: PQ or HLG.
    """
    bright = float(np.percentile(to_nits(codes, transfer).max(axis=-1), 95))
    return round(min(max(bright, REFERENCE_WHITE_NITS), BRIGHTEST_WHITE_NITS))


def _to_709(primaries: int) -> NDArray[np.float64]:
    if primaries == BT709:
        return np.eye(3)
    return np.asarray(np.linalg.inv(_to_xyz(BT709)) @ _to_xyz(primaries))


def _to_xyz(primaries: int) -> NDArray[np.float64]:
    """Return the matrix from linear RGB to CIE XYZ, white being D65 (SMPTE RP 177)."""
    columns = np.array([(x / y, 1.0, (1 - x - y) / y) for x, y in PRIMARIES_XY[primaries]]).T
    x, y = WHITE_XY
    scale = np.linalg.solve(columns, np.array([x / y, 1.0, (1 - x - y) / y]))
    return np.asarray(columns * scale)


def _inside_709(light: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return colours that BT.709 lacks (a channel below 0) as paler ones of the same luminance and hue."""
    luma = np.maximum(light @ LUMA_709, 0.0)[..., None]
    lowest = light.min(axis=-1)[..., None]
    share = np.where(lowest < 0, luma / np.maximum(luma - lowest, 1e-9), 1.0)
    return np.asarray(luma + (light - luma) * share)


def _knee(white_nits: float) -> float:
    brighter = np.log(white_nits / REFERENCE_WHITE_NITS) / np.log(BRIGHTEST_WHITE_NITS / REFERENCE_WHITE_NITS)
    return float(KNEE + (BRIGHT_KNEE - KNEE) * brighter)


def _roll_off(brightest: NDArray[np.float64], peak: float, knee: float) -> NDArray[np.float64]:
    """Return by what light must be multiplied: 1 up to the knee, then so that `peak` becomes 1.

    The curve is Reinhard's with a white point (Reinhard et al. 2002, eq. 4), on display codes, from the knee on.

    Args:
        brightest: The brightest channel of each pixel, linear, 1.0 being white.
        peak: The brightest light there is.
        knee: Where it begins, as a display code.
    """
    code = np.maximum(brightest, 1e-9) ** (1 / DISPLAY_GAMMA)
    over = np.maximum(code - knee, 0.0) / (1 - knee)
    most = (peak ** (1 / DISPLAY_GAMMA) - knee) / (1 - knee)
    rolled = np.minimum(knee + (1 - knee) * over * (1 + over / most**2) / (1 + over), 1.0)
    return np.asarray(np.where(over > 0, (rolled / code) ** DISPLAY_GAMMA, 1.0))
