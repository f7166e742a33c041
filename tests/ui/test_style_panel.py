"""The style panel, used as a brand manager does: look, edit a copy, see it on the clip, take it back."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

from fake_project import FakeProject
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from window_kit import click, find, opened, press, until

from core.resources import resource
from core.schema.style import Style
from ui.main_window import MainWindow
from ui.panels import INSPECTOR, STYLE
from ui.panels.style import StylePanel
from ui.preview.canvas import Canvas
from ui.style.card import StyleCard
from ui.style.choices import FamilyChooser
from ui.widgets.colour_field import ColourField
from ui.widgets.fold import Fold
from ui.widgets.slide_field import SlideField


async def _on_clip(window: MainWindow, project: FakeProject) -> None:
    """Open a run, wait for its first clip to be seen, and show the styles."""
    window.open_run(project.add_run("Episode 12.mp4", duration=70.0, clips=2))
    canvas = find(window, Canvas, "previewCanvas")
    await until(lambda: canvas.picture() is not None and not canvas.message())
    press(window, Qt.Key.Key_Y)
    await until(_panel(window).isVisible)


def _panel(window: MainWindow) -> StylePanel:
    return find(window, StylePanel, "stylePanel")


def _draft(window: MainWindow) -> Style:
    draft = window._bench.styling.draft
    assert draft is not None
    return draft


async def _edit_a_copy(window: MainWindow, name: str = "clean") -> None:
    def seen() -> list[QPushButton]:
        return [each for each in window.findChildren(QPushButton, f"edit_{name}") if each.isVisible()]

    await until(seen)
    click(seen()[0])
    await until(lambda: window._bench.styling.draft is not None)


async def _show_styles(window: MainWindow) -> None:
    """Show the styles where no run is open."""
    press(window, Qt.Key.Key_Y)
    await until(_panel(window).isVisible)


def _type(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


async def test_cards_show_painted_samples(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _on_clip(window, project)
        cards = {name: find(window, StyleCard, f"card_{name}") for name in ("clean", "box", "loud")}
        await until(lambda: all(card.strip.picture() is not None for card in cards.values()))
        pictures = [card.strip.picture() for card in cards.values()]
        assert all(a != b for a, b in pairwise(pictures))


async def test_a_change_is_seen_on_the_clip_and_taken_back(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _on_clip(window, project)
        window._bench.player.seek(3.0)
        canvas = find(window, Canvas, "previewCanvas")
        await _edit_a_copy(window)
        assert _draft(window).title == "Clean copy"
        await _settled(window, canvas)
        before = canvas.picture()
        size = find(window, SlideField, "captions_size")
        _type(size.field, "150")
        assert _draft(window).captions.size == round(150 / 1.92, 3)
        assert find(window, QToolButton, "reset_captions_size").isVisible()
        await until(lambda: canvas.picture() != before)
        assert window.actions_by_name["undo"].text() == "Undo size of “Clean copy”"
        window.actions_by_name["undo"].trigger()
        await until(lambda: canvas.picture() == before)
        assert size.field.text() == "77 px"
        assert not find(window, QToolButton, "reset_captions_size").isVisible()
        window.actions_by_name["redo"].trigger()
        assert _draft(window).captions.size == round(150 / 1.92, 3)
        assert window._bench.player.is_dressed
        window._docks.bring_forward(INSPECTOR)
        await until(lambda: not window._bench.player.is_dressed)
        window._docks.bring_forward(STYLE)
        await until(lambda: window._bench.player.is_dressed)


async def test_a_section_that_is_opened_comes_into_sight(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _on_clip(window, project)
        await _edit_a_copy(window)
        area = find(window, QScrollArea, "styleControls")
        assert area.widget().height() > area.viewport().height()
        for name in ("logo", "outro"):
            head = find(window, QPushButton, f"foldHead_{name}")
            area.ensureWidgetVisible(head)
            click(head)
            fold = find(window, Fold, f"fold_{name}")
            await until(lambda fold=fold: _is_seen(area, fold))
            assert fold.is_open
        missing = find(window, QLabel, "logo_fileName")
        assert missing.text() == "No picture"
        assert missing.width() >= missing.fontMetrics().horizontalAdvance("No picture")


def _is_seen(area: QScrollArea, fold: Fold) -> bool:
    """Whether a section is seen to its end, or from its heading on where it is longer than the page."""
    top, page = fold.mapTo(area.viewport(), QPoint(0, 0)).y(), area.viewport().height()
    return top == 0 or (top > 0 and top + fold.height() <= page)


async def _settled(window: MainWindow, canvas: Canvas) -> None:
    """Wait until what the player was asked for last is on the screen."""
    seen: list[QImage] = []
    window._bench.player.frame_ready.connect(seen.append)
    window._bench.player.wear(window._bench.player._dress)
    await until(lambda: seen)
    window._bench.player.frame_ready.disconnect(seen.append)


async def test_undo_takes_back_what_was_done_last_of_clip_and_draft(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await _on_clip(window, project)
        clip = window._bench.review.current
        assert clip is not None
        await _edit_a_copy(window)
        find(window, QCheckBox, "captions_uppercase").click()
        assert _draft(window).captions.uppercase
        window.actions_by_name["maybe"].trigger()
        await until(lambda: project.clip(clip.id).decision == "maybe" and project.undo_label(clip.run_id))
        window.actions_by_name["undo"].trigger()
        await until(lambda: project.clip(clip.id).decision == "undecided")
        assert _draft(window).captions.uppercase
        window.actions_by_name["undo"].trigger()
        assert not _draft(window).captions.uppercase
        window.actions_by_name["redo"].trigger()
        assert _draft(window).captions.uppercase
        window.actions_by_name["redo"].trigger()
        await until(lambda: project.clip(clip.id).decision == "maybe")


async def test_a_field_differs_in_one_aspect_alone(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _on_clip(window, project)
        await _edit_a_copy(window)
        aspects = find(window, QWidget, "styleAspects")
        click(find(aspects, QToolButton, "segment_1:1"))
        await until(lambda: window._preview._aspect == "1:1")
        size = find(window, SlideField, "captions_size")
        _type(size.field, "100 px")
        assert _draft(window).aspects == {"1:1": {"captions": {"size": round(100 / 1.92, 3)}}}
        click(find(aspects, QToolButton, "segment_all"))
        assert size.field.text() == "77 px"
        note = next(each.text() for each in _labels(window, "control_captions_size") if "Different" in each.text())
        assert note == "Different in 1:1"
        click(find(aspects, QToolButton, "segment_1:1"))
        assert size.field.text() == "100 px"
        click(find(window, QToolButton, "reset_captions_size"))
        assert not _draft(window).aspects


def _labels(window: MainWindow, name: str) -> list[QLabel]:
    return find(window, QWidget, name).findChildren(QLabel)


async def test_a_drag_is_one_step_however_long(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _show_styles(window)
        await _edit_a_copy(window)
        slider = find(window, SlideField, "captions_size").slider
        slider.setSliderDown(True)
        for value in (90, 100, 110, 120):
            slider.setValue(value)
        assert window._bench.styling.is_dragging
        slider.setSliderDown(False)
        assert not window._bench.styling.is_dragging
        assert _draft(window).captions.size == round(120 / 1.92, 3)
        window.actions_by_name["undo"].trigger()
        assert _draft(window).captions.size == 40.0
        assert window._bench.styling.undo_step() is None


async def test_colours_are_typed_and_chosen_from_those_of_the_style(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await _show_styles(window)
        await _edit_a_copy(window)
        colour = find(window, ColourField, "captions_colour")
        _type(colour.field, "0af")
        assert _draft(window).captions.colour == "#00aaff"
        _type(colour.field, "purple")
        assert colour.field.text() == "#00aaff"
        click(colour.swatch)
        swatch = find(window, QWidget, "swatch_ffd60a")
        click(swatch)
        assert _draft(window).captions.colour == "#ffd60a"
        has = find(window, QCheckBox, "has_captions_gradient_colour")
        has.click()
        assert _draft(window).captions.gradient_colour
        has.click()
        assert _draft(window).captions.gradient_colour is None


async def test_a_draft_is_there_after_a_restart(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _show_styles(window)
        await _edit_a_copy(window)
        _type(find(window, QLineEdit, "styleTitle"), "Our brand")
        find(window, QCheckBox, "captions_uppercase").click()
    async with opened(project, memory) as window:
        await _show_styles(window)
        card = find(window, StyleCard, "card_draft_clean-copy")
        assert card.accessibleName() == "Our brand"
        click(find(window, QPushButton, "edit_draft_clean-copy"))
        assert _draft(window).captions.uppercase
        click(find(window, QToolButton, "styleBack"))
        assert window._bench.styling.draft is None


async def test_a_slider_comes_to_the_hand(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _show_styles(window)
        await _edit_a_copy(window)
        slider = find(window, SlideField, "captions_size").slider
        await until(lambda: slider.width() > 60)
        at = QPoint(slider.width() - 8, slider.height() // 2)
        QTest.mousePress(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        assert slider.value() > slider.maximum() - 8 and slider.isSliderDown()
        QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        assert not slider.isSliderDown() and not window._bench.styling.is_dragging
        window.actions_by_name["undo"].trigger()
        assert window._bench.styling.undo_step() is None


async def test_a_font_of_ones_own_goes_into_the_draft(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    async with opened(project, memory) as window:
        await _show_styles(window)
        await _edit_a_copy(window)
        bundled = next(file for file in sorted(resource("fonts").rglob("*.[ot]tf")) if "Inter" not in file.name)
        own = shutil.copy(bundled, tmp_path / bundled.name)
        chooser = find(window, FamilyChooser, "captions_font_families")
        note = find(window, QLabel, "fontNote")
        await until(lambda: note.text().startswith("Inter: "))
        chooser.add_file(str(own))
        families = _draft(window).captions.font_families
        assert families[0] != "Inter" and "Inter" in families
        assert [asset.name for asset in _draft(window).assets] == [f"fonts/{bundled.name}"]
        not_one = tmp_path / "no.ttf"
        not_one.write_bytes(b"no font")
        chooser.add_file(str(not_one))
        assert _draft(window).captions.font_families == families
        window.actions_by_name["undo"].trigger()
        assert not _draft(window).assets


async def test_a_second_copy_has_a_name_of_its_own_and_can_be_thrown_away(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await _show_styles(window)
        await _edit_a_copy(window)
        click(find(window, QToolButton, "styleBack"))
        await _edit_a_copy(window)
        assert _draft(window).name == "clean-copy-2"
        click(find(window, QToolButton, "styleMore"))
        menu = find(window, QMenu, "styleMenu")
        next(action for action in menu.actions() if action.objectName() == "discardDraft").trigger()
        menu.close()
        question = find(window, QMessageBox, "discardQuestion")
        click(next(each for each in question.buttons() if each.text() == "Throw away"))
        await until(lambda: window._bench.styling.draft is None)
        assert [draft.name for draft in window._bench.styling.drafts()] == ["clean-copy"]
        assert _panel(window).list.isVisible()
        assert _panel(window).list.card("draft_clean-copy-2") is None


async def test_without_a_clip_the_draft_is_seen_on_a_sample(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _show_styles(window)
        await _edit_a_copy(window)
        sample = _panel(window).editor._sample
        assert sample.isVisible()
        await until(lambda: sample.picture() is not None)
        before = sample.picture()
        find(window, QCheckBox, "captions_uppercase").click()
        await until(lambda: sample.picture() != before)
        # In a low panel it leaves room for the controls.
        editor, controls = _panel(window).editor, find(window, QScrollArea, "styleControls")
        editor.setFixedHeight(400)
        await until(lambda: controls.height() >= 100)
        assert sample.height() > 100
