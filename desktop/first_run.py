"""The first steps: whether they were taken, and the folder that was chosen, in the settings file."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from core.errors import WorkspaceError
from desktop import paths, settings
from ui.wording import tr


class FirstRun:
    """Keeps what the first steps decide. A workspace `given` for this start alone is not changed by them."""

    def __init__(self, given: str | None, has_runs: bool) -> None:
        self._given = given
        self._has_runs = has_runs

    def is_first(self) -> bool:
        """Whether the steps were neither taken nor skipped, by somebody who has no runs yet."""
        return not settings.load_settings().is_set_up and not self._has_runs and self._given is None

    def workspace(self) -> Path:
        """Return the folder in which runs are kept."""
        return settings.workspace(settings.load_settings(), self._given)

    def problem(self, folder: Path) -> str:
        """Return why runs can't be kept in a folder, or nothing."""
        if not folder.is_absolute():
            return tr("Choose a whole path, from the disk on.")
        there = _nearest(folder)
        if not there.is_dir():
            return tr("{path} is a file. Choose a folder.").format(path=there)
        if not os.access(there, os.W_OK):
            return tr("Nothing can be written to {path}. Choose a folder of your own.").format(path=there)
        return ""

    def free_bytes(self, folder: Path) -> int:
        """Return what is free on the disk of a folder."""
        try:
            return shutil.disk_usage(_nearest(folder)).free
        except OSError:
            return 0

    def finish(self, folder: Path | None) -> None:
        """Write it into the settings.

        Raises:
            WorkspaceError: The file can't be written.
        """
        chosen = settings.load_settings()
        change: dict[str, object] = {"is_set_up": True}
        if folder is not None and folder != self.workspace():
            change["workspace"] = str(folder)
        try:
            settings.save_settings(chosen.model_copy(update=change))
        except OSError as error:
            file = str(paths.settings_file())
            raise WorkspaceError(f"The settings can't be written ({error.strerror}).", file) from error


def _nearest(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that is there."""
    return next((each for each in (folder, *folder.parents) if each.exists()), Path(folder.anchor))
