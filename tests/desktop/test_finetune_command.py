"""`finetune` on the command line: from nothing to learn from to a model in the settings, and back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from core.finetune.chat import of_decisions
from core.schema.learning import Example
from core.schema.run import RunOptions
from core.schema.time import Cut, TimeSpan
from core.schema.tuning import TrainingExample, TuningJob
from core.tuning_evaluation import TuningEvaluation
from desktop import cli, settings
from desktop.settings import EndpointSettings, Settings
from tests import instant_stages
from tests.core.finetune.talks import interview
from tests.core.finetune.tuning_server import KEY, MADE, MODEL, TuningServer, tuning_server
from tests.instant_project import ThreadExecutor, at_rest, open_instant, use_instant_stages, write_sound

__all__ = ["tuning_server"]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace with one talk of twelve questions."""
    use_instant_stages(monkeypatch)
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SHORTLIST_LANGUAGE_KEY", KEY)
    monkeypatch.setitem(instant_stages.MAKERS, "transcribe", lambda context, given: interview(12))
    folder = tmp_path / "workspace"

    async def make() -> None:
        project = await open_instant(folder, ThreadExecutor())
        source = await project.import_source(write_sound(tmp_path / "1.wav", 1))
        await project.start_run(source.id, RunOptions(aspects=("9:16",)))
        await at_rest(project)
        await project.close()

    asyncio.run(make())
    return folder


@pytest.fixture
def server(tuning_server: Callable[[], TuningServer], workspace: Path) -> TuningServer:
    """Return a server that the settings name."""
    made = tuning_server()
    settings.save_settings(Settings(language_model=EndpointSettings(base_url=made.base_url, model=MODEL)))
    return made


def test_nothing_to_learn_from_is_said(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))
    folder = ("--workspace", str(tmp_path / "ws"))
    assert cli.main(["finetune", "export", str(tmp_path / "x.jsonl"), *folder]) == 1
    said = capsys.readouterr()
    assert said.err.startswith("error: There is nothing to learn from yet. Approve and reject clips")
    assert cli.main(["finetune", "status", *folder]) == 0
    assert "There is no fine-tune yet." in capsys.readouterr().out


def test_examples_are_exported_and_counted(workspace, tmp_path, capsys):
    file = tmp_path / "mine.jsonl"
    assert cli.main(["finetune", "export", str(file), "--workspace", str(workspace)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "12 answers to questions, of 1 talk."
    assert said[-1] == str(file) and len(file.read_text().splitlines()) == 12


def test_personal_data_is_masked_and_counted(workspace, tmp_path, capsys):
    file, folder = tmp_path / "mine.jsonl", ("--workspace", str(workspace))
    assert cli.main(["finetune", "export", str(file), "--mask", *folder]) == 0
    assert "Nothing to mask was found." in capsys.readouterr().out
    assert cli.main(["finetune", "start", "--mask", "--json", *folder]) == 0
    assert json.loads(capsys.readouterr().out)["masked"] == 0
    assert cli.main(["finetune", "start", "--json", *folder]) == 0
    assert json.loads(capsys.readouterr().out)["masked"] is None


def test_a_fine_tune_is_foretold_started_followed_used_and_given_back(server, workspace, capsys):
    folder = ("--workspace", str(workspace))
    assert cli.main(["finetune", "start", *folder]) == 0
    said = capsys.readouterr()
    assert f"A fine-tune of {MODEL} goes through them 9 times and costs up to $0.0" in said.out
    assert "Nothing was sent" in said.err and server.requests == []

    assert cli.main(["finetune", "start", "--yes", "--json", *folder]) == 0
    (job,) = json.loads(capsys.readouterr().out)
    assert job["remote_id"] == "ftjob-1"
    assert cli.main(["finetune", "use", job["id"], *folder]) == 1
    assert "There is no model to use" in capsys.readouterr().err
    assert settings.load_settings().language_model.model == MODEL

    server.states = ["succeeded"]
    assert cli.main(["finetune", "status", job["id"], "--wait", *folder]) == 0
    assert f"Ready: {MADE}." in capsys.readouterr().out
    assert cli.main(["finetune", "use", job["id"][:6], *folder]) == 0
    assert settings.load_settings().language_model.model == MADE
    assert cli.main(["finetune", "use", job["id"], "--back", *folder]) == 0
    assert settings.load_settings().language_model.model == MODEL


def test_a_finished_model_is_compared_with_its_base(server, workspace, capsys, monkeypatch):
    folder = ("--workspace", str(workspace))
    server.states = ["succeeded"]
    assert cli.main(["finetune", "start", "--yes", "--wait", "--json", *folder]) == 0
    (job,) = json.loads(capsys.readouterr().out)
    assert cli.main(["finetune", "evaluate", job["id"], *folder]) == 1
    assert "There are 0 of the 5 decisions that a comparison takes" in capsys.readouterr().err

    monkeypatch.setattr(TuningEvaluation, "_unseen", decided)
    assert cli.main(["finetune", "evaluate", job["id"], *folder]) == 0
    said = capsys.readouterr()
    assert "are asked about 6 decisions" in said.out and "Nothing was sent" in said.err and not server.asked
    server.answers = lambda model, said: json.dumps({"verdict": "approve" if model == MADE else "reject"})
    assert cli.main(["finetune", "evaluate", job["id"], "--yes", *folder]) == 0
    said = capsys.readouterr()
    assert "of 12 answers" in said.err
    assert f"it agrees with you on 6 and {MODEL} on 0." in said.out
    assert cli.main(["finetune", "status", *folder]) == 0
    assert "So the fine-tuned model is better." in capsys.readouterr().out


async def decided(self: TuningEvaluation, job: TuningJob) -> list[TrainingExample]:
    """Return six decisions of another talk."""
    talk = interview(6, "new")
    spans = [TimeSpan(start=each.start, end=each.end) for each in talk.segments[1::2]]
    return of_decisions(
        [
            Example(clip_id="c", run_id="r", source_id="n", cut=Cut(ranges=(span,)), decision="approved")
            for span in spans
        ],
        talk,
    )


def test_an_endpoint_without_fine_tuning_is_an_error_in_words(server, workspace, capsys):
    server.has_tuning = False
    assert cli.main(["finetune", "start", "--yes", "--workspace", str(workspace)]) == 1
    said = capsys.readouterr().err
    assert "error: This endpoint has no fine-tuning" in said and KEY not in said
