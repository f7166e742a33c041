"""What a new run looks for: how many clips, how long, about what, in which style."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDoubleSpinBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from core.schema.run import RunOptions
from core.schema.style import Style
from ui.widgets.basics import button, column, label, row

_TRANSCRIBERS = (
    ("", "Automatic: captions beside the file, then Whisper, then a draft"),
    ("sidecar", "Only captions beside the file"),
    ("faster_whisper", "Whisper on this machine"),
    ("pocketsphinx", "Offline draft (English)"),
    ("openai_audio", "The speech endpoint that is set"),
)


class RunOptionsDialog(QDialog):
    """Edits the options that new runs start with.

    Signals:
        chosen(RunOptions): The options the user wants from now on.
    """

    chosen = Signal(object)

    def __init__(self, options: RunOptions, styles: tuple[Style, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runOptions")
        self.setWindowTitle("Options for new runs")
        self._options = options
        self._top = QSpinBox()
        self._top.setObjectName("optionTop")
        self._top.setRange(1, 200)
        self._top.setValue(options.top)
        self._least = _seconds(options.min_seconds)
        self._most = _seconds(options.max_seconds)
        self._prompt = QLineEdit(options.prompt)
        self._prompt.setPlaceholderText("Anything good, or for example: about pricing")
        self._style = QComboBox()
        for style in styles:
            self._style.addItem(style.title or style.name, style.name)
        self._style.setCurrentIndex(max(0, self._style.findData(options.style.partition("@")[0])))
        self._transcriber = QComboBox()
        for key, name in _TRANSCRIBERS:
            self._transcriber.addItem(name, key)
        self._transcriber.setCurrentIndex(max(0, self._transcriber.findData(options.transcriber)))
        self._language = QLineEdit(options.language)
        self._language.setPlaceholderText("Found by listening")
        self._vocabulary = QLineEdit(options.vocabulary)
        self._vocabulary.setPlaceholderText("Names and words that are hard to hear, with commas")
        self._problem = label("", "error")
        self._build()

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow("Clips to find", self._top)
        form.addRow("Shortest clip", self._least)
        form.addRow("Longest clip", self._most)
        form.addRow("Look for", self._prompt)
        form.addRow("Caption style", self._style)
        form.addRow("Transcript", self._transcriber)
        form.addRow("Language", self._language)
        form.addRow("Vocabulary", self._vocabulary)
        save = button("Use for new runs", self.accept, is_primary=True)
        save.setDefault(True)
        layout = column(spacing=16)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.addLayout(form)
        layout.addWidget(self._problem)
        layout.addLayout(row(None, button("Cancel", self.reject), save))
        self.setLayout(layout)
        self.setMinimumWidth(520)

    def accept(self) -> None:
        """Hand over the options, where they make sense together."""
        if self._least.value() > self._most.value():
            self._problem.setText("The shortest clip can't be longer than the longest.")
            return
        super().accept()
        self.chosen.emit(
            self._options.model_copy(
                update={
                    "top": self._top.value(),
                    "min_seconds": self._least.value(),
                    "max_seconds": self._most.value(),
                    "prompt": self._prompt.text().strip(),
                    "style": self._style.currentData() or self._options.style,
                    "transcriber": self._transcriber.currentData(),
                    "language": self._language.text().strip(),
                    "vocabulary": self._vocabulary.text().strip(),
                }
            )
        )


def _seconds(value: float) -> QDoubleSpinBox:
    made = QDoubleSpinBox()
    made.setRange(1.0, 600.0)
    made.setDecimals(0)
    made.setSuffix(" s")
    made.setValue(value)
    return made
