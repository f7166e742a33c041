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
_PARTS = ".parts"
RecordT = TypeVar("RecordT", bound=Record)


class ArtifactStore:
    """The folder `artifacts/<stage>/<fingerprint>/` of a workspace; work in progress lies in `artifacts/.work`,
    and in `artifacts/.parts/<stage>/<fingerprint>/` what a long job has finished of an artifact.

    `begun` are the names of work folders that somebody writes into.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.work = root / _WORK
        self.parts = root / _PARTS
        self.begun: set[str] = set()

    def place(self, stage: str, fingerprint: str) -> Path:
        """Return where an artifact is, or would be, published."""
        return self.root / stage / fingerprint

    def is_published(self, stage: str, fingerprint: str) -> bool:
        """Whether the artifact is there, whole."""
        return (self.place(stage, fingerprint) / RECORD_NAME).is_file()

    def parts_of(self, stage: str, fingerprint: str) -> Path:
        """Return where the finished parts of an artifact are kept until it is published."""
        return self.parts / stage / fingerprint

    def count_parts(self, stage: str, fingerprint: str) -> int:
        """Return how many parts of an artifact are kept."""
        folder = self.parts_of(stage, fingerprint)
        return sum(not path.name.startswith(".") for path in folder.iterdir()) if folder.is_dir() else 0

    def kept_parts(self) -> dict[tuple[str, str], Path]:
        """Return every folder of parts by stage and fingerprint of its artifact."""
        folders = sorted(self.parts.glob("*/*"))
        return {(folder.parent.name, folder.name): folder for folder in folders if folder.is_dir()}

    def begin(self, stage: str) -> Path:
        """Return a new path for work in progress, on the same file system as the final place; see `end`."""
        work = self.work / f"{stage}-{uuid.uuid4().hex}"
        self.begun.add(work.name)
        return work

    def end(self, work: Path) -> None:
        """Say that nobody writes into a work folder any more; what is left in it is rubbish."""
        self.begun.discard(work.name)

    def leftovers(self) -> list[Path]:
        """Return what lies among the work in progress and is nobody's, as a killed worker leaves it."""
        found = sorted(self.work.iterdir()) if self.work.is_dir() else []
        return [path for path in found if path.name.split(".")[0] not in self.begun]

    def retire(self, stage: str, fingerprint: str) -> Path | None:
        """Take an artifact away in one step, so that nobody reads half of it; see `retire_path`."""
        return self.retire_path(self.place(stage, fingerprint))

    def retire_path(self, path: Path) -> Path | None:
        """Take a file or folder of the workspace away; return what is then to delete, None where it stays.

        It lies with the work in progress, so that a crash in between leaves it to the next sweep.
        """
        retired = self.work / f"retired-{uuid.uuid4().hex}"
        try:
            self.work.mkdir(parents=True, exist_ok=True)
            path.rename(retired)
        except OSError:
            # Gone already, or a file of it is open (Windows): then it stays for another time.
            return None
        return retired

    def load(self, kind: type[RecordT], stage: str, fingerprint: str) -> RecordT:
        """Read a published artifact.

        Raises:
            WorkspaceError: It is missing or can't be read.
        """
        return load_record(kind, self.place(stage, fingerprint))

    def sweep(self) -> None:
        """Remove what unfinished work left behind, but for parts that are still to be made a whole.

        Call it only while no worker runs.
        """
        shutil.rmtree(self.work, ignore_errors=True)
        for key, folder in self.kept_parts().items():
            if self.is_published(*key):
                shutil.rmtree(folder, ignore_errors=True)
        self.work.mkdir(parents=True, exist_ok=True)


def load_record(kind: type[RecordT], folder: Path) -> RecordT:
    """Read the record of a published artifact folder. A damaged one is removed, so that it is made again.

    One that merely can't be read just now (a share that is away, too many open files) stays.

    Raises:
        WorkspaceError: It is missing, can't be read, or a file of it is gone.
    """
    try:
        record = kind.from_json((folder / RECORD_NAME).read_bytes(), folder)
        lost = [path for path in _files(record) if path.is_relative_to(folder) and not path.is_file()]
        if lost:
            raise FileNotFoundError(f"{lost[0]} is gone")
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise WorkspaceError(
            "An intermediate result was damaged and has been removed.",
            str(folder),
            remedy="Resume the run: it is made again.",
        ) from error
    except OSError as error:
        raise WorkspaceError(
            f"An intermediate result can't be read ({error.strerror}).",
            str(folder),
            remedy="Check the disk that the workspace is on.",
            is_passing=True,
        ) from error
    return record


def _files(record: Record) -> list[Path]:
    return [value for _, value in record if isinstance(value, Path)]


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
    sync_folder(work)
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists() and not (place / RECORD_NAME).is_file():
        # A folder without its record is rubbish, and would stand in the way.
        shutil.rmtree(place, ignore_errors=True)
    try:
        work.rename(place)
    except OSError:
        if not (place / RECORD_NAME).is_file():
            raise
        shutil.rmtree(work, ignore_errors=True)
        return
    sync_folder(place.parent)
    if not (place / RECORD_NAME).is_file():
        raise ContractError(f"{place} was renamed but is not whole")


def _sync(path: Path) -> None:
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())


def sync_folder(folder: Path) -> None:
    """Make durable which names a folder has. Windows offers nothing like it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
