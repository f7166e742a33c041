"""What is kept of where the user is, and what a window that died leaves to the next one. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class Whereabouts:
    """A run, a clip of it and a second of its source; empty on the start page."""

    run_id: str = ""
    clip_id: str = ""
    at: float = 0.0


@dataclass(frozen=True)
class Lost:
    """What a window that died left: where it was, the report of its end, and the file of that, if there is one."""

    whereabouts: Whereabouts
    report: str
    file: Path | None = None


class WhereaboutsKeeper(Protocol):
    """Keeps where the user is, beyond the end of the process."""

    def keep(self, whereabouts: Whereabouts) -> None:
        """Keep it; called from a thread beside the window."""
        ...
