"""One finished file that can be published: ticked or not, and what became of it at each destination."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from core.schema.publication import Publication
from core.schema.run import OutputRecord
from ui import theme
from ui.controllers.export import FileFacts
from ui.publish.publication_lines import PublicationLines
from ui.widgets.basics import ElidedLabel, column, indent, label, row
from ui.widgets.timecode import file_size
from ui.wording import tr

_SHAPE_PX, _INDENT_PX = 40, 26


class PublishRow(QWidget):
    """Signals:
    changed(): It was ticked, or no more.
    """

    changed = Signal()

    def __init__(self, output: OutputRecord) -> None:
        super().__init__()
        self.setObjectName("publishRow")
        self.output = output
        self._box = QCheckBox()
        self._box.setObjectName("publishFile")
        self._box.setChecked(True)
        self._box.toggled.connect(lambda _checked: self.changed.emit())
        self._shape = label(output.aspect, "muted")
        theme.fix_width(self._shape, _SHAPE_PX)
        self._name = ElidedLabel("")
        self._size = label("", "small")
        self.lines = PublicationLines()
        indent(self.lines, _INDENT_PX)
        line = row(self._box, self._shape, self._name, self._size, spacing=8)
        line.setStretch(2, 1)
        whole = column(spacing=2)
        whole.setContentsMargins(4, 3, 4, 3)
        whole.addLayout(line)
        whole.addWidget(self.lines)
        self.setLayout(whole)

    def show_output(
        self, output: OutputRecord, facts: FileFacts | None, publications: Sequence[Publication]
    ) -> None:
        """Show a file, and what became of it."""
        self.output = output
        is_gone = facts is not None and facts.size_bytes is None
        size = facts.size_bytes if facts else None
        self._name.setText(output.files[0].name if output.files else "")
        self._size.setText(tr("Gone", "a file") if is_gone else file_size(size) if size is not None else "")
        # Looked at before, it may have been taken away since: whoever wants it all the same is told then.
        if is_gone and self._box.isEnabled():
            self._box.setChecked(False)
        self._box.setEnabled(not is_gone)
        self.lines.show_publications(publications)
        told = (output.aspect, self._name.text(), self._size.text(), self.lines.words())
        self._box.setAccessibleName(", ".join(part for part in told if part))

    def is_chosen(self) -> bool:
        """Whether it is to be published."""
        return self._box.isChecked()

    def choose(self, is_chosen: bool) -> None:
        """Tick it, or take the tick away; a file that is gone stays as it is."""
        if self._box.isEnabled():
            self._box.setChecked(is_chosen)
