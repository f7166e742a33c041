"""What a new run looks for and begins with: how many clips, how long, about what; style, sound and preset."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from core.schema.audio import Music
from core.schema.model import ModelState
from core.schema.source import AudioStream
from ui import theme
from ui.controllers.health import track_words
from ui.controllers.models import ModelController
from ui.export.preset_chooser import PresetChooser
from ui.export.unattended import UnattendedPart
from ui.inspector.sound_page import MUSIC_KINDS, PROFANITY_CHOICES, music_title
from ui.panel import Workbench
from ui.widgets.basics import button, column, label, row, rule
from ui.widgets.chooser import Chooser
from ui.widgets.fields import AmountField, CalmSpinBox
from ui.widgets.file_field import FileField, music_words
from ui.wording import QT_TR_NOOP, tr

_TRANSCRIBERS = (
    ("", QT_TR_NOOP("Automatic: in the order of Settings › Speech")),
    ("sidecar", QT_TR_NOOP("Only captions beside the file")),
    ("faster_whisper", QT_TR_NOOP("Whisper on this machine")),
    ("pocketsphinx", QT_TR_NOOP("Offline draft (English)")),
    ("openai_audio", QT_TR_NOOP("The speech endpoint that is set")),
)
_MOST_SPEAKERS = 8
_ANY_MODEL = QT_TR_NOOP("Automatic: the best that keeps up with this machine")
_KEY = "run options"
# Recorders and cameras rarely write more.
_TRACKS_OFFERED = 4
_NUMBER_PX = 120


class RunOptionsDialog(QDialog):
    """Edits the options that new runs start with.

    Signals:
        chosen(RunOptions): The options the user wants from now on.
    """

    chosen = Signal(object)

    def __init__(self, bench: Workbench, models: ModelController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runOptions")
        self.setWindowTitle(tr("Options for new runs"))
        self._bench = bench
        options = self._options = bench.library.options
        self._sound = options.sound
        self._music_path = Path()
        self._top = CalmSpinBox()
        theme.fix_width(self._top, _NUMBER_PX)
        self._top.setObjectName("optionTop")
        self._top.setRange(1, 200)
        self._top.setValue(options.top)
        self._least = _seconds(tr("Shortest clip"), options.min_seconds)
        self._most = _seconds(tr("Longest clip"), options.max_seconds)
        self._prompt = QLineEdit(options.prompt)
        self._prompt.setPlaceholderText(tr("Anything good, or for example: about pricing"))
        styles = [(style.name, style.title or style.name) for style in bench.review.styles()]
        self._style = _choice("optionStyle", styles, options.style.partition("@")[0])
        self._transcriber = _choice(
            "optionTranscriber", [(key, tr(title)) for key, title in _TRANSCRIBERS], options.transcriber
        )
        own = [(options.model, options.model)] if options.model else []
        self._model = _choice("optionModel", [("", tr(_ANY_MODEL)), *own], options.model)
        self._language = QLineEdit(options.language)
        self._language.setPlaceholderText(tr("Found by listening"))
        self._speakers = _choice("optionSpeakers", _speakers(), options.speakers)
        self._vocabulary = QLineEdit(options.vocabulary)
        self._vocabulary.setPlaceholderText(tr("Names and words that are hard to hear, with commas"))
        prepared = bench.review.prepared
        tracks = track_choices(prepared.facts.audio_streams if prepared else (), options.audio_track)
        self._track = _choice("optionTrack", tracks, options.audio_track)
        self._noise = QCheckBox(tr("Reduce noise in every clip"))
        self._noise.setObjectName("optionNoise")
        self._noise.setChecked(options.sound.reduces_noise)
        self._fillers = QCheckBox(tr("Cut “um”, “you know” and their like"))
        self._fillers.setObjectName("optionFillers")
        self._fillers.setChecked(options.removes_fillers)
        self._masks = QCheckBox(tr("Star swear words in the captions"))
        self._masks.setObjectName("optionMasks")
        self._masks.setChecked(options.masks_profanity)
        self._profanity = _choice(
            "optionProfanity", [(key, tr(title)) for key, title in PROFANITY_CHOICES], options.sound.profanity
        )
        self._music = FileField("music", music_words(), tr(MUSIC_KINDS))
        self._music.setObjectName("optionMusic")
        self._music.show_file(music_title(options.sound.music))
        self._preset = PresetChooser(bench.export.presets(), options.preset)
        self._unattended = UnattendedPart(options, bench.memory)
        self._problem = label("", "error", wraps=True)
        self._problem.setObjectName("optionsProblem")
        self._build()
        self._music.chosen.connect(self._on_music_chosen)
        self._music.removed.connect(lambda: self._use_music(None))
        bench.sound.music_kept.connect(self._on_music_kept)
        bench.sound.music_refused.connect(self._on_music_refused)
        models.changed.connect(self._on_models)
        models.load()

    def _build(self) -> None:
        find = _form(
            (tr("Clips to find"), self._top),
            (tr("Shortest clip"), self._least),
            (tr("Longest clip"), self._most),
            (tr("Look for"), self._prompt),
            (tr("Caption style"), self._style),
        )
        words = _form(
            (tr("Transcript"), self._transcriber),
            (tr("Whisper model"), self._model),
            (tr("Language"), self._language),
            (tr("Speakers"), self._speakers),
            (tr("Vocabulary"), self._vocabulary),
            (tr("Fillers"), self._fillers),
            (tr("Swear words"), self._masks),
        )
        sound = _form(
            (tr("Audio track"), self._track),
            (tr("Noise"), self._noise),
            (tr("Swear words"), self._profanity),
            (tr("Music"), self._music),
        )
        save = button(tr("Use for new runs"), self.accept, is_primary=True)
        save.setObjectName("useOptions")
        save.setDefault(True)
        layout = column(spacing=12)
        layout.setContentsMargins(24, 20, 24, 16)
        # Side by side: one below the other they would be higher than a small screen.
        left, right = column(spacing=12), column(spacing=12)
        for side, first, second in (
            (left, find, _form((tr("Files are made"), self._preset))),
            (right, words, sound),
        ):
            side.addLayout(first)
            side.addWidget(rule())
            side.addLayout(second)
        left.addWidget(self._unattended)
        for side in (left, right):
            side.addStretch(1)
        both = row(spacing=32)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        layout.addLayout(both)
        layout.addStretch(1)
        layout.addWidget(self._problem)
        layout.addLayout(row(None, button(tr("Cancel"), self.reject), save))
        self.setLayout(layout)
        self.setMinimumWidth(1040)

    def accept(self) -> None:
        """Hand over the options, where they make sense together."""
        for number in (self._top, self._least, self._most):
            # What is still being typed counts too.
            number.interpretText()
        if self._least.value() > self._most.value():
            self._problem.setText(tr("The shortest clip can't be longer than the longest."))
            return
        if problem := self._unattended.problem():
            self._problem.setText(problem)
            return
        super().accept()
        self.chosen.emit(
            self._unattended.taken_into(self._options).model_copy(
                update={
                    "top": self._top.value(),
                    "min_seconds": self._least.value(),
                    "max_seconds": self._most.value(),
                    "prompt": self._prompt.text().strip(),
                    "style": self._style.currentData() or self._options.style,
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
                    "preset": self._preset.preset().name,
                }
            )
        )

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


def _choice(name: str, choices: Sequence[tuple[str, str]], chosen: str) -> Chooser:
    made = Chooser()
    made.setObjectName(name)
    for key, title in choices:
        made.addItem(title, key)
    made.setCurrentIndex(max(0, made.findData(chosen)))
    return made


def _form(*rows: tuple[str, QWidget]) -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(10)
    for title, field in rows:
        if not field.accessibleName():
            field.setAccessibleName(title)
        name = label(title)
        name.setMinimumWidth(96)
        name.setFixedHeight(min(30, field.sizeHint().height()))
        name.setBuddy(field)
        form.addRow(name, field)
    return form


def _seconds(title: str, seconds: float) -> AmountField:
    made = AmountField(title, 1.0, 600.0, 1.0, 0, "s")
    made.setValue(seconds)
    theme.fix_width(made, _NUMBER_PX)
    return made
