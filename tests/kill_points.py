"""A piece of work that is killed at every line of some modules in turn, each time in a process of its own.

`os._exit` between two lines is what SIGKILL is to Python code: no `finally`, no `except`, no flushing. Run it in a
process without threads, for it forks.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from types import FrameType, ModuleType
from typing import Any


def killed_at_every_line(
    work: Callable[[int], None], modules: list[ModuleType], step: int = 1, start: int = 0
) -> Iterator[int]:
    """Run `work(n)` once for every `step`th line of the modules that it comes by, and kill it there.

    Yields n each time after the kill, and ends when the work came to its own end.
    """
    files = {str(module.__file__) for module in modules}
    number = start
    while True:
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            sys.settrace(_executioner(files, number))
            work(number)
            sys.settrace(None)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        if code == 0:
            return
        assert code == 9, f"failed at line {number}"
        yield number
        number += step


def _executioner(files: set[str], lines: int) -> Callable[[FrameType, str, Any], Any]:
    left = lines

    def look(frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal left
        if frame.f_code.co_filename not in files:
            return None
        if event == "line":
            if left == 0:
                os._exit(9)
            left -= 1
        return look

    return look
