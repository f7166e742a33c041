"""What the command palette finds in the window: its commands, the runs, and the clips of the open run."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.actions import COMMANDS, group_title
from ui.dialogs.command_palette import CommandPalette, Entry
from ui.keymap import KeyMap, native
from ui.panel import Workbench
from ui.widgets.timecode import clock


class PaletteDesk:
    """Opens the palette over a window."""

    def __init__(self, window: QWidget, bench: Workbench, keymap: KeyMap) -> None:
        self._window = window
        self._bench = bench
        self._keymap = keymap

    def open(self, actions: Mapping[str, QAction]) -> None:
        """Let the user find a command, a run or a clip."""
        palette = CommandPalette(self._entries(actions), self._bench.memory, self._window)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.show()
        palette.activateWindow()

    def _entries(self, actions: Mapping[str, QAction]) -> list[Entry]:
        return [*self._commands(actions), *self._clips(), *self._runs()]

    def _commands(self, actions: Mapping[str, QAction]) -> list[Entry]:
        made = []
        for command in COMMANDS:
            action = actions[command.name]
            if command.name == "find_command":
                continue
            # Its text says more than the table where it changes, such as what would be undone.
            name = action.text().replace("&", "").rstrip("…")
            keys = native(self._keymap.keys(command.name)[:1])
            made.append(
                Entry(
                    "command",
                    command.name,
                    name,
                    group_title(command.group),
                    keys,
                    action.isEnabled(),
                    action.trigger,
                )
            )
        return made

    def _clips(self) -> list[Entry]:
        review = self._bench.review
        return [
            Entry(
                "clip",
                clip.id,
                clip.wording.title,
                "",
                clock(clip.cut.start),
                True,
                partial(review.select, clip.id),
            )
            for clip in review.clips
        ]

    def _runs(self) -> list[Entry]:
        return [
            Entry(
                "run",
                run.id,
                Path(run.source_name).stem,
                "",
                "",
                True,
                partial(self._bench.review.show_run, run.id),
            )
            for run in self._bench.library.runs()
        ]
