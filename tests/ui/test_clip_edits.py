"""Edits of the clip in hand by a key: what is shown after them, what undo calls them, and why one can't be."""

from __future__ import annotations

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from window_kit import find, opened, press, titles, until

from ui.main_window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


async def _reviewing(window: MainWindow, project: FakeProject, clips: int = 3) -> str:
    run_id = project.add_run("Episode 12.mp4", duration=70.0, clips=clips)
    window.open_run(run_id)
    await until(lambda: window._bench.review.transcript and window._bench.player.composition)
    return run_id


def _undo_text(window: MainWindow) -> str:
    return window.actions_by_name["undo"].text()


def _told(window: MainWindow) -> str:
    return window._notice.text() if find(window, QWidget, "notice").isVisible() else ""


async def test_a_clip_is_split_and_undone_and_done_again(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        before = project.clips(run_id)
        first = window._bench.review.current
        assert first is not None
        player = window._bench.player
        player.seek(3.0)
        press(window, Qt.Key.Key_S)
        await until(lambda: len(project.clips(run_id)) == 4)
        parts = [clip for clip in project.clips(run_id) if clip.id == first.id or clip not in before]
        spans = sorted((clip.cut.start, clip.cut.end) for clip in parts)
        assert spans == [(4.0, pytest.approx(7.0)), (pytest.approx(7.0), first.cut.end)]
        assert window._bench.review.current == project.clip(first.id), "the first part stays in hand"
        await until(lambda: _undo_text(window).startswith("Undo split of “The week"))
        press(window, Qt.Key.Key_Z, CTRL)
        await until(lambda: project.clips(run_id) == before)
        press(window, Qt.Key.Key_Z, CTRL | SHIFT)
        await until(lambda: len(project.clips(run_id)) == 4)


async def test_a_split_at_the_edge_says_where_it_can_be(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        window._bench.player.seek(0.1)
        press(window, Qt.Key.Key_S)
        assert "half a second" in _told(window)
        assert not project.history.get(run_id)


async def test_two_clips_become_one(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        before = project.clips(run_id)
        first, second = sorted(before, key=lambda clip: clip.cut.start)[:2]
        window._bench.review.select(first.id)
        press(window, Qt.Key.Key_M, SHIFT)
        await until(lambda: len(project.clips(run_id)) == 2)
        merged = project.clip(first.id)
        assert (merged.cut.start, merged.cut.end) == (first.cut.start, max(first.cut.end, second.cut.end))
        assert second.wording.title not in titles(window)
        await until(lambda: "merger of “" in _undo_text(window) and "” with “" in _undo_text(window))
        composed = window._bench.player
        await until(lambda: composed.composition and composed.composition.cut == merged.cut)
        press(window, Qt.Key.Key_Z, CTRL)
        await until(lambda: project.clips(run_id) == before)
        assert second.wording.title in titles(window)


async def test_the_last_clip_has_nothing_to_be_merged_with(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        last = max(project.clips(run_id), key=lambda clip: clip.cut.start)
        window._bench.review.select(last.id)
        press(window, Qt.Key.Key_M, SHIFT)
        assert "No clip begins after this one" in _told(window)
        assert not project.history.get(run_id)


async def test_a_copy_is_taken_in_hand(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        first = window._bench.review.current
        assert first is not None
        press(window, Qt.Key.Key_D, CTRL)
        wanted = f"{first.wording.title} (copy)"
        assert find(window, QLineEdit, "clipTitle").text() == wanted
        await until(lambda: len(project.clips(run_id)) == 4)
        assert wanted in titles(window)
        press(window, Qt.Key.Key_BracketRight)
        await until(lambda: _undo_text(window).startswith("Undo trim"))
        assert project.clip(first.id) == first, "what is done to the copy leaves the original alone"


async def test_a_start_behind_the_end_is_refused_in_words(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        clip = window._bench.review.current
        assert clip is not None
        window._preview.seek_source(clip.cut.end + 3.0)
        await until(lambda: window._bench.player.source_position > clip.cut.end + 2.0)
        press(window, Qt.Key.Key_I)
        assert "behind the end of the clip" in _told(window)
        assert not project.history.get(run_id)
        press(window, Qt.Key.Key_O)
        await until(lambda: project.clip(clip.id).cut.end == pytest.approx(clip.cut.end + 3.0, abs=0.05))


async def test_a_key_held_down_splits_once() -> None:
    from ui.actions import COMMANDS, make_actions

    holder = QWidget()
    made = make_actions(holder, {command.name: lambda: None for command in COMMANDS}, lambda run: run())
    repeated = {name for name, action in made.items() if action.autoRepeat()}
    assert {"frame_forward", "in_later", "next_clip"} <= repeated
    assert not {"split", "merge_next", "duplicate", "play_pause", "loop", "approve"} & repeated
