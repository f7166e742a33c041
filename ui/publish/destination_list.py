"""The destinations: each with what can be done with it, and a way to add one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QMessageBox, QScrollArea, QWidget

from core.schema.destination import KeptDestination
from ui.controllers.destinations import DestinationController
from ui.controllers.publishing import PublishController
from ui.publish.destination_form import DestinationForm
from ui.publish.destination_row import DestinationRow
from ui.widgets.basics import button, column, label, row, rule
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.wording import QT_TR_NOOP, tr

_ABOUT = QT_TR_NOOP(
    "Finished clips can go to folders (another disk, a network share), to storage that speaks S3, and webhooks "
    "can be told of them. Nothing is sent anywhere that is not listed here. What is changed here holds at once."
)
_EMPTY = QT_TR_NOOP("No destination yet. Add one, and finished clips can be published to it.")


class DestinationList(QWidget):
    """All destinations. Changes are kept at once."""

    def __init__(self, destinations: DestinationController, publishing: PublishController) -> None:
        super().__init__()
        self.setObjectName("destinationList")
        self._destinations = destinations
        self._publishing = publishing
        self._rows: dict[str, DestinationRow] = {}
        self._empty = label(tr(_EMPTY), "muted", wraps=True)
        self._empty.setObjectName("destinationsEmpty")
        self._add = button(tr("Add a destination…"), self._on_add, "plus")
        self._add.setObjectName("addDestination")
        self._list = column(spacing=4)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.addWidget(self._empty)
        self._list.addStretch(1)
        body = QWidget()
        body.setLayout(self._list)
        self._area = QScrollArea()
        self._area.setObjectName("destinationArea")
        self._area.setAccessibleName(tr("Destinations"))
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMinimumHeight(200)
        self._area.setWidget(body)
        layout = column(label(tr(_ABOUT), "muted", wraps=True), self._area, spacing=10)
        layout.setStretchFactor(self._area, 1)
        layout.addLayout(row(self._add, None))
        self.setLayout(layout)
        destinations.changed.connect(self._show)
        destinations.tested.connect(self._on_tested)
        self._show()
        destinations.load()

    def take_focus(self) -> None:
        """Give the first row the keyboard, or the button where there is none."""
        first: QWidget = next(iter(self._rows.values()), self._add)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        known = {each.name: each for each in self._destinations.known}
        for name in [name for name in self._rows if name not in known]:
            gone = self._rows.pop(name)
            gone.hide()
            gone.deleteLater()
        for place, (name, kept) in enumerate(known.items()):
            if name not in self._rows:
                self._rows[name] = self._make_row(name)
                self._list.insertWidget(place, self._rows[name])
            self._rows[name].show_destination(kept)
        self._empty.setText(tr(_EMPTY) if self._destinations.is_read else tr("Looking…"))
        self._empty.setVisible(not known)

    def _make_row(self, name: str) -> DestinationRow:
        made = DestinationRow()
        made.edit_wanted.connect(lambda: self._on_edit(name))
        made.removal_wanted.connect(lambda: self._on_remove(name))
        made.test_wanted.connect(lambda: self._on_test(name))
        made.stop_wanted.connect(lambda: self._on_stop_testing(name))
        made.left.connect(lambda by: self._step(name, by))
        return made

    def _step(self, name: str, by: int) -> None:
        order = list(self._rows)
        place = order.index(name) + by
        if 0 <= place < len(order):
            self._rows[order[place]].setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(self._rows[order[place]])

    def _on_add(self) -> None:
        self._open(None)

    def _on_edit(self, name: str) -> None:
        if (kept := self._destinations.find(name)) is not None:
            self._open(kept)

    def _open(self, kept: KeptDestination | None) -> None:
        if self.window().findChild(QDialog, "destinationForm") is not None:
            return
        form = DestinationForm(self._destinations, kept, self.window())
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.open()

    def _on_test(self, name: str) -> None:
        if (kept := self._destinations.find(name)) is not None:
            self._rows[name].show_testing(True)
            self._destinations.test(kept.destination, None)

    def _on_stop_testing(self, name: str) -> None:
        self._destinations.stop_testing(name)
        self._rows[name].show_testing(False)
        self._rows[name].say("", "small")

    def _on_tested(self, name: str, is_good: bool, found: str) -> None:
        if name in self._rows:
            self._rows[name].show_testing(False)
            self._rows[name].say(found, "good" if is_good else "error")

    def _on_remove(self, name: str) -> None:
        asked = QMessageBox(self.window())
        asked.setObjectName("confirmRemoval")
        asked.setIcon(QMessageBox.Icon.NoIcon)
        asked.setWindowTitle(tr("Remove this destination?"))
        asked.setText(tr("Remove “{name}” and forget its key?").format(name=name))
        told = [tr("What was published stays where it is.")]
        if waiting := self._publishing.waiting_for(name):
            told.append(tr("%n files that are on their way to it will not be sent.", "", waiting))
        asked.setInformativeText(" ".join(told))
        confirm = asked.addButton(tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        keep = asked.addButton(tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(keep)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.buttonClicked.connect(
            lambda pressed: self._destinations.forget(name) if pressed is confirm else None
        )
        asked.open()


class DestinationsDialog(Dialog):
    """The list in a window of its own."""

    def __init__(
        self, destinations: DestinationController, publishing: PublishController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("destinationsDialog")
        self.setWindowTitle(tr("Destinations"))
        self._list = DestinationList(destinations, publishing)
        close = button(tr("Close"), self.reject)
        close.setObjectName("closeDestinations")
        layout = column(self._list, rule(), spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setStretchFactor(self._list, 1)
        layout.addLayout(row(None, close))
        self.setLayout(layout)
        self.resize(700, 520)
