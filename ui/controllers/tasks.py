"""One way to start something that takes time: as a task on the loop, or in a thread; errors become sentences."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from core.errors import Cancelled, ContractError, ShortlistError
from ui.wording import QT_TR_NOOP, told, tr

T = TypeVar("T")
P = ParamSpec("P")

OUR_FAULT = QT_TR_NOOP("Something went wrong inside Shortlist")

_log = logging.getLogger(__name__)


class Tasks(QObject):
    """Keeps running tasks alive and tells when one failed.

    Signals:
        failed(str, str): What was tried and why it did not work, as one or two sentences, and the error's class.
        broke(str, str): It did not work for a bug of ours: the sentence, and the details for whoever mends it.
    """

    failed = Signal(str, str)
    broke = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: set[asyncio.Task[Any]] = set()
        self._first: set[asyncio.Future[Any]] = set()
        self._threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="window-files")
        self._is_closed = False

    def start(self, work: Coroutine[Any, Any, T], failing: str, **names: str) -> asyncio.Future[T | None]:
        """Run a coroutine. The result is None if it failed.

        Args:
            work: What is to be done.
            failing: The sentence for when it fails, in English: `QT_TR_NOOP("Could not import {file}.")`.
            names: What stands for the sentence's braces.
        """
        if self._is_closed:
            work.close()
            stopped: asyncio.Future[T | None] = asyncio.get_event_loop().create_future()
            stopped.cancel()
            return stopped
        task = asyncio.ensure_future(self._guarded(work, failing, names))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        # A task that is cancelled before its first step would leave the coroutine inside unawaited.
        task.add_done_callback(lambda _task: work.close())
        return task

    async def in_thread(self, run: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a blocking function (reading a file, decoding a picture) beside the window."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, lambda: run(*args, **kwargs))

    def start_first(self, work: Coroutine[Any, Any, T], failing: str) -> asyncio.Future[T | None]:
        """Run a coroutine that somebody looks at the screen for; whoever waits for `calm` lets it go ahead."""
        task = self.start(work, failing)
        self._first.add(task)
        task.add_done_callback(self._first.discard)
        return task

    async def calm(self) -> None:
        """Wait until nothing that comes first is at work: all threads share Python's one lock with it."""
        while self._first:
            await asyncio.wait(self._first)

    async def close(self) -> None:
        """Stop what still runs and wait until it has stopped; nothing is told or started any more."""
        self._is_closed = True
        running = tuple(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        await asyncio.to_thread(self._threads.shutdown, wait=True, cancel_futures=True)

    async def _guarded(self, work: Coroutine[Any, Any, T], failing: str, names: dict[str, str]) -> T | None:
        try:
            return await work
        except Cancelled:
            return None
        except Exception as error:
            # The last boundary before the user: a bug is logged whole and still told in a sentence.
            self._tell(error, failing, names)
        return None

    def _tell(self, error: Exception, failing: str, names: dict[str, str]) -> None:
        is_bug = isinstance(error, ContractError) or not isinstance(error, ShortlistError)
        if is_bug:
            _log.error("%s", failing.format(**names), exc_info=error)
        if self._is_closed:
            return
        failed = tr(failing).format(**names)
        if is_bug:
            fault = f"{tr(OUR_FAULT)} ({type(error).__name__}: {error})."
            self.broke.emit(f"{failed} {fault}", "".join(traceback.format_exception(error)))
        elif OUR_FAULT in str(error):
            # A job ended with a bug of ours; what is known of it is in the log of its run.
            self.broke.emit(f"{failed} {told(str(error))}", "")
        else:
            self.failed.emit(f"{failed} {told(str(error))}", type(error).__name__)
