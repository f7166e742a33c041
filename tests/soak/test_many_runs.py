"""Many runs in one workspace: nothing is done twice, and nothing grows but the list of runs. For `make soak`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUNS = 40


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


@pytest.mark.soak
def test_runs_of_the_same_source_pile_up_nothing(sample_video: Path, weights_folder: Path, tmp_path: Path):
    workspace, out = tmp_path / "workspace", tmp_path / "out"
    environment = os.environ | {
        "SHORTLIST_HOME": str(tmp_path / "home"),
        "SHORTLIST_WEIGHTS": str(weights_folder),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [
        sys.executable,
        "main.py",
        "run",
        str(sample_video),
        "--workspace",
        str(workspace),
        "--out",
        str(out),
    ]
    command += ["--top", "1", "--max", "20", "--aspects", "9:16", "--json"]

    def run() -> dict[str, Any]:
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return dict(json.loads(done.stdout.splitlines()[-1]))

    run()
    artifacts = size_of(workspace / "artifacts")
    finished = size_of(out)
    for _ in range(RUNS):
        summary = run()
        assert all(stage["is_reused"] for stage in summary["stages"].values())
    assert size_of(workspace / "artifacts") == artifacts
    assert size_of(out) == finished
    rest = size_of(workspace) - artifacts
    assert rest < RUNS * 300_000, f"{rest} bytes beside the artifacts after {RUNS} runs"
