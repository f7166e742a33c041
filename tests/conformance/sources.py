"""Real media of every kind that carries the marks: each picture its number, a beep at each whole second.

Second t of a recipe is when picture n with `times()[n] <= t` is seen and what `marks.beeps` gives at t is heard;
containers may move both by the same time.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.filter import Graph
from numpy.typing import NDArray

from core.render.scheduling import usual_turns
from tests.conformance import marks

SECONDS = 4.2
SIZE = (320, 180)
BT709, BT470BG, SMPTE170M, BT2020 = 1, 5, 6, 9
# The light of 203 nits, reference white (ITU-R BT.2408), as a share of the signal.
HDR_TRANSFERS = {"pq": (16, 0.58), "hlg": (18, 0.75)}


@dataclass(frozen=True)
class VideoKind:
    """How pictures are coded. `matrix` is what the stream is tagged with, 0 for no tags."""

    encoder: str
    pixel_format: str = "yuv420p"
    options: tuple[tuple[str, str], ...] = ()
    gop: int = 12
    b_frames: int = 0
    matrix: int = BT709
    is_full_range: bool = False
    hdr: str = ""
    bit_rate: int = 0


X264 = (("crf", "14"), ("preset", "veryfast"))
X265 = (("crf", "10"), ("preset", "ultrafast"))
QUIET265 = "log-level=none:pools=1"
SVT = (("crf", "8"), ("preset", "6"), ("svtav1-params", "lp=1"))
VIDEO: dict[str, VideoKind] = {
    "h264": VideoKind("libx264", options=X264, b_frames=3),
    "h264_no_b": VideoKind("libx264", options=(*X264, ("tune", "zerolatency")), gop=50),
    "h264_pyramid": VideoKind(
        "libx264", options=(*X264, ("x264-params", "b-pyramid=normal:b-adapt=0:scenecut=0")), gop=48, b_frames=7
    ),
    "h264_long_gop": VideoKind("libx264", options=(*X264, ("x264-params", "scenecut=0")), gop=1000, b_frames=3),
    "h264_open_gop": VideoKind(
        "libx264", options=(*X264, ("x264-params", "open-gop=1:b-adapt=0:scenecut=0")), gop=24, b_frames=3
    ),
    "hevc": VideoKind("libx265", options=(*X265, ("x265-params", QUIET265)), gop=25, b_frames=4),
    "hevc_open_gop": VideoKind(
        "libx265", options=(*X265, ("x265-params", f"open-gop=1:{QUIET265}")), gop=24, b_frames=3
    ),
    "hevc10": VideoKind("libx265", "yuv420p10le", (*X265, ("x265-params", QUIET265)), gop=30, b_frames=4),
    "hevc_pq": VideoKind("libx265", "yuv420p10le", (*X265, ("x265-params", QUIET265)), 30, 3, BT2020, hdr="pq"),
    "hevc_hlg": VideoKind("libx265", "yuv420p10le", (*X265, ("x265-params", QUIET265)), 30, 3, BT2020, hdr="hlg"),
    "vp9": VideoKind("libvpx-vp9", options=(("crf", "14"), ("b", "0"), ("cpu-used", "8")), gop=40),
    "av1": VideoKind("libsvtav1", options=SVT, gop=40),
    "av1_pq": VideoKind("libsvtav1", "yuv420p10le", SVT, 40, 0, BT2020, hdr="pq"),
    "prores": VideoKind("prores_ks", "yuv422p10le", (("profile", "1"),), 1),
    "mpeg2": VideoKind("mpeg2video", gop=12, b_frames=2, matrix=SMPTE170M, bit_rate=4_000_000),
    "mpeg4": VideoKind("mpeg4", options=(("qmin", "2"), ("qmax", "4")), gop=50, b_frames=1, matrix=0),
    "mpeg4_no_b": VideoKind("mpeg4", options=(("qmin", "2"), ("qmax", "4")), gop=50, matrix=0),
    "mjpeg": VideoKind("mjpeg", "yuvj420p", (("qmin", "2"), ("qmax", "3")), 1, 0, BT470BG, is_full_range=True),
}


@dataclass(frozen=True)
class ContainerKind:
    """How a file is put together. `sounds` are the codecs for up to two channels, and for more."""

    suffix: str
    format: str
    sounds: tuple[str, str]
    options: tuple[tuple[str, str], ...] = ()


CONTAINERS: dict[str, ContainerKind] = {
    "mp4": ContainerKind(".mp4", "mp4", ("aac", "aac")),
    "mp4_no_edits": ContainerKind(".mp4", "mp4", ("aac", "aac"), (("use_editlist", "0"),)),
    "mp4_fragmented": ContainerKind(
        ".mp4", "mp4", ("aac", "aac"), (("movflags", "frag_keyframe+empty_moov+default_base_moof"),)
    ),
    "mov": ContainerKind(".mov", "mov", ("pcm_s16le", "pcm_s16le")),
    "mkv": ContainerKind(".mkv", "matroska", ("flac", "flac")),
    "webm": ContainerKind(".webm", "webm", ("libopus", "libopus")),
    "avi": ContainerKind(".avi", "avi", ("pcm_s16le", "ac3")),
    "ts": ContainerKind(".ts", "mpegts", ("aac", "ac3")),
    "ts_far": ContainerKind(".ts", "mpegts", ("mp2", "ac3"), (("output_ts_offset", "4321.7"),)),
    "ps": ContainerKind(".mpg", "vob", ("mp2", "ac3")),
    "mxf": ContainerKind(".mxf", "mxf", ("pcm_s16le", "pcm_s16le")),
}

RATES: dict[str, Fraction] = {
    "23.976": Fraction(24000, 1001),
    "24": Fraction(24),
    "25": Fraction(25),
    "29.97": Fraction(30000, 1001),
    "30": Fraction(30),
    "50": Fraction(50),
    "59.94": Fraction(60000, 1001),
    "60": Fraction(60),
    "12": Fraction(12),
    "4": Fraction(4),
    # Every fourth picture or so was dropped; a phone's clock that wanders; a screen that often stands still.
    "vfr_drops": Fraction(30),
    "vfr_phone": Fraction(30),
    "vfr_screen": Fraction(60),
}
# (degrees counterclockwise, mirrored after it)
TURNS = {"0": (0, False), "90": (90, False), "180": (180, False), "270": (-90, False), "mirrored": (0, True)}
SOUNDS = ("stereo", "mono", "5.1", "44.1k", "none", "two")
OFFSETS = {"0": 0.0, "late": 0.5, "early": -0.3, "odd": 0.037}


@dataclass(frozen=True)
class Recipe:
    """One source: keys of the tables above. `pixels` is square, wide (4:3), narrow or interlaced."""

    video: str = "h264"
    container: str = "mp4"
    rate: str = "25"
    turn: str = "0"
    sound: str = "stereo"
    offset: str = "0"
    pixels: str = "square"
    seconds: float = SECONDS
    size: tuple[int, int] = SIZE

    @property
    def name(self) -> str:
        """What tests call it."""
        parts = [self.video, self.container, self.rate, self.turn, self.sound, self.offset, self.pixels]
        return "-".join(part for part in parts if part not in ("square", "0"))

    @property
    def is_variable(self) -> bool:
        """Whether pictures come at uneven intervals."""
        return self.rate.startswith("vfr")

    @property
    def has_sound(self) -> bool:
        """Whether there is any."""
        return self.sound != "none"

    @property
    def upright_size(self) -> tuple[int, int]:
        """The picture as it is seen, square pixels."""
        return self.size[::-1] if self.turn in ("90", "270") else self.size

    def times(self) -> list[Fraction]:
        """Return when each picture is shown, in recipe seconds."""
        rate = RATES[self.rate]
        first = math.ceil(max(0.0, -OFFSETS[self.offset]) * rate) / rate
        even = [Fraction(number) / rate for number in range(int(self.seconds * rate))]
        chance = np.random.default_rng(11)
        if self.rate == "vfr_drops":
            even = [at for number, at in enumerate(even) if number % 31 == 0 or chance.random() > 0.28]
        elif self.rate == "vfr_phone":
            shaken = np.cumsum(chance.normal(0, 0.002, len(even))) + chance.uniform(0, 0.009, len(even))
            even = sorted(
                {
                    Fraction(max(0, round((float(at) + move) * 600)), 600)
                    for at, move in zip(even, shaken, strict=True)
                }
            )
        elif self.rate == "vfr_screen":
            even = [at for number, at in enumerate(even) if number % 47 == 0 or number % 60 < 14]
        return [first + at - even[0] for at in even]

    @property
    def sound_start(self) -> float:
        """The recipe second of the first sample."""
        return max(0.0, OFFSETS[self.offset])


def stored(upright: NDArray[np.uint8], turn: str) -> NDArray[np.uint8]:
    """Return the picture to store so that it is seen upright."""
    degrees, is_mirrored = TURNS[turn]
    seen = upright[:, ::-1] if is_mirrored else upright
    return np.ascontiguousarray(np.rot90(seen, -degrees // 90))


def seen(stored_picture: NDArray[np.uint8], turn: str) -> NDArray[np.uint8]:
    """Return a stored picture as it is seen."""
    degrees, is_mirrored = TURNS[turn]
    turned = np.rot90(stored_picture, degrees // 90)
    return turned[:, ::-1] if is_mirrored else turned


def write(path: Path, recipe: Recipe) -> Path:
    """Write the source of a recipe."""
    kind = CONTAINERS[recipe.container]
    with av.open(str(path), "w", format=kind.format, options=dict(kind.options)) as container:
        video = _video_stream(container, recipe)
        sounds = [_sound_stream(container, recipe, kind, track) for track in range(_tracks(recipe))]
        # Muxers interleave, but hold no more than some seconds of one stream while they wait for another.
        waiting = [(video, _pictures(video, recipe)), *((s, _samples(s, recipe, t)) for t, s in enumerate(sounds))]
        heads = [[stream, frames, next(frames)] for stream, frames in waiting]
        while heads:
            head = min(heads, key=lambda each: each[2].pts * each[2].time_base)
            stream, frames, frame = head
            container.mux(stream.encode(frame))
            head[2] = next(frames, None)
            if head[2] is None:
                container.mux(stream.encode(None))
                heads.remove(head)
    return path


def _tracks(recipe: Recipe) -> int:
    return {"none": 0, "two": 2}.get(recipe.sound, 1)


def _video_stream(container: av.container.OutputContainer, recipe: Recipe) -> av.VideoStream:
    kind = VIDEO[recipe.video]
    options = dict(kind.options)
    if recipe.pixels == "interlaced":
        options["flags"] = "+ildct+ilme"
    stream = container.add_stream(kind.encoder, rate=RATES[recipe.rate], options=options)
    context = stream.codec_context
    width, height = stored_size(recipe)
    stream.width, stream.height, stream.pix_fmt = width, height, kind.pixel_format
    context.time_base = Fraction(1, 600) if recipe.is_variable else 1 / RATES[recipe.rate]
    context.gop_size, context.max_b_frames = kind.gop, kind.b_frames
    context.thread_count = 1
    if kind.bit_rate:
        context.bit_rate = kind.bit_rate
    if kind.matrix:
        context.colorspace = kind.matrix
        context.color_primaries = kind.matrix
        context.color_trc = HDR_TRANSFERS[kind.hdr][0] if kind.hdr else min(kind.matrix, SMPTE170M)
        context.color_range = 2 if kind.is_full_range else 1
    if recipe.pixels in ("wide", "narrow"):
        context.sample_aspect_ratio = Fraction(recipe.size[0], width) * Fraction(height, recipe.size[1])
    degrees, is_mirrored = TURNS[recipe.turn]
    if degrees or is_mirrored:
        stream.set_display_rotation(degrees, hflip=is_mirrored)
    with usual_turns():
        context.open()
    return stream


def stored_size(recipe: Recipe) -> tuple[int, int]:
    """Return (width, height) of the coded picture."""
    width, height = recipe.size
    if recipe.pixels == "wide":
        return width * 3 // 4, height
    if recipe.pixels == "narrow":
        return width, height * 2 // 3
    return width, height


def _pictures(stream: av.VideoStream, recipe: Recipe) -> Iterator[av.VideoFrame]:
    kind = VIDEO[recipe.video]
    fields = _field_marker(recipe) if recipe.pixels == "interlaced" else None
    time_base = stream.codec_context.time_base
    for number, second in enumerate(recipe.times()):
        picture = stored(marks.draw(number, *recipe.upright_size), recipe.turn)
        frame = _coded(picture, kind, stored_size(recipe))
        frame.pts, frame.time_base = round(second / time_base), time_base
        if fields:
            pts = frame.pts
            fields.push(frame)
            frame = fields.pull()
            frame.pts, frame.time_base = pts, time_base
        yield frame


def _coded(picture: NDArray[np.uint8], kind: VideoKind, size: tuple[int, int]) -> av.VideoFrame:
    """Return an RGB picture as a frame in the codec's own form."""
    if kind.hdr:
        white = HDR_TRANSFERS[kind.hdr][1]
        deep = (picture.astype(np.float32) * (white * 65535 / marks.WHITE)).clip(0, 65535).astype(np.uint16)
        frame = av.VideoFrame.from_ndarray(deep, format="rgb48le")
    else:
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
    matrix = {BT2020: 9, BT709: 1}.get(kind.matrix, 5)
    coded = frame.reformat(
        *size,
        kind.pixel_format,
        src_color_range=2,
        dst_colorspace=matrix,
        dst_color_range=2 if kind.is_full_range else 1,
        interpolation="BICUBIC",
    )
    coded.colorspace, coded.color_range = kind.matrix or 2, 2 if kind.is_full_range else 1
    return coded


def _field_marker(recipe: Recipe) -> Graph:
    """Return a graph that says of frames that they are two fields, the upper one first."""
    width, height = stored_size(recipe)
    graph = Graph()
    source = graph.add(
        "buffer",
        f"video_size={width}x{height}:pix_fmt={VIDEO[recipe.video].pixel_format}:time_base=1/90000"
        ":colorspace=bt709:range=tv",
    )
    marker, sink = graph.add("setfield", "tff"), graph.add("buffersink")
    source.link_to(marker)
    marker.link_to(sink)
    graph.configure()
    return graph


def _sound_stream(
    container: av.container.OutputContainer, recipe: Recipe, kind: ContainerKind, track: int
) -> av.AudioStream:
    layout = {"mono": "mono", "5.1": "5.1"}.get(recipe.sound, "stereo")
    rate_hz = 44100 if recipe.sound == "44.1k" and kind.sounds[0] != "libopus" else 48000
    stream = container.add_stream(kind.sounds[layout == "5.1"], rate=rate_hz, layout=layout)
    if stream.codec_context.name in ("aac", "mp2", "ac3", "libopus"):
        stream.bit_rate = 448_000 if layout == "5.1" else 192_000
    return stream


def _samples(stream: av.AudioStream, recipe: Recipe, track: int) -> Iterator[av.AudioFrame]:
    """Yield sound in the encoder's own form and frame size; the second track sounds unlike the first."""
    context = stream.codec_context
    rate_hz, layout = context.sample_rate, context.layout.name
    first = round(recipe.sound_start * rate_hz)
    times = (first + np.arange(round(recipe.seconds * rate_hz))) / rate_hz
    mono = marks.beeps(times, marks.OTHER_SWEEPS_HZ if track else marks.SWEEPS_HZ)
    channels = np.repeat(mono[None], len(context.layout.channels), axis=0)
    if layout == "5.1":
        # A film's voice is in the middle; left and right have some of it.
        channels *= np.array([0.5, 0.5, 1.0, 0.0, 0.1, 0.1], np.float32)[:, None]
    resampler = av.AudioResampler(context.format, layout, rate_hz)
    size = context.frame_size or 1024
    for start in range(0, channels.shape[1], size):
        part = np.ascontiguousarray(channels[:, start : start + size])
        frame = av.AudioFrame.from_ndarray(part, format="fltp", layout=layout)
        frame.sample_rate, frame.time_base, frame.pts = rate_hz, Fraction(1, rate_hz), first + start
        yield from resampler.resample(frame)


def looped(path: Path, seconds: float, to: Path) -> Path:
    """Write a file of copies of another until it lasts so many seconds: packets alone, nothing is coded again."""
    with av.open(str(path)) as once:
        length = Fraction(once.duration, 1_000_000)
        packets = [packet for packet in once.demux() if packet.size]
        with av.open(str(to), "w") as container:
            streams = {stream.index: container.add_stream_from_template(stream) for stream in once.streams}
            own = [(packet, packet.pts, dts, packet.time_base) for packet, dts in _decoding_times(packets)]
            for number in range(math.ceil(seconds / length)):
                for packet, pts, dts, base in own:
                    shift = round(number * length / base)
                    packet.stream = streams[packet.stream_index]
                    packet.pts, packet.dts, packet.time_base = pts + shift, dts + shift, base
                    container.mux(packet)
    return to


def _decoding_times(packets: list[av.Packet]) -> Iterator[tuple[av.Packet, int]]:
    """Yield packets with their decoding times, which Matroska leaves out of the first ones of a stream."""
    for index, packet in enumerate(packets):
        later = [each for each in packets[index : index + 200] if each.stream_index == packet.stream_index]
        missing = next(count for count, each in enumerate(later) if each.dts is not None)
        yield packet, later[missing].dts - missing * (packet.duration or 0)
