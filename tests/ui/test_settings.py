"""Settings: models are fetched and stopped, endpoints are checked, kept and used."""

from __future__ import annotations

from fake_project import FakeProject
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QTabWidget, QWidget
from window_kit import click, find, opened, until

from core.project import Configuration
from core.schema.model import ModelState
from ui.main_window import MainWindow


def _with_models(project: FakeProject) -> None:
    for name, size in (("base", 145_000_000), ("small", 484_000_000)):
        project.model_states[name] = ModelState(
            name=name, title=f"Whisper {name}", kind="whisper", size_bytes=size
        )
    face = ModelState(name="face", title="Face detector", kind="face", path=project.folder / "face")
    project.model_states["face"] = face


def _open(window: MainWindow) -> QDialog:
    window.actions_by_name["settings"].trigger()
    return find(window, QDialog, "settingsDialog")


def _words(widget: QWidget) -> str:
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


async def test_a_model_is_fetched_with_progress(project: FakeProject, memory: QSettings) -> None:
    _with_models(project)
    async with opened(project, memory) as window:
        dialog = _open(window)
        await until(lambda: "Whisper small" in _words(dialog))
        assert "484 MB" in _words(dialog) or "462 MB" in _words(dialog)
        assert "On this machine" in _words(dialog)
        click(find(dialog, QPushButton, "fetch_base"))
        await until(lambda: "12 of 30 MB" in _words(dialog))
        assert find(dialog, QPushButton, "stop_base").isVisible()
        project.fetched.set()
        await until(lambda: _words(dialog).count("On this machine") == 2)
        dialog.reject()


async def test_a_download_can_be_stopped_and_a_failure_is_told(project: FakeProject, memory: QSettings) -> None:
    _with_models(project)
    async with opened(project, memory) as window:
        dialog = _open(window)
        await until(lambda: "Whisper small" in _words(dialog))
        click(find(dialog, QPushButton, "fetch_small"))
        await until(lambda: find(dialog, QPushButton, "stop_small").isVisible())
        click(find(dialog, QPushButton, "stop_small"))
        await until(lambda: find(dialog, QPushButton, "fetch_small").isVisible())
        project.fetch_problem = "The model can't be fetched: no network."
        project.fetched.set()
        click(find(dialog, QPushButton, "fetch_small"))
        await until(lambda: "no network" in find(window, QLabel, "noticeText").text())
        dialog.reject()


async def test_endpoints_are_checked_kept_and_used(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        dialog = _open(window)
        find(dialog, QTabWidget, "settingsTabs").setCurrentIndex(1)
        address, model = find(dialog, QLineEdit, "languageAddress"), find(dialog, QLineEdit, "languageModel")
        QTest.keyClicks(address, "localhost:11434/v1")
        click(find(dialog, QPushButton, "saveSettings"))
        assert "http://" in find(dialog, QLabel, "settingsProblem").text()
        address.clear()
        QTest.keyClicks(address, "http://localhost:11434/v1/")
        click(find(dialog, QPushButton, "saveSettings"))
        assert "both" in find(dialog, QLabel, "settingsProblem").text()
        QTest.keyClicks(model, "llama3")
        click(find(dialog, QPushButton, "saveSettings"))
        await until(lambda: any(name == "configure" for name, _ in project.calls))
        assert isinstance(dict(project.calls)["configure"], Configuration)
        again = _open(window)
        assert find(again, QLineEdit, "languageAddress").text() == "http://localhost:11434/v1"
        again.reject()
