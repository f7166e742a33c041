"""Triage: what a decision is for (the clip in hand, or all that are selected), and which clip comes next."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, QSettings, Signal

from core import editing
from core.schema.choice import Aspect
from core.schema.clip import Clip, Decision
from ui.controllers.review import STYLE, ReviewController
from ui.preview.player import Player
from ui.wording import QT_TRANSLATE_NOOP

_ADVANCES = "goes_on_after_decision"
# So near to its end, in seconds, a clip was heard out.
_HEARD_OUT = 0.2


class TriageController(QObject):
    """Decides with one key, and takes the next clip in hand.

    `selected` are the ids of the clips that are selected, where that is more than one. `advances` says whether a
    decision by key goes on to the next clip; it is remembered.

    Signals:
        selection_changed(): Other clips are selected.
        advances_changed(bool): Decisions go on to the next clip from now on, or don't.
    """

    selection_changed = Signal()
    advances_changed = Signal(bool)

    def __init__(
        self, review: ReviewController, player: Player, memory: QSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._player = player
        self._memory = memory
        self.selected: tuple[str, ...] = ()
        self.advances = str(memory.value(_ADVANCES, "true")) == "true"
        review.run_opened.connect(lambda _run_id: self.choose(()))

    def set_advances(self, is_wanted: bool) -> None:
        """Go on to the next clip after a decision, or stay."""
        if is_wanted != self.advances:
            self.advances = is_wanted
            self._memory.setValue(_ADVANCES, "true" if is_wanted else "false")
            self.advances_changed.emit(is_wanted)

    # What is selected

    def choose(self, clip_ids: Sequence[str]) -> None:
        """Say which clips are selected; fewer than two are only the clip in hand."""
        chosen = tuple(clip_ids) if len(clip_ids) > 1 else ()
        if chosen != self.selected:
            self.selected = chosen
            self.selection_changed.emit()

    def clips(self) -> list[Clip]:
        """Return the clips that a decision is for: all that are selected, else the one in hand."""
        chosen = [clip for clip in self._review.clips if clip.id in self.selected]
        if len(chosen) > 1:
            return chosen
        return [clip] if (clip := self._review.current) else []

    # Deciding

    def decide(self, decision: Decision, goes_on: bool = True) -> None:
        """Decide about what is selected, and go on to the next clip where that is wanted and nothing was cleared.

        What was playing, or was heard to its end, plays on with the next clip.
        """
        clips = self.clips()
        if not clips:
            return
        is_cleared = all(clip.decision == decision for clip in clips)
        ahead = self._review.ahead(1)
        self._review.decide_all(clips, "undecided" if is_cleared else decision)
        if len(clips) == 1 and self.advances and goes_on and not is_cleared:
            self._take(ahead)

    def set_style(self, pin: str) -> None:
        """Give all that are selected, or the clip in hand, a style: one step of undo."""
        self._review.edit_all(STYLE, [editing.set_style(clip, pin) for clip in self.clips()])

    def set_aspects(self, aspects: Collection[Aspect]) -> None:
        """Let all that are selected, or the clip in hand, go out in these shapes alone: one step of undo."""
        self._review.edit_all(
            QT_TRANSLATE_NOOP("core", "Shapes of {clips}"),
            [editing.set_aspects(clip, aspects) for clip in self.clips()],
        )

    def next_undecided(self) -> None:
        """Take the next clip in hand that is not decided, from the top again after the last."""
        waiting = {clip.id for clip in self._review.clips if clip.decision == "undecided"}
        found = next((clip_id for clip_id in self._review.following() if clip_id in waiting), "")
        self._take(found)

    def _take(self, clip_id: str) -> None:
        if not clip_id:
            return
        player = self._player
        at_end = player.composition is not None and player.end - player.position < _HEARD_OUT
        plays = player.is_playing or (at_end and player.end > player.begin)
        before = self._review.current
        self._review.select(clip_id)
        if plays and before is not None and before.id != clip_id:
            player.play()
