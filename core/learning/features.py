"""The numbers a clip is compared by, and what each is called when it is told what was learned."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from core.schema.clip import Clip
from core.schema.plan import AXES


@dataclass(frozen=True)
class Feature:
    """One number of a clip: its kind, and clips that have much or little of it, in words.

    `percent` are scores of 0 to 100, compared in log-odds, so that 90 to 95 is as far as 5 to 10 below; `count`s
    of rare things a minute are compared by their square roots, since that is how they scatter (Poisson).
    """

    name: str
    kind: str
    much: str
    little: str


USUAL = "score"
"""The feature that is the usual ranking itself."""

FEATURES: tuple[Feature, ...] = (
    Feature(USUAL, "percent", "clips that score high anyway", "clips that score low otherwise"),
    Feature("hook", "percent", "clips that open strongly", "clips that start gently"),
    Feature("completeness", "percent", "clips that stand on their own", "clips cut out of a longer thought"),
    Feature("density", "percent", "clips packed with content", "clips that are light on content"),
    Feature("emotion", "percent", "clips charged with feeling", "calm clips"),
    Feature("quotability", "percent", "clips with quotable lines", "clips without slogans"),
    Feature("engagement", "percent", "lively exchanges", "clips of one voice"),
    Feature("delivery", "percent", "clips said with energy", "clips said quietly"),
    Feature("visual", "percent", "clips with more to see", "clips with little to see"),
    Feature("seconds", "log", "longer clips", "shorter clips"),
    Feature("position", "plain", "clips from late in the talk", "clips from early in the talk"),
    Feature("pace", "plain", "clips that are spoken fast", "clips that are spoken slowly"),
    Feature("humour", "count", "funny clips", "serious clips"),
    Feature("questions", "count", "clips with questions", "clips without questions"),
    Feature("numbers", "count", "clips with numbers", "clips without numbers"),
    Feature("statement", "plain", "long statements", "quick exchanges"),
    Feature("main_voice", "plain", "clips of the main speaker", "clips of the other speakers"),
)
"""In the order in which they are told."""

_BY_NAME = {feature.name: feature for feature in FEATURES}


def features_of(clip: Clip) -> dict[str, float]:
    """Return a clip's numbers by name, as `FEATURES` lists them; what can't be told of it is missing."""
    found: dict[str, float] = {}
    for axis in AXES:
        judged = clip.axes.get(axis)
        if judged is not None and judged.score is not None:
            found[axis] = judged.score
    known: dict[str, float] = {**found, **clip.traits, "seconds": round(clip.cut.duration, 3)}
    if found:
        known[USUAL] = clip.score
    return {name: known[name] for name in _BY_NAME if name in known}


def comparable(name: str, value: float) -> float:
    """Return a feature's value on the scale on which its differences mean the same everywhere."""
    kind = _BY_NAME[name].kind
    if kind == "percent":
        return log_odds(value)
    if kind == "log":
        return math.log2(max(value, 0.5))
    return math.sqrt(max(value, 0.0)) if kind == "count" else value


# Scores have one place behind the point: a thousand clips have seven each, of a few hundred values.
@lru_cache(maxsize=2048)
def log_odds(percent: float) -> float:
    """Return a score of 0 to 100 as log-odds; the last percent at either end counts as the one before it."""
    share = min(max(percent, 1.0), 99.0) / 100.0
    return math.log(share / (1.0 - share))


def percent_of(odds: float) -> float:
    """Return log-odds as a score of 0 to 100."""
    return 100.0 / (1.0 + math.exp(-min(max(odds, -30.0), 30.0)))


def liking(pulls: Mapping[str, float], count: int = 1, least: float = 0.0) -> list[str]:
    """Return what is liked in words, strongest first, of features with what each adds to or takes from a clip.

    `least` is how strong it must be to be worth telling.
    """
    told = [name for name in pulls if name != USUAL and abs(pulls[name]) > least]
    told.sort(key=lambda name: -abs(pulls[name]))
    return [_BY_NAME[name].much if pulls[name] > 0 else _BY_NAME[name].little for name in told[:count]]
