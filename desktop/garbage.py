"""Python's cyclic collections, made on the window's own thread alone.

Python collects on whichever thread happens to allocate. Where that is one that computes beside the window, objects
of Qt that went in a cycle are destroyed there, and Qt's timers, pictures and widgets can't be: it says "Timers
cannot be stopped from another thread", and the program dies some time after. So nothing is collected on its own
while there is a window: a timer of the window's loop does it.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

# Short enough that what was made since the last turn is looked through in a few milliseconds.
_TURN_MS = 250
# Looking at all that lives takes the longer the more that is; no more than this share of the time goes into it.
_WHOLE_SHARE = 0.002


class GarbageTurns(QObject):
    """Collects garbage in turns of the loop of the thread that made it, for as long as this object lives.

    Python's own thresholds decide whether anything is done, and how far back it is looked.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._whole_from = 0.0
        timer = QTimer(self)
        timer.setInterval(_TURN_MS)
        timer.timeout.connect(self.turn)
        timer.start()

    def turn(self) -> None:
        """Collect what is due by Python's thresholds: the young, what outlived a few turns, or everything."""
        young, middle, old = gc.get_count()
        young_limit, middle_limit, old_limit = gc.get_threshold()
        if young <= young_limit:
            return
        if middle <= middle_limit:
            gc.collect(0)
            return
        began = time.monotonic()
        if old <= old_limit or began < self._whole_from:
            gc.collect(1)
            return
        gc.collect(2)
        ended = time.monotonic()
        self._whole_from = ended + (ended - began) / _WHOLE_SHARE


def settle_memory() -> None:
    """Keep what has been loaded until now out of Python's cyclic collections for good.

    Modules and the window's own objects never go; looking through them all again and again took 80 ms each time,
    in which the window stood still. The first time, at the start, is without a collection before: it would find
    little, 900 objects of 170,000.
    """
    if gc.get_freeze_count():
        gc.collect()
    gc.freeze()
