"""Two hours of talk, transcribed by the program that is killed again and again: every word is there once.

The talk is real speech with exact times, in an order and with pauses drawn from a seed, which is printed:
`SHORTLIST_CRASH_SEED=SEED make soak TESTS=tests/soak/test_two_hours.py` draws the same talk and the same moments.
"""

from __future__ import annotations

import os
import random
import secrets
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.core.speech.conftest import speeches  # noqa: F401  a fixture
from tests.soak.long_talk import Life, Talk, compare, write_talk

pytestmark = pytest.mark.skipif(not Path("/proc/self/statm").is_file(), reason="needs /proc to see workers")

HOURS = 2.0
KILLS = 6


def lives_of(talk: Talk, victims: dict[int, str]) -> list[Life]:
    """Kill whom `victims` name when their part is first heard of, until the run is through."""
    lives: list[Life] = []

    def strike(part: int) -> str:
        due = [at for at in victims if at <= part]
        return victims.pop(due[0]) if due else ""

    while not lives or lives[-1].code is None:
        kept = talk.kept_parts()
        lives.append(talk.live(strike))
        now = talk.kept_parts()
        # What was kept is never written again; when the run is through it is gone.
        assert lives[-1].code == 0 or kept.items() <= now.items()
        assert len(lives) <= KILLS + 1
    assert lives[-1].code == 0, lives[-1].errors
    return lives


def parts_done_twice(lives: list[Life]) -> int:
    begun = [part for life in lives for part in life.begun if part]
    return len(begun) - len(set(begun))


def test_a_killed_program_goes_on_with_the_part_it_was_at(
    speeches: dict[str, Any],  # noqa: F811
    memorised_whisper: Path,
    tmp_path: Path,
) -> None:
    names = ("two_cities", "jfk", "sense_and_sensibility", "jfk")
    true = write_talk(tmp_path / "talk.wav", [speeches[name] for name in names], 105.0, seed=11)
    talk = Talk(tmp_path, tmp_path / "talk.wav", memorised_whisper, "tests/soak/short_chunks.py")
    lives = lives_of(talk, {2: "main"})
    assert len(lives) == 2 and lives[-1].parts >= 3
    assert parts_done_twice(lives) <= 1 and 1 not in lives[-1].begun
    found = compare(true, talk.transcript())
    assert found.wrong < 0.15 * sum(map(len, true)) and not found.doubled
    assert found.late[len(found.late) // 2] < 0.1
    assert not list(talk.workspace.glob("artifacts/.parts/*/*"))


@pytest.mark.soak
def test_two_hours_with_kills_lose_and_double_nothing(
    speeches: dict[str, Any],  # noqa: F811
    memorised_whisper: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    seed = os.environ.get("SHORTLIST_CRASH_SEED") or secrets.token_hex(4)
    hours = float(os.environ.get("SHORTLIST_SOAK_HOURS", HOURS))
    chance = random.Random(seed)
    order = [speeches[chance.choice(sorted(speeches))] for _ in range(60)]
    true = write_talk(tmp_path / "talk.wav", order, hours * 3600, seed=chance.randrange(2**32))
    talk = Talk(tmp_path, tmp_path / "talk.wav", memorised_whisper)
    # Chunks of five minutes; the first minutes and the last ones are left alone, to compare memory.
    parts = int(hours * 12)
    places = sorted(chance.sample(range(3, max(parts - 4, 3 + KILLS)), KILLS))
    victims = {place: "worker" if number == KILLS // 2 else "main" for number, place in enumerate(places)}
    began = time.monotonic()
    lives = lives_of(talk, dict(victims))
    seconds = time.monotonic() - began
    found, count = compare(true, talk.transcript()), sum(map(len, true))
    memory = [(part, mb) for life in lives for part, mb in life.memory_mb if mb]
    early = np.array([mb for part, mb in memory if part <= 3])
    late = np.array([mb for part, mb in memory if part > lives[-1].parts - 3])
    with capsys.disabled():
        print(
            f"\nseed {seed}: {hours:g} h in {seconds:.0f} s ({seconds / hours / 3600:.3f} of real time),"
            f" {count} words, {found.wrong} otherwise, {len(found.doubled)} doubled {found.doubled[:5]},"
            f" starts off by {np.median(found.late):.3f} s (95 %: {np.percentile(found.late, 95):.3f});"
            f" {lives[-1].parts} parts, kills at {victims}, {parts_done_twice(lives)} parts done twice;"
            f" memory {early.max():.0f} MB early, {late.max():.0f} MB late"
        )
    assert parts_done_twice(lives) <= KILLS
    assert found.wrong < 0.08 * count and not found.doubled
    assert np.median(found.late) < 0.1 and np.percentile(found.late, 95) < 1.0
    # Two hours as samples of 16 bits are 230 MB, as float32 460; what a worker takes goes up and down by 50.
    assert late.max() < early.max() + 100.0
