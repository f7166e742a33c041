"""Controls that choose: one of a list, several marks, a font family, a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QToolButton, QWidget

from core.resources import resource
from ui.controllers.styling import StyleController
from ui.preview.specimens import animation_names
from ui.style.fields import ANIMATION_TITLES, Field
from ui.widgets.basics import column, label, row
from ui.widgets.chooser import Chooser
from ui.widgets.file_field import FileField, FileWords
from ui.wording import QT_TR_NOOP, tr

_PICTURES = QT_TR_NOOP("Pictures (*.png *.jpg *.jpeg *.webp)")
_ADD = "add"
_SOUNDS = QT_TR_NOOP("Sound (*.mp3 *.m4a *.wav *.flac *.ogg *.opus *.aac)")


class ChoiceList(Chooser):
    """One of several values.

    Signals:
        picked(object): The user wants another one.
    """

    picked = Signal(object)

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.setAccessibleName(tr(field.title))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(60)
        self._is_number = field.name == "font_weight"
        choices = field.choices
        if field.kind == "animation":
            choices = tuple((name, ANIMATION_TITLES.get(name, name)) for name in animation_names())
        for value, title in choices:
            self.addItem(tr(title), value)
        self.activated.connect(lambda _place: self.picked.emit(self._value()))

    def show_value(self, value: object) -> None:
        """Show a value; one that is not in the list is put there."""
        place = self.findData(str(value))
        if place < 0:
            self.addItem(str(value), str(value))
            place = self.count() - 1
        self.setCurrentIndex(place)

    def _value(self) -> object:
        return int(self.currentData()) if self._is_number else self.currentData()


class Marks(QWidget):
    """Several of a few, each a button that stays down.

    Signals:
        picked(object): The values that are wanted now.
    """

    picked = Signal(object)

    def __init__(self, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._buttons: dict[str, QToolButton] = {}
        layout = row(spacing=4)
        for value, title in choices:
            made = QToolButton()
            made.setText(tr(title))
            made.setCheckable(True)
            made.setProperty("choice", True)
            made.setObjectName(f"mark_{value}")
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            made.setMinimumWidth(1)
            made.clicked.connect(lambda _checked=False: self.picked.emit(self._value()))
            self._buttons[value] = made
            layout.addWidget(made)
        self.setLayout(layout)

    def show_value(self, value: Sequence[str]) -> None:
        """Show which are wanted."""
        for name, made in self._buttons.items():
            made.setChecked(name in value)

    def _value(self) -> tuple[str, ...]:
        return tuple(name for name, made in self._buttons.items() if made.isChecked())


class FamilyChooser(QWidget):
    """A font family, and what may be done with it.

    Signals:
        picked(object): The families that are wanted now: the chosen one first, then those it falls back on.
    """

    picked = Signal(object)

    def __init__(self, styling: StyleController) -> None:
        super().__init__()
        self._styling = styling
        self._list = Chooser()
        self._list.setObjectName("fontFamily")
        self._list.setAccessibleName(tr("Font"))
        self._list.setMaxVisibleItems(16)
        self._list.setMinimumWidth(60)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._note = label("", "small", wraps=True)
        self._note.setObjectName("fontNote")
        self._families: tuple[str, ...] = ()
        self._noted: tuple[str, ...] = ()
        self.setLayout(column(self._list, self._note, spacing=2))
        bundled = _bundled_families()
        self._list.addItem(tr("Add a font file…"), _ADD)
        self._list.insertSeparator(1)
        for name in bundled:
            self._list.addItem(name, name)
        self._list.insertSeparator(self._list.count())
        for name in QFontDatabase.families():
            if name not in bundled and not QFontDatabase.isPrivateFamily(name):
                self._list.addItem(name, name)
        self._list.activated.connect(lambda _place: self._on_chosen())

    def show_value(self, families: Sequence[str]) -> None:
        """Show the families of a style."""
        self._families = tuple(families)
        name = self._families[0]
        place = self._list.findData(name)
        if place < 0:
            place = 2
            self._list.insertItem(place, name, name)
        self._list.setCurrentIndex(place)
        if self._families != self._noted:
            self._noted = self._families
            self._styling.tell_fonts(self._families, self._show_note)

    def _show_note(self, words: Sequence[str]) -> None:
        self._note.setText(f"{'. '.join(words)}." if words else "")

    def _on_chosen(self) -> None:
        chosen = str(self._list.currentData())
        if chosen == _ADD:
            self.show_value(self._families)
            self._choose_file()
        elif chosen != self._families[0]:
            self.picked.emit((chosen, *(each for each in self._families[1:] if each != chosen)))

    def _choose_file(self) -> None:
        chooser = QFileDialog(self, tr("Add a font"), "", tr("Fonts (*.ttf *.otf)"))
        chooser.setObjectName("fontFile")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.add_file)
        chooser.open()

    def add_file(self, name: str) -> None:
        """Put a font into the draft and use it; what it lacks is taken from those that were used so far."""
        families = _families_of(Path(name))
        if families:
            self._styling.take_font(Path(name), families[0])
        else:
            self._styling.refused.emit(
                tr("{name} can't be used as a font. Choose a .ttf or .otf file.").format(name=Path(name).name)
            )


def _bundled_families() -> tuple[str, ...]:
    """Return the families of the fonts that come with the program."""
    found: set[str] = set()
    for file in sorted(resource("fonts").rglob("*.[ot]t[fc]")):
        found |= set(_families_of(file))
    return tuple(sorted(found))


_KNOWN: dict[Path, tuple[str, ...]] = {}


def _families_of(file: Path) -> tuple[str, ...]:
    if file not in _KNOWN:
        number = QFontDatabase.addApplicationFont(str(file))
        _KNOWN[file] = tuple(QFontDatabase.applicationFontFamilies(number)) if number >= 0 else ()
    return _KNOWN[file]


class PictureField(FileField):
    """A file of the package: a picture or a sound, copied into the draft."""

    def __init__(self, field: Field, styling: StyleController) -> None:
        name = f"{field.part}_{field.name}"
        is_sound = field.kind == "sound"
        sound = FileWords(tr("No sound"), tr("Choose a sound"), tr("Remove the sound"))
        picture = FileWords(tr("No picture"), tr("Choose a picture"), tr("Remove the picture"))
        super().__init__(name, sound if is_sound else picture, tr(_SOUNDS if is_sound else _PICTURES))
        self._field = field
        self._styling = styling
        self.chosen.connect(lambda path: styling.take_file(field.part, field.name, Path(path), field.title))
        self.removed.connect(lambda: styling.change(field.part, field.name, "", field.title))

    def show_value(self, value: str) -> None:
        """Show which file is used."""
        self.show_file(value.rpartition("/")[2])
