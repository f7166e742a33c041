"""The export formats, the video first."""

from __future__ import annotations

from core.export.format import Format
from core.export.formats import mp4, srt, txt, vtt

FORMATS: tuple[Format, ...] = (mp4, srt, vtt, txt)


def format_named(name: str) -> Format | None:
    """Return the format of that name, or None."""
    return next((member for member in FORMATS if name == member.NAME), None)
