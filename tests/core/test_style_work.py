"""Styles from the project's door: published, drafted, compared, and not removed while something pins them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from core import editing
from core.errors import StyleError
from core.project import Configuration, Project
from core.schema.run import RunOptions
from core.schema.style import Style
from tests.instant_project import ThreadExecutor, use_instant_stages, write_sound


@pytest.fixture(autouse=True)
def instant(monkeypatch: pytest.MonkeyPatch) -> None:
    use_instant_stages(monkeypatch)


async def opened(folder: Path, styles: Path | None) -> Project:
    configuration = Configuration(
        weights_folder=folder.parent / "weights", styles_folder=styles, may_download=False, keeps_free_bytes=0
    )
    return await Project.open(folder, configuration, ThreadExecutor())


def test_a_style_from_its_first_draft_to_its_removal(tmp_path: Path) -> None:
    async def scene() -> None:
        project = await opened(tmp_path / "workspace", tmp_path / "styles")
        work = project.style_work
        draft = work.save(Style(name="brand", version=1, title="Brand"))
        assert work.drafts() == (draft,)
        first = await work.publish(draft, note="First")
        edited = draft.model_copy(update={"captions": draft.captions.model_copy(update={"size": 46.0})})
        second = await work.publish(work.save(edited), author="Ada")
        assert [style.pin for style in work.versions("brand")] == ["brand@2", "brand@1"]
        assert [style.pin for style in project.styles()][:2] == ["brand@2", "clean@1"]
        assert [each.field for each in work.changes(first, second)] == ["size"]

        source = await project.import_source(write_sound(tmp_path / "1.wav", 1))
        run = await project.start_run(source.id, RunOptions(aspects=("9:16",), style="brand@1"))
        await project.wait(run)
        await project.edit(run, "new", [editing.new_clip(run, 0.0, 1.0, "By hand", "brand@2")])
        with pytest.raises(StyleError, match="brand@1 can't be removed: it is the style of the run of 1"):
            await work.remove("brand@1")
        with pytest.raises(StyleError, match="it is the style of the clip “By hand” of 1"):
            await work.remove("brand@2")
        assert len(work.versions("brand")) == 2
        again = await project.start_run(source.id, RunOptions(aspects=("9:16",), style="brand@1", prompt="again"))
        await project.wait(again)
        assert work.users("brand@1") == ("2 runs of 1",) and work.users("brand@2") == ("the clip “By hand” of 1",)
        await project.delete_run(again)
        await project.delete_run(run)
        await work.remove("brand@1")
        assert [style.pin for style in work.versions("brand")] == ["brand@2"]
        work.discard("brand")
        assert work.drafts() == ()
        await project.close()

    asyncio.run(scene())


def test_without_a_folder_for_styles_there_are_those_of_the_program(tmp_path: Path) -> None:
    async def scene() -> None:
        project = await opened(tmp_path / "workspace", None)
        assert project.styles()[0].pin == "clean@1"
        assert project.style_work.drafts() == ()
        with pytest.raises(StyleError, match="no folder for your styles"):
            project.style_work.save(Style(name="brand", version=1))
        await project.close()

    asyncio.run(scene())
