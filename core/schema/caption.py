"""Captions and overlays of a clip, in clip seconds."""

from __future__ import annotations

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
    """The words that are on screen together during [start, end). Cues of a clip never overlap."""

    start: float
    end: float
    words: tuple[CueWord, ...]
    speaker: str = ""


class Overlay(Record):
    """A drawn element other than captions, shown during [start, end)."""

    kind: Literal["hook", "progress_bar"]
    start: float
    end: float
    text: str = ""


class CreativePlan(Record):
    """What is stressed: words (by source start second) to emphasise, the hook line, a wish for a layout."""

    hook: str = ""
    emphasised: tuple[float, ...] = ()
    layout_wish: str = ""
    choices: tuple[Choice, ...] = ()


class Enhancement(Record):
    """Everything that is painted over the picture, before an aspect ratio is chosen."""

    cues: tuple[CaptionCue, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    choices: tuple[Choice, ...] = ()
