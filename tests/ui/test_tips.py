"""Tips in place: about what is shown, with the keys as they are set, and gone for good once they are dismissed."""

from __future__ import annotations

from fake_project import FakeProject
from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from window_kit import click, find, opened

from ui.actions import COMMANDS
from ui.main_window import MainWindow
from ui.tips import TIPS


def _tip(window: MainWindow) -> str:
    return find(window, QLabel, "tipText").text() if window.tips.isVisible() else ""


async def test_tips_are_about_what_is_shown_and_dismissed_for_good(
    project: FakeProject, memory: QSettings
) -> None:
    run_id = project.add_run("Talk.mp4", 600.0, 4)
    async with opened(project, memory) as window:
        assert not _tip(window), "nobody asked for tips yet"
        window.actions_by_name["approve"].setShortcut(QKeySequence("Q"))
        window.tips.start(window.actions_by_name)
        assert _tip(window).startswith("Captions beside a video")
        window.open_run(run_id)
        assert "Q approves" in _tip(window)
        assert "{" not in _tip(window)
        click(find(window, QToolButton, "tipClose"))
        assert "by a word" in _tip(window)
    async with opened(project, memory) as window:
        window.tips.start(window.actions_by_name)
        window.open_run(run_id)
        assert "by a word" in _tip(window)
        click(find(window, QPushButton, "tipNone"))
        assert not _tip(window)
        window.open_run("")
        assert not _tip(window)
        window.actions_by_name["tips"].trigger()
        assert _tip(window).startswith("Captions beside a video")


def test_every_key_of_a_tip_is_that_of_a_command() -> None:
    names = {command.name: "" for command in COMMANDS}
    for tip in TIPS:
        assert tip.text.format_map(names)
