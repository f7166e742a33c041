"""After a crash: what happened, that nothing is lost, the report, and the way back to where the user was."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.widgets.basics import button, column, label, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.wording import QT_TR_NOOP, tr

_ABOUT = QT_TR_NOOP(
    "Everything that you did is kept as you do it, and work that was cut off goes on by itself. A report was "
    "written. It says where in the program it happened, and holds no file names, titles or words of yours. "
    "Nothing is sent."
)


class ReportDialog(Dialog):
    """A report as text, to be read, copied or found in its folder."""

    def __init__(self, report: str, file: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportDialog")
        self.setWindowTitle(tr("Report"))
        self._report = report
        self._file = file
        text = QPlainTextEdit(report)
        text.setObjectName("reportText")
        text.setAccessibleName(tr("Report"))
        text.setReadOnly(True)
        about = label(tr("Send it to whoever mends Shortlist. It holds nothing private."), "muted", wraps=True)
        self._copy = button(tr("Copy"), self._on_copy, "copy", is_primary=True)
        self._copy.setObjectName("copyReport")
        show = button(tr("Show in folder"), self._on_show, "folder")
        show.setEnabled(file is not None)
        layout = column(about, text, spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setStretch(1, 1)
        layout.addLayout(row(show, None, button(tr("Close"), self.reject), self._copy))
        self.setLayout(layout)
        self.resize(680, 440)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText(tr("Copied"))

    def _on_show(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))


class CrashDialog(Dialog):
    """Signals:
    reopened(): The user wants to go back to where they were.
    """

    reopened = Signal()

    def __init__(self, name: str, report: str, file: Path | None, parent: QWidget | None = None) -> None:
        """`name` is the run that was open, empty where none was or it is gone."""
        super().__init__(parent)
        self.setObjectName("crashDialog")
        self.setWindowTitle("Shortlist")
        self._report = (report, file)
        head = label(tr("Shortlist did not come to a proper end last time"), "heading", wraps=True)
        asked = label(tr("“{name}” was open. Go on where you were?").format(name=name), wraps=True)
        asked.setObjectName("crashAsked")
        asked.setVisible(bool(name))
        shown = button(tr("Show the report"), self._on_show)
        shown.setObjectName("crashReport")
        back = button(tr("Go on there") if name else tr("Go on"), self._on_reopen, is_primary=True)
        back.setObjectName("crashReopen")
        back.setDefault(True)
        leave = button(tr("Start page"), self.reject)
        leave.setObjectName("crashLeave")
        leave.setVisible(bool(name))
        layout = column(head, label(tr(_ABOUT), "muted", wraps=True), asked, spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addSpacing(4)
        layout.addLayout(row(shown, None, leave, back))
        self.setLayout(layout)
        self.setFixedWidth(520)

    def _on_reopen(self) -> None:
        self.reopened.emit()
        self.accept()

    def _on_show(self) -> None:
        ReportDialog(*self._report, self).open()
