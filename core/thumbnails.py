"""Small pictures of sources, made once and kept, beside whoever asks: a list asks for a dozen at a time."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.media.open_readers import OpenReaders


class Thumbnails:
    """Where a run's pictures lie and what they are read from is asked once a run.

    Args:
        folder: Of the workspace.
        fingerprint_of: Returns that of the source of a run.
        media_of: Returns the file that a run's pictures are read from.
    """

    def __init__(
        self,
        folder: Path,
        fingerprint_of: Callable[[str], str],
        media_of: Callable[[str], Awaitable[Path]],
    ) -> None:
        self._folder = folder / "thumbnails"
        self._fingerprint_of = fingerprint_of
        self._media_of = media_of
        self._folders: dict[str, Path] = {}
        self._files: dict[str, Path] = {}
        self._asking = asyncio.Lock()
        self._readers: OpenReaders | None = None
        self._opening = threading.Lock()

    async def of(self, run_id: str, at: float, height_px: int) -> Path:
        """Return a JPEG of the picture of a run's source at a second.

        Raises:
            WorkspaceError: There is no such run.
            MediaError: The source has no picture there.
        """
        if run_id not in self._folders:
            self._folders[run_id] = self._folder / self._fingerprint_of(run_id)[:16]
        path = self._folders[run_id] / f"{at:.3f}-{height_px}.jpg"
        if not path.is_file():
            await asyncio.to_thread(self._write, await self._media(run_id), at, height_px, path)
        return path

    def close(self) -> None:
        """Let go of sources that are open still."""
        with self._opening:
            if self._readers is not None:
                self._readers.close()

    async def _media(self, run_id: str) -> Path:
        """Return what a run's pictures are read from; where that was moved or made anew, it is asked again."""
        async with self._asking:
            known = self._files.get(run_id)
            if known is None or not known.is_file():
                known = self._files[run_id] = await self._media_of(run_id)
        return known

    def _write(self, media: Path, at: float, height_px: int, path: Path) -> None:
        # Loading what reads pictures takes a moment, which is not the window's.
        from core.media.open_readers import OpenReaders
        from core.media.still import write_thumbnail

        with self._opening:
            self._readers = self._readers or OpenReaders()
        write_thumbnail(media, at, height_px, path, self._readers)
