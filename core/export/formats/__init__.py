"""The export formats, the video first."""

from __future__ import annotations

from core.export.format import Format
from core.export.formats import ass, facts, jpg, srt, txt, video, vtt

FORMATS: tuple[Format, ...] = (video, srt, vtt, txt, ass, facts, jpg)


def format_named(name: str) -> Format | None:
    """Return the format of that name, or None."""
    return next((member for member in FORMATS if name == member.NAME), None)
