"""What the window does about publishing: opens its dialogs, and says what arrived."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from ui.panel import Workbench
from ui.publish.destination_list import DestinationsDialog


class PublishDesk(QObject):
    """Stands between publishing and the user."""

    def __init__(self, window: QWidget, bench: Workbench) -> None:
        super().__init__(window)
        self._window = window
        self._bench = bench

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what its commands do."""
        return {"destinations": self.open_destinations}

    def open_destinations(self, over: QWidget | None = None) -> None:
        """Show the destinations, over the window or over a dialog."""
        if self._window.findChild(DestinationsDialog) is None:
            _show(DestinationsDialog(self._bench.destinations, self._bench.publishing, over or self._window))


def _show(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
