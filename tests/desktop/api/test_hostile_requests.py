"""Whatever the document allows, and what it doesn't, is asked of the API: it never breaks, nor lets anybody in.

Requests are made up by schemathesis (https://schemathesis.readthedocs.io) from the API's own document, half of
them about things that are there. They are asked of the application itself, on the project's loop.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.generation import GenerationMode

from desktop.api.application import application, guarded
from tests.desktop.api.conftest import TOKEN, Served, served
from tests.instant_project import use_instant_stages

SLICE, WHOLE = 2, 70
# Streams without an end.
_ENDLESS = {"/v1/events"}
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def cases_of(count: int) -> list[Any]:
    """Return so many made-up requests of each kind: those that the document allows, and those that it does not."""
    schema = schemathesis.openapi.from_dict(application().openapi())
    found: list[Any] = []
    for result in schema.get_all_operations():
        operation = result.ok()
        if operation.path in _ENDLESS:
            continue
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            found += _drawn(operation.as_strategy(generation_mode=mode), count)
    return found


def _drawn(strategy: st.SearchStrategy[Any], count: int) -> list[Any]:
    drawn: list[Any] = []

    @settings(
        max_examples=count,
        phases=[Phase.generate],
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(case: Any) -> None:
        drawn.append(case)

    try:
        draw()
    except Exception as error:  # what can't be made wrong (a request without anything to send) draws nothing
        assert "Unsatisfiable" in type(error).__name__ or "negat" in str(error).lower(), error
    return drawn


async def ask(api: Served, cases: list[Any], token: str) -> Counter[int]:
    """Ask them all; return how often each status was answered."""
    statuses: Counter[int] = Counter()
    chance = random.Random(1)
    transport = httpx.ASGITransport(guarded(api.project, TOKEN), raise_app_exceptions=True)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8791") as client:
        for case in cases:
            if case.path_parameters and chance.random() < 0.5:
                case.path_parameters.update(there(api, case.path_parameters, chance))
            answer = await client.request(**request_of(case), headers={"Authorization": f"Bearer {token}"})
            statuses[answer.status_code] += 1
            assert answer.status_code < 500 or answer.status_code == 507, (case, answer.text)
            if answer.status_code >= 400:
                assert answer.headers["content-type"] == "application/problem+json", (case, answer.text)
    return statuses


def there(api: Served, names: dict[str, Any], chance: random.Random) -> dict[str, str]:
    """Return what there is of what a path names."""
    runs = api.project.runs()
    known = {
        "run_id": [run.id for run in runs],
        "clip_id": [clip.id for run in runs for clip in api.project.clips(run.id)],
        "source_id": [source.id for source in api.project.sources()],
        "name": [recipe.name for recipe in api.project.recipes.all().recipes],
    }
    return {name: chance.choice(known[name]) for name in names if known.get(name)}


def request_of(case: Any) -> dict[str, Any]:
    """Return a case as the client sends it; what no client can send is sent as near to it as can be."""
    sent = case.as_transport_kwargs(base_url="http://127.0.0.1:8791")
    kept = {name: sent[name] for name in ("method", "url", "params", "json") if sent.get(name) is not None}
    if isinstance(sent.get("data"), (bytes, str)):
        kept["content"] = sent["data"]
    return kept


@pytest.mark.parametrize("count", [SLICE, pytest.param(WHOLE, marks=pytest.mark.soak)])
def test_no_request_breaks_it(tmp_path, monkeypatch, count):
    use_instant_stages(monkeypatch)

    async def go() -> Counter[int]:
        async with served(tmp_path) as api:
            await api.run()
            return await ask(api, await asyncio.to_thread(cases_of, count), TOKEN)

    statuses = asyncio.run(go())
    print(dict(statuses))
    assert sum(statuses.values()) > count * 30
    assert statuses[200] and statuses[404] and statuses[422]


def test_without_the_token_nothing_is_told_or_done(tmp_path, monkeypatch):
    use_instant_stages(monkeypatch)

    async def go() -> None:
        async with served(tmp_path) as api:
            await api.run()
            before = state_of(api)
            statuses = await ask(api, await asyncio.to_thread(cases_of, SLICE), "another")
            assert set(statuses) == {401}
            assert state_of(api) == before

    asyncio.run(go())


def test_what_only_asks_changes_nothing(tmp_path, monkeypatch):
    use_instant_stages(monkeypatch)

    async def go() -> None:
        async with served(tmp_path) as api:
            await api.run()
            before = state_of(api)
            asking = [case for case in await asyncio.to_thread(cases_of, SLICE) if case.method == "GET"]
            statuses = await ask(api, asking, TOKEN)
            assert statuses[200] > 10
            assert state_of(api) == before

    asyncio.run(go())


def state_of(api: Served) -> object:
    """Return all that a request could have changed."""
    runs = api.project.runs()
    return (
        runs,
        [api.project.clips(run.id) for run in runs],
        [api.project.jobs(run.id) for run in runs],
        [api.project.log(run.id) for run in runs],
        api.project.sources(),
        api.project.queue(),
        api.project.recipes.all(),
    )
