"""A folder: another disk, a network share, or one that a program of the user's own carries to the cloud."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path

from core.errors import DiskFullError, ExportError, UserWorldError, is_disk_full
from core.publish.destination import BLOCK_BYTES, Held, Keep, digest_of, settle
from core.schema.destination import Destination, DestinationKind
from core.schema.publication import Publication, PublishedFile
from core.schema.record import ProgressCallback

KIND: DestinationKind = "folder"
IS_LAST = False
# What the file system's own books may need beside the files.
SPARE_BYTES = 4_000_000


def check(where: Destination) -> str:
    """Write a small file into the folder, read it, and remove it; the folder is made where it is missing."""
    folder = Path(where.folder)
    probe = folder / f".shortlist-test-{os.getpid()}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            probe.write_bytes(b"Shortlist")
            probe.read_bytes()
        finally:
            probe.unlink(missing_ok=True)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise _explained(error, folder) from error
    return f"A file was written, read and removed. {free / 1e9:.1f} GB are free there."


def send(where: Destination, item: Publication, keep: Keep, progress: ProgressCallback) -> tuple[str, ...]:
    """Copy the files, each beside its place first, and rename it when its copy has the right checksum."""
    folder = Path(where.folder)
    try:
        return _send(folder, item, progress)
    except OSError as error:
        raise _explained(error, folder, item.size_bytes) from error


def _send(folder: Path, item: Publication, progress: ProgressCallback) -> tuple[str, ...]:
    settled = settle(item.files, lambda name, file: _look(folder / name, file))
    missing = [file.size_bytes for file, _, is_there in settled if not is_there]
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < sum(missing) + SPARE_BYTES:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    done = item.size_bytes - sum(missing)
    # The video last: what belongs to it is there when somebody finds it.
    for file, name, is_there in reversed(settled):
        if is_there:
            # Of a program that was killed after the file had its name.
            _part_of(folder / name, file).unlink(missing_ok=True)
        else:
            _copy(file, folder / name, item, done, progress)
            done += file.size_bytes
    return tuple(str(folder / name) for _, name, _ in settled)


def _look(target: Path, file: PublishedFile) -> Held:
    if not os.path.lexists(target):
        return "nothing"
    if not target.is_file() or target.stat().st_size != file.size_bytes:
        return "other"
    return "same" if digest_of(target) == file.sha256 else "other"


def _copy(file: PublishedFile, target: Path, item: Publication, before: int, progress: ProgressCallback) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    part = _part_of(target, file)
    whole = max(1, item.size_bytes)
    digest, done = hashlib.sha256(), before
    try:
        with file.path.open("rb") as source, part.open("wb") as stream:
            while block := source.read(BLOCK_BYTES):
                digest.update(block)
                stream.write(block)
                done += len(block)
                progress(min(1.0, done / whole), f"Copying {target.name}")
            stream.flush()
            os.fsync(stream.fileno())
        if digest.hexdigest() != file.sha256 or digest_of(part) != file.sha256:
            raise ExportError("The copy is not what was read.", str(target), is_passing=True)
        _put(part, target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _part_of(target: Path, file: PublishedFile) -> Path:
    """Return where a copy grows: always the same, so that the next attempt finds what a killed one left."""
    return target.with_name(f".shortlist-{file.sha256[:16]}.part")


def _put(part: Path, target: Path) -> None:
    """Give a file its name, unless somebody took it meanwhile.

    Raises:
        FileExistsError: Somebody did.
    """
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:
        # No hard links here (FAT, many network shares): look first, the gap is a moment.
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        part.rename(target)


def _explained(error: OSError, folder: Path, needed_bytes: int = 0) -> UserWorldError:
    if is_disk_full(error):
        remedy = f"Free at least {max(needed_bytes, SPARE_BYTES) / 1e6:.0f} MB there, then publish again."
        return DiskFullError("The disk is full.", str(folder), remedy=remedy, needed_bytes=needed_bytes)
    reason = error.strerror or str(error)
    is_passing = not isinstance(error, (PermissionError, NotADirectoryError))
    return ExportError(
        f"The folder can't be written ({reason}).",
        str(folder),
        remedy="Check that its disk or share is there and may be written.",
        is_passing=is_passing,
    )
