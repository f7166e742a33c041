"""What in a workspace's folder is ours. Somebody may keep other files there: they are never moved or deleted."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

DATABASE = "workspace.sqlite"
CARD = "workspace.json"
SETTINGS = "workspace.settings.json"
WINDOW = "workspace.window.ini"
LIBRARY = "library"
EXPORTS = "exports"
ARTIFACTS = "artifacts"
# Told by a file of that name: a whole copy lies elsewhere; the folder is being deleted; the copy is unfinished.
MOVED, DELETING, HALF = "workspace.moved", "workspace.deleting", "workspace.half"

_FOLDERS = frozenset(
    {
        *(
            ARTIFACTS,
            "backups",
            "cache",
            "calls",
            "downloads",
            EXPORTS,
            LIBRARY,
            "music",
            "presets",
            "recipes",
            "runs",
        ),
        *("sources", "styles", "thumbnails", "transcripts"),
    }
)
# The index of the search, and what SQLite keeps beside it: made from the records, wherever those are.
_MADE_ANEW = "workspace.search.sqlite"
# Of the process that has it open, and of no use to another place.
_PASSING = frozenset({"workspace.lock", "workspace.holder", "workspace.holder-part", MOVED, DELETING, HALF})


def is_ours(name: str) -> bool:
    """Whether a file or folder of that name in a workspace's folder belongs to the workspace."""
    of_workspace = name.removeprefix(".").startswith("workspace.")
    return name in _FOLDERS or of_workspace or (name.startswith("damaged-") and ".sqlite" in name)


def belongings(folder: Path) -> list[Path]:
    """Return the workspace's own files and folders in its folder, by name.

    Raises:
        OSError: It can't be read.
    """
    return sorted(Path(entry.path) for entry in os.scandir(folder) if is_ours(entry.name))


def strangers(folder: Path) -> list[Path]:
    """Return what else lies there.

    Raises:
        OSError: It can't be read.
    """
    return sorted(Path(entry.path) for entry in os.scandir(folder) if not is_ours(entry.name))


def lasting_files(folder: Path, leaves_out: frozenset[str] = frozenset()) -> Iterator[Path]:
    """Give every file of a workspace that another place needs, in order of names; links are left out.

    Work in progress is: it is swept at the next opening. `leaves_out` are names right below the folder.

    Raises:
        OSError: A folder can't be read.
    """
    for path in belongings(folder):
        if path.name in _PASSING or path.name in leaves_out or path.is_symlink():
            continue
        if path.name.startswith(_MADE_ANEW):
            continue
        if path.is_dir():
            yield from _files_below(path, {".work"} if path.name == ARTIFACTS else set())
        elif path.is_file():
            yield path


def _files_below(folder: Path, without: set[str]) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise error

    for place, folders, names in os.walk(folder, onerror=refuse):
        if place == str(folder):
            folders[:] = [name for name in folders if name not in without]
        folders.sort()
        for name in sorted(names):
            path = Path(place, name)
            if not path.is_symlink():
                yield path
