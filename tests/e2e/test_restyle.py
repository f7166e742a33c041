"""Another style for what is finished: nothing above it is done again, and each file tells which style it is in."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import av
import pytest

from tests.tiny_files import TINY, with_tiny

ABOVE_STYLE = {
    "transcode",
    "transcribe",
    "detect_segments",
    "plan",
    "prepare_media",
    "analyze_picture",
    "analyze_framing",
    "plan_audio",
}
BELOW_STYLE = {"plan_enhancement", "build_enhancement", "finalize", "compose", "render"}


def rows(workspace: Path, sql: str) -> list[tuple]:
    connection = sqlite3.connect(workspace / "workspace.sqlite")
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def artifacts(workspace: Path) -> dict[str, tuple[int, int]]:
    """Return what is published, each with what tells that nobody has written it since."""
    found = sorted(workspace.glob("artifacts/[!.]*/*/artifact.json"))
    return {
        file.parent.relative_to(workspace / "artifacts").as_posix(): (file.stat().st_ino, file.stat().st_mtime_ns)
        for file in found
    }


def style_told(file: Path) -> str:
    with av.open(str(file)) as container:
        return container.metadata["comment"].partition("style ")[2]


def restyle(program, workspace: Path, run_id: str, out: Path, files: int) -> None:
    """Restyle a finished run, and check from the records that only what must be was done again."""
    jobs = (
        "select stage, clip_id, aspect, fingerprint, attempts from jobs"
        f" where run_id = '{run_id}' order by 1, 2, 3"
    )
    before, published = rows(workspace, jobs), artifacts(workspace)
    old = set(out.iterdir())

    foreseen = program.here("restyle", "karaoke", run_id[:8], "--dry-run", "--workspace", workspace)
    again, _, kept = foreseen.out.partition("; kept: ")
    assert (
        foreseen.code == 0 and f"render ×{files}" in again and set(kept.strip(" .\n").split(", ")) == ABOVE_STYLE
    )
    assert rows(workspace, jobs) == before

    ran = program("restyle", "karaoke", run_id[:8], "--workspace", workspace, "--json")
    assert ran.code == 0, ran.err
    after = rows(workspace, jobs)
    assert [job for job in after if job[0] in ABOVE_STYLE] == [job for job in before if job[0] in ABOVE_STYLE]
    redone = [(old_job, job) for old_job, job in zip(before, after, strict=True) if job[0] in BELOW_STYLE]
    assert all(job[3] != old_job[3] and job[4] == 1 for old_job, job in redone)
    assert {job[0] for _, job in redone} == BELOW_STYLE
    now = artifacts(workspace)
    assert {name: now.get(name) for name in published} == published
    assert {name.split("/")[0] for name in now.keys() - published.keys()} == BELOW_STYLE

    made = sorted(file for file in set(out.iterdir()) - old if file.suffix == ".mp4")
    assert len(made) == files
    assert {style_told(file) for file in made} == {"karaoke@1"}
    assert {style_told(file) for file in old if file.suffix == ".mp4"} == {"clean@1"}
    assert rows(workspace, f"select style_pin from runs where id = '{run_id}'") == [("karaoke@1",)]


def test_another_style_renders_again_and_analyses_nothing(program, short_talk, tmp_path):
    """A short clip in one aspect."""
    workspace, out = with_tiny(tmp_path / "ws"), tmp_path / "out"
    options = ("--top", 1, "--min", 2, "--max", 4, "--aspects", "1:1", "--preset", TINY.name, "--json")
    made = program("run", short_talk, "--workspace", workspace, "--out", out, *options)
    assert made.code == 0, made.err
    restyle(program, workspace, made.summary["run_id"], out, 1)


@pytest.mark.soak
def test_twelve_clips_in_three_aspects(program, shared_media, tmp_path):
    video = shared_media / "video" / "interview_two_seats_73s.mp4"
    workspace, out = tmp_path / "ws", tmp_path / "out"
    options = ("--top", 12, "--min", 2, "--max", 4, "--aspects", "9:16,1:1,16:9", "--json")
    made = program("run", video, "--workspace", workspace, "--out", out, *options, timeout=1800)
    assert made.code == 0, made.err
    assert len([file for file in out.iterdir() if file.suffix == ".mp4"]) == 36
    restyle(program, workspace, made.summary["run_id"], out, 36)
