"""Small real workspaces over instant stages: made, driven and told in a line, so that two can be compared."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

from core import editing
from core.project import Project
from core.schema.run import RunOptions
from core.spaces.making import create
from tests.instant_project import ThreadExecutor, at_rest, open_instant, write_sound

OPTIONS = RunOptions(aspects=("1:1",), vocabulary="Shortlist")


async def worked(folder: Path, name: str, number: int = 1) -> str:
    """Make a workspace with one run, one approved clip and an exported file; return the id of the run."""
    if not (folder / "workspace.sqlite").exists():
        create(folder, name)
    media = folder.parent / "media"
    media.mkdir(exist_ok=True)
    project = await open_instant(folder, ThreadExecutor())
    try:
        source = await project.import_source(write_sound(media / f"{name} {number}.wav", number))
        run_id = await project.start_run(source.id, OPTIONS)
        await at_rest(project)
        clip = project.clips(run_id)[0]
        await project.edit(run_id, "approve", [editing.set_decision(clip, "approved")])
        await project.edit(run_id, "title", [editing.set_hook(project.clips(run_id)[0], f"Of {name}")])
        return run_id
    finally:
        await project.close()


def work(folder: Path, name: str, number: int = 1) -> str:
    """Do `worked` from plain code."""
    return asyncio.run(worked(folder, name, number))


def told(project: Project) -> dict[str, object]:
    """Return what an open workspace holds, apart from where it lies."""
    runs = sorted(project.runs(), key=lambda run: run.id)
    return {
        "runs": [(run.id, run.state, run.source_name, run.options.model_dump_json()) for run in runs],
        "clips": [clip.model_dump_json() for run in runs for clip in project.clips(run.id)],
        "undo": [(run.id, project.undo_label(run.id), project.redo_label(run.id)) for run in runs],
        "jobs": [(job.stage, job.state, job.fingerprint) for run in runs for job in project.jobs(run.id)],
        "recipes": [recipe.name for recipe in project.recipes.all().recipes],
    }


def told_of(folder: Path) -> dict[str, object]:
    """Return what a workspace holds when it is opened for work."""

    async def look() -> dict[str, object]:
        project = await open_instant(folder, ThreadExecutor())
        try:
            return told(project)
        finally:
            await project.close()

    return asyncio.run(look())


def killed(what: str, folder: Path, step: int) -> int:
    """Kill something at every so many lines of it, in a process of its own; return how often."""
    command = [sys.executable, str(Path(__file__).with_name("killed_spaces.py")), what, str(folder), str(step)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=500, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return int(done.stdout.split()[-1])
