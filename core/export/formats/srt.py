"""SubRip captions: UTF-8 without a byte-order mark, which every platform's upload takes."""

from __future__ import annotations

from typing import BinaryIO

from core.export.format import FinishedShort, clock, timed_cues

NAME = "srt"
SUFFIX = ".srt"


def write(stream: BinaryIO, short: FinishedShort) -> None:
    """Write one numbered block a cue."""
    blocks = [
        f"{number}\n{clock(cue.start_ms, ',')} --> {clock(cue.end_ms, ',')}\n{cue.text}\n"
        for number, cue in enumerate(timed_cues(short.cues, short.lead), 1)
    ]
    stream.write("\n".join(blocks).encode())
