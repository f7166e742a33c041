"""Finished files go out of the window: dragged with the mouse, copied by key, and never taken away."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from window_kit import find, opened, press, until

from core.schema.run import OutputRecord
from ui.export.file_row import FileRow
from ui.main_window import MainWindow


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[QUrl], Qt.DropAction]]:
    """Stand for the screen on which a drag goes on until the button is let go of."""
    seen: list[tuple[list[QUrl], Qt.DropAction]] = []

    def stand_in(drag: QDrag, allowed: Qt.DropAction) -> Qt.DropAction:
        seen.append((drag.mimeData().urls(), allowed))
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", stand_in)
    return seen


async def _exported(window: MainWindow, project: FakeProject, folder: Path) -> tuple[QDialog, list[FileRow]]:
    """Show the files of an export: one finished, one that is still rendered."""
    run_id = project.add_run("Episode 12.mp4", 70.0, 4)
    clips = project.clips(run_id)[:2]
    for clip in clips:
        project.output_records[clip.id] = OutputRecord(
            id=clip.id, run_id=run_id, clip_id=clip.id, aspect="9:16", state="rendering"
        )
    window.open_run(run_id)
    press(window, Qt.Key.Key_A)
    await until(lambda: bool(project.history.get(run_id)))
    export = window._bench.export
    export._begin(run_id).asked |= {clip.id for clip in clips}
    video = folder / "clip one.mp4"
    video.write_bytes(b"a video")
    done = project.output_records[clips[0].id].model_copy(
        update={"state": "rendered", "fraction": 1.0, "files": (video, folder / "clip one.srt")}
    )
    window._exports.open(shows_files=True)
    await until(lambda: window.findChild(QDialog, "exportDialog") is not None)
    dialog = find(window, QDialog, "exportDialog")
    project.tell_output(done)
    await until(lambda: len(dialog.findChildren(FileRow)) == 2)
    return dialog, dialog.findChildren(FileRow)


def _drag(row: FileRow, far: int) -> None:
    QTest.mousePress(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(60, 10))
    QTest.mouseMove(row, QPoint(60 + far, 10))
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(60 + far, 10))


async def test_a_finished_file_is_dragged_into_another_program(
    project: FakeProject, memory: QSettings, tmp_path: Path, dragged: list[tuple[list[QUrl], Qt.DropAction]]
) -> None:
    async with opened(project, memory) as window:
        dialog, (finished, rendering) = await _exported(window, project, tmp_path)
        near = QApplication.startDragDistance() - 1
        _drag(finished, near)
        assert not dragged, "a click with a shaking hand is no drag"
        _drag(rendering, 80)
        assert not dragged, "there is no file to drag yet"
        _drag(finished, 80)
        assert dragged == [([QUrl.fromLocalFile(str(tmp_path / "clip one.mp4"))], Qt.DropAction.CopyAction)]
        dialog.close()


async def test_a_finished_file_is_copied_by_key(project: FakeProject, memory: QSettings, tmp_path: Path) -> None:
    async with opened(project, memory) as window:
        dialog, (finished, _) = await _exported(window, project, tmp_path)
        finished.setFocus()
        QTest.keyClick(finished, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        held = QGuiApplication.clipboard().mimeData()
        assert [url.toLocalFile() for url in held.urls()] == [str(tmp_path / "clip one.mp4")]
        assert find(dialog, QLabel, "exportSaid").text() == "clip one.mp4 is copied. Paste it where you need it."
        dialog.close()


async def test_a_file_that_is_gone_says_so_and_drags_nothing(
    project: FakeProject, memory: QSettings, tmp_path: Path, dragged: list[tuple[list[QUrl], Qt.DropAction]]
) -> None:
    async with opened(project, memory) as window:
        dialog, (finished, _) = await _exported(window, project, tmp_path)
        (tmp_path / "clip one.mp4").unlink()
        _drag(finished, 80)
        assert not dragged
        said = find(dialog, QLabel, "exportSaid")
        assert said.isVisible()
        assert said.text().startswith("clip one.mp4 is not in its folder any more.")
        dialog.close()
