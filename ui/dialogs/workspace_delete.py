"""The last question before a workspace is deleted: what goes, what stays, and its name as the answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from core.schema.workspace import KnownWorkspace
from ui.widgets.basics import button, column, label, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.timecode import file_size
from ui.wording import tr

_WIDTH_PX = 560


class WorkspaceDeleteDialog(Dialog):
    """Asks for the workspace's name.

    Signals:
        confirmed(bool): It shall be deleted; whether finished files in its folder stay.
    """

    confirmed = Signal(bool)

    def __init__(self, known: KnownWorkspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workspaceDelete")
        self.setWindowTitle(tr("Delete workspace"))
        self._wanted = known.name
        self._keeps = QCheckBox(tr("Keep the finished files in its folder"))
        self._keeps.setObjectName("keepExports")
        self._keeps.setVisible(known.figures.exported_bytes > 0)
        self._name = QLineEdit()
        self._name.setObjectName("deleteName")
        asked = tr("To delete it, type its name: {name}").format(name=known.name)
        self._name.setAccessibleName(asked)
        self._delete = button(tr("Delete for good"), self._on_delete, "trash", is_primary=True)
        self._delete.setObjectName("deleteForGood")
        self._delete.setEnabled(False)
        heading = tr("Delete “{name}” with everything in it?").format(name=known.name)
        layout = column(label(heading, "heading", wraps=True), label(str(known.folder), "small", wraps=True))
        layout.setContentsMargins(DIALOG_MARGINS)
        for title, lines in ((tr("What goes"), _goes(known)), (tr("What stays"), _stays(known))):
            layout.addWidget(label(title, "section"))
            layout.addWidget(label("\n".join(f"•  {line}" for line in lines), wraps=True))
        layout.addWidget(self._keeps)
        layout.addSpacing(4)
        layout.addWidget(label(asked, "muted", wraps=True))
        layout.addWidget(self._name)
        layout.addWidget(label(tr("This can't be undone."), "warning"))
        layout.addLayout(row(None, button(tr("Cancel"), self.reject), self._delete))
        self.setLayout(layout)
        self.setMinimumWidth(_WIDTH_PX)
        self._name.textChanged.connect(lambda text: self._delete.setEnabled(text.strip() == self._wanted))

    def _on_delete(self) -> None:
        self.confirmed.emit(self._keeps.isChecked())
        self.accept()


def _goes(known: KnownWorkspace) -> list[str]:
    figures = known.figures
    runs, clips = tr("%n runs", "", figures.runs), tr("%n clips", "", figures.clips)
    goes = [
        tr("{runs} and {clips}, with every decision and its undo").format(runs=runs, clips=clips),
        tr("{size} of transcripts, intermediate results, styles and recipes").format(
            size=file_size(figures.bytes)
        ),
        tr("Its settings, and its keys for services and destinations"),
    ]
    if figures.exported_bytes:
        goes.append(tr("{size} of finished files in its folder").format(size=file_size(figures.exported_bytes)))
    return goes


def _stays(known: KnownWorkspace) -> list[str]:
    stays = [tr("Your source videos, and whatever else lies in the folder")]
    stays += [tr("Finished files in {folder}").format(folder=place) for place in known.figures.elsewhere[:5]]
    return stays
