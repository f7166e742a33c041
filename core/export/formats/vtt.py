"""WebVTT captions (W3C)."""

from __future__ import annotations

from typing import BinaryIO

from core.export.format import FinishedShort, clock, timed_cues

NAME = "vtt"
SUFFIX = ".vtt"


def write(stream: BinaryIO, short: FinishedShort) -> None:
    """Write the header and one block a cue."""
    blocks = ["WEBVTT\n"]
    blocks += [
        f"{clock(start, '.')} --> {clock(end, '.')}\n{_escaped(text)}\n"
        for start, end, text in timed_cues(short.cues)
    ]
    stream.write("\n".join(blocks).encode())


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
