"""The style panel: all styles, and the draft that is being edited, seen on the clip in hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QStackedWidget, QWidget

from core.schema.style import Style
from ui.controllers.styling import ARCHIVE_SUFFIX
from ui.panel import Panel, Workbench
from ui.preview.dressing import dress_of
from ui.style.apply import ApplyDialog
from ui.style.brand import BrandDialog
from ui.style.editor import StyleEditor
from ui.style.listing import Entry, StyleList
from ui.style.publish import PublishDialog
from ui.style.side_by_side import COMPARE, SHAPES, SideBySide
from ui.style.versions import VersionsDialog
from ui.widgets.basics import button, column, label, row
from ui.wording import QT_TR_NOOP, tr

_FOLDER = "style folder"
Verb = tuple[str, str, Callable[[], object]]


class StylePanel(Panel):
    """Lists styles; with a draft in hand, its controls.

    Signals:
        told(str, str, str, object): What is to be told: level, sentence, name of what can be done, the doing.
    """

    told = Signal(str, str, str, object)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._styling = bench.styling
        self._is_in_front = False
        self._pages = QStackedWidget()
        layout = column(self._pages)
        layout.setContentsMargins(8, 8, 8, 4)
        self.setLayout(layout)
        self.list = StyleList(bench.styling, bench.specimens)
        self._pages.addWidget(self._list_page())
        self.setMinimumWidth(312)
        self._place: tuple[str, float] | None = None
        self.setAcceptDrops(True)

    def fill(self) -> Iterator[None]:
        """Make the editor, then show what there is."""
        yield
        self.editor = StyleEditor(self.bench, self.bench.specimens, self._pages)
        self._pages.addWidget(self.editor)
        yield
        self._connect()
        self.list.show_styles()
        self._show_current()
        if self._styling.draft is not None:
            # It was opened before there was a panel: by an undo.
            self.editor.show_draft()
            self._on_draft_opened()

    def _connect(self) -> None:
        review, styling = self.bench.review, self._styling
        self.list.opened.connect(self._on_opened)
        self.list.more_wanted.connect(self._on_more)
        self.editor.left.connect(lambda: styling.open(""))
        self.editor.more_wanted.connect(self._on_draft_more)
        self.editor.looked_at.connect(self.look)
        self.editor.publish_wanted.connect(self._on_publish)
        self.editor.check_wanted.connect(self._on_check)
        self.bench.player.state_changed.connect(self._go_on_to_place)
        styling.styles_changed.connect(self._show_current)
        styling.draft_opened.connect(self._on_draft_opened)
        styling.draft_changed.connect(self._show_on_clip)
        review.current_changed.connect(self._show_current)
        review.current_edited.connect(self._show_current)

    def _list_page(self) -> QWidget:
        page = QWidget()
        take_in = button(tr("Import…"), self._on_import, "import")
        take_in.setObjectName("importStyle")
        take_in.setToolTip(tr("A style package; it can be dropped here, too"))
        layout = column(spacing=8)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row(label(tr("Styles"), "heading"), None, take_in, spacing=6))
        layout.addWidget(self.list, 1)
        page.setLayout(layout)
        return page

    def take_focus(self) -> None:
        """Let the keyboard go on here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # The draft on the clip in hand

    def _on_draft_opened(self) -> None:
        draft = self._styling.draft
        self._pages.setCurrentIndex(0 if draft is None else 1)
        if draft is None:
            self.list.show_styles()
            self._show_current()
        self._show_on_clip()

    def stand_in_front(self, is_in_front: bool) -> None:
        """Show the draft on clips only while the panel is seen: elsewhere clips look as they will be exported."""
        if is_in_front != self._is_in_front:
            self._is_in_front = is_in_front
            self._show_on_clip()

    def _show_on_clip(self) -> None:
        """Let the preview wear the draft, in place of what clips have."""
        draft = self._styling.draft if self._is_in_front else None
        if draft is not None:
            self.bench.player.wear(dress_of(draft, self._styling.is_dragging))
        elif self.bench.player.is_dressed:
            self.bench.player.wear(None)

    def _show_current(self) -> None:
        clip = self.bench.review.current
        self.list.show_current(clip.style if clip is not None else "")

    # What the user wants

    def _on_opened(self, entry: Entry) -> None:
        if entry.is_draft:
            self._styling.open(entry.style.name)
        elif self._styling.is_built_in(entry.style):
            self._styling.edit_copy(entry.style)
        else:
            self._styling.edit_next(entry.style)

    def look(self, mode: str, pin: str = "") -> None:
        """Show clips side by side: a style, or else the draft, in all shapes, or beside another one."""
        dialog = self.window().findChild(SideBySide)
        if dialog is None:
            dialog = SideBySide(self.bench, self.window())
        dialog.begin(mode, pin)
        dialog.show()
        dialog.raise_()

    def _on_more(self, entry: Entry, below: QWidget) -> None:
        style, styling = entry.style, self._styling
        title = style.title or style.name
        verbs: list[Verb] = [("editCopy", tr("Edit a copy"), partial(styling.edit_copy, style))]
        if entry.is_draft:
            verbs.append(
                ("discardDraft", tr("Throw “{title}” away…").format(title=title), partial(self._on_discard, style))
            )
            self._menu(below, verbs)
            return
        if self.bench.review.clips:
            verbs.append(("seeShapes", tr("See in all shapes…"), partial(self.look, SHAPES, style.pin)))
            verbs.append(("seeCompare", tr("Compare…"), partial(self.look, COMPARE, style.pin)))
        if self.bench.review.current is not None:
            use = partial(self.bench.review.set_style, style.pin)
            verbs.append(("useForClip", tr("Use for this clip"), use))
        if self.bench.library.runs():
            verbs.append(("useForRuns", tr("Use for runs…"), partial(self.apply, style)))
        verbs.append(("styleVersions", tr("Versions…"), partial(self._on_versions, style.name)))
        if not styling.is_built_in(style):
            verbs.append(("exportStyle", tr("Export…"), partial(self._on_export, style.pin)))
        self._menu(below, verbs)

    def _on_draft_more(self, below: QWidget) -> None:
        draft = self._styling.draft
        if draft is not None:
            throw = partial(self._on_discard, draft)
            verbs: list[Verb] = [
                ("editCopy", tr("Edit a copy"), partial(self._styling.edit_copy, draft)),
                ("discardDraft", tr("Throw this draft away…"), throw),
            ]
            self._menu(below, verbs)

    def _on_discard(self, draft: Style) -> None:
        """Ask before what nothing can bring back."""
        question = QMessageBox(self)
        question.setObjectName("discardQuestion")
        question.setWindowTitle(tr("Throw the draft away"))
        asked = tr("Throw “{title}” away? Nothing can bring it back.")
        question.setText(asked.format(title=draft.title or draft.name))
        throw = question.addButton(tr("Throw away"), QMessageBox.ButtonRole.DestructiveRole)
        question.addButton(tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        throw.clicked.connect(partial(self._styling.discard, draft.name))
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.open()

    def apply(self, style: Style) -> None:
        """Ask which runs a style is for, and restyle them."""
        dialog = ApplyDialog(self.bench, style, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # The brand

    def _on_check(self) -> None:
        dialog = self.window().findChild(BrandDialog)
        if dialog is None:
            dialog = BrandDialog(self.bench, self.window())
            dialog.check.sought.connect(self._seek)
        dialog.begin()
        dialog.show()
        dialog.raise_()

    def _seek(self, clip_id: str, at: float) -> None:
        """Show a place of a clip, once that is there."""
        current = self.bench.review.current
        self._place = (clip_id, at)
        if current is not None and current.id == clip_id and self.bench.player.composition is not None:
            self._go_on_to_place()
        else:
            self.bench.review.select(clip_id)

    def _go_on_to_place(self) -> None:
        current = self.bench.review.current
        if self._place is None or current is None or self.bench.player.composition is None:
            return
        clip_id, at = self._place
        self._place = None
        if clip_id == current.id:
            self.bench.player.seek(at)

    # Versions

    def _on_publish(self) -> None:
        if self._styling.draft is None:
            return
        dialog = PublishDialog(self.bench, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.published.connect(self._on_published)
        dialog.check.sought.connect(self._seek)
        dialog.open()

    def _on_published(self, style: Style) -> None:
        self.told.emit(
            "done",
            tr("Published {style}.").format(style=style.pin),
            tr("Use for runs…"),
            partial(self.apply, style),
        )

    def _on_versions(self, name: str) -> None:
        dialog = VersionsDialog(self._styling, self.bench.tasks, name, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # It would keep the other window from being used.
        dialog.compare_wanted.connect(lambda _pin: dialog.reject())
        dialog.compare_wanted.connect(partial(self.look, COMPARE))
        dialog.export_wanted.connect(self._on_export)
        dialog.open()

    # Packages

    def _on_import(self) -> None:
        chooser = self._chooser(tr("Import a style"), QFileDialog.AcceptMode.AcceptOpen)
        chooser.setObjectName("importStyleFile")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda name: self.take_in(Path(name)))
        chooser.open()

    def take_in(self, source: Path) -> None:
        """Import a package, and say what came of it."""
        self.bench.memory.setValue(_FOLDER, str(source.parent))
        self.bench.tasks.start(self._take_in(source), QT_TR_NOOP("Could not import {file}."), file=source.name)

    async def _take_in(self, source: Path) -> None:
        style, is_new = await self._styling.take_in(source)
        self.list.show_styles()
        told = tr("Imported {style}.") if is_new else tr("{style} was here already: nothing changed.")
        self.told.emit("done", told.format(style=style.pin), "", None)

    def _on_export(self, pin: str) -> None:
        chooser = self._chooser(tr("Export {style}").format(style=pin), QFileDialog.AcceptMode.AcceptSave)
        chooser.setObjectName("exportStyleFile")
        chooser.setDefaultSuffix(ARCHIVE_SUFFIX[1:])
        chooser.selectFile(f"{pin.replace('@', '-')}{ARCHIVE_SUFFIX}")
        chooser.fileSelected.connect(lambda name: self._export(pin, Path(name)))
        chooser.open()

    def _export(self, pin: str, file: Path) -> None:
        self.bench.memory.setValue(_FOLDER, str(file.parent))

        async def export() -> None:
            written = await self._styling.export(pin, file)
            self.told.emit("done", tr("{style} is in {file}.").format(style=pin, file=written), "", None)

        self.bench.tasks.start(export(), QT_TR_NOOP("Could not export {pin}."), pin=pin)

    def _chooser(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        chooser = QFileDialog(self, title, str(self.bench.memory.value(_FOLDER, str(Path.home()))))
        chooser.setAcceptMode(mode)
        chooser.setNameFilter(tr("Styles (*{suffix} *.zip)").format(suffix=ARCHIVE_SUFFIX))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return chooser

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome style packages; everything else is the window's."""
        if _packages(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        event.acceptProposedAction()
        for package in _packages(event.mimeData()):
            self.take_in(package)

    def _menu(self, below: QWidget, verbs: list[Verb]) -> None:
        menu = QMenu(self)
        menu.setObjectName("styleMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, text, run in verbs:
            action = menu.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(lambda _checked=False, do=run: do())
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Escape."""
        if event.key() == Qt.Key.Key_Escape and self._styling.draft is not None:
            self._styling.open("")
        else:
            super().keyPressEvent(event)


def _packages(dropped: QMimeData) -> list[Path]:
    """Return the files among what is dragged that can be style packages."""
    paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in (ARCHIVE_SUFFIX, ".zip") or is_package(path)]


def is_package(path: Path) -> bool:
    """Whether a folder holds a style."""
    return path.is_dir() and (path / "style.toml").is_file()
