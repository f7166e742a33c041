"""Corrections in memory with the shape of the real ones, which they are made by: for tests of the window alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from core.pipeline.events import CorrectionsChanged
from core.schema.clip import Clip
from core.schema.correction import Corrections, TranscriptReading
from core.schema.transcript import Transcript
from core.speech import correct
from core.speech.corrected import corrected

if TYPE_CHECKING:
    from tests.ui.fake_project import FakeProject


class CorrectionStep(dict[str, Clip]):
    """A side of a step of undo that changes no clip, but a source's corrections."""

    def __init__(self, source_id: str, corrections: Corrections) -> None:
        super().__init__()
        self.source_id = source_id
        self.corrections = corrections


class FakeTranscripts:
    """What the window asks of the transcripts of a project's sources."""

    def __init__(self, project: FakeProject) -> None:
        self._project = project
        self.corrections: dict[str, Corrections] = {}

    def _heard(self, source_id: str) -> Transcript | None:
        runs = (run.id for run in self._project.run_records.values() if run.source_id == source_id)
        # None of them where the run was deleted meanwhile.
        found = self._project.analyses.get(next(runs, ""))
        return found.transcript if found else None

    async def read(self, source_id: str, run_id: str = "") -> TranscriptReading | None:
        return self.peek(source_id)

    def peek(self, source_id: str) -> TranscriptReading | None:
        """Return what `read` gives, for the other fakes: what waits in a test's `read` is the window alone."""
        heard = self._heard(source_id)
        if heard is None:
            return None
        given = self.corrections.get(source_id, Corrections())
        return TranscriptReading(
            heard=heard,
            transcript=corrected(heard, given),
            corrections=given,
            conflicts=correct.conflicts(given, heard),
        )

    async def correct_words(self, source_id: str, start: float, end: float, text: str, run_id: str = "") -> None:
        self._change(
            source_id, "Correct words", lambda given, heard: correct.correct(given, heard, start, end, text)
        )

    async def replace_words(
        self,
        source_id: str,
        find: str,
        replacement: str,
        whole_words: bool = True,
        match_case: bool = False,
        run_id: str = "",
    ) -> int:
        counts: list[int] = []

        def change(given: Corrections, heard: Transcript) -> Corrections:
            made, count = correct.replace_words(given, heard, find, replacement, whole_words, match_case)
            counts.append(count)
            return made

        self._change(source_id, f"Replace “{find}”", change)
        return counts[0]

    async def revert(self, source_id: str, start: float, end: float) -> None:
        self._change(source_id, "Revert words", lambda given, _: correct.revert(given, start, end))

    async def resolve(self, source_id: str, start: float, keep: str, run_id: str = "") -> None:
        def change(given: Corrections, heard: Transcript) -> Corrections:
            mine = keep == "mine"
            return correct.keep_mine(given, heard, start) if mine else correct.keep_heard(given, start)

        self._change(source_id, "Decide", change)

    async def name_speaker(self, source_id: str, label: str, name: str, run_id: str = "") -> None:
        self._change(source_id, "Name", lambda given, heard: correct.name_speaker(given, heard, label, name))

    async def merge_speakers(self, source_id: str, labels: list[str], into: str, run_id: str = "") -> None:
        self._change(source_id, "Merge", lambda given, heard: correct.merge_speakers(given, heard, labels, into))

    async def assign_speaker(self, source_id: str, start: float, end: float, label: str, run_id: str = "") -> None:
        self._change(
            source_id, "Assign", lambda given, heard: correct.assign_speaker(given, heard, start, end, label)
        )

    def _change(
        self, source_id: str, label: str, change: Callable[[Corrections, Transcript], Corrections]
    ) -> None:
        heard = self._heard(source_id)
        assert heard is not None
        before = self.corrections.get(source_id, Corrections())
        after = change(before, heard)
        for run in self._project.run_records.values():
            if run.source_id == source_id and after != before:
                step = (label, CorrectionStep(source_id, before), CorrectionStep(source_id, after))
                self._project.history.setdefault(run.id, []).append(step)
        self.put(CorrectionStep(source_id, after))

    def put(self, step: CorrectionStep) -> None:
        """Let corrections be as they were at a step."""
        self.corrections[step.source_id] = step.corrections
        self._project.tell(CorrectionsChanged(step.source_id))
