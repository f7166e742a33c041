"""Take pictures of the window's pages, panels and dialogs at work on the sample, in both themes, to be looked at.

`.venv/bin/python -m scripts.window_sweep FOLDER` makes a run of the sample in a folder that is thrown away, as
`scripts.guide_pictures` does, and writes a picture of each place (`scripts.window_places`) at 1280×800 and at
1920×1080 for each theme. `--percents 100,130` takes larger letters as well, `--only REGEX` some places alone,
`--language de` another language; `--home FOLDER` keeps the run for the next time. `QT_SCALE_FACTOR=2` before it
takes the pictures of a screen with twice the pixels; `--screen 1920x1080` says how many that has, so that dialogs
are as large as they are there.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from core.project import Project
from core.resources import resource
from core.schema.run import RunOptions
from desktop import settings
from desktop.about import About
from desktop.api_desk import ApiDesk
from desktop.loop import run_with_window
from desktop.preferences import SettingsFile
from desktop.window_spaces import WindowSpaces
from scripts.window_dialogs import DIALOGS, furnish
from scripts.window_places import PLACES, close_others, settled
from ui.languages import speak
from ui.looks import THEMES, wear_remembered
from ui.main_window import MainWindow

_PATIENCE_SECONDS = 900.0


class Sweep:
    """Pictures of one window, named by place, theme, size and letters."""

    def __init__(self, window: MainWindow, wanted: argparse.Namespace) -> None:
        self._window, self._folder, self._wanted = window, Path(wanted.folder), wanted
        self._suffix = ""

    async def everywhere(self) -> None:
        """Go to each place in every look."""
        for theme in self._wanted.themes.split(","):
            for percent in self._wanted.percents.split(","):
                self._window._looks.choose_theme(next(each for each in THEMES if each == theme))
                self._window._looks.choose_percent(int(percent))
                for size in self._wanted.sizes.split(","):
                    width, height = (int(part) for part in size.split("x"))
                    self._window.resize(width, height)
                    # As whoever opens it at this size finds it.
                    self._window.actions_by_name["reset_layout"].trigger()
                    self._suffix = f" {theme} {size} {percent}"
                    await self._places()

    async def _places(self) -> None:
        for name, place in (PLACES | DIALOGS).items():
            if not re.search(self._wanted.only, name):
                continue
            try:
                shown = await place(self._window)
                await settled()
                self.save(shown, name)
            except Exception as error:
                # One place that is gone must not take all others along.
                print(f"{name}: {error!r}")
                continue
            if shown is not self._window:
                shown.close()
                close_others(self._window)
                await settled(0.1)

    def save(self, widget: QWidget, name: str) -> None:
        """Save what a widget shows, and say where it needs more room than there is."""
        widget.grab().save(str(self._folder / f"{name}{self._suffix}.png"))
        wanted = self._window.minimumSizeHint()
        if widget is self._window and wanted.width() > widget.width():
            print(f"{name}{self._suffix}: needs {wanted.width()} pixels")


async def sweep(wanted: argparse.Namespace, home: Path) -> int:
    """Make a run of the sample where there is none, and take all pictures."""
    chosen = settings.load_settings()
    project = await Project.open(home / "workspace", settings.configuration(chosen))
    memory = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)
    # No folder of whoever takes the pictures.
    memory.setValue("export_folder", "/home/ana/Clips")
    window = MainWindow(project, memory, SettingsFile())
    window.resize(1280, 800)
    window.show()
    pictures, spaces, api = Sweep(window, wanted), WindowSpaces(), ApiDesk(project)
    spaces.note_used(project.folder)
    window.workspaces.follow(spaces, project.folder)
    window.about.follow(About(project.folder))
    window.local_api.follow(api)
    try:
        await settled()
        if not project.runs():
            await begin(window, project, pictures)
        furnish(window)
        await review(window, project)
        await pictures.everywhere()
    finally:
        window.close()
        await window.shut_down()
        await api.close()
        await project.close()
        window.deleteLater()
        await asyncio.sleep(0)
    return 0


async def begin(window: MainWindow, project: Project, pictures: Sweep) -> None:
    """Make a run of the sample, and beside it one that failed."""
    pictures.save(window, "welcome")
    window.import_files([resource("sample/sample.mp4")])
    async with asyncio.timeout(_PATIENCE_SECONDS):
        while not project.runs():
            await asyncio.sleep(0.05)
        window.open_run(project.runs()[0].id)
        await settled(1.0)
        pictures.save(window, "working")
        while project.runs()[0].state != "analysis_complete":
            await asyncio.sleep(0.05)
    run = project.runs()[0]
    failed = project._store.add_run(run.source_id, RunOptions(), run.style_pin)
    why = "The file is damaged or was cut off: its index can't be read."
    project._store.move_run(failed.id, "failed", why)


async def review(window: MainWindow, project: Project) -> None:
    """Open the sample's run, with a clip approved and another one in hand."""
    bench = window._bench
    window.open_run(next(run.id for run in project.runs() if run.state == "analysis_complete"))
    async with asyncio.timeout(_PATIENCE_SECONDS):
        while not bench.review.clips or bench.player.composition is None:
            await asyncio.sleep(0.05)
        if all(clip.decision == "undecided" for clip in bench.review.clips):
            window.actions_by_name["approve"].trigger()
        while bench.player.composition is None:
            await asyncio.sleep(0.05)
    bench.player.seek(1.2)
    await settled(3.0)


def arguments() -> argparse.Namespace:
    """Return what is wanted."""
    said = argparse.ArgumentParser(description="Take pictures of the whole window.")
    said.add_argument("folder")
    said.add_argument("--home", default="")
    said.add_argument("--only", default="")
    said.add_argument("--themes", default="dark,light")
    said.add_argument("--sizes", default="1280x800,1920x1080")
    said.add_argument("--percents", default="100")
    said.add_argument("--language", default="en")
    said.add_argument("--screen", default="1920x1080")
    return said.parse_args()


def screen(size: str, folder: Path) -> None:
    """Give Qt a screen of so many pixels that nobody sees, where no other is chosen."""
    width, height = (int(part) for part in size.split("x"))
    one = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height}
    one |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file = folder / "screen.json"
    file.write_text(json.dumps({"screens": [one]}), encoding="utf-8")
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={file}")


if __name__ == "__main__":
    wanted = arguments()
    Path(wanted.folder).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as thrown_away:
        screen(wanted.screen, Path(thrown_away))
        home = Path(wanted.home or thrown_away)
        os.environ["SHORTLIST_HOME"] = str(home)
        application = QApplication(sys.argv[:1])
        application.setQuitOnLastWindowClosed(False)
        speak(application, wanted.language)
        wear_remembered(application, QSettings(f"{home}/look.ini", QSettings.Format.IniFormat))
        raise SystemExit(run_with_window(application, sweep(wanted, home)))
