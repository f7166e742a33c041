"""A summary of the talk's own sentences: central, readable alone, from all of its parts, in the order spoken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from core.insights.centrality import Floats, centrality, spread
from core.insights.phrases import Phrase
from core.insights.talk import Talk
from core.schema.insights import SpokenLine

SHORTEST, LONGEST = 8.0, 45.0
"""Words that a sentence of a summary has (an ideograph counts half)."""

_ADDRESS = re.compile(r"\w\.(?:com|org|net|io|dev|co|blog|fm|ai)\b|https?:", re.IGNORECASE)
_BEST = 20.0
_SUBJECTS = 40
_SECONDS_PER_LINE = 420.0
_FEWEST, _MOST = 3, 8


def summarise(talk: Talk, rows: Floats, phrases: Sequence[Phrase]) -> tuple[SpokenLine, ...]:
    """Return the lines; fewer where few sentences can be read alone."""
    count = round(min(_MOST, max(_FEWEST, talk.duration / _SECONDS_PER_LINE)))
    words = talk.table.column("words")
    worth = centrality(rows) * clarity(talk)
    # Long sentences are like many others merely because they are long.
    worth *= np.exp(-((np.log(np.maximum(words, 1.0) / _BEST)) ** 2) / 0.9)
    worth *= _substance(talk, phrases)
    worth *= np.array([1.0 if talk.is_statement(i) else 0.4 for i in range(len(talk.sentences))])
    worth *= np.exp(-0.2 * np.array([talk.pointing(i) for i in range(len(talk.sentences))]))
    worth *= 1.0 - 0.7 * talk.table.column("questions").clip(0, 1)
    # An address is an advertisement, however central.
    worth *= np.array([0.1 if _ADDRESS.search(sentence.text) else 1.0 for sentence in talk.sentences])
    has_length = (words >= SHORTEST) & (words <= LONGEST)
    alone = np.array([talk.alone(i) for i in range(len(talk.sentences))])
    starts = [sentence.start for sentence in talk.sentences]
    for bar in (0.9, 0.5):
        allowed = has_length & (alone >= bar)
        chosen = spread(worth * alone, rows, starts, count, talk.duration / (count * 2.5), list(allowed))
        if len(chosen) >= min(_FEWEST, count):
            break
    return tuple(talk.line(index) for index in chosen)


def _substance(talk: Talk, phrases: Sequence[Phrase]) -> Floats:
    """Return how much each sentence says on the talk's subjects rather than on who says it, and to whom."""
    table = talk.table
    subjects = np.zeros(len(talk.sentences))
    if phrases:
        for phrase in phrases[:_SUBJECTS]:
            subjects[list(phrase.at)] += (phrase.worth / phrases[0].worth) ** 0.5
    statement = sum(np.minimum(1.0, table.column(kind)) for kind in ("lesson", "contrast", "absolute"))
    worth = (0.5 + np.minimum(1.5, subjects)) * (1.0 + 0.25 * statement)
    openings = np.array([table.lexicon.first_person.isdisjoint(tokens[:3]) for tokens in table.tokens])
    worth *= np.where(openings, 1.0, 0.55) * np.exp(-0.12 * table.column("first_person"))
    if table.has_speakers:
        worth *= 0.5 + 0.5 * (table.column("guest") > 0)
    return worth


def clarity(talk: Talk) -> Floats:
    """Return how cleanly each sentence is spoken and to the point, about 1: no fillers, stumbles or greetings."""
    table = talk.table
    words = np.maximum(1.0, table.column("words"))
    stumbles = np.array([_stumbles(tokens) for tokens in table.tokens])
    loose = 2.0 * table.column("filler") + 1.5 * table.column("interjections") + 3.0 * stumbles
    clean: Floats = np.exp(-6.0 * loose / words) * np.exp(-1.2 * table.column("housekeeping"))
    return clean


def _stumbles(tokens: tuple[str, ...]) -> int:
    """Return how often a word or pair of words is said twice in a row."""
    single = sum(a == b for a, b in pairwise(tokens))
    pairs = sum(tokens[i : i + 2] == tokens[i + 2 : i + 4] for i in range(len(tokens) - 3))
    return single + pairs
