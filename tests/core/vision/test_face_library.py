"""The library that finds faces comes alone, and takes nothing away from whoever wants what it left out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = """
import sys
from core.vision.face_library import load_mediapipe

made = load_mediapipe()
assert made is load_mediapipe() and made.Image and made.tasks.vision.FaceDetector
print([name for name in ("matplotlib", "matplotlib.pyplot", "sounddevice") if name in sys.modules])
import matplotlib
print(matplotlib.__version__ > "3")
"""


def test_it_loads_neither_plots_nor_microphones_and_leaves_no_stand_in() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["[]", "True"]
