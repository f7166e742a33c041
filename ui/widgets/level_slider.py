"""A named slider with its value in words, told once it stands still."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from ui.widgets.basics import column, label, row

_CALM_MS = 400


class LevelSlider(QWidget):
    """A whole number; `words` says what one of them means. A drag is told when it ends, keys when they pause.

    Signals:
        committed(int): The user chose another value.
    """

    committed = Signal(int)

    def __init__(self, title: str, least: int, most: int, words: Callable[[int], str]) -> None:
        super().__init__()
        self._words = words
        self._kept = least
        self.slider = _CalmSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(least, most)
        self.slider.setAccessibleName(title)
        self._value = label("", "small")
        layout = column(spacing=2)
        layout.addLayout(row(label(title, "muted"), None, self._value))
        layout.addWidget(self.slider)
        self.setLayout(layout)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self.flush)
        self.slider.valueChanged.connect(self._on_value_changed)
        self.slider.sliderReleased.connect(self.flush)

    def show_value(self, value: int) -> None:
        """Show a value that is not the user's; one being chosen is left alone."""
        self._kept = value
        if not (self.slider.isSliderDown() or self._calm.isActive()):
            self.slider.setValue(value)
            self._calm.stop()
            self._value.setText(self._words(self.slider.value()))

    def flush(self) -> None:
        """Tell what was chosen now, rather than when it stands still."""
        self._calm.stop()
        value = self.slider.value()
        if value != self._kept:
            self._kept = value
            self.committed.emit(value)

    def _on_value_changed(self, value: int) -> None:
        self._value.setText(self._words(value))
        if not self.slider.isSliderDown():
            self._calm.start()


class _CalmSlider(QSlider):
    """Leaves the wheel to the page while it is not in use."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move only where the user is at it already."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
