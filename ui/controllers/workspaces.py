"""Workspaces in the window: which there are, how they stand, and what is done with whole ones."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from core.errors import Cancelled, ShortlistError
from core.schema.record import ProgressCallback
from core.schema.workspace import (
    KnownWorkspace,
    PackChoices,
    WorkspaceFigures,
    WorkspaceFinding,
    WorkspaceStanding,
)
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP, told

T = TypeVar("T")


class WorkspaceStore(Protocol):
    """What the application around the window does with whole workspaces; all of it is called from threads.

    Whatever can't be done raises a `ShortlistError`.
    """

    def known(self) -> Sequence[KnownWorkspace]:
        """Return the workspaces of this machine, the one used last first."""
        ...

    def standing(self, folder: Path) -> WorkspaceStanding:
        """Return whether one can be opened."""
        ...

    def figures(self, folder: Path) -> WorkspaceFigures:
        """Return what one holds, and remember it."""
        ...

    def place_for(self, name: str) -> Path:
        """Return where a new one of that name is usually made."""
        ...

    def create(self, name: str, folder: Path | None) -> Path:
        """Make one and return its folder."""
        ...

    def choose(self, folder: Path) -> None:
        """Open this one from the next opening on."""
        ...

    def rename(self, folder: Path, name: str) -> None:
        """Call one something else."""
        ...

    def archive(self, folder: Path) -> int:
        """Take one off the recent ones and free what it can do without; return the bytes freed."""
        ...

    def bring_back(self, folder: Path) -> None:
        """Put an archived one back among the recent ones."""
        ...

    def forget(self, folder: Path) -> None:
        """Take one off the list."""
        ...

    def check(self, folder: Path, progress: ProgressCallback) -> Sequence[WorkspaceFinding]:
        """Look for damage."""
        ...

    def mend(self, folder: Path, findings: Sequence[WorkspaceFinding]) -> Sequence[WorkspaceFinding]:
        """Mend what can be mended, and return what was."""
        ...

    def refuse_move(self, folder: Path, to: Path) -> None:
        """Refuse a place that one can't be moved to, before anything is done."""
        ...

    def move(self, folder: Path, to: Path, progress: ProgressCallback) -> Sequence[Path]:
        """Move one to another folder, and return what of the old one stays."""
        ...

    def pack(self, folder: Path, file: Path, choices: PackChoices, progress: ProgressCallback) -> None:
        """Write one into a file."""
        ...

    def unpack(self, file: Path, progress: ProgressCallback) -> Path:
        """Make one of such a file, and return its folder."""
        ...

    def delete(self, folder: Path, keeps_exports: bool, progress: ProgressCallback) -> Sequence[Path]:
        """Remove one with everything in it, and return what of its folder stays."""
        ...


@dataclass(frozen=True)
class WorkspaceLine:
    """A workspace as it is listed. `standing` is None until it was looked at."""

    known: KnownWorkspace
    standing: WorkspaceStanding | None
    is_current: bool

    @property
    def can_open(self) -> bool:
        """Whether it can be worked in now."""
        return not self.is_current and (self.standing is None or self.standing.can_work)


class WorkspacesController(QObject):
    """Knows the workspaces of this machine; `current` is the one that the window is open on.

    With `is_look` that is only looked at.

    Signals:
        changed(): The list, a size or a standing is another.
        worked(float, str): How far the work with one is (0 to 1), and at what.
        settled(str): It ended; why not, where it failed.
    """

    changed = Signal()
    worked = Signal(float, str)
    settled = Signal(str)

    def __init__(
        self,
        store: WorkspaceStore,
        current: Path | None,
        tasks: Tasks,
        parent: QObject | None = None,
        is_look: bool = False,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.current = current
        self.is_look = is_look
        self._tasks = tasks
        self._known: Sequence[KnownWorkspace] = ()
        self._standings: dict[Path, WorkspaceStanding] = {}
        self._stopped = threading.Event()
        self.is_busy = False

    def lines(self) -> list[WorkspaceLine]:
        """Return the workspaces as they are known, the one used last first."""
        return [
            WorkspaceLine(each, self._standings.get(each.folder), each.folder == self.current)
            for each in self._known
        ]

    def line(self, folder: Path | None) -> WorkspaceLine | None:
        """Return one of them."""
        return next((line for line in self.lines() if line.known.folder == folder), None)

    def name(self) -> str:
        """Return how the open workspace is called."""
        line = self.line(self.current)
        return line.known.name if line else self.current.name if self.current else ""

    def look(self, with_sizes: bool = False) -> None:
        """Look again at which there are and how they stand; sizes take longer, and come one by one."""
        self._tasks.start(self._look(with_sizes), QT_TR_NOOP("Could not look at the workspaces."))

    async def _look(self, with_sizes: bool) -> None:
        self._known = await self._tasks.in_thread(self.store.known)
        self.changed.emit()
        for each in list(self._known):
            standing = await self._tasks.in_thread(self.store.standing, each.folder)
            self._standings[each.folder] = standing
            self.changed.emit()
            if with_sizes and (standing.can_look or each.folder == self.current):
                await self._measure(each.folder)

    async def _measure(self, folder: Path) -> None:
        try:
            figures = await self._tasks.in_thread(self.store.figures, folder)
        except ShortlistError:
            # How it stands tells what is wrong with it.
            return
        self._known = [
            each.model_copy(update={"figures": figures}) if each.folder == folder else each for each in self._known
        ]
        self.changed.emit()

    def stop(self) -> None:
        """Stop the work with one where that can be stopped."""
        self._stopped.set()

    def do(self, work: Callable[[], T], then: Callable[[T], object] = lambda _result: None) -> None:
        """Do something with a workspace in a thread, one thing at a time, and then `then` with what came of it."""
        if self.is_busy:
            return
        self.is_busy = True
        self._stopped.clear()
        self.worked.emit(0.0, "")
        self._tasks.start(self._do(work, then), QT_TR_NOOP("This could not be done with the workspace."))

    async def _do(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        try:
            result = await self._tasks.in_thread(work)
        except Cancelled:
            self._settle("")
        except ShortlistError as error:
            self._settle(told(str(error)))
        except BaseException:
            self._settle("")
            raise
        else:
            self._settle("")
            then(result)
        await self._look(False)

    def _settle(self, why_not: str) -> None:
        self.is_busy = False
        self.settled.emit(why_not)

    def progress(self, fraction: float, message: str) -> None:
        """Tell how far the work is, from its thread.

        Raises:
            Cancelled: It was stopped.
        """
        if self._stopped.is_set():
            raise Cancelled("Stopped.")
        self.worked.emit(fraction, message)
