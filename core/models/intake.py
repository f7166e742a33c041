"""What models lie in a folder that the user chose: one, several, or a stick with models somewhere on it."""

from __future__ import annotations

import json
import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from core.errors import WeightsError
from core.schema.model import FoundModel
from core.weights import KEPT_FILES, VOCABULARIES, WHISPER_FILES, Weights, manifest

# A stick is looked through, a whole disk is not.
_DEEPEST, _MOST_FOLDERS = 4, 3000
# Versions of CTranslate2's binary format whose layout is known.
_OLDEST, _NEWEST = 4, 6


def look_into(folder: Path) -> tuple[FoundModel, ...]:
    """Return the models in a folder and up to four folders below, also what is there of half a model.

    Raises:
        WeightsError: The folder can't be read.
    """
    if not folder.is_dir():
        raise WeightsError("this is no folder.", file=str(folder), remedy="Choose a folder that holds a model.")
    found: list[FoundModel] = []
    for place in _folders(folder):
        names = _file_names(place)
        if "model.bin" in names or {"config.json", "tokenizer.json"} <= names:
            found.append(_whisper_in(place, names))
        found += [_single(place / each.name, each) for each in _singles() if each.name in names]
    return tuple(sorted(found, key=lambda each: (bool(each.problem), each.name)))


def _folders(root: Path) -> Iterator[Path]:
    """Yield a folder and those below it, the upper ones first; what can't be read is left out."""
    level = [root]
    count = 0
    for _ in range(_DEEPEST + 1):
        below: list[Path] = []
        for folder in level:
            count += 1
            if count > _MOST_FOLDERS:
                return
            yield folder
            try:
                children = sorted(child for child in folder.iterdir() if child.is_dir())
            except OSError:
                continue
            below += [child for child in children if not child.name.endswith(".part")]
        level = below


def _file_names(folder: Path) -> set[str]:
    try:
        return {child.name for child in folder.iterdir() if child.is_file()}
    except OSError:
        return set()


def _singles() -> list[Weights]:
    """Return the listed models that are one file, known by its name."""
    return [weights for weights in manifest() if weights.kind != "whisper"]


def _single(path: Path, weights: Weights) -> FoundModel:
    size_bytes = path.stat().st_size
    problem = "" if size_bytes == weights.size_bytes else "it is not as large as it should be"
    return FoundModel(
        name=weights.name,
        title=weights.title,
        kind=weights.kind,
        path=path,
        files=(path.name,),
        size_bytes=size_bytes,
        looks_like=weights.name,
        problem=problem,
    )


def _whisper_in(folder: Path, names: set[str]) -> FoundModel:
    kept = tuple(sorted(names & set(KEPT_FILES)))
    sizes = {name: (folder / name).stat().st_size for name in kept}
    known = _listed_of(sizes)
    name = known.name if known else _own_name(folder)
    return FoundModel(
        name=name,
        title=known.title if known else name,
        kind="whisper",
        path=folder,
        files=kept,
        size_bytes=sum(sizes.values()),
        looks_like=known.name if known else "",
        problem=_problem(folder, names, sizes),
    )


def _listed_of(sizes: dict[str, int]) -> Weights | None:
    """Return the listed model whose files are all there with their sizes; their content is not looked at yet."""
    for weights in manifest():
        if weights.kind == "whisper" and all(sizes.get(file.name) == file.size_bytes for file in weights.files):
            return weights
    return None


def _own_name(folder: Path) -> str:
    """Return a name for one that is not listed: its folder's, or its repository's in a cache of the hub."""
    for part in (folder, *folder.parents):
        if part.name.startswith("models--"):
            return plain_name(part.name.rsplit("--", 1)[-1])
    return plain_name(folder.name)


def plain_name(name: str) -> str:
    """Return a name that can be that of a folder on any system."""
    plain = "".join(letter if letter.isalnum() or letter in "._-" else "-" for letter in name.strip())
    plain = plain.strip(".-")[:60]
    return plain.removesuffix(".part") or "own-model"


def _problem(folder: Path, names: set[str], sizes: dict[str, int]) -> str:
    missing = [name for name in WHISPER_FILES if not sizes.get(name)]
    if not names & set(VOCABULARIES):
        missing.append("vocabulary.json")
    if missing:
        return f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing or empty"
    try:
        for name in ("config.json", "tokenizer.json"):
            if not isinstance(json.loads((folder / name).read_bytes()), dict):
                return f"{name} is not what Whisper needs"
        with (folder / "model.bin").open("rb") as stream:
            return binary_problem(stream, sizes["model.bin"])
    except ValueError:
        return f"{name} can't be read"
    except OSError as error:
        return f"it can't be read ({error.strerror or error})"


def binary_problem(stream: BinaryIO, size_bytes: int) -> str:
    """Return what is wrong with a model.bin, or nothing: whether it is Whisper's, and all of it is there.

    The layout is that of `ctranslate2.specs.model_spec`: a version, the name of its kind, a revision, then
    weights, each with its name, shape, type and length; only those are read, not what the weights are.
    """
    try:
        version = _number(stream, "<I")
        if not _OLDEST <= version <= _NEWEST:
            return f"model.bin is of a version that can't be used ({version})"
        if (kind := _text(stream)) != "WhisperSpec":
            return f"it is another kind of model ({kind[:40]}), not Whisper"
        _number(stream, "<I")
        for _ in range(_number(stream, "<I")):
            _text(stream)
            stream.seek(4 * _number(stream, "<B"), os.SEEK_CUR)
            _number(stream, "<B")
            stream.seek(_number(stream, "<I"), os.SEEK_CUR)
            if stream.tell() > size_bytes:
                return "model.bin is cut off"
        for _ in range(_number(stream, "<I")):
            _text(stream)
            _text(stream)
    except (struct.error, UnicodeDecodeError):
        return "model.bin is cut off or damaged"
    return ""


def _number(stream: BinaryIO, layout: str) -> int:
    return int(struct.unpack(layout, stream.read(struct.calcsize(layout)))[0])


def _text(stream: BinaryIO) -> str:
    length = _number(stream, "<H")
    read = stream.read(length)
    if len(read) < length:
        raise struct.error("cut off")
    return read.rstrip(b"\0").decode("utf-8")
