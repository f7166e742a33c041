"""Which clips are looked at: a button that opens a list to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from core.schema.clip import Clip
from ui.wording import tr

MOST = 6


class ClipMenu(QPushButton):
    """A button with a menu of clips, of which at least one and at most six are ticked.

    Signals:
        changed(list): The ids of those that are ticked now.
    """

    changed = Signal(list)

    def __init__(self, clips: Sequence[Clip], chosen: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("sheetClips")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self)
        menu.setObjectName("sheetClipsMenu")
        self._actions: dict[str, QAction] = {}
        for clip in clips:
            title = clip.wording.title or tr("Clip")
            rejected = tr("{title} (rejected)").format(title=title)
            action = menu.addAction(rejected if clip.decision == "rejected" else title)
            action.setCheckable(True)
            action.setChecked(clip.id in chosen)
            action.triggered.connect(lambda _is_on, clip_id=clip.id: self._on_ticked(clip_id))
            self._actions[clip.id] = action
        self.setMenu(menu)
        self._say()

    def _on_ticked(self, clip_id: str) -> None:
        ticked = self.chosen()
        if not ticked or len(ticked) > MOST:
            self._actions[clip_id].setChecked(not ticked)
        self._say()
        self.changed.emit(self.chosen())

    def chosen(self) -> list[str]:
        """Return the ids of the clips that are ticked."""
        return [clip_id for clip_id, action in self._actions.items() if action.isChecked()]

    def _say(self) -> None:
        self.setText(tr("%n clips", "", len(self.chosen())))
