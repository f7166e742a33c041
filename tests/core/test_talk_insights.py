"""Insights as a project keeps them: made by a worker, kept by content, following corrections, written to files."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from core.errors import ExportError, ProviderError, TranscriptError
from core.insights import make
from core.project import Project
from core.schema.insights import Insights
from core.schema.run import RunOptions
from tests import instant_stages
from tests.core.highlights.talk import INTERVIEW, spoken
from tests.core.insights.storyteller import storyteller
from tests.core.llm.chat_server import Scripted, chat_server
from tests.instant_project import ThreadExecutor, open_instant, use_instant_stages, write_sound

__all__ = ["chat_server"]


@pytest.fixture
def interviewed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every source hold the same interview."""
    use_instant_stages(monkeypatch)
    monkeypatch.setitem(instant_stages.MAKERS, "transcribe", lambda context, given: spoken(*INTERVIEW))


async def transcribed(folder: Path) -> tuple[Project, str, str]:
    """Return an open project with a source that is transcribed: the project, the source, the run."""
    project = await open_instant(folder / "ws", ThreadExecutor())
    source = await project.import_source(write_sound(folder / "talk.wav", 1))
    run_id = await project.start_run(source.id, RunOptions())
    await project.wait(run_id)
    return project, source.id, run_id


@pytest.mark.usefixtures("interviewed")
def test_they_are_made_once_and_follow_what_is_corrected(tmp_path, monkeypatch):
    made: list[float] = []
    real = make.make_insights

    def counted(*given: object) -> Insights:
        made.append(1.0)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(make, "make_insights", counted)

    async def story() -> None:
        project, source_id, run_id = await transcribed(tmp_path)
        first, again = await asyncio.gather(project.insights.of(source_id), project.insights.of(source_id, run_id))
        assert first is not None and first == again and len(made) == 1
        assert {each.speaker for each in first.talk_time} == {"Ana", "Ben"}
        await project.transcripts.name_speaker(source_id, "Ben", "Ben Carter")
        await project.transcripts.replace_words(source_id, "bread", "cake")
        named = await project.insights.of(source_id)
        assert named is not None and len(made) == 2
        assert {each.speaker for each in named.talk_time} == {"Ana", "Ben Carter"}
        assert "bread" not in named.to_json() and "cake" in named.to_json()
        await project.undo(run_id)
        await project.undo(run_id)
        assert await project.insights.of(source_id) == first and len(made) == 2
        await project.close()

    asyncio.run(story())


@pytest.mark.usefixtures("interviewed")
def test_what_is_kept_and_broken_is_made_anew(tmp_path):
    async def story() -> None:
        project, source_id, _ = await transcribed(tmp_path)
        first = await project.insights.of(source_id)
        (kept,) = (tmp_path / "ws" / "cache" / "insights").iterdir()
        kept.write_text("{half", encoding="utf-8")
        assert await project.insights.of(source_id) == first
        assert Insights.from_json(kept.read_bytes()) == first
        assert not list((tmp_path / "ws" / "artifacts" / ".work").iterdir())
        await project.close()

    asyncio.run(story())


def test_before_anything_is_transcribed_there_are_none(tmp_path, monkeypatch):
    use_instant_stages(monkeypatch)

    async def story() -> None:
        project = await open_instant(tmp_path / "ws", ThreadExecutor())
        source = await project.import_source(write_sound(tmp_path / "talk.wav", 1))
        assert await project.insights.of(source.id) is None
        await project.close()

    asyncio.run(story())


@pytest.mark.usefixtures("interviewed")
def test_a_worker_that_fails_is_told(tmp_path, monkeypatch):
    def fail(*_given: object) -> Insights:
        raise TranscriptError("The words are gone.", "talk.json")

    monkeypatch.setattr(make, "make_insights", fail)

    async def story() -> None:
        project, source_id, _ = await transcribed(tmp_path)
        with pytest.raises(TranscriptError, match="words are gone"):
            await project.insights.of(source_id)
        await project.close()

    asyncio.run(story())


@pytest.mark.usefixtures("interviewed")
def test_they_are_written_in_the_form_that_the_file_says(tmp_path):
    async def story() -> None:
        project, source_id, _ = await transcribed(tmp_path)
        found = await project.insights.of(source_id)
        assert found is not None
        for suffix in (".md", ".json"):
            await project.insights.save(found, "talk", tmp_path / f"told{suffix}")
        assert (tmp_path / "told.md").read_text(encoding="utf-8").startswith("# talk\n")
        document = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))
        assert document.pop("title") == "talk" and Insights.model_validate(document) == found
        for name, why in (
            ("a.docx", "no kind of document"),
            ("no/a.md", "can't be written"),
            ("a.txt", "Too short"),
        ):
            with pytest.raises(ExportError, match=why):
                await project.insights.save(found, "talk", tmp_path / name)
        assert sorted(path.name for path in tmp_path.glob("*.part")) == []
        await project.close()

    asyncio.run(story())


@pytest.mark.usefixtures("interviewed")
def test_a_model_writes_them_and_they_outlive_corrections(tmp_path, chat_server):
    server = chat_server(storyteller())

    async def story() -> None:
        project, source_id, run_id = await transcribed(tmp_path)
        with pytest.raises(ProviderError, match="none is set"):
            await project.insights.write(source_id)
        project.insights.endpoint = server.model().endpoint
        local = await project.insights.of(source_id)
        told: list[float] = []
        written = await project.insights.write(source_id, run_id, lambda fraction, _message: told.append(fraction))
        both = await project.insights.of(source_id)
        assert both is not None and local is not None
        assert both.summary == written.summary != local.summary and both.writer == "gpt-4o-mini"
        assert both == await project.insights.kept(source_id, run_id)
        assert told and "gpt-4o-mini wrote the insights for $" in project.log(run_id)[-1].message
        await project.transcripts.name_speaker(source_id, "Ben", "Ben Carter")
        later = await project.insights.of(source_id)
        assert (
            later is not None and later.summary == written.summary and "corrected since" in later.notes["writer"]
        )
        await project.transcripts.undo(source_id)
        await project.insights.forget_written(source_id)
        assert await project.insights.of(source_id) == local
        await project.close()

    asyncio.run(story())


@pytest.mark.usefixtures("interviewed")
def test_a_model_writes_texts_of_clips_as_one_step_of_undo(tmp_path, chat_server):
    server = chat_server(storyteller())

    async def story() -> None:
        project, _, run_id = await transcribed(tmp_path)
        before = project.clips(run_id)
        with pytest.raises(ProviderError, match="none is set"):
            await project.posts.write(run_id, [before[0].id])
        project.posts.endpoint = server.model().endpoint
        outcome = await project.posts.write(run_id, [clip.id for clip in before])
        assert (outcome.written, outcome.missing, outcome.problem) == (2, 0, "") and outcome.usd
        assert [clip.wording.title for clip in project.clips(run_id)] == ["Title 1", "Title 2"]
        assert (await project.posts.of(project.clips(run_id)[0])).hashtags == ("#Bread", "#trust", "#OldLady")
        assert await project.undo(run_id) == "Write texts with gpt-4o-mini"
        assert project.clips(run_id) == before
        await project.close()

    asyncio.run(story())


@pytest.mark.usefixtures("interviewed")
def test_writing_that_is_stopped_changes_nothing(tmp_path, chat_server):
    server = chat_server(Scripted(delay=5.0, text="{}"))

    async def story() -> None:
        project, source_id, _ = await transcribed(tmp_path)
        local = await project.insights.of(source_id)
        project.insights.endpoint = server.model().endpoint
        task = asyncio.ensure_future(project.insights.write(source_id))
        while not server.requests:
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await project.insights.of(source_id) == local
        await project.close()

    asyncio.run(story())
