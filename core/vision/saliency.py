"""Where a picture draws the eye: what stands out of it, and what moves in it beside the camera.

What stands out is found by the spectral residual (Hou and Zhang, "Saliency detection: a spectral residual
approach", CVPR 2007): the part of a picture's log spectrum that its own mean does not foretell.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Map = NDArray[np.float32]

# The method sees the whole of a picture at this size (longer side); finer detail is texture to it.
SPECTRUM_PX = 64
# Pixels that differ by no more than this are the same but for noise and compression.
NOISE_LEVELS = 10
# A shift that explains less than this of the picture is no movement of the camera.
SURE_SHIFT = 0.25
EXPLAINED = 0.7
# When the camera moves, at least this share of the picture changes.
WIDE_CHANGE = 0.12


class Movement(NamedTuple):
    """What changed from one picture to the next: a map of grey levels, and the camera's shift in its pixels."""

    changes: Map
    shift: float


def stands_out(grey: Grey) -> Map:
    """Return how much each part of a picture stands out, in the picture's shape reduced to 64 pixels; sum 1."""
    import cv2

    scale = SPECTRUM_PX / max(grey.shape)
    size = (max(8, round(grey.shape[1] * scale)), max(8, round(grey.shape[0] * scale)))
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    spectrum = np.fft.fft2(small)
    log = np.log(np.abs(spectrum) + 1e-6).astype(np.float32)
    residual = log - cv2.blur(log, (3, 3), borderType=cv2.BORDER_REFLECT)
    unforeseen = np.abs(np.fft.ifft2(np.exp(residual + 1j * np.angle(spectrum)))) ** 2
    smooth = cv2.GaussianBlur(unforeseen.astype(np.float32), (0, 0), 2.5)
    # The transform takes the picture's edges for seams: what it sees there is not in the picture.
    weights = _window(size[1])[:, None] * _window(size[0])[None, :]
    return _normalised(np.asarray(smooth * weights, dtype=np.float32))


def movement(before: Grey, after: Grey) -> Movement:
    """Return what moved between two pictures a fraction of a second apart, the camera's own shift taken out."""
    import cv2

    (dx, dy), sureness = cv2.phaseCorrelate(before.astype(np.float32), after.astype(np.float32))
    shift = float(np.hypot(dx, dy))
    if sureness < SURE_SHIFT or shift < 0.3 or shift > 0.2 * max(before.shape):
        dx = dy = shift = 0.0
    moved = np.array([[1, 0, dx], [0, 1, dy]], dtype=np.float32)
    size = (before.shape[1], before.shape[0])
    difference = cv2.absdiff(before, after)
    if shift:
        aligned = cv2.absdiff(cv2.warpAffine(before, moved, size, borderMode=cv2.BORDER_REPLICATE), after)
        # A shift that does not explain most of what changed, or changed little, is not the camera's.
        is_wide = float((difference > NOISE_LEVELS).mean()) >= WIDE_CHANGE
        if is_wide and float(aligned.mean()) < EXPLAINED * float(difference.mean()):
            difference = aligned
        else:
            shift = 0.0
    difference = cv2.blur(difference, (3, 3)).astype(np.float32)
    return Movement(np.maximum(difference - NOISE_LEVELS, 0.0), shift)


def _window(count: int) -> Map:
    """Return weights that fall to a half over the outermost twentieth."""
    ramp = np.minimum(np.arange(count), np.arange(count)[::-1]) / max(1.0, 0.05 * count)
    return np.asarray(0.5 + 0.5 * np.clip(ramp, 0, 1), dtype=np.float32)


def _normalised(values: Map) -> Map:
    total = float(values.sum())
    return values / total if total > 0 else np.full_like(values, 1 / values.size)
