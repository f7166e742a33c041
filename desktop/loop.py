"""The one place that chooses the loop: qasync with a window, plain asyncio without."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from PySide6.QtWidgets import QApplication


def run_with_window(application: QApplication, main: Coroutine[Any, Any, int]) -> int:
    """Run a coroutine on Qt's own event loop until it returns."""
    import qasync

    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop:
        result: int = loop.run_until_complete(main)
    return result
