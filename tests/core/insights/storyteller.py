"""Answers of a model that writes of chapters, talks and clips, faithfully or not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from tests.core.llm.chat_server import Scripted

Spoil = Callable[[list[dict[str, Any]]], object]


def storyteller(spoil: Spoil = lambda told: None, only_first: bool = False) -> Scripted:
    """Return a script line that answers what is asked; `spoil` changes the parts before they are sent.

    With `only_first` what is asked once more is answered faithfully.
    """
    asked: dict[str, Any] = {}

    def answer(question: str) -> str:
        again = question.startswith("These can't be used")
        if not again:
            asked.clear()
            asked.update(json.loads(question))
        if "speakers" in asked:
            return json.dumps({"description": "Ana and Ben talk about bread."})
        name = "chapters" if "lines" in str(asked) else "clips"
        told = [_chapter(each) if name == "chapters" else _clip(each) for each in asked[name]]
        if not (again and only_first):
            spoil(told)
        return json.dumps({name: told})

    return Scripted(answers=answer)


def _chapter(each: dict[str, Any]) -> dict[str, Any]:
    lines = re.findall(r"^\[([\d.]+)\] (?:[^:]+: )?(.+)$", each["lines"], re.MULTILINE)
    at, text = max(lines, key=lambda line: len(line[1]))
    return {
        "id": each["id"],
        "title": f"Chapter number {each['id']}",
        "summary": f"What is said in part {each['id']}.",
        "at": float(at),
        "quote": text.upper(),
        "extra": True,
    }


def _clip(each: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": each["id"],
        "title": f"Title {each['id']}",
        "hook": "“Listen to this”",
        "description": "What is said here.",
        "hashtags": ["#Bread", "trust", "#OldLady"],
        "stressed": [each["said"].split()[0], "unsaid"],
    }
