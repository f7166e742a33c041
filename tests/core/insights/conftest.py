"""Talks to tell of, for the tests of this folder."""

from __future__ import annotations

import pytest

from core.schema.transcript import Transcript
from tests.core.highlights.talk import INTERVIEW, spoken
from tests.core.llm.chat_server import chat_server

__all__ = ["chat_server"]

_PARTS = {
    "sourdough": "The sourdough starter needs flour and warm water every day. You must feed a sourdough starter "
    "before it turns grey. A young sourdough starter smells of apples and a tired one smells of vinegar. "
    "Good flour is the secret of every sourdough starter.",
    "oven": "A stone oven keeps its heat for nine hours. We light the stone oven before midnight. The stone oven "
    "was built by my grandfather in the war. Nobody can rush a stone oven, because stone forgets nothing.",
    "customers": "Regular customers pay the rent in winter. Every regular customer has a favourite loaf. "
    "You should write to regular customers before you need them. Regular customers forgive a burnt crust once.",
}


@pytest.fixture(scope="session")
def interview() -> Transcript:
    """A short interview of one host and one guest."""
    return spoken(*INTERVIEW)


@pytest.fixture(scope="session")
def long_talk() -> Transcript:
    """Half an hour about three things, each opened by a question of the host's."""
    turns = []
    for thing, text in _PARTS.items():
        turns.append(("Ana", f"Ben, what makes your {thing} so important to the bakery?"))
        for _ in range(6):
            turns.append(("Ben", text))
            turns.append(("Ana", "Mm-hm."))
    return spoken(*turns, pace=0.9)
