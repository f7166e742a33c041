"""How runs stand in words, what waits before it is tried again, what failed where, and what a replay redoes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.pipeline.events import RetryPlanned
from core.schema.queue import QueueState, Redo, RedoneStage
from core.schema.run import PRIORITIES, AttemptRecord, JobRecord, OutputRecord, RunRecord
from ui.controllers.delays import Delays
from ui.controllers.failures import attempts_in_words, failures_of, retry_label
from ui.controllers.redo import jobs_in, redo_words, stale_words
from ui.controllers.standing import ordinal, run_lines

_FREE = QueueState()


def _run(run_id: str, **more: object) -> RunRecord:
    return RunRecord.model_validate(
        {
            "id": run_id,
            "source_id": "s",
            "source_name": run_id,
            "source_path": Path("x"),
            "state": "started",
            **more,
        }
    )


def test_the_queue_comes_first_in_its_order_then_the_rest_the_newest_first() -> None:
    runs = [
        _run("old", state="fully_generated", created_at=1.0),
        _run("new", state="analysis_complete", created_at=9.0),
        _run("low", priority="low", position=0.0),
        _run("second", position=2.0),
        _run("first", position=1.0),
        _run("urgent", priority="high", position=9.0),
        _run("stopped", is_paused=True, created_at=5.0),
    ]
    lines = run_lines(runs, {}, (), {}, _FREE)
    assert [line.run.id for line in lines] == ["urgent", "first", "second", "low", "new", "stopped", "old"]
    assert [line.place for line in lines] == [1, 2, 3, 4, 0, 0, 0]
    assert [line.standing for line in lines[-3:]] == ["done", "waiting", "done"]


def test_what_a_run_waits_for_is_said() -> None:
    runs = [_run("a", position=1.0), _run("b", position=2.0, fraction=0.34), _run("c", position=3.0)]

    def words(queue: QueueState, delays: dict[str, str]) -> list[str]:
        return [line.words for line in run_lines(runs, {"b": "transcribe"}, (), delays, queue)]

    working = "Working, 34 % · Transcribe"
    assert words(_FREE, {}) == ["Waiting: next in line", working, "Waiting: 2nd in line"]
    assert words(QueueState(hold="user"), {})[::2] == ["Queue paused", "Queue paused"]
    assert words(QueueState(hold="disk"), {})[0] == "Waiting for space"
    assert words(_FREE, {"c": "Trying again in 8 s (busy)"})[2] == "Trying again in 8 s (busy)"


def test_files_that_are_asked_for_are_work_too() -> None:
    run = _run("a", state="analysis_complete", fraction=0.5)
    assert run_lines([run], {}, (), {}, _FREE)[0].words == "Ready to review"
    assert run_lines([run], {}, {"a"}, {}, _FREE)[0].words == "Waiting: next in line"
    assert run_lines([run], {"a": "render"}, {"a"}, {}, _FREE)[0].words == "Making files"


@given(
    st.lists(st.tuples(st.sampled_from(PRIORITIES), st.floats(0, 9), st.booleans(), st.booleans()), max_size=12)
)
def test_places_in_line_are_counted_without_a_gap(drawn: list[tuple[str, float, bool, bool]]) -> None:
    runs = [
        _run(str(n), priority=priority, position=position, is_paused=is_paused)
        for n, (priority, position, is_paused, _) in enumerate(drawn)
    ]
    at_work = {str(n): "plan" for n, (_, _, is_paused, works) in enumerate(drawn) if works and not is_paused}
    lines = run_lines(runs, at_work, (), {}, _FREE)
    places = [line.place for line in lines if line.place]
    assert places == list(range(1, len(places) + 1))
    assert {line.run.id for line in lines if line.standing == "working"} == set(at_work)


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "next"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (21, "21st"), (112, "112th")],
)
def test_places_are_spoken(number: int, words: str) -> None:
    assert ordinal(number) == words


def test_a_delay_is_counted_down() -> None:
    delays = Delays()
    told = "The endpoint limits how often it is asked."
    delays.begin(RetryPlanned("a", "a:transcribe", "transcribe", told, time.time() + 8))
    assert delays.words() == {"a": "Trying again in 8 s (The endpoint limits how often it is asked)"}
    delays.end("a")
    assert delays.words() == {}
    delays.begin(RetryPlanned("a", "a:transcribe", "transcribe", told, time.time() - 60))
    assert delays.words() == {}


def test_a_failure_is_attributed_to_stage_clip_aspect_and_file() -> None:
    job = JobRecord(
        id="j", run_id="r", stage="render", clip_id="c", aspect="9:16", state="failed", error_file="/a/b.mp4",
        error_reason="The encoder failed. Choose another aspect.", error_kind="RenderError",
    )  # fmt: skip
    outputs = [
        OutputRecord(
            id=f"o{n}", run_id="r", clip_id=clip, aspect=aspect, state="failed", error="The folder is gone."
        )
        for n, (clip, aspect) in enumerate((("c", "9:16"), ("d", "1:1")))
    ]
    found = failures_of([job], outputs, [], {"c": "A title", "d": "Another"})
    assert [failure.where for failure in found] == [
        "Render · “A title” · 9:16",
        "Deliver the file · “Another” · 1:1",
    ]
    assert (found[0].file, found[0].reason) == ("/a/b.mp4", "The encoder failed. Choose another aspect.")
    assert found[1].reason == "The folder is gone."
    assert retry_label(found) == "Retry 2 failed files"


def test_attempts_are_told_with_how_each_ended() -> None:
    def attempt(number: int, state: str, reason: str = "") -> AttemptRecord:
        return AttemptRecord.model_validate(
            {"job_id": "j", "run_id": "r", "stage": "plan", "number": number, "state": state, "started_at": 0.0,
             "error_reason": reason}
        )  # fmt: skip

    assert attempts_in_words([]) == ""
    assert attempts_in_words([attempt(1, "failed", "Bad file.")]) == ""
    both = [attempt(1, "lost"), attempt(2, "failed", "The disk is full.")]
    assert attempts_in_words(both) == "2 attempts: worker ended unexpectedly; The disk is full"
    thrice = [attempt(n, "retried", "Too often.") for n in (1, 2, 3)]
    assert attempts_in_words(thrice) == "3 attempts: Too often (3 times)"


def test_only_the_attempts_since_the_job_was_asked_for_are_told() -> None:
    job = JobRecord(id="j", run_id="r", stage="plan", state="failed", attempts=2, error_reason="It died.")
    states = ("completed", "stopped", "lost", "lost")
    attempts = [
        AttemptRecord.model_validate(
            {"job_id": "j", "run_id": "r", "stage": "plan", "number": n, "state": state, "started_at": 0.0}
        )
        for n, state in enumerate(states, 1)
    ]
    (failure,) = failures_of([job], [], attempts, {})
    assert failure.tried == "2 attempts: worker ended unexpectedly (2 times)"


def test_what_is_retried_is_counted() -> None:
    stages = [JobRecord(id=s, run_id="r", stage=s, state="failed") for s in ("transcribe", "plan", "render")]
    assert retry_label(failures_of(stages[:1], [], [], {})) == "Retry 1 failed stage"
    assert retry_label(failures_of(stages, [], [], {})) == "Retry 2 failed stages and 1 failed file"
    assert retry_label([]) == "Retry what failed"


def test_what_a_replay_redoes_is_said_with_its_counts() -> None:
    redo = Redo(
        stages=(
            RedoneStage(stage="plan", jobs=1, reason="chosen by you"),
            RedoneStage(stage="plan_enhancement", jobs=12, reason="what it builds on changes"),
            RedoneStage(stage="render", jobs=1, reason="what it builds on changes"),
        ),
        kept=("transcode", "transcribe"),
        seconds=180.0,
    )
    assert redo_words(redo) == (
        "Redo: Find and score clips · Choose emphasis (12 clips) · Render (1 file); "
        "kept: Read the video, Transcribe. About 3 min. Your decisions, titles and cuts stay."
    )
    assert jobs_in(redo) == 14
    assert stale_words(redo).startswith(
        "This run was made by an older version. Redoing it changes: Find and score"
    )
    assert redo_words(Redo()) == "There is nothing to redo from here."
