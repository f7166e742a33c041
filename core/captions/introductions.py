"""When the names of a clip's speakers are shown: each once, when its owner is first heard. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.schema.caption import Overlay

if TYPE_CHECKING:
    from core.schema.caption import ClipText

# Shorter, a name is gone before it is read; it includes coming and going.
LEAST_SECONDS = 1.5
# Between two names.
PAUSE_SECONDS = 0.25


def introductions(text: ClipText, seconds: float, duration: float) -> tuple[Overlay, ...]:
    """Return a lower third for each speaker who has a name, in order, never two at once.

    Args:
        text: Of the clip.
        seconds: How long a name is shown where nobody else's follows.
        duration: Of the clip, in seconds.
    """
    made: list[Overlay] = []
    shown: set[str] = set()
    for start, speaker in _first_heard(text):
        name = text.names[speaker]
        if name in shown:
            continue
        if made:
            before = made[-1]
            # Whoever begins to speak takes over, once the name before has been read.
            latest = max(start - PAUSE_SECONDS, before.start + LEAST_SECONDS)
            made[-1] = before.model_copy(update={"end": min(before.end, latest)})
            start = max(start, made[-1].end + PAUSE_SECONDS)
        end = min(start + seconds, duration)
        if end - start >= min(LEAST_SECONDS, seconds):
            shown.add(name)
            made.append(Overlay(kind="lower_third", start=start, end=end, text=name, speaker=speaker))
    return tuple(made)


def _first_heard(text: ClipText) -> list[tuple[float, str]]:
    """Return when each speaker with a name says their first word, in order."""
    first: dict[str, float] = {}
    for word in text.words:
        if word.speaker in text.names:
            first[word.speaker] = min(word.start, first.get(word.speaker, word.start))
    return sorted((start, speaker) for speaker, start in first.items())
