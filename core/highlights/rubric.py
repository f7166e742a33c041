"""The rubric: what each axis listens to, and how worth follows from the scorer and from where a window is cut.

Axes describe a window and explain it; they are read from its words, turns and sound, and are percentiles of real
talks. Worth is what decides: how much more of a moment the window holds than so many seconds of this talk usually
do (`scorer`), and how cleanly it opens and ends.

Signals are compared with the talk's own average, because what is lively in a lecture is flat in a comedy show;
a short talk borrows from `TYPICAL`, the rates of ordinary talk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.highlights.candidates import Floats, Windows
from core.highlights.context import turns_of
from core.highlights.features import COLUMNS, SentenceTable
from core.highlights.scorer import Likelihood, Scorer, bundled_scorer, judge_sentences
from core.schema.plan import Axis

TYPICAL = {
    "turns": 2.1,
    "questions": 1.2,
    "exclamations": 0.3,
    "laughter": 0.1,
    "short": 1.5,
    "sentences": 10.8,
    "interjections": 4.0,
    "first_person": 7.7,
    "second_person": 4.8,
    "numbers": 0.7,
    "names": 5.5,
    "rarity": 440.0,
    "guest": 48.0,
    "hook": 0.8,
    "emotion": 0.5,
    "humour": 0.4,
    "lesson": 1.5,
    "contrast": 1.5,
    "absolute": 1.9,
    "story": 0.4,
    "filler": 1.0,
    "housekeeping": 0.4,
    "words": 169.0,
}
"""Occurrences a minute in ordinary conversation (median of a hundred and eighty talks, rounded)."""

BORROWED_WINDOWS = 40.0
"""How many windows' worth of `TYPICAL` a talk's own averages are mixed with."""

EASING_SECONDS = 15.0
"""Seconds of average talk mixed into each window, so that a short one is not extreme by chance."""

HELD_TURN = 90.0
"""Seconds after which an answer is as long as it need be to be called one; shorter turns count in proportion."""

SIGNALS: dict[Axis, dict[str, float]] = {
    "engagement": {"turns": 0.55, "short": 0.4, "questions": 0.15, "second_person": 0.1, "laughter": 0.6},
    "emotion": {
        "exclamations": 0.35,
        "emotion": 0.2,
        "humour": 0.3,
        "interjections": 0.15,
        "laughter": 0.6,
        "first_person": 0.1,
    },
    "density": {"rarity": 0.5, "numbers": 0.25, "names": 0.1, "filler": -0.35, "housekeeping": -0.25},
    "quotability": {
        "lesson": 0.3,
        "absolute": 0.3,
        "second_person": 0.25,
        "contrast": 0.1,
        "names": -0.2,
        "sentences": -0.45,
        "interjections": -0.25,
    },
}
"""Axes that are sums of signals; the others are worked out in `axis_values`."""

ORDINARY = 1.2
"""How many times as likely as the talk's average a stretch must be to make a clip better by being longer. Above 1,
since time in a clip is dearer than time in a talk."""

COMPLETENESS_SECONDS = 8.0
HOOK_SECONDS = 3.0
DELIVERY_SECONDS = 8.0
"""What a deviation on an axis is worth, in seconds of average talk."""

HOUSEKEEPING_SECONDS = 40.0
"""Seconds of average talk lost by a window that is all greetings, sponsors and organisation."""

MIDDLE_GAIN, GAIN_SPREAD = 40.0, 60.0
"""The gain (seconds of average talk) that is worth 50 of 100, and the spread of the logistic curve around it: the
best window of a talk is worth about 90, and an ordinary one about 25 (median of a hundred and fifty talks)."""


@dataclass(frozen=True)
class Scored:
    """Windows with their axis scores (0 to 100), per kind and overall worth (0 to 100)."""

    windows: Windows
    axes: dict[Axis, Floats]
    worth: Floats
    is_statement: np.ndarray[tuple[int], np.dtype[np.bool_]]

    def joined(self, more: Scored) -> Scored:
        """Return these windows and more of the same talk."""
        return Scored(
            self.windows.joined(more.windows),
            {axis: np.append(values, more.axes[axis]) for axis, values in self.axes.items()},
            np.append(self.worth, more.worth),
            np.append(self.is_statement, more.is_statement),
        )

    def take(self, kept: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Scored:
        """Return some of the windows."""
        return Scored(
            self.windows.take(kept),
            {axis: values[kept] for axis, values in self.axes.items()},
            self.worth[kept],
            self.is_statement[kept],
        )


def score_windows(
    table: SentenceTable, windows: Windows, delivery: Floats | None = None, scorer: Scorer | None = None
) -> Scored:
    """Score every window on every axis, and overall.

    Args:
        table: The sentences' counts.
        windows: The windows to score.
        delivery: How lively each window sounds (mean 0, deviation 1), where the sound is known.
        scorer: The fitted weights; those that come with the program by default.
    """
    fitted = scorer or bundled_scorer()
    raw = axis_values(table, windows)
    if delivery is not None:
        raw["delivery"] = delivery
    likelihood = judge_sentences(table, fitted)
    gain = moment_gain(table, windows, likelihood)
    gain = gain + COMPLETENESS_SECONDS * np.clip(raw["completeness"], -2.5, 2.5)
    gain = gain + HOOK_SECONDS * np.clip(raw["hook"], -2.5, 2.5)
    if delivery is not None:
        gain = gain + DELIVERY_SECONDS * np.clip(delivery, -2.5, 2.5)
    gain = gain - HOUSEKEEPING_SECONDS * _shares(table, windows, "housekeeping")
    return Scored(
        windows,
        {axis: to_percent(values, fitted.axes.get(axis, ())) for axis, values in raw.items()},
        np.asarray(100.0 * _logistic((gain - MIDDLE_GAIN) / GAIN_SPREAD)),
        _is_statement(windows, likelihood),
    )


def moment_gain(table: SentenceTable, windows: Windows, likelihood: Likelihood) -> Floats:
    """Return how much more of a moment each window holds than its length usually does, in seconds of average talk.

    A window of average talk has a negative gain, so that a clip goes on only for as long as it is worth it.
    """
    sentences = table.sentences
    span = max(sentence.end for sentence in sentences) - min(sentence.start for sentence in sentences)
    summed = np.append(0.0, np.cumsum(likelihood.overall)) * span / len(sentences)
    gain: Floats = summed[windows.last + 1] - summed[windows.first] - ORDINARY * windows.duration
    return gain


def _is_statement(windows: Windows, likelihood: Likelihood) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Tell of each window whether it is likelier to be a statement than an exchange."""
    share = likelihood.statements
    leaning = np.append(0.0, np.cumsum(share * likelihood.statement - (1.0 - share) * likelihood.exchange))
    return np.asarray(leaning[windows.last + 1] > leaning[windows.first])


def axis_values(table: SentenceTable, windows: Windows) -> dict[Axis, Floats]:
    """Return the axes judged from words, each with mean near 0 and deviation near 1 in ordinary talk."""
    names = [name for name in TYPICAL if name in COLUMNS]
    deviations = dict(zip(names, _deviations(table, windows, names).T, strict=True))
    values: dict[Axis, Floats] = {}
    for axis, signals in SIGNALS.items():
        combined = sum(weight * deviations[name] for name, weight in signals.items())
        values[axis] = combined / np.sqrt(sum(weight**2 for weight in signals.values()))
    values["quotability"] = 0.6 * values["quotability"] + 0.8 * _held_longer(table, windows)
    values["hook"] = openings(table)[windows.first]
    values["completeness"] = completeness(table, windows)
    return values


def _deviations(table: SentenceTable, windows: Windows, names: list[str]) -> Floats:
    """Return each window's rates as deviations from the talk's average: (windows, names)."""
    columns = [COLUMNS.index(name) for name in names]
    summed = np.vstack([np.zeros(len(columns)), np.cumsum(table.counts[:, columns], axis=0)])
    totals = summed[windows.last + 1] - summed[windows.first]
    typical = np.array([TYPICAL[name] for name in names])
    seconds = float(table.column("seconds").sum())
    average = (summed[-1] + typical * 5.0) / (seconds / 60.0 + 5.0)
    duration = np.maximum(windows.duration, 1.0)[:, None]
    rates = 60.0 * (totals + average * EASING_SECONDS / 60.0) / (duration + EASING_SECONDS)
    count = max(1, len(rates))
    share = count / (count + BORROWED_WINDOWS)
    # Counts scatter about as their square root (Poisson), which is the prior for a talk too short to tell.
    expected_spread = np.sqrt(np.maximum(typical, 0.3) * 60.0 / 45.0)
    spread = share * rates.std(axis=0) + (1.0 - share) * expected_spread
    spread = np.maximum(spread, 0.35 * expected_spread)
    deviations: Floats = np.clip((rates - average) / spread, -3.0, 3.0)
    return deviations


def openings(table: SentenceTable) -> Floats:
    """Return how well a clip that opens on each sentence catches: mean near 0, deviation near 1."""
    words = np.maximum(1.0, table.column("words"))
    strength = (
        0.9 * np.minimum(1.0, table.column("hook"))
        + 0.7 * np.minimum(1.0, table.column("questions"))
        + 0.4 * np.minimum(1.0, table.column("absolute"))
        + 0.4 * np.minimum(1.0, table.column("story"))
        + 0.4 * np.minimum(1.0, table.column("lesson"))
        + 0.3 * np.minimum(1.0, table.column("numbers"))
        + 0.4 * np.minimum(1.0, table.column("emotion") + table.column("humour"))
        + 0.3 * np.minimum(1.0, table.column("second_person"))
        + 0.3 * np.minimum(1.0, table.column("contrast"))
    )
    # A first line of five to twenty words is said in one breath and understood.
    fits = np.where((words >= 4) & (words <= 22), 0.4, -0.4)
    following = np.append(strength[1:], 0.0)
    value = strength + 0.35 * following + fits
    value = value - 1.3 * table.leaning * np.where(table.opens_turn, 0.6, 1.0)
    value = value - 1.5 * np.minimum(1.0, table.column("housekeeping"))
    return np.asarray((value - 0.9) / 0.8)


def completeness(table: SentenceTable, windows: Windows) -> Floats:
    """Return how well each window stands alone: a clean opening, a finished end, no loose question."""
    count = len(table.sentences)
    leaning, opens, asks = table.leaning, table.opens_turn, table.column("questions") > 0
    start = -1.6 * leaning + 0.5 * opens
    next_leans = np.append(leaning[1:], 0.0)
    next_opens = np.append(opens[1:], True)
    end = np.where(next_opens, 0.5, -0.9 * next_leans) - 1.5 * table.hanging - 0.9 * asks
    # "Yeah." is nobody's last word.
    end = end - 0.3 * (table.column("words") <= 3)
    value = start[windows.first] + end[windows.last]
    value = value + np.where(asks[windows.first] & (windows.first < windows.last), 0.25, 0.0)
    duration = windows.duration
    # Under 20 s little is told, over 70 s few stay to the end.
    value = value - np.maximum(0.0, 22.0 - duration) / 14.0 - np.maximum(0.0, duration - 65.0) / 30.0
    return np.asarray((value + 0.4) / 0.9) if count else value


def _held_longer(table: SentenceTable, windows: Windows) -> Floats:
    """Return how much more of each window is a long answer than of the whole talk, as deviations."""
    everything = Windows(
        first=np.array([0]), last=np.array([len(table.sentences) - 1]), start=np.zeros(1), end=np.zeros(1)
    )
    average = float(held_share(table, everything)[0])
    return np.asarray((held_share(table, windows) - average) / 0.25)


def held_share(table: SentenceTable, windows: Windows) -> Floats:
    """Return how much of each window lies in long turns of somebody who answers (0 to 1)."""
    seconds = table.column("seconds")
    turn, lengths = turns_of(table)
    held = np.minimum(1.0, lengths[turn] / HELD_TURN) * table.column("guest")
    summed = np.append(0.0, np.cumsum(held))
    spoken = np.append(0.0, np.cumsum(seconds))
    share: Floats = (summed[windows.last + 1] - summed[windows.first]) / np.maximum(
        1e-6, spoken[windows.last + 1] - spoken[windows.first]
    )
    return share


def _shares(table: SentenceTable, windows: Windows, name: str) -> Floats:
    """Return the share of each window's sentences that hold any of a kind of word."""
    summed = np.append(0.0, np.cumsum(table.column(name) > 0))
    share: Floats = (summed[windows.last + 1] - summed[windows.first]) / (windows.last + 1 - windows.first)
    return share


def to_percent(deviation: Floats, quantiles: Sequence[float] = ()) -> Floats:
    """Map deviations to 0-100: the share of windows of real talks that have less.

    `quantiles` are those windows' values at equal steps from 0 to 100 %; without them ordinary is 50, and one
    deviation above it 84.
    """
    if not quantiles:
        return np.asarray(100.0 * _logistic(1.7 * np.asarray(deviation)))
    return np.asarray(np.interp(deviation, quantiles, np.linspace(0.0, 100.0, len(quantiles))))


def _logistic(value: Floats | float) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(value, -30.0, 30.0))))
