"""What every test shares: where real media lies, and rules that make a leak or a warning a failure."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared_media() -> Path:
    """Return the folder of real test media, or skip where it is absent."""
    folder = SHARED / "media"
    if not folder.is_dir():
        pytest.skip("real test media is not here (../shared/media)")
    return folder
