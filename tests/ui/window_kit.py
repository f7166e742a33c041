"""What tests of the window do over and over: open it, wait for something, find, click, type."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from fake_project import FakeProject
from pydantic import SecretStr
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QListView, QWidget

from core.project import Configuration, Project
from core.schema.destination import Destination, KeptDestination
from ui.controllers.preferences import EndpointPreference, Preferences
from ui.main_window import MainWindow

W = TypeVar("W", bound=QWidget)
WIDTH_PX, HEIGHT_PX = 1440, 1080


class MemoryPreferences:
    """Preferences that last as long as the test."""

    def __init__(self) -> None:
        self.kept = Preferences(EndpointPreference(), EndpointPreference())
        self.kept_destinations: dict[str, Destination] = {}
        self.keys: dict[str, str] = {}

    def load(self) -> Preferences:
        """Return what was kept last, without keys."""
        return self.kept

    def save(self, preferences: Preferences) -> Configuration:
        """Keep preferences."""
        self.kept = preferences
        return Configuration(weights_folder=Path("weights"), may_download=preferences.may_download)

    def save_width(self, lane: str, width: int) -> None:
        """Keep the width of a lane."""
        widths = {**self.kept.work.widths, lane: width}
        widths = {name: kept for name, kept in widths.items() if kept}
        self.kept = replace(self.kept, work=replace(self.kept.work, widths=widths))

    def destinations(self) -> tuple[KeptDestination, ...]:
        """Return where clips may go; keys are said to be in the keyring."""
        return tuple(
            KeptDestination(destination=each, key_place="keyring" if each.name in self.keys else "")
            for each in self.kept_destinations.values()
        )

    def with_key(self, destination: Destination) -> Destination:
        """Return a destination with its key."""
        return destination.model_copy(update={"secret": SecretStr(self.keys.get(destination.name, ""))})

    def keep_destination(self, destination: Destination, key: str | None) -> Configuration:
        """Keep a destination and its key."""
        self.kept_destinations[destination.name] = destination
        if key:
            self.keys[destination.name] = key
        return self._given()

    def forget_destination(self, name: str) -> Configuration:
        """Forget a destination and its key."""
        del self.kept_destinations[name]
        self.keys.pop(name, None)
        return self._given()

    def _given(self) -> Configuration:
        there = tuple(self.kept_destinations.values())
        return Configuration(weights_folder=Path("weights"), destinations=there)


@asynccontextmanager
async def opened(
    project: FakeProject | Project,
    memory: QSettings,
    preferences: MemoryPreferences | None = None,
    has_panels: bool = True,
) -> AsyncIterator[MainWindow]:
    """Show a window on a project and take it down again as the application does.

    `has_panels` is whether its panels are there, as some tenths of a second after it is shown.
    """
    window = MainWindow(project, memory, preferences or MemoryPreferences())
    window.resize(WIDTH_PX, HEIGHT_PX)
    window.show()
    window.activateWindow()
    await until(window.isActiveWindow)
    for _ in window.make_panels() if has_panels else ():
        pass
    try:
        yield window
    finally:
        window.close()
        await window.shut_down()
        window.deleteLater()
        await asyncio.sleep(0)


async def until(condition: Callable[[], object], seconds: float = 60.0) -> None:
    """Wait until something is so.

    Raises:
        AssertionError: It never came to be.
    """
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while not condition():
        assert loop.time() < end, f"never so: {_named(condition)}"
        await asyncio.sleep(0.01)


def find(window: QWidget, kind: type[W], name: str) -> W:
    """Return a widget by its object name."""
    found = window.findChild(kind, name)
    assert found is not None, f"there is no {name}"
    return found


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Press and release the left button, in the middle or at a point."""
    assert widget.isVisible(), f"{widget.objectName()} can't be seen"
    if isinstance(widget, QAbstractButton):
        assert widget.isEnabled(), f"{widget.objectName()} can't be pressed"
    QTest.mouseClick(
        widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center()
    )


def press(window: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in whatever has the focus, or the window itself."""
    QTest.keyClick(window.focusWidget() or window, key, held)


def titles(window: QWidget) -> list[str]:
    """Return the titles in the list of clips, from top to bottom."""
    model = find(window, QListView, "clipList").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _named(condition: Callable[[], object]) -> str:
    try:
        return inspect.getsource(condition).strip()
    except TypeError:
        return repr(condition)
