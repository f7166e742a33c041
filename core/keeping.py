"""Copies of the user's own files in the workspace, named by their content, so that no run or clip loses them."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from uuid import uuid4

from core.errors import MediaError, disk_full, is_disk_full
from core.schema.audio import Music

MUSIC = "music"


def keep_copy(path: Path, folder: Path) -> Path:
    """Copy a file into a folder under the name of its content, whole or not at all; return the copy.

    Raises:
        OSError: It can't be read or written.
    """
    path = path.expanduser().absolute()
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    kept = folder / f"{digest[:24]}{path.suffix.lower()}"
    if not kept.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        # Many runs begin at once with one piece of music.
        partial = kept.with_name(f"{kept.name}.{uuid4().hex}.part")
        try:
            shutil.copyfile(path, partial)
            partial.replace(kept)
        finally:
            partial.unlink(missing_ok=True)
    return kept


def keep_music(path: Path, workspace: Path) -> Music:
    """Copy a piece of music into a workspace; return it as a bed, its file relative to the workspace.

    Raises:
        MediaError: It can't be read, or has no sound.
        DiskFullError: There is no space left for the copy.
    """
    from core.media.probe import probe

    path = path.expanduser().absolute()
    if probe(path).audio is None:
        raise MediaError("This file has no sound.", str(path), remedy="Choose a piece of music.")
    try:
        kept = keep_copy(path, workspace / MUSIC)
    except OSError as error:
        if is_disk_full(error):
            raise disk_full(str(workspace)) from error
        reason = error.strerror or str(error)
        raise MediaError(f"The music can't be kept ({reason}).", str(path), remedy="Check the disk.") from error
    return Music(file=kept.relative_to(workspace), title=path.stem)
