"""Whether the window came to its end last time, and where the user was: one small file a workspace.

It is there from the start of the window to its end. Whoever finds it at the start, with the workspace's lock in
hand, knows that the process before died.
"""

from __future__ import annotations

import faulthandler
import hashlib
from pathlib import Path
from typing import TextIO

from pydantic import BaseModel, ConfigDict, ValidationError

from desktop import crash_report, paths
from ui.controllers.lost import Lost, Whereabouts


class _Kept(BaseModel):
    """What the file holds; another version may have written it."""

    model_config = ConfigDict(extra="ignore")

    run_id: str = ""
    clip_id: str = ""
    at: float = 0.0


class Session:
    """One stay of the window in a workspace, from `begin` to `end`."""

    def __init__(self, workspace: Path) -> None:
        name = hashlib.sha256(str(workspace).encode()).hexdigest()[:12]
        self._file = paths.log_folder() / f"session-{name}.json"
        self._faults = paths.log_folder() / f"session-{name}.faults"
        self._trace: TextIO | None = None

    def begin(self) -> Lost | None:
        """Mark that the window is open; return where the last one died, None if it was closed in peace."""
        lost = self._find_lost()
        self.keep(lost.whereabouts if lost else Whereabouts())
        return lost

    def watch_faults(self) -> None:
        """Have the process tell where it was if it dies of a fault (a segment violation, an abort) from now on."""
        try:
            self._trace = self._faults.open("w", encoding="utf-8")
        except OSError:
            return
        faulthandler.enable(self._trace)

    def keep(self, whereabouts: Whereabouts) -> None:
        """Remember where the user is. A disk that is full or gone costs the memory, not the work."""
        kept = _Kept(run_id=whereabouts.run_id, clip_id=whereabouts.clip_id, at=whereabouts.at)
        partial = self._file.with_suffix(".part")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            partial.write_text(kept.model_dump_json(), encoding="utf-8")
            partial.replace(self._file)
        except OSError:
            return

    def end(self) -> None:
        """Mark that the window was closed in peace."""
        if self._trace is not None:
            faulthandler.disable()
            self._trace.close()
            self._trace = None
        for file in (self._file, self._faults):
            try:
                file.unlink(missing_ok=True)
            except OSError:
                continue

    def _find_lost(self) -> Lost | None:
        try:
            text = self._file.read_text(encoding="utf-8")
        except OSError:
            return None
        try:
            kept = _Kept.model_validate_json(text)
        except ValidationError:
            kept = _Kept()
        try:
            told = self._faults.read_text(encoding="utf-8", errors="replace")
        except OSError:
            told = ""
        report = crash_report.of_fault(told)
        return Lost(Whereabouts(kept.run_id, kept.clip_id, kept.at), report, crash_report.keep(report))
