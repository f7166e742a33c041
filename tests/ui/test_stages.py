"""Jobs counted into the rows that the screen shows."""

from __future__ import annotations

from core.pipeline.events import JobProgressed
from core.schema.run import JobRecord, JobState
from core.stages import STAGES as ENGINE_STAGES
from ui.controllers.stages import STAGES, busiest, stage_rows


def _job(number: int, stage: str, state: JobState, **more: object) -> JobRecord:
    return JobRecord.model_validate({"id": f"j{number}", "run_id": "r", "stage": stage, "state": state, **more})


def test_the_rows_are_the_stages_of_the_engine_in_order() -> None:
    assert [name for name, _ in STAGES] == [stage.name for stage in ENGINE_STAGES]


def test_a_run_without_jobs_waits_everywhere() -> None:
    rows = stage_rows([], {})
    assert len(rows) == len(ENGINE_STAGES)
    assert {row.state for row in rows} == {"waiting"}
    assert busiest(rows) is None


def test_jobs_of_many_clips_are_counted() -> None:
    jobs = [_job(n, "analyze_framing", "completed", seconds=2.0) for n in range(3)]
    jobs.append(_job(3, "analyze_framing", "in_progress"))
    told = JobProgressed("r", "j3", "analyze_framing", "c", "", 0.5, "Looking for faces", 40.0)
    row = stage_rows(jobs, {"j3": told})[7]
    assert (row.state, row.done, row.total, row.remaining) == ("working", 3, 4, 40.0)
    assert row.fraction == 3.5 / 4
    assert row.summary == "3 of 4"
    assert row.message == "Looking for faces"


def test_a_reused_stage_says_so() -> None:
    row = stage_rows([_job(0, "transcode", "completed", is_reused=True)], {})[0]
    assert (row.state, row.summary) == ("done", "reused")


def test_why_jobs_ran_is_told_in_the_words_of_the_screen() -> None:
    same = "The same work was done by run 1a2b of 2026-01-01 10:00."
    changed = "Since it was made last, what plan_enhancement made changed."
    jobs = [_job(n, "finalize", "completed", why=why) for n, why in enumerate((same, same, changed))]
    assert stage_rows(jobs[:2], {})[10].why == "The same work was done by an earlier run of 2026-01-01 10:00."
    assert stage_rows(jobs, {})[10].why == (
        "The same work was done by an earlier run of 2026-01-01 10:00. (2 of 3)\n"
        "Since it was made last, what “Choose emphasis” made changed. (1 of 3)"
    )


def test_a_failure_carries_its_reason() -> None:
    jobs = [_job(0, "plan", "completed"), _job(1, "plan", "failed", error_reason="The model talks nonsense.")]
    row = stage_rows(jobs, {})[3]
    assert (row.state, row.error, row.summary) == ("failed", "The model talks nonsense.", "failed")
