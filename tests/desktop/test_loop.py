"""A command's coroutine is stopped from outside, wherever Python happens to be just then."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import commands, loop
from desktop.interrupt import STOPS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")


@pytest.fixture(autouse=True)
def as_a_command() -> Iterator[None]:
    """The handlers of a command in a terminal."""
    before = {stop: signal.signal(stop, signal.default_int_handler) for stop in STOPS}
    yield
    for stop, handler in before.items():
        signal.signal(stop, handler)


class _StoppedWhileItGoes:
    """An object in whose destruction somebody wishes to stop: what is raised there goes nowhere."""

    def __init__(self, stop: int) -> None:
        self._stop = stop

    def __del__(self) -> None:
        os.kill(os.getpid(), self._stop)


@pytest.mark.parametrize("stop", STOPS)
def test_a_wish_to_stop_is_heeded_wherever_it_comes_and_work_puts_itself_in_order(stop):
    ended = []

    async def work() -> None:
        try:
            _StoppedWhileItGoes(stop)
            await asyncio.sleep(30)
            pytest.fail("the wish was lost")
        finally:
            await asyncio.sleep(0)
            ended.append("in order")

    with pytest.raises(KeyboardInterrupt):
        loop.run(work())
    assert ended == ["in order"]
    assert signal.getsignal(stop) is signal.default_int_handler


def test_asking_twice_stops_at_once():
    async def work() -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        os.kill(os.getpid(), signal.SIGINT)
        pytest.fail("it went on")

    with pytest.raises(KeyboardInterrupt):
        loop.run(work())


def test_what_was_ignored_stays_so_and_a_result_comes_back():
    signal.signal(signal.SIGHUP, signal.SIG_IGN)

    async def work() -> int:
        os.kill(os.getpid(), signal.SIGHUP)
        await asyncio.sleep(0)
        return 3

    assert loop.run(work()) == 3
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN


def test_work_that_is_cancelled_by_itself_is_not_taken_for_stopped():
    async def work() -> None:
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        loop.run(work())


def test_every_command_runs_on_it():
    for path in Path(commands.__file__).parent.glob("*.py"):
        assert "asyncio.run(" not in path.read_text(encoding="utf-8"), path.name
