"""Settings: which models are on this machine, which endpoints may be asked, and how work is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QFrame,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QTabWidget,
    QWidget,
)

from core.schema.model import ModelState
from core.schema.queue import LaneState
from ui.controllers.preferences import EndpointPreference, Preferences
from ui.dialogs.performance import PerformancePage
from ui.widgets.basics import ElidedLabel, button, clear, column, label, row, rule
from ui.widgets.timecode import file_size

if TYPE_CHECKING:

    class Settings(Protocol):
        """What the dialog works with."""

        models_changed: SignalInstance
        model_progressed: SignalInstance
        model_stopped: SignalInstance

        def lanes(self) -> list[LaneState]: ...
        def preferences(self) -> Preferences: ...
        def load_models(self) -> None: ...
        def fetch(self, name: str) -> None: ...
        def stop(self, name: str) -> None: ...
        def save(self, preferences: Preferences) -> None: ...


_ABOUT_MODELS = (
    "Captions beside a video are always used first. Without them, a Whisper model writes down what is said; "
    "larger ones make fewer mistakes and take longer."
)
_ABOUT_PROVIDERS = (
    "Everything works without these. An endpoint you set here is asked over the network: the language model gets "
    "the transcript to judge clips, the speech endpoint gets the sound. Any OpenAI-compatible address will do, "
    "also one on this machine."
)


class SettingsDialog(QDialog):
    """The settings, in three tabs."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle("Settings")
        self._settings = settings
        self._models = ModelList(settings)
        preferences = settings.preferences()
        self._language = EndpointFields("language", preferences.language)
        self._speech = EndpointFields("speech", preferences.speech)
        self._performance = PerformancePage(preferences.work, settings.lanes())
        self._may_download = QCheckBox("Fetch a missing model by itself when a run needs it")
        self._may_download.setObjectName("mayDownload")
        self._may_download.setChecked(preferences.may_download)
        self._problem = label("", "error", wraps=True)
        self._problem.setObjectName("settingsProblem")
        self._build()
        settings.load_models()

    def _build(self) -> None:
        tabs = QTabWidget()
        tabs.setObjectName("settingsTabs")
        tabs.addTab(_page(label(_ABOUT_MODELS, "muted", wraps=True), self._models, self._may_download), "Models")
        tabs.addTab(
            _page(
                label(_ABOUT_PROVIDERS, "muted", wraps=True),
                label("Language model", "section"),
                self._language,
                rule(),
                label("Speech", "section"),
                self._speech,
                None,
            ),
            "Providers",
        )
        tabs.addTab(self._performance, "Performance")
        save = button("Save", self.accept, is_primary=True)
        save.setObjectName("saveSettings")
        save.setDefault(True)
        layout = column(spacing=12)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(tabs, 1)
        layout.addWidget(self._problem)
        layout.addLayout(row(None, button("Cancel", self.reject), save))
        self.setLayout(layout)
        self.resize(640, 700)

    def accept(self) -> None:
        """Keep what was entered, where it can be meant."""
        for fields, name in ((self._language, "language model"), (self._speech, "speech endpoint")):
            if problem := fields.problem():
                self._problem.setText(f"The {name}: {problem}")
                return
        if problem := self._performance.problem():
            self._problem.setText(problem)
            return
        self._settings.save(
            Preferences(
                self._language.value(),
                self._speech.value(),
                self._may_download.isChecked(),
                self._performance.value(),
            )
        )
        super().accept()


class EndpointFields(QWidget):
    """Address, model and key of one endpoint."""

    def __init__(self, name: str, endpoint: EndpointPreference) -> None:
        super().__init__()
        self._address = QLineEdit(endpoint.base_url)
        self._address.setPlaceholderText("None, or for example http://localhost:11434/v1")
        self._model = QLineEdit(endpoint.model)
        self._model.setPlaceholderText("The model's name there")
        self._key = QLineEdit()
        self._key.setEchoMode(QLineEdit.EchoMode.Password)
        self._key.setPlaceholderText("As it is; kept in the system's keyring")
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for title, field in (("Address", self._address), ("Model", self._model), ("Key", self._key)):
            field.setObjectName(f"{name}{title}")
            field.setAccessibleName(f"{title} of the {name} endpoint")
            form.addRow(title, field)

    def problem(self) -> str:
        """Return what is wrong with what was entered, or nothing."""
        address, model = self._address.text().strip(), self._model.text().strip()
        if address and not address.startswith(("http://", "https://")):
            return "its address must start with http:// or https://."
        if bool(address) != bool(model):
            return "it needs both an address and a model, or neither."
        return ""

    def value(self) -> EndpointPreference:
        """Return what was entered."""
        key = self._key.text().strip()
        return EndpointPreference(
            self._address.text().strip().rstrip("/"), self._model.text().strip(), key or None
        )


class ModelList(QScrollArea):
    """Every model with its size, and a button to fetch it or to stop that."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("modelList")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(300)
        self._settings = settings
        self._rows: dict[str, ModelRow] = {}
        self._inside = QWidget()
        self._layout = column(label("Looking…", "muted"), None, spacing=10)
        self._layout.setContentsMargins(0, 0, 16, 0)
        self._inside.setLayout(self._layout)
        self.setWidget(self._inside)
        settings.models_changed.connect(self._on_models_changed)
        settings.model_progressed.connect(self._on_model_progressed)
        settings.model_stopped.connect(self._on_model_stopped)

    def _on_models_changed(self, models: Sequence[ModelState]) -> None:
        clear(self._layout)
        self._rows = {model.name: ModelRow(model, self._settings) for model in models}
        for made in self._rows.values():
            self._layout.addWidget(made)
        self._layout.addStretch(1)

    def _on_model_progressed(self, name: str, fraction: float, message: str) -> None:
        if name in self._rows:
            self._rows[name].show_progress(fraction, message)

    def _on_model_stopped(self, name: str) -> None:
        if name in self._rows:
            self._rows[name].show_stopped()


class ModelRow(QWidget):
    """One model."""

    def __init__(self, model: ModelState, settings: Settings) -> None:
        super().__init__()
        self._model = model
        self._settings = settings
        title = ElidedLabel(model.title)
        size = label(file_size(model.size_bytes) if model.size_bytes else "", "muted")
        self._state = label("", "small")
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self._bar.hide()
        self._fetch = button("Fetch", self._on_fetch)
        self._fetch.setObjectName(f"fetch_{model.name}")
        self._fetch.setAccessibleName(f"Fetch {model.title}")
        self._stop = button("Stop", lambda: settings.stop(model.name))
        self._stop.setObjectName(f"stop_{model.name}")
        self._stop.hide()
        layout = column(spacing=2)
        line = row(title, size, self._fetch, self._stop, spacing=12)
        line.setStretchFactor(title, 1)
        layout.addLayout(line)
        layout.addWidget(self._state)
        layout.addWidget(self._bar)
        self.setLayout(layout)
        self._show_rest()

    def _show_rest(self) -> None:
        is_here = self._model.path is not None
        self._fetch.setVisible(not is_here)
        if is_here:
            self._state.setText("On this machine")
        elif self._model.partial_bytes:
            self._fetch.setText("Continue")
            self._state.setText(f"{file_size(self._model.partial_bytes)} fetched so far")
        else:
            self._state.setText("Not on this machine")
        self._state.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _on_fetch(self) -> None:
        self.show_progress(0.0, "Starting…")
        self._settings.fetch(self._model.name)

    def show_progress(self, fraction: float, message: str) -> None:
        """Show that the model is being fetched."""
        self._fetch.hide()
        self._stop.show()
        self._bar.show()
        self._bar.setValue(round(1000 * fraction))
        self._state.setText(message or f"{fraction:.0%}")

    def show_stopped(self) -> None:
        """Show that fetching ended."""
        self._stop.hide()
        self._bar.hide()
        self._show_rest()


def _page(*widgets: QWidget | None) -> QWidget:
    made = QWidget()
    layout = column(*widgets, spacing=12, margin=12)
    for widget in widgets:
        if isinstance(widget, QScrollArea):
            layout.setStretchFactor(widget, 1)
    made.setLayout(layout)
    return made
