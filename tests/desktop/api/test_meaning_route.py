"""The search by meaning asked of the local API: `main.py serve` as it is started, a real server of embeddings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.core.llm.embedding_server import Answering, EmbeddingServer, embedding_server
from tests.core.meaning_kit import Bench, analyse

__all__ = ["embedding_server"]

ROOT = Path(__file__).resolve().parents[3]
TOKEN = "open sesame"


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return analyse(tmp_path_factory.mktemp("analysed"))


@pytest.fixture
def served(tmp_path: Path, analysed: Path) -> Callable[..., object]:
    """Return how to serve a workspace with two talks, with settings, for as long as a block lasts."""
    bench = Bench(tmp_path / "ws", analysed)
    home = tmp_path / "home"
    home.mkdir()

    @contextmanager
    def serve(**settings: object) -> Iterator[httpx.Client]:
        (home / "settings.json").write_text(json.dumps(settings))
        environment = {**os.environ, "SHORTLIST_HOME": str(home), "SHORTLIST_API_KEY": TOKEN}
        command = [sys.executable, "main.py", "serve", "--port", "0", "--json", "--workspace", str(bench.folder)]
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as program:
            try:
                assert program.stdout is not None
                address = json.loads(program.stdout.readline())["address"]
                headers = {"Authorization": f"Bearer {TOKEN}"}
                with httpx.Client(base_url=address, headers=headers, timeout=60) as client:
                    yield client
            finally:
                program.terminate()
                program.wait(60)

    return serve


def of(server: EmbeddingServer) -> dict[str, object]:
    """Return a server as the settings name it."""
    return {"base_url": server.base_url, "model": "text-embedding-3-small", "timeout_seconds": 60}


def rest_of(client: httpx.Client) -> dict[str, object]:
    """Wait until no more passages are asked for; return how far that is."""
    while True:
        state = client.get("/meaning").json()
        if state["problem"] or (state["passages"] and state["known"] == state["passages"]):
            return state
        time.sleep(0.05)


def asked(client: httpx.Client, q: str, meaning: str = "auto") -> httpx.Response:
    return client.get("/search", params={"q": q, "meaning": meaning})


def test_meaning_is_found_booked_and_told_where_it_fails(served, embedding_server):
    server = embedding_server(Answering(tokens=500_000))
    with served(embedding=of(server)) as client:
        state = rest_of(client)
        assert state["model"] == "text-embedding-3-small" and not state["problem"]
        found = asked(client, "money finances", "required").json()
        assert found["is_by_meaning"] and not found["meaning_problem"]
        best = found["hits"][0]
        assert best["found_by"] == "meaning" and best["source"] == "talk 1" and "bankrupt" in best["text"]
        assert {"source_id", "run_id", "start", "end", "at", "speaker", "score", "marks"} <= set(best)
        assert asked(client, "storm").json()["hits"][0]["found_by"] == "both"

        calls = client.get("/costs/calls").json()
        by_stage = {stage: [call for call in calls if call["stage"] == stage] for stage in ("meaning", "search")}
        assert len(by_stage["search"]) == 2 and by_stage["meaning"]
        assert all(call["model"] == "text-embedding-3-small" for call in calls)
        assert [float(call["usd"]) for call in by_stage["search"]] == [0.01, 0.01]
        before = len(server.asked)
        assert asked(client, "money finances").json()["is_by_meaning"]  # kept, and paid for once
        off = asked(client, "money finances", "off").json()
        assert not off["hits"] and not off["is_by_meaning"] and not off["meaning_problem"]
        assert len(server.asked) == before and len(client.get("/costs/calls").json()) == len(calls)

        exact = asked(client, '"storm"', "required")
        assert exact.status_code == 409 and "words alone" in exact.json()["detail"]

        server.script[:] = [Answering(status=503, body="{}")]
        gone = asked(client, "storm weather").json()
        assert [hit["found_by"] for hit in gone["hits"]] and {hit["found_by"] for hit in gone["hits"]} == {"words"}
        assert not gone["is_by_meaning"] and server.base_url in gone["meaning_problem"]
        refused = asked(client, "storm weather", "required")
        assert refused.status_code == 409 and refused.headers["content-type"] == "application/problem+json"
        assert refused.json()["detail"] == gone["meaning_problem"]

    with served(embedding=of(server), month_budget_usd="0.0000001") as client:
        over = asked(client, "stormy clouds").json()
        assert "this month" in over["meaning_problem"] and not over["is_by_meaning"]
        refused = asked(client, "stormy clouds", "required")
        assert refused.status_code == 409 and "this month" in refused.json()["detail"]


def test_without_an_endpoint_words_answer_and_meaning_is_refused_with_the_reason(served):
    with served() as client:
        assert client.get("/meaning").json()["model"] == ""
        found = asked(client, "storm").json()
        assert found["hits"] and not found["is_by_meaning"]
        refused = asked(client, "storm", "required")
        assert refused.status_code == 409 and "No embedding endpoint is set" in refused.json()["detail"]
        assert asked(client, "storm", "maybe").status_code == 422


def test_reading_is_stopped_and_gone_on_with(served, embedding_server):
    server = embedding_server()
    server.gate.clear()
    with served(embedding=of(server)) as client:
        while not server.asked:
            time.sleep(0.05)
        stopped = client.post("/meaning/stop").json()
        assert stopped["is_stopped"] and not stopped["is_working"] and not stopped["known"]
        assert "known" in asked(client, "money finances", "required").json()["detail"]
        server.gate.set()
        assert client.post("/meaning/read").status_code == 202
        assert rest_of(client)["known"]
