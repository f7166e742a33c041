"""The insights of a workspace's sources: made in a worker, kept by what they were made of, written to files."""

from __future__ import annotations

import asyncio
import hashlib
import json
from concurrent.futures import BrokenExecutor
from decimal import Decimal
from pathlib import Path
from typing import Literal, cast

from core.errors import ExportError, ProviderError, TranscriptError
from core.insight_work import REGISTRY, TELL_INSIGHTS
from core.insights.by_model import write_insights
from core.insights.document import markdown, youtube_chapters, youtube_description
from core.insights.make import VERSION
from core.insights.written import with_written
from core.llm.client import LanguageModel
from core.llm.off_loop import off_loop
from core.pipeline.artifact import ArtifactStore, load_record
from core.pipeline.pool import Executor
from core.pipeline.purse import Purse
from core.pipeline.records.store import Store
from core.pipeline.runner import Runner
from core.pipeline.worker import Input, Item, Task, remove_work
from core.schema.correction import Corrections
from core.schema.endpoint import Endpoint
from core.schema.insights import Insights, InsightsJob, WrittenInsights
from core.schema.record import ProgressCallback, Record, ignore_progress
from core.schema.transcript import Transcript
from core.speech.corrected import corrected
from core.whole_file import write_whole

Form = Literal["markdown", "chapters", "youtube", "json"]
_SUFFIXES: dict[str, Form] = {".md": "markdown", ".markdown": "markdown", ".json": "json", ".txt": "chapters"}
_TRANSCRIBE = "transcribe"
_NO_MODEL = "Insights are written by a language model, and none is set."
_SET_MODEL = "Set one in Settings › Providers (one on this computer will do); those made without one are there."


class TalkInsights:
    """Makes and keeps insights. Corrections and names of speakers give a source other ones; what a language model
    wrote stays, until it is written anew or forgotten. `endpoint` is the model that the user has set, else None.
    """

    def __init__(
        self,
        folder: Path,
        store: Store,
        runner: Runner,
        artifacts: ArtifactStore,
        executor: Executor,
        weights_folder: Path,
        purse: Purse,
        endpoint: Endpoint | None,
    ) -> None:
        self._folder = folder / "cache" / "insights"
        self._store = store
        self._runner = runner
        self._artifacts = artifacts
        self._executor = executor
        self._weights_folder = weights_folder
        self._purse = purse
        self.endpoint = endpoint
        self._turn = asyncio.Lock()

    async def of(self, source_id: str, run_id: str = "") -> Insights | None:
        """Return the insights of what is said in a source now; None where nothing is transcribed yet.

        Where a source was transcribed by several runs the newest counts, unless `run_id` names another.

        Raises:
            TranscriptError: They could not be made.
        """
        local = await self._local(source_id, run_id)
        fingerprint = self._transcribed(source_id, run_id)
        if local is None or not fingerprint:
            return None
        written = await asyncio.to_thread(_read_written, self._written_file(fingerprint))
        now = _corrected(self._store.corrections(source_id))
        return with_written(local, written, now) if written else local

    async def kept(self, source_id: str, run_id: str = "") -> Insights | None:
        """Return the insights if they were made before, without making anything: for a look."""
        fingerprint = self._transcribed(source_id, run_id)
        if not fingerprint:
            return None
        corrections = self._store.corrections(source_id)
        job = InsightsJob(duration=self._store.source(source_id).duration)
        local = await asyncio.to_thread(_read, self._folder / f"{_key(fingerprint, corrections, job)}.json")
        written = await asyncio.to_thread(_read_written, self._written_file(fingerprint))
        return with_written(local, written, _corrected(corrections)) if local and written else local

    async def _local(self, source_id: str, run_id: str) -> Insights | None:
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

    async def write(
        self, source_id: str, run_id: str = "", progress: ProgressCallback = ignore_progress
    ) -> WrittenInsights:
        """Have the language model write summary, chapter titles, quotes and description, and keep them.

        Args:
            source_id: Of which talk.
            run_id: By which run it was transcribed; empty for the newest.
            progress: Told 0 to 1, on the loop's thread.

        Raises:
            ProviderError: No language model is set, or it can't be used and nothing was written.
            TranscriptError: Nothing is transcribed yet.
        """
        if self.endpoint is None:
            raise ProviderError(_NO_MODEL, remedy=_SET_MODEL)
        fingerprint = self._transcribed(source_id, run_id)
        local = await self._local(source_id, run_id)
        if not fingerprint or local is None:
            raise TranscriptError("What is said is not written down yet.", self._store.source(source_id).name)
        corrections = self._store.corrections(source_id)
        heard = cast(Transcript, await self._runner.load_made(_TRANSCRIBE, fingerprint))
        transcript = await asyncio.to_thread(corrected, heard, corrections)
        payer = self._purse.payer(run_id or next(iter(self._store.runs_of(source_id)), ""), "insights")
        model = LanguageModel(self.endpoint, tab=self._purse.tab, payer=payer)
        try:
            written = await off_loop(lambda check: write_insights(model, transcript, local, check), progress)
        finally:
            self._purse.collect()
        written = written.model_copy(update={"corrected": _corrected(corrections)})
        await asyncio.to_thread(_keep, written, self._written_file(fingerprint))
        self._log(payer.run_id, written)
        return written

    async def forget_written(self, source_id: str, run_id: str = "") -> None:
        """Go back to what is made without a language model."""
        if fingerprint := self._transcribed(source_id, run_id):
            await asyncio.to_thread(self._written_file(fingerprint).unlink, missing_ok=True)

    def _written_file(self, fingerprint: str) -> Path:
        return self._folder / f"written-{fingerprint[:32]}.json"

    def _log(self, run_id: str, written: WrittenInsights) -> None:
        usd = sum((cost.usd for cost in written.costs), Decimal(0))
        told = f"{written.writer} wrote the insights" + (f" for ${usd:.4f}." if usd else ".")
        level = "warning" if written.problem else "info"
        self._store.write_log(run_id, f"{told} {written.problem}".strip(), level)

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
        """Return insights as a document, as chapters or all of a description for YouTube, or as JSON."""
        if form == "youtube":
            return youtube_description(found) + "\n"
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
            await asyncio.to_thread(write_whole, file, self.text(found, title, form))
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


def _read_written(kept: Path) -> WrittenInsights | None:
    try:
        return WrittenInsights.from_json(kept.read_bytes())
    except (OSError, ValueError):
        return None


def _corrected(corrections: Corrections) -> str:
    return hashlib.sha256(corrections.identity().encode()).hexdigest()[:32]


def _keep(found: Record, kept: Path) -> None:
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        write_whole(kept, found.to_json())
    except OSError:
        # They cost seconds next time, and nothing now.
        return
