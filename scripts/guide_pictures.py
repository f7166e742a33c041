"""Take the pictures of docs/guide from the real window at work on the sample, so that they show what there is.

`.venv/bin/python -m scripts.guide_pictures [LANGUAGE]` makes a run of the sample in a folder that is thrown away
(a few minutes), in a window that speaks the language, English where none is given, and needs no screen. Look at
what it made before you commit it.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

# Before anything of Qt: pictures are the same on machines with a screen and without.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from core.project import Configuration, Project
from core.resources import guide, resource
from desktop.first_run import FirstRun
from desktop.loop import run_with_window
from desktop.preferences import SettingsFile
from ui.languages import LANGUAGES, USUAL, speak
from ui.main_window import MainWindow
from ui.theme import apply_theme

ROOT = Path(__file__).resolve().parents[1]
_SIZE_PX = (1280, 800)
_WIDTH_PX = 960
_COLOURS = 128
_PATIENCE_SECONDS = 600.0


async def until(condition: Callable[[], object]) -> None:
    """Wait until something is so.

    Raises:
        TimeoutError: It never came to be.
    """
    async with asyncio.timeout(_PATIENCE_SECONDS):
        while not condition():
            await asyncio.sleep(0.05)


def take(widget: QWidget, folder: Path, name: str) -> None:
    """Save what a widget shows, small: fewer pixels, and the colours that serve it best."""
    import cv2

    grabbed = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    height, width = grabbed.height(), grabbed.width()
    pixels = np.frombuffer(grabbed.constBits(), np.uint8).reshape(height, grabbed.bytesPerLine())
    picture = pixels[:, : width * 3].reshape(height, width, 3)
    if width > _WIDTH_PX:
        size = (_WIDTH_PX, round(height * _WIDTH_PX / width))
        picture = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA))
    made = with_palette(np.ascontiguousarray(picture))
    file = folder / f"{name}.png"
    if not made.save(str(file), "PNG", 0):
        raise OSError(f"{file} can't be written")
    print(f"{file.name}: {file.stat().st_size / 1000:.0f} kB")


def with_palette(picture: np.ndarray) -> QImage:
    """Return a picture, (height, width, 3) uint8 RGB, in the colours that k-means finds in some of its pixels."""
    import cv2

    height, width = picture.shape[:2]
    flat = picture.reshape(-1, 3).astype(np.float32)
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 12, 1.0)
    cv2.setRNGSeed(1)
    _, _, centres = cv2.kmeans(flat[::17].copy(), _COLOURS, None, stop, 1, cv2.KMEANS_PP_CENTERS)
    # |a - b|² without |a|², which is the same for every colour.
    far = (centres**2).sum(1) - 2 * flat @ centres.T
    nearest = np.ascontiguousarray(far.argmin(1).astype(np.uint8).reshape(height, width))
    made = QImage(nearest.data, width, height, width, QImage.Format.Format_Indexed8).copy()
    made.setColorTable(
        [0xFF000000 | int(r) << 16 | int(g) << 8 | int(b) for r, g, b in centres.round().astype(int)]
    )
    return made


async def shoot(home: Path, pictures: Path) -> int:
    """Go through the window as a newcomer does, and take a picture at each turn."""
    weights = Path(os.environ.get("SHORTLIST_WEIGHTS") or ROOT / ".cache" / "weights")
    project = await Project.open(home / "workspace", Configuration(weights_folder=weights), program="the window")
    memory = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)
    # No folder of whoever takes the pictures.
    memory.setValue("export_folder", "/home/ana/Clips")
    window = MainWindow(project, memory, SettingsFile())
    window.resize(*_SIZE_PX)
    window.show()
    try:
        await asyncio.sleep(0.5)
        take(window, pictures, "welcome")
        await first_steps(window, pictures)
        await review(window, project, pictures)
    finally:
        window.close()
        await window.shut_down()
        await project.close()
        window.deleteLater()
    return 0


async def first_steps(window: MainWindow, pictures: Path) -> None:
    """Show the first of the first steps, and skip them."""
    window.first_run.follow(FirstRun(None, has_runs=False))
    dialog = dialog_of(window, "firstRun")
    await asyncio.sleep(0.5)
    take(dialog, pictures, "first-steps")
    dialog.reject()


async def review(window: MainWindow, project: Project, pictures: Path) -> None:
    """Import the sample, watch it at work, review it, dress it and export it."""
    window.actions_by_name["open_sample"].trigger()
    await until(lambda: any(job.fraction for job in window._bench.jobs.jobs()))
    window.actions_by_name["jobs"].trigger()
    await asyncio.sleep(1.5)
    take(window, pictures, "jobs")
    window.actions_by_name["jobs"].trigger()
    await until(lambda: project.runs()[0].state == "analysis_complete")
    bench = window._bench
    await until(lambda: bench.player.composition is not None and bench.review.transcript is not None)
    window.actions_by_name["approve"].trigger()
    window.actions_by_name["next_clip"].trigger()
    await asyncio.sleep(1.0)
    await until(lambda: bench.player.composition is not None)
    bench.player.seek(1.2)
    await asyncio.sleep(4.0)
    take(window, pictures, "review")
    window.actions_by_name["styles"].trigger()
    await asyncio.sleep(4.0)
    take(window, pictures, "styles")
    window.actions_by_name["export"].trigger()
    dialog = dialog_of(window, "exportDialog")
    await asyncio.sleep(1.0)
    take(dialog, pictures, "export")
    dialog.close()


def dialog_of(window: QWidget, name: str) -> QDialog:
    """Return a dialog by its name."""
    found = window.findChild(QDialog, name, Qt.FindChildOption.FindChildrenRecursively)
    assert isinstance(found, QDialog), name
    return found


def main() -> None:
    """Take all pictures of a language anew."""
    arguments = argparse.ArgumentParser(description="Take the pictures of the user guide.")
    arguments.add_argument("language", nargs="?", default=USUAL, choices=LANGUAGES)
    language = arguments.parse_args().language
    pictures = guide(language) / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    assert resource("sample/sample.mp4").is_file()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SHORTLIST_HOME"] = folder
        application = QApplication([])
        application.setQuitOnLastWindowClosed(False)
        speak(application, language)
        apply_theme(application)
        run_with_window(application, shoot(Path(folder), pictures))


if __name__ == "__main__":
    main()
