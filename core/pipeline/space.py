"""Watches the free space of the workspace's disk, and says when work is to wait for more."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

LOOK_SECONDS = 2.0
# A small disk would never work at all if as much had to stay free as of a large one.
MAX_KEPT_SHARE = 0.02
# Work goes on only with this much more than the limit, so that it does not stop and go with every file.
SPARE_SHARE = 0.25
_MEGA, _GIGA = 1_000_000, 1_000_000_000


@dataclass(frozen=True)
class Space:
    """A disk: its size and what is free of it for this user, in bytes."""

    total_bytes: int
    free_bytes: int


def read_space(folder: Path) -> Space:
    """Return the space of the disk that a folder is on.

    Raises:
        OSError: The folder can't be reached.
    """
    usage = shutil.disk_usage(folder)
    return Space(usage.total, usage.free)


def kept_free(wanted_bytes: int, total_bytes: int) -> int:
    """Return how much is always left free: what the user set, at most a fiftieth of the disk."""
    return min(wanted_bytes, round(total_bytes * MAX_KEPT_SHARE))


def is_low(free_bytes: int, limit_bytes: int, was_low: bool) -> bool:
    """Whether work is to wait: from below the limit on, until there is a quarter more than that."""
    return free_bytes < limit_bytes * (1 + SPARE_SHARE if was_low else 1)


def why_low(folder: Path, free_bytes: int, limit_bytes: int) -> str:
    """Return what to tell the user: how much is free, how much there should be, and what helps."""
    enough = limit_bytes * (1 + SPARE_SHARE)
    return (
        f"Only {size_text(free_bytes)} are free on the disk of {folder}; {size_text(limit_bytes)} are always left"
        f" free. Free {size_text(enough - free_bytes)} there, or remove unused intermediate results (Storage);"
        " work then goes on by itself."
    )


def why_needed(folder: Path, free_bytes: int, needed_bytes: int) -> str:
    """Return what to tell the user where the next file needs more than there is."""
    return (
        f"Only {size_text(free_bytes)} are free on the disk of {folder}; {size_text(needed_bytes)} are needed to"
        f" go on. Free {size_text(needed_bytes - free_bytes)} there, or remove unused intermediate results"
        " (Storage); work then goes on by itself."
    )


def size_text(size_bytes: float) -> str:
    """Return a size in words, rounded so that small changes do not show."""
    if size_bytes >= _GIGA:
        return f"{size_bytes / _GIGA:.1f} GB"
    return f"{max(1, round(size_bytes / _MEGA))} MB" if size_bytes > 0 else "0 MB"


class SpaceWatch:
    """Looks every two seconds, and calls `hold` with a reason or `release`, on the loop; both at every look.

    Args:
        folder: The workspace.
        keeps_free_bytes: What the user wants to stay free; it may be set anew at any time.
        hold: Told why work is to wait.
        release: Told that there is space.
        read: Reads the space, in a thread.
        wait: Waits for so many seconds.
    """

    def __init__(
        self,
        folder: Path,
        keeps_free_bytes: int,
        hold: Callable[[str], None],
        release: Callable[[], None],
        read: Callable[[Path], Space] = read_space,
        wait: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.keeps_free_bytes = keeps_free_bytes
        self._folder = folder
        self._hold = hold
        self._release = release
        self._read = read
        self._wait = wait
        self._is_low = False
        self._needed_bytes = 0

    def needs(self, needed_bytes: int) -> None:
        """Let work go on only once a file of this size fits beside what stays free; 0 where that is not known."""
        self._needed_bytes = max(self._needed_bytes, needed_bytes)

    def forget_needs(self) -> None:
        """Let work go on though a large file would not fit: it may be wanted elsewhere now, or not at all."""
        self._needed_bytes = 0

    async def watch(self) -> None:
        """Watch until cancelled."""
        while True:
            await self.look()
            await self._wait(LOOK_SECONDS)

    async def look(self) -> None:
        """Look once."""
        try:
            space = await asyncio.to_thread(self._read, self._folder)
        except OSError as error:
            self._hold(f"The disk of {self._folder} can't be reached ({error.strerror}). Work waits until it can.")
            return
        limit = kept_free(self.keeps_free_bytes, space.total_bytes)
        self._is_low = is_low(space.free_bytes, limit, self._is_low)
        if self._is_low:
            self._hold(why_low(self._folder, space.free_bytes, limit))
        elif space.free_bytes < limit + self._needed_bytes:
            self._hold(why_needed(self._folder, space.free_bytes, limit + self._needed_bytes))
        else:
            self._needed_bytes = 0
            self._release()
