"""The offscreen application of workers and headless runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

PAINT = """
from core.captions.overlay import OverlayPainter
from core.schema.caption import CaptionCue, CueWord
from core.schema.style import Style
cue = CaptionCue(start=0, end=1, words=(CueWord(text="Hello", start=0, end=1),))
patch, = OverlayPainter(Style(name="t", version=1), 540, 960, [cue], [], 1.0).patches(0.5)
print(int((patch.rgba[..., 3] == 255).sum()))
"""


@pytest.mark.parametrize(
    "before", ["", "import cv2\n"], ids=["bare", "after OpenCV, which brings a Qt of its own"]
)
def test_a_process_without_a_display_paints(before: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", before + PAINT],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    assert int(run.stdout) > 1000


def test_an_application_without_a_gui_is_refused_in_words() -> None:
    code = "from PySide6.QtCore import QCoreApplication\napp = QCoreApplication([])\n" + PAINT
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert "ContractError" in run.stderr
