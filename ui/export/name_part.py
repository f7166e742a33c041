"""How the files of an export are called: a usual pattern or one's own, and what it makes of the first clip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.basics import column, label, restyle
from ui.widgets.chooser import Chooser
from ui.wording import QT_TR_NOOP, tr

USUAL = "{index:02d} {title} {aspect}"
_PATTERNS = (
    (USUAL, QT_TR_NOOP("Number, title, shape")),
    ("{title} {aspect}", QT_TR_NOOP("Title, shape")),
    ("{run} {index:02d} {title} {aspect}", QT_TR_NOOP("Video, number, title, shape")),
    ("{run} {index:02d} {aspect}", QT_TR_NOOP("Video, number, shape")),
)
_OWN = ""


class NamePart(QWidget):
    """Signals:
    changed(): Another template is written.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._field = QLineEdit(USUAL)
        self._field.setObjectName("exportName")
        self._field.setAccessibleName(tr("How files are called"))
        self._field.setPlaceholderText(USUAL)
        fields = "{index} {title} {aspect} {preset} {run} {clip}"
        told = tr("Fields: {fields}. {{index:02d}} counts 01, 02, …").format(fields=fields)
        self._fields = label(told, "small", wraps=True)
        self._pattern = Chooser()
        self._pattern.setObjectName("exportPattern")
        self._pattern.setAccessibleName(tr("How files are called"))
        for template, title in _PATTERNS:
            self._pattern.addItem(tr(title), template)
        self._pattern.addItem(tr("A pattern of your own…"), _OWN)
        self._pattern.activated.connect(lambda _place: self._on_chosen())
        self._field.textChanged.connect(lambda _text: self._on_written())
        self._example = label("", "small", wraps=True)
        # No name of one long word makes the dialog wider.
        self._example.setMinimumWidth(1)
        self._example.setObjectName("exportExample")
        self._is_good = True
        self.setLayout(column(self._pattern, self._field, self._fields, self._example, spacing=4))
        self.setFocusProxy(self._pattern)
        self._show_pattern(self._pattern.findData(self.template() or USUAL))

    def _show_pattern(self, place: int) -> None:
        """Show one of the patterns as chosen; the last, and what is none of them, is written by hand."""
        self._pattern.setCurrentIndex(place if place >= 0 else self._pattern.count() - 1)
        is_own = self._pattern.currentData() == _OWN
        self._field.setVisible(is_own)
        self._fields.setVisible(is_own)

    def _on_chosen(self) -> None:
        template = str(self._pattern.currentData())
        if template != _OWN:
            self._field.setText(template)
        self._show_pattern(self._pattern.currentIndex())
        if template == _OWN:
            self._field.setFocus()

    def _on_written(self) -> None:
        if self._pattern.currentData() not in (_OWN, self.template()):
            self._show_pattern(self._pattern.findData(self.template()))
        self.changed.emit()

    def show_template(self, template: str) -> None:
        """Show a template; the usual one where it is empty."""
        self._field.setText(template or USUAL)
        self._show_pattern(self._pattern.findData(self.template()))

    def show_remembered(self, memory: QSettings) -> None:
        """Show what was chosen for the last export."""
        self.show_template(str(memory.value("export_name", USUAL)))

    def own_template(self) -> str:
        """Return the template where it is not the usual one."""
        return "" if self.template() == USUAL else self.template()

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
        self._example.setToolTip(problem or name)
        restyle(self._example, "role", "error" if problem else "small")

    def remember(self, memory: QSettings) -> None:
        """Keep the template for the next time."""
        memory.setValue("export_name", self.template() or USUAL)
