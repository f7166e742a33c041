"""No encoder makes the machine stand: its threads take turns with everything else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
OPEN = """
import os, sys
from fractions import Fraction
from pathlib import Path
from core.render.encode import OutputFile
from core.render.encoder import Target
from core.render.encoders import encoders_for
from core.render.presets import preset_named

preset = preset_named("av1")
target = Target(preset, 360, 640, Fraction(30), preset.crf)
output = OutputFile(Path(sys.argv[1]), encoders_for(preset, is_hardware=False)[0], target, 30, None)
threads = [int(name) for name in os.listdir("/proc/self/task")]
print(len(threads), {os.sched_getscheduler(thread) for thread in threads})
output.discard()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets one look at how threads take turns")
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="only root is given real time")
def test_av1_takes_no_real_time(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OPEN, str(tmp_path / "clip.mp4")]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120).stdout
    count, policies = told.split(maxsplit=1)
    assert int(count) > 5
    assert policies.strip() == str({os.SCHED_OTHER})
