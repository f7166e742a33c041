"""Kills what is done with a whole workspace at every so many lines of it, and does it again.

Run in a process of its own, for it forks: `python killed_spaces.py WHAT FOLDER STEP`, at every line where the step
is 1. Prints how often it was killed.
"""

from __future__ import annotations

import itertools
import shutil
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from core.errors import WorkspaceError
from core.spaces import anatomy, making, moving
from core.spaces.standing import refuse_unfinished, standing_of
from tests.kill_points import killed_at


def make(folder: Path) -> Path:
    """Make a workspace with a few files in it."""
    making.create(folder, "Client")
    for name in ("artifacts/plan/ab/artifact.json", "recipes/a.json", "exports/clip.mp4"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text('{"of": "the client"}')
    return folder


def deleting(root: Path, step: int) -> int:
    """Kill the deleting of a workspace."""
    pattern = make(root / "pattern")
    for kills, number in enumerate(itertools.count(0, step)):
        folder = root / f"client {number}"
        shutil.copytree(pattern, folder)
        if not killed_at(number, partial(making.delete, folder), [making, anatomy]):
            return kills
        kind = standing_of(folder).kind
        if kind == "ready":
            assert len(list(folder.rglob("*"))) >= len(list(pattern.rglob("*"))), "it looks whole and is not"
        else:
            assert kind in ("deleting", "missing", "empty"), (number, kind)
        if kind == "deleting":
            assert is_refused(folder), "half of a workspace can be opened"
        making.delete(folder)
        assert not folder.exists(), number
    raise AssertionError("it never comes to its end")


def moving_over(root: Path, step: int) -> int:
    """Kill the moving of a workspace to another disk."""
    moving._renamed = lambda _folder, _to: False
    pattern = make(root / "pattern")
    wanted = contents(pattern)
    for kills, number in enumerate(itertools.count(0, step)):
        folder, to = root / f"client {number}", root / f"new {number}"
        shutil.copytree(pattern, folder)
        work = partial(moving.move, folder, to, lambda: None)
        if not killed_at(number, work, [moving, making, anatomy]):
            return kills
        whole = [each for each in (folder, to) if standing_of(each).kind == "ready"]
        assert whole, f"killed at {number}, it is whole nowhere"
        assert all(contents(each) == wanted for each in whole), number
        if folder.exists():
            moving.move(folder, to, lambda: None)
        assert contents(to) == wanted and not folder.exists(), number
    raise AssertionError("it never comes to its end")


def contents(folder: Path) -> dict[str, bytes]:
    """Return what lasts of a workspace."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in anatomy.lasting_files(folder)}


def is_refused(folder: Path) -> bool:
    """Whether a workspace can't be opened because it is not whole."""
    try:
        refuse_unfinished(folder)
    except WorkspaceError:
        return True
    return False


if __name__ == "__main__":
    print({"delete": deleting, "move": moving_over}[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3])))
