"""How far the move of the workspace is that was open: shown while no window is."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from core.errors import Cancelled
from ui.widgets.basics import button, column, label, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.wording import told, tr


class WorkspaceMovingDialog(Dialog):
    """Shows a move, and lets it be stopped; closing it is stopping.

    Signals:
        worked(float, str): How far it is (0 to 1), and at which file.
    """

    worked = Signal(float, str)

    def __init__(self, name: str, to: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workspaceMoving")
        self.setWindowTitle(tr("Move the workspace"))
        self._stopped = threading.Event()
        words = tr("“{name}” is copied to {folder} and compared. Only then it goes from where it was.")
        self._said = label("", "small")
        self._said.setObjectName("movingFile")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(tr("How far the move is"))
        self._stop = button(tr("Stop"), self.reject, "stop")
        self._stop.setObjectName("stopMoving")
        # The key that chose the folder must not stop it.
        self._stop.setAutoDefault(False)
        text = label(words.format(name=name, folder=to), wraps=True)
        layout = column(text, self._bar, self._said, spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addStretch(1)
        layout.addLayout(row(None, self._stop))
        self.setLayout(layout)
        self.resize(560, 190)
        self.worked.connect(self._show)

    def progress(self, fraction: float, message: str) -> None:
        """Tell how far it is, from its thread.

        Raises:
            Cancelled: It was stopped.
        """
        if self._stopped.is_set():
            raise Cancelled("Stopped.")
        self.worked.emit(fraction, message)

    def reject(self) -> None:
        """Stop the move; whoever shows this closes it when that has ended."""
        self._stopped.set()
        self._stop.setEnabled(False)
        self._said.setText(tr("Stopping"))

    def _show(self, fraction: float, message: str) -> None:
        if self._stopped.is_set():
            return
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(fraction * 1000))
        self._said.setText(self._said.fontMetrics().elidedText(told(message), Qt.TextElideMode.ElideMiddle, 500))
