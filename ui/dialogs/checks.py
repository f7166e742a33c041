"""What was checked in a finished file, each thing with its sentence, and what the encoder noted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from core.schema.check import Check
from core.schema.run import OutputRecord
from ui.controllers.checks import CHECK_TITLES, failed_first, verdict
from ui.controllers.export import FileFacts
from ui.icons import show_sign
from ui.widgets.basics import ElidedLabel, button, column, label, listed, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.timecode import file_size
from ui.wording import told, tr


class ChecksDialog(Dialog):
    """Signals:
    opened(Path): The file shall be played.
    """

    opened = Signal(object)

    def __init__(self, output: OutputRecord, facts: FileFacts | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checksDialog")
        self.setWindowTitle(tr("What was checked"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = ElidedLabel(output.files[0].name if output.files else output.aspect, "heading")
        said = label(_summary(output, facts), "muted")
        said.setObjectName("checksSummary")
        layout = column(name, said, self._list(output.checks, facts.notes if facts else ()), spacing=8)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setStretch(2, 1)
        close = button(tr("Close"), self.reject)
        play = button(
            tr("Play the file"), lambda: self.opened.emit(Path(output.files[0])), "play", is_primary=True
        )
        play.setObjectName("playFile")
        play.setEnabled(bool(output.files))
        layout.addLayout(row(None, close, play))
        self.setLayout(layout)
        self.resize(600, 480)

    def _list(self, checks: tuple[Check, ...], notes: tuple[str, ...]) -> QScrollArea:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setContentsMargins(0, 4, 8, 4)
        grid.setColumnStretch(1, 1)
        for line, check in enumerate(failed_first(checks)):
            sign = "done" if check.is_passed else "warning"
            spoken = tr("Fine", "check") if check.is_passed else tr("To look at")
            grid.addWidget(_sign(sign, "approved" if check.is_passed else "warning", spoken), line, 0)
            grid.addWidget(_words(tr(CHECK_TITLES[check.name]), told(check.found)), line, 1)
        for note in notes:
            line = grid.rowCount()
            grid.addWidget(_sign("info", "accent", tr("Note")), line, 0)
            grid.addWidget(_words(tr("Noted while it was made"), note), line, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        body = QWidget()
        body.setLayout(grid)
        area = listed(body)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setObjectName("checksList")
        return area


def _summary(output: OutputRecord, facts: FileFacts | None) -> str:
    size = file_size(facts.size_bytes) if facts and facts.size_bytes is not None else ""
    return " · ".join(part for part in (output.aspect, size, verdict(output.checks)) if part)


def _sign(name: str, tint: str, spoken: str) -> QLabel:
    made = QLabel()
    show_sign(made, name, tint, 20)
    made.setAccessibleName(spoken)
    made.setAlignment(Qt.AlignmentFlag.AlignTop)
    return made


def _words(title: str, sentence: str) -> QWidget:
    made = QWidget()
    told = label(sentence, "muted", wraps=True)
    told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setLayout(column(label(title), told, spacing=2))
    return made
