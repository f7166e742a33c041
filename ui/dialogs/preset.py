"""One preset of the user's own: what it is called and what it asks of a finished file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from core.schema.own_preset import CRF_LIMITS, EFFORTS, FPS_LIMIT, SIDES_PX, changed_preset
from core.schema.preset import EncodePreset, VideoCodec
from ui import theme
from ui.controllers.own_presets import PresetController
from ui.controllers.presets import CODEC_TITLES, limits_words
from ui.widgets.basics import button, column, label, row, rule
from ui.widgets.chooser import Chooser
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.fields import AmountField, CalmSpinBox
from ui.widgets.form import Form
from ui.wording import tr

_TITLE_CHARACTERS = 60
_NUMBER_PX = 130
_MEGABYTE = 1_000_000
_AUDIO_KBPS = (32, 512)


class PresetDialog(Dialog):
    """Edits a preset and keeps it; one without a name is new. What it has no field for stays as it was."""

    def __init__(self, presets: PresetController, preset: EncodePreset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("presetDialog")
        self.setWindowTitle(tr("Preset “{name}”").format(name=preset.title) if preset.name else tr("New preset"))
        self._presets = presets
        self._preset = preset
        self._is_saving = False
        self._make_fields()
        self._limits = label("", "small", wraps=True)
        self._limits.setObjectName("presetSummary")
        self._problem = label("", "error", wraps=True)
        self._problem.setObjectName("presetProblem")
        self._save = button(tr("Save", "verb"), self._on_save, is_primary=True)
        self._save.setObjectName("savePreset")
        self._save.setDefault(True)
        self._build()
        self._fill(preset)
        self._connect()
        self._title.selectAll()
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_what_fits()

    def _make_fields(self) -> None:
        self._title = _text("presetTitle", _TITLE_CHARACTERS)
        self._about = _text("presetAboutField", 200)
        self._about.setPlaceholderText(tr("For example: the client's own player, quiet and small"))
        self._codec = _choice("presetCodec", [(codec, title) for codec, title in CODEC_TITLES.items()])
        self._effort = _choice("presetEffort", [])
        self._crf = _amount(tr("Quality (CRF)"), 0, 63, 0.5, 1, "")
        self._crf.setToolTip(tr("Constant quality: less is better and larger"))
        self._sound = CalmSpinBox()
        self._sound.setRange(*_AUDIO_KBPS)
        self._sound.setSingleStep(32)
        self._sound.setSuffix(tr(" kbit/s"))
        self._side = CalmSpinBox()
        self._side.setRange(*SIDES_PX)
        self._side.setSingleStep(2)
        self._side.setSuffix(" px")
        self._fps = _amount(tr("Frames a second, at most"), 1, FPS_LIMIT, 1, 0, "fps")
        self._loudness = _amount(tr("Loudness"), -40, -5, 0.5, 1, "LUFS")
        self._peak = _amount(tr("True peak, at most"), -9, 0, 0.5, 1, "dBTP")
        self._megabytes = _amount(tr("Largest file"), 0, 100_000, 10, 0, "MB")
        self._seconds = _amount(tr("Longest clip"), 0, 7200, 10, 0, "s")
        for unlimited in (self._megabytes, self._seconds):
            unlimited.setSpecialValueText(tr("No limit"))
        zones = [(name, name) for name in self._presets.zones()]
        self._zone = _choice("presetZone", [("", tr("As the style keeps clear")), *zones])
        self._burns = QCheckBox(tr("Captions in the picture"))
        self._burns.setObjectName("presetBurns")
        self._burns.setToolTip(tr("Otherwise they lie beside the file alone"))
        for number in (self._sound, self._side):
            theme.fix_width(number, _NUMBER_PX)

    def _build(self) -> None:
        head = Form((tr("Name"), self._title), (tr("What it is for"), self._about))
        picture = Form(
            (tr("Codec"), self._codec),
            (tr("Effort of encoding"), self._effort),
            (tr("Quality (CRF)"), self._crf),
            (tr("Shorter side"), self._side),
            (tr("Frames a second, at most"), self._fps),
            (tr("Captions"), self._burns),
            (tr("Kept clear for"), self._zone),
        )
        sound = Form(
            (tr("Loudness"), self._loudness),
            (tr("True peak, at most"), self._peak),
            (tr("Sound"), self._sound),
            (tr("Largest file"), self._megabytes),
            (tr("Longest clip"), self._seconds),
        )
        both = row(spacing=32)
        both.addLayout(picture, 1)
        both.addLayout(sound, 1)
        cancel = button(tr("Cancel"), self.reject)
        layout = column(spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(head)
        layout.addWidget(rule())
        layout.addLayout(both)
        layout.addStretch(1)
        layout.addWidget(self._limits)
        layout.addWidget(self._problem)
        layout.addLayout(row(None, cancel, self._save))
        self.setLayout(layout)
        self.setMinimumWidth(760)

    def _fill(self, preset: EncodePreset) -> None:
        self._title.setText(preset.title)
        self._about.setText(preset.about)
        self._codec.setCurrentIndex(self._codec.findData(preset.video_codec))
        self._offer_efforts(preset)
        self._crf.setValue(preset.crf)
        self._sound.setValue(round(preset.audio_bitrate_bps / 1000))
        self._side.setValue(preset.short_side_px)
        self._fps.setValue(preset.max_fps)
        self._loudness.setValue(preset.loudness_lufs)
        self._peak.setValue(preset.peak_dbtp)
        self._megabytes.setValue((preset.max_bytes or 0) / _MEGABYTE)
        self._seconds.setValue(preset.max_seconds or 0)
        self._zone.setCurrentIndex(max(0, self._zone.findData(preset.safe_zone)))
        self._burns.setChecked(preset.burns_captions)

    def _connect(self) -> None:
        self._codec.currentIndexChanged.connect(lambda _place: self._on_codec())
        self._title.textChanged.connect(lambda _text: self._show_what_fits())
        for amount in self.findChildren(QDoubleSpinBox):
            amount.valueChanged.connect(lambda _value: self._show_what_fits())
        for number in self.findChildren(QSpinBox):
            number.valueChanged.connect(lambda _value: self._show_what_fits())
        for chooser in self.findChildren(QComboBox):
            chooser.currentIndexChanged.connect(lambda _place: self._show_what_fits())
        self._presets.saved.connect(self._on_saved)
        self._presets.refused.connect(self._on_refused)

    def preset(self) -> EncodePreset:
        """Return what is chosen."""
        for number in self.findChildren(QSpinBox):
            # What is still being typed counts too.
            number.interpretText()
        for amount in self.findChildren(QDoubleSpinBox):
            amount.interpretText()
        before = self._preset
        megabytes, side = self._megabytes.value(), self._side.value()
        limit = before.max_bytes if megabytes == round((before.max_bytes or 0) / _MEGABYTE) else None
        return changed_preset(
            before,
            {
                "title": self._title.text().strip(),
                "about": self._about.text().strip(),
                "video_codec": self._codec.currentData(),
                "effort": self._effort.currentData(),
                "crf": self._crf.value(),
                "audio_bitrate_bps": self._sound.value() * 1000,
                # Encoders take even numbers alone.
                "short_side_px": side - side % 2,
                "max_fps": self._fps.value(),
                "loudness_lufs": self._loudness.value(),
                "peak_dbtp": self._peak.value(),
                "max_bytes": limit or round(megabytes * _MEGABYTE) or None,
                "max_seconds": self._seconds.value() or None,
                "safe_zone": self._zone.currentData(),
                "burns_captions": self._burns.isChecked(),
            },
        )

    def _offer_efforts(self, preset: EncodePreset) -> None:
        """Offer what the codec's encoder can be told; captions alone have a form of their own."""
        is_alone = preset.shows == "captions"
        self._codec.setEnabled(not is_alone)
        self._effort.setEnabled(not is_alone)
        self._effort.clear()
        for effort in (preset.effort,) if is_alone else EFFORTS[preset.video_codec]:
            self._effort.addItem(effort, effort)
        self._effort.setCurrentIndex(max(0, self._effort.findData(preset.effort)))

    def _on_codec(self) -> None:
        codec: VideoCodec = self._codec.currentData()
        changed = changed_preset(self._preset, {"video_codec": codec})
        self._offer_efforts(changed)
        self._crf.setRange(0, CRF_LIMITS[codec])
        self._crf.setValue(changed.crf)

    def _show_what_fits(self) -> None:
        is_prores = self._codec.currentData() == "prores"
        self._crf.setEnabled(not is_prores)
        self._sound.setEnabled(not is_prores)
        self._save.setEnabled(bool(self._title.text().strip()) and not self._is_saving)
        self._limits.setText(limits_words(self.preset()))

    def _on_save(self) -> None:
        self._problem.setText("")
        self._is_saving = True
        self._show_what_fits()
        self._presets.save(self.preset())

    def _on_saved(self, _preset: EncodePreset) -> None:
        if self._is_saving:
            self.accept()

    def _on_refused(self, why: str) -> None:
        if self._is_saving:
            self._problem.setText(why)
            self._is_saving = False
            self._show_what_fits()


def _text(name: str, most: int) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setMaxLength(most)
    return made


def _choice(name: str, choices: list[tuple[str, str]]) -> Chooser:
    made = Chooser()
    made.setObjectName(name)
    for key, title in choices:
        made.addItem(title, key)
    return made


def _amount(title: str, least: float, most: float, step: float, decimals: int, unit: str) -> AmountField:
    made = AmountField(title, least, most, step, decimals, unit)
    theme.fix_width(made, _NUMBER_PX)
    return made
