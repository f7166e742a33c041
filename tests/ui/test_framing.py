"""Framing by hand in the preview: dragged, scaled, nudged, followed, compared, taken back; seen and stored."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from fake_project import FakeProject, two_faces
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QListWidget,
    QMenu,
    QPushButton,
    QTabWidget,
    QToolButton,
)
from window_kit import click, find, opened, press, until

from core.schema.clip import Clip, FramingWishes
from core.schema.framing import LAYOUTS
from ui.inspector.stills_part import StillsPart
from ui.layout_names import LAYOUT_WORDS
from ui.main_window import MainWindow
from ui.preview.canvas import Canvas
from ui.preview.overlay import face_places
from ui.widgets.seek_bar import SeekBar

SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@asynccontextmanager
async def framing(project: FakeProject, memory: QSettings) -> AsyncIterator[tuple[MainWindow, Canvas]]:
    """Open a run of two people, Ana and somebody unnamed, and wait until the picture and its framing are there."""
    project.faces = two_faces()
    project.voices = {"Ana": 0}
    async with opened(project, memory) as window:
        window.open_run(project.add_run("Talk.mp4", duration=70.0, clips=3))
        canvas = find(window, Canvas, "previewCanvas")
        await until(lambda: canvas.picture() is not None and not canvas.message() and canvas.framing() is not None)
        yield window, canvas


def first(project: FakeProject) -> Clip:
    return project.clips("r1")[0]


def shown_crop(canvas: Canvas) -> tuple[float, float, float, float]:
    """Return the part of the source that the picture shows."""
    view = canvas.framing()
    assert view is not None
    (part,) = view.parts
    return part.seen.x(), part.seen.y(), part.seen.width(), part.seen.height()


def drag(canvas: Canvas, start: QPoint, by: QPoint, *, is_released: bool = True) -> None:
    """Press, move in steps, and let go."""
    QTest.mousePress(canvas, LEFT, NONE, start)
    for step in range(1, 9):
        QTest.mouseMove(canvas, start + by * step / 8)
    if is_released:
        QTest.mouseRelease(canvas, LEFT, NONE, start + by)


def wheel(canvas: Canvas, notches: int, at: QPoint) -> None:
    event = QWheelEvent(
        QPointF(at), canvas.mapToGlobal(QPointF(at)), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        NONE, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


async def test_the_picture_follows_the_hand_and_becomes_one_step_of_undo(
    project: FakeProject, memory: QSettings
) -> None:
    async with framing(project, memory) as (window, canvas):
        x, y, width, height = shown_crop(canvas)
        area = canvas.frame_area()
        middle = area.center().toPoint()
        drag(canvas, middle, QPoint(-60, 0), is_released=False)
        await until(lambda: canvas.framing() is not None and canvas.framing().live is not None)
        share = width / area.width()
        assert shown_crop(canvas) == pytest.approx((x + 60 * share, y, width, height), abs=0.6)
        assert not project.history.get("r1"), "nothing is kept before the hand lets go"
        QTest.mouseRelease(canvas, LEFT, NONE, middle + QPoint(-60, 0))
        await until(lambda: len(project.history.get("r1", [])) == 1)
        (crop,) = first(project).framing.crops
        assert crop.aspect == "9:16"
        assert crop.keyframes[0].centre_x == pytest.approx(x + width / 2 + 60 * share, abs=1)
        await until(lambda: canvas.framing() is not None and canvas.framing().live is None)
        assert shown_crop(canvas) == pytest.approx((x + 60 * share, y, width, height), abs=1)
        assert find(window, QLabel, "byHandBadge").isVisible()
        assert find(window, QLabel, "framingReason").text() == "Set by hand"
        press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: not find(window, QLabel, "byHandBadge").isVisible())
        await until(lambda: shown_crop(canvas) == pytest.approx((x, y, width, height), abs=0.6))
        press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | SHIFT)
        await until(lambda: find(window, QLabel, "byHandBadge").isVisible())
        assert first(project).framing.crops == (crop,)


async def test_wheel_keys_and_corners_scale_and_nudge_only_while_adjusting(
    project: FakeProject, memory: QSettings
) -> None:
    async with framing(project, memory) as (window, canvas):
        before = shown_crop(canvas)
        middle = canvas.frame_area().center().toPoint()
        wheel(canvas, 2, middle)
        assert shown_crop(canvas) == before, "a wheel over the preview changes nothing by itself"
        press(window, Qt.Key.Key_C)
        assert find(window, QPushButton, "adjustFraming").isChecked()
        assert canvas.hasFocus()
        wheel(canvas, 2, middle)
        wheel(canvas, 1, middle)
        scaled = shown_crop(canvas)
        assert scaled[3] == pytest.approx(before[3] / 1.06**3)
        await until(lambda: len(project.history.get("r1", [])) == 1)
        press(window, Qt.Key.Key_Right)
        press(window, Qt.Key.Key_Right, SHIFT)
        press(window, Qt.Key.Key_Plus)
        await until(lambda: len(project.history.get("r1", [])) == 2)
        key = first(project).framing.crops[0].keyframes[0]
        assert key.centre_x == pytest.approx(scaled[0] + scaled[2] / 2 + 0.07 * scaled[2], abs=1)
        assert key.height == pytest.approx(scaled[3] / 1.06, abs=0.5)
        x, y, _width, height = shown_crop(canvas)
        drag(canvas, canvas.frame_area().bottomRight().toPoint(), QPoint(20, 36))
        await until(lambda: len(project.history.get("r1", [])) == 3)
        key = first(project).framing.crops[0].keyframes[0]
        assert key.height < 0.97 * height
        corner = key.centre_x - key.height * 9 / 32, key.centre_y - key.height / 2
        assert corner == pytest.approx((x, y), abs=1), "the corner across stays"
        press(window, Qt.Key.Key_Escape)
        assert not find(window, QPushButton, "adjustFraming").isChecked()
        press(window, Qt.Key.Key_Right)
        await until(lambda: window._bench.player.position > 0.03)
        assert len(project.history["r1"]) == 3, "arrows step frames again"


async def test_the_crop_is_drawn_in_the_source_and_dragged_there(project: FakeProject, memory: QSettings) -> None:
    async with framing(project, memory) as (window, canvas):
        x, y, width, height = shown_crop(canvas)
        press(window, Qt.Key.Key_C)
        press(window, Qt.Key.Key_0)
        await until(lambda: canvas.framing() is not None and canvas.framing().is_whole)
        await until(lambda: canvas.picture() is not None and canvas.picture().width() > canvas.picture().height())
        assert shown_crop(canvas) == (0, 0, 1280, 720)
        outline = canvas.tool.outline()
        assert outline is not None
        area = canvas.frame_area()
        assert outline.left() - area.left() == pytest.approx(x * area.width() / 1280, abs=1)
        drag(canvas, outline.center().toPoint(), QPoint(50, 0))
        await until(lambda: len(project.history.get("r1", [])) == 1)
        key = first(project).framing.crops[0].keyframes[0]
        assert key.centre_x == pytest.approx(x + width / 2 + 50 * 1280 / area.width(), abs=1.5)
        assert (key.centre_y, key.height) == pytest.approx((y + height / 2, height), abs=1)


async def test_a_face_is_named_and_followed_by_a_click(project: FakeProject, memory: QSettings) -> None:
    async with framing(project, memory) as (window, canvas):
        press(window, Qt.Key.Key_C)
        press(window, Qt.Key.Key_0)
        await until(lambda: canvas.framing() is not None and canvas.framing().is_whole)
        await until(lambda: len(face_places(canvas.framing())) == 2)
        places = {outline.name: place for outline, place in face_places(canvas.framing())}
        assert set(places) == {"Ana", "Person 2"}
        click(canvas, places["Person 2"].center().toPoint())
        await until(lambda: len(project.history.get("r1", [])) == 1)
        (anchor,) = first(project).framing.people
        assert abs(anchor.x - 960) < 5
        await until(lambda: any(o.is_chosen and o.name == "Person 2" for o, _ in face_places(canvas.framing())))
        press(window, Qt.Key.Key_1)
        await until(lambda: canvas.framing() is not None and not canvas.framing().is_whole)
        await until(lambda: shown_crop(canvas)[0] < 960 < sum(shown_crop(canvas)[0:3:2]))
        assert "you chose" in find(window, QLabel, "framingReason").text() or window._preview.reframer.is_adjusting
        press(window, Qt.Key.Key_C, SHIFT)
        await until(lambda: not first(project).framing.people)


async def test_two_keyframes_of_a_shot_are_stepped_through_and_moved_between(
    project: FakeProject, memory: QSettings
) -> None:
    async with framing(project, memory) as (window, canvas):
        player = window._bench.player
        middle = canvas.frame_area().center().toPoint()
        player.seek(1.0)
        await until(lambda: canvas.framing() is not None)
        drag(canvas, middle, QPoint(-40, 0))
        await until(lambda: len(project.history.get("r1", [])) == 1)
        player.seek(6.0)
        await until(lambda: canvas.framing() is not None and canvas.framing().live is None)
        await until(lambda: find(window, QLabel, "byHandBadge").isVisible())
        drag(canvas, middle, QPoint(-60, 0))
        await until(lambda: len(project.history.get("r1", [])) == 2)
        (crop,) = first(project).framing.crops
        at = [first(project).cut.to_clip_time(key.at) for key in crop.keyframes]
        assert at == pytest.approx([1.0, 6.0], abs=0.05)
        press(window, Qt.Key.Key_Comma)
        assert player.position == pytest.approx(1.0, abs=0.05)
        press(window, Qt.Key.Key_Period)
        assert player.position == pytest.approx(6.0, abs=0.05)
        open_page(window)
        choose(window, "Jump here instead of moving")
        await until(lambda: [key.is_cut for key in first(project).framing.crops[0].keyframes] == [False, True])
        choose(window, "Remove this keyframe")
        await until(lambda: len(first(project).framing.crops[0].keyframes) == 1)


async def test_holding_compare_shows_the_automatic_framing(project: FakeProject, memory: QSettings) -> None:
    async with framing(project, memory) as (window, canvas):
        before = shown_crop(canvas)
        drag(canvas, canvas.frame_area().center().toPoint(), QPoint(-60, 0))
        button = find(window, QPushButton, "compareFraming")
        await until(button.isVisible)
        await until(lambda: canvas.framing() is not None and canvas.framing().live is None)
        QTest.mousePress(button, LEFT)
        await until(lambda: shown_crop(canvas) == pytest.approx(before, abs=0.6))
        await until(lambda: canvas.framing().live is not None)
        assert find(window, QLabel, "framingReason").text().startswith("Automatic: ")
        QTest.mouseRelease(button, LEFT)
        await until(lambda: shown_crop(canvas)[0] > before[0] + 5)
        click(find(window, QPushButton, "backToAutomatic"))
        await until(lambda: not first(project).framing.crops)
        await until(lambda: shown_crop(canvas) == pytest.approx(before, abs=0.6))
        middle = canvas.frame_area().center().toPoint()
        click(canvas, middle)
        assert window._bench.player.is_playing, "a click still plays"
        click(canvas, middle)
        await until(lambda: canvas.framing() is not None)
        drag(canvas, middle, QPoint(900, 700))
        await until(lambda: first(project).framing.crops)
        assert shown_crop(canvas)[:2] == pytest.approx((0, 0), abs=0.6), "it never leaves the frame"


async def test_holding_before_shows_what_was_recorded(project: FakeProject, memory: QSettings) -> None:
    async with framing(project, memory) as (window, canvas):
        button, reason = find(window, QPushButton, "beforeFraming"), find(window, QLabel, "framingReason")
        await until(button.isVisible)
        after = canvas.grab().toImage()
        QTest.mousePress(button, LEFT)
        await until(lambda: canvas.framing() is not None and canvas.framing().kept)
        view = canvas.framing()
        assert view is not None and view.live is not None
        area, (part,), (kept,) = canvas.frame_area(), view.parts, view.kept
        assert (part.seen.width(), part.seen.height()) == tuple(view.size), "the whole picture"
        assert part.area.width() > area.width() and part.area.contains(kept)
        assert kept.width() < part.area.width()
        assert reason.text().startswith("As it was recorded")
        assert canvas.grab().toImage() != after
        QTest.mouseRelease(button, LEFT)
        await until(lambda: not (canvas.framing() and canvas.framing().kept))
        assert not reason.text().startswith("As it was recorded")
        press(window, Qt.Key.Key_B)
        await until(lambda: canvas.framing() is not None and canvas.framing().kept)
        drag(canvas, area.center().toPoint(), QPoint(-60, 0))
        assert not first(project).framing.crops, "what was recorded can't be dragged"
        press(window, Qt.Key.Key_B)
        await until(lambda: not (canvas.framing() and canvas.framing().kept))


def open_page(window: MainWindow) -> None:
    find(window, QTabWidget, "inspectorTabs").setCurrentIndex(2)


async def test_a_layout_is_chosen_for_the_clip_or_for_one_shot(project: FakeProject, memory: QSettings) -> None:
    async with framing(project, memory) as (window, canvas):
        open_page(window)
        click(find(window, QToolButton, "layout_split"))
        await until(lambda: first(project).framing.layout == "split")
        await until(lambda: len(canvas.framing().parts) == 2)
        top = min(canvas.framing().parts, key=lambda part: part.area.y())
        assert top.seen.center().x() < 640
        click(find(window, QPushButton, "swapSplit"))
        await until(lambda: min(canvas.framing().parts, key=lambda part: part.area.y()).seen.center().x() > 640)
        assert first(project).framing.is_swapped
        click(find(window, QToolButton, "segment_shot"))
        click(find(window, QToolButton, "layout_fit_blur"))
        await until(lambda: len(first(project).framing.shots) == 1)
        (wish,) = first(project).framing.shots
        assert (wish.layout, wish.aspect) == ("fit_blur", "9:16")
        await until(lambda: len(canvas.framing().parts) == 1)
        assert shown_crop(canvas) == (0, 0, 1280, 720)
        click(find(window, QToolButton, "segment_clip"))
        assert find(window, QToolButton, "layout_split").isChecked()
        for _ in range(3):
            press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            await until(lambda: not window._bench.review._unsaved)
            await until(lambda: canvas.framing() is not None)
        await until(lambda: first(project).framing == FramingWishes())
        assert find(window, QToolButton, "layout_automatic").isChecked()


async def test_each_half_of_a_split_is_dragged_by_itself(project: FakeProject, memory: QSettings) -> None:
    async with framing(project, memory) as (window, canvas):
        open_page(window)
        click(find(window, QToolButton, "layout_split"))
        await until(lambda: len(canvas.framing().parts) == 2 and not canvas.message())
        upper, lower = sorted(canvas.framing().parts, key=lambda part: part.area.y())
        drag(canvas, lower.area.center().toPoint(), QPoint(30, 0), is_released=False)
        await until(lambda: canvas.framing().live is not None)
        moved = sorted(canvas.framing().parts, key=lambda part: part.area.y())
        assert moved[0] == upper
        share = lower.seen.width() / lower.area.width()
        assert moved[1].seen.x() == pytest.approx(lower.seen.x() - 30 * share, abs=1)
        QTest.mouseRelease(canvas, LEFT, NONE, lower.area.center().toPoint() + QPoint(30, 0))
        await until(lambda: first(project).framing.crops)
        assert first(project).framing.crops[0].parts == 2
        await until(lambda: canvas.framing() is not None and canvas.framing().live is None)
        kept = sorted(canvas.framing().parts, key=lambda part: part.area.y())
        assert kept[0].seen == upper.seen
        assert kept[1].seen.x() == pytest.approx(lower.seen.x() - 30 * share, abs=1)


async def test_people_are_listed_with_faces_and_chosen_by_keyboard(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    picture = QImage(1280, 720, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkBlue)
    painter = QPainter(picture)
    painter.fillRect(880, 160, 160, 240, Qt.GlobalColor.green)
    painter.end()
    picture.save(str(tmp_path / "whole.png"))
    project.thumbnails = lambda _at: tmp_path / "whole.png"
    async with framing(project, memory) as (window, _canvas):
        open_page(window)
        ben = find(window, QPushButton, "person_1")
        assert ben.text() == "Person 2"
        # Until the face is there nobody is seen in its place.
        await until(lambda: _middle(ben) == Qt.GlobalColor.green)
        ben.setFocus()
        press(window, Qt.Key.Key_Space)
        await until(lambda: len(first(project).framing.people) == 1)
        told = find(window, QLabel, "chosenPeople")
        await until(lambda: "Person 2" in told.text())
        click(find(window, QPushButton, "person_0"))
        await until(lambda: len(first(project).framing.people) == 2)
        assert [round(anchor.x) for anchor in first(project).framing.people] == [960, 320]
        click(find(window, QToolButton, "layout_split"))
        await until(lambda: "Person 2 and Ana" in told.text())
        await until(lambda: len(project.history["r1"]) == 3)


async def test_shots_are_listed_with_reasons_and_stills_show_before_and_after(
    project: FakeProject, memory: QSettings
) -> None:
    async with framing(project, memory) as (window, canvas):
        open_page(window)
        stills = find(window, StillsPart, "framingStills")
        assert not stills.isVisible()
        drag(canvas, canvas.frame_area().center().toPoint(), QPoint(-80, 0))
        await until(stills.isVisible)
        await until(lambda: any("by hand" in button.text() for button in shot_buttons(window)))
        before, after = stills.areas()
        await until(lambda: stills._spans is not None and stills._spans[1].reason == "set by hand")
        image = stills.grab().toImage()
        middles = [image.pixelColor(area.center().toPoint()) for area in (before, after)]
        assert middles[0] != middles[1], "two crops of one picture"
        menu = find(window, QPushButton, "automaticMenu")
        click(menu)
        choices = window.findChild(QMenu, "automaticChoices")
        assert choices is not None
        texts = [action.text() for action in choices.actions()]
        assert texts == ["This shot", "All shots in 9:16", "The whole clip, every shape"]
        choices.actions()[1].trigger()
        choices.close()
        await until(lambda: not first(project).framing.crops)
        await until(lambda: not stills.isVisible())
        await until(lambda: not menu.isEnabled())


def choose(window: MainWindow, name: str) -> None:
    """Choose a line of the menu under Back to automatic…"""
    click(find(window, QPushButton, "automaticMenu"))
    menu = window.findChild(QMenu, "automaticChoices")
    assert menu is not None
    next(action for action in menu.actions() if action.text() == name).trigger()
    menu.close()
    menu.setObjectName("")


def shot_buttons(window: MainWindow) -> list[QPushButton]:
    return [made for made in window.findChildren(QPushButton) if made.property("shot") and made.isVisible()]


async def test_a_gesture_outlives_a_reload_and_keeps_to_its_clip(project: FakeProject, memory: QSettings) -> None:
    async with framing(project, memory) as (window, canvas):
        x = shown_crop(canvas)[0]
        middle = canvas.frame_area().center().toPoint()
        drag(canvas, middle, QPoint(-40, 0), is_released=False)
        shown = window._bench.player.composition
        window._bench.review.retitle("Another title")
        await until(lambda: window._bench.player.composition is not shown)
        await until(lambda: not canvas.message())
        QTest.mouseMove(canvas, middle + QPoint(-60, 0))
        QTest.mouseRelease(canvas, LEFT, NONE, middle + QPoint(-60, 0))
        await until(lambda: first(project).framing.crops)
        share = 405 / canvas.frame_area().width()
        moved = first(project).framing.crops[0].keyframes[0].centre_x - 405 / 2 - x
        assert moved == pytest.approx(60 * share, abs=1)
        steps = len(project.history["r1"])
        press(window, Qt.Key.Key_C)
        press(window, Qt.Key.Key_Right, SHIFT)
        window._bench.review.step(1)
        await until(lambda: len(project.history["r1"]) == steps + 1)
        changed = [bool(clip.framing.crops) for clip in project.clips("r1")]
        assert changed == [True, False, False], "keys change the clip that they were meant for"


async def test_a_framing_is_copied_to_other_clips_after_they_were_shown(
    project: FakeProject, memory: QSettings
) -> None:
    async with framing(project, memory) as (window, canvas):
        open_page(window)
        copy = find(window, QPushButton, "copyToSimilar")
        assert not copy.isEnabled(), "there is nothing to copy yet"
        drag(canvas, canvas.frame_area().center().toPoint(), QPoint(-50, 0))
        await until(copy.isEnabled)
        await until(lambda: find(window, SeekBar, "seekBar").marks())
        click(copy)
        dialog = find(window, QDialog, "copyFramingDialog")
        listed = find(dialog, QListWidget, "copyFramingClips")
        button = find(dialog, QPushButton, "copyFraming")
        await until(button.isEnabled)
        assert listed.count() == 2
        assert "2 of 2 other clips" in find(dialog, QLabel, "copyFramingTold").text()
        item = listed.item(1)
        item.setCheckState(Qt.CheckState.Unchecked)
        assert button.text() == "Copy to 1 clip"
        item.setCheckState(Qt.CheckState.Checked)
        click(button)
        await until(lambda: len(project.history["r1"]) == 2)
        assert all(clip.framing.crops for clip in project.clips("r1"))
        assert {clip.framing.crops[0].keyframes[0].centre_x for clip in project.clips("r1")} == {
            first(project).framing.crops[0].keyframes[0].centre_x
        }
        window._bench.review.undo()
        await until(lambda: [bool(clip.framing.crops) for clip in project.clips("r1")] == [True, False, False])


def test_every_layout_has_its_words() -> None:
    assert set(LAYOUT_WORDS) == set(LAYOUTS)


def _middle(made: QPushButton) -> QColor:
    """Return the colour in the middle of a button's picture."""
    picture = made.icon().pixmap(72, 72).toImage()
    return picture.pixelColor(picture.width() // 2, picture.height() // 2)
