"""The inspector's page about sound: each change is one step of undo, and music is looked at before it is used."""

from __future__ import annotations

import asyncio
from pathlib import Path

from fake_project import FakeProject
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QSlider,
    QTabWidget,
    QToolButton,
)
from window_kit import click, find, opened, press, until

from core.schema.audio import Music, SoundWishes
from ui.main_window import MainWindow
from ui.widgets.fields import AmountField
from ui.widgets.level_slider import LevelSlider

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


async def _on_page(window: MainWindow, project: FakeProject) -> str:
    run_id = project.add_run("Episode 12.mp4", duration=70.0, clips=3)
    window.open_run(run_id)
    await until(lambda: window._bench.review.transcript is not None)
    find(window, QTabWidget, "inspectorTabs").setCurrentIndex(3)
    return run_id


def _sound(project: FakeProject, run_id: str, place: int = 0) -> SoundWishes:
    return project.clips(run_id)[place].sound


def _choose_file(window: MainWindow, path: Path) -> None:
    click(find(window, QPushButton, "musicChoose"))
    chooser = find(window, QFileDialog, "musicDialog")
    chooser.fileSelected.emit(str(path))
    chooser.close()


async def test_noise_is_reduced_and_taken_back(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _on_page(window, project)
        box = find(window, QCheckBox, "reduceNoise")
        click(box, QPoint(10, box.height() // 2))
        await until(lambda: _sound(project, run_id).reduces_noise)
        assert project.undo_label(run_id) == "Reduce the noise of “The week we ran out of money”"
        await until(lambda: "composition" in [name for name, _ in project.calls][-2:])
        press(window, Qt.Key.Key_Z, CTRL)
        await until(lambda: not _sound(project, run_id).reduces_noise)
        await until(lambda: not box.isChecked())
        press(window, Qt.Key.Key_Z, CTRL | SHIFT)
        await until(box.isChecked)


async def test_swear_words_are_silenced_and_bleeped(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _on_page(window, project)
        box = find(window, QComboBox, "profanity")
        assert box.currentData() == "kept"
        for wanted, verb in (("muted", "Silence swear words in"), ("bleeped", "Bleep swear words in")):
            box.showPopup()
            listed = box.view()
            place = listed.visualRect(listed.model().index(box.findData(wanted), 0)).center()
            await asyncio.sleep(0.3)  # a list that just opened takes a click for the end of the one that opened it
            QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
            await until(lambda wanted=wanted: _sound(project, run_id).profanity == wanted)
            assert project.undo_label(run_id) == f"{verb} “The week we ran out of money”"
        press(window, Qt.Key.Key_Z, CTRL)
        await until(lambda: box.currentData() == "muted")


async def test_music_is_laid_under_a_clip_changed_and_removed(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    bed = tmp_path / "Quiet evening.mp3"
    bed.write_bytes(b"x")
    async with opened(project, memory) as window:
        run_id = await _on_page(window, project)
        level = find(window, LevelSlider, "musicLevel")
        assert not level.isVisible()
        assert find(window, QLabel, "musicName").text() == "No music"
        _choose_file(window, bed)
        await until(lambda: _sound(project, run_id).music is not None)
        await until(level.isVisible)
        assert find(window, QLabel, "musicName").text() == "Quiet evening"
        slider = level.findChild(QSlider)
        assert slider is not None
        slider.setFocus()
        for _ in range(3):
            QTest.keyClick(slider, Qt.Key.Key_Right)
        assert any(part.text() == "15 LU under speech" for part in level.findChildren(QLabel))
        await until(lambda: _music(project, run_id).under_lu == 15.0)
        assert [step[0] for step in project.history[run_id]] == [
            "Lay music under “The week we ran out of money”",
            "Change the music of “The week we ran out of money”",
        ]
        starts = find(window, AmountField, "musicStart")
        starts.setFocus()
        starts.selectAll()
        QTest.keyClicks(starts, "12")
        QTest.keyClick(starts, Qt.Key.Key_Return)
        await until(lambda: _music(project, run_id).start == 12.0)
        _choose_file(window, bed)
        await until(lambda: _music(project, run_id).start == 0.0)
        assert _music(project, run_id).under_lu == 15.0
        click(find(window, QToolButton, "musicRemove"))
        await until(lambda: _sound(project, run_id).music is None)
        await until(lambda: not level.isVisible())


def _music(project: FakeProject, run_id: str) -> Music:
    music = _sound(project, run_id).music
    assert music is not None
    return music


async def test_music_that_can_not_be_used_says_why_at_once(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    words = tmp_path / "words.txt"
    words.write_text("la la")
    async with opened(project, memory) as window:
        run_id = await _on_page(window, project)
        problem = find(window, QLabel, "musicProblem")
        _choose_file(window, tmp_path / "gone.mp3")
        await until(problem.isVisible)
        assert "no such file" in problem.text()
        _choose_file(window, words)
        await until(lambda: "no sound" in problem.text())
        assert find(window, QPushButton, "musicChoose").isEnabled()
        assert _sound(project, run_id).music is None
        assert not project.history.get(run_id)
        press(window, Qt.Key.Key_Escape)
        window._bench.review.step(+1)
        assert not problem.isVisible()


async def test_fades_and_loudness_are_typed(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _on_page(window, project)
        for name, typed in (("fadeIn", "0.5"), ("fadeOut", "1.25"), ("soundGain", "-3")):
            field = find(window, AmountField, name)
            field.setFocus()
            field.selectAll()
            QTest.keyClicks(field, typed)
            QTest.keyClick(field, Qt.Key.Key_Return)
        await until(lambda: len(project.history.get(run_id, [])) == 3)
        sound = _sound(project, run_id)
        assert (sound.fade_in, sound.fade_out, sound.gain_db) == (0.5, 1.25, -3.0)
        assert project.undo_label(run_id) == "Change the loudness of “The week we ran out of money”"
        await until(lambda: "−19.2 LUFS, raised by 5.2 dB" in find(window, QLabel, "soundMeasured").text())


async def test_a_change_in_hand_goes_to_its_own_clip(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _on_page(window, project)
        gain = find(window, AmountField, "soundGain")
        gain.stepBy(2)
        window._bench.review.step(+1)
        assert gain.value() == 0.0
        await until(lambda: _sound(project, run_id).gain_db == 2.0)
        assert _sound(project, run_id, 1).gain_db == 0.0


async def test_listening_goes_on_while_the_sound_is_changed(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _on_page(window, project)
        player = window._bench.player
        await until(lambda: player.composition is not None)
        player.seek(1.0)
        press(window, Qt.Key.Key_Space)
        assert player.is_playing
        before = player.composition
        box = find(window, QCheckBox, "reduceNoise")
        click(box, QPoint(10, box.height() // 2))
        await until(lambda: player.composition is not before)
        await asyncio.sleep(0)
        assert player.is_playing
        assert player.position >= 1.0
