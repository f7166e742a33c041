"""One way to start something that takes time: as a task on the loop, or in a thread; errors become sentences."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from core.errors import Cancelled, ShortlistError

T = TypeVar("T")
P = ParamSpec("P")

_log = logging.getLogger(__name__)


class Tasks(QObject):
    """Keeps running tasks alive and tells when one failed.

    Signals:
        failed(str): What was tried and why it did not work, as one or two sentences.
    """

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: set[asyncio.Task[Any]] = set()
        self._threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="window-files")
        self._is_closed = False

    def start(self, work: Coroutine[Any, Any, T], trying: str) -> asyncio.Future[T | None]:
        """Run a coroutine; `trying` says what, as in "import the video". The result is None if it failed."""
        if self._is_closed:
            work.close()
            stopped: asyncio.Future[T | None] = asyncio.get_event_loop().create_future()
            stopped.cancel()
            return stopped
        task = asyncio.ensure_future(self._guarded(work, trying))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        # A task that is cancelled before its first step would leave the coroutine inside unawaited.
        task.add_done_callback(lambda _task: work.close())
        return task

    async def in_thread(self, run: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a blocking function (reading a file, decoding a picture) beside the window."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, lambda: run(*args, **kwargs))

    async def close(self) -> None:
        """Stop what still runs and wait until it has stopped; nothing is told or started any more."""
        self._is_closed = True
        running = tuple(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        await asyncio.to_thread(self._threads.shutdown, wait=True, cancel_futures=True)

    async def _guarded(self, work: Coroutine[Any, Any, T], trying: str) -> T | None:
        try:
            return await work
        except Cancelled:
            return None
        except ShortlistError as error:
            self._tell(f"Could not {trying}. {error}")
        except Exception as error:
            # The last boundary before the user: a bug is logged whole and still told in a sentence.
            _log.exception("could not %s", trying)
            self._tell(f"Could not {trying}, because of a fault in the program: {error}")
        return None

    def _tell(self, sentence: str) -> None:
        if not self._is_closed:
            self.failed.emit(sentence)
