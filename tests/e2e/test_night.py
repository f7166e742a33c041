"""A night of work from the command line: a folder with a broken file, the report, and that file mended alone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.e2e.conftest import SAMPLE_OPTIONS, SampleRun


def test_a_night_with_a_broken_file_is_told_and_mended_alone(
    sample_run: SampleRun, sample_video: Path, analysed: Path, tmp_path: Path
) -> None:
    program, where = sample_run.program, ("--workspace", analysed)
    shows, out = tmp_path / "shows", tmp_path / "out"
    shows.mkdir()
    for name in ("Ep <1> & co", "Ep 2"):
        shutil.copy(sample_video, shows / f"{name}.mp4")
        shutil.copy(sample_video.with_suffix(".vtt"), shows / f"{name}.vtt")
    for name in ("Ep 2", "Ep 3"):
        (shows / f"{name}.mp4").write_bytes(sample_video.read_bytes()[:5000])
    saved = program.here("recipes", "save", "Weekly", *SAMPLE_OPTIONS, "--out", out / "{source}", *where)
    assert saved.code == 0, saved.err

    night = program(
        "run", shows, "--recipe", "Weekly", "--aspects", "9:16", "--report", tmp_path / "n.html", *where
    )
    assert night.code == 1 and "Ep 2.mp4" in night.err
    page = (tmp_path / "n.html").read_text()
    assert "Ep &lt;1&gt; &amp; co" in page and "1 of 3 sources made: 2 files of 2 clips. 2 need you." in page
    before = {file: file.stat().st_mtime_ns for file in out.rglob("*.mp4")}
    assert sorted(folder.name for folder in out.iterdir()) == ["Ep (1) & co"] and len(before) == 2

    told = program.here("report", "--json", *where)
    broken, _ = [each for each in json.loads(told.out)["sources"] if each["ending"] != "made"]
    command = broken["troubles"][0]["command"].split()
    assert command[:2] == ["main.py", "resume"] and broken["path"] == str(shows / "Ep 2.mp4")
    shutil.copy(sample_video, shows / "Ep 2.mp4")
    again = program(*command[1:3], *where)
    assert again.code == 0, again.err
    assert len(list((out / "Ep 2").glob("*.mp4"))) == 2
    assert all(file.stat().st_mtime_ns == at for file, at in before.items())
    assert program.here("report", "--out", tmp_path / "n.md", *where).code == 0
    assert "2 of 3 sources made: 4 files of 4 clips" in (tmp_path / "n.md").read_text()
    assert len(program.here("costs", "--csv", tmp_path / "c.csv", *where).out.split()) == 1
    assert len((tmp_path / "c.csv").read_text(encoding="utf-8-sig").splitlines()) == 4
