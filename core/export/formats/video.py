"""The video itself, byte for byte as it was rendered, under its own suffix."""

from __future__ import annotations

import shutil
from typing import BinaryIO

from core.export.format import FinishedShort

NAME = "video"
SUFFIX = ""
BLOCK_BYTES = 1 << 20


def write(stream: BinaryIO, short: FinishedShort) -> None:
    """Copy the rendered file."""
    with short.source.open("rb") as rendered:
        shutil.copyfileobj(rendered, stream, BLOCK_BYTES)
