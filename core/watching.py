"""A folder that is watched: which files have come to rest in it. By looking: network shares work as well."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.schema.source import MEDIA_SUFFIXES

# What recorders, browsers and synchronisers call what they have not finished.
UNFINISHED = (
    ".part",
    ".partial",
    ".crdownload",
    ".download",
    ".tmp",
    ".temp",
    ".!ut",
    ".filepart",
    ".ytdl",
    ".lock",
)


@dataclass(frozen=True)
class _Seen:
    size_bytes: int
    changed_at: float
    since: float
    is_told: bool = False


class Watch:
    """Tells of files of a folder once size and time of change have rested for `settle_seconds`.

    One that changes after it was told of is told of again when it has come to rest again.
    """

    def __init__(self, folder: Path, settle_seconds: float, now: Callable[[], float] = time.monotonic) -> None:
        self.folder = folder
        self._settle = settle_seconds
        self._now = now
        self._seen: dict[Path, _Seen] = {}

    def look(self) -> list[Path]:
        """Return the files that came to rest since the last look, the oldest first. A share that is gone has none.

        Call it about once a second: what changes between two looks and changes back is not noticed.
        """
        now, rested = self._now(), []
        found = self._found()
        for path, (size, changed_at) in found.items():
            before = self._seen.get(path)
            if before is None or (before.size_bytes, before.changed_at) != (size, changed_at):
                before = _Seen(size, changed_at, now)
            elif not before.is_told and size and now - before.since >= self._settle and _can_be_opened(path):
                rested.append(path)
                before = _Seen(size, changed_at, before.since, is_told=True)
            self._seen[path] = before
        if found or self.folder.is_dir():
            self._seen = {path: seen for path, seen in self._seen.items() if path in found}
        return sorted(rested, key=lambda path: found[path][1])

    def waiting(self) -> int:
        """Return how many files are there that have not come to rest."""
        return sum(not seen.is_told for seen in self._seen.values())

    def _found(self) -> dict[Path, tuple[int, float]]:
        found = {}
        try:
            with os.scandir(self.folder) as entries:
                for entry in entries:
                    path = Path(entry.path)
                    if _is_wanted(path) and entry.is_file():
                        told = entry.stat()
                        found[path] = (told.st_size, told.st_mtime)
        except OSError:
            # The share is away for a moment, or a file just went: the next look has the rest.
            return found
        return found


def media_in(folder: Path) -> list[Path]:
    """Return the finished media files of a folder by name, numbers in them by value; none of folders in it.

    Raises:
        OSError: It can't be read.
    """
    found = [path for path in folder.iterdir() if _is_wanted(path) and path.is_file()]
    return sorted(found, key=_by_name)


def _by_name(path: Path) -> list[tuple[int, int, str]]:
    parts = re.split(r"([0-9]+)", path.name.casefold())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]


def _is_wanted(path: Path) -> bool:
    name = path.name.lower()
    return (
        not name.startswith((".", "~")) and not name.endswith(UNFINISHED) and path.suffix.lower() in MEDIA_SUFFIXES
    )


def _can_be_opened(path: Path) -> bool:
    """Whether a file can be read: Windows refuses one that is being written, a share one that is locked."""
    try:
        with path.open("rb") as stream:
            stream.read(1)
    except OSError:
        return False
    return True
