"""A workspace with two talks about different things, opened with an embedding endpoint or without."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from core.project import Configuration, Project
from core.schema.endpoint import EmbeddingEndpoint
from core.schema.run import RunOptions
from core.search.files import VECTORS
from tests import instant_stages
from tests.core.highlights.talk import spoken
from tests.instant_project import ThreadExecutor, at_rest, use_instant_stages, write_sound

FILLER = "Then we went on for a while and talked about this and that with everyone who was there."
TALKS = {
    "talk 1.wav": [("Ana", "In March the whole company was bankrupt and nobody could afford anything.")] * 2
    + [("Ana", FILLER)] * 9
    + [("Ben", "There was rain and a storm all week, and every cloud was dark.")] * 2
    + [("Ben", FILLER)] * 9,
    "talk 2.wav": [("Cleo", "My puppy barked at the neighbour, as any hound would do at night.")] * 2
    + [("Cleo", FILLER)] * 9
    + [("Cleo", "The teacher gave a lesson, and each pupil wanted to learn more at school.")] * 2
    + [("Cleo", FILLER)] * 9,
}


class Bench:
    """A workspace with two analysed talks, opened with an endpoint or without."""

    def __init__(self, folder: Path, analysed: Path) -> None:
        self.folder = folder
        shutil.copytree(analysed, folder)

    def configuration(self, endpoint: EmbeddingEndpoint | None, **more: object) -> Configuration:
        return Configuration(
            weights_folder=self.folder.parent / "weights",
            may_download=False,
            keeps_free_bytes=0,
            embedding=endpoint,
            **more,
        )

    async def open(self, endpoint: EmbeddingEndpoint | None = None, **more: object) -> Project:
        return await Project.open(self.folder, self.configuration(endpoint, **more), ThreadExecutor())

    def vectors(self) -> int:
        with sqlite3.connect(self.folder / VECTORS) as db:
            count = db.execute("select count(*) from vectors").fetchone()[0]
        db.close()
        return count


def analyse(folder: Path) -> Path:
    """Make the workspace in a folder, and return its own."""

    async def story() -> None:
        configuration = Configuration(weights_folder=folder / "weights", may_download=False, keeps_free_bytes=0)
        project = await Project.open(folder / "ws", configuration, ThreadExecutor())
        for number, (name, turns) in enumerate(TALKS.items()):
            instant_stages.MAKERS["transcribe"] = lambda context, given, turns=turns: spoken(*turns)
            source = await project.import_source(write_sound(folder / name, number + 1))
            await project.start_run(source.id, RunOptions())
            await at_rest(project)
        await project.close()

    with pytest.MonkeyPatch.context() as patch:
        use_instant_stages(patch)
        patch.setitem(instant_stages.MAKERS, "transcribe", instant_stages.MAKERS["transcribe"])
        asyncio.run(story())
    return folder / "ws"


async def until(is_so: Callable[[], object], seconds: float = 60.0) -> None:
    """Wait until something is so; a test that waits in vain fails."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, f"never so in {seconds:.0f} s"
        await asyncio.sleep(0.01)
