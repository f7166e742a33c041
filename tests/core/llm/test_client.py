"""The language model client against a real HTTP server that behaves and misbehaves."""

from __future__ import annotations

import json
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from email.utils import format_datetime
from pathlib import Path

import pytest

from core.errors import AnswerError, BudgetError, Cancelled, ProviderError
from core.llm.prices import Price, bundled_prices, price_of
from core.llm.prompts import Prompt, prompt
from core.llm.provider import Message
from core.llm.replies import read_reply
from core.resources import resource
from core.schema.record import Record
from core.spending import Call, Spent, Tab
from tests.core.llm.chat_server import KEY, ChatServer, Scripted

Start = Callable[..., ChatServer]


class Colour(Record):
    name: str
    warmth: int = 0


ASK = [Message(role="user", content="Name a colour as JSON.")]
GOOD = Scripted(text='{"name": "red", "warmth": 9}')


def test_a_good_answer_is_a_record_with_its_cost(chat_server: Start) -> None:
    chat = chat_server(GOOD)
    model = chat.model()
    record, cost = model.ask(ASK, Colour)
    assert record == Colour(name="red", warmth=9)
    assert (cost.prompt_tokens, cost.completion_tokens, cost.is_priced) == (100, 50, True)
    assert cost.usd == Decimal("0.000045")
    assert model.spent_usd == cost.usd
    assert chat.requests[0]["response_format"] == {"type": "json_object"}
    assert chat.keys == [f"Bearer {KEY}"]


@pytest.mark.parametrize(
    "text",
    [
        'Sure! Here it is:\n```json\n{"name": "red", "warmth": 9}\n```\nAnything else?',
        '<think>{"name": "blue"}? No.</think> {"name": "red", "warmth": 9}',
        'I thought of {} first, but: {"name": "red", "warmth": 9}',
    ],
)
def test_json_is_found_inside_prose(text: str) -> None:
    assert read_reply(text, Colour) == Colour(name="red", warmth=9)


@pytest.mark.parametrize(
    ("text", "fault"), [("red", "no JSON"), ('{"warmth": "hot"}', "warmth"), ('{"name": "re', "no JSON")]
)
def test_what_is_wrong_with_an_answer_is_said(text: str, fault: str) -> None:
    assert fault in str(read_reply(text, Colour))


def test_a_malformed_answer_is_repaired_once(chat_server: Start) -> None:
    chat = chat_server(Scripted(text="It is red."), GOOD)
    record, cost = chat.model().ask(ASK, Colour)
    assert record.name == "red"
    assert cost.prompt_tokens == 200
    told = chat.requests[1]["messages"]
    assert told[-2] == {"role": "assistant", "content": "It is red."}
    assert "JSON" in told[-1]["content"]


def test_nonsense_twice_is_an_error_and_is_paid_for(chat_server: Start) -> None:
    chat = chat_server(Scripted(text="red"))
    model = chat.model()
    with pytest.raises(ProviderError, match="twice"):
        model.ask(ASK, Colour)
    assert len(chat.requests) == 2
    assert len(model.costs) == 2 and model.spent_usd > 0


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_passing_trouble_is_tried_again(chat_server: Start, status: int) -> None:
    chat = chat_server(Scripted(status=status, body='{"error": {"message": "busy"}}'), GOOD)
    record, _ = chat.model().ask(ASK, Colour)
    assert record.name == "red" and len(chat.requests) == 2


def test_retries_are_bounded(chat_server: Start) -> None:
    chat = chat_server(Scripted(status=429, body='{"error": {"message": "slow down"}}'))
    with pytest.raises(ProviderError, match="slow down"):
        chat.model().ask(ASK, Colour)
    assert len(chat.requests) == 3


def test_an_endpoint_that_asks_for_a_long_wait_is_given_up(chat_server: Start) -> None:
    chat = chat_server(
        Scripted(status=429, body='{"error": {"message": "quota"}}', headers={"retry-after": "3600"})
    )
    with pytest.raises(ProviderError, match="quota"):
        chat.model().ask(ASK, Colour)
    assert len(chat.requests) == 1


@pytest.mark.parametrize("when", ["0.1", "Wed, 21 Oct 2015 07:28:00 GMT", "soon"])
def test_an_endpoint_says_when_to_come_back(chat_server: Start, when: str) -> None:
    chat = chat_server(Scripted(status=429, body="{}", headers={"retry-after": when}), GOOD)
    assert chat.model().ask(ASK, Colour)[0].name == "red"
    assert len(chat.requests) == 2


def test_a_date_far_off_is_not_waited_for(chat_server: Start) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)
    chat = chat_server(Scripted(status=429, body="{}", headers={"retry-after": later}), GOOD)
    with pytest.raises(ProviderError, match="429"):
        chat.model().ask(ASK, Colour)


@pytest.mark.parametrize("status", [400, 401, 403, 404])
def test_a_refusal_is_not_tried_again(chat_server: Start, status: int) -> None:
    chat = chat_server(Scripted(status=status, body='{"error": {"message": "no such model"}}'))
    with pytest.raises(ProviderError, match="no such model"):
        chat.model().ask(ASK, Colour)
    assert len(chat.requests) == 1


def test_an_endpoint_without_json_mode_is_asked_plainly(chat_server: Start) -> None:
    refusal = Scripted(status=400, body='{"error": {"message": "response_format is not supported"}}')
    chat = chat_server(refusal, GOOD)
    model = chat.model()
    assert model.ask(ASK, Colour)[0].name == "red"
    assert "response_format" not in chat.requests[1]
    model.ask(ASK, Colour)
    assert "response_format" not in chat.requests[2]


@pytest.mark.parametrize(
    "broken",
    [
        Scripted(hangs_up=True),
        Scripted(body="<html>gateway</html>"),
        Scripted(body='{"choices": []}'),
        Scripted(body="{}"),
        Scripted(text=""),
    ],
    ids=["dies", "html", "no choices", "empty object", "empty message"],
)
def test_a_broken_server_is_an_error_of_the_users_world(chat_server: Start, broken: Scripted) -> None:
    with pytest.raises(ProviderError):
        chat_server(broken).model().ask(ASK, Colour)


def test_a_slow_server_is_given_up(chat_server: Start) -> None:
    chat = chat_server(Scripted(delay=2.0))
    with pytest.raises(ProviderError, match=r"within 0\.1 s"):
        chat.model(timeout_seconds=0.1).ask(ASK, Colour)


def test_nobody_listening_is_an_error_that_names_the_place(chat_server: Start) -> None:
    model = chat_server(GOOD).model()
    unheard = model.endpoint.model_copy(update={"base_url": "http://user:pass@127.0.0.1:9/v1?token=abc"})
    model.endpoint = unheard
    with pytest.raises(ProviderError, match=r"127\.0\.0\.1:9/v1") as failure:
        model.ask(ASK, Colour)
    told = str(failure.value) + unheard.identity()
    assert "pass" not in told and "abc" not in told


def test_the_budget_stops_before_it_is_passed(chat_server: Start) -> None:
    chat = chat_server(Scripted(text=GOOD.text, usage=(1000, 1000)))
    # Room for one question of 1,000 + 1,000 tokens, and not for the forecast of a second one.
    model = chat.model(budget_usd=0.0012)
    model.ask(ASK, Colour, max_tokens=1000)
    with pytest.raises(ProviderError, match="budget"):
        model.ask(ASK, Colour, max_tokens=1000)
    assert len(chat.requests) == 1
    assert model.budget_usd is not None and model.spent_usd <= model.budget_usd


def test_an_unknown_model_costs_an_unknown_amount(chat_server: Start) -> None:
    model = chat_server(GOOD).model(model_name="llama3.3:70b", budget_usd=0.0)
    _, cost = model.ask(ASK, Colour)
    assert cost.usd == 0.0 and not cost.is_priced


def test_tokens_are_estimated_where_the_server_does_not_count(chat_server: Start) -> None:
    _, cost = chat_server(Scripted(text=GOOD.text, usage=None)).model().ask(ASK, Colour)
    assert cost.prompt_tokens > 0 and cost.completion_tokens > 0 and cost.usd > 0


def test_an_answer_is_remembered_by_content(chat_server: Start, tmp_path: Path) -> None:
    chat = chat_server(GOOD)
    chat.model(cache_folder=tmp_path / "cache").ask(ASK, Colour)
    record, cost = chat.model(cache_folder=tmp_path / "cache").ask(ASK, Colour)
    assert record.name == "red" and cost.usd == 0.0 and len(chat.requests) == 1
    other = [Message(role="user", content="Another question")]
    chat.model(cache_folder=tmp_path / "cache").ask(other, Colour)
    assert len(chat.requests) == 2
    for entry in (tmp_path / "cache").iterdir():
        assert KEY not in entry.read_text()
        entry.write_text("{")
    chat.model(cache_folder=tmp_path / "cache").ask(ASK, Colour)
    assert len(chat.requests) == 3


def test_what_the_endpoint_has_seen_before_is_cheaper(chat_server: Start) -> None:
    _, cost = chat_server(Scripted(text=GOOD.text, usage=(1000, 100), cached=600)).model().ask(ASK, Colour)
    assert (cost.prompt_tokens, cost.cached_tokens, cost.completion_tokens) == (1000, 600, 100)
    # 400 at $0.15, 600 at $0.075 and 100 at $0.60 a million.
    assert cost.usd == Decimal("0.000165")
    # More than there is can't be cached.
    _, cost = chat_server(Scripted(text=GOOD.text, usage=(10, 10), cached=600)).model().ask(ASK, Colour)
    assert cost.cached_tokens == 10


def test_an_answer_that_is_cut_off_is_asked_for_again_and_briefer(chat_server: Start) -> None:
    chat = chat_server(Scripted(text='{"name": "re', finish_reason="length"), GOOD)
    assert chat.model().ask(ASK, Colour)[0].name == "red"
    assert "briefer" in chat.requests[1]["messages"][-1]["content"]


def test_what_a_dropped_call_may_have_cost_is_counted(chat_server: Start) -> None:
    chat = chat_server(Scripted(text=GOOD.text, breaks_off=True), GOOD)
    model = chat.model()
    assert model.ask(ASK, Colour, max_tokens=1000)[0].name == "red"
    lost, answered = model.costs
    assert (lost.outcome, lost.completion_tokens) == ("lost", 1000)
    assert (answered.outcome, answered.completion_tokens) == ("answered", 50)
    assert len({cost.id for cost in model.costs}) == 2


def test_a_refusal_costs_nothing_and_nobody_there_costs_nothing(chat_server: Start) -> None:
    model = chat_server(Scripted(status=500, body="{}"), GOOD).model()
    model.ask(ASK, Colour)
    assert [(cost.outcome, cost.usd > 0) for cost in model.costs] == [("refused", False), ("answered", True)]
    model.endpoint = model.endpoint.model_copy(update={"base_url": "http://127.0.0.1:9/v1"})
    with pytest.raises(ProviderError):
        model.ask(ASK, Colour)
    assert {cost.usd for cost in model.costs[2:]} == {Decimal(0)}


def test_thinking_without_an_answer_is_paid_for_as_counted(chat_server: Start) -> None:
    model = chat_server(Scripted(text="", usage=(100, 4000), finish_reason="length")).model()
    with pytest.raises(ProviderError, match="thought"):
        model.ask(ASK, Colour)
    (cost,) = model.costs
    assert cost.usd == Decimal("0.002415")


def test_questions_at_once_do_not_pass_a_budget_together(chat_server: Start) -> None:
    chat = chat_server(Scripted(text=GOOD.text, usage=(20, 1000), delay=0.1))
    # Room for three of eight.
    model = chat.model(budget_usd=Decimal("0.0020"))

    def ask(number: int) -> bool:
        question = [Message(role="user", content=f"Colour {number}?")]
        try:
            model.ask(question, Colour, max_tokens=1000)
        except BudgetError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        answered = list(pool.map(ask, range(8)))
    assert sum(answered) == len(chat.requests) == 3
    assert model.spent_usd <= Decimal("0.0020")


def test_stopping_is_heard_in_the_middle_of_a_call_whose_answer_is_still_kept(
    chat_server: Start, tmp_path: Path
) -> None:
    chat = chat_server(Scripted(text=GOOD.text, delay=0.6))
    tab = Tab(tmp_path / "calls")
    model = chat.model(cache_folder=tmp_path / "cache", tab=tab)

    def stop(fraction: float, message: str) -> None:
        if chat.requests:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        model.ask(ASK, Colour, progress=stop)
    assert model.costs == []
    deadline = time.monotonic() + 60
    while not model.costs and time.monotonic() < deadline:
        time.sleep(0.02)
    again = chat.model(cache_folder=tmp_path / "cache", tab=tab)
    assert again.ask(ASK, Colour)[0].name == "red"
    assert len(chat.requests) == 1 and again.costs[0].outcome == "remembered"
    booked: list[Call] = []
    tab.collect(lambda calls: booked.extend(calls) or Spent())
    assert sorted(call.cost.outcome for call in booked) == ["answered", "remembered"]


def test_an_answer_of_no_use_is_not_remembered_and_one_that_was_mended_is(
    chat_server: Start, tmp_path: Path
) -> None:
    chat = chat_server(Scripted(text="red"), Scripted(text="red!"), Scripted(text="Red."), GOOD)
    with pytest.raises(AnswerError):
        chat.model(cache_folder=tmp_path).ask(ASK, Colour)
    for _ in range(2):
        assert chat.model(cache_folder=tmp_path).ask(ASK, Colour)[0].name == "red"
    assert len(chat.requests) == 4


def test_another_version_of_a_prompt_is_another_question(chat_server: Start, tmp_path: Path) -> None:
    chat = chat_server(GOOD)
    for version in (1, 1, 2):
        chat.model(cache_folder=tmp_path).ask([Prompt("name", version, "Name it.").message()], Colour)
    assert len(chat.requests) == 2
    assert "prompt" not in chat.requests[0]["messages"][0]
    for file in resource("prompts").glob("*.txt"):
        made = prompt(file.stem)
        assert made.version >= 1 and not made.text.startswith("version")


def test_a_key_that_a_server_repeats_is_taken_out_of_answers(chat_server: Start, tmp_path: Path) -> None:
    hidden = "".join(f"\\u{ord(letter):04x}" for letter in KEY)
    chat = chat_server(Scripted(text=f'{{"name": "{KEY}, {hidden}"}}'))
    record, _ = chat.model(cache_folder=tmp_path).ask(ASK, Colour)
    assert record.name == "[key], [key]"
    assert all(KEY not in file.read_text() for file in tmp_path.iterdir())


@pytest.mark.parametrize("status", [401, 500])
def test_the_key_is_never_told(chat_server: Start, status: int) -> None:
    echo = Scripted(status=status, body=json.dumps({"error": {"message": f"bad key {KEY} given"}}))
    model = chat_server(echo).model()
    with pytest.raises(ProviderError) as failure:
        model.ask(ASK, Colour)
    shown = "".join(traceback.format_exception(failure.value)) + repr(failure.value) + repr(model)
    assert KEY not in shown and "[key]" in shown


def test_stopping_is_heard_between_attempts(chat_server: Start) -> None:
    chat = chat_server(Scripted(status=503, body="{}"))

    def stop(fraction: float, message: str) -> None:
        if chat.requests:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        chat.model().ask(ASK, Colour, progress=stop)
    assert len(chat.requests) == 1


def test_prices_are_found_by_name_date_and_vendor() -> None:
    prices = {"m": Price(input=1, output=2), "m-mini": Price(input=0.1, output=0.2)}
    assert price_of("m-2026-01-31", prices) == prices["m"]
    assert price_of("openai/m-mini", prices) == prices["m-mini"]
    assert price_of("m-large", prices) is None
    # What reads alone, to tell texts by their meaning, writes nothing.
    assert all(price.input < price.output or not price.output for price in bundled_prices().values())
