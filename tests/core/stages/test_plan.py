"""The plan that a worker makes with a language model: no key leaks, budgets hold, a crash pays nothing twice."""

from __future__ import annotations

import json
import logging
import multiprocessing
import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import SecretStr

from core.highlights import passages
from core.highlights.plan import PlanOptions, choose_clips, survey
from core.highlights.second_opinion import plan_with_model
from core.llm.client import language_model
from core.pipeline.artifact import load_record
from core.pipeline.purse import Purse
from core.pipeline.records.store import Store
from core.pipeline.worker import Input, Item, Outcome, Task, execute
from core.schema.endpoint import Endpoint
from core.schema.plan import EditorialPlan
from core.schema.run import RunOptions
from core.schema.segment import Segments
from core.schema.source import MediaFacts, PreparedSource
from core.schema.transcript import Transcript
from core.stages.plan import PlanParameters
from tests.core.highlights.editor import Asked, answer
from tests.core.highlights.talk import INTERVIEW, spoken
from tests.core.llm.chat_server import KEY, ChatServer, Scripted, chat_server

__all__ = ["chat_server"]

Start = Callable[..., ChatServer]

SHORT = spoken(*INTERVIEW)
TALK = spoken(*(turn for _ in range(6) for turn in INTERVIEW))
LONG = spoken(*(turn for _ in range(36) for turn in INTERVIEW))


class Desk:
    """A workspace with a run whose plan is to be made."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "ws"
        self.folder.mkdir()
        self.store = Store(self.folder / "workspace.sqlite")
        self.purse = Purse(self.store, self.folder)
        source = self.store.add_source(folder / "talk.mp4", "f", 1)
        self.run_id = self.store.add_run(source.id, RunOptions(), "clean@1").id

    def task(self, chat: ChatServer, talk: Transcript = TALK, parallel: int = 1, timeout: float = 10.0) -> Task:
        """Return the task of planning, as the runner gives it to a worker."""
        endpoint = Endpoint(
            base_url=chat.base_url,
            model="gpt-4o-mini",
            api_key=SecretStr(KEY),
            timeout_seconds=timeout,
            parallel=parallel,
        )
        given = (talk, Segments(), PreparedSource(facts=MediaFacts(container="mp4", duration=3000, size_bytes=1)))
        item = Item(
            job_id=f"{self.run_id}:plan",
            work=self.folder / "artifacts" / ".work" / "1",
            place=self.folder / "artifacts" / "plan" / "f",
            inputs=tuple(Input(json=noun.model_dump_json()) for noun in given),
            payer=self.purse.payer(self.run_id, "plan", f"{self.run_id}:plan"),
        )
        parameters = PlanParameters(top=6, min_seconds=15, max_seconds=90, prompt="", language_model="set")
        return Task(
            "core.stages", "plan", "source", (item,), parameters, self.folder, self.folder, {"language": endpoint}
        )

    def work(self, task: Task) -> tuple[Outcome, EditorialPlan]:
        """Do a task here, book it, and return what came of it."""
        shutil.rmtree(task.items[0].place, ignore_errors=True)
        (outcome,) = execute(task)
        self.purse.collect([task.items[0].job_id])
        assert outcome.failure is None, outcome.failure
        return outcome, load_record(EditorialPlan, task.items[0].place)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def small_passages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a talk of minutes one of several parts."""
    monkeypatch.setattr(passages, "PASSAGE_CHARACTERS", 3500)


def good(**more: object) -> Scripted:
    return Scripted(answers=lambda text: answer([], Asked.read(text).judged(60)), **{"usage": (5000, 800), **more})


def greedy(text: str) -> str:
    """Answer with the key wherever words are."""
    asked = Asked.read(text)
    hidden = "".join(f"\\u{ord(letter):04x}" for letter in KEY)
    words = {"title": f"A {KEY}", "hook": KEY, "reason": f"Bearer {KEY}"}
    lies = [asked.moment(1, 5, quotes=[KEY])] if asked.lines else []
    return answer(lies, [{**clip, **words} for clip in asked.judged(90)]).replace(
        f'"hook": "{KEY}"', f'"hook": "{hidden}"'
    )


@pytest.mark.parametrize(
    "script",
    [
        [Scripted(answers=greedy, headers={"x-echo": KEY})],
        [Scripted(text=f"I was given {KEY}, thanks!")],
        [Scripted(status=401, body=json.dumps({"error": {"message": f"wrong key {KEY}", "key": KEY}}))],
        [Scripted(status=500, body=f"Traceback: Authorization: Bearer {KEY}"), Scripted(answers=greedy)],
        [Scripted(body=f'{{"choices": "{KEY}"}}'), Scripted(answers=greedy)],
        [Scripted(text=KEY * 50, breaks_off=True), Scripted(answers=greedy)],
    ],
    ids=["in its answers", "in prose", "refused", "broken, then in its answers", "in no completion", "cut off"],
)
def test_a_key_that_a_server_repeats_is_in_no_file_log_or_record(
    desk: Desk, chat_server: Start, script: list[Scripted], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    chat = chat_server(*script)
    outcome, made = desk.work(desk.task(chat, SHORT))
    assert chat.keys and set(chat.keys) == {f"Bearer {KEY}"}
    for choice in outcome.choices:
        desk.store.write_log(desk.run_id, choice.reason, "warning")
    assert made.candidates and desk.store.ledger()
    told = [
        repr(outcome),
        made.to_json(),
        caplog.text,
        repr(desk.store.ledger()),
        repr(desk.store.log(desk.run_id)),
    ]
    assert all(KEY not in text for text in told)
    files = [file for file in desk.folder.rglob("*") if file.is_file()]
    assert len(files) > 3
    assert not [file for file in files if KEY.encode() in file.read_bytes()]


@pytest.mark.usefixtures("small_passages")
def test_every_call_is_a_row_and_the_rows_are_what_was_charged(desk: Desk, chat_server: Start) -> None:
    chat = chat_server(good(), Scripted(status=429, body="{}", headers={"retry-after": "0"}), good(cached=2000))
    _, made = desk.work(desk.task(chat, parallel=3))
    assert made.scorer == "local + gpt-4o-mini, moments 1" and not made.choices[-1].degraded
    rows = desk.store.ledger(desk.run_id)
    assert len(rows) == len(chat.requests)
    assert {row.job_id for row in rows} == {f"{desk.run_id}:plan"}
    answered = [row for row in rows if row.outcome == "answered"]
    assert [row.outcome for row in rows].count("refused") == 1
    # 5,000 and 800 tokens; 2,000 of them at half the price in all answers but the first.
    charged = len(answered) * Decimal("0.00123") - (len(answered) - 1) * Decimal("0.00015")
    assert desk.store.run_usd(desk.run_id) == charged == sum(cost.usd for cost in made.costs)
    assert not list((desk.folder / "calls").glob("*.call"))


@pytest.mark.usefixtures("small_passages")
def test_a_budget_that_runs_out_in_the_middle_keeps_what_was_judged_and_says_so(
    desk: Desk, chat_server: Start
) -> None:
    desk.purse.run_budget_usd = Decimal("0.0062")
    chat = chat_server(good())
    outcome, made = desk.work(desk.task(chat, parallel=2))
    assert 0 < len(chat.requests) < 4
    assert desk.store.run_usd(desk.run_id) <= Decimal("0.0062")
    choice = next(choice for choice in outcome.choices if choice.subject == "scorer")
    assert choice.degraded and "for this run" in choice.reason and "Raise the budget" in choice.reason
    assert len(made.candidates) == 6 and any(c.reason == "It lands." for c in made.candidates)
    # What was answered is not asked again once there is more.
    asked = len(chat.requests)
    desk.purse.run_budget_usd = Decimal(1)
    _, again = desk.work(desk.task(chat, parallel=2))
    assert not again.choices[-1].degraded
    remembered = [row for row in desk.store.ledger() if row.outcome == "remembered"]
    assert len(remembered) == asked and sum(row.usd for row in remembered) == 0


@pytest.mark.usefixtures("small_passages")
def test_plans_of_several_runs_do_not_pass_the_months_budget_together(desk: Desk, chat_server: Start) -> None:
    chat = chat_server(good(delay=0.02))
    desk.purse.month_budget_usd = budget = Decimal("0.0205")
    options = PlanOptions(top=6)
    ground = survey(TALK, Segments(), options)
    endpoint = Endpoint(base_url=chat.base_url, model="gpt-4o-mini", parallel=2)

    def plan(number: int) -> EditorialPlan:
        asked = options.model_copy(update={"prompt": f"about {number}"})
        model = language_model(endpoint, desk.folder, desk.purse.payer("", "plan"))
        return plan_with_model(choose_clips(ground, asked), ground, asked, model)

    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(plan, range(4)))
    desk.purse.collect()
    spent = desk.store.month_usd()
    assert budget - Decimal("0.0062") < spent <= budget
    assert any(plan.choices[-1].degraded for plan in made)
    assert spent == sum(cost.usd for plan in made for cost in plan.costs)


def _work(task: Task) -> None:
    execute(task)


def test_a_worker_that_is_killed_in_the_middle_pays_for_no_answer_twice(desk: Desk, chat_server: Start) -> None:
    # The first answers come at once, the third never.
    chat = chat_server(good(), good(), good(delay=60), good())
    task = desk.task(chat, LONG, timeout=90)
    worker = multiprocessing.get_context("spawn").Process(target=_work, args=(task,))
    worker.start()
    deadline = time.monotonic() + 60
    while len(chat.requests) < 3 and time.monotonic() < deadline:
        time.sleep(0.02)
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGKILL)
    worker.join()
    desk.purse.collect([task.items[0].job_id])
    lost = [row for row in desk.store.ledger() if row.outcome == "lost"]
    assert len(desk.store.ledger()) == 3 and len(lost) == 1
    assert lost[0].completion_tokens == 6000 and lost[0].usd > 0
    _, made = desk.work(task)
    assert not made.choices[-1].degraded
    outcomes = [row.outcome for row in desk.store.ledger()]
    assert outcomes.count("remembered") == 2
    questions = [request["messages"][1]["content"] for request in chat.requests]
    assert len(questions) == len(set(questions)) + 1
