"""Sets of examples: decisions shown with what is said around them, parted by source, counted, written."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from core.finetune.chat import (
    FEWEST,
    TrainingSet,
    epochs_for,
    lines,
    of_answers,
    of_decisions,
    part,
    summary,
    tokens,
)
from core.llm.prices import bundled_prices
from core.schema.learning import Example
from core.schema.time import Cut, TimeSpan
from tests.core.finetune.talks import ANSWER, QUESTION, interview, talk


def example(start: float, end: float, source_id: str = "s", **more) -> Example:
    given = {"decision": "approved", "title": "The week", "reason": "It lands.", **more}
    cut = Cut(ranges=(TimeSpan(start=start, end=end),))
    return Example(clip_id=f"c{start}", run_id="r", source_id=source_id, cut=cut, **given)


def test_a_decision_shows_the_clip_and_its_context_and_answers_with_the_verdict():
    transcript = talk(("Ben", QUESTION), ("Ana", ANSWER), ("Ben", "That must have hurt."))
    answer = transcript.segments[1]
    features = {"hook": 71.4, "score": 80.0, "seconds": 9.0}
    rejected = example(answer.start, answer.end, decision="rejected", features=features)
    (made,) = of_decisions([rejected], transcript)
    system, user, assistant = made.messages
    assert (system.role, user.role, assistant.role) == ("system", "user", "assistant")
    assert user.content == (
        f"Before:\nBen: {QUESTION}\n\nClip, 10 s:\nAna: {ANSWER}\n\nAfter:\nBen: That must have hurt."
    )
    told = {"verdict": "reject", "title": "The week", "reason": "It lands.", "scores": {"hook": 71}}
    assert json.loads(assistant.content) == told


@pytest.mark.parametrize(
    ("what", "verdict"),
    [
        ({}, "approve"),
        ({"decision": "rejected"}, "reject"),
        ({"decision": "rejected", "exported_at": 9.0}, "reject"),
        ({"decision": "undecided", "exported_at": 9.0}, "approve"),
        ({"decision": "undecided", "is_handmade": True}, "approve"),
        ({"decision": "maybe"}, ""),
        ({"decision": "undecided", "trimmed": 0.5}, ""),
    ],
)
def test_only_what_was_surely_wanted_or_not_is_a_verdict(what, verdict):
    made = of_decisions([example(0.0, 6.0, **what)], talk(("Ana", ANSWER)))
    assert [json.loads(each.messages[-1].content)["verdict"] for each in made] == ([verdict] if verdict else [])


def test_the_same_clip_of_two_runs_counts_once_as_decided_last():
    twice = [example(0.0, 6.0), example(0.0, 6.0, decision="rejected")]
    (made,) = of_decisions(twice, talk(("Ana", ANSWER)))
    assert '"reject"' in made.messages[-1].content


def test_a_clip_in_which_nothing_is_said_teaches_nothing():
    assert not of_decisions([example(100.0, 120.0)], talk(("Ana", ANSWER)))


def test_whole_sources_go_to_one_side_and_always_the_same():
    made = [each for name in "abcdefghij" for each in of_answers(name, interview(6, name))]
    training, validation = part(made)
    assert len(training) + len(validation) == len(made) == 60
    assert 6 <= len(validation) <= 12
    assert not {each.source_id for each in training} & {each.source_id for each in validation}
    assert part(list(reversed(made)))[0] == list(reversed(training))


def test_of_one_source_or_few_examples_all_are_for_training():
    one = of_answers("a", interview(30))
    assert part(one) == (one, [])
    few = [*of_answers("a", interview(FEWEST - 1, "a")), *of_answers("b", interview(1, "b"))]
    assert part(few) == (few, [])


def test_lines_are_chat_jsonl_in_whatever_script():
    transcript = talk(("Ben", QUESTION), ("Ana", "Wir haben über „Größe“ geredet, und dann über alles andere."))
    written = lines(of_answers("a", transcript))
    (line,) = written.splitlines()
    assert list(json.loads(line)) == ["messages"]
    assert [set(message) for message in json.loads(line)["messages"]] == [{"role", "content"}] * 3
    assert "„Größe“" in line


def test_the_summary_counts_and_forecasts_the_money():
    made = [each for name in "abcdefghij" for each in of_answers(name, interview(6, name))]
    training, validation = part(made)
    found = TrainingSet(tuple(training), tuple(validation), ("A note.",))
    told = summary(found, "gpt-4o-mini-2024-07-18", bundled_prices())
    assert told.by_kind == {"answers": 60} and told.sources == 10
    assert told.tokens == sum(map(tokens, training)) > 30 * len(training)
    assert told.usd == (Decimal(told.tokens) * told.epochs * 3 / 1_000_000).quantize(Decimal("1e-9"))
    assert told.in_words[0] == "60 answers to questions, of 10 talks." and told.in_words[-1] == "A note."
    assert summary(found, "llama3", bundled_prices()).usd is None


def test_few_examples_are_gone_through_more_often_and_many_less():
    assert [epochs_for(count) for count in (0, 1, 10, 50, 8333, 20_000, 90_000)] == [0, 25, 10, 3, 3, 1, 1]
