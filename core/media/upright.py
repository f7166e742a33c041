"""Turning decoded frames into upright, square-pixel, 8-bit BT.709: one filter graph, only when needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.media.cube import sdr_cube

if TYPE_CHECKING:
    from av.filter import Graph
    from av.video.frame import VideoFrame

# Numbers of ITU-T H.273, which FFmpeg's enumerations follow.
BT709, BT470BG, SMPTE170M = 1, 5, 6
RGB_MATRIX = 0
TRANSFER_PQ, TRANSFER_HLG = 16, 18
LIMITED, FULL = 1, 2

_MATRIX_NAMES = {
    RGB_MATRIX: "gbr",
    BT709: "bt709",
    4: "fcc",
    BT470BG: "bt470bg",
    SMPTE170M: "smpte170m",
    7: "smpte240m",
    9: "bt2020nc",
    10: "bt2020c",
}
_SCALE_FLAGS = "bicubic+accurate_rnd+full_chroma_int+full_chroma_inp"


class _Kind(NamedTuple):
    """What a decoded frame is, in the respects that decide how it is converted."""

    format: str
    width: int
    height: int
    matrix: int
    range: int
    transfer: int
    primaries: int
    rotation: int


class Uprighter:
    """Converts frames of one stream to upright `width` × `height` yuv420p; passes through those that are so.

    HDR (PQ, HLG) is mapped as in thumbnails. An untagged matrix is BT.709 for HD and BT.601 for smaller pictures,
    as players assume.
    """

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)
        self._kind: _Kind | None = None
        self._graph: Graph | None = None

    def __call__(self, frame: VideoFrame) -> VideoFrame:
        """Return the frame, converted if it must be. The frame's colour tags may be filled in."""
        kind = _kind_of(frame)
        if self._is_ready(kind):
            return frame
        frame.colorspace, frame.color_range = kind.matrix, kind.range
        if kind != self._kind or self._graph is None:
            self._graph = _build(kind, self._size)
            self._kind = kind
        self._graph.push(frame)
        converted: VideoFrame = self._graph.pull()  # type: ignore[assignment]
        return converted

    def _is_ready(self, kind: _Kind) -> bool:
        return (
            kind.format == "yuv420p"
            and kind.matrix == BT709
            and kind.range == LIMITED
            and not _is_hdr(kind)
            and kind.rotation == 0
            and (kind.width, kind.height) == self._size
        )


def _kind_of(frame: VideoFrame) -> _Kind:
    name = frame.format.name
    matrix = int(frame.colorspace)
    if matrix not in _MATRIX_NAMES or matrix == RGB_MATRIX:
        matrix = BT709 if frame.width >= 1280 or frame.height > 576 else SMPTE170M
    is_full = int(frame.color_range) == FULL or name.startswith("yuvj")
    if frame.format.is_rgb:
        matrix, is_full = RGB_MATRIX, True
    return _Kind(
        format=name,
        width=frame.width,
        height=frame.height,
        matrix=matrix,
        range=FULL if is_full else LIMITED,
        transfer=int(frame.color_trc),
        primaries=int(frame.color_primaries),
        rotation=round(frame.rotation / 90) * 90 % 360,
    )


def _is_hdr(kind: _Kind) -> bool:
    return kind.transfer in {TRANSFER_PQ, TRANSFER_HLG}


def _build(kind: _Kind, size: tuple[int, int]) -> Graph:
    if not _is_hdr(kind):
        return _linked(kind, _steps(kind, size))
    with sdr_cube(kind.transfer) as cube:
        # A colon separates arguments of a filter, and is part of paths on Windows.
        mapping = ("lut3d", f"file='{cube.as_posix().replace(':', chr(92) + ':')}':interp=tetrahedral")
        deep = ("scale", f"{_fitted(kind, size)}:flags={_SCALE_FLAGS}")
        return _linked(kind, [deep, ("format", "gbrp16le"), mapping, *_steps(kind, size)])


def _linked(kind: _Kind, steps: list[tuple[str, str]]) -> Graph:
    from av.filter import Graph

    graph = Graph()
    last = graph.add(
        "buffer",
        f"video_size={kind.width}x{kind.height}:pix_fmt={kind.format}:time_base=1/1000"
        f":colorspace={_MATRIX_NAMES[kind.matrix]}:range={'pc' if kind.range == FULL else 'tv'}",
    )
    for name, arguments in steps:
        following = graph.add(name, arguments)
        last.link_to(following)
        last = following
    sink = graph.add("buffersink")
    last.link_to(sink)
    graph.configure()
    return graph


def _fitted(kind: _Kind, size: tuple[int, int]) -> str:
    """Return the scale filter's size, before turning."""
    width, height = size[::-1] if kind.rotation in {90, 270} else size
    return f"w={width}:h={height}"


def _steps(kind: _Kind, size: tuple[int, int]) -> list[tuple[str, str]]:
    # Transfer and primaries are said to be BT.709's before and after: only the matrix is to be converted.
    scale = (
        f"{_fitted(kind, size)}:flags={_SCALE_FLAGS}:out_color_matrix=bt709:out_range=tv"
        ":in_primaries=bt709:in_transfer=bt709:out_primaries=bt709:out_transfer=bt709"
    )
    steps = [("scale", scale), ("format", "yuv420p")]
    # The display matrix counts counter-clockwise: 90 means "turn it counter-clockwise to see it upright".
    if kind.rotation == 90:
        steps.append(("transpose", "cclock"))
    elif kind.rotation == 270:
        steps.append(("transpose", "clock"))
    elif kind.rotation == 180:
        steps.extend([("hflip", ""), ("vflip", "")])
    return steps
