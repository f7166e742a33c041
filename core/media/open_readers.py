"""Readers kept open for a moment: thumbnails are asked for in rows, and opening a file costs more than a frame."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, RLock, Timer
from time import monotonic

from core.media.probe import probe
from core.media.reader import FrameReader
from core.schema.source import MediaFacts

# Long enough for a row of thumbnails; short enough that a file can be moved or deleted (Windows locks open ones).
IDLE_SECONDS = 2.0
MOST_READERS = 2


@dataclass(eq=False)
class _Open:
    """One open file. Only whoever holds its lock may read; `users` counts those who wait as well."""

    facts: MediaFacts
    reader: FrameReader
    lock: Lock = field(default_factory=Lock)
    users: int = 0
    used_at: float = 0.0


class OpenReaders:
    """Lends out readers of files, one borrower at a time, and closes those that nobody has asked for in a while.

    Safe for any thread.

    Args:
        idle_seconds: How long an unused file stays open.
        most: How many unused files may be open.
    """

    def __init__(self, idle_seconds: float = IDLE_SECONDS, most: int = MOST_READERS) -> None:
        self._idle_seconds, self._most = idle_seconds, most
        self._lock = RLock()
        self._open: dict[tuple[Path, int, int], _Open] = {}
        self._timer: Timer | None = None

    @contextmanager
    def lend(self, path: Path) -> Iterator[tuple[MediaFacts, FrameReader]]:
        """Give the facts and an open reader of a file until the end of the block; others wait for it that long.

        Raises:
            MediaError: The file can't be opened, or has no picture.
        """
        entry = self._borrow(path)
        is_sound = False
        try:
            with entry.lock:
                yield entry.facts, entry.reader
            is_sound = True
        finally:
            self._take_back(entry, is_sound)

    def close(self) -> None:
        """Close all files that nobody uses, at once."""
        with self._lock:
            self._close_idle(most=0)

    def _borrow(self, path: Path) -> _Open:
        with self._lock:
            try:
                status = path.stat()
                key = (path, status.st_size, status.st_mtime_ns)
            except OSError:
                # Opening it says what is wrong with it.
                key = (path, 0, 0)
            if key not in self._open:
                facts = probe(path)
                self._open[key] = _Open(facts, FrameReader(path, facts))
            self._open[key].users += 1
            return self._open[key]

    def _take_back(self, entry: _Open, is_sound: bool) -> None:
        """Keep a reader for the next borrower, unless reading from it failed."""
        with self._lock:
            entry.users -= 1
            entry.used_at = monotonic()
            if not is_sound:
                self._open = {key: other for key, other in self._open.items() if other is not entry}
            if not entry.users and entry not in self._open.values():
                entry.reader.close()
            self._close_idle()

    def _close_idle(self, most: int | None = None) -> None:
        """Close what has been unused for long, and the oldest of what is too much; look again later."""
        kept = self._most if most is None else most
        unused = sorted(
            ((key, entry) for key, entry in self._open.items() if not entry.users),
            key=lambda pair: pair[1].used_at,
        )
        now = monotonic()
        for index, (key, entry) in enumerate(unused):
            if index < len(unused) - kept or now - entry.used_at >= self._idle_seconds:
                del self._open[key]
                entry.reader.close()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if any(not entry.users for entry in self._open.values()):
            self._timer = Timer(self._idle_seconds, self._on_idle)
            self._timer.daemon = True
            self._timer.start()

    def _on_idle(self) -> None:
        with self._lock:
            self._close_idle()
