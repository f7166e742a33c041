"""`main.py resume`: what failed is tried again by name, and where nothing was cut off, that is said."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Thread

from tests.tiny_files import TINY, with_tiny


def _take_the_place(out: Path, workspace: Path) -> None:
    """Put a file where the folder should be, once the run has begun."""
    while not list((workspace / "artifacts").glob("transcode/*")):
        time.sleep(0.05)
    out.write_text("a file where the folder should be")


def test_a_delivery_that_failed_is_tried_again_by_name(program, short_talk, tmp_path):
    out, workspace = tmp_path / "out", with_tiny(tmp_path / "ws")
    options = ("--top", 1, "--min", 2, "--max", 4, "--aspects", "1:1", "--preset", TINY.name, "--json")
    taking = Thread(target=_take_the_place, args=(out, workspace), daemon=True)
    taking.start()
    failed = program("run", short_talk, "--workspace", workspace, "--out", out, *options)
    assert failed.code == 1
    assert failed.summary["state"] == "delivery_failed"
    assert "can't be written" in failed.err

    # It failed for good, so it was not cut off.
    nothing = program.here("resume", "--workspace", workspace)
    assert nothing.code == 0
    assert nothing.out.startswith("Nothing was cut off.\ntalk failed; try it again with: main.py resume ")
    assert out.is_file()

    out.unlink()
    again = program("resume", failed.summary["run_id"][:8], "--workspace", workspace, "--json")
    assert again.code == 0, again.err
    assert again.summary["state"] == "fully_generated"
    assert again.summary["stages"]["render"]["seconds"] == failed.summary["stages"]["render"]["seconds"]
    assert sorted(file.suffix for file in out.iterdir()) == [".mp4", ".srt", ".txt"]


def test_a_folder_that_cannot_be_is_told_before_any_work(program, short_talk, tmp_path):
    out, workspace = tmp_path / "out", tmp_path / "ws"
    out.write_text("a file where the folder should be")
    refused = program.here("run", short_talk, "--workspace", workspace, "--out", out)
    assert refused.code == 1
    assert f"{out}: This is a file, not a folder. Choose another folder." in refused.err
    assert not list((workspace / "artifacts").glob("*/*"))


def test_a_run_that_is_not_there_is_named(program, sample_run):
    missing = program.here("resume", "nothing", "--workspace", sample_run.workspace)
    assert missing.code == 1
    assert "There is no run nothing." in missing.err
