"""What the window does about editing programs: opens the dialogs, and says what was taken over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.panel import Workbench
from ui.widgets.notice import Notice
from ui.wording import file_kinds, tr

if TYPE_CHECKING:
    from ui.dialogs.hand_off import HandOffDialog
    from ui.dialogs.read_back import ReadBackDialog

_TOPIC = "hand off"


class HandOffDesk(QObject):
    """Stands between hand-offs and the user; `undo` takes the last step back."""

    def __init__(self, window: QWidget, bench: Workbench, notice: Notice, undo: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._bench = bench
        self._notice = notice
        self._undo = undo
        bench.hand_off.applied.connect(self._on_applied)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what its commands do."""
        return {"hand_off": self.open, "read_back": self.choose_file}

    def enable(self, actions: Mapping[str, QAction]) -> None:
        """Enable the commands where the open run has clips."""
        for name in ("hand_off", "read_back"):
            actions[name].setEnabled(bool(self._bench.review.clips))

    def open(self) -> None:
        """Show the dialog that hands clips of the open run over."""
        from ui.dialogs.hand_off import HandOffDialog

        if not self._bench.review.run_id or self._window.findChild(HandOffDialog) is not None:
            return
        self._show(HandOffDialog(self._bench, self._window))

    def choose_file(self) -> None:
        """Ask for a file that came back, then show what it changes."""
        if not self._bench.review.run_id:
            return
        folder = str(self._bench.memory.value("readback_folder", str(Path.home())))
        chooser = QFileDialog(self._window, tr("Read changes back"), folder)
        chooser.setObjectName("readBackChooser")
        patterns = " ".join(f"*{kind.suffix}" for kind in self._bench.hand_off.kinds())
        chooser.setNameFilter(file_kinds((tr("Timelines and lists"), patterns), (tr("All files"), "*")))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(lambda name: self.compare(Path(name)))
        chooser.open()

    def compare(self, file: Path) -> None:
        """Show what a file changes of the open run's clips."""
        from ui.dialogs.read_back import ReadBackDialog

        self._bench.memory.setValue("readback_folder", str(file.parent))
        dialog = ReadBackDialog(self._bench.hand_off, self._bench.review.run_id, file, self._window)
        dialog.clip_wanted.connect(self._bench.review.select)
        self._show(dialog)

    def _show(self, dialog: HandOffDialog | ReadBackDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _on_applied(self, count: int) -> None:
        if count:
            told = tr("Changes of %n clips taken over", "", count)
            self._notice.tell("done", told, tr("Undo"), self._undo, _TOPIC)
        else:
            told = tr("The clips were changed here since the file was read. Nothing was taken over.")
            self._notice.tell("warning", told, topic=_TOPIC)
