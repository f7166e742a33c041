"""Search over everything that was said in a workspace: the index kept up to date, and questions to it.

The index (`core.search`) is made from the records by a thread of its own. A workspace that is only looked at
writes nothing: where its index is not the newest it is made in memory.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from core.aside import aside, stoppable
from core.errors import Cancelled, ShortlistError
from core.lexicon import guess_language, primary
from core.pipeline.events import ClipsChanged, Event, RunDeleted, SaidChanged, SearchIndexed
from core.pipeline.records.store import Store
from core.pipeline.together import see_through
from core.schema.clip import Clip
from core.schema.search import Found, Hit, Said, SearchFilters
from core.search.files import INDEX
from core.search.fusion import Span
from core.search.index import IndexDamaged, IndexWriter, connect_for_reading, in_memory, remove_index
from core.search.places import Place, filtered
from core.search.query import Query, parse
from core.search.reader import IndexReader, Question

if TYPE_CHECKING:
    from core.meaning import Meaning, Nearby

_log = logging.getLogger(__name__)
_FIRST_WORDS = 3000  # of a source whose language nobody told, by which it is guessed
_Spans = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class _ClipSpans:
    """A clip as hits are compared with it."""

    id: str
    run_id: str
    decision: str
    score: float
    spans: _Spans


class Searching:
    """The search of one workspace. Its coroutines never block the loop."""

    def __init__(self, folder: Path, store: Store, meaning_of: Callable[[], Meaning], is_look: bool) -> None:
        self._meaning_of = meaning_of
        self._path = folder / INDEX
        self._store = store
        self._is_look = is_look
        self._reader: IndexReader | None = None
        self._memory: IndexReader | None = None
        self._known: dict[str, str] = {}
        self._taking: asyncio.Task[None] | None = None
        self._is_asked = False
        self._clips: dict[str, tuple[_ClipSpans, ...]] = {}
        self._opening = asyncio.Lock()
        self._unsubscribe = store.subscribe(self._on_event)

    # Keeping the index

    def go_on(self) -> None:
        """Bring the index up to date in the background, and keep it so."""
        self._soon()

    async def settled(self) -> None:
        """Wait until everything that is said is in the index."""
        while self._taking is not None and not self._taking.done():
            await asyncio.wait({self._taking})

    async def rebuild(self) -> None:
        """Make the index anew from the records, and wait for that."""
        await self._stop()
        await self._let_go()
        await asyncio.to_thread(remove_index, self._path)
        self._known = {}
        self._soon()
        await self.settled()

    async def close(self) -> None:
        """Stop what goes on and let the files go."""
        self._unsubscribe()
        await self._stop()
        await self._let_go()

    async def _stop(self) -> None:
        self._is_asked = False
        if self._taking is not None:
            self._taking.cancel()
            await see_through([self._taking])
            self._taking = None

    async def _let_go(self) -> None:
        readers = [reader for reader in (self._reader, self._memory) if reader is not None]
        self._reader = self._memory = None
        for reader in readers:
            await aside(reader.close, "search-close")

    def _on_event(self, event: Event) -> None:
        match event:
            case ClipsChanged(run_id, _):
                self._clips.pop(run_id, None)
            case RunDeleted(run_id):
                self._clips.pop(run_id, None)
                self._soon()
            case SaidChanged():
                self._soon()
            case _:
                pass

    def _soon(self) -> None:
        if self._is_look:
            return
        self._is_asked = True
        if self._taking is None or self._taking.done():
            self._taking = asyncio.get_running_loop().create_task(self._take_up())

    async def _take_up(self) -> None:
        """Take up what is new until nothing is; an index that turns out damaged is made anew, once."""
        is_anew = False
        while self._is_asked:
            self._is_asked = False
            try:
                await self._follow()
            except IndexDamaged as error:
                if is_anew:
                    _log.warning("What was said can't be searched: %s", error)
                    break
                is_anew = self._is_asked = True
                _log.warning("The index of what was said was damaged, and is made anew: %s", error)
                await self._let_go()
                await asyncio.to_thread(remove_index, self._path)
            except ShortlistError as error:
                # The search goes on with what it has; the next start, or the next transcript, tries again.
                _log.warning("The index of what was said is not up to date: %s", error)
        self._store.announce(SearchIndexed(0))

    async def _follow(self) -> None:
        """Compare the index with the records and take up, or take out, what differs, a source a transaction."""
        wanted = self._store.said_digests()
        if not wanted and not self._path.exists():
            return
        writer = await self._writer()
        try:
            indexed = await aside(writer.digests, "search-index")
            wanted = self._store.said_digests()
            gone = [source_id for source_id in indexed if source_id not in wanted]
            new = [source_id for source_id, digest in wanted.items() if indexed.get(source_id) != digest]
            self._known = {key: digest for key, digest in indexed.items() if key in wanted}
            for source_id in gone:
                await stoppable(partial(writer.remove, source_id), "search-index")
            for place, source_id in enumerate(new):
                self._store.announce(SearchIndexed(len(new) - place))
                record = self._store.said_record(source_id)
                if record:
                    await stoppable(partial(_put, writer, record), "search-index")
                    self._known[source_id] = wanted[source_id]
        finally:
            await asyncio.shield(aside(writer.close, "search-index"))

    async def _writer(self) -> IndexWriter:
        opening = asyncio.ensure_future(aside(lambda: IndexWriter(self._path), "search-index"))
        try:
            return await asyncio.shield(opening)
        except asyncio.CancelledError:
            await asyncio.wait({opening})
            if opening.exception() is None:
                opening.result().close()
            raise

    def behind(self) -> int:
        """Return how many sources are not yet in the index as they are now."""
        if self._is_look or self._taking is None or self._taking.done():
            return 0
        return sum(self._known.get(key) != digest for key, digest in self._store.said_digests().items())

    # Asking

    async def find(
        self,
        typed: str,
        filters: SearchFilters | None = None,
        limit: int = 50,
        is_patient: bool = True,
        by_meaning: bool = True,
    ) -> Found:
        """Return what a query of `core.search.query` finds, the best first; one that is cancelled ends at once.

        With `is_patient` it waits until everything said is in the index; otherwise `Found.behind` says what lacks.
        Where an embedding endpoint is set it is asked `by_meaning` too; if it fails or takes long, words answer.

        Raises:
            WorkspaceError: The index can't be made.
        """
        if is_patient:
            await self.settled()
        query = parse(typed, filters)
        sources = {each[0]: each[1:] for each in self._store.searchable()}
        left = filtered({key: (name, at) for key, (name, at, _) in sources.items()}, query.filters)
        spans = await self._spans(query.filters, left)
        places = {key: Place(sources[key][1], spans.get(key)) for key in left if spans is _ALL or key in spans}
        near = await self._near(query, places, by_meaning)
        found = await self._ask(query, places, limit, near)
        hits = []
        for hit in found.hits:
            name, _, run_id = sources[hit.source_id]
            hits.append(await self._placed(hit, name, run_id))
        update = {"hits": tuple(hits), "behind": self.behind(), "is_by_meaning": near.is_asked}
        return found.model_copy(update={**update, "meaning_problem": near.problem})

    async def speakers(self) -> tuple[str, ...]:
        """Return who speaks in any source, who says most first."""
        reader = await self._opened()
        if reader is None:
            return ()
        try:
            return tuple(await aside(reader.speakers, "search"))
        except (IndexDamaged, sqlite3.Error):
            return ()

    async def _near(self, query: Query, places: dict[str, Place], is_wanted: bool) -> Nearby:
        from core.meaning import Nearby

        if not is_wanted:
            return Nearby()
        return await self._meaning_of().near(query.meaning, places, query.filters.speaker)

    async def _ask(self, query: Query, places: dict[str, Place], limit: int, near: Nearby) -> Found:
        spans = [Span(each.source_id, each.start, each.end) for each in near.windows]
        for _ in range(3):
            reader = await self._opened()
            if reader is None:
                return Found(ignored=query.notes)
            question = Question()
            try:
                return await aside(partial(reader.find, question, query, places, limit, spans), "search")
            except asyncio.CancelledError:
                reader.give_up(question)
                raise
            except Cancelled as error:
                raise asyncio.CancelledError from error
            except (IndexDamaged, sqlite3.ProgrammingError) as error:
                # Damaged, or closed to be made anew meanwhile.
                if self._is_look:
                    self._memory = await self._in_memory()
                    continue
                _log.warning("The index of what was said could not be read: %s", error)
                await self.rebuild()
        return Found(ignored=query.notes)

    async def _opened(self) -> IndexReader | None:
        """Return a reader of the newest index there is; None where nothing is indexed yet."""
        async with self._opening:
            if self._memory is not None:
                return self._memory
            if self._reader is None:
                try:
                    connection = await aside(lambda: connect_for_reading(self._path), "search")
                except IndexDamaged:
                    connection = None
                if connection is not None:
                    self._reader = IndexReader(connection)
            if self._is_look and not await self._is_newest():
                self._memory = await self._in_memory()
                return self._memory
            return self._reader

    async def _is_newest(self) -> bool:
        try:
            indexed = await aside(self._reader.digests, "search") if self._reader else None
        except (IndexDamaged, sqlite3.Error):
            indexed = None
        return indexed == self._store.said_digests()

    async def _in_memory(self) -> IndexReader:
        records = [self._store.said_record(source_id) for source_id in self._store.said_digests()]
        connection = await stoppable(
            lambda check: in_memory((_read(record) for record in records if record), check), "search-index"
        )
        return IndexReader(connection)

    # Clips

    async def _spans(self, filters: SearchFilters, source_ids: Collection[str]) -> dict[str, _Spans]:
        """Return the seconds of sources that are in clips as the filters ask; `_ALL` where they don't."""
        if not filters.decision and not filters.least_score:
            return _ALL
        spans: dict[str, _Spans] = {}
        for source_id in source_ids:
            for clip in await self._clips_of(source_id):
                is_it = filters.decision in ("", "any", clip.decision)
                if is_it and clip.score >= filters.least_score:
                    spans[source_id] = (*spans.get(source_id, ()), *clip.spans)
        return spans

    async def _placed(self, hit: Hit, name: str, run_id: str) -> Hit:
        """Return a hit with the names of its source and run, and the clip that says it, if any does."""
        clips = [c for c in await self._clips_of(hit.source_id) if any(a <= hit.at < b for a, b in c.spans)]
        order = {"approved": 0, "maybe": 1, "undecided": 2, "rejected": 3}
        best = min(clips, key=lambda c: (order[c.decision], c.run_id != run_id, -c.score), default=None)
        update = {"source": name, "run_id": best.run_id if best else run_id}
        if best is not None:
            update |= {"clip_id": best.id, "decision": best.decision}
        return hit.model_copy(update=update)

    async def _clips_of(self, source_id: str) -> list[_ClipSpans]:
        clips: list[_ClipSpans] = []
        for run_id in self._store.runs_of(source_id):
            if run_id not in self._clips:
                self._clips[run_id] = tuple(_spans_of(clip) for clip in self._store.clips(run_id))
                await asyncio.sleep(0)
            clips += self._clips.get(run_id, ())
        return clips


_ALL: dict[str, _Spans] = {}


def _spans_of(clip: Clip) -> _ClipSpans:
    spans = tuple((span.start, span.end) for span in clip.cut.ranges)
    return _ClipSpans(clip.id, clip.run_id, clip.decision, clip.score, spans)


def _put(writer: IndexWriter, record: str, check: Callable[[], None]) -> None:
    writer.put(_read(record), check)


def _read(record: str) -> Said:
    """Return what is said in a source; its language is guessed where nobody told."""
    said = Said.model_validate_json(record)
    if primary(said.language):
        return said.model_copy(update={"language": primary(said.language)})
    words: list[str] = []
    for line in said.lines:
        words += line.text.split()
        if len(words) > _FIRST_WORDS:
            break
    return said.model_copy(update={"language": guess_language(words)})
