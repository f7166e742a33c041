"""Search over everything said: a field, what narrows it, and the places that are found."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from core.schema.search import Found, Hit, SearchFilters
from ui.controllers.search import since_days
from ui.delegates.hit_row import HitRole, HitRowDelegate, spoken_words
from ui.keymap import tell_key
from ui.panel import Panel, Workbench
from ui.search.empty import EmptyPage
from ui.search.list import HitList
from ui.search.meaning import MeaningLine
from ui.theme import px
from ui.widgets.basics import ElidedLabel, button, column, icon_button, row
from ui.widgets.chooser import Chooser
from ui.widgets.timecode import number
from ui.wording import QT_TR_NOOP, quoted, speaker_name, tr

_ANY_SPEAKER, _ANY_SOURCE = QT_TR_NOOP("Any speaker"), QT_TR_NOOP("Any source")
_TIMES = (
    (0, QT_TR_NOOP("Any time")),
    (7, QT_TR_NOOP("Last 7 days")),
    (30, QT_TR_NOOP("Last 30 days")),
    (365, QT_TR_NOOP("Last year")),
)
_CLIPS = (
    ("", QT_TR_NOOP("In clips or not")),
    ("any", QT_TR_NOOP("In any clip")),
    ("approved", QT_TR_NOOP("In approved clips")),
    ("maybe", QT_TR_NOOP("In clips for later")),
    ("undecided", QT_TR_NOOP("In undecided clips")),
    ("rejected", QT_TR_NOOP("In rejected clips")),
)
_HINT = QT_TR_NOOP(
    "Words or their beginnings: climate tax\n"
    'Exactly so: "climate tax"\n'
    "Nearly so: climat~\n"
    "Without: -tax\n"
    "Narrowed: speaker:anna source:12 lang:de since:30d is:approved score:70"
)
_CHOOSER_PX = 170
# Lower than this the buttons stand beside the field, without their words.
_LOW_PX, _CHOOSER_NARROW_PX = 230, 148
_HITS_LEAST_PX = 34
_WALKING = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class SearchPanel(Panel):
    """Answers while it is typed. Down goes into the list, where Enter opens, Space plays and C makes a clip.

    Signals:
        closed(): The user wants it out of the way.
        settings_wanted(): The user wants to set an embedding endpoint.
    """

    closed = Signal()
    settings_wanted = Signal()

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._work = bench.search
        self._shown: Found | None = None
        self._field = QLineEdit()
        self._field.setObjectName("searchField")
        self._field.setClearButtonEnabled(True)
        self._field.setPlaceholderText(tr("Search everything that was said"))
        self._field.setAccessibleName(tr("Search everything that was said"))
        self._field.setToolTip(tr(_HINT))
        self._field.textChanged.connect(self._ask)
        self._field.returnPressed.connect(self._open_first)
        self._field.installEventFilter(self)
        self._source = _chooser("searchSource", tr("Source", "where something is said"), self._ask)
        self._speaker = _chooser("searchSpeaker", tr("Speaker"), self._ask)
        # Who speaks is looked up once it is shown.
        _fill(self._speaker, tr(_ANY_SPEAKER), [])
        self._time = _chooser("searchTime", tr("Time of import"), self._ask)
        self._clips = _chooser("searchClips", tr("Clips"), self._ask)
        for days, words in _TIMES:
            self._time.addItem(tr(words), days)
        for decision, words in _CLIPS:
            self._clips.addItem(tr(words), decision)
        self._clips.shorten(0, tr("Anywhere", "short for: In clips or not"))
        self._state = ElidedLabel("", "small")
        self._state.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._state.setObjectName("searchState")
        self._list = HitList()
        self._rows = HitRowDelegate(self._list)
        self._list.setItemDelegate(self._rows)
        self._list.itemSelectionChanged.connect(self._enable)
        self._list.opened.connect(lambda: self._act(self._work.open))
        self._list.played.connect(lambda: self._act(lambda hit: self._work.open(hit, plays=True)))
        self._list.clip_wanted.connect(lambda: self._act(self._work.make_clip))
        self._list.left.connect(self._field.setFocus)
        self._empty = EmptyPage()
        self._empty.again.connect(self._field.setText)
        self._empty.again.connect(lambda _typed: self._field.setFocus())
        self._empty.forgotten.connect(self._work.forget_recent)
        self._empty.widened.connect(self._widen)
        self._pages = QStackedWidget()
        self._pages.setMinimumHeight(_HITS_LEAST_PX)
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        self._meaning = MeaningLine()
        self._meaning.settings_wanted.connect(self.settings_wanted)
        self._meaning.stopped.connect(self._work.stop_meaning)
        self._meaning.resumed.connect(self._work.resume_meaning)
        self._meaning.anew_wanted.connect(self._work.read_anew)
        self._open = button(tr("Open"), lambda: self._act(self._work.open))
        self._open.setObjectName("searchOpen")
        self._open.setToolTip(tr("Open its run at this moment (Enter)"))
        self._play = button(tr("Play"), lambda: self._act(lambda hit: self._work.open(hit, plays=True)), "play")
        self._play.setObjectName("searchPlay")
        self._play.setToolTip(tr("Open its run and play from here (Space)"))
        self._make = button(tr("Make a clip"), lambda: self._act(self._work.make_clip), "new-clip")
        self._make.setObjectName("searchMakeClip")
        self._make.setToolTip(tr("Make a clip of its sentences (C)"))
        # The same without words, for where there is no height for a line of buttons; a click on a place opens it.
        self._small = [self._small_button("play", self._play), self._small_button("new-clip", self._make)]
        self._build()
        self._work.changed.connect(self._show)
        self._work.meaning_changed.connect(self._show_meaning)
        self._work.indexed.connect(lambda _waiting: self._show_state())
        bench.library.runs_changed.connect(self._fill_sources)
        self._show()

    def take_focus(self) -> None:
        """Begin to type."""
        self._field.setFocus()
        self._field.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        """Show who and what there is by now."""
        super().showEvent(event)
        self._fill_sources()
        self.bench.tasks.start(self._fill_speakers(), QT_TR_NOOP("Could not tell who speaks."))
        self.bench.tasks.start(self._work.look_at_meaning(), QT_TR_NOOP("Could not tell what is known."))

    def _build(self) -> None:
        close = icon_button("close", tr("Close the search"), self.closed.emit)
        close.setObjectName("searchClose")
        tell_key(close, "search", tr("Close the search"))
        choosers = (self._source, self._speaker, self._time, self._clips)
        top = row(self._field, *choosers, *self._small, close, spacing=8)
        top.setStretch(0, 1)
        foot = row(self._state, self._meaning, None, self._open, self._play, self._make)
        foot.setStretch(1, 100)
        layout = column(spacing=6)
        layout.addLayout(top)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)
        layout.setContentsMargins(12, 6, 12, 6)
        self.setLayout(layout)

    def _small_button(self, icon_name: str, whole: QPushButton) -> QToolButton:
        made = icon_button(icon_name, whole.text(), whole.click)
        made.setToolTip(whole.toolTip())
        made.setObjectName(f"{whole.objectName()}Small")
        made.hide()
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what height there is to what was found."""
        super().resizeEvent(event)
        is_low = self.height() < px(_LOW_PX)
        if is_low == self._rows.is_low:
            return
        self._rows.is_low = is_low
        self._list.scheduleDelayedItemsLayout()
        for each in (self._open, self._play, self._make):
            each.setVisible(not is_low)
        for small in self._small:
            small.setVisible(is_low)
        for chooser in (self._source, self._speaker, self._time, self._clips):
            chooser.setFixedWidth(_CHOOSER_NARROW_PX if is_low else _CHOOSER_PX)
        if (layout := self.layout()) is not None:
            layout.setSpacing(2 if is_low else 6)
            layout.setContentsMargins(12, 2 if is_low else 6, 12, 1 if is_low else 6)
        whole = tr("Search everything that was said")
        self._field.setPlaceholderText(tr("Search", "verb") if is_low else whole)
        self._show_meaning()

    # Asking

    def filters(self) -> SearchFilters:
        """Return what is chosen beside the field."""
        source_id = self._source.currentData() or ""
        return SearchFilters(
            source_ids=(source_id,) if source_id else (),
            speaker=self._speaker.currentData() or "",
            since=since_days(self._time.currentData() or 0),
            decision=self._clips.currentData() or "",
        )

    def _ask(self) -> None:
        self._work.ask(self._field.text(), self.filters())

    def _widen(self) -> None:
        for chooser in (self._source, self._speaker, self._time, self._clips):
            chooser.setCurrentIndex(0)
        # What narrows is also typed: "speaker:anna", and what is left out.
        kept = re.sub(r"(?<!\S)-?[^\W\d_]+:(\"[^\"]*\"?|\S+)", "", self._field.text())
        self._field.setText(" ".join(kept.split()))
        self._field.setFocus()
        self._ask()

    def _fill_sources(self) -> None:
        if not self.isVisible():
            return
        sources: dict[str, str] = {}
        for run in self.bench.library.runs():
            sources.setdefault(run.source_id, run.source_name)
        _fill(self._source, tr(_ANY_SOURCE), list(sources.items()))

    async def _fill_speakers(self) -> None:
        names = await self._work.speakers()
        _fill(self._speaker, tr(_ANY_SPEAKER), [(speaker_name(name), name) for name in names])

    # Showing

    def _show(self) -> None:
        found = self._work.found
        if found is not self._shown:
            self._shown = found
            self._fill_list(found)
        has_hits = bool(found.hits)
        self._pages.setCurrentIndex(0 if has_hits else 1)
        if not has_hits:
            narrowed = self._work.filters != SearchFilters() or ":" in self._work.typed
            self._empty.show_state(
                self._work.typed if self._work.is_something else None,
                narrowed,
                self._work.recent(),
                bool(self.bench.library.runs()),
            )
        self._show_state()
        self._show_meaning()
        self._enable()

    def _fill_list(self, found: Found) -> None:
        kept = self._list.current()
        self._list.clear()
        for hit in found.hits:
            item = QListWidgetItem()
            item.setData(HitRole, hit)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken_words(hit))
            self._list.addItem(item)
        same = (
            n for n, hit in enumerate(found.hits) if kept and (hit.source_id, hit.at) == (kept.source_id, kept.at)
        )
        self._list.setCurrentRow(next(same, 0))

    def _show_state(self) -> None:
        self._state.setText(" · ".join(_told(self._work.found, self._work.waiting, self._work.is_something)))
        self._state.setToolTip(self._state.text())
        self._state.setVisible(bool(self._state.text()))

    def _show_meaning(self) -> None:
        problem = self._work.found.meaning_problem
        self._meaning.show_state(self._work.meaning, bool(self.bench.library.runs()), problem)
        if self._rows.is_low:
            self._meaning.hide()

    def _enable(self) -> None:
        is_one = self._list.current() is not None and self._pages.currentIndex() == 0
        for each in (self._open, self._play, self._make, *self._small):
            each.setEnabled(is_one)

    # Acting

    def _open_first(self) -> None:
        self._work.remember()
        self._act(self._work.open)

    def _act(self, what: Callable[[Hit], object]) -> None:
        hit = self._list.current()
        if hit is not None and self._work.found.hits:
            what(hit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the field into the list by the keys that the field has no use for."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _WALKING and self._list.count():
                self._list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and not event.modifiers():
                if self._field.text():
                    self._field.clear()
                else:
                    self.closed.emit()
                return True
        return super().eventFilter(watched, event)


def _chooser(name: str, spoken: str, run: Callable[[], object]) -> Chooser:
    made = Chooser()
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setToolTip(spoken)
    made.setFixedWidth(_CHOOSER_PX)
    made.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.currentIndexChanged.connect(lambda _row: run())
    return made


def _fill(chooser: Chooser, first: str, entries: list[tuple[str, str]]) -> None:
    """Let a chooser offer other entries, and keep what is chosen where it is still there."""
    if [first, *(name for _, name in entries)] == [chooser.itemText(n) for n in range(chooser.count())]:
        return
    chosen = chooser.currentData()
    chooser.blockSignals(True)
    chooser.clear()
    chooser.addItem(first, "")
    for value, name in entries:
        chooser.addItem(name, value)
    chooser.setCurrentIndex(max(0, chooser.findData(chosen)) if chosen else 0)
    chooser.blockSignals(False)


def _told(found: Found, waiting: int, is_something: bool) -> list[str]:
    """Return what is said of what was found, in parts."""
    parts = []
    if waiting:
        parts.append(tr("%n sources are still being read in", "", waiting))
    if not is_something:
        return parts
    if found.hits:
        many = tr("%n places", "where something is said", found.total)
        parts.append(tr("More than {count} places").format(count=number(found.total)) if found.is_more else many)
    if found.meaning_problem:
        parts.append(tr("found by words alone"))
    if found.is_loose:
        parts.append(tr("nowhere are all words together"))
    for each in found.respelled:
        said = tr("nobody says {word}, shown is {near}")
        parts.append(said.format(word=quoted(each.word), near=", ".join(each.near)))
    if found.ignored:
        parts.append(tr("not understood: {what}").format(what=" ".join(found.ignored)))
    return parts
