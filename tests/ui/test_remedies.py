"""Errors come as a sentence with a button that helps, where the window can."""

from __future__ import annotations

from fake_project import FakeProject
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialog, QPushButton
from window_kit import click, find, opened, until

from core import errors
from core.schema.run import JobRecord
from ui.actions import COMMANDS
from ui.controllers.remedies import _REMEDIES, remedy
from ui.widgets.notice import Notice


async def _fail(error: Exception) -> None:
    raise error


async def test_what_fails_is_told_with_the_button_that_helps(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        notice, action = find(window, Notice, "notice"), find(window, QPushButton, "noticeAction")
        window._bench.tasks.start(
            _fail(errors.WeightsError("The model is not here.")), "Could not import {file}.", file="Talk.mp4"
        )
        await until(notice.isVisible)
        assert notice.text() == "Could not import Talk.mp4. The model is not here."
        assert action.text() == "Models…"
        click(action)
        await until(lambda: window.findChild(QDialog, "modelsDialog") is not None)
        find(window, QDialog, "modelsDialog").reject()
        window._bench.tasks.start(
            _fail(errors.MediaError("There is no video in it.")), "Could not import {file}.", file="Talk.mp4"
        )
        await until(notice.isVisible)
        assert not action.isVisible(), "nothing in the window makes the file whole"


async def test_the_page_of_a_run_that_failed_leads_to_what_helps(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = project.add_run("Talk.mp4", 60.0, 0)
        failed = {"state": "failed", "error": "The endpoint does not answer."}
        project.tell_job(
            JobRecord(
                id="j",
                run_id=run_id,
                stage="transcribe",
                state="failed",
                error_kind="ProviderError",
                error_reason="-",
            )
        )
        project.tell_run(project.run_records[run_id].model_copy(update=failed))
        window.open_run(run_id)
        button = find(window, QPushButton, "progressRemedy")
        assert (button.isVisible(), button.text()) == (True, "Settings…")
        click(button)
        await until(lambda: window.findChild(QDialog, "settingsDialog") is not None)
        find(window, QDialog, "settingsDialog").reject()
        project.tell_run(project.run_records[run_id].model_copy(update={"state": "started", "error": ""}))
        await until(lambda: not button.isVisible())


def test_every_remedy_is_a_command_against_an_error_there_is() -> None:
    commands = {command.name for command in COMMANDS}
    for kind in _REMEDIES:
        assert issubclass(getattr(errors, kind), errors.UserWorldError)
        assert remedy(kind)[1] in commands
    assert remedy("NoSuchError") == ("", "")
