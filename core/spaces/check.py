"""Examines a workspace from end to end, and mends what can be mended: each finding names its fix.

Nothing that is mended loses a decision of the user's: artifacts are made again from sources when somebody needs
them, and a database is only ever put back from a copy that was made while it was sound.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.composition_index import read_index
from core.errors import StyleError, WorkspaceError
from core.pipeline.artifact import RECORD_NAME
from core.pipeline.records import backup
from core.pipeline.records.inspection import problem_of_all, work_done
from core.pipeline.records.lock import WorkspaceLock
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.workspace import FindingKind, WorkspaceFinding
from core.spaces.anatomy import ARTIFACTS, DATABASE
from core.styles.kept import STYLES
from core.styles.package import read_package

_REMOVE = "Remove it; it is made again when it is needed."


def check(folder: Path, progress: ProgressCallback = ignore_progress) -> list[WorkspaceFinding]:
    """Return everything that is wrong in a workspace, the gravest first. Reads much: not for the loop.

    Raises:
        WorkspaceError: There is no workspace, or it can't be read at all.
    """
    if not folder.is_dir():
        raise WorkspaceError("There is no workspace here.", str(folder), remedy="Check the folder's name.")
    progress(0.0, "the database")
    found = _database(folder)
    if not found:
        progress(0.3, "intermediate results")
        found += _artifacts(folder)
    progress(0.8, "styles")
    found += _styles(folder)
    found += _leftovers(folder)
    progress(1.0, "")
    return found


def mend(folder: Path, findings: Iterable[WorkspaceFinding]) -> list[WorkspaceFinding]:
    """Mend what can be mended of what `check` found, and return what was.

    Raises:
        WorkspaceError: The workspace is open in another program, or can't be written.
    """
    lock = WorkspaceLock(folder, "main.py workspaces check")
    lock.acquire()
    mended = []
    try:
        for finding in findings:
            if not finding.fix:
                continue
            if finding.kind == "database":
                backup.restore(folder / DATABASE)
            else:
                _remove(folder, finding.place)
            mended.append(finding)
    finally:
        lock.release()
    return mended


def _database(folder: Path) -> list[WorkspaceFinding]:
    path = folder / DATABASE
    if not path.exists():
        problem = "it is missing"
    else:
        try:
            problem = problem_of_all(path)
        except WorkspaceError as error:
            problem = error.reason
    if not problem:
        return []
    newest = backup.newest_backup(path)
    fix = f"Put the newest sound backup back ({newest.name}); what was done since is lost." if newest else ""
    return [
        WorkspaceFinding(kind="database", place=DATABASE, found=f"The database is damaged: {problem}.", fix=fix)
    ]


def _artifacts(folder: Path) -> list[WorkspaceFinding]:
    work = work_done(folder / DATABASE)
    named = work.named | _delivered(folder)
    found, there = [], set()
    for place in _artifact_folders(folder / ARTIFACTS):
        key = (place.parent.name, place.name)
        name = place.relative_to(folder).as_posix()
        there.add(key)
        problem = _problem_of(place)
        if problem:
            found.append(WorkspaceFinding(kind="damaged_artifact", place=name, found=problem, fix=_REMOVE))
        elif key not in named:
            told = "No record names this intermediate result."
            found.append(_harmless("stray_folder", name, told, "Remove it."))
    # Hundreds of them go when storage is freed, which is no damage.
    lost = Counter(stage for stage, _fingerprint in work.completed - there)
    for stage, count in sorted(lost.items()):
        told = (
            f"{count} intermediate results are not there. They are made again by themselves where they are needed."
        )
        found.append(_harmless("lost_artifact", f"{ARTIFACTS}/{stage}", told, ""))
    return sorted(found, key=lambda each: (each.is_harmless, each.kind, each.place))


def _delivered(folder: Path) -> set[tuple[str, str]]:
    """Return the compositions that finished files were made of."""
    named = set()
    for index in sorted((folder / "runs").glob("*/compositions.json")):
        places = [Path(entry.composition) for entry in read_index(index)]
        named |= {(place.parent.name, place.name) for place in places}
    return named


def _harmless(kind: FindingKind, place: str, told: str, fix: str) -> WorkspaceFinding:
    return WorkspaceFinding(kind=kind, place=place, found=told, fix=fix, is_harmless=True)


def _problem_of(place: Path) -> str:
    record = place / RECORD_NAME
    if not record.is_file():
        return "Its record is missing."
    try:
        text = record.read_bytes()
    except OSError as error:
        return f"It can't be read ({error.strerror})."
    return "Its record is empty or no JSON." if not _is_json(text) else ""


def _is_json(text: bytes) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False


def _styles(folder: Path) -> list[WorkspaceFinding]:
    found = []
    for place in sorted((folder / STYLES).glob("*/*")):
        if not place.is_dir():
            continue
        try:
            read_package(place)
        except (StyleError, OSError, ValueError) as error:
            reason = error.reason if isinstance(error, StyleError) else str(error)
            name = place.relative_to(folder).as_posix()
            fix = "Remove it; it is copied again from the library of styles, where it is still there."
            found.append(WorkspaceFinding(kind="lost_style", place=name, found=reason, fix=fix))
    return found


def _leftovers(folder: Path) -> list[WorkspaceFinding]:
    left = [*sorted(folder.glob(".workspace.*.part")), *sorted((folder / "backups").glob("backup.part*"))]
    return [
        _harmless("leftover", path.relative_to(folder).as_posix(), "A file that was never finished.", "Remove it.")
        for path in left
    ]


def _artifact_folders(root: Path) -> Iterator[Path]:
    for stage in sorted(root.iterdir()) if root.is_dir() else ():
        if stage.is_dir() and not stage.name.startswith("."):
            yield from (path for path in sorted(stage.iterdir()) if path.is_dir())


def _remove(folder: Path, place: str) -> None:
    path = folder / place
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise WorkspaceError(
            f"This can't be removed ({error.strerror}).", str(path), remedy="Make the folder writable."
        ) from error
