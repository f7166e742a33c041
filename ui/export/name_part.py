"""How the files of an export are called: a template, and what it makes of the first clip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.basics import ElidedLabel, column, restyle
from ui.wording import tr

USUAL = "{index:02d} {title} {aspect}"


class NamePart(QWidget):
    """Signals:
    changed(): Another template is written.
    """

    changed = Signal()

    def __init__(self, memory: QSettings) -> None:
        super().__init__()
        self._memory = memory
        self._field = QLineEdit(str(memory.value("export_name", USUAL)))
        self._field.setObjectName("exportName")
        self._field.setAccessibleName(tr("How files are called"))
        self._field.setPlaceholderText(USUAL)
        fields = "{index} {title} {aspect} {run} {clip}"
        self._field.setToolTip(tr("Fields: {fields}. {{index:02d}} counts 01, 02, …").format(fields=fields))
        self._field.textChanged.connect(lambda _text: self.changed.emit())
        self._example = ElidedLabel("", "small")
        self._example.setObjectName("exportExample")
        self._is_good = True
        self.setLayout(column(self._field, self._example, spacing=4))
        self.setFocusProxy(self._field)

    def template(self) -> str:
        """Return the template; the usual one where nothing is written."""
        return self._field.text().strip()

    def is_good(self) -> bool:
        """Whether the template can be used."""
        return self._is_good

    def show_example(self, example: Callable[[str], tuple[str, str]]) -> None:
        """Show what the template makes, by a function that gives a name, or why there is none."""
        name, problem = example(self.template())
        self._is_good = not problem
        self._example.setText(problem or name)
        restyle(self._example, "role", "error" if problem else "small")

    def remember(self) -> None:
        """Keep the template for the next time."""
        self._memory.setValue("export_name", self.template() or USUAL)
