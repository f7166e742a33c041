"""The examples that a workspace holds for a language model of the user's own: gathered, counted, written."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from core.errors import ExportError, ShortlistError, TranscriptError
from core.finetune.chat import TrainingSet, lines, of_answers, of_decisions, part, summary, validation_file
from core.finetune.masking import mask, names_in
from core.llm.prices import bundled_prices
from core.pipeline.records.store import Store
from core.schema.endpoint import Endpoint
from core.schema.learning import Example
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.transcript import Transcript
from core.schema.tuning import TRAINING_KINDS, TrainingExample, TrainingFiles, TrainingKind, TrainingSummary
from core.whole_file import write_whole

# Gives the transcript of a source as it reads now; None where it has none.
ReadTranscript = Callable[[str], Awaitable[Transcript | None]]


class TrainingData:
    """Examples of decisions and of answers. `endpoint` is the language model that is set, for what it costs."""

    def __init__(
        self,
        store: Store,
        read_transcript: ReadTranscript,
        examples: Callable[[], list[Example]],
        endpoint: Endpoint | None,
    ) -> None:
        self._store = store
        self._read_transcript = read_transcript
        self._examples = examples
        self.endpoint = endpoint

    async def gather(
        self,
        kinds: Sequence[TrainingKind] = TRAINING_KINDS,
        progress: ProgressCallback = ignore_progress,
        is_masked: bool = False,
    ) -> TrainingSet:
        """Make all examples that the workspace has; masked ones without the personal data that can be told.

        Who speaks in one talk is masked in all: guests of other talks are spoken of.
        """
        decided: dict[str, list[Example]] = {}
        for example in self._examples():
            decided.setdefault(example.source_id, []).append(example)
        sources = self._store.sources()
        made: dict[str, list[TrainingExample]] = {}
        names: dict[str, list[str]] = {}
        notes: list[str] = []
        for place, source in enumerate(sources):
            progress(place / len(sources), f"Reading {source.name}")
            transcript = await self._usable(source.id, source.name, source.id in decided, notes)
            if transcript is None:
                continue
            names[source.id] = names_in(transcript)
            of_source = made.setdefault(source.id, [])
            if "decisions" in kinds:
                of_source += await asyncio.to_thread(of_decisions, decided.get(source.id, ()), transcript)
            if "answers" in kinds:
                of_source += await asyncio.to_thread(of_answers, source.id, transcript)
                if not any(segment.speaker for segment in transcript.segments):
                    notes.append(f"{source.name}: nobody knows who speaks, so no question has an answer.")
        masked = await asyncio.to_thread(_mask, made, names) if is_masked else None
        training, validation = await asyncio.to_thread(part, [each for some in made.values() for each in some])
        return TrainingSet(tuple(training), tuple(validation), tuple(notes), masked)

    async def _usable(self, source_id: str, name: str, is_decided: bool, notes: list[str]) -> Transcript | None:
        try:
            transcript = await self._read_transcript(source_id)
        except ShortlistError as error:
            notes.append(f"{name}: what is said can't be read ({error.reason})")
            return None
        if transcript is None:
            if is_decided:
                notes.append(f"{name}: decisions are left out, since what is said is not known any more.")
            return None
        if transcript.is_draft:
            notes.append(f"{name}: left out, since its transcript is a draft.")
            return None
        return transcript

    def summary(self, found: TrainingSet, base_model: str = "") -> TrainingSummary:
        """Return what a set holds, and what a job with it costs on a model; else on the one that is set."""
        model = base_model or (self.endpoint.model if self.endpoint else "")
        return summary(found, model, bundled_prices())

    async def export(
        self,
        file: Path,
        kinds: Sequence[TrainingKind] = TRAINING_KINDS,
        progress: ProgressCallback = ignore_progress,
        is_masked: bool = False,
    ) -> TrainingFiles:
        """Write all examples as chat JSONL, those for validation into a file of their own beside it.

        Raises:
            ExportError: The file can't be written, or is of another kind.
            TranscriptError: There is nothing to learn from yet.
        """
        if file.suffix.lower() != ".jsonl":
            raise ExportError("Examples are written as JSON lines.", str(file), remedy="Use a name with .jsonl.")
        found = await self.gather(kinds, progress, is_masked)
        if not found.training:
            raise nothing_yet(found.notes)
        beside = validation_file(file) if found.validation else None
        try:
            await asyncio.to_thread(write_whole, file, lines(found.training))
            if beside is not None:
                await asyncio.to_thread(write_whole, beside, lines(found.validation))
        except OSError as error:
            raise ExportError(
                f"It can't be written ({error.strerror}).", str(file), remedy="Choose another folder."
            ) from error
        return TrainingFiles(summary=self.summary(found), training=file, validation=beside)


def nothing_yet(notes: Sequence[str] = ()) -> TranscriptError:
    """Return the error for a workspace without examples."""
    why = " ".join(notes)
    return TranscriptError(
        f"There is nothing to learn from yet. {why}".strip(),
        remedy="Approve and reject clips, or import talks in which people answer questions.",
    )


def _mask(made: dict[str, list[TrainingExample]], names: dict[str, list[str]]) -> int:
    """Mask the examples of each talk in place, and return how often something was replaced."""
    everybody = [name for each in names.values() for name in each]
    count = 0
    for source_id, examples in made.items():
        masked = mask(examples, [*names[source_id], *everybody])
        made[source_id] = list(masked.examples)
        count += masked.count
    return count
