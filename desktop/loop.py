"""The one place that chooses the loop: qasync with a window, plain asyncio without."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine
from typing import Any

from PySide6.QtWidgets import QApplication

# So long a thread that computes beside the window keeps it waiting at each file or record that it looks at. The
# usual 5 ms made 40 ms of a look at a run while a long transcript was read.
_SWITCH_SECONDS = 0.001


def run_with_window(application: QApplication, main: Coroutine[Any, Any, int]) -> int:
    """Run a coroutine on Qt's own event loop until it returns."""
    import qasync

    sys.setswitchinterval(_SWITCH_SECONDS)
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop:
        result: int = loop.run_until_complete(main)
    return result
