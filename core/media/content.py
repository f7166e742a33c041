"""A fingerprint of a file's content, so that a moved or renamed file is known again."""

from __future__ import annotations

import hashlib
from pathlib import Path

from core.errors import MediaError
from core.media.container import check_readable

BLOCK_BYTES = 512 * 1024
BLOCKS = 8


def content_fingerprint(path: Path) -> str:
    """Return a SHA-256 (hex) over a file's size and up to 4 MiB of it, spread from its head to its tail.

    Files up to 4 MiB are read whole. Of a longer one, what lies between its eight blocks of 512 KiB is not read:
    two files of one size that differ only there, as where a few samples were overwritten in place, are taken for
    equal. Cut or encoded differently, media files differ in their indexes, which lie at the head or the tail.

    Raises:
        MediaError: the file is missing, a folder, empty or not readable.
    """
    check_readable(path)
    size = path.stat().st_size
    digest = hashlib.sha256(f"{size}:".encode())
    try:
        with path.open("rb") as file:
            for start in _block_starts(size):
                file.seek(start)
                digest.update(file.read(BLOCK_BYTES))
    except OSError as error:
        raise MediaError(
            f"The file can't be read: {error.strerror}.", str(path), remedy="Check the disk it is on."
        ) from error
    return digest.hexdigest()


def _block_starts(size: int) -> list[int]:
    """Return byte positions of the blocks to read: all of a small file, else evenly spread."""
    if size <= BLOCK_BYTES * BLOCKS:
        return list(range(0, size, BLOCK_BYTES))
    return [round(i * (size - BLOCK_BYTES) / (BLOCKS - 1)) for i in range(BLOCKS)]
