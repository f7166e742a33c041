"""The bar over a panel while panels are arranged: it is dragged by it, moved by its menu, floated and closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.widgets.basics import icon_button, label, row
from ui.wording import tr


class DockTitle(QWidget):
    """A grip with the panel's name. Presses fall through to the dock, which moves along with the pointer."""

    def __init__(self, title: str, float_or_dock: Callable[[], object], close: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("dockTitle", True)
        grip = label("⠿", "small")
        grip.setAccessibleName("")
        floats = tr("{panel}: a window of its own, or back in place").format(panel=title)
        floating = icon_button("full-screen", floats, float_or_dock)
        closing = icon_button("close", tr("Close {panel}").format(panel=title), close)
        for made in (floating, closing):
            made.setProperty("tiny", True)
        layout = row(grip, label(title, "strong"), None, floating, closing, spacing=4)
        layout.setContentsMargins(8, 2, 4, 2)
        self.setLayout(layout)
