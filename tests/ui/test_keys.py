"""Keys are looked up, searched, given away and taken back, fire what they were given to, and are remembered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import pytest
from fake_project import FakeProject
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QKeySequenceEdit, QLabel, QLineEdit, QPushButton, QTreeWidget, QWidget
from window_kit import click, find, opened, press, until

from ui.actions import COMMANDS, make_actions
from ui.dialogs.keys import KeysDialog
from ui.keymap import RESERVED, KeyMap, native, portable
from ui.main_window import MainWindow
from ui.menus import MENUS, Submenu

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_NAMES = [command.name for command in COMMANDS]
_KEYS = [
    *("A", "B", "X", "Q", "Space", "F5", "Ctrl+E", "Ctrl+Shift+Z", "Shift+L", "?", "{", "["),
    *("Del", "Up", "Ctrl++", "Alt+1"),
]


class _Memory(QSettings):
    """Remembers nothing on disk, so that hundreds of examples are quick."""

    def __init__(self) -> None:
        super().__init__("none", "none")
        self.kept: dict[str, object] = {}

    def value(self, key: str, default: object = None, *_more: object) -> object:  # type: ignore[override]
        return self.kept.get(key, default)

    def setValue(self, key: str, value: object) -> None:
        self.kept[key] = value


def test_menus_hold_every_command_and_open_by_letters_of_their_own(themed: QApplication) -> None:
    letters = [title[title.index("&") + 1].casefold() for title, _names in MENUS]
    assert len(letters) == len(set(letters))
    held = set(_names_in([name for _title, names in MENUS for name in names]))
    assert set(_NAMES) - held == set(), "commands that no menu holds"


def _names_in(entries: Sequence[str | Submenu | None]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, Submenu):
            yield from _names_in(entry.names)
        elif entry is not None:
            yield entry


def test_macos_takes_settings_about_and_quitting_alone_into_the_menu_of_the_program(themed: QApplication) -> None:
    holder = QWidget()
    made = make_actions(holder, {name: lambda: None for name in _NAMES}, lambda run: run())
    moved = {name for name, action in made.items() if action.menuRole() != QAction.MenuRole.NoRole}
    assert moved == {"settings", "about", "close_window"}
    holder.deleteLater()


def test_no_two_commands_come_with_the_same_key(themed: QApplication) -> None:
    keymap = KeyMap(_Memory())
    given_to = Counter(keys for command in COMMANDS for keys in command.keys)
    assert [keys for keys, count in given_to.items() if count > 1] == []
    for command in COMMANDS:
        for keys in command.keys:
            assert portable(keys), f"{command.name}: {keys} is no key"
            assert portable(keys) not in RESERVED
            assert [holder.name for holder in keymap.holders(keys)] == [command.name]


@given(
    changes=st.lists(st.tuples(st.sampled_from(_NAMES), st.lists(st.sampled_from(_KEYS), max_size=3)), max_size=12)
)
def test_whatever_is_assigned_no_key_has_two_masters_and_all_is_remembered(
    themed: QApplication, changes: list[tuple[str, list[str]]]
) -> None:
    memory = _Memory()
    keymap = KeyMap(memory)
    for name, keys in changes:
        keymap.assign(name, keys)
        assert keymap.keys(name) == tuple(dict.fromkeys(map(portable, keys)))
        for each in keys:
            assert [holder.name for holder in keymap.holders(each)] == [name]
    again = KeyMap(memory)
    assert {name: again.keys(name) for name in _NAMES} == {name: keymap.keys(name) for name in _NAMES}
    again.reset_all()
    assert again.is_usual
    assert all(again.keys(command.name) == tuple(map(portable, command.keys)) for command in COMMANDS)


@pytest.mark.parametrize("keys", ["Tab", "Esc", "", "no such key"])
def test_what_moves_the_focus_or_is_no_key_is_given_to_nothing(themed: QApplication, keys: str) -> None:
    keymap = KeyMap(_Memory())
    with pytest.raises(ValueError, match="not to be given"):
        keymap.assign("approve", (keys,))
    assert keymap.is_usual


@pytest.mark.parametrize(
    "kept", ["", "{", "[1]", '{"approve": "A"}', '{"gone": ["A"]}', '{"approve": ["nonsense"]}']
)
def test_what_another_version_left_is_passed_over(themed: QApplication, kept: str) -> None:
    memory = _Memory()
    memory.setValue("keys", kept)
    assert KeyMap(memory).is_usual


async def _opened_keys(window: MainWindow) -> KeysDialog:
    press(window, Qt.Key.Key_Question, SHIFT)
    await until(lambda: window.findChild(KeysDialog) is not None)
    dialog = find(window, KeysDialog, "keysDialog")
    await until(dialog.isActiveWindow)
    return dialog


def _shown(dialog: KeysDialog) -> list[str]:
    tree = find(dialog, QTreeWidget, "keysList")
    found = []
    for place in range(tree.topLevelItemCount()):
        head = tree.topLevelItem(place)
        assert head is not None
        children = [head.child(row) for row in range(head.childCount())]
        found += [child.text(0) for child in children if not child.isHidden()]
    return found


async def _reviewing(window: MainWindow, project: FakeProject) -> None:
    window.open_run(project.add_run("Episode 12.mp4", duration=70.0, clips=5))
    await until(lambda: window._bench.review.current is not None)


async def test_a_command_is_found_by_word_and_by_key(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        dialog = await _opened_keys(window)
        search = find(dialog, QLineEdit, "keysSearch")
        assert search.hasFocus()
        QTest.keyClicks(search, "export")
        assert _shown(dialog) == ["Export approved clips"]
        search.clear()
        QTest.keyClicks(search, "ctrl+e")
        assert "Export approved clips" in _shown(dialog)
        assert "Approve" not in _shown(dialog)
        search.clear()
        QTest.keyClicks(search, "zzz")
        assert _shown(dialog) == []
        assert find(dialog, QLabel, "keysNone").isVisible()
        dialog.close()


async def test_a_key_is_taken_from_another_command_and_fires_the_new_one(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        dialog = await _opened_keys(window)
        search, field = find(dialog, QLineEdit, "keysSearch"), find(dialog, QKeySequenceEdit, "keysField")
        QTest.keyClicks(search, "approve")
        QTest.keyClick(search, Qt.Key.Key_Return)
        assert field.hasFocus()
        QTest.keyClick(field, Qt.Key.Key_X)
        assert find(dialog, QLabel, "keysConflict").text() == "X belongs to “Reject”, which would lose it."
        click(find(dialog, QPushButton, "keysReplace"))
        assert find(dialog, QLabel, "keysConflict").text() == ""
        dialog.close()
        # Without a window manager nobody gives the window its keys back.
        window.activateWindow()
        await until(window.isActiveWindow)
        first = window._bench.review.current
        assert first is not None
        press(window, Qt.Key.Key_A)
        assert window._bench.review.clip(first.id).decision == "undecided"  # type: ignore[union-attr]
        press(window, Qt.Key.Key_X)
        await until(lambda: project.clip(first.id).decision == "approved")
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        assert [keys.toString() for keys in window.actions_by_name["approve"].shortcuts()] == ["X"]
        assert window.actions_by_name["reject"].shortcuts() == []
        dialog = await _opened_keys(window)
        click(find(dialog, QPushButton, "keysResetAll"))
        assert not find(dialog, QPushButton, "keysResetAll").isEnabled()
        dialog.close()
        assert [keys.toString() for keys in window.actions_by_name["approve"].shortcuts()] == ["A"]
        assert [keys.toString() for keys in window.actions_by_name["reject"].shortcuts()] == ["X"]


async def test_a_second_key_is_added_told_in_hints_and_taken_back(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        hinted = find(window, QPushButton, "adjustFraming")
        assert hinted.toolTip().endswith("(C)")
        dialog = await _opened_keys(window)
        tree, field = find(dialog, QTreeWidget, "keysList"), find(dialog, QKeySequenceEdit, "keysField")
        tree.setCurrentItem(tree.findItems("Adjust the framing by hand", Qt.MatchFlag.MatchRecursive)[0])
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_F6)
        click(find(dialog, QPushButton, "keysAdd"))
        assert hinted.toolTip().endswith(f"({native(['C', 'F6'])})")
        click(find(dialog, QPushButton, "keysClear"))
        assert hinted.toolTip() == "Drag and scale the crop, choose whom to follow"
        click(find(dialog, QPushButton, "keysReset"))
        assert hinted.toolTip().endswith("(C)")
        assert not find(dialog, QPushButton, "keysReset").isEnabled()
        dialog.close()
