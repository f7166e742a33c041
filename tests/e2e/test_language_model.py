"""A language model that the user has set: asked, and when it talks nonsense or is gone, the run goes on."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.core.llm.chat_server import KEY, Scripted, chat_server
from tests.e2e.conftest import Program

__all__ = ["chat_server"]


@pytest.fixture
def program_with(program: Program, weights_folder, tmp_path) -> Callable[[str], Program]:
    """Return a function that gives the program a language model at an address."""

    def make(base_url: str) -> Program:
        made = Program(tmp_path / "home", weights_folder)
        made.home.mkdir()
        language_model = {"base_url": base_url, "model": "gpt-4o-mini", "timeout_seconds": 5}
        settings = {"may_download": False, "language_model": language_model}
        (made.home / "settings.json").write_text(json.dumps(settings))
        made.environment["SHORTLIST_LANGUAGE_KEY"] = KEY
        return made

    return make


def analyse(program: Program, video, workspace):
    ran = program("run", video, "--workspace", workspace, "--analyze-only", "--json")
    assert ran.code == 0, ran.err
    assert ran.summary["clips"]
    assert KEY not in ran.out + ran.err
    for file in [*workspace.rglob("*"), *program.home.rglob("*")]:
        assert not file.is_file() or KEY.encode() not in file.read_bytes(), file
    return ran.summary


def test_nonsense_is_refused_and_the_local_ranking_stands(program_with, chat_server, sample_video, tmp_path):
    server = chat_server(Scripted(text="I think the second clip is great!"))
    summary = analyse(program_with(server.base_url), sample_video, tmp_path / "ws")
    assert server.requests
    assert server.keys[0] == f"Bearer {KEY}"
    assert any("local" in warning for warning in summary["warnings"]), summary["warnings"]


def test_a_model_that_is_gone_does_not_fail_the_run(program_with, sample_video, tmp_path):
    summary = analyse(program_with("http://127.0.0.1:9/v1"), sample_video, tmp_path / "ws")
    assert any("local" in warning for warning in summary["warnings"]), summary["warnings"]
