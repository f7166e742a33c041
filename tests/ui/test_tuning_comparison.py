"""A fine-tuned model beside its base, in the window: foretold, asked at a local server, stopped, and shown."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from window_kit import MemoryPreferences, click, find, opened, press, until

from core.fine_tuning import FineTuning
from tests.core.finetune.tuning_server import MADE, MODEL, TuningServer, tuning_server
from tests.core.test_fine_tuning import Desk, desk, server
from tests.core.test_tuning_evaluation import answered, finished
from ui.controllers.preferences import EndpointPreference, Preferences
from ui.main_window import MainWindow

__all__ = ["desk", "server", "tuning_server"]


@pytest.fixture
def tuned(desk: Desk, server: TuningServer, project: FakeProject) -> FineTuning:
    """Return fine-tuning with a finished model and sixteen decisions that it has not seen; the window has it."""
    finished(desk, server, 16)
    server.answers = answered
    project.fine_tuning = desk.at(server)  # type: ignore[assignment]
    return desk.tuning


@pytest.fixture
def preferences(server: TuningServer) -> MemoryPreferences:
    """Return settings that name the server."""
    made = MemoryPreferences()
    made.kept = Preferences(EndpointPreference(server.base_url, MODEL), EndpointPreference())
    return made


@pytest.fixture
def held(server: TuningServer) -> Iterator[threading.Event]:
    """Return what lets the server's answers go."""
    event = threading.Event()

    def slow(model: str, said: str) -> str:
        event.wait(60)
        return answered(model, said)

    server.answers = slow
    yield event
    event.set()


@asynccontextmanager
async def _comparing(window: MainWindow) -> AsyncIterator[QDialog]:
    find(window, QAction, "action_fine_tune").trigger()
    tuning = find(window, QDialog, "fineTuningDialog")
    click(next(each for each in tuning.findChildren(QPushButton, "tuningCompare") if each.isVisible()))
    dialog = find(window, QDialog, "comparisonDialog")
    yield dialog
    press(dialog, Qt.Key.Key_Escape)
    await until(lambda: window.findChild(QDialog, "comparisonDialog") is None)
    press(tuning, Qt.Key.Key_Escape)
    await until(lambda: window.findChild(QDialog, "fineTuningDialog") is None)


def _table(dialog: QDialog) -> list[str]:
    """Return what the result says; empty where there is none. A table that was replaced is not seen."""
    seen = [table for table in dialog.findChildren(QWidget, "comparisonTable") if table.isVisible()]
    return [part.text() for table in seen for part in table.findChildren(QLabel)]


async def test_it_is_foretold_asked_for_shown_and_remembered(
    project: FakeProject,
    memory: QSettings,
    tuned: FineTuning,
    server: TuningServer,
    preferences: MemoryPreferences,
) -> None:
    async with opened(project, memory, preferences, has_panels=False) as window:
        async with _comparing(window) as dialog:
            takes = find(dialog, QLabel, "comparisonPlan")
            await until(lambda: takes.text().startswith(f"{MODEL} and {MADE} are asked about 16 decisions"))
            start = find(dialog, QPushButton, "comparisonStart")
            assert start.text().startswith("Compare for ") and server.asked == []
            assert find(dialog, QLabel, "comparisonEmpty").isVisible()
            click(start)
            await until(lambda: _table(dialog))
            lines = _table(dialog)
            assert lines[3:] == [MADE, "16 of 16", "100 %", MODEL, "8 of 16", "50 %"]
            said = next(each for each in dialog.findChildren(QLabel, "comparisonSaid") if each.isVisible())
            assert said.text().endswith("So the fine-tuned model is better.")
            assert not find(dialog, QPushButton, "comparisonStop").isVisible() and start.isEnabled()
        assert len(server.asked) == 32
        async with _comparing(window) as dialog:
            assert _table(dialog) == lines


async def test_it_is_one_of_the_jobs_goes_on_unseen_and_is_stopped(
    project: FakeProject,
    memory: QSettings,
    tuned: FineTuning,
    server: TuningServer,
    held: threading.Event,
    preferences: MemoryPreferences,
) -> None:
    async with opened(project, memory, preferences, has_panels=False) as window:
        jobs = window._bench.jobs
        async with _comparing(window) as dialog:
            await until(find(dialog, QPushButton, "comparisonStart").isEnabled)
            click(find(dialog, QPushButton, "comparisonStart"))
            await until(lambda: server.asked)
            assert find(dialog, QPushButton, "comparisonStop").isVisible()
            assert not find(dialog, QPushButton, "comparisonStart").isEnabled()
        await until(lambda: [job.title for job in jobs.jobs()] == [f"Comparison with {MODEL}"])
        async with _comparing(window) as dialog:
            assert "answers" in find(dialog, QLabel, "comparisonPlan").text()
            click(find(dialog, QPushButton, "comparisonStop"))
            await until(find(dialog, QPushButton, "comparisonStart").isEnabled)
            assert not find(dialog, QPushButton, "comparisonStop").isVisible() and not _table(dialog)
        await until(lambda: not jobs.jobs())
    assert tuned.jobs()[0].comparison is None and len(server.asked) < 32


async def test_why_it_can_not_be_compared_or_was_not_is_told_where_it_was_asked_for(
    project: FakeProject,
    memory: QSettings,
    tuned: FineTuning,
    server: TuningServer,
    desk: Desk,
    preferences: MemoryPreferences,
) -> None:
    server.faults = [("/chat", 401)] * 80
    async with opened(project, memory, preferences, has_panels=False) as window:
        async with _comparing(window) as dialog:
            takes, start = find(dialog, QLabel, "comparisonPlan"), find(dialog, QPushButton, "comparisonStart")
            await until(start.isEnabled)
            click(start)
            await until(lambda: takes.property("role") == "error")
            assert "refuse" in takes.text() or "key" in takes.text()
            assert start.isEnabled() and find(dialog, QLabel, "comparisonEmpty").isVisible()
        desk.decided.clear()
        async with _comparing(window) as dialog:
            takes = find(dialog, QLabel, "comparisonPlan")
            await until(lambda: "There are 0 of the 5 decisions" in takes.text())
            assert not find(dialog, QPushButton, "comparisonStart").isEnabled()
