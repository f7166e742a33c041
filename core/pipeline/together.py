"""Work side by side, to the end of all of it."""

from __future__ import annotations

import asyncio
from collections.abc import Collection

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
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
    errors = [error for task in tasks if not task.cancelled() and (error := task.exception()) is not None]
    if errors:
        raise errors[0]
    if any(task.cancelled() for task in tasks):
        raise Cancelled("Stopped.")
