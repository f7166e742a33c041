"""How a workspace is called, and for a new one where it lies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from ui.widgets.basics import button, column, label, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.wording import tr

_WIDTH_PX = 520


class WorkspaceNameDialog(Dialog):
    """Asks for a name; with `place_for` also for a folder, which follows the name until it is typed.

    Signals:
        chosen(str, str): The name, and the folder where it was asked for.
    """

    chosen = Signal(str, str)

    def __init__(
        self,
        title: str,
        verb: str,
        name: str = "",
        place_for: Callable[[str], Path] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("workspaceName")
        self.setWindowTitle(title)
        self._place_for = place_for
        self._name = QLineEdit(name)
        self._name.setObjectName("workspaceNameField")
        self._name.setAccessibleName(tr("Name"))
        self._name.setPlaceholderText(tr("The name of the client"))
        self._name.setMaxLength(80)
        self._name.selectAll()
        self._folder = QLineEdit()
        self._folder.setObjectName("workspacePlaceField")
        self._folder.setAccessibleName(tr("Folder"))
        self._browse = button(tr("Choose…"), self._on_browse, "folder")
        self._ok = button(verb, self._on_ok, is_primary=True)
        self._ok.setObjectName("workspaceNameOk")
        self._ok.setDefault(True)
        layout = column(label(tr("Name"), "section"), self._name, spacing=8)
        layout.setContentsMargins(DIALOG_MARGINS)
        if place_for is not None:
            layout.addWidget(label(tr("Folder"), "section"))
            layout.addLayout(row(self._folder, self._browse))
            told = tr("It begins empty, with settings, keys, styles and recipes of its own.")
            layout.addWidget(label(told, "muted", wraps=True))
        layout.addSpacing(8)
        layout.addLayout(row(None, button(tr("Cancel"), self.reject), self._ok))
        self.setLayout(layout)
        self.setMinimumWidth(_WIDTH_PX)
        self._name.textChanged.connect(self._on_name)
        self._on_name(name)

    def _on_name(self, name: str) -> None:
        self._ok.setEnabled(bool(name.strip()))
        if self._place_for is not None and not self._folder.isModified():
            self._folder.setText(str(self._place_for(name)) if name.strip() else "")
            self._folder.setModified(False)

    def _on_browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder of the new workspace"), self._folder.text())
        if chosen:
            self._folder.setText(chosen)
            self._folder.setModified(True)

    def _on_ok(self) -> None:
        self.chosen.emit(self._name.text().strip(), self._folder.text().strip())
        self.accept()
