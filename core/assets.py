"""Files of style packages as they are painted: there, and what they were when their version was made.

Compositions name files by path and SHA-256. One that is missing or was changed since is an error, never another
picture.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from core.errors import StyleError
from core.schema.style import Asset, Style

_RENEW = "Put the file back, or choose the style again."


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file as hex; read again only where its size or time changed.

    Raises:
        OSError: It can't be read.
    """
    found = path.stat()
    return _digest(path, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=4096)
def _digest(path: Path, size_bytes: int, changed_ns: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check_assets(style: Style) -> None:
    """Check that every file of a style can be used.

    Raises:
        StyleError: One is missing, can't be read, or has other content than it had.
    """
    for asset in style.assets:
        check_asset(style, asset)


def check_asset(style: Style, asset: Asset) -> None:
    """Check one file of a style; see `check_assets`.

    Raises:
        StyleError: It is missing, can't be read, or has other content than it had.
    """
    try:
        digest = file_digest(asset.path)
    except OSError as error:
        reason = "is missing" if isinstance(error, FileNotFoundError) else f"can't be read ({error.strerror})"
        raise StyleError(
            f"{asset.name} of the style {style.pin} {reason}.", str(asset.path), remedy=_RENEW
        ) from error
    if digest != asset.digest:
        raise StyleError(
            f"{asset.name} of the style {style.pin} was changed since it was published.",
            str(asset.path),
            remedy=_RENEW,
        )
