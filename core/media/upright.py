"""Turning decoded frames into upright, square-pixel, 8-bit BT.709: one filter graph for all who read pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from core.media.colour import FULL, KNOWN_MATRICES, LIMITED, MATRIX_709, Colours, bit_depth, colours_of
from core.media.cube import sdr_cube
from core.media.hdr import REFERENCE_WHITE_NITS
from core.media.look import white_of
from core.media.planes import plane_view

if TYPE_CHECKING:
    from pathlib import Path

    from av.filter import Graph
    from av.video.frame import VideoFrame
    from numpy.typing import NDArray

    from core.schema.source import MediaFacts, VideoStream

# What the renderer paints on, and what everything else looks at.
OutputFormat = Literal["yuv420p", "rgb24"]
# Formats whose first plane is brightness.
_HAS_LUMA = ("yuv420p", "yuv422p", "yuv444p", "yuvj4", "nv12", "gray")
_FULL_RANGE = np.clip(np.rint((np.arange(256) - 16) * 255 / 219), 0, 255).astype(np.uint8)
# OpenCV's numbers of what the filters do.
_FLIPS = {"hflip": 1, "vflip": 0}
_ROTATIONS = {"clock": 0, "cclock": 2}
_EXACT = "accurate_rnd+full_chroma_int+full_chroma_inp"


class _Kind(NamedTuple):
    """What a decoded frame is, in the respects that decide how it is converted."""

    format: str
    bits: int
    width: int
    height: int
    colours: Colours


class Uprighter:
    """Converts frames of one stream to `width` × `height` as they are meant to be seen.

    The picture is mirrored and turned as the container says, scaled to square pixels, and mapped to SDR where it
    is HDR or has colours that BT.709 lacks. Frames that are so already are passed through.

    Args:
        path: The media file.
        facts: What `probe` found in it; it must have a video stream.
        format: "yuv420p" in limited range, or "rgb24".
        max_side_px: The longest side allowed; None for the full size.
        is_quick: Make small RGB pictures in a fifth of the time, a grey level or two off where colours change.
    """

    def __init__(
        self,
        path: Path,
        facts: MediaFacts,
        format: OutputFormat = "yuv420p",
        max_side_px: int | None = None,
        is_quick: bool = False,
    ) -> None:
        assert facts.video is not None
        self._path, self._facts, self._video = path, facts, facts.video
        self._size = fitted_size(self._video.width, self._video.height, max_side_px)
        self._format = format
        self._is_quick = is_quick
        self._turns = _turns(self._video)
        self._kind: _Kind | None = None
        self._graph: Graph | None = None

    def __call__(self, frame: VideoFrame) -> VideoFrame:
        """Return the frame, converted if it must be. The frame's colour tags may be filled in."""
        colours = colours_of(frame)
        kind = _Kind(frame.format.name, bit_depth(frame), frame.width, frame.height, colours)
        if self._is_ready(kind):
            return frame
        frame.colorspace, frame.color_range = colours.matrix, colours.range
        if kind != self._kind or self._graph is None:
            self._graph = self._build(kind)
            self._kind = kind
        self._graph.push(frame)
        converted: VideoFrame = self._graph.pull()  # type: ignore[assignment]
        return converted

    def pixels(self, frame: VideoFrame) -> NDArray[np.uint8]:
        """Return the frame as (height, width, 3) uint8 RGB; for the format "rgb24"."""
        return np.ascontiguousarray(self(frame).to_ndarray(), np.uint8)

    def grey(self, frame: VideoFrame) -> NDArray[np.uint8] | None:
        """Return the frame's brightness as (height, width) uint8, full range, in a third of the time of `pixels`.

        None where its samples of brightness say nothing of it by themselves (HDR), or can't be taken as they are.
        """
        import cv2

        colours = colours_of(frame)
        name = frame.format.name
        if not self._is_quick or colours.is_wide or bit_depth(frame) > 8 or not name.startswith(_HAS_LUMA):
            return None
        if not self._shrinks(_Kind(name, 8, frame.width, frame.height, colours)):
            return None
        luma = plane_view(frame, 0, frame.width, frame.height)
        small = cv2.resize(luma, self._unturned_size(), interpolation=cv2.INTER_AREA)
        if colours.range != FULL:
            small = cv2.LUT(small, _FULL_RANGE)
        for name, argument in self._turns:
            small = cv2.flip(small, _FLIPS[name]) if name in _FLIPS else cv2.rotate(small, _ROTATIONS[argument])
        return np.ascontiguousarray(small, np.uint8)

    def _is_ready(self, kind: _Kind) -> bool:
        return (
            kind.format == self._format == "yuv420p"
            and (kind.colours.matrix, kind.colours.range) == (MATRIX_709, LIMITED)
            and not kind.colours.is_wide
            and not self._turns
            and (kind.width, kind.height) == self._size
        )

    def _build(self, kind: _Kind) -> Graph:
        colours = kind.colours
        if not colours.is_wide:
            if self._is_quick and self._shrinks(kind):
                # swscale's exact way to RGB is slow; shrunk first, all of the rest is small.
                small = ("scale", self._sized() + ":flags=area" + _to_matrix("yuv420p"))
                rgb = [("format", "yuv420p"), ("scale", "flags=fast_bilinear"), ("format", "rgb24")]
                return _linked(kind, [*_grey_levels(kind), small, *rgb, *self._turns])
            return _linked(kind, [*_grey_levels(kind), self._scale(kind), ("format", self._format), *self._turns])
        white = REFERENCE_WHITE_NITS
        if colours.is_hdr:
            white = white_of(self._path, self._video, self._facts.duration, self._facts.start_offset)
        with sdr_cube(colours.transfer, colours.primaries, white) as cube:
            # A colon separates arguments of a filter, and is part of paths on Windows.
            mapping = ("lut3d", f"file='{cube.as_posix().replace(':', chr(92) + ':')}':interp=tetrahedral")
            deep = [self._scale(kind), ("format", "gbrp16le"), mapping]
            shallow = ("scale", f"flags=bicubic+{_EXACT}{_to_matrix(self._format)}")
            return _linked(kind, [*deep, shallow, ("format", self._format), *self._turns])

    def _shrinks(self, kind: _Kind) -> bool:
        width, height = self._unturned_size()
        return width < kind.width and height < kind.height

    def _unturned_size(self) -> tuple[int, int]:
        """Return the (width, height) that the picture gets before turning."""
        width, height = self._size
        return (height, width) if self._video.rotation_degrees in (90, -90) else (width, height)

    def _sized(self) -> str:
        """Return the scale filter's arguments for the size."""
        width, height = self._unturned_size()
        return f"w={width}:h={height}"

    def _scale(self, kind: _Kind) -> tuple[str, str]:
        """Return the filter that gives the picture its size, before turning."""
        scaler = "area" if self._shrinks(kind) else "bicubic"
        return "scale", f"{self._sized()}:flags={scaler}+{_EXACT}{_to_matrix(self._format)}"


def _to_matrix(format: OutputFormat) -> str:
    """Return the scale filter's arguments for colours.

    Transfer and primaries are said to be BT.709's before and after: what else they are was seen to already.
    """
    kept = ":in_primaries=bt709:in_transfer=bt709:out_primaries=bt709:out_transfer=bt709"
    return kept + (":out_color_matrix=bt709:out_range=tv" if format == "yuv420p" else "")


def fitted_size(width: int, height: int, max_side_px: int | None) -> tuple[int, int]:
    """Return (width, height) scaled down so that neither side is longer than `max_side_px`; never enlarged."""
    if max_side_px is None or max(width, height) <= max_side_px:
        return width, height
    scale = max_side_px / max(width, height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _turns(video: VideoStream) -> list[tuple[str, str]]:
    """Return the filters that mirror left to right, then turn counter-clockwise."""
    mirror = [("hflip", "")] if video.is_mirrored else []
    turned = video.rotation_degrees % 360
    if turned == 180:
        return [*mirror, ("hflip", ""), ("vflip", "")]
    return mirror + {90: [("transpose", "cclock")], 270: [("transpose", "clock")]}.get(turned, [])


def _grey_levels(kind: _Kind) -> list[tuple[str, str]]:
    """Return what takes grey in limited range to full range: swscale takes every grey picture for full range."""
    if not kind.format.startswith("gray") or kind.colours.range == FULL:
        return []
    black, reach, most = 16 << kind.bits - 8, 219 << kind.bits - 8, (1 << kind.bits) - 1
    return [("lut", f"c0='clip((val-{black})*{most}/{reach},0,{most})'")]


def _linked(kind: _Kind, steps: list[tuple[str, str]]) -> Graph:
    from av.filter import Graph

    graph = Graph()
    colours = kind.colours
    last = graph.add(
        "buffer",
        f"video_size={kind.width}x{kind.height}:pix_fmt={kind.format}:time_base=1/1000"
        f":colorspace={KNOWN_MATRICES[colours.matrix]}:range={'pc' if colours.range == FULL else 'tv'}",
    )
    for name, arguments in steps:
        following = graph.add(name, arguments)
        last.link_to(following)
        last = following
    sink = graph.add("buffersink")
    last.link_to(sink)
    graph.configure()
    return graph
