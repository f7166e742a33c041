"""When an attempt is worth another, how long to wait, and how long a task may take."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.backoff import delay
from core.pipeline.retry import time_limit, too_slow, wait_before_retry, worker_died
from core.pipeline.worker import Failure


@given(st.integers(1, 200), st.floats(0, 1), st.floats(0.1, 10), st.floats(10, 600))
def test_waits_double_within_bounds_and_half_of_each_is_chance(
    failures: int, chance: float, first: float, longest: float
) -> None:
    whole = min(longest, first * 2.0 ** (failures - 1))
    wait = delay(failures, first, longest, lambda: chance)
    assert whole / 2 <= wait <= whole


def test_waits_differ_by_chance() -> None:
    assert len({delay(5) for _ in range(20)}) > 10


def test_a_wait_draws_nothing_from_what_everybody_draws_from() -> None:
    before = random.getstate()
    delay(3)
    assert random.getstate() == before


def test_what_may_pass_is_tried_four_times_and_what_can_not_pass_never_again() -> None:
    passing = Failure("The endpoint is busy.", kind="ProviderError", is_passing=True)
    waits = [wait_before_retry(passing, failures) for failures in (1, 2, 3, 4)]
    assert waits[-1] is None
    assert all(wait is not None and wait > 0 for wait in waits[:-1])
    assert wait_before_retry(Failure("It is broken.", kind="MediaError"), 1) is None
    assert wait_before_retry(Failure("A bug.", is_our_bug=True), 1) is None
    assert wait_before_retry(too_slow("render", 60.0, is_stalled=False), 1) is None


def test_a_dead_worker_is_replaced_once_and_a_full_disk_waited_for_without_end() -> None:
    assert [wait_before_retry(worker_died("render"), failures) for failures in (1, 2)] == [0.0, None]
    full = Failure("The disk is full.", lacks_space=True)
    assert all(wait_before_retry(full, failures) is not None for failures in (1, 10, 1000))


@pytest.mark.parametrize(
    ("wanted", "per", "seconds", "limit"),
    [
        (90.0, "source", 36_000.0, 90.0),
        (0.0, "source", 7200.0, 900.0 + 20 * 7200.0),
        (0.0, "clip", 7200.0, 900.0 + 20 * 180.0),
        (0.0, "delivery", 30.0, 900.0 + 20 * 30.0),
        (0.0, "source", 0.0, 900.0),
    ],
)
def test_the_limit_is_the_users_or_grows_with_what_is_worked_on(
    wanted: float, per: str, seconds: float, limit: float
) -> None:
    assert time_limit(wanted, per, seconds) == limit  # type: ignore[arg-type]


def test_a_limit_is_told_in_words() -> None:
    assert "took longer than its limit of 15 minutes" in too_slow("render", 900.0, is_stalled=False).reason
    assert "made no progress for 30 minutes" in too_slow("render", 1800.0, is_stalled=True).reason
    assert "limit of 3 seconds" in too_slow("render", 3.0, is_stalled=False).reason


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("All workers expired", "The worker process ended unexpectedly. All workers expired."),
        ("Killed!", "The worker process ended unexpectedly. Killed!"),
        ("", "The worker process ended unexpectedly."),
    ],
)
def test_what_a_library_said_is_a_sentence_before_the_remedy(said: str, told: str) -> None:
    assert worker_died("render", said).reason == told
