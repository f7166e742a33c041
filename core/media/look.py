"""What only a look at pictures from all over a file can tell: hidden interlacing, and how bright its HDR is.

It is decided once for a file, so that every reader shows it alike. Each look decodes a few frames at a few places,
0.05 to 0.3 s in all; the result is kept while the process lives.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, cast

import numpy as np

from core.media.clock import to_timestamp
from core.media.colour import colours_of
from core.media.container import check_readable, open_media, read_packets
from core.media.hdr import REFERENCE_WHITE_NITS, content_white

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from av.container import InputContainer
    from av.packet import Packet
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream as AvVideoStream

    from core.media.deinterlace import Parity
    from core.schema.source import VideoStream

# Sizes and rates of interlaced video (BT.601, BT.709); codecs that always were without it can't hide it.
INTERLACED_HEIGHTS = (480, 486, 576, 1080, 1088)
INTERLACED_FPS = ((24.9, 25.1), (29.9, 30.1))
PROGRESSIVE_CODECS = ("vp8", "vp9", "av1")
# Shares of the length at which frames are looked at, and how many.
COMB_PLACES, COMB_FRAMES = (0.1, 0.35, 0.6, 0.85), 7
WHITE_PLACES, WHITE_FRAMES = (0.02, 0.14, 0.26, 0.38, 0.5, 0.62, 0.74, 0.86, 0.98), 1
# Of the frames of which idet is sure, this share must be combed, this many at least, and with one field first.
COMBED_SHARE, FEWEST_COMBED, ONE_SIDED = 0.7, 6, 5
IDET_KEY = "lavfi.idet.multiple.current_frame"
WHITE_SIDE_PX = 240
# Without a keyframe within so many packets a place is given up.
MAX_PACKETS = 600


def hidden_parity(path: Path, video: VideoStream, duration: float, start_offset: float) -> Parity | None:
    """Return which field comes first where pictures are combed though their flags say progressive, else None.

    Raises:
        MediaError: the file can't be opened.
    """
    may_hide = (
        video.coded_height in INTERLACED_HEIGHTS
        and any(low <= video.fps <= high for low, high in INTERLACED_FPS)
        and video.codec not in PROGRESSIVE_CODECS
        and not (video.is_variable_frame_rate or video.is_still)
    )
    return _hidden_parity(path, _stamp(path), video.index, duration, start_offset) if may_hide else None


def white_of(path: Path, video: VideoStream, duration: float, start_offset: float) -> float:
    """Return the light that is to become white in an HDR file, in cd/m² (see `content_white`).

    Raises:
        MediaError: the file can't be opened.
    """
    return _white(path, _stamp(path), video.index, duration, start_offset)


def _stamp(path: Path) -> tuple[int, int]:
    """Return what changes when a file is replaced.

    Raises:
        MediaError: it is gone.
    """
    check_readable(path)
    status = path.stat()
    return status.st_size, status.st_mtime_ns


@lru_cache(maxsize=64)
def _hidden_parity(
    path: Path, stamp: tuple[int, int], index: int, duration: float, start_offset: float
) -> Parity | None:
    votes: list[str] = []
    with open_media(path) as container:
        stream = cast("AvVideoStream", container.streams[index])
        for share in COMB_PLACES:
            frames = _frames_at(container, stream, share * duration + start_offset, COMB_FRAMES)
            if any(frame.interlaced_frame for frame in frames):
                return None
            votes += _votes(frames)
    counts = {word: votes.count(word) for word in ("tff", "bff", "progressive")}
    winner: Parity = "tff" if counts["tff"] >= counts["bff"] else "bff"
    loser = counts["tff"] + counts["bff"] - counts[winner]
    is_combed = (
        counts[winner] >= FEWEST_COMBED
        and counts[winner] >= COMBED_SHARE * sum(counts.values())
        and counts[winner] >= ONE_SIDED * loser
    )
    return winner if is_combed else None


@lru_cache(maxsize=64)
def _white(path: Path, stamp: tuple[int, int], index: int, duration: float, start_offset: float) -> float:
    from av.video.reformatter import Interpolation, VideoReformatter

    reformatter, pictures, transfer = VideoReformatter(), [], 0
    with open_media(path) as container:
        stream = cast("AvVideoStream", container.streams[index])
        for share in WHITE_PLACES:
            for frame in _frames_at(container, stream, share * duration + start_offset, WHITE_FRAMES):
                colours = colours_of(frame)
                if not colours.is_hdr:
                    continue
                transfer = colours.transfer
                scale = min(1.0, WHITE_SIDE_PX / max(frame.width, frame.height))
                small = reformatter.reformat(
                    frame,
                    max(2, round(frame.width * scale)),
                    max(2, round(frame.height * scale)),
                    "rgb48le",
                    src_colorspace=colours.matrix,
                    interpolation=Interpolation.AREA,
                    threads=1,
                )
                pictures.append(small.to_ndarray().reshape(-1, 3) / 65535.0)
    return content_white(np.concatenate(pictures), transfer) if pictures else REFERENCE_WHITE_NITS


def _frames_at(container: InputContainer, stream: AvVideoStream, second: float, count: int) -> list[VideoFrame]:
    """Return up to `count` frames in order from the keyframe about a second of the file's own clock on."""
    import av

    frames: list[VideoFrame] = []
    # What can't be sought or is damaged here has other places.
    with suppress(av.error.FFmpegError):
        container.seek(to_timestamp(second, stream, 0.0), stream=stream)
        for packet in _from_keyframe(container, stream, count):
            frames += packet.decode()
        # Out with what the decoder still holds, rather than decoding on until it comes.
        frames += stream.codec_context.decode(None)
    return sorted(frames, key=lambda frame: frame.pts or 0)[:count]


def _from_keyframe(
    container: InputContainer, stream: AvVideoStream, count: int
) -> Iterator[Packet[AvVideoStream]]:
    """Yield `count` packets from the next keyframe on."""
    taken = 0
    for packet in islice(read_packets(container, [stream]), MAX_PACKETS):
        if packet.size and (taken or packet.is_keyframe):
            taken += 1
            yield cast("Packet[AvVideoStream]", packet)
        if taken == count:
            return


def _votes(frames: Sequence[VideoFrame]) -> list[str]:
    """Return what FFmpeg's idet says of each of a few successive frames: tff, bff, progressive, undetermined."""
    import av
    from av.filter import Graph

    if len(frames) < 3 or len({(frame.format.name, frame.width, frame.height) for frame in frames}) > 1:
        return []
    first, graph = frames[0], Graph()
    source = graph.add(
        "buffer",
        f"video_size={first.width}x{first.height}:pix_fmt={first.format.name}:time_base=1/1000:pixel_aspect=1/1",
    )
    detector, sink = graph.add("idet"), graph.add("buffersink")
    source.link_to(detector)
    detector.link_to(sink)
    graph.configure()
    votes = []
    for frame in (*frames, None):
        graph.push(frame)
        with suppress(av.error.BlockingIOError, av.error.EOFError):
            while True:
                votes.append(str(cast("VideoFrame", graph.pull()).metadata.get(IDET_KEY, "")))
    # The first frame is compared with itself.
    return votes[1:]
