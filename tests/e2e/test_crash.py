"""Killed with SIGKILL at random moments and started again, a run of a short talk ends as if nothing had happened.

Every trial is drawn from a seed that is printed: `SHORTLIST_CRASH_SEED=SEED make soak` draws the same again.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import secrets
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.e2e.crash_kit import Kill, Workplace, assert_kept, assert_whole, is_turn

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").is_file(), reason="needs /proc to see what is left")

SOAK_KILLS = 40


@dataclass
class Undisturbed:
    """The run that nobody killed: what comes out, the lines it tells, how long it takes to tell the first."""

    place: Workplace
    told: list[str]
    start_seconds: float

    @property
    def lines(self) -> int:
        """How many lines it told."""
        return len(self.told)


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, short_talk: Path, weights_folder: Path) -> Undisturbed:
    """Return the reference."""
    place = Workplace(tmp_path_factory.mktemp("undisturbed"), short_talk, weights_folder)
    lived = place.live()
    assert lived.code == 0, lived.errors
    assert_whole(place, place)
    return Undisturbed(place, lived.lines, lived.start_seconds)


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


def draw(chance: random.Random, reference: Undisturbed, share: float) -> Kill:
    """Draw a moment in the first `share` of a run, at once or up to a third of a second behind a line it tells.

    Half of them follow the lines that tell of a change in the records, for there the small gaps are. Of those that
    may be anywhere, a third lie in the last fifth, where files are rendered and delivered.
    """
    counts_turns = chance.random() < 0.5
    lines = [line for line in reference.told if is_turn(line) or not counts_turns]
    first = 0.8 if share == 1.0 and chance.random() < 1 / 3 else 0.0
    after = chance.randrange(int(len(lines) * first), int(len(lines) * share))
    # From a tenth of a millisecond on, small delays as likely as large ones.
    delay = chance.uniform(0.0, reference.start_seconds * 1.2) if after == 0 else 10 ** chance.uniform(-4.0, -0.5)
    return Kill(after, delay, chance.choice(("main", "group")), counts_turns)


def kill_and_finish(
    place: Workplace, reference: Undisturbed, chance: random.Random, times: int, tally: Tally
) -> int:
    """Kill a run so many times, let it finish, check what it left; return how often it really was killed."""
    kept = []
    for _ in range(times):
        kill = draw(chance, reference, share=1.0 if times == 1 else 1.0 / (times + 1))
        lived = place.live(kill)
        if lived.code is not None:
            # It was through before its moment came.
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
    return len(kept)


def test_killed_three_times_a_run_ends_as_if_undisturbed(undisturbed, tmp_path, short_talk, weights_folder):
    seed = os.environ.get("SHORTLIST_CRASH_SEED", "169")
    print(f"seed {seed}")
    place = Workplace(tmp_path, short_talk, weights_folder)
    assert kill_and_finish(place, undisturbed, random.Random(seed), 3, Tally(seed)) == 3


def test_workers_that_outlive_the_program_do_no_harm(undisturbed, tmp_path, short_talk, weights_folder):
    """As when a laptop is closed: halted in the middle of their work, they wake up after the run is through."""
    place = Workplace(tmp_path, short_talk, weights_folder)
    told = [json.loads(line) for line in undisturbed.told]
    at_work = [event["event"] == "progress" and event["stage"] == "detect_segments" for event in told]
    assert place.live(Kill(at_work.index(True) + 2, 0.0, "frozen")).code is None
    last = place.live()
    assert last.code == 0, last.errors
    place.thaw()
    assert_whole(place, undisturbed.place)


@pytest.mark.soak
@pytest.mark.parametrize("trial", range(SOAK_KILLS))
def test_killed_at_forty_random_moments(trial, undisturbed, tally, tmp_path, short_talk, weights_folder, capsys):
    chance = random.Random(f"{tally.seed}:{trial}")
    with capsys.disabled():
        print(f"\nseed {tally.seed} trial {trial}")
        for number in itertools.count():
            place = Workplace(tmp_path / str(number), short_talk, weights_folder)
            if kill_and_finish(place, undisturbed, chance, chance.choice((1, 1, 1, 2, 3)), tally):
                break
