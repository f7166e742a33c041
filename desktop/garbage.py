"""Python's cyclic collections, made on the window's own thread alone.

Python collects on whichever thread happens to allocate. Where that is one that computes beside the window, objects
of Qt that went in a cycle are destroyed there, and Qt's timers, pictures and widgets can't be: it says "Timers
cannot be stopped from another thread", and the program dies some time after. So nothing is collected on its own
while there is a window: a timer of the window's loop does it.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

# Short enough that what was made since the last turn is looked through in a few milliseconds.
_TURN_MS = 250
# Looking at all that lives takes the longer the more that is; no more than this share of the time goes into it.
_WHOLE_SHARE = 0.002
# So many objects are looked through in some 5 ms. More than that in a quarter of a second are a transcript of
# hours, or a thousand clips.
_MOST = 20_000
_LONG_SECONDS = 0.010


class GarbageTurns(QObject):
    """Collects garbage in turns of the loop of the thread that made it, for as long as this object lives.

    Python's own thresholds decide whether anything is done, and how far back it is looked. What is too much to
    look through while somebody works is put aside, and looked through once the program is not in front.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._whole_from = self._aside_from = 0.0
        # How many objects, at most, are of a middle age, and how many older.
        self._middle = self._old = 0
        self._is_aside = False
        timer = QTimer(self)
        timer.setInterval(_TURN_MS)
        timer.timeout.connect(self.turn)
        timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state_changed)

    def turn(self) -> None:
        """Collect what is due by Python's thresholds: the young, what outlived a few turns, or everything."""
        young, middle, old = gc.get_count()
        young_limit, middle_limit, old_limit = gc.get_threshold()
        if young <= young_limit:
            return
        if young > _MOST:
            self._put_aside()
        elif middle <= middle_limit and self._middle + young <= _MOST:
            self._middle += young
            gc.collect(0)
        else:
            self._old, self._middle = self._old + self._middle + young, 0
            self._look_further(old > old_limit)

    def _look_further(self, is_due: bool) -> None:
        began = time.monotonic()
        if began >= self._whole_from and (is_due or self._old > _MOST):
            gc.collect(2)
            ended = time.monotonic()
            self._whole_from = ended + (ended - began) / _WHOLE_SHARE
            self._old = 0
            if ended - began > _LONG_SECONDS:
                self._put_aside()
        elif self._old > 2 * _MOST:
            self._put_aside()
        else:
            gc.collect(1)

    def _put_aside(self) -> None:
        """Look no more at what is there now; what nobody holds goes all the same, unless it is in a cycle."""
        gc.freeze()
        self._middle = self._old = 0
        self._is_aside = True

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.look_through()

    def look_through(self) -> None:
        """Collect in what was put aside, too, unless that was done a short while ago."""
        began = time.monotonic()
        if not self._is_aside or began < self._aside_from:
            return
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        ended = time.monotonic()
        self._aside_from = ended + (ended - began) / _WHOLE_SHARE
        self._middle = self._old = 0
        self._is_aside = False


def settle_memory() -> None:
    """Keep what has been loaded until now out of Python's cyclic collections for good.

    Modules and the window's own objects never go; looking through them all again and again took 80 ms each time,
    in which the window stood still. The first time, at the start, is without a collection before: it would find
    little, 900 objects of 170,000.
    """
    if gc.get_freeze_count():
        gc.collect()
    gc.freeze()
