"""One program a workspace: a lock that dies with its holder, and says who that is."""

from __future__ import annotations

import os
from pathlib import Path

from filelock import FileLock, Timeout

from core.errors import WorkspaceError


class WorkspaceLock:
    """Holds a workspace folder until released, or until this process ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._holder = folder / "workspace.holder"
        self._lock = FileLock(folder / "workspace.lock")

    def acquire(self) -> None:
        """Take the lock.

        Raises:
            WorkspaceError: Another program has it, or the folder can't be written.
        """
        try:
            self._lock.acquire(timeout=0)
            self._holder.write_text(str(os.getpid()))
        except OSError as error:
            if isinstance(error, Timeout):
                raise self._held() from error
            raise WorkspaceError(
                f"The workspace can't be locked ({error.strerror}).",
                str(self._folder),
                remedy="Make the folder writable, or choose another workspace.",
            ) from error

    def _held(self) -> WorkspaceError:
        return WorkspaceError(
            f"This workspace is open in another Shortlist (process {self._read_holder()}).",
            str(self._folder),
            remedy="Close it there first, or choose another workspace.",
        )

    def release(self) -> None:
        """Give the workspace back."""
        if self._lock.is_locked:
            self._holder.unlink(missing_ok=True)
            self._lock.release()

    def _read_holder(self) -> str:
        try:
            return self._holder.read_text().strip() or "unknown"
        except OSError:
            return "unknown"
