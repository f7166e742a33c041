"""What a project in memory has learned: the real ranking over examples that a test gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.learning.standing import in_order, standings
from core.pipeline.events import LearnedChanged
from core.schema.clip import Clip
from core.schema.learning import AxisWeights, HeldOut, Learned, Ranker, Standing

if TYPE_CHECKING:
    from fake_project import FakeProject

LIKES_SHORT = Ranker(
    decisions=84,
    sources=8,
    coefficients={"seconds": -1.6},
    means={"seconds": 4.0},
    scales={"seconds": 0.6},
    usual_mean=1.5,
    influence=0.8,
    held_out=HeldOut(pairs=412, usual=0.58, learned=0.79, noise=0.04),
    is_used=True,
    reason="You tend to approve shorter clips.",
)
"""What a reviewer taught who likes short clips."""


@dataclass
class FakeTaste:
    """Remembers what it is told."""

    project: FakeProject
    state: Learned = field(default_factory=Learned)
    weights: AxisWeights = field(default_factory=AxisWeights)
    before: Learned | None = None

    def learned(self) -> Learned:
        return self.state

    def tell(self, learned: Learned) -> None:
        """Let something have been learned."""
        self.state = learned
        self.project.tell(LearnedChanged())

    def switch(self, is_on: bool) -> None:
        self.tell(self.state.model_copy(update={"is_on": is_on}))

    def start_afresh(self, forgets_examples: bool = False) -> None:
        self.project.calls.append(("start_afresh", forgets_examples))
        self.before = None if forgets_examples else self.state
        self.tell(Learned())

    @property
    def can_take_back(self) -> bool:
        return self.before is not None

    def take_back(self) -> None:
        assert self.before is not None
        before, self.before = self.before, None
        self.tell(before)

    def set_weights(self, weights: AxisWeights) -> None:
        if weights != self.weights:
            self.weights = weights
            self.project.tell(LearnedChanged())

    def standings(self, clips: Sequence[Clip], weights: AxisWeights | None = None) -> dict[str, Standing]:
        ranker = self.state.ranker if self.state.is_applied else None
        return standings(clips, ranker, self.weights if weights is None else weights)

    def in_order(self, clips: Sequence[Clip]) -> list[Clip]:
        return in_order(clips, self.standings(clips))
