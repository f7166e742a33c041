"""Captions and overlays of a clip, in clip seconds."""

from typing import Literal

from core.schema.choice import Choice
from core.schema.record import Record


class CueWord(Record):
    """One word of a cue; highlighted while `start` <= t < `end`."""

    text: str
    start: float
    end: float
    is_emphasised: bool = False


class CaptionCue(Record):
    """The words that are on screen together during [start, end). Cues of a clip never overlap.

    `speaker_number` counts the clip's speakers from 0 in order of first appearance, None where it is not known who
    speaks: a style's `speaker_colours` are chosen by it, over and over where there are more speakers. `emoji` is
    shown with the words by styles that show emoji. `position` is the height at which it stands in one aspect, in
    the sense of the style's; None: at the style's.
    """

    start: float
    end: float
    words: tuple[CueWord, ...]
    speaker: str = ""
    speaker_number: int | None = None
    emoji: str = ""
    position: float | None = None


class TextWord(Record):
    """One word as it is to be read, in clip seconds; `emoji` is one that goes with it."""

    text: str
    start: float
    end: float
    speaker: str = ""
    is_emphasised: bool = False
    emoji: str = ""


class ClipText(Record):
    """What a clip's captions and title are made from, in whatever style (`core.captions.dress`); clip seconds.

    `words` are in speaking order, in the captions' language, swear words starred where that is wanted. `cuts` are
    the seconds at which the picture changes at once: shots begin, or ranges of the cut are joined. `names` are
    those of the speakers who have one, by their labels.
    """

    words: tuple[TextWord, ...] = ()
    hook: str = ""
    cuts: tuple[float, ...] = ()
    names: dict[str, str] = {}


class Overlay(Record):
    """A drawn element other than captions, shown during [start, end).

    A lower third's `text` is the name of who speaks, `speaker` the label that cues know them by, `side` the one of
    the picture that they are seen on beside others; empty: where reading begins. `position` is the height at which
    a title or name stands in one aspect, in the sense of the style's; None: at the style's.
    """

    kind: Literal["hook", "progress_bar", "lower_third", "logo"]
    start: float
    end: float
    text: str = ""
    speaker: str = ""
    side: Literal["", "left", "right"] = ""
    position: float | None = None


class EmojiMark(Record):
    """An emoji that goes with the word which starts at a source second."""

    at: float
    emoji: str


class CreativePlan(Record):
    """What is stressed: words (by source start second) to emphasise, the hook line, a wish for a layout; emoji."""

    hook: str = ""
    emphasised: tuple[float, ...] = ()
    emoji: tuple[EmojiMark, ...] = ()
    layout_wish: str = ""
    choices: tuple[Choice, ...] = ()


class Enhancement(Record):
    """All that is painted over the picture, before an aspect ratio is chosen; `text` is what it is made from."""

    text: ClipText = ClipText.by_default()
    cues: tuple[CaptionCue, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    choices: tuple[Choice, ...] = ()
