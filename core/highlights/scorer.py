"""How likely each sentence is part of a moment worth a clip.

The weights were fitted on talks whose audience or editor told which moments were good (`scripts/fit_scorer.py`).

There are two kinds of moment, and they pull apart: an *exchange* (people react: laughter, quick turns, surprise)
and a *statement* (somebody answers at length and lands a thought). Each is a logistic regression on the signs of
`context`. Which kind a talk is the likelier place for follows from its form: an interview with one guest is told
in statements, a round table in exchanges.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

import numpy as np

from core.highlights.candidates import Floats
from core.highlights.context import Signs, read_signs, turns_of
from core.highlights.features import SentenceTable
from core.resources import resource
from core.schema.plan import Axis
from core.schema.record import Record

FORMS = ("main", "second", "turn", "mean_turn", "middle_turn", "short", "questions", "length", "speakers")
"""What tells the form of a talk: the two main speakers' shares; its turns' lengths (log seconds: weighed by time,
mean, median); the shares of short sentences and of questions; words a sentence and number of speakers (log)."""

UNKNOWN_FORM = 0.35
"""The share of statements in a talk of which nobody tells who speaks."""

SHARPNESS = 2.0
"""The form of a talk is taken this much more decidedly than it is known (a power of its odds): ten clips that are
half of each kind please nobody."""


MOST_OF_ONE_SIGN = 1.5
"""The most that one sign may add to or take from a sentence's log odds: a talk written in another way than those
that were fitted on (all in exclamations, say) must not be judged by that alone."""


class Weights(Record):
    """A logistic regression: one weight per sign, for signs as they are (not standardised)."""

    bias: float
    weights: dict[str, float]


class Scorer(Record):
    """The fitted weights: for both kinds of moment, and for the form of a talk.

    `axes` holds, for each axis that is read from words, its values over the windows of real talks at equal steps
    from the least (0 %) to the greatest (100 %), ascending.
    """

    exchange: Weights
    statement: Weights
    form: Weights
    axes: dict[Axis, tuple[float, ...]] = {}


@dataclass(frozen=True)
class Likelihood:
    """How much likelier than the talk's average each sentence is part of a moment (1 is average), per kind.

    `statements` is the share (0 to 1) of statements among the moments that this talk is likely to have.
    """

    exchange: Floats
    statement: Floats
    statements: float

    @property
    def overall(self) -> Floats:
        """Both kinds together, each in its share."""
        mixed: Floats = (1.0 - self.statements) * self.exchange + self.statements * self.statement
        return mixed


@cache
def bundled_scorer() -> Scorer:
    """Return the weights that come with the program."""
    return Scorer.from_json(resource("scorer.json").read_bytes())


def judge_sentences(table: SentenceTable, scorer: Scorer) -> Likelihood:
    """Judge every sentence of a talk; the table must hold at least one."""
    signs = read_signs(table)
    return Likelihood(
        exchange=_relative(signs, scorer.exchange),
        statement=_relative(signs, scorer.statement),
        statements=share_of_statements(table, scorer),
    )


def share_of_statements(table: SentenceTable, scorer: Scorer) -> float:
    """Return how much of what is worth a clip here is statements (1) rather than exchanges (0)."""
    if not table.has_speakers:
        return UNKNOWN_FORM
    form = form_of(table)
    logit = scorer.form.bias + sum(scorer.form.weights[name] * form[name] for name in FORMS)
    return float(1.0 / (1.0 + np.exp(-np.clip(SHARPNESS * logit, -30.0, 30.0))))


def form_of(table: SentenceTable) -> dict[str, float]:
    """Return what tells the form of a talk with speakers: one value for each of `FORMS`."""
    seconds = np.maximum(0.2, table.column("seconds"))
    words = np.maximum(1.0, table.column("words"))
    spoken: Counter[str] = Counter()
    for sentence, length in zip(table.sentences, seconds, strict=True):
        spoken[sentence.speaker] += float(length)  # type: ignore[assignment]
    shares = [share / float(seconds.sum()) for _, share in spoken.most_common(2)]
    _, turns = turns_of(table)
    return {
        "main": shares[0],
        "second": shares[1] if len(shares) > 1 else 0.0,
        "turn": float(np.log((turns**2).sum() / turns.sum())),
        "mean_turn": float(np.log(turns.mean())),
        "middle_turn": float(np.log(np.median(turns))),
        "short": float((words <= 4).mean()),
        "questions": float(np.minimum(1.0, table.column("questions")).mean()),
        "length": float(np.log(words.mean())),
        "speakers": float(np.log(len(spoken))),
    }


def _relative(signs: Signs, fitted: Weights) -> Floats:
    weights = np.array([fitted.weights.get(name, 0.0) for name in signs.names])
    told = np.clip(signs.values * weights, -MOST_OF_ONE_SIGN, MOST_OF_ONE_SIGN)
    logits = np.clip(fitted.bias + told.sum(axis=1), -30.0, 30.0)
    likely = 1.0 / (1.0 + np.exp(-logits))
    relative: Floats = likely / likely.mean()
    return relative
