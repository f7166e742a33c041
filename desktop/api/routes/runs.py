"""Runs: a source being repurposed, from its analysis to finished files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Self

from fastapi import APIRouter, HTTPException, Query
from pydantic import Field, model_validator

from core.recipes import USUAL_FOLDER
from core.schema.clip import Clip
from core.schema.morning import MorningReport
from core.schema.queue import Redo
from core.schema.run import AttemptRecord, JobRecord, LogLine, OutputRecord, Priority, RunOptions, RunRecord
from core.stages import STAGES
from desktop.api.given import Finite, KnownRun, LocalPath, OpenProject, Wish

ROUTER = APIRouter(prefix="/runs", tags=["runs"])
_STAGES = {stage.name for stage in STAGES}


class Start(Wish):
    """What is to be repurposed, a media file of this machine or a source that is here, and how.

    With `auto_approve` in the options, or in the recipe's, the best clips are made without asking; without, they
    wait for decisions. A recipe goes before the options.
    """

    path: LocalPath | None = None
    source_id: str = ""
    recipe: str = ""
    options: Annotated[RunOptions, Finite] = RunOptions()

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if (self.path is None) == (not self.source_id):
            raise ValueError("name either a path or a source_id")
        for place in (self.options.transcript, self.options.deliver_to):
            if "\0" in place:
                raise ValueError("a path holds no NUL")
        if self.options.transcript and not Path(self.options.transcript).is_absolute():
            raise ValueError("options.transcript must be a path from the root on")
        if self.options.max_seconds < self.options.min_seconds:
            raise ValueError("max_seconds must not be below min_seconds")
        return self


class Again(Wish):
    """From which stage on, or in which style, a run is done again; without both: where it is stale."""

    stage: str = ""
    style: str = Field(default="", max_length=200)

    @model_validator(mode="after")
    def _is_a_stage(self) -> Self:
        if self.stage and self.stage not in _STAGES:
            raise ValueError(f"there is no stage {self.stage}")
        return self


class Ranked(Wish):
    """When a run is served."""

    priority: Priority


@ROUTER.get("")
async def runs(project: OpenProject, limit: Annotated[int, Query(ge=1, le=10_000)] = 100) -> list[RunRecord]:
    """List runs, newest first."""
    return project.runs()[:limit]


@ROUTER.post("", status_code=202)
async def start(wish: Start, project: OpenProject) -> RunRecord:
    """Import where that is needed, and start a run; work goes on in the background."""
    options = wish.options
    if wish.recipe:
        recipe = project.recipes.get(wish.recipe)
        options = recipe.options.model_copy(update={"recipe": recipe.name})
    if options.auto_approve and not options.deliver_to:
        options = options.model_copy(update={"deliver_to": USUAL_FOLDER})
    source_id = wish.source_id
    if wish.path is not None:
        source_id = (await project.import_source(Path(wish.path))).id
    elif not any(source.id == source_id for source in project.sources()):
        raise HTTPException(404, f"There is no source {source_id}.")
    return project.run(await project.start_run(source_id, options))


@ROUTER.get("/{run_id}")
async def run(run: KnownRun) -> RunRecord:
    """Return one run."""
    return run


@ROUTER.delete("/{run_id}", status_code=204)
async def delete(run: KnownRun, project: OpenProject) -> None:
    """Stop and forget a run. Files that were delivered stay where they are."""
    await project.delete_run(run.id)


@ROUTER.post("/{run_id}/resume", status_code=202)
async def resume(run: KnownRun, project: OpenProject) -> RunRecord:
    """Go on with a run that was stopped or failed; failed parts are tried again."""
    await project.resume(run.id)
    return project.run(run.id)


@ROUTER.post("/{run_id}/stop", status_code=202)
async def stop(run: KnownRun, project: OpenProject) -> RunRecord:
    """Stop a run's work now; it can be resumed."""
    await project.cancel(run.id)
    return project.run(run.id)


@ROUTER.put("/{run_id}/priority")
async def rank(wish: Ranked, run: KnownRun, project: OpenProject) -> RunRecord:
    """Serve a run before or after others."""
    project.set_priority(run.id, wish.priority)
    return project.run(run.id)


@ROUTER.post("/{run_id}/foresee")
async def foresee(wish: Again, run: KnownRun, project: OpenProject) -> Redo:
    """Tell what doing a run again would redo, without doing it."""
    return project.foresee(run.id, wish.stage, wish.style)


@ROUTER.post("/{run_id}/again", status_code=202)
async def again(wish: Again, run: KnownRun, project: OpenProject) -> RunRecord:
    """Do a run again; decisions and edits stay."""
    await project.replay(run.id, wish.stage, wish.style)
    return project.run(run.id)


@ROUTER.get("/{run_id}/jobs")
async def jobs(run: KnownRun, project: OpenProject) -> list[JobRecord]:
    """List a run's jobs."""
    return project.jobs(run.id)


@ROUTER.get("/{run_id}/attempts")
async def attempts(run: KnownRun, project: OpenProject) -> list[AttemptRecord]:
    """List every attempt of a run's jobs, oldest first."""
    return project.attempts(run.id)


@ROUTER.get("/{run_id}/outputs")
async def outputs(run: KnownRun, project: OpenProject) -> list[OutputRecord]:
    """List a run's files, those that are yet to be made too."""
    return project.outputs(run.id)


@ROUTER.get("/{run_id}/log")
async def log(
    run: KnownRun, project: OpenProject, limit: Annotated[int, Query(ge=1, le=10_000)] = 1000
) -> list[LogLine]:
    """Return the newest lines of a run's log, oldest first."""
    return project.log(run.id, limit=limit)


@ROUTER.get("/{run_id}/clips")
async def clips(run: KnownRun, project: OpenProject) -> list[Clip]:
    """List a run's clips as they are ranked, best first."""
    return project.clips(run.id)


@ROUTER.get("/{run_id}/report")
async def report(run: KnownRun, project: OpenProject) -> MorningReport:
    """Tell what was made of a run, and what was not."""
    return await project.morning.of_runs([run.id])
