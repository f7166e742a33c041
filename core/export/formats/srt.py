"""SubRip captions: UTF-8 without a byte-order mark, which every platform's upload takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from core.export.format import FinishedShort, clock, timed_cues

NAME = "srt"
SUFFIX = ".srt"


def write(stream: BinaryIO, short: FinishedShort) -> None:
    """Write one numbered block a cue."""
    write_lines(stream, [(cue.start_ms, cue.end_ms, cue.text) for cue in timed_cues(short.cues, short.lead)])


def write_lines(stream: BinaryIO, lines: Sequence[tuple[int, int, str]]) -> None:
    """Write lines of text with the milliseconds at which they come and go."""
    blocks = [
        f"{number}\n{clock(start_ms, ',')} --> {clock(end_ms, ',')}\n{text}\n"
        for number, (start_ms, end_ms, text) in enumerate(lines, 1)
    ]
    stream.write("\n".join(blocks).encode())
