"""Reading what a model says as a record, or telling it what is wrong."""

from __future__ import annotations

import json
import re
from typing import Any, TypeVar

from pydantic import ValidationError

from core.schema.endpoint import without_credentials as without_credentials
from core.schema.record import Record

Reply = TypeVar("Reply", bound=Record)

_THINKING = re.compile(r"<think>.*?</think>", re.DOTALL | re.IGNORECASE)
_SHORTEST_SECRET = 8


def hide(text: str, key: str) -> str:
    """Return text without an endpoint's key: some servers repeat what they were sent.

    A key shorter than 8 characters is a word that local servers ask for ("none", "ollama").
    """
    return text.replace(key, "[key]") if len(key) >= _SHORTEST_SECRET else text


def read_reply(text: str, reply: type[Reply], key: str = "") -> Reply | str:
    """Return the record in an answer (bare JSON, fenced, or inside prose), or what is wrong with it.

    `key` is taken out of it, also where it is written with escapes.
    """
    found = _find_object(_THINKING.sub("", text))
    if found is None:
        return "there is no JSON object in it"
    try:
        # As Python writes it: what the model wrote with escapes can hide a key.
        return reply.model_validate_json(hide(json.dumps(found, ensure_ascii=False), key))
    except (ValidationError, UnicodeError) as error:
        if isinstance(error, UnicodeError):
            return "it holds characters that are none"
        faults = [
            f"{'.'.join(map(str, fault['loc'])) or 'it'}: {fault['msg']}"
            for fault in error.errors(include_url=False, include_input=False)[:4]
        ]
        return "; ".join(faults)


def _find_object(text: str) -> dict[str, Any] | None:
    """Return the first complete JSON object in the text that holds anything."""
    decoder = json.JSONDecoder()
    start = text.find("{")
    while start >= 0:
        try:
            value, end = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            start = text.find("{", start + 1)
            continue
        if isinstance(value, dict) and value:
            return value
        start = text.find("{", end)
    return None
