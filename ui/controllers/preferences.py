"""What the settings dialog edits, and who keeps it: the application around the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from core.project import Configuration


@dataclass(frozen=True)
class EndpointPreference:
    """An OpenAI-compatible endpoint. `key` is None for "as it is", since a key is never shown again."""

    base_url: str = ""
    model: str = ""
    key: str | None = None


@dataclass(frozen=True)
class Preferences:
    """Everything the dialog shows."""

    language: EndpointPreference
    speech: EndpointPreference
    may_download: bool = True


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
