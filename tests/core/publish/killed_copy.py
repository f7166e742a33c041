"""Kills the copying into a folder at lines of its module, and looks at the folder before and after the next try.

Run by `test_kinds.py` in a process of its own: `python killed_copy.py FOLDER STEP`, which kills at every STEPth
line (1: at all of them). Prints how often.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from core.publish.destinations import folder as module
from core.schema.destination import Destination
from core.schema.record import ignore_progress
from tests.core.publish.clips import shipment
from tests.kill_points import killed_at


def main(folder: Path, step: int) -> int:
    """Return how often it was killed."""
    item = shipment(folder, (5000, 20))
    whole = {file.name.rpartition("/")[2]: file.path.read_bytes() for file in item.files}

    def send(number: int) -> None:
        where = Destination(name="share", kind="folder", folder=str(folder / str(number)))
        module.send(where, item, str, ignore_progress)

    def there(number: int) -> dict[str, bytes]:
        place = folder / str(number) / "Talk"
        return {file.name: file.read_bytes() for file in place.iterdir()} if place.is_dir() else {}

    kills = 0
    for number in range(0, 10_000, step):
        if not killed_at(number, partial(send, number), [module]):
            break
        kills += 1
        named = {name: content for name, content in there(number).items() if not name.startswith(".")}
        assert all(whole[name] == content for name, content in named.items()), "half a file had its name"
        assert "Why.mp4" not in named or "Why.srt" in named, "the video was there before what belongs to it"
        send(number)
        assert there(number) == whole
    return kills


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), int(sys.argv[2])))
