"""The first steps: local by default, each skippable, and what is chosen is kept and used."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QRadioButton
from window_kit import MemoryPreferences, click, find, opened, until

from core.schema.model import ModelState
from desktop import settings
from desktop.first_run import FirstRun
from ui.controllers.preferences import EndpointPreference
from ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))


def _dialog(window: MainWindow) -> QDialog:
    return find(window, QDialog, "firstRun")


def _next(dialog: QDialog) -> None:
    click(find(dialog, QPushButton, "firstRunNext"))


def _step(dialog: QDialog) -> str:
    return find(dialog, QLabel, "firstRunStep").text()


async def test_who_stays_local_takes_three_steps_and_no_endpoint_is_set(
    project: FakeProject, memory: QSettings
) -> None:
    preferences = MemoryPreferences()
    project.model_states["small"] = ModelState(name="small", title="Small", kind="whisper", size_bytes=460_000_000)
    async with opened(project, memory, preferences, has_panels=False) as window:
        window.first_run.follow(FirstRun(None, has_runs=False))
        dialog = _dialog(window)
        assert find(dialog, QRadioButton, "stayLocal").isChecked()
        assert _step(dialog) == "Step 1 of 3"
        _next(dialog)
        await until(lambda: find(dialog, QLabel, "workspaceRoom").text().endswith("free on its disk"))
        _next(dialog)
        await until(lambda: _step(dialog) == "Step 3 of 3")
        await until(lambda: dialog.findChild(QPushButton, "fetch_small") is not None)
        click(find(dialog, QPushButton, "fetch_small"))
        await until(lambda: find(dialog, QLabel, "state_small").text() == "12 of 30 MB")
        assert find(dialog, QPushButton, "firstRunNext").text() == "Finish"
        _next(dialog)
        await until(lambda: not dialog.isVisible())
        assert preferences.kept.language == EndpointPreference()
        assert settings.load_settings().is_set_up
        assert window._models.is_working("small"), "it goes on behind the window"
        assert not window.first_run.reopens
        window._models.stop("small")


async def test_a_named_language_model_is_the_fourth_step(project: FakeProject, memory: QSettings) -> None:
    preferences = MemoryPreferences()
    async with opened(project, memory, preferences, has_panels=False) as window:
        window.first_run.follow(FirstRun(None, has_runs=False))
        dialog = _dialog(window)
        find(dialog, QRadioButton, "askModel").click()
        _next(dialog)
        _next(dialog)
        await until(lambda: _step(dialog) == "Step 3 of 4")
        _next(dialog)
        QTest.keyClicks(find(dialog, QLineEdit, "languageAddress"), "localhost:11434/v1")
        _next(dialog)
        assert "must start with http" in find(dialog, QLabel, "firstRunProblem").text()
        find(dialog, QLineEdit, "languageAddress").setText("http://localhost:11434/v1")
        find(dialog, QLineEdit, "languageModel").setText("llama3")
        _next(dialog)
        await until(lambda: preferences.kept.language.model == "llama3")
        assert preferences.kept.language.base_url == "http://localhost:11434/v1"


async def test_skipping_changes_nothing_and_is_final(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory, has_panels=False) as window:
        window.first_run.follow(FirstRun(None, has_runs=False))
        QTest.keyClick(_dialog(window), Qt.Key.Key_Escape)
        assert not _dialog(window).isVisible()
        assert settings.load_settings() == settings.Settings(is_set_up=True)
        assert not FirstRun(None, has_runs=False).is_first()


async def test_another_folder_has_the_window_opened_anew_on_it(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    (tmp_path / "a file").write_text("in the way")
    async with opened(project, memory, has_panels=False) as window:
        window.first_run.follow(FirstRun(None, has_runs=False))
        dialog = _dialog(window)
        _next(dialog)
        field = find(dialog, QLineEdit, "workspaceField")
        field.setText(str(tmp_path / "a file"))
        _next(dialog)
        await until(lambda: find(dialog, QLabel, "firstRunProblem").text().endswith("is a file. Choose a folder."))
        field.setText(str(tmp_path / "clips"))
        _next(dialog)
        await until(lambda: _step(dialog) == "Step 3 of 3")
        _next(dialog)
        await until(lambda: not window.isVisible())
        assert window.first_run.reopens
        assert settings.workspace(settings.load_settings()) == tmp_path / "clips"


def test_nobody_who_has_runs_or_names_a_folder_is_asked() -> None:
    assert FirstRun(None, has_runs=False).is_first()
    assert not FirstRun(None, has_runs=True).is_first()
    assert not FirstRun("/some/folder", has_runs=False).is_first()
