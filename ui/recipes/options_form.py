"""The choices of runs as a form: what is looked for, how it is heard and shown, and what is done at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

from core.schema.audio import Music
from core.schema.model import ModelState
from core.schema.run import RunOptions
from core.schema.source import AudioStream
from ui import theme
from ui.controllers.health import track_words
from ui.controllers.models import ModelController
from ui.export.preset_chooser import PresetChooser
from ui.export.unattended import UnattendedPart
from ui.inspector.sound_page import MUSIC_KINDS, PROFANITY_CHOICES, music_title
from ui.panel import Workbench
from ui.recipes.files_part import FilesPart
from ui.widgets.basics import column, row, rule
from ui.widgets.chooser import Chooser
from ui.widgets.fields import AmountField, CalmSpinBox
from ui.widgets.file_field import FileField, music_words
from ui.widgets.form import Form, begin_alike
from ui.wording import QT_TR_NOOP, tr

_TRANSCRIBERS = (
    ("", QT_TR_NOOP("Automatic: in the order of Settings › Speech")),
    ("sidecar", QT_TR_NOOP("Only captions beside the file")),
    ("faster_whisper", QT_TR_NOOP("Whisper on this computer")),
    ("pocketsphinx", QT_TR_NOOP("Offline draft (English)")),
    ("openai_audio", QT_TR_NOOP("The speech endpoint that is set")),
)
_MOST_SPEAKERS = 8
_ANY_MODEL = QT_TR_NOOP("Automatic: the best that keeps up with this computer")
_KEY = "run options"
# Recorders and cameras rarely write more.
_TRACKS_OFFERED = 4
_NUMBER_PX = 120
_CHOICE_LEAST_PX = 200


class OptionsForm(QWidget):
    """Edits options; what it has no field for stays as it was given.

    Signals:
        changed(): Something is chosen otherwise.
    """

    changed = Signal()

    def __init__(self, bench: Workbench, models: ModelController, options: RunOptions) -> None:
        super().__init__()
        self._bench = bench
        self._options = options
        self._sound = options.sound
        self._music_path = Path()
        self._is_showing = False
        self._top = CalmSpinBox()
        theme.fix_width(self._top, _NUMBER_PX)
        self._top.setObjectName("optionTop")
        self._top.setRange(1, 200)
        self._least = _seconds(tr("Shortest clip"))
        self._most = _seconds(tr("Longest clip"))
        self._prompt = QLineEdit()
        self._prompt.setPlaceholderText(tr("For example: about pricing"))
        styles = [(style.name, style.title or style.name) for style in bench.review.styles()]
        self._style = _choice("optionStyle", styles)
        self._transcriber = _choice("optionTranscriber", [(key, tr(title)) for key, title in _TRANSCRIBERS])
        self._model = _choice("optionModel", [("", tr(_ANY_MODEL))])
        self._language = QLineEdit()
        self._language.setPlaceholderText(tr("Found by listening"))
        self._speakers = _choice("optionSpeakers", _speakers())
        self._vocabulary = QLineEdit()
        self._vocabulary.setPlaceholderText(tr("Names and words that are hard to hear, with commas"))
        self._track = _choice("optionTrack", [])
        self._noise = _box("optionNoise", tr("Reduce noise in every clip"))
        self._fillers = _box("optionFillers", tr("Cut “um”, “you know” and their like"))
        self._masks = _box("optionMasks", tr("Star swear words in the captions"))
        self._profanity = _choice("optionProfanity", [(key, tr(title)) for key, title in PROFANITY_CHOICES])
        self._music = FileField("music", music_words(), tr(MUSIC_KINDS))
        self._music.setObjectName("optionMusic")
        self._preset = PresetChooser(bench.presets, options.preset)
        self._unattended = UnattendedPart(options, bench.memory, bench.recipes.destinations())
        self._files = FilesPart(bench)
        self._build()
        self.show_options(options)
        self._connect(models)

    def _build(self) -> None:
        find = Form(
            (tr("Clips to find"), self._top),
            (tr("Shortest clip"), self._least),
            (tr("Longest clip"), self._most),
            (tr("Look for"), self._prompt),
            (tr("Caption style"), self._style),
        )
        words = Form(
            (tr("Transcript"), self._transcriber),
            (tr("Whisper model"), self._model),
            (tr("Language"), self._language),
            (tr("Speakers"), self._speakers),
            (tr("Vocabulary"), self._vocabulary),
            (tr("Fillers"), self._fillers),
            (tr("Swear words in captions"), self._masks),
        )
        sound = Form(
            (tr("Audio track"), self._track),
            (tr("Noise"), self._noise),
            (tr("Swear words in the sound"), self._profanity),
            (tr("Music"), self._music),
        )
        files = Form((tr("Files are made"), self._preset))
        begin_alike(find, files)
        begin_alike(words, sound)
        # Side by side: one below the other they would be higher than a small screen.
        left, right = column(spacing=12), column(spacing=12)
        for side, first, second in (
            (left, find, files),
            (right, words, sound),
        ):
            side.addLayout(first)
            side.addWidget(rule())
            side.addLayout(second)
        left.addWidget(self._unattended)
        right.addWidget(rule())
        right.addWidget(self._files)
        for side in (left, right):
            side.addStretch(1)
        both = row(spacing=20)
        both.addLayout(left)
        both.addLayout(right)
        self.setLayout(both)

    def _connect(self, models: ModelController) -> None:
        sound = self._bench.sound
        self._music.chosen.connect(self._on_music_chosen)
        self._music.removed.connect(lambda: self._use_music(None))
        sound.music_kept.connect(self._on_music_kept)
        sound.music_refused.connect(self._on_music_refused)
        models.changed.connect(self._on_models)
        models.load()
        for text in self.findChildren(QLineEdit):
            text.textChanged.connect(self._tell)
        for number in self.findChildren(QSpinBox):
            number.valueChanged.connect(self._tell)
        for amount in self.findChildren(QDoubleSpinBox):
            amount.valueChanged.connect(self._tell)
        for box in self.findChildren(QCheckBox):
            box.toggled.connect(self._tell)
        for chooser in self.findChildren(QComboBox):
            chooser.currentIndexChanged.connect(self._tell)
        self._files.changed.connect(self._tell)

    def show_options(self, options: RunOptions) -> None:
        """Show other options in place of those that are shown."""
        self._is_showing = True
        self._options, self._sound = options, options.sound
        self._top.setValue(options.top)
        self._least.show_amount(options.min_seconds)
        self._most.show_amount(options.max_seconds)
        self._prompt.setText(options.prompt)
        _choose(self._style, options.style.partition("@")[0])
        _choose(self._transcriber, options.transcriber)
        if options.model and self._model.findData(options.model) < 0:
            self._model.addItem(options.model, options.model)
        _choose(self._model, options.model)
        self._language.setText(options.language)
        _choose(self._speakers, options.speakers)
        self._vocabulary.setText(options.vocabulary)
        self._show_tracks(options.audio_track)
        self._noise.setChecked(options.sound.reduces_noise)
        self._fillers.setChecked(options.removes_fillers)
        self._masks.setChecked(options.masks_profanity)
        _choose(self._profanity, options.sound.profanity)
        self._music.show_file(music_title(options.sound.music))
        self._preset.choose(options.preset)
        self._unattended.show_options(options)
        self._files.show_options(options)
        self._is_showing = False

    def problem(self) -> str:
        """Return why the choices can't be used together, or nothing."""
        for number in (self._top, self._least, self._most):
            # What is still being typed counts too.
            number.interpretText()
        self._unattended.interpret()
        self._files.interpret()
        if self._least.value() > self._most.value():
            return tr("The shortest clip can't be longer than the longest.")
        return self._unattended.problem()

    def remember(self) -> None:
        """Remember what the next form begins with."""
        self._unattended.remember()

    def options(self) -> RunOptions:
        """Return what is chosen."""
        before = self._options
        style, preset = self._style.currentData(), self._preset.preset().name
        return self._files.taken_into(self._unattended.taken_into(before)).model_copy(
            update={
                "top": self._top.value(),
                "min_seconds": self._least.value(),
                "max_seconds": self._most.value(),
                "prompt": self._prompt.text().strip(),
                # A version that was pinned stays so until another style is chosen.
                "style": before.style if style in (None, before.style.partition("@")[0]) else style,
                "transcriber": self._transcriber.currentData(),
                "model": self._model.currentData(),
                "language": self._language.text().strip(),
                "speakers": self._speakers.currentData(),
                "vocabulary": self._vocabulary.text().strip(),
                "audio_track": self._track.currentData(),
                "sound": self._sound.model_copy(
                    update={
                        "reduces_noise": self._noise.isChecked(),
                        "profanity": self._profanity.currentData(),
                    }
                ),
                "masks_profanity": self._masks.isChecked(),
                "removes_fillers": self._fillers.isChecked(),
                "preset": preset,
            }
        )

    def _tell(self) -> None:
        if not self._is_showing:
            self.changed.emit()

    def _show_tracks(self, chosen: str) -> None:
        prepared = self._bench.review.prepared
        self._track.clear()
        for key, title in track_choices(prepared.facts.audio_streams if prepared else (), chosen):
            self._track.addItem(title, key)
        _choose(self._track, chosen)

    def _on_models(self, states: Sequence[ModelState], _problem: str) -> None:
        """Offer the Whisper models that are on this machine."""
        for state in states:
            if state.kind == "whisper" and state.path is not None and self._model.findData(state.name) < 0:
                self._model.addItem(state.title or state.name, state.name)

    def _on_music_chosen(self, path: str) -> None:
        self._music.show_busy()
        self._music_path = Path(path)
        self._bench.sound.keep_music(_KEY, self._music_path)

    def _on_music_kept(self, key: str, music: Music) -> None:
        if key == _KEY:
            # The file itself: options outlive the workspace, and each run keeps a copy of its own.
            self._use_music(music.model_copy(update={"file": self._music_path}))

    def _on_music_refused(self, key: str, why: str) -> None:
        if key == _KEY:
            self._music.show_problem(why)

    def _use_music(self, music: Music | None) -> None:
        self._sound = self._sound.model_copy(update={"music": music})
        self._music.show_file(music_title(music))
        self._tell()


def track_choices(streams: Sequence[AudioStream], chosen: str) -> list[tuple[str, str]]:
    """Return the audio tracks to choose from; those of the open run are told with what they are."""
    count = max(_TRACKS_OFFERED, len(streams), int(chosen) if chosen.isdecimal() else 0)
    tracks = [("", tr("Automatic: the one that is meant to be heard")), ("all", tr("All of them mixed"))]
    for number in range(1, count + 1):
        name = tr("Track {number}").format(number=number)
        known = f": {track_words(streams[number - 1])}" if number <= len(streams) > 1 else ""
        tracks.append((str(number), f"{name}{known}"))
    return tracks


def _speakers() -> list[tuple[str, str]]:
    counts = [(str(count), tr("%n people talk", "", count)) for count in range(1, _MOST_SPEAKERS + 1)]
    return [("auto", tr("Found by listening")), *counts, ("off", tr("Not told apart"))]


def _choice(name: str, choices: Sequence[tuple[str, str]]) -> Chooser:
    made = Chooser()
    made.setObjectName(name)
    # As wide as its words where there is room; on a small screen they end in … instead.
    made.setMinimumWidth(_CHOICE_LEAST_PX)
    for key, title in choices:
        made.addItem(title, key)
    return made


def _choose(chooser: Chooser, key: str) -> None:
    chooser.setCurrentIndex(max(0, chooser.findData(key)))


def _box(name: str, title: str) -> QCheckBox:
    made = QCheckBox(title)
    made.setObjectName(name)
    return made


def _seconds(title: str) -> AmountField:
    made = AmountField(title, 1.0, 600.0, 1.0, 0, "s")
    theme.fix_width(made, _NUMBER_PX)
    return made
