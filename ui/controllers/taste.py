"""How clips are ranked: what was learned from decisions, how much each axis counts, and where each clip stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.schema.clip import Clip
from core.schema.learning import AxisWeights, Learned, Standing
from core.schema.plan import Axis
from ui.controllers.events import ProjectEvents
from ui.controllers.review import ReviewController

if TYPE_CHECKING:
    from core.project import Project

_CALM_MS = 300


class TasteController(QObject):
    """The ranking of the open run's clips.

    Weights show at once and are kept when they stand still.

    Signals:
        changed(): Clips stand elsewhere, or what is told of the ranking changed.
    """

    changed = Signal()

    def __init__(
        self, project: Project, review: ReviewController, events: ProjectEvents, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._taste = project.taste
        self._review = review
        self._weights = self._taste.weights
        self._seen: list[Clip] | None = None
        self._standings: Mapping[str, Standing] = {}
        self._learned: Learned | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self.flush)
        events.learned_changed.connect(self._on_learned)

    # Where clips stand

    def standings(self) -> Mapping[str, Standing]:
        """Return where the open run's clips stand, by their ids."""
        clips = self._review.clips
        if self._seen is not clips:
            self._standings = self._taste.standings(clips, self._weights)
            self._seen = clips
        return self._standings

    def standing(self, clip: Clip) -> Standing:
        """Return where a clip stands."""
        return self.standings().get(clip.id) or Standing(score=clip.score, usual=clip.score)

    # Weights

    @property
    def weights(self) -> AxisWeights:
        """How much each axis counts."""
        return self._weights

    def set_weight(self, axis: Axis, weight: float) -> None:
        """Let an axis count so much: 0 not at all, 1 as usual, 2 double."""
        self._weigh(AxisWeights(weights={**self._weights.weights, axis: weight}))

    def reset_weights(self) -> None:
        """Let every axis count as usual."""
        self._weigh(AxisWeights())

    def _weigh(self, weights: AxisWeights) -> None:
        if weights != self._weights:
            self._weights = weights
            self._calm.start()
            self._renew()

    def flush(self) -> None:
        """Keep the weights now rather than when they stand still."""
        self._calm.stop()
        self._taste.set_weights(self._weights)

    # What was learned

    @property
    def learned(self) -> Learned:
        """What was learned from decisions so far."""
        if self._learned is None:
            self._learned = self._taste.learned()
        return self._learned

    def switch(self, is_on: bool) -> None:
        """Rank by what was learned, or as usual."""
        self._taste.switch(is_on)

    def start_afresh(self, forgets_decisions: bool) -> None:
        """Forget what was learned; with it, for good, the decisions it was learned from."""
        self._taste.start_afresh(forgets_decisions)

    @property
    def can_take_back(self) -> bool:
        """Whether a fresh start can be taken back."""
        return self._taste.can_take_back

    def take_back(self) -> None:
        """Let the decisions of before the fresh start count again."""
        self._taste.take_back()

    def _on_learned(self) -> None:
        self._learned = None
        if not self._calm.isActive():
            self._weights = self._taste.weights
        self._renew()

    def _renew(self) -> None:
        self._seen = None
        self.changed.emit()
