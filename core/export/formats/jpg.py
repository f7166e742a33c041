"""The clip's thumbnail, as it was chosen when the clip was rendered."""

from __future__ import annotations

from typing import BinaryIO

from core.errors import ExportError
from core.export.format import FinishedShort

NAME = "jpg"
SUFFIX = ".jpg"


def write(stream: BinaryIO, short: FinishedShort) -> None:
    """Copy the thumbnail.

    Raises:
        ExportError: There is none, as with captions alone.
    """
    thumbnail = short.delivery.thumbnail
    if thumbnail is None or not thumbnail.is_file():
        raise ExportError("This file has no thumbnail.", str(short.source), remedy="Export it without “jpg”.")
    stream.write(thumbnail.read_bytes())
