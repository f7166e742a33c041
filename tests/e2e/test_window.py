"""The window on a real (virtual) screen, driven by a real pointer and keyboard."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

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
    kept = json.loads((shots / "crop.json").read_text())
    (exported,) = (tmp_path / "out").glob("*.mp4")
    assert_shows_crop(exported, sample_video, kept)


def assert_shows_crop(exported: Path, source: Path, kept: dict[str, float]) -> None:
    """Compare the exported picture between its hook and its captions with the source's, cropped by hand."""
    whole, made = picture_at(source, kept["at"]), picture_at(exported, kept["clip_at"])
    side, down = kept["height"], kept["y"] - kept["height"] / 2

    def difference(centre_x: float) -> float:
        left = centre_x - side / 2
        box = (round(left), round(down + side * 0.3), round(left + side), round(down + side * 0.7))
        expected = cv2.resize(whole[box[1] : box[3], box[0] : box[2]], (360, 144), interpolation=cv2.INTER_AREA)
        between = made[round(made.shape[0] * 0.3) : round(made.shape[0] * 0.7)]
        shown = cv2.resize(between, (360, 144), interpolation=cv2.INTER_AREA)
        return float(np.abs(expected.astype(float) - shown).mean())

    beside = [
        kept["x"] + by for by in range(-60, 61, 4) if side / 2 <= kept["x"] + by <= whole.shape[1] - side / 2
    ]
    best = min(beside, key=difference)
    assert abs(best - kept["x"]) <= 4, "the file shows another crop than the one that was dragged"
    assert difference(kept["x"]) < 4.0


def picture_at(path: Path, at: float) -> NDArray[np.uint8]:
    """Return the picture of a file that is on the screen at a second, in grey."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        shown = None
        for frame in container.decode(stream):
            if shown is not None and frame.time is not None and frame.time > at + 0.005:
                break
            shown = frame
        assert shown is not None
        return shown.to_ndarray(format="gray")
