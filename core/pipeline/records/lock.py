"""One program a workspace: a lock that dies with its holder, and says who that is.

The lock is the operating system's, on `workspace.lock`. Who has it is told by `workspace.holder` beside it, which
is believed only while its process is there: a killed holder leaves the file behind.
"""

from __future__ import annotations

import json
import logging
import os
import platform
import sys
import time
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from core.errors import WorkspaceError, disk_full, is_disk_full

_log = logging.getLogger(__name__)
# How long who just took the lock is given to sign, in seconds.
_SIGNING = 0.5


@dataclass(frozen=True)
class Holder:
    """Who has a workspace: the process and its machine, the program in words, and since when (epoch seconds)."""

    process: int
    host: str
    program: str
    since: float

    def __str__(self) -> str:
        when = datetime.fromtimestamp(self.since).strftime("%Y-%m-%d %H:%M")
        where = "" if self.host == platform.node() else f" on {self.host}"
        return f"{self.program or 'another Shortlist'}, process {self.process}{where}, since {when}"


class WorkspaceLock:
    """Holds a workspace folder until released, or until this process ends.

    `program` names this one to others, as "the window" or "main.py run".
    """

    def __init__(self, folder: Path, program: str = "") -> None:
        self._folder = folder
        self._program = program
        self._signature = folder / "workspace.holder"
        self._lock = FileLock(folder / "workspace.lock")

    def acquire(self) -> None:
        """Take the lock.

        Raises:
            DiskFullError: There is no space for the lock's file.
            WorkspaceError: Another program has it, or the folder can't be written.
        """
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise self._held() from error
        except OSError as error:
            if is_disk_full(error):
                raise disk_full(str(self._folder)) from error
            raise WorkspaceError(
                f"The workspace can't be locked ({error.strerror}).",
                str(self._folder),
                remedy="Make the folder writable, or choose another workspace.",
            ) from error
        self._sign()

    def release(self) -> None:
        """Give the workspace back."""
        if self._lock.is_locked:
            self._signature.unlink(missing_ok=True)
            self._lock.release()

    def is_held(self) -> bool:
        """Whether another program has the workspace now. A lock that a dead one left behind is none."""
        if not Path(self._lock.lock_file).exists():
            return False
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return True
        except OSError:
            # It can't be locked here; whoever opens it is told why.
            return False
        self._lock.release()
        return False

    def holder(self) -> Holder | None:
        """Return who signed last and is still there; None where nobody did, or nobody is."""
        try:
            told = json.loads(self._signature.read_text(encoding="utf-8"))
            holder = Holder(int(told["process"]), str(told["host"]), str(told["program"]), float(told["since"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return holder if _is_there(holder) else None

    def _sign(self) -> None:
        holder = Holder(os.getpid(), platform.node(), self._program, time.time())
        partial = self._signature.with_suffix(".holder-part")
        try:
            partial.write_text(json.dumps(asdict(holder)), encoding="utf-8")
            partial.replace(self._signature)
        except OSError as error:
            # The lock holds without a name on it, which is all that is lost.
            partial.unlink(missing_ok=True)
            _log.warning("%s: can't say who has the workspace (%s)", self._folder, error)

    def _held(self) -> WorkspaceError:
        deadline = time.monotonic() + _SIGNING
        holder = self.holder()
        while holder is None and time.monotonic() < deadline:
            time.sleep(0.02)
            holder = self.holder()
        return WorkspaceError(
            f"This workspace is open in another Shortlist ({holder or 'which did not say who it is'}).",
            str(self._folder),
            remedy="Close it there first, or choose another workspace.",
        )


def _is_there(holder: Holder) -> bool:
    if holder.host != platform.node() or sys.platform == "win32":
        # Another machine's processes can't be seen, and on Windows asking like this would end the process.
        return True
    try:
        os.kill(holder.process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        # Another user's.
        return True
    return True
