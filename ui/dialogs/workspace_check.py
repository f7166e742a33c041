"""What was found wrong in a workspace, with what mending it does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.schema.workspace import WorkspaceFinding
from ui.widgets.basics import button, column, label, listed, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.wording import told, tr


class WorkspaceCheckDialog(Dialog):
    """Lists findings.

    Signals:
        mend_wanted(): What can be mended shall be.
    """

    mend_wanted = Signal()

    def __init__(self, name: str, findings: Sequence[WorkspaceFinding], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workspaceCheck")
        self.setWindowTitle(tr("Check of “{name}”").format(name=name))
        grave = [finding for finding in findings if not finding.is_harmless]
        head = tr("The workspace is sound.") if not grave else tr("%n things are damaged.", "", len(grave))
        heading = label(head, "heading", wraps=True)
        heading.setObjectName("checkHead")
        inside = column(spacing=14)
        for finding in findings:
            inside.addLayout(_told(finding))
        inside.addStretch(1)
        body = QWidget()
        body.setLayout(inside)
        area = listed(body)
        area.setAccessibleName(tr("Findings"))
        area.setVisible(bool(findings))
        mend = button(tr("Mend"), self._on_mend, is_primary=True)
        mend.setObjectName("mendWorkspace")
        mend.setVisible(any(finding.fix for finding in findings))
        layout = column(heading, area, spacing=14)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(row(None, button(tr("Close"), self.reject), mend))
        self.setLayout(layout)
        self.resize(620, 420 if findings else 120)

    def _on_mend(self) -> None:
        self.mend_wanted.emit()
        self.accept()


def _told(finding: WorkspaceFinding) -> QVBoxLayout:
    place = label(finding.place, "small", wraps=True)
    place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made = column(label(told(finding.found), "" if finding.is_harmless else "error", wraps=True), place, spacing=2)
    if finding.fix:
        made.addWidget(label(f"→ {told(finding.fix)}", "muted", wraps=True))
    return made
