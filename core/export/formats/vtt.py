"""WebVTT captions (W3C). Who speaks is their voice tag, where it is known."""

from __future__ import annotations

from typing import BinaryIO

from core.export.format import FinishedShort, clock, timed_cues

NAME = "vtt"
SUFFIX = ".vtt"


def write(stream: BinaryIO, short: FinishedShort) -> None:
    """Write the header and one block a cue."""
    blocks = ["WEBVTT\n"]
    blocks += [
        f"{clock(cue.start_ms, '.')} --> {clock(cue.end_ms, '.')}\n{_voice(cue.speaker)}{_escaped(cue.text)}\n"
        for cue in timed_cues(short.cues, short.lead)
    ]
    stream.write("\n".join(blocks).encode())


def _voice(speaker: str) -> str:
    return f"<v {_escaped(speaker)}>" if speaker else ""


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
