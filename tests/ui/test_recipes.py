"""Recipes in the window: kept, changed, handed on and used for what is imported, as a person does it."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from fake_project import FakeProject
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QSpinBox,
    QToolButton,
)
from window_kit import click, find, opened, press, until

from core.recipes import made
from core.schema.destination import Destination
from core.schema.run import RunOptions
from ui.main_window import MainWindow
from ui.menus import RECIPES, find_menu
from ui.widgets.notice import Notice

_NIGHT = RunOptions(
    top=3, aspects=("9:16",), auto_approve=True, approve_from=60, approve_at_most=2, deliver_to="exports/{source}"
)


async def _dialog(window: MainWindow, name: str) -> QDialog:
    await until(lambda: window.findChild(QDialog, name) is not None)
    dialog = find(window, QDialog, name)
    dialog.activateWindow()
    await until(dialog.isActiveWindow)
    return dialog


async def _recipes(window: MainWindow) -> QDialog:
    window.actions_by_name["recipes"].trigger()
    return await _dialog(window, "recipesDialog")


def _lines(dialog: QDialog) -> list[str]:
    shown = find(dialog, QListWidget, "recipeList")
    return [shown.item(line).text() for line in range(shown.count())]


def _type(field: QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)


def _tick(dialog: QDialog, name: str) -> None:
    box = find(dialog, QCheckBox, name)
    click(box, QPoint(10, box.height() // 2))


def _started(project: FakeProject) -> list[RunOptions]:
    return [given for name, given in project.calls if name == "start_run" and isinstance(given, RunOptions)]


async def test_a_recipe_is_made_in_the_window_and_what_is_imported_begins_with_it(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    project.publications.destinations = (Destination(name="Team", kind="folder", folder="/team"),)
    async with opened(project, memory, has_panels=False) as window:
        dialog = await _recipes(window)
        assert "No recipe yet" in find(dialog, QLabel, "recipesEmpty").text()
        assert not find(dialog, QPushButton, "useRecipe").isEnabled()
        assert not find(dialog, QPushButton, "recipeOfRun").isEnabled()
        click(find(dialog, QPushButton, "newRecipe"))
        editor = await _dialog(window, "recipeDialog")
        assert editor.height() <= 760
        _type(find(editor, QLineEdit, "recipeName"), "Night")
        _type(find(editor, QLineEdit, "recipeNote"), "The weekly show")
        find(editor, QSpinBox, "optionTop").setValue(4)
        _tick(editor, "optionAtOnce")
        _tick(editor, "optionShape_1:1")
        _tick(editor, "optionPublish_Team")
        find(editor, QSpinBox, "optionAtMost").setValue(2)
        find(editor, QDoubleSpinBox, "optionApproveFrom").setValue(70)
        folder = find(editor, QLineEdit, "optionFolder")
        assert [each.text() for each in editor.findChildren(QLabel) if each.buddy() is folder] == ["Folder"]
        _type(folder, str(tmp_path / "out"))
        for preset in ("fast", "x"):
            box = find(editor, QComboBox, "columnPreset")
            box.setCurrentIndex(box.findData(preset))
            press(find(editor, QPushButton, "addColumn"), Qt.Key.Key_Space)
        for name in ("exportBeside_vtt", "exportBurnt", "optionHasBudget"):
            press(find(editor, QCheckBox, name), Qt.Key.Key_Space)
        find(editor, QDoubleSpinBox, "optionBudget").setValue(2.5)
        template = find(editor, QLineEdit, "exportName")
        template.setText("{titel}")
        click(find(editor, QPushButton, "saveRecipe"))
        await until(lambda: "titel" in find(editor, QLabel, "recipeProblem").text())
        template.setText("{title} {preset}")
        click(find(editor, QPushButton, "saveRecipe"))
        await until(lambda: window.findChild(QDialog, "recipeDialog") is None)
        options = project.recipes.get("Night").options
        assert options.presets == {"9:16": ("fast", "x")} and options.budget_usd == Decimal("2.5")
        assert (options.sidecars, options.burns_captions) == (("srt", "vtt", "txt"), False)
        assert options.name_template == "{title} {preset}"
        assert (options.top, options.aspects, options.publish_to) == (4, ("9:16", "16:9"), ("Team",))
        assert (options.approve_at_most, options.approve_from, options.auto_approve) == (2, 70.0, True)
        assert options.deliver_to == str(tmp_path / "out" / "{source}")
        (line,) = _lines(dialog)
        assert line.startswith("Night\nClean · 9:16, 16:9 · 15 to 90 s · 4 clips")
        assert "files of the best 2 from score 70 at once · to Team\nThe weekly show" in line
        click(find(dialog, QPushButton, "useRecipe"))
        await until(lambda: window.findChild(QDialog, "recipesDialog") is None)
        assert "“Night”" in find(window, Notice, "notice").text()
        assert "“Night”" in find(window, QLabel, "welcomeRecipe").text()
        click(find(window, QPushButton, "sampleButton"))
        await until(lambda: _started(project))
        assert _started(project)[0] == options.model_copy(update={"recipe": "Night"})
    # It is remembered, and so are the user's own choices.
    async with opened(project, memory, has_panels=False) as window:
        assert window._bench.library.options.recipe == "Night"
        menu = find_menu(window.menuBar(), RECIPES.title)
        menu.aboutToShow.emit()
        none, night = menu.actions()[:2]
        assert night.isChecked() and not none.isChecked()
        none.trigger()
        assert window._bench.library.options == RunOptions()


async def test_recipes_are_renamed_duplicated_removed_and_put_back(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    project.recipes.save(made("Night", _NIGHT, "Weekly"))
    project.recipes.save(made("Day", RunOptions()))
    async with opened(project, memory, has_panels=False) as window:
        window._bench.recipes.choose("Night")
        dialog = await _recipes(window)
        shown = find(dialog, QListWidget, "recipeList")
        await until(lambda: shown.count() == 2)
        assert _lines(dialog)[1].startswith("Night   (used for new runs)\n")
        shown.setFocus()
        shown.setCurrentRow(1)
        QTest.keyClick(shown, Qt.Key.Key_F2)
        editor = await _dialog(window, "recipeDialog")
        _type(find(editor, QLineEdit, "recipeName"), "Day")
        click(find(editor, QPushButton, "saveRecipe"))
        problem = find(editor, QLabel, "recipeProblem")
        await until(lambda: "already" in problem.text())
        _type(find(editor, QLineEdit, "recipeName"), "Evening")
        click(find(editor, QPushButton, "saveRecipe"))
        await until(lambda: window.findChild(QDialog, "recipeDialog") is None)
        await until(lambda: [line.partition("\n")[0] for line in _lines(dialog)][1].startswith("Evening"))
        # New runs go on with the recipe under its new name.
        assert window._bench.recipes.chosen == "Evening"
        assert project.recipes.get("Evening").options == _NIGHT
        click(find(dialog, QPushButton, "duplicateRecipe"))
        await until(lambda: shown.count() == 3)
        assert project.recipes.get("Evening (copy)").options == _NIGHT
        assert shown.currentItem().text().startswith("Evening (copy)")
        dialog.activateWindow()
        await until(dialog.isActiveWindow)
        shown.setFocus()
        QTest.keyClick(shown, Qt.Key.Key_Delete)
        await until(lambda: shown.count() == 2)
        assert "“Evening (copy)” is removed" in find(dialog, QLabel, "recipesTold").text()
        click(find(dialog, QPushButton, "recipeUndo"))
        await until(lambda: shown.count() == 3)
        assert project.recipes.get("Evening (copy)").note == "Weekly"
        # Where the recipe in use goes, new runs begin with the user's own choices again.
        shown.setCurrentRow(1)
        click(find(dialog, QPushButton, "removeRecipe"))
        await until(lambda: window._bench.recipes.chosen == "")
        dialog.close()


async def test_recipes_go_to_files_and_come_from_them_and_broken_ones_say_why(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    project.recipes.save(made("Night", _NIGHT))
    (project.folder / "recipes" / "Torn.json").write_text("{")
    async with opened(project, memory, has_panels=False) as window:
        dialog = await _recipes(window)
        shown = find(dialog, QListWidget, "recipeList")
        await until(lambda: shown.count() == 2)
        assert "Can't be used: This is no recipe" in _lines(dialog)[1]
        shown.setCurrentRow(1)
        assert not find(dialog, QPushButton, "exportRecipe").isEnabled()
        shown.setCurrentRow(0)
        file = tmp_path / "handed on.json"
        click(find(dialog, QPushButton, "exportRecipe"))
        chooser = find(dialog, QFileDialog, "recipeChooser")
        chooser.fileSelected.emit(str(file))
        chooser.close()
        await until(file.is_file)
        assert json.loads(file.read_text())["name"] == "Night"
        told = find(dialog, QLabel, "recipesTold")
        await until(lambda: str(file) in told.text())
        for given, expected in ((file, "“Night 2” is saved."), (tmp_path / "none.json", "can't be read")):
            await until(lambda: dialog.findChild(QFileDialog, "recipeChooser") is None)
            click(find(dialog, QPushButton, "importRecipe"))
            chooser = find(dialog, QFileDialog, "recipeChooser")
            chooser.fileSelected.emit(str(given))
            chooser.close()
            await until(lambda expected=expected: expected in told.text())
        # One that is broken can be removed too.
        shown.setCurrentRow(2)
        click(find(dialog, QPushButton, "removeRecipe"))
        await until(lambda: not (project.folder / "recipes" / "Torn.json").exists())
        dialog.close()


async def test_the_options_for_new_runs_begin_with_a_recipe_until_they_are_changed(
    project: FakeProject, memory: QSettings
) -> None:
    project.recipes.save(made("Night", _NIGHT))
    async with opened(project, memory, has_panels=False) as window:
        window.actions_by_name["run_options"].trigger()
        dialog = await _dialog(window, "runOptions")
        assert dialog.height() <= 760
        box = find(dialog, QComboBox, "optionRecipe")
        assert box.currentText() == "None: choices of my own"
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentText() == "Night"
        assert find(dialog, QSpinBox, "optionTop").value() == 3
        assert find(dialog, QLineEdit, "optionFolder").text() == "exports"
        click(find(dialog, QPushButton, "useOptions"))
        assert window._bench.library.options == _NIGHT.model_copy(update={"recipe": "Night"})
        await until(lambda: window.findChild(QDialog, "runOptions") is None)
        window.actions_by_name["run_options"].trigger()
        dialog = await _dialog(window, "runOptions")
        assert find(dialog, QComboBox, "optionRecipe").currentText() == "Night"
        find(dialog, QSpinBox, "optionTop").setValue(9)
        assert find(dialog, QComboBox, "optionRecipe").currentIndex() == 0
        click(find(dialog, QPushButton, "saveAsRecipe"))
        editor = await _dialog(window, "recipeDialog")
        _type(find(editor, QLineEdit, "recipeName"), "Long night")
        click(find(editor, QPushButton, "saveRecipe"))
        await until(lambda: find(dialog, QComboBox, "optionRecipe").currentText() == "Long night")
        click(find(dialog, QPushButton, "useOptions"))
        assert window._bench.library.options == _NIGHT.model_copy(update={"recipe": "Long night", "top": 9})


async def test_a_run_tells_its_recipe_is_run_again_with_it_and_gives_one(
    project: FakeProject, memory: QSettings
) -> None:
    run_id = project.add_run("Episode 12.mp4", 70.0, 3)
    run = project.run(run_id)
    project.tell_run(run.model_copy(update={"options": _NIGHT.model_copy(update={"recipe": "Night"})}))
    project.recipes.save(made("Night", _NIGHT.model_copy(update={"top": 7})))
    async with opened(project, memory, has_panels=False) as window:
        window.open_run(run_id)
        window.actions_by_name["show_runs"].trigger()
        state = find(window, QLabel, "detailsState")
        await until(lambda: "Recipe: Night" in state.text())
        click(find(window, QToolButton, "runMore"))
        menu = find(window, QMenu, "runMenu")
        again = next(each for each in menu.actions() if each.text() == "Run again with “Night”")
        again.trigger()
        menu.close()
        await until(lambda: _started(project))
        assert _started(project)[0] == _NIGHT.model_copy(update={"top": 7, "recipe": "Night"})
        dialog = await _recipes(window)
        click(find(dialog, QPushButton, "recipeOfRun"))
        editor = await _dialog(window, "recipeDialog")
        assert find(editor, QLineEdit, "recipeName").text() == "Night 2"
        press(editor, Qt.Key.Key_Return)
        await until(lambda: project.recipes.has("Night 2"))
        assert project.recipes.get("Night 2").options == _NIGHT
        dialog.close()
