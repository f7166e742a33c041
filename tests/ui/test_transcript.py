"""The transcript as a person reads, points at, searches and walks it; ten hours of it, too."""

from __future__ import annotations

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from transcript_kit import CTRL, LEFT, NONE, SHIFT, in_sight, long_talk, middle, reviewing, selected, spoken, wheel
from window_kit import click, find, opened, press, until

from core.schema.correction import Corrections
from core.speech.correct import correct
from core.speech.corrected import corrected
from ui.languages import speak
from ui.transcript.editor import WordEditor
from ui.transcript.view import TranscriptView
from ui.wording import speaker_name


@pytest.fixture
def view(qtbot: QtBot, themed: QApplication) -> TranscriptView:
    """Return a view in a narrow window, in front and with the keyboard."""
    made = TranscriptView()
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=60_000)
    return made


# Ten hours


def test_of_ten_hours_only_what_is_in_sight_is_laid_out(view: TranscriptView) -> None:
    view.show_transcript(long_talk())
    assert len(view.page.words) == 90_000
    assert in_sight(view)[0] == "n0"
    assert view.laid_out() < 40
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert in_sight(view)[-1] == view.page.words[-1].text
    assert view.laid_out() < 80
    view.scroll_to(view.page.words[45_000].start)
    assert in_sight(view).index("n45000") < 12
    assert view.laid_out() < 120


def test_the_wheel_reads_on_without_leaving_words_out(view: TranscriptView) -> None:
    talk = long_talk(segments=400)
    view.show_transcript(talk)
    whole = [word.text for word, _ in talk.words()]
    seen = in_sight(view)
    while len(seen) < 900:
        before = in_sight(view)
        wheel(view, 1)
        after = in_sight(view)
        overlap = next(n for n in range(len(before), 0, -1) if before[-n:] == after[:n])
        seen += after[overlap:]
    assert seen == whole[: len(seen)]


@pytest.mark.parametrize("start", [0.31, 0.5, 1.0])
def test_reading_upwards_keeps_lines_where_they_were(view: TranscriptView, start: float) -> None:
    # Wide and narrow letters: heights that are estimated by their number are wrong in both directions.
    lines = ("WMWMW " * 40, "illi " * 60)
    view.show_transcript(spoken(*(lines[n % 2] for n in range(300))))
    bar = view.verticalScrollBar()
    bar.setValue(round(bar.maximum() * start))
    for _ in range(60):
        first = view.paragraphs_in_sight()[0]
        word = first.laid.first
        before = view.area_of(word, word + 1).top()
        wheel(view, -1)
        after = view.area_of(word, word + 1).top()
        # A notch is as many steps as the system says, whatever was estimated for what came in sight above.
        assert after - before == QApplication.wheelScrollLines() * bar.singleStep()


def test_a_narrower_window_keeps_the_paragraph_at_the_top(view: TranscriptView) -> None:
    view.show_transcript(long_talk())
    view.scroll_to(18_000.0)
    before = view.paragraphs_in_sight()[1].number
    view.resize(900, 500)
    QApplication.processEvents()
    assert before in [shown.number for shown in view.paragraphs_in_sight()[:3]]
    view.resize(360, 500)
    QApplication.processEvents()
    assert before in [shown.number for shown in view.paragraphs_in_sight()[:3]]


def test_one_who_talks_without_end_is_read_in_paragraphs(view: TranscriptView) -> None:
    view.show_transcript(long_talk(segments=2000, speakers=1))
    assert len(view.page.paragraphs) > 50
    assert [paragraph.opens for paragraph in view.page.paragraphs[:3]] == [True, False, False]
    assert view.toPlainText().count("Speaker 1") == 1


def test_whom_nobody_named_is_called_in_the_language_of_the_window(view: TranscriptView) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    speak(application, "de")
    try:
        view.show_transcript(long_talk(segments=20, speakers=2))
        assert "Sprecher 1" in view.toPlainText() and "Speaker" not in view.toPlainText()
        assert [shown.laid.name for shown in view.paragraphs_in_sight()[:2]] == ["Sprecher 1", "Sprecher 2"]
        # What is kept is what the transcript says.
        assert view.page.speakers == ["Speaker 1", "Speaker 2"] and speaker_name("Anna 1") == "Anna 1"
    finally:
        speak(application, "en")


def test_another_reading_of_ten_hours_leaves_the_page_where_it_is(view: TranscriptView) -> None:
    talk = long_talk()
    view.show_transcript(talk)
    view.scroll_to(20_000.0)
    word = view.word_near(QPoint(200, 200))
    QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, word))
    before = [(shown.number, shown.top) for shown in view.paragraphs_in_sight()]
    start, end = view.page.span(word, word + 1)
    corrections = correct(Corrections(), talk, start, end, view.page.reading(word).upper())
    view.show_transcript(corrected(talk, corrections), corrections, keeps_place=True)
    assert [(shown.number, shown.top) for shown in view.paragraphs_in_sight()] == before
    assert view.page.reading(view.caret_word()).isupper()
    assert view.page.ink(word) == "corrected"
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    chosen = selected(view)
    view.show_transcript(talk, keeps_place=True)
    assert selected(view) == chosen.replace(view.page.reading(word).upper(), view.page.reading(word), 1)


# Pointer


def test_a_click_goes_to_the_word_and_a_double_click_opens_it(view: TranscriptView, qtbot: QtBot) -> None:
    view.show_transcript(spoken("So what did you do about it", "I called everybody"))
    with qtbot.waitSignal(view.word_clicked) as heard:
        QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, 3))
    assert heard.args == [1.5]
    assert view.selected_span() is None
    with qtbot.waitSignal(view.words_opened) as opened_words:
        QTest.mouseDClick(view.viewport(), LEFT, NONE, middle(view, 7))
    assert opened_words.args == [7, 8]


def test_times_and_names_are_pressed_too(view: TranscriptView, qtbot: QtBot) -> None:
    view.show_transcript(spoken("So what did you do", "I called everybody"))
    shown = view.paragraphs_in_sight()[1]
    time, chip = shown.laid.time.center(), shown.laid.chip
    assert chip is not None
    corner = view.from_sheet(QPointF(0, shown.top))
    with qtbot.waitSignal(view.word_clicked) as heard:
        QTest.mouseClick(view.viewport(), LEFT, NONE, (corner + time).toPoint())
    assert heard.args == [view.page.words[5].start]
    with qtbot.waitSignal(view.chip_pressed) as pressed:
        QTest.mouseClick(view.viewport(), LEFT, NONE, (corner + chip.center()).toPoint())
    assert pressed.args is not None
    assert pressed.args[0] == "S1"


def test_dragging_selects_whole_words_in_both_directions(view: TranscriptView, qtbot: QtBot) -> None:
    view.show_transcript(spoken("So what did you do about it", "I called everybody"))
    sought: list[float] = []
    view.word_clicked.connect(sought.append)
    for first, last in ((2, 8), (8, 2)):
        QTest.mousePress(view.viewport(), LEFT, NONE, middle(view, first))
        QTest.mouseMove(view.viewport(), middle(view, 5))
        QTest.mouseMove(view.viewport(), middle(view, last))
        QTest.mouseRelease(view.viewport(), LEFT, NONE, middle(view, last))
        assert selected(view) == "did you do about it\nI called"
        assert view.selected_span() == (1.0, view.page.words[8].end)
    assert not sought
    QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, 0))
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, middle(view, 2))
    assert selected(view) == "So what did"


def test_a_drag_beyond_the_edge_scrolls_and_selects_on(view: TranscriptView, qtbot: QtBot) -> None:
    view.show_transcript(long_talk())
    last = view.word_near(QPoint(300, view.viewport().height() - 1))
    start = middle(view, 3)
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    QTest.mouseMove(view.viewport(), start + QPoint(20, 0))
    QTest.mouseMove(view.viewport(), QPoint(200, view.viewport().height() + 50))
    qtbot.waitUntil(lambda: (view.selected_words() or (0, 0))[1] > last + 40, timeout=60_000)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, QPoint(200, view.viewport().height() + 50))
    chosen = view.selected_words()
    assert chosen is not None
    assert chosen[0] == 3
    bar = view.verticalScrollBar()
    at = bar.value()
    qtbot.wait(150)
    assert bar.value() == at


# Keyboard


def test_arrows_walk_words_and_shift_selects_them(view: TranscriptView) -> None:
    view.show_transcript(spoken("So what did you do about it", "I called everybody"))
    QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, 1))
    QTest.keyClick(view, Qt.Key.Key_Right)
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert selected(view) == "did you do"
    QTest.keyClick(view, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "did you do"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert selected(view) == ""
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.page.reading(view.caret_word()) in ("called", "everybody")
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.caret_word() == 4
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.caret_word() == 6
    QTest.keyClick(view, Qt.Key.Key_Home, SHIFT)
    assert selected(view) == "So what did you do about it"
    QTest.keyClick(view, Qt.Key.Key_A, CTRL)
    assert selected(view) == "So what did you do about it\nI called everybody"


def test_the_word_at_hand_is_told_to_those_who_listen(view: TranscriptView) -> None:
    view.show_transcript(spoken("So what", "I called"))
    QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, 1))
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleDescription() == "I, S1, 0:01"


def test_pages_and_ends_are_reached_by_keys_in_ten_hours(view: TranscriptView) -> None:
    view.show_transcript(long_talk())
    QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, 3))
    QTest.keyClick(view, Qt.Key.Key_End, CTRL)
    assert view.caret_word() == 89_999
    assert not view.area_of(89_999, 90_000).isEmpty()
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    up = view.caret_word()
    assert 89_700 < up < 89_999
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert up < view.caret_word()
    QTest.keyClick(view, Qt.Key.Key_Home, CTRL)
    assert view.caret_word() == 0
    assert in_sight(view)[0] == "n0"


# Scripts


def test_words_of_arabic_run_to_the_left(view: TranscriptView) -> None:
    view.show_transcript(spoken("سألت كل عميل لدينا سؤالا واحدا", language="ar"))
    places = [middle(view, word).x() for word in range(3)]
    assert places == sorted(places, reverse=True)
    assert view.area_of(0, 1).right() > view.viewport().width() - 40
    QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, 0))
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.caret_word() == 1
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.caret_word() == 0


def test_japanese_stands_without_spaces_and_breaks_into_lines(view: TranscriptView) -> None:
    view.show_transcript(spoken("私 たち は すべて の お客 様 に 一つ の 質問 を し まし た " * 6, language="ja"))
    assert " " not in view.page.lettering(0).text
    laid = view.paragraphs_in_sight()[0].laid
    assert laid.words.lineCount() > 1
    assert view.word_near(middle(view, 40)) == 40


def test_letters_beyond_the_first_plane_do_not_shift_words(view: TranscriptView) -> None:
    view.show_transcript(spoken("Look 🎉🎉🎉 here now"))
    for word in range(4):
        assert view.word_near(middle(view, word)) == word
    view.show_found("now")
    assert view.found_words() == (3, 4)


# Finding


def test_every_place_of_ten_hours_is_found_and_stepped_through(view: TranscriptView, qtbot: QtBot) -> None:
    view.show_transcript(long_talk())
    told: list[tuple[int, int]] = []
    view.found.connect(lambda number, count: told.append((number, count)))
    view.show_found("N4500")
    # n4500 and n45000.
    assert told[-1] == (1, 2)
    assert "n4500" in in_sight(view)
    view.step_found(1)
    assert told[-1] == (2, 2)
    assert "n45000" in in_sight(view)
    view.step_found(1)
    assert told[-1] == (1, 2)
    view.show_found("nobody said this")
    assert told[-1] == (0, 0)
    view.show_found("")
    assert view.found_words() is None


# In the window


async def test_find_counts_as_it_is_typed_and_steps(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await reviewing(window, project)
        view, field = find(window, TranscriptView, "transcriptView"), find(window, QLineEdit, "transcriptSearch")
        count = find(window, QLabel, "foundCount")
        click(field)
        QTest.keyClicks(field, "tripled")
        many = view.toPlainText().count("tripled")
        assert many > 3
        assert count.text() == f"1 of {many}"
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert count.text() == f"2 of {many}"
        click(find(window, QToolButton, "findPrevious"))
        assert count.text() == f"1 of {many}"
        QTest.keyClicks(field, "xyz")
        assert count.text() == "none"
        assert not find(window, QToolButton, "findNext").isEnabled()
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert field.text() == ""
        assert view.hasFocus()


async def test_a_word_is_corrected_in_its_place(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await reviewing(window, project)
        view, editor = find(window, TranscriptView, "transcriptView"), find(window, WordEditor, "wordEditor")
        clip = project.clips(run_id)[0]
        word = view.page.word_at(clip.cut.start) + 2
        view.reveal(word)
        QTest.mouseDClick(view.viewport(), LEFT, NONE, middle(view, word))
        assert editor.isVisible()
        assert editor.text() == view.page.words[word].text
        assert editor.geometry().contains(middle(view, word))
        QTest.keyClicks(editor, "Zanzibar")
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        assert not editor.isVisible()
        assert "Zanzibar" not in view.toPlainText()
        QTest.keyClick(view, Qt.Key.Key_F2)
        QTest.keyClicks(editor, "Zanzibar")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        await until(lambda: "Zanzibar" in in_sight(view))
        assert view.hasFocus()
        assert project.transcripts.corrections


async def test_keys_of_the_words_rest_elsewhere_and_come_back(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await reviewing(window, project)
        view, review = find(window, TranscriptView, "transcriptView"), window._bench.review
        first = review.current
        word = view.word_near(QPoint(200, 20))
        QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, word))
        press(window, Qt.Key.Key_Down)
        assert review.current is first
        assert view.caret_word() > word
        press(window, Qt.Key.Key_Escape)
        assert not view.hasFocus()
        press(window, Qt.Key.Key_Down)
        assert review.current is not first


async def test_what_is_selected_becomes_a_clip_or_is_cut(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await reviewing(window, project)
        view = find(window, TranscriptView, "transcriptView")
        word = view.word_near(QPoint(200, 20)) + 1
        view.reveal(word)
        QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, word))
        for _ in range(6):
            press(window, Qt.Key.Key_Right, SHIFT)
        span = view.selected_span()
        assert span is not None
        before = len(project.clips(run_id))
        click(find(window, QWidget, "newClipButton"))
        await until(lambda: len(project.clips(run_id)) == before + 1)
        made = next(clip for clip in project.clips(run_id) if abs(clip.cut.start - span[0]) < 1.0)
        assert abs(made.cut.end - span[1]) < 1.0
        await until(lambda: not window._bench.review._unsaved)


async def test_the_spoken_word_is_followed(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await reviewing(window, project, long_talk())
        view = find(window, TranscriptView, "transcriptView")
        view.show_playhead(20_000.0, follows=True)
        word = view.page.word_at(20_000.0)
        assert view.page.reading(word) in in_sight(view)
        shown = next(s for s in view.paragraphs_in_sight() if s.number == view.page.paragraph_of(word))
        spans = shown.laid.spans[word - shown.laid.first]
        assert [(m.start, m.end) for m in view.marks_of(shown) if m.kind == "spoken"] == [spans]
