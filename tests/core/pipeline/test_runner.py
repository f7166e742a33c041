"""The runner with real worker processes: once, again, together, failing, dying, stopped."""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from decimal import Decimal

import pytest

from core.pipeline import retry
from core.pipeline.attempt import Setting
from core.pipeline.events import JobProgressed
from core.pipeline.graph import Node
from core.pipeline.runner import JobFailed
from core.schema.choice import Cost
from core.spending import Payer

LAST = [Node("last", "c", "9:16"), Node("last", "c", "1:1")]


FIRST = [Node("first")]


@pytest.fixture
def soon(monkeypatch):
    """Wait a moment instead of seconds before another attempt."""
    monkeypatch.setattr(retry, "_FIRST_WAIT", 0.05)


def attempts(toy, run_id):
    return [(each.stage, each.number, each.state) for each in toy.store.attempts(run_id)]


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


@pytest.mark.logs_errors
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
    deadline = time.monotonic() + 60
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
        line.message == "Way: short. It was there." and line.level == "warning" for line in toy.store.log(run)
    )
    assert toy.store.jobs(run)[0].usd == 0.25


def test_what_a_dead_worker_had_asked_is_booked_as_the_most_it_can_have_cost(toy, run_async):
    run = toy.run()
    toy.text = "die once"
    cost = Cost(provider="p", model="m", id="asked", at=1.0, usd=Decimal("0.5"))
    toy.purse.tab.reserve(Payer(run_id=run, job_id=f"{run}:first", stage="first"), cost)
    toy.purse.tab.reserve(Payer(run_id=run, job_id="another"), cost.model_copy(update={"id": "other"}))
    run_async(toy.ensure(run, [Node("first")]))
    rows = {row.call_id: row for row in toy.store.ledger(run)}
    assert (rows["asked"].usd, rows["asked"].outcome) == (Decimal("0.5"), "lost")
    assert "other" not in rows and len(rows) == 2
    assert toy.store.jobs(run)[0].usd == 0.75


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


def test_what_may_pass_is_tried_again_and_every_attempt_is_kept(toy, run_async, soon):
    run = toy.run()
    toy.text = "busy twice"
    run_async(toy.ensure(run, FIRST))
    assert attempts(toy, run) == [("first", 1, "retried"), ("first", 2, "retried"), ("first", 3, "completed")]
    tried = toy.store.attempts(run)
    assert (tried[0].error_kind, tried[0].error_reason[:21]) == ("ProviderError", "The endpoint is busy.")
    assert "Trying again in" in tried[0].error_reason
    assert tried[2].seconds > 0
    assert toy.store.jobs(run)[0].attempts == 3


def test_what_does_not_pass_fails_in_the_end(toy, run_async, soon):
    run = toy.run()
    toy.text = "busy"
    with pytest.raises(JobFailed, match=r"The endpoint is busy\. Try later\."):
        run_async(toy.ensure(run, FIRST))
    assert [state for _, _, state in attempts(toy, run)] == ["retried"] * 3 + ["failed"]
    assert toy.store.jobs(run)[0].error_kind == "ProviderError"


def test_a_file_in_use_is_tried_again_and_a_broken_one_is_not(toy, run_async, soon):
    run = toy.run()
    toy.text = "locked"
    run_async(toy.ensure(run, FIRST))
    assert [state for _, _, state in attempts(toy, run)] == ["retried", "completed"]
    other = toy.run()
    toy.text = "bad"
    with pytest.raises(JobFailed):
        run_async(toy.ensure(other, FIRST))
    assert [state for _, _, state in attempts(toy, other)] == ["failed"]


def test_while_one_waits_to_be_tried_again_its_lane_is_free(toy, run_async, monkeypatch):
    monkeypatch.setattr(retry, "_FIRST_WAIT", 30.0)
    busy, good = toy.run(), toy.run()

    async def both():
        toy.text = "busy"
        waiting = asyncio.ensure_future(toy.ensure(busy, FIRST))
        while not any(state == "retried" for _, _, state in attempts(toy, busy)):
            await asyncio.sleep(0.05)
        toy.text = "good"
        await toy.ensure(good, FIRST)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)

    run_async(both())
    assert states(toy, good) == {("first", ""): "completed"}
    assert states(toy, busy) == {("first", ""): "pending"}


def test_a_dead_worker_is_an_attempt_that_was_lost(toy, run_async):
    run = toy.run()
    toy.text = "die once"
    run_async(toy.ensure(run, FIRST))
    assert attempts(toy, run) == [("first", 1, "lost"), ("first", 2, "completed")]
    assert toy.store.attempts(run)[0].error_kind == "WorkerDied"


def test_a_job_that_gets_further_may_lose_more_workers(toy, run_async):
    run = toy.run()
    toy.text = "die at each part"
    run_async(toy.ensure(run, FIRST))
    assert [state for _, _, state in attempts(toy, run)] == ["lost"] * 4 + ["completed"]
    assert not toy.artifacts.kept_parts()


def test_of_jobs_that_share_a_worker_only_the_one_that_kills_it_fails(toy, run_async):
    run = toy.run()
    toy.specs["9:16"] = "9:16 die"
    with pytest.raises(JobFailed, match="ended unexpectedly"):
        run_async(toy.ensure(run, LAST))
    assert states(toy, run) == {
        ("first", ""): "completed",
        ("last", "9:16"): "failed",
        ("last", "1:1"): "completed",
    }


def test_a_task_that_exceeds_its_time_is_stopped_and_fails_at_once(toy, run_async):
    # The worker is there before it counts, however long a busy machine takes to start one.
    run_async(toy.ensure(toy.run(), FIRST))
    run = toy.run()
    toy.text = "slow"
    toy.runner.configure(Setting("toy_stages", toy.folder, toy.folder, {}, time_limit=3.0))
    with pytest.raises(JobFailed, match=r"took longer than its limit of 3 seconds"):
        run_async(toy.ensure(run, FIRST))
    assert not _is_alive_for_long(int((toy.folder / "pid").read_text()))
    assert [state for _, _, state in attempts(toy, run)] == ["failed"]
    assert toy.store.jobs(run)[0].error_kind == "TimeLimit"


def test_a_task_that_tells_no_progress_for_too_long_is_stopped(toy, run_async, monkeypatch):
    monkeypatch.setattr("core.pipeline.attempt.STALL_SECONDS", 0.3)
    run = toy.run()
    toy.text = "silent"
    with pytest.raises(JobFailed, match="made no progress"):
        run_async(toy.ensure(run, FIRST))
    assert toy.store.jobs(run)[0].error_kind == "TimeLimit"


def test_a_full_disk_holds_the_queue_up_and_the_work_goes_on_when_there_is_space(toy, run_async, soon):
    run = toy.run()
    toy.text = "full"

    async def fill_and_free():
        working = asyncio.ensure_future(toy.ensure(run, LAST))
        while toy.queue.state.hold != "disk":
            await asyncio.sleep(0.05)
        assert states(toy, run)["first", ""] == "pending"
        assert toy.queue.state.reason.startswith("The disk is full.")
        (toy.folder / "space").touch()
        toy.queue.release("disk")
        await working

    run_async(fill_and_free())
    assert set(states(toy, run).values()) == {"completed"}
    assert attempts(toy, run)[:2] == [("first", 1, "retried"), ("first", 2, "completed")]


def test_what_a_killed_worker_left_behind_is_removed(toy, run_async, monkeypatch):
    monkeypatch.setattr("core.pipeline.attempt._DYING_SECONDS", 0.1)
    run = toy.run()
    toy.text = "die once"

    async def make():
        await toy.ensure(run, FIRST)
        while any(toy.artifacts.work.iterdir()):
            await asyncio.sleep(0.05)

    run_async(make())


def test_why_each_job_ran_or_was_reused(toy, run_async):
    first, second = toy.run(), toy.run()
    run_async(toy.ensure(first, LAST))
    run_async(toy.ensure(second, FIRST))
    why = {(job.stage, job.aspect): job.why for job in toy.store.jobs(first)}
    assert set(why.values()) == {"It was not made before."}
    assert toy.store.jobs(second)[0].why.startswith(f"The same work was done by run {first} of ")
    toy.specs["1:1"] = "square"
    run_async(toy.ensure(first, LAST))
    why = {(job.stage, job.aspect): job.why for job in toy.store.jobs(first)}
    assert why["last", "1:1"] == "Since it was made last, the spec changed."
    toy.store.replay_stage(first, "first", {"first": "again"})
    run_async(toy.runner.ensure(toy.runner.fresh_snapshot(first, FIRST)))
    assert toy.store.jobs(first)[0].why == "Since it was made last, it is replayed on purpose."
    assert toy.calls() == ["first good", "first good"]


def test_what_was_made_of_the_source_stays_in_use_until_it_is_made_anew_on_purpose(toy, run_async):
    run = toy.run()
    run_async(toy.ensure(run, LAST))
    toy.text = "changed"
    toy.specs["1:1"] = "square"
    run_async(toy.ensure(run, LAST))
    assert toy.load(run, LAST[1]).text == "GOODsquare"
    run_async(toy.runner.ensure(toy.runner.fresh_snapshot(run, FIRST)))
    run_async(toy.ensure(run, LAST))
    assert toy.load(run, LAST[1]).text == "CHANGEDsquare"
    assert toy.calls() == ["first good", "first changed"]


def _is_alive_for_long(pid: int) -> bool:
    deadline = time.monotonic() + 60
    while _is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    return _is_alive(pid)
