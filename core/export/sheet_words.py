"""What a contact sheet says, in each language that one can be written in: a table of words beside its page."""

from __future__ import annotations

import tomllib
from typing import Any

from core.resources import resource

# Spoken where a language has no table.
USUAL = "en"
LANGUAGES = (USUAL, "de")


def written_in(code: str) -> str:
    """Return the language that a sheet is written in where `code` is wanted."""
    return code if code in LANGUAGES else USUAL


def words(code: str) -> dict[str, Any]:
    """Return the words of a sheet by their names; those of the usual language where there are none in this one."""
    return tomllib.loads(resource(f"sheet/{written_in(code)}.toml").read_text(encoding="utf-8"))
