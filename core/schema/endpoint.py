"""An OpenAI-compatible endpoint that the user has set. The key never reaches a file, a log or an artifact."""

from __future__ import annotations

from pydantic import SecretStr

from core.schema.record import Record


class Endpoint(Record):
    """Where to ask. `base_url` ends before `/chat/completions` or `/audio/transcriptions`.

    `parallel` is how many questions it is asked at once; 0 for what suits it.
    """

    base_url: str
    model: str
    api_key: SecretStr = SecretStr("")
    timeout_seconds: float = 120.0
    parallel: int = 0

    def identity(self) -> str:
        """Return what makes two endpoints give the same work: not the key."""
        return f"{self.base_url} {self.model}"
