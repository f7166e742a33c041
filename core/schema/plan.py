"""The editorial plan: what the machine proposes, each candidate with its scores and reasons."""

from typing import Literal

from core.schema.choice import Choice, Cost
from core.schema.record import Record
from core.schema.time import Cut

Axis = Literal["hook", "completeness", "density", "emotion", "quotability", "engagement", "delivery", "visual"]
AXES: tuple[Axis, ...] = (
    "hook",
    "completeness",
    "density",
    "emotion",
    "quotability",
    "engagement",
    "delivery",
    "visual",
)


class AxisScore(Record):
    """One axis, 0 to 100, with the words or moments that earned it. `score` is None where it can't be judged."""

    score: float | None
    evidence: tuple[str, ...] = ()


class Candidate(Record):
    """A proposed clip. `id` is stable for the same span; `score` is 0 to 100."""

    id: str
    cut: Cut
    score: float
    axes: dict[Axis, AxisScore]
    title: str
    reason: str
    hook: str = ""


class EditorialPlan(Record):
    """Candidates, best first."""

    candidates: tuple[Candidate, ...] = ()
    scorer: str = "local"
    choices: tuple[Choice, ...] = ()
    costs: tuple[Cost, ...] = ()
