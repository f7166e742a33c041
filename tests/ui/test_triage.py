"""Triage by keys alone: decide, go on, come back by undo; what is asserted is what is shown and kept."""

from __future__ import annotations

import pytest
from fake_project import FakeProject, make_clips
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton
from window_kit import click, find, opened, press, titles, until

from core import editing
from core.schema.time import TimeSpan
from ui.changes import change_words
from ui.controllers.history import menu_words
from ui.main_window import MainWindow
from ui.tally import Tally, tally, tally_words
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
        notes = find(window, CommitField, "clipNotes")
        notes.setFocus()
        QTest.keyClicks(notes, "Ask Ana")
    assert len(project.history[run_id]) == 5
    assert [clip.decision for clip in project.clips(run_id)][:2] == ["approved", "rejected"]
    assert project.clips(run_id)[2].notes == "Ask Ana"


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
