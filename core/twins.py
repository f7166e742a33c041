"""Clips of other runs that say nearly the same: a re-uploaded episode, a story told again, an ad in every one.

Two that the user told apart are no pair any more: `workspace.twins.json` holds the ids of such two.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import WorkspaceError, disk_full, is_disk_full
from core.highlights.likeness import Shingles, shared_part, shingles_of, sketch_of
from core.pipeline.events import ClipsChanged, Event
from core.schema.clip import Clip
from core.schema.twin import Twin, TwinPair, TwinSide, Words
from core.whole_file import write_whole

if TYPE_CHECKING:
    from core.pipeline.records.store import Store

ALIKE = 0.5
"""Two clips are twins when so much of the shorter one's text is in the longer one."""

_AT_ONCE = 10  # clips that are read before others get a turn
_APART = "workspace.twins.json"
_Line = tuple[float, float, str]
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Read:
    clip: Clip
    shingles: Shingles
    sketch: tuple[int, ...]


class Twins:
    """Finds them. What was read of a clip is kept until its ends change; nothing of it is written.

    `folder` is the workspace's, where it is remembered who was told apart; one that is only looked at (`is_look`)
    remembers nothing.
    """

    def __init__(self, store: Store, folder: Path, is_look: bool = False) -> None:
        self._store = store
        self._is_look = is_look
        self._apart_file = folder / _APART
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

    async def pairs(self, scores: Callable[[Sequence[Clip]], Mapping[str, float]]) -> tuple[TwinPair, ...]:
        """Return all pairs of clips of different runs that say nearly the same, the most alike first.

        Pairs that the user told apart are left out. `scores` tells what clips are worth, by their ids.
        """
        async with self._reading:
            await self._catch_up()
            found = await self._alike(self._told_apart())
        names = {run.id: run.source_name for run in self._store.runs()}
        found = [each for each in found if each[0].run_id in names and each[1].run_id in names]
        clips = {clip.id: clip for one, other, _ in found for clip in (one, other)}
        known, texts = scores(list(clips.values())), self._texts_of(list(clips.values()))
        return await asyncio.to_thread(_pairs, found, names, known, texts)

    def tell_apart(self, one_id: str, other_id: str, is_apart: bool = True) -> None:
        """Remember that two clips are not the same for the user, or forget it.

        Raises:
            DiskFullError: There is no space for it.
            WorkspaceError: It can't be written, or the workspace is only looked at.
        """
        if self._is_look:
            raise WorkspaceError(
                "This workspace is open for looking: nothing in it is changed.",
                str(self._apart_file.parent),
                remedy="Open it for work where nobody else has it.",
            )
        pair = frozenset((one_id, other_id))
        kept = self._told_apart() - {pair}
        after = kept | {pair} if is_apart else kept
        try:
            write_whole(self._apart_file, json.dumps(sorted(sorted(each) for each in after)))
        except OSError as error:
            if is_disk_full(error):
                raise disk_full(str(self._apart_file)) from error
            reason = f"What is not the same can't be remembered ({error.strerror})."
            raise WorkspaceError(reason, str(self._apart_file)) from error

    def _told_apart(self) -> set[frozenset[str]]:
        try:
            return {frozenset(map(str, pair)) for pair in json.loads(self._apart_file.read_bytes())}
        except FileNotFoundError:
            return set()
        except (OSError, ValueError, TypeError) as error:
            # Pairs come back that were told apart; no clip is harmed.
            _log.warning("%s can't be read (%s): it begins anew.", self._apart_file, error)
            return set()

    async def _alike(self, apart: set[frozenset[str]]) -> list[tuple[Clip, Clip, float]]:
        """Return the clips that say nearly the same, each two once."""
        found = []
        for count, (clip_id, read) in enumerate(list(self._read.items()), 1):
            met = {other for key in read.sketch for other in self._having.get(key, ()) if other > clip_id}
            for other_id in met:
                other = self._read[other_id]
                if other.clip.run_id == read.clip.run_id or frozenset((clip_id, other_id)) in apart:
                    continue
                share = shared_part(read.shingles, other.shingles)
                if share >= ALIKE:
                    found.append((read.clip, other.clip, share))
            if count % _AT_ONCE == 0:
                await asyncio.sleep(0)
        return found

    def _texts_of(self, clips: Sequence[Clip]) -> dict[str, str]:
        """Return what clips say, by their ids."""
        sources = {run.id: run.source_id for run in self._store.runs()}
        lines = self._store.lines_of({sources[clip.run_id] for clip in clips})
        return {clip.id: _text_of(clip, lines.get(sources[clip.run_id], ())) for clip in clips}

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


def _pairs(
    found: Sequence[tuple[Clip, Clip, float]],
    names: Mapping[str, str],
    scores: Mapping[str, float],
    texts: Mapping[str, str],
) -> tuple[TwinPair, ...]:
    pairs = []
    for one, other, share in found:
        mine, theirs = _parted(texts[one.id], texts[other.id])
        sides = [
            TwinSide(
                clip_id=clip.id,
                run_id=clip.run_id,
                title=clip.wording.title,
                source_name=names[clip.run_id],
                at=clip.cut.start,
                seconds=clip.cut.duration,
                score=scores.get(clip.id, clip.score),
                decision=clip.decision,
                words=words,
            )
            for clip, words in ((one, mine), (other, theirs))
        ]
        # The one that is worth more stands first.
        sides.sort(key=lambda side: (-side.score, side.clip_id))
        pairs.append(TwinPair(one=sides[0], other=sides[1], share=round(share, 3)))
    return tuple(
        sorted(pairs, key=lambda pair: (-pair.share, -pair.one.score, pair.one.clip_id, pair.other.clip_id))
    )


def _parted(one: str, other: str) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Return two texts in runs of words, those that are in both and those that are not."""
    mine, theirs = one.split(), other.split()
    matched = SequenceMatcher(None, list(map(_bare, mine)), list(map(_bare, theirs)), autojunk=False)
    sides: tuple[list[Words], list[Words]] = ([], [])
    for kind, first, last, other_first, other_last in matched.get_opcodes():
        for side, words in zip(sides, (mine[first:last], theirs[other_first:other_last]), strict=True):
            if words:
                side.append(Words(text=" ".join(words), is_shared=kind == "equal"))
    return tuple(sides[0]), tuple(sides[1])


def _bare(word: str) -> str:
    """Return a word as it is compared: without case and what is not spoken."""
    return "".join(letter for letter in word.casefold() if letter.isalnum())
