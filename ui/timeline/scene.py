"""What the timeline shows, and where each row lies. No Qt: rows, blocks and what is under the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ui.timeline.geometry import Block, stack

RULER_PX, CHAPTERS_PX, LANE_PX, GAP_PX, SPEAKERS_PX = 22.0, 20.0, 24.0, 4.0, 10.0
MAX_LANES = 3


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


@dataclass(frozen=True)
class Stretch:
    """A named stretch: a chapter or a turn of one speaker. `index` chooses its colour."""

    start: float
    end: float
    title: str
    index: int = 0


@dataclass(frozen=True)
class Scene:
    """Everything on the timeline, in source seconds."""

    duration: float = 0.0
    clips: tuple[ClipMark, ...] = ()
    chapters: tuple[Stretch, ...] = ()
    turns: tuple[Stretch, ...] = ()
    shots: tuple[float, ...] = ()
    snap_points: tuple[float, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Rows:
    """The y in pixels at which each row starts, from the top; a row ends where the next one starts."""

    chapters: float
    clips: float
    lanes: int
    speakers: float
    wave: float
    bottom: float

    def lane_top(self, lane: int) -> float:
        """Return the y of a lane of clips."""
        return self.clips + min(lane, self.lanes - 1) * LANE_PX


def rows_of(scene: Scene, lanes: int, height_px: float) -> Rows:
    """Lay out the rows in a height; the waveform takes what is left."""
    chapters = RULER_PX
    clips = chapters + (CHAPTERS_PX if scene.chapters else 0.0) + GAP_PX
    shown = max(1, min(lanes, MAX_LANES))
    speakers = clips + shown * LANE_PX + GAP_PX
    wave = speakers + (SPEAKERS_PX + GAP_PX if scene.turns else 0.0)
    return Rows(chapters, clips, shown, speakers, wave, max(height_px, wave + 24))


def clip_blocks(clips: Sequence[ClipMark], lanes: Sequence[int], rows: Rows) -> list[Block]:
    """Return where each clip is drawn; blocks of the last lane may lie on each other."""
    return [
        Block(clip.id, clip.start, clip.end, rows.lane_top(lane) + 1, rows.lane_top(lane) + LANE_PX - 3)
        for clip, lane in zip(clips, lanes, strict=True)
    ]


def lanes_of(clips: Sequence[ClipMark]) -> list[int]:
    """Return the lane of each clip, so that clips that overlap lie below each other."""
    return stack([(clip.start, clip.end) for clip in clips])
