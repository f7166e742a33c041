"""An editor's first day, done with a real mouse and keyboard on a real screen (an X display).

Run by `test_window.py` in a process of its own: `python window_journey.py VIDEO OUT SHOTS`. xdotool moves the
pointer and presses the keys; what is asserted is what the window shows and which files come out.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QPoint, QSettings, Qt  # noqa: E402
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QListView, QWidget  # noqa: E402

from core.project import Project  # noqa: E402
from core.schema.run import RunOptions  # noqa: E402
from desktop import settings  # noqa: E402
from desktop.loop import run_with_window  # noqa: E402
from desktop.preferences import SettingsFile  # noqa: E402
from ui.main_window import MainWindow  # noqa: E402
from ui.preview.canvas import Canvas  # noqa: E402
from ui.theme import apply_theme  # noqa: E402


def xdotool(*arguments: object) -> None:
    """Do something with the pointer or the keyboard of the display."""
    subprocess.run(["xdotool", *map(str, arguments)], check=True, timeout=20)


class Person:
    """Eyes and hands in front of the window."""

    def __init__(self, window: MainWindow, shots: Path) -> None:
        self.window = window
        self.shots = shots

    async def until(self, condition: Callable[[], object], seconds: float = 240.0) -> None:
        """Watch until something is so."""
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while not condition():
            if loop.time() > end:
                self.look("stuck")
                raise AssertionError(f"never so: {inspect.getsource(condition).strip()}")
            await asyncio.sleep(0.05)

    def widget(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """Return a widget that can be seen."""
        for top in QApplication.topLevelWidgets():
            for found in [top, *top.findChildren(kind)]:
                if found.objectName() == name and found.isVisible():
                    return found
        raise AssertionError(f"{name} can't be seen")

    def sees(self, name: str) -> bool:
        """Whether a widget is on the screen."""
        try:
            self.widget(name)
        except AssertionError:
            return False
        return True

    def text(self, name: str) -> str:
        """Return what a label or a field says."""
        found = self.widget(name)
        assert isinstance(found, QLabel | QLineEdit)
        return found.text()

    async def click(self, name: str, at: QPoint | None = None) -> None:
        """Move the pointer over a widget and press the left button."""
        found = self.widget(name)
        assert found.isEnabled(), f"{name} can't be pressed"
        place = found.mapToGlobal(at or found.rect().center())
        xdotool("mousemove", place.x(), place.y(), "click", 1)
        await asyncio.sleep(0.25)

    async def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Press, move in steps, let go."""
        a, b = widget.mapToGlobal(start), widget.mapToGlobal(end)
        xdotool("mousemove", a.x(), a.y(), "mousedown", 1)
        for step in range(1, 6):
            await asyncio.sleep(0.06)
            xdotool("mousemove", a.x() + (b.x() - a.x()) * step // 5, a.y() + (b.y() - a.y()) * step // 5)
        await asyncio.sleep(0.1)
        xdotool("mouseup", 1)
        await asyncio.sleep(0.3)

    async def key(self, *names: str) -> None:
        """Press keys."""
        for name in names:
            xdotool("key", name)
            await asyncio.sleep(0.2)

    def look(self, name: str) -> None:
        """Keep a picture of the whole screen's windows."""
        for index, top in enumerate(w for w in QApplication.topLevelWidgets() if w.isVisible()):
            top.grab().save(str(self.shots / f"{name}-{index}.png"))


async def journey(
    project: Project, window: MainWindow, video: Path, out: Path, shots: Path, size: tuple[int, int]
) -> None:
    """Import, watch, review, approve, export."""
    person = Person(window, shots)
    xdotool("search", "--sync", "--onlyvisible", "--name", "Shortlist", "windowfocus")
    await person.until(lambda: person.sees("welcomePage"))
    person.look("1 empty")

    # Import through the button and the file dialog, typing the path.
    await person.click("importButton")
    await person.until(lambda: person.sees("importDialog"))
    xdotool("search", "--sync", "--onlyvisible", "--name", "mport", "windowfocus")
    xdotool("type", "--delay", 5, str(video))
    await person.key("Return")
    await person.until(lambda: bool(project.runs()))
    run = project.runs()[0]
    await person.until(lambda: project.jobs(run.id))
    person.look("2 at work")
    await person.until(lambda: project.run(run.id).state == "analysis_complete")
    xdotool("search", "--onlyvisible", "--name", "Shortlist", "windowfocus")

    # Review: the list is there, the preview shows a picture, keys decide.
    await person.until(lambda: person.sees("clipList"))
    clips = person.widget("clipList", QListView)
    assert isinstance(clips, QListView)
    await person.until(lambda: clips.model().rowCount() >= 2)
    await person.click("clipList", QPoint(clips.width() // 2, 40))
    await person.until(lambda: _is_painted(person.widget("previewCanvas")))
    person.look("3 review")
    first = project.clips(run.id)[0]
    await person.key("a")
    await person.until(lambda: project.clip(first.id).decision == "approved")
    await person.key("x")
    await person.until(lambda: [c.decision for c in project.clips(run.id)].count("rejected") == 1)
    await person.key("ctrl+z")
    await person.until(lambda: [c.decision for c in project.clips(run.id)].count("rejected") == 0)
    await person.key("Up")

    # Play with the space bar: the picture moves on.
    await person.key("space")
    for _ in range(3):
        before = person.widget("previewCanvas").grab().toImage()
        await person.until(lambda before=before: person.widget("previewCanvas").grab().toImage() != before)
    await person.key("space")

    # Title by keyboard, out point by nudging, both undoable.
    title = person.widget("clipTitle", QLineEdit)
    await person.click("clipTitle")
    await person.key("ctrl+a")
    xdotool("type", "--delay", 10, "A better title")
    await person.key("Return")
    await person.until(lambda: project.clip(first.id).wording.title == "A better title")
    assert isinstance(title, QLineEdit)
    end = project.clip(first.id).cut.end
    await person.click("nudge_end_earlier")
    await person.until(lambda: project.clip(first.id).cut.end < end)
    person.look("4 edited")

    # Drag the clip's end on the timeline.
    end = project.clip(first.id).cut.end
    await drag_end(person, project, first.id)
    await person.until(lambda: project.clip(first.id).cut.end != end)

    # Another aspect by key, its crop dragged by hand, then export the approved clip.
    await person.key("2")
    await asyncio.sleep(1.0)
    kept = await drag_crop(person, project, first.id)
    (shots / "crop.json").write_text(json.dumps(kept))
    person.look("5 square")
    await person.key("ctrl+e")
    await person.until(lambda: person.sees("exportDialog"))
    folder = person.widget("exportFolder", QLineEdit)
    assert isinstance(folder, QLineEdit)
    xdotool("search", "--sync", "--onlyvisible", "--name", "xport", "windowfocus")
    await person.click("exportFolder")
    await person.key("ctrl+a")
    xdotool("type", "--delay", 5, str(out))
    for aspect in ("9:16", "16:9"):
        box = person.widget(f"exportAspect_{aspect}", QCheckBox)
        if isinstance(box, QCheckBox) and box.isChecked():
            await person.click(f"exportAspect_{aspect}", QPoint(10, box.height() // 2))
    person.look("6 export")
    await person.click("startExport")
    await person.until(lambda: any(o.state == "rendering" for o in project.outputs(run.id)))
    await asyncio.sleep(1.5)
    person.look("7 exporting")
    await person.until(lambda: project.run(run.id).state == "fully_generated")
    await person.until(lambda: person.sees("showInFolder"))
    await asyncio.sleep(1.0)
    person.look("8 done")
    assert (window.width(), window.height()) == size, "the window grew beyond its screen"
    files = sorted(file.name for file in out.iterdir() if file.suffix == ".mp4")
    assert files == ["01 A better title 1x1.mp4"], files


async def drag_crop(person: Person, project: Project, clip_id: str) -> dict[str, float]:
    """Drag the picture under the crop, wait for what is made of it, and return where and when it was left."""
    canvas = person.widget("previewCanvas", Canvas)
    assert isinstance(canvas, Canvas)
    await person.until(lambda: canvas.framing() is not None and not canvas.message() and _is_square(canvas))
    view = canvas.framing()
    assert view is not None
    seen = view.parts[0].seen
    # Away from the edge of the source that the crop is nearer to.
    way = 60 if seen.center().x() > view.size.width / 2 else -60
    middle = canvas.frame_area().center().toPoint()
    await person.drag(canvas, middle, middle + QPoint(way, 0))
    await person.until(lambda: project.clip(clip_id).framing.crops)
    await person.until(lambda: person.sees("byHandBadge"))
    await person.until(lambda: canvas.framing() is not None and canvas.framing().live is None)
    clip = project.clip(clip_id)
    (crop,) = clip.framing.crops
    (key,) = crop.keyframes
    assert abs(key.centre_x - seen.center().x()) > 20, "the picture did not follow the hand"
    clip_at = clip.cut.to_clip_time(key.at)
    assert clip_at is not None and crop.aspect == "1:1"
    return {"at": key.at, "clip_at": clip_at, "x": key.centre_x, "y": key.centre_y, "height": key.height}


def _is_square(canvas: Canvas) -> bool:
    picture = canvas.picture()
    return picture is not None and picture.width() == picture.height()


async def drag_end(person: Person, project: Project, clip_id: str) -> None:
    """Take the out point of a clip on the timeline and move it left."""
    from ui.timeline.view import TimelineView

    view = person.widget("timelineView")
    assert isinstance(view, TimelineView)
    area = view.clip_area(clip_id)
    assert area is not None, "the clip is not on the timeline"
    _left, top, right, bottom = area
    place = QPoint(round(right) - 2, round((top + bottom) / 2))
    await person.drag(view, place, place - QPoint(40, 0))


def _is_painted(canvas: QWidget) -> bool:
    image = canvas.grab().toImage()
    colours = {
        image.pixel(image.width() * x // 12, image.height() * y // 12) for x in range(1, 12) for y in range(1, 12)
    }
    return len(colours) > 8


async def main(video: Path, out: Path, shots: Path, size: tuple[int, int]) -> int:
    """Open the window as the application does, and let the person at it."""
    chosen = settings.load_settings()
    project = await Project.open(settings.workspace(chosen), settings.configuration(chosen))
    memory = QSettings(str(shots / "window.ini"), QSettings.Format.IniFormat)
    memory.setValue("run_options", RunOptions(min_seconds=6, max_seconds=12).model_dump_json())
    window = MainWindow(project, memory, SettingsFile())
    window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    window.setGeometry(0, 0, *size)
    window.show()
    try:
        await journey(project, window, video, out, shots, size)
    finally:
        window.close()
        await window.shut_down()
        await project.close()
        window.deleteLater()
        await asyncio.sleep(0)
    return 0


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    apply_theme(application)
    width, height = (int(part) for part in sys.argv[4].split("x"))
    paths = [Path(argument) for argument in sys.argv[1:4]]
    raise SystemExit(run_with_window(application, main(*paths, (width, height))))
