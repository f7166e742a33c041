"""Contact sheets of a project in memory: the real page and the real comparing, over a film that is given."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from core import editing
from core.errors import ExportError
from core.export import sheet
from core.resources import resource
from core.schema.choice import Aspect
from core.schema.record import ProgressCallback
from core.schema.sheet import SheetAnswers, SheetChange, SheetLanguage, SheetWritten

if TYPE_CHECKING:
    from fake_project import FakeProject


class FakeContactSheets:
    """With a `problem` none is written; one waits for `made` after its first clip."""

    def __init__(self, project: FakeProject) -> None:
        self._project = project
        self.problem = ""
        self.made = asyncio.Event()

    async def write(
        self,
        run_id: str,
        clip_ids: Sequence[str],
        aspect: Aspect,
        place: Path,
        progress: ProgressCallback,
        language: SheetLanguage,
    ) -> SheetWritten:
        self._project.calls.append(("sheet", (tuple(clip_ids), aspect, place)))
        await asyncio.sleep(0)
        if self.problem:
            raise ExportError(self.problem, str(place))
        progress(1 / len(clip_ids), "2 of 3")
        await self.made.wait()
        film = resource("icons/shortlist.png")
        shown = [sheet.SheetClip(self._project.clip(each), "said", "", film, film) for each in clip_ids]
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as stream:
            sheet.write(stream, sheet.SheetPage(run_id, "Episode 12", date(2026, 11, 30), shown, language))
        size = place.stat().st_size
        return SheetWritten(file=place, clips=len(shown), size_bytes=size, told=("It is large.",))

    async def read(self, run_id: str, file: Path) -> SheetAnswers:
        content = await asyncio.to_thread(file.read_bytes)
        return sheet.read(content, run_id, self._project.clips(run_id), file)

    async def apply(self, run_id: str, changes: Sequence[SheetChange], label: str = "") -> int:
        after = []
        for change in changes:
            clip = self._project.clip(change.clip_id)
            if change.decision is not None:
                clip = editing.set_decision(clip, change.decision)
            if change.notes is not None:
                clip = editing.set_notes(clip, change.notes)
            after.append(clip)
        await self._project.edit(run_id, label, after)
        return len(after)
