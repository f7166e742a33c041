"""Translations in memory with the shape of the real ones, made by the same functions: for tests of the window."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import ProviderError, TranscriptError
from core.pipeline.events import TranslationChanged
from core.schema.endpoint import Endpoint
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.translation import TranslatedLine, Translation, TranslationOutcome, TranslationReview
from core.translation.languages import NAMES
from core.translation.review import forgotten, replace_lines, review, wanted, write_line

if TYPE_CHECKING:
    from tests.ui.fake_project import FakeProject


class FakeTranslations:
    """What the window asks of translations; `gate` holds up the second half of one until it is set."""

    def __init__(self, project: FakeProject) -> None:
        self._project = project
        self.endpoint: Endpoint | None = Endpoint(base_url="http://localhost/v1", model="a-model")
        self.kept: dict[tuple[str, str], Translation] = {}
        self.saved: list[Path] = []
        self.gate = asyncio.Event()
        self.problem = ""

    def known(self) -> dict[str, str]:
        return dict(sorted(NAMES.items(), key=lambda pair: pair[1]))

    def languages(self, source_id: str) -> list[str]:
        return sorted(language for source, language in self.kept if source == source_id)

    async def review(self, source_id: str, language: str) -> TranslationReview:
        reading = self._project.transcripts.peek(source_id)
        if reading is None:
            raise TranscriptError("Nothing is written down yet.", remedy="Wait for the transcript.")
        kept = self._of(source_id, language)
        lines = review(reading.transcript, kept)
        return TranslationReview(language=language, spoken="en", lines=lines, model=kept.model)

    def _of(self, source_id: str, language: str) -> Translation:
        return self.kept.get((source_id, language), Translation(source_id=source_id, language=language))

    def _put(self, translation: Translation) -> None:
        self.kept[translation.source_id, translation.language] = translation
        self._project.tell(TranslationChanged(translation.source_id, translation.language))

    async def translate(
        self,
        source_id: str,
        language: str,
        progress: ProgressCallback = ignore_progress,
        again: Sequence[float] = (),
        terms: str = "",
    ) -> TranslationOutcome:
        if self.problem:
            raise ProviderError(self.problem)
        lines = forgotten((await self.review(source_id, language)).lines, again)
        todo = wanted(lines)
        half = len(todo) // 2
        for place, part in enumerate((todo[:half], todo[half:])):
            progress(place / 2, f"{place * half} of {len(todo)} lines, asking a-model")
            if place:
                await self.gate.wait()
            made = [
                TranslatedLine(
                    start=li.start, end=li.end, original=li.original, text=f"[{language}] {li.original}"
                )
                for li in (lines[index] for index in part)
            ]
            self._put(replace_lines(self._of(source_id, language), made, "a-model"))
        return TranslationOutcome(translated=len(todo), missing=0, usd=0.0123)

    async def write(self, source_id: str, language: str, at: float, text: str) -> None:
        reading = self._project.transcripts.peek(source_id)
        assert reading is not None
        self._put(write_line(reading.transcript, self._of(source_id, language), at, text))

    async def save(self, source_id: str, language: str, file: Path) -> Path:
        self.saved.append(file)
        return file
