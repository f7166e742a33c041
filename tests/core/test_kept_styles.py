"""Pinned packages lie in the workspace: it is moved and handed over whole, and renders what it rendered."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from core import editing
from core.assets import check_assets
from core.errors import StyleError
from core.project import Configuration, Project
from core.schema.composition import FinishedClip
from core.schema.correction import Corrections, SpeakerNames
from core.schema.run import RunOptions
from core.schema.style import Style
from core.styles.authoring.publishing import publish
from core.styles.authoring.store import discard
from tests.core.styles.packages import brand, write_logo
from tests.instant_project import ThreadExecutor, use_instant_stages, write_sound


@pytest.fixture(autouse=True)
def instant(monkeypatch: pytest.MonkeyPatch) -> None:
    use_instant_stages(monkeypatch)


async def opened(folder: Path, styles: Path | None) -> Project:
    configuration = Configuration(
        weights_folder=folder.parent / "weights", styles_folder=styles, may_download=False, keeps_free_bytes=0
    )
    return await Project.open(folder, configuration, ThreadExecutor())


def publish_brand(folder: Path, grey: int = 255) -> Style:
    draft = folder / "made of" / str(grey)
    write_logo(draft / "images" / "logo.png", grey)
    return publish(brand(draft, logo={"file": "images/logo.png"}), folder / "styles")


def test_what_a_run_pins_is_kept_in_its_workspace_and_is_all_that_it_needs(tmp_path: Path) -> None:
    published = publish_brand(tmp_path)

    async def make() -> str:
        project = await opened(tmp_path / "workspace", tmp_path / "styles")
        source = await project.import_source(write_sound(tmp_path / "1.wav", 1))
        run = await project.start_run(source.id, RunOptions(aspects=("9:16",), style="brand"))
        assert (await project.wait(run)).style_pin == "brand@1"
        await project.close()
        return run

    run_id = asyncio.run(make())
    discard(tmp_path / "styles")
    shutil.copytree(tmp_path / "workspace", tmp_path / "elsewhere" / "workspace")
    shutil.rmtree(tmp_path / "workspace")

    async def look() -> None:
        project = await opened(tmp_path / "elsewhere" / "workspace", tmp_path / "styles")
        # What the library lacks here is listed and can be pinned all the same.
        assert [style.pin for style in project.styles()][:2] == ["brand@1", "clean@1"]
        assert [style.pin for style in project.style_work.versions("brand")] == ["brand@1"]
        clip = editing.new_clip(run_id, 0.0, 1.0, "By hand", "brand@1")
        await project.edit(run_id, "new", [clip])
        style = project._roots_of(run_id, clip.id, "", "")[Style]
        assert isinstance(style, Style)
        assert style.identity() == published.identity()
        assert style.assets[0].path == project.folder / "styles/brand/1/images/logo.png"
        check_assets(style)
        # Nothing of it is freed while a run is there, not even what no clip pins just now.
        await project.free_storage()
        check_assets(style)
        await project.delete_run(run_id)
        await project.free_storage()
        assert not (project.folder / "styles" / "brand").exists()
        await project.close()

    asyncio.run(look())


def test_a_clip_is_given_a_version_and_not_whatever_is_newest_later(tmp_path: Path) -> None:
    publish_brand(tmp_path)

    async def scene() -> None:
        project = await opened(tmp_path / "workspace", tmp_path / "styles")
        source = await project.import_source(write_sound(tmp_path / "1.wav", 1))
        run = await project.start_run(source.id, RunOptions(aspects=("9:16",)))
        await project.wait(run)
        clip = editing.new_clip(run, 0.0, 1.0, "By hand", "clean")
        await project.edit(run, "new", [clip])
        assert project.clip(clip.id).style == "clean@1"
        await project.edit(run, "restyle", [editing.set_style(project.clip(clip.id), "brand")])
        publish_brand(tmp_path, grey=9)
        assert project.clip(clip.id).style == "brand@1"
        assert [style.pin for style in project.styles()][:2] == ["brand@2", "clean@1"]
        with pytest.raises(StyleError, match="no version 3"):
            await project.edit(run, "restyle", [editing.set_style(project.clip(clip.id), "brand@3")])
        assert project.clip(clip.id).style == "brand@1"
        await project.close()

    asyncio.run(scene())


def test_another_package_of_a_pin_that_the_workspace_has_is_refused(tmp_path: Path) -> None:
    publish_brand(tmp_path)

    async def scene() -> None:
        project = await opened(tmp_path / "workspace", tmp_path / "styles")
        source = await project.import_source(write_sound(tmp_path / "1.wav", 1))
        run = await project.start_run(source.id, RunOptions(aspects=("9:16",), style="brand@1"))
        await project.wait(run)
        discard(tmp_path / "styles")
        publish_brand(tmp_path, grey=9)
        with pytest.raises(StyleError, match="This workspace has another brand@1 than your styles"):
            await project.start_run(source.id, RunOptions(aspects=("9:16",), style="brand@1"))
        # What is pinned already goes on.
        kept = project._style_of_clip("brand@1")
        check_assets(kept)
        await project.close()

    asyncio.run(scene())


def test_a_damaged_copy_is_made_anew_from_the_very_same_original_alone(tmp_path: Path) -> None:
    publish_brand(tmp_path)

    async def scene() -> None:
        project = await opened(tmp_path / "workspace", tmp_path / "styles")
        source = await project.import_source(write_sound(tmp_path / "1.wav", 1))
        run = await project.start_run(source.id, RunOptions(aspects=("9:16",), style="brand@1"))
        await project.wait(run)
        logo = project.folder / "styles" / "brand" / "1" / "images" / "logo.png"
        whole = logo.read_bytes()
        for damage in (
            lambda: logo.write_bytes(b"half"),
            logo.unlink,
            lambda: logo.parents[1].joinpath("style.toml").unlink(),
        ):
            damage()
            check_assets(project._style_of_clip("brand@1"))
            assert logo.read_bytes() == whole
        assert [path.name for path in (project.folder / "artifacts" / ".work").iterdir()] == []
        # Without its original, or with another one, it stays an error that says so.
        logo.write_bytes(b"half")
        discard(tmp_path / "styles")
        with pytest.raises(StyleError, match=r"images/logo\.png was changed"):
            project._style_of_clip("brand@1")
        publish_brand(tmp_path, grey=9)
        with pytest.raises(StyleError, match=r"images/logo\.png was changed"):
            project._style_of_clip("brand@1")
        assert logo.read_bytes() == b"half"
        await project.close()

    asyncio.run(scene())


def test_files_of_a_stored_record_are_found_where_the_workspace_lies_now(tmp_path: Path) -> None:
    """As compositions are: their style names files of the workspace."""
    kept = tmp_path / "old" / "styles" / "brand" / "1"
    write_logo(kept / "images" / "logo.png")
    style = brand(kept, logo={"file": "images/logo.png"})
    artifact = tmp_path / "old" / "artifacts" / "compose" / "abc"
    artifact.mkdir(parents=True)
    told = style.to_json(artifact)
    assert str(tmp_path) not in told
    (tmp_path / "old").rename(tmp_path / "new")
    moved = Style.from_json(told, tmp_path / "new" / "artifacts" / "compose" / "abc")
    assert moved.assets[0].path == tmp_path / "new" / "styles/brand/1/images/logo.png"
    check_assets(moved)
    assert FinishedClip.model_fields["style"].annotation is Style


def test_a_file_that_is_missing_or_changed_is_an_error(tmp_path: Path) -> None:
    logo = write_logo(tmp_path / "images" / "logo.png")
    style = brand(tmp_path, logo={"file": "images/logo.png"})
    write_logo(logo, grey=7)
    with pytest.raises(StyleError, match=r"images/logo\.png of the style brand@1 was changed") as caught:
        check_assets(style)
    assert caught.value.file == str(logo)
    logo.unlink()
    with pytest.raises(StyleError, match=r"images/logo\.png of the style brand@1 is missing"):
        check_assets(style)


def test_a_clip_is_told_names_and_made_anew_for_another_one_only_where_its_style_shows_them(
    tmp_path: Path,
) -> None:
    draft = tmp_path / "made of" / "names"
    write_logo(draft / "images" / "logo.png")
    named = brand(draft, logo={"file": "images/logo.png"}, lower_third={"is_shown": True})
    publish(named, tmp_path / "styles")

    async def scene() -> None:
        project = await opened(tmp_path / "workspace", tmp_path / "styles")
        source = await project.import_source(write_sound(tmp_path / "1.wav", 1))
        run = await project.start_run(source.id, RunOptions(aspects=("9:16",)))
        await project.wait(run)
        showing, bare = (
            editing.new_clip(run, 0.0, 1.0, "A", "brand"),
            editing.new_clip(run, 0.0, 1.0, "B", "clean"),
        )
        await project.edit(run, "new", [showing, bare])

        def told(clip_id: str) -> SpeakerNames:
            names = project._roots_of(run, clip_id, "", "")[SpeakerNames]
            assert isinstance(names, SpeakerNames)
            return names

        before = told(showing.id), told(bare.id)
        project._store.keep_corrections(source.id, "name", Corrections(names={"Speaker 1": "Ann"}))
        after = told(showing.id), told(bare.id)
        assert after[0].names == after[1].names == {"Speaker 1": "Ann"}
        assert after[0].identity() != before[0].identity()
        assert after[1].identity() == before[1].identity()
        await project.close()

    asyncio.run(scene())
