"""Asking a model from the loop without holding it up: in a thread, which gives up where the task is cancelled."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import TypeVar

from core.errors import Cancelled
from core.schema.record import ProgressCallback

Made = TypeVar("Made")


async def off_loop(work: Callable[[ProgressCallback], Made], tell: ProgressCallback) -> Made:
    """Do blocking work in a thread that no end of the program waits for; `tell` is called on the loop's thread.

    The work is given a progress that raises `Cancelled` once this task is cancelled.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Made] = loop.create_future()
    stopped = threading.Event()

    def check(fraction: float, message: str = "") -> None:
        if stopped.is_set():
            raise Cancelled("The language model is not needed any more.")
        # The loop is closed where the program ended meanwhile: nobody is there to be told.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(tell, fraction, message)

    def settle(made: Made | BaseException) -> None:
        if answer.done():
            return
        if isinstance(made, BaseException):
            answer.set_exception(made)
        else:
            answer.set_result(made)

    def run() -> None:
        try:
            made: Made | BaseException = work(check)
        except BaseException as error:
            made = error
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(settle, made)

    threading.Thread(target=run, name="language model", daemon=True).start()
    try:
        return await answer
    except asyncio.CancelledError:
        stopped.set()
        raise
