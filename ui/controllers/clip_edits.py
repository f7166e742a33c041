"""Edits of the clip in hand by a key: its ends, split, merge, duplicate. Each is one named step of undo."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal

from core import editing
from ui.controllers.review import TRIM, ReviewController, short_title, step_label
from ui.wording import QT_TRANSLATE_NOOP, tr

End = Literal["start", "end"]


class ClipEdits(QObject):
    """Edits the clip that is in hand in a review, or says why it can't.

    Signals:
        told(str): Why an edit that was asked for can't be, in a sentence for the user.
    """

    told = Signal(str)

    def __init__(self, review: ReviewController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review

    def move_end(self, end: End, at: float) -> bool:
        """Move one end of the clip to a source second; whether that leaves something to see."""
        clip = self._review.current
        if clip is None:
            return False
        start, stop = (at, clip.cut.end) if end == "start" else (clip.cut.start, at)
        if stop - start < editing.MIN_SECONDS:
            return False
        self._review.trim(clip.id, start, stop)
        return True

    def set_end(self, end: End, at: float) -> None:
        """Let the clip start, or end, at the playhead."""
        if self._review.current is not None and not self.move_end(end, at):
            self.told.emit(
                tr("The playhead is behind the end of the clip. Move it before the end, then set the start.")
                if end == "start"
                else tr(
                    "The playhead is before the start of the clip. Move it behind the start, then set the end."
                )
            )

    def nudge(self, end: End, words: int) -> None:
        """Move one end of the clip by words: later, or earlier when negative."""
        clip, transcript = self._review.current, self._review.transcript
        if clip is None:
            return
        if transcript is None:
            self.told.emit(tr("The transcript is not there yet, so the clip can’t be moved by words."))
            return
        move = editing.nudge_start if end == "start" else editing.nudge_end
        after = move(clip, transcript, words, self._review.last_second)
        if after.cut != clip.cut:
            self._review.edit(step_label(TRIM, clip), after)

    def split(self, at: float) -> None:
        """Split the clip in two at a source second; the first part stays in hand."""
        clip = self._review.current
        if clip is None:
            return
        parts = editing.split(clip, at)
        if parts is None:
            self.told.emit(
                tr("Both parts of a clip need half a second. Move the playhead into the clip, then split it.")
            )
            return
        self._review.edit(step_label(QT_TRANSLATE_NOOP("core", "Split of {clips}"), clip), *parts)

    def merge(self) -> None:
        """Merge the clip with the one that begins next in the source; what lies between them is left out."""
        clip = self._review.current
        if clip is None:
            return
        other = editing.following(clip, self._review.clips)
        if other is None:
            self.told.emit(tr("No clip begins after this one, so there is nothing to merge it with."))
            return
        label = QT_TRANSLATE_NOOP("core", "Merger of “{title}” with “{other}”").format(
            title=short_title(clip), other=short_title(other)
        )
        self._review.edit(label, editing.merge(clip, other), removed=[other.id])

    def duplicate(self) -> None:
        """Make a second clip of the same, and take it in hand."""
        clip = self._review.current
        if clip is None:
            return
        copied = editing.duplicate(clip)
        self._review.edit(step_label(QT_TRANSLATE_NOOP("core", "Duplicate of {clips}"), clip), copied)
        self._review.select(copied.id)
