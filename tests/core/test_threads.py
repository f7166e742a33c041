"""Matrix products stay on the thread that asks for them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_ASK = """
import core.highlights.scorer, scipy.linalg
from threadpoolctl import threadpool_info
found = [library["num_threads"] for library in threadpool_info() if library["internal_api"] == "openblas"]
print(found)
"""


def test_openblas_starts_no_threads_of_its_own() -> None:
    told = subprocess.run([sys.executable, "-c", _ASK], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() in ("[]", "[1]", "[1, 1]")
