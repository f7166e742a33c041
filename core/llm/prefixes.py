"""What models of embeddings want written before a question and before a passage: `resources/embeddings.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from core.resources import resource
from core.schema.endpoint import Prefixes


class _Known(Prefixes):
    """The prefixes of models, by parts of their names."""

    names: tuple[str, ...]


def prefixes_of(model: str) -> Prefixes:
    """Return what a model wants, by the name that a server gives it; nothing where it is not known."""
    wanted = model.lower()
    for known in _all():
        if any(re.search(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z])", wanted) for name in known.names):
            return Prefixes(query=known.query, passage=known.passage)
    return Prefixes()


@cache
def _all() -> tuple[_Known, ...]:
    text = resource("embeddings.toml").read_text(encoding="utf-8")
    return tuple(_Known(**each) for each in tomllib.loads(text)["models"])
