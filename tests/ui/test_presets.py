"""Presets in the window: made like another one, changed, removed and brought back, handed on."""

from __future__ import annotations

import json
from pathlib import Path

from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLabel, QLineEdit, QListWidget, QPushButton
from window_kit import click, find, opened, press, until

from core.recipes import made
from core.schema.preset import EncodePreset
from core.schema.run import RunOptions
from ui.main_window import MainWindow
from ui.widgets.fields import AmountField


async def _dialog(window: MainWindow, name: str) -> QDialog:
    await until(lambda: window.findChild(QDialog, name) is not None)
    dialog = find(window, QDialog, name)
    dialog.activateWindow()
    await until(dialog.isActiveWindow)
    return dialog


async def _presets(window: MainWindow) -> QDialog:
    window.actions_by_name["presets"].trigger()
    dialog = await _dialog(window, "presetsDialog")
    await until(lambda: bool(_titles(dialog)))
    return dialog


def _list(dialog: QDialog) -> QListWidget:
    return find(dialog, QListWidget, "presetList")


def _titles(dialog: QDialog) -> list[str]:
    return [_list(dialog).item(line).text().partition("\n")[0] for line in range(_list(dialog).count())]


def _choose(dialog: QDialog, title: str) -> None:
    shown = _list(dialog)
    QTest.mouseClick(
        shown.viewport(),
        Qt.MouseButton.LeftButton,
        pos=shown.visualItemRect(shown.item(_titles(dialog).index(title))).center(),
    )


def _set(dialog: QDialog, title: str, amount: str) -> None:
    field = next(each for each in dialog.findChildren(AmountField) if each.accessibleName() == title)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, amount)


async def _made(window: MainWindow, dialog: QDialog, like: str, title: str) -> None:
    _choose(dialog, like)
    click(find(dialog, QPushButton, "newPreset"))
    form = await _dialog(window, "presetDialog")
    field = find(form, QLineEdit, "presetTitle")
    assert field.text() == f"{like} (copy)"
    QTest.keyClicks(field, title)
    _set(form, "Loudness", "-18")
    click(find(form, QPushButton, "savePreset"))
    await until(lambda: f"{title}   (your own)" in _titles(dialog))


async def test_a_preset_is_made_like_another_and_offered_for_export(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory, has_panels=False) as window:
        dialog = await _presets(window)
        await _made(window, dialog, "X", "Client A")
        kept = project.own_presets.named("client-a")
        assert (kept.loudness_lufs, kept.max_seconds, kept.platforms) == (-18, 25, ("X",))
        assert "Client A” is saved" in find(dialog, QLabel, "presetsTold").text()
        assert kept in window._bench.export.presets()
        # The keys go to the list again: F2 edits what was made. The same name is kept, whatever it is called.
        dialog.activateWindow()
        await until(_list(dialog).hasFocus)
        QTest.keyClick(_list(dialog), Qt.Key.Key_F2)
        form = await _dialog(window, "presetDialog")
        QTest.keyClicks(find(form, QLineEdit, "presetTitle"), "Client B")
        codec = find(form, QComboBox, "presetCodec")
        codec.setCurrentIndex(codec.findText("AV1"))
        assert find(form, QComboBox, "presetEffort").currentText() == "8"
        assert "AV1" in find(form, QLabel, "presetSummary").text()
        click(find(form, QPushButton, "savePreset"))
        await until(lambda: "Client B   (your own)" in _titles(dialog))
        kept = project.own_presets.named("client-a")
        assert (kept.title, kept.video_codec, kept.effort, kept.crf) == ("Client B", "av1", "8", 32)
        dialog.close()


async def test_presets_are_made_while_an_export_is_chosen(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory, has_panels=False) as window:
        run_id = project.add_run("Episode 12.mp4", 70.0, 4)
        window.open_run(run_id)
        press(window, Qt.Key.Key_A)
        await until(lambda: len(project.history.get(run_id, [])) == 1)
        window.actions_by_name["export"].trigger()
        export = await _dialog(window, "exportDialog")
        click(find(export, QPushButton, "managePresets"))
        dialog = await _dialog(window, "presetsDialog")
        await until(lambda: bool(_titles(dialog)))
        await _made(window, dialog, "X", "Client A")
        dialog.close()
        chooser = find(export, QComboBox, "columnPreset")
        assert chooser.currentText() == "Client A"
        click(find(export, QPushButton, "addColumn"))
        await until(lambda: export.findChild(QPushButton, "column_9:16_client-a") is not None)
        project.own_presets.remove("client-a")
        window._bench.presets.load()
        await until(lambda: chooser.findText("Client A") < 0)
        await until(lambda: export.findChild(QPushButton, "column_9:16_client-a") is None)
        export.close()


async def test_one_that_is_removed_can_be_had_back(project: FakeProject, memory: QSettings) -> None:
    project.own_presets.save(EncodePreset(name="mine", title="Mine", crf=24))
    async with opened(project, memory, has_panels=False) as window:
        dialog = await _presets(window)
        await until(lambda: "Mine   (your own)" in _titles(dialog))
        _choose(dialog, "Mine   (your own)")
        QTest.keyClick(_list(dialog), Qt.Key.Key_Delete)
        await until(lambda: "Mine   (your own)" not in _titles(dialog))
        assert project.own_presets.own().presets == ()
        click(find(dialog, QPushButton, "presetUndo"))
        await until(lambda: "Mine   (your own)" in _titles(dialog))
        assert project.own_presets.named("mine").crf == 24
        dialog.close()


async def test_those_of_the_program_are_neither_edited_nor_removed(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory, has_panels=False) as window:
        dialog = await _presets(window)
        _choose(dialog, "Fast")
        for name in ("editPreset", "removePreset"):
            assert not find(dialog, QPushButton, name).isEnabled()
        QTest.keyClick(_list(dialog), Qt.Key.Key_Delete)
        assert "Fast" in _titles(dialog)
        dialog.close()


async def test_a_preset_goes_out_as_a_file_and_comes_in_as_one(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    project.own_presets.save(EncodePreset(name="mine", title="Mine"))
    async with opened(project, memory, has_panels=False) as window:
        dialog = await _presets(window)
        await until(lambda: "Mine   (your own)" in _titles(dialog))
        _choose(dialog, "Mine   (your own)")
        click(find(dialog, QPushButton, "exportPreset"))
        chooser = find(dialog, QFileDialog, "presetChooser")
        chooser.fileSelected.emit(str(tmp_path / "handed.json"))
        chooser.close()
        await until((tmp_path / "handed.json").exists)
        assert json.loads((tmp_path / "handed.json").read_text())["preset"]["title"] == "Mine"
        click(find(dialog, QPushButton, "importPreset"))
        chooser = dialog.findChildren(QFileDialog, "presetChooser")[-1]
        chooser.fileSelected.emit(str(tmp_path / "handed.json"))
        chooser.close()
        await until(lambda: _titles(dialog).count("Mine   (your own)") == 2)
        assert {preset.name for preset in project.own_presets.own().presets} == {"mine", "mine-2"}
        (tmp_path / "handed.json").write_text("nothing")
        click(find(dialog, QPushButton, "importPreset"))
        chooser = dialog.findChildren(QFileDialog, "presetChooser")[-1]
        chooser.fileSelected.emit(str(tmp_path / "handed.json"))
        chooser.close()
        await until(lambda: "This is no preset" in find(dialog, QLabel, "presetsTold").text())
        dialog.close()


async def test_a_broken_file_is_shown_with_its_reason(project: FakeProject, memory: QSettings) -> None:
    (project.folder / "presets").mkdir(parents=True)
    (project.folder / "presets" / "torn.json").write_text("{")
    async with opened(project, memory, has_panels=False) as window:
        dialog = await _presets(window)
        await until(lambda: "torn.json" in _titles(dialog))
        _choose(dialog, "torn.json")
        assert not find(dialog, QPushButton, "editPreset").isEnabled()
        click(find(dialog, QPushButton, "removePreset"))
        await until(lambda: "torn.json" not in _titles(dialog))
        dialog.close()


async def test_a_recipe_that_names_one_that_was_removed_says_so_and_keeps_it(
    project: FakeProject, memory: QSettings
) -> None:
    project.own_presets.save(EncodePreset(name="mine", title="Mine", crf=24))
    options = RunOptions(preset="mine", presets={"1:1": ("mine", "fast")})
    project.recipes.save(made("Weekly", options))
    project.own_presets.remove("mine")
    said = "The preset “Mine” was removed: files are made with it as it was."
    async with opened(project, memory, has_panels=False) as window:
        window.actions_by_name["recipes"].trigger()
        dialog = await _dialog(window, "recipesDialog")
        shown = find(dialog, QListWidget, "recipeList")
        await until(lambda: shown.count() == 1)
        assert shown.item(0).text().splitlines()[-1] == said
        click(find(dialog, QPushButton, "editRecipe"))
        editing = await _dialog(window, "recipeDialog")
        box = find(editing, QComboBox, "presetBox")
        assert box.currentText() == "Mine (removed)"
        assert find(editing, QLabel, "presetAbout").text() == said
        assert find(editing, QPushButton, "column_1:1_mine").text() == "1:1 Mine (removed)"
        assert find(editing, QLabel, "removedPresets").text() == said
        # Saved as it is, it is as it was; nothing was exchanged in silence.
        click(find(editing, QPushButton, "saveRecipe"))
        await until(lambda: window.findChild(QDialog, "recipeDialog") is None)
        assert project.recipes.get("Weekly").options == options
        # Had back, nothing is said any more.
        project.own_presets.save(EncodePreset(name="mine", title="Mine", crf=24))
        window._bench.presets.load()
        await until(lambda: said not in shown.item(0).text())
        dialog.reject()


async def test_an_export_offers_the_runs_own_preset_though_it_was_removed(
    project: FakeProject, memory: QSettings
) -> None:
    project.own_presets.save(EncodePreset(name="mine", title="Mine", crf=24))
    project.own_presets.remove("mine")
    async with opened(project, memory, has_panels=False) as window:
        run_id = project.add_run("Episode 12.mp4", 70.0, 4)
        project.tell_run(project.run(run_id).model_copy(update={"options": RunOptions(preset="mine")}))
        window.open_run(run_id)
        press(window, Qt.Key.Key_A)
        await until(lambda: len(project.history.get(run_id, [])) == 1)
        window.actions_by_name["export"].trigger()
        export = await _dialog(window, "exportDialog")
        assert find(export, QPushButton, "column_9:16_mine").text() == "9:16 Mine (removed)"
        assert "was removed" in find(export, QLabel, "removedPresets").text()
        mine = [each for each in export.findChildren(QPushButton) if each.objectName().endswith("_mine")]
        for chip in mine:
            click(chip)
        await until(lambda: not find(export, QLabel, "removedPresets").isVisible())
        export.close()


async def test_dialogs_that_are_gone_are_told_nothing(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory, has_panels=False) as window:
        window.actions_by_name["run_options"].trigger()
        options = await _dialog(window, "runOptions")
        options.reject()
        dialog = await _presets(window)
        dialog.reject()
        await until(lambda: window.findChild(QDialog, "runOptions") is None)
        await until(lambda: window.findChild(QDialog, "presetsDialog") is None)
        window.actions_by_name["recipes"].trigger()
        recipes = await _dialog(window, "recipesDialog")
        recipes.reject()
        await until(lambda: window.findChild(QDialog, "recipesDialog") is None)
        presets = window._bench.presets
        # What slots raise fails the test.
        presets.saved.emit(presets.all()[0])
        presets.refused.emit("The preset can't be written.")
        window._bench.recipes.refused.emit("The recipe can't be written.")
