"""How much each axis counts when the user says so: scores weighed anew from what the rubric gave the axes."""

from __future__ import annotations

from collections.abc import Mapping

from core.learning.features import log_odds, percent_of
from core.schema.learning import AxisWeights
from core.schema.plan import AXES, Axis, AxisScore

SHARES: dict[str, dict[Axis, float]] = {
    "exchange": {
        "hook": 0.05,
        "completeness": 0.09,
        "density": 0.02,
        "emotion": 0.09,
        "quotability": 0.05,
        "engagement": 0.25,
        "delivery": 0.08,
    },
    "statement": {
        "hook": 0.08,
        "completeness": 0.06,
        "quotability": 0.22,
        "engagement": 0.12,
        "delivery": 0.08,
    },
}
"""Log-odds of the score for each of an axis's, per kind of moment: a least-squares fit over 60,000 windows of real
talks, which tells 48 % of an exchange's score and 27 % of a statement's; for delivery what the rubric gives it."""

LEAST_SHARE = 0.2
"""Share of a score that a raised axis is given at least: one that the rubric hardly heeds must be heard too."""

HEEDED = 0.05
"""Log-odds of a score for each of an axis's, below which an axis is no reason for it."""

Axes = Mapping[Axis, AxisScore]


def reweigh(score: float, axes: Axes, weights: AxisWeights) -> float:
    """Return a score, 0 to 100, with the axes counting as the user wants; as it is where all count as usual.

    At 0 what an axis did for the score, good or bad, is taken out again; at 2 it does it twice. An axis that could
    not be judged changes nothing.
    """
    odds = _odds(axes)
    moved = {axis: weights.of(axis) for axis in AXES if weights.of(axis) != 1.0 and odds[axis]}
    if not moved:
        return score
    shares = _shares(odds)
    added = 0.0
    for axis, weight in moved.items():
        share = shares.get(axis, 0.0)
        added += (weight - 1.0) * odds[axis] * (max(share, LEAST_SHARE) if weight > 1.0 else share)
    return percent_of(log_odds(score) + added)


def strongest(axes: Axes, weights: AxisWeights, count: int = 2) -> tuple[Axis, ...]:
    """Return the axes that speak most for a clip, the first before all, of those that its score heeds."""
    odds = _odds(axes)
    shares = _shares(odds)
    raised = {
        axis: weights.of(axis) * odds[axis]
        for axis in AXES
        if odds[axis] > 0 and (shares.get(axis, 0.0) >= HEEDED or weights.of(axis) > 1.0)
    }
    found = sorted((axis for axis, gain in raised.items() if gain > 0), key=lambda axis: -raised[axis])
    return tuple(found[:count])


def _odds(axes: Axes) -> dict[Axis, float]:
    """Return the log-odds of every axis, 0 where it could not be judged."""
    judged = ((axis, axes.get(axis)) for axis in AXES)
    return {axis: log_odds(of.score) if of is not None and of.score is not None else 0.0 for axis, of in judged}


def _shares(odds: Mapping[Axis, float]) -> dict[Axis, float]:
    """Return what each axis adds to the score, by the kind of moment that the axes speak for."""
    return max(SHARES.values(), key=lambda shares: sum(share * odds[axis] for axis, share in shares.items()))
