"""What a command tells while it works, and how it ends where nobody reads that any more."""

from __future__ import annotations

import asyncio
import functools
import json
from dataclasses import replace
from pathlib import Path

import pytest

from core import workspace
from core.pipeline.stage import Stage, StageContext
from core.schema.check import Check
from core.schema.health import HealthFinding, SourceHealth
from core.schema.record import Record
from core.schema.run import RunOptions
from core.schema.time import TimeSpan
from desktop import cli
from desktop.progress import Progress
from desktop.report import Report, finished, watched
from tests import instant_stages
from tests.instant_project import ThreadExecutor, at_rest, open_instant, use_instant_stages, write_sound


class Head(Progress):
    """Takes so many lines and closes."""

    def __init__(self, lines: int) -> None:
        super().__init__(is_json=True)
        self.left = lines
        self.refused = 0

    def emit(self, fact: dict[str, object]) -> None:
        if not self.left:
            self.refused += 1
            raise BrokenPipeError(32, "Broken pipe")
        self.left -= 1


@pytest.mark.parametrize("lines", [0, 3])
def test_output_that_nobody_reads_ends_the_command_and_not_the_run(
    tmp_path: Path, monkeypatch, lines: int
) -> None:
    use_instant_stages(monkeypatch)
    progress = Head(lines)

    async def command() -> None:
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        try:
            async with watched(project, progress):
                source = await project.import_source(write_sound(tmp_path / "1.wav", 1))
                await finished(project, await project.start_run(source.id, RunOptions(aspects=("9:16",))))
        finally:
            await project.close()

    async def go_on() -> list[str]:
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        project.go_on()
        await at_rest(project)
        states = [run.state for run in project.runs()]
        await project.close()
        return states

    with pytest.raises(BrokenPipeError):
        asyncio.run(command())
    assert progress.refused == 1
    assert asyncio.run(go_on()) == ["analysis_complete"]


def test_output_that_breaks_at_the_last_word_ends_the_command_too(tmp_path: Path, monkeypatch) -> None:
    use_instant_stages(monkeypatch)

    async def command() -> None:
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        try:
            async with watched(project, Head(0)):
                project.pause_queue()
                source = await project.import_source(write_sound(tmp_path / "1.wav", 1))
                project._store.add_run(source.id, RunOptions(), "clean@1")
        finally:
            await project.close()

    with pytest.raises(BrokenPipeError):
        asyncio.run(command())


_ILL = SourceHealth(
    findings=(
        HealthFinding(subject="rate", severity="note", found="It changes."),
        HealthFinding(subject="end", severity="problem", found="12 s are cut off.", done="The rest is used."),
    ),
    sound_offset=0.12,
    picture_gaps=(TimeSpan(start=20.0, end=21.5),),
)
_CHECKS = (
    Check(name="size", is_passed=True, found="1080 × 1920 pixels."),
    Check(name="loudness", is_passed=False, found="−9.1 LUFS where −14 was asked for."),
)


def _changed(stage: Stage, **update: object) -> Stage:
    """Return a stage that makes the same with some fields changed."""

    @functools.wraps(stage.function)
    def function(context: StageContext, *arguments: Record) -> Record:
        return stage.function(context, *arguments).model_copy(update=update)

    return replace(stage, function=function, batch=None)


@pytest.fixture
def hurt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace with a run whose source has a problem, and whose files are too loud."""
    use_instant_stages(monkeypatch)
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))
    changes = {"transcode": {"health": _ILL}, "render": {"checks": _CHECKS}}
    stages = tuple(_changed(stage, **changes.get(stage.name, {})) for stage in instant_stages.STAGES)
    monkeypatch.setattr(instant_stages, "STAGES", stages)
    monkeypatch.setattr(workspace, "STAGES", stages)

    async def work() -> None:
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        source = await project.import_source(write_sound(tmp_path / "1.wav", 1))
        options = RunOptions(aspects=("9:16",), top=1, auto_approve=True, deliver_to=str(tmp_path / "out"))
        await finished(project, await project.start_run(source.id, options))
        await project.close()

    asyncio.run(work())
    return tmp_path / "workspace"


def _show(capsys: pytest.CaptureFixture[str], folder: Path, *more: str) -> str:
    async def run_id() -> str:
        project = await open_instant(folder, ThreadExecutor())
        found = project.runs()[0].id
        await project.close()
        return found

    assert cli.main(["show", asyncio.run(run_id()), "--workspace", str(folder), *more]) == 0
    return capsys.readouterr().out


def test_show_tells_what_is_odd_about_a_source_and_which_checks_failed(
    hurt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = _show(capsys, hurt)
    assert "  problem: end: 12 s are cut off. The rest is used.\n" in told
    assert "  sound starts 0.120 s after the picture\n" in told
    assert "  no picture from 20.00 to 21.50 s\n" in told
    assert "        look: loudness: −9.1 LUFS where −14 was asked for.\n" in told
    assert "1080 × 1920" not in told
    assert "        ok: size: 1080 × 1920 pixels.\n" in _show(capsys, hurt, "--checks")


def test_show_gives_health_and_checks_as_json(hurt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(_show(capsys, hurt, "--json"))
    assert SourceHealth.model_validate(document["health"]) == _ILL
    assert [Check.model_validate(each) for each in document["outputs"][0]["checks"]] == [*_CHECKS]


def test_a_report_notes_what_to_look_at_and_is_no_failure(hurt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = Report()

    async def add() -> None:
        project = await open_instant(hurt, ThreadExecutor())
        await report.add(project, project.runs()[0].id)
        await project.close()

    asyncio.run(add())
    assert report.close(Progress(is_json=False), is_json=False) == 0
    notes = [line for line in capsys.readouterr().out.splitlines() if line.startswith("note: ")]
    assert len(notes) == 3
    assert "No face model" in notes[0]
    assert notes[1].endswith("1.wav: 12 s are cut off. The rest is used.")
    assert notes[2].endswith(".mp4: −9.1 LUFS where −14 was asked for.")
    assert report.close(Progress(is_json=True), is_json=True) == 0
    summary = json.loads(capsys.readouterr().out)
    assert summary["ok"]
    assert summary["health"]["sound_offset"] == 0.12
    assert not summary["outputs"][0]["checks"][1]["is_passed"]
