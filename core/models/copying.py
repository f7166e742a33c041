"""Copies of models: into the weights folder, out of it, and from one weights folder to another.

A copy grows beside its place under a name that counts as no model, and takes its place whole or not at all.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from core.errors import WeightsError, disk_full, is_disk_full
from core.models.intake import plain_name
from core.models.meter import size_words
from core.schema.model import FoundModel
from core.schema.record import ProgressCallback
from core.weights import KEPT_FILES, Weights, find, listed, whisper_folder

_CHUNK_BYTES = 1 << 20
# What a disk needs beside the copy itself.
_SPARE_BYTES = 50_000_000
_GROWING = ".copy.part"


def bring_in(found: FoundModel, folder: Path, progress: ProgressCallback, own_name: str = "") -> tuple[str, str]:
    """Copy a model that was found into the weights folder; return its name there, and what it was found to be.

    With `own_name` it is kept under that name; a listed model that turns out to be what it looks like keeps its
    listed name all the same.

    Raises:
        WeightsError: It is no whole model, is here already, is not what it looks like, or can't be copied.
        DiskFullError: There is no space left.
        Cancelled: The user stopped it; nothing is left.
    """
    if found.problem:
        raise WeightsError(f"this is no model that can be used: {found.problem}.", file=str(found.path))
    name = plain_name(own_name) if own_name else found.name
    _refuse_double(found.looks_like if not own_name and found.looks_like else name, folder)
    _check_space(found.size_bytes, folder)
    growing = _growing(folder / name if found.kind != "whisper" else whisper_folder(name, folder))
    try:
        sums = _copy_files(_sources(found), growing, found.size_bytes, progress)
        known = listed(found.looks_like) if found.looks_like else None
        is_same = known is not None and _is_identical(sums, known)
        if known is not None and is_same:
            name = known.name
            _refuse_double(name, folder)
        elif known is not None and (found.kind != "whisper" or not own_name):
            raise WeightsError(
                f"its files are as large as those of {known.title}, but they are not the same: the copy is "
                "damaged, or it is another model.",
                file=str(found.path),
                remedy="Copy it anew; if it is a model of your own, import it under a name of its own.",
            )
        elif listed(name) is not None:
            raise WeightsError(
                f"{name} is the name of a listed model, which this is not.", remedy="Give it another name."
            )
        destination = folder / name if found.kind != "whisper" else whisper_folder(name, folder)
        _settle(growing, destination, found.kind != "whisper")
    finally:
        shutil.rmtree(growing, ignore_errors=True)
    title = known.title if known and is_same else ""
    return (
        name,
        f"identical with {title}" if title else "an unknown model: there is no checksum to compare it with",
    )


def export(names: Sequence[str], folder: Path, to: Path, progress: ProgressCallback) -> list[Path]:
    """Copy models of the weights folder into another folder, laid out like one; return where they lie.

    One that lies there already, with files of the same sizes, is left as it is.

    Raises:
        WeightsError: A model is not here, another of its name lies there, or it can't be written.
        DiskFullError: There is no space left.
        Cancelled: The user stopped it; models that were whole stay.
    """
    chosen: list[tuple[Path, Path]] = []
    for name in names:
        path = find(name, folder)
        if path is None:
            raise WeightsError(f"the model {name} is not on this computer.", remedy="Fetch or import it first.")
        target = whisper_folder(name, to) if path.is_dir() else to / name
        if not _is_copy(path, target):
            if target.exists():
                raise WeightsError(
                    "another model of this name lies there.", file=str(target), remedy="Choose another folder."
                )
            chosen.append((path, target))
    total = sum(_size(path) for path, _ in chosen)
    _check_space(total, to)
    done = 0
    for path, target in chosen:
        growing = _growing(target)
        before = done

        def told(fraction: float, message: str = "", before: int = before, path: Path = path) -> None:
            progress((before + fraction * _size(path)) / total, message)

        try:
            _copy_files(_files_of(path), growing, _size(path), told)
            _settle(growing, target, path.is_file())
        finally:
            shutil.rmtree(growing, ignore_errors=True)
        done += _size(path)
    progress(1.0, "copied")
    return [whisper_folder(name, to) if (whisper_folder(name, to)).is_dir() else to / name for name in names]


def sweep(folder: Path) -> None:
    """Remove what a killed program left of copies and removals."""
    for place in (folder, folder / "whisper"):
        for pattern in (f".*{_GROWING}", "*.gone.part"):
            for left in place.glob(pattern) if place.is_dir() else ():
                shutil.rmtree(left, ignore_errors=True)


def _sources(found: FoundModel) -> list[Path]:
    return [found.path] if found.kind != "whisper" else [found.path / name for name in found.files]


def _files_of(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return [path / name for name in KEPT_FILES if (path / name).is_file()]


def _size(path: Path) -> int:
    return sum(file.stat().st_size for file in _files_of(path))


def _is_copy(path: Path, target: Path) -> bool:
    ours = {file.name: file.stat().st_size for file in _files_of(path)}
    theirs = {file.name: file.stat().st_size for file in _files_of(target)} if target.exists() else {}
    return ours == theirs


def _growing(target: Path) -> Path:
    return target.with_name(f".{target.name}{_GROWING}")


def _copy_files(files: Sequence[Path], growing: Path, total: int, progress: ProgressCallback) -> dict[str, str]:
    """Copy files into a folder of their own, and return the SHA-256 of each, taken on the way."""
    sums: dict[str, str] = {}
    done = 0
    try:
        shutil.rmtree(growing, ignore_errors=True)
        growing.mkdir(parents=True)
        for file in files:
            digest = hashlib.sha256()
            with file.open("rb") as source, (growing / file.name).open("wb") as target:
                while piece := source.read(_CHUNK_BYTES):
                    digest.update(piece)
                    target.write(piece)
                    done += len(piece)
                    progress(min(1.0, done / total), file.name)
            sums[file.name] = digest.hexdigest()
    except OSError as error:
        if is_disk_full(error):
            raise disk_full(str(growing.parent)) from error
        raise WeightsError(
            f"it could not be copied: {error.strerror or error}.",
            file=str(error.filename or growing.parent),
            remedy="Check that both folders can be reached, and try again.",
        ) from error
    return sums


def _is_identical(sums: dict[str, str], known: Weights) -> bool:
    return all(sums.get(file.name) == file.sha256 for file in known.files)


def _settle(growing: Path, destination: Path, is_file: bool) -> None:
    try:
        if is_file:
            next(growing.iterdir()).replace(destination)
        else:
            # What lies there does not count as a model, or it would have been refused.
            shutil.rmtree(destination, ignore_errors=True)
            growing.replace(destination)
    except OSError as error:
        raise WeightsError(
            f"it could not be put in its place: {error.strerror}.", file=str(destination)
        ) from error


def _refuse_double(name: str, folder: Path) -> None:
    if find(name, folder) is not None:
        known = listed(name)
        raise WeightsError(
            f"{known.title if known else name} is on this computer already.",
            remedy="Remove it first, or import under another name.",
        )


def _check_space(needed: int, folder: Path) -> None:
    """Say before the copy that the disk is too small for it."""
    there = next(parent for parent in (folder, *folder.parents) if parent.exists())
    free = shutil.disk_usage(there).free
    if needed + _SPARE_BYTES > free:
        raise WeightsError(
            f"the copy needs {size_words(needed)}, {size_words(free)} are free.",
            file=str(folder),
            remedy="Free some space, or choose another folder.",
        )
