"""The local API, switched on in the settings, asked by another program, and switched off again."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fake_project import FakeProject
from PySide6.QtCore import QPoint, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QPushButton, QSpinBox, QTabWidget
from window_kit import click, find, opened, until

from desktop.api_desk import ApiDesk
from desktop.settings import load_settings
from tests.ports import kept_port
from ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


def _open(window: MainWindow) -> QDialog:
    window.actions_by_name["settings"].trigger()
    dialog = find(window, QDialog, "settingsDialog")
    tabs = find(dialog, QTabWidget, "settingsTabs")
    tabs.setCurrentIndex(tabs.count() - 1)
    return dialog


def _toggle(dialog: QDialog) -> None:
    switch = find(dialog, QCheckBox, "apiSwitch")
    click(switch, QPoint(10, switch.height() // 2))


@pytest.fixture
def kept() -> Iterator[int]:
    """Return a port that is free, and stays so."""
    with kept_port() as port:
        yield port


async def _status(address: str, token: str) -> int:
    async with httpx.AsyncClient(timeout=60) as client:
        return (await client.get(f"{address}/queue", headers={"Authorization": f"Bearer {token}"})).status_code


async def test_it_is_switched_on_asked_renewed_and_switched_off(
    project: FakeProject, memory: QSettings, kept: int
) -> None:
    desk = ApiDesk(project)
    async with opened(project, memory, has_panels=False) as window:
        window.local_api.follow(desk)
        dialog = _open(window)
        address, token = find(dialog, QLineEdit, "apiAddress"), find(dialog, QLineEdit, "apiToken")
        assert address.text() == "It does not listen."
        await until(lambda: token.text())
        assert token.echoMode() == QLineEdit.EchoMode.Password
        # No dot is cut: of what is hidden, there are fewer than there is room for.
        assert len(token.text()) * token.fontMetrics().horizontalAdvance("●") < token.width()
        click(find(dialog, QCheckBox, "apiShowToken"))
        assert token.echoMode() == QLineEdit.EchoMode.Normal
        assert len(token.text()) > 40
        port = find(dialog, QSpinBox, "apiPort")
        port.setValue(kept)

        _toggle(dialog)
        await until(lambda: address.text() == f"http://127.0.0.1:{port.value()}/v1")
        assert load_settings().api_is_on and load_settings().api_port == port.value()
        click(find(dialog, QPushButton, "apiTokenCopy"))
        first = QGuiApplication.clipboard().text()
        assert first == token.text()
        assert await _status(address.text(), first) == 200

        click(find(dialog, QPushButton, "apiRenew"))
        await until(lambda: token.text() != first)
        assert await _status(address.text(), first) == 401
        assert await _status(address.text(), token.text()) == 200

        listening = address.text()
        _toggle(dialog)
        await until(lambda: address.text() == "It does not listen.")
        assert not load_settings().api_is_on
        with pytest.raises(httpx.ConnectError):
            await _status(listening, token.text())
        dialog.reject()
    await desk.close()


async def test_a_port_that_is_taken_is_told(project: FakeProject, memory: QSettings) -> None:
    desk = ApiDesk(project)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        async with opened(project, memory, has_panels=False) as window:
            window.local_api.follow(desk)
            dialog = _open(window)
            find(dialog, QSpinBox, "apiPort").setValue(taken.getsockname()[1])
            _toggle(dialog)

            problem = dialog.findChild(QLabel, "apiProblem")
            await until(lambda: problem.isVisible() and "can't listen on port" in problem.text())
            assert not find(dialog, QCheckBox, "apiSwitch").isChecked()
            assert not load_settings().api_is_on
            dialog.reject()


async def test_what_is_switched_on_is_on_at_the_next_start(
    project: FakeProject, memory: QSettings, kept: int
) -> None:
    desk = ApiDesk(project)
    await desk.switch(True, kept)
    await desk.close()
    desk = ApiDesk(project)
    async with opened(project, memory, has_panels=False) as window:
        window.local_api.follow(desk)
        await until(lambda: desk.state().address)
        assert await _status(desk.state().address, desk.token()) == 200
    await desk.close()
