"""Fitting the ranker, and the gate that lets it be used only where it beats the usual ranking.

The model is logistic regression on differences of pairs (Herbrich et al., 1999: ordinal regression as the
classification of pairs), with ridge. It runs in a worker; what comes out is plain numbers.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.learning.decisions import digest, too_few, usable
from core.learning.features import FEATURES, USUAL, liking
from core.learning.pairs import Floats, Pairs, deviations, folds, matrix, middle, pairs_of
from core.schema.learning import Example, HeldOut, Ranker

STRENGTH = 0.25
"""Inverse strength of the ridge (scikit-learn's C), for pairs that weigh as much as there are decisions."""

HALF_WAY = 20.0
"""Decisions at which what was learned and the usual score count the same."""

SURELY = 2.3
"""Standard errors by which the learned ranking must beat the usual one: by chance one in a hundred does."""

FIRM = 0.6
"""Accuracy of the usual ranking from which on it is said that the user agrees with it."""

_COLUMNS = [feature.name for feature in FEATURES]
_USUAL_COLUMN = _COLUMNS.index(USUAL)


def fit(examples: Sequence[Example]) -> Ranker:
    """Fit a ranker to decisions, and judge by held-out ones whether it is to be used. The same gives the same."""
    nothing = too_few(examples)
    if nothing is not None:
        return nothing
    known = usable(examples)
    fitted = _fit(known)
    held_out = judge(known)
    is_used = held_out.learned - held_out.usual > SURELY * held_out.noise and held_out.noise > 0
    return fitted.model_copy(
        update={
            "decisions": len(known),
            "sources": len({each.source_id for each in known}),
            "held_out": held_out,
            "is_used": is_used,
            "reason": _reason(fitted, held_out, is_used),
            "made_of": digest(examples),
        }
    )


def pulls(ranker: Ranker, values: Floats) -> Floats:
    """Return how much more each row is wanted for each feature, in log-odds; what is not known adds nothing."""
    means, scales, weights = (
        np.array([table.get(name, rest) for name in _COLUMNS])
        for table, rest in ((ranker.means, 0.0), (ranker.scales, 1.0), (ranker.coefficients, 0.0))
    )
    return np.asarray(np.nan_to_num(deviations(values, means, scales) * weights))


def blended(ranker: Ranker, values: Floats) -> Floats:
    """Return rows' learned scores in log-odds: the usual one, drawn towards what was learned by the influence.

    A row without a usual score has the middle of the others instead.
    """
    usual = np.where(np.isnan(values[:, _USUAL_COLUMN]), ranker.usual_mean, values[:, _USUAL_COLUMN])
    learned = ranker.usual_mean + pulls(ranker, values).sum(axis=1)
    mixed: Floats = (1.0 - ranker.influence) * usual + ranker.influence * learned
    return mixed


def judge(examples: Sequence[Example]) -> HeldOut:
    """Return how rankers do on decisions that they were not fitted to, beside the usual ranking."""
    gains: list[tuple[int, int, float, float]] = []
    for held in folds(examples):
        apart = set(held)
        fitted = _fit([each for row, each in enumerate(examples) if row not in apart])
        tested = [examples[row] for row in sorted(held)]
        pairs, values = pairs_of(tested), matrix(tested)
        if not len(pairs):
            continue
        usual = np.nan_to_num(values[:, _USUAL_COLUMN], nan=fitted.usual_mean)
        rights = [_right(score, pairs) for score in (usual, blended(fitted, values))]
        rows = sorted(held)
        for k in range(len(pairs)):
            ends = rows[int(pairs.wanted[k])], rows[int(pairs.other[k])]
            gains.append((*ends, float(rights[0][k]), float(rights[1][k])))
    if not gains:
        return HeldOut()
    table = np.array(gains)
    return HeldOut(
        pairs=len(table),
        usual=round(float(table[:, 2].mean()), 4),
        learned=round(float(table[:, 3].mean()), 4),
        noise=round(_noise(table), 4),
    )


def _right(scores: Floats, pairs: Pairs) -> Floats:
    """Return per pair 1 where the wanted clip is ahead, 0 where it is behind, a half where they are level."""
    ahead = scores[pairs.wanted] - scores[pairs.other]
    return np.asarray(np.where(np.abs(ahead) < 1e-9, 0.5, (ahead > 0).astype(np.float64)))


def _noise(table: Floats) -> float:
    """Return the standard error of the mean gain, by leaving out each decision with all its pairs (jackknife).

    Pairs share decisions, so that counting them as independent would make chance look like knowledge.
    """
    gain = table[:, 3] - table[:, 2]
    decisions = np.unique(table[:, :2])
    left = []
    for row in decisions:
        without = (table[:, 0] != row) & (table[:, 1] != row)
        if without.any():
            left.append(float(gain[without].mean()))
    if len(left) < 3:
        return 1.0
    spread = np.array(left) - np.mean(left)
    count = len(left)
    # Of gains that are all the same nothing is known but that another decision could have differed.
    return float(max(np.sqrt((count - 1) / count * (spread**2).sum()), 1.0 / count**1.5))


def _fit(examples: Sequence[Example]) -> Ranker:
    from sklearn.linear_model import LogisticRegression

    values, pairs = matrix(examples), pairs_of(examples)
    means, scales = middle(values)
    weights = np.zeros(len(_COLUMNS))
    if len(pairs) > 1:
        standard = deviations(values, means, scales)
        # What one of the two does not have says nothing about why the other was wanted.
        ahead = np.nan_to_num(standard[pairs.wanted] - standard[pairs.other])
        model = LogisticRegression(C=STRENGTH, fit_intercept=False, solver="newton-cholesky")
        # Which of a pair stands first says nothing: every other one is turned round, for there to be two classes.
        sides = np.where(np.arange(len(ahead)) % 2, -1.0, 1.0)
        model.fit(ahead * sides[:, None], sides, sample_weight=pairs.weight)
        weights = model.coef_[0]
    return Ranker(
        coefficients=_named(weights),
        means=_named(means),
        scales=_named(scales),
        usual_mean=round(float(means[_USUAL_COLUMN]), 6),
        influence=round(len(examples) / (len(examples) + HALF_WAY), 4),
    )


def _named(values: Floats) -> dict[str, float]:
    return {name: round(float(value), 6) for name, value in zip(_COLUMNS, values, strict=True)}


def _reason(fitted: Ranker, held_out: HeldOut, is_used: bool) -> str:
    if not held_out.pairs:
        return "Your decisions can't be compared yet: approve and reject clips of the same video."
    if is_used:
        liked = liking(fitted.coefficients, 2)
        return f"You tend to approve {' and '.join(liked)}." if liked else "Your decisions have a pattern."
    if held_out.usual >= FIRM:
        return "Your decisions agree with the usual ranking."
    return "Your decisions follow no pattern that could be found yet."
