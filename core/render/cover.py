"""The picture behind a sound wave where a file of sound alone came with a cover: blurred to fill, sharp on top."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.errors import MediaError

# The blurred cover is made this small first: a wide blur of few pixels costs nothing.
BLURRED_PX = 48
BLUR_SIGMA = 6.5
# How much light of the blurred cover is left at its top and at its bottom, where captions stand.
LIGHT_TOP, LIGHT_BOTTOM = 0.5, 0.22
# Blur greys colours; a little of them is given back.
SATURATION = 1.25
CORNER_SHARE = 0.045
# Of the shorter side of the picture: how far the shadow reaches, how far below it lies, and how dark it is.
SHADOW_SHARE, SHADOW_DROP, SHADOW_LIGHT = 0.03, 0.012, 0.55


class Layout(NamedTuple):
    """Where cover and bars lie, in fractions of the picture's height; `width`, at most, of its width."""

    centre: float
    height: float
    width: float
    bars_centre: float
    bars_height: float


# For pictures up to this ratio of width to height. Captions lie below, the title above for its first seconds.
LAYOUTS = (
    (0.7, Layout(0.375, 0.33, 0.66, 0.577, 0.052)),
    (0.9, Layout(0.365, 0.41, 0.62, 0.64, 0.085)),
    (1.3, Layout(0.375, 0.4, 0.62, 0.652, 0.085)),
    (float("inf"), Layout(0.37, 0.42, 0.5, 0.655, 0.09)),
)


def layout_for(width: int, height: int) -> Layout:
    """Return where things lie in a picture of a size."""
    return next(layout for ratio, layout in LAYOUTS if width / height <= ratio)


def read_cover(path: Path) -> NDArray[np.uint8]:
    """Return a cover, (height, width, 3) uint8, RGB, upright.

    Raises:
        MediaError: it is gone or can't be decoded.
    """
    import cv2

    try:
        # OpenCV itself opens no file on Windows whose path has letters of other alphabets.
        content = np.frombuffer(path.read_bytes(), np.uint8)
    except OSError:
        content = np.zeros(0, np.uint8)
    pixels = cv2.imdecode(content, cv2.IMREAD_COLOR) if len(content) else None
    if pixels is None:
        raise MediaError("The cover picture can't be read.", str(path), remedy="Import the source again.")
    return np.ascontiguousarray(pixels[:, :, ::-1])


def paint_cover(cover: NDArray[np.uint8], width: int, height: int) -> NDArray[np.uint8]:
    """Return (height, width, 3) uint8, RGB: the cover on its own blur, rounded, with a soft shadow."""
    import cv2

    layout = layout_for(width, height)
    canvas = _blurred(cover, width, height)
    scale = min(layout.height * height / cover.shape[0], layout.width * width / cover.shape[1])
    box_width, box_height = max(2, round(cover.shape[1] * scale)), max(2, round(cover.shape[0] * scale))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    sharp = cv2.resize(cover, (box_width, box_height), interpolation=way).astype(np.float32)
    left, top = (width - box_width) // 2, round(layout.centre * height - box_height / 2)
    mask = _rounded(box_width, box_height, CORNER_SHARE * min(box_width, box_height))
    _shade(canvas, mask, left, top)
    area = canvas[top : top + box_height, left : left + box_width]
    area += (sharp - area) * mask[..., None]
    # Noise of one level hides the steps of a dark gradient.
    noise = np.random.default_rng(7).uniform(-0.5, 0.5, (height, width, 1))
    return np.clip(np.round(canvas + noise), 0, 255).astype(np.uint8)


def _blurred(cover: NDArray[np.uint8], width: int, height: int) -> NDArray[np.float32]:
    """Return the middle of a cover that fills a size, without detail, darker towards the bottom."""
    import cv2

    cut_height = min(cover.shape[0], round(cover.shape[1] * height / width))
    cut_width = min(cover.shape[1], round(cover.shape[0] * width / height))
    top, left = (cover.shape[0] - cut_height) // 2, (cover.shape[1] - cut_width) // 2
    middle = cover[top : top + max(1, cut_height), left : left + max(1, cut_width)]
    small_size = (
        (BLURRED_PX, max(2, round(BLURRED_PX * height / width)))
        if width < height
        else (max(2, round(BLURRED_PX * width / height)), BLURRED_PX)
    )
    small = cv2.resize(middle, small_size, interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), BLUR_SIGMA, borderType=cv2.BORDER_REFLECT)
    grey = small.mean(axis=2, keepdims=True)
    vivid = np.clip(grey + (small - grey) * SATURATION, 0, 255).astype(np.float32)
    canvas = cv2.resize(vivid, (width, height), interpolation=cv2.INTER_CUBIC)
    light = np.linspace(LIGHT_TOP, LIGHT_BOTTOM, height, dtype=np.float32)[:, None, None]
    return np.asarray(np.clip(canvas, 0, 255) * light, np.float32)


def _rounded(width: int, height: int, radius: float) -> NDArray[np.float32]:
    """Return (height, width) coverage 0 to 1 of a box with round corners."""
    across = np.abs(np.arange(width) + 0.5 - width / 2) - (width / 2 - radius)
    down = np.abs(np.arange(height) + 0.5 - height / 2) - (height / 2 - radius)
    distance = np.hypot(np.maximum(across[None, :], 0.0), np.maximum(down[:, None], 0.0))
    covered: NDArray[np.float32] = np.clip(radius + 0.5 - distance, 0.0, 1.0).astype(np.float32)
    return covered


def _shade(canvas: NDArray[np.float32], mask: NDArray[np.float32], left: int, top: int) -> None:
    """Darken a canvas under and around a shape."""
    import cv2

    height, width = canvas.shape[:2]
    reach = SHADOW_SHARE * min(width, height)
    shadow = np.zeros((height, width), np.uint8)
    below = top + round(SHADOW_DROP * min(width, height))
    rows = min(mask.shape[0], height - below)
    shadow[below : below + rows, left : left + mask.shape[1]] = np.round(mask[:rows] * 255)
    # Blurred at a quarter of its size: a shadow has no detail.
    small = cv2.resize(shadow, (max(2, width // 4), max(2, height // 4)), interpolation=cv2.INTER_AREA)
    soft = cv2.resize(cv2.GaussianBlur(small, (0, 0), reach / 4), (width, height), interpolation=cv2.INTER_LINEAR)
    canvas *= 1 - SHADOW_LIGHT * (soft.astype(np.float32) / 255)[..., None]
