"""The lines worth quoting: short, whole, said for everybody and readable without what is around them."""

from __future__ import annotations

import numpy as np

from core.insights.centrality import Floats, spread
from core.insights.summary import clarity
from core.insights.talk import Talk
from core.schema.insights import SpokenLine

SHORTEST, LONGEST = 6.0, 32.0
"""Words of a quote (an ideograph counts half)."""

_BEST = 14.0
_SECONDS_PER_QUOTE = 300.0
_FEWEST, _MOST = 3, 12
_SIGNALS = {
    "lesson": 0.9,
    "absolute": 0.7,
    "contrast": 0.7,
    "hook": 0.6,
    "second_person": 0.5,
    "emotion": 0.4,
    "exclamations": 0.1,
    "names": -0.35,
    "numbers": -0.2,
    "quotes": -0.4,
    "filler": -0.8,
}


def find_quotes(talk: Talk, rows: Floats) -> tuple[SpokenLine, ...]:
    """Return the quotes in the order spoken."""
    table = talk.table
    words = table.column("words")
    worth = np.zeros(len(words))
    for signal, weight in _SIGNALS.items():
        worth += weight * np.minimum(2.0, table.column(signal))
    # A sentence without any of it is only a quote where nothing better is said.
    worth = (0.5 + np.maximum(0.0, worth)) * clarity(talk)
    # What happened to the speaker is a story; a quote holds for who reads it.
    worth *= np.array([1.0 if talk.is_statement(i) else 0.3 for i in range(len(words))])
    worth *= np.exp(-0.25 * np.maximum(0.0, table.column("first_person") - 1.0))
    worth *= np.exp(-0.2 * np.array([talk.pointing(i) for i in range(len(words))]))
    worth *= np.exp(-((np.log(np.maximum(words, 1.0) / _BEST)) ** 2) / 0.8)
    if table.has_speakers and float(table.column("guest").sum()) > 0:
        worth *= 0.4 + 0.6 * (table.column("guest") > 0)
    alone = np.array([talk.alone(i) for i in range(len(words))])
    fits = (words >= SHORTEST) & (words <= LONGEST) & (table.column("questions") == 0) & (alone >= 0.6)
    has_content = np.array([len(set(terms)) >= 2 for terms in table.terms])
    count = round(min(_MOST, max(_FEWEST, talk.duration / _SECONDS_PER_QUOTE)))
    starts = [sentence.start for sentence in talk.sentences]
    apart = min(60.0, talk.duration / (4 * count))
    chosen = spread(worth * alone, rows, starts, count, apart, list(fits & has_content))
    return tuple(talk.line(index) for index in chosen)
