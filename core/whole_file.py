"""Files that are there whole or not at all: what is read meanwhile, or after a crash, is never half of one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

# Of a file's name, so that what is written beside it stays under the 255 bytes that a name may have.
_NAME_LETTERS = 60


@contextmanager
def written_whole(file: Path) -> Iterator[Path]:
    """Give a hidden place beside `file` to write at; what lies there takes the file's place when the block ends.

    It is on the disk before it takes the name, so that no power cut leaves an empty file. When the block raises,
    the file is what it was, and nothing is left beside it. Its folder has to be there.

    Raises:
        OSError: It can't be written.
    """
    beside = file.with_name(f".{file.name[:_NAME_LETTERS]}.{uuid4().hex[:8]}.part")
    try:
        yield beside
        with beside.open("rb+") as stream:
            os.fsync(stream.fileno())
        beside.replace(file)
    finally:
        with suppress(OSError):
            beside.unlink()


def write_whole(file: Path, content: bytes | str) -> None:
    """Write a file in one step; text as UTF-8, its line ends as they are.

    Raises:
        OSError: It can't be written; the file is what it was.
    """
    with written_whole(file) as beside:
        beside.write_bytes(content if isinstance(content, bytes) else content.encode())
