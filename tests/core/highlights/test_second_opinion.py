"""A language model's opinion, against a server that is good, malformed, lying, busy, dead, slow or dear."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from core.errors import Cancelled
from core.highlights import passages
from core.highlights.passages import span_of
from core.highlights.plan import PlanOptions, choose_clips, survey
from core.highlights.second_opinion import plan_with_model
from core.schema.plan import EditorialPlan
from core.schema.segment import Segments
from tests.core.highlights.editor import Asked, answer
from tests.core.highlights.talk import INTERVIEW, spoken
from tests.core.llm.chat_server import KEY, ChatServer, Scripted

Start = Callable[..., ChatServer]
Answers = Callable[[Asked], str]

TALK = spoken(*INTERVIEW, *INTERVIEW)
OPTIONS = PlanOptions(top=3)
GROUND = survey(TALK, Segments(), OPTIONS)
LOCAL = choose_clips(GROUND, OPTIONS)
LONG = spoken(*(turn for _ in range(6) for turn in INTERVIEW))
LONG_OPTIONS = PlanOptions(top=8)
LONG_GROUND = survey(LONG, Segments(), LONG_OPTIONS)
LONG_LOCAL = choose_clips(LONG_GROUND, LONG_OPTIONS)


@pytest.fixture(autouse=True)
def _small_passages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a talk of minutes one of several parts."""
    monkeypatch.setattr(passages, "PASSAGE_CHARACTERS", 3500)


def says(answers: Answers, **more: Any) -> Scripted:
    return Scripted(answers=lambda text: answers(Asked.read(text)), **more)


def judge(chat: ChatServer, **options: object) -> EditorialPlan:
    return plan_with_model(LOCAL, GROUND, OPTIONS, chat.model(**options))


def judge_long(chat: ChatServer, **options: object) -> EditorialPlan:
    return plan_with_model(LONG_LOCAL, LONG_GROUND, LONG_OPTIONS, chat.model(**options))


def sentences():
    return GROUND.table.sentences


def unknown_span() -> tuple[int, int]:
    """Return sentences (from 0) of 15 to 90 s that are no local candidate."""
    known = [span_of(candidate, sentences()) for candidate in LOCAL.candidates]
    for first in range(len(sentences())):
        for last in range(first, len(sentences())):
            length = sentences()[last].end - sentences()[first].start
            if 16 < length < 30 and all(last < low or first > high for low, high in known):
                return first, last
    raise AssertionError("the talk has no other moment")


def test_a_good_opinion_moves_scores_and_words(chat_server: Start) -> None:
    last = len(LOCAL.candidates)
    words = {"title": "A better title", "hook": "Wait for it"}

    def opinions(asked: Asked) -> str:
        clips = [clip if clip["id"] < last else {**clip, **words} for clip in asked.judged(5)]
        clips[-1]["scores"] = dict.fromkeys(clips[-1]["scores"], 100)
        return answer([], clips)

    chat = chat_server(says(opinions))
    made = judge(chat)
    best = made.candidates[0]
    assert best.id == LOCAL.candidates[-1].id and best.cut == LOCAL.candidates[-1].cut
    assert (best.title, best.hook, best.reason) == ("A better title", "Wait for it", "It lands.")
    assert best.score == pytest.approx(0.6 * 100 + 0.4 * LOCAL.candidates[-1].score, abs=0.1)
    quoted = Asked.read(chat.requests[0]["messages"][1]["content"])
    assert quoted.quote(quoted.clips[last][0]) in best.axes["hook"].evidence
    assert made.scorer == "local + gpt-4o-mini, moments 1" and not made.choices[-1].degraded
    assert len(made.costs) == 1 and made.costs[0].usd > 0


def test_a_moment_that_nobody_found_here_becomes_a_clip_at_edges_that_cut_no_word(chat_server: Start) -> None:
    first, last = unknown_span()
    chat = chat_server(
        says(lambda asked: answer([asked.moment(first + 1, last + 1, 100, title="Found")], asked.judged(1)))
    )
    made = judge(chat)
    found = made.candidates[0]
    assert found.title == "Found" and found.id not in {known.id for known in LOCAL.candidates}
    assert (found.cut.start, found.cut.end) == (GROUND.edges.starts[first], GROUND.edges.ends[last])
    assert "It found 1 more, of which 1 was taken." in made.choices[-1].reason
    spans = sorted((candidate.cut.start, candidate.cut.end) for candidate in made.candidates)
    assert all(a[1] <= b[0] + 1e-6 for a, b in pairwise(spans))
    assert len(made.candidates) <= OPTIONS.top


def test_a_punch_line_brings_its_set_up(chat_server: Start) -> None:
    first, last = unknown_span()
    place = first + 2
    setup = [first + 1, first + 1]
    chat = chat_server(
        says(lambda asked: answer([asked.moment(place + 1, last + 1, 100, setup=setup)], asked.judged(1)))
    )
    options = OPTIONS.model_copy(update={"min_seconds": 5.0})
    ground = survey(TALK, Segments(), options)
    made = plan_with_model(choose_clips(ground, options), ground, options, chat.model())
    ranges = next(candidate.cut.ranges for candidate in made.candidates if len(candidate.cut.ranges) > 1)
    assert ranges[0].start == ground.edges.starts[first] and ranges[0].end == ground.edges.ends[first]
    assert ranges[1].start == ground.edges.starts[place] and ranges[1].end == ground.edges.ends[last]


def test_a_moment_that_is_a_known_clip_is_an_opinion_on_that(chat_server: Start) -> None:
    first, last = span_of(LOCAL.candidates[0], sentences())
    chat = chat_server(says(lambda asked: answer([asked.moment(first + 1, last + 1, 100)], [])))
    made = judge(chat)
    assert {candidate.id for candidate in made.candidates} == {candidate.id for candidate in LOCAL.candidates}
    assert made.candidates[0].score == pytest.approx(60 + 0.4 * LOCAL.candidates[0].score, abs=0.1)


LIES: dict[str, tuple[Callable[[Asked], dict[str, Any]], str]] = {
    "past the end": (lambda asked: asked.moment(9000, 9010), "must be within"),
    "backwards": (lambda asked: asked.moment(5, 3), "first before last"),
    "another time": (lambda asked: asked.moment(1, 4, start="9:59:59"), "not at 9:59:59"),
    "no time": (lambda asked: asked.moment(1, 4, start="soon"), "not at soon"),
    "too short": (lambda asked: asked.moment(1, 1), "are asked for"),
    "too long": (lambda asked: asked.moment(1, max(asked.lines)), "are asked for"),
    "invented": (lambda asked: asked.moment(1, 5, quotes=["I am the king of Spain"]), "nobody says"),
    "half a word": (lambda asked: asked.moment(1, 5, quotes=[asked.quote(1)[2:]]), "nobody says"),
    "one of two invented": (lambda a: a.moment(1, 5, quotes=[a.quote(1), "Never said"]), "nobody says"),
    "unquoted": (lambda asked: asked.moment(1, 5, quotes=[]), "quotes nothing"),
    "wild score": (lambda asked: asked.moment(1, 5, 900), "between 0 and 100"),
    "no score": (lambda asked: asked.moment(1, 5, scores={"hook": 3}), "lack"),
    "set-up after": (lambda asked: asked.moment(1, 5, setup=[7, 8]), "must come before"),
    "set-up unknown": (lambda asked: asked.moment(1, 5, setup=[-4, 0]), "must be within"),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_refused_and_asked_again_once_and_then_dropped(chat_server: Start, lie: str) -> None:
    made_up, told = LIES[lie]
    asked_first: list[Asked] = []

    def lies(asked: Asked) -> str:
        asked_first.append(asked)
        return answer([made_up(asked)], asked.judged(50))

    chat = chat_server(says(lies), says(lambda _: answer([made_up(asked_first[0])], [])))
    made = judge(chat)
    assert len(chat.requests) == 2
    complaint = chat.requests[1]["messages"][-1]["content"]
    assert told in complaint and "moment 1" in complaint
    assert {candidate.id for candidate in made.candidates} == {candidate.id for candidate in LOCAL.candidates}
    assert "1 of its answers could not be believed" in made.choices[-1].reason
    assert "king of Spain" not in made.model_copy(update={"choices": ()}).to_json()


def test_a_lie_that_is_put_right_is_taken(chat_server: Start) -> None:
    first, last = unknown_span()
    kept: list[Asked] = []

    def lies(asked: Asked) -> str:
        kept.append(asked)
        return answer([asked.moment(first + 1, last + 1, 100, quotes=["never said"])], asked.judged(1))

    chat = chat_server(
        says(lies), says(lambda _: answer([kept[0].moment(first + 1, last + 1, 100, title="Found")], []))
    )
    made = judge(chat)
    assert made.candidates[0].title == "Found" and not made.choices[-1].degraded
    assert len(made.costs) == 2


def test_clips_that_were_not_asked_about_are_made_up(chat_server: Start) -> None:
    def lies(asked: Asked) -> str:
        return answer([], [{**asked.opinion(100, 1), "id": number} for number in (0, 99)])

    made = judge(chat_server(says(lambda asked: lies(asked) if asked.lines else answer([], []))))
    assert made.candidates == LOCAL.candidates
    assert made.choices[-1].degraded and made.scorer == "local"


def test_overlong_words_are_dropped_and_the_score_kept(chat_server: Start) -> None:
    long = {"title": "x" * 500, "hook": "y" * 500, "reason": "z" * 5000}
    made = judge(chat_server(says(lambda asked: answer([], [{**clip, **long} for clip in asked.judged(90)]))))
    before = LOCAL.candidates[0]
    changed = next(candidate for candidate in made.candidates if candidate.id == before.id)
    assert (changed.title, changed.hook, changed.reason) == (before.title, before.hook, before.reason)
    assert changed.score == pytest.approx(0.6 * 90 + 0.4 * before.score, abs=0.1)


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (Scripted(text="I like the second one!"), "can't be used"),
        (Scripted(text='{"clips": "all good"}'), "can't be used"),
        (Scripted(text='{"moments": [{"first": 1, "la', finish_reason="length"), "breaks off"),
        (Scripted(text='{"moments": [], "clips": []}'), "found nothing"),
        (Scripted(status=429, body='{"error": {"message": "rate limit"}}'), "rate limit"),
        (Scripted(status=429, body="{}", headers={"retry-after": "600"}), "429"),
        (Scripted(status=500, body='{"error": {"message": "oops"}}'), "oops"),
        (Scripted(status=401, body=json.dumps({"error": {"message": f"wrong key {KEY}"}})), "401"),
        (Scripted(hangs_up=True), "can't be reached"),
        (Scripted(text="{}" * 500, breaks_off=True), "can't be reached"),
        (Scripted(body='{"choices": []}'), "empty message"),
        (Scripted(delay=1.5), "no answer within"),
    ],
    ids=[
        "malformed",
        "wrong form",
        "truncated",
        "nothing",
        "busy",
        "busy for long",
        "broken",
        "refused",
        "dies",
        "dies in mid-reply",
        "no choices",
        "slow",
    ],
)
def test_any_failure_leaves_the_local_plan_and_says_why(chat_server: Start, script: Scripted, told: str) -> None:
    made = judge(chat_server(script), timeout_seconds=0.3)
    assert made.candidates == LOCAL.candidates
    choice = made.choices[-1]
    assert choice.degraded and choice.chosen == "local" and told in choice.reason
    assert KEY not in made.to_json()


def test_money_spent_on_nonsense_is_recorded(chat_server: Start) -> None:
    made = judge(chat_server(Scripted(text="nonsense")))
    assert len(made.costs) == 2 and sum(cost.usd for cost in made.costs) > 0


def test_a_budget_too_small_asks_nothing(chat_server: Start) -> None:
    chat = chat_server(says(lambda asked: answer([], asked.judged())))
    made = judge(chat, budget_usd=0.00001)
    assert chat.requests == [] and made.costs == ()
    assert made.candidates == LOCAL.candidates and "Raise the budget" in made.choices[-1].reason


def test_a_long_talk_is_read_in_overlapping_parts_side_by_side_within_bounds(chat_server: Start) -> None:
    chat = chat_server(says(lambda asked: answer([], asked.judged(70)), until_at_once=3))
    model = chat.model()
    model.endpoint = model.endpoint.model_copy(update={"parallel": 3})
    told: list[float] = []
    made = plan_with_model(LONG_LOCAL, LONG_GROUND, LONG_OPTIONS, model, lambda part, _: told.append(part))
    assert len(chat.requests) >= 4 and chat.most_at_once == 3
    assert told == sorted(told) and not made.choices[-1].degraded
    asked = [Asked.read(request["messages"][1]["content"]) for request in chat.requests]
    parts = sorted((min(part.lines), max(part.lines)) for part in asked)
    assert parts[0][0] == 1 and parts[-1][1] == len(LONG_GROUND.table.sentences)
    assert all(right[0] <= left[1] for left, right in pairwise(parts))
    assert sum(len(part.clips) for part in asked) == len(LONG_LOCAL.candidates)


def test_a_moment_that_two_parts_hold_is_one_clip(chat_server: Start) -> None:
    def ends(asked: Asked) -> str:
        # The last moment of the part, and the first one: neighbours name the same.
        numbers = sorted(asked.lines)
        return answer([asked.moment(n, n + 4, 95) for n in (numbers[1], numbers[-6])], asked.judged(1))

    made = judge_long(chat_server(says(ends)))
    spans = sorted((span.start, span.end) for c in made.candidates for span in c.cut.ranges)
    assert all(a[1] <= b[0] + 1e-6 for a, b in pairwise(spans))


def test_a_budget_that_runs_out_in_the_middle_has_been_spent_on_the_best_parts(chat_server: Start) -> None:
    chat = chat_server(says(lambda asked: answer([], asked.judged(99)), usage=(5000, 1000)))
    # A part is forecast at some $0.0045 and comes to $0.00135.
    made = judge_long(chat, budget_usd=Decimal("0.0065"))
    asked = [Asked.read(request["messages"][1]["content"]) for request in chat.requests]
    assert 1 < len(asked) < 4
    best = max(candidate.score for candidate in LONG_LOCAL.candidates)
    assert max(LONG_LOCAL.candidates[clip - 1].score for clip in asked[0].clips) == best
    assert sum(cost.usd for cost in made.costs) <= Decimal("0.0065")
    choice = made.choices[-1]
    assert choice.degraded and "Raise the budget" in choice.reason and "scored locally" in choice.reason
    assert made.scorer.startswith("local + ") and len(made.candidates) == len(LONG_LOCAL.candidates)


def test_a_part_that_fails_costs_the_others_nothing(chat_server: Start) -> None:
    chat = chat_server(
        says(lambda asked: answer([], asked.judged(99))),
        Scripted(text="no"),
        Scripted(text="no"),
        says(lambda asked: answer([], asked.judged(99))),
    )
    made = judge_long(chat)
    assert made.choices[-1].degraded and "twice" in made.choices[-1].reason
    assert sum(candidate.reason == "It lands." for candidate in made.candidates) >= 2


def test_what_the_user_looks_for_is_asked(chat_server: Start) -> None:
    options = OPTIONS.model_copy(update={"prompt": "the funniest about money"})
    ground = survey(TALK, Segments(), options)
    chat = chat_server(says(lambda asked: answer([], asked.judged())))
    plan_with_model(choose_clips(ground, options), ground, options, chat.model())
    assert "looking for: the funniest about money" in chat.requests[0]["messages"][1]["content"]


def test_stopping_is_heard_at_once_in_the_middle_of_questions(chat_server: Start) -> None:
    chat = chat_server(says(lambda asked: answer([], asked.judged()), delay=30))
    model = chat.model(timeout_seconds=60)
    model.endpoint = model.endpoint.model_copy(update={"parallel": 4})

    def stop(fraction: float, message: str) -> None:
        if len(chat.requests) >= 2:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        plan_with_model(LONG_LOCAL, LONG_GROUND, LONG_OPTIONS, model, stop)
    deadline = time.monotonic() + 60
    while chat.most_at_once < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(chat.requests) <= 4


def test_an_empty_plan_asks_nothing(chat_server: Start) -> None:
    chat = chat_server(Scripted(text="{}"))
    empty = EditorialPlan()
    assert plan_with_model(empty, GROUND, OPTIONS, chat.model()) == empty
    assert chat.requests == []
