"""A night over every real video there is: unattended to checked files, one broken one told and mended alone.

Once from the command line, once in the real window.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from core.watching import media_in
from tests.e2e.conftest import Program
from tests.e2e.test_days import PIXELS, Desk, desk, play

__all__ = ["desk"]

# Short clips of files that are short themselves; the one that is broken has speech.
RECIPE = ("--top", 1, "--min", 1, "--max", 20, "--aspects", "9:16")
BROKEN = "one_speaker_noisy_room_9s_720p.mp4"
LONG_S = 4 * 3600


@pytest.mark.soak
@pytest.mark.timeout(LONG_S)
def test_every_video_comes_to_files_or_to_a_reason_and_a_broken_one_is_mended_alone(
    program: Program, shared_media: Path, tmp_path: Path
) -> None:
    given, out, team = tmp_path / "given", tmp_path / "out", tmp_path / "team"
    given.mkdir()
    team.mkdir()
    for file in (shared_media / "video").iterdir():
        shutil.copyfile(file, given / file.name)
    whole = (given / BROKEN).read_bytes()
    (given / BROKEN).write_bytes(whole[:5000])
    where = ("--workspace", tmp_path / "ws")
    assert program("destinations", "add", "Team", "--folder", team).code == 0
    saved = program("recipes", "save", "Night", *RECIPE, "--to", "Team", "--out", out / "{source}", *where)
    assert saved.code == 0, saved.err

    night = program("run", given, "--recipe", "Night", "--report", tmp_path / "n.html", *where, timeout=LONG_S)
    assert night.code == 1 and BROKEN in night.err
    sources = json.loads(program("report", "--json", *where).out)["sources"]
    by_name = {Path(each["path"]).name: each for each in sources}
    assert set(by_name) == {file.name for file in media_in(given)}
    assert by_name[BROKEN]["ending"] == "failed" and not by_name[BROKEN]["clips"]
    for source in sources:
        # What came to no file says why.
        assert source["clips"] or all(each["why"] for each in source["troubles"]), source["name"]
        assert source["ending"] not in ("open", "stopped"), source["name"]
    made = [Path(file["file"]) for source in sources for clip in source["clips"] for file in clip["files"]]
    assert len(made) >= 5
    for file in made:
        seen = play(file)
        assert seen.size == (1080, 1920) and abs(seen.seconds - seen.sound) < 0.3, (file, seen)
    assert sorted(file.name for file in team.rglob("*.mp4")) == sorted(file.name for file in made)
    before = {file: file.stat().st_mtime_ns for file in out.rglob("*.mp4")}

    (given / BROKEN).write_bytes(whole)
    words = by_name[BROKEN]["troubles"][0]["command"].split()
    again = program(*words[1:3], *where, timeout=LONG_S)
    told = json.loads(program("report", "--json", *where).out)["sources"]
    (mended,) = [each for each in told if Path(each["path"]).name == BROKEN]
    assert mended["ending"] in ("made", "nothing_good"), again.err
    assert all(file.stat().st_mtime_ns == at for file, at in before.items())
    assert len(list(out.rglob("*.mp4"))) == len(before) + sum(len(clip["files"]) for clip in mended["clips"])


@pytest.mark.soak
@pytest.mark.timeout(LONG_S)
def test_a_night_in_the_window_over_every_video_and_a_broken_one_is_mended_from_its_card(
    desk: Desk, program: Program, shared_media: Path, tmp_path: Path
) -> None:
    for file in (shared_media / "video").iterdir():
        shutil.copyfile(file, desk.sources / file.name)
    whole = shutil.copyfile(desk.sources / BROKEN, tmp_path / "whole")
    (desk.sources / BROKEN).write_bytes(whole.read_bytes()[:5000])
    desk.tell(broken=BROKEN, whole=str(whole))

    notes = desk.sit("night", "evening", LONG_S)

    name = Path(BROKEN).stem
    assert set(notes["report"]) == {file.stem for file in media_in(desk.sources)}
    assert [each for each, ending in notes["report"].items() if ending == "Failed"] == [name]
    assert set(notes["report"].values()) <= {"Made", "Made in part", "Nothing exported", "Failed"}
    # What was no trouble is as it was: the broken one was tried again alone.
    assert notes["mended"].pop(name) in ("Made", "Nothing exported") and notes["report"].pop(name)
    assert notes["mended"] == notes["report"]
    told = program("report", "--json", "--workspace", desk.home / "workspace")
    check_every_video(json.loads(told.out)["sources"], desk)


def check_every_video(sources: list[dict[str, Any]], desk: Desk) -> None:
    """Every source came to files that play and were checked, or to a reason; nothing else was made."""
    made = [Path(file["file"]) for source in sources for clip in source["clips"] for file in clip["files"]]
    assert all(source["clips"] or all(each["why"] for each in source["troubles"]) for source in sources)
    assert len(made) >= 5 and sorted(made) == sorted(desk.out.rglob("*.mp4"))
    for file in made:
        seen = play(file)
        assert seen.size == PIXELS["9:16"] and abs(seen.seconds - seen.sound) < 0.3, (file, seen)
    checks = desk.rows("select files, checks from outputs where state = 'rendered'")
    assert len(checks) == len(made) and all(json.loads(found) for _, found in checks)
    # A broken file has one run that failed, and one that did not; every other source was run once.
    of_source = "from runs join sources on sources.id = source_id"
    runs = desk.rows(f"select sources.record ->> 'name', count(*) {of_source} group by 1")
    assert all(count == 1 for name, count in runs if name != Path(BROKEN).stem), runs
