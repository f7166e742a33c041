"""The last boundary of the window: exceptions that nothing caught are logged, reported and told; work goes on."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from desktop import crash_report

_log = logging.getLogger("shortlist")
# A fault in something that is painted comes back with every frame.
_TOLD_AT_MOST = 10


class CrashHandler:
    """Hears of uncaught exceptions in Qt's slots, in threads and in tasks.

    `told` is called on the loop's thread with the report and its file, once for each place of a fault.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, told: Callable[[str, Path | None], object]) -> None:
        self._loop = loop
        self._told = told
        self._known: set[tuple[str, str, int]] = set()

    def install(self) -> None:
        """Hear from now on."""
        sys.excepthook = self.on_exception
        threading.excepthook = self.on_thread
        self._loop.set_exception_handler(self.on_loop)

    def remove(self) -> None:
        """Leave it to Python again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def on_exception(
        self, _kind: type[BaseException], error: BaseException, _traceback: TracebackType | None
    ) -> None:
        """Take an exception out of a slot."""
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            sys.__excepthook__(type(error), error, error.__traceback__)
            return
        self._take(error)

    def on_thread(self, args: threading.ExceptHookArgs) -> None:
        """Take an exception that ended a thread."""
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            self._take(args.exc_value)

    def on_loop(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Take an exception out of a task that nobody awaits; what is no exception is logged alone."""
        error = context.get("exception")
        if isinstance(error, Exception):
            self._take(error)
        else:
            _log.error(str(context.get("message")))

    def _take(self, error: BaseException) -> None:
        _log.error("an exception that nothing caught", exc_info=error)
        place = _place(error)
        if place in self._known or len(self._known) >= _TOLD_AT_MOST:
            return
        self._known.add(place)
        report = crash_report.of_exception(error)
        file = crash_report.keep(report)
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._told, report, file)


def _place(error: BaseException) -> tuple[str, str, int]:
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = (frame.tb_frame.f_code.co_filename, frame.tb_lineno) if frame is not None else ("", 0)
    return type(error).__qualname__, *where
