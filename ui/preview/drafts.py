"""Draft pictures beside the player: made in a thread of their own, got ready while nothing plays.

Where exact pictures are slow to reach, a drag of the playhead shows these at once; what it comes to rest on is
then shown exactly. They are kept in memory, with a bound, and nothing that is exported knows of them.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from core.errors import ShortlistError
from core.schema.composition import Composition
from ui.preview.pictures import to_image
from ui.preview.sound import nothing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

T = TypeVar("T")
# Clips that are only walked past are not got ready.
_CALM_MS = 500
# Work is done in pieces this long, so that a picture asked for meanwhile need not wait.
_PIECE_SECONDS = 0.04
# Of a long source another stretch is got ready once the playhead rests this far from where it was done.
_FAR_SECONDS = 12.0
_log = logging.getLogger(__name__)


class DraftSource(Protocol):
    """What paints drafts: `core.render.draft.DraftPlayer`."""

    is_needed: bool
    is_whole: bool

    def frame(self, at: float) -> NDArray[np.uint8] | None:
        """Return (height, width, 3) uint8 RGB, or None."""
        ...

    def audio(self, at: float, duration: float) -> NDArray[np.float32]:
        """Return (n, 2) float32 at 48 kHz as it was recorded."""
        ...

    def fill(self, at: float) -> Iterator[float]:
        """Get pictures ready and yield how far it is."""
        ...

    def with_overlays(self, composition: Composition) -> DraftSource:
        """Return a source for a changed composition; this one is no longer used."""
        ...

    def close(self) -> None:
        """Close the media."""
        ...


MakeDraft = Callable[[Composition, int], DraftSource]


def draft_player(composition: Composition, max_height_px: int) -> DraftSource:
    """Return what paints drafts of a composition."""
    from core.render.draft import DraftPlayer

    return DraftPlayer(composition, max_height_px)


class Drafts(QObject):
    """Drafts of what a player shows.

    `share` is how much is ready, from 0 to 1; None where drafts are not needed, or nobody knows yet.

    Signals:
        made(int, QImage): The draft of a frame that was asked for.
        progressed(): `share` changed.
    """

    made = Signal(int, QImage)
    progressed = Signal()

    def __init__(self, make: MakeDraft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="drafts")
        self._source: DraftSource | None = None
        self._opened: tuple[Composition, int] | None = None
        self._wished: tuple[Composition, int] | None = None
        self._generation = 0
        self._running: set[asyncio.Task[None]] = set()
        self._wanted: tuple[int, float] | None = None
        self._wishes = 0
        self._is_making = self._is_closed = False
        self._free = asyncio.Event()
        self._free.set()
        self._at = self._filled_at = 0.0
        self.share: float | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._on_calm)

    def show(self, composition: Composition | None, max_height_px: int = 0) -> None:
        """Be ready for a composition; None for nothing."""
        wished = (composition, max_height_px) if composition is not None else None
        if wished == self._wished:
            return
        before, self._wished = self._wished, wished
        self._generation += 1
        self.forget_wish()
        is_kept = before is not None and wished is not None and before[0].media == wished[0].media
        if not is_kept or before is None or wished is None or before[0].cut != wished[0].cut:
            self._tell(None)
        if wished is not None:
            self._calm.start()
        else:
            self._calm.stop()
            self._run(self._let_go())

    def want(self, index: int, at: float) -> bool:
        """Ask for the draft of a frame at a clip second, instead of the one before; whether there can be one."""
        if self.share is None:
            return False
        self._wanted = (index, at)
        if not self._is_making:
            self._run(self._make_wanted())
        return True

    async def sound(self, at: float, duration: float) -> NDArray[np.float32]:
        """Return the sound from a clip second on as it was recorded; empty where none is to be had at once."""
        try:
            return await self._in_thread(lambda: self._hear(at, duration))
        except ShortlistError:
            return nothing()

    def forget_wish(self) -> None:
        """Make no draft of what was asked for: something else is shown now."""
        self._wanted = None
        self._wishes += 1

    def rest_at(self, at: float) -> None:
        """Say where the playhead stands: of a long source, what lies about it is got ready."""
        self._at = at
        source = self._source
        is_part = source is not None and not source.is_whole
        if self.share == 1.0 and is_part and abs(at - self._filled_at) > _FAR_SECONDS:
            self._calm.start()

    def hold(self, is_held: bool) -> None:
        """Get nothing ready for a while, as during playing, which needs the machine for itself."""
        if is_held:
            self._free.clear()
        else:
            self._free.set()

    async def close(self) -> None:
        """Stop and let go of everything."""
        self._is_closed = True
        self._calm.stop()
        self._generation += 1
        running = tuple(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        await self._in_thread(self._drop)
        self._thread.shutdown(wait=True)

    def _on_calm(self) -> None:
        self._generation += 1
        self._run(self._get_ready(self._generation))

    async def _get_ready(self, generation: int) -> None:
        try:
            await self._free.wait()
            await self._in_thread(lambda: self._open(generation))
            source = self._source
            if generation != self._generation or source is None:
                return
            if not source.is_needed:
                return
            self._filled_at = self._at
            work = source.fill(self._at)
            share: float | None = 0.0
            while share is not None and generation == self._generation:
                self._tell(share)
                await self._free.wait()
                share = await self._in_thread(lambda: _advance(work))
            if generation == self._generation:
                self._tell(1.0)
        except ShortlistError:
            # The player tells what is wrong with the file.
            self._tell(None)
        except Exception:
            _log.exception("no drafts")
            self._tell(None)

    async def _make_wanted(self) -> None:
        self._is_making = True
        try:
            while self._wanted is not None:
                (index, at), self._wanted = self._wanted, None
                wishes = self._wishes
                picture = await self._in_thread(partial(self._paint, at))
                if picture is not None and wishes == self._wishes:
                    self.made.emit(index, picture)
        except ShortlistError:
            self._tell(None)
        finally:
            self._is_making = False

    async def _let_go(self) -> None:
        await self._in_thread(lambda: self._drop() if self._wished is None else None)

    def _tell(self, share: float | None) -> None:
        if share != self.share:
            self.share = share
            self.progressed.emit()

    # In the thread, which alone touches `_source`

    def _open(self, generation: int) -> None:
        wished = self._wished
        if generation != self._generation or wished is None or wished == self._opened:
            return
        if self._source is not None and self._opened is not None and self._opened[1] == wished[1]:
            self._source = self._source.with_overlays(wished[0])
        else:
            self._drop()
            self._source = self._make(*wished)
        self._opened = wished

    def _paint(self, at: float) -> QImage | None:
        pixels = self._source.frame(at) if self._source is not None else None
        return None if pixels is None else to_image(pixels)

    def _hear(self, at: float, duration: float) -> NDArray[np.float32]:
        return nothing() if self._source is None else self._source.audio(at, duration)

    def _drop(self) -> None:
        if self._source is not None:
            self._source.close()
        self._source, self._opened = None, None

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _run(self, work: Coroutine[None, None, None]) -> None:
        if self._is_closed:
            work.close()
            return
        task = asyncio.ensure_future(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        task.add_done_callback(lambda _task: work.close())


def _advance(work: Iterator[float]) -> float | None:
    """Do a piece of work; return how far it is, or None where it is done."""
    until = time.perf_counter() + _PIECE_SECONDS
    share: float | None = None
    for share in work:
        if time.perf_counter() >= until:
            return share
    return None
