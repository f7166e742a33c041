"""Clips go to an editing program and come back, as a person does it."""

from __future__ import annotations

from pathlib import Path

import opentimelineio as otio
import pytest
from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
)
from window_kit import click, find, opened, press, until

from core.schema.handoff import ClipChange, HandoffWritten
from core.schema.time import Cut, TimeSpan
from ui.controllers.hand_off import change_facts
from ui.dialogs.hand_off import HandOffDialog
from ui.languages import speak
from ui.main_window import MainWindow
from ui.widgets.notice import Notice


async def _approve_two(window: MainWindow, project: FakeProject) -> str:
    run_id = project.add_run("Episode 12.mp4", 70.0, 4)
    window.open_run(run_id)
    for key in (Qt.Key.Key_A, Qt.Key.Key_A):
        press(window, key)
    await until(lambda: len(project.history.get(run_id, [])) == 2)
    return run_id


async def _dialog(window: MainWindow, name: str) -> QDialog:
    await until(lambda: window.findChild(QDialog, name) is not None)
    dialog = find(window, QDialog, name)
    dialog.activateWindow()
    await until(dialog.isActiveWindow)
    return dialog


async def _back_to(window: MainWindow) -> None:
    window.activateWindow()
    await until(window.isActiveWindow)


async def _handed(window: MainWindow, project: FakeProject, folder: Path, kind: str) -> Path:
    """Hand the approved clips over and return the file."""
    press(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = await _dialog(window, "handOffDialog")
    box = find(dialog, QComboBox, "handOffKind")
    box.setCurrentIndex(box.findData(kind))
    find(dialog, QLineEdit, "handOffFolder").setText(str(folder))
    click(find(dialog, QPushButton, "startHandOff"))
    await until(find(dialog, QPushButton, "handOffShowFolder").isVisible)
    files = find(dialog, QListWidget, "handOffFiles")
    file = folder / files.item(0).text()
    assert file.is_file() and files.item(0).toolTip() == str(file)
    dialog.close()
    await until(lambda: window.findChild(QDialog, "handOffDialog") is None)
    return file


def _trim_first(file: Path, seconds: float) -> None:
    """Start the first clip later, as an editing program does."""
    timeline = otio.adapters.read_from_file(str(file))
    for track in timeline.tracks:
        span = track[0].source_range
        by = otio.opentime.RationalTime(round(seconds * 25), 25)
        track[0].source_range = otio.opentime.TimeRange(span.start_time + by, span.duration - by)
    otio.adapters.write_to_file(timeline, str(file))


async def test_clips_are_handed_over_and_the_choice_is_remembered(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    async with opened(project, memory) as window:
        run_id = await _approve_two(window, project)
        project.hand_off.told = ("Its frames come unevenly.",)
        window.actions_by_name["hand_off"].trigger()
        dialog = await _dialog(window, "handOffDialog")
        assert find(dialog, QLabel, "handOffSum").text() == "2 clips"
        lines = find(dialog, QListWidget, "handOffClips")
        lines.item(1).setCheckState(Qt.CheckState.Unchecked)
        assert find(dialog, QLabel, "handOffSum").text() == "1 clip"
        box = find(dialog, QComboBox, "handOffKind")
        box.setCurrentIndex(box.findData("fcp7"))
        assert "Premiere" in find(dialog, QLabel, "handOffAbout").text()
        find(dialog, QCheckBox, "handOffEach").click()
        find(dialog, QLineEdit, "handOffFolder").setText(str(tmp_path / "out"))
        click(find(dialog, QPushButton, "startHandOff"))
        await until(find(dialog, QPushButton, "handOffShowFolder").isVisible)
        heading = find(dialog, QLabel, "handOffHeading").text()
        assert heading == "1 clip handed over, times counted at 25 frames a second"
        assert find(dialog, QLabel, "handOffNotes").text() == "Its frames come unevenly."
        first = project.clips(run_id)[0].id
        assert ("hand_off", ((first,), "fcp7", tmp_path / "out", True)) in project.calls
        dialog.close()
        await until(lambda: window.findChild(QDialog, "handOffDialog") is None)
        window.actions_by_name["hand_off"].trigger()
        again = await _dialog(window, "handOffDialog")
        assert find(again, QComboBox, "handOffKind").currentData() == "fcp7"
        assert find(again, QCheckBox, "handOffEach").isChecked()
        assert find(again, QLineEdit, "handOffFolder").text() == str(tmp_path / "out")
        again.close()


async def test_what_keeps_clips_from_being_handed_over_is_said(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        assert not window.actions_by_name["hand_off"].isEnabled()
        window.open_run(project.add_run("Episode 12.mp4", 70.0, 4))
        await until(window.actions_by_name["hand_off"].isEnabled)
        window.actions_by_name["hand_off"].trigger()
        dialog = await _dialog(window, "handOffDialog")
        assert find(dialog, QLabel, "handOffSum").text() == "Approve a clip first"
        assert not find(dialog, QPushButton, "startHandOff").isEnabled()
        dialog.close()
        await until(lambda: window.findChild(QDialog, "handOffDialog") is None)
        await _back_to(window)
        press(window, Qt.Key.Key_A)
        await until(lambda: any(clip.decision == "approved" for clip in window._bench.review.clips))
        project.hand_off.problem = "The folder can't be written."
        window.actions_by_name["hand_off"].trigger()
        dialog = await _dialog(window, "handOffDialog")
        click(find(dialog, QPushButton, "startHandOff"))
        problem = find(dialog, QLabel, "handOffProblem")
        await until(problem.isVisible)
        assert "can't be written" in problem.text() and find(dialog, QPushButton, "startHandOff").isEnabled()
        dialog.close()


async def test_changes_come_back_with_ticks_and_as_one_step_of_undo(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    async with opened(project, memory) as window:
        run_id = await _approve_two(window, project)
        file = await _handed(window, project, tmp_path, "otio")
        _trim_first(file, 0.4)
        window.actions_by_name["read_back"].trigger()
        await until(lambda: window.findChild(QFileDialog, "readBackChooser") is not None)
        chooser = find(window, QFileDialog, "readBackChooser")
        chooser.fileSelected.emit(str(file))
        chooser.close()
        dialog = await _dialog(window, "readBackDialog")
        changes = find(dialog, QListWidget, "readBackChanges")
        await until(lambda: changes.count() == 1)
        assert find(dialog, QLabel, "readBackTold").text() == "1 clip changed there, 1 is as before"
        assert changes.item(0).text().splitlines()[1] == "starts 0.4 s later · ends as before"
        apply = find(dialog, QPushButton, "readBackApply")
        assert apply.text() == "Take over 1 change" and changes.hasFocus()
        press(dialog, Qt.Key.Key_Space)
        assert not apply.isEnabled()
        press(dialog, Qt.Key.Key_Space)
        before = project.clips(run_id)[0]
        click(apply)
        await until(lambda: window.findChild(QDialog, "readBackDialog") is None)
        assert project.clip(before.id).cut.start == pytest.approx(before.cut.start + 0.4, abs=0.04)
        notice = find(window, Notice, "notice")
        await until(lambda: notice.text() == "Changes of 1 clip taken over")
        await until(lambda: window._bench.review.clip(before.id) == project.clip(before.id))
        await _back_to(window)
        press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: project.clip(before.id).cut == before.cut)


async def test_a_file_without_changes_and_one_that_can_not_be_read_say_so(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    async with opened(project, memory) as window:
        await _approve_two(window, project)
        file = await _handed(window, project, tmp_path, "edl")
        window._hand_offs.compare(file)
        dialog = await _dialog(window, "readBackDialog")
        told = find(dialog, QLabel, "readBackTold")
        await until(lambda: told.text() == "Nothing is changed: all 2 clips in it are as they are here.")
        assert not find(dialog, QPushButton, "readBackApply").isVisible()
        click(find(dialog, QPushButton, "readBackClose"))
        await until(lambda: window.findChild(QDialog, "readBackDialog") is None)
        (tmp_path / "a.edl").write_text("hello")
        window._hand_offs.compare(tmp_path / "a.edl")
        dialog = await _dialog(window, "readBackDialog")
        told = find(dialog, QLabel, "readBackTold")
        await until(lambda: "no CMX 3600 list" in told.text())
        press(dialog, Qt.Key.Key_Escape)
        await until(lambda: window.findChild(QDialog, "readBackDialog") is None)


def test_facts_of_a_change_are_whole_phrases() -> None:
    before, after = (Cut(ranges=(TimeSpan(start=start, end=20.0),)) for start in (10.0, 9.0))
    change = ClipChange(clip_id="c", title="T", before=before, after=after)
    same = change.model_copy(update={"after": before})
    assert change_facts(change.model_copy(update={"starts_by": -1.0, "ends_by": 0.04})) == [
        "starts 1.0 s earlier",
        "ends 0.04 s later",
    ]
    assert (
        change_facts(change.model_copy(update={"starts_by": 1.0, "cut_out_by": 1.5}))[2] == "1.5 s cut out inside"
    )
    assert (
        change_facts(change.model_copy(update={"starts_by": 1.0, "cut_out_by": -1.5}))[2]
        == "1.5 s put back inside"
    )
    assert change_facts(change) == ["is cut otherwise inside"]
    assert change_facts(same.model_copy(update={"new_title": "N", "new_notes": " "})) == [
        "is called “N”",
        "has no notes any more",
    ]


async def test_the_rate_of_a_hand_off_is_written_as_the_language_writes_it(
    themed: QApplication, project: FakeProject, memory: QSettings
) -> None:
    speak(themed, "de")
    try:
        async with opened(project, memory) as window:
            await _approve_two(window, project)
            window.actions_by_name["hand_off"].trigger()
            dialog = await _dialog(window, "handOffDialog")
            assert isinstance(dialog, HandOffDialog)
            dialog._on_written(HandoffWritten(files=(), clips=7, rate="29.97 drop-frame", told=()))
            assert " 29,97 drop-frame " in find(dialog, QLabel, "handOffHeading").text()
            dialog.close()
    finally:
        speak(themed, "en")
