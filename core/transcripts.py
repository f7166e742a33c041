"""What was said in sources as the user corrected it: read, corrected, undone, and kept over new transcriptions.

Corrections belong to a source and a time in it. Runs, clips, captions and files take them from here; what the
machine wrote is never changed.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Literal, cast

from core.errors import ShortlistError, TranscriptError, WorkspaceError
from core.highlights.requote import Quotes
from core.pipeline.artifact import ArtifactStore
from core.pipeline.errand import run_errand
from core.pipeline.pool import Executor
from core.pipeline.records.store import Store
from core.pipeline.runner import Runner
from core.pipeline.together import see_through
from core.placing import PLACE_WORDS, REGISTRY
from core.schema.correction import Corrections, TranscriptReading, WordCorrection
from core.schema.plan import Candidate, EditorialPlan
from core.schema.source import PreparedSource
from core.schema.transcript import Transcript, Word
from core.speech import correct
from core.speech.corrected import corrected
from core.speech.realign import PlacedWords, PlacingJob, can_align, placings

_log = logging.getLogger(__name__)
_STAGE = "transcribe"
_KEPT = 2  # transcripts in memory
_AT_ONCE = 50  # corrections placed by one task, so that what is placed shows before all is
_PATIENCE = 30.0  # seconds that a file waits for words to be placed


class Transcripts:
    """The transcripts of a workspace's sources.

    Where a source was transcribed by several runs the newest counts, unless `run_id` names another.
    """

    def __init__(
        self, store: Store, runner: Runner, artifacts: ArtifactStore, executor: Executor, weights_folder: Path
    ) -> None:
        self._store = store
        self._runner = runner
        self._artifacts = artifacts
        self._executor = executor
        self._weights_folder = weights_folder
        self._heard: dict[str, Transcript] = {}
        self._turn = asyncio.Lock()
        self._waiting: dict[str, None] = {}
        self._tried: set[tuple[str, WordCorrection]] = set()
        self._placing: asyncio.Task[None] | None = None

    def go_on(self) -> None:
        """Place words that the user wrote before the program ended."""
        for source_id in self._store.corrected_sources():
            self._place_soon(source_id)

    async def settled(self) -> None:
        """Wait until words that the user wrote have their place in the sound, or a while has passed."""
        if self._placing is not None:
            await asyncio.wait({self._placing}, timeout=_PATIENCE)

    async def close(self) -> None:
        """Stop what goes on in the background."""
        if self._placing is not None:
            self._placing.cancel()
            await see_through([self._placing])

    async def read(self, source_id: str, run_id: str = "") -> TranscriptReading | None:
        """Return a source's transcript as corrected; None where nothing is transcribed yet."""
        heard = await self.heard(source_id, run_id)
        if heard is None:
            return None
        return await asyncio.to_thread(_reading, heard, self._store.corrections(source_id))

    async def heard(self, source_id: str, run_id: str = "") -> Transcript | None:
        """Return what the machine wrote down; None where nothing is transcribed yet."""
        for each in [run_id] if run_id else self._store.runs_of(source_id):
            fingerprint = self._runner.made_last(each, _STAGE)
            if fingerprint:
                return await self._load(fingerprint)
        return None

    async def _load(self, fingerprint: str) -> Transcript:
        """Read a transcript, which takes a moment for ten hours: the last ones are kept."""
        if fingerprint not in self._heard:
            found = cast(Transcript, await self._runner.load_made(_STAGE, fingerprint))
            self._heard[fingerprint] = found
            while len(self._heard) > _KEPT:
                del self._heard[next(iter(self._heard))]
        return self._heard[fingerprint]

    # Words

    async def correct_words(self, source_id: str, start: float, end: float, text: str, run_id: str = "") -> None:
        """Let the words whose middles lie in source seconds [start, end) read `text`; empty hides them.

        Words that stay keep their times.

        Raises:
            TranscriptError: Nothing is transcribed yet.
        """

        def change(given: Corrections, heard: Transcript) -> Corrections:
            return correct.correct(given, heard, start, end, text)

        await self._change(source_id, run_id, "Correct words", change)

    async def replace_words(
        self,
        source_id: str,
        find: str,
        replacement: str,
        whole_words: bool = True,
        match_case: bool = False,
        run_id: str = "",
    ) -> int:
        """Replace a text wherever it is said, as one step of undo; return how often it was found.

        Raises:
            TranscriptError: Nothing is transcribed yet.
        """
        count = 0

        def change(given: Corrections, heard: Transcript) -> Corrections:
            nonlocal count
            made, count = correct.replace_words(given, heard, find, replacement, whole_words, match_case)
            return made

        await self._change(source_id, run_id, f"Replace “{find}”", change)
        return count

    async def revert(self, source_id: str, start: float, end: float) -> None:
        """Forget what was corrected of the words that touch source seconds [start, end)."""
        await self._change(source_id, "", "Revert words", lambda given, _: correct.revert(given, start, end))

    async def resolve(
        self, source_id: str, start: float, keep: Literal["mine", "heard"], run_id: str = ""
    ) -> None:
        """Decide a conflict, named by its start: what the user wrote stands for good, or what is heard now."""

        def change(given: Corrections, heard: Transcript) -> Corrections:
            if keep == "mine":
                return correct.keep_mine(given, heard, start)
            return correct.keep_heard(given, start)

        label = "Keep my correction" if keep == "mine" else "Keep what was heard"
        await self._change(source_id, run_id, label, change)

    # Speakers

    async def name_speaker(self, source_id: str, label: str, name: str, run_id: str = "") -> None:
        """Show a speaker by a name; empty gives the label back."""

        def change(given: Corrections, heard: Transcript) -> Corrections:
            return correct.name_speaker(given, heard, label, name)

        await self._change(source_id, run_id, f"Name {label}", change)

    async def merge_speakers(self, source_id: str, labels: list[str], into: str, run_id: str = "") -> None:
        """Let several speakers be one."""

        def change(given: Corrections, heard: Transcript) -> Corrections:
            return correct.merge_speakers(given, heard, labels, into)

        await self._change(source_id, run_id, f"Merge speakers into {into}", change)

    async def assign_speaker(self, source_id: str, start: float, end: float, label: str, run_id: str = "") -> None:
        """Say who talks in source seconds [start, end); the label may be a new one."""

        def change(given: Corrections, heard: Transcript) -> Corrections:
            return correct.assign_speaker(given, heard, start, end, label)

        await self._change(source_id, run_id, f"Say that {label} talks", change)

    # Undo

    async def quiet(self) -> None:
        """Wait until what is being corrected is a step of undo."""
        async with self._turn:
            pass

    async def undo(self, source_id: str) -> bool:
        """Take the last step in a source back; False where there is none."""
        async with self._turn:
            before = self._store.corrections(source_id)
            is_done = self._store.undo_correction(source_id)
            await self._follow(source_id, before)
        return is_done

    async def redo(self, source_id: str) -> bool:
        """Bring back the step in a source that was undone last; False where there is none."""
        async with self._turn:
            before = self._store.corrections(source_id)
            is_done = self._store.redo_correction(source_id)
            await self._follow(source_id, before)
        return is_done

    def labels(self, source_id: str) -> tuple[str | None, str | None]:
        """Return the names of what undo would take back and redo bring back."""
        done, undone = self._store.undo_correction_step(source_id), self._store.redo_correction_step(source_id)
        return done.label if done else None, undone.label if undone else None

    async def _change(
        self,
        source_id: str,
        run_id: str,
        label: str,
        change: Callable[[Corrections, Transcript], Corrections],
    ) -> None:
        async with self._turn:
            heard = await self.heard(source_id, run_id)
            if heard is None:
                source = self._store.source(source_id)
                raise TranscriptError(
                    "Nothing of this source is transcribed yet.",
                    str(source.path),
                    remedy="Wait until its run has written the transcript.",
                )
            # Ten hours of words take a moment, which the window need not wait for.
            before = self._store.corrections(source_id)
            after = await asyncio.to_thread(change, before, heard)
            self._store.keep_corrections(source_id, label, after)
            await self._follow(source_id, before)

    async def _follow(self, source_id: str, before: Corrections) -> None:
        """Let what is corrected be found and quoted, and have words placed in the sound that have no times yet."""
        now = self._store.corrections(source_id)
        heard = await self.heard(source_id) if now != before else None
        if heard is None:
            return
        shown = await asyncio.to_thread(corrected, heard, now)
        self._store.index_transcript(source_id, shown)
        self._place_soon(source_id)
        for run_id in self._store.runs_of(source_id) if now.words != before.words else ():
            try:
                await self._requote(run_id, before, now)
            except WorkspaceError as error:
                # The correction itself is kept; a plan that is made again quotes it.
                _log.warning("Titles of run %s were not looked through: %s", run_id, error)

    async def _requote(self, run_id: str, before: Corrections, now: Corrections) -> None:
        """Let titles and hooks that quote the transcript, and that the user left alone, read as it does."""
        plan = cast(EditorialPlan | None, await self._runner.load_last(run_id, "plan"))
        fingerprint = self._runner.made_last(run_id, _STAGE)
        if plan is None or not fingerprint:
            return
        heard = await self._load(fingerprint)
        was, reads = await asyncio.to_thread(_wordings, plan, heard, before, now)
        changed = []
        for clip in self._store.clips(run_id):
            old, new = was.get(clip.candidate_id), reads.get(clip.candidate_id)
            if old is None or new is None:
                continue
            title, hook = clip.wording.title, clip.wording.hook
            title = new.title if title == old.title else title
            hook = new.hook if hook == old.hook else hook
            wording = clip.wording.model_copy(update={"title": title, "hook": hook})
            if wording != clip.wording:
                changed.append(clip.model_copy(update={"wording": wording}))
        if changed:
            self._store.put_clips(run_id, changed)

    # Times

    def _place_soon(self, source_id: str) -> None:
        self._waiting[source_id] = None
        if self._placing is None or self._placing.done():
            self._placing = asyncio.get_running_loop().create_task(self._place_all())

    async def _place_all(self) -> None:
        while self._waiting:
            source_id = next(iter(self._waiting))
            del self._waiting[source_id]
            try:
                while await self._place_some(source_id):
                    pass
            except ShortlistError as error:
                # Words keep the times that they were given by their length.
                _log.warning("Corrected words could not be placed in the sound: %s", error)

    async def _place_some(self, source_id: str) -> bool:
        """Place some of the words of a source that have no place yet; False where nothing is left to try."""
        given = self._store.corrections(source_id)
        todo = [each for each in given.words if each.words and not each.is_aligned]
        todo = [each for each in todo if (source_id, each) not in self._tried][:_AT_ONCE]
        heard = await self.heard(source_id) if todo else None
        if heard is None or not can_align(heard.language):
            return False
        audio = await self._audio(source_id)
        if audio is None:
            return False
        self._tried.update((source_id, each) for each in todo)
        shown = await asyncio.to_thread(corrected, heard, given)
        found = await self._place(PlacingJob(audio=audio, placings=placings(shown, todo)))
        better = {
            old: old.model_copy(update={"words": words, "is_aligned": True})
            for old, words in zip(todo, found, strict=True)
            if words
        }
        # They may come back as they were, by redo.
        self._tried.difference_update((source_id, each) for each in better)
        async with self._turn:
            # What the user changed meanwhile is not what was placed.
            now = self._store.corrections(source_id)
            words = tuple(better.get(each, each) for each in now.words)
            if words != now.words:
                self._store.refine_corrections(source_id, now.model_copy(update={"words": words}))
        return True

    async def _audio(self, source_id: str) -> Path | None:
        for run_id in self._store.runs_of(source_id):
            prepared = cast(PreparedSource | None, await self._runner.load_last(run_id, "transcode"))
            if prepared is not None and prepared.analysis_audio is not None:
                return prepared.analysis_audio
        return None

    async def _place(self, job: PlacingJob) -> tuple[tuple[Word, ...], ...]:
        """Place words in a worker, at once: it takes a second, and the user waits for it.

        Raises:
            TranscriptError: The worker failed.
        """
        made = await run_errand(
            self._executor,
            self._artifacts,
            self._weights_folder,
            REGISTRY,
            PLACE_WORDS,
            job,
            PlacedWords,
            TranscriptError,
        )
        return made.found


def _wordings(
    plan: EditorialPlan, heard: Transcript, before: Corrections, now: Corrections
) -> tuple[dict[str, Candidate], dict[str, Candidate]]:
    """Return a plan's candidates by their ids, as they were and as they are to read."""
    was, reads = (Quotes(heard, corrected(heard, each)) for each in (before, now))
    return (
        {found.id: was.candidate(found) for found in plan.candidates},
        {found.id: reads.candidate(found) for found in plan.candidates},
    )


def _reading(heard: Transcript, corrections: Corrections) -> TranscriptReading:
    return TranscriptReading.model_construct(
        heard=heard,
        transcript=corrected(heard, corrections),
        corrections=corrections,
        conflicts=correct.conflicts(corrections, heard),
    )
