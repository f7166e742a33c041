"""Files of small pictures, a few each second, for tests that look at the program and not at what it paints."""

from __future__ import annotations

from pathlib import Path

from core.presets import Presets
from core.schema.preset import EncodePreset

TINY = EncodePreset(name="tiny", title="Tiny", about="Quick to make.", short_side_px=240, max_fps=10)


def with_tiny(workspace: Path) -> Path:
    """Give a workspace, there or not, the preset "tiny"; return its folder."""
    Presets(workspace).save(TINY, replaces=True)
    return workspace
