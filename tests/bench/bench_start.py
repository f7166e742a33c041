"""How long the program takes to be there, and that it loads no heavy library on the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.figures import Figure

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "av",
    "cv2",
    "mediapipe",
    "faster_whisper",
    "ctranslate2",
    "openai",
    "pocketsphinx",
    "scipy",
    "sklearn",
    "httpx",
)
SCRIPT = f"""
import json, sys, time
start = time.perf_counter()
import {{module}}
seconds = time.perf_counter() - start
print(json.dumps([seconds, [name for name in {HEAVY!r} if name in sys.modules]]))
"""


def figures() -> Iterator[Figure]:
    """Yield import times of the window, the command line and the front door."""
    for what, module, target in (
        ("import of the window", "desktop.window, ui.main_window", 1.0),
        ("import of the command line", "desktop.cli", 0.5),
        ("import of the front door", "core.project", 0.5),
    ):
        runs = [_import(module) for _ in range(5)]
        heavy = sorted({name for _seconds, names in runs for name in names})
        note = f"loads {', '.join(heavy)}" if heavy else "no heavy library loaded"
        yield Figure(what, median(seconds for seconds, _names in runs), "s", target, note)


def _import(module: str) -> tuple[float, list[str]]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", SCRIPT.format(module=module)]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    seconds, names = json.loads(result.stdout)
    return float(seconds), list(names)
