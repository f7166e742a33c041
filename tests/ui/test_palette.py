"""Ctrl+K finds every command with its key, runs and clips, and does what is chosen."""

from __future__ import annotations

from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget
from window_kit import find, opened, press, titles, until

from ui.actions import COMMANDS
from ui.delegates.palette_row import KeysRole
from ui.dialogs.command_palette import CommandPalette
from ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


async def _palette(window: MainWindow) -> CommandPalette:
    window.activateWindow()
    await until(window.isActiveWindow)
    press(window, Qt.Key.Key_K, CTRL)
    await until(lambda: window.findChild(CommandPalette) is not None)
    palette = find(window, CommandPalette, "commandPalette")
    await until(lambda: palette.isActiveWindow() and find(palette, QLineEdit, "paletteField").hasFocus())
    return palette


def _names(palette: CommandPalette) -> list[str]:
    found = find(palette, QListWidget, "paletteList")
    return [found.item(row).text() for row in range(found.count())]


def _type(palette: CommandPalette, text: str) -> None:
    field = find(palette, QLineEdit, "paletteField")
    field.clear()
    QTest.keyClicks(field, text)


async def _reviewing(window: MainWindow, project: FakeProject) -> str:
    run_id = project.add_run("Episode 12.mp4", duration=70.0, clips=5)
    project.add_run("Garden talk.mp4", duration=70.0, clips=2)
    window.open_run(run_id)
    await until(lambda: window._bench.review.current is not None)
    return run_id


async def test_every_command_is_found_by_its_name_with_its_key(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        palette = await _palette(window)
        shown = find(palette, QListWidget, "paletteList")
        for command in COMMANDS:
            if command.name == "find_command":
                continue
            name = window.actions_by_name[command.name].text().rstrip("…")
            _type(palette, name.casefold())
            assert _names(palette)[0] == name
            if command.keys:
                assert shown.item(0).data(KeysRole)
        _type(palette, "xyzzy")
        assert find(palette, QLabel, "paletteNone").isVisible()
        palette.close()


async def test_a_command_is_run_and_stands_first_the_next_time(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        first = window._bench.review.current
        assert first is not None
        palette = await _palette(window)
        _type(palette, "reject")
        QTest.keyClick(find(palette, QLineEdit, "paletteField"), Qt.Key.Key_Return)
        await until(lambda: project.clip(first.id).decision == "rejected")
        assert window.findChild(CommandPalette) is None
        palette = await _palette(window)
        assert _names(palette)[0] == "Reject"
        palette.close()


async def test_a_clip_and_a_run_are_gone_to(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        last = titles(window)[-1]
        palette = await _palette(window)
        _type(palette, last)
        QTest.keyClick(find(palette, QLineEdit, "paletteField"), Qt.Key.Key_Return)
        await until(lambda: find(window, QLineEdit, "clipTitle").text() == last)
        palette = await _palette(window)
        _type(palette, "garden")
        assert _names(palette) == ["Garden talk"]
        QTest.keyClick(find(palette, QLineEdit, "paletteField"), Qt.Key.Key_Return)
        await until(lambda: window.windowTitle().startswith("Garden talk"))


async def test_arrows_choose_escape_closes_and_what_cannot_be_done_is_not(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        palette = await _palette(window)
        field, shown = find(palette, QLineEdit, "paletteField"), find(palette, QListWidget, "paletteList")
        QTest.keyClick(field, Qt.Key.Key_Up)
        assert shown.currentRow() == shown.count() - 1
        QTest.keyClick(field, Qt.Key.Key_Down)
        QTest.keyClick(field, Qt.Key.Key_PageDown)
        assert shown.currentRow() == 8
        _type(palette, "redo")
        assert not window.actions_by_name["redo"].isEnabled()
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert palette.isVisible()
        QTest.keyClick(field, Qt.Key.Key_Escape)
        await until(lambda: window.findChild(CommandPalette) is None)
