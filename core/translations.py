"""Captions in other languages, as the project deals with them: ask for, review, write, confirm, choose, save."""

from __future__ import annotations

import asyncio
import textwrap
import threading
from bisect import bisect_left, bisect_right
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from core.aside import aside
from core.errors import Cancelled, ExportError, ProviderError, TranscriptError
from core.export.format import clock
from core.llm.client import LanguageModel
from core.pipeline.events import ClipsChanged
from core.pipeline.purse import Purse
from core.pipeline.records.store import Store
from core.schema.clip import Clip
from core.schema.endpoint import Endpoint
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.transcript import Transcript
from core.schema.translation import (
    CaptionTrack,
    ReviewedLine,
    Translation,
    TranslationOutcome,
    TranslationReview,
)
from core.translation.languages import NAMES, language_code, language_name
from core.translation.review import about, add_lines, forgotten, review, wanted, write_line
from core.translation.translate import BatchResult, Languages, batches, translate_batch
from core.whole_file import write_whole

# Gives the transcript of a source as it reads now; None where it has none yet.
ReadTranscript = Callable[[str], Awaitable[Transcript | None]]

_LINE_COLUMNS = 42  # as subtitles are usually set
_FORMATS = (".srt", ".vtt", ".txt")
_SPOKEN = CaptionTrack()
_NO_MODEL = "Captions are translated by a language model, and none is set."
_SET_MODEL = "Set one in Settings › Providers (one on this computer will do), or write the translation by hand."


class Translations:
    """Translations of a workspace's sources. `endpoint` is the language model that the user has set, else None."""

    def __init__(
        self, store: Store, read_transcript: ReadTranscript, endpoint: Endpoint | None, purse: Purse
    ) -> None:
        self._store = store
        self._read_transcript = read_transcript
        self.endpoint = endpoint
        self._purse = purse
        # Asked for each clip and aspect of a run; ten hours of lines take a while to read.
        self._known: dict[tuple[str, str], Translation] = {}

    def known(self) -> dict[str, str]:
        """Return the languages that can be asked for: English names by code, in the order of the names."""
        return dict(sorted(NAMES.items(), key=lambda pair: pair[1]))

    def languages(self, source_id: str) -> list[str]:
        """Return the codes of the languages a source was translated into."""
        return self._store.translated_into(source_id)

    def track(self, clip: Clip, source_id: str) -> CaptionTrack:
        """Return the lines that a clip may show where its captions are in another language; empty where not."""
        if not clip.caption_language:
            return _SPOKEN
        key = (source_id, clip.caption_language)
        if key not in self._known:
            self._known[key] = self._store.translation(*key)
        lines = self._known[key].lines
        first = bisect_right(lines, clip.cut.start, key=lambda line: line.end)
        shown = lines[first : bisect_left(lines, clip.cut.end, key=lambda line: line.start)]
        hook = self._known[key].hooks.get(clip.wording.hook, "")
        return CaptionTrack(language=clip.caption_language, lines=shown, hook=hook)

    async def review(self, source_id: str, language: str) -> TranslationReview:
        """Return each line of what is said with its translation.

        Raises:
            TranscriptError: Nothing is written down yet, or the language is not known.
        """
        code = language_code(language)
        transcript = await self._transcript(source_id)
        translation = self._store.translation(source_id, code)
        lines = await asyncio.to_thread(review, transcript, translation)
        return TranslationReview(language=code, spoken=transcript.language, lines=lines, model=translation.model)

    async def translate(
        self,
        source_id: str,
        language: str,
        progress: ProgressCallback = ignore_progress,
        again: Sequence[float] = (),
        terms: str = "",
    ) -> TranslationOutcome:
        """Have a language model translate what is missing or reads otherwise by now; never what a person wrote.

        What was translated is kept after each batch, also where a later one fails or the task is cancelled.

        Args:
            source_id: Of what is translated.
            language: By code or English name.
            progress: Told 0 to 1, on the loop's thread.
            again: Source seconds of lines that are to be translated anew, edited ones too. They stay until then.
            terms: Names and words to keep.

        Raises:
            ProviderError: No language model is set, or it can't be used and nothing was translated.
            TranscriptError: Nothing is written down yet, or the language is not known, or the one that is spoken.
        """
        code = language_code(language)
        if self.endpoint is None:
            raise ProviderError(_NO_MODEL, remedy=_SET_MODEL)
        known = await self.review(source_id, code)
        if known.spoken == code:
            raise TranscriptError(f"{language_name(code)} is what is spoken.", remedy="Choose another language.")
        # What is asked again is meant to be answered anew: nothing is remembered.
        payer = self._purse.payer(self._newest_run(source_id), "translate")
        model = LanguageModel(self.endpoint, tab=self._purse.tab, payer=payer)
        try:
            return await self._translate(source_id, known, model, terms, progress, again)
        finally:
            self._purse.collect()

    async def _translate(
        self,
        source_id: str,
        known: TranslationReview,
        model: LanguageModel,
        terms: str,
        progress: ProgressCallback,
        again: Sequence[float],
    ) -> TranslationOutcome:
        languages = Languages(known.spoken, known.language, terms)
        lines = forgotten(known.lines, again)
        # What is given up stays until there is something in its place: the endpoint may fail.
        chosen = [line for line, old in zip(lines, known.lines, strict=True) if line is not old]
        given_up = about(self._store.translation(source_id, known.language), chosen)
        todo = wanted(lines)
        problems: list[str] = []
        translated = done = 0
        for batch in batches(lines, todo):
            progress(done / len(todo), f"{done} of {len(todo)} lines, asking {model.endpoint.model}")
            try:
                result = await _ask(model, lines, batch, languages)
            except ProviderError as error:
                # The next batch would meet the same: an endpoint that is gone is not asked hundreds of times.
                problems.append(str(error))
                break
            if result.problem:
                problems.append(result.problem)
            done += len(batch)
            translated += len(result.lines)
            found = {line.start: line for line in result.lines}
            for index in batch:
                if line := found.get(lines[index].start):
                    lines[index] = lines[index].model_copy(update={"text": line.text, "state": "machine"})
            # Read anew: the user may have written a line meanwhile, which stands.
            kept = self._store.translation(source_id, known.language)
            self._put(add_lines(kept, result.lines, model.endpoint.model, given_up))
        if not problems:
            problems += await self._translate_hooks(source_id, languages, model)
        if todo and not translated and problems:
            raise ProviderError(problems[0], remedy="Check the endpoint in the settings, or try again later.")
        progress(1.0, "translated")
        usd = float(model.spent_usd) if all(cost.is_priced for cost in model.costs) else None
        outcome = TranslationOutcome(
            translated=translated, missing=len(todo) - translated, problem=" ".join(problems), usd=usd
        )
        self._log(source_id, known.language, outcome)
        return outcome

    async def _translate_hooks(self, source_id: str, languages: Languages, model: LanguageModel) -> list[str]:
        """Have the opening lines of all clips translated that are not yet; return why some are missing."""
        known = self._store.translation(source_id, languages.target).hooks
        runs = [run.id for run in self._store.runs() if run.source_id == source_id]
        hooks = {clip.wording.hook for run_id in runs for clip in self._store.clips(run_id)} - {"", *known}
        lines = [
            ReviewedLine(start=float(place), end=place + 1.0, original=hook)
            for place, hook in enumerate(sorted(hooks))
        ]
        problems: list[str] = []
        for batch in batches(lines, range(len(lines))):
            try:
                result = await _ask(model, lines, batch, languages)
            except ProviderError as error:
                return [*problems, f"Opening lines: {error}"]
            if result.problem:
                problems.append(f"Opening lines: {result.problem}.")
            kept = self._store.translation(source_id, languages.target)
            fresh = {line.original: line.text for line in result.lines}
            self._put(kept.model_copy(update={"hooks": {**kept.hooks, **fresh}}))
        return problems

    async def write(self, source_id: str, language: str, at: float, text: str) -> None:
        """Keep what a person wrote for the line at source second `at`; the same text confirms it.

        Raises:
            TranscriptError: Nothing is written down yet, or the language is not known.
        """
        code = language_code(language)
        transcript = await self._transcript(source_id)
        while True:
            before = self._store.translation(source_id, code)
            after = await asyncio.to_thread(write_line, transcript, before, at, text)
            # What came meanwhile, of the model or another line of the user's, must not be lost.
            if self._store.translation(source_id, code) == before:
                break
        if after != before:
            self._put(after)

    async def remove(self, source_id: str, language: str) -> None:
        """Forget a translation; captions that were in it say again what is spoken."""
        code = language_code(language)
        self._store.drop_translation(source_id, code)
        self._known.pop((source_id, code), None)
        self._tell_clips(source_id, code)

    async def save(self, source_id: str, language: str, file: Path) -> Path:
        """Write a whole translation as SRT, VTT or TXT by the file's suffix; lines without one are left out.

        Raises:
            ExportError: The file can't be written, or is of another kind.
            TranscriptError: There is no translation into the language.
        """
        found = await self.review(source_id, language)
        lines = [line for line in found.lines if line.text]
        if not lines:
            raise TranscriptError(f"Nothing is translated into {language_name(found.language)}.")
        suffix = file.suffix.lower()
        if suffix not in _FORMATS:
            raise ExportError("This is no kind of captions.", str(file), remedy="Use .srt, .vtt or .txt.")
        try:
            await asyncio.to_thread(write_whole, file, subtitles(lines, suffix))
        except OSError as error:
            raise ExportError(
                f"It can't be written ({error.strerror}).", str(file), remedy="Choose another folder."
            ) from error
        return file

    async def _transcript(self, source_id: str) -> Transcript:
        transcript = await self._read_transcript(source_id)
        if transcript is None:
            raise TranscriptError(
                "What is said is not written down yet.", self._store.source(source_id).name, remedy="Start a run."
            )
        return transcript

    def _put(self, translation: Translation) -> None:
        self._store.put_translation(translation)
        self._known.pop((translation.source_id, translation.language), None)
        self._tell_clips(translation.source_id, translation.language)

    def _tell_clips(self, source_id: str, language: str) -> None:
        """Let clips that show the translation be looked at anew."""
        for run in self._store.runs():
            if run.source_id != source_id:
                continue
            ids = tuple(clip.id for clip in self._store.clips(run.id) if clip.caption_language == language)
            if ids:
                self._store.announce(ClipsChanged(run.id, ids))

    def _log(self, source_id: str, language: str, outcome: TranslationOutcome) -> None:
        told = (
            f"Translated {outcome.translated} lines into {language_name(language)}"
            f"{f', for ${outcome.usd:.4f}' if outcome.usd else ''}."
        )
        if outcome.problem and not outcome.missing:
            told += f" {outcome.problem}"
        if outcome.missing:
            missing = f"{outcome.missing} are missing."
            told += f" {missing} {outcome.problem}"
        level = "warning" if outcome.missing or outcome.problem else "info"
        self._store.write_log(self._newest_run(source_id), told, level)

    def _newest_run(self, source_id: str) -> str:
        return next(iter(self._store.runs_of(source_id)), "")


async def _ask(
    model: LanguageModel, lines: Sequence[ReviewedLine], batch: Sequence[int], languages: Languages
) -> BatchResult:
    """Ask in a thread. Where the task is cancelled, the thread gives up at its next step, and nobody waits."""
    stopped = threading.Event()

    def check(fraction: float, message: str) -> None:
        if stopped.is_set():
            raise Cancelled("The translation was stopped.")

    try:
        return await aside(lambda: translate_batch(model, list(lines), batch, languages, check), "translation")
    except asyncio.CancelledError:
        stopped.set()
        raise


def subtitles(lines: Sequence[ReviewedLine], suffix: str) -> str:
    """Return lines as the text of an SRT, VTT or TXT file."""
    if suffix == ".txt":
        return "\n".join(line.text for line in lines) + "\n"
    mark = "," if suffix == ".srt" else "."
    blocks = []
    for number, line in enumerate(lines, 1):
        span = " --> ".join(clock(round(at * 1000), mark) for at in (line.start, line.end))
        text = "\n".join(textwrap.wrap(line.text, max(_LINE_COLUMNS, len(line.text) // 2 + 8)))
        if suffix == ".vtt":
            text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        blocks.append(f"{number}\n{span}\n{text}\n" if suffix == ".srt" else f"{span}\n{text}\n")
    return ("" if suffix == ".srt" else "WEBVTT\n\n") + "\n".join(blocks)
