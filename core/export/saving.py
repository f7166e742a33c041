"""Files that the user names: whole or not at all, errors in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from core.errors import DiskFullError, ExportError, is_disk_full
from core.whole_file import written_whole


def save_file(file: Path, write: Callable[[BinaryIO], None]) -> Path:
    """Write a file beside its place, then put it there, also over one that is there: whoever named it was asked.

    Raises:
        DiskFullError: There is no space left.
        ExportError: The folder can't be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(file) as beside, beside.open("wb") as stream:
            write(stream)
    except OSError as error:
        if is_disk_full(error):
            raise DiskFullError("The disk is full.", str(file), remedy="Choose another folder.") from error
        raise ExportError(
            f"The file can't be written ({error.strerror or error}).",
            str(file),
            remedy="Choose another folder, or close the program that has it open.",
        ) from error
    return file
