"""A run's preset and audio track, a clip's sound: each makes exactly the work anew that depends on it."""

from __future__ import annotations

import asyncio
import shutil
from collections import Counter
from pathlib import Path

import pytest

from core import editing
from core.errors import ExportError, MediaError
from core.project import Project
from core.schema.audio import Music, SoundWishes
from core.schema.run import RunOptions
from tests.instant_project import ThreadExecutor, at_rest, open_instant, use_instant_stages, write_sound
from tests.instant_stages import CLIPS, calls


@pytest.fixture(autouse=True)
def instant(monkeypatch: pytest.MonkeyPatch) -> None:
    use_instant_stages(monkeypatch)


async def _finished(folder: Path, options: RunOptions | None = None) -> tuple[Project, str]:
    project = await open_instant(folder / "workspace", ThreadExecutor())
    source = await project.import_source(write_sound(folder / "1.wav", 1))
    chosen = (options or RunOptions()).model_copy(
        update={"aspects": ("9:16",), "auto_approve": True, "deliver_to": str(folder / "out")}
    )
    run_id = await project.start_run(source.id, chosen)
    await at_rest(project)
    assert project.run(run_id).state == "fully_generated"
    return project, run_id


def _called(folder: Path) -> Counter[str]:
    return Counter(line.split()[0] for line in calls(folder / "workspace"))


def test_another_preset_renders_again_and_does_nothing_else(tmp_path: Path) -> None:
    async def scene() -> None:
        project, run_id = await _finished(tmp_path)
        before = _called(tmp_path)
        clips = [clip.id for clip in project.clips(run_id)]
        await project.export(run_id, clips, ["9:16"], tmp_path / "master", "master")
        await at_rest(project)
        assert _called(tmp_path) - before == Counter({"render": CLIPS})
        assert {file.suffix for file in (tmp_path / "master").iterdir()} >= {".mov"}
        assert project.run(run_id).options.preset == "master"
        # Asked for again in the same preset, nothing is made.
        await project.export(run_id, clips, ["9:16"], tmp_path / "again")
        await at_rest(project)
        assert _called(tmp_path) - before == Counter({"render": CLIPS})
        (tmp_path / "file").write_text("no folder")
        with pytest.raises(ExportError, match="not a folder"):
            await project.export(run_id, clips, ["9:16"], tmp_path / "file", "small")
        assert project.run(run_id).options.preset == "master"
        with pytest.raises(ExportError, match="no preset"):
            await project.export(run_id, clips, ["9:16"], tmp_path / "x", "cinema")
        await project.close()

    asyncio.run(scene())


def test_what_was_checked_is_kept_with_the_output(tmp_path: Path) -> None:
    async def scene() -> None:
        project, run_id = await _finished(tmp_path)
        assert [check.found for output in project.outputs(run_id) for check in output.checks] == (
            ["All of it decodes."] * CLIPS
        )
        await project.close()
        again = await open_instant(tmp_path / "workspace", ThreadExecutor())
        assert all(output.checks for output in again.outputs(run_id))
        await again.close()

    asyncio.run(scene())


def test_another_audio_track_is_another_work_from_the_start(tmp_path: Path) -> None:
    async def scene() -> None:
        project, run_id = await _finished(tmp_path)
        before = _called(tmp_path)
        other = RunOptions(audio_track="all", aspects=("9:16",))
        await project.start_run(project.run(run_id).source_id, other)
        await at_rest(project)
        assert (_called(tmp_path) - before)["transcode"] == 1
        assert (_called(tmp_path) - before)["transcribe"] == 1
        await project.close()

    asyncio.run(scene())


def test_music_under_a_clip_is_kept_and_touches_its_sound_alone(tmp_path: Path) -> None:
    async def scene() -> None:
        project, run_id = await _finished(tmp_path)
        song = write_sound(tmp_path / "a song.wav", 7)
        music = await project.keep_music(song)
        assert music.title == "a song"
        song.unlink()
        clip = project.clips(run_id)[0]
        before = _called(tmp_path)
        louder = editing.set_sound(clip, SoundWishes(music=music))
        await project.edit(run_id, "Lay music", [louder])
        composition = await project.composition(clip.id, "9:16")
        assert (_called(tmp_path) - before).keys() == {"plan_audio"}
        assert await project.undo(run_id) == "Lay music"
        assert project.clip(clip.id).sound.music is None
        assert composition.title == clip.wording.title
        await project.close()

    asyncio.run(scene())


def test_music_is_the_same_in_a_workspace_that_was_moved(tmp_path: Path) -> None:
    async def scene() -> None:
        song = write_sound(tmp_path / "song.wav", 7)
        options = RunOptions(sound=SoundWishes(music=Music(file=song)))
        project, run_id = await _finished(tmp_path, options)
        kept = project.run(run_id).options.sound.music
        assert kept is not None and not kept.file.is_absolute() and kept.title == "song"
        assert all(clip.sound.music == kept for clip in project.clips(run_id))
        await project.close()
        shutil.move(tmp_path / "workspace", tmp_path / "moved")
        moved = await open_instant(tmp_path / "moved", ThreadExecutor())
        assert not moved.foresee(run_id).stages
        await moved.close()

    asyncio.run(scene())


def test_what_is_no_music_is_declined_by_name(tmp_path: Path) -> None:
    async def scene() -> None:
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        text = tmp_path / "notes.txt"
        text.write_text("not music")
        with pytest.raises(MediaError) as failure:
            await project.keep_music(text)
        assert failure.value.file == str(text)
        assert not list((tmp_path / "workspace").glob("music/*"))
        await project.close()

    asyncio.run(scene())
