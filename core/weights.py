"""Model weights: what there is, where it lies, and how it is fetched. The list is `resources/weights.toml`.

Layout of the weights folder, which may also be filled by hand (a USB stick for a machine without network):

    <folder>/face_detection_full_range_sparse.tflite      a single file lies under its own name
    <folder>/whisper/<name>/model.bin, config.json, …     a Whisper model (CTranslate2) is a folder

A Whisper folder counts as soon as it holds model.bin, config.json and tokenizer.json, whatever its name. Fetched
models grow in `<name>.part` folders and files, so nothing half-done is ever found. A lock beside them keeps two
programs from writing to the same one.
"""

from __future__ import annotations

import shutil
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
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
VOCABULARIES = ("vocabulary.json", "vocabulary.txt")
# What of a Whisper folder is worth copying.
KEPT_FILES = (*WHISPER_FILES, *VOCABULARIES, "preprocessor_config.json")
_LOOK_SECONDS = 0.3


class Weights(Record):
    """One entry of the manifest. `rank` orders Whisper models by how few mistakes they make, the best highest.

    `about` says in a few words how good it is; `languages` is "all" that Whisper knows, or English alone.
    """

    name: str
    title: str
    about: str = ""
    kind: Literal["face", "voice", "whisper"]
    licence: str
    languages: Literal["all", "en"] = "all"
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


def listed(name: str) -> Weights | None:
    """Return one entry of the manifest, None where the name is unknown."""
    return next((weights for weights in manifest() if weights.name == name), None)


def entry(name: str) -> Weights:
    """Return one entry of the manifest; `WeightsError` where the name is unknown."""
    if (found := listed(name)) is not None:
        return found
    known = ", ".join(weights.name for weights in manifest())
    raise WeightsError(f"no model is called {name!r}", remedy=f"Choose one of: {known}.")


def find(name: str, folder: Path) -> Path | None:
    """Return where weights lie, or None where they are not (or not completely) there.

    A Whisper model is its folder, any other entry its file. Looks at names and sizes only: fetched weights were
    verified when they were fetched, and what was put there by hand is the user's own.
    """
    if not _is_name(name):
        return None
    whisper = whisper_folder(name, folder)
    if _is_whisper(whisper):
        return whisper
    file = folder / name
    return file if file.is_file() and file.stat().st_size > 0 else None


def is_english(name: str) -> bool:
    """Whether a Whisper model knows English alone; one that is not listed says so by the end of its name."""
    known = listed(name)
    return known.languages == "en" if known else name.endswith(".en")


def fetch(
    name: str,
    folder: Path,
    progress: ProgressCallback = ignore_progress,
    index_url: str = INDEX_URL,
    mirror: str = "",
) -> Path:
    """Return where weights lie, after downloading and verifying what is missing.

    Args:
        name: An entry of the manifest.
        folder: The weights folder, made if needed.
        progress: Told 0 to 1 over all bytes of the entry.
        index_url: Package index that wheels are taken from in the packaged program, which has no pip.
        mirror: Address that is asked instead of the hosts in the manifest, with the same paths below it.

    Raises:
        WeightsError: The name is unknown, or no source gave a file that passes its checksum.
        Cancelled: The user stopped it; the next call continues where this one was.
    """
    present = find(name, folder)
    return present if present is not None else fetch_entry(entry(name), folder, progress, index_url, mirror)


def fetch_entry(
    weights: Weights,
    folder: Path,
    progress: ProgressCallback = ignore_progress,
    index_url: str = INDEX_URL,
    mirror: str = "",
) -> Path:
    """Download and verify every file of an entry; see `fetch`."""
    destination = home_of(weights, folder)
    growing = _partial(destination) if weights.kind == "whisper" else folder
    try:
        growing.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WeightsError(
            f"the model folder can't be made: {error.strerror}", file=str(folder), remedy="Choose another folder."
        ) from error
    with _alone(destination, progress):
        present = find(weights.name, folder)
        if present is None:
            growing.mkdir(exist_ok=True)
            _check_space(weights, growing)
            _fetch_files(weights, growing, progress, index_url, mirror)
            if weights.kind == "whisper":
                # A folder that was there without counting as a model holds nothing usable.
                shutil.rmtree(destination, ignore_errors=True)
                growing.replace(destination)
    progress(1.0, f"{weights.title}: ready")
    return destination


def _fetch_files(weights: Weights, growing: Path, progress: ProgressCallback, index_url: str, mirror: str) -> None:
    done_bytes = 0
    for file in weights.files:
        target = growing / file.name
        share = _Share(progress, done_bytes / weights.size_bytes, file.size_bytes / weights.size_bytes)
        if not _is_verified(target, file):
            download(file, target, share, index_url, mirror)
        done_bytes += file.size_bytes


def remove(name: str, folder: Path) -> int:
    """Remove weights and what came of a broken-off download of them; return the bytes freed.

    Raises:
        WeightsError: They can't be removed.
    """
    found = find(name, folder)
    freed = _bytes_of(found) if found else 0
    freed += discard(name, folder)
    if found is None:
        return freed
    try:
        if found.is_dir():
            # Out of sight in one step: a model with half of its files would be taken for a whole one.
            doomed = found.with_name(f"{found.name}.gone.part")
            shutil.rmtree(doomed, ignore_errors=True)
            found.replace(doomed)
            shutil.rmtree(doomed)
        else:
            found.unlink()
    except OSError as error:
        raise WeightsError(
            f"it can't be removed: {error.strerror or error}",
            file=str(found),
            remedy="Check the folder's permissions.",
        ) from error
    return freed


def discard(name: str, folder: Path) -> int:
    """Remove what came of a broken-off download; return the bytes freed."""
    freed = 0
    if not _is_name(name):
        return freed
    for part in (_partial(whisper_folder(name, folder)), _partial(folder / name)):
        if part.is_dir():
            freed += _bytes_of(part)
            shutil.rmtree(part, ignore_errors=True)
        elif part.is_file():
            freed += part.stat().st_size
            part.unlink()
    return freed


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
        for name in sorted(whisper_names(folder) - known)
    ]
    return listed + by_hand


def whisper_folder(name: str, folder: Path) -> Path:
    """Return where the Whisper model of that name lies or would lie."""
    return folder / "whisper" / name


def home_of(weights: Weights, folder: Path) -> Path:
    """Return where an entry lies or would lie: a folder for a Whisper model, else a file."""
    return whisper_folder(weights.name, folder) if weights.kind == "whisper" else folder / weights.name


def whisper_names(folder: Path) -> set[str]:
    """Return the names of the Whisper models that are there, whole."""
    root = folder / "whisper"
    return {child.name for child in root.iterdir() if _is_whisper(child)} if root.is_dir() else set()


@contextmanager
def _alone(destination: Path, progress: ProgressCallback) -> Iterator[None]:
    """Wait until no other program fetches the same; the lock is the system's and goes with its holder."""
    from filelock import FileLock, Timeout

    lock = FileLock(destination.with_name(f".{destination.name}.lock"))
    while True:
        try:
            lock.acquire(timeout=0)
            break
        except Timeout:
            progress(0.0, "another Shortlist is fetching it, waiting for that")
            time.sleep(_LOOK_SECONDS)
    try:
        yield
    finally:
        lock.release()


class _Share:
    """Progress of one file as a share of the progress of its entry."""

    def __init__(self, progress: ProgressCallback, offset: float, share: float) -> None:
        self._progress = progress
        self._offset = offset
        self._share = share

    def __call__(self, fraction: float, message: str = "") -> None:
        self._progress(min(1.0, self._offset + self._share * fraction), message)


def _is_name(name: str) -> bool:
    """Whether a name stays in the folder: a path would lead to files that are no business of ours."""
    return name not in ("", ".", "..") and Path(name).name == name


def _is_whisper(folder: Path) -> bool:
    if folder.name.endswith(".part") or not folder.is_dir():
        return False
    return all((folder / name).is_file() and (folder / name).stat().st_size > 0 for name in WHISPER_FILES)


def _is_verified(path: Path, file: RemoteFile) -> bool:
    return path.is_file() and path.stat().st_size == file.size_bytes and sha256_of(path) == file.sha256


def _bytes_of(path: Path) -> int:
    if path.is_file():
        return path.stat().st_size
    return sum(child.stat().st_size for child in path.rglob("*") if child.is_file())


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
