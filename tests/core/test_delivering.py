"""Files reach the folder that was asked for last, whatever happens while one is handed over."""

from __future__ import annotations

import asyncio
import errno
import json
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from core import driver
from core.composition_index import Indexed, add_to_index, index_path, read_index
from core.errors import ExportError, disk_full
from core.export.publish import publish
from core.pipeline.events import QueueChanged
from core.project import Project
from core.schema.cell import Cell
from core.schema.run import FileWishes, RunOptions
from tests.instant_project import ThreadExecutor, open_instant, use_instant_stages, write_sound
from tests.instant_stages import CLIPS


@pytest.fixture(autouse=True)
def instant(monkeypatch: pytest.MonkeyPatch) -> None:
    use_instant_stages(monkeypatch)


async def analysed(folder: Path, **options: Any) -> tuple[Project, str]:
    """Return a project with one run that has come to rest."""
    project = await open_instant(folder / "workspace", ThreadExecutor())
    source = await project.import_source(write_sound(folder / "1.wav", 1))
    run = await project.start_run(source.id, RunOptions(aspects=("9:16",), **options))
    await project.wait(run)
    return project, run


def videos(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.mp4"))


@pytest.mark.parametrize("is_failing", [False, True])
def test_another_folder_asked_for_while_a_file_is_handed_over_gets_it_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_failing: bool
) -> None:
    is_publishing, may_go_on = threading.Event(), threading.Event()

    def slow(*given: Any, **named: Any) -> Sequence[Path]:
        if not is_publishing.is_set():
            is_publishing.set()
            may_go_on.wait(60)
            if is_failing:
                (tmp_path / "A").rmdir()
                (tmp_path / "A").write_text("in the way")
        return publish(*given, **named)

    async def scene() -> None:
        project, run = await analysed(tmp_path)
        clip = project.clips(run)[0]
        monkeypatch.setattr(driver, "publish", slow)
        await project.export(run, [clip.id], ["9:16"], tmp_path / "A")
        await asyncio.to_thread(is_publishing.wait, 10)
        await project.export(run, [clip.id], ["9:16"], tmp_path / "B")
        may_go_on.set()
        ended = await project.wait(run)
        assert (ended.state, ended.error) == ("fully_generated", "")
        (output,) = project.outputs(run)
        assert videos(tmp_path / "B") == [output.files[0].name]
        assert {file.parent for file in output.files} == {tmp_path / "B"}
        if not is_failing:
            # What was delivered to the first folder is known there, and is not delivered twice.
            await project.export(run, [clip.id], ["9:16"], tmp_path / "A")
            await project.wait(run)
            assert len(videos(tmp_path / "A")) == 1
        await project.close()

    asyncio.run(scene())


def test_a_damaged_list_of_compositions_stops_no_delivery_nor_the_freeing_of_space(tmp_path: Path) -> None:
    async def scene() -> None:
        project, run = await analysed(tmp_path, auto_approve=True, deliver_to=str(tmp_path / "out"))
        listed = index_path(project.folder, run)
        listed.write_text("")
        await project.free_storage()
        await project.export(run, [clip.id for clip in project.clips(run)], ["1:1"], tmp_path / "out")
        assert (await project.wait(run)).state == "fully_generated"
        assert [entry.aspect for entry in read_index(listed)] == ["1:1"] * CLIPS
        await project.close()

    asyncio.run(scene())


def test_a_full_disk_under_the_list_of_compositions_makes_the_work_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[Path] = []

    def full_once(path: Path, entry: Indexed) -> None:
        tries.append(path)
        if len(tries) == 1:
            raise disk_full(str(path))
        add_to_index(path, entry)

    async def scene() -> None:
        monkeypatch.setattr(driver, "add_to_index", full_once)
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        holds: list[str] = []
        project.subscribe(lambda e: holds.append(e.queue.hold) if isinstance(e, QueueChanged) else None)
        source = await project.import_source(write_sound(tmp_path / "1.wav", 1))
        options = RunOptions(aspects=("9:16",), auto_approve=True, deliver_to=str(tmp_path / "out"))
        run = await project.start_run(source.id, options)
        while "disk" not in holds:
            await asyncio.sleep(0.01)
        await project._space.look()
        assert (await project.wait(run)).state == "fully_generated"
        assert len(videos(tmp_path / "out")) == CLIPS
        await project.close()

    asyncio.run(scene())


def test_a_file_too_large_for_the_disk_waits_until_it_fits_and_holds_nobody_once_it_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []

    def too_large(folder: Path, needed_bytes: int) -> None:
        tries.append(needed_bytes)
        raise OSError(errno.ENOSPC, "full")

    async def scene() -> None:
        monkeypatch.setattr("core.export.publish._check_space", too_large)
        monkeypatch.setattr("core.export.publish.SPARE_BYTES", 10**18)
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        source = await project.import_source(write_sound(tmp_path / "1.wav", 1))
        options = RunOptions(aspects=("9:16",), top=1, auto_approve=True, deliver_to=str(tmp_path / "out"))
        run = await project.start_run(source.id, options)
        while project.queue().hold != "disk":
            await asyncio.sleep(0.01)
        for _ in range(3):
            await project._space.look()
            await asyncio.sleep(0.02)
            assert project.queue().hold == "disk"
        assert len(tries) == 1
        assert "needed to go on" in project.queue().reason
        await project.cancel(run)
        await project._space.look()
        assert project.queue().hold == ""
        await project.close()

    asyncio.run(scene())


def test_other_sidecars_and_names_are_delivered_beside_what_is_there(tmp_path: Path) -> None:
    async def scene() -> None:
        project, run = await analysed(tmp_path)
        clip, out = project.clips(run)[0], tmp_path / "out"

        async def exported(**wishes: Any) -> list[str]:
            await project.export(run, [clip.id], ["9:16"], out, wishes=FileWishes(**wishes))
            await project.wait(run)
            return sorted(file.name for file in project.outputs(run)[0].files)

        assert await exported() == ["01 Clip 0 9x16.mp4", "01 Clip 0 9x16.srt", "01 Clip 0 9x16.txt"]
        wanted = ["01 Clip 0 9x16.ass", "01 Clip 0 9x16.json", "01 Clip 0 9x16.mp4"]
        # There is no thumbnail of what an instant stage made: that costs nothing else.
        assert await exported(sidecars=["ass", "json", "jpg"]) == wanted
        assert await exported() == wanted and len(videos(out)) == 1
        assert await exported(sidecars=[], name_template="{title} ({clip})") == [f"Clip 0 ({clip.id}).mp4"]
        assert len(videos(out)) == 2
        with pytest.raises(ExportError, match="docx"):
            await project.export(run, [clip.id], ["9:16"], out, wishes=FileWishes(sidecars=("docx",)))
        assert project.run(run).options.sidecars == ()
        await project.close()

    asyncio.run(scene())


def test_shapes_go_out_in_presets_of_their_own_and_without_captions_in_the_picture(tmp_path: Path) -> None:
    async def scene() -> None:
        project, run = await analysed(tmp_path)
        clip, out = project.clips(run)[0], tmp_path / "out"
        made_of = {}

        async def exported(wishes: FileWishes, preset: str = "") -> None:
            await project.export(run, [clip.id], ["9:16", "16:9"], out, preset, wishes)
            assert (await project.wait(run)).error == ""
            for output in project.outputs(run):
                # An instant stage writes what it was given as the video.
                made_of[output.aspect] = json.loads(output.files[0].read_bytes())["preset"]

        await exported(FileWishes(presets={"16:9": "youtube"}, burns_captions=False), "tiktok")
        assert [made_of[aspect]["name"] for aspect in ("9:16", "16:9")] == ["tiktok", "youtube"]
        assert [made_of[aspect]["burns_captions"] for aspect in ("9:16", "16:9")] == [False, False]
        await exported(FileWishes(burns_captions=True))
        assert [made_of[aspect]["name"] for aspect in ("9:16", "16:9")] == ["tiktok", "youtube"]
        assert "burns_captions" not in made_of["9:16"], "what was made before there was a choice stays what it is"
        await exported(FileWishes(), "fast")
        assert [made_of[aspect]["name"] for aspect in ("9:16", "16:9")] == ["fast", "fast"]
        with pytest.raises(ExportError, match="nonsense"):
            await project.export(run, [clip.id], ["9:16"], out, wishes=FileWishes(presets={"9:16": "nonsense"}))
        await project.close()

    asyncio.run(scene())


def test_what_an_export_will_need_is_told_before(tmp_path: Path) -> None:
    async def scene() -> None:
        project, run = await analysed(tmp_path)
        clips, out = project.clips(run), tmp_path / "not" / "there"
        ids = [clip.id for clip in clips]
        one = await project.export_forecast(run, ids[:1], ["9:16"], out)
        two = await project.export_forecast(run, ids, ["9:16", "1:1"], out)
        big = await project.export_forecast(run, ids[:1], ["9:16"], out, "master")
        assert one is not None and two is not None and big is not None
        assert (one.files, two.files) == (1, 4) and one.seconds is None, "nothing was rendered here yet"
        assert 0 < one.bytes < two.bytes and big.bytes > 20 * one.bytes
        assert one.needed_bytes == 2 * one.bytes and one.free_bytes > 0
        assert one.fits == (one.free_bytes >= one.needed_bytes) and not out.exists()
        await project.export(run, ids[:1], ["9:16"], tmp_path / "out")
        await project.wait(run)
        known = await project.export_forecast(run, ids, ["9:16"], out)
        assert known is not None and known.seconds is not None and known.seconds >= 0
        assert project.name_example(Cell(ids[0], "9:16", "master"), "") == "01 Clip 0 9x16.mov"
        assert project.name_example(Cell(ids[1], "1:1", "fast"), "{run}: {title}?") == "1 - Clip 1.mp4"
        with pytest.raises(ExportError, match="titel"):
            project.name_example(Cell(ids[0], "9:16", "fast"), "{titel}")
        await project.close()

    asyncio.run(scene())
