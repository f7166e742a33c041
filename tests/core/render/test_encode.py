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
from fractions import Fraction
from pathlib import Path
import cv2
import numpy as np
from core.media.planes import Picture
from core.render.encode import OutputFile
from core.render.encoder import Target
from core.render.encoders import encoders_for
from core.render.presets import preset_named

file = Path(sys.argv[1])
preset = preset_named(sys.argv[2])
grain = np.random.default_rng(1).integers(0, 256, (120, 90), np.uint8)
scene = cv2.resize(grain, (1400, 2200), interpolation=cv2.INTER_CUBIC)
width, height = (int(argument) for argument in sys.argv[3:])
target = Target(preset, width, height, Fraction(30), preset.crf)
output = OutputFile(file, encoders_for(preset, is_hardware=False)[0], target, 30, None)
for tick in range(30):
    picture = Picture.blank(width, height)
    picture.y[:] = scene[3 * tick : 3 * tick + height, 7 * tick : 7 * tick + width] // 2 + 40
    picture.y[300:500, 40 * tick : 40 * tick + 300] = 220
    picture.u[:], picture.v[:] = 128, 120
    output.write(picture)
output.finish()
print(hashlib.sha256(file.read_bytes()).hexdigest())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc can fill fresh memory on demand")
@pytest.mark.parametrize(
    ("preset", "size"), [("fast", (1080, 1920)), ("hevc", (360, 640)), ("av1", (360, 640)), ("master", (360, 640))]
)
def test_files_do_not_depend_on_what_memory_held_before(tmp_path, preset, size):
    prints = set()
    for filling in ("85", "170"):
        done = subprocess.run(
            [sys.executable, "-c", ENCODE, str(tmp_path / "clip"), preset, *map(str, size)],
            cwd=ROOT,
            env={**os.environ, "MALLOC_PERTURB_": filling},
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
        prints.add(done.stdout)
    assert len(prints) == 1
