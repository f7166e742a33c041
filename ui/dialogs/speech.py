"""The settings' page about speech: who is asked first for what is said, and where Whisper works."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QWidget,
)

from core.schema.speech import TRANSCRIBER_ORDER, TranscriberName
from ui.controllers.preferences import SpeechPreference
from ui.widgets.basics import button, column, label, row, rule
from ui.widgets.chooser import Chooser
from ui.widgets.dialog import TAB_MARGINS
from ui.widgets.form import Form
from ui.wording import QT_TR_NOOP, tr

TRANSCRIBER_TITLES: dict[TranscriberName, str] = {
    "sidecar": QT_TR_NOOP("Captions beside the file"),
    "faster_whisper": QT_TR_NOOP("Whisper on this computer"),
    "openai_audio": QT_TR_NOOP("The speech endpoint"),
    "pocketsphinx": QT_TR_NOOP("Offline draft (English, a quarter of the words wrong)"),
}
_DEVICES = (
    ("", QT_TR_NOOP("Graphics card where there is one")),
    ("cpu", QT_TR_NOOP("Processor")),
    ("cuda", QT_TR_NOOP("Graphics card")),
)

_ABOUT_ORDER = QT_TR_NOOP(
    "A run takes the first that can be had; if it fails, the next one is tried, and the run says so. A transcript "
    "that you give, or a choice in the run’s own options, goes before."
)
_ABOUT_DEVICE = QT_TR_NOOP(
    "A card that fails, also in the middle of the work, is given up for the processor. "
    "Takes effect with the next run."
)


class SpeechPage(QScrollArea):
    """Edits how speech is written down."""

    def __init__(self, speech: SpeechPreference) -> None:
        super().__init__()
        self.setObjectName("speechPage")
        self.setProperty("upright", True)
        self.setAccessibleName(tr("Speech"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._order = _order_list(speech)
        self._up = button(tr("Earlier"), lambda: self._move(-1))
        self._up.setObjectName("transcriberUp")
        self._down = button(tr("Later"), lambda: self._move(1))
        self._down.setObjectName("transcriberDown")
        self._usual = button(tr("Usual order"), self._on_usual)
        self._usual.setObjectName("transcriberUsual")
        self._allows = QCheckBox(
            tr("Use the endpoint by itself when it is next in order: the sound is sent there")
        )
        self._allows.setObjectName("allowsSpeechEndpoint")
        self._allows.setChecked(speech.allows_endpoint)
        self._device = Chooser()
        self._device.setObjectName("speechDevice")
        self._device.setAccessibleName(tr("Whisper works on"))
        for key, title in _DEVICES:
            self._device.addItem(tr(title), key)
        self._device.setCurrentIndex(max(0, self._device.findData(speech.device)))
        self._build()
        self._order.currentRowChanged.connect(lambda _place: self._show_verbs())
        self._order.setCurrentRow(0)

    def _build(self) -> None:
        form = Form((tr("Whisper works on"), self._device))
        inside = column(
            label(tr("Who is asked first"), "section"),
            self._order,
            spacing=10,
        )
        inside.setContentsMargins(TAB_MARGINS)
        inside.addLayout(row(self._up, self._down, self._usual, None))
        inside.addWidget(self._allows)
        inside.addWidget(label(tr(_ABOUT_ORDER), "small", wraps=True))
        inside.addWidget(rule())
        inside.addWidget(label("Whisper", "section"))
        inside.addLayout(form)
        inside.addWidget(label(tr(_ABOUT_DEVICE), "small", wraps=True))
        inside.addStretch(1)
        body = QWidget()
        body.setLayout(inside)
        self.setWidget(body)

    def value(self) -> SpeechPreference:
        """Return what was chosen."""
        return SpeechPreference(
            order=tuple(
                self._order.item(place).data(Qt.ItemDataRole.UserRole) for place in range(self._order.count())
            ),
            allows_endpoint=self._allows.isChecked(),
            device=self._device.currentData(),
        )

    def _move(self, step: int) -> None:
        place = self._order.currentRow()
        if 0 <= place + step < self._order.count():
            line = self._order.takeItem(place)
            self._order.insertItem(place + step, line)
            self._order.setCurrentRow(place + step)

    def _on_usual(self) -> None:
        _fill(self._order, TRANSCRIBER_ORDER)
        self._order.setCurrentRow(0)

    def _show_verbs(self) -> None:
        place = self._order.currentRow()
        self._up.setEnabled(place > 0)
        self._down.setEnabled(0 <= place < self._order.count() - 1)


def _order_list(speech: SpeechPreference) -> QListWidget:
    made = QListWidget()
    made.setObjectName("transcriberOrder")
    made.setAccessibleName(tr("Who is asked first for what is said"))
    made.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    _fill(made, (*speech.order, *(name for name in TRANSCRIBER_ORDER if name not in speech.order)))
    made.setFixedHeight(made.sizeHintForRow(0) * made.count() + 2 * made.frameWidth() + 8)
    return made


def _fill(shown: QListWidget, order: tuple[TranscriberName, ...]) -> None:
    shown.clear()
    for name in order:
        line = QListWidgetItem(tr(TRANSCRIBER_TITLES[name]))
        line.setData(Qt.ItemDataRole.UserRole, name)
        shown.addItem(line)
