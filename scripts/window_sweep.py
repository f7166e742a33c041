"""Take pictures of the window's pages, panels and dialogs at work on the sample, in both themes, to be looked at.

`.venv/bin/python -m scripts.window_sweep FOLDER` makes a run of the sample in a folder that is thrown away, as
`scripts.guide_pictures` does, and writes a picture of each place at 1280×800 and 1920×1080 for each theme and for
small and large letters; `QT_SCALE_FACTOR=2` before it takes those of a screen with twice the pixels.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog

from core.project import Project
from core.resources import resource
from desktop import settings
from desktop.loop import run_with_window
from desktop.preferences import SettingsFile
from ui.looks import wear_remembered
from ui.main_window import MainWindow

SIZES = ((1280, 800), (1920, 1080))
PERCENTS = (100, 130)
# Commands that show a panel, and those that open a dialog.
PANELS = ("jobs", "dashboard", "insights", "styles")
DIALOGS = (
    "export",
    "settings",
    "models",
    "show_keys",
    "run_options",
    "storage",
    "fine_tune",
    "translate",
    "guide",
)
_PATIENCE_SECONDS = 600.0


class Sweep:
    """Pictures of one window, named by place, theme, size and letters."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window, self._folder = window, folder
        self._suffix = ""

    async def everywhere(self) -> None:
        """Show the open run in every look, with each panel in front and each dialog open."""
        for theme in ("dark", "light"):
            for percent in PERCENTS:
                self._window._looks.choose_theme(theme)
                self._window._looks.choose_percent(percent)
                for width, height in SIZES:
                    self._window.resize(width, height)
                    self._suffix = f"{theme} {width}x{height} {percent}"
                    await self._places()

    async def _places(self) -> None:
        await self.take("review")
        for name in PANELS:
            self._window.actions_by_name[name].trigger()
            await self.take(name)
        for name in DIALOGS:
            before = {id(top) for top in self._dialogs()}
            self._window.actions_by_name[name].trigger()
            await asyncio.sleep(0.4)
            for dialog in [top for top in self._dialogs() if id(top) not in before]:
                self._save(dialog, name)
                dialog.close()

    def _dialogs(self) -> list[QDialog]:
        tops = QApplication.topLevelWidgets()
        return [top for top in tops if isinstance(top, QDialog) and top.isVisible()]

    async def take(self, name: str) -> None:
        """Save what the window shows, once it has settled."""
        await asyncio.sleep(0.4)
        self._save(self._window, name)

    def _save(self, widget: QDialog | MainWindow, name: str) -> None:
        picture = widget.grab()
        picture.save(str(self._folder / f"{name} {self._suffix}.png"))
        wanted = self._window.minimumSizeHint()
        if widget is self._window and wanted.width() > widget.width():
            print(f"{name} {self._suffix}: needs {wanted.width()} pixels")


async def sweep(folder: Path, home: Path) -> int:
    """Make a run of the sample, and take all pictures."""
    chosen = settings.load_settings()
    project = await Project.open(home / "workspace", settings.configuration(chosen))
    memory = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(project, memory, SettingsFile())
    window.resize(*SIZES[0])
    window.show()
    pictures = Sweep(window, folder)
    try:
        await pictures.take("welcome")
        window.import_files([resource("sample/sample.mp4")])
        async with asyncio.timeout(_PATIENCE_SECONDS):
            while not project.runs():
                await asyncio.sleep(0.05)
            window.open_run(project.runs()[0].id)
            await pictures.take("working")
            while not window._bench.review.clips:
                await asyncio.sleep(0.05)
        await pictures.everywhere()
    finally:
        window.close()
        await window.shut_down()
        await project.close()
        window.deleteLater()
        await asyncio.sleep(0)
    return 0


if __name__ == "__main__":
    shown = Path(sys.argv[1])
    shown.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as thrown_away:
        os.environ["SHORTLIST_HOME"] = thrown_away
        application = QApplication(sys.argv[:1])
        application.setQuitOnLastWindowClosed(False)
        wear_remembered(application, QSettings(f"{thrown_away}/look.ini", QSettings.Format.IniFormat))
        raise SystemExit(run_with_window(application, sweep(shown, Path(thrown_away))))
