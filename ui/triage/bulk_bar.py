"""What is done to several clips at once; seen while more than one is selected."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QPushButton

from core.schema.clip import Decision
from ui.controllers.review import ReviewController
from ui.controllers.triage import TriageController
from ui.icons import icon
from ui.triage.menus import fill_shapes, fill_styles
from ui.widgets.basics import ElidedLabel, button, column, icon_button, row
from ui.widgets.timecode import length
from ui.wording import QT_TR_NOOP, tr

_DECISIONS: tuple[tuple[Decision, str, str, str], ...] = (
    ("approved", QT_TR_NOOP("Approve all that are selected"), "approve", "A"),
    ("maybe", QT_TR_NOOP("Maybe for all that are selected"), "maybe", "M"),
    ("rejected", QT_TR_NOOP("Reject all that are selected"), "reject", "X"),
)


class BulkBar(QFrame):
    """Decides about, and dresses, all clips that are selected: each one step of undo.

    Signals:
        dropped(): The user wants nothing selected but the clip in hand.
    """

    dropped = Signal()

    def __init__(self, triage: TriageController, review: ReviewController) -> None:
        super().__init__()
        self.setObjectName("bulkBar")
        self.setAccessibleName(tr("What is done to all selected clips"))
        self._triage = triage
        self._review = review
        self._told = ElidedLabel("", "strongBody")
        self._told.setObjectName("bulkTold")
        drop = icon_button("close", tr("Select only the clip in hand"), self.dropped.emit)
        drop.setObjectName("bulkDrop")
        self._style = self._menu_button(tr("Style"), "bulkStyle", tr("Give all that are selected a style"))
        self._style.menu().aboutToShow.connect(lambda: fill_styles(self._style.menu(), triage, review))
        in_shapes = tr("Let all that are selected go out in some shapes")
        self._shapes = self._menu_button(tr("Shapes"), "bulkShapes", in_shapes)
        self._shapes.menu().aboutToShow.connect(lambda: fill_shapes(self._shapes.menu(), triage))
        head = row(self._told, drop)
        head.setStretch(0, 1)
        verbs = row(spacing=4)
        for decision, name, icon_name, key in _DECISIONS:
            made = icon_button(icon_name, tr(name), partial(triage.decide, decision), key)
            made.setObjectName(f"bulk_{decision}")
            made.setIcon(icon(icon_name, decision))
            verbs.addWidget(made)
        verbs.addStretch(1)
        verbs.addWidget(self._style)
        verbs.addWidget(self._shapes)
        layout = column(spacing=4)
        layout.setContentsMargins(4, 4, 4, 0)
        layout.addLayout(head)
        layout.addLayout(verbs)
        self.setLayout(layout)
        triage.selection_changed.connect(self._show)
        review.clips_changed.connect(self._show)
        self._show()

    def _menu_button(self, text: str, name: str, hint: str) -> QPushButton:
        made = button(text, lambda: None)
        made.setObjectName(name)
        made.setToolTip(hint)
        made.setAccessibleName(hint)
        made.setMenu(QMenu(made))
        made.setIcon(icon("chevron-down"))
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return made

    def _show(self) -> None:
        clips = self._triage.clips()
        self.setVisible(len(clips) > 1)
        if len(clips) > 1:
            seconds = sum(clip.cut.duration for clip in clips)
            self._told.setText(" · ".join((tr("%n selected", "clips", len(clips)), length(seconds))))
