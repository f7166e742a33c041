"""Processes that are begun while another thread imports OpenCV, whose folder stands on the path meanwhile."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_SCRIPT = """
import importlib
import sys
import threading
import time

from core.spawned import Spawning


def slowly(name):
    # OpenCV's own way to what it was compiled to.
    if name == "cv2":
        seen.set()
        time.sleep(2)
    return import_module(name)


def load():
    import cv2


def work():
    from typing import Any

    print("begun", [entry for entry in sys.path if entry.endswith("cv2")])


if __name__ == "__main__":
    seen = threading.Event()
    import_module, importlib.import_module = importlib.import_module, slowly
    loading = threading.Thread(target=load)
    loading.start()
    seen.wait()
    print("on the path", any(entry.endswith("cv2") for entry in sys.path), flush=True)
    process = Spawning().Process(target=work)
    process.start()
    process.join()
    loading.join()
    sys.exit(process.exitcode)
"""


def test_a_process_begun_while_opencv_is_imported_finds_pythons_own_modules(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(_SCRIPT)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, str(script)], env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["on the path True", "begun []"]
