"""Settings: which models are on this machine, which endpoints may be asked, and how work is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import (
    QCheckBox,
    QScrollArea,
    QTabWidget,
    QWidget,
)

from core.schema.endpoint import Prefixes
from core.schema.ledger import Budget
from core.schema.queue import LaneState
from ui.controllers.local_api import LocalApiController
from ui.controllers.models import ModelController
from ui.controllers.preferences import Preferences
from ui.dialogs.appearance import AppearancePage
from ui.dialogs.budget import BudgetFields
from ui.dialogs.endpoint import EmbeddingFields, EndpointFields
from ui.dialogs.local_api import LocalApiPage
from ui.dialogs.models import ModelShelfView
from ui.dialogs.performance import PerformancePage
from ui.dialogs.speech import SpeechPage
from ui.looks import Looks
from ui.panel import Workbench
from ui.publish.destination_list import DestinationList
from ui.widgets.basics import button, column, label, row, rule
from ui.widgets.dialog import DIALOG_MARGINS, TAB_MARGINS, Dialog
from ui.widgets.scroll import YieldingPage
from ui.wording import QT_TR_NOOP, tr

if TYPE_CHECKING:

    class Settings(Protocol):
        """What the dialog works with."""

        def lanes(self) -> list[LaneState]: ...
        def preferences(self) -> Preferences: ...
        def month(self) -> Budget: ...
        def prefixes_of(self, model: str) -> Prefixes: ...
        def save(self, preferences: Preferences) -> None: ...


_ABOUT_PROVIDERS = QT_TR_NOOP(
    "Everything works without these. An endpoint you set here is asked over the network: the language model gets "
    "the transcript to find and judge clips, the speech endpoint gets the sound, the embedding endpoint gets "
    "every transcript in passages and what you search for. Any OpenAI-compatible address will do, also one on this"
    " computer."
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
        self._embedding = EmbeddingFields(preferences.embedding, settings.prefixes_of)
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
        layout.setContentsMargins(DIALOG_MARGINS)
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


def _page(*widgets: QWidget | None) -> QWidget:
    made = QWidget()
    layout = column(*widgets, spacing=12)
    layout.setContentsMargins(TAB_MARGINS)
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
