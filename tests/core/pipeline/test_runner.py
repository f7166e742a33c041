"""The runner with real worker processes: once, again, together, failing, dying, stopped."""

from __future__ import annotations

import asyncio
import os
import shutil
import time

import pytest

from core.pipeline.events import JobProgressed
from core.pipeline.graph import Node
from core.pipeline.runner import JobFailed

LAST = [Node("last", "c", "9:16"), Node("last", "c", "1:1")]


def states(toy, run_id):
    return {(job.stage, job.aspect): job.state for job in toy.store.jobs(run_id)}


def test_makes_what_is_asked_for_and_batches_siblings(toy, run_async):
    run = toy.run()
    run_async(toy.ensure(run, LAST))
    assert toy.load(run, LAST[0]).text == "GOOD9:16"
    assert toy.load(run, LAST[1]).together == 2
    assert set(states(toy, run).values()) == {"completed"}
    place = toy.artifacts.place("first", toy.print_of(run, Node("first")))
    assert (place / "beside.txt").read_text() == "good"
    assert list(toy.artifacts.work.iterdir()) == []


def test_a_second_run_reuses_everything(toy, run_async):
    first, second = toy.run(), toy.run()
    run_async(toy.ensure(first, LAST))
    run_async(toy.ensure(second, LAST))
    assert toy.calls() == ["first good"]
    assert all(job.is_reused for job in toy.store.jobs(second))
    assert not any(job.is_reused for job in toy.store.jobs(first))


def test_two_runs_at_once_share_the_work(toy, run_async):
    first, second = toy.run(), toy.run()

    async def both():
        await asyncio.gather(toy.ensure(first, LAST), toy.ensure(second, LAST))

    run_async(both())
    assert toy.calls() == ["first good"]
    assert set(states(toy, second).values()) == {"completed"}


def test_a_changed_root_makes_only_what_hangs_below_it(toy, run_async):
    run = toy.run()
    run_async(toy.ensure(run, LAST))
    toy.specs["1:1"] = "square"
    run_async(toy.ensure(run, LAST))
    assert toy.calls() == ["first good"]
    assert toy.load(run, LAST[1]).text == "GOODsquare"
    assert toy.load(run, LAST[1]).together == 1


def test_a_lost_artifact_is_made_again(toy, run_async):
    run = toy.run()
    run_async(toy.ensure(run, LAST))
    shutil.rmtree(toy.artifacts.place("last", toy.print_of(run, LAST[0])))
    run_async(toy.ensure(run, LAST))
    assert toy.load(run, LAST[0]).text == "GOOD9:16"


def test_a_damaged_artifact_is_named_removed_and_made_again(toy, run_async):
    run = toy.run()
    run_async(toy.ensure(run, LAST))
    first = toy.artifacts.place("first", toy.print_of(run, Node("first")))
    (first / "artifact.json").write_text("{")
    toy.specs["9:16"] = "anew"
    with pytest.raises(JobFailed, match="damaged"):
        run_async(toy.ensure(run, LAST[:1]))
    run_async(toy.ensure(run, LAST[:1]))
    assert toy.load(run, LAST[0]).text == "GOODanew"
    assert toy.calls() == ["first good", "first good"]


def test_rubbish_in_an_artifacts_place_is_replaced(toy, run_async):
    run = toy.run()
    place = toy.artifacts.place("first", toy.print_of(run, Node("first")))
    (place / "half").mkdir(parents=True)
    run_async(toy.ensure(run, LAST))
    assert toy.load(run, LAST[0]).text == "GOOD9:16"


def test_failure_names_file_reason_and_remedy_and_is_tried_again_when_asked(toy, run_async):
    run = toy.run()
    toy.text = "bad"
    with pytest.raises(JobFailed) as caught:
        run_async(toy.ensure(run, LAST))
    assert str(caught.value) == "x.mp4: It is broken. Try another."
    assert states(toy, run) == {("first", ""): "failed", ("last", "9:16"): "pending", ("last", "1:1"): "pending"}
    with pytest.raises(JobFailed):
        run_async(toy.ensure(run, LAST))
    assert toy.calls() == ["first bad", "first bad"]


def test_one_bad_item_of_a_batch_costs_itself_only(toy, run_async):
    run = toy.run()
    toy.specs["9:16"] = "9:16 bad"
    with pytest.raises(JobFailed):
        run_async(toy.ensure(run, LAST))
    assert states(toy, run) == {
        ("first", ""): "completed",
        ("last", "9:16"): "failed",
        ("last", "1:1"): "completed",
    }


def test_an_unpicklable_error_is_a_failure_record(toy, run_async):
    run = toy.run()
    toy.text = "bug"
    with pytest.raises(JobFailed) as caught:
        run_async(toy.ensure(run, LAST))
    assert caught.value.failure.is_our_bug
    assert any("Traceback" in line.message for line in toy.store.log(run) if line.level == "error")
    toy.text = "good"
    run_async(toy.ensure(run, LAST))


def test_a_dead_worker_costs_one_attempt(toy, run_async):
    run = toy.run()
    toy.text = "die once"
    run_async(toy.ensure(run, [Node("first")]))
    job = toy.store.jobs(run)[0]
    assert (job.state, job.attempts) == ("completed", 2)


def test_a_job_that_kills_two_workers_has_failed_and_the_pool_lives(toy, run_async):
    run = toy.run()
    toy.text = "die"
    with pytest.raises(JobFailed, match="ended unexpectedly"):
        run_async(toy.ensure(run, [Node("first")]))
    toy.text = "good"
    run_async(toy.ensure(run, [Node("first")]))


def test_cancel_kills_the_worker_and_leaves_the_job_pending(toy, run_async):
    run = toy.run()
    toy.text = "slow"
    heard = []
    toy.store.subscribe(lambda event: heard.append(event) if isinstance(event, JobProgressed) else None)

    async def start_and_stop():
        task = asyncio.ensure_future(toy.ensure(run, LAST))
        while not heard:
            await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    run_async(start_and_stop())
    pid = int((toy.folder / "pid").read_text())
    deadline = time.monotonic() + 10
    while _is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _is_alive(pid)
    assert set(states(toy, run).values()) == {"pending"}
    assert heard[0].message == "slowly"


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_choices_are_logged_and_costs_are_ledgered(toy, run_async):
    run = toy.run()
    run_async(toy.ensure(run, [Node("first")]))
    assert any(
        line.message == "way: short. it was there" and line.level == "warning" for line in toy.store.log(run)
    )
    assert toy.store.jobs(run)[0].usd == 0.25


def test_two_who_wait_for_the_same_failing_job_both_hear_why(toy, run_async):
    run = toy.run()
    toy.text = "bad"

    async def both():
        return await asyncio.gather(*(toy.ensure(run, LAST[:1]) for _ in range(2)), return_exceptions=True)

    for error in run_async(both()):
        assert isinstance(error, JobFailed)
        assert "It is broken" in str(error)
    assert states(toy, run)["first", ""] == "failed"


def test_an_edit_during_the_work_gets_work_of_its_own(toy, run_async):
    run = toy.run()
    toy.text = "slowly one"

    async def edit_meanwhile():
        old = asyncio.ensure_future(toy.ensure(run, LAST[:1]))
        while not toy.calls():
            await asyncio.sleep(0.02)
        snapshot = toy.runner.snapshot(run, LAST[:1])
        toy.text = "good"
        await asyncio.gather(old, toy.ensure(run, LAST[:1]))
        return await toy.runner.load(snapshot, LAST[0])

    assert run_async(edit_meanwhile()).text == "SLOWLY ONE9:16"
    assert toy.load(run, LAST[0]).text == "GOOD9:16"
    assert set(states(toy, run).values()) == {"completed"}


def test_an_urgent_wish_overtakes_the_queue(toy, run_async):
    """Five slow jobs wait for one place; the last is hurried while it waits, and comes next."""

    async def queue():
        runs, tasks = [], []
        for number in range(5):
            toy.text = f"slowly {number}"
            run = toy.run()
            runs.append(run)
            tasks.append(asyncio.ensure_future(toy.ensure(run, [Node("first")])))
            await asyncio.sleep(0)
        while not toy.calls():
            await asyncio.sleep(0.02)
        await toy.ensure(runs[-1], [Node("first")], priority=0)
        done = len(toy.calls())
        await asyncio.gather(*tasks)
        return done

    assert run_async(queue()) <= 3
