"""A workspace out of one file. Nothing of it is in its place before all of it was read and found whole.

Packs come from anybody: names that lead elsewhere, links, more bytes than were said, and files with another
content than the manifest says are refused before or while they are read.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import IO

from core.errors import WorkspaceError, disk_full, is_disk_full
from core.pipeline.records.inspection import problem_at_a_glance, problem_of_all, relocate_sources
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.workspace import WorkspaceCard
from core.spaces.anatomy import CARD, DATABASE, HALF, is_ours
from core.spaces.card import clean_name, new_card_id, read_card, write_card
from core.spaces.packing import FORMAT, MANIFEST, Manifest, PackedFile

_CHUNK = 1 << 20
_MOST_MANIFEST = 256 << 20
_MOST_FILES = 2_000_000
_AGAIN = "Export the workspace again, or copy the file again."


def read_manifest(file: Path) -> Manifest:
    """Return what a pack says that it holds.

    Raises:
        WorkspaceError: It is no pack, is cut off, or names what must not be there.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            return _manifest(archive, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _refused(file, str(error)) from error
    except OSError as error:
        raise WorkspaceError(f"The file can't be read ({error.strerror}).", str(file)) from error


def unpack(
    file: Path, folder: Path, name: str = "", progress: ProgressCallback = ignore_progress
) -> WorkspaceCard:
    """Make the workspace of a pack in a folder that is not there yet, by its own or another name; return its card.

    What was taken out before it was cut off is used again by the next try.

    Raises:
        Cancelled: `progress` said so; what was read so far is kept for the next try.
        DiskFullError, WorkspaceError: The pack is not sound, or the folder can't be written.
    """
    folder = folder.expanduser().absolute()
    if (folder / HALF).is_file() and (card := read_card(folder)) is not None:
        # Cut off when it was whole, and in its place already.
        (folder / HALF).unlink()
        return card
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WorkspaceError(
            "There is something in this folder already.", str(folder), remedy="Choose another one."
        )
    staging = folder.with_name(f"{folder.name}.importing")
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = _manifest(archive, file)
            _begin(staging, manifest)
            _room(manifest, staging, file)
            _take_out(archive, manifest, staging, file, progress)
        return _settle(staging, folder, manifest, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        shutil.rmtree(staging, ignore_errors=True)
        raise _refused(file, str(error)) from error
    except OSError as error:
        if is_disk_full(error):
            raise disk_full(str(folder)) from error
        reason = error.strerror or str(error)
        raise WorkspaceError(
            f"The workspace can't be imported ({reason}).", str(error.filename or file)
        ) from error


def _refused(file: Path, why: str) -> WorkspaceError:
    return WorkspaceError(
        f"This file is no workspace that Shortlist exported, or it is damaged ({why}).", str(file), remedy=_AGAIN
    )


def _manifest(archive: zipfile.ZipFile, file: Path) -> Manifest:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if names.count(MANIFEST) != 1:
        raise _refused(file, "it has no manifest")
    if len(names) > _MOST_FILES or archive.getinfo(MANIFEST).file_size > _MOST_MANIFEST:
        raise _refused(file, "its manifest is too large")
    with archive.open(MANIFEST) as stream:
        text = stream.read(_MOST_MANIFEST + 1)
    try:
        told = Manifest.from_json(text)
    except ValueError as error:
        raise _refused(file, "its manifest can't be read") from error
    if told.format > FORMAT:
        raise WorkspaceError(
            "This workspace was exported by a newer Shortlist.", str(file), remedy="Update Shortlist to import it."
        )
    _check_names(entries, told, file)
    return told


def _check_names(entries: list[zipfile.ZipInfo], told: Manifest, file: Path) -> None:
    listed = {entry.filename: entry for entry in entries if entry.filename != MANIFEST}
    if len(listed) != len(entries) - 1 or set(listed) != set(told.files):
        raise _refused(file, "it holds other files than its manifest says")
    if len({name.casefold() for name in listed}) != len(listed):
        raise _refused(file, "two of its files have the same name")
    for name, entry in listed.items():
        if not _is_safe(name) or stat.S_ISLNK(entry.external_attr >> 16) or entry.flag_bits & 1:
            raise _refused(file, f"it names a place that no workspace has: {name[:80]}")
        if entry.file_size != told.files[name].bytes:
            raise _refused(file, f"another size was said of {name[:80]}")
    if f"workspace/{DATABASE}" not in listed or not set(told.sources.values()) <= set(listed):
        raise _refused(file, "its database or a source is missing")


def _is_safe(name: str) -> bool:
    """Whether a name stays in the workspace on every system."""
    parts = PurePosixPath(name).parts
    if name != "/".join(parts) or any(sign in name for sign in '\\:*?"<>|\0') or not name.isprintable():
        return False
    if any(part in ("..", ".") or part != part.rstrip(" .") for part in parts):
        return False
    if parts[0] == "sources":
        return len(parts) == 3
    return len(parts) > 1 and parts[0] == "workspace" and is_ours(parts[1]) and parts[1] not in (HALF,)


def _begin(staging: Path, manifest: Manifest) -> None:
    """Make the folder in which the workspace comes together; one of another pack is begun anew."""
    mark = hashlib.sha256(manifest.model_dump_json().encode()).hexdigest()
    if staging.exists() and any(staging.iterdir()):
        if not (staging / HALF).is_file():
            raise WorkspaceError(
                "This folder is in the way of the import.", str(staging), remedy="Move it away, and try again."
            )
        if (staging / HALF).read_text(encoding="utf-8") == mark:
            return
        shutil.rmtree(staging)
    staging.mkdir(parents=True, exist_ok=True)
    (staging / HALF).write_text(mark, encoding="utf-8")


def _room(manifest: Manifest, staging: Path, file: Path) -> None:
    needed = sum(each.bytes for each in manifest.files.values())
    there = sum(path.stat().st_size for path in staging.rglob("*") if path.is_file())
    if needed - there > shutil.disk_usage(staging).free:
        raise disk_full(str(staging))


def _take_out(
    archive: zipfile.ZipFile, manifest: Manifest, staging: Path, file: Path, progress: ProgressCallback
) -> None:
    total, done = sum(each.bytes for each in manifest.files.values()) or 1, 0
    for name, told in manifest.files.items():
        place = staging / _place(name)
        progress(done / total, place.name)
        if not (place.is_file() and place.stat().st_size == told.bytes and _digest(place) == told.sha256):
            place.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(name) as given:
                _write(given, place, told, file, done, total, progress)
        done += told.bytes


def _place(name: str) -> str:
    return name.removeprefix("workspace/")


def _write(
    given: IO[bytes],
    place: Path,
    told: PackedFile,
    file: Path,
    before: int,
    total: int,
    progress: ProgressCallback,
) -> None:
    digest, size = hashlib.sha256(), 0
    partial = place.with_name(f"{place.name}.part")
    with partial.open("wb") as taken:
        while chunk := given.read(_CHUNK):
            size += len(chunk)
            if size > told.bytes:
                raise _refused(file, f"{place.name} is larger than was said")
            progress(min(1.0, (before + size) / total), place.name)
            digest.update(chunk)
            taken.write(chunk)
        taken.flush()
        os.fsync(taken.fileno())
    if size != told.bytes or digest.hexdigest() != told.sha256:
        partial.unlink(missing_ok=True)
        raise _refused(file, f"{place.name} is not what it was when it was exported")
    partial.replace(place)


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _settle(staging: Path, folder: Path, manifest: Manifest, name: str) -> WorkspaceCard:
    """Give the workspace, which is whole now, its card and its place."""
    database = staging / DATABASE
    glance = problem_at_a_glance(database)
    if glance is not None:
        raise glance[1]
    problem = problem_of_all(database)
    if problem:
        raise WorkspaceError(f"The database in the file is damaged ({problem}).", str(folder), remedy=_AGAIN)
    if manifest.sources:
        relocate_sources(database, {key: folder / place for key, place in manifest.sources.items()})
    # Another id: keys, logs and memories of the one that it was made of stay that one's.
    card = WorkspaceCard(id=new_card_id(), name=clean_name(name or manifest.name), made_at=manifest.made_at)
    (staging / CARD).unlink(missing_ok=True)
    write_card(staging, card)
    (staging / "artifacts").mkdir(exist_ok=True)
    if folder.exists():
        folder.rmdir()
    staging.rename(folder)
    (folder / HALF).unlink()
    return card
