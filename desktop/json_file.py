"""Documents that commands hand out."""

from __future__ import annotations

import json
from pathlib import Path

from core.errors import ExportError
from core.whole_file import write_whole


def write_json(document: object, file: Path | None) -> None:
    """Write JSON to a file, whole or not at all, or to standard output.

    Raises:
        ExportError: The file can't be written.
    """
    write_text(json.dumps(document, indent=2, ensure_ascii=False), file, end="\n")


def write_text(text: str, file: Path | None, end: str = "") -> None:
    """Write text to a file, whole or not at all, or to standard output, where `end` follows it.

    Raises:
        ExportError: The file can't be written.
    """
    if file is None:
        print(text, end=end)
        return
    try:
        write_whole(file, text)
    except OSError as error:
        raise ExportError(f"The file can't be written ({error.strerror}).", str(file)) from error
