"""A wish to stop waits until the work tells how far it is."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import pytest

from core.schema.record import ignore_progress
from desktop.interrupt import stopped_between_steps

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")


@pytest.fixture(autouse=True)
def as_in_a_terminal() -> Iterator[None]:
    """A shell starts what runs behind it with its interrupts ignored, and the tests with it."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_a_step_is_done_before_the_work_stops():
    done = []
    with pytest.raises(KeyboardInterrupt), stopped_between_steps(ignore_progress) as progress:
        os.kill(os.getpid(), signal.SIGINT)
        done.append("the step")
        progress(0.5, "")
        done.append("the next one")
    assert done == ["the step"]


def test_asking_twice_stops_at_once():
    with pytest.raises(KeyboardInterrupt), stopped_between_steps(ignore_progress):
        os.kill(os.getpid(), signal.SIGTERM)
        os.kill(os.getpid(), signal.SIGINT)
        pytest.fail("it went on")


def test_what_was_ignored_stays_so_and_handlers_come_back():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        own = signal.getsignal(signal.SIGINT)
        told = []
        with stopped_between_steps(lambda done, message: told.append(done)) as progress:
            os.kill(os.getpid(), signal.SIGHUP)
            progress(0.5, "")
        assert told == [0.5] and signal.getsignal(signal.SIGINT) is own
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
