"""One destination: what it is, where it is, where its key comes from, what came of a try, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame

from core.schema.destination import KeptDestination
from ui.controllers.destinations import kind_words, place_words
from ui.widgets.basics import ElidedLabel, button, column, icon_button, label, restyle, row
from ui.wording import tr

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_KEYS = (*_STEPS, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete)


class DestinationRow(QFrame):
    """A row that can be walked to by key.

    Signals:
        edit_wanted(), removal_wanted(): It shall be changed, or forgotten.
        test_wanted(), stop_wanted(): It shall be tried, or the try given up.
        left(int): The user goes to the next row (1) or the one before (-1).
    """

    edit_wanted = Signal()
    removal_wanted = Signal()
    test_wanted = Signal()
    stop_wanted = Signal()
    left = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("destinationRow")
        self.setProperty("fileRow", True)
        self.setProperty("ownKeys", [key.value for key in _KEYS])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(tr("Double-click, or press Enter, to change it. Delete removes it"))
        self._is_testing = False
        self._name = ElidedLabel("", "strongBody")
        self._name.setObjectName("destinationName")
        # Long ones go on in the next line: an address is read whole, and copied.
        self._place = label("", "small", wraps=True)
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._place.setObjectName("destinationPlace")
        self._key = label("", "small", wraps=True)
        self._key.setObjectName("destinationKey")
        self._said = label("", "small", wraps=True)
        self._said.setObjectName("destinationSaid")
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._said.hide()
        self._test = button(tr("Test", "verb"), self._on_test)
        self._test.setObjectName("testDestination")
        self._edit = button(tr("Change…"), self.edit_wanted.emit)
        self._edit.setObjectName("editDestination")
        self._remove = icon_button("trash", tr("Remove"), self.removal_wanted.emit)
        self._remove.setObjectName("removeDestination")
        words = column(self._name, self._place, self._key, self._said, spacing=3)
        whole = row(spacing=8)
        whole.setContentsMargins(8, 6, 4, 6)
        whole.addLayout(words, 1)
        for made in (self._test, self._edit, self._remove):
            whole.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(whole)

    def show_destination(self, kept: KeptDestination) -> None:
        """Show a destination."""
        kind = kind_words(kept.destination)
        self._name.setText(kept.name)
        self._place.setText(f"{kind} · {place_words(kept.destination)}")
        self._key.setText(key_words(kept))
        self._key.setVisible(bool(self._key.text()))
        restyle(self._key, "role", "caution" if kept.lacks_key else "small")
        self._remove.setAccessibleName(tr("Remove {name}").format(name=kept.name))
        self._edit.setAccessibleName(tr("Change {name}").format(name=kept.name))
        self._name_test(kept.name)
        told = (kept.name, kind, place_words(kept.destination), self._key.text())
        self.setAccessibleName(", ".join(part for part in told if part))

    def show_testing(self, is_testing: bool) -> None:
        """Show that it is being tried, or no more."""
        self._is_testing = is_testing
        self._test.setText(tr("Stop") if is_testing else tr("Test", "verb"))
        self._name_test(self._name.text())
        if is_testing:
            self.say(tr("Trying it…"), "small")

    def say(self, sentence: str, role: str) -> None:
        """Show what came of a try."""
        self._said.setText(sentence)
        restyle(self._said, "role", role)
        self._said.setVisible(bool(sentence))

    def _name_test(self, name: str) -> None:
        told = tr("Stop testing {name}") if self._is_testing else tr("Test {name}", "verb")
        self._test.setAccessibleName(told.format(name=name))

    def _on_test(self) -> None:
        (self.stop_wanted if self._is_testing else self.test_wanted).emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keyboard."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Change it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.edit_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk between rows, change it with Enter, remove it with Delete."""
        if event.key() in _STEPS:
            self.left.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)


def key_words(kept: KeptDestination) -> str:
    """Return where the key of a destination comes from, and what that means."""
    if kept.lacks_key:
        return tr("Its key is missing.")
    match kept.key_place:
        case "keyring":
            return tr("Its key is in the system's keyring.")
        case "environment":
            return tr("Its key comes from the environment.")
        case "passphrase":
            return tr(
                "This system has no keyring: its key is kept encrypted in keys.enc, under the passphrase in "
                "SHORTLIST_PASSPHRASE, which Shortlist needs at every start."
            )
        case "file":
            return tr(
                "This system has no keyring: its key is kept encrypted in keys.enc. Who can read all of your "
                "files can read it; a passphrase in SHORTLIST_PASSPHRASE is safer."
            )
        case "":
            is_webhook = kept.destination.kind == "webhook"
            return tr("Requests are not signed: no secret is set.") if is_webhook else ""
