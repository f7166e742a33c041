"""Small files with known colours in any format, range, matrix, curve and orientation, for the tests beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.float64]
LUMA = {1: (0.2126, 0.7152, 0.0722), 6: (0.299, 0.587, 0.114), 9: (0.2627, 0.6780, 0.0593)}
# BT.2087, table 1 (BT.709 to BT.2020).
TO_2020 = np.array([[0.6274, 0.3293, 0.0433], [0.0691, 0.9195, 0.0114], [0.0164, 0.0880, 0.8956]])
# The ColorChecker's sRGB values (X-Rite), the two skins first.
CHART = np.array(
    [
        *[(115, 82, 68), (194, 150, 130), (98, 122, 157), (87, 108, 67), (133, 128, 177), (103, 189, 170)],
        *[(214, 126, 44), (80, 91, 166), (193, 90, 99), (94, 60, 108), (157, 188, 64), (224, 163, 46)],
        *[(56, 61, 150), (70, 148, 73), (175, 54, 60), (231, 199, 31), (187, 86, 149), (8, 133, 161)],
        *[(243, 243, 242), (200, 200, 200), (160, 160, 160), (122, 122, 121), (85, 85, 85), (52, 52, 52)],
    ],
    np.float64,
)
ROWS, COLUMNS = 4, 6


def chart(width: int = 240, height: int = 160) -> NDArray[np.uint8]:
    """Return (height, width, 3) RGB: the 24 patches in four rows."""
    return patches(CHART, width, height).astype(np.uint8)


def patches(colours: Codes, width: int, height: int) -> Codes:
    """Return (height, width, 3): 24 colours in four rows."""
    down = np.arange(height) * ROWS // height
    across = np.arange(width) * COLUMNS // width
    picked: Codes = colours[down[:, None] * COLUMNS + across[None, :]]
    return picked


def read_patches(pixels: NDArray[np.uint8]) -> Codes:
    """Return (24, 3): the mean colour of the middle of each patch of an upright chart."""
    height, width = pixels.shape[:2]
    means = []
    for row in range(ROWS):
        for column in range(COLUMNS):
            top, left = (row + 0.3) * height / ROWS, (column + 0.3) * width / COLUMNS
            part = pixels[
                round(top) : round(top + 0.4 * height / ROWS), round(left) : round(left + 0.4 * width / COLUMNS)
            ]
            means.append(part.reshape(-1, 3).mean(axis=0))
    return np.array(means)


def planes_of(codes: Codes, matrix: int, is_full: bool, bits: int) -> list[Codes]:
    """Return Y, Cb and Cr in whole numbers, not subsampled, of (height, width, 3) RGB codes from 0 to 1."""
    red, blue = codes[..., 0], codes[..., 2]
    luma = codes @ np.array(LUMA[matrix])
    scale = 1 << bits - 8
    cb, cr = (blue - luma) / (2 - 2 * LUMA[matrix][2]), (red - luma) / (2 - 2 * LUMA[matrix][0])
    if is_full:
        most = (1 << bits) - 1
        return [np.rint(luma * most), *(np.rint(part * most + (1 << bits - 1)).clip(0, most) for part in (cb, cr))]
    return [np.rint((16 + 219 * luma) * scale), *(np.rint((128 + 224 * part) * scale) for part in (cb, cr))]


def frame_of(codes: Codes, pixel_format: str, matrix: int = 1, is_full: bool = False) -> av.VideoFrame:
    """Return a frame of RGB codes from 0 to 1 whose planes are computed here, not by FFmpeg."""
    height, width = codes.shape[:2]
    frame = av.VideoFrame(width, height, pixel_format)
    bits = frame.format.components[0].bits
    dtype = np.uint16 if bits > 8 else np.uint8
    planes = planes_of(codes, matrix, is_full, bits)
    for plane, values in zip(frame.planes, planes, strict=False):
        across, down = round(width / plane.width), round(height / plane.height)
        rows = np.frombuffer(plane, dtype).reshape(plane.height, -1)
        rows[:, : plane.width] = values[::down, ::across][: plane.height, : plane.width]
    return frame


def write(
    path: Path,
    frames: Sequence[av.VideoFrame],
    codec: str = "libx264",
    tags: tuple[int, int, int] = (1, 1, 1),
    is_full: bool = False,
    rate: Fraction = Fraction(25),
    options: dict[str, str] | None = None,
    prepare: Callable[[av.VideoStream], None] = lambda stream: None,
) -> Path:
    """Write frames one after the other; `tags` are matrix, transfer and primaries, 2 for none."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate, options=options or default_options(codec))
        context = stream.codec_context
        context.width, context.height, context.pix_fmt = frames[0].width, frames[0].height, frames[0].format.name
        context.colorspace, context.color_trc, context.color_primaries = tags
        context.color_range = 2 if is_full else 1
        prepare(stream)
        for index, frame in enumerate(frames):
            frame.pts, frame.time_base = index, 1 / rate
            frame.colorspace, frame.color_range = tags[0], 2 if is_full else 1
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def default_options(codec: str) -> dict[str, str]:
    """Return options for nearly lossless pictures."""
    return {"crf": "4", "preset": "ultrafast"} if codec == "libx264" else {}


def pq_codes(nits: Codes) -> Codes:
    """Return PQ codes (SMPTE ST 2084) of light in cd/m²."""
    power = (nits / 10_000) ** 0.1593017578125
    codes: Codes = ((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power)) ** 78.84375
    return codes


def hlg_codes(nits: Codes) -> Codes:
    """Return HLG codes (BT.2100) of light in cd/m² on a display of 1000 cd/m²."""
    shown = nits / 1000
    luma = np.maximum(shown @ np.array(LUMA[9]), 1e-9)[..., None]
    scene = shown * luma ** (1 / 1.2 - 1)
    logarithmic = 0.17883277 * np.log(np.maximum(12 * scene - 0.28466892, 1e-9)) + 0.55991073
    return np.where(scene <= 1 / 12, np.sqrt(3 * scene), logarithmic)


def as_hdr(pixels: Codes, encode: Callable[[Codes], Codes], white_nits: float = 203.0) -> Codes:
    """Return HDR codes of SDR pixels from 0 to 255: BT.2408's display-referred mapping."""
    return encode((pixels / 255) ** 2.4 @ TO_2020.T * white_nits)


def lab(pixels: Codes) -> Codes:
    """Return CIE L*a*b* of (…, 3) BT.709 pixels from 0 to 255 on a display of gamma 2.4."""
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = (np.asarray(pixels, float) / 255) ** 2.4 @ to_xyz.T / to_xyz.sum(axis=1)
    root = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    x, y, z = root[..., 0], root[..., 1], root[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def delta_e(one: Codes, other: Codes) -> Codes:
    """Return the CIE 1976 colour difference of pixels."""
    return np.linalg.norm(lab(one) - lab(other), axis=-1)
