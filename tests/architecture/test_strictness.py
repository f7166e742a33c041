"""The strictness of tests/conftest.py and pyproject.toml bites: each sloppy test below must fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SLOPPY = {
    "warning": "import warnings\ndef test_it():\n    warnings.warn('old', DeprecationWarning, stacklevel=1)\n",
    "logged error": "import logging\ndef test_it():\n    logging.getLogger('shortlist').error('lost')\n",
    "unawaited": "async def work():\n    pass\ndef test_it():\n    work()\n",
    "Qt warning": "from PySide6.QtCore import qWarning\ndef test_it(qtbot):\n    qWarning('no such signal')\n",
    "open window": (
        "from PySide6.QtWidgets import QWidget\nkept = []\n"
        "def test_it(qtbot):\n    kept.append(QWidget())\n    kept[0].show()\n"
    ),
    "unknown marker": "import pytest\n@pytest.mark.slwo\ndef test_it():\n    pass\n",
}
TIDY = """
import logging, pytest
@pytest.mark.logs_errors
def test_it():
    logging.getLogger('shortlist').error('meant')
"""


def outcome(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run one test file under our conftest and settings."""
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "tests").mkdir()
    file = folder / "tests" / "test_inner.py"
    file.write_text(code, encoding="utf-8")
    shutil.move(folder / "conftest.py", folder / "tests" / "conftest.py")
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(file)]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.mark.parametrize("fault", SLOPPY)
def test_sloppiness_fails(fault: str, tmp_path: Path):
    result = outcome(SLOPPY[fault], tmp_path)
    assert result.returncode in (1, 2), result.stdout
    assert "1 passed" not in result.stdout or "1 error" in result.stdout, result.stdout


def test_what_is_meant_passes(tmp_path: Path):
    result = outcome(TIDY, tmp_path)
    assert result.returncode == 0, result.stdout
