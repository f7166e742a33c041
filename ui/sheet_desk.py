"""What the window does about contact sheets: opens the dialogs, and says what was taken over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ui.panel import Workbench
from ui.widgets.notice import Notice
from ui.wording import file_kinds, tr

_TOPIC = "contact sheet"
_FOLDER = "answers_folder"


class SheetDesk(QObject):
    """Stands between contact sheets and the user; `undo` takes the last step back."""

    def __init__(self, window: QWidget, bench: Workbench, notice: Notice, undo: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._bench = bench
        self._notice = notice
        self._undo = undo
        bench.sheets.applied.connect(self._on_applied)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what its commands do."""
        return {"contact_sheet": self.open, "read_answers": self.choose_file}

    def enable(self, actions: Mapping[str, QAction]) -> None:
        """Enable the commands where the open run has clips."""
        for name in ("contact_sheet", "read_answers"):
            actions[name].setEnabled(bool(self._bench.review.clips))

    def open(self) -> None:
        """Show the dialog that makes a sheet of the open run's clips."""
        from ui.dialogs.sheet import SheetDialog

        if self._bench.review.run_id and self._window.findChild(SheetDialog) is None:
            self._show(SheetDialog(self._bench, self._window))

    def choose_file(self) -> None:
        """Ask for answers that came back, then show what they change."""
        if not self._bench.review.run_id:
            return
        folder = str(self._bench.memory.value(_FOLDER, str(Path.home())))
        chooser = QFileDialog(self._window, tr("Answers of a contact sheet"), folder)
        chooser.setObjectName("answersChooser")
        chooser.setNameFilter(file_kinds((tr("Decisions"), "*.json"), (tr("All files"), "*")))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(lambda name: self.compare(Path(name)))
        chooser.open()

    def compare(self, file: Path) -> None:
        """Show what answers change of the open run's clips."""
        from ui.dialogs.sheet_answers import SheetAnswersDialog

        self._bench.memory.setValue(_FOLDER, str(file.parent))
        dialog = SheetAnswersDialog(self._bench.sheets, self._bench.review.run_id, file, self._window)
        dialog.clip_wanted.connect(self._bench.review.select)
        self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _on_applied(self, count: int) -> None:
        told = tr("Decisions on %n clips taken over", "", count)
        self._notice.tell("done", told, tr("Undo"), self._undo, _TOPIC)
