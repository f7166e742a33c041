"""Hand clips to an editing program: which, for which program, into which folder; then what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedLayout,
    QWidget,
)

from core.schema.clip import Clip
from core.schema.handoff import HandoffKind, HandoffWritten
from ui.panel import Workbench
from ui.widgets.basics import button, column, label, row
from ui.widgets.chooser import Chooser
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.timecode import length, with_sign
from ui.wording import QT_TR_NOOP, told, tr

_ABOUT = {
    "fcpxml": QT_TR_NOOP("All clips in one project, and each in one of its own. Captions are titles."),
    "fcp7": QT_TR_NOOP(
        "For File › Import in Premiere Pro: a sequence of all clips, and one of each. Captions are titles."
    ),
    "otio": QT_TR_NOOP("For DaVinci Resolve, Kdenlive and others that open timelines. Captions lie beside it."),
    "edl": QT_TR_NOOP("Cuts alone, for Avid and whatever else conforms. Captions lie beside it."),
    "csv": QT_TR_NOOP(
        "For spreadsheets, and for times to type into Descript. Times, titles and notes may be changed there and "
        "read back."
    ),
    "losslesscut": QT_TR_NOOP("Segments to cut without encoding again. Captions lie beside it."),
}


class HandOffDialog(Dialog):
    """Two pages: what to hand over, and what was written. Remembers program and folder for the next time."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("handOffDialog")
        self.setWindowTitle(tr("Hand off to an editor"))
        self.setMinimumSize(560, 460)
        self._bench = bench
        self._hand_off = bench.hand_off
        self.run_id = bench.review.run_id
        approved = [clip for clip in bench.review.clips if clip.decision == "approved"]
        # As the list ranks them, and as they follow each other in the file.
        self._approved = sorted(approved, key=lambda clip: (-bench.taste.standing(clip).score, clip.cut.start))
        self._written: HandoffWritten | None = None
        self._clips = self._make_clips()
        self._kind = self._make_kinds()
        self._about = label("", "muted", wraps=True)
        self._about.setObjectName("handOffAbout")
        self._each = QCheckBox(tr("A file of each clip alone"))
        self._each.setObjectName("handOffEach")
        self._each.setChecked(bench.memory.value("handoff_each", "no") == "yes")
        self._folder = QLineEdit(str(bench.memory.value("handoff_folder", str(Path.home() / "Shortlist"))))
        self._folder.setObjectName("handOffFolder")
        self._folder.setAccessibleName(tr("Folder for the files"))
        self._problem = label("", "error", wraps=True)
        self._problem.setObjectName("handOffProblem")
        self._sum = label("", "muted")
        self._sum.setObjectName("handOffSum")
        self._start = button(tr("Hand off"), self._on_start, is_primary=True)
        self._start.setObjectName("startHandOff")
        self._start.setDefault(True)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._choice_page())
        self._pages.addWidget(self._done_page())
        self.setLayout(self._pages)
        self.resize(600, 560)
        self._kind.currentIndexChanged.connect(lambda _place: self._show_kind())
        self._folder.textChanged.connect(lambda _text: self._count())
        self._hand_off.written.connect(self._on_written)
        self._hand_off.refused.connect(self._on_refused)
        self._show_kind()
        self._count()

    def _make_clips(self) -> QListWidget:
        made = QListWidget()
        made.setObjectName("handOffClips")
        made.setAccessibleName(tr("Clips to hand over"))
        for clip in self._approved:
            made.addItem(_clip_line(clip))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.itemChanged.connect(lambda _line: self._count())
        return made

    def _make_kinds(self) -> Chooser:
        made = Chooser()
        made.setObjectName("handOffKind")
        made.setAccessibleName(tr("Editing program"))
        for kind in self._hand_off.kinds():
            made.addItem(kind.title, kind.name)
        remembered = str(self._bench.memory.value("handoff_kind", ""))
        made.setCurrentIndex(max(0, made.findData(remembered)))
        return made

    def _choice_page(self) -> QWidget:
        page = QWidget()
        layout = column(label(tr("Approved clips"), "heading"), self._clips, spacing=8)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setStretch(1, 1)
        layout.addSpacing(2)
        layout.addWidget(label(tr("Editing program"), "heading"))
        layout.addWidget(self._kind)
        layout.addWidget(self._about)
        layout.addWidget(self._each)
        layout.addSpacing(2)
        layout.addWidget(label(tr("Folder"), "heading"))
        chooser = row(self._folder, button(tr("Choose…"), self._on_choose_folder))
        chooser.setStretch(0, 1)
        layout.addLayout(chooser)
        layout.addWidget(self._problem)
        layout.addSpacing(6)
        layout.addLayout(row(self._sum, None, button(tr("Cancel"), self.reject), self._start))
        page.setLayout(layout)
        return page

    def _done_page(self) -> QWidget:
        page = QWidget()
        self._heading = label("", "heading", wraps=True)
        self._heading.setObjectName("handOffHeading")
        self._files = QListWidget()
        self._files.setObjectName("handOffFiles")
        self._files.setAccessibleName(tr("Files that were written"))
        self._notes = label("", "warning", wraps=True)
        self._notes.setObjectName("handOffNotes")
        how = tr("When you have cut there, export the sequence and read it with Run › Read changes back.")
        self._show_folder = button(tr("Show in folder"), self._on_show_folder, "folder", is_primary=True)
        self._show_folder.setObjectName("handOffShowFolder")
        layout = column(self._heading, self._files, self._notes, label(how, "muted", wraps=True), spacing=10)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setStretch(1, 1)
        layout.addLayout(row(None, button(tr("Close"), self.accept), self._show_folder))
        page.setLayout(layout)
        return page

    def _kind_chosen(self) -> HandoffKind:
        return self._hand_off.kinds()[max(0, self._kind.currentIndex())]

    def _show_kind(self) -> None:
        self._about.setText(tr(_ABOUT.get(self._kind_chosen().name, "")))

    def _chosen_clips(self) -> list[str]:
        lines = (self._clips.item(place) for place in range(self._clips.count()))
        return [
            str(line.data(Qt.ItemDataRole.UserRole))
            for line in lines
            if line.checkState() == Qt.CheckState.Checked
        ]

    def _count(self) -> None:
        count = len(self._chosen_clips())
        self._start.setEnabled(count > 0 and bool(self._folder.text().strip()))
        if count:
            self._sum.setText(tr("%n clips", "", count))
        else:
            self._sum.setText(tr("Choose a clip") if self._clips.count() else tr("Approve a clip first"))

    def _on_choose_folder(self) -> None:
        chooser = QFileDialog(self, tr("Folder for the files"), self._folder.text())
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._folder.setText)
        chooser.open()

    def _on_start(self) -> None:
        memory, kind, folder = self._bench.memory, self._kind_chosen().name, self._folder.text().strip()
        memory.setValue("handoff_kind", kind)
        memory.setValue("handoff_folder", folder)
        memory.setValue("handoff_each", "yes" if self._each.isChecked() else "no")
        self._problem.setText("")
        self._start.setEnabled(False)
        self._sum.setText(tr("Writing…"))
        ids = self._chosen_clips()
        self._hand_off.write(self.run_id, ids, kind, Path(folder).expanduser(), self._each.isChecked())

    def _on_written(self, written: HandoffWritten) -> None:
        self._written = written
        text = tr("%n clips handed over, times counted at {rate} frames a second", "", written.clips)
        self._heading.setText(text.format(rate=with_sign(told(written.rate), QLocale().decimalPoint())))
        self._files.clear()
        for file in written.files:
            line = QListWidgetItem(file.name)
            line.setToolTip(str(file))
            self._files.addItem(line)
        self._notes.setText("\n".join(written.told))
        self._notes.setVisible(bool(written.told))
        self._pages.setCurrentIndex(1)
        self._show_folder.setFocus()

    def _on_refused(self, why: str) -> None:
        self._problem.setText(why)
        self._count()

    def _on_show_folder(self) -> None:
        if self._written is None:
            return
        folder = self._written.files[0].parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._heading.setText(tr("Nothing here can open {path}").format(path=folder))


def _clip_line(clip: Clip) -> QListWidgetItem:
    title = clip.wording.title or tr("Untitled clip")
    line = QListWidgetItem(f"{title}   {length(clip.cut.duration)}")
    line.setData(Qt.ItemDataRole.UserRole, clip.id)
    line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    line.setCheckState(Qt.CheckState.Checked)
    return line
