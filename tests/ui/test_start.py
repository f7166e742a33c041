"""How the window starts where the cluster of the settings can't be reached: the user decides."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from window_kit import click, until

from desktop import settings, window
from tests.ports import kept_port


@pytest.fixture
def unreachable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Set a scheduler that nobody listens for."""
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path))
    monkeypatch.setattr("core.pipeline.cluster.executor._CONNECT_SECONDS", 0.3)
    with kept_port() as port:
        settings.save_settings(settings.Settings(executor="dask", scheduler=f"tcp://127.0.0.1:{port}"))
        yield


async def _answer(words: str) -> str:
    """Press a button of the box that is shown, and return what the box says."""

    def boxes() -> list[QMessageBox]:
        return [top for top in QApplication.topLevelWidgets() if isinstance(top, QMessageBox) and top.isVisible()]

    await until(boxes)
    box = boxes()[0]
    click(next(button for button in box.buttons() if button.text() == words))
    return box.text()


@pytest.mark.usefixtures("unreachable")
async def test_the_user_can_work_without_the_cluster(capsys: pytest.CaptureFixture[str]) -> None:
    opening = asyncio.ensure_future(window._open(None))
    said = await _answer("Work on this computer this time")
    project = await opening
    assert "tcp://127.0.0.1" in said
    assert project is not None
    assert project.configuration.scheduler == ""
    assert settings.load_settings().executor == "dask"
    await project.close()


@pytest.mark.usefixtures("unreachable")
async def test_the_user_can_leave_it(capsys: pytest.CaptureFixture[str]) -> None:
    opening = asyncio.ensure_future(window._open(None))
    await _answer("Quit")
    assert await opening is None
