"""Sources of the conformance tests, made once a session and never kept in the repository."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conformance.sources import CONTAINERS, Recipe, write

# The AV1 encoder tells of itself on the standard error; 1 is errors alone.
os.environ.setdefault("SVT_LOG", "1")


@pytest.fixture(scope="session")
def source_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Recipe], Path]:
    """Return a function that writes the source of a recipe, once."""
    folder = tmp_path_factory.mktemp("sources")

    def made(recipe: Recipe) -> Path:
        path = folder / f"{recipe.name}{recipe.seconds:g}{CONTAINERS[recipe.container].suffix}"
        return path if path.exists() else write(path, recipe)

    return made
