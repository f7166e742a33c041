"""The same pictures give the same file, whatever lies in memory that nobody wrote."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
ENCODE = """
import hashlib, sys
from pathlib import Path
import cv2
import numpy as np
from core.media.planes import Picture
from core.render.encode import OutputFile
from core.schema.audio import AudioPlan
from core.schema.composition import Composition, MediaReference
from core.schema.style import Style
from core.schema.time import Cut, TimeSpan

file = Path(sys.argv[1])
composition = Composition(
    aspect="9:16", width=1080, height=1920, fps_numerator=30, fps_denominator=1,
    media=MediaReference(path=file), cut=Cut(ranges=(TimeSpan(start=0.0, end=1.0),)), spans=(), audio=AudioPlan(),
    style=Style(name="s", version=1),
)
grain = np.random.default_rng(1).integers(0, 256, (120, 90), np.uint8)
scene = cv2.resize(grain, (1400, 2200), interpolation=cv2.INTER_CUBIC)
output = OutputFile(file, composition, [])
for tick in range(30):
    picture = Picture.blank(1080, 1920)
    picture.y[:] = scene[3 * tick : 3 * tick + 1920, 7 * tick : 7 * tick + 1080] // 2 + 40
    picture.y[800:1000, 40 * tick : 40 * tick + 300] = 220
    picture.u[:], picture.v[:] = 128, 120
    output.write(picture)
output.finish()
print(hashlib.sha256(file.read_bytes()).hexdigest())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc can fill fresh memory on demand")
def test_files_do_not_depend_on_what_memory_held_before(tmp_path):
    prints = set()
    for filling in ("85", "170"):
        done = subprocess.run(
            [sys.executable, "-c", ENCODE, str(tmp_path / "clip.mp4")],
            cwd=ROOT,
            env={**os.environ, "MALLOC_PERTURB_": filling},
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
        prints.add(done.stdout)
    assert len(prints) == 1
