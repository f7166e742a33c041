"""Answers that are remembered: by everything that was asked, each written as soon as it arrives."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from core.llm.provider import Message
from core.schema.endpoint import Endpoint
from core.schema.record import Record
from core.whole_file import write_whole


class _Kept(Record):
    text: str
    is_cut: bool = False


class AnswerCache:
    """A folder of answers by content. Keys of endpoints are no part of it. Several threads may use it at once."""

    def __init__(self, folder: Path | None) -> None:
        """Use a folder, which is made with the first answer; None remembers nothing."""
        self._folder = folder

    def recall(self, place: str) -> tuple[str, bool] | None:
        """Return an answer and whether it was cut off; None where there is none."""
        if self._folder is None:
            return None
        try:
            kept = _Kept.from_json((self._folder / place).read_bytes())
        except (OSError, ValidationError):
            # Half-written or of an older form: ask again.
            return None
        return kept.text, kept.is_cut

    def remember(self, place: str, text: str, is_cut: bool) -> None:
        """Keep an answer."""
        if self._folder is None:
            return
        # A cache that can't be written costs money next time, and nothing now.
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(self._folder / place, _Kept(text=text, is_cut=is_cut).to_json())

    def forget(self, place: str) -> None:
        """Drop an answer that is of no use, so that asking again is worth something."""
        if self._folder is not None:
            (self._folder / place).unlink(missing_ok=True)


def place_of(endpoint: Endpoint, messages: Sequence[Message], max_tokens: int) -> str:
    """Return the name under which the answer to a question is kept."""
    asked = {
        "endpoint": endpoint.identity(),
        "messages": [message.model_dump() for message in messages],
        "longest": max_tokens,
    }
    return hashlib.sha256(json.dumps(asked, sort_keys=True, ensure_ascii=False).encode()).hexdigest() + ".json"
