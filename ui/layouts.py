"""Arrangements of the panels: saved under a name, brought back, removed; and panels moved without the mouse."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QByteArray, QObject, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from ui.docks import LAYOUT_VERSION, Docks
from ui.widgets.notice import Notice
from ui.wording import tr

_ASKING_PX = 420
_MEMORY_KEY = f"layouts{LAYOUT_VERSION}"
_PLACES = {
    "panel_left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "panel_right": Qt.DockWidgetArea.RightDockWidgetArea,
    "panel_bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}


class Layouts(QObject):
    """The user's own layouts, newest last, in what the window remembers."""

    def __init__(self, window: QWidget, docks: Docks, memory: QSettings, notice: Notice) -> None:
        super().__init__(window)
        self._window = window
        self._docks = docks
        self._memory = memory
        self._notice = notice
        self._menu: QMenu | None = None
        self._listed: list[QAction] = []

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do that arrange panels."""
        places = {name: partial(self._move, area) for name, area in _PLACES.items()}
        return {
            **places,
            "panel_float": self._float,
            "arrange_panels": self._arrange,
            "save_layout": self.ask_name,
            "reset_layout": self._docks.arrange,
        }

    def mark(self, actions: Mapping[str, QAction]) -> None:
        """Tick the command that lets panels be dragged while they can be."""
        arranging = actions["arrange_panels"]
        arranging.setCheckable(True)
        arranging.setChecked(self._docks.is_arranging)

    def fill(self, menu: QMenu) -> None:
        """List the layouts below what a menu holds, whenever it is opened."""
        self._menu = menu
        menu.aboutToShow.connect(self._fill)
        self._fill()

    def names(self) -> list[str]:
        """Return the names of the layouts."""
        return list(self._kept())

    def ask_name(self) -> None:
        """Ask under which name the layout is kept."""
        asking = QInputDialog(self._window)
        asking.setObjectName("layoutName")
        asking.setWindowTitle(tr("Save the layout"))
        asking.setLabelText(tr("Name of the layout; a layout of the same name is replaced"))
        asking.setOkButtonText(tr("Save"))
        asking.setTextValue(tr("Layout {number}").format(number=len(self._kept()) + 1))
        asking.setMinimumWidth(_ASKING_PX)
        asking.minimumSizeHint()  # it is laid out only once it is asked for its size
        if (layout := asking.layout()) is not None:
            layout.setContentsMargins(20, 18, 20, 16)
            layout.setSpacing(10)
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.textValueSelected.connect(self.save)
        asking.open()

    def save(self, name: str) -> None:
        """Keep how the panels stand now."""
        name = " ".join(name.split())
        if name:
            self._keep({**self._kept(), name: bytes(self._docks.state().data()).hex()})
            self._notice.tell("done", tr("The layout is kept as “{name}”, in View › Layouts.").format(name=name))

    def apply(self, name: str) -> None:
        """Let the panels stand as they were kept."""
        state = self._kept().get(name, "")
        if not state or not self._docks.restore(QByteArray.fromHex(QByteArray(state.encode()))):
            told = tr("The layout “{name}” can't be read any more; the usual one is shown.")
            self._notice.tell("warning", told.format(name=name))

    def remove(self, name: str) -> None:
        """Forget a layout."""
        self._keep({known: state for known, state in self._kept().items() if known != name})

    def _fill(self) -> None:
        menu = self._menu
        assert menu is not None
        for listed in self._listed:
            menu.removeAction(listed)
            listed.deleteLater()
        names = self.names()
        self._listed = [menu.addAction(_shown(name), partial(self.apply, name)) for name in names]
        if not names:
            self._listed.append(menu.addAction(tr("None saved yet")))
            self._listed[-1].setEnabled(False)
            return
        removing = QMenu(tr("Remove"), menu)
        for name in names:
            removing.addAction(_shown(name), partial(self.remove, name))
        self._listed += [menu.addSeparator(), menu.addMenu(removing)]

    def _arrange(self) -> None:
        self._docks.let_arrange(not self._docks.is_arranging)
        if self._docks.is_arranging:
            self._notice.tell(
                "info",
                tr(
                    "Drag panels by their bars: to an edge, onto each other, or out of the window. "
                    "View › Arrange panels ends it."
                ),
            )

    def _move(self, area: Qt.DockWidgetArea) -> None:
        if not self._docks.move_focused(area):
            self._notice.tell("info", tr("Click into a panel first, or go to it by Tab; then it can be moved."))

    def _float(self) -> None:
        if not self._docks.float_focused():
            self._notice.tell("info", tr("Click into a panel first, or go to it by Tab; then it can be moved."))

    def _kept(self) -> dict[str, str]:
        try:
            kept = json.loads(str(self._memory.value(_MEMORY_KEY, "{}")))
        except ValueError:
            return {}
        return {str(name): str(state) for name, state in kept.items()} if isinstance(kept, dict) else {}

    def _keep(self, layouts: Mapping[str, str]) -> None:
        self._memory.setValue(_MEMORY_KEY, json.dumps(dict(layouts)))


def _shown(name: str) -> str:
    """Return a name for a menu, where a lone & would be its key."""
    return name.replace("&", "&&")
