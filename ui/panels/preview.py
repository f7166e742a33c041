"""The preview: the clip as it will be exported, in a chosen aspect; what lies outside it is shown as source."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from core.schema.choice import ASPECTS, Aspect, aspect_ratio
from core.schema.clip import Decision
from core.schema.composition import Composition
from ui.icons import icon
from ui.keymap import native, tell_key
from ui.panel import Panel, Workbench
from ui.preview.canvas import Canvas, offer_zones
from ui.preview.framing_bar import FramingBar
from ui.preview.reframer import Reframer
from ui.preview.source_view import source_composition
from ui.theme import SPACE_PX, give_font, px
from ui.widgets.basics import ElidedLabel, Segments, button, column, icon_button, label, row
from ui.widgets.chooser import Chooser
from ui.widgets.flow import flowing
from ui.widgets.seek_bar import SeekBar
from ui.widgets.timecode import clock, shortest, timecode
from ui.wording import QT_TR_NOOP, tr

SOURCE = "source"
VIEWS: tuple[tuple[str, str], ...] = (
    *((aspect, aspect) for aspect in ASPECTS),
    (SOURCE, QT_TR_NOOP("Source")),
)
_DECISIONS: tuple[tuple[Decision, str, str, str], ...] = (
    ("rejected", QT_TR_NOOP("Reject"), "reject", "X"),
    ("maybe", QT_TR_NOOP("Maybe"), "maybe", "M"),
    ("approved", QT_TR_NOOP("Approve"), "approve", "A"),
)
_TITLE_PX = 150
_ZONES_PX = 90
# What it needs at least, and with how much all that it has is shown with words, at the usual size of letters: a
# window of 960 by 540 pixels leaves no more beside clips and inspector.
_LEAST = QSize(372, 200)
_FOOT_FROM_PX = 260
_ROOMY = QSize(590, 340)
_HEIGHTS_PX = (360, 540, 720, 1080)
_RELOAD_MS = 250


class PreviewPanel(Panel):
    """Plays the clip in hand. `head` and `foot` are the lines above and under the picture, less the transport."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._review = bench.review
        self._player = bench.player
        self._loading: asyncio.Future[None] | None = None
        self._is_peeking = False
        self._play_when_ready = False
        self._goes_on = False
        self._loaded_clip = self._coming_clip = ""
        self.canvas = Canvas()
        self.reframer = Reframer(self.canvas, bench.player, bench.framing, self)
        self._views = Segments([(view, tr(title)) for view, title in VIEWS], tr("Aspect ratio"))
        self._views.choose(str(bench.memory.value("aspect", "9:16")))
        self._title = ElidedLabel("", "heading", _TITLE_PX)
        self._title.setObjectName("previewTitle")
        self._zones = self._make_zones()
        self._seek_bar = SeekBar(tr("Position in the clip"))
        self._seek_bar.setObjectName("seekBar")
        self._clip_time = _time_label("clipTime")
        self._source_time = _time_label("sourceTime")
        self._note = ElidedLabel("", "small")
        self._note.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._note.setObjectName("previewNote")
        self._buttons = self._make_transport()
        self._decisions = {line[0]: self._make_decision(*line) for line in _DECISIONS}
        self._reload = QTimer(self)
        self._reload.setSingleShot(True)
        self._reload.setInterval(_RELOAD_MS)
        self._reload.timeout.connect(self._load)
        self._build()
        self._connect()
        self._on_current_changed()

    # Building

    def _make_zones(self) -> Chooser:
        made = Chooser()
        made.setObjectName("safeZones")
        made.setAccessibleName(tr("Safe zones"))
        tell_key(made, "safe_zones", tr("Where a platform covers the picture with its own controls"))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setMinimumWidth(_ZONES_PX)
        offer_zones(made)
        shown = str(self.bench.memory.value("safe_zone_shown", ""))
        made.setCurrentIndex(max(0, made.findData(shown)))
        self.canvas.show_zone(made.currentData())
        return made

    def _make_transport(self) -> dict[str, QToolButton]:
        player = self._player
        made = {
            "start": icon_button("to-start", tr("To the start of the clip"), lambda: player.seek(player.begin)),
            "back": icon_button(
                "frame-back", tr("One frame back"), lambda: player.step_frames(-1), native(("Left",))
            ),
            "play": icon_button("play", tr("Play"), self.toggle, native(("Space",))),
            "forward": icon_button(
                "frame-forward", tr("One frame forward"), lambda: player.step_frames(1), native(("Right",))
            ),
            "end": icon_button("to-end", tr("To the end of the clip"), lambda: player.seek(player.end)),
            "loop": icon_button("loop", tr("Loop the clip"), self.toggle_loop, native(("Shift+L",))),
            "sound": icon_button("sound", tr("Sound"), self._toggle_sound),
        }
        made["loop"].setCheckable(True)
        self._player.is_looping = bool(self.bench.memory.value("loop", False, bool))
        made["loop"].setChecked(self._player.is_looping)
        made["play"].setIconSize(QSize(22, 22))
        made["play"].setObjectName("playButton")
        return made

    def _make_decision(self, decision: Decision, text: str, icon_name: str, key: str) -> QPushButton:
        made = button(tr(text), lambda: self.bench.triage.decide(decision, goes_on=False))
        made.setIcon(icon(icon_name, "text-muted", decision))
        made.setCheckable(True)
        made.setProperty("decision", decision)
        made.setObjectName(f"decide_{decision}")
        made.setToolTip(f"{tr(text)}  ({key})")
        return made

    def _build(self) -> None:
        self.head = QWidget()
        top = row(self._views, self._title, self._zones, spacing=SPACE_PX)
        top.setStretch(1, 1)
        self.head.setLayout(top)
        times = QWidget()
        line = row(self._clip_time, self._seek_bar, self._source_time, spacing=8)
        line.setStretch(1, 1)
        times.setLayout(line)
        transport = QWidget()
        keys = row(*(self._buttons[name] for name in ("start", "back", "play", "forward", "end")), spacing=2)
        keys.addSpacing(6)
        keys.addWidget(self._buttons["loop"])
        keys.addWidget(self._buttons["sound"])
        transport.setLayout(keys)
        for player in (times, transport):
            # Time runs to the right, whatever side people read from.
            player.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        decisions = QWidget()
        self._verdicts = row(*self._decisions.values(), spacing=12)
        decisions.setLayout(self._verdicts)
        layout = column(spacing=6)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addWidget(self.head)
        layout.addWidget(self.canvas, 1)
        self.foot = QWidget()
        self._framing = FramingBar(self.reframer)
        beside = row(self._framing, self._note, spacing=8)
        beside.setStretch(0, 1)
        self.foot.setLayout(beside)
        layout.addWidget(self.foot)
        layout.addWidget(times)
        layout.addWidget(flowing(transport, decisions, spacing=6, is_spread=True))
        self.setLayout(layout)

    def minimumSizeHint(self) -> QSize:
        """Ask for what is needed where room is scarce: what has words is shown without them there."""
        return QSize(px(_LEAST.width()), px(_LEAST.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Do without words where there is no room for them."""
        super().resizeEvent(event)
        is_tight = self.width() < px(_ROOMY.width())
        self._views.be_snug(is_tight)
        self._title.setVisible(not is_tight)
        self._framing.be_tight(is_tight)
        for name in ("start", "end"):
            self._buttons[name].setVisible(not is_tight)
        for (_decision, text, *_), made in zip(_DECISIONS, self._decisions.values(), strict=True):
            made.setText("" if is_tight else tr(text))
            made.setAccessibleName(tr(text))
        self._verdicts.setSpacing(4 if is_tight else 12)
        if (layout := self.layout()) is not None:
            is_low = self.height() < px(_ROOMY.height())
            # The picture comes first; keys and the menu go on changing how it is framed.
            self._has_foot = self.height() >= px(_FOOT_FROM_PX)
            self._framing.setVisible(self._has_foot)
            self._show_note()
            layout.setSpacing(4 if is_low else 6)
            layout.setContentsMargins(12, 4 if is_low else 10, 12, 4 if is_low else 10)

    def _connect(self) -> None:
        self._views.chosen.connect(self.choose_view)
        self._zones.currentIndexChanged.connect(self._show_zone)
        self._seek_bar.sought.connect(lambda at: self._player.seek(self._player.begin + at))
        self.canvas.clicked.connect(self.toggle)
        self.canvas.resized.connect(self._on_resized)
        self._player.frame_ready.connect(self._on_frame_ready)
        self._player.moved.connect(self._on_moved)
        self._player.state_changed.connect(self._on_state_changed)
        self._player.drafts.progressed.connect(self._on_drafts_progressed)
        self._player.failed.connect(lambda sentence: self.canvas.show_message(sentence, is_error=True))
        self._review.current_changed.connect(self._on_current_changed)
        self._review.current_edited.connect(self._on_current_edited)
        self._review.clips_changed.connect(self._show_decision)
        self._review.analysis_changed.connect(self._on_analysis_changed)
        self.bench.framing.changed.connect(self._show_marks)

    # Verbs of the window

    def toggle(self) -> None:
        """Play or pause."""
        self._player.toggle()

    def toggle_loop(self) -> None:
        """Loop the clip, or stop at its end."""
        self._player.is_looping = not self._player.is_looping
        self._buttons["loop"].setChecked(self._player.is_looping)
        self.bench.memory.setValue("loop", self._player.is_looping)

    def toggle_zones(self) -> None:
        """Show the safe zone that was shown last, or hide it."""
        last = self._zones.findData(str(self.bench.memory.value("safe_zone", "")))
        self._zones.setCurrentIndex(0 if self._zones.currentIndex() else max(1, last))

    def _show_zone(self) -> None:
        zone = self._zones.currentData()
        is_source = self._views.choice() == SOURCE or self._is_peeking
        self.canvas.show_zone("" if is_source else zone)
        self.bench.memory.setValue("safe_zone_shown", zone)
        if zone:
            self.bench.memory.setValue("safe_zone", zone)

    def choose_view(self, view: str) -> None:
        """Show the clip in an aspect, or the source."""
        self._views.choose(view)
        if view != SOURCE:
            self.bench.memory.setValue("aspect", view)
        self._is_peeking = False
        self._load()

    def framing_handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the commands of framing do."""
        reframer = self.reframer
        return {
            "adjust_framing": reframer.toggle,
            "compare_framing": lambda: reframer.compare(not reframer.is_comparing),
            "previous_keyframe": lambda: reframer.step_keyframe(-1),
            "next_keyframe": lambda: reframer.step_keyframe(1),
            "automatic_framing": reframer.back_to_automatic,
        }

    def play_clip(self) -> None:
        """Play the clip in hand from its start."""
        if self._is_peeking:
            self._is_peeking = False
            self._play_when_ready = True
            self._load(at_start=True)
            return
        clip = self._review.current
        if clip is not None:
            self.seek_source(clip.cut.start)
            self._player.play()

    def seek_source(self, at: float) -> None:
        """Show a source second: in the clip where it lies in it, otherwise in the source."""
        composition = self._player.composition
        clip = self._review.current
        inside = clip is not None and clip.cut.to_clip_time(at) is not None
        if self._views.choice() == SOURCE or composition is None:
            self._player.seek(at)
        elif self._is_peeking and inside:
            self._is_peeking = False
            self._load(source_at=at)
        elif self._is_peeking:
            self._player.seek(at)
        elif (clip_at := composition.cut.to_clip_time(at)) is not None:
            self._player.seek(clip_at)
        else:
            self._peek(at)

    def show_moment(self, at: float, plays: bool = False) -> None:
        """Show a source second of the run that is being opened, as soon as that is known, and play if wanted."""
        self._moment = (at, plays)
        self._go_to_moment()

    def _go_to_moment(self) -> None:
        if self._moment is None or self._review.prepared is None:
            return
        (at, plays), self._moment = self._moment, None
        clip = self._review.current
        if clip is not None and clip.cut.to_clip_time(at) is not None and self._views.choice() != SOURCE:
            self._is_peeking = False
            self._play_when_ready = plays
            self._load(source_at=at)
            return
        # The clip that is on its way would come over what is shown now.
        self._reload.stop()
        if self._loading is not None:
            self._loading.cancel()
            self._loading = None
        self._is_peeking = self._views.choice() != SOURCE
        self._show_source(at)
        if plays:
            self._player.play()

    # Loading

    def _on_current_changed(self) -> None:
        clip = self._review.current
        self._title.setText(clip.wording.title if clip else "")
        self._show_decision()
        self._is_peeking = False
        self._moment = None
        self._load(at_start=True)

    def _on_current_edited(self) -> None:
        clip = self._review.current
        self._title.setText(clip.wording.title if clip else "")
        self._show_decision()
        if not self._is_peeking:
            self._reload.start()

    def _on_analysis_changed(self) -> None:
        self._go_to_moment()
        # What is being prepared comes anyway; begun anew it would be forgotten that it shall be played.
        is_coming = self._loading is not None and not self._loading.done()
        if self._player.composition is None and not is_coming:
            self._load()

    def _on_resized(self) -> None:
        composition = self._player.composition
        if composition is not None and self._height() != self._shown_height:
            self._reload.start()

    _moment: tuple[float, bool] | None = None
    _shown_height = 0
    _has_foot = True
    _aspect: Aspect = "9:16"

    def _load(self, at_start: bool = False, source_at: float | None = None) -> None:
        self._reload.stop()
        clip = self._review.current
        view = self._views.choice()
        if self._loading is not None:
            self._loading.cancel()
            self._loading = None
        if source_at is None and not at_start and self._player.composition is not None:
            source_at = self._player.source_position
            # An edit, as of the sound that is being listened to, does not interrupt.
            self._goes_on = clip is not None and clip.id == self._loaded_clip
        else:
            self._goes_on = False
        if view == SOURCE or clip is None:
            self._show_source(source_at if source_at is not None else (clip.cut.start if clip else 0.0))
            return
        if clip.id != self._loaded_clip:
            self._loaded_clip = ""
            if clip.id != self._coming_clip or self._player.composition is not None:
                # At once, so that a key pressed next is not for the clip before. Of one that is on its way the
                # player keeps that it shall be played.
                self._player.show(None)
                self.canvas.show_picture(None)
            self._coming_clip = clip.id
        self._loading = self.bench.tasks.start(
            self._load_clip(clip.id, view, source_at), QT_TR_NOOP("Could not show the clip.")
        )

    async def _load_clip(self, clip_id: str, view: str, source_at: float | None) -> None:
        aspect = self._aspect = next(known for known in ASPECTS if known == view)
        width, height = round(900 * aspect_ratio(aspect)), 900
        self.canvas.show_ratio(width, height)
        self.canvas.show_message(tr("Preparing the preview…"), is_busy=True)
        task = self.bench.tasks.start(
            self._review.composition(clip_id, aspect), QT_TR_NOOP("Could not prepare the preview.")
        )
        composition = await task
        clip = self._review.current
        if clip is None or clip.id != clip_id:
            return
        if composition is None:
            self.canvas.show_message(tr("This preview could not be prepared."), is_error=True)
            return
        await self.bench.framing.read(clip_id)
        self._loaded_clip = clip_id
        if self._goes_on and self._player.is_playing:
            source_at, self._play_when_ready = self._player.source_position, True
        self._show(composition, composition.cut.to_clip_time(source_at) if source_at is not None else 0.0)
        if self._play_when_ready:
            self._play_when_ready = False
            self._player.play()

    def _show(self, composition: Composition, at: float | None) -> None:
        is_source = self._views.choice() == SOURCE or self._is_peeking
        self.reframer.choose(self._aspect, is_source)
        # What covers a phone's screen says nothing of the source.
        self.canvas.show_zone("" if is_source else self._zones.currentData())
        self._shown_height = self._height()
        self.canvas.show_message("")
        self._player.show(composition, self._shown_height, at or 0.0)

    def _show_source(self, at: float) -> None:
        prepared, run = self._review.prepared, self._review.run
        composition = source_composition(run.source_path, prepared) if prepared and run else None
        self._loaded_clip = ""
        if composition is None:
            self._player.show(None)
            self.canvas.show_picture(None)
            has_sound_only = prepared is not None and prepared.facts.video is None
            self.canvas.show_message(tr("This source has sound but no picture.") if has_sound_only else "")
            return
        self._show(composition, at)

    def _peek(self, at: float) -> None:
        self._is_peeking = True
        self._show_source(at)

    def _height(self) -> int:
        wanted = self.canvas.height() * self.canvas.devicePixelRatioF()
        return next((height for height in _HEIGHTS_PX if height >= wanted * 0.92), _HEIGHTS_PX[-1])

    # Showing

    def _on_frame_ready(self, picture: QImage) -> None:
        self.canvas.show_message("")
        self.canvas.show_picture(picture)

    def _on_moved(self, at: float) -> None:
        player = self._player
        # As in the finished file: a card before the clip counts.
        played, whole = at - player.begin, player.end - player.begin
        self._seek_bar.show_position(played, whole)
        self._clip_time.setText(f"{clock(played)} / {clock(whole)}")
        self._source_time.setText(timecode(player.source_position, player.fps))

    def _show_marks(self) -> None:
        """Mark on the bar where crops were set by hand."""
        composition = self._player.composition
        marks = self.bench.framing.key_seconds(composition.cut) if composition else ()
        self._seek_bar.show_marks([at - self._player.begin for at in marks])

    def _on_state_changed(self) -> None:
        player = self._player
        is_playing = player.is_playing
        self._show_marks()
        self._buttons["play"].setIcon(icon("pause" if is_playing else "play", "text"))
        self._buttons["play"].setAccessibleName(tr("Pause") if is_playing else tr("Play"))
        self._buttons["sound"].setIcon(icon("muted" if player.is_muted else "sound"))
        for made in self._buttons.values():
            made.setEnabled(player.composition is not None)
        self._show_note()

    def _on_drafts_progressed(self) -> None:
        share = self._player.drafts.share
        is_part = share is not None and share < 1.0
        # Once all is ready there is nothing to tell apart.
        self._seek_bar.show_ready(share if share is not None and is_part else 0.0)
        self._seek_bar.setToolTip(
            tr("Small pictures of the clip are made so that dragging shows it at once; the grey part is ready.")
            if is_part
            else ""
        )
        self._show_note()

    def _show_note(self) -> None:
        self._note.setText(self._note_text())
        self._note.setVisible(self._has_foot and bool(self._note.text()))
        self._note.setToolTip(self._note.text())

    def _note_text(self) -> str:
        player = self._player
        if self._is_peeking:
            return tr("Outside the clip")
        if not player.is_playing:
            share = player.drafts.share
            if share is not None and share < 1.0:
                return tr("Getting ready to scrub, {share} %").format(share=round(100 * share))
            return tr("Shown in the draft style") if player.is_dressed else ""
        if player.clock.rate != 1.0:
            return tr("{rate}×, no sound").format(rate=shortest(player.clock.rate, 3))
        if player.composition is not None and not player.composition.media.has_audio:
            return tr("No sound in the source")
        return "" if player.sound.is_available() else tr("No sound device")

    def _toggle_sound(self) -> None:
        self._player.set_muted(not self._player.is_muted)

    def _show_decision(self) -> None:
        clip = self._review.current
        for decision, made in self._decisions.items():
            made.setEnabled(clip is not None)
            made.setChecked(clip is not None and clip.decision == decision)


def _time_label(name: str) -> QLabel:
    made = label("0:00 / 0:00" if name == "clipTime" else "00:00:00:00", "muted")
    made.setObjectName(name)
    give_font(made, is_tabular=True)
    made.setMinimumWidth(84)
    if name == "sourceTime":
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        made.setToolTip(tr("Time in the source: hours, minutes, seconds, frame"))
    return made
