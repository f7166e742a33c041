"""Which words of a clip an emoji is shown with: few, far apart, none twice in a row, none beside grave words."""

from __future__ import annotations

from collections.abc import Sequence, Set

from core.lexicon import emoji, grave

# Seconds between two emoji, and between two that are the same: one in several pages of a second or two.
APART = 6.0
SAME_APART = 25.0
# Around a grave word no emoji is shown for so many seconds before and after it.
GRAVE_SECONDS = 15.0


def pick_emoji(
    words: Sequence[str], starts: Sequence[float], language: str, stressed: Set[int] = frozenset()
) -> list[tuple[int, str]]:
    """Return (index of a word, emoji) in order; the same for the same words.

    Args:
        words: In speaking order, with their punctuation.
        starts: When each is said, clip seconds.
        language: Of the words; one without lists gets no emoji.
        stressed: Indices of emphasised words, whose emoji come first.
    """
    still = [starts[index] for place in grave(words, language) for index in place]
    found = [
        (place[-1], symbol)
        for place, symbol in emoji(words, language)
        if all(abs(starts[place[-1]] - at) > GRAVE_SECONDS for at in still)
    ]
    chosen: list[tuple[int, str]] = []
    for index, symbol in sorted(found, key=lambda each: (each[0] not in stressed, each[0])):
        near = [other for at, other in chosen if abs(starts[at] - starts[index]) < SAME_APART]
        is_close = any(abs(starts[at] - starts[index]) < APART for at, _ in chosen)
        if not is_close and symbol not in near:
            chosen.append((index, symbol))
    return sorted(chosen)
