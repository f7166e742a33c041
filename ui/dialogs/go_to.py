"""Asks for a time and goes there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.basics import button, column, label, restyle, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.timecode import clock, parse_time
from ui.wording import tr


class GoToDialog(Dialog):
    """One field for a time in the source.

    Signals:
        time_chosen(float): The source second to go to.
    """

    time_chosen = Signal(float)

    def __init__(self, at: float, duration: float, fps: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("goToDialog")
        self.setWindowTitle(tr("Go to a time"))
        self._duration = duration
        self._fps = fps
        self._field = QLineEdit(clock(at))
        self._field.setObjectName("goToField")
        self._field.setAccessibleName(tr("Time in the source"))
        self._field.selectAll()
        self._field.textEdited.connect(lambda _text: restyle(self._field, "invalid", self._time() is None))
        go = button(tr("Go"), self.accept, is_primary=True)
        go.setDefault(True)
        layout = column(
            label(tr("Time in the source, as 12:41, 1:02:03 or 00:12:41:08"), "muted"), self._field, spacing=12
        )
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(
            row(
                label(tr("Length {time}").format(time=clock(duration)), "small"),
                None,
                button(tr("Cancel"), self.reject),
                go,
            )
        )
        self.setLayout(layout)
        self.setMinimumWidth(360)

    def accept(self) -> None:
        """Go where the field says, if that is a time."""
        at = self._time()
        if at is None:
            restyle(self._field, "invalid", True)
            return
        super().accept()
        self.time_chosen.emit(at)

    def _time(self) -> float | None:
        at = parse_time(self._field.text(), self._fps)
        return None if at is None else min(at, self._duration)
