"""Which file is used: its name, a button to choose another one, and one to use none."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.widgets.basics import ElidedLabel, button, column, icon_button, label, row
from ui.wording import tr


@dataclass(frozen=True)
class FileWords:
    """What a field says: for no file, and what its buttons do."""

    none: str
    choose: str
    remove: str


def music_words() -> FileWords:
    """Return what a field for music says."""
    return FileWords(tr("No music"), tr("Choose music"), tr("Remove music"))


class FileField(QWidget):
    """A file or none. What is wrong with a chosen one stands below it.

    Signals:
        chosen(str): The user wants this file; whoever hears it shows its name, or what is wrong with it.
        removed(): The user wants none.
    """

    chosen = Signal(str)
    removed = Signal()

    def __init__(self, name: str, words: FileWords, kinds: str) -> None:
        """`name` is part of the names of its objects; `kinds` is Qt's filter of files."""
        super().__init__()
        self._name = name
        self._said = words
        self._kinds = kinds
        self._shown = ElidedLabel(words.none, "muted")
        self._shown.setObjectName(f"{name}Name")
        self._choose = button(tr("Choose…"), self._on_choose)
        self._choose.setObjectName(f"{name}Choose")
        self._choose.setAccessibleName(words.choose)
        self._remove = icon_button("close", words.remove, self.removed.emit)
        self._remove.setObjectName(f"{name}Remove")
        self._remove.hide()
        self._problem = label("", "error", wraps=True)
        self._problem.setObjectName(f"{name}Problem")
        self._problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = row(self._shown, self._remove, self._choose, spacing=6)
        line.setStretch(0, 1)
        layout = column(spacing=4)
        layout.addLayout(line)
        layout.addWidget(self._problem)
        self.setLayout(layout)

    def show_file(self, title: str) -> None:
        """Show the name of the file that is used, or that there is none."""
        self._shown.setText(title or self._said.none)
        self._remove.setVisible(bool(title))
        self._choose.setText(tr("Change…") if title else tr("Choose…"))
        self._choose.setEnabled(True)
        self.show_problem("")

    def show_busy(self) -> None:
        """Show that the chosen file is being looked at."""
        self._choose.setEnabled(False)
        self.show_problem("")

    def show_problem(self, problem: str) -> None:
        """Show what is wrong with the file that was chosen last, or nothing."""
        self._choose.setEnabled(True)
        self._problem.setText(problem)

    def _on_choose(self) -> None:
        chooser = QFileDialog(self, self._said.choose, "", self._kinds)
        chooser.setObjectName(f"{self._name}Dialog")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.chosen)
        chooser.open()
