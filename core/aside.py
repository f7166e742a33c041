"""Blocking work beside the loop that no end of the program waits for."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import TypeVar

from core.errors import Cancelled

Made = TypeVar("Made")


async def aside(work: Callable[[], Made], name: str) -> Made:
    """Run blocking work in a thread that no end of the program waits for: an answer may take minutes."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Made] = loop.create_future()

    def settle(result: Made | None, error: BaseException | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result: Made | None = None
        failed: BaseException | None = None
        try:
            result = work()
        except BaseException as error:
            failed = error
        # The loop is closed where the program ended meanwhile: nobody is there to be told.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(settle, result, failed)

    threading.Thread(target=run, name=name, daemon=True).start()
    return await answer


async def stoppable(work: Callable[[Callable[[], None]], Made], name: str, patience: float = 10.0) -> Made:
    """Run blocking work in a thread that is asked to stop where this task is cancelled.

    Args:
        work: Given a function that it calls often, and that raises `Cancelled` once it is to stop.
        name: Of the thread.
        patience: For how many seconds a cancelled task waits until the thread has let go.
    """
    stopped = threading.Event()

    def check() -> None:
        if stopped.is_set():
            raise Cancelled("Stopped.")

    working = asyncio.ensure_future(aside(lambda: work(check), name))
    try:
        return await asyncio.shield(working)
    except asyncio.CancelledError:
        stopped.set()
        working.add_done_callback(lambda done: done.cancelled() or done.exception())
        await asyncio.wait([working], timeout=patience)
        working.cancel()
        raise
