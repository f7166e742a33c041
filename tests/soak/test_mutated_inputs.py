"""Whatever is done to a file: it is rendered or declined in a sentence, and program and workers live on.

Each mutant is made again from its number: `SHORTLIST_MUTANTS=1234:1 make soak TESTS=tests/soak`.
SHORTLIST_KEEP_MUTANTS names a folder that keeps those that we could not cope with.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import SHARED
from tests.soak.mutants import Seed, make_seeds, mutate
from tests.soak.trying_kit import Worker, worker

FIRST, COUNT = (int(part) for part in os.environ.get("SHORTLIST_MUTANTS", "0:2000").split(":"))
KEPT = os.environ.get("SHORTLIST_KEEP_MUTANTS", "")
SLICE = 60
# The first inputs load libraries and tables.
WARM_UP = 40
# Whole files leave nothing behind. Damaged ones claim sizes of all kinds and fragment the heap, up to a plateau:
# 231 MB after 500, 290 after 2,000, 321 after 4,000 and after 6,000.
MAY_GROW_BYTES, MAY_GROW_BY_DAMAGE_BYTES = 15_000_000, 120_000_000


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> list[Seed]:
    """Return small files of every kind, and real broken ones where they are here."""
    broken = SHARED / "media" / "broken"
    return make_seeds(tmp_path_factory.mktemp("seeds"), broken if broken.is_dir() else None)


def try_all(seeds: list[Seed], numbers: Sequence[int], folder: Path, tells: bool = False) -> Worker:
    """Hand mutants to one worker, one after the other."""
    with worker(folder) as tried:
        for number in numbers:
            name, content = mutate(seeds, number)
            path = folder / name
            path.write_bytes(content)
            attempt = tried.attempt(path)
            if attempt.ending not in ("rendered", "declined"):
                if KEPT:
                    (Path(KEPT) / name).write_bytes(content)
                print(f"{attempt.ending}: {name} {attempt.said}", flush=True)
            path.unlink()
            if tells and (number + 1) % 100 == 0:
                print(tried.summary(), flush=True)
    return tried


def test_whole_files_of_every_kind_are_rendered(seeds: list[Seed], tmp_path: Path) -> None:
    made = [seed for seed in seeds if not (SHARED / "media" / "broken" / seed.name).exists()]
    with worker(tmp_path) as tried:
        for seed in made:
            (tmp_path / seed.name).write_bytes(seed.content)
            attempt = tried.attempt(tmp_path / seed.name)
            assert attempt.ending == "rendered", f"{seed.name}: {attempt.said}"
            assert attempt.made is not None and attempt.made.frames >= 0.7 * 25
            assert attempt.made.has_picture != seed.name.startswith("talk")
    assert len({attempt.worker for attempt in tried.attempts}) == 1


def test_mutants_are_rendered_or_declined(seeds: list[Seed], tmp_path: Path) -> None:
    # A step that shares no factor with the number of seeds: all of them, with as many kinds of damage.
    tried = try_all(seeds, range(FIRST, FIRST + SLICE * 31, 31), tmp_path)
    assert not tried.faults(), "\n".join([*tried.faults(), tried.summary()])
    endings = {attempt.ending for attempt in tried.attempts}
    assert endings == {"rendered", "declined"}
    assert len({attempt.worker for attempt in tried.attempts}) == 1


@pytest.mark.soak
def test_two_thousand_mutants_cost_no_worker_and_no_memory(seeds: list[Seed], tmp_path: Path) -> None:
    tried = try_all(seeds, range(FIRST, FIRST + COUNT), tmp_path, tells=True)
    print(tried.summary())
    assert not tried.faults(), "\n".join(tried.faults())
    memory = memory_after(tried)
    assert memory[-1] - memory[0] < MAY_GROW_BY_DAMAGE_BYTES, memory


@pytest.mark.soak
def test_hundreds_of_whole_files_leave_nothing_in_memory(seeds: list[Seed], tmp_path: Path) -> None:
    with worker(tmp_path) as tried:
        for number in range(500):
            seed = seeds[number % len(seeds)]
            (tmp_path / seed.name).write_bytes(seed.content)
            tried.attempt(tmp_path / seed.name)
    print(tried.summary())
    assert not tried.faults(), "\n".join(tried.faults())
    memory = memory_after(tried)
    assert memory[-1] - memory[0] < MAY_GROW_BYTES, memory


def memory_after(tried: Worker) -> list[float]:
    """Return a worker's memory after each fifth of its inputs, the first few left out."""
    kept = tried.attempts[WARM_UP:] or tried.attempts
    return Worker(tried.executor, tried.folder, kept).memory()
