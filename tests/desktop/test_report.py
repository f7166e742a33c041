"""What a command tells while it works, and how it ends where nobody reads that any more."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from core.schema.run import RunOptions
from desktop.progress import Progress
from desktop.report import finished, watched
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
