"""Settings: which models are on this machine, which endpoints may be asked, and how work is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLineEdit,
    QScrollArea,
    QTabWidget,
    QWidget,
)

from core.schema.ledger import Budget
from core.schema.queue import LaneState
from ui import theme
from ui.controllers.local_api import LocalApiController
from ui.controllers.models import ModelController
from ui.controllers.preferences import EndpointPreference, Preferences
from ui.dialogs.appearance import AppearancePage
from ui.dialogs.budget import BudgetFields
from ui.dialogs.local_api import LocalApiPage
from ui.dialogs.models import ModelShelfView
from ui.dialogs.performance import PerformancePage
from ui.dialogs.speech import SpeechPage
from ui.looks import Looks
from ui.panel import Workbench
from ui.publish.destination_list import DestinationList
from ui.widgets.basics import button, column, label, row, rule
from ui.widgets.dialog import Dialog
from ui.widgets.fields import CalmSpinBox
from ui.widgets.scroll import YieldingPage
from ui.wording import QT_TR_NOOP, tr

if TYPE_CHECKING:

    class Settings(Protocol):
        """What the dialog works with."""

        def lanes(self) -> list[LaneState]: ...
        def preferences(self) -> Preferences: ...
        def month(self) -> Budget: ...
        def save(self, preferences: Preferences) -> None: ...


_LONGEST_WAIT_SECONDS = 3600
_ABOUT_PROVIDERS = QT_TR_NOOP(
    "Everything works without these. An endpoint you set here is asked over the network: the language model gets "
    "the transcript to find and judge clips, the speech endpoint gets the sound, the embedding endpoint gets "
    "every transcript in passages and what you search for. Any OpenAI-compatible address will do, also one on this"
    " machine."
)


class SettingsDialog(Dialog):
    """The settings, in tabs."""

    def __init__(
        self,
        settings: Settings,
        models: ModelController,
        looks: Looks,
        bench: Workbench,
        api: LocalApiController,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(tr("Settings"))
        self._settings = settings
        self._models = ModelShelfView(models)
        preferences = settings.preferences()
        self._language = EndpointFields("language", preferences.language)
        self._budget = BudgetFields(preferences.budget, settings.month())
        self._speech = EndpointFields("speech", preferences.speech)
        self._embedding = EndpointFields("embedding", preferences.embedding)
        self._performance = PerformancePage(preferences.work, settings.lanes())
        self._transcribing = SpeechPage(preferences.transcribing)
        self._destinations = DestinationList(bench.destinations, bench.publishing)
        self._appearance = AppearancePage(looks)
        self._api = LocalApiPage(api) if api.is_there else None
        self._may_download = QCheckBox(tr("Fetch a missing model by itself when a run needs it"))
        self._may_download.setObjectName("mayDownload")
        self._may_download.setChecked(preferences.may_download)
        self._problem = label("", "error", wraps=True)
        self._problem.setObjectName("settingsProblem")
        self._build()

    def _build(self) -> None:
        tabs = QTabWidget()
        tabs.setObjectName("settingsTabs")
        tabs.addTab(_page(self._models, _left(self._models.bring), self._may_download), tr("Models"))
        tabs.addTab(
            _page(
                label(tr(_ABOUT_PROVIDERS), "muted", wraps=True),
                label(tr("Language model"), "section"),
                self._language,
                label(tr("Budget"), "section"),
                self._budget,
                rule(),
                label(tr("Speech to text"), "section"),
                self._speech,
                rule(),
                label(tr("Search by meaning"), "section"),
                self._embedding,
                None,
            ),
            tr("Providers"),
        )
        tabs.addTab(self._performance, tr("Performance"))
        tabs.addTab(_yielding(self._transcribing), tr("Speech"))
        tabs.addTab(_page(self._destinations), tr("Publishing"))
        tabs.addTab(_yielding(self._appearance), tr("Appearance"))
        if self._api is not None:
            tabs.addTab(_yielding(self._api), tr("Other programs"))
        save = button(tr("Save"), self.accept, is_primary=True)
        save.setObjectName("saveSettings")
        save.setDefault(True)
        layout = column(spacing=12)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(tabs, 1)
        layout.addWidget(self._problem)
        layout.addLayout(row(None, button(tr("Cancel"), self.reject), save))
        self.setLayout(layout)
        self.resize(760, 720)

    def accept(self) -> None:
        """Keep what was entered, where it can be meant."""
        for fields, told in (
            (self._language, tr("The language model: {problem}")),
            (self._speech, tr("The speech endpoint: {problem}")),
            (self._embedding, tr("The embedding endpoint: {problem}")),
        ):
            if problem := fields.problem():
                self._problem.setText(told.format(problem=problem))
                return
        if problem := self._budget.problem() or self._performance.problem():
            self._problem.setText(problem)
            return
        self._settings.save(
            Preferences(
                self._language.value(),
                self._speech.value(),
                self._may_download.isChecked(),
                self._performance.value(),
                self._transcribing.value(),
                self._budget.value(),
                self._embedding.value(),
            )
        )
        super().accept()


class EndpointFields(QWidget):
    """Address, model and key of one endpoint."""

    def __init__(self, name: str, endpoint: EndpointPreference) -> None:
        super().__init__()
        words = _spoken(name)
        self._address = QLineEdit(endpoint.base_url)
        self._address.setPlaceholderText(tr("None, or for example http://localhost:11434/v1"))
        self._model = QLineEdit(endpoint.model)
        self._model.setPlaceholderText(tr("The model's name there"))
        self._key = QLineEdit()
        self._key.setEchoMode(QLineEdit.EchoMode.Password)
        self._key.setPlaceholderText(tr("As it is; kept in the system's keyring"))
        self._wait = CalmSpinBox()
        self._wait.setRange(5, _LONGEST_WAIT_SECONDS)
        seconds = tr("s", "seconds")
        self._wait.setSuffix(f" {seconds}")
        self._wait.setValue(round(endpoint.timeout_seconds))
        self._wait.setObjectName(f"{name}Wait")
        self._wait.setAccessibleName(words.wait)
        theme.fix_width(self._wait, 120)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        model = row(self._model, label(tr("Wait for"), "muted"), self._wait, spacing=12)
        model.setStretch(0, 1)
        for part, title, spoken, field, shown in (
            ("Address", tr("Address"), words.address, self._address, self._address),
            ("Model", tr("Model"), words.model, self._model, model),
            ("Key", tr("Key", "secret"), words.key, self._key, self._key),
        ):
            field.setObjectName(f"{name}{part}")
            field.setAccessibleName(spoken)
            form.addRow(title, shown)

    def problem(self) -> str:
        """Return what is wrong with what was entered, or nothing."""
        address, model = self._address.text().strip(), self._model.text().strip()
        if address and not address.startswith(("http://", "https://")):
            return tr("its address must start with http:// or https://.")
        if bool(address) != bool(model):
            return tr("it needs both an address and a model, or neither.")
        return ""

    def value(self) -> EndpointPreference:
        """Return what was entered."""
        key = self._key.text().strip()
        self._wait.interpretText()
        return EndpointPreference(
            self._address.text().strip().rstrip("/"),
            self._model.text().strip(),
            key or None,
            float(self._wait.value()),
        )


class _Spoken(NamedTuple):
    """What a screen reader says of an endpoint's fields."""

    address: str
    model: str
    key: str
    wait: str


def _spoken(name: str) -> _Spoken:
    if name == "language":
        return _Spoken(
            tr("Address of the language endpoint"),
            tr("Model of the language endpoint"),
            tr("Key of the language endpoint"),
            tr("How long to wait for an answer of the language endpoint"),
        )
    if name == "embedding":
        return _Spoken(
            tr("Address of the embedding endpoint"),
            tr("Model of the embedding endpoint"),
            tr("Key of the embedding endpoint"),
            tr("How long to wait for an answer of the embedding endpoint"),
        )
    return _Spoken(
        tr("Address of the speech endpoint"),
        tr("Model of the speech endpoint"),
        tr("Key of the speech endpoint"),
        tr("How long to wait for an answer of the speech endpoint"),
    )


def _page(*widgets: QWidget | None) -> QWidget:
    made = QWidget()
    layout = column(*widgets, spacing=12, margin=12)
    for widget in widgets:
        if isinstance(widget, QScrollArea):
            layout.setStretchFactor(widget, 1)
    made.setLayout(layout)
    return _yielding(made)


def _yielding(page: QWidget) -> YieldingPage:
    made = YieldingPage(page)
    made.setAccessibleName(tr("Settings"))
    return made


def _left(widget: QWidget) -> QWidget:
    """Return a widget that is no wider than it has to be, at the left of a line."""
    made = QWidget()
    made.setLayout(row(widget, None))
    return made
