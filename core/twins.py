"""Clips of other runs that say nearly the same: a re-uploaded episode, a story told again, an ad in every one."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.highlights.likeness import Shingles, shared_part, shingles_of, sketch_of
from core.pipeline.events import ClipsChanged, Event
from core.schema.clip import Clip
from core.schema.twin import Twin

if TYPE_CHECKING:
    from core.pipeline.records.store import Store

ALIKE = 0.5
"""Two clips are twins when so much of the shorter one's text is in the longer one."""

_AT_ONCE = 10  # clips that are read before others get a turn
_Line = tuple[float, float, str]


@dataclass(frozen=True)
class _Read:
    clip: Clip
    shingles: Shingles
    sketch: tuple[int, ...]


class Twins:
    """Finds them. What was read of a clip is kept until its ends change; nothing of it is written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        store.subscribe(self._on_event)
        self._runs_read: set[str] = set()
        self._reading = asyncio.Lock()
        self._read: dict[str, _Read] = {}
        self._having: dict[int, set[str]] = {}

    async def of(self, clip_id: str) -> tuple[Twin, ...]:
        """Return the clips of other runs that say nearly the same as a clip, the most alike first.

        Raises:
            WorkspaceError: There is no such clip.
        """
        mine = self._store.clip(clip_id)
        async with self._reading:
            await self._catch_up()
        read = self._read.get(clip_id)
        if read is None:
            return ()
        met = Counter(other for key in read.sketch for other in self._having.get(key, ()))
        names = {run.id: run.source_name for run in self._store.runs()}
        twins = []
        for other_id in met:
            other = self._read[other_id]
            share = shared_part(read.shingles, other.shingles)
            if other.clip.run_id != mine.run_id and other.clip.run_id in names and share >= ALIKE:
                twins.append(_twin(other.clip, names[other.clip.run_id], share))
        return tuple(sorted(twins, key=lambda twin: (-twin.share, twin.clip_id)))

    def _on_event(self, event: Event) -> None:
        if isinstance(event, ClipsChanged):
            self._runs_read.discard(event.run_id)

    async def _catch_up(self) -> None:
        """Read the clips that are new or were cut anew, and forget those that are gone; of runs that changed
        alone, since a thousand clips take longer to look at than a turn of the window's loop may.
        """
        sources = {run.id: run.source_id for run in self._store.runs()}
        for run_id in [each for each in sources if each not in self._runs_read]:
            # First: what changes while it is read is read again.
            self._runs_read.add(run_id)
            try:
                await self._catch_up_with(run_id, sources[run_id])
            except BaseException:
                self._runs_read.discard(run_id)
                raise
        for clip_id in [each for each, read in self._read.items() if read.clip.run_id not in sources]:
            self._forget(clip_id)
        self._runs_read &= set(sources)

    async def _catch_up_with(self, run_id: str, source_id: str) -> None:
        there: dict[str, Clip] = {}
        for clips in self._store.read_clips(run_id):
            there.update((clip.id, clip) for clip in clips)
            await asyncio.sleep(0)
        for clip_id in [
            key for key, read in self._read.items() if read.clip.run_id == run_id and key not in there
        ]:
            self._forget(clip_id)
        new = [clip for clip in there.values() if self._is_new(clip)]
        lines = self._store.lines_of({source_id}).get(source_id, ()) if new else ()
        for count, clip in enumerate(new, 1):
            self._take(clip, lines)
            if count % _AT_ONCE == 0:
                await asyncio.sleep(0)

    def _is_new(self, clip: Clip) -> bool:
        known = self._read.get(clip.id)
        if known is None or (known.clip is not clip and known.clip.cut != clip.cut):
            return True
        if known.clip is not clip:
            self._read[clip.id] = _Read(clip, known.shingles, known.sketch)
        return False

    def _take(self, clip: Clip, lines: Sequence[_Line]) -> None:
        self._forget(clip.id)
        shingles = shingles_of(_text_of(clip, lines))
        self._read[clip.id] = _Read(clip, shingles, sketch_of(shingles))
        for key in self._read[clip.id].sketch:
            self._having.setdefault(key, set()).add(clip.id)

    def _forget(self, clip_id: str) -> None:
        read = self._read.pop(clip_id, None)
        for key in read.sketch if read else ():
            self._having[key].discard(clip_id)


def _text_of(clip: Clip, lines: Sequence[_Line]) -> str:
    """Return the lines that a clip has at least half of."""
    said = []
    for span in clip.cut.ranges:
        for start, end, text in lines:
            inside = min(end, span.end) - max(start, span.start)
            if inside > 0 and inside >= 0.5 * (end - start):
                said.append(text)
    return " ".join(said)


def _twin(clip: Clip, source_name: str, share: float) -> Twin:
    return Twin(
        clip_id=clip.id,
        run_id=clip.run_id,
        title=clip.wording.title,
        source_name=source_name,
        at=clip.cut.start,
        share=round(share, 3),
    )
