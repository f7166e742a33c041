"""What the user's decisions teach: labelled examples, the ranker fitted to them, and where a clip stands by it."""

from typing import Self

from pydantic import Field, model_validator

from core.schema.clip import Decision
from core.schema.plan import AXES, Axis
from core.schema.record import Record
from core.schema.time import Cut

FEATURES_VERSION = 1
"""Raised whenever a feature of the same name means something else; a ranker of another version is not used."""

HEAVIEST = 2.0
"""The most an axis can be made to count; 1 is usual, 0 takes it out."""


class Example(Record):
    """What the user did with one clip, and what was known of it when it was shown.

    `decision` is the last one made by hand that was not undone; `at` is when the user last did something about the
    clip, in seconds since the epoch. `cut` is the clip as it was proposed, `kept_seconds` how long it is now, and
    `trimmed` the share of the two that they don't have in common (0 untouched, 1 nothing left). `exported_at` is
    when files of it were asked for last, 0 for never. `features` are numbers by name, as `core.learning.features`
    describes them; what could not be told is missing.
    """

    clip_id: str
    run_id: str
    source_id: str
    title: str = ""
    reason: str = ""
    cut: Cut
    decision: Decision = "undecided"
    at: float = 0.0
    trimmed: float = 0.0
    kept_seconds: float = 0.0
    exported_at: float = 0.0
    is_handmade: bool = False
    features: dict[str, float] = {}
    features_version: int = FEATURES_VERSION


class Examples(Record):
    """All examples of a workspace, as a worker is given them."""

    all: tuple[Example, ...] = ()


class HeldOut(Record):
    """How a ranker did on decisions that it was not fitted to, beside the usual ranking.

    Accuracies are shares of `pairs` (one clip wanted more than another of the same source) put in the right order,
    0 to 1. `noise` is the standard error of their difference, by the jackknife over decisions.
    """

    pairs: int = 0
    usual: float = 0.0
    learned: float = 0.0
    noise: float = 0.0


class Ranker(Record):
    """A preference as plain numbers: of two clips that with the larger sum of coefficient × deviation is wanted.

    A feature's deviation is (value - mean) / scale. `influence` (0 to 1) is how far the sum moves a score from the
    usual one, `usual_mean` the middle of the usual scores in log-odds, so that learned scores lie in their range.
    Without `is_used` the usual ranking stands; `reason` says why, in a sentence for the user.
    """

    features_version: int = FEATURES_VERSION
    decisions: int = 0
    sources: int = 0
    coefficients: dict[str, float] = {}
    means: dict[str, float] = {}
    scales: dict[str, float] = {}
    usual_mean: float = 0.0
    influence: float = 0.0
    held_out: HeldOut = HeldOut.by_default()
    is_used: bool = False
    reason: str = ""
    made_of: str = ""


class AxisWeights(Record):
    """How much the user wants each axis to count: 0 not at all, 1 as usual, 2 double. Axes not named are usual."""

    weights: dict[Axis, float] = Field(default={})

    @model_validator(mode="after")
    def _in_range(self) -> Self:
        if any(not 0.0 <= weight <= HEAVIEST for weight in self.weights.values()):
            raise ValueError(f"weights are 0 to {HEAVIEST:g}")
        return self

    def of(self, axis: Axis) -> float:
        """Return the weight of an axis."""
        return self.weights.get(axis, 1.0)

    @property
    def is_usual(self) -> bool:
        """Whether every axis counts as usual."""
        return all(self.of(axis) == 1.0 for axis in AXES)


class Standing(Record):
    """Where a clip stands: the score that is shown and ranked by, the usual one, and why they differ.

    `strongest` are the axes that speak most for the clip, the first before all; none where none does.
    """

    score: float
    usual: float
    strongest: tuple[Axis, ...] = ()
    is_learned: bool = False
    is_weighed: bool = False
    because: str = ""


class Learned(Record):
    """What a workspace has learned so far. `ranker` is None before the first fit."""

    decisions: int = 0
    is_on: bool = True
    is_fitting: bool = False
    ranker: Ranker | None = None

    @property
    def is_applied(self) -> bool:
        """Whether scores are other than the usual ones because of what was learned."""
        return self.is_on and self.ranker is not None and self.ranker.is_used
