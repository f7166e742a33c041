"""The versions of a style: what was said of each, by whom, and what can be done with it."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from core.errors import StyleError
from core.schema.style import Style
from ui.controllers.styling import StyleController
from ui.controllers.tasks import Tasks
from ui.style.difference import difference_lines
from ui.widgets.basics import button, clear, column, label, listed, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.wording import QT_TR_NOOP, told, tr

_DIGEST_LETTERS = 12


class VersionsDialog(Dialog):
    """Lists versions, newest first.

    Signals:
        compare_wanted(str): A version is to be seen beside another one; its pin.
        export_wanted(str): It is to be written into a file.
    """

    compare_wanted = Signal(str)
    export_wanted = Signal(str)

    def __init__(self, styling: StyleController, tasks: Tasks, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("styleVersions")
        self._styling = styling
        self._tasks = tasks
        self._name = name
        self._is_closed = False
        self._problem = label("", "error", wraps=True)
        self._problem.setObjectName("versionsProblem")
        self._rows = column(spacing=8)
        self._rows.setContentsMargins(0, 0, 8, 0)
        body = QWidget()
        body.setLayout(self._rows)
        area = listed(body)
        layout = column(area, self._problem, spacing=10)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(row(None, button(tr("Close"), self.reject)))
        self.setLayout(layout)
        self.resize(580, 420)
        self._show()

    def _show(self) -> None:
        clear(self._rows)
        versions = self._styling.versions(self._name)
        title = versions[0].title if versions else self._name
        self.setWindowTitle(tr("Versions of “{title}”").format(title=title or self._name))
        for style, before in zip_longest(versions, versions[1:]):
            self._rows.addWidget(self._card(style, before))
        if not versions:
            self._rows.addWidget(label(tr("There is no version any more."), "muted"))
        self._rows.addStretch(1)

    def _card(self, style: Style, before: Style | None) -> QFrame:
        made = QFrame()
        made.setProperty("card", True)
        made.setObjectName(f"version_{style.version}")
        is_own = not self._styling.is_built_in(style)
        name = tr("Version {version}") if is_own else tr("Version {version}, comes with Shortlist")
        name = tr("Version {version} by {author}") if style.author else name
        heading = label(name.format(version=style.version, author=style.author), "strongBody")
        layout = column(heading, spacing=4)
        layout.setContentsMargins(12, 10, 12, 10)
        if style.note:
            layout.addWidget(label(style.note, wraps=True))
        if before is not None:
            differs = difference_lines(self._styling.changes(before, style))
            layout.addWidget(label("\n".join(differs) or tr("Paints the same as before."), "small", wraps=True))
        if is_own:
            layout.addWidget(self._proof(style))
        users = self._styling.users(style.pin)
        if users:
            others = len(users) - 3
            used = tr("Used by {names} and %n more", "", others) if others > 0 else tr("Used by {names}")
            layout.addWidget(label(used.format(names=", ".join(map(told, users[:3]))), "small", wraps=True))
        layout.addLayout(self._verbs(style, is_own))
        made.setLayout(layout)
        return made

    def _proof(self, style: Style) -> QWidget:
        digest = label(tr("Digest {digest}…").format(digest=style.digest[:_DIGEST_LETTERS]), "small")
        digest.setToolTip(style.digest)
        return digest

    def _verbs(self, style: Style, is_own: bool) -> QHBoxLayout:
        copy = button(tr("Edit a copy"), lambda: self._on_copy(style))
        copy.setObjectName(f"copyVersion_{style.version}")
        compare = button(tr("Compare…"), lambda: self.compare_wanted.emit(style.pin))
        compare.setObjectName(f"compareVersion_{style.version}")
        line = row(copy, compare, spacing=6)
        if is_own:
            export = button(tr("Export…"), lambda: self.export_wanted.emit(style.pin))
            export.setObjectName(f"exportVersion_{style.version}")
            remove = button(
                tr("Remove"),
                lambda: self._tasks.start(self._remove(style.pin), QT_TR_NOOP("Could not remove the version.")),
            )
            remove.setObjectName(f"removeVersion_{style.version}")
            line.addWidget(export)
            line.addStretch(1)
            line.addWidget(remove)
        else:
            line.addStretch(1)
        return line

    def _on_copy(self, style: Style) -> None:
        self._styling.edit_copy(style)
        self.reject()

    async def _remove(self, pin: str) -> None:
        problem = ""
        try:
            await self._styling.remove(pin)
        except StyleError as error:
            problem = told(str(error))
        if not self._is_closed:
            self._problem.setText(problem)
            self._show()

    def done(self, result: int) -> None:
        """Show nothing any more."""
        self._is_closed = True
        super().done(result)
