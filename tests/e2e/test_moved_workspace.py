"""A workspace is a folder that can be moved: everything in it still works, and nothing is computed again."""

from __future__ import annotations

import asyncio
import hashlib
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import av
import pytest

from core import editing
from core.errors import ShortlistError, StyleError
from core.project import Configuration, Project
from core.render.still import exact_frame
from core.schema.run import RunOptions
from core.styles.authoring.publishing import publish
from tests.core.styles.packages import brand, write_font, write_logo

# The style is one of the user's, with a font and a logo, and is published nowhere else any more in the end.
OPTIONS = RunOptions(top=1, min_seconds=2, max_seconds=4, aspects=("1:1",), style="brand")


@asynccontextmanager
async def opened(folder: Path, weights: Path) -> AsyncIterator[Project]:
    styles = folder.parent / "styles"
    configuration = Configuration(weights_folder=weights, styles_folder=styles, may_download=False)
    project = await Project.open(folder, configuration)
    try:
        yield project
    finally:
        await project.close()


@dataclass
class Moved:
    """A finished workspace and its source, both somewhere else than where they were made."""

    workspace: Path
    source: Path
    was: Path
    run_id: str
    clip_id: str
    files: list[str]


def made_seekable(video: Path, to: Path) -> Path:
    """Copy a video into a file without index and length, as a crashed recording: ingest must make its own copy."""
    with av.open(str(video)) as given, av.open(str(to), "w", format="matroska", options={"live": "1"}) as live:
        streams = {
            s.index: live.add_stream_from_template(s) for s in (given.streams.video[0], given.streams.audio[0])
        }
        for packet in given.demux(list(given.streams.video[:1] + given.streams.audio[:1])):
            if packet.dts is not None:
                packet.stream = streams[packet.stream_index]
                live.mux(packet)
    return to


def listing(folder: Path) -> dict[str, str]:
    """Return every artifact's files with their content."""
    files = [path for path in (folder / "artifacts").rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module", params=["as it is", "copied at ingest"])
def moved(request, tmp_path_factory, weights_folder: Path, short_talk: Path) -> Moved:
    old, new = tmp_path_factory.mktemp("old"), tmp_path_factory.mktemp("new")
    source = old / ("talk.mp4" if request.param == "as it is" else "talk.mkv")
    shutil.copy(short_talk, source) if request.param == "as it is" else made_seekable(short_talk, source)
    shutil.copy(short_talk.with_suffix(".vtt"), source.with_suffix(".vtt"))
    write_logo(old / "draft" / "images" / "logo.png")
    write_font(old / "draft" / "fonts" / "brand.otf", "Moved Sans")
    told = {"logo": {"file": "images/logo.png"}, "captions": {"font_families": ["Moved Sans"]}}
    publish(brand(old / "draft", **told), old / "styles")

    async def make() -> tuple[str, str, list[str]]:
        async with opened(old / "workspace", weights_folder) as project:
            imported = await project.import_source(source)
            run_id = await project.start_run(imported.id, OPTIONS)
            await project.wait(run_id)
            (clip,) = project.clips(run_id)
            await project.edit(run_id, "approve", [editing.set_decision(clip, "approved")])
            await project.export(run_id, [clip.id], ["1:1"], project.folder / "exports" / "talk")
            run = await project.wait(run_id)
            assert run.state == "fully_generated", run.error
            prepared = (await project.analysis(run_id)).prepared
            assert prepared is not None and (prepared.media is not None) == (request.param != "as it is")
            return run_id, clip.id, [file.name for file in project.outputs(run_id)[0].files]

    run_id, clip_id, files = asyncio.run(make())
    shutil.copytree(old / "workspace", new / "shelf" / "workspace")
    (new / "videos").mkdir()
    kept = new / "videos" / ("renamed" + source.suffix)
    shutil.copy(source, kept)
    shutil.copy(source.with_suffix(".vtt"), kept.with_suffix(".vtt"))
    shutil.rmtree(old)
    return Moved(new / "shelf" / "workspace", kept, old, run_id, clip_id, files)


def test_no_place_inside_the_workspace_is_stored_as_it_was(moved: Moved) -> None:
    told = str(moved.was / "workspace").encode()
    files = [path for path in moved.workspace.rglob("*") if path.is_file() and path.suffix != ".mp4"]
    assert [path for path in files if told in path.read_bytes()] == []


def test_a_moved_workspace_works_and_a_moved_source_is_known_again(moved: Moved, weights_folder: Path) -> None:
    before = listing(moved.workspace)

    async def look_around() -> None:
        async with opened(moved.workspace, weights_folder) as project:
            # What needs no picture is there even while the source is missing.
            (output,) = project.outputs(moved.run_id)
            assert [file.name for file in output.files] == moved.files
            assert all(file.is_file() and file.is_relative_to(moved.workspace) for file in output.files)
            assert (await project.analysis(moved.run_id)).transcript is not None
            composition = await project.composition(moved.clip_id, "1:1")
            assert str(moved.was / "workspace") not in str(composition.media.path)

            # Exported to where it was: it is there. Exported elsewhere: the finished file is handed over.
            folder = project.folder / "exports" / "talk"
            for place in (folder, project.folder / "again"):
                await project.export(moved.run_id, [moved.clip_id], ["1:1"], place)
                run = await project.wait(moved.run_id)
                assert run.state == "fully_generated", run.error
                assert sorted(file.name for file in place.iterdir()) == sorted(moved.files)

            # The source, found again by its content: a new run computes nothing.
            imported = await project.import_source(moved.source)
            assert imported.id == run.source_id
            assert project.run(moved.run_id).source_path == moved.source
            second = await project.start_run(imported.id, OPTIONS)
            assert (await project.wait(second)).state == "analysis_complete"
            assert {(job.stage, job.is_reused) for job in project.jobs(second)} == {
                (stage, True) for stage in ("transcode", "transcribe", "detect_segments", "plan")
            }
            composition = await project.composition(moved.clip_id, "1:1")
            assert exact_frame(composition, 1.0).shape == (1080, 1080, 3)
            assert composition.style.pin == "brand@1"
            assert [asset.path for asset in composition.style.assets] == [
                moved.workspace / "styles/brand/1" / name for name in ("fonts/brand.otf", "images/logo.png")
            ]
            for asset in composition.style.assets:
                away = asset.path.rename(asset.path.with_name("away"))
                with pytest.raises(StyleError, match=f"{asset.name} of the style brand@1 is missing"):
                    exact_frame(composition, 1.0)
                away.rename(asset.path)
            assert (await project.thumbnail(moved.run_id, 2.0)).is_file()

    asyncio.run(look_around())
    assert listing(moved.workspace) == before, "nothing was made again"


def test_a_source_that_is_not_there_is_told_with_where_it_was_and_what_helps(
    moved: Moved, weights_folder: Path
) -> None:
    async def want_a_new_clip() -> str:
        async with opened(moved.workspace, weights_folder) as project:
            away = moved.source.rename(moved.source.with_name("away"))
            try:
                made = editing.new_clip(moved.run_id, 16.0, 19.0, "By hand", "clean@1")
                await project.edit(moved.run_id, "new clip", [made])
                try:
                    await project.composition(made.id, "1:1")
                except ShortlistError as error:
                    return str(error)
                return ""
            finally:
                away.rename(moved.source)

    told = asyncio.run(want_a_new_clip())
    if moved.source.suffix == ".mkv":
        assert told == "", "the copy in the workspace is all it takes"
    else:
        assert str(moved.source) in told
        assert "does not exist" in told
        assert "if it was moved, import it from its new place" in told
