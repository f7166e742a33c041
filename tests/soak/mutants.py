"""Damaged media by the thousand, each made again from its number: bits flipped, ends cut off, headers edited."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from tests.conformance.sources import CONTAINERS, Recipe, write

SECONDS = 1.4
SIZE = (128, 72)
# One of each container and each codec, and whatever else a demuxer or decoder treats in its own way.
RECIPES = (
    ("h264_pyramid", "mp4", "5.1", "0"),
    ("h264", "mp4_fragmented", "stereo", "90"),
    ("h264_open_gop", "ts", "stereo", "0"),
    ("h264_no_b", "mkv", "mono", "0"),
    ("hevc", "mp4_no_edits", "stereo", "mirrored"),
    ("hevc10", "mkv", "none", "0"),
    ("hevc_pq", "mov", "stereo", "270"),
    ("vp9", "webm", "stereo", "0"),
    ("av1", "mkv", "stereo", "0"),
    ("av1_pq", "webm", "mono", "0"),
    ("prores", "mov", "stereo", "0"),
    ("prores", "mxf", "stereo", "0"),
    ("mpeg2", "ts_far", "stereo", "0"),
    ("mpeg2", "ps", "stereo", "0"),
    ("mpeg4", "avi", "stereo", "0"),
    ("mpeg4", "mp4", "two", "180"),
    ("mjpeg", "avi", "5.1", "0"),
)
SOUNDS = (("talk.mp3", "libmp3lame"), ("talk.wav", "pcm_s16le"), ("talk.flac", "flac"), ("talk.ogg", "opus"),
          ("talk.m4a", "aac"))  # fmt: skip
LARGEST_SEED_BYTES = 200_000
# Names of boxes and chunks, and identities of EBML elements, whose sizes and values are worth lying about.
BOXES = (
    b"ftyp moov mvhd trak tkhd mdhd hdlr stsd stts ctts stsc stsz stco stss elst avc1 avcC hvc1 hev1 hvcC av1C "
    b"mp4a esds colr pasp moof traf tfhd tfdt trun mdat apcs RIFF LIST hdrl avih strh strf movi idx1 data OggS "
    b"OpusHead fLaC ID3 Xing Info"
).split()
ELEMENTS = (
    *("1a45dfa3", "18538067", "114d9b74", "1549a966", "2ad7b1", "4489", "1654ae6b", "ae", "e0", "b0", "ba", "e1"),
    *("b5", "63a2", "1f43b675", "a3", "1c53bb6b", "55b0"),
)
# A key of MXF, start codes of MPEG-2 (sequence, pack, picture packet), a packet of a transport stream.
OTHERS = ("060e2b34", "000001b3", "000001ba", "000001e0", "4740")
MARKS = (*BOXES, *(bytes.fromhex(digits) for digits in (*ELEMENTS, *OTHERS)))
NASTY_NUMBERS = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0xFFFFFFFE)


@dataclass(frozen=True)
class Seed:
    """A whole file to damage."""

    name: str
    content: bytes


def make_seeds(folder: Path, broken: Path | None) -> list[Seed]:
    """Write small files of every kind; those in the folder `broken` are taken as well."""
    paths = []
    for video, container, sound, turn in RECIPES:
        recipe = Recipe(video, container, turn=turn, sound=sound, seconds=SECONDS, size=SIZE)
        paths.append(write(folder / f"{video}-{container}{CONTAINERS[container].suffix}", recipe))
    paths += [_write_sound(folder / name, codec) for name, codec in SOUNDS]
    if broken is not None:
        paths += [file for file in sorted(broken.iterdir()) if 16 < file.stat().st_size < LARGEST_SEED_BYTES]
    return [Seed(path.name, path.read_bytes()) for path in paths]


def _write_sound(path: Path, codec: str) -> Path:
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=48000, layout="stereo")
        noise = np.random.default_rng(2).normal(0, 0.1, (2, round(SECONDS * 48000))).astype(np.float32)
        frame = av.AudioFrame.from_ndarray(noise, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = 48000, 0, Fraction(1, 48000)
        context = stream.codec_context
        resampler = av.AudioResampler(context.format, "stereo", 48000, context.frame_size or 1024)
        for part in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    return path


def mutate(seeds: list[Seed], number: int) -> tuple[str, bytes]:
    """Return (file name, content) of a mutant; the same number of the same seeds gives the same one."""
    seed = seeds[number % len(seeds)]
    chance = random.Random(f"mutant {number} of {seed.name}")
    content = bytearray(seed.content)
    kinds = chance.sample(MUTATIONS, chance.choice((1, 1, 1, 2, 3)))
    for kind in kinds:
        kind(content, chance, seeds)
    names = "+".join(kind.__name__.removeprefix("_") for kind in kinds)
    return f"{number:04d}-{names}-{seed.name}", bytes(content)


def _place(content: bytearray, chance: random.Random) -> int:
    """Return a position; every other one is in a header, at the front or the back."""
    if not content:
        return 0
    where = chance.random()
    if where < 0.3:
        return chance.randrange(min(len(content), 1024))
    if where < 0.5:
        return len(content) - 1 - chance.randrange(min(len(content), 2048))
    return chance.randrange(len(content))


def _flip_bits(content: bytearray, chance: random.Random, _: list[Seed]) -> None:
    for _flip in range(chance.choice((1, 3, 10, 40, 200))):
        if content:
            content[_place(content, chance)] ^= 1 << chance.randrange(8)


def _cut_off(content: bytearray, chance: random.Random, _: list[Seed]) -> None:
    del content[round(len(content) * chance.choice((chance.random(), 1 - chance.random() ** 4))) :]


def _lose_a_part(content: bytearray, chance: random.Random, _: list[Seed]) -> None:
    start = _place(content, chance)
    del content[start : start + chance.choice((1, 4, 188, 1000, len(content) // 4))]


def _blank(content: bytearray, chance: random.Random, _: list[Seed]) -> None:
    start = _place(content, chance)
    end = min(len(content), start + chance.choice((2, 16, 256, 4096)))
    fill = chance.choice((b"\x00", b"\xff", None))
    content[start:end] = fill * (end - start) if fill else chance.randbytes(end - start)


def _edit_headers(content: bytearray, chance: random.Random, _: list[Seed]) -> None:
    """Lie in a box or an element: its size, its name, or a number in it (time scale, width, entry of a table)."""
    found = [mark for mark in MARKS if mark in content]
    for _edit in range(chance.choice((1, 1, 2, 4))):
        if not found:
            return
        mark = chance.choice(found)
        places = _occurrences(content, mark)
        at = chance.choice(places[:200])
        what, width = chance.random(), chance.choice((1, 2, 4, 4, 8))
        number = chance.choice((*NASTY_NUMBERS, chance.getrandbits(32)))
        if what < 0.25:
            start, width = at - 4, 4
        elif what < 0.35:
            start, width = at + chance.randrange(len(mark)), 1
        else:
            start = at + len(mark) + chance.choice((0, 1, 2, 4, 8, 12, 16, 20, 24, 28, chance.randrange(200)))
        if 0 <= start < len(content) - width:
            content[start : start + width] = (number % (1 << 8 * width)).to_bytes(width, "big")


def _occurrences(content: bytearray, mark: bytes) -> list[int]:
    places, at = [], content.find(mark)
    while at >= 0 and len(places) < 200:
        places.append(at)
        at = content.find(mark, at + 1)
    return places or [0]


def _swap_parts(content: bytearray, chance: random.Random, _: list[Seed]) -> None:
    size = chance.choice((4, 64, 188, 1024, max(1, len(content) // 8)))
    one, other = _place(content, chance), _place(content, chance)
    if abs(one - other) >= size and max(one, other) + size <= len(content):
        kept = content[one : one + size]
        content[one : one + size] = content[other : other + size]
        content[other : other + size] = kept


def _repeat_a_part(content: bytearray, chance: random.Random, _: list[Seed]) -> None:
    start = _place(content, chance)
    part = content[start : start + chance.choice((8, 188, 2000, max(1, len(content) // 3)))]
    content[start:start] = part * chance.choice((1, 1, 5))


def _join_with_another(content: bytearray, chance: random.Random, seeds: list[Seed]) -> None:
    other = chance.choice(seeds).content
    content[chance.randrange(len(content) + 1) :] = other[chance.randrange(len(other)) :]


Mutation = Callable[[bytearray, random.Random, list[Seed]], None]
MUTATIONS: tuple[Mutation, ...] = (
    *(_flip_bits, _flip_bits, _cut_off, _lose_a_part, _blank, _edit_headers, _edit_headers, _edit_headers),
    *(_swap_parts, _repeat_a_part, _join_with_another),
)
