"""What the window does with whole workspaces, done as the command line does it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from core.errors import WorkspaceError
from core.schema.record import ProgressCallback
from core.schema.workspace import (
    KnownWorkspace,
    PackChoices,
    WorkspaceFigures,
    WorkspaceFinding,
    WorkspaceStanding,
)
from core.spaces import making
from core.spaces.moving import refuse_move
from core.spaces.standing import standing_of
from desktop import settings, space_list, workspaces


class WindowSpaces:
    """The workspaces of this machine, for the window."""

    def known(self) -> Sequence[KnownWorkspace]:
        """Return them, the one used last first."""
        return space_list.known()

    def standing(self, folder: Path) -> WorkspaceStanding:
        """Return whether one can be opened."""
        return standing_of(folder)

    def figures(self, folder: Path) -> WorkspaceFigures:
        """Return what one holds, and remember it."""
        from core.spaces.figures import figures_of

        try:
            figures = figures_of(folder)
        except OSError as error:
            raise WorkspaceError(f"The folder can't be read ({error.strerror}).", str(folder)) from error
        space_list.catalogue().note_figures(folder, figures)
        return figures

    def place_for(self, name: str) -> Path:
        """Return where a new one of that name is usually made."""
        return space_list.place_for(name)

    def create(self, name: str, folder: Path | None) -> Path:
        """Make one and return its folder."""
        place = (folder or self.place_for(name)).expanduser().absolute()
        making.create(place, name)
        space_list.catalogue().change(place, used_at=time.time())
        return place

    def note_used(self, folder: Path) -> None:
        """Remember that one is opened now. A list that can't be written costs the memory, not the work."""
        with suppress(WorkspaceError):
            space_list.catalogue().note_used(folder)

    def choose(self, folder: Path) -> None:
        """Open this one from the next opening on."""
        try:
            settings.save_settings(settings.load_settings().model_copy(update={"workspace": str(folder)}))
        except OSError as error:
            raise WorkspaceError(f"The settings can't be written ({error.strerror}).", str(folder)) from error

    def rename(self, folder: Path, name: str) -> None:
        """Call one something else."""
        making.rename(folder, name)
        space_list.catalogue().change(folder)

    def archive(self, folder: Path) -> int:
        """Take one off the recent ones and free what it can do without; return the bytes freed."""
        return asyncio.run(workspaces.archive(folder))

    def bring_back(self, folder: Path) -> None:
        """Put an archived one back among the recent ones."""
        space_list.catalogue().change(folder, is_archived=False)

    def forget(self, folder: Path) -> None:
        """Take one off the list."""
        space_list.catalogue().forget(folder)

    def check(self, folder: Path, progress: ProgressCallback) -> Sequence[WorkspaceFinding]:
        """Look for damage."""
        from core.spaces.check import check

        return check(folder, progress)

    def mend(self, folder: Path, findings: Sequence[WorkspaceFinding]) -> Sequence[WorkspaceFinding]:
        """Mend what can be mended, and return what was."""
        from core.spaces.check import mend

        return mend(folder, findings)

    def refuse_move(self, folder: Path, to: Path) -> None:
        """Refuse a place that one can't be moved to."""
        refuse_move(folder, to)

    def move(self, folder: Path, to: Path, progress: ProgressCallback) -> Sequence[Path]:
        """Move one to another folder, and return what of the old one stays."""
        return workspaces.move(folder, to, progress).stays

    def pack(self, folder: Path, file: Path, choices: PackChoices, progress: ProgressCallback) -> None:
        """Write one into a file."""
        from core.spaces.packing import pack

        pack(folder, file, choices, progress)

    def unpack(self, file: Path, progress: ProgressCallback) -> Path:
        """Make one of such a file, and return its folder."""
        from core.spaces.unpacking import read_manifest

        folder = self.place_for(read_manifest(file).name)
        workspaces.unpack(file, folder, "", progress)
        return folder

    def delete(self, folder: Path, keeps_exports: bool, progress: ProgressCallback) -> Sequence[Path]:
        """Remove one with everything in it, and return what of its folder stays."""
        return workspaces.delete(folder, keeps_exports, progress).stays
