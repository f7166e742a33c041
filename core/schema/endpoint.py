"""An OpenAI-compatible endpoint that the user has set. The key never reaches a file, a log or an artifact."""

import re

from pydantic import SecretStr

from core.schema.record import Record

MOST_PREFIX = 1000
"""So many letters may one that is set have; instructions have about a hundred."""


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


class Prefixes(Record):
    """What goes before a question (`query`) and before what is searched (`passage`); empty for nothing."""

    query: str = ""
    passage: str = ""


class EmbeddingEndpoint(Endpoint):
    """An endpoint of embeddings; some models want to be told what is a question and what a passage."""

    query_prefix: str = ""
    passage_prefix: str = ""

    def identity(self) -> str:
        """Return what makes two endpoints give the same vectors of passages."""
        return f"{super().identity()} {self.passage_prefix}" if self.passage_prefix else super().identity()


def without_credentials(url: str) -> str:
    """Return an address as it may be shown: without a name and a password in it, and what is asked of it."""
    return re.sub(r"//[^/@]*@", "//", url).split("?")[0]


def shown_prefix(prefix: str) -> str:
    """Return a prefix in one line, as it is typed."""
    return prefix.replace("\\", "\\\\").replace("\n", "\\n")


def typed_prefix(text: str) -> str:
    """Return the prefix that somebody typed: `\\n` is a line's end there."""
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], text)
