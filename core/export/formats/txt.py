"""What to paste when posting: title, description, hashtags; then the hook and all that is said, turn by turn."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import BinaryIO

from core.captions.script import join_words
from core.export.format import FinishedShort, cue_text
from core.schema.caption import CaptionCue

NAME = "txt"
SUFFIX = ".txt"


def write(stream: BinaryIO, short: FinishedShort) -> None:
    """Write paragraphs apart from each other; what is empty is left out."""
    hook = short.hook if short.clip.wording.hook != short.title else ""
    post = (short.post.description, " ".join(short.post.hashtags))
    paragraphs = [short.title, *post, hook, *_turns(short.cues)]
    text = "\n\n".join(paragraph.strip() for paragraph in paragraphs if paragraph.strip())
    stream.write(f"{text}\n".encode())


def _turns(cues: Sequence[CaptionCue]) -> list[str]:
    """Return what is said: a paragraph a turn after its speaker's name, or one for all of a single speaker."""
    names = {cue.speaker for cue in cues}
    turns = []
    for name, spoken in groupby(cues, key=lambda cue: cue.speaker):
        text = join_words([line for cue in spoken if (line := cue_text(cue))])
        if text:
            turns.append(f"{name}: {text}" if name and len(names) > 1 else text)
    return turns
