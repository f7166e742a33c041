"""The list of a run's delivered compositions, a JSON file in its folder: made anew where it can't be read."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path

from core.errors import WorkspaceError, disk_full, is_disk_full
from core.schema.choice import Aspect
from core.schema.record import Record

_log = logging.getLogger(__name__)


class Indexed(Record):
    """One composition: whose it is, and its folder relative to the workspace. Old ones name no preset."""

    clip: str
    aspect: Aspect
    preset: str = ""
    composition: str


def index_path(workspace: Path, run_id: str) -> Path:
    """Return where a run's list is."""
    return workspace / "runs" / run_id / "compositions.json"


def read_index(path: Path) -> list[Indexed]:
    """Return what is listed: nothing where there is no list, or one that a crash or a hand has damaged.

    Raises:
        OSError: It is there and can't be reached.
    """
    try:
        return [Indexed.model_validate(entry) for entry in json.loads(path.read_bytes())]
    except FileNotFoundError:
        return []
    except (ValueError, TypeError) as error:
        _log.warning("%s is damaged (%s) and is made anew.", path, error)
        return []


def add_to_index(path: Path, entry: Indexed) -> None:
    """List a composition in the place of an earlier one of the same file; it is on the disk after that.

    Raises:
        DiskFullError: There is no space for it.
        WorkspaceError: It can't be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        others = [each for each in read_index(path) if not _is_replaced(each, entry)]
        listed = [each.model_dump() for each in (*others, entry)]
        partial = path.with_suffix(".part")
        with partial.open("w", encoding="utf-8") as stream:
            json.dump(listed, stream, indent=2)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except OSError as error:
        if is_disk_full(error):
            raise disk_full(str(path)) from error
        raise WorkspaceError(
            f"The list of compositions can't be written ({error.strerror}).",
            str(path),
            remedy="Check the disk that it is on, and whether you may write there.",
        ) from error


def _is_replaced(listed: Indexed, entry: Indexed) -> bool:
    same = (listed.clip, listed.aspect) == (entry.clip, entry.aspect)
    return same and listed.preset in ("", entry.preset)
