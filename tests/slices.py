"""What is a slice in `make test` and whole in `make soak`: sweeps over values, and numbers of examples."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from typing import Any, TypeVar

import pytest
from hypothesis import settings

# Whether hypothesis looks for what breaks (`make soak`) instead of drawing the same few examples each time.
IS_SEARCH = os.environ.get("HYPOTHESIS_PROFILE", "same") == "search"

T = TypeVar("T")


def sliced(whole: Iterable[T], quick: Collection[str], name: Callable[[T], str]) -> list[Any]:
    """Return values as parameters of a test, each under its name; what is not quick is left to `make soak`.

    Raises:
        ValueError: A quick one is not there.
    """
    named = {name(value): value for value in whole}
    if missing := set(quick) - named.keys():
        raise ValueError(f"there is no {', '.join(sorted(missing))} among {', '.join(named)}")
    marks = {each: () if each in quick else pytest.mark.soak for each in named}
    return [pytest.param(value, id=each, marks=marks[each]) for each, value in named.items()]


def examples(few: int, many: int, **more: Any) -> settings:
    """Return settings for a property whose examples are dear: few in `make test`, many in `make soak`."""
    return settings(max_examples=many if IS_SEARCH else few, **more)
