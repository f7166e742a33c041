"""How many frames a second a stream shows, and whether evenly, from timestamps alone."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from core.media.extent import has_whole_index

if TYPE_CHECKING:
    from av.video.stream import VideoStream as AvVideoStream

    from core.media.trial import Trial

FPS_RANGE = (1.0, 240.0)
USUAL_FPS = 25.0
# A frame interval is odd when it is this far from the usual one; a rate is variable when this share are odd.
ODD_INTERVAL = 0.25
VARIABLE_SHARE = 0.05
# A rate that the file states is believed when it is this near to what its timestamps show: 24 is not 23.976.
STATED_TOLERANCE = 0.0006
INDEX_STRETCH = 600


def frame_rate(trial: Trial) -> tuple[float, bool]:
    """Return (usual frames a second, whether frames come at uneven intervals).

    The average of a file that was cut off or has gaps is too low: what plays is the interval of most frames.
    """
    from statistics import fmean, median

    intervals = _intervals(trial)
    usual = median(intervals) if intervals else 0.0
    even = [interval for interval in intervals if abs(interval - usual) <= ODD_INTERVAL * usual]
    is_variable = len(intervals) >= 8 and len(intervals) - len(even) > VARIABLE_SHARE * len(intervals)
    stream = cast("AvVideoStream", trial.stream)
    stated = _stated(stream)
    if not trial.seconds:
        # What FFmpeg says of a raw stream is a guess.
        return stated_rate(stream) or USUAL_FPS, False
    if not usual:
        return (stated[0] if stated else USUAL_FPS), False
    if is_variable:
        rate = next((rate for rate in stated if FPS_RANGE[0] <= rate <= FPS_RANGE[1]), 1 / usual)
    else:
        # Rounded timestamps (42, 42, 41 ms) are right on average.
        seen = 1 / fmean(even)
        nearest = min(stated, key=lambda rate: abs(rate / seen - 1), default=seen)
        tolerance = max(STATED_TOLERANCE, _rounding(trial) / (len(even) * usual))
        rate = nearest if abs(nearest / seen - 1) <= tolerance else seen
    return min(max(rate, FPS_RANGE[0]), FPS_RANGE[1]), is_variable


def stated_rate(stream: AvVideoStream) -> float | None:
    """Return the rate written in the pictures themselves, or None: raw streams have no other."""
    rate = stream.codec_context.framerate
    return float(rate) if rate and FPS_RANGE[0] <= rate <= FPS_RANGE[1] else None


def rounded_rate(fps: float) -> Fraction:
    """Return a rate as the fraction that is meant by it: of whole frames, or of those of NTSC."""
    whole = Fraction(round(fps))
    ntsc = Fraction(round(fps) * 1000, 1001)
    nearest = min((whole, ntsc), key=lambda rate: abs(rate - Fraction(fps)))
    return (
        nearest if abs(float(nearest) / fps - 1) < STATED_TOLERANCE / 2 else Fraction(fps).limit_denominator(1001)
    )


def _stated(stream: AvVideoStream) -> list[float]:
    rates = (stream.average_rate, stream.guessed_rate, stream.base_rate)
    return [float(rate) for rate in rates if rate and FPS_RANGE[0] <= rate <= FPS_RANGE[1]]


def _rounding(trial: Trial) -> float:
    """Return by how much the distance of two timestamps may be off, in seconds."""
    return 2 * float(trial.stream.time_base or 0)


def _intervals(trial: Trial) -> list[float]:
    """Return seconds between frames, from stretches of the file's index, else from the packets that were read."""
    entries, time_base = trial.stream.index_entries, trial.stream.time_base
    count = len(entries)
    if time_base and count > len(trial.seconds) and has_whole_index(trial.stream):
        middle = max(0, count // 2 - INDEX_STRETCH // 2)
        starts = sorted({0, middle, max(0, count - INDEX_STRETCH)})
        stretches = [[float(e.timestamp * time_base) for e in entries[s : s + INDEX_STRETCH]] for s in starts]
    else:
        # Packets come in decoding order: the last ones may have neighbours that were not read yet.
        stretches = [sorted(trial.seconds)[:-4] or sorted(trial.seconds)]
    return [b - a for s in stretches for a, b in pairwise(s) if b > a]
