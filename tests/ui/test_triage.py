"""Triage by keys alone: decide, go on, come back by undo; what is asserted is what is shown and kept."""

from __future__ import annotations

import pytest
from fake_project import FakeProject, make_clips
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QSpinBox,
    QToolButton,
)
from window_kit import click, find, opened, press, titles, until

from core import editing
from core.editing import deliveries
from core.schema.run import RunOptions
from core.schema.time import TimeSpan
from ui.changes import change_words
from ui.controllers.history import menu_words
from ui.main_window import MainWindow
from ui.timeline.view import TimelineView
from ui.triage.tally import Tally, tally, tally_words
from ui.widgets.fields import CommitField

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


async def reviewing(window: MainWindow, project: FakeProject, clips: int = 5) -> str:
    """Open a run of some clips and wait until its transcript is read."""
    run_id = project.add_run("Episode 12.mp4", duration=70.0, clips=clips)
    window.open_run(run_id)
    await until(lambda: window._bench.review.duration == 70.0)
    return run_id


def in_hand(window: MainWindow) -> str:
    """Return the title of the clip in hand, as it is shown."""
    return find(window, QLineEdit, "clipTitle").text()


async def test_a_decision_goes_on_to_the_next_and_undo_comes_back(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await reviewing(window, project)
        order, sums = titles(window), find(window, QLabel, "clipSums")
        assert sums.text() == "Nothing approved yet · 5 to decide"
        for key in (Qt.Key.Key_A, Qt.Key.Key_X, Qt.Key.Key_M):
            press(window, key)
        assert in_hand(window) == order[3]
        assert sums.text().startswith("1 approved · ")
        assert sums.text().endswith(" · 2 to decide")
        await until(lambda: len(project.history.get(run_id, [])) == 3)
        assert [clip.decision for clip in project.clips(run_id)][:3] == ["approved", "rejected", "maybe"]
        press(window, Qt.Key.Key_Z, CTRL)
        await until(lambda: in_hand(window) == order[2])
        press(window, Qt.Key.Key_Z, CTRL)
        await until(lambda: in_hand(window) == order[1])
        press(window, Qt.Key.Key_Z, CTRL | SHIFT)
        await until(lambda: project.clips(run_id)[1].decision == "rejected")
        assert in_hand(window) == order[1]
        press(window, Qt.Key.Key_A)
        press(window, Qt.Key.Key_Up)
        for place in (2, 3, 4, 2):
            press(window, Qt.Key.Key_U)
            assert in_hand(window) == order[place], "the next to decide, once around"
        for _ in range(3):
            press(window, Qt.Key.Key_A)
        assert sums.text().endswith(" · all decided")
        assert in_hand(window) == order[4], "there is none after the last"
        press(window, Qt.Key.Key_A)
        assert sums.text().endswith(" · 1 to decide"), "the same again clears"
        await until(lambda: not window._bench.review._unsaved)


async def test_a_filtered_list_is_walked_without_gaps_and_staying_is_remembered(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        run_id = await reviewing(window, project)
        order = titles(window)
        click(find(window, QToolButton, "segment_undecided"))
        press(window, Qt.Key.Key_Down)
        press(window, Qt.Key.Key_X)
        assert titles(window) == [order[0], *order[2:]]
        assert in_hand(window) == order[2]
        window.actions_by_name["goes_on"].trigger()
        press(window, Qt.Key.Key_A)
        assert in_hand(window) == order[2], "it stays in hand, though the list shows it no more"
        press(window, Qt.Key.Key_Down)
        assert in_hand(window) == order[3]
        press(window, Qt.Key.Key_X)
        press(window, Qt.Key.Key_Up)
        assert in_hand(window) == order[0]
        await until(lambda: len(project.history.get(run_id, [])) == 3)
    async with opened(project, memory) as window:
        assert not window.actions_by_name["goes_on"].isChecked()


async def test_what_plays_plays_on_with_the_next(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await reviewing(window, project)
        player = window._bench.player
        await until(lambda: player.composition is not None)
        press(window, Qt.Key.Key_Space)
        await until(lambda: player.position > 0.1)
        first = player.composition
        press(window, Qt.Key.Key_A)
        await until(lambda: player.composition not in (None, first) and player.is_playing)
        press(window, Qt.Key.Key_Space)
        second = player.composition
        press(window, Qt.Key.Key_A)
        await until(lambda: player.composition not in (None, second))
        assert not player.is_playing


async def test_closing_keeps_what_was_just_done_and_what_is_being_typed(
    project: FakeProject, memory: QSettings
) -> None:
    project.delay = 0.05
    async with opened(project, memory) as window:
        run_id = await reviewing(window, project)
        for key in (Qt.Key.Key_BracketRight, Qt.Key.Key_BracketRight, Qt.Key.Key_A, Qt.Key.Key_X):
            press(window, key)
        press(window, Qt.Key.Key_T)
        notes = find(window, CommitField, "clipNotes")
        assert notes.hasFocus()
        QTest.keyClicks(notes, "Ask Ana")
    assert len(project.history[run_id]) == 5
    assert [clip.decision for clip in project.clips(run_id)][:2] == ["approved", "rejected"]
    assert project.clips(run_id)[2].notes == "Ask Ana"


async def test_several_clips_are_decided_and_dressed_in_one_step(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await reviewing(window, project)
        order, shown = titles(window), find(window, QListView, "clipList")
        bar = find(window, QFrame, "bulkBar")
        assert not bar.isVisible()
        for _ in range(2):
            QTest.keyClick(shown, Qt.Key.Key_Down, SHIFT)
        assert bar.isVisible()
        assert find(window, QLabel, "bulkTold").text().startswith("3 selected · ")
        assert find(window, TimelineView, "timelineView").selected == {c.id for c in project.clips(run_id)[:3]}
        press(window, Qt.Key.Key_X)
        await until(lambda: window.actions_by_name["undo"].text() == "Undo rejection of 3 clips")
        assert [clip.decision for clip in project.clips(run_id)] == ["rejected"] * 3 + ["undecided"] * 2
        assert in_hand(window) == order[2], "more than one stays in hand"
        click(find(window, QToolButton, "bulk_approved"))
        find(window, QPushButton, "bulkStyle").menu().aboutToShow.emit()
        entries = {entry.text(): entry for entry in find(window, QPushButton, "bulkStyle").menu().actions()}
        entries["Box"].trigger()
        await until(lambda: window.actions_by_name["undo"].text() == "Undo style of 3 clips")
        assert [clip.style for clip in project.clips(run_id)][:4] == ["box@2"] * 3 + ["clean"]
        shapes = find(window, QPushButton, "bulkShapes").menu()
        for wanted in ("9:16", "1:1"):
            shapes.aboutToShow.emit()
            {entry.text(): entry for entry in shapes.actions()}[wanted].trigger()
        await until(lambda: project.clips(run_id)[2].aspects == ("9:16", "1:1"))
        assert window.actions_by_name["undo"].text() == "Undo shapes of 3 clips"
        assert deliveries(project.clips(run_id)[2:4], ("16:9",), RunOptions()) == [
            (f"{run_id}-c2", "9:16", "fast"),
            (f"{run_id}-c2", "1:1", "fast"),
            (f"{run_id}-c3", "16:9", "fast"),
        ]
        for _ in range(5):
            press(window, Qt.Key.Key_Z, CTRL)
        await until(lambda: {clip.decision for clip in project.clips(run_id)} == {"undecided"})
        assert {clip.style for clip in project.clips(run_id)} == {"clean"}
        last = shown.model().index(4, 0)
        shown.scrollTo(last)
        at = shown.visualRect(last).center()
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, CTRL, at)
        assert find(window, QLabel, "bulkTold").text().startswith("4 selected")
        assert in_hand(window) == order[4]
        click(find(window, QToolButton, "bulkDrop"))
        assert not bar.isVisible()
        press(window, Qt.Key.Key_A)
        await until(lambda: [clip.decision for clip in project.clips(run_id)].count("approved") == 1)
        assert project.clips(run_id)[4].decision == "approved"
        shown.customContextMenuRequested.emit(shown.visualRect(shown.currentIndex()).center())
        menu = find(window, QMenu, "clipMenu")
        assert [entry.text() for entry in menu.actions() if entry.text()][-2:] == ["Style", "Shapes"]
        next(entry for entry in menu.actions() if entry.text() == "Reject").trigger()
        menu.close()
        await until(lambda: project.clips(run_id)[4].decision == "rejected")


async def test_clips_are_found_by_what_is_said_their_score_length_speaker_and_notes(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await reviewing(window, project)
        order = titles(window)
        await until(lambda: find(window, QComboBox, "filterSpeaker").count() == 3)
        search = find(window, QLineEdit, "clipSearch")
        words = _said(window, window._bench.review.clips[2].id).split()[:6]
        search.setText(" ".join(words).upper())
        assert order[2] in titles(window)
        search.setText("zanzibar")
        assert titles(window) == []
        assert find(window, QLabel, "clipsEmpty").isVisible()
        search.clear()
        click(find(window, QToolButton, "clipFilters"))
        assert find(window, QFrame, "filterPopover").isVisible()
        find(window, QSpinBox, "filterScore").setValue(86)
        assert titles(window) == order[:3]
        assert find(window, QLabel, "clipsNarrowed").text() == "3 of 5 · score from 86"
        find(window, QCheckBox, "filterNotes").click()
        assert titles(window) == []
        assert find(window, QLabel, "clipsEmpty").isVisible()
        find(window, QFrame, "filterPopover").close()
        click(find(window, QPushButton, "clipsShowAll"))
        assert titles(window) == order
        assert not find(window, QPushButton, "clipsShowAll").isVisible()
        sort = find(window, QComboBox, "clipOrder")
        sort.setCurrentIndex(sort.findData("longest"))
    async with opened(project, memory) as window:
        assert find(window, QComboBox, "clipOrder").currentData() == "longest"


def _said(window: MainWindow, clip_id: str) -> str:
    review = window._bench.review
    clip, transcript = review.clip(clip_id), review.transcript
    assert clip is not None and transcript is not None
    words = (
        word for word, _ in transcript.words() if clip.cut.to_clip_time((word.start + word.end) / 2) is not None
    )
    return " ".join(word.text for word in words).casefold()


async def test_the_history_of_a_clip_is_read_and_gone_back_to(project: FakeProject, memory: QSettings) -> None:
    memory.setValue("goes_on_after_decision", "false")
    async with opened(project, memory) as window:
        run_id = await reviewing(window, project)
        before = project.clips(run_id)[0]
        fold = find(window, QPushButton, "foldHead_history")
        fold.click()
        press(window, Qt.Key.Key_A)
        press(window, Qt.Key.Key_BracketRight)
        await until(lambda: window.findChild(QLabel, "version_2") is not None)
        assert find(window, QLabel, "version_2").text() == "As it was found"
        assert find(window, QLabel, "version_1").text() == "Approved"
        assert find(window, QLabel, "version_0").text().startswith("Start 0:")
        find(window, QPushButton, "goBack_2").click()
        await until(lambda: project.clips(run_id)[0] == before)
        assert window.actions_by_name["undo"].text().startswith("Undo return to an earlier version of “The week")
        press(window, Qt.Key.Key_Z, CTRL)
        await until(lambda: project.clips(run_id)[0].decision == "approved")


def test_what_changed_is_said_in_words() -> None:
    clip = make_clips("r", 600, 1)[0]
    start, end = clip.cut.start, clip.cut.end
    assert change_words(clip, clip) == ()
    assert change_words(clip, editing.trim(clip, start + 1, end, 600.0)) == ("Start 0:04.0 → 0:05.0",)
    shorter = editing.cut_out(clip, TimeSpan(start=start + 2, end=start + 3))
    assert change_words(clip, shorter) == ("1 cut inside",)
    assert change_words(shorter, clip) == ("Nothing cut inside",)
    moved = editing.cut_out(clip, TimeSpan(start=start + 4, end=start + 5))
    assert change_words(shorter, moved) == ("1 cut inside",)
    told = editing.set_notes(editing.retitle(clip, "A"), "Ask Ana")
    assert change_words(clip, told) == ("Title “A”", "Notes “Ask Ana”")
    assert change_words(told, editing.set_notes(told, "")) == ("No notes",)
    assert change_words(clip, editing.set_aspects(clip, {"1:1", "9:16"})) == ("Only in 9:16, 1:1",)
    assert change_words(clip, editing.set_style(clip, "box@2")) == ("Style clean → box@2",)


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Trim of “I was broke”", "Undo trim of “I was broke”"),
        ("“Maybe” for “I was broke”", "Undo “Maybe” for “I was broke”"),
        ("B-roll of “I was broke”", "Undo B-roll of “I was broke”"),
        ("", "Undo"),
    ],
)
def test_the_menu_says_what_is_undone(label: str, words: str) -> None:
    assert menu_words("Undo", label) == words


def test_the_tally_counts_minutes_of_what_is_approved() -> None:
    clips = make_clips("r", 600, 4)
    assert tally_words(tally(clips[:0])) == ""
    decided = [editing.set_decision(clip, "approved") for clip in clips[:2]]
    counted = tally([*decided, *clips[2:]])
    assert counted.approved_seconds == pytest.approx(sum(clip.cut.duration for clip in clips[:2]))
    assert counted.decided == 0.5
    assert Tally().decided == 0.0


async def test_the_words_of_the_filter_are_whole_on_a_small_screen(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        window.resize(1280, 800)
        window.open_run(project.add_run("Episode 12.mp4", 70.0, 3))
        choices = [find(window, QToolButton, f"segment_{key}") for key in ("approved", "maybe", "rejected")]
        shown = choices[0].parentWidget()
        await until(lambda: shown.findChild(QToolButton, "segment_").text() == "All 3")
        await until(
            lambda: all(each.width() >= each.sizeHint().width() for each in shown.findChildren(QToolButton))
        )
