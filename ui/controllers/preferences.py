"""What the settings dialog edits, and who keeps it: the application around the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from core.schema.destination import Destination, KeptDestination
from core.schema.speech import TRANSCRIBER_ORDER, Device, TranscriberName

if TYPE_CHECKING:
    from core.project import Configuration


@dataclass(frozen=True)
class EndpointPreference:
    """An OpenAI-compatible endpoint. `key` is None for "as it is", since a key is never shown again.

    An answer is waited for `timeout_seconds`.
    """

    base_url: str = ""
    model: str = ""
    key: str | None = None
    timeout_seconds: float = 120.0


@dataclass(frozen=True)
class EmbeddingPreference(EndpointPreference):
    """An endpoint of embeddings; what goes before questions and passages is None for what its model wants."""

    query_prefix: str | None = None
    passage_prefix: str | None = None


@dataclass(frozen=True)
class WorkPreference:
    """How work is done: `widths` by lane, automatic where one is left out; a time limit of 0 is automatic too.
    With `prefers_hardware` graphics hardware encodes where it works.

    `executor` is local or dask; `path_map` says under which names the workers of a scheduler find our folders, as
    "ours=theirs, ours=theirs".
    """

    widths: Mapping[str, int] = field(default_factory=dict)
    time_limit_seconds: float = 0.0
    keeps_free_bytes: int = 1_000_000_000
    executor: str = "local"
    scheduler: str = ""
    path_map: str = ""
    prefers_hardware: bool = False


@dataclass(frozen=True)
class SpeechPreference:
    """Who is asked first for what is said, and where Whisper works; as in `core.schema.speech.SpeechWishes`."""

    order: tuple[TranscriberName, ...] = TRANSCRIBER_ORDER
    allows_endpoint: bool = False
    device: Device = ""


@dataclass(frozen=True)
class BudgetPreference:
    """What language models may cost, in US dollars; None is no limit."""

    run_usd: Decimal | None = None
    month_usd: Decimal | None = None


@dataclass(frozen=True)
class Preferences:
    """Everything the dialog shows. `speech` is the endpoint, `transcribing` how speech is written down.

    `embedding` is asked by the search for the meaning of what is said.
    """

    language: EndpointPreference
    speech: EndpointPreference
    may_download: bool = True
    work: WorkPreference = WorkPreference()
    transcribing: SpeechPreference = SpeechPreference()
    budget: BudgetPreference = BudgetPreference()
    embedding: EmbeddingPreference = EmbeddingPreference()


class PreferenceStore(Protocol):
    """Keeps preferences."""

    def load(self) -> Preferences:
        """Return what is set; keys are left out."""
        ...

    def save(self, preferences: Preferences) -> Configuration:
        """Keep them and return what the engine is given from now on.

        Raises:
            ShortlistError: They can't be kept.
        """
        ...

    def save_width(self, lane: str, width: int) -> None:
        """Keep how wide a lane is, 0 for automatic, and nothing else.

        Raises:
            ShortlistError: It can't be kept.
        """
        ...

    def destinations(self) -> tuple[KeptDestination, ...]:
        """Return where finished clips may be published to. Blocks: the keyring is asked."""
        ...

    def with_key(self, destination: Destination) -> Destination:
        """Return a destination with the key that is kept for it."""
        ...

    def keep_destination(self, destination: Destination, key: str | None) -> Configuration:
        """Add a destination, or change the one of that name; a `key` of None stays as it is.

        Raises:
            ShortlistError: It can't be kept.
        """
        ...

    def forget_destination(self, name: str) -> Configuration:
        """Forget a destination and its key.

        Raises:
            ShortlistError: It can't be forgotten.
        """
        ...
