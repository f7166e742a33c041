"""The user guide: every page, link, picture and key is there, and it is walked through in the window."""

from __future__ import annotations

import re

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QListWidget, QPushButton, QTextBrowser
from window_kit import click, find, opened, press, until

from core.resources import guide
from ui.actions import COMMANDS
from ui.dialogs.guide import PAGES

_LARGEST_BYTES = 100_000
# Endings of files, and commands for a terminal.
_NO_KEYS = (".", "sudo ", "make ", "shortlist")
_KEYS = {keys for command in COMMANDS for keys in command.keys}


def _text(name: str) -> str:
    return (guide() / f"{name}.md").read_text(encoding="utf-8")


def test_every_page_is_listed_and_no_other() -> None:
    assert {file.stem for file in guide().glob("*.md")} == {name for name, _ in PAGES}


@pytest.mark.parametrize("name", [name for name, _ in PAGES])
def test_pictures_links_and_keys_of_a_page_are_there(name: str) -> None:
    text = _text(name)
    for told, target in re.findall(r"\[([^\]]*)\]\(([^)]+)\)", text):
        assert told, "a picture says in words what it shows"
        assert (guide() / target).is_file(), target
    # What stands between fences is for the command line.
    for shown in re.findall(r"`([^`]+)`", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)):
        if not shown.startswith(_NO_KEYS):
            assert shown in _KEYS, f"no command has the key {shown}"
            assert not QKeySequence(shown).isEmpty()


def test_pictures_are_shown_and_small() -> None:
    shown = {target for name, _ in PAGES for target in re.findall(r"\((pictures/[^)]+)\)", _text(name))}
    there = sorted((guide() / "pictures").iterdir())
    assert {f"pictures/{file.name}" for file in there} == shown
    for file in there:
        assert file.stat().st_size < _LARGEST_BYTES, file.name
        assert not QImage(str(file)).isNull()


async def test_the_guide_opens_by_key_and_its_links_lead_to_its_pages(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        press(window, Qt.Key.Key_F1)
        dialog = find(window, QDialog, "guideDialog")
        await until(dialog.isActiveWindow)
        text, pages = find(dialog, QTextBrowser, "guideText"), find(dialog, QListWidget, "guidePages")
        assert "Open the sample" in text.toPlainText()
        QTest.keyClick(pages, Qt.Key.Key_Down)
        assert "What a run shall look for" in text.toPlainText()
        click(find(dialog, QPushButton, "guideBack"))
        assert "Open the sample" in text.toPlainText()
        assert pages.currentRow() == 0
        text.setSource(text.source().resolved(QUrl("export.md")))
        assert pages.currentItem().text() == "Export"
        press(window, Qt.Key.Key_F1)
        assert len(window.findChildren(QDialog, "guideDialog")) == 1
        dialog.close()
