"""Pairs of clips across the workspace that say nearly the same: one is kept, both stay, or they are told apart."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core import editing
from core.errors import ShortlistError
from core.schema.clip import Decision
from ui.controllers.review import DECISION_LABELS, ReviewController, step_label
from ui.controllers.tasks import Tasks
from ui.preview.player import Player
from ui.wording import QT_TR_NOOP, told

if TYPE_CHECKING:
    from core.project import Project
    from core.schema.twin import TwinPair, TwinSide


class TwinPairsController(QObject):
    """Looks for the pairs when it is asked to, and does what the user wants with one.

    `pairs` are those that were found last, None before anything was.

    Signals:
        changed(): Others are known than before.
        decided(TwinSide): One of a pair was kept, and the other one rejected.
        parted(): A pair was told apart.
        refused(str): What was asked for last could not be done, and why.
    """

    changed = Signal()
    decided = Signal(object)
    parted = Signal()
    refused = Signal(str)

    def __init__(
        self,
        project: Project,
        review: ReviewController,
        player: Player,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._review = review
        self._player = player
        self._tasks = tasks
        self._before: list[tuple[str, Decision]] = []
        self._apart: TwinPair | None = None
        self.pairs: tuple[TwinPair, ...] | None = None

    @property
    def is_look(self) -> bool:
        """Whether the workspace is only looked at: nothing is decided in it."""
        return self._project.is_look

    def load(self) -> None:
        """Look for pairs; `changed` tells."""
        self._tasks.start(self._load(), QT_TR_NOOP("Could not look for clips that say the same."))

    def play(self, side: TwinSide) -> None:
        """Take a clip in hand, in its own run, and play it."""
        play = partial(self._play_in_hand, side.clip_id)
        if self._review.run_id != side.run_id:
            self._review.show_run(side.run_id, play)
        else:
            play()

    def _play_in_hand(self, clip_id: str) -> None:
        self._review.select(clip_id)
        self._player.play()

    def keep(self, kept: TwinSide, other: TwinSide) -> None:
        """Approve one clip and reject the other; each is a step of undo in its run."""
        self._before = [(side.clip_id, side.decision) for side in (kept, other)]
        self._apart = None
        self._tasks.start(self._keep(kept, other), QT_TR_NOOP("Could not keep the decision."))

    def tell_apart(self, pair: TwinPair) -> None:
        """Remember that two clips are not the same."""
        self._before, self._apart = [], pair
        self._tasks.start(self._part(pair, True), QT_TR_NOOP("Could not remember that."))

    def undo(self) -> None:
        """Take back what was done last with a pair."""
        before, apart = self._before, self._apart
        self._before, self._apart = [], None
        if apart is not None:
            self._tasks.start(self._part(apart, False), QT_TR_NOOP("Could not undo that."))
        elif before:
            self._tasks.start(self._restore(before), QT_TR_NOOP("Could not undo that."))

    async def _load(self) -> None:
        self.pairs = await self._project.twin_pairs()
        self.changed.emit()

    async def _keep(self, kept: TwinSide, other: TwinSide) -> None:
        if await self._done([(kept.clip_id, "approved"), (other.clip_id, "rejected")]):
            self.decided.emit(kept)

    async def _restore(self, before: list[tuple[str, Decision]]) -> None:
        await self._done(before)

    async def _done(self, decisions: list[tuple[str, Decision]]) -> bool:
        try:
            for clip_id, decision in decisions:
                await self._decide(clip_id, decision)
        except ShortlistError as error:
            self.refused.emit(told(str(error)))
            return False
        finally:
            await self._load()
        return True

    async def _decide(self, clip_id: str, decision: Decision) -> None:
        clip = self._project.clip(clip_id)
        if clip.decision != decision:
            after = editing.set_decision(clip, decision)
            await self._project.edit(clip.run_id, step_label(DECISION_LABELS[decision], after), [after])

    async def _part(self, pair: TwinPair, is_apart: bool) -> None:
        try:
            given = (pair.one.clip_id, pair.other.clip_id, is_apart)
            await self._tasks.in_thread(self._project.tell_apart, *given)
        except ShortlistError as error:
            self.refused.emit(told(str(error)))
            return
        await self._load()
        if is_apart:
            self.parted.emit()
