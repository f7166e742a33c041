"""Corrections in memory with the shape of the real ones, which they are made by: for tests of the window alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.pipeline.events import CorrectionsChanged
from core.schema.correction import Corrections, TranscriptReading
from core.schema.transcript import Transcript
from core.speech import correct
from core.speech.corrected import corrected

if TYPE_CHECKING:
    from tests.ui.fake_project import FakeProject


class FakeTranscripts:
    """What the window asks of the transcripts of a project's sources."""

    def __init__(self, project: FakeProject) -> None:
        self._project = project
        self.corrections: dict[str, Corrections] = {}

    def _heard(self, source_id: str) -> Transcript | None:
        run_id = next(run.id for run in self._project.run_records.values() if run.source_id == source_id)
        found = self._project.analyses.get(run_id)
        return found.transcript if found else None

    async def read(self, source_id: str, run_id: str = "") -> TranscriptReading | None:
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
        heard = self._heard(source_id)
        assert heard is not None
        given = self.corrections.get(source_id, Corrections())
        self.corrections[source_id] = correct.correct(given, heard, start, end, text)
        self._project.tell(CorrectionsChanged(source_id))
