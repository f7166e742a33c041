"""What to paste when posting: the title, the hook, and all that is said."""

from __future__ import annotations

from typing import BinaryIO

from core.captions.script import join_words
from core.export.format import FinishedShort, cue_text

NAME = "txt"
SUFFIX = ".txt"


def write(stream: BinaryIO, short: FinishedShort) -> None:
    """Write paragraphs apart from each other; what is empty is left out."""
    spoken = join_words([text for cue in short.cues if (text := cue_text(cue))])
    hook = short.hook if short.clip.wording.hook != short.title else ""
    paragraphs = [short.title, hook, spoken]
    text = "\n\n".join(paragraph.strip() for paragraph in paragraphs if paragraph.strip())
    stream.write(f"{text}\n".encode())
