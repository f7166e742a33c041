"""A contact sheet: which clips, in which shape, into which file; then how far it is and what came of it."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QStackedLayout,
    QWidget,
)

from core.schema.choice import ASPECTS
from core.schema.clip import Clip
from core.schema.sheet import SheetWritten
from ui.panel import Workbench
from ui.widgets.basics import button, column, label, row
from ui.widgets.chooser import Chooser
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.timecode import file_size, length
from ui.wording import file_kinds, told, tr

_FOLDER, _SHAPE = "sheet_folder", "sheet_shape"
_CHOOSING, _WORKING, _DONE = range(3)


class SheetDialog(Dialog):
    """Three pages: what is to be on it, how far it is, and what was written. Folder and shape are remembered."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheetDialog")
        self.setWindowTitle(tr("Contact sheet"))
        self._bench = bench
        self._sheets = bench.sheets
        self.run_id = bench.review.run_id
        self._work: asyncio.Future[None] | None = None
        self._written: SheetWritten | None = None
        self._clips = QListWidget()
        self._clips.setObjectName("sheetClips")
        self._clips.setAccessibleName(tr("Clips on the sheet"))
        shown = [clip for clip in bench.review.clips if clip.decision != "rejected"]
        for clip in sorted(shown, key=lambda clip: (-bench.taste.standing(clip).score, clip.cut.start)):
            self._clips.addItem(_line(clip))
        self._shape = Chooser()
        self._shape.setObjectName("sheetShape")
        self._shape.setAccessibleName(tr("Shape"))
        for aspect in ASPECTS:
            self._shape.addItem(aspect, aspect)
        self._shape.setCurrentIndex(max(0, self._shape.findData(str(bench.memory.value(_SHAPE, "9:16")))))
        self._file = QLineEdit(str(self._suggested()))
        self._file.setObjectName("sheetFile")
        self._file.setAccessibleName(tr("File"))
        self._problem = label("", "error", wraps=True)
        self._problem.setObjectName("sheetProblem")
        self._sum = label("", "muted")
        self._sum.setObjectName("sheetSum")
        self._start = button(tr("Make the sheet"), self._on_start, is_primary=True)
        self._start.setObjectName("makeSheet")
        self._start.setDefault(True)
        self._pages = QStackedLayout()
        for page in (self._choice_page(), self._work_page(), self._done_page()):
            self._pages.addWidget(page)
        self.setLayout(self._pages)
        self.setMinimumSize(560, 440)
        self.resize(600, 540)
        self._clips.itemChanged.connect(lambda _line: self._count())
        self._file.textChanged.connect(lambda _text: self._count())
        self._sheets.progressed.connect(self._on_progressed)
        self._sheets.written.connect(self._on_written)
        self._sheets.refused.connect(self._on_refused)
        self._count()

    def _suggested(self) -> Path:
        folder = Path(str(self._bench.memory.value(_FOLDER, str(Path.home() / "Shortlist"))))
        run = self._bench.review.run
        name = Path(run.source_name).stem if run is not None else ""
        return folder / (tr("{name} clips").format(name=name) + ".html")

    def _choice_page(self) -> QWidget:
        about = tr(
            "One page with small films of the clips, which any browser plays, also without a network. Whoever gets"
            " it approves, rejects and writes notes, and sends you the small file that it saves."
        )
        choose = button(tr("Choose…"), self._on_choose)
        choose.setObjectName("sheetChoose")
        place = row(self._file, choose)
        place.setStretch(0, 1)
        layout = column(label(about, "muted", wraps=True), spacing=8)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addWidget(label(tr("Clips"), "heading"))
        layout.addWidget(self._clips, 1)
        layout.addLayout(row(label(tr("Shape"), "heading"), self._shape, None, spacing=12))
        layout.addWidget(label(tr("File"), "heading"))
        layout.addLayout(place)
        layout.addWidget(self._problem)
        layout.addLayout(row(self._sum, None, button(tr("Cancel"), self.reject), self._start))
        page = QWidget()
        page.setLayout(layout)
        return page

    def _work_page(self) -> QWidget:
        self._doing = label("", wraps=True)
        self._doing.setObjectName("sheetDoing")
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("How far the sheet is"))
        self._stop = button(tr("Cancel"), self._on_stop)
        self._stop.setObjectName("sheetStop")
        layout = column(None, label(tr("Making the contact sheet…"), "heading"), self._bar, self._doing, None)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(row(None, self._stop))
        page = QWidget()
        page.setLayout(layout)
        return page

    def _done_page(self) -> QWidget:
        self._heading = label("", "heading", wraps=True)
        self._heading.setObjectName("sheetHeading")
        self._where = label("", wraps=True)
        self._where.setObjectName("sheetWhere")
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notes = label("", "warning", wraps=True)
        how = tr("When the answers are back, take them over with Run › Read answers of a contact sheet.")
        self._open = button(tr("Open in browser"), self._on_open, is_primary=True)
        self._open.setObjectName("sheetOpen")
        show = button(tr("Show in folder"), self._on_show, "folder")
        show.setObjectName("sheetShow")
        layout = column(self._heading, self._where, self._notes, label(how, "muted", wraps=True), None, spacing=10)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(row(show, None, button(tr("Close"), self.accept), self._open))
        page = QWidget()
        page.setLayout(layout)
        return page

    def _chosen(self) -> list[str]:
        lines = (self._clips.item(place) for place in range(self._clips.count()))
        return [str(each.data(Qt.ItemDataRole.UserRole)) for each in lines if _is_ticked(each)]

    def _count(self) -> None:
        count = len(self._chosen())
        self._start.setEnabled(count > 0 and bool(self._file.text().strip()))
        self._sum.setText(tr("%n clips", "", count) if count else tr("Choose a clip"))

    def _on_choose(self) -> None:
        chooser = QFileDialog(self, tr("Contact sheet"), self._file.text())
        chooser.setObjectName("sheetChooser")
        chooser.setFileMode(QFileDialog.FileMode.AnyFile)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(file_kinds((tr("Web page"), "*.html")))
        chooser.setDefaultSuffix("html")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._file.setText)
        chooser.open()

    def _on_start(self) -> None:
        file = Path(self._file.text().strip()).expanduser()
        if file.suffix.lower() != ".html":
            file = file.with_name(f"{file.name}.html")
        memory, shape = self._bench.memory, self._shape.currentData()
        memory.setValue(_FOLDER, str(file.parent))
        memory.setValue(_SHAPE, shape)
        self._problem.setText("")
        self._bar.setValue(0)
        self._doing.setText("")
        self._pages.setCurrentIndex(_WORKING)
        self._work = self._sheets.write(self.run_id, self._chosen(), shape, file)

    def _on_progressed(self, done: float, words: str) -> None:
        self._bar.setValue(round(1000 * done))
        self._doing.setText(words)

    def _on_stop(self) -> None:
        if self._work is not None:
            self._work.cancel()
        self._pages.setCurrentIndex(_CHOOSING)

    def _on_written(self, written: SheetWritten) -> None:
        self._written = written
        words = tr("%n clips are on the sheet, {size}", "", written.clips)
        self._heading.setText(words.format(size=file_size(written.size_bytes)))
        self._where.setText(str(written.file))
        self._notes.setText("\n".join(map(told, written.told)))
        self._notes.setVisible(bool(written.told))
        self._pages.setCurrentIndex(_DONE)
        self._open.setFocus()

    def _on_refused(self, why: str) -> None:
        self._problem.setText(why)
        self._pages.setCurrentIndex(_CHOOSING)

    def _on_open(self) -> None:
        if self._written is not None:
            self._show(self._written.file)

    def _on_show(self) -> None:
        if self._written is not None:
            self._show(self._written.file.parent)

    def _show(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._heading.setText(tr("Nothing here can open {path}").format(path=path))

    def done(self, result: int) -> None:
        """Stop the work with the dialog."""
        if self._work is not None and not self._work.done():
            self._work.cancel()
        super().done(result)


def _line(clip: Clip) -> QListWidgetItem:
    title = clip.wording.title or tr("Untitled clip")
    made = QListWidgetItem(f"{title}   {length(clip.cut.duration)}")
    made.setData(Qt.ItemDataRole.UserRole, clip.id)
    made.setFlags(made.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    made.setCheckState(Qt.CheckState.Checked)
    return made


def _is_ticked(line: QListWidgetItem) -> bool:
    return line.checkState() == Qt.CheckState.Checked
