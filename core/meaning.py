"""What is said, known by its meaning: the vectors of the search kept up to date, and questions to them.

An embedding endpoint that the user has set is asked for a vector of each window, once a text, in the background;
every answer is kept the moment it arrives, so that a crash or a break asks for nothing twice. Without an endpoint
there is nothing of this. Whatever fails here leaves the search by words as it is.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path

from core.aside import aside, stoppable
from core.errors import Cancelled, ProviderError, ShortlistError
from core.llm.embedder import Vectors
from core.llm.embedding import BATCH, EmbeddingModel
from core.llm.off_loop import off_loop
from core.llm.waiting import side_by_side
from core.pipeline.events import Event, MeaningChanged, RunDeleted, SaidChanged
from core.pipeline.purse import Purse
from core.pipeline.records.store import Store
from core.pipeline.together import see_through
from core.schema.endpoint import EmbeddingEndpoint
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.search import MeaningState, Said
from core.search.asked import AskedCache
from core.search.files import VECTORS
from core.search.nearest import Near, VectorReader
from core.search.places import Place
from core.search.vectors import (
    OtherModelError,
    VectorsDamaged,
    VectorWriter,
    connect_vectors,
    key_of,
    remove_vectors,
)
from core.search.windows import VERSION, Window, windows

QUERY_SECONDS = 8.0
"""So long a question waits for its vector; then words alone answer."""

_ASKED = "cache/meaning"
_STOPPED = "meaning_is_stopped"
_AGAIN_SECONDS = 300.0  # until an endpoint that failed for a passing reason is asked again
_WINDOW_BYTES = 800  # a window's text has about so many
_ROUND = 8  # batches after which what has come is made ready for questions
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Nearby:
    """The windows nearest to a question; where they could not be looked for, `problem` says why."""

    windows: Sequence[Near] = ()
    is_asked: bool = False
    problem: str = ""


class Meaning:
    """The search by meaning of one workspace. Its coroutines never block the loop."""

    def __init__(
        self, folder: Path, store: Store, purse: Purse, endpoint: EmbeddingEndpoint | None, is_look: bool
    ) -> None:
        self._path = folder / VECTORS
        self._store = store
        self._purse = purse
        self._endpoint = endpoint
        self._is_look = is_look
        self._asked = AskedCache(folder / _ASKED)
        self._reader: VectorReader | None = None
        self._opening = asyncio.Lock()
        self._working: asyncio.Task[None] | None = None
        self._is_wanted = False
        self._ending: list[asyncio.Task[None]] = []
        self._later: asyncio.TimerHandle | None = None
        self._state = MeaningState(model=endpoint.model if endpoint else "")
        self._unsubscribe = store.subscribe(self._on_event)

    # Keeping it

    def go_on(self) -> None:
        """Ask for what is lacking in the background, and keep it so; unless the user has stopped it."""
        self._state = self._state.model_copy(update={"is_stopped": self._is_stopped()})
        self._soon()

    def configure(self, endpoint: EmbeddingEndpoint | None) -> None:
        """Use another endpoint from now on, or none."""
        if endpoint == self._endpoint:
            return
        self._end()
        self._endpoint = endpoint
        self._state = MeaningState(model=endpoint.model if endpoint else "", is_stopped=self._is_stopped())
        self._tell()
        self._soon()

    async def stop(self) -> None:
        """Ask for nothing more until the user wants it again, also after the next start."""
        self._store.keep_value(_STOPPED, "1")
        await self._halt()
        self._tell(is_stopped=True, is_working=False)

    def resume(self) -> None:
        """Go on, where the user had stopped it or it could not go on."""
        self._store.keep_value(_STOPPED, "")
        self._tell(is_stopped=False, problem="", is_other=False)
        self._soon()

    async def read_anew(self) -> None:
        """Forget every vector and ask for all of them again."""
        await self._halt()
        if self._endpoint is not None:
            writer = await self._writer(self._endpoint)
            try:
                await aside(writer.forget, "meaning")
            finally:
                await aside(writer.close, "meaning")
        self.resume()

    async def settled(self) -> None:
        """Wait until nothing more is asked for, for now."""
        while self._working is not None and not self._working.done():
            await asyncio.wait({self._working})

    async def state(self) -> MeaningState:
        """Return how far it is."""
        if self._endpoint is not None and not self._state.passages:
            reader = await self._opened()
            if reader is not None:
                passages, known = await aside(reader.counts, "meaning")
                self._state = self._state.model_copy(update={"passages": passages, "known": known})
        return self._state

    async def close(self) -> None:
        """Stop what goes on and let the file go."""
        self._unsubscribe()
        await self._halt()

    def _is_stopped(self) -> bool:
        return bool(self._store.kept_value(_STOPPED))

    def _on_event(self, event: Event) -> None:
        if isinstance(event, RunDeleted | SaidChanged):
            self._soon()

    def _soon(self) -> None:
        if self._is_look or (self._endpoint is None and not self._path.exists()):
            return
        self._is_wanted = True
        if self._working is None or self._working.done():
            self._working = asyncio.get_running_loop().create_task(self._work())

    def _end(self) -> None:
        """Have what goes on end; what comes next waits for it."""
        self._is_wanted = False
        if self._later is not None:
            self._later.cancel()
            self._later = None
        if self._working is not None:
            self._working.cancel()
            self._ending.append(self._working)
            self._working = None

    async def _halt(self) -> None:
        """Stop what goes on, and let the file go."""
        self._end()
        await self._ended()
        await self._drop_reader()

    async def _ended(self) -> None:
        while self._ending:
            await see_through([self._ending[0]])
            self._ending.pop(0)

    async def _drop_reader(self) -> None:
        async with self._opening:
            reader, self._reader = self._reader, None
        if reader is not None:
            await aside(reader.close, "meaning")

    async def _work(self) -> None:
        await self._ended()
        is_anew = False
        while self._is_wanted:
            self._is_wanted = False
            try:
                await self._follow()
            except VectorsDamaged as error:
                if is_anew:
                    self._tell(problem="What the search by meaning knows can't be read, nor made anew.")
                    break
                is_anew = self._is_wanted = True
                _log.warning("What the search by meaning knows was damaged, and is asked for anew: %s", error)
                await self._drop_reader()
                await asyncio.to_thread(remove_vectors, self._path)
            except ShortlistError as error:
                self._fail(error)
        self._tell(is_working=False)

    def _fail(self, error: ShortlistError) -> None:
        _log.warning("The search by meaning does not get further: %s", error)
        self._tell(problem=str(error), is_other=isinstance(error, OtherModelError))
        if error.is_passing:
            self._later = asyncio.get_running_loop().call_later(_AGAIN_SECONDS, self._soon)

    def _tell(self, **update: object) -> None:
        self._state = self._state.model_copy(update=update)
        self._store.announce(MeaningChanged(self._state))

    async def _follow(self) -> None:
        """Compare what is kept with what is said, then ask for what is lacking."""
        endpoint = self._endpoint
        if not self._path.exists() and not self._store.said_digests():
            return
        writer = await self._writer(endpoint)
        try:
            await self._take_up(writer, endpoint is not None)
            if endpoint is not None:
                await self._ask(writer, endpoint)
        finally:
            await asyncio.shield(aside(writer.close, "meaning"))

    async def _writer(self, endpoint: EmbeddingEndpoint | None) -> VectorWriter:
        model = endpoint.identity() if endpoint else ""
        opening = asyncio.ensure_future(aside(lambda: VectorWriter(self._path, model), "meaning"))
        try:
            return await asyncio.shield(opening)
        except asyncio.CancelledError:
            await asyncio.wait({opening})
            if opening.exception() is None:
                opening.result().close()
            raise

    async def _take_up(self, writer: VectorWriter, has_model: bool) -> None:
        """Make the windows of what is new or corrected, and take out what is said no more."""
        kept = await aside(writer.digests, "meaning")
        wanted = self._store.said_digests()
        gone = [source_id for source_id in kept if source_id not in wanted]
        for source_id in gone:
            await aside(partial(writer.remove, source_id), "meaning")
        if gone or not has_model:
            await aside(writer.tidy, "meaning")
        for source_id, digest in wanted.items() if has_model else ():
            digest = f"{digest} {VERSION}"
            if kept.get(source_id) == digest:
                continue
            record = self._store.said_record(source_id)
            if record:
                await stoppable(partial(_put, writer, source_id, digest, record), "meaning")

    async def _ask(self, writer: VectorWriter, endpoint: EmbeddingEndpoint) -> None:
        """Ask for every vector that is lacking, some batches side by side; what came is kept, whatever follows."""
        passages, known = await aside(writer.counts, "meaning")
        lacking = await aside(writer.lacking, "meaning")
        left = sum(len(places) for places in lacking.values())
        model = EmbeddingModel(endpoint, tab=self._purse.tab, payer=self._purse.payer("", "meaning"))
        before = endpoint.passage_prefix
        stopped = self._is_stopped()
        self._tell(
            passages=passages,
            known=known,
            is_stopped=stopped,
            is_working=bool(left) and not stopped,
            left_usd=_usd(model, left, before),
        )
        if left and stopped:
            await aside(writer.code, "meaning")
            return
        texts: list[str] = []
        for source_id, places in lacking.items():
            record = self._store.said_record(source_id)
            texts += await aside(partial(_texts, record, places), "meaning")
        at_once = BATCH * _ROUND
        for first in range(0, len(texts), at_once):
            some = texts[first : first + at_once]
            try:
                await off_loop(partial(_embed, model, endpoint, self._path, some), ignore_progress)
            finally:
                self._purse.collect()
                passages, known = await aside(writer.counts, "meaning")
                rest = _usd(model, len(texts) - first - len(some), before)
                self._tell(passages=passages, known=known, left_usd=rest)
            await aside(writer.code, "meaning")
        await aside(writer.tidy, "meaning")
        await aside(writer.code, "meaning")
        # Counted again: what was asked for before a stop may have been answered since the first look.
        passages, known = await aside(writer.counts, "meaning")
        self._tell(passages=passages, known=known, problem="", is_other=False, left_usd=None)

    # Asking

    async def near(self, text: str, places: Mapping[str, Place], speaker: str = "") -> Nearby:
        """Return the windows that mean nearly what a text does, within places.

        What fails is no error here: it is told why there are none. That no endpoint is set, nothing is asked, or
        nothing is known yet, is no problem either.
        """
        endpoint = self._endpoint
        if endpoint is None or not text:
            return Nearby()
        try:
            reader = await self._opened()
            if reader is None or not (await aside(reader.counts, "meaning"))[1]:
                return Nearby()
            vector = await self._vector(endpoint, text)
            windows = await aside(partial(reader.nearest, vector, places, speaker), "meaning")
        except (ProviderError, VectorsDamaged) as error:
            return Nearby(problem=str(error))
        except (ValueError, sqlite3.Error) as error:
            # Closed for another model meanwhile, or vectors of another length.
            _log.warning("Meaning can't be looked for: %s", error)
            return Nearby(problem="What is known of the meaning was made with another model.")
        return Nearby(windows, is_asked=True)

    async def _vector(self, endpoint: EmbeddingEndpoint, text: str) -> Vectors:
        asked = endpoint.query_prefix + text
        key = key_of(f"{endpoint.address} {endpoint.model}", asked)
        kept = await aside(partial(self._asked.recall, key), "meaning")
        if kept is not None:
            return kept
        patience = min(endpoint.timeout_seconds, QUERY_SECONDS)
        hurried = endpoint.model_copy(update={"timeout_seconds": patience})
        model = EmbeddingModel(hurried, tab=self._purse.tab, payer=self._purse.payer("", "search"))

        def ask(check: ProgressCallback) -> Vectors:
            return model.embed([asked], lambda vectors: self._asked.remember(key, vectors[0]), check, attempts=1)

        try:
            vectors = await off_loop(ask, ignore_progress)
        except Cancelled as error:
            raise asyncio.CancelledError from error
        finally:
            if not self._is_look:
                self._purse.collect()
        vector: Vectors = vectors[0]
        return vector

    async def _opened(self) -> VectorReader | None:
        """Return a reader of what is known by the present model; None where nothing is.

        Raises:
            VectorsDamaged: The file can't be read.
        """
        async with self._opening:
            if self._endpoint is None:
                return None
            model = self._endpoint.identity()
            if self._reader is not None and self._reader.model != model:
                await aside(self._reader.close, "meaning")
                self._reader = None
            if self._reader is None:
                connection = await aside(partial(connect_vectors, self._path, model), "meaning")
                self._reader = VectorReader(connection, model) if connection is not None else None
            return self._reader


def _put(writer: VectorWriter, source_id: str, digest: str, record: str, check: Callable[[], None]) -> None:
    parts = _windows(record)
    check()
    writer.put(source_id, digest, parts)


def _windows(record: str) -> list[Window]:
    return list(windows(Said.model_validate_json(record).lines)) if record else []


def _texts(record: str, places: Sequence[int]) -> list[str]:
    parts = _windows(record)
    # Corrected a moment ago where a place is gone: the next round knows.
    return [parts[place].text for place in places if place < len(parts)]


def _embed(
    model: EmbeddingModel,
    endpoint: EmbeddingEndpoint,
    path: Path,
    texts: Sequence[str],
    check: ProgressCallback,
) -> None:
    """Ask for the vectors of texts, and have each batch kept as it comes."""
    name = endpoint.identity()
    batches = [texts[first : first + BATCH] for first in range(0, len(texts), BATCH)]

    def piece(some: Sequence[str]) -> Callable[[ProgressCallback], Vectors]:
        keys = [key_of(name, text) for text in some]
        asked = [endpoint.passage_prefix + text for text in some]
        return lambda progress: model.embed(asked, partial(_keep, path, name, keys), progress)

    ended = side_by_side([piece(some) for some in batches], model.width, check, lambda done: "")
    for outcome in ended:
        if isinstance(outcome, ProviderError):
            raise outcome


def _keep(path: Path, model: str, keys: Sequence[bytes], vectors: Vectors) -> None:
    # By a connection of its own: an answer may come when the one that was open is closed.
    writer = VectorWriter(path, "")
    try:
        writer.keep(keys, vectors, model)
    finally:
        writer.close()


def _usd(model: EmbeddingModel, count: int, before: str) -> Decimal | None:
    """Return what so many windows with a prefix cost at most, None where the price is not known."""
    return model.forecast([before + "x" * _WINDOW_BYTES]).usd * count if model.is_priced else None
