"""Clips side by side: one style in every shape, or two styles in one, scrubbed and played together."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QProgressBar, QScrollArea, QWidget

from core.schema.choice import ASPECTS, Aspect, aspect_ratio
from core.schema.clip import Clip
from core.schema.composition import Composition
from core.schema.style import Style
from ui.icons import icon
from ui.keymap import native
from ui.panel import Workbench
from ui.preview.canvas import offer_zones
from ui.preview.clock import PlayClock
from ui.preview.proofs import Proof, Proofs
from ui.style.clip_menu import ClipMenu
from ui.style.difference import difference_text
from ui.style.sheet import Sheet
from ui.widgets.basics import Segments, column, icon_button, label, row
from ui.widgets.chooser import Chooser
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.flow import flowing
from ui.widgets.scroll import UprightScroll
from ui.widgets.seek_bar import SeekBar
from ui.widgets.timecode import clock
from ui.wording import QT_TR_NOOP, tr

SHAPES, COMPARE = "shapes", "compare"
DRAFT = "draft"
_HEIGHTS_PX = (180, 270, 360, 480, 720)
_MOST_AT_FIRST = 3
_TICK_MS = 40
_NOTES_PX = 240
_STEP_SECONDS = 0.2
# Kept free whether there is one or not: tiles that grow into its room would call it back.
_SCROLL_BAR_PX = 16


class SideBySide(Dialog):
    """The window; it stands beside the main one, and follows the draft as it is edited."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBySide")
        self.setWindowTitle(tr("Styles on clips"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._bench = bench
        self._styling = bench.styling
        self._proofs = Proofs(self)
        self._compositions: dict[tuple[str, Aspect], Composition] = {}
        self._loading: asyncio.Future[None] | None = None
        self._is_closed = False
        self._clock = PlayClock()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._tiles: tuple[tuple[int, int], ...] = ()
        self._shown_px = 0
        self._offered: dict[str, Style] = {}
        self._choose_first()
        self._make()
        self._build()
        self._connect()
        self.resize(1120, 760)

    def begin(self, mode: str, pin: str = "") -> None:
        """Show a style, or else the draft in hand, in all shapes or beside another one."""
        self._mode.choose(mode)
        if (found := self._first.findData(pin or DRAFT)) >= 0:
            self._first.setCurrentIndex(found)
        if mode == COMPARE and pin:
            self._choose_second(self._before(pin))
        self._show()

    def _choose_first(self) -> None:
        """Begin with the clip in hand and the best others."""
        review = self._bench.review
        current = [review.current] if review.current is not None else []
        others = [clip for clip in review.clips if clip not in current and clip.decision != "rejected"]
        self._clips: list[Clip] = [*current, *others][:_MOST_AT_FIRST]

    # Building

    def _make(self) -> None:
        self._mode = Segments(((SHAPES, tr("All shapes")), (COMPARE, tr("Two styles"))), tr("What is compared"))
        self._mode.choose(SHAPES)
        self._first, self._second = (
            self._style_list("styleA", tr("Style")),
            self._style_list("styleB", tr("Against")),
        )
        self._fill_styles()
        self._aspect = Segments(tuple((aspect, aspect) for aspect in ASPECTS), tr("Shape"))
        self._aspect.choose("9:16")
        self._wipe = QCheckBox(tr("Wipe"))
        self._wipe.setObjectName("wipe")
        self._wipe.setToolTip(tr("Lay the two over each other; the pointer says how much of which is seen"))
        self._zones = Chooser()
        self._zones.setObjectName("sheetZones")
        self._zones.setAccessibleName(tr("Safe zones"))
        offer_zones(self._zones)
        self._menu = ClipMenu(self._bench.review.clips, [clip.id for clip in self._clips])
        self._sheet = Sheet()
        self._area = QScrollArea()
        self._area.setObjectName("sheetArea")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._sheet)
        self._area.installEventFilter(self)
        self._difference = label("", "", wraps=True)
        self._difference.setObjectName("styleDifference")
        self._difference.setTextFormat(Qt.TextFormat.RichText)
        self._difference.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._seek = SeekBar(tr("Position in all clips"))
        self._seek.setObjectName("sheetSeek")
        self._time = label("0:00", "muted")
        self._time.setMinimumWidth(84)
        self._play = icon_button("play", tr("Play"), self.toggle, native(("Space",)))
        self._play.setObjectName("sheetPlay")
        self._busy = QProgressBar()
        self._busy.setTextVisible(False)
        self._busy.setObjectName("sheetBusy")
        # It comes and goes with every instant that is painted: the sheet must not grow and shrink with it.
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)
        self._busy.hide()
        self._state = label("", "small")
        self._state.setObjectName("sheetState")

    def _style_list(self, name: str, title: str) -> Chooser:
        made = Chooser()
        made.setObjectName(name)
        made.setAccessibleName(title)
        made.setMinimumWidth(164)
        made.activated.connect(lambda _place: self._show())
        return made

    def _build(self) -> None:
        self._against = label(tr("against"), "muted")
        # What is shown, and how: where one line has no room for both, there are two.
        what, how = QWidget(), QWidget()
        what.setLayout(row(self._mode, self._first, self._against, self._second, spacing=10))
        how.setLayout(row(self._aspect, self._wipe, self._menu, self._zones, spacing=10))
        top = flowing(what, how, spacing=10, is_spread=True)
        self._side = QWidget()
        self._side.setFixedWidth(_NOTES_PX)
        told = column(self._difference, None)
        told.setContentsMargins(0, 0, 6, 0)
        body = QWidget()
        body.setLayout(told)
        self._notes = UprightScroll(body)
        self._notes.setObjectName("styleDifferences")
        self._way = label(tr("What differs"), "section", wraps=True)
        self._way.setObjectName("styleWay")
        notes = column(self._way, self._notes, spacing=8)
        notes.setContentsMargins(8, 8, 0, 0)
        self._side.setLayout(notes)
        middle = row(self._area, self._side, spacing=8)
        middle.setStretch(0, 1)
        foot = row(self._play, self._time, self._seek, self._state, spacing=8)
        foot.setStretch(2, 1)
        layout = column(spacing=8)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addWidget(top)
        layout.addLayout(middle, 1)
        # Above the position, which is as wide as what it leads through.
        layout.addWidget(self._busy)
        layout.addLayout(foot)
        self.setLayout(layout)

    def _connect(self) -> None:
        self._mode.chosen.connect(lambda _key: self._show())
        self._aspect.chosen.connect(lambda _key: self._show())
        self._wipe.clicked.connect(lambda _is_on: self._show())
        self._zones.currentIndexChanged.connect(lambda _place: self._sheet.show_zone(self._zones.currentData()))
        self._menu.changed.connect(self._on_clips_chosen)
        self._sheet.resized.connect(self._on_resized)
        self._sheet.pressed.connect(lambda _row, _column: self.toggle())
        self._seek.sought.connect(self.seek)
        self._proofs.painted.connect(self._on_painted)
        self._proofs.failed.connect(self._on_failed)
        self._proofs.progressed.connect(self._on_progressed)
        self._styling.draft_changed.connect(self._on_draft_changed)
        self._styling.draft_opened.connect(self._fill_styles)
        self._styling.styles_changed.connect(self._fill_styles)

    def _fill_styles(self) -> None:
        """Offer the draft in hand, then all styles: the user's own in every version."""
        styling, draft = self._styling, self._styling.draft
        newest = styling.styles()
        several = {style.name: styling.versions(style.name) for style in newest if not styling.is_built_in(style)}
        offered = [each for style in newest for each in several.get(style.name, (style,))]
        self._offered = {style.pin: style for style in offered}
        for place, chooser in enumerate((self._first, self._second)):
            before = chooser.currentData()
            chooser.clear()
            if draft is not None:
                chooser.addItem(tr("Draft “{title}”").format(title=draft.title), DRAFT)
            for style in offered:
                version = f" {style.version}" if len(several.get(style.name, ())) > 1 else ""
                chooser.addItem(f"{style.title or style.name}{version}", style.pin)
            found = chooser.findData(before)
            chooser.setCurrentIndex(found if found >= 0 else min(place, chooser.count() - 1))
        if draft is not None and styling.origin is not None:
            self._choose_second(styling.origin.pin)

    def _choose_second(self, pin: str) -> None:
        if (found := self._second.findData(pin)) >= 0:
            self._second.setCurrentIndex(found)

    def _before(self, pin: str) -> str:
        """Return the version before one, where there is one; else the one after."""
        name = pin.partition("@")[0]
        pins = [each for each, style in self._offered.items() if style.name == name]
        if pin not in pins or len(pins) < 2:
            return ""
        place = pins.index(pin)
        return pins[place + 1] if place + 1 < len(pins) else pins[place - 1]

    # What is shown

    def _chosen(self, chooser: Chooser) -> Style | None:
        key = chooser.currentData()
        if key == DRAFT:
            return self._styling.draft
        return self._offered.get(key)

    def _columns(self) -> list[tuple[str, Aspect, Style | None]]:
        first = self._chosen(self._first)
        if self._mode.choice() == SHAPES:
            return [(aspect, aspect, first) for aspect in ASPECTS]
        aspect = next(each for each in ASPECTS if each == self._aspect.choice())
        second = self._chosen(self._second)
        return [(self._first.currentText(), aspect, first), (self._second.currentText(), aspect, second)]

    def _show(self) -> None:
        """Show what was chosen, once its clips are ready."""
        is_comparing = self._mode.choice() == COMPARE
        for widget in (self._against, self._second, self._aspect, self._wipe, self._side):
            widget.setVisible(is_comparing)
        columns = self._columns()
        ratios = [(title, aspect_ratio(aspect)) for title, aspect, _style in columns]
        titles = [clip.wording.title or tr("Clip") for clip in self._clips]
        self._sheet.show_tiles(titles, ratios, is_comparing and self._wipe.isChecked())
        self._show_difference()
        wanted = {(clip.id, aspect): clip for clip in self._clips for _title, aspect, _style in columns}
        missing = [key for key in wanted if key not in self._compositions]
        if missing:
            if self._loading is not None:
                self._loading.cancel()
            self._loading = self._bench.tasks.start(
                self._load(missing), QT_TR_NOOP("Could not prepare the clips.")
            )
        elif self._loading is None:
            self._state.setText(self._left_out())
        self._show_proofs()

    async def _load(self, wanted: list[tuple[str, Aspect]]) -> None:
        for done, (clip_id, aspect) in enumerate(wanted):
            told = tr("Preparing {number} of %n pictures…", "", len(wanted))
            self._state.setText(told.format(number=done + 1))
            self._busy.setRange(0, len(wanted))
            self._busy.setValue(done)
            self._busy.show()
            composition = await self._bench.review.composition(clip_id, aspect)
            if self._is_closed:
                return
            self._compositions[clip_id, aspect] = composition
            self._show_proofs()
        self._loading = None
        self._state.setText(self._left_out())

    def _left_out(self) -> str:
        """Say which clips are not shown unless they are asked for."""
        rejected = [clip for clip in self._bench.review.clips if clip.decision == "rejected"]
        count = sum(clip not in self._clips for clip in rejected)
        return tr("%n rejected clips are left out", "", count) if count else ""

    def _show_proofs(self) -> None:
        tiles, places = [], []
        for line, clip in enumerate(self._clips):
            for place, (_title, aspect, style) in enumerate(self._columns()):
                composition = self._compositions.get((clip.id, aspect))
                if composition is not None:
                    tiles.append(Proof(clip.id, composition, style))
                    places.append((line, place))
        self._tiles = tuple(places)
        self._show_position()
        self._shown_px = self._height()
        self._proofs.show(tiles, self._shown_px)

    def _height(self) -> int:
        """Return how high tiles are painted."""
        high = self._sheet.tile_height()
        return next((each for each in _HEIGHTS_PX if each >= high * 0.9), _HEIGHTS_PX[-1])

    def _show_difference(self) -> None:
        first, second = self._chosen(self._first), self._chosen(self._second)
        if self._mode.choice() != COMPARE or first is None or second is None:
            return
        text = difference_text(self._styling.changes(second, first))
        titles = {"before": self._second.currentText(), "after": self._first.currentText()}
        self._way.setText(tr("From {before} to {after}").format(**titles))
        self._difference.setText(text or tr("Nothing: they paint the same."))

    def _on_painted(self, place: int, picture: object) -> None:
        if place < len(self._tiles):
            self._sheet.show_picture(*self._tiles[place], picture)  # type: ignore[arg-type]

    def _on_failed(self, place: int, sentence: str) -> None:
        if place < len(self._tiles):
            self._sheet.show_problem(*self._tiles[place], sentence)

    def _on_progressed(self, done: int, total: int) -> None:
        if self._loading is None:
            self._busy.setRange(0, total)
            self._busy.setValue(done)
            self._busy.setVisible(done < total and not self._tick.isActive())

    def _on_draft_changed(self) -> None:
        if DRAFT in (self._first.currentData(), self._second.currentData()):
            self._show_difference()
            self._show_proofs()

    def _on_clips_chosen(self, clip_ids: list[str]) -> None:
        self._clips = [clip for clip in self._bench.review.clips if clip.id in clip_ids]
        self._show()

    def _on_resized(self) -> None:
        if self._tiles and self._height() != self._shown_px:
            self._show_proofs()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give tiles the height that is seen."""
        if event.type() == QEvent.Type.Resize and watched is self._area:
            self._sheet.show_room(self._area.size() - QSize(_SCROLL_BAR_PX, 2))
        return False

    # Moving

    @property
    def duration(self) -> float:
        """Length of the longest clip shown, in seconds."""
        return max((clip.cut.duration for clip in self._clips), default=0.0)

    def seek(self, at: float) -> None:
        """Show all clips at a second of theirs."""
        self._clock.move_to(min(max(at, 0.0), self.duration))
        self._show_position()
        self._proofs.seek(self._clock.position())

    def toggle(self) -> None:
        """Play or pause all clips."""
        if self._tick.isActive():
            self._pause()
            return
        if self._clock.position() >= self.duration - 0.1:
            self._clock.move_to(0.0)
        self._clock.set_rate(1.0)
        self._clock.start()
        self._tick.start()
        self._play.setIcon(icon("pause", "text"))

    def _pause(self) -> None:
        self._clock.stop()
        self._tick.stop()
        self._play.setIcon(icon("play"))

    def _on_tick(self) -> None:
        at = self._clock.position()
        if at >= self.duration:
            self._pause()
            at = self.duration
        self._show_position()
        # A machine that is too slow shows fewer instants, and keeps time.
        if not self._proofs.is_busy:
            self._proofs.seek(at)

    def _show_position(self) -> None:
        at = min(self._clock.position(), self.duration)
        self._seek.show_position(at, self.duration)
        self._time.setText(f"{clock(at)} / {clock(self.duration)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play, step and leave by keys."""
        at = self._clock.position()
        moves = {
            Qt.Key.Key_Left: at - _STEP_SECONDS,
            Qt.Key.Key_Right: at + _STEP_SECONDS,
            Qt.Key.Key_Home: 0.0,
            Qt.Key.Key_End: self.duration,
        }
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_K):
            self.toggle()
        elif event.key() in moves:
            self.seek(moves[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Stop all work for it."""
        self._leave()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop all work for it."""
        self._leave()
        super().closeEvent(event)

    def _leave(self) -> None:
        if self._is_closed:
            return
        self._is_closed = True
        self._pause()
        if self._loading is not None:
            self._loading.cancel()
        self._proofs.close()
