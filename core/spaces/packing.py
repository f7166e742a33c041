"""A workspace as one file: written while it may be open, streamed, with the SHA-256 of everything in a manifest.

The file is a ZIP with 64-bit sizes: `manifest.json` at its end, `workspace/…`, and `sources/ID/…` where the videos
go along. Keys are in no file of a workspace, so none can be in here.
"""

from __future__ import annotations

import hashlib
import os
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from core import __version__
from core.errors import WorkspaceError, disk_full, is_disk_full
from core.pipeline.records.inspection import copy_whole, source_files
from core.schema.record import ProgressCallback, Record, ignore_progress
from core.schema.workspace import PackChoices
from core.search.files import INDEX, VECTORS
from core.spaces.anatomy import ARTIFACTS, DATABASE, EXPORTS, lasting_files
from core.spaces.card import card_of

SUFFIX = ".shortlistspace"
MANIFEST = "manifest.json"
FORMAT = 1
_CHUNK = 1 << 20
# What is only of use where it was made, or makes itself anew.
_LEFT_OUT = frozenset({"backups", "calls", INDEX, VECTORS})
# What SQLite keeps beside these two as well.
_BESIDE = ("workspace.search.", "workspace.vectors.")
# Videos, sound and pictures are packed already.
_SHRINKS = frozenset({".json", ".sqlite", ".vtt", ".srt", ".txt", ".toml", ".html", ".ini", ".svg"})


class PackedFile(Record):
    """A file of the pack: its size, and its SHA-256 as hex."""

    bytes: int
    sha256: str


class Manifest(Record):
    """What a pack holds; `sources` are places of source videos in it, by the id of the source."""

    format: int
    program: str
    name: str
    made_at: float
    choices: PackChoices
    files: dict[str, PackedFile]
    sources: dict[str, str] = {}


def pack(
    folder: Path, file: Path, choices: PackChoices | None = None, progress: ProgressCallback = ignore_progress
) -> Manifest:
    """Write a workspace into one file, which appears when it is whole; return what is in it.

    Raises:
        Cancelled: `progress` said so; nothing is left.
        DiskFullError, WorkspaceError: It can't be read or written.
    """
    choices = choices or PackChoices()
    partial = file.with_name(f".{file.name[:60]}.{uuid4().hex[:8]}.part")
    database = partial.with_suffix(".sqlite-part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        copy_whole(folder / DATABASE, database)
        with zipfile.ZipFile(partial, "w", allowZip64=True) as archive:
            manifest = _fill(archive, folder, database, choices, progress)
        with partial.open("rb+") as stream:
            os.fsync(stream.fileno())
        partial.replace(file)
    except FileNotFoundError as error:
        raise WorkspaceError(
            "The workspace was changed while it was exported.",
            str(error.filename or folder),
            remedy="Export it again when nothing is at work in it.",
        ) from error
    except OSError as error:
        if is_disk_full(error):
            raise disk_full(str(file)) from error
        raise WorkspaceError(
            f"The workspace can't be exported ({error.strerror}).",
            str(error.filename or file),
            remedy="Check the disk.",
        ) from error
    finally:
        for left in (partial, database, Path(f"{database}-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)
    return manifest


def _fill(
    archive: zipfile.ZipFile, folder: Path, database: Path, choices: PackChoices, progress: ProgressCallback
) -> Manifest:
    places = dict(_places(folder, database, choices))
    sources = dict(_sources(folder, database)) if choices.with_sources else {}
    places |= dict(sources.values())
    total = sum(path.stat().st_size for path in places.values()) or 1
    done, files = 0, {}
    for place, path in places.items():
        progress(done / total, path.name)
        files[place] = _add(archive, place, path, done, total, progress)
        done += files[place].bytes
    manifest = Manifest(
        format=FORMAT,
        program=__version__,
        name=card_of(folder).name,
        made_at=time.time(),
        choices=choices,
        files=files,
        sources={source_id: place for source_id, (place, _path) in sources.items()},
    )
    archive.writestr(MANIFEST, manifest.model_dump_json(indent=1), zipfile.ZIP_DEFLATED)
    return manifest


def _places(folder: Path, database: Path, choices: PackChoices) -> Iterator[tuple[str, Path]]:
    out = {
        *_LEFT_OUT,
        *([] if choices.with_artifacts else [ARTIFACTS]),
        *([] if choices.with_exports else [EXPORTS]),
    }
    yield f"workspace/{DATABASE}", database
    for path in lasting_files(folder, frozenset(out)):
        name = path.relative_to(folder).as_posix()
        is_unfinished = path.name.endswith("part") or name.startswith("artifacts/.")
        if not (
            is_unfinished or name.startswith((DATABASE, "damaged-", "workspace.search.", "workspace.vectors."))
        ):
            yield f"workspace/{name}", path


def _sources(folder: Path, database: Path) -> Iterator[tuple[str, tuple[str, Path]]]:
    for source_id, path in source_files(database).items():
        if path.is_file() and not path.is_relative_to(folder):
            yield source_id, (f"sources/{source_id}/{path.name}", path)


def _add(
    archive: zipfile.ZipFile, place: str, path: Path, before: int, total: int, progress: ProgressCallback
) -> PackedFile:
    entry = zipfile.ZipInfo(place, time.localtime(max(path.stat().st_mtime, 315_619_200.0))[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED if path.suffix.lower() in _SHRINKS else zipfile.ZIP_STORED
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as given, archive.open(entry, "w", force_zip64=True) as taken:
        while chunk := given.read(_CHUNK):
            progress(min(1.0, (before + size) / total), path.name)
            digest.update(chunk)
            taken.write(chunk)
            size += len(chunk)
    return PackedFile(bytes=size, sha256=digest.hexdigest())
