"""The morning report: what became of videos that were worked on while nobody looked, and of former batches."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QListWidget, QListWidgetItem, QScrollArea, QWidget

from core.schema.batch import Batch
from core.schema.morning import MorningReport, SourceReport
from ui.controllers.batches import BatchController
from ui.delegates.named_row import name_rows
from ui.recipes.morning_words import batch_words, figures, headline
from ui.recipes.source_card import SourceCard
from ui.widgets.basics import button, clear, column, label, restyle, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.wording import QT_TR_NOOP, file_kinds, tr

_LIST_PX = 230
_FOLDER = "report_folder"
_NOTHING = QT_TR_NOOP(
    "With a recipe that approves the best clips and makes their files at once, videos are worked on while nobody "
    "looks, and what became of them is told here."
)


class MorningDialog(Dialog):
    """Former batches on one side, what became of the one in hand on the other; it follows one that is worked on.

    Signals:
        run_wanted(str): The user wants to see a run.
    """

    run_wanted = Signal(str)

    def __init__(
        self, batches: BatchController, memory: QSettings, batch_id: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("morningDialog")
        self.setWindowTitle(tr("Morning report"))
        self._batches = batches
        self._memory = memory
        self._report: MorningReport | None = None
        self._opens = False
        self._found: list[Batch] = []
        self._state: tuple[int, int] | None = None
        self._list = QListWidget()
        self._list.setObjectName("batchList")
        self._list.setAccessibleName(tr("Batches"))
        self._list.setFixedWidth(_LIST_PX)
        name_rows(self._list)
        self._head = label(tr("Looking…"), "title", wraps=True)
        self._head.setObjectName("morningHead")
        self._figures = label("", "muted", wraps=True)
        self._figures.setObjectName("morningFigures")
        self._cards = column(spacing=8)
        self._told = label("", "muted", wraps=True)
        self._told.setObjectName("morningTold")
        self._retry = button(tr("Try again what failed"), self._on_retry_all, "retry")
        self._retry.setObjectName("retryAll")
        self._open = button(tr("Open in browser"), self._on_open)
        self._open.setObjectName("openReport")
        self._save = button(tr("Save…", "verb"), self._on_save)
        self._save.setObjectName("saveReport")
        self._build()
        self._list.currentRowChanged.connect(lambda _place: self._ask())
        batches.reported.connect(self._on_reported)
        batches.written.connect(self._on_written)
        batches.refused.connect(lambda why: self._tell(why, "error"))
        batches.changed.connect(self._on_changed)
        self._fill(batch_id)

    def _build(self) -> None:
        body = QWidget()
        inside = column(spacing=8)
        inside.setContentsMargins(0, 0, 10, 0)
        inside.addLayout(self._cards)
        inside.addStretch(1)
        body.setLayout(inside)
        area = QScrollArea()
        area.setAccessibleName(tr("What became of each video"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        right = column(self._head, self._figures, area, self._told, spacing=8)
        right.setStretch(2, 1)
        close = button(tr("Close"), self.accept)
        close.setDefault(True)
        right.addLayout(row(self._retry, None, self._open, self._save, close))
        whole = row(spacing=20)
        whole.setContentsMargins(DIALOG_MARGINS)
        whole.addWidget(self._list)
        whole.addLayout(right, 1)
        self.setLayout(whole)
        self.setMinimumSize(780, 420)
        self.resize(960, 660)

    # Showing

    def _fill(self, batch_id: str) -> None:
        """List the batches; the one that is asked for is in hand, else the latest."""
        self._found = self._batches.batches()
        for batch in self._found:
            self._add(batch_words(batch), batch.id)
        self._add(tr("The last 24 hours\nwhatever was worked on"), "")
        ids = [batch.id for batch in self._found]
        self._list.setCurrentRow(ids.index(batch_id) if batch_id in ids else 0)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, text: str, batch_id: str) -> None:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, batch_id)
        self._list.addItem(item)

    @property
    def batch_id(self) -> str:
        """The id of the batch in hand, empty for the last day."""
        item = self._list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _ask(self) -> None:
        self._tell("")
        self._batches.report(self.batch_id)

    def _on_changed(self) -> None:
        """Ask anew where the batch in hand got further; its report says what is there, not how far each is."""
        standing = next((each for each in self._batches.working() if each.batch.id == self.batch_id), None)
        state = (standing.done, standing.failed) if standing else None
        if self.batch_id and state != self._state:
            self._state = state
            self._batches.report(self.batch_id)

    def _on_reported(self, batch_id: str, report: MorningReport) -> None:
        if batch_id != self.batch_id:
            return
        self._report = report
        batch = next((each for each in self._found if each.id == batch_id), None)
        at_work = sum(self._batches.is_working(batch_id, item.id) for item in batch.items) if batch else 0
        self._head.setText(headline(report, at_work))
        self._figures.setText(figures(report) if report.sources else tr(_NOTHING))
        clear(self._cards)
        for place, source in enumerate(report.sources):
            self._cards.addWidget(self._card(place, source))
        for each in (self._open, self._save):
            each.setEnabled(bool(report.sources))
        self._retry.setVisible(bool(self._items_to_retry()))

    def _card(self, place: int, source: SourceReport) -> SourceCard:
        item_id = self._item_id(place)
        is_at_work = bool(item_id) and self._batches.is_working(self.batch_id, item_id)
        card = SourceCard(source, is_at_work, can_retry=bool(item_id))
        card.opened.connect(lambda: self.run_wanted.emit(source.run_id))
        card.shown.connect(lambda: self._show_folder(source))
        card.retried.connect(lambda: self._batches.retry(self.batch_id, item_id))
        return card

    def _item_id(self, place: int) -> str:
        """Return which of the batch's videos stands at a place: a report tells of them in the batch's order."""
        batch = next((each for each in self._found if each.id == self.batch_id), None)
        return batch.items[place].id if batch is not None else ""

    def _items_to_retry(self) -> list[str]:
        sources = self._report.sources if self._report is not None and self.batch_id else ()
        ids = [self._item_id(place) for place, source in enumerate(sources) if source.can_be_tried_again]
        return [each for each in ids if not self._batches.is_working(self.batch_id, each)]

    def _tell(self, text: str, role: str = "muted") -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))
        restyle(self._told, "role", role)

    # What the user wants

    def _on_retry_all(self) -> None:
        for item_id in self._items_to_retry():
            self._batches.retry(self.batch_id, item_id)

    def _on_open(self) -> None:
        if self._report is not None:
            self._opens = True
            self._batches.write(self._report, self._batches.page(self.batch_id))

    def _on_save(self) -> None:
        chooser = QFileDialog(self, tr("Save the report"), str(self._memory.value(_FOLDER, str(Path.home()))))
        chooser.setObjectName("reportChooser")
        chooser.setFileMode(QFileDialog.FileMode.AnyFile)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(file_kinds((tr("Web page"), "*.html"), (tr("Markdown"), "*.md")))
        chooser.setDefaultSuffix("html")
        chooser.filterSelected.connect(lambda kind: chooser.setDefaultSuffix("md" if "*.md" in kind else "html"))
        chooser.selectFile(tr("Morning report") + ".html")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(lambda name: self._save_to(Path(name)))
        chooser.open()

    def _save_to(self, file: Path) -> None:
        self._memory.setValue(_FOLDER, str(file.parent))
        if self._report is not None:
            self._opens = False
            self._batches.write(self._report, file)

    def _on_written(self, file: Path) -> None:
        if self._opens and QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            return
        self._tell(tr("The report is in {path}").format(path=file))

    def _show_folder(self, source: SourceReport) -> None:
        folder = next(made.file.parent for clip in source.clips for made in clip.files)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._tell(tr("Nothing here can open {path}").format(path=folder), "error")
