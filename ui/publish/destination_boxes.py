"""To which destinations: a box to tick each, remembered for the next time, and a way to add one."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.controllers.destinations import DestinationController, kind_words, place_words
from ui.controllers.publishing import PublishController
from ui.widgets.basics import button, column, label, row
from ui.wording import tr


class DestinationBoxes(QWidget):
    """The boxes; `chosen` are ticked at first, where it is None those of the last time.

    `key` is the name under which the choice is remembered.

    Signals:
        changed(): Something else is chosen, or can be.
    """

    changed = Signal()

    def __init__(
        self,
        destinations: DestinationController,
        publishing: PublishController,
        memory: QSettings,
        key: str,
        chosen: Collection[str] | None = None,
    ) -> None:
        super().__init__()
        self._destinations = destinations
        self._publishing = publishing
        self._memory = memory
        self._key = key
        remembered = str(memory.value(key, "")).split(",")
        self._wanted = set(remembered if chosen is None else chosen) - {""}
        self._boxes: dict[str, QCheckBox] = {}
        self._list = column(spacing=4)
        self._empty = label(tr("No destination yet."), "muted", wraps=True)
        self._empty.setObjectName("noDestination")
        self._manage = button("", self._on_manage)
        self._manage.setObjectName("manageDestinations")
        layout = column(self._empty, spacing=8)
        layout.addLayout(self._list)
        layout.addLayout(row(self._manage, None))
        self.setLayout(layout)
        destinations.changed.connect(self._show)
        self._show()

    def chosen(self) -> tuple[str, ...]:
        """Return the names of the destinations that are ticked."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def remember(self) -> None:
        """Keep the choice for the next time."""
        self._memory.setValue(self._key, ",".join(self.chosen()))

    def _show(self) -> None:
        known = {each.name: each for each in self._destinations.in_use()}
        for name in [name for name in self._boxes if name not in known]:
            gone = self._boxes.pop(name)
            gone.hide()
            gone.deleteLater()
        for place, (name, destination) in enumerate(known.items()):
            if name not in self._boxes:
                self._boxes[name] = self._make_box(name)
                self._list.insertWidget(place, self._boxes[name])
            told = f"{kind_words(destination)} · {place_words(destination)}"
            self._boxes[name].setToolTip(told)
            self._boxes[name].setAccessibleDescription(told)
        self._empty.setVisible(not known)
        self._manage.setText(tr("Destinations…") if known else tr("Add a destination…"))
        self.changed.emit()

    def _make_box(self, name: str) -> QCheckBox:
        made = QCheckBox(name)
        made.setObjectName(f"publishTo_{name}")
        made.setChecked(name in self._wanted)
        made.toggled.connect(lambda _checked: self.changed.emit())
        return made

    def _on_manage(self) -> None:
        from ui.publish.destination_list import DestinationsDialog

        dialog = DestinationsDialog(self._destinations, self._publishing, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
