"""Long sound in chunks: where it is cut, and what was heard in one.

Windows are what an engine hears at once; a chunk is some windows in a row, a few minutes that are done and kept
together. Windows do not depend on chunks, so that chunks of any length give the same words.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.schema.choice import Choice
from core.schema.record import Record
from core.schema.time import TimeSpan
from core.speech.guards import Doubt
from core.speech.windows import grouped
from core.speech.words import Passage

# Enough to be worth the asking, and all that is lost by a crash; also how much sound is in memory at once.
CHUNK_SECONDS = 300.0


class HeardWindow(Record):
    """What was said in a window, in source seconds, and what the engine or a guard doubts of it."""

    passages: tuple[Passage, ...] = ()
    doubts: tuple[Doubt, ...] = ()


class HeardChunk(Record):
    """What was said in the windows of a chunk, one each; `language` is empty where the engine does not tell it.

    `heard_again` is how many windows were heard a second time, more carefully.
    """

    language: str = ""
    windows: tuple[HeardWindow, ...] = ()
    heard_again: int = 0
    choices: tuple[Choice, ...] = ()


def cut_chunks(windows: Sequence[TimeSpan], longest: float = CHUNK_SECONDS) -> list[tuple[TimeSpan, ...]]:
    """Return windows in chunks that last at most `longest` seconds from end to end, or are one window."""
    return [tuple(windows[first:last]) for first, last in grouped(windows, longest)]
