"""How the clip sounds: noise, music, fades and loudness, and what was measured for this preview."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QWidget

from core.schema.audio import AudioPlan, Music
from core.schema.clip import Clip
from ui import theme
from ui.inspector.page import InspectorPage
from ui.panel import Workbench
from ui.widgets.basics import column, label, row, rule
from ui.widgets.chooser import Chooser
from ui.widgets.fields import AmountField
from ui.widgets.file_field import FileField, music_words
from ui.widgets.form import Form
from ui.widgets.level_slider import LevelSlider
from ui.wording import QT_TR_NOOP, told, tr

MUSIC_KINDS = QT_TR_NOOP(
    "Music (*.mp3 *.m4a *.aac *.wav *.flac *.ogg *.opus *.aif *.aiff *.mp4 *.mov *.mka);;All files (*)"
)
PROFANITY_CHOICES = (
    ("kept", QT_TR_NOOP("Heard as they are")),
    ("muted", QT_TR_NOOP("Silenced")),
    ("bleeped", QT_TR_NOOP("Bleeped")),
)
_MUSIC_HINT = QT_TR_NOOP("Repeated where it is shorter than the clip, softer while somebody speaks.")
_NOISE_HINT = QT_TR_NOOP("Hiss, hum and fans go; the voice stays.")
_GAIN_HINT = QT_TR_NOOP("Added after the loudness is matched to where the clip goes.")


class SoundPage(InspectorPage):
    """Every change is told when it is finished, so that each is one step of undo."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        sound = bench.sound
        self._clip_id = ""
        self._noise = QCheckBox(tr("Reduce noise"))
        self._noise.setObjectName("reduceNoise")
        self._noise.clicked.connect(lambda is_wanted: sound.reduce_noise(self._clip_id, is_wanted))
        self._profanity = Chooser()
        self._profanity.setObjectName("profanity")
        self._profanity.setAccessibleName(tr("Swear words in the sound"))
        for key, title in PROFANITY_CHOICES:
            self._profanity.addItem(tr(title), key)
        self._profanity.activated.connect(
            lambda _index: sound.set_profanity(self._clip_id, self._profanity.currentData())
        )
        self._music = FileField("music", music_words(), tr(MUSIC_KINDS))
        self._music.chosen.connect(self._on_music_chosen)
        self._music.removed.connect(lambda: sound.remove_music(self._clip_id))
        self._level = LevelSlider(tr("Level"), 0, 40, lambda lu: tr("{lu} LU under speech").format(lu=lu))
        self._level.setObjectName("musicLevel")
        self._level.committed.connect(lambda lu: sound.change_music(self._clip_id, under_lu=float(lu)))
        self._duck = LevelSlider(tr("While somebody speaks"), 0, 30, _duck_words)
        self._duck.setObjectName("musicDucking")
        self._duck.committed.connect(lambda db: sound.change_music(self._clip_id, duck_db=float(db)))
        self._from = _seconds("musicStart", tr("Start of the music"), 3600.0, 1.0, 1)
        self._from.committed.connect(lambda at: sound.change_music(self._clip_id, start=at))
        self._music_fade = _seconds("musicFade", tr("Fade out of the music"), 10.0, 0.5, 1)
        self._music_fade.committed.connect(lambda seconds: sound.change_music(self._clip_id, fade_out=seconds))
        self._fade_in = _seconds("fadeIn", tr("Fade in"), 10.0, 0.1, 2)
        self._fade_in.committed.connect(lambda seconds: sound.set_fade_in(self._clip_id, seconds))
        self._fade_out = _seconds("fadeOut", tr("Fade out"), 10.0, 0.1, 2)
        self._fade_out.committed.connect(lambda seconds: sound.set_fade_out(self._clip_id, seconds))
        self._gain = AmountField(tr("Louder or softer"), -30.0, 12.0, 1.0, 1, "dB")
        self._gain.setObjectName("soundGain")
        self._gain.committed.connect(lambda gain_db: sound.set_gain(self._clip_id, gain_db))
        self._measured = label("", "muted", wraps=True)
        self._measured.setObjectName("soundMeasured")
        self._build()
        sound.music_refused.connect(self._on_music_refused)
        bench.player.state_changed.connect(self._show_measured)

    def _build(self) -> None:
        self._bed = QWidget()
        bed = column(self._level, self._duck, spacing=8)
        bed.addLayout(_form((tr("Starts at"), self._from), (tr("Fades out in"), self._music_fade)))
        self._bed.setLayout(bed)
        layout = column(
            label(tr("Noise"), "section"),
            self._noise,
            _hint(tr(_NOISE_HINT)),
            rule(),
            label(tr("Swear words"), "section"),
            self._profanity,
            rule(),
            label(tr("Music"), "section"),
            self._music,
            label(tr(_MUSIC_HINT), "small", wraps=True),
            self._bed,
            rule(),
            label(tr("Clip"), "section"),
            spacing=8,
        )
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addLayout(
            _form(
                (tr("Fade in"), self._fade_in),
                (tr("Fade out"), self._fade_out),
                (tr("Louder or softer"), self._gain),
            )
        )
        layout.addWidget(label(tr(_GAIN_HINT), "small", wraps=True))
        layout.addWidget(rule())
        layout.addWidget(label(tr("In this preview"), "section"))
        layout.addWidget(self._measured)
        layout.addStretch(1)
        self.setLayout(layout)

    def show_clip(self, clip: Clip) -> None:
        """Show a clip; what was being chosen for another one is told of that one first."""
        if clip.id != self._clip_id:
            for field in (self._level, self._duck, self._from, self._music_fade):
                field.flush()
            for field in (self._fade_in, self._fade_out, self._gain):
                field.flush()
            self._clip_id = clip.id
            self._music.show_problem("")
        sound = clip.sound
        self._noise.setChecked(sound.reduces_noise)
        self._profanity.setCurrentIndex(self._profanity.findData(sound.profanity))
        self._fade_in.show_amount(sound.fade_in)
        self._fade_out.show_amount(sound.fade_out)
        self._gain.show_amount(sound.gain_db)
        self._show_music(sound.music)

    def _show_music(self, music: Music | None) -> None:
        self._music.show_file(music_title(music))
        self._bed.setVisible(music is not None)
        if music is not None:
            self._level.show_value(round(music.under_lu))
            self._duck.show_value(round(music.duck_db))
            self._from.show_amount(music.start)
            self._music_fade.show_amount(music.fade_out)

    def _on_music_chosen(self, path: str) -> None:
        self._music.show_busy()
        self.bench.sound.choose_music(self._clip_id, Path(path))

    def _on_music_refused(self, clip_id: str, why: str) -> None:
        if clip_id == self._clip_id:
            self._music.show_problem(why)

    def _show_measured(self) -> None:
        composition = self.bench.player.composition
        self._measured.setText(
            measured_words(composition.audio) if composition is not None else tr("Told once it is ready.")
        )


def music_title(music: Music | None) -> str:
    """Return what a piece of music is called, or nothing where there is none."""
    return (music.title or music.file.stem) if music is not None else ""


def measured_words(plan: AudioPlan) -> str:
    """Return what was measured in a clip's sound and what is done about it, with the machine's reasons."""
    if plan.measured_lufs is None:
        lines = [tr("No sound to measure.")]
    else:
        words = (
            tr("Measured {lufs} LUFS, raised by {db} dB.")
            if plan.gain_db >= 0
            else tr("Measured {lufs} LUFS, lowered by {db} dB.")
        )
        locale = QLocale()
        level, gain = (locale.toString(each, "f", 1) for each in (plan.measured_lufs, abs(plan.gain_db)))
        lines = [words.format(lufs=level, db=gain)]
    lines += [told(choice.reason) for choice in plan.choices if choice.reason]
    return re.sub(r"(?<!\w)-(?=\d)", "−", "\n".join(dict.fromkeys(lines)))


def _duck_words(db: int) -> str:
    return tr("{db} dB softer").format(db=db) if db else tr("as loud")


def _seconds(name: str, title: str, most: float, step: float, decimals: int) -> AmountField:
    made = AmountField(title, 0.0, most, step, decimals, "s")
    made.setObjectName(name)
    return made


def _form(*rows: tuple[str, AmountField]) -> Form:
    form = Form(*rows)
    names_px = max(112, theme.widest(title for title, _field in rows))
    for (_title, field), name in zip(rows, form.titles, strict=True):
        name.setProperty("role", "muted")
        theme.fix_width(name, names_px)
        theme.fix_width(field, 104)
    return form


def _hint(text: str) -> QWidget:
    made = QWidget()
    line = row(26, label(text, "small", wraps=True), spacing=0)
    line.setStretch(1, 1)
    made.setLayout(line)
    return made
