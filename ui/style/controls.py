"""The control of one field of a style: its title, the widget for its kind, and a way back to what it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from ui import theme
from ui.controllers.styling import StyleController
from ui.style.choices import ChoiceList, FamilyChooser, Marks, PictureField
from ui.style.colour_list import ColourList
from ui.style.fields import Field
from ui.theme import SPACE_TIGHT_PX
from ui.widgets.basics import column, icon_button, label, restyle, row
from ui.widgets.colour_field import ColourField
from ui.widgets.fields import CalmSpinBox, CommitField
from ui.widgets.slide_field import SlideField
from ui.wording import tr

_TITLE_PX, _WHOLE_PX = 100, 84
# What a list beside its title has for words.
_BESIDE_TITLE_PX = 100
# Kinds whose widgets take the whole width, below their title.
_WIDE = ("marks", "family", "picture", "sound")
# What is typed into these needs to be explained, in more words than a field has room for.
_EXPLAINED = ("words", "families")


def _is_long(widget: QWidget) -> bool:
    """Whether what a list shows does not fit beside its title."""
    if not isinstance(widget, QComboBox):
        return False
    return theme.widest(widget.itemText(place) for place in range(widget.count())) > _BESIDE_TITLE_PX


class Control(QWidget):
    """One row: title, widget, reset. It shows what the draft says and asks the controller for changes."""

    def __init__(self, field: Field, styling: StyleController) -> None:
        super().__init__()
        self.field = field
        self._title, self._hint = tr(field.title), tr(field.hint)
        self._styling = styling
        self.setObjectName(f"control_{field.part}_{field.name}")
        self._show: Callable[[Any], None] = lambda _value: None
        self._reset = icon_button("undo", tr("Reset “{field}”").format(field=self._title), self._on_reset)
        self._reset.setProperty("tiny", True)
        self._reset.setIconSize(QSize(14, 14))
        self._reset.setObjectName(f"reset_{field.part}_{field.name}")
        policy = self._reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(policy)
        self._switch: QCheckBox | None = None
        self.widget = self._make()
        self._is_wide = field.kind in _WIDE or _is_long(self.widget)
        self._note = label("", "small", wraps=True)
        self._note.hide()
        self._build()

    def _build(self) -> None:
        line = row(spacing=6)
        if self.field.kind == "flag":
            line.addWidget(self.widget, 1)
        elif self._is_wide:
            line.addWidget(self._lead())
            line.addStretch(1)
        else:
            line.addWidget(self._lead())
            line.addWidget(self.widget, 0 if self.field.kind == "whole" else 1)
            if self.field.kind == "whole":
                line.addStretch(1)
        line.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignTop)
        layout = column(spacing=0)
        layout.addLayout(line)
        if self._is_wide:
            layout.addWidget(self.widget)
        if self.field.kind in _EXPLAINED:
            layout.addWidget(label(self._hint, "small", wraps=True))
        layout.addWidget(self._note)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        if self._hint:
            self.widget.setToolTip(self._hint)

    def _lead(self) -> QWidget:
        if self.field.optional:
            self._switch = QCheckBox(self._title)
            self._switch.setObjectName(f"has_{self.field.part}_{self.field.name}")
            self._switch.clicked.connect(self._on_switched)
            theme.fix_width(self._switch, _TITLE_PX)
            return self._switch
        title = QLabel(self._title)
        title.setProperty("role", "muted")
        title.setToolTip(self._hint)
        if not self._is_wide:
            title.setWordWrap(True)
            theme.fix_width(title, _TITLE_PX)
        title.setBuddy(self.widget)
        return title

    # What is shown

    def show_draft(self) -> None:
        """Show what the draft says in the aspect that changes are for."""
        value = self._styling.value(self.field.part, self.field.name)
        if self._switch is not None:
            self._switch.setChecked(value is not None)
            self.widget.setEnabled(value is not None)
        if value is not None:
            self._show(value)
        is_other = value != self._styling.original(self.field.part, self.field.name)
        self._reset.setVisible(is_other)
        self._show_aspects()
        if self.field.needs:
            self.setEnabled(bool(self._styling.value(self.field.part, self.field.needs)))

    def _show_aspects(self) -> None:
        """Say in which aspects the field has a value of its own."""
        differing = self._styling.differing(self.field.part, self.field.name)
        aspect = self._styling.aspect
        told = ""
        if aspect in differing:
            told = tr("Only in {aspect}").format(aspect=aspect)
        elif differing and aspect is None:
            told = tr("Different in {shapes}").format(shapes=", ".join(differing))
        self._note.setText(told)
        self._note.setVisible(bool(told))
        restyle(self._note, "role", "caution" if told else "small")

    # What the user wants

    def _change(self, value: Any, is_dragged: bool = False) -> None:
        field = self.field
        self._styling.change(field.part, field.name, value, field.title, is_dragged)

    def _on_reset(self) -> None:
        field, aspect = self.field, self._styling.aspect
        if aspect in self._styling.differing(field.part, field.name) and aspect is not None:
            self._styling.same_everywhere(field.part, field.name, aspect, field.title)
        else:
            self._styling.reset(field.part, field.name, field.title)

    def _on_switched(self, is_wanted: bool) -> None:
        was = self._styling.original(self.field.part, self.field.name)
        self._change((was or self._kept_colour()) if is_wanted else None)

    def _kept_colour(self) -> str:
        assert isinstance(self.widget, ColourField)
        return self.widget.colour()

    # The widget of each kind

    def _make(self) -> QWidget:
        makers: dict[str, Callable[[], QWidget]] = {
            "number": self._number,
            "whole": self._whole,
            "colour": self._colour,
            "flag": self._flag,
            "choice": self._choice,
            "animation": self._choice,
            "marks": self._marks,
            "text": self._text,
            "words": self._words,
            "families": self._words,
            "colours": self._colours,
            "family": self._family,
            "picture": self._file,
            "sound": self._file,
        }
        made = makers[self.field.kind]()
        made.setObjectName(f"{self.field.part}_{self.field.name}")
        return made

    def _number(self) -> QWidget:
        field = self.field
        made = SlideField(self._title, field.least, field.most, field.step, field.unit)
        made.moved.connect(lambda value, is_held: self._change(round(value / field.factor, 3), is_held))
        made.released.connect(self._styling.end_drag)
        self._show = lambda value: made.show_value(value * field.factor)
        return made

    def _whole(self) -> QWidget:
        made = CalmSpinBox()
        made.setRange(int(self.field.least), int(self.field.most))
        made.setAccessibleName(self._title)
        theme.fix_width(made, _WHOLE_PX)
        made.valueChanged.connect(self._change)
        self._show = made.show_value
        return made

    def _colour(self) -> QWidget:
        made = ColourField(self._title, self._styling.colours)
        made.moved.connect(self._change)
        made.released.connect(self._styling.end_drag)
        self._show = made.show_colour
        return made

    def _flag(self) -> QWidget:
        made = QCheckBox(self._title)
        made.clicked.connect(lambda is_on: self._change(is_on))
        self._show = made.setChecked
        return made

    def _choice(self) -> QWidget:
        made = ChoiceList(self.field)
        made.picked.connect(self._change)
        self._show = made.show_value
        return made

    def _marks(self) -> QWidget:
        made = Marks(self.field.choices)
        made.picked.connect(self._change)
        self._show = made.show_value
        return made

    def _text(self) -> QWidget:
        made = CommitField(self._title)
        made.setMaxLength(120)
        made.committed.connect(self._change)
        self._show = made.show_text
        return made

    def _words(self) -> QWidget:
        made = CommitField(self._title)
        made.committed.connect(lambda text: self._change(_listed(text)))
        self._show = lambda value: made.show_text(", ".join(value))
        return made

    def _colours(self) -> QWidget:
        made = ColourList(self._title, self._styling.colours)
        made.moved.connect(self._change)
        made.released.connect(self._styling.end_drag)
        self._show = made.show_value
        return made

    def _family(self) -> QWidget:
        made = FamilyChooser(self._styling)
        made.picked.connect(self._change)
        self._show = made.show_value
        return made

    def _file(self) -> QWidget:
        made = PictureField(self.field, self._styling)
        self._show = made.show_value
        return made


class Controls(QWidget):
    """The controls of a section, one below the other."""

    def __init__(self, fields: tuple[Field, ...], note: str, styling: StyleController) -> None:
        super().__init__()
        self.controls = tuple(Control(field, styling) for field in fields)
        layout = column(*self.controls, spacing=SPACE_TIGHT_PX)
        layout.setContentsMargins(4, 0, 0, 8)
        if note:
            layout.insertWidget(0, label(tr(note), "small", wraps=True))
        self.setLayout(layout)
        self.show_draft()

    def show_draft(self) -> None:
        """Show what the draft says."""
        for control in self.controls:
            control.show_draft()


def _listed(text: str) -> tuple[str, ...]:
    """Return what stands between commas, each once."""
    return tuple(dict.fromkeys(part for each in text.split(",") if (part := " ".join(each.split()))))
