"""Garbage with objects of Qt in it is collected on the window's thread, whatever other threads do."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.garbage import GarbageTurns


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Let Python collect on its own again."""
    yield
    gc.unfreeze()
    gc.enable()


class Ticking(QObject):
    """Holds itself in a cycle, and a timer that runs: to destroy it is the business of its own thread."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self
        self.timer = QTimer(self)
        self.timer.start(60_000)
        self.destroyed_on: list[int] = []
        weakref.finalize(self, lambda on: on.append(threading.get_ident()), self.destroyed_on)


def dropped() -> tuple[weakref.ref[Ticking], list[int]]:
    """Return a weak reference to an object that only its own cycle holds, and on which thread it goes."""
    thing = Ticking()
    return weakref.ref(thing), thing.destroyed_on


def crowd() -> list[list[list[object]]]:
    """Return so many objects that Python would collect many times over while they are made."""
    return [[[] for _ in range(1000)] for _ in range(15)]


def test_a_thread_that_allocates_collects_nothing_of_the_window(qtbot: QtBot) -> None:
    gc.collect()
    turns = GarbageTurns()
    thing, destroyed_on = dropped()
    crowds: list[object] = []
    beside = threading.Thread(target=lambda: crowds.append(crowd()))
    beside.start()
    beside.join()
    assert thing() is not None
    qtbot.waitUntil(lambda: thing() is None, timeout=60_000)
    assert destroyed_on == [threading.get_ident()]
    turns.deleteLater()


def test_what_outlives_many_turns_is_collected_too(qtbot: QtBot) -> None:
    turns = GarbageTurns()
    held = Ticking()
    gc.collect(0)
    gc.collect(1)
    thing, destroyed_on = weakref.ref(held), held.destroyed_on
    del held
    for _ in range(400):
        crowds = crowd()
        turns.turn()
        del crowds
        if thing() is None:
            break
    assert destroyed_on == [threading.get_ident()]


def test_a_loop_that_rests_is_left_alone(qtbot: QtBot) -> None:
    turns = GarbageTurns()
    gc.collect()
    before = [each["collections"] for each in gc.get_stats()]
    for _ in range(10):
        turns.turn()
    assert [each["collections"] for each in gc.get_stats()] == before


def test_what_is_too_much_for_a_turn_is_put_aside_until_the_program_is_not_in_front(qtbot: QtBot) -> None:
    turns = GarbageTurns()
    gc.collect()
    thing, destroyed_on = dropped()
    hours = [crowd() for _ in range(4)]
    before = [each["collections"] for each in gc.get_stats()]
    turns.turn()
    assert [each["collections"] for each in gc.get_stats()] == before
    assert thing() is not None and gc.get_freeze_count() > 50_000
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert thing() is None and destroyed_on == [threading.get_ident()]
    assert len(hours) == 4


def test_many_turns_that_each_leave_something_never_look_through_much_at_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = GarbageTurns()
    gc.collect()
    gc.freeze()
    looked_at: list[int] = []
    collect = gc.collect

    def collected(generation: int) -> int:
        looked_at.append(sum(len(gc.get_objects(each)) for each in range(generation + 1)))
        return collect(generation)

    monkeypatch.setattr(gc, "collect", collected)
    kept = []
    for _ in range(60):
        kept.append([[] for _ in range(4000)])
        turns.turn()
    monkeypatch.undo()
    assert len(looked_at) > 40 and max(looked_at) < 90_000
