"""Ctrl+C where native code runs in this process: heeded between two steps, never inside one.

Python raises `KeyboardInterrupt` wherever it happens to be. Inside a call of Qt's or FFmpeg's bindings that leaves
a half-made object, or an error without a failure, and the process dies of it: a picture destroyed while it is
painted on, an abort in shiboken's loader.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from core.schema.record import ProgressCallback

# The end of a session or a service manager stops a command as Ctrl+C does. Not every system has all of them.
STOPS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def stopped_between_steps(progress: ProgressCallback) -> Iterator[ProgressCallback]:
    """Keep a wish to stop until the work next tells how far it is; for the main thread.

    A second one is heeded at once, for work that tells nothing any more.

    Yields:
        What the work calls instead of `progress`: it raises `KeyboardInterrupt` where stopping was asked for.
    """
    asked = False

    def ask(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            signal.default_int_handler(number, frame)
        asked = True

    def told(done: float, message: str) -> None:
        if asked:
            raise KeyboardInterrupt
        progress(done, message)

    # What is ignored from outside stays so: a job in the background is not for Ctrl+C.
    heeded = [stop for stop in STOPS if signal.getsignal(stop) is not signal.SIG_IGN]
    before = {stop: signal.signal(stop, ask) for stop in heeded}
    try:
        yield told
    finally:
        for stop, handler in before.items():
            signal.signal(stop, handler)
