"""Kills a delivery at every line of its module, or each STEP-th, and looks at the folder after the next one.

Run by `test_publish.py` in a process of its own: `python killed_delivery.py FOLDER HAS_LINKS STEP`.
Prints how often.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from core.export import publish as module
from core.schema.caption import CaptionCue, CueWord
from core.schema.cell import Cell
from core.schema.clip import Clip, Wording
from core.schema.delivery import Delivery
from core.schema.time import Cut, TimeSpan
from tests.kill_points import killed_at_every_line

CUES = (CaptionCue(start=0.0, end=1.0, words=(CueWord(text="Hi", start=0.0, end=1.0),)),)
CUT = Cut(ranges=(TimeSpan(start=0, end=60),))
CLIP = Clip(id="c1", run_id="r1", cut=CUT, wording=Wording(title="Why"))


def refuse(_part: Path, _target: Path) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def main(folder: Path, has_links: bool, step: int) -> int:
    """Return how often the delivery was killed."""
    if not has_links:
        os.link = refuse
    video = folder / "clip.mp4"
    video.write_bytes(bytes(range(256)) * 40)
    delivery = Delivery(
        file=video, aspect="9:16", width=2, height=2, duration=60, frame_count=1, size_bytes=video.stat().st_size
    )

    def deliver(number: int) -> None:
        module.publish(delivery, CLIP, CUES, "run", folder / str(number), "{title}", ("srt", "vtt", "txt"))

    def names(number: int) -> list[str]:
        place = folder / str(number)
        return sorted(file.name for file in place.iterdir()) if place.is_dir() else []

    whole = sorted(["Why.mp4", "Why.srt", "Why.vtt", "Why.txt"])
    kills = 0
    for number in killed_at_every_line(deliver, [module], step):
        kills += 1
        if "Why.mp4" in names(number):
            assert set(names(number)) >= set(whole), "the video was in place before what belongs to it"
        module.remove_leftovers(folder / f"{number}", Cell(CLIP.id, "9:16", ""))
        assert not [name for name in names(number) if name.endswith(".part")]
        deliver(number)
        assert names(number) == whole
        assert (folder / str(number) / "Why.mp4").read_bytes() == video.read_bytes()
    return kills


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), sys.argv[2] == "1", int(sys.argv[3])))
