"""Somebody in front of the window: eyes that read what is shown, hands on a real pointer and real keys.

The hands are xdotool's. An act is over once the window has felt it; what it leads to is waited for by what is
shown. There is no window manager on the display, so the person does its part: what opens gets the keyboard, and
so does what is clicked.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QTabBar,
    QWidget,
)

W = TypeVar("W", bound=QWidget)

# What the machine works at takes long on a busy machine; all else is an answer of the window.
WORK_S, ANSWER_S, FELT_S = 300.0, 60.0, 60.0
# To look at all that is shown takes as long as a look waits: what takes long is looked at less often.
_LOOK_S, _LONG_S, _LONG_LOOK_S = 0.03, 1.0, 0.25
# So many looks in a row a thing has to be at one place before it is clicked.
_STILL = 3
_WINDOWS = (Qt.WindowType.Window, Qt.WindowType.Dialog)
_DUMP_LINES = 200
_HELD_KEYS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


def xdotool(*arguments: object) -> None:
    """Do something with the pointer or the keyboard of the display."""
    subprocess.run(["xdotool", *map(str, arguments)], check=True, timeout=60)


class Feeling(QObject):
    """Counts what the window feels of the person's hands, and knows which window opened last."""

    def __init__(self) -> None:
        super().__init__()
        self.clicks = 0
        self.keys = 0
        self.letters = 0
        self.front: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on, and stop nothing."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonRelease:
            self.clicks += isinstance(watched, QWindow)
        elif isinstance(event, QKeyEvent):
            if event.key() not in _HELD_KEYS:
                # A key that opens a dialog is never felt to be let go: the window behind hears nothing any more.
                self.keys += kind != QEvent.Type.KeyRelease
                self.letters += kind == QEvent.Type.KeyRelease and isinstance(watched, QWindow)
        elif kind == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            if watched.windowType() in _WINDOWS:
                self.raise_(watched)
        elif kind == QEvent.Type.Hide and watched in self.front:
            self.front.remove(watched)
        return False

    def raise_(self, window: QWidget) -> None:
        """Let a window be the one that has the keyboard."""
        if window in self.front:
            self.front.remove(window)
        self.front.append(window)


class Person:
    """Eyes and hands."""

    def __init__(self, shots: Path, name: str) -> None:
        self._shots = shots
        self._name = name
        self._count = 0
        self._feeling = Feeling()
        QApplication.instance().installEventFilter(self._feeling)
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.windowType() in _WINDOWS:
                self._feeling.raise_(window)

    # Eyes

    async def until(self, what: str, is_so: Callable[[], object], seconds: float = ANSWER_S) -> None:
        """Watch until something is so; tell what was waited for, and what was shown instead."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        while not is_so():
            waited = loop.time() - begun
            if waited > seconds:
                self.look("stuck")
                raise AssertionError(
                    f"{self.shown()}\nThis was shown after {seconds:.0f} s of waiting until {what}"
                )
            await asyncio.sleep(_LOOK_S if waited < _LONG_S else _LONG_LOOK_S)

    async def sees(self, name: str, seconds: float = ANSWER_S) -> None:
        """Watch until a widget is there."""
        await self.until(f"{name} is shown", lambda: self.is_shown(name), seconds)

    async def reads(self, name: str, pattern: str, seconds: float = ANSWER_S) -> str:
        """Watch until a widget says something, given as a regular expression; return all that it says."""
        await self.until(
            f"{name} reads {pattern!r}",
            lambda: self.is_shown(name) and re.search(pattern, self.text(name)),
            seconds,
        )
        return self.text(name)

    async def finds(self, name: str) -> None:
        """Watch until a widget is there and stands: nobody hits what still moves to its place."""
        places: list[QPoint] = []

        def stands() -> bool:
            if not self.is_shown(name):
                places.clear()
                return False
            places.append(self.widget(name).mapToGlobal(QPoint()))
            return places[-_STILL:] == [places[-1]] * _STILL

        await self.until(f"{name} is shown", stands)

    def is_shown(self, name: str) -> bool:
        """Whether a widget can be seen."""
        return any(True for _ in self._named(name))

    def widget(self, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment]
        """Return a widget that can be seen, by its name or by what it is called for those who listen."""
        for found in self._named(name):
            if isinstance(found, kind):
                return found
        raise AssertionError(f"{self.shown()}\nThis was shown, and no {name}")

    def text(self, name: str) -> str:
        """Return what a widget says."""
        return said(self.widget(name))

    def inside(self, name: str, kind: type[W]) -> W:
        """Return the first part of a kind that can be seen in a widget."""
        return next(each for each in self.widget(name).findChildren(kind) if each.isVisible())

    def rows(self, name: str) -> list[str]:
        """Return the rows of a list as they are told to those who listen."""
        view = self.widget(name, QAbstractItemView)
        return [row_words(view, row) for row in range(view.model().rowCount())]

    def all_that_say(self, pattern: str) -> list[QAbstractButton]:
        """Return all buttons that are shown and say something, given as a regular expression."""
        return [each for each in _shown_of(QAbstractButton) if re.search(pattern, each.text())]

    def _named(self, name: str) -> Iterator[QWidget]:
        for top in reversed(_shown_windows()):
            for found in [top, *top.findChildren(QWidget)]:
                if name in (found.objectName(), found.accessibleName()) and is_in_front(found):
                    yield found

    def shown(self) -> str:
        """Return all that the windows say."""
        lines: list[str] = []
        for top in _shown_windows():
            lines.append(f"[{type(top).__name__} {top.objectName()} “{top.windowTitle()}”]")
            for each in filter(is_in_front, top.findChildren(QWidget)):
                if isinstance(each, QAbstractItemView) and each.model() is not None:
                    lines += [f"  - {row_words(each, row)}" for row in range(min(each.model().rowCount(), 12))]
                elif words := said(each):
                    off = "" if each.isEnabled() else " (off)"
                    lines.append(f"  {each.objectName() or type(each).__name__}: {words}{off}")
        return "\n".join(lines[:_DUMP_LINES])

    def look(self, name: str) -> None:
        """Keep a picture of every window."""
        self._count += 1
        for index, top in enumerate(_shown_windows()):
            top.grab().save(str(self._shots / f"{self._name} {self._count:02d} {name} {index}.png"))

    # Hands

    async def click(self, name: str, at: QPoint | None = None) -> None:
        """Click on a widget, once it is there."""
        await self.finds(name)
        await self.press(self.widget(name), at)

    async def press(self, widget: QWidget, at: QPoint | None = None, button: int = 1, times: int = 1) -> None:
        """Click on a widget that was found, where it can be seen."""
        assert widget.isEnabled(), f"{widget.objectName()} can't be pressed\n{self.shown()}"
        await self._bring_into_sight(widget, at)
        place = widget.mapToGlobal(at or _middle(widget))
        await self._click_at(place, button, times)

    async def click_row(self, name: str, row: int, times: int = 1) -> None:
        """Click on a row of a list, once that is there."""
        await self.finds(name)
        view = self.widget(name, QAbstractItemView)
        area = view.visualRect(view.model().index(row, 0))
        await self.press(view.viewport(), area.center(), times=times)

    async def choose(self, name: str, text: str) -> None:
        """Choose a line of a chooser that begins with a text: by mouse to open it, by keys to walk to the line."""
        await self.finds(name)
        chooser = self.widget(name, QComboBox)
        wanted = next((place for place in range(chooser.count()) if chooser.itemText(place).startswith(text)), -1)
        assert wanted >= 0, f"{name} offers {[chooser.itemText(n) for n in range(chooser.count())]}, not {text!r}"
        await self.press(chooser)
        view = chooser.view()
        await self.until(f"{name} is open", view.isVisible)
        step = "Down" if wanted > chooser.currentIndex() else "Up"
        for _ in range(chooser.count()):
            # Lines between groups are stepped over, so they can't be counted before.
            if view.currentIndex().row() == wanted:
                break
            await self.keys(step)
        await self.keys("Return")
        await self.until(f"{name} says {text!r}", lambda: chooser.currentText().startswith(text))

    async def menu(self, title: str, *path: str) -> None:
        """Open a menu of the menu bar, and take an entry that begins so; the last of `path` is clicked."""
        bar = next(bar for bar in _shown_of(QMenuBar) if bar.actions())
        opened = next(action for action in bar.actions() if action.text().replace("&", "") == title)
        await self.press(bar, bar.actionGeometry(opened).center())
        await self.until(f"menu {title} is open", lambda: opened.menu().isVisible())
        await self._take(opened.menu(), path)

    async def take(self, menu: str, *path: str) -> None:
        """Take an entry of a menu that is open."""
        await self.sees(menu)
        await self._take(self.widget(menu, QMenu), path)

    async def _take(self, menu: QMenu, path: tuple[str, ...]) -> None:
        for place, words in enumerate(path):
            entry = next((each for each in menu.actions() if each.text().startswith(words)), None)
            offered = [each.text() for each in menu.actions()]
            assert entry is not None and entry.isEnabled(), f"no {words!r} among {offered}"
            await self._click_at(menu.mapToGlobal(menu.actionGeometry(entry).center()))
            inner = entry.menu()
            if place + 1 < len(path):
                assert isinstance(inner, QMenu)
                await self.until(f"menu {words} is open", inner.isVisible)
                menu = inner

    async def offers(self, title: str, words: str) -> None:
        """Watch until a menu of the menu bar has an entry that begins so."""
        bar = next(bar for bar in _shown_of(QMenuBar) if bar.actions())
        menu = next(each for each in bar.actions() if each.text().replace("&", "") == title).menu()

        def is_there() -> bool:
            return any(each.text().startswith(words) and each.isEnabled() for each in menu.actions())

        await self.until(f"the menu {title} offers {words!r}", is_there)

    async def tab(self, text: str) -> None:
        """Bring forward what a tab hides."""
        for bar in _shown_of(QTabBar):
            for place in range(bar.count()):
                if bar.tabText(place) == text:
                    await self.press(bar, bar.tabRect(place).center())
                    await self.until(f"tab {text} is in front", lambda: bar.currentIndex() == place)  # noqa: B023
                    return
        raise AssertionError(f"{self.shown()}\nThis was shown, and no tab {text!r}")

    async def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Press, move in steps, let go."""
        await self._bring_into_sight(widget, start)
        a, b = widget.mapToGlobal(start), widget.mapToGlobal(end)
        before = self._feeling.clicks
        xdotool("mousemove", a.x(), a.y(), "mousedown", 1)
        for step in range(1, 7):
            await asyncio.sleep(_LOOK_S)
            xdotool("mousemove", a.x() + (b.x() - a.x()) * step // 6, a.y() + (b.y() - a.y()) * step // 6)
        await asyncio.sleep(_LOOK_S)
        xdotool("mouseup", 1)
        await self.until("the drag is felt", lambda: self._feeling.clicks > before, FELT_S)

    async def rest(self) -> None:
        """Let the window answer a movement of the hand."""
        await asyncio.sleep(_LOOK_S)

    async def keys(self, *names: str) -> None:
        """Press keys, by the names of X."""
        for name in names:
            await self._have_keyboard()
            before = self._feeling.keys
            xdotool("key", name)
            await self.until(f"{name} is felt", lambda: self._feeling.keys > before, FELT_S)  # noqa: B023

    async def type(self, text: str) -> None:
        """Write a text."""
        await self._have_keyboard()
        before = self._feeling.letters
        xdotool("type", "--delay", 4, text)
        await self.until(f"{text!r} is written", lambda: self._feeling.letters >= before + len(text), FELT_S)

    async def write(self, name: str | QWidget, text: str) -> None:
        """Replace what a field says, once it is there."""
        if not isinstance(name, QWidget):
            await self.finds(name)
        await self.press(name if isinstance(name, QWidget) else self.widget(name))
        await self.keys("ctrl+a")
        await self.type(text)

    async def _click_at(self, place: QPoint, button: int = 1, times: int = 1) -> None:
        hit = QApplication.topLevelAt(place)
        if hit is not None and hit.windowType() in _WINDOWS:
            self._feeling.raise_(hit)
        before = self._feeling.clicks
        xdotool("mousemove", place.x(), place.y(), "click", "--delay", 10, "--repeat", times, button)
        await self.until("the click is felt", lambda: self._feeling.clicks >= before + times, FELT_S)

    async def _have_keyboard(self) -> None:
        """Give the keyboard to the window that opened or was clicked last, as a window manager does."""
        modal = QApplication.activeModalWidget()
        if modal is not None:
            self._feeling.raise_(modal)
        if QApplication.activePopupWidget() is not None or not self._feeling.front:
            return
        window = self._feeling.front[-1].windowHandle()
        if QGuiApplication.focusWindow() is not window:
            xdotool("windowfocus", int(window.winId()))
            await self.until(
                "the window has the keyboard", lambda: QGuiApplication.focusWindow() is window, FELT_S
            )

    async def _bring_into_sight(self, widget: QWidget, at: QPoint | None) -> None:
        """Turn the wheel over what a widget is scrolled in until it can be seen."""
        area = widget.parentWidget()
        while area is not None and not (isinstance(area, QAbstractScrollArea) and area.isAncestorOf(widget)):
            area = area.parentWidget()
        if not isinstance(area, QAbstractScrollArea) or widget is area.viewport():
            return
        shown = QRect(QPoint(), area.viewport().size())
        for _ in range(200):
            place = widget.mapTo(area.viewport(), at or _middle(widget))
            if shown.adjusted(0, 4, 0, -4).contains(QPoint(shown.center().x(), place.y())):
                return
            before = area.verticalScrollBar().value()
            over = area.viewport().mapToGlobal(QPoint(shown.right() - 3, shown.center().y()))
            xdotool("mousemove", over.x(), over.y(), "click", 5 if place.y() > shown.bottom() - 4 else 4)
            await self.until(
                f"the wheel brings {widget.objectName()} into sight",
                lambda: area.verticalScrollBar().value() != before,  # noqa: B023
                FELT_S,
            )


def said(widget: QWidget) -> str:
    """Return what a widget says: its text, or what is chosen in it."""
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLabel | QLineEdit):
        return widget.text()
    if isinstance(widget, QAbstractButton):
        mark = "" if not widget.isCheckable() else "[x] " if widget.isChecked() else "[ ] "
        return f"{mark}{widget.text() or widget.accessibleName()}"
    plain = getattr(widget, "toPlainText", None)
    return plain() if plain is not None else ""


def row_words(view: QAbstractItemView, row: int) -> str:
    """Return what a row of a list says."""
    index = view.model().index(row, 0)
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    return str(told or index.data(Qt.ItemDataRole.DisplayRole) or "")


def _middle(widget: QWidget) -> QPoint:
    """Return where one clicks on a widget: on the words of a box to tick, else in its middle."""
    centre = widget.rect().center()
    if isinstance(widget, QAbstractButton) and widget.isCheckable() and widget.width() > 200:
        return QPoint(10, centre.y())
    return centre


def is_in_front(widget: QWidget) -> bool:
    """Whether a widget is shown, and not on a panel that lies behind another one's tab."""
    if not widget.isVisible():
        return False
    dock: QWidget | None = widget
    while dock is not None and not isinstance(dock, QDockWidget):
        dock = dock.parentWidget()
    return dock is None or not dock.visibleRegion().isEmpty()


def _shown_windows() -> list[QWidget]:
    return [top for top in QApplication.topLevelWidgets() if top.isVisible()]


def _shown_of(kind: type[W]) -> list[W]:
    return [each for top in _shown_windows() for each in top.findChildren(kind) if is_in_front(each)]
