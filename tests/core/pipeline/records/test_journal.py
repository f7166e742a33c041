"""Asking the log, and figures over attempts compared with plain Python."""

from __future__ import annotations

import math
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from core.pipeline.records.store import Store
from core.schema.choice import Cost
from core.schema.log import LogFilter
from core.schema.queue import StageFigures
from core.schema.run import RunOptions
from core.spending import Payer
from tests.slices import examples

LEVELS = ("info", "warning", "error")
STAGES = ("plan", "render")


@pytest.fixture
def store(tmp_path: Path):
    opened = Store(tmp_path / "db.sqlite")
    yield opened
    opened.close()


def new_run(store: Store) -> str:
    source = store.add_source(Path("/talk.mp4"), "print", 10)
    return store.add_run(source.id, RunOptions(), "clean@1").id


WRITTEN = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", ""]),
        st.sampled_from(STAGES),
        st.sampled_from(LEVELS),
        st.sampled_from(["a-c1", "a-c2", ""]),
        st.sampled_from(["", "MediaError"]),
    ),
    max_size=30,
)
WANTED = st.builds(
    LogFilter,
    run_id=st.sampled_from(["", "a", "b"]),
    stage=st.sampled_from(["", *STAGES]),
    level=st.sampled_from(["", *LEVELS]),
    clip_id=st.sampled_from(["", "a-c1", "c2", "nothing"]),
    is_failure=st.booleans(),
    limit=st.integers(0, 5),
)


@examples(15, 600, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WRITTEN, WANTED)
def test_a_filter_leaves_what_a_loop_would(store, written, wanted):
    with store._transaction():
        store._db.execute("delete from log")
    for number, (run, stage, level, clip, reason) in enumerate(written):
        store.write_log(run, str(number), level, stage=stage, clip_id=clip, reason=reason)
    expected = [
        str(number)
        for number, (run, stage, level, clip, reason) in enumerate(written)
        if (not wanted.run_id or run == wanted.run_id)
        and (not wanted.stage or stage == wanted.stage)
        and (not wanted.level or LEVELS.index(level) >= LEVELS.index(wanted.level))
        and clip.endswith(wanted.clip_id)
        and (not wanted.is_failure or level == "error" or reason)
    ]
    mark, lines = store.log_after(0, wanted)
    assert [line.message for line in lines] == expected[-wanted.limit :]
    assert store.log_after(mark, wanted) == (mark, [])
    if not wanted.is_failure:
        asked = store.log(wanted.run_id, wanted.stage, wanted.level, wanted.clip_id, wanted.limit)
        assert asked == lines


def test_a_line_keeps_all_its_fields(store):
    store.write_log("r", "m", "warning", "r:plan", "plan", "r-c", "1:1", "ProviderError")
    (line,) = store.log()
    assert line.model_dump(exclude={"at"}) == {
        "run_id": "r",
        "job_id": "r:plan",
        "stage": "plan",
        "clip_id": "r-c",
        "aspect": "1:1",
        "preset": "",
        "reason": "ProviderError",
        "level": "warning",
        "message": "m",
    }


ATTEMPTS = st.lists(
    st.tuples(
        st.sampled_from(STAGES),
        st.sampled_from(["running", "completed", "failed", "retried", "lost", "stopped"]),
        st.floats(0, 1000),
        st.sampled_from([1.0, 40.0]),
    ),
    max_size=40,
)


@examples(15, 600, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ATTEMPTS)
def test_figures_are_those_of_plain_counting(store, attempts):
    run = new_run(store)
    now = time.time()
    with store._transaction():
        store._db.execute("delete from jobs")
        store._db.execute("insert into jobs (id, run_id, stage, state) values ('j', ?, 'plan', 'pending')", [run])
        for stage, state, seconds, days in attempts:
            store._db.execute(
                "insert into attempts (job_id, run_id, stage, clip_id, aspect, number, state, started_at, seconds)"
                " values ('j', ?, ?, '', '', 1, ?, ?, ?)",
                [run, stage, state, now - days * 86400, seconds],
            )
    expected = []
    for stage in STAGES:
        ended = [(state, seconds) for name, state, seconds, days in attempts if name == stage and days < 30]
        completed = sorted(seconds for state, seconds in ended if state == "completed")
        failed = [state for state, _ in ended if state in ("failed", "retried", "lost")]
        if completed or failed:
            at = {p: completed[math.ceil(len(completed) * p / 100) - 1] if completed else None for p in (50, 95)}
            expected.append(
                StageFigures(
                    stage=stage,
                    attempts=len(completed) + len(failed),
                    failed=len(failed),
                    completed=len(completed),
                    p50=at[50],
                    p95=at[95],
                )
            )
    assert list(store.figures(30).stages) == expected


def test_figures_tell_what_was_reused_and_what_it_cost(store):
    run, old = new_run(store), new_run(store)
    with store._transaction():
        store._db.execute("update runs set created_at = 1 where id = ?", [old])
        for number, (whose, is_reused) in enumerate([(run, 1), (run, 1), (run, 0), (old, 1)]):
            store._db.execute(
                "insert into jobs (id, run_id, stage, state, is_reused) values (?, ?, 'plan', 'completed', ?)",
                [str(number), whose, is_reused],
            )
        for at, usd in ((time.time(), 0.25), (time.time(), 0.5), (1.0, 9.0)):
            store._book(Payer(run_id=run, stage="plan"), Cost(provider="p", model="m", at=at, usd=usd))
    figures = store.figures(30)
    (plan,) = figures.stages
    assert (plan.reused, plan.usd, plan.attempts, plan.p50) == (2, 0.75, 0, None)
    assert plan.failure_rate is None
    assert plan.reuse_rate == 1.0
    assert figures.usd == 0.75
