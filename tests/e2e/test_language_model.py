"""A language model that the user has set: asked, and when it talks nonsense or is gone, the run goes on."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.core.highlights.editor import Asked, answer
from tests.core.llm.chat_server import KEY, Scripted, chat_server
from tests.e2e.conftest import Program

__all__ = ["chat_server"]


@pytest.fixture
def program_with(program: Program, weights_folder, tmp_path) -> Callable[[str], Program]:
    """Return a function that gives the program a language model at an address."""

    def make(base_url: str) -> Program:
        made = Program(tmp_path / "home", weights_folder)
        made.home.mkdir()
        language_model = {"base_url": base_url, "model": "gpt-4o-mini", "timeout_seconds": 60}
        settings = {"may_download": False, "language_model": language_model}
        (made.home / "settings.json").write_text(json.dumps(settings))
        made.environment["SHORTLIST_LANGUAGE_KEY"] = KEY
        return made

    return make


def analyse(program: Program, video, workspace, *more):
    ran = program("run", video, "--workspace", workspace, "--analyze-only", "--json", *more)
    assert ran.code == 0, ran.err
    assert ran.summary["clips"]
    assert KEY not in ran.out + ran.err
    for file in [*workspace.rglob("*"), *program.home.rglob("*")]:
        assert not file.is_file() or KEY.encode() not in file.read_bytes(), file
    return ran.summary


def test_a_model_reads_the_talk_and_what_it_cost_is_told(program_with, chat_server, sample_video, analysed):
    server = chat_server(Scripted(answers=_opinions, usage=(3000, 500), cached=1000))
    program, workspace = program_with(server.base_url), analysed
    summary = analyse(program, sample_video, workspace, "--budget", "0.50")
    assert server.keys[0] == f"Bearer {KEY}"
    assert any(clip["title"] == "A title of the model's" for clip in summary["clips"])
    costs = json.loads(program.here("costs", "--calls", "--json", "--workspace", workspace).out)
    # 2,000 tokens at $0.15, 1,000 at $0.075 and 500 at $0.60 a million, each.
    charged = len(server.requests) * Decimal("0.000675")
    assert Decimal(costs["this_month"]["spent_usd"]) == charged
    assert sum(Decimal(call["usd"]) for call in costs["calls"]) == charged
    assert [call["run_id"] for call in costs["calls"]] == [summary["run_id"]] * len(server.requests)
    assert Decimal(summary["cost_usd"]) == charged
    told = program.here("costs", summary["run_id"], "--workspace", workspace).out
    assert "By stage" in told and f"{len(server.requests)} call" in told and "gpt-4o-mini" in told


def _opinions(text: str) -> str:
    asked = Asked.read(text)
    words = {"title": "A title of the model's", "reason": f"Said with {KEY}."}
    return answer(
        [asked.moment(900, 901)] if asked.lines else [], [{**clip, **words} for clip in asked.judged(90)]
    )


def test_a_model_that_is_gone_does_not_fail_the_run(program_with, sample_video, analysed):
    summary = analyse(program_with("http://127.0.0.1:9/v1"), sample_video, analysed)
    assert any("local" in warning for warning in summary["warnings"]), summary["warnings"]
