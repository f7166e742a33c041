"""A clip's text in a style: its cues and overlays. Pure, so that a draft is previewed without a pipeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.captions.cues import build_cues
from core.captions.introductions import introductions
from core.captions.words import CaptionWord
from core.schema.caption import CaptionCue, Overlay

if TYPE_CHECKING:
    from core.schema.caption import ClipText
    from core.schema.style import Style


@dataclass(frozen=True)
class Dress:
    """What is painted over a clip's picture, in clip seconds."""

    cues: tuple[CaptionCue, ...]
    overlays: tuple[Overlay, ...]


def dress(text: ClipText, style: Style, duration: float) -> Dress:
    """Return what a style makes of a clip's text.

    Args:
        text: What is said in the clip and stands over it, whatever the style.
        style: As it is in the aspect (`Style.in_aspect`) where that matters.
        duration: Length of the clip in seconds.
    """
    words = [
        CaptionWord(word.text, word.start, word.end, word.speaker, word.is_emphasised, word.emoji)
        for word in text.words
    ]
    cues = build_cues(words, style.captions, duration, text.cuts)
    return Dress(numbered(cues), _overlays(text, style, duration))


def numbered(cues: tuple[CaptionCue, ...]) -> tuple[CaptionCue, ...]:
    """Return the cues with their speakers numbered from 0 as they first appear; who is unknown has no number."""
    numbers: dict[str, int] = {}
    for cue in cues:
        if cue.speaker:
            numbers.setdefault(cue.speaker, len(numbers))
    return tuple(cue.model_copy(update={"speaker_number": numbers.get(cue.speaker)}) for cue in cues)


def _overlays(text: ClipText, style: Style, duration: float) -> tuple[Overlay, ...]:
    overlays = []
    if style.logo.file:
        overlays.append(Overlay(kind="logo", start=0.0, end=duration))
    if style.hook.is_shown and text.hook:
        end = min(style.hook.seconds, duration)
        overlays.append(Overlay(kind="hook", start=0.0, end=end, text=text.hook))
    if style.lower_third.is_shown:
        overlays += introductions(text, style.lower_third.seconds, duration)
    if style.progress_bar.is_shown:
        overlays.append(Overlay(kind="progress_bar", start=0.0, end=duration))
    return tuple(overlays)
