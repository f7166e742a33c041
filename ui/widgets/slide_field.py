"""A number on a slider with a field beside it: dragged by hand or typed, told at every step of the way."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QStyle, QWidget

from ui.theme import fix_width, give_font
from ui.widgets.basics import row
from ui.widgets.fields import CommitField
from ui.widgets.timecode import number, with_sign
from ui.wording import tr

_FIELD_PX = 70
_HANDLE_PX = 14


class SlideField(QWidget):
    """A number from `least` to `most` in a unit. The slider covers what is usual; what is typed may go further.

    Signals:
        moved(float, bool): The user wants another number; whether the slider is still held.
        released(): The user let the slider go, or finished typing.
    """

    moved = Signal(float, bool)
    released = Signal()

    def __init__(
        self,
        accessible_name: str,
        least: float,
        most: float,
        step: float = 1.0,
        unit: str = "",
        limit: float | None = None,
    ) -> None:
        super().__init__()
        self._step = step
        self.slider = _CalmSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(round(least / step), round(most / step))
        self.slider.setPageStep(max(1, round((most - least) / step / 10)))
        self.slider.setAccessibleName(accessible_name)
        self.slider.setMinimumWidth(40)
        self.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        most_typed = limit if limit is not None else most
        self.field = _NumberText(tr("{name}, exactly").format(name=accessible_name), least, most_typed, step, unit)
        fix_width(self.field, _FIELD_PX)
        layout = row(self.slider, self.field, spacing=8)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.slider)
        self.slider.valueChanged.connect(self._on_slid)
        self.slider.sliderReleased.connect(self.released)
        self.field.typed.connect(self._on_typed)

    def value(self) -> float:
        """Return the number shown."""
        return self.field.value()

    def show_value(self, value: float) -> None:
        """Show a number that is not the user's, without telling."""
        self.slider.blockSignals(True)
        self.slider.setValue(round(value / self._step))
        self.slider.blockSignals(False)
        self.field.show_value(value)

    def _on_slid(self, steps: int) -> None:
        value = steps * self._step
        self.field.show_value(value)
        self.moved.emit(value, self.slider.isSliderDown())

    def _on_typed(self, value: float) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(round(value / self._step))
        self.slider.blockSignals(False)
        self.moved.emit(value, False)
        self.released.emit()


class _NumberText(CommitField):
    """A number with its unit as text; Up and Down move it by a step.

    Signals:
        typed(float): The user wants another number.
    """

    typed = Signal(float)

    def __init__(self, accessible_name: str, least: float, most: float, step: float, unit: str) -> None:
        super().__init__(accessible_name)
        self._least, self._most, self._step, self._unit = least, most, step, unit
        self._value = least
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        give_font(self, is_tabular=True)
        self.committed.connect(self._on_committed)

    def value(self) -> float:
        """Return the number shown."""
        return self._value

    def show_value(self, value: float) -> None:
        """Show a number."""
        self._value = value
        decimals = 0 if self._step >= 1 else 1 if self._step >= 0.1 else 2
        self.show_text(f"{number(value, decimals)} {self._unit}".strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step on Up and Down."""
        steps = {Qt.Key.Key_Up: self._step, Qt.Key.Key_Down: -self._step}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._take(self._value + step)

    def _on_committed(self, text: str) -> None:
        found = re.search(r"-?[0-9]+(?:[.,][0-9]+)?", text.replace("−", "-"))
        before = self._value
        self.show_value(before)
        if found is not None:
            self._take(float(with_sign(found.group())))

    def _take(self, wanted: float) -> None:
        value = min(max(round(wanted / self._step) * self._step, self._least), self._most)
        if abs(value - self._value) > self._step / 4:
            self.setModified(False)
            self.show_value(value)
            self.typed.emit(value)


class _CalmSlider(QSlider):
    """Leaves the wheel to the page while it is not in use; pressed anywhere, the handle comes to the hand."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the handle below the pointer, and hold it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            room = self.width() - _HANDLE_PX
            at = round(event.position().x()) - _HANDLE_PX // 2
            is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            least, most = self.minimum(), self.maximum()
            self.setValue(QStyle.sliderValueFromPosition(least, most, at, room, is_mirrored))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        super().mouseReleaseEvent(event)
        if self.isSliderDown():
            self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move only where the user is at it already."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
