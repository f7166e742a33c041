"""A model of embeddings at an endpoint: what it answers is read with distrust, and every call is booked."""

from __future__ import annotations

import base64
import time
from decimal import Decimal

import numpy as np
import pytest

from core.errors import BudgetError, Cancelled, ProviderError
from core.llm.embedder import MOST_NUMBERS
from core.spending import Payer, Tab
from tests.core.llm.embedding_server import KEY, SIZE, Answering, vector_of


def unit(text):
    vector = np.array(vector_of(text))
    return vector / np.linalg.norm(vector)


def test_vectors_come_in_order_and_of_length_one(embedding_server):
    server = embedding_server(Answering(mends=lambda reply: {**reply, "data": reply["data"][::-1]}))
    vectors = server.model().embed(["a dog", "some rain"])
    assert vectors.shape == (2, SIZE)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(vectors, [unit("a dog"), unit("some rain")], atol=1e-6)
    assert server.keys == [f"Bearer {KEY}"]


def test_vectors_in_base64_are_read_too(embedding_server):
    def packed(reply):
        for row in reply["data"]:
            row["embedding"] = base64.b64encode(np.array(row["embedding"], dtype="<f4").tobytes()).decode()
        return reply

    server = embedding_server(Answering(mends=packed))
    np.testing.assert_allclose(server.model().embed(["a dog"])[0], unit("a dog"), atol=1e-6)


def with_row(change):
    def mends(reply):
        change(reply["data"])
        return reply

    return mends


NONSENSE = {
    "no JSON": Answering(body="<html>hello</html>"),
    "cut JSON": Answering(body='{"data": [{"embedding": [0.1, '),
    "deep JSON": Answering(body="[" * 200_000),
    "a list": Answering(body="[]"),
    "no data": Answering(body="{}"),
    "data that is none": Answering(body='{"data": 7}'),
    "fewer": Answering(mends=with_row(lambda rows: rows.pop())),
    "more": Answering(mends=with_row(lambda rows: rows.append(dict(rows[0])))),
    "the same twice": Answering(mends=with_row(lambda rows: rows[1].update(index=0))),
    "another index": Answering(mends=with_row(lambda rows: rows[1].update(index=9))),
    "an index that is none": Answering(mends=with_row(lambda rows: rows[1].update(index="1"))),
    "rows that are none": Answering(mends=with_row(lambda rows: rows.__setitem__(0, 3))),
    "two lengths": Answering(mends=with_row(lambda rows: rows[0]["embedding"].pop())),
    "no numbers": Answering(mends=with_row(lambda rows: rows[0].update(embedding=["a"] * SIZE))),
    "empty ones": Answering(mends=with_row(lambda rows: [row.update(embedding=[]) for row in rows])),
    "nothing but zeros": Answering(mends=with_row(lambda rows: rows[0].update(embedding=[0.0] * SIZE))),
    "not a number": Answering(mends=with_row(lambda rows: rows[0].update(embedding=[float("nan")] * SIZE))),
    "endless": Answering(mends=with_row(lambda rows: rows[0].update(embedding=[1e300] * SIZE))),
    "far too long": Answering(
        mends=with_row(lambda rows: [row.update(embedding=[1] * (MOST_NUMBERS + 1)) for row in rows])
    ),
    "broken base64": Answering(mends=with_row(lambda rows: rows[0].update(embedding="!!!"))),
}


@pytest.mark.parametrize("line", NONSENSE.values(), ids=NONSENSE.keys())
def test_nonsense_is_told_and_not_asked_for_again(embedding_server, line):
    server = embedding_server(line)
    kept = []
    with pytest.raises(ProviderError, match="embedding endpoint at http://127") as told:
        server.model().embed(["a dog", "some rain"], kept.append)
    assert not told.value.is_passing
    assert len(server.asked) == 1
    assert kept == []


def test_an_answer_of_hostile_size_is_not_read_to_its_end(embedding_server):
    server = embedding_server(Answering(pads=64 << 20))
    with pytest.raises(ProviderError, match="more than 1 MB for 1 passages"):
        server.model(timeout_seconds=30.0).embed(["a dog"])


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_passing_failure_is_tried_again(embedding_server, status):
    server = embedding_server(Answering(status=status, body="{}"), Answering())
    assert server.model().embed(["a dog"]).shape == (1, SIZE)
    assert len(server.asked) == 2


def test_three_failures_are_enough_and_pass(embedding_server):
    server = embedding_server(Answering(status=500, body='{"error": {"message": "out of order"}}'))
    with pytest.raises(ProviderError, match=r"answered 500: .*out of order") as told:
        server.model().embed(["a dog"])
    assert told.value.is_passing
    assert len(server.asked) == 3


def test_a_wrong_key_is_told_once_without_the_key(embedding_server):
    server = embedding_server(Answering(status=401, body=f'{{"error": {{"message": "bad key {KEY}"}}}}'))
    with pytest.raises(ProviderError, match="answered 401") as told:
        server.model().embed(["a dog"])
    assert KEY not in str(told.value)
    assert len(server.asked) == 1


def test_who_asks_to_be_left_alone_for_long_is(embedding_server):
    server = embedding_server(Answering(status=429, body="{}", headers={"retry-after": "3600"}))
    with pytest.raises(ProviderError, match="answered 429"):
        server.model().embed(["a dog"])
    assert len(server.asked) == 1


@pytest.mark.parametrize("line", [Answering(delay=3.0), Answering(drips=True)], ids=["silent", "dripping"])
def test_a_slow_answer_is_given_up(embedding_server, line):
    server = embedding_server(line)
    with pytest.raises(ProviderError, match=r"no answer within 0\.3 s") as told:
        server.model(timeout_seconds=0.3).embed(["a dog"], attempts=1)
    assert told.value.is_passing


def test_a_server_that_hangs_up_or_is_gone_is_told(embedding_server):
    server = embedding_server(Answering(hangs_up=True))
    with pytest.raises(ProviderError, match="can't be reached"):
        server.model().embed(["a dog"], attempts=1)
    gone = server.model()
    gone.endpoint = gone.endpoint.model_copy(update={"base_url": "http://127.0.0.1:9/v1"})
    with pytest.raises(ProviderError, match="can't be reached"):
        gone.embed(["a dog"], attempts=1)


def test_calls_are_booked_as_the_endpoint_counts_them(embedding_server):
    server = embedding_server(Answering(tokens=1000))
    model = server.model()
    model.embed(["a dog"])
    assert [(cost.prompt_tokens, cost.outcome) for cost in model.costs] == [(1000, "answered")]
    assert model.spent_usd == Decimal("0.00002")
    assert model.costs[0].provider == "openai_embeddings"


def test_an_endpoint_that_does_not_count_is_guessed_at(embedding_server):
    model = embedding_server(Answering(tokens=None)).model()
    model.embed(["a dog that barks"])
    assert model.costs[0].prompt_tokens >= 4


def test_refused_calls_cost_nothing_and_lost_ones_what_they_may(embedding_server):
    refused = embedding_server(Answering(status=400, body="{}")).model()
    with pytest.raises(ProviderError):
        refused.embed(["a dog"])
    assert [cost.usd for cost in refused.costs] == [0]
    lost = embedding_server(Answering(delay=2.0)).model(timeout_seconds=0.2)
    with pytest.raises(ProviderError):
        lost.embed(["a dog"], attempts=1)
    assert [cost.outcome for cost in lost.costs] == ["lost"]
    assert lost.costs[0].usd > 0


def test_no_call_passes_a_budget(embedding_server, tmp_path):
    server = embedding_server()
    payer = Payer(stage="meaning", month_budget_usd=Decimal("0.0000001"))
    model = server.model(tab=Tab(tmp_path / "calls"), payer=payer)
    with pytest.raises(BudgetError, match="this month"):
        model.embed(["a dog " * 100])
    assert server.asked == []


def test_what_comes_after_a_stop_is_kept_all_the_same(embedding_server):
    server = embedding_server()
    server.gate.clear()
    kept = []

    def stop(fraction, message=""):
        if server.asked:
            raise Cancelled("Stopped.")

    model = server.model()
    with pytest.raises(Cancelled):
        model.embed(["a dog"], kept.append, stop)
    assert kept == []
    server.gate.set()
    until = time.monotonic() + 20
    while not (kept and model.costs) and time.monotonic() < until:
        time.sleep(0.02)
    assert kept[0].shape == (1, SIZE)
    assert [cost.outcome for cost in model.costs] == ["answered"]
