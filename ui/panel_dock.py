"""The place of a panel, which is there before the panel is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Generic

from PySide6.QtWidgets import QDockWidget, QMainWindow

from ui.panel import Kind, P, Workbench
from ui.wording import tr


class PanelDock(QDockWidget, Generic[P]):
    """A dock whose panel is made when it is asked for or shown, else in steps behind the window.

    Ten panels are more than half of what a window is made of, and nobody sees one before a run is opened.
    """

    def __init__(self, kind: Kind[P], bench: Workbench, window: QMainWindow) -> None:
        super().__init__(tr(kind.title), window)
        self.setObjectName(f"{kind.name}Dock")
        self._window = window
        self._panel: P | None = None
        self._steps = self._make(kind, bench)
        self._waiting: list[Callable[[P], object]] = []

    def panel(self) -> P:
        """Return the panel, which is made now if it was not before."""
        if self._panel is None:
            for _ in self._steps:
                pass
        assert self._panel is not None
        return self._panel

    def make(self) -> Iterator[None]:
        """Make the panel, some milliseconds a step; whoever asks for it meanwhile goes through what is left."""
        yield from self._steps

    def once_made(self, act: Callable[[P], object]) -> None:
        """Do something with the panel: now, or as soon as it is made."""
        if self._panel is not None:
            act(self._panel)
        else:
            self._waiting.append(act)

    def setVisible(self, visible: bool) -> None:
        """Have the panel before it is seen; before the window is shown, places are tried without."""
        if visible and self._window.isVisible():
            self.panel()
        super().setVisible(visible)

    def _make(self, kind: Kind[P], bench: Workbench) -> Iterator[None]:
        for part in kind.parts:
            import_module(part)
            yield
        kind.load()
        yield
        # In its place from the first: whatever gets another parent is dressed anew with all that is in it.
        made = kind.make(bench, self)
        self.setWidget(made)
        yield from made.fill()
        self._panel = made
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act(made)
        yield
