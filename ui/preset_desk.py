"""What the window does about presets: the dialog that shows and makes them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.panel import Workbench


class PresetDesk(QObject):
    """Stands between presets and the user."""

    def __init__(self, window: QWidget, bench: Workbench) -> None:
        super().__init__(window)
        self._window = window
        self._bench = bench

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what its commands do."""
        return {"presets": lambda: self.open(self._window)}

    def open(self, over: QWidget) -> None:
        """Show all presets over a window or a dialog."""
        from ui.dialogs.presets import PresetsDialog

        if over.window().findChild(PresetsDialog) is None:
            dialog = PresetsDialog(self._bench.presets, self._bench.memory, over)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
