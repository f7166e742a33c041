"""An endpoint as it is set: its address, model and key, and for embeddings what goes before each text."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QLineEdit, QWidget

from core.schema.endpoint import MOST_PREFIX, Prefixes, shown_prefix, typed_prefix
from ui import theme
from ui.controllers.preferences import EmbeddingPreference, EndpointPreference
from ui.widgets.basics import label, row
from ui.widgets.fields import CalmSpinBox
from ui.widgets.form import Form
from ui.wording import QT_TR_NOOP, tr

_LONGEST_WAIT_SECONDS = 3600
_ABOUT_PREFIXES = QT_TR_NOOP(
    "Some models of embeddings want to be told what is a question and what a passage: E5 “query: ” and "
    "“passage: ”, with the space at the end. Models that are known have it filled in. \\n is a line's end. "
    "Another text before passages has all of them read anew."
)


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
        self._form = Form()
        model = row(self._model, label(tr("Wait for"), "muted"), self._wait, spacing=12)
        model.setStretch(0, 1)
        for part, title, spoken, field, line in (
            ("Address", tr("Address"), words.address, self._address, self._address),
            ("Model", tr("Model"), words.model, self._model, model),
            ("Key", tr("Key", "secret"), words.key, self._key, self._key),
        ):
            field.setObjectName(f"{name}{part}")
            field.setAccessibleName(spoken)
            self._form.add(title, line)
        self.setLayout(self._form)

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


class EmbeddingFields(EndpointFields):
    """Those of an endpoint of embeddings: also what goes before questions and passages, as the model wants it."""

    def __init__(self, endpoint: EmbeddingPreference, prefixes_of: Callable[[str], Prefixes]) -> None:
        super().__init__("embedding", endpoint)
        self._prefixes_of = prefixes_of
        self._known = known = prefixes_of(endpoint.model)
        self._query = self._prefix("embeddingQueryPrefix", endpoint.query_prefix, known.query)
        self._passage = self._prefix("embeddingPassagePrefix", endpoint.passage_prefix, known.passage)
        for title, spoken, field in (
            (tr("Before questions"), tr("What is written before each question"), self._query),
            (tr("Before passages"), tr("What is written before each passage"), self._passage),
        ):
            field.setAccessibleName(spoken)
            field.setToolTip(tr(_ABOUT_PREFIXES))
            self._form.add(title, field)
        self._model.textChanged.connect(self._take_up_known)

    def value(self) -> EmbeddingPreference:
        """Return what was entered; prefixes that are the model's own are left to it."""
        entered = super().value()
        query, passage = typed_prefix(self._query.text()), typed_prefix(self._passage.text())
        return EmbeddingPreference(
            entered.base_url,
            entered.model,
            entered.key,
            entered.timeout_seconds,
            None if query == self._known.query else query,
            None if passage == self._known.passage else passage,
        )

    def _prefix(self, name: str, chosen: str | None, known: str) -> QLineEdit:
        field = QLineEdit(shown_prefix(known if chosen is None else chosen))
        field.setObjectName(name)
        field.setMaxLength(MOST_PREFIX)
        field.setPlaceholderText(tr("Nothing"))
        field.setCursorPosition(0)
        return field

    def _take_up_known(self, model: str) -> None:
        """Show what another model wants, where that of the one before was not changed by hand."""
        before, self._known = self._known, self._prefixes_of(model.strip())
        for field, old, new in (
            (self._query, before.query, self._known.query),
            (self._passage, before.passage, self._known.passage),
        ):
            if typed_prefix(field.text()) == old:
                field.setText(shown_prefix(new))
                field.setCursorPosition(0)


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
