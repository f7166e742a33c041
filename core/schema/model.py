"""Models that the program can use, as the screen lists them."""

from pathlib import Path
from typing import Literal

from core.schema.record import Record

ModelKind = Literal["face", "voice", "whisper"]


class ModelState(Record):
    """A model: whether it is on this machine, and what is to be known before it is chosen.

    `path` is where it lies, None while it is missing or incomplete; `size_bytes` is what it takes, or would
    take, on the disk. `about`, `languages`, `speed` (an estimate for this machine) and `memory` are in words,
    empty where they are not known. One that is not `is_listed` was put there by hand and can't be fetched. The
    one that is taken by itself `is_chosen`, for the reason `why`. `used_by` names the sources of runs that need
    it now.
    """

    name: str
    title: str
    kind: ModelKind
    size_bytes: int = 0
    partial_bytes: int = 0
    path: Path | None = None
    about: str = ""
    languages: str = ""
    speed: str = ""
    memory: str = ""
    is_listed: bool = True
    is_chosen: bool = False
    why: str = ""
    used_by: tuple[str, ...] = ()


class FoundModel(Record):
    """A model in a folder that the user chose, before it is copied.

    `path` is its folder, or the file of a face or voice model; `files` are those worth copying. `looks_like`
    names the listed model that has files of the same sizes, which a checksum has yet to prove. `problem` says
    why it can't be used, as half a sentence, and is empty where it can.
    """

    name: str
    title: str
    kind: ModelKind
    path: Path
    files: tuple[str, ...]
    size_bytes: int
    looks_like: str = ""
    problem: str = ""
