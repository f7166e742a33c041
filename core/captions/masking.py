"""Swear words starred on screen, in captions and hook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.captions.words import CaptionWord
from core.lexicon import masked, profanity
from core.schema.choice import Choice


def mask_words(
    groups: Sequence[tuple[Sequence[CaptionWord], str]],
) -> tuple[tuple[CaptionWord, ...], list[Choice]]:
    """Return captions with their swear words starred ("f***"), and what was done, for the user.

    Args:
        groups: Words in speaking order and the language that they are in; more than one where a translation lacks
            some of what is said.
    """
    shown: list[CaptionWord] = []
    choices: list[Choice] = []
    counts: list[int] = []
    for words, language in groups:
        listed = profanity(language)
        if listed is None:
            unknown = f"the language “{language}”" if language else "an unknown language"
            reason = f"No swear words are listed for {unknown}."
            choices.append(Choice(subject="swear words", chosen="left as they are", reason=reason, degraded=True))
            shown += words
            continue
        before = [word.text for word in words]
        counts.append(len(listed.find(before)))
        shown += [replace(word, text=text) for word, text in zip(words, masked(before, listed), strict=True)]
    if counts:
        chosen = f"{sum(counts)} starred in the captions"
        choices.append(Choice(subject="swear words", chosen=chosen, reason="The clip asks for it."))
    return tuple(sorted(shown, key=lambda word: word.start)), choices


def mask_line(text: str, language: str) -> str:
    """Return a line of text with its swear words starred, as far as they are listed."""
    listed = profanity(language)
    return " ".join(masked(text.split(), listed)) if listed is not None else text
