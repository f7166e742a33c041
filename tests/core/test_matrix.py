"""One clip goes out in several presets of one shape: each a file, a record and a name of its own."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from core.composition_index import index_path, read_index
from core.editing import set_aspects
from core.project import Project
from core.schema.cell import Cell, Column, shape_words
from core.schema.run import FileWishes, OutputRecord, RunOptions
from tests.core.test_delivering import analysed, videos
from tests.instant_project import ThreadExecutor, open_instant, use_instant_stages

BOTH = FileWishes(presets={"9:16": ("tiktok", "reels")})


@pytest.fixture(autouse=True)
def instant(monkeypatch: pytest.MonkeyPatch) -> None:
    use_instant_stages(monkeypatch)


def made_in(output: OutputRecord) -> str:
    """Return the preset that a file was made in: an instant stage writes what it was given as the video."""
    return str(json.loads(output.files[0].read_bytes())["preset"]["name"])


def made_anew(project: Project, run: str) -> int:
    """Return how often a run's files were worked on."""
    return sum(attempt.stage == "render" for attempt in project.attempts(run))


def test_options_of_before_and_several_presets_of_a_shape() -> None:
    older = RunOptions.model_validate_json('{"preset": "tiktok", "presets": {"1:1": "small", "16:9": ""}}')
    assert older.presets == {"1:1": ("small",)}
    assert older.columns(("9:16", "1:1", "16:9")) == (
        Column("9:16", "tiktok"),
        Column("1:1", "small"),
        Column("16:9", "tiktok"),
    )
    several = FileWishes.model_validate({"presets": {"9:16": ["reels", "tiktok", "reels"], "1:1": []}})
    assert several.applied_to(older).columns(("9:16", "1:1")) == (
        Column("9:16", "reels"),
        Column("9:16", "tiktok"),
        Column("1:1", "tiktok"),
    )
    assert RunOptions.model_validate_json(several.applied_to(older).model_dump_json()) == several.applied_to(older)


def test_a_preset_is_told_only_where_a_clip_has_several_of_the_shape() -> None:
    cells = [Cell("a", "9:16", "tiktok"), Cell("a", "9:16", "reels"), Cell("a", "1:1", "fast")]
    cells.append(Cell("b", "9:16", "tiktok"))
    assert [shape_words(cell, cells) for cell in cells] == ["9:16 tiktok", "9:16 reels", "1:1", "9:16"]


def test_two_presets_of_one_shape_and_another_shape_come_out_in_one_export(tmp_path: Path) -> None:
    async def scene() -> None:
        project, run = await analysed(tmp_path)
        first, second = project.clips(run)[:2]
        await project.edit(run, "Shapes", [set_aspects(second, ("1:1",))])
        forecast = await project.export_forecast(
            run, [first.id, second.id], ["9:16", "1:1"], tmp_path, wishes=BOTH
        )
        assert forecast is not None and forecast.files == 4
        await project.export(run, [first.id, second.id], ["9:16", "1:1"], tmp_path / "out", wishes=BOTH)
        assert (await project.wait(run)).error == ""
        outputs = project.outputs(run)
        assert [output.cell for output in outputs] == [
            Cell(first.id, "9:16", "tiktok"),
            Cell(first.id, "9:16", "reels"),
            Cell(first.id, "1:1", "fast"),
            Cell(second.id, "1:1", "fast"),
        ]
        assert [made_in(output) for output in outputs] == ["tiktok", "reels", "fast", "fast"]
        assert [output.files[0].name for output in outputs] == [
            "01 Clip 0 9x16 tiktok.mp4",
            "01 Clip 0 9x16 reels.mp4",
            "01 Clip 0 1x1.mp4",
            "02 Clip 1 1x1.mp4",
        ]
        assert {file.stem for file in outputs[1].files} == {"01 Clip 0 9x16 reels"}, "with what lies beside it"
        listed = read_index(index_path(project.folder, run))
        assert {(entry.clip, entry.aspect, entry.preset) for entry in listed} == {each.cell for each in outputs}
        assert len({entry.composition for entry in listed}) == len(outputs)
        # Asked for again, nothing is made or delivered a second time, in whatever order.
        again = FileWishes(presets={"9:16": ("reels", "tiktok")})
        await project.export(run, [first.id], ["9:16"], tmp_path / "out", wishes=again)
        await project.wait(run)
        assert len(videos(tmp_path / "out")) == 4 and made_anew(project, run) == 4
        report = (await project.morning.of_runs([run])).sources[0]
        shapes = [made.shape for clip in report.clips for made in clip.files]
        assert shapes == ["9:16 tiktok", "9:16 reels", "1:1", "1:1"]
        await project.close()

    asyncio.run(scene())


def test_a_preset_that_is_added_later_leaves_the_first_file_as_it_is_called(tmp_path: Path) -> None:
    async def scene() -> None:
        project, run = await analysed(tmp_path)
        clip, out = project.clips(run)[0], tmp_path / "out"
        await project.export(run, [clip.id], ["9:16"], out, "tiktok")
        await project.wait(run)
        await project.export(run, [clip.id], ["9:16"], out, wishes=BOTH)
        await project.wait(run)
        assert videos(out) == ["01 Clip 0 9x16 reels.mp4", "01 Clip 0 9x16.mp4"]
        # A template that tells them apart is left alone.
        named = BOTH.model_copy(update={"name_template": "{preset} {title}"})
        await project.export(run, [clip.id], ["9:16"], tmp_path / "named", wishes=named)
        await project.wait(run)
        assert videos(tmp_path / "named") == ["reels Clip 0.mp4", "tiktok Clip 0.mp4"]
        await project.close()

    asyncio.run(scene())


def test_single_cells_of_the_table_are_made_and_no_others(tmp_path: Path) -> None:
    async def scene() -> None:
        project, run = await analysed(tmp_path)
        first, second = project.clips(run)[:2]
        cells = [
            Cell(first.id, "9:16", "reels"),
            Cell(second.id, "9:16", "tiktok"),
            Cell(second.id, "1:1", "small"),
        ]
        clips = [first.id, second.id]
        forecast = await project.export_forecast(run, clips, ["9:16", "1:1"], tmp_path, wishes=BOTH, cells=cells)
        assert forecast is not None and forecast.files == 3
        asked = await project.export(run, clips, ["9:16", "1:1"], tmp_path / "out", wishes=BOTH, cells=cells)
        await project.wait(run)
        outputs = project.outputs(run)
        assert [output.cell for output in outputs] == cells and [output.id for output in outputs] == asked
        assert [made_in(output) for output in outputs] == ["reels", "tiktok", "small"]
        await project.close()

    asyncio.run(scene())


def as_before(database: Path) -> None:
    """Give a database the shape, and the ids, that it had when a shape had one preset."""
    connection = sqlite3.connect(database)
    connection.execute("pragma foreign_keys = off")
    connection.executescript("drop index jobs_of_node; drop index outputs_of_cell")
    for table, column in (("jobs", "id"), ("attempts", "job_id"), ("log", "job_id"), ("outputs", "id")):
        connection.execute(
            f"update {table} set {column} = substr({column}, 1, length({column}) - length(preset) - 1)"
            " where preset <> ''"
        )
        connection.execute(f"alter table {table} drop column preset")
    connection.execute("update publications set record = json_remove(record, '$.preset')")
    connection.execute("delete from _sqlite_migrations where name = 'key_by_preset'")
    for run, text in connection.execute("select id, options from runs").fetchall():
        options = json.loads(text)
        options["presets"] = {aspect: names[0] for aspect, names in options["presets"].items()}
        connection.execute("update runs set options = ? where id = ?", [json.dumps(options), run])
    connection.commit()
    connection.close()


def test_an_older_workspace_loses_nothing_and_makes_nothing_again(tmp_path: Path) -> None:
    async def scene() -> None:
        project, run = await analysed(tmp_path)
        clips, out = [clip.id for clip in project.clips(run)], tmp_path / "out"
        own = FileWishes(presets={"1:1": ("small",)})
        await project.export(run, clips, ["9:16", "1:1"], out, "tiktok", own)
        await project.wait(run)
        database, before = project.folder / "workspace.sqlite", seen(project, run)
        await project.close()
        as_before(database)
        there = videos(out)

        project = await open_instant(database.parent, ThreadExecutor())
        assert seen(project, run) == before
        assert [output.cell.column for output in project.outputs(run)[:2]] == [
            Column("9:16", "tiktok"),
            Column("1:1", "small"),
        ]
        assert not [output.id for output in project.outputs(run) if output.id.endswith("small")]
        await project.export(run, clips, ["9:16", "1:1"], out)
        assert (await project.wait(run)).state == "fully_generated"
        assert videos(out) == there and seen(project, run) == before
        # A further preset makes its own files and nothing else.
        count = made_anew(project, run)
        await project.export(run, clips[:1], ["9:16"], out, wishes=BOTH)
        await project.wait(run)
        assert made_anew(project, run) == count + 1
        assert sorted({*videos(out)} - {*there}) == ["01 Clip 0 9x16 reels.mp4"]
        await project.close()

    asyncio.run(scene())


def seen(project: Project, run: str) -> dict[str, Any]:
    """Return what is known of a run's files and work, whatever its records are called."""
    return {
        "outputs": [(each.cell, each.state, each.files, each.checks) for each in project.outputs(run)],
        "jobs": [
            (each.stage, each.clip_id, each.aspect, each.preset, each.state, each.fingerprint)
            for each in project.jobs(run)
        ],
        "attempts": [(each.stage, each.clip_id, each.aspect, each.preset) for each in project.attempts(run)],
    }
