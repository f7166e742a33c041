"""What the workspace occupies, what of it nobody needs, and how to let go of that."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QProgressBar, QStackedLayout, QWidget

from core.schema.storage import Storage, Tidied, TidyLimits
from ui import theme
from ui.controllers.queue import Occupation, QueueController
from ui.controllers.stages import STAGE_TITLES
from ui.widgets.basics import ElidedLabel, button, clear_grid, column, label, listed, row, rule
from ui.widgets.dates import moment
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.fields import CalmSpinBox
from ui.widgets.share_bar import ShareBar
from ui.widgets.timecode import file_size
from ui.wording import QT_TR_NOOP, tr

_LIMIT_PX = 150
_GIGABYTE = 1_000_000_000
_TIDYING = QT_TR_NOOP(
    "What no clip you keep needs can go by itself at quiet moments, the oldest first. What clips need stays."
)
_MOVING = QT_TR_NOOP(
    "To take it to another computer, export it to one file under File › Workspaces › More. Your videos go along "
    "if you say so."
)


class StorageDialog(Dialog):
    """Shows sizes by stage; one button frees what no kept clip needs."""

    def __init__(self, queue: QueueController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("storageDialog")
        self.setWindowTitle(tr("Storage"))
        self._queue = queue
        self._head = label("", "heading", wraps=True)
        self._head.setObjectName("storageHead")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._said = label("", "muted", wraps=True)
        self._said.setObjectName("storageSaid")
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._free = button("", queue.free_storage, is_primary=True)
        self._free.setObjectName("freeStorage")
        self._again = button(tr("Try again"), queue.look_at_storage, "retry")
        self._again.setObjectName("lookAgain")
        self._show_folder = button(tr("Show the workspace folder"), self._on_show_folder, "folder")
        self._show_folder.setObjectName("showWorkspace")
        limits = queue.limits()
        self._days = _limit(
            "tidyDays", tr("Keep what nobody needs so many days"), tr("any age"), 3650, limits.days
        )
        days = tr("days", "behind a number")
        self._days.setSuffix(f" {days}")
        self._gigabytes = _limit(
            "tidyGigabytes",
            tr("Keep so many gigabytes of intermediate files"),
            tr("any size"),
            100_000,
            _gigabytes(limits),
        )
        self._gigabytes.setSuffix(" GB")
        for field in (self._days, self._gigabytes):
            field.valueChanged.connect(lambda _value: self._on_limits_changed())
        self._pages = QStackedLayout()
        self._build(queue.folder())
        queue.occupation_changed.connect(self._show)
        self._show()
        queue.look_at_storage()

    def _build(self, folder: Path) -> None:
        where = ElidedLabel(str(folder), "small")
        where.setObjectName("workspaceFolder")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        sizes = QWidget()
        inside = column(spacing=8)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addLayout(self._grid)
        inside.addStretch(1)
        sizes.setLayout(inside)
        area = listed(sizes)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("What takes up space"))
        layout = column(self._head, where, self._busy, area, self._said, rule(), spacing=10)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setStretchFactor(area, 1)
        layout.addWidget(label(tr(_TIDYING), "small", wraps=True))
        layout.addLayout(row(label(tr("At most")), self._days, self._gigabytes, None, spacing=12))
        layout.addWidget(label(tr(_MOVING), "small", wraps=True))
        close = button(tr("Close"), self.reject)
        layout.addLayout(row(self._show_folder, None, self._again, close, self._free))
        for made in (self._show_folder, self._again, close, self._free):
            # Enter ends a number that is typed above, and frees nothing.
            made.setAutoDefault(False)
        self.setLayout(layout)
        self.resize(660, 620)

    def _show(self) -> None:
        known = self._queue.occupation
        self._busy.setVisible(bool(known.doing))
        self._head.setText(_head(known))
        self._show_sizes(known.storage)
        self._said.setText(_said(known, self._queue.tidied()))
        self._said.setVisible(bool(self._said.text()))
        self._said.setProperty("role", "error" if known.problem else "muted")
        self._said.style().polish(self._said)
        self._again.setVisible(bool(known.problem) and not known.doing)
        unused = known.storage.unused_bytes if known.storage else 0
        self._free.setEnabled(unused > 0 and not known.doing)
        self._free.setText(_free_words(known, unused))

    def _show_sizes(self, storage: Storage | None) -> None:
        clear_grid(self._grid)
        if storage is None or not storage.bytes:
            return
        lines = [
            (tr(STAGE_TITLES.get(stage.stage, stage.stage)), stage.bytes, stage.unused_bytes)
            for stage in storage.stages
            if stage.bytes
        ]
        if storage.downloads_bytes:
            lines.append((tr("Sources from the network"), storage.downloads_bytes, storage.downloads_unused_bytes))
        if storage.films_bytes:
            lines.append((tr("Films of contact sheets"), storage.films_bytes, storage.films_bytes))
        if storage.other_bytes:
            lines.append((tr("Thumbnails, transcripts, backups, database"), storage.other_bytes, 0))
        largest = max(size for _, size, _ in lines)
        for place, text in enumerate((tr("Made by"), "", tr("Size"), tr("Unused"))):
            self._put(label(text, "section"), 0, place)
        for line, (title, size, unused) in enumerate(lines, start=1):
            bar = ShareBar("accent", "maybe")
            bar.show_shares((size - unused) / largest, unused / largest)
            self._put(label(title), line, 0)
            self._grid.addWidget(bar, line, 1)
            self._put(label(file_size(size), "small"), line, 2)
            self._put(label(file_size(unused) if unused else "–", "caution" if unused else "small"), line, 3)

    def _put(self, widget: QWidget, line: int, place: int) -> None:
        side = Qt.AlignmentFlag.AlignRight if place > 1 else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(widget, line, place, side | Qt.AlignmentFlag.AlignVCenter)

    def _on_limits_changed(self) -> None:
        before, shown = self._queue.limits(), self._gigabytes.value()
        # As the command line may have set it, to the byte.
        most = before.most_bytes if shown == _gigabytes(before) else shown * _GIGABYTE
        self._queue.set_limits(TidyLimits(days=self._days.value(), most_bytes=most))

    def _on_show_folder(self) -> None:
        folder = self._queue.folder()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._said.setText(tr("The workspace is in {folder}").format(folder=folder))
            self._said.show()


def _head(known: Occupation) -> str:
    storage = known.storage
    if storage is None:
        return "" if known.problem else tr("Looking at the workspace…")
    if not storage.bytes:
        told = tr("The workspace is empty. {free} free on its disk.")
        return told.format(free=file_size(storage.free_bytes))
    told = tr("{size} in the workspace, {free} free on its disk")
    return told.format(size=file_size(storage.bytes), free=file_size(storage.free_bytes))


def _limit(name: str, spoken: str, none: str, most: int, value: int) -> CalmSpinBox:
    """Return a field for a limit, of which 0 is none, in words."""
    made = CalmSpinBox()
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setRange(0, most)
    made.setSpecialValueText(none)
    made.setValue(value)
    theme.fix_width(made, _LIMIT_PX)
    return made


def _gigabytes(limits: TidyLimits) -> int:
    """Return a limit in whole gigabytes; less than one, as the command line may set, is shown as one."""
    return -(-limits.most_bytes // _GIGABYTE)


def _said(known: Occupation, tidied: Tidied | None) -> str:
    if known.problem:
        return known.problem
    parts = [] if known.freed is None else [tr("{size} freed.").format(size=file_size(known.freed))]
    if tidied is not None:
        told = tr("{size} went by itself last, {when}.")
        parts.append(told.format(size=file_size(tidied.bytes), when=moment(tidied.at)))
    storage = known.storage
    if storage is not None and storage.exported_bytes:
        told = tr("Finished files take {size} in your folders; they always stay.")
        parts.append(told.format(size=file_size(storage.exported_bytes)))
    if storage is not None and storage.unused_bytes:
        parts.append(tr("Unused is what no clip you keep needs; it is made again should it be wanted."))
    return " ".join(parts)


def _free_words(known: Occupation, unused: int) -> str:
    if known.doing == "freeing":
        return tr("Freeing…")
    if known.doing == "looking" and known.storage is None:
        return tr("Looking…")
    return tr("Free {size}", "verb").format(size=file_size(unused)) if unused else tr("Nothing to free")
