"""Theme and size of letters are changed in an open window, by its menu and keys, and are remembered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton, QTabWidget, QToolButton
from window_kit import click, find, opened, press, until

from ui import theme
from ui.dialogs.appearance import AppearancePage
from ui.dialogs.settings import SettingsDialog
from ui.looks import Looks, remembered_percent, remembered_theme, wear_remembered
from ui.main_window import MainWindow
from ui.timeline.view import TimelineView
from ui.widgets.fields import TimeField


@pytest.fixture(autouse=True)
def _usual_look_afterwards(themed: QApplication, memory: QSettings) -> Iterator[None]:
    yield
    memory.clear()
    wear_remembered(themed, memory)


async def _review(window: MainWindow, project: FakeProject) -> None:
    window.open_run(project.add_run("Episode 12.mp4", duration=70.0, clips=5))
    await until(lambda: find(window, TimelineView, "timelineView").viewport.duration == 70.0)
    await until(lambda: find(window, QLabel, "clipScore").text() == "94")


def _ground(window: MainWindow) -> str:
    return window.grab().toImage().pixelColor(2, window.height() // 2).name()


def _shades(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


async def test_the_light_theme_is_put_on_what_is_open(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _review(window, project)
        score = find(window, QLabel, "clipScore")
        adjust = find(window, QPushButton, "adjustFraming")
        muted_dark = QColor("#abb2bf").name()
        assert muted_dark in _shades(adjust.icon().pixmap(18, 18).toImage())
        dark = _ground(window)
        tinted = score.palette().color(score.foregroundRole()).name()
        window.actions_by_name["theme_light"].trigger()
        assert theme.name() == "light"
        assert dark == "#121317"
        assert _ground(window) == theme.colour("ground").name() == "#e9ebf0"
        assert theme.colour("text-muted").name() in _shades(adjust.icon().pixmap(18, 18).toImage())
        assert score.palette().color(score.foregroundRole()).name() != tinted
        timeline = find(window, TimelineView, "timelineView").grab().toImage()
        assert timeline.pixelColor(1, timeline.height() - 1).name() == theme.colour("surface").name()
        assert window.actions_by_name["theme_light"].isChecked()
        assert not window.actions_by_name["theme_dark"].isChecked()
        assert remembered_theme(memory) == "light"
        window.actions_by_name["theme_dark"].trigger()
        assert _ground(window) == dark
        assert muted_dark in _shades(adjust.icon().pixmap(18, 18).toImage())


async def test_letters_grow_and_shrink_by_keys(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _review(window, project)
        approve = find(window, QPushButton, "decide_approved")
        field = find(window, TimeField, "clipStart")
        clips = find(window, QListView, "clipList")
        before = (approve.fontMetrics().height(), field.width(), clips.sizeHintForRow(0))
        held = Qt.KeyboardModifier.ControlModifier
        press(window, Qt.Key.Key_Plus, held)
        press(window, Qt.Key.Key_Plus, held)
        assert remembered_percent(memory) == 130
        after = (approve.fontMetrics().height(), field.width(), clips.sizeHintForRow(0))
        assert [new / old for new, old in zip(after, before, strict=True)] == pytest.approx([1.3] * 3, abs=0.06)
        assert field.font().pixelSize() == 17
        press(window, Qt.Key.Key_0, held)
        assert (approve.fontMetrics().height(), field.width(), clips.sizeHintForRow(0)) == before


async def test_the_settings_change_the_look_at_once_whether_saved_or_not(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        window.actions_by_name["settings"].trigger()
        await until(lambda: window.findChild(SettingsDialog) is not None)
        dialog = find(window, SettingsDialog, "settingsDialog")
        tabs = find(dialog, QTabWidget, "settingsTabs")
        page = find(dialog, AppearancePage, "appearancePage")
        # What does not find room in a page scrolls in it.
        tabs.setCurrentIndex([tabs.widget(place).isAncestorOf(page) for place in range(tabs.count())].index(True))
        click(find(dialog, QToolButton, "segment_light"))
        assert theme.name() == "light"
        assert window.actions_by_name["theme_light"].isChecked()
        click(find(dialog, QToolButton, "segment_115"))
        dialog.reject()
        assert (remembered_theme(memory), remembered_percent(memory)) == ("light", 115)
        assert theme.look() == ("light", 115)


def test_the_steps_end_at_the_largest_and_the_smallest(themed: QApplication, memory: QSettings) -> None:
    looks = Looks(memory, themed)
    for by, end in ((1, theme.TEXT_SIZES[-1]), (-1, theme.TEXT_SIZES[0])):
        for _ in theme.TEXT_SIZES:
            looks.step_size(by)
        assert theme.percent() == remembered_percent(memory) == end
    looks.deleteLater()


def test_what_was_chosen_is_put_on_at_the_next_start(themed: QApplication, memory: QSettings) -> None:
    memory.setValue("theme", "light")
    memory.setValue("text_percent", 115)
    wear_remembered(themed, memory)
    assert theme.look() == ("light", 115)
    button = QToolButton()
    button.ensurePolished()
    assert button.palette().buttonText().color().name() == theme.colour("text").name()


def test_what_is_no_theme_and_no_size_is_passed_over(themed: QApplication, memory: QSettings) -> None:
    memory.setValue("theme", "sepia")
    memory.setValue("text_percent", "huge")
    wear_remembered(themed, memory)
    assert theme.look() == ("dark", 100)


def test_as_the_system_follows_what_the_system_says(themed: QApplication, memory: QSettings) -> None:
    memory.setValue("theme", "system")
    wear_remembered(themed, memory)
    is_light = themed.styleHints().colorScheme() == Qt.ColorScheme.Light
    assert theme.name() == ("light" if is_light else "dark")
