"""Work waits while the disk is too full, with a margin so that it does not stop and go, and says what to do."""

from __future__ import annotations

import asyncio
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from core.pipeline.space import Space, SpaceWatch, is_low, kept_free, read_space, size_text, why_low

GB = 1_000_000_000


class Heard:
    """What a watch said, and the disk that it reads."""

    def __init__(self, *free: int | OSError, total: int = 500 * GB) -> None:
        self.left = list(free)
        self.total = total
        self.waited: list[float] = []
        self.told: list[str] = []
        self.watch = SpaceWatch(
            Path("/ws"), GB, self.told.append, lambda: self.told.append(""), self.read, self.wait
        )

    def read(self, folder: Path) -> Space:
        free = self.left.pop(0)
        if isinstance(free, OSError):
            raise free
        return Space(self.total, free)

    async def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        if not self.left:
            raise asyncio.CancelledError

    def run(self) -> list[str]:
        async def watch() -> None:
            try:
                await self.watch.watch()
            except asyncio.CancelledError:
                return

        asyncio.run(watch())
        return self.told


def test_work_waits_below_the_limit_and_goes_on_only_well_above_it():
    told = Heard(2 * GB, GB, GB - 1, GB + 1, int(1.2 * GB), int(1.25 * GB), GB, GB - 1).run()
    assert [bool(reason) for reason in told] == [False, False, True, True, True, False, False, True]


def test_it_looks_every_two_seconds():
    heard = Heard(2 * GB, 2 * GB, 2 * GB)
    heard.run()
    assert heard.waited == [2.0, 2.0, 2.0]


def test_the_reason_names_what_is_free_what_is_needed_where_and_what_to_do():
    (reason,) = Heard(400_000_000).run()
    assert "400 MB" in reason
    assert "1.0 GB are always left free" in reason
    assert "/ws" in reason
    assert "Free 850 MB" in reason
    assert "Storage" in reason
    assert "by itself" in reason


def test_a_disk_that_is_gone_makes_work_wait_and_its_return_lets_it_go_on():
    gone = OSError(5, "Input/output error")
    told = Heard(2 * GB, gone, 2 * GB).run()
    assert told[0] == ""
    assert "can't be reached (Input/output error)" in told[1]
    assert told[2] == ""


def test_a_small_disk_keeps_less_free():
    assert kept_free(GB, 500 * GB) == GB
    assert kept_free(GB, 16 * GB) == 320_000_000
    assert Heard(400_000_000, total=16 * GB).run() == [""]


def test_another_limit_is_taken_from_the_next_look_on():
    heard = Heard(2 * GB)
    heard.watch.keeps_free_bytes = 3 * GB
    assert "3.0 GB" in heard.run()[0]


@given(st.lists(st.integers(0, 4 * GB), min_size=1), st.integers(1, 3 * GB))
def test_work_never_runs_below_the_limit_nor_waits_with_plenty(frees, limit):
    low = False
    for free in frees:
        low = is_low(free, limit, low)
        assert low if free < limit else True
        assert not low if free >= 1.25 * limit else True


@given(st.integers(0, 3 * GB), st.integers(1, 3 * GB))
def test_freeing_what_it_asks_for_is_enough(free, limit):
    if is_low(free, limit, False):
        assert not is_low(free + round(1.25 * limit - free) + 1, limit, True)
        assert size_text(1.25 * limit - free) in why_low(Path("/ws"), free, limit)


def test_the_space_of_a_real_disk_is_read(tmp_path):
    space = read_space(tmp_path)
    assert 0 <= space.free_bytes <= space.total_bytes


def test_a_real_disk_that_is_filled_and_emptied(small_disk):
    told: list[str] = []
    watch = SpaceWatch(small_disk, GB, told.append, lambda: told.append(""))
    size = read_space(small_disk).total_bytes
    asyncio.run(watch.look())
    filling = small_disk / "filling"
    filling.write_bytes(bytes(size - size // 100))
    asyncio.run(watch.look())
    filling.unlink()
    asyncio.run(watch.look())
    assert [bool(reason) for reason in told] == [False, True, False]
    assert str(small_disk) in told[1]


def test_a_file_that_needs_more_than_is_free_keeps_work_waiting_until_it_fits():
    heard = Heard(2 * GB, 3 * GB, 4 * GB, 4 * GB, 2 * GB)
    heard.watch.needs(3 * GB)
    told = heard.run()
    assert [bool(reason) for reason in told] == [True, True, False, False, False]
    assert "Only 2.0 GB are free on the disk of /ws; 4.0 GB are needed to go on" in told[0]
    assert "Free 2.0 GB there" in told[0]


def test_what_is_no_longer_needed_keeps_nobody_waiting():
    heard = Heard(2 * GB, 2 * GB)
    heard.watch.needs(3 * GB)
    asyncio.run(heard.watch.look())
    heard.watch.forget_needs()
    asyncio.run(heard.watch.look())
    assert [bool(reason) for reason in heard.told] == [True, False]


def test_the_largest_of_several_needs_counts():
    heard = Heard(3 * GB)
    heard.watch.needs(3 * GB)
    heard.watch.needs(1)
    assert heard.run() != [""]
