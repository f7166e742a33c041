"""What the timeline shows, and where each row lies. No Qt: rows, blocks and what is in view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ui.timeline.geometry import Block, Viewport, stack
from ui.timeline.snapping import SnapPoints

RULER_PX, CHAPTERS_PX, GAP_PX, SPEAKERS_PX, WAVE_PX, WORDS_PX = 22.0, 20.0, 4.0, 14.0, 30.0, 18.0
LANE_PX, LEAST_LANE_PX = 24.0, 13.0
MAX_LANES = 5
# In less height there is no row of chapters, so that clips have one.
_CHAPTERS_FROM_PX = 112.0
# How far out of view a clip may lie whose grip is seen.
_AROUND_PX = 8.0


@dataclass(frozen=True)
class ClipMark:
    """A clip on the timeline, in source seconds; `gaps` are cut out of it."""

    id: str
    start: float
    end: float
    score: float
    decision: str
    title: str
    gaps: tuple[tuple[float, float], ...] = ()

    @property
    def length(self) -> float:
        """How long it plays, in seconds, without what is cut out of it."""
        return self.end - self.start - sum(high - low for low, high in self.gaps)


@dataclass(frozen=True)
class Stretch:
    """A named stretch, as a chapter. `index` chooses its colour."""

    start: float
    end: float
    title: str
    index: int = 0


@dataclass(frozen=True, eq=False)
class Track:
    """Named stretches in the order of their starts, as arrays: thousands of turns, or every word.

    `kinds` chooses colours. `reach` is, for each stretch, the latest end so far.
    """

    starts: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    ends: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    titles: Sequence[str] = ()
    kinds: NDArray[np.intp] = field(default_factory=lambda: np.empty(0, dtype=np.intp))
    reach: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))

    @classmethod
    def of(cls, stretches: Iterable[tuple[float, float, str, int]]) -> Track:
        """Return a track of (start, end, title, kind), in order."""
        found = list(stretches)
        return cls.of_columns(*zip(*found, strict=True)) if found else cls()

    @classmethod
    def of_columns(
        cls,
        starts: Sequence[float] | NDArray[np.float64],
        ends: Sequence[float] | NDArray[np.float64],
        titles: Sequence[str],
        kinds: Sequence[int] | NDArray[np.bool_],
    ) -> Track:
        """Return a track of as many starts, ends, titles and kinds, in order."""
        last = np.array(ends, dtype=np.float64)
        reach = np.maximum.accumulate(last) if len(last) else last
        return cls(np.array(starts, dtype=np.float64), last, titles, np.array(kinds, dtype=np.intp), reach)

    def __len__(self) -> int:
        return len(self.starts)

    def between(self, start: float, end: float) -> range:
        """Return the places of all that lie in [start, end]; some that ended before it may be among them."""
        return _between(self.starts, self.reach, start, end)

    def at(self, at: float) -> int | None:
        """Return the place of what is going on at an instant: the last that started, where it has not ended."""
        place = int(np.searchsorted(self.starts, at, side="right")) - 1
        return place if place >= 0 and at < self.ends[place] else None


@dataclass(frozen=True)
class Scene:
    """Everything on the timeline, in source seconds."""

    duration: float = 0.0
    clips: tuple[ClipMark, ...] = ()
    chapters: tuple[Stretch, ...] = ()
    turns: Track = field(default_factory=Track, repr=False)
    words: Track = field(default_factory=Track, repr=False)
    shots: NDArray[np.float64] = field(default_factory=lambda: np.empty(0), repr=False)
    snap_points: SnapPoints = field(default_factory=SnapPoints, repr=False)


@dataclass(frozen=True)
class Rows:
    """The y in pixels at which each row starts, from the top; the ruler, above the chapters, starts at 0.

    `..._px` are heights of what does not fill its row; `scale` is how large letters are.
    """

    chapters: float
    clips: float
    lanes: int
    lane_px: float
    speakers: float
    wave: float
    bottom: float
    chapters_px: float
    speakers_px: float
    words_px: float
    scale: float = 1.0

    def lane_top(self, lane: int) -> float:
        """Return the y of a lane of clips; what finds no lane of its own lies in the last."""
        return self.clips + min(lane, self.lanes - 1) * self.lane_px


def rows_of(scene: Scene, lanes: int, height_px: float, scale: float = 1.0) -> Rows:
    """Lay out the rows: in a small height lanes get lower, then fewer; the waveform takes what is left.

    `scale` is how large letters are, 1 at their usual size.
    """
    ruler, spoken_px, words, least = (
        length * scale for length in (RULER_PX, SPEAKERS_PX, WORDS_PX, LEAST_LANE_PX)
    )
    has_chapters = bool(scene.chapters) and height_px >= _CHAPTERS_FROM_PX * scale
    chapters_px = CHAPTERS_PX * scale if has_chapters else 0.0
    clips = ruler + chapters_px + GAP_PX
    spoken = spoken_px + GAP_PX if len(scene.turns) else 0.0
    room = height_px - clips - GAP_PX - spoken - WAVE_PX
    shown = max(1, min(lanes, MAX_LANES, int(room / least)))
    lane_px = min(max(room / shown, least), LANE_PX * scale)
    speakers = clips + shown * lane_px + GAP_PX
    wave = speakers + spoken
    bottom = max(height_px, wave + 24)
    return Rows(ruler, clips, shown, lane_px, speakers, wave, bottom, chapters_px, spoken_px, words, scale)


def lanes_of(clips: Sequence[ClipMark]) -> list[int]:
    """Return the lane of each clip, so that clips that overlap lie below each other."""
    return stack([(clip.start, clip.end) for clip in clips])


def clip_blocks(clips: Sequence[ClipMark], lanes: Sequence[int], rows: Rows) -> list[Block]:
    """Return where each clip is drawn; blocks of the last lane may lie on each other."""
    return [_block(clip, lane, rows) for clip, lane in zip(clips, lanes, strict=True)]


class Board:
    """The clips of a scene, found by their id and by what is in view."""

    def __init__(self, clips: Sequence[ClipMark] = ()) -> None:
        self.clips = sorted(clips, key=lambda clip: (clip.start, clip.end))
        self._lanes = lanes_of(self.clips)
        self.lanes = max(self._lanes, default=0) + 1
        self._places = {clip.id: place for place, clip in enumerate(self.clips)}
        self.starts = np.array([clip.start for clip in self.clips], dtype=np.float64)
        self.ends = np.array([clip.end for clip in self.clips], dtype=np.float64)
        self.lane_array = np.array(self._lanes, dtype=np.intp)
        self._reach = np.maximum.accumulate(self.ends) if self.clips else self.ends

    def clip(self, clip_id: str) -> ClipMark | None:
        """Return a clip by its id."""
        place = self._places.get(clip_id)
        return self.clips[place] if place is not None else None

    def block(self, clip: ClipMark, rows: Rows) -> Block:
        """Return where a clip of the board is drawn; one that is dragged elsewhere stays in its lane."""
        place = self._places.get(clip.id)
        return _block(clip, self._lanes[place] if place is not None else 0, rows)

    def block_of(self, clip_id: str, rows: Rows) -> Block | None:
        """Return where a clip is drawn by its id."""
        clip = self.clip(clip_id)
        return self.block(clip, rows) if clip is not None else None

    def places(self, start: float, end: float) -> NDArray[np.intp]:
        """Return the places of the clips of which something lies in [start, end]."""
        found = _between(self.starts, self._reach, start, end)
        within = np.arange(found.start, found.stop, dtype=np.intp)
        return within[self.ends[within] >= start]

    def between(self, start: float, end: float) -> list[ClipMark]:
        """Return the clips of which something lies in [start, end]."""
        return [self.clips[place] for place in self.places(start, end)]

    def in_view(self, viewport: Viewport) -> list[ClipMark]:
        """Return the clips that are seen, and those whose grips are."""
        around = _AROUND_PX * viewport.seconds_per_px
        return self.between(viewport.start - around, viewport.end + around)

    def in_view_by_width(self, viewport: Viewport, least_px: float) -> tuple[NDArray[np.intp], list[ClipMark]]:
        """Return the places of the clips in view that are narrower than some pixels, and the others."""
        around = _AROUND_PX * viewport.seconds_per_px
        found = self.places(viewport.start - around, viewport.end + around)
        is_narrow = self.ends[found] - self.starts[found] < least_px * viewport.seconds_per_px
        return found[is_narrow], [self.clips[place] for place in found[~is_narrow]]

    def caught(
        self, viewport: Viewport, rows: Rows, xs: tuple[float, float], ys: tuple[float, float]
    ) -> list[str]:
        """Return the ids of the clips that a rectangle touches; xs and ys in any order."""
        low, high = (viewport.start + x * viewport.seconds_per_px for x in sorted(xs))
        top, bottom = sorted(ys)
        blocks = [self.block(clip, rows) for clip in self.between(low, high)]
        return [block.id for block in blocks if block.bottom_px > top and block.top_px < bottom]


def _between(starts: NDArray[np.float64], reach: NDArray[np.float64], start: float, end: float) -> range:
    first = int(np.searchsorted(reach, start, side="left"))
    return range(first, int(np.searchsorted(starts, end, side="right")))


def _block(clip: ClipMark, lane: int, rows: Rows) -> Block:
    top = rows.lane_top(lane)
    return Block(clip.id, clip.start, clip.end, top + 1, top + rows.lane_px - 2)
