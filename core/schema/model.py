"""A model that the program can use, as the screen lists it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from core.schema.record import Record


class ModelState(Record):
    """Whether a model is on this machine. `path` is where, None while it is missing or incomplete.

    `size_bytes` is 0 where the size is not known (a model put there by hand).
    """

    name: str
    title: str
    kind: Literal["face", "voice", "whisper"]
    size_bytes: int = 0
    partial_bytes: int = 0
    path: Path | None = None
