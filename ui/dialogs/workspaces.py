"""All workspaces: opened, made, renamed, archived, checked and deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QProgressBar,
    QToolButton,
    QWidget,
)

from core.schema.workspace import PackChoices, WorkspaceFinding, WorkspaceStanding
from ui.controllers.workspaces import WorkspaceLine, WorkspacesController
from ui.delegates.named_row import name_rows
from ui.dialogs.workspace_check import WorkspaceCheckDialog
from ui.dialogs.workspace_delete import WorkspaceDeleteDialog
from ui.dialogs.workspace_export import SUFFIX, WorkspaceExportDialog
from ui.dialogs.workspace_name import WorkspaceNameDialog
from ui.icons import icon
from ui.widgets.basics import button, column, label, restyle, row
from ui.widgets.dates import moment
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.timecode import file_size
from ui.wording import file_kinds, told, tr

_PICTURE = QSize(112, 63)
_FOLDER = Qt.ItemDataRole.UserRole


class WorkspacesDialog(Dialog):
    """Lists the workspaces of this machine.

    Signals:
        open_wanted(Path, bool): This one shall be opened; whether only for looking.
        move_wanted(Path): The one that is open shall lie there.
    """

    open_wanted = Signal(Path, bool)
    move_wanted = Signal(Path)

    def __init__(self, controller: WorkspacesController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workspacesDialog")
        self.setWindowTitle(tr("Workspaces"))
        self._controller = controller
        # What came of the last work, until another workspace is chosen.
        self._news = ("", "")
        self._list = QListWidget()
        self._list.setObjectName("workspaceList")
        self._list.setAccessibleName(tr("Workspaces"))
        self._list.setIconSize(_PICTURE)
        self._list.setSpacing(2)
        self._list.setUniformItemSizes(True)
        name_rows(self._list, wraps=False)
        self._said = label("", "muted", wraps=True)
        self._said.setObjectName("workspaceSaid")
        self._busy = QProgressBar()
        self._busy.setTextVisible(False)
        self._busy.setRange(0, 1000)
        self._busy.hide()
        self._stop = button(tr("Stop"), controller.stop, "stop")
        self._stop.setObjectName("stopWorkspaceWork")
        self._stop.hide()
        self._archived = QCheckBox(tr("Show archived ones"))
        self._archived.setObjectName("showArchived")
        self._archived.toggled.connect(self._show)
        self._open = button(tr("Open"), self._on_open, is_primary=True)
        self._open.setObjectName("openWorkspace")
        self._look = button(tr("Open for looking"), lambda: self._want(True))
        self._look.setObjectName("lookAtWorkspace")
        self._new = button(tr("New…"), self._on_new, "plus")
        self._new.setObjectName("newWorkspace")
        self._other = button(tr("Other folder…"), self._on_other, "folder")
        self._import = button(tr("Import…"), self._on_import, "import")
        self._import.setObjectName("importWorkspace")
        self._more = QToolButton()
        self._more.setObjectName("moreOfWorkspace")
        self._more.setText(tr("More"))
        self._more.setProperty("among", True)
        self._more.setAccessibleName(tr("More that can be done with the workspace"))
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._more.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._build()
        self._list.currentItemChanged.connect(lambda _now, _before: self._on_chosen())
        self._list.itemActivated.connect(lambda _item: self._on_open())
        controller.changed.connect(self._show)
        controller.worked.connect(self._on_worked)
        controller.settled.connect(self._on_settled)
        self._show()
        controller.look(with_sizes=True)

    def _build(self) -> None:
        words = tr("Each workspace keeps its own runs, clips, styles, recipes, budgets and keys: one per client.")
        layout = column(label(words, "muted", wraps=True), self._list, spacing=10)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setStretchFactor(self._list, 1)
        layout.addWidget(self._said)
        layout.addLayout(row(self._busy, self._stop))
        layout.addWidget(self._archived)
        layout.addLayout(row(self._new, self._import, self._other, self._more, None))
        layout.addLayout(row(None, button(tr("Close"), self.reject), self._look, self._open))
        self.setLayout(layout)
        self.resize(720, 600)

    @property
    def chosen(self) -> WorkspaceLine | None:
        """The workspace that is chosen in the list."""
        item = self._list.currentItem()
        return self._controller.line(item.data(_FOLDER)) if item is not None else None

    def choose(self, folder: Path) -> None:
        """Choose one in the list."""
        for place in range(self._list.count()):
            if self._list.item(place).data(_FOLDER) == folder:
                self._list.setCurrentRow(place)

    def _show(self) -> None:
        shown = [
            line
            for line in self._controller.lines()
            if self._archived.isChecked() or not line.known.is_archived or line.is_current
        ]
        self._archived.setVisible(
            any(line.known.is_archived for line in self._controller.lines()) or self._archived.isChecked()
        )
        if [line.known.folder for line in shown] != self._folders():
            self._list_anew(shown)
        for place, line in enumerate(shown):
            item = self._list.item(place)
            item.setText(_words(line))
            item.setIcon(_picture(line))
            item.setToolTip(str(line.known.folder))
        self._show_chosen()

    def _folders(self) -> list[Path]:
        return [self._list.item(place).data(_FOLDER) for place in range(self._list.count())]

    def _list_anew(self, shown: list[WorkspaceLine]) -> None:
        chosen = self.chosen
        self._list.blockSignals(True)
        self._list.clear()
        for line in shown:
            item = QListWidgetItem()
            item.setData(_FOLDER, line.known.folder)
            item.setSizeHint(QSize(0, _PICTURE.height() + 12))
            self._list.addItem(item)
        self._list.setCurrentRow(0 if shown else -1)
        if chosen is not None:
            self.choose(chosen.known.folder)
        self._list.blockSignals(False)

    def _on_chosen(self) -> None:
        self._news = ("", "")
        self._show_chosen()

    def _show_chosen(self) -> None:
        line, is_busy = self.chosen, self._controller.is_busy
        self._open.setEnabled(line is not None and line.can_open and not is_busy)
        standing = line.standing if line is not None else None
        looks = standing is not None and standing.can_look and not standing.can_work
        self._look.setVisible(looks and line is not None and not line.is_current)
        self._look.setEnabled(not is_busy)
        self._more.setEnabled(line is not None and not is_busy)
        self._new.setEnabled(not is_busy)
        self._other.setEnabled(not is_busy)
        self._import.setEnabled(not is_busy)
        if not is_busy:
            self._say(*(self._news if self._news[0] else _standing_words(line)))

    def _say(self, words: str, role: str = "muted") -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words.strip()))
        restyle(self._said, "role", role)

    def _tell(self, words: str, role: str = "muted") -> None:
        self._news = (words, role)
        self._show_chosen()

    # What the user wants

    def _on_open(self) -> None:
        line = self.chosen
        if line is None or self._controller.is_busy:
            return
        if line.can_open:
            self._want(False)
        elif line.standing is not None and line.standing.can_look and not line.is_current:
            self._want(True)

    def _want(self, is_look: bool) -> None:
        line = self.chosen
        if line is not None:
            self.open_wanted.emit(line.known.folder, is_look)

    def _on_other(self) -> None:
        chooser = QFileDialog(self, tr("Open the workspace in a folder"))
        chooser.setObjectName("otherWorkspace")
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._on_folder)
        chooser.open()

    def _on_folder(self, name: str) -> None:
        folder, store = Path(name).resolve(), self._controller.store

        def then(standing: WorkspaceStanding) -> None:
            if standing.can_work or standing.can_look:
                self.open_wanted.emit(folder, not standing.can_work)
            else:
                self._tell(f"{folder}: {told(standing.reason)} {told(standing.remedy)}", "error")

        self._controller.do(lambda: store.standing(folder), then)

    def _on_new(self) -> None:
        dialog = WorkspaceNameDialog(
            tr("New workspace"), tr("Create"), place_for=self._controller.store.place_for, parent=self
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._on_named)
        dialog.open()

    def _on_named(self, name: str, folder: str) -> None:
        store = self._controller.store
        self._controller.do(
            lambda: store.create(name, Path(folder) if folder else None),
            lambda made: self.open_wanted.emit(made, False),
        )

    def _fill_menu(self) -> None:
        self._menu.clear()
        line = self.chosen
        if line is None:
            return
        known, is_current = line.known, line.is_current
        away = ("missing", "half", "moved", "deleting")
        is_there = is_current or (line.standing is not None and line.standing.kind not in away)
        self._add(tr("Rename…"), self._on_rename, is_there)
        self._add(tr("Show the folder"), lambda: _show_folder(known.folder), is_there)
        self._add(tr("Check for damage"), self._on_check, is_there)
        self._add(tr("Export to one file…"), self._on_export, is_there)
        self._add(
            tr("Move to another place…"), self._on_move, is_there and not (is_current and self._controller.is_look)
        )
        self._menu.addSeparator()
        if known.is_archived:
            self._add(tr("Back from the archive"), self._on_bring_back, True)
        else:
            self._add(tr("Archive"), self._on_archive, is_there and not is_current)
        self._add(tr("Take off the list"), self._on_forget, not is_current)
        self._add(tr("Delete…"), self._on_delete, not is_current)

    def _add(self, text: str, run: Callable[[], object], is_enabled: bool) -> None:
        action = self._menu.addAction(text)
        action.setEnabled(is_enabled)
        action.triggered.connect(lambda _checked=False: run())

    def _on_rename(self) -> None:
        line = self.chosen
        if line is None:
            return
        dialog = WorkspaceNameDialog(tr("Rename workspace"), tr("Rename"), line.known.name, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        store, folder = self._controller.store, line.known.folder
        dialog.chosen.connect(lambda name, _place: self._controller.do(lambda: store.rename(folder, name)))
        dialog.open()

    def _on_archive(self) -> None:
        line, store = self.chosen, self._controller.store
        if line is not None:
            folder, name = line.known.folder, line.known.name
            self._controller.do(lambda: store.archive(folder), lambda freed: self._say_archived(name, freed))

    def _say_archived(self, name: str, freed: int) -> None:
        self._archived.setVisible(True)
        self._tell(tr("“{name}” is archived; {size} were freed.").format(name=name, size=file_size(freed)))

    def _on_bring_back(self) -> None:
        self._with_folder(self._controller.store.bring_back)

    def _on_forget(self) -> None:
        self._with_folder(self._controller.store.forget)

    def _with_folder(self, verb: Callable[[Path], object]) -> None:
        line = self.chosen
        if line is not None:
            folder = line.known.folder
            self._controller.do(lambda: verb(folder))

    def _on_check(self) -> None:
        line, controller = self.chosen, self._controller
        if line is None:
            return
        folder, name = line.known.folder, line.known.name

        def mend(findings: Sequence[WorkspaceFinding]) -> Sequence[WorkspaceFinding]:
            controller.store.mend(folder, findings)
            return controller.store.check(folder, controller.progress)

        def show(findings: Sequence[WorkspaceFinding]) -> None:
            dialog = WorkspaceCheckDialog(name, findings, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.mend_wanted.connect(lambda: controller.do(lambda: mend(findings), show))
            dialog.open()

        controller.do(lambda: controller.store.check(folder, controller.progress), show)

    def _on_export(self) -> None:
        line, controller = self.chosen, self._controller
        if line is None:
            return
        dialog = WorkspaceExportDialog(line.known, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        folder = line.known.folder

        def export(file: Path, choices: PackChoices) -> None:
            told = tr("It is in {file}. Keys are not in it.").format(file=file)
            controller.do(
                lambda: controller.store.pack(folder, file, choices, controller.progress),
                lambda _done: self._tell(told),
            )

        dialog.chosen.connect(export)
        dialog.open()

    def _on_import(self) -> None:
        chooser = QFileDialog(self, tr("Import a workspace from a file"))
        chooser.setObjectName("importWorkspaceFile")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilter(file_kinds((tr("Workspaces"), f"*{SUFFIX}"), (tr("All files"), "*")))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._on_import_chosen)
        chooser.open()

    def _on_import_chosen(self, name: str) -> None:
        controller = self._controller
        controller.do(
            lambda: controller.store.unpack(Path(name), controller.progress),
            lambda _folder: self._tell(tr("The workspace is there. Its keys have to be set anew.")),
        )

    def _on_move(self) -> None:
        line = self.chosen
        if line is None:
            return
        chooser = QFileDialog(self, tr("Where shall “{name}” lie?").format(name=line.known.name))
        chooser.setObjectName("moveWorkspace")
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        folder = line.known.folder
        chooser.fileSelected.connect(lambda name: self._move(folder, Path(name) / folder.name))
        chooser.open()

    def _move(self, folder: Path, to: Path) -> None:
        controller = self._controller
        if folder == controller.current:
            # It has to be closed for that, with the window.
            controller.do(
                lambda: controller.store.refuse_move(folder, to), lambda _none: self.move_wanted.emit(to)
            )
            return
        told = tr("It lies in {folder} now.").format(folder=to)
        controller.do(
            lambda: controller.store.move(folder, to, controller.progress), lambda _stays: self._tell(told)
        )

    def _on_delete(self) -> None:
        line, controller = self.chosen, self._controller
        if line is None:
            return
        dialog = WorkspaceDeleteDialog(line.known, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        folder = line.known.folder
        dialog.confirmed.connect(
            lambda keeps: controller.do(lambda: controller.store.delete(folder, keeps, controller.progress))
        )
        dialog.open()

    # Work

    def _on_worked(self, fraction: float, message: str) -> None:
        self._busy.setRange(0, 1000 if fraction else 0)
        self._busy.setValue(round(fraction * 1000))
        self._busy.show()
        self._stop.setVisible(bool(message))
        self._news = ("", "")
        self._say(told(message))
        self._show_chosen()

    def _on_settled(self, why_not: str) -> None:
        self._busy.hide()
        self._stop.hide()
        self._tell(why_not, "error")

    def reject(self) -> None:
        """Close, unless something is being done."""
        if self._controller.is_busy:
            self._controller.stop()
            return
        super().reject()


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _picture(line: WorkspaceLine) -> QIcon:
    picture = line.known.figures.picture
    pixmap = QPixmap(str(picture)) if picture is not None and picture.is_file() else QPixmap()
    if pixmap.isNull():
        return _no_picture()
    scaled = pixmap.scaled(
        _PICTURE, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left, top = (scaled.width() - _PICTURE.width()) // 2, (scaled.height() - _PICTURE.height()) // 2
    return QIcon(scaled.copy(left, top, _PICTURE.width(), _PICTURE.height()))


def _no_picture() -> QIcon:
    """Return a sign as wide as the pictures of others, so that names stand below each other."""
    empty = QPixmap(_PICTURE)
    empty.fill(Qt.GlobalColor.transparent)
    painter = QPainter(empty)
    icon("film").paint(painter, empty.rect().adjusted(40, 16, -40, -16))
    painter.end()
    return QIcon(empty)


def _words(line: WorkspaceLine) -> str:
    known = line.known
    marks = [known.name]
    if line.is_current:
        marks.append(tr("open here"))
    if known.is_archived:
        marks.append(tr("archived"))
    facts = [tr("%n runs", "", known.figures.runs), tr("%n clips", "", known.figures.clips)]
    if known.figures.bytes:
        facts.append(file_size(known.figures.bytes + known.figures.exported_bytes))
    facts.append(_used(known.used_at))
    standing = line.standing
    if standing is not None and not line.is_current and standing.kind not in ("ready", "empty"):
        facts = [told(standing.reason)]
    return f"{'  –  '.join(marks)}\n{'  ·  '.join(facts)}\n{known.folder}"


def _used(at: float) -> str:
    if not at:
        return tr("never used")
    return tr("used {when}").format(when=moment(at))


def _standing_words(line: WorkspaceLine | None) -> tuple[str, str]:
    if line is None:
        return tr("No workspace yet: make one."), "muted"
    standing = line.standing
    if line.is_current or standing is None or standing.kind in ("ready", "empty"):
        return "", "muted"
    return f"{told(standing.reason)} {told(standing.remedy)}", "error" if not standing.can_look else "warning"
