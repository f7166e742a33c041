"""What the first steps ask of the application around the window. No Qt."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class FirstRunStore(Protocol):
    """Knows whether Shortlist was set up, and where its files live."""

    def is_first(self) -> bool:
        """Whether the first steps were neither taken nor skipped yet."""
        ...

    def workspace(self) -> Path:
        """Return the folder in which runs are kept."""
        ...

    def problem(self, folder: Path) -> str:
        """Return why runs can't be kept in a folder, or nothing; called from a thread."""
        ...

    def free_bytes(self, folder: Path) -> int:
        """Return what is free on the disk of a folder, which need not be there yet; called from a thread."""
        ...

    def finish(self, folder: Path | None) -> None:
        """Remember that the first steps were taken, and where runs are kept from the next opening on.

        Raises:
            ShortlistError: It can't be remembered.
        """
        ...
