"""Random but valid actions on the window: a seeded monkey that only does what a person could do at that moment."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from ui.main_window import MainWindow

NO, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KINDS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QLineEdit, QPlainTextEdit, QTabBar)
# What ends the window, or leaves the program: not the monkey's to do.
LEFT_ALONE = ("action_close_window", "action_user_guide")
TEXTS = ("pricing", "a", "0:41", "12", "«Ünïcödé» 🔥", "שלום", "")
# So many steps after the last one, everything that was begun has had its time.
SETTLING_TURNS = 50
MENU_MS = 20


def _lives(widget: QWidget) -> bool:
    """Whether a widget is still there. Of one that Qt made itself, Python does not hear that it went."""
    return any(each is widget for each in QApplication.allWidgets())


class Monkey:
    """Acts on a window and whatever it opens; `done` says what, so that a failure can be told."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window = window
        self._random = random.Random(seed)
        self.done: list[str] = []
        # A menu that a button opens runs a loop of its own until it is answered.
        self._menus = QTimer(window, interval=MENU_MS)
        self._menus.timeout.connect(self._answer_menu)
        self._menus.start()

    async def act(self, steps: int) -> None:
        """Do so many things, each on what is there when it is done."""
        weighed = {
            self._command: 5,
            self._press_widget: 6,
            self._point: 4,
            self._drag: 3,
            self._turn_wheel: 2,
            self._type: 2,
            self._leave: 2,
            self._resize: 1,
        }
        for _ in range(steps):
            (doing,) = self._random.choices(list(weighed), list(weighed.values()))
            await self._as_an_event(doing)
            for _ in range(self._random.choice((0, 1, 3, 20))):
                await asyncio.sleep(0.001)

    async def settle(self) -> None:
        """Close every dialog and menu, and wait until nothing moves."""
        for _ in range(SETTLING_TURNS):
            await self._as_an_event(self._close_others)
            await asyncio.sleep(0.01)

    def _close_others(self) -> None:
        for top in self._tops():
            if top is not self._window:
                top.close()

    async def _as_an_event(self, doing: Callable[[], None]) -> None:
        """Do something as the window's own events do it, outside of any task.

        A menu runs the loop until it is answered: within a task, no other could take a step meanwhile, and each
        that wanted to would stand still for good.
        """
        done = asyncio.get_running_loop().create_future()

        def go() -> None:
            try:
                doing()
            except BaseException as error:
                done.set_exception(error)
            else:
                done.set_result(None)

        QTimer.singleShot(0, self._window, go)
        await done

    def stop(self) -> None:
        """Answer no more menus."""
        self._menus.stop()

    def _tops(self) -> list[QWidget]:
        return [top for top in QApplication.topLevelWidgets() if top.isVisible()]

    def _top(self) -> QWidget:
        """Return what a person could act on: a dialog before the window."""
        modal = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if modal is not None:
            return modal
        return self._random.choice(self._tops() or [self._window])

    def _within(self, *kinds: type[QWidget]) -> QWidget | None:
        """Return something of these kinds that is seen, enabled and within its window."""
        top = self._top()
        if isinstance(top, QFileDialog):
            top.close()
            return None
        found = [
            widget
            for kind in kinds
            for widget in top.findChildren(kind)
            if widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty()
        ]
        return self._random.choice(found) if found else None

    def _say(self, what: str, widget: QWidget | None = None) -> None:
        name = "" if widget is None else f" {type(widget).__name__} {widget.objectName()}"
        self.done.append(f"{what}{name}")

    def _command(self) -> None:
        if self._top() is not self._window:
            return
        actions = [
            action
            for action in self._window.findChildren(QAction)
            if action.isEnabled() and action.objectName() and action.objectName() not in LEFT_ALONE
        ]
        if actions:
            action = self._random.choice(actions)
            self._say(f"command {action.objectName()}")
            action.trigger()

    def _press_widget(self) -> None:
        widget = self._within(QAbstractButton)
        if isinstance(widget, QAbstractButton):
            self._say("press", widget)
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NO, widget.rect().center())

    def _point(self) -> None:
        widget = self._within(*KINDS, QWidget)
        if widget is None:
            return
        button = self._random.choice((Qt.MouseButton.LeftButton,) * 4 + (Qt.MouseButton.RightButton,))
        place, held = self._place(widget), self._random.choice((NO, NO, NO, CTRL, SHIFT))
        self._say(f"click at {place.x()}, {place.y()} of", widget)
        if self._random.random() < 0.15:
            QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, held, place)
        else:
            QTest.mouseClick(widget, button, held, place)

    def _drag(self) -> None:
        widget = self._within(QWidget)
        if widget is None:
            return
        start, end = self._place(widget), self._place(widget)
        self._say(f"drag from {start.x()}, {start.y()} to {end.x()}, {end.y()} of", widget)
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, NO, start)
        for share in (0.3, 0.7, 1.0):
            if not _lives(widget):
                return
            QTest.mouseMove(widget, start + (end - start) * share)
        if _lives(widget):
            QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, NO, end)

    def _turn_wheel(self) -> None:
        widget = self._within(QWidget)
        if widget is None:
            return
        place, down = QPointF(self._place(widget)), QPoint(0, self._random.choice((-240, -120, 120, 240)))
        held = self._random.choice((NO, CTRL, SHIFT))
        self._say(f"wheel {down.y()} over", widget)
        event = QWheelEvent(
            place,
            widget.mapToGlobal(place),
            QPoint(),
            down,
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    def _type(self) -> None:
        field = self._within(QLineEdit, QPlainTextEdit)
        if not isinstance(field, QLineEdit | QPlainTextEdit) or field.isReadOnly():
            return
        text = self._random.choice(TEXTS)
        self._say(f"type {text!r} into", field)
        field.setFocus()
        field.selectAll()
        field.insert(text) if isinstance(field, QLineEdit) else field.insertPlainText(text)
        QTest.keyClick(field, self._random.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape)))

    def _answer_menu(self) -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return
        actions = [
            action
            for action in menu.actions()
            if action.isEnabled() and action.menu() is None and action.objectName() not in LEFT_ALONE
        ]
        chosen = self._random.choice([None, *actions])
        self._say(f"choose {chosen.text() if chosen else 'nothing'} in", menu)
        menu.close()
        if chosen is not None:
            chosen.trigger()

    def _leave(self) -> None:
        top = self._top()
        if top is not self._window and self._random.random() < 0.7:
            self._say("close", top)
            top.close() if isinstance(top, QDialog | QMenu) else QTest.keyClick(top, Qt.Key.Key_Escape)
        else:
            self._say("Escape")
            QTest.keyClick(top.focusWidget() or top, Qt.Key.Key_Escape)

    def _resize(self) -> None:
        width, height = self._random.choice(((1280, 800), (1920, 1080), (1440, 1080), (1024, 700)))
        self._say(f"resize to {width} by {height}")
        self._window.resize(width, height)

    def _place(self, widget: QWidget) -> QPoint:
        rect = widget.rect()
        return QPoint(self._random.randrange(max(1, rect.width())), self._random.randrange(max(1, rect.height())))


def widgets_alive(window: MainWindow) -> int:
    """Return how many widgets there are in the window, once those that are to be deleted are."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return len(window.findChildren(QWidget))
