"""Swear words starred on screen, in captions and hook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.captions.cues import CaptionWord
from core.lexicon import masked, profanity
from core.schema.choice import Choice


def mask_words(words: Sequence[CaptionWord], language: str) -> tuple[tuple[CaptionWord, ...], Choice]:
    """Return captions with their swear words starred ("f***"), and what was done, for the user."""
    listed = profanity(language)
    if listed is None:
        unknown = f"the language “{language}”" if language else "an unknown language"
        reason = f"No swear words are listed for {unknown}."
        return tuple(words), Choice(subject="swear words", chosen="left as they are", reason=reason, degraded=True)
    before = [word.text for word in words]
    count = len(listed.find(before))
    shown = tuple(replace(word, text=text) for word, text in zip(words, masked(before, listed), strict=True))
    chosen = f"{count} starred in the captions"
    return shown, Choice(subject="swear words", chosen=chosen, reason="The clip asks for it.")


def mask_line(text: str, language: str) -> str:
    """Return a line of text with its swear words starred, as far as they are listed."""
    listed = profanity(language)
    return " ".join(masked(text.split(), listed)) if listed is not None else text
