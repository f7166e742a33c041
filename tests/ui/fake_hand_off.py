"""Hand-offs of a project in memory: the real formats and the real comparing, at 25 frames a second."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import ExportError
from core.export.handoff import Handoff, HandoffClip, HandoffSource
from core.export.handoffs import HANDOFFS, handoff_named, handoff_of_file
from core.export.readback import compare
from core.export.timecode import FrameGrid, Rate
from core.schema.handoff import ClipChange, HandoffKind, HandoffWritten, Readback

if TYPE_CHECKING:
    from fake_project import FakeProject


class FakeHandOff:
    """`told` is what the user is to know of what was written; with a `problem` nothing is."""

    def __init__(self, project: FakeProject) -> None:
        self._project = project
        self.problem = ""
        self.told: tuple[str, ...] = ()
        self.source = HandoffSource(
            Path("/media/Episode 12.mp4"), FrameGrid(Rate(25)), 90_000, width=1920, height=1080
        )

    def kinds(self) -> tuple[HandoffKind, ...]:
        return tuple(
            HandoffKind(name=each.NAME, title=each.TITLE, suffix=each.SUFFIX, has_captions=each.HAS_CAPTIONS)
            for each in HANDOFFS
        )

    async def write(
        self, run_id: str, clip_ids: Sequence[str], kind: str, place: Path, is_each: bool = False
    ) -> HandoffWritten:
        self._project.calls.append(("hand_off", (tuple(clip_ids), kind, place, is_each)))
        await asyncio.sleep(0)
        if self.problem:
            raise ExportError(self.problem, str(place))
        clips = [clip for clip in self._project.clips(run_id) if clip.id in clip_ids]
        given = [HandoffClip(c.id, c.wording.title, c.cut, self.source.spans(c.cut), notes=c.notes) for c in clips]
        member = handoff_named(kind)
        assert member is not None
        place.mkdir(parents=True, exist_ok=True)
        file = place / f"Episode 12{member.SUFFIX}"
        with file.open("wb") as stream:
            member.write(stream, Handoff("Episode 12", self.source, tuple(given)))
        return HandoffWritten(files=(file,), clips=len(clips), rate="25", told=self.told)

    async def read(self, run_id: str, file: Path) -> Readback:
        content = await asyncio.to_thread(file.read_bytes)
        member = handoff_of_file(file.name, content)
        if member is None:
            raise ExportError("This file is of no kind that can be read.", str(file))
        clips = self._project.clips(run_id)
        found = compare(clips, self.source, member.read(content, self.source), member.KEEPS_TITLES)
        return Readback(
            file=file, kind=member.TITLE, changes=found.changes, unchanged=found.unchanged, told=found.told
        )

    async def apply(self, run_id: str, changes: Sequence[ClipChange], label: str = "") -> int:
        there = {clip.id: clip for clip in self._project.clips(run_id)}
        asked = [(there[change.clip_id], change) for change in changes if change.clip_id in there]
        after = [
            clip.model_copy(update={"cut": change.after}) for clip, change in asked if clip.cut == change.before
        ]
        if after:
            await self._project.edit(run_id, "Take over changes from the editing program", after)
        return len(after)
