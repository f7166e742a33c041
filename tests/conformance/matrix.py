"""Which sources are tried: some chosen by hand, a few of them in every test run, and a covering of all pairs."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations

from tests.conformance.sources import OFFSETS, RATES, SOUNDS, TURNS, Recipe

# In every test run: pictures out of order and before the beginning, uneven rates, turned ones, HDR, fields.
QUICK = (
    Recipe("h264_pyramid", "mp4", "29.97", sound="5.1", offset="late"),
    Recipe("h264_open_gop", "ts_far", "25", offset="early"),
    Recipe("h264", "mp4", "vfr_phone", "90", sound="44.1k"),
    Recipe("hevc_pq", "mov", "24", "270"),
    Recipe("vp9", "webm", "vfr_screen", offset="early"),
    Recipe("mpeg2", "ps", "25", pixels="interlaced", sound="none"),
)
BY_HAND = (
    *QUICK,
    Recipe("h264_long_gop", "mkv", "59.94", sound="mono", offset="odd"),
    Recipe("hevc10", "mp4_fragmented", "23.976", "mirrored"),
    Recipe("av1", "mkv", "50", sound="two"),
    Recipe("prores", "mov", "30", "180", pixels="wide"),
    Recipe("mjpeg", "avi", "12", sound="mono"),
)

H26X = ("h264", "h264_no_b", "h264_pyramid", "h264_long_gop", "h264_open_gop", "hevc", "hevc_open_gop", "hevc10")
HDR = ("hevc_pq", "hevc_hlg")
UNSHAPED = ("vp9", "av1", "prores", "mjpeg")
MP4S = ("mp4", "mp4_no_edits", "mp4_fragmented", "mov")
HOLDS: dict[str, tuple[str, ...]] = {
    "mp4": (*H26X, *HDR, "av1", "av1_pq", "vp9", "mpeg4"),
    "mp4_no_edits": (*H26X, *HDR, "mpeg4"),
    "mp4_fragmented": (*H26X, *HDR, "av1"),
    "mov": (*H26X, *HDR, "prores", "mjpeg"),
    "mkv": (*H26X, *HDR, "vp9", "av1", "av1_pq", "prores", "mpeg2", "mpeg4", "mjpeg"),
    "webm": ("vp9", "av1", "av1_pq"),
    "avi": ("mpeg4", "mpeg4_no_b", "mjpeg"),
    "ts": (*H26X, "mpeg2"),
    "ts_far": (*H26X, "mpeg2"),
    "ps": ("mpeg2",),
    "mxf": ("mpeg2", "prores"),
}
VIDEOS = tuple(dict.fromkeys(video for videos in HOLDS.values() for video in videos))
PIXELS = ("square", "wide", "narrow", "interlaced")
CHOICES: dict[str, tuple[str, ...]] = {
    "video": VIDEOS,
    "container": tuple(HOLDS),
    "rate": tuple(RATES),
    "turn": tuple(TURNS),
    "sound": SOUNDS,
    "offset": tuple(OFFSETS),
    "pixels": PIXELS,
}
Pair = tuple[tuple[str, str], tuple[str, str]]


def fits(recipe: Recipe) -> bool:
    """Whether a recipe can be written by what FFmpeg has."""
    if recipe.video not in HOLDS[recipe.container]:
        return False
    if recipe.turn != "0" and recipe.container not in MP4S:
        return False
    # Such MP4 files can't say that a stream starts later, AVI, MXF and program streams not even when a frame is.
    has_clock = recipe.container not in ("avi", "mxf", "ps")
    if recipe.offset != "0" and recipe.container in ("mp4_no_edits", "mp4_fragmented"):
        return False
    if (recipe.is_variable or recipe.offset != "0") and not has_clock:
        return False
    if recipe.offset != "0" and not recipe.has_sound:
        return False
    if recipe.video == "mpeg2" and (recipe.is_variable or recipe.rate in ("12", "4")):
        return False
    if recipe.container == "mxf" and recipe.rate in ("12", "4"):
        return False
    if recipe.container == "mxf" and recipe.sound not in ("stereo", "mono", "none"):
        return False
    if recipe.container in ("ps", "webm") and recipe.sound == "44.1k":
        return False
    if recipe.pixels == "interlaced":
        return recipe.video in ("h264", "h264_long_gop", "mpeg2") and not recipe.is_variable
    # Where the bit stream does not tell the shape of a pixel, FFmpeg's muxers do so only in MP4.
    return recipe.pixels == "square" or recipe.container in MP4S or not recipe.video.startswith(UNSHAPED)


def covering(most: int, seed: int = 4) -> list[Recipe]:
    """Return recipes that show each pair of values that fit together at least once, as far as `most` reach.

    Greedy, as in AETG (Cohen et al., 1997): of some random recipes the one with the most new pairs is taken.
    """
    chance = random.Random(seed)
    chosen: list[Recipe] = []
    seen: set[Pair] = {pair for recipe in BY_HAND for pair in pairs(recipe)}
    while len(chosen) < most:
        drawn = [recipe for recipe in (_drawn(chance) for _ in range(400)) if fits(recipe)]
        best = max(drawn, key=lambda recipe: len(pairs(recipe) - seen))
        if not pairs(best) - seen:
            break
        seen |= pairs(best)
        chosen.append(best)
    return chosen


def pairs(recipe: Recipe) -> set[Pair]:
    """Return each two values that a recipe brings together."""
    values = [(name, getattr(recipe, name)) for name in CHOICES]
    return set(combinations(values, 2))


def values(recipes: list[Recipe]) -> Iterator[tuple[str, str, int]]:
    """Yield (property, value, how many recipes have it)."""
    for name, choices in CHOICES.items():
        for value in choices:
            yield name, value, sum(getattr(recipe, name) == value for recipe in recipes)


def _drawn(chance: random.Random) -> Recipe:
    drawn = {name: chance.choice(choices) for name, choices in CHOICES.items()}
    # Most values of these are rare in the field, and exclude much: half of all sources are plain in them.
    plain = {"turn": "0", "pixels": "square", "offset": "0"}
    drawn |= {name: value for name, value in plain.items() if chance.random() < 0.4}
    drawn["video"] = chance.choice(HOLDS[drawn["container"]])
    return Recipe(**drawn)
