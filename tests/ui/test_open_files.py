"""Files that the program is started with, or that another start hands over: each goes where it belongs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt

from tests.ui.fake_project import FakeProject
from tests.ui.window_kit import find, opened, until
from ui.widgets.notice import Notice


async def test_videos_are_imported_and_styles_taken_into_the_library(
    project: FakeProject, memory: QSettings, sample_video: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "brand.shortliststyle"
    broken.write_bytes(b"no archive")
    async with opened(project, memory) as window:
        window.open_files([broken, sample_video])
        await until(lambda: ("import_source", sample_video) in project.calls)
        notice = find(window, Notice, "notice")
        await until(lambda: "brand.shortliststyle" in notice.text())
        assert not any(call[:2] == ("import_source", broken) for call in project.calls)


async def test_a_window_that_is_minimised_comes_back_with_the_files_of_another_start(
    project: FakeProject, memory: QSettings, sample_video: Path
) -> None:
    async with opened(project, memory) as window:
        window.setWindowState(Qt.WindowState.WindowMinimized)
        window.take_over([sample_video])
        await until(lambda: ("import_source", sample_video) in project.calls)
        assert not window.isMinimized() and window.isVisible()
