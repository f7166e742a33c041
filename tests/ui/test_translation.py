"""Captions in another language on screen: asked for, stopped, corrected line by line, chosen for clips, saved."""

from __future__ import annotations

from pathlib import Path

from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QTreeView,
)
from window_kit import click, find, opened, until

from ui.dialogs.translation import TranslationDialog
from ui.main_window import MainWindow


async def _open(window: MainWindow, project: FakeProject) -> TranslationDialog:
    run_id = project.add_run("Episode 12.mp4", duration=90.0, clips=3)
    window.open_run(run_id)
    await until(lambda: window._bench.review.transcript is not None)
    window.actions_by_name["translate"].trigger()
    dialog = find(window, TranslationDialog, "translationDialog")
    _choose(dialog, "de")
    await until(lambda: _rows(dialog))
    return dialog


def _choose(dialog: TranslationDialog, code: str) -> None:
    languages = find(dialog, QComboBox, "translationLanguage")
    languages.setCurrentIndex(languages.findData(code))


def _rows(dialog: TranslationDialog) -> int:
    return find(dialog, QTreeView, "translationView").model().rowCount()


def _cell(dialog: TranslationDialog, row: int, column: int) -> str:
    model = find(dialog, QTreeView, "translationView").model()
    return str(model.index(row, column).data() or "")


def _click_line(view: QTreeView, row: int) -> None:
    at = view.visualRect(view.model().index(row, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def _said(dialog: TranslationDialog) -> str:
    return find(dialog, QLabel, "translationSaid").text()


async def test_lines_arrive_while_it_works_and_all_clips_take_them(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        dialog = await _open(window, project)
        rows = _rows(dialog)
        assert f"{rows} lines, {rows} missing" in find(dialog, QLabel, "translationCount").text()
        assert not find(dialog, QPushButton, "translationUse").isEnabled()
        click(find(dialog, QPushButton, "translationAsk"))
        await until(lambda: _cell(dialog, 0, 2).startswith("[de] So the week"))
        assert _cell(dialog, rows - 1, 2) == ""
        bar = find(dialog, QProgressBar, "translationBar")
        assert bar.isVisible() and bar.value() == 500
        assert find(dialog, QPushButton, "translationStop").isVisible()
        project.translations.gate.set()
        await until(lambda: "translated for $0.01" in _said(dialog))
        await until(lambda: _cell(dialog, rows - 1, 2))
        assert not bar.isVisible() and "by a-model" in find(dialog, QLabel, "translationCount").text()
        click(find(dialog, QPushButton, "translationUse"))
        clips = project.clips(window._bench.review.run_id)
        await until(lambda: {c.caption_language for c in project.clips(clips[0].run_id)} == {"de"})
        dialog.close()


async def test_stopping_keeps_what_is_there(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        dialog = await _open(window, project)
        click(find(dialog, QPushButton, "translationAsk"))
        await until(lambda: _cell(dialog, 0, 2))
        click(find(dialog, QPushButton, "translationStop"))
        await until(lambda: find(dialog, QPushButton, "translationAsk").isVisible())
        assert "What was translated stays" in _said(dialog)
        assert _cell(dialog, 0, 2) and not _cell(dialog, _rows(dialog) - 1, 2)
        dialog.close()


async def test_a_line_is_corrected_by_keyboard_and_given_back(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        dialog = await _open(window, project)
        project.translations.gate.set()
        click(find(dialog, QPushButton, "translationAsk"))
        await until(lambda: _cell(dialog, _rows(dialog) - 1, 2))
        view, text = find(dialog, QTreeView, "translationView"), find(dialog, QPlainTextEdit, "translationText")
        _click_line(view, 1)
        assert text.toPlainText().startswith("[de] What did")
        text.setFocus()
        text.selectAll()
        QTest.keyClicks(text, "Was hast du gefragt?")
        QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: _cell(dialog, 1, 3) == "yours")
        assert _cell(dialog, 1, 2) == "Was hast du gefragt?"
        assert view.currentIndex().row() == 2 and text.toPlainText().startswith("[de] I asked")
        assert "1 yours" in find(dialog, QLabel, "translationCount").text()
        _click_line(view, 1)
        click(find(dialog, QPushButton, "translationAgain"))
        await until(lambda: _cell(dialog, 1, 3) == "by the model")
        dialog.close()


async def test_what_is_typed_stays_while_lines_arrive(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        dialog = await _open(window, project)
        text = find(dialog, QPlainTextEdit, "translationText")
        text.setFocus()
        QTest.keyClicks(text, "Noch nicht fertig")
        click(find(dialog, QPushButton, "translationAsk"))
        await until(lambda: _cell(dialog, 0, 2))
        assert text.toPlainText() == "Noch nicht fertig"
        click(find(dialog, QPushButton, "translationStop"))
        dialog.close()


async def test_a_corrected_original_is_marked(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        dialog = await _open(window, project)
        project.translations.gate.set()
        click(find(dialog, QPushButton, "translationAsk"))
        await until(lambda: _cell(dialog, _rows(dialog) - 1, 2))
        assert "original changed" not in _cell(dialog, 1, 3)
        await project.transcripts.correct_words(project.run(dialog.run_id).source_id, 8.0, 8.9, "Whom")
        await until(lambda: "original changed" in _cell(dialog, 1, 3))
        assert "Whom" in _cell(dialog, 1, 1)
        dialog.close()


async def test_without_a_language_model_it_says_so_and_lines_are_written_by_hand(
    project: FakeProject, memory: QSettings
) -> None:
    project.translations.endpoint = None
    async with opened(project, memory) as window:
        dialog = await _open(window, project)
        assert "No language model is set" in find(dialog, QLabel, "translationAbout").text()
        assert not find(dialog, QPushButton, "translationAsk").isEnabled()
        text = find(dialog, QPlainTextEdit, "translationText")
        text.setFocus()
        QTest.keyClicks(text, "Von Hand")
        click(find(dialog, QPushButton, "translationKeep"))
        await until(lambda: _cell(dialog, 0, 2) == "Von Hand")
        dialog.close()


async def test_a_refusal_is_told_where_the_user_looks(project: FakeProject, memory: QSettings) -> None:
    project.translations.problem = "The language model at localhost answered 401: key expired."
    async with opened(project, memory) as window:
        dialog = await _open(window, project)
        click(find(dialog, QPushButton, "translationAsk"))
        await until(lambda: "key expired" in _said(dialog))
        await until(lambda: find(dialog, QPushButton, "translationAsk").isVisible())
        dialog.close()


async def test_a_clip_takes_a_language_in_the_inspector_and_gives_it_back(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        dialog = await _open(window, project)
        project.translations.gate.set()
        click(find(dialog, QPushButton, "translationAsk"))
        await until(lambda: _cell(dialog, _rows(dialog) - 1, 2))
        dialog.close()
        find(window, QTabWidget, "inspectorTabs").setCurrentIndex(1)
        language = find(window, QComboBox, "captionLanguage")
        await until(lambda: [language.itemText(i) for i in range(3)] == ["As spoken", "German", "Translate…"])
        clip = window._bench.review.current
        assert clip is not None
        language.setFocus()
        QTest.keyClick(language, Qt.Key.Key_Down)
        await until(lambda: project.clips(clip.run_id)[0].caption_language == "de")
        assert [c.caption_language for c in project.clips(clip.run_id)[1:]] == ["", ""]
        window.actions_by_name["undo"].trigger()
        await until(lambda: language.currentText() == "As spoken")


async def test_it_is_saved_where_the_user_says(project: FakeProject, memory: QSettings, tmp_path: Path) -> None:
    async with opened(project, memory) as window:
        dialog = await _open(window, project)
        project.translations.gate.set()
        click(find(dialog, QPushButton, "translationAsk"))
        await until(lambda: _cell(dialog, 0, 2))
        click(find(dialog, QPushButton, "translationSave"))
        chooser = find(dialog, QFileDialog, "translationFile")
        chooser.fileSelected.emit(str(tmp_path / "talk.de.vtt"))
        chooser.close()
        await until(lambda: "Saved as talk.de.vtt" in _said(dialog))
        assert project.translations.saved == [tmp_path / "talk.de.vtt"]
        dialog.close()
