"""Killed while it opens a workspace, migrates, recovers or notes a request, the program goes on the next time."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def kill(script: str, folder: Path, seed: int, kills: int) -> int:
    """Run a script that kills; return how often it did."""
    command = [sys.executable, str(ROOT / "tests/core" / script), str(folder), str(seed), str(kills)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"seed {seed}\n{done.stdout}{done.stderr}"
    return int(done.stdout)


def test_a_workspace_opens_wherever_opening_it_was_killed(tmp_path):
    assert kill("killed_opening.py", tmp_path, seed=1, kills=12) == 12


def test_what_was_asked_for_is_made_or_was_never_asked_for(tmp_path):
    assert kill("killed_asking.py", tmp_path, seed=1, kills=4) == 12


@pytest.mark.soak
@pytest.mark.parametrize("script", ["killed_opening.py", "killed_asking.py"])
def test_killed_anywhere_nothing_is_lost(script, tmp_path):
    assert kill(script, tmp_path, seed=secrets.randbits(32), kills=200) >= 200
