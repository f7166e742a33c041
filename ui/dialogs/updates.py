"""The choice to be told of new versions: off until it is made, and said beside it what is sent."""

from __future__ import annotations

import asyncio
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from core.errors import ShortlistError
from ui.controllers.about import AboutStore, NewVersion, UpdateChoice
from ui.controllers.tasks import Tasks
from ui.widgets.basics import button, column, label, row
from ui.widgets.dialog import TAB_MARGINS
from ui.wording import QT_TR_NOOP, told, tr

_EXAMPLE = "https://…/version.json"
_WHAT_IS_SENT = QT_TR_NOOP(
    "At most once a day Shortlist then asks this address which version is the newest, and tells you if it is "
    "newer than yours. The request says nothing about you, this computer or your work. Nothing is fetched or "
    "installed."
)


class UpdatesPage(QWidget):
    """What is chosen is kept at once. What was found, and what can't be used, is told below the fields."""

    def __init__(self, store: AboutStore, tasks: Tasks) -> None:
        super().__init__()
        self._store = store
        self._tasks = tasks
        # The request that is under way, for whoever ends it with the dialog.
        self.looking: asyncio.Future[None] | None = None
        self._switch = QCheckBox(tr("Tell me when there is a new version"))
        self._switch.setObjectName("updatesSwitch")
        self._address = QLineEdit()
        self._address.setObjectName("updatesAddress")
        self._address.setPlaceholderText(_EXAMPLE)
        self._address.setAccessibleName(tr("Address that tells of new versions"))
        self._look = button(tr("Look now"), self._on_look)
        self._look.setObjectName("updatesLook")
        self._answer = label("", wraps=True)
        self._answer.setObjectName("updatesAnswer")
        self._answer.setTextFormat(Qt.TextFormat.RichText)
        self._answer.setOpenExternalLinks(True)
        self._answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._answer.hide()
        layout = column(
            self._switch,
            label(tr(_WHAT_IS_SENT), "muted", wraps=True),
            label(tr("Address")),
            self._address,
            spacing=10,
        )
        layout.setContentsMargins(TAB_MARGINS)
        layout.addLayout(row(self._look, None))
        layout.addWidget(self._answer)
        layout.addStretch(1)
        self.setLayout(layout)
        self._show(store.updates())
        self._switch.toggled.connect(lambda _is_on: self._keep())
        self._address.editingFinished.connect(self._keep)

    def _show(self, choice: UpdateChoice) -> None:
        self._switch.setChecked(choice.is_on)
        self._address.setText(choice.address)

    def _wanted(self) -> UpdateChoice:
        return UpdateChoice(self._switch.isChecked(), self._address.text().strip())

    def _keep(self) -> None:
        if self._wanted() == self._store.updates():
            return
        self._tasks.start(self._kept(), QT_TR_NOOP("The choice could not be kept."))

    async def _kept(self) -> None:
        try:
            await self._tasks.in_thread(self._store.choose_updates, self._wanted())
        except ShortlistError as error:
            # It can't be on with an address that can't be asked.
            self._switch.blockSignals(True)
            self._switch.setChecked(False)
            self._switch.blockSignals(False)
            self._tell(escape(told(error.reason)))
            self._address.setFocus()
        else:
            self._answer.hide()

    def _on_look(self) -> None:
        self._look.setEnabled(False)
        self._tell(tr("Asking…"))
        self.looking = self._tasks.start(self._looked(), QT_TR_NOOP("New versions could not be looked for."))

    async def _looked(self) -> None:
        try:
            found = await self._store.look(self._wanted().address)
        except ShortlistError as error:
            self._tell(escape(told(error.reason)))
            self._look.setEnabled(True)
            return
        own = escape(tr("{version} is the newest version.").format(version=self._store.version()))
        self._tell(words_of(found) if found else own)
        self._look.setEnabled(True)

    def _tell(self, text: str) -> None:
        self._answer.setText(text)
        self._answer.show()


def words_of(found: NewVersion) -> str:
    """Return what is said of a newer version, as rich text with a link where it has a page."""
    words = escape(tr("Version {version} is there.").format(version=found.version))
    if found.notes:
        words += f" {escape(found.notes)}"
    if found.page:
        page = tr("What is new")
        words += f' <a href="{escape(found.page)}">{escape(page)}</a>'
    return words
