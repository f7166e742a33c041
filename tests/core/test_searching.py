"""The search of a workspace follows what is transcribed, corrected and deleted, and mends itself."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import editing
from core.pipeline.events import Event, SearchIndexed
from core.project import Configuration, Project
from core.schema.run import RunOptions
from core.schema.search import SearchFilters
from core.search.files import INDEX
from desktop.cli import main
from tests import instant_stages
from tests.core.highlights.talk import INTERVIEW, spoken
from tests.instant_project import ThreadExecutor, at_rest, open_instant, use_instant_stages, write_sound


class Bench:
    """A workspace with two analysed talks."""

    def __init__(self, folder: Path, analysed: Path) -> None:
        self.folder = folder
        self.analysed = analysed

    async def open(self) -> Project:
        return await open_instant(self.folder, ThreadExecutor())

    async def filled(self) -> Project:
        shutil.copytree(self.analysed, self.folder)
        return await self.open()


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A workspace in which both talks went through their runs."""
    folder = tmp_path_factory.mktemp("analysed")

    async def story() -> None:
        project = await open_instant(folder / "ws", ThreadExecutor())
        for number in (1, 2):
            source = await project.import_source(write_sound(folder / f"talk {number}.wav", number))
            await project.start_run(source.id, RunOptions())
            await at_rest(project)
        await project.close()

    with pytest.MonkeyPatch.context() as patch:
        use_instant_stages(patch)
        patch.setitem(instant_stages.MAKERS, "transcribe", lambda context, given: spoken(*INTERVIEW))
        asyncio.run(story())
        yield folder / "ws"


@pytest.fixture
def bench(tmp_path: Path, analysed: Path) -> Bench:
    return Bench(tmp_path / "ws", analysed)


async def names(project: Project, typed: str, filters: SearchFilters | None = None) -> list[str]:
    return sorted({hit.source for hit in (await project.search(typed, filters)).hits})


BOTH = ["talk 1", "talk 2"]


def test_hits_say_where_by_whom_and_in_which_clip(bench):
    async def story():
        project = await bench.filled()
        run = project.runs()[0]
        clip = project.clips(run.id)[0]
        word = INTERVIEW[0][1].split()[0].strip(",.")
        (at,) = {hit.at for hit in (await project.search(word)).hits if hit.run_id == run.id} or {None}
        assert at is not None
        await project.edit(run.id, "take", [editing.set_decision(clip, "approved")])
        inside = (await project.search(f"speaker:{INTERVIEW[0][0]} is:approved")).hits
        assert inside and {hit.clip_id for hit in inside} == {clip.id}
        assert all(any(s.start <= hit.end and hit.start <= s.end for s in clip.cut.ranges) for hit in inside)
        assert not (await project.search(f"{word} is:rejected")).hits
        assert await names(project, word, SearchFilters(source="talk 2")) == ["talk 2"]
        assert await names(project, f'{word} source:"TALK 1"') == ["talk 1"]
        assert await names(project, f"{word} lang:en") == BOTH and not await names(project, f"{word} lang:de")
        assert not await names(project, f"{word} until:2001") and await names(project, f"{word} since:1d") == BOTH
        await project.close()

    asyncio.run(story())


def test_deleted_runs_are_found_no_more_and_restarts_keep_the_rest(bench):
    async def story():
        project = await bench.filled()
        told: list[Event] = []
        project.subscribe(lambda event: told.append(event) if isinstance(event, SearchIndexed) else None)
        assert await names(project, "the") == BOTH
        run = next(run for run in project.runs() if run.source_name == "talk 1")
        await project.delete_run(run.id)
        assert await names(project, "the") == ["talk 2"]
        assert told[-1] == SearchIndexed(0)
        await project.close()
        project = await bench.open()
        assert await names(project, "the") == ["talk 2"]
        await project.close()

    asyncio.run(story())


@pytest.mark.parametrize("harm", ["missing", "rubbish", "overwritten"])
def test_an_index_that_is_missing_or_damaged_is_made_anew(bench, harm):
    async def story():
        await (await bench.filled()).close()
        file = bench.folder / INDEX
        if harm == "missing":
            file.unlink()
        elif harm == "rubbish":
            file.write_bytes(b"not a database" * 999)
        else:
            data = bytearray(file.read_bytes())
            data[4096:] = b"\x55" * (len(data) - 4096)
            file.write_bytes(data)
        project = await bench.open()
        assert await names(project, "the") == BOTH
        await project.searching.rebuild()
        assert await names(project, "the") == BOTH
        await project.close()

    asyncio.run(story())


def test_a_look_finds_the_newest_and_writes_nothing(bench):
    async def story():
        await (await bench.filled()).close()
        (bench.folder / INDEX).unlink()
        before = sorted(path.name for path in bench.folder.iterdir())
        project = Project.look(bench.folder, Configuration(weights_folder=bench.folder.parent))
        assert await names(project, "the") == BOTH
        assert not (await project.search("")).hits
        await project.close()
        assert sorted(path.name for path in bench.folder.iterdir()) == before

    asyncio.run(story())


def test_a_search_that_is_given_up_leaves_the_next_alone(bench):
    async def story():
        project = await bench.filled()
        for _ in range(20):
            asking = asyncio.ensure_future(project.search("the"))
            await asyncio.sleep(0)
            asking.cancel()
            with pytest.raises(asyncio.CancelledError):
                await asking
        assert await names(project, "the") == BOTH
        await project.close()

    asyncio.run(story())


def test_an_empty_workspace_has_nothing_and_makes_no_index(bench):
    async def story():
        project = await bench.open()
        found = await project.search("the")
        assert not found.hits and found.sources == 0
        await project.close()
        assert not (bench.folder / INDEX).exists()

    asyncio.run(story())


def test_the_command_prints_hits_in_lines_or_json(bench, capsys):
    async def story():
        await (await bench.filled()).close()

    asyncio.run(story())
    here = ["--workspace", str(bench.folder)]
    word = INTERVIEW[0][1].split()[0].strip(",.")
    assert main(["search", word, *here, "--source", "talk 2", "--limit", "1"]) == 0
    line = capsys.readouterr().out.splitlines()[0]
    assert line.startswith("talk 2  0:") and f"[{word}]" in line
    assert main(["search", word, *here, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {hit["source"] for hit in found["hits"]} == set(BOTH)
    assert main(["search", "xqzzyyx", *here]) == 0
    assert capsys.readouterr().out == "Nothing was found.\n"
    assert main(["search", word, "--since", "someday", *here]) == 2
    assert "someday" in capsys.readouterr().out
    assert main(["search", *here]) == 2
