"""The panels around the preview, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabWidget, QWidget

from ui import theme
from ui.panel import Kind, P, Panel, Workbench
from ui.panel_dock import PanelDock
from ui.panels import (
    BESIDE,
    CLIPS,
    DASHBOARD,
    DOCKED,
    INSIGHTS,
    INSPECTOR,
    JOBS,
    RUNS,
    SEARCH,
    STYLE,
    TIMELINE,
    TRANSCRIPT,
)
from ui.widgets.dock_title import DockTitle

LAYOUT_VERSION = 4
_TALL_PX = 1000
_WIDE_PX = 1600
LOW_PX = 700
_NARROW_PX = 1100
_ALONE_PX = 360
_BESIDE_PX = 376


class Docks:
    """All docked panels of a window. They are shown while there are clips to review, and hidden otherwise; those
    that stand beside are shown and hidden by the user alone. `above` stays in front of them all.
    """

    def __init__(self, window: QMainWindow, bench: Workbench, above: QWidget) -> None:
        self._window = window
        self._above = above
        self._docks: dict[Kind[Panel], PanelDock[Any]] = {}
        self.kept: QByteArray | None = None
        # Which panels stand where they are kept, where that is known before they are shown.
        self._standing: tuple[Kind[Panel], ...] = DOCKED
        self._are_shown = False
        self._is_arranging = False
        self._percent = theme.percent()
        self._neighbour_px = 0
        bottom = Qt.DockWidgetArea.BottomDockWidgetArea
        window.setDockNestingEnabled(True)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setCorner(Qt.Corner.BottomLeftCorner, bottom)
        window.setCorner(Qt.Corner.BottomRightCorner, bottom)
        for kind in (*DOCKED, *BESIDE):
            dock: PanelDock[Any] = PanelDock(kind, bench, window)
            dock.topLevelChanged.connect(lambda _floats, dock=dock: self._show_title(dock))
            self._show_title(dock)
            self._docks[kind] = dock
            window.addDockWidget(kind.home, dock)
        for kind in BESIDE:
            self._docks[kind].hide()
        # Of tabs that share a place only the dock knows which is in front.
        style = self._docks[STYLE]
        self.once_made(STYLE, lambda panel: style.visibilityChanged.connect(panel.stand_in_front))

    # Arranging

    @property
    def is_arranging(self) -> bool:
        """Whether panels have bars by which they are dragged."""
        return self._is_arranging

    def let_arrange(self, may: bool) -> None:
        """Give panels bars by which they are dragged, or take them away again; what floats keeps its bar."""
        self._is_arranging = may
        for dock in self._docks.values():
            self._show_title(dock)

    def follow_letters(self) -> None:
        """Give the panels beside the picture the width that their letters need now."""
        before, self._percent = self._percent, theme.percent()
        sides = [dock for kind in (CLIPS, INSPECTOR) if (dock := self._docks[kind]).isVisible()]
        if before != self._percent and sides and not any(dock.isFloating() for dock in sides):
            wanted = [round(dock.width() * self._percent / before) for dock in sides]
            self._window.resizeDocks(sides, wanted, Qt.Orientation.Horizontal)

    def _show_title(self, dock: QDockWidget) -> None:
        feature = QDockWidget.DockWidgetFeature
        before = dock.titleBarWidget()
        if self._is_arranging or dock.isFloating():
            dock.setFeatures(feature.DockWidgetClosable | feature.DockWidgetMovable | feature.DockWidgetFloatable)
            if not isinstance(before, DockTitle):
                dock.setTitleBarWidget(
                    DockTitle(dock.windowTitle(), lambda: dock.setFloating(not dock.isFloating()), dock.close)
                )
        else:
            dock.setFeatures(feature.DockWidgetClosable)
            if before is None or isinstance(before, DockTitle):
                dock.setTitleBarWidget(QWidget(dock))
        after = dock.titleBarWidget()
        if before is not None and before is not after:
            before.hide()
            before.deleteLater()

    def move_focused(self, area: Qt.DockWidgetArea) -> bool:
        """Move the panel that has the focus to another side; False where none has it."""
        dock, has_it = self._focused()
        if dock is None:
            return False
        dock.setFloating(False)
        self._window.addDockWidget(area, dock)
        self._bring(dock, has_it)
        return True

    def float_focused(self) -> bool:
        """Make the panel that has the focus a window of its own, or put it back; False where none has it."""
        dock, has_it = self._focused()
        if dock is None:
            return False
        dock.setFloating(not dock.isFloating())
        self._bring(dock, has_it)
        return True

    def _focused(self) -> tuple[QDockWidget | None, QWidget | None]:
        has_it = QApplication.focusWidget()
        found = (dock for dock in self._docks.values() if has_it is not None and dock.isAncestorOf(has_it))
        return next(found, None), has_it

    def _bring(self, dock: QDockWidget, had_focus: QWidget | None) -> None:
        dock.show()
        dock.raise_()
        self._above.raise_()
        if had_focus is not None:
            # It lost the focus on its way.
            dock.activateWindow()
            had_focus.setFocus()

    def state(self) -> QByteArray:
        """Return how the panels stand; where they are hidden, how they stood last."""
        return self._window.saveState(LAYOUT_VERSION) if self._are_shown or self.kept is None else self.kept

    def recall(self, state: QByteArray) -> None:
        """Let the panels stand as they did, once they are shown; before the window is, this costs little."""
        if self._window.restoreState(state, LAYOUT_VERSION):
            self.kept = state
            self._standing = self._not_hidden()
            for kind in BESIDE:
                if not self._docks[kind].isHidden():
                    # Seen at once, with whatever face the window has.
                    self.panel(kind)

    def restore(self, state: QByteArray) -> bool:
        """Let the panels stand as they were; False, and the usual places, where that can't be read.

        While they are hidden they will stand so when they are shown.
        """
        if not self._are_shown:
            self.kept = state
            return True
        if self._window.restoreState(state, LAYOUT_VERSION):
            return True
        self.arrange()
        return False

    # Showing

    def follow_beside(self, run: Callable[[], object]) -> None:
        """Have something done whenever a panel that stands beside comes or goes."""
        for kind in BESIDE:
            self._docks[kind].visibilityChanged.connect(lambda _is_seen: run())

    @property
    def is_beside_open(self) -> bool:
        """Whether a panel that stands beside takes its room from the others."""
        return any(self._docks[kind].isVisible() for kind in BESIDE)

    def panel(self, kind: Kind[P]) -> P:
        """Return the panel of a kind, which is made now if it was not before."""
        found: P = self._docks[kind].panel()
        return found

    def once_made(self, kind: Kind[P], act: Callable[[P], object]) -> None:
        """Do something with the panel of a kind: now, or as soon as it is made."""
        self._docks[kind].once_made(act)

    def make(self) -> Iterator[None]:
        """Make the panels that nobody asked for yet, some milliseconds a step."""
        for dock in self._docks.values():
            yield from dock.make()

    def handlers(self, kind: Kind[Panel], comes_forward: bool = False) -> dict[str, Callable[[], object]]:
        """Return what the commands of a panel do; it is made, and may come forward, when one is given."""
        with_panel = self.act_in if comes_forward else self._act
        return {name: partial(with_panel, kind, partial(_do, name)) for name in kind.commands}

    def _act(self, kind: Kind[P], act: Callable[[P], object]) -> None:
        act(self.panel(kind))

    def switches(self) -> list[QAction]:
        """Return the actions that show and hide the panels."""
        return [self._docks[kind].toggleViewAction() for kind in DOCKED]

    def bring_forward(self, kind: Kind[Panel]) -> None:
        """Show a panel, in front of those that share its place."""
        self._docks[kind].show()
        self._docks[kind].raise_()
        self._above.raise_()

    def act_in(self, kind: Kind[P], act: Callable[[P], object]) -> None:
        """Do something that a panel shows, with the panel in front."""
        if not self._docks[kind].isHidden():
            self.bring_forward(kind)
            act(self.panel(kind))

    @property
    def are_shown(self) -> bool:
        """Whether the panels stand around a review, all that are to."""
        return self._are_shown

    def show(self, change_middle: Callable[[], object]) -> Iterator[None]:
        """Show the panels as the user left them, or in their places, one a step, around what the middle becomes.

        All in one go took Qt some 45 ms, and as long again to paint them. Nothing is painted until each has its
        place, and then one after the other.
        """
        self._window.setUpdatesEnabled(False)
        unseen: list[QWidget] = [self._window]
        try:
            change_middle()
            yield from self._bring_in()
            # Placing them and painting the bars around them are two turns.
            yield
            self._are_shown = True
            parts = [each for each in (self._window.centralWidget(), *self._in_front()) if each is not None]
            for part in parts:
                part.setUpdatesEnabled(False)
            unseen += parts
            while unseen:
                _let_see(unseen.pop(0))
                yield
        finally:
            for each in unseen:
                _let_see(each)

    def _bring_in(self) -> Iterator[None]:
        beside = [kind for kind in BESIDE if self._docks[kind].isVisible()]
        if self.kept is None:
            self._put_in_places()
        for kind in self._standing:
            yield
            self._docks[kind].show()
        yield
        if self.kept is None:
            self._give_sizes()
        elif not self._window.restoreState(self.kept, LAYOUT_VERSION):
            self.arrange()
        for kind in BESIDE:
            self._docks[kind].setVisible(kind in beside)
        for kind in beside:
            self.open(kind)

    def _in_front(self) -> list[QDockWidget]:
        return [dock for dock in self._docks.values() if not dock.visibleRegion().isEmpty()]

    def get_ready(self) -> Iterator[None]:
        """Lay out and paint the panels once while they are hidden, one at a step: what that finds out (sizes of
        texts, pictures of letters and icons) is at hand when they are shown.
        """
        for kind in DOCKED:
            yield from self._in_place(self._prepare(kind))

    def _prepare(self, kind: Kind[Panel]) -> Iterator[None]:
        yield from self.panel(kind).get_ready()
        if self._docks[kind].isHidden():
            self.panel(kind).grab()
        yield

    def _in_place(self, steps: Iterator[None]) -> Iterator[None]:
        """Go on in steps that leave the window laid out as it is shown.

        To paint what is hidden Qt lays all out as if it had its place there. Until the loop mended that, whoever
        clicked on the first page would have met what stands beside.
        """
        middle, layout = self._window.centralWidget(), self._window.layout()
        while middle is not None and layout is not None:
            place = middle.geometry()
            if next(steps, True):
                return
            if middle.geometry() != place:
                layout.invalidate()
                layout.activate()
            yield

    def keep(self) -> None:
        """Remember how the panels stand, where they do."""
        if self._are_shown:
            self.kept = self._window.saveState(LAYOUT_VERSION)
            self._standing = self._not_hidden()

    def _not_hidden(self) -> tuple[Kind[Panel], ...]:
        return tuple(kind for kind in DOCKED if not self._docks[kind].isHidden())

    def hide(self) -> None:
        """Hide all panels."""
        self._are_shown = False
        for kind in DOCKED:
            self._docks[kind].hide()

    def show_alone(self, kind: Kind[Panel]) -> None:
        """Show one of the panels that are hidden otherwise, as wide as it stands in the review."""
        self._docks[kind].show()
        self._window.resizeDocks([self._docks[kind]], [_ALONE_PX], Qt.Orientation.Horizontal)
        self._above.raise_()

    def toggle(self, kind: Kind[Panel]) -> None:
        """Show a panel in front of its neighbours; hide it where it is in front already."""
        dock = self._docks[kind]
        if dock.isVisible() and not dock.visibleRegion().isEmpty():
            self.close(kind)
        else:
            self.open(kind)

    def open(self, kind: Kind[Panel]) -> None:
        """Show a panel that stands beside in front of its neighbours, as high as it needs to be."""
        timeline = self._docks[TIMELINE]
        if not self._docks[kind].isVisible() and timeline.isVisible():
            self._neighbour_px = timeline.height()
        self.bring_forward(kind)
        # Only once the panel has its place does it have a height to change.
        QTimer.singleShot(0, self._window, lambda: self._give_height(kind, _BESIDE_PX))

    def close(self, kind: Kind[Panel]) -> None:
        """Hide a panel that stands beside, and give its neighbours the height back that they had."""
        self._docks[kind].hide()
        timeline = self._docks[TIMELINE]
        if timeline.isVisible() and self._neighbour_px:
            QTimer.singleShot(0, self._window, lambda: self._give_height(TIMELINE, self._neighbour_px))

    def _give_height(self, kind: Kind[Panel], height_px: int) -> None:
        if self._docks[kind].isVisible():
            self._window.resizeDocks([self._docks[kind]], [height_px], Qt.Orientation.Vertical)

    def arrange(self) -> None:
        """Put every panel in its place: on a high screen the transcript is a strip of its own."""
        self._put_in_places()
        for kind in DOCKED:
            self._docks[kind].show()
        self._give_sizes()

    def _is_tall(self) -> bool:
        return self._window.height() >= _TALL_PX

    def _is_wide(self) -> bool:
        return self._window.width() >= _WIDE_PX

    def _put_in_places(self) -> None:
        window, docks = self._window, self._docks
        # Hidden until each has its place: shown one above the other they would make the window grow.
        for kind, dock in docks.items():
            dock.hide()
            dock.setFloating(False)
            window.addDockWidget(kind.home, dock)
        clips, transcript, timeline = docks[CLIPS], docks[TRANSCRIPT], docks[TIMELINE]
        window.tabifyDockWidget(clips, docks[RUNS])
        is_tall, is_wide = self._is_tall(), self._is_wide()
        if is_tall and is_wide:
            # Beside each other they leave the picture its height.
            window.splitDockWidget(timeline, transcript, Qt.Orientation.Horizontal)
        elif is_tall:
            window.splitDockWidget(transcript, timeline, Qt.Orientation.Vertical)
        else:
            # Where the panels at the left are narrow, their tabs have no room for one more.
            is_narrow = window.width() < _NARROW_PX
            side = Qt.DockWidgetArea.RightDockWidgetArea if is_narrow else Qt.DockWidgetArea.LeftDockWidgetArea
            window.addDockWidget(side, transcript)
            window.tabifyDockWidget(docks[INSPECTOR] if is_narrow else clips, transcript)
        window.tabifyDockWidget(docks[RUNS] if is_tall else clips, docks[INSIGHTS])
        window.tabifyDockWidget(timeline, docks[DASHBOARD])
        window.tabifyDockWidget(timeline, docks[JOBS])
        window.tabifyDockWidget(timeline, docks[SEARCH])
        window.tabifyDockWidget(docks[INSPECTOR], docks[STYLE])

    def _give_sizes(self) -> None:
        window, docks = self._window, self._docks
        is_tall, is_wide = self._is_tall(), self._is_wide()
        clips, transcript, timeline = docks[CLIPS], docks[TRANSCRIPT], docks[TIMELINE]
        stacked = {transcript: 230, timeline: 190}
        low = {timeline: 172 if window.height() >= LOW_PX else 124}
        heights = {timeline: 230} if is_tall and is_wide else stacked if is_tall else low
        window.resizeDocks([*heights], [*heights.values()], Qt.Orientation.Vertical)
        if is_tall and is_wide:
            parts = [window.width() * 2 // 3, window.width() // 3]
            window.resizeDocks([timeline, transcript], parts, Qt.Orientation.Horizontal)
        # Wider with larger letters, as long as the picture keeps its part.
        side_px = min(theme.px(400 if is_wide else 330), window.width() * 3 // 10)
        sides = [clips, docks[INSPECTOR]]
        window.resizeDocks(sides, [side_px, side_px - 10], Qt.Orientation.Horizontal)
        clips.raise_()
        docks[INSPECTOR].raise_()


def _do(command: str, panel: Panel) -> None:
    panel.handlers()[command]()


def _let_see(widget: QWidget) -> None:
    """Let a widget be painted again, and paint it: Qt forgets updates that were asked for meanwhile."""
    widget.setUpdatesEnabled(True)
    widget.repaint()
