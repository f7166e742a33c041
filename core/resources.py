"""Where bundled files are: beside the source, or inside the frozen program.

PyInstaller unpacks data files below `sys._MEIPASS`, so a path built from `__file__` alone breaks when frozen.
"""

from __future__ import annotations

import sys
from pathlib import Path

_SOURCE = Path(__file__).resolve().parents[1]


def resource(relative: str) -> Path:
    """Return the path of a bundled file or folder, `relative` to `resources/`, with forward slashes.

    The file need not exist; callers that need it fail with their own words.
    """
    return _root() / "resources" / relative


def guide(language: str) -> Path:
    """Return the folder of the user guide in a language, by its code: Markdown, and pictures below it.

    It need not exist, nor hold every page: English (`en`) has them all.
    """
    return _root() / "docs" / "guide" / language


def is_frozen() -> bool:
    """Whether this is the packaged program and not a source checkout."""
    return hasattr(sys, "_MEIPASS")


def _root() -> Path:
    unpacked = getattr(sys, "_MEIPASS", None)
    return Path(unpacked) if unpacked else _SOURCE
