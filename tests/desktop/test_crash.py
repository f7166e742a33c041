"""Crashes: a report of where it happened and nothing private; a window that died is noticed at the next start."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop import crash_report
from desktop.crash import CrashHandler
from desktop.session import Session
from ui.controllers.lost import Whereabouts

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))


def _caught(error: Exception) -> Exception:
    try:
        try:
            raise FileNotFoundError(2, "No such file", "/home/ana/Secret Client/Episode 12.mp4")
        except OSError as cause:
            raise error from cause
    except Exception as caught:
        return caught


# The report


def test_a_report_says_where_it_happened_and_quotes_nothing_private() -> None:
    report = crash_report.of_exception(_caught(ValueError("no clip called 'I was broke'")))
    assert "tests/desktop/test_crash.py" in report
    assert "builtins.FileNotFoundError\nwhich led to\n" in report
    assert "builtins.ValueError\n" in report
    for private in ("ana", "Secret", "Episode", "broke", str(ROOT)):
        assert private not in report


def test_a_report_keeps_what_names_our_own_code_alone() -> None:
    report = crash_report.of_exception(_caught(AttributeError("'NoneType' object has no attribute 'cut'")))
    assert "AttributeError: 'NoneType' object has no attribute 'cut'" in report


def test_of_many_reports_the_newest_are_kept() -> None:
    files = [crash_report.keep(f"report {number}") for number in range(25)]
    kept = sorted(crash_report.folder().iterdir())
    assert len(kept) == 20
    assert kept[-1] == files[-1]
    assert kept[-1].read_text() == "report 24"


def test_a_report_that_cannot_be_written_is_no_second_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "file"))
    assert crash_report.keep("report") is None
    session = Session(tmp_path)
    assert session.begin() is None
    session.end()


# The next start


def test_a_window_that_was_closed_in_peace_offers_nothing(tmp_path: Path) -> None:
    first = Session(tmp_path)
    assert first.begin() is None
    first.keep(Whereabouts("r1", "c1", 12.5))
    first.end()
    assert Session(tmp_path).begin() is None


def test_a_window_that_died_tells_where_it_was_for_its_own_workspace_alone(tmp_path: Path) -> None:
    died = Session(tmp_path)
    died.begin()
    died.keep(Whereabouts("r1", "c1", 12.5))
    assert Session(tmp_path / "another").begin() is None
    lost = Session(tmp_path).begin()
    assert lost is not None
    assert lost.whereabouts == Whereabouts("r1", "c1", 12.5)
    assert "it was killed, or the power failed" in lost.report
    again = Session(tmp_path).begin()
    assert again is not None
    assert again.whereabouts == lost.whereabouts, "it died again before the user went anywhere"


def test_a_broken_memory_of_a_session_still_tells_that_it_died(tmp_path: Path) -> None:
    Session(tmp_path).begin()
    file = next(path for path in (tmp_path / "home" / "logs").iterdir() if path.suffix == ".json")
    file.write_text("{")
    lost = Session(tmp_path).begin()
    assert lost is not None
    assert lost.whereabouts == Whereabouts()


_DIES = """
import os, sys
from pathlib import Path
from desktop.session import Session
session = Session(Path(sys.argv[1]))
session.begin()
session.watch_faults()
def in_a_private_place():
    os.abort()
in_a_private_place()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="os.abort opens a dialog there")
def test_a_process_that_aborts_leaves_a_report_of_where(tmp_path: Path) -> None:
    script = tmp_path / "Secret Client.py"
    script.write_text(_DIES)
    ended = subprocess.run(
        [sys.executable, str(script), str(tmp_path)],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "SHORTLIST_HOME": str(tmp_path / "home"), "PATH": ""},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert ended.returncode < 0, ended.stderr
    lost = Session(tmp_path).begin()
    assert lost is not None
    assert "Fatal Python error: Aborted" in lost.report
    assert "in in_a_private_place" in lost.report
    assert str(tmp_path) not in lost.report


# While the window is open


@pytest.mark.logs_errors
def test_exceptions_of_slots_tasks_and_threads_are_told_once_each() -> None:
    told: list[str] = []
    loop = asyncio.new_event_loop()
    crashes = CrashHandler(loop, lambda report, _file: told.append(report))
    try:
        fault = _caught(ValueError("a slot"))
        crashes.on_exception(type(fault), fault, fault.__traceback__)
        crashes.on_exception(type(fault), fault, fault.__traceback__)
        crashes.on_loop(loop, {"message": "a task", "exception": _caught(KeyError("a task"))})
        crashes.on_loop(loop, {"message": "no exception at all"})
        error = _caught(RuntimeError("a thread"))
        crashes.on_thread(threading.ExceptHookArgs((type(error), error, error.__traceback__, None)))
        loop.call_soon(loop.stop)
        loop.run_forever()
    finally:
        loop.close()
    assert ["ValueError" in told[0], "KeyError" in told[1], "RuntimeError" in told[2]] == [True] * 3
    assert len(told) == 3
    assert len(list(crash_report.folder().iterdir())) == 3


@pytest.mark.logs_errors
def test_a_fault_in_everything_that_is_painted_does_not_fill_the_disk() -> None:
    loop = asyncio.new_event_loop()
    crashes = CrashHandler(loop, lambda _report, _file: None)
    for number in range(30):
        code = compile("raise ValueError('a painter')", f"place{number}", "exec")
        with pytest.raises(ValueError, match="a painter") as caught:
            exec(code)
        crashes.on_exception(caught.type, caught.value, caught.tb)
    loop.close()
    assert len(list(crash_report.folder().iterdir())) == 10
