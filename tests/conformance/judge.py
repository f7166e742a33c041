"""What a finished file must show and sound like, worked out from the source by a player that is not ours.

Second 0 of a source is its container's first timestamp; a picture is seen from its own timestamp on.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from core.schema.composition import Composition
from core.schema.media import ClipMedia
from core.schema.time import Cut
from tests.conformance import marks
from tests.conformance.player import Played, play
from tests.conformance.sources import RATES, Recipe, seen

# Matroska's timestamps are whole milliseconds: a picture may be seen this much earlier or later.
CLOCK_SECONDS = 0.0016
# AAC, MP3 and resamplers smear a beep by less than this.
SOUND_SECONDS = 0.005
CLEAR = 0.7
BEEP_MARGIN = 0.03


@dataclass
class Truth:
    """A source as it plays: `seconds[i]` is when picture `numbers[i]` is first seen, `beeps` when whole ones do.

    `first_beep` is when the beep of second 0 starts or would start; a piece of one may be heard.
    """

    seconds: list[float]
    numbers: list[int]
    beeps: dict[int, float]
    first_beep: float

    def shown(self, at: float) -> int:
        """Return the number of the picture seen at a source second; the first one also before its time."""
        return self.numbers[max(0, bisect_right(self.seconds, at) - 1)]

    def time_of(self, at: float) -> float:
        """Return when the picture seen at a source second was first seen."""
        return self.seconds[max(0, bisect_right(self.seconds, at) - 1)]


@dataclass
class Verdict:
    """What is wrong with a finished file, and by how much sound and picture are off at the worst."""

    faults: list[str] = field(default_factory=list)
    worst_sound_ms: float = 0.0
    beeps: int = 0
    frames: int = 0


def truth_of(path: Path, recipe: Recipe) -> Truth:
    """Return what a source shows, and make sure that it is what the recipe says.

    Raises:
        AssertionError: the source was not written as meant.
    """
    played = play(path)
    numbers = [_number(luma, recipe) for luma in played.lumas]
    times = [float(at) for at in recipe.times()]
    assert sorted(set(numbers)) == list(range(len(times))), "the source does not show every number"
    shifts = [at - times[number] for at, number in zip(played.seconds, numbers, strict=True)]
    shift = float(np.median(shifts))
    assert np.abs(np.subtract(shifts, shift))[2:].max() < CLOCK_SECONDS, "pictures are not at their times"
    start, samples = played.sound()
    beeps = {}
    length = len(samples) / played.rate_hz if recipe.has_sound else 0.0
    for second in range(int(recipe.seconds) + 1):
        near = second + shift - start
        if 0 <= near < length - marks.BEEP_SECONDS:
            at, likeness = marks.find_beep(second, samples, played.rate_hz, near)
            # With B-frames, pictures of AVI come one late.
            late = 1.1 * float(1 / RATES[recipe.rate]) if recipe.container == "avi" else 0.002
            assert likeness > CLEAR and abs(at - near) < late, f"beep {second} is {at - near:.4f} s off"
            beeps[second] = at + start - played.start
    assert not recipe.has_sound or len(beeps) >= 3
    first_beep = float(np.median([at - second for second, at in beeps.items()])) if beeps else 0.0
    return Truth([at - played.start for at in played.seconds], numbers, beeps, first_beep)


def _number(luma: NDArray[np.uint8], recipe: Recipe) -> int:
    square = cv2.resize(luma, recipe.size, interpolation=cv2.INTER_AREA)
    return marks.read_number(np.ascontiguousarray(seen(square, recipe.turn)), marks.MARK_SHARE * min(recipe.size))


def judge_cut(truth: Truth, wanted: Cut, media: ClipMedia, recipe: Recipe, duration: float) -> list[str]:
    """Return what is wrong with a cut that was snapped to frames."""
    faults = []
    hold = 1.5 / 24 if recipe.is_variable else 1.5 / min(30.0, media.fps)
    for span, got in zip(wanted.ranges, media.cut.ranges, strict=True):
        # The first picture is also seen before its time.
        frame = min(truth.time_of(span.start + CLOCK_SECONDS), span.start)
        if abs(got.start - frame) > CLOCK_SECONDS and not (
            got.start == span.start and got.start - frame > hold / 2
        ):
            faults.append(f"starts at {got.start:.4f} instead of {frame:.4f}")
        boundaries = [*truth.seconds, duration]
        near = min(boundaries, key=lambda at: abs(at - span.end))
        closest = min(abs(got.end - at) for at in boundaries)
        is_near = closest < CLOCK_SECONDS and abs(got.end - span.end) < abs(near - span.end) + CLOCK_SECONDS
        if not is_near and not (got.end == span.end and abs(near - span.end) > hold / 2):
            faults.append(f"ends at {got.end:.4f} instead of {near:.4f}")
    return faults


def judge_file(
    path: Path, truth: Truth, composition: Composition, source_short_side: int, crop_width: float
) -> Verdict:
    """Return what is wrong with a finished file: pictures, their times, and beeps.

    Args:
        path: The finished file.
        truth: What its source shows.
        composition: What was asked for.
        source_short_side: Of the upright source, in pixels.
        crop_width: How many of its pixels the whole width of the output shows.
    """
    played = play(path)
    verdict = Verdict(frames=len(played.seconds))
    fps = composition.fps_numerator / composition.fps_denominator
    side = marks.MARK_SHARE * source_short_side * composition.width / crop_width
    verdict.faults += _pictures(played, truth, composition.cut, fps, side)
    count = max(1, round(composition.cut.duration * fps))
    if len(played.seconds) != count:
        verdict.faults.append(f"{len(played.seconds)} frames instead of {count}")
    if np.abs(np.array(played.seconds) - np.arange(len(played.seconds)) / fps).max() > 1e-4:
        verdict.faults.append("frames are not at even times from 0")
    if len(set(np.diff(played.timestamps))) > 1:
        verdict.faults.append(f"frame intervals differ: {sorted(set(np.diff(played.timestamps)))}")
    if played.tags[0] != 1 or played.tags[3] != 1:
        verdict.faults.append(f"colour tags are {played.tags}")
    if abs(played.duration - count / fps) > 0.002:
        verdict.faults.append(f"lasts {played.duration:.4f} s instead of {count / fps:.4f}")
    _beeps(played, truth, composition.cut, verdict)
    return verdict


def _pictures(played: Played, truth: Truth, cut: Cut, fps: float, side: float) -> list[str]:
    faults = []
    numbers: list[int] = []
    for tick, luma in enumerate(played.lumas):
        try:
            numbers.append(marks.read_number(luma, side))
        except marks.Unreadable as error:
            return [f"frame {tick} can't be read: {error}"]
    for tick, number in enumerate(numbers):
        wanted = _expected(truth, cut, tick / fps)
        if number not in wanted:
            faults.append(
                f"frame {tick} (clip second {tick / fps:.4f}) shows {number} instead of {sorted(wanted)}"
            )
    return [
        *faults[:4],
        *([f"… and {len(faults) - 4} more"] if len(faults) > 4 else []),
        *_steady(numbers, truth, cut, fps),
    ]


def _steady(numbers: list[int], truth: Truth, cut: Cut, fps: float) -> list[str]:
    """Return faults where source and output have the same even rate: then each picture is there exactly once."""
    intervals = np.diff(truth.seconds)
    if np.abs(intervals - 1 / fps).max() > CLOCK_SECONDS:
        return []
    faults, offset, first = [], 0.0, 0
    for span in cut.ranges:
        offset += span.duration
        last = min(len(numbers), math.ceil(offset * fps - 0.01))
        part = numbers[first:last]
        # Before the first picture's time and after the last one's they are held.
        held = span.start < truth.seconds[0] - CLOCK_SECONDS or span.end > truth.seconds[-1] + 1.5 / fps
        if part and not held and part != list(range(part[0], part[0] + len(part))):
            faults.append(f"pictures are left out or doubled: {part}")
        first = last
    return faults


def _expected(truth: Truth, cut: Cut, at: float) -> set[int]:
    """Return the pictures that may be seen at a clip second: one, or two where clocks are too coarse to tell.

    What begins where a range ends was cut away, however coarse the clocks.
    """
    offset = 0.0
    wanted: set[int] = set()
    for index, span in enumerate(cut.ranges):
        begins, ends = at - offset, offset + span.duration - at
        is_last = index + 1 == len(cut.ranges)
        if begins > -CLOCK_SECONDS and (ends > 0 or is_last):
            second = span.start + min(max(begins, 0.0), span.duration)
            early = second if abs(begins) < CLOCK_SECONDS else second - CLOCK_SECONDS
            kept = max(span.start, span.end - 2 * CLOCK_SECONDS)
            late = min(second + CLOCK_SECONDS, kept)
            wanted |= {truth.shown(early), truth.shown(max(late, span.start + CLOCK_SECONDS))}
        offset += span.duration
    return wanted


def _beeps(played: Played, truth: Truth, cut: Cut, verdict: Verdict) -> None:
    start, samples = played.sound()
    if abs(start) > 1e-3:
        verdict.faults.append(f"sound starts at {start:.4f}")
    silent = np.ones(len(samples), bool)
    offset = 0.0
    for span in cut.ranges:
        for second in range(int(span.end) + 2):
            nominal = offset + truth.first_beep + second - span.start
            first, last = nominal - BEEP_MARGIN, nominal + marks.BEEP_SECONDS + BEEP_MARGIN
            first, last = max(first, offset - BEEP_MARGIN), min(last, offset + span.duration + BEEP_MARGIN)
            silent[max(0, round(first * played.rate_hz)) : max(0, round(last * played.rate_hz))] = False
        for second, at in truth.beeps.items():
            begins = at - span.start
            # What is crossfaded at a join is no whole beep.
            if begins > 0.006 and begins + marks.BEEP_SECONDS < span.duration - 0.006:
                found, likeness = marks.find_beep(second, samples, played.rate_hz, offset + begins)
                error = found - offset - begins
                verdict.beeps += 1
                verdict.worst_sound_ms = max(verdict.worst_sound_ms, abs(error) * 1000)
                if likeness < CLEAR or abs(error) > SOUND_SECONDS:
                    verdict.faults.append(f"beep {second} is {1000 * error:+.1f} ms off ({likeness:.2f} like it)")
        offset += span.duration
    elsewhere = np.abs(samples[silent])
    if elsewhere.size and elsewhere.max() > 0.1:
        verdict.faults.append(f"there is sound (level {elsewhere.max():.2f}) where there must be none")
