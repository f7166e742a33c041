"""A contact sheet goes out and its answers come back, as a person does it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
)
from window_kit import click, find, opened, press, until

from core.schema.plan import AxisScore
from core.schema.sheet import SheetChange
from ui.controllers.sheets import change_words
from ui.languages import speak
from ui.main_window import MainWindow
from ui.widgets.notice import Notice


async def _dialog(window: MainWindow, name: str) -> QDialog:
    await until(lambda: window.findChild(QDialog, name) is not None)
    dialog = find(window, QDialog, name)
    dialog.activateWindow()
    await until(dialog.isActiveWindow)
    return dialog


async def _reviewing(window: MainWindow, project: FakeProject) -> str:
    assert not window.actions_by_name["contact_sheet"].isEnabled()
    run_id = project.add_run("Episode 12.mp4", 70.0, 4)
    window.open_run(run_id)
    await until(window.actions_by_name["contact_sheet"].isEnabled)
    press(window, Qt.Key.Key_X)
    await until(lambda: any(clip.decision == "rejected" for clip in window._bench.review.clips))
    return run_id


async def test_a_sheet_is_made_stopped_and_opened_and_the_choice_is_remembered(
    project: FakeProject, memory: QSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(shown.append(url)) or True)
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        window.actions_by_name["contact_sheet"].trigger()
        dialog = await _dialog(window, "sheetDialog")
        clips = find(dialog, QListWidget, "sheetClips")
        assert clips.count() == 3 and find(dialog, QLabel, "sheetSum").text() == "3 clips"
        clips.item(1).setCheckState(Qt.CheckState.Unchecked)
        shape = find(dialog, QComboBox, "sheetShape")
        shape.setCurrentIndex(shape.findData("1:1"))
        field = find(dialog, QLineEdit, "sheetFile")
        assert Path(field.text()).name == "Episode 12 clips.html"
        field.setText(str(tmp_path / "out" / "for Ana"))
        make, stop = find(dialog, QPushButton, "makeSheet"), find(dialog, QPushButton, "sheetStop")
        project.contact_sheets.problem = "The folder can't be written."
        click(make)
        await until(lambda: "can't be written" in find(dialog, QLabel, "sheetProblem").text())
        project.contact_sheets.problem = ""
        click(make)
        await until(lambda: find(dialog, QLabel, "sheetDoing").text() == "2 of 3")
        click(stop)
        assert make.isVisible() and not (tmp_path / "out").exists()
        project.contact_sheets.made.set()
        click(make)
        await until(find(dialog, QPushButton, "sheetOpen").isVisible)
        file = tmp_path / "out" / "for Ana.html"
        assert find(dialog, QLabel, "sheetHeading").text().startswith("2 clips are on the sheet, ")
        assert find(dialog, QLabel, "sheetWhere").text() == str(file)
        wanted = [clip.id for clip in project.clips(run_id) if clip.decision != "rejected"]
        assert project.calls[-1] == ("sheet", ((wanted[0], wanted[2]), "1:1", file))
        click(find(dialog, QPushButton, "sheetOpen"))
        click(find(dialog, QPushButton, "sheetShow"))
        assert [Path(url.toLocalFile()) for url in shown] == [file, file.parent]
        dialog.close()
        await until(lambda: window.findChild(QDialog, "sheetDialog") is None)
        window.actions_by_name["contact_sheet"].trigger()
        again = await _dialog(window, "sheetDialog")
        assert find(again, QComboBox, "sheetShape").currentData() == "1:1"
        assert Path(find(again, QLineEdit, "sheetFile").text()).parent == tmp_path / "out"
        again.close()


@pytest.fixture
def german(themed: QApplication) -> Iterator[None]:
    speak(themed, "de")
    yield
    speak(themed, "en")


async def test_a_german_window_makes_a_german_sheet(
    german: None, project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        clip = project.clips(run_id)[1]
        axes = {"hook": AxisScore(score=88.0, evidence=("I was broke",))}
        told = {"reason": "A statement that has quotable lines.", "axes": axes}
        await project.edit(run_id, "Other reasons", [clip.model_copy(update=told)])
        window.actions_by_name["contact_sheet"].trigger()
        dialog = await _dialog(window, "sheetDialog")
        file = tmp_path / "für Ana.html"
        find(dialog, QLineEdit, "sheetFile").setText(str(file))
        project.contact_sheets.made.set()
        click(find(dialog, QPushButton, "makeSheet"))
        await until(find(dialog, QPushButton, "sheetOpen").isVisible)
        dialog.close()
    page = file.read_text(encoding="utf-8")
    assert '<html lang="de">' in page and ">Entscheidungen speichern</button>" in page
    found = json.loads(page.partition('id="data">')[2].partition("</script>")[0])
    shown = next(each for each in found["clips"] if each["id"] == clip.id)
    assert shown["reason"] == "Eine Aussage, die zitierbare Sätze hat."
    assert shown["axes"] == [{"name": "hook", "score": 88, "evidence": "„I was broke“"}]


async def test_answers_are_shown_with_ticks_and_taken_over_as_one_step_of_undo(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        clips = project.clips(run_id)
        before = {clip.id: clip for clip in clips}
        answers = tmp_path / "decisions.json"
        given = [
            {"id": clips[1].id, "decision": "approved", "notes": "cut the end"},
            {"id": clips[2].id, "decision": "maybe"},
            {"id": clips[3].id, "decision": "undecided"},
            {"id": "gone", "decision": "approved"},
        ]
        answers.write_text(json.dumps({"kind": "shortlist decisions", "run": run_id, "by": "Ana", "clips": given}))
        window.actions_by_name["read_answers"].trigger()
        await until(lambda: window.findChild(QFileDialog, "answersChooser") is not None)
        chooser = find(window, QFileDialog, "answersChooser")
        chooser.fileSelected.emit(str(answers))
        chooser.close()
        dialog = await _dialog(window, "sheetAnswers")
        shown = find(dialog, QListWidget, "answersList")
        await until(lambda: shown.count() == 2)
        assert find(dialog, QLabel, "answersTold").text() == "2 clips decided otherwise by Ana"
        assert find(dialog, QLabel, "answersNotes").text() == "One clip of the sheet is gone."
        assert shown.item(0).text().endswith("\napproved, note “cut the end”")
        shown.item(1).setCheckState(Qt.CheckState.Unchecked)
        apply = find(dialog, QPushButton, "answersApply")
        assert apply.text() == "Take over 1 change"
        click(apply)
        await until(lambda: project.clip(clips[1].id).decision == "approved")
        assert project.clip(clips[1].id).notes == "cut the end"
        assert project.clip(clips[2].id) == before[clips[2].id]
        await until(lambda: window.findChild(QDialog, "sheetAnswers") is None)
        notice = find(window, Notice, "notice")
        assert notice.text() == "Decisions on 1 clip taken over"
        click(find(notice, QPushButton, "noticeAction"))
        await until(lambda: project.clip(clips[1].id).decision == "undecided")


async def test_what_is_no_file_of_answers_is_said(project: FakeProject, memory: QSettings, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        window._sheets.compare(tmp_path / "x.json")
        dialog = await _dialog(window, "sheetAnswers")
        told = find(dialog, QLabel, "answersTold")
        await until(lambda: "no file of decisions" in told.text())
        assert not find(dialog, QPushButton, "answersApply").isVisible()
        click(find(dialog, QPushButton, "answersClose"))


def test_an_answer_in_words() -> None:
    def change(**given: str) -> SheetChange:
        return SheetChange.model_validate({"clip_id": "c", "title": "t", **given})

    assert change_words(change(decision="rejected")) == "rejected"
    assert change_words(change(notes=" ")) == "no note"
    assert change_words(change(decision="undecided", notes="x")) == "not decided any more, note “x”"
