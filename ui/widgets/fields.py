"""Text fields that commit once: on Return or when the focus leaves, and only when the text changed."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from ui.theme import fix_width, give_font
from ui.widgets.basics import restyle
from ui.widgets.timecode import clock_tenths, parse_time, with_sign

_CALM_MS = 400


class CommitField(QLineEdit):
    """A line of text that is told once it is finished; Escape brings the old text back.

    Signals:
        committed(str): The user finished a changed text.
    """

    committed = Signal(str)

    def __init__(self, accessible_name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(placeholder)
        self.returnPressed.connect(self._on_return_pressed)

    def show_text(self, text: str) -> None:
        """Show a text that is not the user's; a text being typed is left alone."""
        self._kept = text
        if not (self.hasFocus() and self.isModified()):
            self.setText(text)
            self.setCursorPosition(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit when the user goes elsewhere."""
        super().focusOutEvent(event)
        self._commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up the change on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._kept)
            self.clearFocus()
            return
        super().keyPressEvent(event)

    def _on_return_pressed(self) -> None:
        self._commit()
        self.clearFocus()

    def _commit(self) -> None:
        text = self.text().strip()
        if text != self._kept:
            self._kept = text
            # Before it is told, so that what comes of it may be shown in place of what was typed.
            self.setModified(False)
            self.committed.emit(text)
        self.setModified(False)


class TimeField(CommitField):
    """A time in the source; Up and Down move it by a tenth of a second.

    Signals:
        time_committed(float): The user finished a valid, changed time, in seconds.
        misread(): The user finished something that is no time; the last time is shown again.
    """

    time_committed = Signal(float)
    misread = Signal()

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(accessible_name, parent=parent)
        self._seconds = 0.0
        give_font(self, is_tabular=True)
        fix_width(self, 92)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.committed.connect(self._on_committed)
        self.textEdited.connect(self._on_text_edited)

    def show_time(self, seconds: float) -> None:
        """Show a time."""
        self._seconds = seconds
        self.show_text(clock_tenths(seconds))
        restyle(self, "invalid", False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by a tenth on Up and Down."""
        steps = {Qt.Key.Key_Up: 0.1, Qt.Key.Key_Down: -0.1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.time_committed.emit(max(0.0, self._seconds + step))

    def _on_text_edited(self, text: str) -> None:
        restyle(self, "invalid", parse_time(text) is None)

    def _on_committed(self, text: str) -> None:
        seconds = parse_time(text)
        shown = self._seconds
        self.show_time(shown)
        if seconds is None:
            self.misread.emit()
        elif abs(seconds - shown) > 0.04:
            self.time_committed.emit(seconds)


class CalmSpinBox(QSpinBox):
    """A number that is told once it is finished, and that the wheel does not change in passing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_value(self, value: int) -> None:
        """Show a number that is not the user's, without telling; one being typed is left alone."""
        if not (self.hasFocus() and self.lineEdit().isModified()):
            self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page while the number is not in use."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class AmountField(QDoubleSpinBox):
    """An amount with its unit, told once it stands still; the wheel does not change it in passing.

    Signals:
        committed(float): The user chose another amount.
    """

    committed = Signal(float)

    def __init__(
        self, accessible_name: str, least: float, most: float, step: float, decimals: int, unit: str
    ) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setDecimals(decimals)
        self.setSuffix(f" {unit}")
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._kept = self.value()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self.flush)
        self.valueChanged.connect(lambda _amount: self._calm.start())
        self.editingFinished.connect(self.flush)

    def show_amount(self, amount: float) -> None:
        """Show an amount that is not the user's; one being chosen is left alone."""
        self._kept = amount
        if not (self._calm.isActive() or (self.hasFocus() and self.lineEdit().isModified())):
            self.setValue(amount)
            self._kept = self.value()
            self._calm.stop()

    def flush(self) -> None:
        """Tell what was chosen now, rather than when it stands still."""
        self.interpretText()
        self._calm.stop()
        if abs(self.value() - self._kept) > 10.0 ** -self.decimals() / 2:
            self._kept = self.value()
            self.committed.emit(self._kept)

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Take a comma and a point for the decimal sign, which Qt would leave out where it parts thousands."""
        typed = text.removesuffix(self.suffix())
        return super().validate(with_sign(typed, QLocale().decimalPoint()) + text[len(typed) :], at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page while the amount is not in use."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CommitText(QPlainTextEdit):
    """Some lines of text, told once they are finished: by leaving them, or on Ctrl+Return; Escape brings the old
    text back. Tab goes on to the next field.

    Signals:
        committed(str): The user finished a changed text.
    """

    committed = Signal(str)

    def __init__(self, accessible_name: str, placeholder: str = "", lines: int = 4) -> None:
        super().__init__()
        self._kept = ""
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        margins = self.contentsMargins().top() + self.contentsMargins().bottom() + 18
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + margins)

    def show_text(self, text: str) -> None:
        """Show a text that is not the user's; a text being typed is left alone."""
        self._kept = text
        if not (self.hasFocus() and self.document().isModified()) and text != self.toPlainText():
            self.setPlainText(text)
            self.document().setModified(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit when the user goes elsewhere."""
        super().focusOutEvent(event)
        self._commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up the change on Escape; keep it on Ctrl+Return."""
        if event.key() == Qt.Key.Key_Escape:
            self.setPlainText(self._kept)
            self.document().setModified(False)
            self.clearFocus()
            return
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._commit()
            self.clearFocus()
            return
        super().keyPressEvent(event)

    def _commit(self) -> None:
        text = self.toPlainText().strip()
        if text != self._kept.strip():
            self._kept = text
            # Before it is told, so that what comes of it may be shown in place of what was typed.
            self.document().setModified(False)
            self.committed.emit(text)
