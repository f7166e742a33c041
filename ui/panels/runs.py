"""All runs: the queue in its order, then what is done; how far each is, and what can be done about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QSplitter, QStackedLayout, QWidget

from ui import theme
from ui.controllers.standing import RunLine
from ui.delegates.run_row import ROW_HEIGHT_PX, RunRowDelegate
from ui.models.runs import LineRole, RunModel
from ui.panel import Panel, Workbench
from ui.runs.details import RunDetails
from ui.runs.verbs import RunVerbs
from ui.widgets.basics import Segments, column, label
from ui.widgets.whole_rows import keep_rows_whole
from ui.wording import QT_TR_NOOP, tr

_EMPTY = {
    "": QT_TR_NOOP("No runs yet. Import a video to start one."),
    "waiting": QT_TR_NOOP("Nothing is waiting."),
    "working": QT_TR_NOOP("Nothing is being worked on."),
    "done": QT_TR_NOOP("Nothing is done yet."),
    "failed": QT_TR_NOOP("Nothing failed."),
}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS = (*_OPENING, Qt.Key.Key_Delete, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)

# A run of each, and the buttons of the one in hand.
_LIST_LEAST_PX, _DETAILS_LEAST_PX = 48, 64
_BELOW_ROWS_PX = 8


class RunList(QListView):
    """The list, with its keys, its menu and its dragging.

    Signals:
        opened(QModelIndex): A run shall be opened.
        deleting(QModelIndex): A run shall be deleted.
        menu_wanted(QModelIndex, QPoint): What can be done with a run shall be shown, at a point of the screen.
    """

    opened = Signal(QModelIndex)
    deleting = Signal(QModelIndex)
    menu_wanted = Signal(QModelIndex, QPoint)

    def __init__(self, model: RunModel) -> None:
        super().__init__()
        self.setObjectName("runList")
        self.setAccessibleName(tr("Runs"))
        self.setModel(model)
        self.setItemDelegate(RunRowDelegate(self))
        self.setProperty("ownKeys", [key.value for key in _KEYS])
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.doubleClicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open and delete by key; the rest is the list's own."""
        index = self.currentIndex()
        if index.isValid() and event.key() in _OPENING:
            self.opened.emit(index)
        elif index.isValid() and event.key() == Qt.Key.Key_Delete:
            self.deleting.emit(index)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the row under the pointer, or by key of the row in hand."""
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).center() if is_by_key else event.pos()
            self.menu_wanted.emit(index, self.viewport().mapToGlobal(place))

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where a run was dropped; the row moves once the queue has moved it."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        row = index.row() if index.isValid() else self.model().rowCount()
        if index.isValid() and place.y() > self.visualRect(index).center().y():
            row += 1
        self.model().dropMimeData(event.mimeData(), Qt.DropAction.MoveAction, row, 0, QModelIndex())
        # Nothing for the view to remove.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.stopDragging()

    def stopDragging(self) -> None:
        """Take the marks of a drag away."""
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()


class RunsPanel(Panel):
    """The list of runs with its filter, and the run in hand below it."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._library = bench.library
        self._review = bench.review
        self._selected = ""
        self._is_behind = False
        self._runs, self._is_parted = 0, False
        self.verbs = RunVerbs(bench, self)
        self._model = RunModel(bench.sources.severity, self)
        self._list = RunList(self._model)
        self._filter = Segments([(standing, title) for standing, title in _filters()], tr("Show runs"))
        self._filter.setObjectName("runFilter")
        self._filter.fill_width()
        self._filter.choose("")
        self._empty = label("", "muted", wraps=True)
        self._empty.setObjectName("runsEmpty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(24)
        self._parts = QSplitter(Qt.Orientation.Vertical, self)
        self._details = RunDetails(bench.library, bench.sources, bench.queue, self.verbs, self._parts)
        self._details.hide()
        self._build()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while the panel was out of sight.

        Where panels are put in their places each is shown for a moment, also those that end up behind others:
        details, which are many widgets, follow once the panel is painted, as where another run is opened.
        """
        super().showEvent(event)
        self._is_behind = True
        self._show_runs()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Catch up as soon as this is over."""
        super().paintEvent(event)
        if self._is_behind:
            self._is_behind = False
            QTimer.singleShot(0, self, self._show_details)

    def get_ready(self) -> Iterator[None]:
        """Make the details ready to be shown, a part a step."""
        yield from self._details.get_ready()

    def _build(self) -> None:
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        body.setMinimumHeight(_LIST_LEAST_PX)
        self._details.setMinimumHeight(_DETAILS_LEAST_PX)
        self._parts.setChildrenCollapsible(False)
        self._parts.addWidget(body)
        self._parts.addWidget(self._details)
        self._parts.splitterMoved.connect(lambda _at, _place: self._keep_parted())
        keep_rows_whole(self._list)
        layout = column(self._filter, self._parts, spacing=8)
        layout.setStretch(1, 1)
        layout.setContentsMargins(8, 10, 8, 8)
        self.setLayout(layout)

    def _connect(self) -> None:
        self._filter.chosen.connect(self._on_filter_chosen)
        self._list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._list.opened.connect(lambda index: self._review.show_run(_line(index).run.id))
        self._list.deleting.connect(lambda index: self.verbs.ask_to_delete(_line(index).run.id))
        self._list.menu_wanted.connect(self._on_menu_wanted)
        self._model.dropped.connect(self._library.move_before)
        self._library.runs_changed.connect(self._show_runs)
        self._library.stages_changed.connect(self._on_stages_changed)
        self._review.run_opened.connect(self._on_run_opened)
        self.bench.sources.source_read.connect(self._on_source_read)

    def take_focus(self) -> None:
        """Give the list the keyboard."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_runs(self) -> None:
        if not self.isVisible():
            return
        lines = self._library.lines()
        wanted = self._filter.choice()
        shown = [line for line in lines if not wanted or line.standing == wanted]
        self._show_counts(lines)
        self._runs = len(lines)
        row = self._list.currentIndex().row()
        self._model.show(shown, self._review.run_id)
        self._empty.setText(tr(_EMPTY[wanted]))
        self._stack.setCurrentIndex(0 if shown else 1)
        self._keep_selection(row)
        self._show_details()
        self._share_height()

    def _show_counts(self, lines: list[RunLine]) -> None:
        counts = Counter[str](line.standing for line in lines)
        for standing, title in _filters():
            count = counts[standing] if standing else len(lines)
            self._filter.set_text(standing, f"{count}\n{title}")
            self._filter.set_name(standing, f"{title}: {count}")

    def _keep_selection(self, row: int) -> None:
        """Keep the run in hand selected; where the filter hides it, the keys go on from its place."""
        index = self._model.index(self._model.row_of(self._selected))
        selection = self._list.selectionModel()
        if index.isValid():
            if index.row() != self._list.currentIndex().row() or not selection.isSelected(index):
                self._select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        elif self._model.rowCount():
            place = self._model.index(min(max(row, 0), self._model.rowCount() - 1))
            self._select(place, QItemSelectionModel.SelectionFlag.Clear)

    def _select(self, index: QModelIndex, flag: QItemSelectionModel.SelectionFlag) -> None:
        selection = self._list.selectionModel()
        selection.blockSignals(True)
        selection.setCurrentIndex(index, flag)
        selection.blockSignals(False)
        self._list.viewport().update()

    def _show_details(self) -> None:
        line = self._library.line(self._selected)
        if line is None:
            self._selected = ""
            self._details.hide()
        elif not self._is_behind:
            self._details.show_line(line)
            if self._details.isHidden():
                self._details.appear()
                self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        """Give the list what its rows need, up to half, and details the rest; what the user parted stays."""
        if self._is_parted or self._details.isHidden():
            return
        total, row = self._parts.height() - self._parts.handleWidth(), theme.px(ROW_HEIGHT_PX)
        # A little more than its rows, so that it is not scrolled.
        high = min(self._runs * row + _BELOW_ROWS_PX, max(row + _BELOW_ROWS_PX, total // 2))
        self._parts.setSizes([high, max(0, total - high)])

    def _keep_parted(self) -> None:
        self._is_parted = True

    def _on_selection_changed(self) -> None:
        for index in self._list.selectedIndexes():
            self._selected = _line(index).run.id
            self._show_details()

    def _on_run_opened(self, run_id: str) -> None:
        self._selected = run_id or self._selected
        self._is_behind = True
        self._show_runs()
        self.update()
        index = self._model.index(self._model.row_of(run_id))
        if index.isValid():
            self._list.scrollTo(index)

    def _on_stages_changed(self, run_id: str) -> None:
        if run_id == self._selected and self.isVisible():
            self._details.show_stages()

    def _on_source_read(self, run_id: str) -> None:
        self._model.tell_source(run_id)
        if run_id == self._selected:
            self._details.show_source()

    def _on_filter_chosen(self, _standing: str) -> None:
        self._show_runs()
        if self._model.row_of(self._selected) < 0 and self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(0))

    def _on_menu_wanted(self, index: QModelIndex, place: QPoint) -> None:
        self._list.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setObjectName("runMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.verbs.fill(menu, _line(index))
        menu.popup(place)


def _line(index: QModelIndex) -> RunLine:
    line = index.data(LineRole)
    assert isinstance(line, RunLine)
    return line


def _filters() -> tuple[tuple[str, str], ...]:
    """Return what the list can be narrowed to: five words that stand side by side above it."""
    return (
        ("", tr("All")),
        ("waiting", tr("Waiting")),
        ("working", tr("Working", "one of five words above a narrow list")),
        ("done", tr("Done")),
        ("failed", tr("Failed", "one of five words above a narrow list")),
    )
