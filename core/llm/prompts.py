"""Prompts: files in `resources/prompts`, each with its version in the first line.

The version is raised with every change that may change answers. It is kept with what the answers made, and is part
of what answers are remembered by.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from core.errors import ContractError
from core.llm.provider import Message
from core.resources import resource

_FIRST_LINE = re.compile(r"version (\d+)")


@dataclass(frozen=True)
class Prompt:
    """The words that tell a model its task."""

    name: str
    version: int
    text: str

    def __str__(self) -> str:
        return f"{self.name} {self.version}"

    def message(self) -> Message:
        """Return it as the first message of a conversation."""
        return Message(role="system", content=self.text, prompt=str(self))


@cache
def prompt(name: str) -> Prompt:
    """Return a prompt by the name of its file.

    Raises:
        ContractError: Its first line is no version.
    """
    first, _, text = resource(f"prompts/{name}.txt").read_text(encoding="utf-8").partition("\n")
    found = _FIRST_LINE.fullmatch(first.strip())
    if found is None:
        raise ContractError(f"the first line of prompts/{name}.txt is no version")
    return Prompt(name, int(found[1]), text.strip())
