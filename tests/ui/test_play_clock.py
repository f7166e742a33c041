"""Where playback is."""

from __future__ import annotations

import pytest

from ui.preview.clock import SPEEDS, PlayClock, next_speed


class _Time:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_it_stands_runs_and_stands_again() -> None:
    time = _Time()
    clock = PlayClock(time)
    time.now += 5
    assert clock.position() == 0
    clock.start()
    time.now += 2
    assert clock.position() == pytest.approx(2)
    clock.stop()
    time.now += 3
    assert clock.position() == pytest.approx(2)


def test_speed_counts_from_where_it_changed() -> None:
    time = _Time()
    clock = PlayClock(time)
    clock.start()
    time.now += 2
    clock.set_rate(-1)
    time.now += 0.5
    assert clock.position() == pytest.approx(1.5)


def test_it_follows_the_sound_softly_and_jumps_when_far() -> None:
    time = _Time()
    clock = PlayClock(time)
    clock.start()
    clock.follow(0.05)
    assert 0 < clock.position() < 0.05
    clock.follow(3.0)
    assert clock.position() == pytest.approx(3.0)


def test_faster_and_slower_walk_the_speeds() -> None:
    assert next_speed(1.0, is_playing=False, by=1) == 1.0
    assert next_speed(1.0, is_playing=False, by=-1) == -1.0
    assert next_speed(1.0, is_playing=True, by=1) == 1.5
    assert next_speed(0.5, is_playing=True, by=-1) == -1.0
    assert next_speed(SPEEDS[-1], is_playing=True, by=1) == SPEEDS[-1]
    assert next_speed(SPEEDS[0], is_playing=True, by=-1) == SPEEDS[0]
