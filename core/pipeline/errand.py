"""Small work for a worker beside the queue: at once, for whoever waits, with nothing kept on disk."""

from __future__ import annotations

import asyncio
from concurrent.futures import BrokenExecutor
from pathlib import Path
from typing import TypeVar

from core.errors import ShortlistError
from core.pipeline.artifact import ArtifactStore, load_record
from core.pipeline.pool import Executor
from core.pipeline.stage import Stage
from core.pipeline.worker import Input, Item, Task, remove_work
from core.schema.record import Record

Made = TypeVar("Made", bound=Record)


async def run_errand(
    executor: Executor,
    artifacts: ArtifactStore,
    weights_folder: Path,
    registry: str,
    stage: Stage,
    given: Record,
    makes: type[Made],
    problem: type[ShortlistError] = ShortlistError,
) -> Made:
    """Let a worker do a stage of a registry with one given noun, and return what it makes.

    Raises:
        ShortlistError: The work failed or its worker died; of the kind of `problem`.
    """
    work, place = (artifacts.begin(stage.name) for _ in range(2))
    item = Item(work.name, work, place, (Input(json=given.model_dump_json()),))
    task = Task(registry, stage.name, "source", (item,), None, weights_folder, artifacts.root.parent)
    try:
        (outcome,) = await asyncio.wrap_future(executor.submit(stage.lane, task))
        if outcome.failure is not None:
            raise problem(outcome.failure.reason, outcome.failure.file)
        return await asyncio.to_thread(load_record, makes, place)
    except (OSError, BrokenExecutor) as error:
        raise problem(f"The worker died ({error}).") from error
    finally:
        for folder in (work, place):
            artifacts.end(folder)
            await asyncio.to_thread(remove_work, folder)
