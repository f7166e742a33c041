"""The contract of an export format: one file made from one finished clip. Members live in `formats/`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from core.captions.script import join_words
from core.schema.caption import CaptionCue
from core.schema.clip import Clip, Post
from core.schema.delivery import Delivery
from core.schema.style import Style

PLAIN = Style.model_construct(name="plain", version=1)


@dataclass(frozen=True)
class FinishedShort:
    """What a format may write about: the rendered file, the clip it shows, its cues in clip seconds, its post.

    `lead` is the second of the file at which the clip begins; `style` is that of the file, in its aspect.
    """

    delivery: Delivery
    clip: Clip
    cues: Sequence[CaptionCue]
    post: Post = field(default_factory=Post)
    lead: float = 0.0
    style: Style = PLAIN
    preset: str = ""

    @property
    def title(self) -> str:
        """The clip's title as the user left it."""
        return self.clip.wording.title

    @property
    def hook(self) -> str:
        """The clip's opening line, with its swear words starred where the clip stars them."""
        wording = self.clip.wording
        if not wording.masks_profanity:
            return wording.hook
        from core.captions.masking import mask_line
        from core.lexicon import guess_language

        said = [word.text for cue in self.cues for word in cue.words]
        return mask_line(wording.hook, guess_language([*wording.hook.split(), *said]))

    @property
    def source(self) -> Path:
        """The rendered file."""
        return self.delivery.file


class Format(Protocol):
    """A member: a module with a name, a suffix (empty: the rendered file's own) and a `write`."""

    NAME: str
    SUFFIX: str

    def write(self, stream: BinaryIO, short: FinishedShort) -> None:
        """Write the whole file into a stream that is open at its start. `OSError` is the caller's to explain."""


def suffix_of(member: Format, short: FinishedShort) -> str:
    """Return how the name of a format's file ends."""
    return member.SUFFIX or short.source.suffix.lower()


def cue_text(cue: CaptionCue) -> str:
    """Return what a cue says, as one line."""
    return join_words([word for entry in cue.words if (word := " ".join(entry.text.split()))])


class TimedCue(NamedTuple):
    """One cue as caption files tell it: milliseconds of the file, its line, and who speaks ("": not known)."""

    start_ms: int
    end_ms: int
    text: str
    speaker: str = ""


def timed_cues(cues: Sequence[CaptionCue], lead: float = 0.0) -> list[TimedCue]:
    """Return the cues that say something, in whole milliseconds of the file, in which they begin at `lead`."""
    timed: list[TimedCue] = []
    for cue in cues:
        start_ms, end_ms = (round((lead + max(0.0, at)) * 1000) for at in (cue.start, cue.end))
        text = cue_text(cue)
        if text and end_ms > start_ms:
            timed.append(TimedCue(start_ms, end_ms, text, " ".join(cue.speaker.split())))
    return timed


def clock(milliseconds: int, decimal_mark: str) -> str:
    """Return a time as hh:mm:ss and milliseconds behind the given mark."""
    seconds, rest = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}{decimal_mark}{rest:03d}"
