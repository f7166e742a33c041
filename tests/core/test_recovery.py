"""Killed while it opens a workspace, migrates its database or recovers, the program opens it the next time."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def kill_opening(folder: Path, seed: int, kills: int) -> None:
    command = [sys.executable, str(ROOT / "tests/core/killed_opening.py"), str(folder), str(seed), str(kills)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"seed {seed}\n{done.stdout}{done.stderr}"
    assert int(done.stdout) == kills


def test_a_workspace_opens_wherever_opening_it_was_killed(tmp_path):
    kill_opening(tmp_path, seed=1, kills=40)


@pytest.mark.soak
def test_a_workspace_opens_wherever_opening_it_was_killed_at_a_thousand_lines(tmp_path):
    kill_opening(tmp_path, seed=secrets.randbits(32), kills=1000)
