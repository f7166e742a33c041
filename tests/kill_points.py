"""A piece of work that is killed at a line of some modules, in a process of its own.

`os._exit` between two lines is what SIGKILL is to Python code: no `finally`, no `except`, no flushing. Use it in a
process without threads, for it forks.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any


def killed_at(number: int, work: Callable[[], object], modules: Collection[ModuleType]) -> bool:
    """Kill work at the line of that number, from 0, among those of the modules that it comes by.

    Returns whether it came that far; else it came to its own end.
    """
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        sys.settrace(_Executioner(modules, number))
        work()
        sys.settrace(None)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, 9), f"failed at line {number}"
    return code == 9


def killed_at_every_line(
    work: Callable[[int], object], modules: Collection[ModuleType], step: int = 1
) -> Iterator[int]:
    """Kill `work(n)` at its line n, or each `step`-th, until it comes to its own end; yields n after each kill."""
    number = 0
    while killed_at(number, partial(work, number), modules):
        yield number
        number += step


def lines_of(work: Callable[[], object], modules: Collection[ModuleType]) -> int:
    """Return how many lines of the modules a piece of work comes by."""
    counter = _Executioner(modules, -1)
    before = sys.gettrace()
    sys.settrace(counter)
    try:
        work()
    finally:
        sys.settrace(before)
    return counter.lines


class _Executioner:
    """A trace function that ends the process at a line."""

    def __init__(self, modules: Collection[ModuleType], fatal: int) -> None:
        self._files = {str(Path(str(module.__file__))) for module in modules}
        self._fatal = fatal
        self.lines = 0

    def __call__(self, frame: FrameType, event: str, _argument: Any) -> Any:
        if frame.f_code.co_filename not in self._files:
            return None
        if event == "line":
            if self.lines == self._fatal:
                os._exit(9)
            self.lines += 1
        return self
