"""The timeline in the window, by mouse and keys: what is dragged, marked and selected, and what comes of it."""

from __future__ import annotations

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from window_kit import click, find, opened, press, until

from ui.main_window import MainWindow
from ui.timeline.minimap import MiniMap
from ui.timeline.view import TimelineView
from ui.widgets.timecode import clock_tenths

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
DURATION = 300.0


async def _reviewing(window: MainWindow, project: FakeProject, clips: int = 4) -> tuple[str, TimelineView]:
    run_id = project.add_run("Episode 12.mp4", duration=DURATION, clips=clips)
    window.open_run(run_id)
    view = find(window, TimelineView, "timelineView")
    await until(lambda: view.viewport.duration == DURATION and window._bench.player.composition is not None)
    return run_id, view


def _middle(view: TimelineView, clip_id: str) -> QPoint:
    area = view.clip_area(clip_id)
    assert area is not None
    return QPoint(round((area[0] + area[2]) / 2), round((area[1] + area[3]) / 2))


def _drag(view: TimelineView, start: QPoint, by: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    _hold(view, start, by, held)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, held, start + by)


def _hold(view: TimelineView, start: QPoint, by: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.mousePress(view, Qt.MouseButton.LeftButton, held, start)
    for step in range(1, 7):
        # QTest.mouseMove forgets what is held on the keyboard.
        QTest.mouseEvent(
            QTest.MouseAction.MouseMove, view, Qt.MouseButton.LeftButton, held, start + by * step / 6
        ) if held else QTest.mouseMove(view, start + by * step / 6)


async def test_a_clip_is_dragged_elsewhere_in_one_step(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id, view = await _reviewing(window, project)
        before = project.clips(run_id)[1].cut
        clip_id = project.clips(run_id)[1].id
        _drag(view, _middle(view, clip_id), QPoint(60, 0))
        await until(lambda: project.history.get(run_id))
        after = next(clip for clip in project.clips(run_id) if clip.id == clip_id).cut
        assert after.duration == pytest.approx(before.duration)
        wanted = before.start + 60 * view.viewport.seconds_per_px
        assert after.start == pytest.approx(wanted, abs=9 * view.viewport.seconds_per_px)
        assert len(project.history[run_id]) == 1
        assert project.history[run_id][0][0].startswith("Move of “Build for the person")
        press(window, Qt.Key.Key_Z, CTRL)
        await until(lambda: next(c for c in project.clips(run_id) if c.id == clip_id).cut == before)


async def test_a_click_moves_nothing(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id, view = await _reviewing(window, project)
        clip = project.clips(run_id)[2]
        click(view, _middle(view, clip.id))
        assert window._bench.review.current == clip
        assert view.selected == {clip.id}
        assert not project.history.get(run_id)


async def test_several_clips_are_selected_and_moved_together(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id, view = await _reviewing(window, project)
        first, second = sorted(project.clips(run_id), key=lambda clip: clip.cut.start)[1:3]
        click(view, _middle(view, first.id))
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, CTRL, _middle(view, second.id))
        assert view.selected == {first.id, second.id}
        _drag(view, _middle(view, first.id), QPoint(-40, 0))
        await until(lambda: project.history.get(run_id))
        moved = {clip.id: clip.cut.start for clip in project.clips(run_id)}
        by = moved[first.id] - first.cut.start
        assert by < 0
        assert moved[second.id] - second.cut.start == pytest.approx(by)
        assert len(project.history[run_id]) == 1
        assert project.history[run_id][0][0] == "Move of 2 clips"


async def test_a_rectangle_between_the_clips_selects_what_it_touches(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        run_id, view = await _reviewing(window, project)
        rows = view.rows()
        low = min(project.clips(run_id), key=lambda clip: clip.cut.start)
        left, right = round(view.viewport.x_at(low.cut.end)) + 12, view.width() - 1
        _drag(
            view, QPoint(left, round(rows.speakers) - 2), QPoint(right - left, round(rows.clips - rows.speakers))
        )
        assert view.selected == {clip.id for clip in project.clips(run_id)} - {low.id}
        click(view, QPoint(left, round(rows.speakers) + 20))
        assert not view.selected


async def test_a_stretch_is_marked_and_becomes_a_clip(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id, view = await _reviewing(window, project)
        made = find(window, QPushButton, "newClipOfMarked")
        assert not made.isVisible()
        y = view.height() - 12
        _drag(view, QPoint(200, y), QPoint(150, 0))
        assert view.marked is not None
        start, end = view.marked
        ends = view.scene.snap_points
        assert start in ends.starts.times
        assert end in ends.ends.times
        assert made.text().startswith("New clip  0:")
        click(made)
        await until(lambda: len(project.clips(run_id)) == 5)
        new = project.clips(run_id)[-1]
        assert (new.cut.start, new.cut.end) == (start, end)
        assert find(window, QLineEdit, "clipTitle").text() == new.wording.title
        assert view.marked is None
        assert not made.isVisible()


async def test_an_end_of_a_marked_stretch_is_dragged_on_and_enter_makes_the_clip(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        run_id, view = await _reviewing(window, project)
        y = view.height() - 12
        _drag(view, QPoint(200, y), QPoint(150, 0))
        assert view.marked is not None
        start, end = view.marked
        _drag(view, QPoint(round(view.viewport.x_at(end)), y), QPoint(80, 0))
        assert view.marked[0] == start
        assert view.marked[1] > end
        press(window, Qt.Key.Key_Return)
        await until(lambda: len(project.clips(run_id)) == 5)
        assert not window._bench.player.is_playing


async def test_escape_gives_a_drag_up_and_then_what_is_marked(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id, view = await _reviewing(window, project)
        clip = project.clips(run_id)[1]
        middle = _middle(view, clip.id)
        _hold(view, middle, QPoint(60, 0))
        assert view.gesture.dragged[clip.id].start != clip.cut.start
        QTest.keyClick(view, Qt.Key.Key_Escape)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, middle + QPoint(60, 0))
        assert not view.gesture.dragged
        assert not project.history.get(run_id)
        _drag(view, QPoint(200, view.height() - 12), QPoint(150, 0))
        assert view.marked is not None
        QTest.keyClick(view, Qt.Key.Key_Escape)
        assert view.marked is None


async def test_the_preview_follows_an_end_while_it_is_dragged(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id, view = await _reviewing(window, project)
        clip = project.clips(run_id)[0]
        area = view.clip_area(clip.id)
        assert area is not None
        grip = QPoint(round(area[2]) - 1, round((area[1] + area[3]) / 2))
        _hold(view, grip, QPoint(-30, 0))
        end = view.gesture.dragged[clip.id].end
        assert view.gesture.snap is not None
        assert view.gesture.snap.at == end
        assert view.gesture.readout is not None
        at, told = view.gesture.readout
        assert (at, told.split(" · ")[0]) == (end, clock_tenths(end))
        assert window._bench.player.source_position == pytest.approx(end - 0.04, abs=0.05)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, grip + QPoint(-30, 0))
        await until(lambda: project.clips(run_id)[0].cut.end == end)


async def test_alt_keeps_an_end_from_snapping(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id, view = await _reviewing(window, project)
        clip = project.clips(run_id)[0]
        area = view.clip_area(clip.id)
        assert area is not None
        grip = QPoint(round(area[2]) - 1, round((area[1] + area[3]) / 2))
        _hold(view, grip, QPoint(-33, 0), ALT)
        assert view.gesture.snap is None
        dragged = view.gesture.dragged[clip.id]
        assert dragged.end == pytest.approx(clip.cut.end - 33 * view.viewport.seconds_per_px)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, ALT, grip + QPoint(-33, 0))


async def test_the_ruler_scrubs(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        _run_id, view = await _reviewing(window, project)
        told: list[str] = []
        view.scrub_started.connect(lambda: told.append("started"))
        view.scrub_ended.connect(lambda: told.append("ended"))
        _drag(view, QPoint(100, 8), QPoint(200, 0))
        assert told == ["started", "ended"]
        await until(lambda: abs(window._bench.player.source_position - view.viewport.time_at(300)) < 0.2)
        assert view.marked is None


async def test_playing_rests_while_the_playhead_is_dragged_and_goes_on_from_there(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        run_id, view = await _reviewing(window, project)
        player = window._bench.player
        press(window, Qt.Key.Key_Space)
        assert player.is_playing
        from_x = round(view.viewport.x_at(project.clips(run_id)[0].cut.start)) + 10
        _hold(view, QPoint(from_x, 8), QPoint(30, 0))
        assert not player.is_moving
        at = player.source_position
        assert at == pytest.approx(view.viewport.time_at(from_x + 30), abs=0.1)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, QPoint(from_x + 30, 8))
        assert player.is_playing
        assert player.source_position >= at - 0.05
        player.pause()


async def test_words_can_be_read_from_near_and_pages_are_turned_by_keys(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        _run_id, view = await _reviewing(window, project)
        view.setFocus()
        view.set_viewport(view.viewport.showing(10.0, 16.0))
        far = view.grab().toImage()
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        assert view.viewport.start == pytest.approx(14.8)
        assert view.grab().toImage() != far
        QTest.keyClick(view, Qt.Key.Key_PageUp)
        assert view.viewport.start == pytest.approx(10.0)
        QTest.keyClick(view, Qt.Key.Key_End)
        assert view.viewport.end == pytest.approx(DURATION)
        QTest.keyClick(view, Qt.Key.Key_Home)
        assert view.viewport.start == 0.0


async def test_the_map_moves_and_zooms_what_is_shown(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        _run_id, view = await _reviewing(window, project)
        strip = find(window, MiniMap, "timelineMap")
        view.set_viewport(view.viewport.showing(0.0, 60.0))
        y = strip.height() // 2
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, NONE, QPoint(strip.width() // 2, y))
        assert view.viewport.start == pytest.approx(DURATION / 2 - 30.0, abs=0.5)
        area = strip.window_area()
        QTest.mousePress(strip, Qt.MouseButton.LeftButton, NONE, QPoint(round(area.right()), y))
        QTest.mouseMove(strip, QPoint(round(area.right()) + 50, y))
        QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, NONE, QPoint(round(area.right()) + 50, y))
        assert view.viewport.visible == pytest.approx(60.0 + 50 * DURATION / strip.width(), abs=0.1)
        assert view.viewport.start == pytest.approx(DURATION / 2 - 30.0, abs=0.5)


async def test_the_map_shows_every_clip_where_it_lies(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id, view = await _reviewing(window, project)
        strip = find(window, MiniMap, "timelineMap")
        picture = strip.grab().toImage()
        y = strip.height() // 2
        per_second = strip.width() / DURATION
        bare = picture.pixel(round((max(clip.cut.end for clip in project.clips(run_id)) + 3) * per_second), y)
        for clip in project.clips(run_id):
            assert picture.pixel(round((clip.cut.start + clip.cut.end) / 2 * per_second), y) != bare
        assert view.viewport.visible == DURATION


async def test_the_colours_of_a_clip_say_its_decision(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id, view = await _reviewing(window, project)
        clip = project.clips(run_id)[2]
        area = view.clip_area(clip.id)
        assert area is not None
        # Above its words.
        place = QPoint(_middle(view, clip.id).x(), round(area[1]) + 3)
        before = view.grab().toImage().pixelColor(place)
        window._bench.review.select(clip.id)
        press(window, Qt.Key.Key_A)
        await until(lambda: project.clips(run_id)[2].decision == "approved")
        assert view.grab().toImage().pixelColor(place).lightness() > before.lightness() + 40


async def test_a_clip_is_marked_made_and_moved_by_keys_alone(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id, view = await _reviewing(window, project)
        player = window._bench.player
        player.seek(2.0)
        start = player.source_position
        press(window, Qt.Key.Key_I, SHIFT)
        assert view.marked == (start, start + 30.0)
        player.seek(8.0)
        press(window, Qt.Key.Key_O, SHIFT)
        assert view.marked == (start, player.source_position)
        press(window, Qt.Key.Key_N, SHIFT)
        await until(lambda: len(project.clips(run_id)) == 5)
        made = project.clips(run_id)[-1]
        assert (made.cut.start, made.cut.end) == (start, pytest.approx(start + 6.0))
        press(window, Qt.Key.Key_Right, ALT)
        await until(lambda: project.clips(run_id)[-1].cut != made.cut)
        moved = project.clips(run_id)[-1].cut
        assert moved.start in view.snap_points.starts.times
        assert moved.start > made.cut.start
        assert moved.duration == pytest.approx(made.cut.duration)


async def test_keys_zoom_and_turn_pages(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        _run_id, view = await _reviewing(window, project)
        press(window, Qt.Key.Key_Plus)
        press(window, Qt.Key.Key_Equal)
        near = view.viewport.visible
        assert near == pytest.approx(DURATION / 1.6**2)
        press(window, Qt.Key.Key_PageDown, ALT)
        assert view.viewport.start > 0
        press(window, Qt.Key.Key_PageUp, ALT)
        press(window, Qt.Key.Key_Minus)
        assert view.viewport.visible == pytest.approx(near * 1.6)
        press(window, Qt.Key.Key_Z, SHIFT)
        assert view.viewport.visible == DURATION


async def test_what_is_selected_on_the_timeline_is_decided_together(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        run_id, view = await _reviewing(window, project)
        first, second = sorted(project.clips(run_id), key=lambda clip: clip.cut.start)[1:3]
        click(view, _middle(view, first.id))
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, CTRL, _middle(view, second.id))
        press(window, Qt.Key.Key_A)
        await until(lambda: sum(clip.decision == "approved" for clip in project.clips(run_id)) == 2)
        assert len(project.history[run_id]) == 1
        assert {clip.id for clip in project.clips(run_id) if clip.decision == "approved"} == {first.id, second.id}
