"""About the program: versions and folders for whoever helps, what it is made of with licences, new versions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from core.schema.part import Part
from ui.controllers.about import AboutStore
from ui.controllers.tasks import Tasks
from ui.dialogs.updates import UpdatesPage
from ui.icons import show_sign
from ui.widgets.basics import button, column, label, row
from ui.widgets.dialog import DIALOG_MARGINS, TAB_MARGINS, Dialog
from ui.wording import QT_TR_NOOP, tr

_SIZE_PX = (760, 600)
_SIGN_PX = 44
_PartRole = Qt.ItemDataRole.UserRole
_KINDS = {
    "library": QT_TR_NOOP("Library"),
    "inside": QT_TR_NOOP("Inside a library"),
    "font": QT_TR_NOOP("Font"),
    "model": QT_TR_NOOP("Model, fetched when it is wanted"),
}
# Names of facts; those that are names themselves stay as they are.
_FACTS = (
    QT_TR_NOOP("System"),
    QT_TR_NOOP("Workspace"),
    QT_TR_NOOP("Models"),
    QT_TR_NOOP("Settings"),
    QT_TR_NOOP("Logs"),
)


class AboutDialog(Dialog):
    """Three pages; what takes a moment to be found comes when it is there."""

    def __init__(self, store: AboutStore, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(tr("About Shortlist"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store = store
        self._tasks = tasks
        self._facts: Sequence[tuple[str, str]] = ()
        self.updates = UpdatesPage(store, tasks)
        self._parts = _PartsPage()
        self._pages = QTabWidget()
        self._pages.setObjectName("aboutPages")
        self._pages.setAccessibleName(tr("Pages"))
        self._pages.addTab(self._make_facts(), tr("This program"))
        self._pages.addTab(self._parts, tr("Parts and licences"))
        self._pages.addTab(self.updates, tr("New versions"))
        self._copy = button(tr("Copy"), self._on_copy, "copy")
        self._copy.setObjectName("aboutCopy")
        self._copy.setToolTip(tr("Copy versions, folders and the list of parts as text"))
        self._copy.setEnabled(False)
        close = button(tr("Close"), self.reject)
        close.setDefault(True)
        layout = column(self._make_head(), self._pages, spacing=14)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setStretch(1, 1)
        layout.addLayout(row(self._copy, None, close))
        self.setLayout(layout)
        self.resize(*_SIZE_PX)
        self._filling = tasks.start(self._fill(), QT_TR_NOOP("What Shortlist is made of could not be found out."))

    def _make_head(self) -> QWidget:
        sign = QLabel()
        show_sign(sign, "app", "accent", _SIGN_PX)
        self._version = label(tr("Version {version}").format(version=self._store.version()), "muted")
        self._version.setObjectName("aboutVersion")
        words = column(label("Shortlist", "title"), self._version, spacing=2)
        inside = row(sign, spacing=14)
        inside.addLayout(words, 1)
        head = QWidget()
        head.setLayout(inside)
        return head

    def _make_facts(self) -> QWidget:
        self._text = QPlainTextEdit()
        self._text.setObjectName("aboutFacts")
        self._text.setAccessibleName(tr("Versions and folders"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(tr("Looking…"))
        page = QWidget()
        rights = label(
            tr(
                "Shortlist is free software under the MIT licence, without any warranty. It contains parts that "
                "others made, under their licences."
            ),
            "muted",
            wraps=True,
        )
        layout = column(self._text, rights, spacing=10)
        layout.setContentsMargins(TAB_MARGINS)
        page.setLayout(layout)
        return page

    async def _fill(self) -> None:
        self._facts = await self._tasks.in_thread(self._store.facts)
        self._text.setPlainText("\n".join(f"{_fact_name(name)}: {value}" for name, value in self._facts))
        self._parts.show_parts(await self._tasks.in_thread(self._store.parts))
        self._copy.setEnabled(True)

    def done(self, result: int) -> None:
        """Stop looking with the dialog."""
        for looking in (self._filling, self.updates.looking):
            if looking is not None and not looking.done():
                looking.cancel()
        super().done(result)

    def _on_copy(self) -> None:
        """Put it into the clipboard, in English: it goes to whoever helps."""
        lines = [f"{name}: {value}" for name, value in self._facts]
        lines += ["", *(" | ".join((part.name, part.version, part.licence)) for part in self._parts.parts)]
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
        self._copy.setText(tr("Copied"))


class _PartsPage(QWidget):
    """The list of parts, searched as one types, and what is known of the one that is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: Sequence[Part] = ()
        self._search = QLineEdit()
        self._search.setObjectName("partsSearch")
        self._search.setPlaceholderText(tr("Search by name or licence"))
        self._search.setAccessibleName(tr("Search parts"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._list = QTreeWidget()
        self._list.setObjectName("partsList")
        self._list.setAccessibleName(tr("Parts"))
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setHeaderLabels([tr("Name", "of a part"), tr("Version"), tr("Licence")])
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.currentItemChanged.connect(lambda item, _before: self._show(item))
        self._text = QPlainTextEdit()
        self._text.setObjectName("partsText")
        self._text.setAccessibleName(tr("The licence"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._count = label(tr("Looking…"), "muted")
        self._count.setObjectName("partsCount")
        layout = column(self._search, self._list, self._text, self._count, spacing=8)
        layout.setContentsMargins(TAB_MARGINS)
        layout.setStretch(1, 3)
        layout.setStretch(2, 2)
        self.setLayout(layout)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Fill the list."""
        self.parts = parts
        for part in parts:
            item = QTreeWidgetItem(self._list, [part.name, part.version, part.licence])
            item.setData(0, _PartRole, part)
            item.setToolTip(2, part.licence)
        self._filter(self._search.text())

    def _filter(self, wanted: str) -> None:
        words = wanted.lower().split()
        shown = 0
        first = None
        for place in range(self._list.topLevelItemCount()):
            item = self._list.topLevelItem(place)
            assert item is not None
            text = " ".join(item.text(at) for at in range(3)).lower()
            is_wanted = all(word in text for word in words)
            item.setHidden(not is_wanted)
            shown += is_wanted
            first = first or (item if is_wanted else None)
        self._count.setText(tr("%n parts", "", shown) if self.parts else tr("Looking…"))
        current = self._list.currentItem()
        if current is None or current.isHidden():
            self._list.setCurrentItem(first)  # type: ignore[arg-type]  # None: nothing is chosen

    def _show(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            self._text.clear()
            return
        part: Part = item.data(0, _PartRole)
        head = [f"{part.name} {part.version}".strip(), f"{tr(_KINDS[part.kind])}: {part.about}".rstrip(": ")]
        head += [line for line in (part.home, part.licence) if line]
        text = part.text or tr("Its licence comes without a text of its own; see its page.")
        self._text.setPlainText("\n".join([*head, "", text]))


def _fact_name(name: str) -> str:
    return tr(name) if name in _FACTS else name
