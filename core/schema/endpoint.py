"""An OpenAI-compatible endpoint that the user has set. The key never reaches a file, a log or an artifact."""

from __future__ import annotations

import re

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

    @property
    def address(self) -> str:
        """Where it is, without a password or a token that stands in its address."""
        return without_credentials(self.base_url)

    def identity(self) -> str:
        """Return what makes two endpoints give the same work: not the key."""
        return f"{self.address} {self.model}"


def without_credentials(url: str) -> str:
    """Return an address as it may be shown: without a name and a password in it, and what is asked of it."""
    return re.sub(r"//[^/@]*@", "//", url).split("?")[0]
