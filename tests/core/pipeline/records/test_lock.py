"""One program a workspace, and who that is: with real processes, one of them killed."""

from __future__ import annotations

import json
import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import WorkspaceError
from core.pipeline.records.lock import WorkspaceLock

ROOT = Path(__file__).resolve().parents[4]
HOLD = """
import sys
from pathlib import Path
from core.pipeline.records.lock import WorkspaceLock
lock = WorkspaceLock(Path(sys.argv[1]), sys.argv[2])
lock.acquire()
print("held", flush=True)
sys.stdin.readline()
lock.release()
"""


def hold(folder: Path, program: str) -> subprocess.Popen[str]:
    """Start another process that has the workspace until it is told something."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder), program],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.communicate("\n")


def test_another_process_is_named_with_its_program_and_time(tmp_path):
    process = hold(tmp_path, "the window")
    with pytest.raises(WorkspaceError) as refused:
        WorkspaceLock(tmp_path).acquire()
    holder = WorkspaceLock(tmp_path).holder()
    assert holder is not None
    assert (holder.process, holder.host, holder.program) == (process.pid, platform.node(), "the window")
    assert f"open in another Shortlist (the window, process {process.pid}, since 20" in refused.value.reason
    assert refused.value.remedy
    end(process)
    lock = WorkspaceLock(tmp_path, "main.py run")
    lock.acquire()
    lock.release()
    assert lock.holder() is None


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a thing of POSIX")
def test_a_killed_holder_neither_holds_nor_misleads(tmp_path):
    process = hold(tmp_path, "the window")
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert (tmp_path / "workspace.holder").is_file()
    assert WorkspaceLock(tmp_path).holder() is None
    next_one = hold(tmp_path, "main.py run")
    with pytest.raises(WorkspaceError, match=rf"\(main\.py run, process {next_one.pid},"):
        WorkspaceLock(tmp_path).acquire()
    end(next_one)


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a thing of POSIX")
def test_a_dead_signature_is_not_taken_for_the_holder(tmp_path):
    process = hold(tmp_path, "the window")
    process.send_signal(signal.SIGKILL)
    process.communicate()
    dead = (tmp_path / "workspace.holder").read_text()
    lock = WorkspaceLock(tmp_path)
    lock.acquire()
    # As it is for a moment, until who has just taken the lock signs.
    (tmp_path / "workspace.holder").write_text(dead)
    with pytest.raises(WorkspaceError) as refused:
        WorkspaceLock(tmp_path).acquire()
    assert str(process.pid) not in refused.value.reason
    assert "did not say who it is" in refused.value.reason
    lock.release()


@pytest.mark.parametrize("content", ["", "4711", "{", '{"process": "x"}', "[]"])
def test_a_signature_that_says_nothing_is_nobodys(tmp_path, content):
    (tmp_path / "workspace.holder").write_text(content)
    assert WorkspaceLock(tmp_path).holder() is None


def test_a_holder_on_another_machine_is_named_with_it(tmp_path):
    told = {"process": 1, "host": "studio", "program": "the window", "since": 0.0}
    (tmp_path / "workspace.holder").write_text(json.dumps(told))
    assert "process 1 on studio" in str(WorkspaceLock(tmp_path).holder())


def test_a_lock_without_a_signature_holds_all_the_same(tmp_path, caplog):
    (tmp_path / "workspace.holder").mkdir()
    lock = WorkspaceLock(tmp_path)
    lock.acquire()
    with pytest.raises(WorkspaceError, match="did not say who it is"):
        WorkspaceLock(tmp_path).acquire()
    assert "can't say who has the workspace" in caplog.text
    (tmp_path / "workspace.holder").rmdir()
    lock.release()
