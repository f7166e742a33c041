"""PySide6 6.12.0 below Python 3.12 loses a reference to None on every call that returns nothing.

The process then aborts (`none_dealloc`) after some thousands of calls. The pin in pyproject.toml avoids it; this
test notices when the pin is lifted too early.
"""

from __future__ import annotations

import subprocess
import sys

CALLS = 20_000
SCRIPT = f"""
import sys
from PySide6.QtGui import QImage
image = QImage(2, 2, QImage.Format.Format_RGB32)
image.fill(0)
before = sys.getrefcount(None)
for _ in range({CALLS}):
    image.fill(0)
print(before - sys.getrefcount(None))
"""


def test_calls_that_return_nothing_keep_none_alive():
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=120, check=False
    )
    assert result.returncode == 0, result.stderr
    assert int(result.stdout) < 100
