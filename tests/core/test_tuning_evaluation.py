"""A fine-tuned model beside its base, asked at a local server at which the two answer differently."""

from __future__ import annotations

import asyncio
import json
import threading
from decimal import Decimal

import pytest

from core.errors import BudgetError, ProviderError, TranscriptError
from core.fine_tuning import FineTuning
from core.schema.learning import Example
from core.schema.time import Cut, TimeSpan
from tests.core.finetune.talks import interview
from tests.core.finetune.tuning_server import MADE, MODEL, TuningServer, tuning_server
from tests.core.test_fine_tuning import Desk, desk, refused, server

__all__ = ["desk", "server", "tuning_server"]


def finished(desk: Desk, server: TuningServer, decisions: int = 8) -> str:
    """Fine-tune with three talks, then import another and decide on clips of it: every second is approved."""
    job = asyncio.run(desk.at(server).start(is_masked=True))
    asyncio.run(desk.tuning.watch(job.id))
    source = desk.store.add_source(desk.folder / "new.mp4", "new", 1, 600.0)
    desk.said[source.id] = said = interview(16, "new")
    for number in range(decisions):
        turn = said.segments[2 * number + 1]
        cut = Cut(ranges=(TimeSpan(start=turn.start, end=turn.end),))
        decision = "rejected" if number % 2 else "approved"
        desk.decided.append(
            Example(clip_id=f"n{number}", run_id="n", source_id=source.id, cut=cut, decision=decision)
        )
    return job.id


def answered(model: str, said: str) -> str:
    """The tuned model knows what this user wants, the base approves of everything."""
    clip = said.split("Clip, ")[1].split("After:")[0]
    year = int(clip.split("In year ")[1].split()[0])
    wanted = "reject" if model == MADE and year % 2 else "approve"
    return json.dumps({"verdict": wanted, "title": "x", "scores": {"hook": 1}})


def test_what_it_asks_and_costs_is_told_before_anything_is_sent(desk, server):
    job_id = finished(desk, server)
    plan = asyncio.run(desk.tuning.plan_comparison(job_id))
    assert plan.decisions == 8 and plan.usd and plan.usd > 0
    assert plan.in_words.startswith(
        f"{MODEL} and {MADE} are asked about 8 decisions that neither was trained with"
    )
    assert server.asked == []


def test_both_are_asked_and_what_comes_out_is_kept_and_paid_once(desk, server):
    job_id, told = finished(desk, server, 16), []
    server.answers = answered
    before = desk.purse.month().spent_usd
    job = asyncio.run(desk.tuning.compare(job_id, lambda fraction, words: told.append((fraction, words))))
    found = job.comparison
    assert found is not None and (found.decisions, found.base_agrees, found.made_agrees) == (16, 8, 16)
    assert found.winner == "made" and found.low > 0
    assert sorted(model for model, _ in server.asked) == [MADE] * 16 + [MODEL] * 16
    assert not [said for _, said in server.asked if "Ben" in said or "Ana" in said]
    assert told and all(0.0 <= fraction <= 1.0 for fraction, _ in told)
    assert desk.purse.month().spent_usd - before == found.usd > 0
    desk.open()
    again = asyncio.run(desk.at(server).compare(job_id)).comparison
    assert len(server.asked) == 32 and again is not None and again.usd == Decimal(0)
    assert desk.tuning.job(job_id).comparison == again


def test_few_decisions_claim_no_win(desk, server):
    job_id = finished(desk, server)
    server.answers = answered
    found = asyncio.run(desk.tuning.compare(job_id)).comparison
    assert found is not None and (found.base_agrees, found.made_agrees) == (4, 8)
    assert found.winner == "" and "too little to tell" in " ".join(found.in_words)


def test_an_answer_in_no_form_agrees_with_nothing(desk, server):
    job_id = finished(desk, server)
    server.answers = lambda model, said: "Nice clip!" if model == MADE else answered(model, said)
    found = asyncio.run(desk.tuning.compare(job_id)).comparison
    assert found is not None and (found.base_agrees, found.made_agrees, found.unusable) == (4, 0, 8)


def test_too_few_or_unknown_decisions_and_no_model_are_told(desk, server):
    job_id = finished(desk, server, 4)
    assert "4 of the 5 decisions" in refused(desk.tuning.compare(job_id), TranscriptError)
    desk.tuning._keep(desk.tuning.job(job_id).model_copy(update={"trained_on": ()}))
    assert "not known which talks" in refused(desk.tuning.plan_comparison(job_id), TranscriptError)
    desk.tuning._keep(desk.tuning.job(job_id).model_copy(update={"made_model": ""}))
    assert "no model to compare" in refused(desk.tuning.plan_comparison(job_id))
    assert server.asked == []


def test_budget_and_refusals_end_it_and_keep_nothing(desk, server):
    job_id = finished(desk, server)
    desk.purse.month_budget_usd = Decimal("0.000001")
    refused(desk.tuning.compare(job_id), BudgetError)
    assert server.asked == [] and desk.tuning.job(job_id).comparison is None
    desk.purse.month_budget_usd = None
    server.faults = [("/chat", 401)] * 40
    refused(desk.tuning.compare(job_id), ProviderError)
    assert desk.tuning.job(job_id).comparison is None


def test_stopping_asks_no_more(desk, server):
    job_id, is_stopped = finished(desk, server, 16), threading.Event()

    def held_back(model: str, said: str) -> str:
        is_stopped.wait(60)
        return answered(model, said)

    async def stop(tuning: FineTuning) -> None:
        comparing: asyncio.Task[object]

        def halt(fraction: float, words: str) -> None:
            if server.asked:
                comparing.cancel()

        comparing = asyncio.create_task(tuning.compare(job_id, halt))
        with pytest.raises(asyncio.CancelledError):
            await comparing

    server.answers = held_back
    try:
        asyncio.run(stop(desk.tuning))
    finally:
        is_stopped.set()
    assert desk.tuning.job(job_id).comparison is None and len(server.asked) == 1
