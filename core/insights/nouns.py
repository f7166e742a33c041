"""Which words name things, told by the words before them: "the tension" against "we choose"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

_BEFORE_NOUNS = frozenset(
    """
    the a an this that these those my your our their his her its some any every each no of in on for with about
    from by at as into new good great big different whole more most many
    """.split()  # noqa: SIM905
)
_BEFORE_VERBS = frozenset(
    """
    to i you we they he she it who will would can could should may might must don't doesn't didn't did do let's
    i'll you'll
    we'll they'll i'd you'd we'd they'd not just never always also then and gonna wanna i've you've we've
    they've have has had be been being is are was were i'm you're we're they're he's she's it's get got getting
    """.split()  # noqa: SIM905
)


class Nouns:
    """Tells how likely a word names a thing in this talk (0 to 1); in English alone, elsewhere all words do."""

    def __init__(self, sentences: Sequence[Sequence[str]], language: str) -> None:
        self._is_known = language == "en"
        self._as_noun: Counter[str] = Counter()
        self._as_verb: Counter[str] = Counter()
        if not self._is_known:
            return
        for tokens in sentences:
            for before, word in pairwise(tokens):
                self._as_noun[word] += before in _BEFORE_NOUNS
                self._as_verb[word] += before in _BEFORE_VERBS

    def share(self, word: str) -> float:
        """Return how likely the word names a thing."""
        if not self._is_known:
            return 1.0
        nouns, verbs = self._as_noun[word] + 1.0, float(self._as_verb[word])
        likely = nouns / (nouns + verbs)
        # "Changed" and "launching" after "the" are mostly parts of something longer.
        return likely * (0.35 if word.endswith("ed") and len(word) > 4 else 0.6 if word.endswith("ing") else 1.0)
