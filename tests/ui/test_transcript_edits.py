"""What a user makes of the transcript: words, speakers, doubts, disagreements; undone as clips are."""

from __future__ import annotations

import asyncio
import dataclasses

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QWidget
from transcript_kit import CTRL, LEFT, NONE, SHIFT, middle, reviewing, selected, spoken
from window_kit import click, find, opened, press, until

from core.schema.correction import TranscriptReading
from core.schema.transcript import Transcript
from ui.main_window import MainWindow
from ui.transcript.editor import NameEditor, WordEditor
from ui.transcript.view import TranscriptView

_TALK = spoken(
    "So what did the cat do when you ran out of money",
    "I called the cat and every customer that we had",
    "That must have hurt the cat",
)


def _view(window: MainWindow) -> TranscriptView:
    return find(window, TranscriptView, "transcriptView")


def _type(field: QLineEdit, text: str) -> None:
    """Write over what a field holds."""
    field.selectAll()
    QTest.keyClicks(field, text)


def _menu(name: str) -> QMenu:
    """Return a menu that is on the screen."""
    menus = [top for top in QApplication.topLevelWidgets() if isinstance(top, QMenu) and top.objectName() == name]
    assert menus, f"{name} can't be seen"
    return menus[-1]


def _choose(name: str, *path: str) -> None:
    """Choose an entry of a menu, by the names of entries or the titles of menus inside."""
    menu = _menu(name)
    for step in path[:-1]:
        inner = next(action.menu() for action in menu.actions() if action.menu() and action.text() == step)
        assert isinstance(inner, QMenu)
        menu = inner
    action = next(action for action in menu.actions() if action.objectName() == path[-1])
    assert action.isEnabled()
    action.trigger()
    _menu(name).close()


def _press_chip(view: TranscriptView, number: int) -> None:
    shown = view.paragraphs_in_sight()[number]
    assert shown.laid.chip is not None
    place = view.from_sheet(QPointF(0, shown.top)) + shown.laid.chip.center()
    QTest.mouseClick(view.viewport(), LEFT, NONE, place.toPoint())


def _open_menu(view: TranscriptView, word: int) -> None:
    place = middle(view, word)
    at = view.viewport().mapToGlobal(place)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, at))


def _doubtful(transcript: Transcript, *words: int, flagged: int = -1) -> Transcript:
    """Return a transcript that was not sure of some words, and of a whole segment."""
    segments = []
    count = 0
    for number, segment in enumerate(transcript.segments):
        made = []
        for word in segment.words:
            made.append(word.model_copy(update={"confidence": 0.2}) if count in words else word)
            count += 1
        update: dict[str, object] = {"words": tuple(made)}
        if number == flagged:
            update["flags"] = ("repeated",)
        segments.append(segment.model_copy(update=update))
    return transcript.model_copy(update={"segments": tuple(segments)})


# Words


async def test_selected_words_become_others_and_come_back(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await reviewing(window, project, _TALK)
        view, editor = _view(window), find(window, WordEditor, "wordEditor")
        QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, 9))
        for _ in range(3):
            press(window, Qt.Key.Key_Right, SHIFT)
        assert selected(view) == "out of money"
        press(window, Qt.Key.Key_Return)
        assert editor.text() == "out of money"
        _type(editor, "short of  every last cent")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        await until(lambda: "ran short of every last cent" in view.toPlainText())
        assert view.page.ink(view.page.word_at(4.5)) == "corrected"
        press(window, Qt.Key.Key_Z, CTRL)
        await until(lambda: "ran out of money" in view.toPlainText())
        press(window, Qt.Key.Key_Z, CTRL | SHIFT)
        await until(lambda: "ran short of every last cent" in view.toPlainText())


async def test_what_is_being_written_goes_into_no_other_talk(project: FakeProject, memory: QSettings) -> None:
    other = project.add_run("another.mp4")
    async with opened(project, memory) as window:
        await reviewing(window, project, _TALK)
        view, editor = _view(window), find(window, WordEditor, "wordEditor")
        QTest.mouseDClick(view.viewport(), LEFT, NONE, middle(view, 4))
        _type(editor, "dog")
        window.open_run(other)
        await until(lambda: window._bench.transcript.reading is not None)
        assert not editor.isVisible()
        assert project.transcripts.corrections == {}


async def test_one_undo_takes_back_whatever_came_last(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await reviewing(window, project)
        view = _view(window)
        word = view.word_near(QPoint(200, 40))
        QTest.mouseDClick(view.viewport(), LEFT, NONE, middle(view, word))
        editor = find(window, WordEditor, "wordEditor")
        _type(editor, "Zanzibar")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        await until(lambda: "Zanzibar" in view.toPlainText())
        press(window, Qt.Key.Key_A)
        await until(lambda: project.clips(run_id)[0].decision == "approved")
        press(window, Qt.Key.Key_Z, CTRL)
        await until(lambda: project.clips(run_id)[0].decision == "undecided")
        assert "Zanzibar" in view.toPlainText()
        press(window, Qt.Key.Key_Z, CTRL)
        await until(lambda: "Zanzibar" not in view.toPlainText())


async def test_words_are_hidden_shown_as_hidden_and_brought_back(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await reviewing(window, project, _TALK)
        view, editor = _view(window), find(window, WordEditor, "wordEditor")
        QTest.mouseDClick(view.viewport(), LEFT, NONE, middle(view, 4))
        editor.clear()
        QTest.keyClick(editor, Qt.Key.Key_Return)
        await until(lambda: "did the do when" in view.toPlainText())
        assert [word for word, _ in view.page.hidden_before(0, 11)] == [4]
        _open_menu(view, 4)
        _choose("wordsMenu", "revertWords")
        await until(lambda: "did the cat do when" in view.toPlainText())
        assert not view.page.hidden_before(0, 11)


async def test_a_corrected_word_says_what_was_heard(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await reviewing(window, project, _TALK)
        view = _view(window)
        window._bench.transcript.correct(*view.page.span(4, 5), "dog")
        await until(lambda: "the dog do" in view.toPlainText())
        QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, 4))
        assert view.accessibleDescription() == "dog, S0, 0:02, You corrected this; heard was “cat”"
        _open_menu(view, 4)
        _choose("wordsMenu", "revertWords")
        await until(lambda: "the cat do" in view.toPlainText())


# Finding and replacing


async def test_places_are_replaced_one_by_one_and_all_at_once(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await reviewing(window, project, _TALK)
        view, count = _view(window), find(window, QLabel, "foundCount")
        press(window, Qt.Key.Key_H, CTRL)
        field = find(window, QLineEdit, "transcriptSearch")
        assert field.hasFocus()
        QTest.keyClicks(field, "cat")
        assert count.text() == "1 of 3"
        replacement = find(window, QLineEdit, "transcriptReplacement")
        click(replacement)
        QTest.keyClicks(replacement, "cats")
        QTest.keyClick(replacement, Qt.Key.Key_Return)
        await until(lambda: "did the cats do" in view.toPlainText())
        assert count.text() == "1 of 2"
        words = view.found_words()
        assert words is not None
        assert view.page.text_of(words[0] - 2, words[1]) == "called the cat"
        click(find(window, QPushButton, "replaceAll"))
        await until(lambda: view.toPlainText().count("cats") == 3)
        assert count.text() == "2 replaced"
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert not replacement.isVisible()
        press(window, Qt.Key.Key_Z, CTRL)
        await until(lambda: view.toPlainText().count("cats") == 1)


async def test_tab_leads_from_what_is_found_to_what_replaces_it(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await reviewing(window, project, _TALK)
        press(window, Qt.Key.Key_H, CTRL)
        field = find(window, QLineEdit, "transcriptSearch")
        QTest.keyClicks(field, "cat")
        QTest.keyClick(field, Qt.Key.Key_Tab)
        replacement = find(window, QLineEdit, "transcriptReplacement")
        assert replacement.hasFocus()
        QTest.keyClick(replacement, Qt.Key.Key_Backtab)
        assert field.hasFocus()


async def test_capitals_and_parts_of_words_count_when_asked(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await reviewing(window, project, spoken("Cat cat concat", "the CAT"))
        count = find(window, QLabel, "foundCount")
        press(window, Qt.Key.Key_H, CTRL)
        QTest.keyClicks(find(window, QLineEdit, "transcriptSearch"), "cat")
        assert count.text() == "1 of 3"
        click(find(window, QToolButton, "wholeWords"))
        assert count.text() == "1 of 4"
        click(find(window, QToolButton, "matchCase"))
        assert count.text() == "1 of 2"


async def test_f3_steps_from_anywhere(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await reviewing(window, project, _TALK)
        view, count = _view(window), find(window, QLabel, "foundCount")
        QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, 4))
        press(window, Qt.Key.Key_Right, SHIFT)
        press(window, Qt.Key.Key_F, CTRL)
        assert find(window, QLineEdit, "transcriptSearch").text() == "cat"
        assert count.text() == "1 of 3"
        press(window, Qt.Key.Key_F3)
        assert count.text() == "2 of 3"
        press(window, Qt.Key.Key_F3, SHIFT)
        assert count.text() == "1 of 3"


# Doubts


async def test_doubts_are_counted_and_visited_by_key(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await reviewing(window, project, _doubtful(_TALK, 1, 2, 6, flagged=2))
        view, counted = _view(window), find(window, QPushButton, "doubtsButton")
        assert counted.text() == "3"
        seen = []
        for _ in range(4):
            press(window, Qt.Key.Key_F8)
            seen.append((selected(view), counted.text()))
        assert seen == [
            ("what did", "1 of 3"),
            ("when", "2 of 3"),
            ("That must have hurt the cat", "3 of 3"),
            ("what did", "1 of 3"),
        ]
        press(window, Qt.Key.Key_F8, SHIFT)
        assert selected(view) == "That must have hurt the cat"
        assert "repeats itself" in view.accessibleDescription()
        # Read and corrected: no doubt any more.
        press(window, Qt.Key.Key_F8)
        press(window, Qt.Key.Key_F2)
        editor = find(window, WordEditor, "wordEditor")
        _type(editor, "which way")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        await until(lambda: counted.text().endswith("2"))


# Speakers


async def test_a_speaker_is_renamed_where_the_name_stands(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await reviewing(window, project, _TALK)
        view, name = _view(window), find(window, NameEditor, "nameEditor")
        _press_chip(view, 1)
        _choose("speakerMenu", "renameSpeaker")
        assert name.isVisible()
        assert name.text() == "S1"
        _type(name, "Grace")
        QTest.keyClick(name, Qt.Key.Key_Return)
        await until(lambda: view.page.speakers == ["S0", "Grace", "S2"])
        assert "Grace" in view.toPlainText()


async def test_speakers_are_merged_and_words_given_to_another(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await reviewing(window, project, _TALK)
        view = _view(window)
        _press_chip(view, 2)
        _choose("speakerMenu", "S2 is the same as", "mergeInto_S0")
        await until(lambda: view.page.speakers == ["S0", "S1"])
        QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, 9))
        for _ in range(3):
            press(window, Qt.Key.Key_Right, SHIFT)
        assert view.selected_words() == (9, 12)
        _open_menu(view, 10)
        _choose("wordsMenu", "Said by", "saidBy_S1")
        await until(lambda: view.page.segment_of(10).speaker == "S1")
        assert view.page.segment_of(8).speaker == "S0"


async def test_a_turn_is_given_to_somebody_new(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await reviewing(window, project, _TALK)
        view, name = _view(window), find(window, NameEditor, "nameEditor")
        _press_chip(view, 1)
        _choose("speakerMenu", "This turn is said by", "saidByOther")
        QTest.keyClicks(name, "Grace")
        QTest.keyClick(name, Qt.Key.Key_Return)
        await until(lambda: view.page.speakers == ["S0", "Grace", "S2"])


async def test_the_selection_stays_while_a_speaker_is_chosen_for_it(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await reviewing(window, project, _TALK)
        view = _view(window)
        QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, 0))
        for _ in range(2):
            press(window, Qt.Key.Key_Right, SHIFT)
        _press_chip(view, 1)
        _choose("speakerMenu", "assignSelection")
        await until(lambda: view.page.segment_of(0).speaker == "S1")
        assert view.page.segment_of(1).speaker == "S1"
        assert view.page.segment_of(2).speaker == "S0"


async def test_a_reading_that_comes_late_takes_nothing_back(
    project: FakeProject, memory: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(project, memory) as window:
        await reviewing(window, project, _TALK)
        view, talk = _view(window), window._bench.transcript
        read, late = project.transcripts.read, asyncio.Event()
        asked: list[str] = []
        ended: list[str] = []

        async def first_one_late(source_id: str, run_id: str = "") -> TranscriptReading | None:
            found = await read(source_id, run_id)
            asked.append(run_id)
            if len(asked) == 1:
                await late.wait()
            ended.append(run_id)
            return found

        monkeypatch.setattr(project.transcripts, "read", first_one_late)
        talk.correct(*view.page.span(4, 5), "dog")
        await until(lambda: len(asked) == 1)
        talk.correct(*view.page.span(15, 16), "horse")
        await until(lambda: "the dog" in view.toPlainText() and "the horse" in view.toPlainText())
        late.set()
        await until(lambda: len(ended) == 2)
        await asyncio.sleep(0)
        assert "the dog" in view.toPlainText() and "the horse" in view.toPlainText()


# Disagreements


async def test_a_newer_transcription_leaves_what_was_written_until_it_is_decided(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        run_id = await reviewing(window, project, _TALK)
        view = _view(window)
        bar, says = find(window, QWidget, "conflictBar"), find(window, QLabel, "conflictText")
        assert not bar.isVisible()
        talk = window._bench.transcript
        talk.correct(*view.page.span(4, 5), "dog")
        talk.correct(*view.page.span(15, 16), "horse!")
        await until(lambda: "the dog" in view.toPlainText() and "the horse!" in view.toPlainText())
        known = project.analyses[run_id]
        newer = spoken(*(segment.text.replace("cat", "hat") for segment in _TALK.segments))
        project.analyses[run_id] = dataclasses.replace(known, transcript=newer)
        window.open_run("")
        window.open_run(run_id)
        await until(bar.isVisible)
        assert "the dog" in view.toPlainText()
        assert says.text() == "A newer transcription hears “hat” here. You wrote “dog”."
        assert find(window, QLabel, "conflictCount").text() == "1 of 2"
        press(window, Qt.Key.Key_F9)
        assert says.text() == "A newer transcription hears “hat” here. You wrote “horse!”"
        assert selected(view) == "horse!"
        click(find(window, QPushButton, "takeHeard"))
        await until(lambda: "the hat and every" in view.toPlainText())
        assert says.text().endswith("You wrote “dog”.")
        assert not find(window, QLabel, "conflictCount").isVisible()
        click(find(window, QPushButton, "keepMine"))
        await until(lambda: not bar.isVisible())
        assert "the dog" in view.toPlainText()


# Empty


async def test_silence_is_told_from_what_is_not_written_yet(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await reviewing(window, project)
        view = _view(window)
        known = project.analyses[run_id]
        project.analyses[run_id] = dataclasses.replace(known, transcript=Transcript(transcriber="faster_whisper"))
        window.open_run("")
        assert view.empty_words().startswith("The transcript appears here")
        window.open_run(run_id)
        await until(lambda: view.empty_words() == "No speech was found in this source.")
