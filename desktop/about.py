"""What the window tells about the program: versions, folders, parts, and whether there is a newer one."""

from __future__ import annotations

import importlib
import platform
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from core import __version__
from core.aside import aside
from core.resources import is_frozen
from desktop import paths, settings, updates
from ui.controllers.about import NewVersion, UpdateChoice
from ui.wording import tr

if TYPE_CHECKING:
    from core.schema.part import Part


class About:
    """Knows this program and the workspace that the window is open on."""

    def __init__(self, workspace: Path) -> None:
        self._workspace = workspace

    def version(self) -> str:
        """Return the version of this program."""
        return __version__

    def facts(self) -> Sequence[tuple[str, str]]:
        """Return versions and folders."""
        from PySide6.QtCore import qVersion
        from PySide6.QtGui import QGuiApplication

        chosen = settings.load_settings()
        return (
            (
                "Shortlist",
                __version__ if is_frozen() else tr("{version}, from source").format(version=__version__),
            ),
            ("System", f"{platform.platform(terse=True)}, {platform.machine()}"),
            ("Python", platform.python_version()),
            ("Qt", f"{qVersion()}, {QGuiApplication.platformName()}"),
            ("FFmpeg", _ffmpeg()),
            ("Workspace", str(self._workspace)),
            ("Models", str(settings.weights_folder(chosen))),
            ("Settings", str(paths.settings_file())),
            ("Logs", str(paths.log_folder())),
        )

    def parts(self) -> Sequence[Part]:
        """Return what the program is made of."""
        from desktop import parts

        return parts.parts()

    def updates(self) -> UpdateChoice:
        """Return what was chosen about new versions."""
        return updates.chosen()

    def choose_updates(self, choice: UpdateChoice) -> None:
        """Keep a choice."""
        updates.choose(choice)

    async def look(self, address: str) -> NewVersion | None:
        """Ask an address for a newer version now."""
        return await aside(partial(updates.look, address), "updates")

    async def look_if_due(self) -> NewVersion | None:
        """Ask at most once a day, if that was chosen."""
        return await aside(updates.look_if_due, "updates")


def _ffmpeg() -> str:
    av = importlib.import_module("av")
    return f"{av.ffmpeg_version_info} (PyAV {av.__version__})"
