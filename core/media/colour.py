"""What the numbers of a decoded frame mean: matrix, range, transfer curve and primaries, guessed where untagged.

The numbers are those of ITU-T H.273, which FFmpeg's enumerations follow. Every reader of pictures asks here, so
that a thumbnail, an analysed picture and a rendered one have the same colours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

RGB_MATRIX, MATRIX_709, MATRIX_601, MATRIX_2020 = 0, 1, 6, 9
UNSPECIFIED, UNSET = 2, 0
LIMITED, FULL = 1, 2
BT709, BT2020, DCI_P3, DISPLAY_P3 = 1, 9, 11, 12
GAMMA, PQ, HLG = 1, 16, 18
HDR_TRANSFERS = (PQ, HLG)
# Matrices that swscale can undo; others are read as if untagged.
KNOWN_MATRICES = {
    RGB_MATRIX: "gbr",
    1: "bt709",
    4: "fcc",
    5: "bt470bg",
    6: "smpte170m",
    7: "smpte240m",
    9: "bt2020nc",
}
# Players (mpv, VLC) take an untagged picture for HD from these sizes on, and then for BT.709.
HD_WIDTH, SD_HEIGHT = 1280, 576
DEEP_BITS = 10


class Colours(NamedTuple):
    """The meaning of a frame's numbers; `primaries` is one of BT709, BT2020 and DISPLAY_P3."""

    matrix: int
    range: int
    transfer: int
    primaries: int

    @property
    def is_hdr(self) -> bool:
        """Whether light beyond an SDR display's white is in it."""
        return self.transfer in HDR_TRANSFERS

    @property
    def is_wide(self) -> bool:
        """Whether it must be mapped to be shown as BT.709: HDR, or colours that BT.709 does not have."""
        return self.is_hdr or self.primaries != BT709


def colours_of(frame: VideoFrame) -> Colours:
    """Return the colours of a frame: what it says, else what players assume."""
    stated = int(frame.colorspace)
    primaries, transfer = int(frame.color_primaries), _transfer(frame, stated)
    return Colours(
        matrix=_matrix(frame, stated, transfer, primaries),
        range=_range(frame),
        transfer=transfer,
        primaries=_primaries(primaries, transfer, stated),
    )


def _transfer(frame: VideoFrame, matrix: int) -> int:
    """Return PQ, HLG, or GAMMA for every curve of SDR.

    Ten bits in BT.2020 whose curve is not told are HLG: cameras leave the tag out, SDR masters in BT.2020 don't.
    """
    stated = int(frame.color_trc)
    if stated in HDR_TRANSFERS:
        return stated
    is_2020 = int(frame.color_primaries) == BT2020 or matrix == MATRIX_2020
    if stated in (UNSPECIFIED, UNSET) and is_2020 and bit_depth(frame) >= DEEP_BITS:
        return HLG
    return GAMMA


def _matrix(frame: VideoFrame, stated: int, transfer: int, primaries: int) -> int:
    if frame.format.is_rgb:
        return RGB_MATRIX
    if stated in KNOWN_MATRICES and stated != RGB_MATRIX:
        return stated
    # BT.2020 with constant luminance (10) is read without: swscale knows no other.
    if stated == 10 or transfer in HDR_TRANSFERS or primaries == BT2020:
        return MATRIX_2020
    return MATRIX_709 if frame.width >= HD_WIDTH or frame.height > SD_HEIGHT else MATRIX_601


def _range(frame: VideoFrame) -> int:
    name, stated = frame.format.name, int(frame.color_range)
    if frame.format.is_rgb or name.startswith("yuvj") or (name.startswith("gray") and stated != LIMITED):
        return FULL
    return FULL if stated == FULL else LIMITED


def _primaries(stated: int, transfer: int, matrix: int) -> int:
    """Return the primaries: PQ and HLG are BT.2020's (BT.2100), unless matrix and primaries agree on BT.709."""
    if stated in (DISPLAY_P3, DCI_P3):
        return DISPLAY_P3
    if transfer in HDR_TRANSFERS:
        return BT709 if stated == BT709 and matrix == MATRIX_709 else BT2020
    return BT2020 if stated == BT2020 else BT709


def bit_depth(frame: VideoFrame) -> int:
    """Return the bits of a frame's deepest channel."""
    return max((component.bits for component in frame.format.components), default=8)
