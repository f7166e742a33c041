"""The log as the user asks for it, the log file's lines, and what doctor says of the records."""

from __future__ import annotations

import io
import json
import logging
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core import redaction
from core.pipeline.graph import Node
from core.pipeline.records import backup
from core.pipeline.records.store import Store
from core.schema.run import RunOptions
from desktop import checks, cli
from desktop.logs import JsonLines, timestamp

ROOT = Path(__file__).resolve().parents[2]
KEY = "gsk-a-key-of-their-own"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return a workspace with two runs; in the first a render failed, after an attempt that was made again."""
    folder = tmp_path / "workspace"
    folder.mkdir()
    store = Store(folder / "workspace.sqlite")
    for name, print_ in (("episode", "1"), ("other", "2")):
        source = store.add_source(Path(f"/{name}.mp4"), print_, 10)
        run = store.add_run(source.id, RunOptions(), "clean@1").id
        if name == "episode":
            job = store.ensure_job(run, Node("render", f"{run}-clip1", "9:16", "fast"), "f")
            store.start_job(job)
            store.write_log(
                run, "render: tried again.", "warning", job.id, "render", f"{run}-clip1", "9:16", "TimeoutError"
            )
            store.write_log(
                run, "render failed: No encoder.", "error", job.id, "render", f"{run}-clip1", "9:16", "RenderError"
            )
    store.close()
    return folder


def ask(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert cli.main(["log", *arguments]) == 0
    return capsys.readouterr().out


def test_one_query_attributes_a_failure(workspace, capsys):
    (line,) = ask(capsys, "--workspace", str(workspace), "--level", "error", "--json").splitlines()
    told = json.loads(line)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", told.pop("at"))
    run = told.pop("run")
    assert told == {
        "level": "error",
        "message": "render failed: No encoder.",
        "source": "episode",
        "job": f"{run}:render:{run}-clip1:9:16:fast",
        "stage": "render",
        "clip": f"{run}-clip1",
        "aspect": "9:16",
        "preset": "",
        "reason": "RenderError",
    }
    (shown,) = ask(capsys, "--workspace", str(workspace), "--level", "error").splitlines()
    for part in ("error", run[:6], "episode", "render", "clip1", "9:16", "RenderError", "No encoder."):
        assert part in shown


def test_filters_narrow_and_the_newest_lines_are_kept(workspace, capsys):
    place = ["--workspace", str(workspace)]
    everything = ask(capsys, *place).splitlines()
    failed = ask(capsys, *place, "--failed").splitlines()
    assert [line.split("  ")[-1].strip() for line in failed] == [
        "render: tried again.",
        "render failed: No encoder.",
    ]
    run = json.loads(ask(capsys, *place, "--failed", "--limit", "1", "--json"))["run"]
    assert (
        ask(capsys, *place, "--run", run[:8], "--stage", "render", "--failed", "--clip", "clip1").splitlines()
        == failed
    )
    assert ask(capsys, *place, "--limit", "2").splitlines() == everything[-2:]
    assert ask(capsys, *place, "--stage", "plan") == "Nothing of that is in the log.\n"


def test_a_run_that_is_not_there_is_an_error(workspace, capsys):
    assert cli.main(["log", "--workspace", str(workspace), "--run", "nosuch"]) == 1
    assert "There is no run nosuch" in capsys.readouterr().err
    assert cli.main(["log", "--level", "loud"]) == 2


def test_following_tells_what_another_program_adds(workspace, tmp_path):
    following = subprocess.Popen(
        [sys.executable, "main.py", "log", "--workspace", str(workspace), "--limit", "1", "--follow", "--json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert following.stdout is not None
        assert json.loads(following.stdout.readline())["message"] == "Started."
        store = Store(workspace / "workspace.sqlite")
        store.write_log("", "new in here", "warning")
        assert json.loads(following.stdout.readline())["message"] == "new in here"
        store.close()
    finally:
        following.terminate()
        following.communicate()


def test_a_line_of_the_file_has_the_fields_and_no_secret():
    redaction.keep_secret(KEY)
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    logger = logging.Logger("shortlist.run")
    logger.addHandler(handler)
    where = {"run": "r", "job": "r:plan", "stage": "plan", "clip": "", "aspect": "", "reason": "ProviderError"}
    logger.warning("401 for %s", KEY, extra=where)
    try:
        raise ValueError(f"Bearer {KEY}")
    except ValueError:
        logger.exception("plain \N{MIDDLE DOT} text", stack_info=True)
    first, second = map(json.loads, stream.getvalue().splitlines())
    assert KEY not in stream.getvalue()
    assert first["message"] == f"401 for {redaction.HIDDEN}"
    assert {name: first[name] for name in where} == where
    assert (first["level"], first["logger"]) == ("warning", "shortlist.run")
    assert not set(where) & set(second)
    assert "ValueError" in second["traceback"]
    assert second["message"] == "plain · text"


def test_times_are_utc_with_milliseconds():
    assert timestamp(1582977600.1239) == "2020-02-29T12:00:00.123Z"


@pytest.fixture
def only_records(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let doctor look at the records alone: the rest of the machine is another test's."""
    monkeypatch.setattr(checks, "examine", lambda workspace, settings: checks._records(workspace))


def test_doctor_tells_of_the_records_and_puts_the_newest_backup_back(workspace, only_records, capsys):
    place = workspace / "workspace.sqlite"
    assert cli.main(["doctor", "--workspace", str(workspace)]) == 0
    assert "newest backup: none yet" in capsys.readouterr().out
    Store(place).close()
    newest = backup.newest_backup(place)
    when = time.strftime("%Y-%m-%d %H:%M", time.localtime(backup.made_at(newest)))
    assert cli.main(["doctor", "--workspace", str(workspace)]) == 0
    assert f"is sound; newest backup: {when}" in capsys.readouterr().out

    place.write_bytes(place.read_bytes()[:4096] + b"\xa5" * 40960)
    assert cli.main(["doctor", "--workspace", str(workspace)]) == 1
    told = capsys.readouterr().out
    assert "is damaged" in told
    assert f"Put {newest} ({when}) back: main.py doctor --workspace {workspace} --restore" in told

    assert cli.main(["doctor", "--workspace", str(workspace), "--restore"]) == 0
    assert f"Put back: {newest}" in capsys.readouterr().out
    store = Store(place)
    assert len(store.runs()) == 2
    store.close()
    assert list(workspace.glob("damaged-*.sqlite"))


def test_nothing_is_put_back_under_a_program_at_work(workspace, only_records, capsys):
    from core.pipeline.records.lock import WorkspaceLock

    Store(workspace / "workspace.sqlite").close()
    lock = WorkspaceLock(workspace, "the window")
    lock.acquire()
    assert cli.main(["doctor", "--workspace", str(workspace), "--restore"]) == 1
    assert "the window, process" in capsys.readouterr().err
    lock.release()
    assert not list(workspace.glob("damaged-*.sqlite"))
