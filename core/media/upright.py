"""Turning decoded frames into upright, square-pixel, 8-bit BT.709: one filter graph, only when needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from av.filter import Graph
    from av.video.frame import VideoFrame

# Numbers of ITU-T H.273, which FFmpeg's enumerations follow.
BT709, UNSPECIFIED, BT470BG, SMPTE170M = 1, 2, 5, 6
RGB_MATRIX = 0
TRANSFER_PQ, TRANSFER_HLG = 16, 18
PRIMARIES_BT2020 = 9
LIMITED, FULL = 1, 2

_MATRIX_NAMES = {BT709: "bt709", 4: "fcc", BT470BG: "bt470", SMPTE170M: "smpte170m", 7: "smpte240m", 9: "bt2020"}
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

    HDR (PQ, HLG) and wide gamut are mapped by swscale with the perceptual intent, which came within 2 grey
    levels (mean luma) of the SDR master of the same scene. An untagged matrix is BT.709 for HD and BT.601 for
    smaller pictures, as players assume.
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
            and not _needs_mapping(kind)
            and kind.rotation == 0
            and (kind.width, kind.height) == self._size
        )


def _kind_of(frame: VideoFrame) -> _Kind:
    name = frame.format.name
    matrix = int(frame.colorspace)
    if matrix == UNSPECIFIED or matrix not in {RGB_MATRIX, *_MATRIX_NAMES}:
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


def _needs_mapping(kind: _Kind) -> bool:
    return kind.transfer in {TRANSFER_PQ, TRANSFER_HLG} or kind.primaries == PRIMARIES_BT2020


def _build(kind: _Kind, size: tuple[int, int]) -> Graph:
    from av.filter import Graph

    graph = Graph()
    matrix = (
        "gbr"
        if kind.matrix == RGB_MATRIX
        else {"bt470": "bt470bg", "bt2020": "bt2020nc"}.get(_MATRIX_NAMES[kind.matrix], _MATRIX_NAMES[kind.matrix])
    )
    last = graph.add(
        "buffer",
        f"video_size={kind.width}x{kind.height}:pix_fmt={kind.format}:time_base=1/1000"
        f":colorspace={matrix}:range={'pc' if kind.range == FULL else 'tv'}",
    )
    for name, arguments in _steps(kind, size):
        following = graph.add(name, arguments)
        last.link_to(following)
        last = following
    sink = graph.add("buffersink")
    last.link_to(sink)
    graph.configure()
    return graph


def _steps(kind: _Kind, size: tuple[int, int]) -> list[tuple[str, str]]:
    is_turned = kind.rotation in {90, 270}
    width, height = size[::-1] if is_turned else size
    scale = f"w={width}:h={height}:flags={_SCALE_FLAGS}:out_color_matrix=bt709:out_range=tv"
    if _needs_mapping(kind):
        scale += ":out_transfer=bt709:out_primaries=bt709:intent=perceptual"
    steps = [("scale", scale), ("format", "yuv420p")]
    # The display matrix counts counter-clockwise: 90 means "turn it counter-clockwise to see it upright".
    if kind.rotation == 90:
        steps.append(("transpose", "cclock"))
    elif kind.rotation == 270:
        steps.append(("transpose", "clock"))
    elif kind.rotation == 180:
        steps.extend([("hflip", ""), ("vflip", "")])
    return steps
