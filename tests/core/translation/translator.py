"""Answers of a model that translates by writing each word backwards, faithfully or not."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.core.llm.chat_server import Scripted


def backwards(text: str) -> str:
    """Return the "translation" of a text."""
    return " ".join(word[::-1] for word in text.split())


def translator(spoil: Callable[[list[dict[str, Any]]], object] = lambda told: None) -> Scripted:
    """Return a script line that answers what is asked; `spoil` changes the translations before they are sent."""

    def answer(question: str) -> str:
        asked = json.loads(question)
        told = [{"id": each["id"], "text": backwards(each["text"])} for each in asked["segments"]]
        spoil(told)
        return json.dumps({"translations": told})

    return Scripted(answers=answer)
