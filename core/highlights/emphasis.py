"""Which words of a clip to stress on screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from core.highlights.language import is_ideographic, plain
from core.highlights.lexicon import Lexicon
from core.schema.transcript import Word

ONE_IN = 5
"""At most one word in so many is stressed: where everything is, nothing is."""

MERELY_RARE_ONE_IN = 10
"""Words with nothing but their rarity are only stressed while fewer than one in so many are."""

_STRONG = ("hook", "emotion", "humour", "lesson", "absolute")


_STRONG_WEIGHT = 2.5


def pick_emphasis(words: Sequence[Word], lexicon: Lexicon, everywhere: Counter[str] | None = None) -> list[Word]:
    """Return the words to stress, in order: numbers, strong words, and words that are rare in the talk.

    Args:
        words: The clip's words.
        lexicon: The language's listed words.
        everywhere: How often each plain word is said in the whole talk; the clip alone if None.
    """
    frequency = everywhere or Counter(plain(word.text) for word in words)
    allowed = len(words) // ONE_IN
    ranked = sorted(range(len(words)), key=lambda i: (-_weight(words[i].text, lexicon, frequency), i))
    chosen: set[int] = set()
    for i in ranked:
        weight = _weight(words[i].text, lexicon, frequency)
        share = allowed if weight >= _STRONG_WEIGHT else len(words) // MERELY_RARE_ONE_IN
        if len(chosen) >= share or weight <= 0.0:
            break
        # Stressed neighbours would read as a shout.
        if i - 1 not in chosen and i + 1 not in chosen:
            chosen.add(i)
    return [words[i] for i in sorted(chosen)]


def _weight(text: str, lexicon: Lexicon, frequency: Counter[str]) -> float:
    bare = plain(text)
    if not bare or bare in lexicon.stop_words or bare in lexicon.interjections:
        return 0.0
    if any(character.isdigit() for character in bare):
        return 3.0
    found = lexicon.find([bare], bare)
    if "filler" in found:
        return 0.0
    strong = _STRONG_WEIGHT if any(kind in found for kind in _STRONG) else 0.0
    long_enough = len(bare) >= (2 if is_ideographic(bare) else 5)
    if not strong and not long_enough:
        return 0.0
    rare = 1.0 / frequency[bare] if frequency[bare] else 1.0
    return strong + rare + 0.1 * min(len(bare), 12)
