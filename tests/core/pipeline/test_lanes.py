"""Whose turn it is: width, urgency, priority, fairness, short before endless, and what holds all of it up."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ContractError
from core.pipeline.lanes import NORMAL, URGENT, Ticket
from core.pipeline.queue import Queue

WIDTHS = {"io": 1, "speech": 1, "vision": 2, "llm": 1, "encode": 1}


class Hall:
    """A queue in which every task notes its name when it starts, and works until it is let go."""

    def __init__(self) -> None:
        self.told = 0
        self.queue = Queue(WIDTHS, changed=self._tell)
        self.started: list[str] = []
        self._doors: dict[str, asyncio.Event] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def _tell(self) -> None:
        self.told += 1

    async def send(
        self, name: str, run: str = "", lane: str = "io", urgency: int = NORMAL, seconds: float = 0.0
    ) -> None:
        self._doors[name] = asyncio.Event()

        async def work() -> None:
            async with self.queue.slot(lane, Ticket(urgency, run or name, seconds)):  # type: ignore[arg-type]
                self.started.append(name)
                await self._doors[name].wait()

        self._tasks[name] = asyncio.ensure_future(work())
        await _settle()

    async def let_go(self, name: str) -> None:
        self._doors[name].set()
        await _settle()

    async def cancel(self, name: str) -> None:
        self._tasks[name].cancel()
        await _settle()

    async def work_off(self) -> list[str]:
        """Let each task go as soon as it runs; return all in the order they started."""
        done = 0
        while done < len(self.started):
            await self.let_go(self.started[done])
            done += 1
        return self.started


async def _settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def hall(scene):  # type: ignore[no-untyped-def]
    """Play a scene in a hall of its own."""

    async def play():  # type: ignore[no-untyped-def]
        return await scene(Hall())

    return asyncio.run(play())


def lane(hall: Hall, name: str = "io"):  # type: ignore[no-untyped-def]
    return next(each for each in hall.queue.lanes() if each.name == name)


def test_a_lane_runs_as_many_as_it_is_wide_and_the_rest_wait() -> None:
    async def scene(hall: Hall) -> None:
        for name in "abc":
            await hall.send(name, lane="vision")
        assert hall.started == ["a", "b"]
        assert (lane(hall, "vision").running, lane(hall, "vision").queued) == (2, 1)
        await hall.let_go("a")
        assert hall.started == ["a", "b", "c"]

    hall(scene)


def test_the_urgent_go_first_then_high_priority_then_position() -> None:
    async def scene(hall: Hall) -> list[str]:
        for place, (run, priority) in enumerate({"low": 2, "late": 1, "early": 1, "high": 0}.items()):
            hall.queue.rank(run, (priority, float(-place)))
        for run in ("first", "low", "late", "early", "high"):
            await hall.send(run)
        await hall.send("preview", run="low", urgency=URGENT)
        return await hall.work_off()

    assert hall(scene) == ["first", "preview", "high", "early", "late", "low"]


def test_runs_take_turns_however_much_each_of_them_wants() -> None:
    async def scene(hall: Hall) -> list[str]:
        for index in range(6):
            await hall.send(f"long {index}", run="long")
        for index in range(2):
            await hall.send(f"short {index}", run="short")
        return await hall.work_off()

    started = hall(scene)
    assert started.index("short 1") <= 4
    assert started[:5] == ["long 0", "short 0", "long 1", "short 1", "long 2"]


def test_a_priority_changed_while_waiting_counts_at_once() -> None:
    async def scene(hall: Hall) -> list[str]:
        for run in "abcd":
            hall.queue.rank(run, (1, float(ord(run))))
            await hall.send(run)
        hall.queue.rank("d", (0, float(ord("d"))))
        return await hall.work_off()

    assert hall(scene) == ["a", "d", "b", "c"]


def test_a_short_job_passes_a_lane_that_ten_hours_fill_and_only_one_does() -> None:
    async def scene(hall: Hall) -> list[str]:
        await hall.send("ten hours", seconds=36_000)
        await hall.send("nine hours", seconds=32_400)
        await hall.send("short", seconds=600)
        await hall.send("short too", seconds=600)
        assert hall.started == ["ten hours", "short"]
        await hall.let_go("short")
        return hall.started

    assert hall(scene) == ["ten hours", "short", "short too"]


def test_nothing_passes_what_is_not_long() -> None:
    async def scene(hall: Hall) -> list[str]:
        await hall.send("ten minutes", seconds=600)
        await hall.send("a second", seconds=1)
        return hall.started

    assert hall(scene) == ["ten minutes"]


def test_a_paused_queue_finishes_what_runs_and_starts_only_what_the_user_waits_for() -> None:
    async def scene(hall: Hall) -> None:
        await hall.send("running")
        hall.queue.hold("user")
        assert hall.queue.state.is_held
        await hall.let_go("running")
        await hall.send("waiting")
        await hall.send("preview", urgency=URGENT)
        assert hall.started == ["running", "preview"]
        await hall.let_go("preview")
        hall.queue.release("user")
        await _settle()
        assert hall.started == ["running", "preview", "waiting"]

    hall(scene)


def test_a_full_disk_holds_up_everything_and_is_told_before_a_pause() -> None:
    async def scene(hall: Hall) -> None:
        hall.queue.hold("user")
        hall.queue.hold("disk", "Only 3 MB are free.")
        await hall.send("preview", urgency=URGENT)
        assert hall.started == []
        assert (hall.queue.state.hold, hall.queue.state.reason) == ("disk", "Only 3 MB are free.")
        released = asyncio.ensure_future(hall.queue.released())
        hall.queue.release("disk")
        await _settle()
        assert hall.started == ["preview"]
        assert hall.queue.state.hold == "user"
        assert not released.done()
        hall.queue.release("user")
        await released
        assert hall.told == 4

    hall(scene)


def test_a_wider_lane_starts_more_at_once_and_a_narrower_one_lets_them_finish() -> None:
    async def scene(hall: Hall) -> None:
        for name in "abcd":
            await hall.send(name)
        hall.queue.set_width("io", 3)
        await _settle()
        assert hall.started == ["a", "b", "c"]
        hall.queue.set_width("io", 1)
        await hall.let_go("a")
        await hall.let_go("b")
        assert hall.started == ["a", "b", "c"]
        await hall.let_go("c")
        assert hall.started == ["a", "b", "c", "d"]
        assert (lane(hall).width, lane(hall).automatic_width) == (1, 1)
        for name, width in (("io", 0), ("nowhere", 1)):
            with pytest.raises(ContractError):
                hall.queue.set_width(name, width)

    hall(scene)


def test_a_cancelled_task_gives_its_place_back_waiting_or_running() -> None:
    async def scene(hall: Hall) -> None:
        for name in "abc":
            await hall.send(name)
        await hall.cancel("b")
        await hall.cancel("a")
        assert hall.started == ["a", "c"]
        assert (lane(hall).running, lane(hall).queued) == (1, 0)

    hall(scene)


def test_work_that_two_runs_wait_for_goes_by_the_better_of_them() -> None:
    async def scene(hall: Hall) -> list[str]:
        hall.queue.rank("low", (2, 0.0))
        hall.queue.rank("high", (0, 0.0))
        order: list[str] = []
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(hall.queue.slot("io", Ticket(run_id="running")))
            shared = Ticket(run_id="low")

            async def wait(name: str, ticket: Ticket) -> None:
                async with hall.queue.slot("io", ticket):
                    order.append(name)

            tasks = [asyncio.ensure_future(wait("normal", Ticket(run_id="normal")))]
            tasks.append(asyncio.ensure_future(wait("shared", shared)))
            await _settle()
            hall.queue.share(shared, NORMAL, "high")
        await asyncio.gather(*tasks)
        return order

    assert hall(scene) == ["shared", "normal"]


@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["io", "vision"])), max_size=30), st.integers(1, 3)
)
def test_everyone_gets_a_turn_once_and_no_lane_is_ever_too_full(sent: list[tuple[str, str]], width: int) -> None:
    async def scene(hall: Hall) -> None:
        hall.queue.set_width("io", width)
        for number, (run, name) in enumerate(sent):
            await hall.send(f"{number}", run=run, lane=name)
            assert lane(hall, "io").running <= width
            assert lane(hall, "vision").running <= 2
        started = await hall.work_off()
        assert sorted(started, key=int) == [f"{number}" for number in range(len(sent))]
        assert all(each.running == each.queued == 0 for each in hall.queue.lanes())

    hall(scene)


def test_a_full_gate_lets_the_urgent_and_better_priorities_pass_and_nobody_else() -> None:
    async def scene(hall: Hall) -> None:
        entered: list[str] = []

        async def enter(run: str, urgency: int = NORMAL) -> None:
            async with hall.queue.gate("analysis", Ticket(urgency, run)):
                entered.append(run)
                await asyncio.Event().wait()

        tasks = [asyncio.ensure_future(enter(f"inside {number}")) for number in range(40)]
        await _settle()
        inside = len(entered)
        assert 0 < inside < 40
        hall.queue.rank("high", (0, 0.0))
        tasks += [asyncio.ensure_future(enter("high")), asyncio.ensure_future(enter("preview", URGENT))]
        await _settle()
        assert set(entered[inside:]) == {"high", "preview"}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    hall(scene)
