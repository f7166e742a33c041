"""`main.py serve` as it is started, asked and ended from outside."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import httpx

from tests.ports import kept_port

ROOT = Path(__file__).resolve().parents[3]


def test_it_serves_a_workspace_until_it_is_ended(tmp_path):
    environment = {**os.environ, "SHORTLIST_HOME": str(tmp_path / "home"), "SHORTLIST_API_KEY": "open sesame"}
    command = [sys.executable, "main.py", "serve", "--port", "0", "--json", "--workspace", str(tmp_path / "space")]
    # Tests that a script started in its background inherit that Ctrl+C is ignored.
    heard = partial(signal.signal, signal.SIGINT, signal.default_int_handler)
    given = {"cwd": ROOT, "env": environment, "stdout": subprocess.PIPE, "text": True, "preexec_fn": heard}
    with subprocess.Popen(command, **given) as program:
        try:
            assert program.stdout is not None
            told = json.loads(program.stdout.readline())
            found = httpx.get(
                f"{told['address']}/status", headers={"Authorization": "Bearer open sesame"}, timeout=60
            )
            assert found.json()["workspace"] == str(tmp_path / "space")
            assert httpx.get(f"{told['address']}/status", timeout=60).status_code == 401
            # Who has the workspace is told to another that wants it.
            second = subprocess.run(
                command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
            )
            assert second.returncode == 1 and "main.py serve" in second.stderr
            program.send_signal(signal.SIGINT)
            assert program.wait(60) in (0, 130)
        finally:
            program.kill()


def test_it_listens_where_the_settings_say(tmp_path):
    environment = {**os.environ, "SHORTLIST_HOME": str(tmp_path), "SHORTLIST_API_KEY": "open sesame"}
    command = [sys.executable, "main.py", "serve", "--json"]
    given = {"cwd": ROOT, "env": environment, "stdout": subprocess.PIPE, "text": True}
    with kept_port() as port:
        (tmp_path / "settings.json").write_text(json.dumps({"api_port": port}))
        with subprocess.Popen(command, **given) as program:
            try:
                assert program.stdout is not None
                assert json.loads(program.stdout.readline())["address"].startswith(f"http://127.0.0.1:{port}")
            finally:
                program.kill()


def test_the_token_is_made_once_and_renewed_when_asked(tmp_path):
    environment = {**os.environ, "SHORTLIST_HOME": str(tmp_path)}
    environment |= {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}

    def ask(*arguments: str) -> list[str]:
        command = [sys.executable, "main.py", "serve", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        return done.stdout.splitlines()

    [first] = ask("--show-token")
    assert len(first) > 40 and ask("--show-token") == [first]
    said, second = ask("--new-token", "--show-token")
    assert "kept" in said and second not in ("", first)
