"""The user guide: every page, link, picture and key is there in each language, and it is read in the window."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_project import FakeProject
from guide_text import Page, catalogue, key_in_words
from PySide6.QtCore import QSettings, Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QPushButton, QTextBrowser
from window_kit import click, find, opened, press, until

from core import resources
from core.export.sheet_words import words
from core.resources import guide
from ui.actions import COMMANDS
from ui.dialogs.guide import PAGES, WRITTEN_IN, GuideDialog, page
from ui.languages import LANGUAGES, USUAL, speak

_LARGEST_BYTES = 100_000
_KEYS = {keys for command in COMMANDS for keys in command.keys}
_NAMES = [name for name, _ in PAGES]
_OTHERS = [code for code in WRITTEN_IN if code != USUAL]
# Slanted as well: what is typed, and the one button of a page that is no window of ours.
_TYPED = ("main.py ", "--", "{")
_SHEETS = words(USUAL)["save"]
# What somebody might look for is another thing in each language.
_LOOKED_FOR = {"climate tax", '"climate tax"', r"clim\*", "climat~", "-tax", '-"the tax"', 'source:"episode 12"'}
_LOOKED_FOR |= {"money trouble", "speaker:anna", "lang:de", "since:30d", "since:2026-01", "until:2026-03-31"}
_LOOKED_FOR |= {"is:approved", "score:70", r"\*", "~"}
# Shorter lines may be the same in two languages: names of programs, rules of tables.
_LONG_LINE = 40


@pytest.fixture
def another_language(themed: QApplication) -> Iterator[QApplication]:
    yield themed
    speak(themed, "en")


def test_it_is_written_in_languages_of_the_window() -> None:
    assert set(WRITTEN_IN) <= set(LANGUAGES) and WRITTEN_IN[0] == USUAL
    assert {folder.name for folder in guide(USUAL).parent.iterdir()} == set(WRITTEN_IN)


@pytest.mark.parametrize("language", WRITTEN_IN)
def test_every_page_is_listed_and_no_other(language: str) -> None:
    assert {file.stem for file in guide(language).glob("*.md")} == set(_NAMES)


@pytest.mark.parametrize("language", WRITTEN_IN)
@pytest.mark.parametrize("name", _NAMES)
def test_pictures_and_links_of_a_page_are_there(name: str, language: str) -> None:
    for told, target in Page.read(language, name).links:
        assert told, "a picture says in words what it shows"
        assert (guide(language) / target).is_file(), target


@pytest.mark.parametrize("name", _NAMES)
def test_keys_and_texts_that_a_page_names_are_those_of_the_window(name: str) -> None:
    read, texts = Page.read(USUAL, name), catalogue("de")
    for shown in read.keys:
        assert shown in _KEYS, f"no command has the key {shown}"
        assert not QKeySequence(shown).isEmpty()
    for said in read.slanted:
        is_typed = said.startswith(_TYPED) or said in _LOOKED_FOR
        assert is_typed or said == _SHEETS or said in texts, f"the window does not say “{said}”"


@pytest.mark.parametrize("language", WRITTEN_IN)
def test_pictures_are_shown_and_small(language: str) -> None:
    shown = {target for name in _NAMES for _, target in Page.read(language, name).links if "/" in target}
    there = sorted((guide(language) / "pictures").iterdir())
    assert {f"pictures/{file.name}" for file in there} == shown
    for file in there:
        assert file.stat().st_size < _LARGEST_BYTES, file.name
        assert not QImage(str(file)).isNull()


@pytest.mark.parametrize("language", _OTHERS)
@pytest.mark.parametrize("name", _NAMES)
def test_a_translated_page_has_the_parts_of_the_english_one(
    name: str, language: str, another_language: QApplication
) -> None:
    english, made = Page.read(USUAL, name), Page.read(language, name)
    assert made.shape == english.shape
    assert sorted(target for _, target in made.links) == sorted(target for _, target in english.links)
    assert made.commands == english.commands
    kept = {line for line in english.prose.splitlines() if len(line) > _LONG_LINE}
    assert not kept & set(made.prose.splitlines())
    speak(another_language, language)
    assert made.keys == Counter({key_in_words(keys): times for keys, times in english.keys.items()})


@pytest.mark.parametrize("language", _OTHERS)
@pytest.mark.parametrize("name", _NAMES)
def test_a_translated_page_names_what_the_window_says(name: str, language: str) -> None:
    """Each text of the window that the English page names is there as the catalogue has it, and no other."""
    english, made, texts = Page.read(USUAL, name), Page.read(language, name), catalogue(language)
    left = Counter(made.slanted + made.strong)
    others = 0
    for said in sorted(english.slanted + english.strong, key=lambda each: len(texts.get(each, ()))):
        if said not in texts and said != _SHEETS and not said.startswith(_TYPED):
            others += 1
            continue
        wanted = [words(language)["save"]] if said == _SHEETS else sorted(texts.get(said, {said}))
        found = next((each for each in wanted if left[each]), None)
        assert found is not None, f"“{said}” is {wanted} in the window, not one of {sorted(+left)}"
        left[found] -= 1
    assert left.total() == others, sorted(+left)


async def test_the_guide_opens_by_key_and_its_links_lead_to_its_pages(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory, has_panels=False) as window:
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
        click(find(dialog, QPushButton, "guideClose"))
        assert not dialog.isVisible()


async def test_the_guide_speaks_the_language_of_the_window(
    project: FakeProject, memory: QSettings, another_language: QApplication
) -> None:
    speak(another_language, "de")
    async with opened(project, memory, has_panels=False) as window:
        press(window, Qt.Key.Key_F1)
        dialog = find(window, QDialog, "guideDialog")
        await until(dialog.isActiveWindow)
        text, pages = find(dialog, QTextBrowser, "guideText"), find(dialog, QListWidget, "guidePages")
        assert dialog.windowTitle() == "Handbuch"
        assert pages.currentItem().text() == "Ihr erster Clip"
        assert "Beispiel öffnen" in text.toPlainText() and "Open the sample" not in text.toPlainText()
        QTest.keyClick(pages, Qt.Key.Key_Down)
        assert "Wonach ein Durchlauf suchen soll" in text.toPlainText()
        text.setSource(text.source().resolved(QUrl("export.md")))
        assert pages.currentItem().text() == "Exportieren"
        assert text.toPlainText().startswith("Exportieren\n")
        (shown,) = {target for _, target in Page(text.toMarkdown()).links if target.endswith(".png")}
        assert text.source().resolved(QUrl(shown)).toLocalFile() == str(guide("de") / "pictures" / "export.png")
        dialog.close()


@pytest.mark.parametrize("language", WRITTEN_IN)
def test_long_commands_are_read_without_moving_the_page_sideways(
    language: str, another_language: QApplication
) -> None:
    speak(another_language, language)
    dialog = GuideDialog()
    dialog.show()
    dialog.open_page("workspaces")
    text = find(dialog, QTextBrowser, "guideText")
    text.moveCursor(QTextCursor.MoveOperation.End)
    assert "language_model.model=acme-large" in text.toPlainText()
    assert text.verticalScrollBar().value() > 0 and text.horizontalScrollBar().maximum() == 0
    dialog.close()
    dialog.deleteLater()


def test_a_language_without_pages_is_shown_the_english_ones(another_language: QApplication) -> None:
    speak(another_language, "fr")
    assert not guide("fr").exists()
    assert [page(name) for name in _NAMES] == [guide(USUAL) / f"{name}.md" for name in _NAMES]
    dialog = GuideDialog()
    assert "Open the sample" in find(dialog, QTextBrowser, "guideText").toPlainText()
    dialog.deleteLater()


def test_links_of_an_english_page_lead_back_to_the_language_that_is_worn(
    another_language: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(guide(USUAL), tmp_path / "docs" / "guide" / USUAL)
    (tmp_path / "resources").symlink_to(resources.resource(""))
    (tmp_path / "docs" / "guide" / "fr").mkdir()
    (tmp_path / "docs" / "guide" / "fr" / "first.md").write_text("# Votre premier extrait\n", encoding="utf-8")
    monkeypatch.setattr(resources, "_root", lambda: tmp_path)
    speak(another_language, "fr")
    dialog = GuideDialog()
    dialog.show()
    text, pages = find(dialog, QTextBrowser, "guideText"), find(dialog, QListWidget, "guidePages")
    assert text.toPlainText() == "Votre premier extrait"
    text.setSource(text.source().resolved(QUrl("start.md")))
    assert text.toPlainText().startswith("Getting started") and pages.currentRow() == 1
    text.setSource(text.source().resolved(QUrl("first.md")))
    assert text.toPlainText() == "Votre premier extrait" and pages.currentRow() == 0
    click(find(dialog, QPushButton, "guideBack"))
    assert text.toPlainText().startswith("Getting started")
    dialog.close()
    dialog.deleteLater()
