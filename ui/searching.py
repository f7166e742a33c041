"""How well a name answers what somebody types: pure, quick enough for thousands of names a key press."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")

_NONE = 0.0


def folded(text: str) -> str:
    """Return text as it is compared: without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def worth(query: str, name: str) -> float:
    """Return how well a name answers a query, both `folded`: 0 not at all, more is better.

    Every word of the query must be found. The start of the name counts most, then the start of a word, then the
    inside of one, then letters in their order ("gtt" for "go to a time"); of equals the shorter name comes first.
    """
    parts = query.split()
    total = _NONE
    for part in parts:
        found = _worth_of_part(part, name)
        if not found:
            return _NONE
        total += found
    return (total / len(parts) if parts else 1.0) + 1.0 / (10 + len(name))


def best(query: str, named: Iterable[tuple[str, T]], count: int) -> list[T]:
    """Return what answers a query, the best first; in their order where nothing is typed."""
    wanted = folded(query).strip()
    if not wanted:
        return [thing for _name, thing in named][:count]
    judged = [(worth(wanted, folded(name)), place, thing) for place, (name, thing) in enumerate(named)]
    fitting = sorted((each for each in judged if each[0] > 0), key=lambda each: (-each[0], each[1]))
    return [thing for _worth, _place, thing in fitting[:count]]


def _worth_of_part(part: str, name: str) -> float:
    if name.startswith(part):
        return 4.0
    at = name.find(part)
    while at >= 0:
        if not name[at - 1].isalnum():
            return 3.0
        at = name.find(part, at + 1)
    if part in name:
        return 2.0
    return 1.0 if len(part) > 1 and _in_order(part, name) else _NONE


def _in_order(part: str, name: str) -> bool:
    """Whether the letters of a part come in their order, the first at the start of a word."""
    words = name.split()
    letters = iter("".join(word[0] for word in words))
    return all(letter in letters for letter in part)
