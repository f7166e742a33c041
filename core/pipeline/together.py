"""Work side by side, to the end of all of it."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import Any

from core.errors import Cancelled


async def finish_all(tasks: Collection[asyncio.Task[None]]) -> None:
    """Await everything to its end, then raise the first real failure; being cancelled cancels all of it.

    Raises:
        Cancelled: One was stopped, and none failed.
    """
    if not tasks:
        return
    try:
        await asyncio.wait(tasks)
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        await see_through(tasks)
        raise
    errors = [error for task in tasks if not task.cancelled() and (error := task.exception()) is not None]
    if errors:
        raise errors[0]
    if any(task.cancelled() for task in tasks):
        raise Cancelled("Stopped.")


async def see_through(tasks: Collection[asyncio.Future[Any]]) -> None:
    """Wait until all have ended, however often that is cancelled meanwhile; that takes effect after it."""
    is_cancelled = False
    while pending := [task for task in tasks if not task.done()]:
        try:
            await asyncio.wait(pending)
        except asyncio.CancelledError:
            is_cancelled = True
    if is_cancelled:
        raise asyncio.CancelledError
