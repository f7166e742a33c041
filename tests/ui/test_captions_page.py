"""The inspector's page about captions: swear words starred, fillers cut; each change is one step of undo."""

from __future__ import annotations

from dataclasses import replace

from fake_project import FakeProject
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QRadioButton, QTabWidget
from window_kit import click, find, opened, press, until

from core.schema.clip import Clip
from core.schema.style import CaptionStyle, Style
from core.styles.authoring.publishing import publish
from ui.main_window import MainWindow
from ui.widgets.chooser import Chooser


async def _on_page(window: MainWindow, project: FakeProject, is_exact: bool = True, language: str = "en") -> Clip:
    """Open a run whose first clip says "um," twice, and return that clip."""
    run_id = project.add_run("Episode 12.mp4", duration=70.0, clips=3)
    found = project.analyses[run_id]
    assert found.transcript is not None
    clip = project.clips(run_id)[0]
    inside = [word for word, _ in found.transcript.words() if clip.cut.start < word.start < clip.cut.end - 1]
    said = {id(inside[2]), id(inside[6])}
    segments = tuple(
        segment.model_copy(
            update={
                "words": tuple(
                    word.model_copy(update={"text": "um,"}) if id(word) in said else word for word in segment.words
                )
            }
        )
        for segment in found.transcript.segments
    )
    transcript = found.transcript.model_copy(
        update={"segments": segments, "has_exact_word_times": is_exact, "language": language}
    )
    project.analyses[run_id] = replace(found, transcript=transcript)
    window.open_run(run_id)
    await until(lambda: window._bench.review.transcript is not None)
    find(window, QTabWidget, "inspectorTabs").setCurrentIndex(1)
    return clip


def _now(project: FakeProject, clip: Clip) -> Clip:
    return next(each for each in project.clips(clip.run_id) if each.id == clip.id)


async def test_swear_words_are_starred_and_shown(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        clip = await _on_page(window, project)
        box = find(window, QCheckBox, "maskProfanity")
        assert not box.isChecked()
        click(box, QPoint(10, box.height() // 2))
        await until(lambda: _now(project, clip).wording.masks_profanity)
        assert project.undo_label(clip.run_id) == "Starred swear words in “The week we ran out of money”"
        press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: not box.isChecked())


async def test_fillers_are_counted_and_cut(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        clip = await _on_page(window, project)
        remove, hint = find(window, QPushButton, "removeFillers"), find(window, QLabel, "fillersHint")
        assert hint.text().startswith("2 ")
        click(remove)
        await until(lambda: len(_now(project, clip).cut.ranges) == 3)
        assert project.undo_label(clip.run_id) == "Removal of fillers from “The week we ran out of money”"
        await until(lambda: not remove.isEnabled())
        assert hint.text() == "No fillers are heard in this clip."
        press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await until(remove.isEnabled)
        assert _now(project, clip).cut == clip.cut


async def test_guessed_times_are_not_cut_by(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _on_page(window, project, is_exact=False)
        assert not find(window, QPushButton, "removeFillers").isEnabled()
        assert "not known" in find(window, QLabel, "fillersHint").text()


async def test_a_language_without_a_list_is_told(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _on_page(window, project, language="sw")
        assert not find(window, QPushButton, "removeFillers").isEnabled()
        assert "not listed" in find(window, QLabel, "fillersHint").text()


async def test_the_wheel_scrolls_past_the_language_without_choosing_one(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        clip = await _on_page(window, project)
        language = find(window, Chooser, "captionLanguage")
        assert language.count() > 1
        place = QPointF(language.rect().center())
        turned = QWheelEvent(
            place,
            language.mapToGlobal(place),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        language.setFocus()
        QApplication.sendEvent(language, turned)
        assert language.currentIndex() == 0
        assert _now(project, clip).caption_language == ""
        assert not turned.isAccepted()


async def test_words_to_stress_are_chosen_and_left_to_the_machine_again(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        clip = await _on_page(window, project)
        field = find(window, QLineEdit, "clipStressed")
        assert not field.text()
        field.setFocus()
        QTest.keyClicks(field, "money, customer  money")
        press(window, Qt.Key.Key_Return)
        await until(lambda: project.clip(clip.id).wording.stressed == ("money", "customer"))
        assert field.text() == "money customer"
        window.actions_by_name["undo"].trigger()
        await until(lambda: not project.clip(clip.id).wording.stressed and not field.text())


async def test_which_version_of_a_style_a_clip_keeps_is_told(project: FakeProject, memory: QSettings) -> None:
    for version, look in ((1, CaptionStyle()), (2, CaptionStyle(uppercase=True))):
        publish(Style(name="house", version=version, title="House", captions=look), project.folder / "styles")
    async with opened(project, memory) as window:
        clip = await _on_page(window, project)
        told = find(window, QLabel, "clipStyle")
        window._bench.review.set_style("house@1")
        await until(lambda: told.text() == "In use: House, version 1. Version 2 is there.")
        choices = find(window, QTabWidget, "inspectorTabs").findChildren(QRadioButton)
        assert not [made.text() for made in choices if made.isChecked()]
        house = find(window, QRadioButton, "style_house")
        await until(house.isVisible)
        click(house, QPoint(10, house.height() // 2))
        await until(lambda: told.text() == "In use: House, version 2.")
        await until(lambda: _now(project, clip).style == "house@2")
        assert house.isChecked()
