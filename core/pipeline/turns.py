"""Keeps the loop free: of all that hundreds of runs want of the records at once, one piece a turn of the loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Turns:
    """Lets one piece of work through at a time, and whatever else the loop has to do between two of them."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()

    @asynccontextmanager
    async def one(self) -> AsyncIterator[None]:
        """Do one piece, of milliseconds; it must not await anything."""
        async with self._lock:
            yield
            await asyncio.sleep(0)
