"""The main job from the command line on the bundled sample, looked at from outside."""

from __future__ import annotations

import json
import signal
import sqlite3
import time
from pathlib import Path

import numpy as np
import pytest

from core.media.audio import measure_loudness
from core.media.decode import frame_at
from core.media.probe import probe
from core.schema.time import Cut, TimeSpan
from core.stages import STAGES

SIZES = {"9:16": (1080, 1920), "1:1": (1080, 1080), "16:9": (1920, 1080)}


def test_two_clips_in_three_aspects_are_delivered(sample_run):
    assert sample_run.ran.code == 0, sample_run.ran.err
    summary = sample_run.ran.summary
    assert summary["ok"]
    assert summary["state"] == "fully_generated"
    assert sorted(output["aspect"] for output in summary["outputs"]) == sorted([*SIZES] * 2)
    assert set(summary["stages"]) == {stage.name for stage in STAGES}
    assert not any(stage["is_reused"] for stage in summary["stages"].values())
    approved = [clip for clip in summary["clips"] if clip["decision"] == "approved"]
    assert len(approved) == 2
    assert not list(sample_run.out.glob("*.part*"))


def test_every_file_plays_has_its_size_and_length_and_is_not_black(sample_run):
    summary = sample_run.ran.summary
    lengths = {clip["id"]: clip["end"] - clip["start"] for clip in summary["clips"]}
    for output in summary["outputs"]:
        file = Path(output["file"])
        facts = probe(file)
        assert (facts.video.width, facts.video.height) == SIZES[output["aspect"]]
        assert facts.duration == pytest.approx(lengths[output["clip"]], abs=0.1)
        for at in (0.0, facts.duration / 2, facts.duration - 0.1):
            assert frame_at(file, facts, at, 320).mean() > 20
        loudness = measure_loudness(file, facts, Cut(ranges=(TimeSpan(start=0, end=facts.duration),)))
        assert loudness.lufs == pytest.approx(-14.0, abs=1.0)
        assert loudness.peak_dbtp <= -0.5


def test_the_export_shows_what_the_composition_says(sample_run, tmp_path):
    import cv2

    output = sample_run.ran.summary["outputs"][0]
    index = json.loads(next(sample_run.workspace.glob("runs/*/compositions.json")).read_text())
    entry = next(e for e in index if (e["clip"], e["aspect"]) == (output["clip"], output["aspect"]))
    composition = sample_run.workspace / entry["composition"] / "artifact.json"
    facts = probe(Path(output["file"]))
    at = json.loads(composition.read_text())["cues"][0]["start"] + 0.05
    ran = sample_run.program.here("caption-frame", composition, "--at", at, "--out", tmp_path / "frame.png")
    assert ran.code == 0, ran.err
    painted = cv2.cvtColor(cv2.imread(str(tmp_path / "frame.png")), cv2.COLOR_BGR2RGB).astype(np.float64)
    shown = frame_at(Path(output["file"]), facts, at).astype(np.float64)
    noise = np.mean((painted - shown) ** 2)
    assert 10 * np.log10(255**2 / noise) > 30


def test_a_second_run_reuses_every_stage_and_writes_nothing_again(sample_run):
    before = {file: file.stat().st_mtime_ns for file in sample_run.out.iterdir()}
    again = sample_run.program(*sample_run.arguments)
    assert again.code == 0, again.err
    assert all(stage["is_reused"] for stage in again.summary["stages"].values())
    assert {file: file.stat().st_mtime_ns for file in sample_run.out.iterdir()} == before
    files = {output["file"] for output in again.summary["outputs"]}
    assert files == {output["file"] for output in sample_run.ran.summary["outputs"]}


def test_a_renamed_source_is_known_by_its_content(sample_run, tmp_path):
    source = Path(sample_run.arguments[1])
    moved = tmp_path / "anders benannt.mp4"
    moved.write_bytes(source.read_bytes())
    moved.with_suffix(source.with_suffix(".vtt").suffix).write_bytes(source.with_suffix(".vtt").read_bytes())
    ran = sample_run.program("run", moved, *sample_run.arguments[2:])
    assert ran.code == 0, ran.err
    assert all(stage["is_reused"] for stage in ran.summary["stages"].values())


def test_runs_show_and_search_tell_of_it(sample_run):
    run_id = sample_run.ran.summary["run_id"]
    listed = sample_run.program.here("runs", "--workspace", sample_run.workspace)
    assert run_id in listed.out
    assert "fully generated" in listed.out
    shown = sample_run.program.here("show", run_id[:8], "--workspace", sample_run.workspace, "--json")
    document = json.loads(shown.out)
    assert {job["stage"] for job in document["jobs"]} == {stage.name for stage in STAGES}
    word = document["clips"][0]["wording"]["title"].split()[0].strip(",.?!\"'“”")
    found = sample_run.program.here("search", word, "--workspace", sample_run.workspace)
    assert word.lower() in found.out.lower()


def test_render_makes_one_file_of_one_composition(sample_run, tmp_path):
    index = json.loads(next(sample_run.workspace.glob("runs/*/compositions.json")).read_text())
    entry = next(entry for entry in index if entry["aspect"] == "1:1")
    document = json.loads((sample_run.workspace / entry["composition"] / "artifact.json").read_text())
    span = document["cut"]["ranges"][0]
    span["end"] = span["start"] + 2.0
    document["spans"] = [{**s, "end": min(s["end"], 2.0)} for s in document["spans"] if s["start"] < 2.0]
    document["cues"], document["overlays"] = [], []
    short = tmp_path / "short.json"
    short.write_text(json.dumps(document))
    ran = sample_run.program("render", short, "--out", tmp_path / "short.mp4")
    assert ran.code == 0, ran.err
    assert probe(tmp_path / "short.mp4").duration == pytest.approx(2.0, abs=0.1)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["short.json", "short.mp4"]


@pytest.mark.soak
def test_killed_in_the_middle_it_goes_on_where_it_was(program, sample_video, tmp_path):
    arguments = ("run", sample_video, "--workspace", tmp_path / "ws", "--out", tmp_path / "out", "--top", 1)
    arguments = (*arguments, "--max", 20, "--aspects", "1:1", "--json")
    started = program.start(*arguments)
    assert started.stdout is not None
    for line in started.stdout:
        event = json.loads(line)
        if event["event"] == "progress" and event["stage"] == "render":
            break
    started.send_signal(signal.SIGKILL)
    started.stdout.close()
    started.wait()
    time.sleep(1.0)
    assert not list((tmp_path / "out").glob("*.mp4")) if (tmp_path / "out").exists() else True
    again = program(*arguments)
    assert again.code == 0, again.err
    assert again.summary["stages"]["transcribe"]["is_reused"]
    assert len(list((tmp_path / "out").glob("*.mp4"))) == 1
    assert not list((tmp_path / "ws" / "artifacts" / ".work").iterdir())
    with sqlite3.connect(tmp_path / "ws" / "workspace.sqlite") as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
    database.close()


def test_reading_commands_work_while_another_program_has_the_workspace(sample_run, tmp_path):
    from core.pipeline.records.lock import WorkspaceLock

    lock = WorkspaceLock(sample_run.workspace)
    lock.acquire()
    try:
        assert sample_run.program.here("runs", "--workspace", sample_run.workspace).code == 0
        busy = sample_run.program(*sample_run.arguments)
    finally:
        lock.release()
    assert busy.code == 1
    assert "open in another Shortlist" in busy.err
    nowhere = sample_run.program.here("runs", "--workspace", tmp_path / "nowhere")
    assert nowhere.code == 1
    assert not (tmp_path / "nowhere").exists()


def test_a_run_whose_output_nobody_reads_ends_quietly_and_can_go_on(program, short_talk, tmp_path):
    workspace = tmp_path / "ws"
    words = ("run", short_talk, "--workspace", workspace, "--analyze-only", "--json")
    with (tmp_path / "err").open("w+") as said:
        running = program.start(*words, errors_to=said)
        assert running.stdout.readline()
        running.stdout.close()
        assert running.wait(60) == 141
        said.seek(0)
        assert said.read() == ""
    assert "started" in program.here("runs", "--workspace", workspace).out
