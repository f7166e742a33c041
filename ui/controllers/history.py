"""Undo and redo over everything that is changed by hand: clips and words of the open run, and drafts of styles."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.controllers.review import ReviewController
from ui.controllers.styling import StyleController
from ui.wording import told, tr


class HistoryController(QObject):
    """Takes back what was changed last, and does again what was taken back last, whichever it is.

    Signals:
        changed(): What can be undone or redone changed.
    """

    changed = Signal()

    def __init__(self, review: ReviewController, styling: StyleController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._styling = styling
        review.history_changed.connect(self.changed)
        styling.history_changed.connect(self.changed)

    def undo(self) -> None:
        """Take the last change back."""
        if self._undoes_draft():
            self._styling.undo()
        else:
            self._review.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._redoes_draft():
            self._styling.redo()
        else:
            self._review.redo()

    def undo_label(self) -> str:
        """Return what undo would take back, or an empty string."""
        step = self._styling.undo_step()
        return step.label if step is not None and self._undoes_draft() else self._review.undo_label()

    def redo_label(self) -> str:
        """Return what redo would do again, or an empty string."""
        step = self._styling.redo_step()
        return step.label if step is not None and self._redoes_draft() else self._review.redo_label()

    def _undoes_draft(self) -> bool:
        step = self._styling.undo_step()
        return step is not None and (not self._review.undo_label() or step.at >= self._review.undo_at())

    def _redoes_draft(self) -> bool:
        # What was undone last is, of all that is undone, what was made first.
        step = self._styling.redo_step()
        return step is not None and (not self._review.redo_label() or step.at <= self._review.redo_at())


def menu_words(verb: str, label: str) -> str:
    """Return what the menu says of a step: `Undo trim of “I was broke”`; the verb alone where there is none."""
    # A name in quotes, or one that is all capitals, keeps its case.
    step = told(label)
    if step == label and label[1:2].islower():
        step = label[:1].lower() + label[1:]
    return tr("{verb} {step}", "undo or redo, and what").format(verb=verb, step=step) if label else verb
