"""Where clips stand: the usual score, moved by what was learned and by how much the user wants axes to count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from core.learning.features import FEATURES, USUAL, features_of, liking, percent_of
from core.learning.sliders import reweigh, strongest
from core.schema.clip import Clip
from core.schema.learning import FEATURES_VERSION, AxisWeights, Ranker, Standing

if TYPE_CHECKING:
    from core.learning.pairs import Floats

LEAST_MOVE = 1.0
"""Points by which a score must have moved for the reason to be told."""

_NONE = AxisWeights.by_default()


def standings(
    clips: Sequence[Clip], ranker: Ranker | None = None, weights: AxisWeights = _NONE
) -> dict[str, Standing]:
    """Return where each clip stands, by its id.

    Without a ranker that is used, and with all weights as usual, every score is exactly the usual one. A clip that
    has no score, since it was made by hand, is given none.
    """
    if ranker is None or not ranker.is_used or ranker.features_version != FEATURES_VERSION:
        return {clip.id: _weighed(clip, _usual(clip), weights) for clip in clips}
    # Only with a ranker: the start of the window waits for no numpy.
    from core.learning.pairs import matrix_of
    from core.learning.ranker import blended, pulls

    values = matrix_of([features_of(clip) for clip in clips])
    scores, parts = blended(ranker, values), pulls(ranker, values)
    return {
        clip.id: _weighed(clip, _learned(clip, ranker, float(scores[row]), parts[row]), weights)
        for row, clip in enumerate(clips)
    }


def in_order(clips: Sequence[Clip], found: Mapping[str, Standing]) -> list[Clip]:
    """Return clips with the best standing first; of equals, the one that is said first."""
    return sorted(clips, key=lambda clip: (-found[clip.id].score, clip.cut.start, clip.id))


def _usual(clip: Clip) -> Standing:
    return Standing(score=clip.score, usual=clip.score)


def _learned(clip: Clip, ranker: Ranker, odds: float, parts: Floats) -> Standing:
    if not clip.axes:
        return _usual(clip)
    score = round(percent_of(odds), 1)
    return Standing(score=score, usual=clip.score, is_learned=True, because=_because(clip, ranker, score, parts))


def _because(clip: Clip, ranker: Ranker, score: float, parts: Floats) -> str:
    """Return in a sentence what of the user's taste moved a score; empty where it hardly moved."""
    moved = score - clip.score
    if abs(moved) < LEAST_MOVE:
        return ""
    names = [feature.name for feature in FEATURES]
    helping = {name: float(part) for name, part in zip(names, parts, strict=True) if part * moved > 0}
    helping.pop(USUAL, None)
    if not helping:
        return ""
    strongest = max(helping, key=lambda name: abs(helping[name]))
    liked = liking({strongest: ranker.coefficients.get(strongest, 0.0)})
    return f"You tend to approve {liked[0]}."


def _weighed(clip: Clip, found: Standing, weights: AxisWeights) -> Standing:
    found = found.model_copy(update={"strongest": strongest(clip.axes, weights)})
    if weights.is_usual or not clip.axes:
        return found
    score = round(reweigh(found.score, clip.axes, weights), 1)
    return found.model_copy(update={"score": score, "is_weighed": abs(score - found.score) >= 0.05})
