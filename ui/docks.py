"""The panels around the preview, and where they stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

from ui.panel import Panel, Workbench
from ui.panels import (
    BESIDE,
    DOCKED,
    ClipsPanel,
    DashboardPanel,
    InsightsPanel,
    InspectorPanel,
    JobsPanel,
    RunsPanel,
    StylePanel,
    TimelinePanel,
    TranscriptPanel,
)

P = TypeVar("P", bound=Panel)

LAYOUT_VERSION = 4
_TALL_PX = 1000
_WIDE_PX = 1600
_ALONE_PX = 360
_BESIDE_PX = 376


class Docks:
    """All docked panels of a window. They are shown while there are clips to review, and hidden otherwise; those
    that stand beside are shown and hidden by the user alone. `above` stays in front of them all.
    """

    def __init__(self, window: QMainWindow, bench: Workbench, above: QWidget) -> None:
        self._window = window
        self._above = above
        self._panels: dict[type[Panel], Panel] = {}
        self._docks: dict[type[Panel], QDockWidget] = {}
        self.kept: QByteArray | None = None
        self._neighbour_px = 0
        bottom = Qt.DockWidgetArea.BottomDockWidgetArea
        window.setDockNestingEnabled(True)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setCorner(Qt.Corner.BottomLeftCorner, bottom)
        window.setCorner(Qt.Corner.BottomRightCorner, bottom)
        for kind in (*DOCKED, *BESIDE):
            panel = kind(bench)
            dock = QDockWidget(panel.title, window)
            dock.setObjectName(f"{panel.name}Dock")
            dock.setWidget(panel)
            dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
            dock.setTitleBarWidget(QWidget(dock))
            self._panels[kind] = panel
            self._docks[kind] = dock
            window.addDockWidget(kind.home, dock)
        for kind in BESIDE:
            self._docks[kind].hide()
        # Of tabs that share a place only the dock knows which is in front.
        self._docks[StylePanel].visibilityChanged.connect(self.panel(StylePanel).stand_in_front)

    def panel(self, kind: type[P]) -> P:
        """Return the panel of a kind."""
        found = self._panels[kind]
        assert isinstance(found, kind)
        return found

    def switches(self) -> list[QAction]:
        """Return the actions that show and hide the panels."""
        return [self._docks[kind].toggleViewAction() for kind in DOCKED]

    def bring_forward(self, kind: type[Panel]) -> None:
        """Show a panel, in front of those that share its place."""
        self._docks[kind].show()
        self._docks[kind].raise_()
        self._above.raise_()

    def act_in(self, kind: type[Panel], run: Callable[[], object]) -> None:
        """Do something that a panel shows, with the panel in front."""
        if not self._docks[kind].isHidden():
            self.bring_forward(kind)
            run()

    def show(self) -> None:
        """Show the panels as the user left them, or in their places."""
        beside = [kind for kind in BESIDE if self._docks[kind].isVisible()]
        if self.kept is not None:
            self._window.restoreState(self.kept, LAYOUT_VERSION)
        else:
            self.arrange()
        for kind in BESIDE:
            self._docks[kind].setVisible(kind in beside)
        for kind in beside:
            self.open(kind)

    def keep(self) -> None:
        """Remember how the panels stand."""
        self.kept = self._window.saveState(LAYOUT_VERSION)

    def hide(self) -> None:
        """Hide all panels."""
        for kind in DOCKED:
            self._docks[kind].hide()

    def show_alone(self, kind: type[Panel]) -> None:
        """Show one of the panels that are hidden otherwise, as wide as it stands in the review."""
        self._docks[kind].show()
        self._window.resizeDocks([self._docks[kind]], [_ALONE_PX], Qt.Orientation.Horizontal)
        self._above.raise_()

    def toggle(self, kind: type[Panel]) -> None:
        """Show a panel in front of its neighbours; hide it where it is in front already."""
        dock = self._docks[kind]
        if dock.isVisible() and not dock.visibleRegion().isEmpty():
            self.close(kind)
        else:
            self.open(kind)

    def open(self, kind: type[Panel]) -> None:
        """Show a panel that stands beside in front of its neighbours, as high as it needs to be."""
        timeline = self._docks[TimelinePanel]
        if not self._docks[kind].isVisible() and timeline.isVisible():
            self._neighbour_px = timeline.height()
        self.bring_forward(kind)
        # Only once the panel has its place does it have a height to change.
        QTimer.singleShot(0, self._window, lambda: self._give_height(kind, _BESIDE_PX))

    def close(self, kind: type[Panel]) -> None:
        """Hide a panel that stands beside, and give its neighbours the height back that they had."""
        self._docks[kind].hide()
        timeline = self._docks[TimelinePanel]
        if timeline.isVisible() and self._neighbour_px:
            QTimer.singleShot(0, self._window, lambda: self._give_height(TimelinePanel, self._neighbour_px))

    def _give_height(self, kind: type[Panel], height_px: int) -> None:
        if self._docks[kind].isVisible():
            self._window.resizeDocks([self._docks[kind]], [height_px], Qt.Orientation.Vertical)

    def arrange(self) -> None:
        """Put every panel in its place: on a high screen the transcript is a strip of its own."""
        window, docks = self._window, self._docks
        # Hidden until each has its place: shown one above the other they would make the window grow.
        for kind, dock in docks.items():
            dock.hide()
            window.addDockWidget(kind.home, dock)
        clips, transcript, timeline = docks[ClipsPanel], docks[TranscriptPanel], docks[TimelinePanel]
        window.tabifyDockWidget(clips, docks[RunsPanel])
        is_tall = window.height() >= _TALL_PX
        if is_tall:
            window.splitDockWidget(transcript, timeline, Qt.Orientation.Vertical)
        else:
            window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, transcript)
            window.tabifyDockWidget(clips, transcript)
        window.tabifyDockWidget(clips if is_tall else transcript, docks[InsightsPanel])
        window.tabifyDockWidget(timeline, docks[DashboardPanel])
        window.tabifyDockWidget(timeline, docks[JobsPanel])
        window.tabifyDockWidget(docks[InspectorPanel], docks[StylePanel])
        for kind in DOCKED:
            docks[kind].show()
        heights = {transcript: 230, timeline: 190} if is_tall else {timeline: 172}
        window.resizeDocks([*heights], [*heights.values()], Qt.Orientation.Vertical)
        side_px = 400 if window.width() >= _WIDE_PX else 330
        sides = [clips, docks[InspectorPanel]]
        window.resizeDocks(sides, [side_px, side_px - 10], Qt.Orientation.Horizontal)
        clips.raise_()
        docks[InspectorPanel].raise_()
