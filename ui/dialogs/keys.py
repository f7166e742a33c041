"""The list of keys, made of the table of commands."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.actions import COMMANDS, Command
from ui.widgets.basics import button, column, label, row

_COLUMNS = (("Play", "Words", "Run"), ("Review", "Trim", "Framing"), ("View", "Project"))


class KeysDialog(QDialog):
    """All commands and their keys, in groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self.setWindowTitle("Keyboard shortcuts")
        columns = row(spacing=36)
        for groups in _COLUMNS:
            side = QVBoxLayout()
            side.setSpacing(6)
            for group in groups:
                side.addWidget(label(group, "heading"))
                side.addLayout(
                    _group([command for command in COMMANDS if command.group == group and command.keys])
                )
                side.addSpacing(12)
            side.addStretch(1)
            columns.addLayout(side)
        layout = column(spacing=12)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.addLayout(columns)
        layout.addLayout(
            row(
                label(
                    "Hold K and press J or L for one frame. Plain keys rest while you type in a field.", "small"
                ),
                None,
                button("Close", self.close),
            )
        )
        self.setLayout(layout)


def _group(commands: list[Command]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    for line, command in enumerate(commands):
        grid.addWidget(label(command.label.rstrip("…"), "muted"), line, 0)
        grid.addWidget(_keys(command), line, 1)
    grid.setColumnStretch(0, 1)
    return grid


def _keys(command: Command) -> QLabel:
    native = QKeySequence.SequenceFormat.NativeText
    shown = dict.fromkeys(QKeySequence(keys).toString(native) for keys in command.keys)
    return label("  or  ".join(shown))
