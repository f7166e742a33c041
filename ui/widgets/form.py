"""Fields one below the other, each with its title before it, on one line with what is typed there."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLayout, QSizePolicy, QWidget

from ui.theme import SPACE_PX
from ui.widgets.basics import label

_BEFORE_FIELDS_PX = 16


class Form(QFormLayout):
    """A form as all of the window's are, of titles and their fields; further ones are added by `add`.

    A title is as high as a field of one line, and stands beside the first one where a field has several: Qt's own
    titles hang by some pixels.
    """

    def __init__(self, *rows: tuple[str, QWidget | QLayout]) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(_BEFORE_FIELDS_PX)
        self.setVerticalSpacing(SPACE_PX)
        self._titles: list[QLabel] = []
        for title, field in rows:
            self.add(title, field)

    def add(self, title: str, field: QWidget | QLayout) -> QLabel:
        """Add a field below the others; what has no accessible name yet is called by its title."""
        name = label(title)
        name.setProperty("names", True)
        # Qt's own would begin a little after the words above and below.
        name.setIndent(0)
        name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if isinstance(field, QWidget):
            if not field.accessibleName():
                field.setAccessibleName(title)
            name.setBuddy(field)
            # Of less height than its title, a box would hang above its words.
            field.setProperty("named", isinstance(field, QCheckBox))
            self.addRow(name, field)
        else:
            self.addRow(name, field)
        self._titles.append(name)
        return name

    @property
    def titles(self) -> tuple[QLabel, ...]:
        """What stands before the fields."""
        return tuple(self._titles)


def begin_alike(*forms: Form) -> None:
    """Let the fields of some forms begin below each other."""
    titles = [title for form in forms for title in form.titles]
    widest = max(title.sizeHint().width() for title in titles)
    for title in titles:
        title.setMinimumWidth(widest)
