"""The enlarged crop is as sharp as FFmpeg's own scalers make it, at rest and moving in parts of a pixel."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import pytest
from av import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter
from numpy.typing import NDArray

from core.media.planes import Picture, PictureScaler
from core.render.move import move_into
from core.render.window import fit_axis

Grid = NDArray[np.float64]
# Half of 1080p to half of 1080 × 1920: the same enlargement.
SOURCE, TARGET = (960, 540), (540, 960)
CROP = TARGET[0] / TARGET[1] * SOURCE[1]
AT_REST, MOVING = (200.0, 304.0), [(200.25, CROP), (201.0, CROP), (203.9, CROP)]


def text() -> Grid:
    """Return (960, 1708) sharp writing of many sizes, what a screen shows."""
    page = np.full((960, 1708), 235, np.uint8)
    for line in range(24):
        words = "The quick brown fox jumps over 0123456789"[line % 9 :]
        cv2.putText(
            page, words * 3, (5, 30 + 40 * line), cv2.FONT_HERSHEY_SIMPLEX, 0.6 + 0.04 * line, 30, 1 + line % 3
        )
    return page.astype(np.float64)


def texture() -> Grid:
    """Return (960, 1708) detail of all directions at the limit of what the source can hold: hair, cloth."""
    grain = cv2.GaussianBlur(np.random.default_rng(1).random((960, 1708)), (0, 0), 1.2)
    return np.asarray((grain - grain.min()) / np.ptp(grain) * 219 + 16)


PICTURES = {"text": text, "texture": texture}


def keys(distance: Grid) -> Grid:
    """Keys' cubic, a = −1/2: the exact form of FFmpeg's bicubic."""
    t = np.abs(distance)
    return np.where(t < 1, (1.5 * t - 2.5) * t * t + 1, np.where(t < 2, ((-0.5 * t + 2.5) * t - 4) * t + 2, 0))


def lanczos(distance: Grid) -> Grid:
    return np.where(np.abs(distance) < 3, np.sinc(distance) * np.sinc(distance / 3), 0.0)


def enlarged(luma: Grid, x: float, width: float, kernel: Callable[[Grid], Grid]) -> Grid:
    """Return the crop scaled in floating point by a kernel: what a perfect scaler with it would give."""

    def weights(size: int, start: float, length: float, target: int) -> Grid:
        centres = start + (np.arange(target) + 0.5) * length / target - 0.5
        values = kernel(centres[:, None] - np.arange(size)[None, :])
        return np.asarray(values / values.sum(axis=1, keepdims=True))

    down = weights(luma.shape[0], 0.0, luma.shape[0], TARGET[1])
    across = weights(luma.shape[1], x, width, TARGET[0])
    return np.clip(down @ luma @ across.T, 0, 255)


def ours(luma: Grid, x: float, width: float) -> Grid:
    """Return the crop as the renderer enlarges it."""
    picture = as_picture(luma)
    across, down = (
        fit_axis(x, width, TARGET[0], SOURCE[0]),
        fit_axis(0.0, float(SOURCE[1]), TARGET[1], SOURCE[1]),
    )
    window = (across.origin, down.origin, across.size, down.size)
    scaled = PictureScaler().scale(picture, window, (across.scaled, down.scaled))
    shown = Picture.blank(*TARGET)
    scale = (across.scaled / across.size, down.scaled / down.size)
    move_into(scaled, (across.shift, down.shift), scale, shown, (0, 0, *TARGET))
    return shown.y.astype(np.float64)


def as_picture(luma: Grid) -> Picture:
    picture = Picture(VideoFrame(luma.shape[1], luma.shape[0], "yuv420p"))
    picture.y[:] = np.rint(luma)
    picture.u[:], picture.v[:] = 128, 128
    return picture


def ssim(one: Grid, other: Grid) -> float:
    """Return the structural similarity (Wang et al. 2004) without the edges."""

    def mean(grid: Grid) -> Grid:
        return np.asarray(cv2.GaussianBlur(grid, (11, 11), 1.5))

    m1, m2 = mean(one), mean(other)
    v1, v2, both = mean(one * one) - m1 * m1, mean(other * other) - m2 * m2, mean(one * other) - m1 * m2
    similar = (2 * m1 * m2 + 6.5025) * (2 * both + 58.5225) / ((m1**2 + m2**2 + 6.5025) * (v1 + v2 + 58.5225))
    return float(similar[8:-8, 8:-8].mean())


@pytest.mark.parametrize("name", PICTURES)
def test_at_rest_it_is_ffmpegs_lanczos_to_the_eye(name: str) -> None:
    luma = np.rint(cv2.resize(PICTURES[name](), SOURCE, interpolation=cv2.INTER_AREA))
    cut = as_picture(luma[:, 200:504])
    flags = Interpolation.LANCZOS | Interpolation.ACCURATE_RND
    reference = VideoReformatter().reformat(cut.frame, *TARGET, "yuv420p", interpolation=flags)
    assert ssim(ours(luma, *AT_REST), Picture(reference).y.astype(np.float64)) > 0.992


@pytest.mark.parametrize(("x", "width"), [AT_REST, *MOVING])
@pytest.mark.parametrize("name", PICTURES)
def test_it_stays_sharp_while_it_moves(name: str, x: float, width: float) -> None:
    """Against what was there before it was made small: at most a hundredth worse than a perfect bicubic."""
    truth = PICTURES[name]()
    luma = np.rint(cv2.resize(truth, SOURCE, interpolation=cv2.INTER_AREA))
    shown, wanted = ours(luma, x, width), enlarged(luma, x, width, lanczos)
    assert ssim(shown, wanted) > 0.99
    ratio = truth.shape[1] / SOURCE[0]
    columns = (x + (np.arange(TARGET[0]) + 0.5) * width / TARGET[0]) * ratio - 0.5
    rows = np.arange(TARGET[1], dtype=np.float64)
    at = np.meshgrid(columns.astype(np.float32), rows.astype(np.float32))
    there = np.asarray(cv2.remap(truth, *at, cv2.INTER_LANCZOS4))
    assert ssim(shown, there) > ssim(enlarged(luma, x, width, keys), there) - 0.01
