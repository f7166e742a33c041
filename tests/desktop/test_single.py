"""One window for each workspace: another start hands its files over, in processes of their own, and ends."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import single
from desktop.single import Listener, address, hand_over

ROOT = Path(__file__).resolve().parents[2]
Arrived = list[tuple[list[Path], str]]


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)


@pytest.fixture
def arrived(tmp_path: Path, qapp: object) -> Iterator[Arrived]:
    """Return what arrives at a window that is open on this home's own workspace."""
    heard: Arrived = []
    listener = Listener(tmp_path / "workspace", is_named=False)
    listener.arrived.connect(lambda files, token: heard.append((files, token)))
    listener.start()
    yield heard
    listener.stop()


def start(*arguments: str, code: str = "", **environment: str) -> subprocess.Popen[bytes]:
    """Start what a second start of the program does first, in a process of its own."""
    code = code or (
        "import sys; from desktop.arguments import window_arguments; from desktop.single import hand_over;"
        "sys.exit(0 if hand_over(*window_arguments(sys.argv[1:])) else 3)"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), **environment},
    )


def test_another_start_hands_its_files_over_and_ends(arrived: Arrived, tmp_path: Path, qtbot: QtBot) -> None:
    files = [tmp_path / "Gespräch mit Ümläuten.mp4", tmp_path / "a style.shortliststyle"]
    other = start(*map(str, files), XDG_ACTIVATION_TOKEN="token-1")
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=60_000)
    assert other.returncode == 0
    assert arrived == [(files, "token-1")]


def test_without_files_the_window_is_only_looked_for(arrived: Arrived, tmp_path: Path, qtbot: QtBot) -> None:
    other = start("--workspace", str(tmp_path / "workspace"))
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=60_000)
    assert (other.returncode, arrived) == (0, [([], "")])


def test_a_file_is_named_from_where_the_other_start_was(arrived: Arrived, tmp_path: Path, qtbot: QtBot) -> None:
    code = (
        "import os, sys; os.chdir(sys.argv[1]); from pathlib import Path; from desktop.single import hand_over;"
        "sys.exit(not hand_over([Path('t.mp4')], None))"
    )
    other = start(str(tmp_path), code=code)
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=60_000)
    assert (other.returncode, arrived) == (0, [([tmp_path / "t.mp4"], "")])


def test_a_window_on_another_workspace_is_left_alone(arrived: Arrived, tmp_path: Path) -> None:
    assert not hand_over([], str(tmp_path / "other"))
    assert arrived == []


def test_a_window_that_was_started_by_name_is_found_by_name_alone(tmp_path: Path, qapp: object) -> None:
    listener = Listener(tmp_path / "client", is_named=True)
    listener.start()
    try:
        assert Path(address(str(tmp_path / "client"))).exists() and not Path(address(None)).exists()
        assert not hand_over([], None)
    finally:
        listener.stop()
    assert not Path(address(str(tmp_path / "client"))).exists()


def test_a_socket_that_a_killed_window_left_is_in_nobodys_way(tmp_path: Path, qapp: object) -> None:
    code = (
        "import os, signal; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from desktop.single import Listener; app = QCoreApplication([]);"
        f"listener = Listener(Path({str(tmp_path / 'workspace')!r}), False); listener.start();"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert start(code=code).wait(60) == -signal.SIGKILL
    assert Path(address(None)).exists()
    assert not hand_over([], None), "nobody answers there"
    listener = Listener(tmp_path / "workspace", is_named=False)
    listener.start()
    assert len(listener._servers) == 2
    listener.stop()
    assert not Path(address(None)).exists()


def test_only_the_user_can_reach_the_socket(arrived: Arrived) -> None:
    assert Path(address(None)).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("said", [b"nonsense\n", b"[]\n", b'{"files": 1}\n', b'{"other": []}\n', b"x" * 1_100_000])
def test_nonsense_is_not_listened_to(arrived: Arrived, said: bytes, qtbot: QtBot) -> None:
    """Each is hung up on, and the next one is heard."""
    answers: list[bytes] = []

    def talk() -> None:
        for each in (said, b'{"files": []}\n'):
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(60)
                line.connect(address(None))
                try:
                    line.sendall(each)
                    answers.append(line.recv(100))
                except OSError:
                    answers.append(b"")

    talker = threading.Thread(target=talk)
    talker.start()
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=60_000)
    talker.join(60)
    assert answers == [b"", b"taken\n"] and arrived == [([], "")]


def test_a_window_that_does_not_answer_is_not_waited_for_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    monkeypatch.setattr(single, "_ANSWER_MS", 50)
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(address(None))
        deaf.listen(1)
        assert not hand_over([tmp_path / "talk.mp4"], None)


def test_a_home_with_a_long_name_has_its_socket_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = tmp_path / ("ein sehr langer Name " * 5)
    long.mkdir()
    monkeypatch.setenv("SHORTLIST_HOME", str(long))
    assert len(os.fsencode(address(None))) <= 108
    assert not address(None).startswith(str(long))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert Path(address(None)).parent == tmp_path


@pytest.mark.soak
def test_a_file_is_imported_by_the_window_that_is_open(tmp_path: Path, sample_video: Path) -> None:
    """Two whole programs: the second ends at once, and the first makes a run of its file."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "SHORTLIST_HOME": str(tmp_path)}
    command = [sys.executable, "main.py"]
    window = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        waited = threading.Event()
        for _ in range(600):
            if Path(address(None)).exists():
                break
            waited.wait(0.2)
        done = subprocess.run([*command, str(sample_video)], cwd=ROOT, env=environment, timeout=120)
        assert done.returncode == 0 and window.poll() is None
        runs: list[object] = []
        for _ in range(60):
            listed = subprocess.run(
                [*command, "runs", "--json"], cwd=ROOT, env=environment, stdout=subprocess.PIPE
            )
            runs = json.loads(listed.stdout or b"[]")
            if runs:
                break
        assert len(runs) == 1 and "sample" in json.dumps(runs)
    finally:
        window.terminate()
        assert window.wait(120) == 0
