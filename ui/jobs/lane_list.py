"""The lanes of work at a glance: how many places of each are taken, and how much waits for one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from core.schema.queue import LaneState
from ui.controllers.lanes import LANE_TITLES
from ui.widgets.basics import label
from ui.widgets.share_bar import ShareBar
from ui.wording import tr


class LaneList(QWidget):
    """A line per lane; it is kept and changed in place."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("jobLanes")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._lines: dict[str, tuple[ShareBar, QLabel]] = {}

    def show_lanes(self, lanes: Sequence[LaneState]) -> None:
        """Show how the lanes stand."""
        for lane in lanes:
            bar, words = self._lines.get(lane.name) or self._add(lane.name)
            busy = tr("{running} of {places}").format(running=lane.running, places=lane.width)
            waiting = (tr("%n waiting", "", lane.queued),) if lane.queued else ()
            bar.show_shares(lane.running / lane.width)
            words.setText(" · ".join((busy, *waiting)))

    def _add(self, name: str) -> tuple[ShareBar, QLabel]:
        title, line = tr(LANE_TITLES.get(name, name)), len(self._lines)
        bar, words = ShareBar("accent"), label("", "small")
        bar.setAccessibleName(tr("{lane}: places in use").format(lane=title))
        words.setObjectName(f"jobLane_{name}")
        for place, widget in enumerate((label(title), bar, words)):
            self._grid.addWidget(widget, line, place)
        self._lines[name] = bar, words
        return bar, words
