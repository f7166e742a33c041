"""Review in the window, by mouse and keyboard; what is asserted is what is shown."""

from __future__ import annotations

import asyncio
import dataclasses
from pathlib import Path

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QAction, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QWidget,
)
from window_kit import click, find, opened, press, titles, until

from core.project import Analysis
from core.schema.style import CardStyle, Style
from ui.main_window import MainWindow
from ui.panels.transcript import TranscriptView
from ui.preview.canvas import Canvas
from ui.timeline.view import TimelineView
from ui.widgets.fields import CommitField, TimeField

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


async def _reviewing(window: MainWindow, project: FakeProject, clips: int = 5, **more: bool) -> str:
    run_id = project.add_run("Episode 12.mp4", duration=70.0, clips=clips, **more)
    window.open_run(run_id)
    await until(lambda: find(window, TimelineView, "timelineView").viewport.duration == 70.0)
    return run_id


async def test_the_best_clip_is_in_hand_and_its_picture_is_shown(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        canvas = find(window, Canvas, "previewCanvas")
        await until(lambda: canvas.picture() is not None and not canvas.message())
        assert find(window, QLineEdit, "clipTitle").text() == titles(window)[0]
        assert find(window, QLabel, "clipScore").text() == "94"
        assert "Opens with a number" in find(window, QLabel, "clipReason").text()
        picture = canvas.picture()
        assert picture is not None
        assert picture.height() > picture.width()


async def test_a_run_is_opened_in_turns_and_the_last_that_was_chosen_stands(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        small = project.add_run("Short.mp4", duration=70.0, clips=2)
        large = project.add_run("Long.mp4", duration=70.0, clips=5)
        window._bench.review.show_run(large)
        assert window._bench.review.run_id == ""
        await until(lambda: window._bench.review.current is not None and window._bench.review.duration)
        assert window._bench.review.run_id == large
        assert titles(window) == [clip.wording.title for clip in project.clips(large)]
        assert window._bench.review.current == project.clips(large)[0]
        window._bench.review.open_run("")
        window._bench.review.show_run(large)
        window._bench.review.show_run(small)
        await until(lambda: window._bench.review.run_id == small and window._bench.review.duration)
        assert len(titles(window)) == 2


async def test_what_a_run_opened_in_turns_shows_is_painted(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        painted: set[str] = set()

        class Painting(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.Paint and window._docks.are_shown:
                    painted.add(watched.objectName())
                return False

        watching = Painting()
        seen = {"clipsPanel", "inspectorPanel", "timelineView", "previewCanvas", "mainWindow"}
        for name in seen - {"mainWindow"}:
            find(window, QWidget, name).installEventFilter(watching)
        window.installEventFilter(watching)
        window._bench.review.show_run(project.add_run("Episode.mp4", duration=70.0, clips=3))
        await until(lambda: painted == seen)


async def test_keys_pressed_while_a_run_is_opened_are_for_its_clips(
    project: FakeProject, memory: QSettings
) -> None:
    memory.setValue("goes_on_after_decision", "false")
    async with opened(project, memory) as window:
        review = window._bench.review
        first = project.add_run("First.mp4", duration=70.0, clips=3)
        second = project.add_run("Second.mp4", duration=70.0, clips=3)
        window._bench.review.show_run(first)
        await until(lambda: review.duration)
        window._bench.review.show_run(second)
        for key in (Qt.Key.Key_A, Qt.Key.Key_Down, Qt.Key.Key_X):
            press(window, key)
            await asyncio.sleep(0.01)
        await until(lambda: len(project.history.get(second, [])) == 2)
        assert [clip.decision for clip in project.clips(second)] == ["approved", "rejected", "undecided"]
        assert not project.history.get(first)
        assert review.current == project.clips(second)[1]


async def test_keys_for_a_run_that_gave_way_to_another_are_for_none(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        first = project.add_run("First.mp4", duration=70.0, clips=3)
        second = project.add_run("Second.mp4", duration=70.0, clips=3)
        window._bench.review.show_run(first)
        press(window, Qt.Key.Key_A)
        window._bench.review.show_run(second)
        await until(lambda: window._bench.review.duration)
        assert not project.history
        press(window, Qt.Key.Key_A)
        await until(lambda: list(project.history) == [second])


async def test_a_clip_taken_in_hand_while_the_run_is_opened_stays(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = project.add_run("Episode.mp4", duration=70.0, clips=3)
        window._bench.review.show_run(run_id)
        listed = find(window, QListView, "clipList")
        await until(lambda: listed.isVisible() and listed.model().rowCount() == 3)
        click(listed.viewport(), listed.visualRect(listed.model().index(2, 0)).center())
        await until(lambda: window._bench.review.duration)
        assert window._bench.review.current == project.clips(run_id)[2]


async def test_arrows_walk_and_letters_decide(project: FakeProject, memory: QSettings) -> None:
    memory.setValue("goes_on_after_decision", "false")
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        press(window, Qt.Key.Key_A)
        press(window, Qt.Key.Key_Down)
        press(window, Qt.Key.Key_X)
        press(window, Qt.Key.Key_Down)
        press(window, Qt.Key.Key_M)
        press(window, Qt.Key.Key_Up)
        await until(lambda: len(project.history.get(run_id, [])) == 3)
        assert [clip.decision for clip in project.clips(run_id)][:3] == ["approved", "rejected", "maybe"]
        assert find(window, QPushButton, "decide_rejected").isChecked()
        assert find(window, QPushButton, "exportButton").text().strip() == "Export 1"
        assert find(window, QLabel, "clipSums").text().startswith("1 approved")


async def test_hundreds_of_clips_make_the_window_no_wider(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project, clips=3)
        width = window.minimumSizeHint().width()
        await until(lambda: window._bench.insights.found is not None)
        await asyncio.sleep(0.05)
        assert window.minimumSizeHint().width() == width, "it grew when the insights arrived"
        await _reviewing(window, project, clips=140)
        await until(lambda: len(titles(window)) == 140)
        await asyncio.sleep(0.05)
        assert window.minimumSizeHint().width() == width <= 1280


async def test_buttons_decide_and_a_second_press_clears(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        approve = find(window, QPushButton, "decide_approved")
        click(approve)
        await until(lambda: project.clips(run_id)[0].decision == "approved")
        click(approve)
        await until(lambda: project.clips(run_id)[0].decision == "undecided")
        assert not approve.isChecked()


async def test_the_filter_shows_one_decision(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        press(window, Qt.Key.Key_A)
        click(find(window, QToolButton, "segment_approved"))
        assert len(titles(window)) == 1
        click(find(window, QToolButton, "segment_undecided"))
        assert len(titles(window)) == 4


async def test_undo_and_redo_say_what_they_do(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        undo = find_action(window, "undo")
        assert not undo.isEnabled()
        press(window, Qt.Key.Key_A)
        await until(lambda: undo.isEnabled())
        assert undo.text() == "Undo approval of “The week we ran out of money”"
        press(window, Qt.Key.Key_Z, CTRL)
        await until(lambda: project.clips(run_id)[0].decision == "undecided")
        await until(lambda: find_action(window, "redo").isEnabled())
        press(window, Qt.Key.Key_Z, CTRL | SHIFT)
        await until(lambda: project.clips(run_id)[0].decision == "approved")
        assert find(window, QPushButton, "decide_approved").isChecked()


async def test_typing_a_title_fires_no_keys(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        field = find(window, CommitField, "clipTitle")
        click(field)
        field.selectAll()
        QTest.keyClicks(field, "A maxim [x] ?")
        assert field.text() == "A maxim [x] ?"
        assert project.clips(run_id)[0].decision == "undecided"
        QTest.keyClick(field, Qt.Key.Key_Return)
        await until(lambda: project.clips(run_id)[0].wording.title == "A maxim [x] ?")
        assert titles(window)[0] == "A maxim [x] ?"
        assert not window._bench.player.is_playing


async def test_escape_gives_a_title_up(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        field = find(window, CommitField, "clipTitle")
        click(field)
        QTest.keyClicks(field, "zzz")
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert field.text() == titles(window)[0]
        assert not project.history


async def test_times_are_typed_and_nonsense_is_refused(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        field = find(window, TimeField, "clipStart")
        click(field)
        field.selectAll()
        QTest.keyClicks(field, "0:06.5")
        QTest.keyClick(field, Qt.Key.Key_Return)
        await until(lambda: project.clips(run_id)[0].cut.start == 6.5)
        click(field)
        field.selectAll()
        QTest.keyClicks(field, "soon")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.text() == "0:06.5"
        assert project.clips(run_id)[0].cut.start == 6.5


async def test_brackets_nudge_by_words(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        transcript = project.analyses[run_id].transcript
        assert transcript is not None
        starts = [word.start for word, _ in transcript.words()]
        ends = [word.end for word, _ in transcript.words()]
        before = project.clips(run_id)[0].cut
        press(window, Qt.Key.Key_BracketRight)
        press(window, Qt.Key.Key_BracketRight)
        press(window, Qt.Key.Key_BraceLeft, SHIFT)
        await until(lambda: len(project.history.get(run_id, [])) == 3)
        after = project.clips(run_id)[0].cut
        assert after.start > before.start
        assert after.start in starts
        assert after.end < before.end
        assert after.end in ends


async def test_in_and_out_are_set_at_the_playhead(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        player = window._bench.player
        await until(lambda: player.composition is not None)
        player.seek(2.0)
        press(window, Qt.Key.Key_I)
        await until(lambda: abs(project.clips(run_id)[0].cut.start - 6.0) < 1e-6)


async def test_a_trim_before_the_source_is_read_keeps_the_other_end(
    project: FakeProject, memory: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_read, read = asyncio.Event(), project.analysis

    async def read_later(run_id: str) -> Analysis:
        await is_read.wait()
        return await read(run_id)

    monkeypatch.setattr(project, "analysis", read_later)
    async with opened(project, memory) as window:
        run_id = project.add_run("Episode 12.mp4", duration=70.0, clips=5)
        window.open_run(run_id)
        player, review = window._bench.player, window._bench.review
        await until(lambda: player.composition is not None)
        before = project.clips(run_id)[0].cut
        player.seek(2.0)
        press(window, Qt.Key.Key_I)
        await until(lambda: project.history.get(run_id))
        after = project.clips(run_id)[0].cut
        assert (after.start, after.end) == (pytest.approx(before.start + 2.0), before.end)
        is_read.set()
        await until(lambda: review.duration)


async def test_dragging_an_end_on_the_timeline_trims_to_a_boundary(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        view = find(window, TimelineView, "timelineView")
        clip = project.clips(run_id)[0]
        area = view.clip_area(clip.id)
        assert area is not None
        _left, top, right, bottom = area
        grip = QPoint(round(right), round((top + bottom) / 2))
        QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, grip)
        for step in range(1, 8):
            QTest.mouseMove(view, grip + QPoint(step * 10, 0))
            await asyncio.sleep(0)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, grip + QPoint(70, 0))
        await until(lambda: project.clips(run_id)[0].cut.end != clip.cut.end)
        after = project.clips(run_id)[0].cut
        assert after.start == clip.cut.start
        wanted = view.viewport.time_at(grip.x() + 70)
        assert abs(after.end - wanted) <= 8 * view.viewport.seconds_per_px
        assert any(abs(after.end - point) < 1e-6 for point in window._bench.review.snap_points)
        assert find(window, TimeField, "clipEnd").text() != ""


async def test_clicking_a_clip_on_the_timeline_takes_it_in_hand(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project, clips=3)
        view = find(window, TimelineView, "timelineView")
        wanted = project.clips(run_id)[2]
        area = view.clip_area(wanted.id)
        assert area is not None
        point = QPoint(round((area[0] + area[2]) / 2), round((area[1] + area[3]) / 2))
        click(view, point)
        assert find(window, QLineEdit, "clipTitle").text() == wanted.wording.title
        assert find(window, QListView, "clipList").currentIndex().data() == wanted.wording.title


async def test_the_wheel_zooms_around_the_pointer_and_z_fits(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        view = find(window, TimelineView, "timelineView")
        before = view.viewport
        x = view.width() * 0.6
        under = before.time_at(x)
        for _ in range(4):
            QApplication.sendEvent(view, _wheel(view, x, 120))
        assert view.viewport.visible < before.visible
        assert abs(view.viewport.time_at(x) - under) < 0.01
        press(window, Qt.Key.Key_Z)
        clip = window._bench.review.current
        assert clip is not None
        assert view.viewport.start <= clip.cut.start
        assert view.viewport.end >= clip.cut.end
        press(window, Qt.Key.Key_Z)
        assert view.viewport.visible == 70.0


async def test_the_list_has_the_keyboard_so_that_space_opens_no_menu(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        assert window.focusWidget() is find(window, QListView, "clipList")


async def test_space_plays_and_pauses(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        player = window._bench.player
        await until(lambda: player.composition is not None)
        shown: list[QImage] = []
        player.frame_ready.connect(shown.append)
        press(window, Qt.Key.Key_Space)
        assert player.is_playing
        await until(lambda: player.position > 0.5 and len(shown) >= 4)
        press(window, Qt.Key.Key_K)
        assert not player.is_playing
        assert find(window, QLabel, "clipTime").text().startswith("0:0")
        at = player.position
        press(window, Qt.Key.Key_Right)
        assert player.position > at
        press(window, Qt.Key.Key_Right, SHIFT)
        assert player.position > at + 0.9


async def test_play_pressed_before_the_clip_is_there_plays_it(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        player = window._bench.player
        await until(lambda: player.composition is not None)
        project.delay = 0.2
        press(window, Qt.Key.Key_Down)
        assert player.composition is None
        press(window, Qt.Key.Key_Space)
        await until(lambda: player.is_playing and player.position > 0)
        press(window, Qt.Key.Key_Space)
        # Twice is once too often, and another clip is no longer the one that was to be played.
        press(window, Qt.Key.Key_Up)
        press(window, Qt.Key.Key_Space)
        press(window, Qt.Key.Key_Space)
        await until(lambda: player.composition is not None)
        press(window, Qt.Key.Key_Down)
        press(window, Qt.Key.Key_Space)
        press(window, Qt.Key.Key_Up)
        await until(lambda: player.composition is not None)
        await asyncio.sleep(0.1)
        assert not player.is_playing


async def test_play_pressed_before_the_clip_is_there_is_not_forgotten_when_the_transcript_arrives(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        player = window._bench.player
        await until(lambda: player.composition is not None)
        project.delay = 0.2
        press(window, Qt.Key.Key_Down)
        press(window, Qt.Key.Key_Return)
        window._bench.review.analysis_changed.emit()
        await until(lambda: player.composition is not None)
        assert player.is_playing


async def test_play_pressed_before_the_clip_is_there_is_not_forgotten_when_it_is_read_anew(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        player = window._bench.player
        await until(lambda: player.composition is not None)
        project.delay = 1.0
        press(window, Qt.Key.Key_Down)
        press(window, Qt.Key.Key_Return)
        window._bench.review.current_edited.emit()
        await until(lambda: player.composition is not None)
        assert player.is_playing


async def test_play_pressed_while_an_edit_is_prepared_goes_on(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        player = window._bench.player
        await until(lambda: player.composition is not None)
        project.delay = 0.3
        asked = len([call for call in project.calls if call[0] == "composition"])
        before = player.composition
        window._bench.review.retitle("Another title")
        await until(lambda: len([call for call in project.calls if call[0] == "composition"]) > asked)
        press(window, Qt.Key.Key_Space)
        await until(lambda: player.composition is not before)
        assert player.is_playing


async def test_number_keys_change_the_shape(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        canvas = find(window, Canvas, "previewCanvas")
        for key, ratio in ((Qt.Key.Key_2, 1.0), (Qt.Key.Key_3, 16 / 9), (Qt.Key.Key_1, 9 / 16)):
            press(window, key)
            await until(lambda wanted=ratio: _has_ratio(canvas, wanted))
        assert memory.value("aspect") == "9:16"


async def test_a_moment_outside_the_clip_is_shown_as_source(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        canvas = find(window, Canvas, "previewCanvas")
        await until(lambda: canvas.picture() is not None)
        view = find(window, TimelineView, "timelineView")
        click(view, QPoint(round(view.viewport.x_at(65.0)), view.height() - 12))
        await until(lambda: _has_ratio(canvas, 16 / 9))
        assert find(window, QLabel, "previewNote").text() == "Outside the clip"
        assert abs(window._bench.player.source_position - 65.0) < 0.2
        press(window, Qt.Key.Key_Return)
        await until(lambda: window._bench.player.is_playing and _has_ratio(canvas, 9 / 16))
        press(window, Qt.Key.Key_Space)


async def test_go_to_a_time(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        await until(lambda: window._bench.player.composition is not None)
        press(window, Qt.Key.Key_G)
        await until(lambda: window.findChild(QLineEdit, "goToField") is not None)
        field = find(window, QLineEdit, "goToField")
        field.setText("0:09")
        QTest.keyClick(field, Qt.Key.Key_Return)
        await until(lambda: abs(window._bench.player.source_position - 9.0) < 0.1)


async def test_the_list_of_keys_opens(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        press(window, Qt.Key.Key_Question, SHIFT)
        await until(lambda: window.findChild(QLabel, "") is not None and window.findChild(object, "keysDialog"))
        shown = window.findChild(object, "keysDialog")
        items = find(shown, QTreeWidget, "keysList").findItems(
            "", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
        )
        words = {item.text(0) for item in items}
        assert {"Approve", "Start a word earlier", "Go to a time"} <= words
        shown.close()


async def test_quick_keys_keep_every_edit(project: FakeProject, memory: QSettings) -> None:
    project.delay = 0.05
    memory.setValue("goes_on_after_decision", "false")
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        for key in (Qt.Key.Key_A, Qt.Key.Key_BracketRight, Qt.Key.Key_BracketRight, Qt.Key.Key_BracketRight):
            press(window, key)
        press(window, Qt.Key.Key_2)
        press(window, Qt.Key.Key_3)
        press(window, Qt.Key.Key_Down)
        press(window, Qt.Key.Key_X)
        await until(lambda: len(project.history.get(run_id, [])) == 5)
        first, second = project.clips(run_id)[:2]
        assert (first.decision, second.decision) == ("approved", "rejected")
        assert first.cut.start > 4.0


async def test_a_thumbnail_arrives(project: FakeProject, memory: QSettings, tmp_path: Path) -> None:
    picture = QImage(160, 90, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    file = tmp_path / "still.png"
    picture.save(str(file))
    project.thumbnails = lambda _at: file
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        shown = find(window, QListView, "clipList")

        def has_red() -> bool:
            drawn = shown.viewport().grab().toImage()
            return drawn.pixelColor(80, 50) == Qt.GlobalColor.red

        await until(has_red)


async def test_safe_zones_are_drawn_over_the_picture(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        canvas = find(window, Canvas, "previewCanvas")
        await until(lambda: canvas.picture() is not None and not canvas.message())
        before = canvas.grab().toImage()
        press(window, Qt.Key.Key_V)
        assert find(window, QComboBox, "safeZones").currentText() == "All platforms"
        assert canvas.grab().toImage() != before
        chooser = find(window, QComboBox, "safeZones")
        chooser.setCurrentIndex(chooser.findText("Reels"))
        assert canvas.zone() == "Reels"
        shown = canvas.grab().toImage()
        press(window, Qt.Key.Key_V)
        assert canvas.zone() == ""
        assert canvas.grab().toImage() == before
        press(window, Qt.Key.Key_V)
        assert canvas.grab().toImage() == shown, "the one that was shown last"
        press(window, Qt.Key.Key_3)
        await until(lambda: _has_ratio(canvas, 16 / 9))
        wide = canvas.grab().toImage()
        press(window, Qt.Key.Key_V)
        assert canvas.grab().toImage() != wide, "the margin of text, in other shapes too"
        press(window, Qt.Key.Key_V)
    async with opened(project, memory) as window:
        assert find(window, Canvas, "previewCanvas").zone() == "Reels", "remembered"


def find_action(window: MainWindow, name: str) -> QAction:
    """Return one of the window's commands."""
    return window.actions_by_name[name]


def _has_ratio(canvas: Canvas, ratio: float) -> bool:
    picture = canvas.picture()
    return picture is not None and abs(picture.width() / picture.height() - ratio) < 0.02 and not canvas.message()


def _wheel(view: TimelineView, x: float, turned: int) -> QWheelEvent:
    at = QPointF(x, 100)
    return QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


@pytest.mark.parametrize(
    ("name", "typed", "hint"),
    [
        ("clipStart", "0:90", "before it ends"),
        ("clipStart", "9:00", "before it ends"),
        ("clipEnd", "0:00.0", "before it ends"),
        ("clipStart", "soon", "minutes and seconds"),
    ],
)
async def test_a_time_that_can_not_be_goes_back_and_says_why(
    project: FakeProject, memory: QSettings, name: str, typed: str, hint: str
) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        field, why = find(window, TimeField, name), find(window, QLabel, "clipTimesRefused")
        was = field.text()
        assert not why.isVisible()
        _type(field, typed)
        assert field.text() == was
        assert why.isVisible()
        assert hint in why.text()
        assert not project.history
        window._bench.review.step(1)
        assert not why.isVisible()


async def test_an_end_after_the_video_becomes_the_end_of_the_video(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        field, why = find(window, TimeField, "clipEnd"), find(window, QLabel, "clipTimesRefused")
        _type(field, "9:00")
        assert field.text() == "1:10.0"
        assert why.isVisible()
        await until(lambda: project.clips(run_id)[0].cut.end == 70.0)
        _type(field, "1:05")
        assert field.text() == "1:05.0"
        assert not why.isVisible()


def _type(field: TimeField, text: str) -> None:
    click(field)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


async def test_only_axes_that_were_judged_are_shown(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        assert find(window, QWidget, "axis_Hook").isVisible()
        assert window.findChild(QWidget, "axis_Visual") is None


async def test_the_transcript_says_plainly_where_it_is_from(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _reviewing(window, project)
        origin = find(window, QLabel, "transcriptOrigin")
        assert origin.text() == "Whisper small · English"
        known = project.analyses[run_id]
        assert known.transcript is not None
        beside = known.transcript.model_copy(update={"transcriber": "sidecar", "model": "vtt"})
        project.analyses[run_id] = dataclasses.replace(known, transcript=beside)
        window.open_run(run_id)
        await until(lambda: origin.text() == "Captions beside the file · English")


async def test_a_corrected_word_is_shown_whatever_clip_is_in_hand(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        review, view = window._bench.review, find(window, TranscriptView, "transcriptView")
        transcript = review.transcript
        assert transcript is not None
        word = next(word for word, _ in transcript.words() if word.start > 30)
        window._bench.transcript.correct(word.start, word.end, "Zanzibar")
        await until(lambda: "Zanzibar" in view.toPlainText())
        review.step(1)
        assert "Zanzibar" in view.toPlainText()
        window._bench.transcript.correct(word.start, word.end, "")
        await until(lambda: "Zanzibar" not in view.toPlainText())
        shown = review.transcript
        assert shown is not None
        assert sum(1 for _ in shown.words()) == sum(1 for _ in transcript.words()) - 1


async def test_arranging_panels_never_makes_the_window_grow(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        window.resize(1280, 700)
        await _reviewing(window, project)
        assert window.height() == 700
        window.actions_by_name["reset_layout"].trigger()
        await asyncio.sleep(0.1)
        assert window.height() == 700


async def test_cards_are_played_before_and_after_the_clip_as_in_the_file(
    project: FakeProject, memory: QSettings
) -> None:
    intro = CardStyle(seconds=1.0, colour="#1030a0")
    project.clip_style = Style(
        name="cards", version=1, intro=intro, outro=CardStyle(seconds=0.5, colour="#a03010")
    )
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        player, canvas = window._bench.player, find(window, Canvas, "previewCanvas")
        await until(lambda: player.composition is not None and canvas.picture() is not None)
        assert player.position == 0.0, "a clip in hand is seen at once, without its card"
        assert find(window, QLabel, "clipTime").text().startswith("0:01")
        press(window, Qt.Key.Key_Left)
        assert player.position < 0.0 and player.is_on_card
        await until(lambda: _middle(canvas) == (0x10, 0x30, 0xA0))
        player.seek(-0.4)
        press(window, Qt.Key.Key_Space)
        await until(lambda: player.position > 0.2)
        press(window, Qt.Key.Key_Space)
        assert not player.is_on_card
        click(
            next(button for button in window.findChildren(QToolButton) if "start of the clip" in button.toolTip())
        )
        assert player.position == -1.0
        assert find(window, QLabel, "clipTime").text().startswith("0:00")
        click(next(button for button in window.findChildren(QToolButton) if "end of the clip" in button.toolTip()))
        await until(lambda: _middle(canvas) == (0xA0, 0x30, 0x10))
        assert player.position == player.end > player.duration
        # A draft that is tried on brings its own.
        player.wear(lambda made: made.model_copy(update={"style": Style(name="bare", version=1)}))
        await until(lambda: (player.begin, player.end) == (0.0, player.duration))
        assert player.position == player.duration and not player.is_on_card
        player.wear(None)
        await until(lambda: player.begin == -1.0)


def _middle(canvas: Canvas) -> tuple[int, int, int]:
    picture = canvas.picture()
    assert picture is not None
    pixel = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    red, green, blue = (8 * round(value / 8) for value in (pixel.red(), pixel.green(), pixel.blue()))
    return red, green, blue
