"""How the threads of an encoder take turns with everything else on the machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def usual_turns() -> Iterator[None]:
    """Let threads that are begun in the block, and this one, take turns as this one did before.

    SVT-AV1 asks for real time (FIFO, priority 99) for its threads and for the one that opens it, whose processes
    inherit it. Where it gets that, run by root as in a container, everything else on the machine stands.
    """
    if sys.platform != "linux":
        yield
        return
    policy, priority = os.sched_getscheduler(0), os.sched_getparam(0)
    try:
        yield
    finally:
        for thread in (int(task.name) for task in Path("/proc/self/task").iterdir()):
            # One may have ended meanwhile.
            with suppress(ProcessLookupError):
                if os.sched_getscheduler(thread) != policy:
                    os.sched_setscheduler(thread, policy, priority)
