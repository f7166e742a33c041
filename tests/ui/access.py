"""What a screen reader, and somebody without a mouse, find in a window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

_BY_TAB = Qt.FocusPolicy.TabFocus
_CONTROLS = (
    *(QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QTabBar),
    QTextEdit,
)


def controls(root: QWidget) -> list[QWidget]:
    """Return what can be operated below a widget as it is shown: controls, and what takes the focus by Tab."""
    shown = [root, *root.findChildren(QWidget)]
    return [widget for widget in shown if widget.isVisibleTo(root) and _is_control(widget)]


def _is_control(widget: QWidget) -> bool:
    if isinstance(widget, QScrollBar) or _is_part(widget):
        return False
    takes_focus = bool(widget.focusPolicy() & _BY_TAB)
    return isinstance(widget, _CONTROLS) or (takes_focus and widget.focusProxy() is None)


def _is_part(widget: QWidget) -> bool:
    """Whether a widget is part of one control of Qt's: the field in a spin box, the arrows of a row of tabs."""
    parent = widget.parentWidget()
    composite = (QAbstractSpinBox, QComboBox, QLineEdit, QTabBar)
    if isinstance(parent, composite):
        return True
    if isinstance(widget, QToolButton) and widget.objectName() == "qt_menubar_ext_button":
        return True
    return type(widget).__name__ in ("QComboBoxPrivateContainer", "QComboBoxListView", "QHeaderView")


def name_of(widget: QObject) -> str:
    """Return how a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def told(widget: QWidget) -> str:
    """Return a widget as a failed test should name it."""
    names = []
    above: QWidget | None = widget
    while above is not None and len(names) < 4:
        names.append(above.objectName() or type(above).__name__)
        above = above.parentWidget()
    return f"{type(widget).__name__} {' in '.join(names)}"


def nameless(root: QWidget) -> list[str]:
    """Return what can be operated but is called nothing."""
    return [told(widget) for widget in controls(root) if not name_of(widget)]


def beyond_keys(root: QWidget) -> list[str]:
    """Return what can be operated by the mouse alone.

    Of buttons that exclude each other Tab comes to one, and arrows lead from there to the others.
    """
    return [
        told(widget)
        for widget in controls(root)
        if widget.isEnabledTo(root) and not any(each.focusPolicy() & _BY_TAB for each in _neighbours(widget))
    ]


def _neighbours(widget: QWidget) -> list[QWidget]:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return [*group.buttons()] if group is not None and group.exclusive() else [widget]


def unseen_focus(root: QWidget) -> list[str]:
    """Return what looks no different when it has the focus."""
    found = []
    for widget in controls(root):
        if not widget.isEnabledTo(root) or not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        widget.clearFocus()
        QApplication.sendPostedEvents()
        before = _picture(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        # Once more where both are alike: what arrived between them may have taken the difference away.
        if widget.hasFocus() and _picture(widget) == before and _is_alike(widget):
            found.append(told(widget))
    return found


def _is_alike(widget: QWidget) -> bool:
    focused = _picture(widget)
    widget.clearFocus()
    return _picture(widget) == focused


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()
