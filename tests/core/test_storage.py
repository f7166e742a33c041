"""What is freed is never what a run needs, not even one that has only begun to start."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.pipeline.collect import Artifact, Key, beyond_limits, survey
from core.project import Project
from core.schema.download import Download, DownloadState
from core.schema.run import RunOptions
from core.schema.storage import TidyLimits
from tests.instant_project import ThreadExecutor, open_instant, use_instant_stages, write_sound


@pytest.fixture(autouse=True)
def instant(monkeypatch: pytest.MonkeyPatch) -> None:
    use_instant_stages(monkeypatch)


def test_a_transcript_stays_from_its_copy_on_until_its_run_is_deleted(tmp_path: Path) -> None:
    async def scene() -> None:
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        source = await project.import_source(write_sound(tmp_path / "1.wav", 1))
        given = tmp_path / "talk.srt"
        given.write_text("1\n00:00:00,000 --> 00:00:01,000\nHello there\n")
        transcripts = project.folder / "transcripts"
        async with project._runner.turns.one():
            starting = asyncio.ensure_future(
                project.start_run(source.id, RunOptions(aspects=("9:16",), transcript=str(given)))
            )
            while not list(transcripts.glob("*.srt")):
                await asyncio.sleep(0.01)
            await project.free_storage()
            assert len(list(transcripts.iterdir())) == 1
        run = await starting
        ended = await project.wait(run)
        assert (ended.state, ended.error) == ("analysis_complete", "")
        # The run names it also where what it resolved to does not.
        project._store.set_setup(run, project._store.setup(run).model_copy(update={"sidecar": ""}))
        await project.free_storage()
        assert len(list(transcripts.iterdir())) == 1
        await project.delete_run(run)
        await project.free_storage()
        assert not list(transcripts.iterdir())
        await project.close()

    asyncio.run(scene())


def _download(project: Project, name: str, state: DownloadState, source_id: str = "", days: float = 3.0) -> Path:
    """Have something fetched from the network some days ago."""
    folder = project.folder / "downloads" / name
    folder.mkdir(parents=True)
    (folder / "talk.mp4").write_bytes(b"video" * 1000)
    record = Download(id=name, url=f"https://{name}", state=state, source_id=source_id)
    project._store.put_download(record.model_copy(update={"created_at": time.time() - days * 86_400}))
    return folder


def _film(project: Project, run_id: str) -> Path:
    film = project.folder / "runs" / run_id / "films" / "a.mp4"
    film.parent.mkdir(parents=True)
    film.write_bytes(b"film" * 500)
    return film


def test_downloads_and_films_are_counted_and_freed_unless_they_are_used(tmp_path: Path) -> None:
    async def scene() -> None:
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        source = await project.import_source(write_sound(tmp_path / "1.wav", 1))
        run = await project.start_run(source.id, RunOptions(aspects=("9:16",)))
        await project.wait(run)
        used = _download(project, "used", "fetched", source.id)
        fresh = _download(project, "fresh", "fetched", days=0.1)
        underway = _download(project, "underway", "fetching")
        gone = [_download(project, "unused", "fetched", "nobody"), _download(project, "broken", "failed")]
        film = _film(project, run)
        found = await project.storage()
        assert found.downloads_bytes == 5 * 5000 and found.downloads_unused_bytes == 2 * 5000
        assert found.films_bytes == 2000 <= found.unused_bytes - found.downloads_unused_bytes
        with project._storage.keeping():
            await project.free_storage()
            assert film.is_file(), "a contact sheet is being written"
        await project.free_storage()
        assert not film.exists() and not any(folder.exists() for folder in gone)
        assert used.is_dir() and fresh.is_dir() and underway.is_dir()
        left = await project.storage()
        assert (left.downloads_bytes, left.downloads_unused_bytes, left.films_bytes) == (3 * 5000, 0, 0)
        await project.close()

    asyncio.run(scene())


def test_within_limits_only_what_is_old_and_needed_by_nobody_goes_by_itself(tmp_path: Path) -> None:
    async def scene() -> None:
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        source = await project.import_source(write_sound(tmp_path / "1.wav", 1))
        run = await project.start_run(source.id, RunOptions(aspects=("9:16",)))
        await project.wait(run)
        needed = {each.key for each in survey(project._artifacts.root)}
        strays = []
        for name in ("old", "young"):
            folder = project._artifacts.root / "render" / name
            folder.mkdir(parents=True)
            (folder / "file").write_bytes(b"x" * 1000)
            strays.append(folder)
        for each in [*survey(project._artifacts.root)]:
            folder = project._artifacts.root / each.stage / each.fingerprint
            days = 2 if each.fingerprint == "young" else 40
            os.utime(folder, (time.time() - days * 86_400,) * 2)
        source_kept = _download(project, "asked", "fetched", "nobody", days=40)
        assert await project.tidy_storage() == 0, "off by default"
        project.set_tidy_limits(TidyLimits(days=30))
        assert await project.tidy_storage() == 1000
        assert [folder.exists() for folder in strays] == [False, True]
        project.set_tidy_limits(TidyLimits(most_bytes=1))
        assert await project.tidy_storage() == 1000
        assert {each.key for each in survey(project._artifacts.root)} == needed, "what clips need stays"
        assert source_kept.is_dir(), "it was asked for"
        assert (tidied := project.tidied()) is not None and tidied.bytes == 1000
        told = [line.message for line in project.log() if line.stage == "storage"]
        assert len(told) == 2 and "no kept clip needs" in told[0]
        await project.close()
        again = await open_instant(tmp_path / "workspace", ThreadExecutor())
        assert again.tidy_limits == TidyLimits(most_bytes=1)
        await again.close()

    asyncio.run(scene())


_KEYS = [("render", str(number)) for number in range(8)]


@given(
    st.lists(
        st.tuples(st.sampled_from(_KEYS), st.integers(0, 1000), st.booleans(), st.integers(0, 100)),
        unique_by=lambda each: each[0],
    ),
    st.sets(st.sampled_from(_KEYS)),
    st.integers(0, 60),
    st.integers(0, 4000),
)
def test_limits_never_cost_what_is_needed_and_are_kept_where_they_can_be(
    drawn: list[tuple[Key, int, bool, int]], needed: set[Key], days: int, most: int
) -> None:
    now = 200 * 86_400.0
    there = [Artifact(*key, size, whole, now - age * 86_400) for key, size, whole, age in drawn]
    limits = TidyLimits(days=days, most_bytes=most)
    beyond = beyond_limits(there, needed, limits, now)
    assert len(beyond) == len({each.key for each in beyond})
    assert not [each for each in beyond if each.key in needed and each.is_whole]
    left = [each for each in there if each not in beyond]
    free = [each for each in left if each.key not in needed or not each.is_whole]
    assert not days or all(each.made_at >= now - days * 86_400 for each in free)
    assert not most or not free or sum(each.bytes for each in left) <= most
    assert limits.is_set or not beyond
    # What goes is never younger than what stays for want of a reason.
    assert not beyond or not free or max(each.made_at for each in beyond) <= min(each.made_at for each in free)
