"""Paths of shared folders, as this machine names them and as the workers of a cluster do.

The two may be of different systems: a path is of Windows where it starts with a drive or a share, else of POSIX.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Any, TypeVar

from core.errors import ClusterError
from core.schema.record import Record

_WINDOWS = re.compile(r"[A-Za-z]:[\\/]|\\\\")
RecordT = TypeVar("RecordT", bound=Record)


@dataclass(frozen=True)
class PathMap:
    """Pairs of folders, each (as this machine names it, as the workers do). What lies in none keeps its name.

    Raises:
        ClusterError: A folder is not absolute, or is named twice on one side.
    """

    pairs: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        remedy = "Name each shared folder once: --map LOCAL=REMOTE, both from the root on."
        for side in (0, 1):
            folders = [_pure(pair[side]) for pair in self.pairs]
            for folder in folders:
                if not folder.is_absolute():
                    raise ClusterError(
                        "A mapped folder must be named from the root on.", str(folder), remedy=remedy
                    )
                if folders.count(folder) > 1:
                    raise ClusterError("A folder is mapped twice.", str(folder), remedy=remedy)

    def to_remote(self, path: str) -> str:
        """Return how the workers name a path of this machine."""
        return _translated(path, self.pairs)

    def to_local(self, path: str) -> str:
        """Return how this machine names a path of the workers."""
        return _translated(path, [(remote, local) for local, remote in self.pairs])


def parse_pair(text: str) -> tuple[str, str]:
    """Read `LOCAL=REMOTE`.

    Raises:
        ValueError: It is none.
    """
    local, equals, remote = text.partition("=")
    if not (equals and local and remote):
        raise ValueError(f"{text!r} is not LOCAL=REMOTE")
    return local, remote


def mapped_json(record: Record, change: Callable[[str], str]) -> str:
    """Return a record as JSON with every path in it changed."""
    return json.dumps(_mapped(record, record.model_dump(mode="json"), change))


def mapped_record(record: RecordT, change: Callable[[str], str]) -> RecordT:
    """Return a record with every path in it changed."""
    return type(record).from_json(mapped_json(record, change))


def _pure(path: str) -> PurePath:
    return PureWindowsPath(path) if _WINDOWS.match(path) else PurePosixPath(path)


def _translated(path: str, pairs: Sequence[tuple[str, str]]) -> str:
    given = _pure(path)
    best: tuple[PurePath, PurePath] | None = None
    for before, after in pairs:
        folder = _pure(before)
        if type(folder) is not type(given) or not given.is_relative_to(folder):
            continue
        if best is None or len(folder.parts) > len(best[0].parts):
            best = folder, _pure(after)
    return str(best[1].joinpath(*given.relative_to(best[0]).parts)) if best else path


def _mapped(value: Any, dumped: Any, change: Callable[[str], str]) -> Any:
    """Return `dumped`, the JSON of `value`, with paths in it changed; `value` tells which strings are paths."""
    if isinstance(value, Path):
        return change(str(dumped))
    if isinstance(value, Record):
        return {name: _mapped(getattr(value, name), each, change) for name, each in dumped.items()}
    if isinstance(value, dict):
        pairs = zip(dumped, value.values(), dumped.values(), strict=True)
        return {name: _mapped(inner, each, change) for name, inner, each in pairs}
    if isinstance(value, tuple | list):
        return [_mapped(inner, each, change) for inner, each in zip(value, dumped, strict=True)]
    return dumped
