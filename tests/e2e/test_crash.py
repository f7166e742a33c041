"""Killed with SIGKILL at random moments and started again, a run of the sample ends as if nothing had happened.

Every trial is drawn from a seed that is printed: `SHORTLIST_CRASH_SEED=SEED make soak` draws the same again.
"""

from __future__ import annotations

import os
import random
import secrets
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.e2e.crash_kit import Kill, Workplace, assert_kept, assert_whole

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").is_file(), reason="needs /proc to see what is left")

SOAK_KILLS = 40


@dataclass
class Undisturbed:
    """The run that nobody killed: what comes out, how many lines it tells, how long it takes to tell the first."""

    place: Workplace
    lines: int
    start_seconds: float


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, sample_video: Path, weights_folder: Path) -> Undisturbed:
    """Return the reference."""
    place = Workplace(tmp_path_factory.mktemp("undisturbed"), sample_video, weights_folder)
    lived = place.live()
    assert lived.code == 0, lived.errors
    assert_whole(place, place)
    return Undisturbed(place, len(lived.lines), lived.start_seconds)


@dataclass
class Tally:
    """What was killed where, over all trials."""

    seed: str
    where: Counter[str] = field(default_factory=Counter)


@pytest.fixture(scope="session")
def tally() -> Iterator[Tally]:
    """Return the count of kills, told at the end."""
    counted = Tally(os.environ.get("SHORTLIST_CRASH_SEED") or secrets.token_hex(4))
    yield counted
    if counted.where:
        print(f"\nseed {counted.seed}: {counted.where.total()} kills")
        for where, count in counted.where.most_common():
            print(f"  {count:3d}  after: {where}")


def draw(chance: random.Random, reference: Undisturbed, is_first: bool) -> Kill:
    """Draw a moment: any line of the undisturbed run alike, at once or up to a third of a second behind it."""
    most = reference.lines - 1 if is_first else reference.lines // 2
    after = chance.randrange(0, most)
    # From a tenth of a millisecond on, small delays as likely as large ones: the small gaps are hit, too.
    delay = chance.uniform(0.0, reference.start_seconds * 1.2) if after == 0 else 10 ** chance.uniform(-4.0, -0.5)
    return Kill(after, delay, takes_group=chance.random() < 0.5)


def kill_and_finish(
    place: Workplace, reference: Undisturbed, chance: random.Random, times: int, tally: Tally
) -> None:
    """Kill a run so many times, let it finish, and check what it left."""
    kept = []
    for number in range(times):
        kill = draw(chance, reference, is_first=number == 0)
        lived = place.live(kill)
        if lived.code is not None:
            assert lived.code == 0, lived.errors
            break
        tally.where[lived.where] += 1
        kept.append(place.published())
        print(f"  {kill} at {lived.where!r}, {len(kept[-1].identities)} artifacts published")
    last = place.live()
    assert last.code == 0, last.errors + "".join(last.lines[-3:])
    for before in kept:
        assert_kept(place, before)
    assert_whole(place, reference.place)


def test_killed_three_times_a_run_ends_as_if_undisturbed(undisturbed, tmp_path, sample_video, weights_folder):
    seed = os.environ.get("SHORTLIST_CRASH_SEED", "4")
    print(f"seed {seed}")
    tally = Tally(seed)
    kill_and_finish(Workplace(tmp_path, sample_video, weights_folder), undisturbed, random.Random(seed), 3, tally)
    assert tally.where.total() == 3


@pytest.mark.soak
@pytest.mark.parametrize("trial", range(SOAK_KILLS))
def test_killed_at_forty_random_moments(trial, undisturbed, tally, tmp_path, sample_video, weights_folder, capsys):
    with capsys.disabled():
        print(f"\nseed {tally.seed} trial {trial}")
        place = Workplace(tmp_path, sample_video, weights_folder)
        chance = random.Random(f"{tally.seed}:{trial}")
        kill_and_finish(place, undisturbed, chance, chance.choice((1, 1, 1, 2, 3)), tally)
