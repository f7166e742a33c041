"""Kills the moving of a workspace at every so many lines of it, and starts the program's looking for it again.

Run in a process of its own, for it forks: `python killed_moves.py same|other FOLDER STEP`. Prints how often it was
killed.
"""

from __future__ import annotations

import itertools
import os
import shutil
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.spaces import anatomy, catalogue, making, moving
from core.spaces.standing import standing_of
from desktop import settings, space_list, workspaces
from tests.kill_points import killed_at


def killed(disks: str, root: Path, step: int) -> int:
    """Kill it further and further on; each time the workspace that is set must be there, whole."""
    if disks == "other":
        moving._renamed = lambda _folder, _to: False
    making.create(root / "pattern", "Client")
    (root / "pattern" / "artifacts" / "plan").mkdir(parents=True, exist_ok=True)
    (root / "pattern" / "artifacts" / "plan" / "artifact.json").write_text("{}")
    wanted = contents(root / "pattern")
    for kills, number in enumerate(itertools.count(0, step)):
        home, folder, to = (root / f"{what} {number}" for what in ("home", "client", "new"))
        os.environ["SHORTLIST_HOME"] = str(home)
        shutil.copytree(root / "pattern", folder)
        space_list.catalogue().note_used(folder)
        settings.save_settings(settings.Settings(workspace=str(folder)))
        work = partial(workspaces.move, folder, to)
        if not killed_at(number, work, [workspaces, moving, making, anatomy, catalogue, space_list]):
            return kills
        found = settings.workspace(settings.load_settings())
        assert standing_of(found).kind == "ready", (number, found, standing_of(found))
        assert contents(found) == wanted, number
        # The next start opens it, and ends what was cut off.
        space_list.catalogue().note_used(found)
        workspaces.finish_moves()
        assert settings.workspace(settings.load_settings()) == found, number
        assert contents(found) == wanted, number
        listed = [each.folder for each in space_list.known()]
        assert found in listed, (number, listed)
        if found == to:
            assert listed == [to] and not folder.exists(), (number, listed)
        else:
            workspaces.move(folder, to)
            assert contents(to) == wanted and not folder.exists(), number
    raise AssertionError("it never comes to its end")


def contents(folder: Path) -> dict[str, bytes]:
    """Return what lasts of a workspace."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in anatomy.lasting_files(folder)}


if __name__ == "__main__":
    print(killed(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))
