"""Artifacts on disk: written beside their place, made durable, then renamed. Whole or not there at all."""

from __future__ import annotations

import os
import shutil
import uuid
from pathlib import Path
from typing import TypeVar

from core.errors import ContractError, WorkspaceError
from core.schema.record import Record

RECORD_NAME = "artifact.json"
_WORK = ".work"
RecordT = TypeVar("RecordT", bound=Record)


class ArtifactStore:
    """The folder `artifacts/<stage>/<fingerprint>/` of a workspace; work in progress lies in `artifacts/.work`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.work = root / _WORK

    def place(self, stage: str, fingerprint: str) -> Path:
        """Return where an artifact is, or would be, published."""
        return self.root / stage / fingerprint

    def is_published(self, stage: str, fingerprint: str) -> bool:
        """Whether the artifact is there, whole."""
        return (self.place(stage, fingerprint) / RECORD_NAME).is_file()

    def begin(self, stage: str) -> Path:
        """Return a new path for work in progress, on the same file system as the final place."""
        return self.work / f"{stage}-{uuid.uuid4().hex}"

    def load(self, kind: type[RecordT], stage: str, fingerprint: str) -> RecordT:
        """Read a published artifact.

        Raises:
            WorkspaceError: It is missing or can't be read.
        """
        return load_record(kind, self.place(stage, fingerprint))

    def sweep(self) -> None:
        """Remove what unfinished work left behind. Call it only while no worker runs."""
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True, exist_ok=True)

    def discard(self, stage: str, fingerprint: str) -> None:
        """Remove a published artifact, so that it is made again."""
        shutil.rmtree(self.place(stage, fingerprint), ignore_errors=True)


def load_record(kind: type[RecordT], folder: Path) -> RecordT:
    """Read the record of a published artifact folder.

    Raises:
        WorkspaceError: It is missing or can't be read.
    """
    try:
        return kind.from_json((folder / RECORD_NAME).read_bytes(), folder)
    except (OSError, ValueError) as error:
        raise WorkspaceError(
            "A finished intermediate result can't be read.",
            str(folder),
            remedy="Start the run again to make it anew.",
        ) from error


def publish(record: Record, work: Path, place: Path) -> None:
    """Write the record into `work`, make everything durable and rename it to `place`.

    Losing a race is fine: whoever renames first wins, and the loser's folder is removed.

    Raises:
        ContractError: The folder was renamed but is not whole.
        OSError: The disk is full or can't be written.
    """
    (work / RECORD_NAME).write_text(record.to_json(work), encoding="utf-8")
    for path in sorted(work.rglob("*")):
        if path.is_file():
            _sync(path)
    _sync_folder(work)
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        work.rename(place)
    except OSError:
        if not (place / RECORD_NAME).is_file():
            raise
        shutil.rmtree(work, ignore_errors=True)
        return
    _sync_folder(place.parent)
    if not (place / RECORD_NAME).is_file():
        raise ContractError(f"{place} was renamed but is not whole")


def _sync(path: Path) -> None:
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
