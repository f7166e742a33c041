"""What is uneven in a dialog: margins, heights of fields, a button that decides nothing in the colour of one."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QWidget,
)

from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.form import Form

_FIELDS = (QComboBox, QAbstractSpinBox, QLineEdit)


def uneven(dialog: QWidget) -> list[str]:
    """Return what is uneven in a dialog as it is shown."""
    found = _margins(dialog) + _heights(dialog) + [each for form in _forms(dialog) for each in hanging(form)]
    closing = [each for each in dialog.findChildren(QPushButton) if each.text() == "Close"]
    return found + ["Close stands out" for each in closing if each.property("primary")]


def _margins(dialog: QWidget) -> list[str]:
    layout = dialog.layout()
    if not isinstance(dialog, Dialog) or layout is None:
        return []
    pages = [layout]
    if isinstance(layout, QStackedLayout):
        held = [layout.widget(place) for place in range(layout.count())]
        pages = [page for each in held if each is not None and (page := each.layout()) is not None]
    margins = [page.contentsMargins() for page in pages]
    return [f"margins are {each}" for each in margins if each != DIALOG_MARGINS]


def _heights(dialog: QWidget) -> list[str]:
    usual = QPushButton("Usual", dialog)
    usual.ensurePolished()
    height = usual.sizeHint().height()
    usual.setParent(None)
    usual.deleteLater()
    fields = [each for each in dialog.findChildren(QWidget) if isinstance(each, _FIELDS) and _is_whole(each)]
    told = [f"{type(each).__name__} {each.objectName()} is {each.height()} high" for each in fields]
    return [words for each, words in zip(fields, told, strict=True) if each.height() != height]


def _is_whole(field: QWidget) -> bool:
    is_part = isinstance(field.parentWidget(), _FIELDS)
    return field.isVisible() and not is_part


def _forms(dialog: QWidget) -> list[Form]:
    return [form for form in dialog.findChildren(QLayout) if isinstance(form, Form)]


def hanging(form: Form) -> list[str]:
    """Return titles of a form that are not on the line of their field."""
    found = []
    for title in form.titles:
        field = title.buddy()
        if isinstance(field, (*_FIELDS, QCheckBox)) and field.isVisible():
            apart = abs(_middle(title) - _middle(field))
            found += [f"“{title.text()}” is {apart} px beside the line of its field"] if apart > 0.5 else []
    return found


def _middle(widget: QWidget | QLabel) -> float:
    return widget.geometry().top() + widget.height() / 2
