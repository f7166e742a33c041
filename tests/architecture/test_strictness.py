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


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Run the tests above, a file each, under our conftest and settings, and return what pytest says of them."""
    folder = tmp_path_factory.mktemp("sloppy")
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "tests").mkdir()
    for name in ("conftest.py", "slices.py"):
        shutil.copy(ROOT / "tests" / name, folder / "tests")
    for name, code in {**SLOPPY, "tidy": TIDY}.items():
        (folder / "tests" / f"test_{name.replace(' ', '_')}.py").write_text(code, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    # Without workers of its own: where these tests run in one, the variables of that would make it one too.
    environment = {name: value for name, value in environment.items() if not name.startswith("PYTEST_XDIST")}
    command = [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider"]
    command += ["--continue-on-collection-errors", "tests"]
    ran = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.returncode == 1, ran.stdout + ran.stderr
    return ran.stdout.partition("short test summary info")[2]


@pytest.mark.parametrize("fault", SLOPPY)
def test_sloppiness_fails(fault: str, told: str):
    file = f"tests/test_{fault.replace(' ', '_')}.py"
    assert f"FAILED {file}" in told or f"ERROR {file}" in told, told


def test_what_is_meant_passes(told: str):
    assert "PASSED tests/test_tidy.py" in told, told
    assert "ERROR tests/test_tidy.py" not in told, told
