"""A language model's opinion, against a server that is good, malformed, lying, busy, dead, slow or dear."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from core.highlights.plan import PlanOptions, plan_clips
from core.highlights.rerank import JUDGED, plan_with_model, spoken_in
from core.schema.plan import EditorialPlan
from core.schema.segment import Segments
from tests.core.highlights.talk import INTERVIEW, spoken
from tests.core.llm.chat_server import KEY, ChatServer, Scripted

Start = Callable[..., ChatServer]

TALK = spoken(*INTERVIEW)
OPTIONS = PlanOptions(top=3)
LOCAL = plan_clips(TALK, Segments(), OPTIONS)


def judge(chat: ChatServer, **options: object) -> EditorialPlan:
    return plan_with_model(LOCAL, TALK, Segments(), OPTIONS, chat.model(**options))


def opinion(number: int, score: float, **said: object) -> dict[str, object]:
    return {"id": number, "scores": dict.fromkeys(JUDGED, score), "reason": "It lands.", **said}


def reply(*clips: dict[str, object]) -> Scripted:
    return Scripted(text=json.dumps({"clips": clips}))


def test_a_good_opinion_moves_scores_and_words(chat_server: Start) -> None:
    last = len(LOCAL.candidates)
    quote = " ".join(spoken_in(LOCAL.candidates[-1], TALK).split(": ")[-1].split()[:4])
    chat = chat_server(
        reply(
            *(opinion(k, 5) for k in range(1, last)),
            opinion(last, 100, title="A better title", hook="Wait for it", quotes=[quote, "never said by anyone"]),
        )
    )
    made = judge(chat)
    best = made.candidates[0]
    assert best.id == LOCAL.candidates[-1].id and best.cut == LOCAL.candidates[-1].cut
    assert (best.title, best.hook, best.reason) == ("A better title", "Wait for it", "It lands.")
    assert quote in best.axes["hook"].evidence
    assert "never said by anyone" not in str(made)
    assert made.scorer == "local + gpt-4o-mini" and not made.choices[-1].degraded
    assert len(made.costs) == 1 and made.costs[0].usd > 0
    asked = chat.requests[0]["messages"][1]["content"]
    assert "### Clip 1" in asked and "terrified" in asked


def test_lies_are_dropped(chat_server: Start) -> None:
    lies = [
        opinion(99, 100),
        opinion(0, 100),
        {"id": 1, "scores": {"hook": 900, "charm": 50}, "title": "Never used"},
    ]
    made = judge(chat_server(reply(*lies)))
    assert made.candidates == LOCAL.candidates
    assert made.choices[-1].degraded and made.scorer == "local"
    assert len(made.costs) == 1


def test_overlong_words_are_dropped_and_the_score_kept(chat_server: Start) -> None:
    made = judge(chat_server(reply(opinion(1, 90, title="x" * 500, hook="y" * 500, reason="z" * 5000))))
    changed = next(c for c in made.candidates if c.id == LOCAL.candidates[0].id)
    before = LOCAL.candidates[0]
    assert (changed.title, changed.hook, changed.reason) == (before.title, before.hook, before.reason)
    assert changed.score == pytest.approx(0.6 * 90 + 0.4 * before.score, abs=0.1)
    assert made.choices[-1].degraded and "1 of" in made.choices[-1].reason


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (Scripted(text="I like the second one!"), "can't be used"),
        (Scripted(text='{"clips": "all good"}'), "can't be used"),
        (Scripted(status=429, body='{"error": {"message": "rate limit"}}'), "rate limit"),
        (Scripted(status=401, body=json.dumps({"error": {"message": f"wrong key {KEY}"}})), "401"),
        (Scripted(hangs_up=True), "can't be reached"),
        (Scripted(delay=1.5), "no answer within"),
    ],
    ids=["malformed", "wrong form", "busy", "refused", "dies", "slow"],
)
def test_any_failure_leaves_the_local_plan_and_says_why(chat_server: Start, script: Scripted, told: str) -> None:
    made = judge(chat_server(script), timeout_seconds=0.2)
    assert made.candidates == LOCAL.candidates
    choice = made.choices[-1]
    assert choice.degraded and choice.chosen == "local" and told in choice.reason
    assert KEY not in made.to_json()


def test_money_spent_on_nonsense_is_recorded(chat_server: Start) -> None:
    made = judge(chat_server(Scripted(text="nonsense")))
    assert len(made.costs) == 2 and sum(cost.usd for cost in made.costs) > 0


def test_a_budget_too_small_asks_nothing(chat_server: Start) -> None:
    chat = chat_server(reply(opinion(1, 90)))
    made = judge(chat, budget_usd=0.00001)
    assert chat.requests == [] and made.costs == ()
    assert made.candidates == LOCAL.candidates and "budget" in made.choices[-1].reason


def test_many_clips_are_asked_about_in_bounded_batches(chat_server: Start) -> None:
    many = EditorialPlan(
        candidates=tuple(LOCAL.candidates[0].model_copy(update={"id": str(number)}) for number in range(30))
    )
    chat = chat_server(reply(*(opinion(k, 80) for k in range(1, 31))))
    made = plan_with_model(many, TALK, Segments(), OPTIONS, chat.model())
    assert len(chat.requests) == 3 and len(made.costs) == 3
    assert not made.choices[-1].degraded


def test_a_second_batch_that_fails_keeps_the_first(chat_server: Start) -> None:
    many = EditorialPlan(
        candidates=tuple(LOCAL.candidates[0].model_copy(update={"id": str(number)}) for number in range(15))
    )
    chat = chat_server(
        reply(*(opinion(k, 99) for k in range(1, 13))), Scripted(status=400, body='{"error": {"message": "no"}}')
    )
    made = plan_with_model(many, TALK, Segments(), OPTIONS, chat.model())
    assert made.choices[-1].degraded and "12 of 15" in made.choices[-1].reason
    assert sum(c.reason == "It lands." for c in made.candidates) == 12


def test_an_empty_plan_asks_nothing(chat_server: Start) -> None:
    chat = chat_server(reply())
    empty = EditorialPlan()
    assert plan_with_model(empty, TALK, Segments(), OPTIONS, chat.model()) == empty
    assert chat.requests == []
