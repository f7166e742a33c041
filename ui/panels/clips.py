"""The clips of the run: find, filter, sort, walk through them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListView, QMenu, QStackedLayout, QWidget

from core.schema.clip import DECISIONS
from ui.axes import ranking_words
from ui.delegates.clip_row import ClipRowDelegate
from ui.icons import icon
from ui.keymap import tell_key
from ui.models.clip_filter import ClipFilter, Spoken, detail_words, with_decision, with_text
from ui.models.clips import ORDERS, ClipModel, ClipOrder, ClipRole, PictureRole
from ui.panel import Panel, Workbench
from ui.ranking import RankingPopover
from ui.theme import px
from ui.triage.bulk_bar import BulkBar
from ui.triage.filters import FilterPopover
from ui.triage.menus import make_menu
from ui.triage.tally import tally, tally_words
from ui.widgets.basics import ElidedLabel, Segments, button, column, icon_button, label, row
from ui.widgets.chooser import Chooser
from ui.widgets.share_bar import ShareBar
from ui.widgets.whole_rows import keep_rows_whole
from ui.wording import QT_TR_NOOP, tr

_FILTERS = (
    ("", QT_TR_NOOP("All")),
    ("undecided", QT_TR_NOOP("New")),
    ("approved", QT_TR_NOOP("Yes")),
    ("maybe", QT_TR_NOOP("Maybe")),
    ("rejected", QT_TR_NOOP("No")),
)
_HINTS = {
    "approved": QT_TR_NOOP("{count} approved"),
    "maybe": QT_TR_NOOP("{count} maybe"),
    "rejected": QT_TR_NOOP("{count} rejected"),
    "undecided": QT_TR_NOOP("{count} undecided"),
}

_SORT_LEAST_PX = 96
# What stands beside the words on how clips are ranked: its icon, margins.
_BESIDE_RANKING_PX = 60
# Lower than this the list comes first.
_LOW_PX, _LIST_LEAST_PX = 300, 40
# Lower than this a whole clip matters more than how all are ranked, and sums that the filter's buttons tell too.
_LOWEST_PX = 220
_NARROW_PX = 300


class _ClipList(QListView):
    """Paints a row alone that gets its picture; Qt's own lays out and paints all, for each picture that comes."""

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Follow the model; a picture needs as much room as none."""
        if list(roles) == [PictureRole]:
            self.update(first)
        else:
            super().dataChanged(first, last, roles)


class ClipsPanel(Panel):
    """The list of clips with its filter, order and sums."""

    _ranking_words = ""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._review = bench.review
        self._is_settled = True
        self._model = ClipModel(self)
        self._order = ClipOrder(self)
        self._order.setSourceModel(self._model)
        self._is_picking = False
        self._search = QLineEdit()
        self._search.setObjectName("clipSearch")
        self._search.setPlaceholderText(tr("Search clips"))
        self._search.setToolTip(tr("In titles, hooks, reasons, your notes, and in what is said"))
        self._search.setAccessibleName(tr("Search clips"))
        self._search.setClearButtonEnabled(True)
        self._sort = Chooser()
        self._sort.setObjectName("clipOrder")
        self._sort.setAccessibleName(tr("Sort clips by"))
        self._sort.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sort.setMinimumWidth(_SORT_LEAST_PX)
        for key, text in ORDERS:
            self._sort.addItem(tr(text), key)
        self._sort.shorten(self._sort.findData("score"), tr("Best", "short for: Best score"))
        kept = self._sort.findData(str(bench.memory.value("clip_order", "score")))
        self._sort.setCurrentIndex(max(0, kept))
        self._order.order_by(self._sort.currentData())
        self._detail = icon_button("filter", tr("Filter by score, length, speaker or notes"), self.open_filters)
        self._detail.setObjectName("clipFilters")
        self._detail.setCheckable(True)
        self._filters = FilterPopover(self)
        self._narrowed = ElidedLabel("", "small")
        self._narrowed.setObjectName("clipsNarrowed")
        self._unfilter = button(tr("Show all"), self._show_all)
        self._unfilter.setObjectName("clipsShowAll")
        self._filter = Segments([(key, tr(text)) for key, text in _FILTERS], tr("Show clips"))
        self._filter.choose("")
        # Its words grow with the counts in them; the window must not.
        self._filter.may_shrink()
        self._sum = ElidedLabel("", "small")
        self._sum.setObjectName("clipSums")
        self._done = ShareBar("accent")
        self._done.setToolTip(tr("How many of the clips are decided"))
        self._draft = label(tr("Draft captions"), "caution")
        self._draft.setObjectName("clipsDraft")
        self._draft.setToolTip(tr("The transcript is a draft: read the captions before you publish them"))
        self._draft.hide()
        self._ranking = button("", self._open_ranking)
        self._ranking.setObjectName("ranking")
        self._ranking.setProperty("flat", True)
        self._ranking.setProperty("leads", True)
        self._ranking.setIcon(icon("sliders"))
        # Its words become fewer where there is no room; until they do they must not keep the window wide.
        self._ranking.setMinimumWidth(1)
        tell_key(self._ranking, "ranking", tr("How clips are ranked: what counts, and what was learned from you"))
        self._list = self._make_list()
        self._empty = label("", "muted", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(24)
        self._empty.setObjectName("clipsEmpty")
        self._bulk = BulkBar(bench.triage, bench.review)
        self._build()
        self._connect()

    def _make_list(self) -> QListView:
        made = _ClipList()
        made.setObjectName("clipList")
        made.setAccessibleName(tr("Clips"))
        made.setModel(self._order)
        made.setItemDelegate(ClipRowDelegate(made))
        made.setMouseTracking(True)
        made.setUniformItemSizes(True)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        keep_rows_whole(made)
        return made

    def _build(self) -> None:
        top = row(self._search, self._sort, self._detail, spacing=4)
        top.setStretch(0, 1)
        top.setStretch(1, 1)
        body = QWidget()
        body.setMinimumHeight(_LIST_LEAST_PX)
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        layout = column(spacing=8)
        layout.setContentsMargins(8, 10, 8, 8)
        layout.addLayout(top)
        layout.addLayout(row(self._filter, None))
        narrowed = row(self._narrowed, self._unfilter)
        narrowed.setStretch(0, 1)
        layout.addLayout(narrowed)
        layout.addLayout(row(self._ranking, None))
        layout.addWidget(body, 1)
        layout.addWidget(self._bulk)
        layout.addWidget(self._done)
        layout.addLayout(self._foot())
        self.setLayout(layout)

    def _foot(self) -> QHBoxLayout:
        foot = row(self._sum, self._draft)
        foot.setStretch(0, 1)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what height there is to the list."""
        super().resizeEvent(event)
        self._write_ranking()
        is_narrow = self.width() < px(_NARROW_PX)
        self._search.setPlaceholderText(tr("Search", "verb") if is_narrow else tr("Search clips"))
        is_low = self.height() < px(_LOW_PX)
        self._done.setVisible(not is_low)
        if (layout := self.layout()) is not None:
            layout.setSpacing(4 if is_low else 8)
        is_lowest = self.height() < px(_LOWEST_PX)
        self._ranking.setVisible(not is_lowest)
        self._sum.setVisible(not is_lowest)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._on_search_changed)
        self._sort.currentIndexChanged.connect(self._on_sort_changed)
        self._filter.chosen.connect(self._on_filter_chosen)
        self._model.picture_wanted.connect(self._on_picture_wanted)
        self._list.selectionModel().currentChanged.connect(self._on_row_changed)
        self._list.selectionModel().selectionChanged.connect(lambda *_: self._tell_selection())
        self._filters.changed.connect(self._show_filter)
        self._bulk.dropped.connect(self._drop_selection)
        self.bench.triage.selection_changed.connect(self._on_selection_changed)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._on_menu_wanted)
        self._list.doubleClicked.connect(lambda _index: self.bench.player.play())
        self._review.run_opened.connect(self._on_run_opened)
        self._review.clips_changed.connect(self._on_clips_changed)
        self._review.current_changed.connect(self._on_current_changed)
        self._review.analysis_changed.connect(self._show_draft)
        self._review.analysis_changed.connect(self._on_analysis_changed)
        self.bench.taste.changed.connect(self._on_ranking_changed)
        self._show_ranking()

    def take_focus(self) -> None:
        """Give the list the keyboard, so that no button eats the keys of review."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_run_opened(self, run_id: str) -> None:
        self._model.forget_pictures()
        self._search.clear()
        self._show_filter(ClipFilter())

    def open_ranking(self) -> None:
        """Show how clips are ranked, beside the list."""
        self._open_ranking()

    @cached_property
    def _popover(self) -> RankingPopover:
        return RankingPopover(self.bench.taste, self.bench.review, self)

    def _open_ranking(self) -> None:
        corner = (self._ranking if self._ranking.isVisible() else self._list).mapToGlobal(QPoint(0, 0))
        corner.setX(self.mapToGlobal(QPoint(self.width() + 6, 0)).x())
        self._popover.open_at(corner)

    def _show_ranking(self) -> None:
        taste = self.bench.taste
        self._ranking_words = ranking_words(taste.learned, not taste.weights.is_usual)
        self._write_ranking()

    def _write_ranking(self) -> None:
        """Say how clips are ranked; where there is no room for it, only its first words."""
        words = self._ranking_words
        room = self.width() - px(_BESIDE_RANKING_PX)
        fits = self._ranking.fontMetrics().horizontalAdvance(words) <= room
        self._ranking.setText(words if fits else words.partition(" · ")[0])

    def _on_ranking_changed(self) -> None:
        self._show_ranking()
        self._order.rank(self.bench.taste.standings())
        self._after_reorder()

    def _on_clips_changed(self) -> None:
        # A row that goes, as its clip is decided, makes the list move on; what is in hand stays in hand. Where it
        # gets its first rows it takes one itself, for whatever the keyboard is in.
        self._is_settled = False
        self._order.show(self._review.clips, self.bench.taste.standings())
        self._show_counts()
        self._after_reorder()
        self._is_settled = True

    def _on_search_changed(self, text: str) -> None:
        self._show_filter(with_text(self._order.wanted, text))

    def _on_sort_changed(self, _index: int) -> None:
        self.bench.memory.setValue("clip_order", self._sort.currentData())
        self._order.order_by(self._sort.currentData())
        self._after_reorder()

    def _on_filter_chosen(self, decision: str) -> None:
        self._show_filter(with_decision(self._order.wanted, decision))

    def open_filters(self) -> None:
        """Show the filters beside the list."""
        corner = self._detail.mapToGlobal(QPoint(0, 0))
        corner.setX(self.mapToGlobal(QPoint(self.width() + 6, 0)).x())
        self._filters.open_at(corner)
        self._detail.setChecked(self._order.wanted.is_narrow)

    def _show_all(self) -> None:
        self._search.clear()
        self._show_filter(ClipFilter())

    def _show_filter(self, wanted: ClipFilter) -> None:
        self._order.show_filter(wanted)
        self._filter.choose(wanted.decision)
        self._filters.show_filter(wanted)
        self._detail.setChecked(wanted.is_narrow)
        self._after_reorder()

    def _on_analysis_changed(self) -> None:
        spoken = Spoken(self._review.transcript)
        self._order.listen(spoken)
        self._filters.show_speakers(spoken.speakers)
        if self._order.wanted.asks_for_words:
            self._after_reorder()

    def _after_reorder(self) -> None:
        self._review.set_order(self._order.clip_ids())
        shown, there = self._order.rowCount(), len(self._review.clips)
        wanted = self._order.wanted
        self._empty.setText(tr("No clip matches.") if there else tr("Clips appear here once they are found."))
        self._stack.setCurrentIndex(0 if shown else 1)
        is_narrowed = wanted.is_narrow or (bool(there) and not shown)
        told = tr("{shown} of {there}").format(shown=shown, there=there)
        self._narrowed.setText(f"{told} · {detail_words(wanted)}".rstrip(" ·"))
        self._narrowed.setVisible(is_narrowed)
        self._unfilter.setVisible(is_narrowed)
        self._on_current_changed()

    def _on_current_changed(self) -> None:
        clip = self._review.current
        source_row = self._model.row_of(clip.id) if clip else -1
        index = self._order.mapFromSource(self._model.index(source_row)) if source_row >= 0 else QModelIndex()
        selection = self._list.selectionModel()
        if not index.isValid():
            selection.clear()
        elif not self._is_picking and not (index == selection.currentIndex() and selection.isSelected(index)):
            # The list itself goes on to select more, with Shift or Ctrl, where it was what took the clip in hand.
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            self._list.scrollTo(index)

    def _on_menu_wanted(self, at: QPoint) -> None:
        """Offer what is done to the clip below the pointer, or to all that are selected."""
        if not self._list.indexAt(at).isValid():
            return
        menu = QMenu(self._list)
        menu.setObjectName("clipMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        make_menu(self.bench.triage, self._review, menu)
        menu.popup(self._list.viewport().mapToGlobal(at))

    # What is selected

    def _tell_selection(self) -> None:
        rows = sorted(index.row() for index in self._list.selectionModel().selectedRows())
        self.bench.triage.choose([self._order.index(row, 0).data(ClipRole).id for row in rows])

    def _drop_selection(self) -> None:
        self.bench.triage.choose(())

    def _on_selection_changed(self) -> None:
        """Select what was selected elsewhere, as on the timeline."""
        chosen = set(self.bench.triage.selected)
        selection = self._list.selectionModel()
        shown = {index.data(ClipRole).id for index in selection.selectedRows()}
        if (len(shown) < 2 and not chosen) or shown == chosen:
            return
        wanted = QItemSelection()
        for index in (self._order.index(line, 0) for line in range(self._order.rowCount())):
            if index.data(ClipRole).id in chosen or (not chosen and index == selection.currentIndex()):
                wanted.select(index, index)
        selection.select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_row_changed(self, index: QModelIndex) -> None:
        if index.isValid() and self._is_settled:
            self._is_picking = True
            self._review.select(index.data(ClipRole).id)
            self._is_picking = False
            if not self._list.selectionModel().hasSelection():
                # For the keyboard alone the list takes a row and does not mark it.
                self._on_current_changed()

    def _on_picture_wanted(self, clip_id: str, at: float) -> None:
        self.bench.tasks.start(self._load_picture(clip_id, at), QT_TR_NOOP("Could not show a thumbnail."))

    async def _load_picture(self, clip_id: str, at: float) -> None:
        file = await self._review.thumbnail(at)
        picture = await self.bench.tasks.in_thread(QImage, str(file))
        self._model.set_picture(clip_id, QPixmap.fromImage(picture))

    def _show_draft(self) -> None:
        transcript = self._review.transcript
        self._draft.setVisible(transcript is not None and transcript.is_draft)

    def _show_counts(self) -> None:
        clips = self._review.clips
        counted = tally(clips)
        for decision in DECISIONS:
            count = counted.counts[decision]
            self._filter.set_hint(decision, tr(_HINTS[decision]).format(count=count))
            text = tr(dict(_FILTERS)[decision])
            self._filter.set_text(decision, f"{text} {count}" if count else text)
        self._filter.set_text("", tr("All {count}").format(count=len(clips)) if clips else tr("All"))
        self._sum.setText(tally_words(counted))
        self._done.show_shares(counted.decided)
        self._done.setAccessibleName(tr("{share} % decided").format(share=round(100 * counted.decided)))
