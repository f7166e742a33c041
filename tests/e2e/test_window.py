"""The window on a real (virtual) screen, driven by a real pointer and keyboard."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import ROOT

SIZE = os.environ.get("SHORTLIST_SCREEN", "1280x800")


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    """Return the name of an X display of our own."""
    if shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        pytest.skip("Xvfb and xdotool are not installed")
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{SIZE}x24", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as pipe:
        number = pipe.readline().strip()
    assert number, "the X server did not start"
    yield f":{number}"
    server.terminate()
    server.wait()


def test_import_watch_review_approve_export(display, program, sample_video, tmp_path):
    shots = Path(os.environ.get("SHORTLIST_SHOTS", tmp_path / "shots"))
    shots.mkdir(exist_ok=True, parents=True)
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.json").write_text('{"may_download": false}')
    done = subprocess.run(
        [sys.executable, "tests/e2e/window_journey.py", sample_video, tmp_path / "out", shots, SIZE],
        cwd=ROOT,
        env={**program.environment, "SHORTLIST_HOME": str(home), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=560,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-6000:]
    assert "Traceback" not in done.stderr
