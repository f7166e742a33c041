"""Decoded frames as upright RGB pictures with square pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

from core.media.hdr import HLG_TRANSFER, PQ_TRANSFER, to_sdr

if TYPE_CHECKING:
    from av.video.frame import VideoFrame
    from av.video.reformatter import VideoReformatter
    from numpy.typing import NDArray

    from core.schema.source import VideoStream

# ITU-T H.273 matrix coefficients that say nothing; players then take BT.709 from this height on, BT.601 below.
UNSPECIFIED_MATRIX = (2, 0)
HD_HEIGHT = 720


def fitted_size(width: int, height: int, max_side_px: int | None) -> tuple[int, int]:
    """Return (width, height) scaled down so that neither side is longer than `max_side_px`; never enlarged."""
    if max_side_px is None or max(width, height) <= max_side_px:
        return width, height
    scale = max_side_px / max(width, height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def upright(pixels: NDArray[np.uint8], rotation_degrees: int) -> NDArray[np.uint8]:
    """Turn a stored picture (height, width, …) counterclockwise by quarter turns until it stands upright."""
    turns = round(rotation_degrees / 90) % 4
    return np.ascontiguousarray(np.rot90(pixels, turns)) if turns else pixels


def colour_matrix(frame: VideoFrame) -> int:
    """Return the swscale matrix of a frame: what it says, else what players assume for its size."""
    from av.video.reformatter import Colorspace

    if frame.colorspace not in UNSPECIFIED_MATRIX:
        return int(frame.colorspace)
    return int(Colorspace.ITU709 if frame.height >= HD_HEIGHT else Colorspace.ITU601)


def to_rgb(
    frame: VideoFrame, video: VideoStream, max_side_px: int | None, reformatter: VideoReformatter
) -> NDArray[np.uint8]:
    """Return a frame as (height, width, 3) uint8 RGB: upright, square pixels, SDR, at most `max_side_px` long.

    Args:
        frame: Any decoded frame of the stream, whatever its depth, size or transfer curve.
        video: The facts of its stream; the result has its shape.
        max_side_px: The longest side allowed, or None for the full size.
        reformatter: Kept by the caller from frame to frame, so that its tables are made once.
    """
    from av.video.reformatter import Interpolation

    width, height = fitted_size(video.width, video.height, max_side_px)
    if video.rotation_degrees in (90, -90):
        width, height = height, width
    shrinks = width < frame.width or height < frame.height
    is_hdr = frame.color_trc in (PQ_TRANSFER, HLG_TRANSFER)
    scaled = reformatter.reformat(
        frame,
        width,
        height,
        "rgb48le" if is_hdr else "rgb24",
        src_colorspace=colour_matrix(frame),
        interpolation=Interpolation.AREA if shrinks else Interpolation.BICUBIC,
        threads=1,
    )
    pixels = scaled.to_ndarray()
    if is_hdr:
        pixels = to_sdr(cast("NDArray[np.uint16]", pixels), int(frame.color_trc))
    return upright(cast("NDArray[np.uint8]", pixels), video.rotation_degrees)
