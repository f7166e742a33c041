"""What the user asked to find ("about pricing", "the funniest"), matched by the words that were said."""

from __future__ import annotations

import numpy as np

from core.highlights.candidates import Floats, Windows
from core.highlights.features import SentenceTable
from core.highlights.language import terms

STRENGTH = 60.0
"""Points of 100 between a window that fits the wish best and one that does not fit at all."""

_KINDS: dict[str, str] = {
    word: kind
    for kind, listed in {
        "humour": "fun funny funniest humor humour laugh laughs laughter joke jokes hilarious comedy",
        "emotion": "emotional emotion emotions touching moving sad angry feelings dramatic",
        "story": "story stories anecdote anecdotes",
        "lesson": "advice lesson lessons tip tips practical actionable learning",
        "hook": "surprising surprise shocking controversial provocative bold hook hooks",
        "questions": "question questions answers",
    }.items()
    for word in listed.split()
}
_ABOUT_CLIPS = frozenset(
    """
    clip clips moment moments part parts best good great find show give want focus talk talks talking discussion
    topic section segments highlights anything everything mention mentions mentioned
    """.split()  # noqa: SIM905
)


def fit_wish(table: SentenceTable, windows: Windows, wish: str) -> Floats | None:
    """Return how well each window fits the wish (0 to 1, the best one 1), or None when nothing in the talk does.

    Words are compared by their beginnings, so that "pricing" finds "price" and "prices".
    """
    asked = wish.split()
    listed = {_KINDS[word] for word in (part.strip(".,!?").lower() for part in asked) if word in _KINDS}
    stems = {
        _stem(term)
        for term in terms(asked, table.lexicon.stop_words)
        if term not in _KINDS and term not in _ABOUT_CLIPS
    }
    hits = np.zeros(len(table.sentences))
    for kind in listed:
        hits += np.minimum(1.0, table.column(kind))
    if stems:
        said = np.array([sum(_stem(term) in stems for term in found) for found in table.terms], dtype=float)
        hits += 2.0 * np.minimum(1.0, said)
    summed = np.append(0.0, np.cumsum(hits))
    inside = summed[windows.last + 1] - summed[windows.first]
    # Ten seconds of unrelated talk mixed in, so that one short hit does not beat a whole passage.
    fit: Floats = inside / (windows.duration + 10.0)
    best = float(fit.max(initial=0.0))
    return fit / best if best > 0 else None


def _stem(term: str) -> str:
    return term[: max(4, len(term) - 3)] if len(term) > 5 else term[:4]
