"""Frames, SMPTE timecode (ST 12-1) and the constant rate in which editing programs count a source.

Seconds are source seconds: 0 is the file's own first timestamp. Frames are counted from the file's first frame.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from fractions import Fraction

# Rates that editing programs and CMX 3600 lists know, as (frames counted a second, whether slowed by 1000/1001).
USUAL = (
    (24, True),
    (24, False),
    (25, False),
    (30, True),
    (30, False),
    (48, False),
    (50, False),
    (60, True),
    (60, False),
)
FALLBACK = (30, False)
# 24 and 23.976 differ by a thousandth.
EXACT = 0.0004
# What a rate that is not even may be off and still be called by the usual one's name.
NEAR = 0.02
# Timestamps of MKV are whole milliseconds: what differs by less is the same instant (as `core.media.clip_index`).
INSTANT = 0.0011
DAY_HOURS = 24
_TIMECODE = re.compile(r"\s*(\d{1,2})[:;.,](\d{2})[:;.,](\d{2})([:;.,])(\d{2,3})\s*")


@dataclass(frozen=True)
class Rate:
    """A constant frame rate: `timebase` frames are counted a second, of which NTSC shows 1000/1001.

    With `is_drop` timecode leaves out numbers (never frames), so that it keeps up with the clock.
    """

    timebase: int
    is_ntsc: bool = False
    is_drop: bool = False

    @property
    def fps(self) -> Fraction:
        """Frames a second, exactly."""
        return Fraction(self.timebase * 1000, 1001) if self.is_ntsc else Fraction(self.timebase)

    @property
    def name(self) -> str:
        """As people write it: 25, 29.97 drop-frame."""
        shown = (
            f"{float(self.fps):.3f}".rstrip("0").rstrip(".") if self.timebase == 24 else f"{float(self.fps):.5g}"
        )
        return f"{shown} drop-frame" if self.is_drop else shown

    @property
    def day_frames(self) -> int:
        """How many frames timecode can count before it begins again."""
        return DAY_HOURS * 6 * self._ten_minutes

    @property
    def _dropped(self) -> int:
        """Numbers left out at the start of nine minutes of ten: 2 of 30, 4 of 60."""
        return self.timebase // 15 if self.is_drop else 0

    @property
    def _ten_minutes(self) -> int:
        return self.timebase * 600 - 9 * self._dropped

    def timecode(self, frame: int) -> str:
        """Return a frame as hh:mm:ss:ff, with ; before the frames where numbers are dropped; a day begins at 0."""
        tens, rest = divmod(frame % self.day_frames, self._ten_minutes)
        first_minute = self.timebase * 60
        minutes = 0 if rest < first_minute else 1 + (rest - first_minute) // (first_minute - self._dropped)
        number = tens * self.timebase * 600 + rest + self._dropped * minutes
        seconds, frames = divmod(number, self.timebase)
        mark = ";" if self.is_drop else ":"
        return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{mark}{frames:02d}"

    def frames(self, timecode: str) -> int:
        """Return the frame that a timecode names; a number that is dropped means the first one after it.

        Raises:
            ValueError: It is no timecode of this rate.
        """
        found = _TIMECODE.fullmatch(timecode)
        if not found:
            raise ValueError(f"“{timecode}” is no timecode")
        hours, minutes, seconds, frames = (int(found[place]) for place in (1, 2, 3, 5))
        if minutes > 59 or seconds > 59 or frames >= self.timebase:
            raise ValueError(f"“{timecode}” is no timecode at {self.name} frames a second")
        if seconds == 0 and minutes % 10:
            frames = max(frames, self._dropped)
        counted = ((hours * 60 + minutes) * 60 + seconds) * self.timebase + frames
        return counted - self._dropped * (hours * 54 + minutes - minutes // 10)


def nominal_rate(fps: float, is_variable: bool, timecode: str = "") -> tuple[Rate, bool]:
    """Return the rate in which a source is counted, and whether its own frames lie on that grid.

    Args:
        fps: Usual frames a second; 0 for sound alone.
        is_variable: Whether frames come unevenly, so that a rate can only be nominal.
        timecode: The source's own start, which says whether numbers are dropped; without one NTSC drops them, as
            editing programs do with files that have none.
    """
    found, is_exact = _usual(fps, is_variable)
    timebase, is_ntsc = found
    can_drop = is_ntsc and timebase in (30, 60)
    return Rate(timebase, is_ntsc, can_drop and (not timecode or ";" in timecode)), is_exact


def _usual(fps: float, is_variable: bool) -> tuple[tuple[int, bool], bool]:
    if fps <= 0:
        return FALLBACK, True

    def distance(rate: tuple[int, bool], factor: float = 1.0) -> float:
        return abs(float(Rate(*rate).fps) / (fps * factor) - 1)

    if is_variable:
        nearest = min(USUAL, key=distance)
        return (nearest if distance(nearest) <= NEAR else FALLBACK), False
    # Rates above 60 are counted by every n-th frame, slow ones by several numbers a frame.
    for factor in (1.0, 1 / 2, 1 / 4, 2.0, 3.0, 4.0, 5.0):
        nearest = min(USUAL, key=lambda rate, factor=factor: distance(rate, factor))  # type: ignore[misc]
        if distance(nearest, factor) <= EXACT:
            return nearest, True
    nearest = min(USUAL, key=distance)
    return (nearest if distance(nearest) <= NEAR else FALLBACK), False


@dataclass(frozen=True)
class FrameGrid:
    """Which frame of a source is shown at which second. `phase` is the second of frame 0, less than a frame."""

    rate: Rate
    phase: float = 0.0

    def start(self, at: float) -> int:
        """Return the frame that is shown at a second, as a render begins with it."""
        return max(0, math.floor((Fraction(at + INSTANT - self.phase)) * self.rate.fps))

    def end(self, at: float) -> int:
        """Return the frame boundary nearest to a second, as a render ends at it."""
        return max(0, math.floor(Fraction(at - self.phase) * self.rate.fps + Fraction(1, 2)))

    def second(self, frame: int) -> float:
        """Return the second at which a frame begins."""
        return self.phase + float(frame / self.rate.fps)
