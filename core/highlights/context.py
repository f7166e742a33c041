"""What surrounds each sentence, as numbers: itself, its neighbours, its turn, and the minute around it.

A moment is rarely one sentence's doing: people laugh where short turns follow each other, and an editor quotes
from the middle of a long answer. Every sign is a difference from the talk's own average, because what is lively
in a lecture is flat in a comedy show; so no talk as a whole counts as livelier than another.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.highlights.candidates import Floats
from core.highlights.features import SentenceTable
from core.schema.plan import Axis

REACHES = (12.0, 40.0)
"""Seconds to either side whose average is a sign."""

UNKNOWN_TURN = 20.0
"""Seconds a turn is taken to last where nobody told who speaks."""

_HOLDS: dict[str, Axis] = {
    "questions": "engagement",
    "exclamations": "emotion",
    "numbers": "density",
    "names": "density",
    "quotes": "quotability",
    "hook": "hook",
    "emotion": "emotion",
    "humour": "emotion",
    "lesson": "quotability",
    "contrast": "quotability",
    "absolute": "quotability",
    "story": "hook",
    "filler": "density",
    "housekeeping": "density",
    "interjections": "engagement",
}
"""Columns of which a sentence holds some or none, with the axis that they belong to."""

_NEIGHBOURS = ("length", "short", "exclamations", "interjections", "opens", "questions", "humour", "second_person")
_NEIGHBOURS_TOO = ("leaning", "first_person")
_AVERAGED = (
    *("opens", "short", "questions", "exclamations", "interjections", "humour", "emotion", "second_person"),
    *("first_person", "names", "numbers", "lesson", "absolute", "contrast", "story", "housekeeping", "filler"),
    "hook",
)

_AXES: dict[str, Axis] = {
    **_HOLDS,
    "length": "quotability",
    "short": "engagement",
    "first_person": "emotion",
    "second_person": "engagement",
    "rarity": "density",
    "pace": "density",
    "guest": "engagement",
    "opens": "engagement",
    "closes": "engagement",
    "answers": "engagement",
    "turn": "engagement",
    "into_turn": "engagement",
    "rest_of_turn": "engagement",
    "turn_before": "engagement",
    "turn_after": "engagement",
    "leaning": "completeness",
    "hanging": "completeness",
}


@dataclass(frozen=True)
class Signs:
    """`values[i, j]`: sign `names[j]` of sentence `i`, as a difference from the talk's average."""

    names: tuple[str, ...]
    values: Floats


def axis_of(sign: str) -> Axis:
    """Return the axis that a sign ("humour", "humour+1", "humour~12") belongs to."""
    return _AXES[sign.split("+")[0].split("-")[0].split("~")[0]]


def read_signs(table: SentenceTable) -> Signs:
    """Return the signs of every sentence of a talk; the table must hold at least one."""
    own = {**_own(table), **_turns(table)}
    signs = dict(own)
    for name in (*_NEIGHBOURS, *_NEIGHBOURS_TOO):
        signs[f"{name}-1"] = _shifted(own[name], -1)
        signs[f"{name}+1"] = _shifted(own[name], 1)
    signs.update(_averages(table, own))
    values = np.column_stack(list(signs.values()))
    return Signs(tuple(signs), values - values.mean(axis=0))


def _own(table: SentenceTable) -> dict[str, Floats]:
    words = np.maximum(1.0, table.column("words"))
    signs: dict[str, Floats] = {
        "length": np.log(words),
        "short": (words <= 4).astype(float),
        "rarity": table.column("rarity") / words,
        "guest": table.column("guest") / np.maximum(1e-6, table.column("seconds")),
        "leaning": table.leaning,
        "hanging": table.hanging.astype(float),
    }
    for name in ("first_person", "second_person"):
        signs[name] = np.minimum(3.0, table.column(name)) / np.sqrt(words)
    for name in _HOLDS:
        signs[name] = np.minimum(1.0, table.column(name))
    return signs


def _turns(table: SentenceTable) -> dict[str, Floats]:
    """Return who speaks before and after, for how long, and whether it answers a question."""
    count = len(table.sentences)
    nothing = np.zeros(count)
    if not table.has_speakers:
        names = ("opens", "closes", "answers", "turn", "into_turn", "rest_of_turn", "turn_before", "turn_after")
        return dict.fromkeys(names, nothing)
    seconds = _seconds(table)
    turn, lengths = turns_of(table)
    spoken = np.cumsum(seconds)
    begins = np.append(0.0, np.cumsum(lengths)[:-1])[turn]
    into = np.maximum(0.0, spoken - seconds - begins)
    logs = np.log1p(lengths)
    unknown = np.log1p(UNKNOWN_TURN)
    asks = np.zeros(len(lengths))
    # The turn's last sentence has the last word on whether it asked.
    asks[turn] = np.minimum(1.0, table.column("questions"))
    return {
        "opens": table.opens_turn.astype(float),
        "closes": np.append(table.opens_turn[1:], True).astype(float),
        "answers": np.append(0.0, asks[:-1])[turn],
        "turn": logs[turn],
        "into_turn": np.log1p(into),
        "rest_of_turn": np.log1p(np.maximum(0.0, lengths[turn] - into - seconds)),
        "turn_before": np.append(unknown, logs[:-1])[turn],
        "turn_after": np.append(logs[1:], unknown)[turn],
    }


def turns_of(table: SentenceTable) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], Floats]:
    """Return each sentence's turn (0, 1, …) and each turn's length in seconds of speech."""
    turn = np.cumsum(table.opens_turn) - 1
    lengths = np.zeros(int(turn[-1]) + 1)
    np.add.at(lengths, turn, _seconds(table))
    return turn, lengths


def _averages(table: SentenceTable, own: dict[str, Floats]) -> dict[str, Floats]:
    """Return rates and means over the seconds around each sentence."""
    seconds, words = _seconds(table), np.maximum(1.0, table.column("words"))
    ones = np.ones(len(seconds))
    signs: dict[str, Floats] = {}
    for reach in REACHES:
        around = _Around(table, reach)
        for name in _AVERAGED:
            signs[f"{name}~{reach:.0f}"] = around.mean(own[name], seconds)
        for name in ("rarity", "guest"):
            signs[f"{name}~{reach:.0f}"] = around.mean(own[name], ones)
        signs[f"length~{reach:.0f}"] = np.log(around.mean(words, ones))
        signs[f"turn~{reach:.0f}"] = around.mean(own["turn"] * seconds, seconds)
        signs[f"pace~{reach:.0f}"] = around.mean(words, seconds)
    return signs


class _Around:
    """Weighted means over all sentences whose middle lies within `reach` seconds, in constant time each."""

    def __init__(self, table: SentenceTable, reach: float) -> None:
        middles = np.maximum.accumulate(np.array([(s.start + s.end) / 2 for s in table.sentences]))
        self._first = np.searchsorted(middles, middles - reach)
        self._end = np.searchsorted(middles, middles + reach, side="right")

    def mean(self, amounts: Floats, weights: Floats) -> Floats:
        summed, weighed = np.append(0.0, np.cumsum(amounts)), np.append(0.0, np.cumsum(weights))
        mean: Floats = (summed[self._end] - summed[self._first]) / (weighed[self._end] - weighed[self._first])
        return mean


def _seconds(table: SentenceTable) -> Floats:
    """Return the sentences' lengths; a fifth of a second at least, since every sentence takes some time."""
    return np.maximum(0.2, table.column("seconds"))


def _shifted(values: Floats, by: int) -> Floats:
    """Return each sentence's neighbour's value; the talk's average where there is no neighbour."""
    fill = np.array([values.mean()])
    return np.append(values[1:], fill) if by > 0 else np.append(fill, values[:-1])
