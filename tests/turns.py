"""How long each turn of the window's loop keeps its thread: everything that is due together, painting too.

Turns are counted in CPU seconds of the thread, which a busy machine hardly changes.
"""

from __future__ import annotations

import gc
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractEventDispatcher

# How often another thread looks where this one is; what a turn was at is remembered if it lasts longer than this.
_LOOK_SECONDS, _LONG_SECONDS = 0.004, 0.016
_DEPTH = 14


@dataclass(frozen=True)
class Turn:
    """One turn: CPU seconds, and the stack that was seen last in it where it was long."""

    seconds: float
    where: str = ""


@dataclass
class Turns:
    """Turns as they were measured, in their order."""

    seen: list[Turn] = field(default_factory=list)
    _began: float = 0.0
    _number: int = 0
    _where: str = ""

    @property
    def longest(self) -> Turn:
        """The turn that took most of the processor."""
        return max(self.seen, key=lambda turn: turn.seconds, default=Turn(0.0))

    def over(self, seconds: float) -> list[Turn]:
        """Return the turns that took longer than so many CPU seconds."""
        return [turn for turn in self.seen if turn.seconds > seconds]

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Measure this thread's loop for as long as the block lasts.

        What Python's collector would spend on all that was there before is no turn's doing.
        """
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        gc.collect()
        gc.freeze()
        ended = threading.Event()
        watcher = threading.Thread(target=self._look, args=(threading.get_ident(), ended), daemon=True)
        watcher.start()
        # Timers go off between the two signals too: whatever lies between any two of them is one turn.
        dispatcher.awake.connect(self._end)
        dispatcher.aboutToBlock.connect(self._end)
        self._began = time.thread_time()
        try:
            yield
        finally:
            dispatcher.awake.disconnect(self._end)
            dispatcher.aboutToBlock.disconnect(self._end)
            ended.set()
            watcher.join()
            gc.unfreeze()

    def _end(self) -> None:
        now = time.thread_time()
        spent = now - self._began
        self.seen.append(Turn(spent, self._where if spent > _LONG_SECONDS else ""))
        self._began, self._where = now, ""
        self._number += 1

    def _look(self, thread: int, ended: threading.Event) -> None:
        """Note where the thread is in a turn that lasts."""
        clock = time.pthread_getcpuclockid(thread)
        since, number = time.clock_gettime(clock), self._number
        while not ended.wait(_LOOK_SECONDS):
            if self._number != number:
                since, number = time.clock_gettime(clock), self._number
            elif time.clock_gettime(clock) - since > _LONG_SECONDS / 2:
                frame = sys._current_frames().get(thread)
                where = "".join(traceback.format_stack(frame, limit=_DEPTH)) if frame is not None else ""
                if self._number == number:
                    self._where = where
