"""The days of the people it is made for, each done in the real window with a real pointer and real keys.

What they do is written in `days/`; here is what they sit down with, and what must have come of it.
SHORTLIST_SCREEN names another size of the screen, SHORTLIST_SHOTS a folder for pictures of it.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.e2e.conftest import ROOT, Program
from tests.e2e.days.sitting import Place
from tests.e2e.test_restyle import BELOW_STYLE
from tests.short_talk import RATE, cut

WIDTH, HEIGHT = (int(part) for part in os.environ.get("SHORTLIST_SCREEN", "1280x800").split("x"))
WORK = "select stage, clip_id, aspect, number, state from attempts order by 1, 2, 3, 4"
PIXELS = {"9:16": (1080, 1920), "1:1": (1080, 1080), "16:9": (1920, 1080)}


class Desk:
    """A display, a home and a folder of sources; who sits down finds what earlier sittings left."""

    def __init__(self, folder: Path, display: str, program: Program) -> None:
        self.home, self.sources, self.out = folder / "home", folder / "sources", folder / "finished clips"
        shots = Path(os.environ.get("SHORTLIST_SHOTS", folder / "shots"))
        for made in (self.home, self.sources, shots):
            made.mkdir(parents=True, exist_ok=True)
        (self.home / "settings.json").write_text('{"may_download": false}')
        self._place = folder / "place.json"
        Place(self.sources, self.out, shots, (WIDTH, HEIGHT)).write(self._place)
        home = {"SHORTLIST_HOME": str(self.home), "HOME": str(folder)}
        self._environment = {**program.environment, **home, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}

    def has_in_path(self, folder: Path) -> None:
        """Let the programs of a folder be found before others of their names."""
        self._environment["PATH"] = f"{folder}{os.pathsep}{self._environment['PATH']}"

    def speaks(self, locale: str) -> None:
        """Let the machine be set to a language, for which there need be no files on it."""
        self._environment.update(LANG=locale, LC_ALL="", LANGUAGE="")

    def tell(self, **notes: str) -> None:
        """Let the next one who sits down know something."""
        place = Place.read(self._place)
        place.notes.update(notes)
        place.write(self._place)

    def sit(self, day: str, sitting: str, seconds: float = 560) -> dict[str, Any]:
        """Let somebody sit down and leave again; return the notes so far. The program must not complain."""
        done = subprocess.run(
            [sys.executable, "tests/e2e/days/sitting.py", day, sitting, str(self._place)],
            cwd=ROOT,
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-12000:]
        assert "Traceback" not in done.stderr, done.stderr[-6000:]
        logged = [line for file in (self.home / "logs").glob("*.log") for line in file.read_text().splitlines()]
        assert not [line for line in logged if " ERROR " in line]
        return Place.read(self._place).notes

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Read the records of the workspace."""
        connection = sqlite3.connect(self.home / "workspace" / "workspace.sqlite")
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def clips_of(self, source: str) -> list[dict[str, Any]]:
        """Return the records of the clips of a source, by its name."""
        found = self.rows(f"select record from clips where run_id = '{self.run_of(source)}'")
        return [json.loads(record) for (record,) in found]

    def run_of(self, source: str) -> str:
        """Return the id of the run of a source, by its name."""
        of_source = "from runs join sources on sources.id = source_id"
        ((run_id,),) = self.rows(f"select runs.id {of_source} where sources.record ->> 'name' = '{source}'")
        return run_id


@pytest.fixture
def desk(tmp_path: Path, display: str, program: Program) -> Desk:
    """Return a desk nobody sat at."""
    return Desk(tmp_path, display, program)


@dataclass
class Seen:
    """What a player finds in a file: width and height, the seconds of picture and sound, the style it names."""

    size: tuple[int, int]
    seconds: float
    sound: float
    style: str


def play(file: Path) -> Seen:
    """Decode a file from end to end."""
    with av.open(str(file)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        last = {video: 0.0, audio: 0.0}
        for packet in container.demux(video, audio):
            for frame in packet.decode():
                last[packet.stream] = max(
                    last[packet.stream], float((frame.pts + frame.duration) * frame.time_base)
                )
        style = container.metadata["comment"].partition("style ")[2]
        return Seen((video.width, video.height), last[video], last[audio], style)


def shape_of(file: Path) -> str:
    """Return the shape that the name of a file tells; a number behind it says that it lies beside another."""
    (shape,) = re.findall(r" (\d+x\d+)(?: \(\d+\))?$", file.stem)
    return str(shape).replace("x", ":")


def check_file(file: Path, clip: dict[str, Any], style: str) -> None:
    """Check that a file plays from end to end, as large and as long as it should be, and tells its style."""
    seen = play(file)
    assert seen.size == PIXELS[shape_of(file)] and seen.style == style, (file.name, seen)
    length = sum(span["end"] - span["start"] for span in clip["cut"]["ranges"])
    assert abs(seen.seconds - length) < 2 / RATE and abs(seen.sound - length) < 2 / RATE, (file.name, seen, length)


def test_editor_and_brand_manager(desk, sample_video):
    cut(sample_video, 0.0, 21.1, desk.sources / "talk.mp4")
    notes = desk.sit("editor", "day")

    files = sorted(file.name for file in desk.out.iterdir() if file.suffix == ".mp4")
    assert files == [f"01 A better title {shape}.mp4" for shape in ("16x9", "1x1", "9x16")]
    clips = desk.clips_of("talk")
    (clip,) = (clip for clip in clips if clip["wording"]["title"] == "A better title")
    for file in files:
        check_file(desk.out / file, clip, "clean@1")
        said = (desk.out / file).with_suffix(".srt").read_text()
        assert "Xylophones" in said and notes["heard"] not in said
    (handed,) = (desk.out / "to finish").rglob("*.fcpxml")
    (asset,) = ElementTree.parse(handed).getroot().iter("asset")
    (media,) = asset.iter("media-rep")
    assert media.get("src") == (desk.sources / "talk.mp4").as_uri()
    assert sorted(clip["decision"] for clip in clips) == ["approved", "maybe", "rejected"]
    assert_shows_crop(desk.out / files[1], desk.sources / "talk.mp4", clip, notes["crop"])

    write_logo(desk.sources / "logo.png")
    before = desk.rows(WORK)
    desk.sit("brand", "day")
    check_restyled(desk, before, set(files))


def check_restyled(desk: Desk, before: list[tuple[Any, ...]], old: set[str]) -> None:
    """Every file is there once more, in the new version, and nothing above the style was worked at again."""
    made = [file for file in sorted(desk.out.glob("*.mp4")) if file.name not in old]
    assert [shape_of(file) for file in made] == ["16:9", "1:1", "9:16"], made
    (clip,) = (clip for clip in desk.clips_of("talk") if clip["decision"] == "approved")
    for file in made:
        check_file(file, clip, "house@1")
    assert {play(desk.out / name).style for name in old} == {"clean@1"}
    # Clips that are not exported are only looked at.
    fresh = Counter(desk.rows(WORK)) - Counter(before)
    assert {stage for stage, clip_id, *_rest in fresh if clip_id in ("", clip["id"])} == BELOW_STYLE


def test_podcaster(desk, sample_video):
    for number, (start, end) in enumerate(((0.0, 12.6), (12.6, 25.0), (33.0, 44.5)), 1):
        cut(sample_video, start, end, desk.sources / f"Episode {number}.mp4")
    desk.sit("podcaster", "evening")
    desk.sit("podcaster", "morning")
    check_night(desk)


def check_night(desk: Desk) -> None:
    """Every episode has its clip in three shapes, in the style that was ordered, and nothing was done twice."""
    unplugged = desk.run_of("Episode 2")
    of_stage = "select stage, state, count(*) from attempts where"
    again = desk.rows(f"{of_stage} run_id != '{unplugged}' and state = 'failed' group by 1, 2")
    assert again == []
    failed = desk.rows(f"{of_stage} run_id = '{unplugged}' and state != 'completed' group by 1, 2")
    assert failed == [("transcode", "failed", 1)]
    done_twice = "select job_id from attempts where state = 'completed' group by job_id having count(*) > 1"
    assert desk.rows(done_twice) == []
    assert sorted(folder.name for folder in desk.out.iterdir()) == ["Episode 1", "Episode 2", "Episode 3"]
    for folder in desk.out.iterdir():
        (clip,) = (clip for clip in desk.clips_of(folder.name) if clip["decision"] == "approved")
        files = sorted(folder.glob("*.mp4"))
        assert [shape_of(file) for file in files] == ["16:9", "1:1", "9:16"]
        for file in files:
            check_file(file, clip, "karaoke@1")


def write_logo(file: Path) -> None:
    """Write a picture that nobody mistakes for anything else."""
    picture = np.full((120, 240, 3), (40, 40, 230), dtype=np.uint8)
    cv2.circle(picture, (120, 60), 40, (255, 255, 255), -1)
    cv2.imwrite(str(file), picture)


def assert_shows_crop(
    exported: Path, source: Path, clip: dict[str, Any], crop: tuple[float, float, float, float]
) -> None:
    """Compare the exported picture between its hook and its captions with the source's, cropped as it was seen."""
    (kept,) = clip["framing"]["crops"]
    (key,) = kept["keyframes"]
    assert kept["aspect"] == "1:1" and abs(key["centre_x"] - (crop[0] + crop[2] / 2)) < 1
    at = key["at"] - clip["cut"]["ranges"][0]["start"]
    whole, made = picture_at(source, key["at"]), picture_at(exported, at)
    side, down = key["height"], key["centre_y"] - key["height"] / 2

    def difference(centre_x: float) -> float:
        left = centre_x - side / 2
        box = (round(left), round(down + side * 0.3), round(left + side), round(down + side * 0.7))
        expected = cv2.resize(whole[box[1] : box[3], box[0] : box[2]], (360, 144), interpolation=cv2.INTER_AREA)
        between = made[round(made.shape[0] * 0.3) : round(made.shape[0] * 0.7)]
        shown = cv2.resize(between, (360, 144), interpolation=cv2.INTER_AREA)
        return float(np.abs(expected.astype(float) - shown).mean())

    centre = key["centre_x"]
    beside = [centre + by for by in range(-60, 61, 4) if side / 2 <= centre + by <= whole.shape[1] - side / 2]
    best = min(beside, key=difference)
    assert abs(best - centre) <= 4, "the file shows another crop than the one that was dragged"
    assert difference(centre) < 4.0


def picture_at(path: Path, at: float) -> NDArray[np.uint8]:
    """Return the picture of a file that is on the screen at a second, in grey."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        shown = None
        for frame in container.decode(stream):
            if shown is not None and frame.time is not None and frame.time > at + 0.005:
                break
            shown = frame
        assert shown is not None
        return shown.to_ndarray(format="gray")
