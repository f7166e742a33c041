"""The insights of a workspace's sources: made in a worker, kept by what they were made of, written to files."""

from __future__ import annotations

import asyncio
import hashlib
import json
from concurrent.futures import BrokenExecutor
from pathlib import Path
from typing import Literal

from core.errors import ExportError, TranscriptError
from core.insight_work import REGISTRY, TELL_INSIGHTS
from core.insights.document import markdown, youtube_chapters
from core.insights.make import VERSION
from core.pipeline.artifact import ArtifactStore, load_record
from core.pipeline.pool import Executor
from core.pipeline.records.store import Store
from core.pipeline.runner import Runner
from core.pipeline.worker import Input, Item, Task, remove_work
from core.schema.correction import Corrections
from core.schema.insights import Insights, InsightsJob

Form = Literal["markdown", "chapters", "json"]
_SUFFIXES: dict[str, Form] = {".md": "markdown", ".markdown": "markdown", ".json": "json", ".txt": "chapters"}
_TRANSCRIBE = "transcribe"


class TalkInsights:
    """Makes and keeps insights. Corrections and names of speakers give a source other ones."""

    def __init__(
        self,
        folder: Path,
        store: Store,
        runner: Runner,
        artifacts: ArtifactStore,
        executor: Executor,
        weights_folder: Path,
    ) -> None:
        self._folder = folder / "cache" / "insights"
        self._store = store
        self._runner = runner
        self._artifacts = artifacts
        self._executor = executor
        self._weights_folder = weights_folder
        self._turn = asyncio.Lock()

    async def of(self, source_id: str, run_id: str = "") -> Insights | None:
        """Return the insights of what is said in a source now; None where nothing is transcribed yet.

        Where a source was transcribed by several runs the newest counts, unless `run_id` names another.

        Raises:
            TranscriptError: They could not be made.
        """
        fingerprint = self._transcribed(source_id, run_id)
        if not fingerprint:
            return None
        corrections = self._store.corrections(source_id)
        job = InsightsJob(duration=self._store.source(source_id).duration)
        kept = self._folder / f"{_key(fingerprint, corrections, job)}.json"
        # Two that ask at once are not to make the same.
        async with self._turn:
            found = await asyncio.to_thread(_read, kept)
            if found is None:
                found = await self._make(fingerprint, corrections, job)
                await asyncio.to_thread(_keep, found, kept)
        return found

    def _transcribed(self, source_id: str, run_id: str) -> str:
        runs = [run_id] if run_id else self._store.runs_of(source_id)
        return next((made for each in runs if (made := self._runner.made_last(each, _TRANSCRIBE))), "")

    async def _make(self, fingerprint: str, corrections: Corrections, job: InsightsJob) -> Insights:
        """Make them in a worker at once: the user waits for them, and they take seconds."""
        work, place = (self._artifacts.begin(TELL_INSIGHTS.name) for _ in range(2))
        inputs = (
            Input(folder=self._artifacts.place(_TRANSCRIBE, fingerprint)),
            Input(json=corrections.model_dump_json()),
            Input(json=job.model_dump_json()),
        )
        item = Item(work.name, work, place, inputs)
        workspace = self._artifacts.root.parent
        task = Task(REGISTRY, TELL_INSIGHTS.name, "source", (item,), None, self._weights_folder, workspace)
        try:
            (outcome,) = await asyncio.wrap_future(self._executor.submit(TELL_INSIGHTS.lane, task))
            if outcome.failure is not None:
                raise TranscriptError(outcome.failure.reason, outcome.failure.file)
            return await asyncio.to_thread(load_record, Insights, place)
        except (OSError, BrokenExecutor) as error:
            raise TranscriptError(f"The worker died ({error}).", remedy="Try it again.") from error
        finally:
            for folder in (work, place):
                self._artifacts.end(folder)
                await asyncio.to_thread(remove_work, folder)

    # As text

    def text(self, found: Insights, title: str, form: Form = "markdown") -> str:
        """Return insights as a document, as chapters for a YouTube description, or as JSON."""
        if form == "chapters":
            return youtube_chapters(found.chapters) + "\n"
        if form == "json":
            return (
                json.dumps({"title": title, **found.model_dump(mode="json")}, indent=2, ensure_ascii=False) + "\n"
            )
        return markdown(found, title)

    async def save(self, found: Insights, title: str, file: Path) -> Path:
        """Write insights as Markdown (.md), JSON, or as chapters alone (.txt), by the file's suffix.

        Raises:
            ExportError: The file can't be written, or is of another kind.
        """
        form = _SUFFIXES.get(file.suffix.lower())
        if form is None:
            raise ExportError("This is no kind of document.", str(file), remedy="Use .md, .json or .txt.")
        if form == "chapters" and not found.chapters:
            raise ExportError(found.notes.get("chapters", "There are no chapters."), str(file))
        try:
            await asyncio.to_thread(_write, file, self.text(found, title, form))
        except OSError as error:
            raise ExportError(
                f"It can't be written ({error.strerror}).", str(file), remedy="Choose another folder."
            ) from error
        return file


def _key(fingerprint: str, corrections: Corrections, job: InsightsJob) -> str:
    """Return a name for what insights are made of, and how."""
    made_of = f"{VERSION} {fingerprint} {corrections.identity()} {job.duration}"
    return hashlib.sha256(made_of.encode()).hexdigest()[:32]


def _read(kept: Path) -> Insights | None:
    try:
        return Insights.from_json(kept.read_bytes())
    except (OSError, ValueError):
        # Not there, half-written or of an older form: made anew.
        return None


def _keep(found: Insights, kept: Path) -> None:
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        _write(kept, found.to_json())
    except OSError:
        # They cost seconds next time, and nothing now.
        return


def _write(file: Path, text: str) -> None:
    beside = file.with_name(file.name + ".part")
    beside.write_text(text, encoding="utf-8")
    beside.replace(file)
