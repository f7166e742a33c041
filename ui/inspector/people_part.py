"""Who is seen in the clip, each with a picture of the face, to be chosen and kept in the picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from ui.controllers.framing import Person
from ui.panel import Workbench
from ui.widgets.basics import clear, column, label
from ui.wording import QT_TR_NOOP, tr

_FACE_PX = 36
_MOST_PEOPLE = 6
# Who is seen for a smaller share of the time than this of who is seen longest passes by; a click in the preview
# chooses them all the same.
_LEAST_SHARE = 0.1
# A portrait shows so much around a face, in its widths.
_AROUND = 0.45


class PeoplePart(QWidget):
    """A list of people; up to two are chosen.

    Signals:
        chosen(list): The people that are chosen now, in the order in which they were.
    """

    chosen = Signal(list)

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._people: list[Person] = []
        self._chosen: list[int] = []
        self._of = ""
        self._buttons: dict[int, QPushButton] = {}
        self._rows = column(spacing=4)
        self._told = label("", "small", wraps=True)
        self._told.setObjectName("chosenPeople")
        layout = column(spacing=4)
        layout.addLayout(self._rows)
        layout.addWidget(self._told)
        self.setLayout(layout)

    def show_people(self, clip_id: str, people: list[Person], chosen: list[int]) -> None:
        """Show who can be chosen and who is."""
        most = max((person.sightings for person in people), default=0)
        people = [person for person in people if person.sightings >= _LEAST_SHARE * most][:_MOST_PEOPLE]
        if (clip_id, people) != (self._of, self._people):
            self._of, self._people = clip_id, people
            self._fill()
        self._chosen = [number for number in chosen if number in self._buttons]
        for number, made in self._buttons.items():
            made.setChecked(number in self._chosen)
        self._told.setText(self._words())

    def _words(self) -> str:
        names = {person.number: person.name for person in self._people}
        chosen = [names[number] for number in self._chosen]
        if not self._people:
            return tr("Nobody is seen in this clip.")
        if not chosen:
            return tr("Nobody is chosen: Shortlist decides who is shown.")
        if len(chosen) == 1:
            told = tr("Keeps to {name} where they are seen. Choose a second one for both.")
            return told.format(name=chosen[0])
        told = tr("{first} and {second}: in one frame where both fit, in that order in a split.")
        return told.format(first=chosen[0], second=chosen[1])

    def _fill(self) -> None:
        clear(self._rows)
        self._buttons = {}
        for person in self._people:
            made = QPushButton(person.name)
            made.setObjectName(f"person_{person.number}")
            made.setAccessibleName(tr("Keep to {name}").format(name=person.name))
            made.setCheckable(True)
            made.setProperty("person", True)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.setIconSize(QSize(_FACE_PX, _FACE_PX))
            made.setIcon(_nobody())
            made.clicked.connect(lambda _checked=False, number=person.number: self._on_clicked(number))
            self._buttons[person.number] = made
            self._rows.addWidget(made)
            self._bench.tasks.start(self._show_face(person, made, self._of), QT_TR_NOOP("Could not show a face."))

    def _on_clicked(self, number: int) -> None:
        chosen = [each for each in self._chosen if each != number]
        if number not in self._chosen:
            chosen = [*chosen, number][-2:]
        self.chosen.emit([person for each in chosen for person in self._people if person.number == each])

    async def _show_face(self, person: Person, into: QPushButton, clip_id: str) -> None:
        path = await self._bench.framing.still(person.best.at)
        size = self._bench.framing.size
        if path is None or size is None:
            return
        face = await self._bench.tasks.in_thread(portrait, path, person, size)
        if clip_id == self._of and self._buttons.get(person.number) is into:
            into.setIcon(QIcon(QPixmap.fromImage(face)))


def _nobody() -> QIcon:
    """Return what stands in the place of a face that is on its way."""
    picture = QPixmap(_FACE_PX, _FACE_PX)
    picture.fill(Qt.GlobalColor.transparent)
    return QIcon(picture)


def portrait(path: Path, person: Person, size: tuple[int, int]) -> QImage:
    """Return the face of a person, cut square out of a picture of the whole source."""
    image = QImage(str(path))
    scale, face = image.width() / size[0], person.best
    side = max(face.width, face.height) * (1 + 2 * _AROUND)
    left, top = face.x + face.width / 2 - side / 2, face.y + face.height / 2 - side / 2
    cut = image.copy(QRect(round(left * scale), round(top * scale), round(side * scale), round(side * scale)))
    room = QSize(2 * _FACE_PX, 2 * _FACE_PX)
    return cut.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
