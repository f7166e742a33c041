"""Who is speaking: lip movement, freed of head movement, set against the voice that is heard."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.vision.faces import FaceBox

Grey = NDArray[np.uint8]
Series = NDArray[np.floating]

PATCH = 48
SMOOTH_SECONDS = 0.45
GRID_SECONDS = 0.1
PAUSE_SECONDS = 0.3
# Lip movement below this, relative to the contrast of the face, is noise.
QUIET_LIPS = 0.02


def lip_movement(before: Grey, after: Grey, box: FaceBox) -> tuple[float, float]:
    """Return how much the lips and how much anything of a face moved between two grey pictures.

    The same region is cut from both, aligned by the shift of its upper half (the head moves as one), and
    compared around the mouth and around eyes and nose: what the mouth moves more than these is speech or
    laughter. The first number is relative to the contrast of the face, the second in grey levels.
    """
    import cv2

    first, second = _patch(before, box), _patch(after, box)
    if first is None or second is None:
        return 0.0, 0.0
    stirring = float(np.abs(second - first).mean())
    upper = slice(2, PATCH // 2)
    (across, down), response = cv2.phaseCorrelate(first[upper], second[upper])
    if response > 0.1 and abs(across) < PATCH / 4 and abs(down) < PATCH / 4:
        shift = np.array([[1, 0, across], [0, 1, down]], dtype=np.float32)
        first = cv2.warpAffine(first, shift, (PATCH, PATCH), borderMode=cv2.BORDER_REPLICATE).astype(np.float32)
    moved = cv2.blur(np.abs(second - first), (3, 3))
    mouth_x = (box.mouth_x - box.x) / max(box.width, 1e-6) * PATCH
    mouth_y = (box.mouth_y - box.y) / max(box.height, 1e-6) * PATCH
    mouth = moved[_around(mouth_y, 0.17), _around(mouth_x, 0.22)]
    rest = moved[4 : PATCH // 2, 6 : PATCH - 6]
    contrast = float(second.std()) + 8.0
    return max(0.0, float(mouth.mean()) - 0.9 * float(rest.mean())) / contrast, stirring


def speaking_beliefs(
    times: Series, activities: Sequence[Series], presence: Sequence[NDArray[np.bool_]], voice: Series | None
) -> list[Series]:
    """Return the belief (0 to 1) that each face talks, at each of the common, evenly spaced times.

    Args:
        times: Source seconds, `GRID_SECONDS` apart.
        activities: Lip movement per face at these times.
        presence: Whether the face is in the picture at these times.
        voice: Voice activity at these times; None without sound, then lips alone decide.

    One face alone is believed to be the voice. Among several, the share of lip movement during voice counts,
    less what the same lips do while nobody talks, over a second or so, so that beliefs do not flicker.
    """
    heard = np.ones_like(times) if voice is None else voice
    held = _held(heard)
    levels = [_level(activity, here, heard) for activity, here in zip(activities, presence, strict=True)]
    powers = [np.where(here, level**2, 0.0) for level, here in zip(levels, presence, strict=True)]
    total = np.sum(powers, axis=0) if powers else np.zeros_like(times)
    present = np.sum(presence, axis=0) if presence else np.zeros_like(times)
    beliefs = []
    for power, level, here in zip(powers, levels, presence, strict=True):
        share = power / (total + QUIET_LIPS**2 * 0.25)
        if voice is None:
            # Moving lips without a sound to confirm them.
            share = share * np.clip(level / (3 * QUIET_LIPS), 0.0, 1.0)
        else:
            share = np.where(present == 1, 1.0, share)
        beliefs.append(np.where(here, np.clip(share * _smooth(held, 0.2), 0.0, 1.0), 0.0))
    return beliefs


def _held(heard: Series) -> Series:
    """Return the voice with short pauses between words filled: who takes a breath is still speaking."""
    reach = round(PAUSE_SECONDS / GRID_SECONDS)
    padded = np.pad(heard, reach, mode="edge")
    return np.asarray(np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).max(axis=1))


def _level(activity: Series, here: NDArray[np.bool_], heard: Series) -> Series:
    """Return lip movement during voice, smoothed, less the same face's movement while nobody talks."""
    silent = activity[here & (heard < 0.2)]
    idle = float(np.median(silent)) if len(silent) >= 10 else 0.0
    weight = np.where(here, 0.15 + heard, 0.0)
    smooth = _smooth(activity * weight, SMOOTH_SECONDS) / np.maximum(_smooth(weight, SMOOTH_SECONDS), 1e-3)
    return np.maximum(smooth - 0.8 * idle, 0.0)


def _smooth(series: Series, seconds: float) -> Series:
    """Return a Gaussian mean whose standard deviation is `seconds`."""
    sigma = seconds / GRID_SECONDS
    reach = min(max(1, round(3 * sigma)), max(1, len(series) - 1))
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    padded = np.pad(series, reach, mode="edge")
    return np.convolve(padded, kernel / kernel.sum(), mode="valid")


def _patch(grey: Grey, box: FaceBox) -> NDArray[np.float32] | None:
    import cv2

    height, width = grey.shape
    left, right = max(0, round(box.x)), min(width, round(box.x + box.width))
    top, bottom = max(0, round(box.y)), min(height, round(box.y + box.height))
    if right - left < 8 or bottom - top < 8:
        return None
    small = cv2.resize(grey[top:bottom, left:right], (PATCH, PATCH), interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.float32)


def _around(centre: float, reach: float) -> slice:
    first = int(np.clip(round(centre - reach * PATCH), 0, PATCH - 4))
    return slice(first, int(np.clip(round(centre + reach * PATCH), first + 4, PATCH)))
