"""The one place that chooses the loop: qasync with a window, plain asyncio without."""

from __future__ import annotations

import asyncio
import signal
import sys
import threading
from collections.abc import Coroutine
from types import FrameType
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.interrupt import STOPS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_T = TypeVar("_T")

# So long a thread that computes beside the window keeps it waiting at each file or record that it looks at. The
# usual 5 ms made 40 ms of a look at a run while a long transcript was read.
_SWITCH_SECONDS = 0.001


def run(main: Coroutine[Any, Any, _T]) -> _T:
    """Run a command's coroutine; Ctrl+C, the end of the session or a service manager cancel it.

    As an exception out of nowhere a wish to stop could come while an object is being destroyed or a callback of
    the loop runs: Python calls it ignored there, and the command never ends. A second one is raised at once.

    Raises:
        KeyboardInterrupt: It was stopped.
    """
    task: asyncio.Task[Any] | None = None
    asked = False

    def ask(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        if asked or task is None or task.done():
            signal.default_int_handler(number, frame)
        asked = True
        # Wakes a loop that waits, too.
        task.get_loop().call_soon_threadsafe(task.cancel)

    async def heeding() -> _T:
        nonlocal task
        task = asyncio.current_task()
        return await main

    # What is ignored from outside stays so: a job in the background is not for Ctrl+C.
    heeded = [stop for stop in STOPS if signal.getsignal(stop) is signal.default_int_handler]
    if threading.current_thread() is not threading.main_thread():
        heeded = []
    try:
        for stop in heeded:
            signal.signal(stop, ask)
        return asyncio.run(heeding())
    except asyncio.CancelledError:
        if asked:
            raise KeyboardInterrupt from None
        raise
    finally:
        main.close()
        for stop in heeded:
            signal.signal(stop, signal.default_int_handler)


def run_with_window(application: QApplication, main: Coroutine[Any, Any, int]) -> int:
    """Run a coroutine on Qt's own event loop until it returns."""
    import qasync

    sys.setswitchinterval(_SWITCH_SECONDS)
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop:
        result: int = loop.run_until_complete(main)
    return result
