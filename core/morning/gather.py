"""Gathers what became of sources from the records alone, also while another program works on them."""

from __future__ import annotations

import shlex
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from core.morning.saving import write_report
from core.pipeline.records.store import Store
from core.schema.batch import Batch, BatchItem
from core.schema.cell import Cell, shape_words
from core.schema.clip import Clip
from core.schema.morning import Ending, MadeClip, MadeFile, MorningReport, SourceReport, Trouble
from core.schema.run import JobRecord, OutputRecord, RunRecord
from core.schema.source import PreparedSource
from core.stages import STAGES
from core.taste import Taste

_ID_CHARACTERS = 8
_FAILED = ("failed", "delivery_failed")


class Morning:
    """Tells of runs, and of sources that never came to one."""

    def __init__(
        self, store: Store, taste: Taste, prepared: Callable[[str], Awaitable[PreparedSource | None]]
    ) -> None:
        self._store = store
        self._taste = taste
        self._prepared = prepared

    async def of_batch(self, batch: Batch, workspace: str = "") -> MorningReport:
        """Tell of a batch. `workspace` stands behind commands where the user's own would be taken otherwise."""
        there = {run.id: run for run in self._store.runs()}
        sources = []
        for item in batch.items:
            run = there.get(item.run_id)
            sources.append(await self._run(run, workspace) if run else _without_run(batch, item, workspace))
        return _together(sources, batch.started_at)

    async def since(self, at: float, workspace: str = "") -> MorningReport:
        """Tell of all that was begun or finished since a moment (seconds since the epoch), oldest first."""
        runs = [run for run in self._store.runs() if max(run.created_at, run.finished_at or 0.0) >= at]
        sources = [await self._run(run, workspace) for run in sorted(runs, key=lambda run: run.created_at)]
        there = {run.id for run in self._store.runs()}
        for batch in reversed(self._store.batches()):
            if batch.started_at >= at:
                lost = [item for item in batch.items if item.run_id not in there]
                sources += [_without_run(batch, item, workspace) for item in lost]
        return _together(sources, at)

    async def of_runs(self, run_ids: Sequence[str], workspace: str = "") -> MorningReport:
        """Tell of single runs."""
        runs = [self._store.run(run_id) for run_id in run_ids]
        sources = [await self._run(run, workspace) for run in runs]
        return _together(sources, min((run.created_at for run in runs), default=0.0))

    def write(self, report: MorningReport, file: Path) -> Path:
        """Write a report as HTML, Markdown or JSON, as the file's ending asks.

        Raises:
            ExportError: The file can't be written, or its ending asks for nothing of these.
        """
        return write_report(report, file)

    async def _run(self, run: RunRecord, workspace: str) -> SourceReport:
        jobs, outputs, clips = self._store.jobs(run.id), self._store.outputs(run.id), self._store.clips(run.id)
        scores = {clip_id: standing.score for clip_id, standing in self._taste.standings(clips).items()}
        ranked = self._taste.in_order(clips)
        places = {each.cell: each.places for each in self._store.publications(run.id) if each.state == "published"}
        made = tuple(_clip(clip, scores[clip.id], outputs, places) for clip in ranked)
        made = tuple(clip for clip in made if clip.files)
        spent = self._store.spending("run", run.id)
        ending = _ending(run, outputs)
        best = max(scores.values(), default=0.0)
        return SourceReport(
            name=run.source_name,
            path=str(run.source_path),
            ending=ending,
            run_id=run.id,
            recipe=run.options.recipe,
            started_at=run.created_at,
            finished_at=run.finished_at,
            seconds_in=self._store.source(run.source_id).duration,
            seconds_out=sum(clip.seconds * len(clip.files) for clip in made),
            clips=made,
            troubles=tuple(self._troubles(run, ending, outputs, clips, best, workspace)),
            doubts=(*await self._odd(run.id), *_failed_checks(outputs)),
            less=self._less(run.id),
            stages=_stage_seconds(jobs),
            usd=sum((group.usd for group in spent), Decimal(0)),
            tokens=sum(group.prompt_tokens + group.completion_tokens for group in spent),
        )

    def _troubles(
        self,
        run: RunRecord,
        ending: Ending,
        outputs: Sequence[OutputRecord],
        clips: Sequence[Clip],
        best: float,
        workspace: str,
    ) -> list[Trouble]:
        again = _command(f"resume {run.id[:_ID_CHARACTERS]}", workspace)
        titles = {clip.id: clip.wording.title or clip.id for clip in clips}
        cells = [output.cell for output in outputs]

        def name(cell: Cell) -> str:
            return f"{titles.get(cell.clip_id, cell.clip_id)}, {shape_words(cell, cells)}"

        failed = [output for output in outputs if output.state == "failed"]
        found = [Trouble(what=name(each.cell), why=each.error, command=again) for each in failed]
        if ending == "failed" and not found:
            found.append(Trouble(what=run.source_name, why=run.error or "It ended early.", command=again))
        if ending in ("stopped", "open"):
            why = "It was stopped." if ending == "stopped" else "It is worked on, or was cut off."
            found.append(Trouble(what=run.source_name, why=why, command=again))
        if ending == "nothing_good":
            found.append(_nothing_good(run, clips, best, workspace))
        found += [
            Trouble(
                what=f"{name(each.cell)}, to {each.destination}",
                why=each.error,
                command=_command(
                    f"publish {run.id[:_ID_CHARACTERS]} --to {shlex.quote(each.destination)}", workspace
                ),
            )
            for each in self._store.publications(run.id)
            if each.state == "failed"
        ]
        return found

    async def _odd(self, run_id: str) -> list[str]:
        """Return what is odd about a run's source, as far as it was read."""
        prepared = await self._prepared(run_id)
        if prepared is None or prepared.health is None:
            return []
        findings = [found for found in prepared.health.findings if found.severity != "note"]
        return [f"{found.found} {found.done}".strip() for found in findings]

    def _less(self, run_id: str) -> tuple[str, ...]:
        lines = self._store.log(run_id, "", "warning", "", 0)
        told = (line.message for line in lines if line.level == "warning" and not line.reason)
        return tuple(dict.fromkeys(message for message in told if not message.endswith("None was approved.")))


def _without_run(batch: Batch, item: BatchItem, workspace: str) -> SourceReport:
    again = _command(f"resume {item.id[:_ID_CHARACTERS]}", workspace)
    # As a run is called after its video.
    name = Path(item.source).stem or item.source
    why = item.error or ("Its run was deleted." if item.run_id else "It was not begun: the program ended before.")
    return SourceReport(
        name=name,
        path=item.source,
        ending="failed" if item.error else "open",
        recipe=batch.options.recipe,
        started_at=batch.started_at,
        troubles=(Trouble(what=name, why=why, command=again),),
    )


def _nothing_good(run: RunRecord, clips: Sequence[Clip], best: float, workspace: str) -> Trouble:
    if not clips:
        again = _command(f"resume {run.id[:_ID_CHARACTERS]}", workspace)
        return Trouble(what=run.source_name, why="No clip was found in it.", command=again)
    if run.options.auto_approve and run.options.approve_from > best:
        why = f"No clip has a score of {run.options.approve_from:g} or more; the best has {best:.0f}."
    else:
        why = f"{len(clips)} clip{'' if len(clips) == 1 else 's'} found, none was exported."
    command = _command(f"show {run.id[:_ID_CHARACTERS]}", workspace)
    return Trouble(what=run.source_name, why=f"{why} Look at them, and export those you want.", command=command)


def _ending(run: RunRecord, outputs: Sequence[OutputRecord]) -> Ending:
    rendered = any(output.state == "rendered" for output in outputs)
    if run.state in _FAILED:
        return "partly" if rendered else "failed"
    if run.is_paused:
        return "stopped"
    if run.state == "fully_generated":
        return "made" if rendered else "nothing_good"
    if run.state == "analysis_complete" and not outputs:
        return "nothing_good"
    return "open"


def _clip(
    clip: Clip,
    score: float,
    outputs: Sequence[OutputRecord],
    places: Mapping[Cell, tuple[str, ...]],
) -> MadeClip:
    cells = [output.cell for output in outputs]
    files = [
        MadeFile(
            aspect=output.aspect,
            preset=output.preset,
            shape=shape_words(output.cell, cells),
            file=output.files[0],
            size_bytes=_size(output.files[0]),
            places=places.get(output.cell, ()),
        )
        for output in outputs
        if output.clip_id == clip.id and output.state == "rendered" and output.files
    ]
    return MadeClip(
        id=clip.id,
        title=clip.wording.title,
        score=round(score, 1),
        start=clip.cut.start,
        seconds=clip.cut.duration,
        files=tuple(files),
    )


def _size(file: Path) -> int | None:
    try:
        return file.stat().st_size
    except OSError:
        return None


def _failed_checks(outputs: Sequence[OutputRecord]) -> list[str]:
    return [
        f"{output.files[0].name}: {check.found}"
        for output in outputs
        if output.files and output.state == "rendered"
        for check in output.checks
        if not check.is_passed
    ]


def _stage_seconds(jobs: Sequence[JobRecord]) -> dict[str, float]:
    seconds: dict[str, float] = {}
    for job in jobs:
        seconds[job.stage] = seconds.get(job.stage, 0.0) + job.seconds
    return {stage.name: round(seconds[stage.name], 3) for stage in STAGES if stage.name in seconds}


def _together(sources: Sequence[SourceReport], since: float) -> MorningReport:
    recipes = {source.recipe for source in sources}
    stages = {
        stage.name: round(sum(source.stages.get(stage.name, 0.0) for source in sources), 3) for stage in STAGES
    }
    return MorningReport(
        made_at=time.time(),
        since=since,
        recipe=next(iter(recipes)) if len(recipes) == 1 else "",
        sources=tuple(sources),
        clips=sum(len(source.clips) for source in sources),
        files=sum(source.files for source in sources),
        seconds_in=sum(source.seconds_in for source in sources),
        seconds_out=sum(source.seconds_out for source in sources),
        usd=sum((source.usd for source in sources), Decimal(0)),
        tokens=sum(source.tokens for source in sources),
        stages={stage: seconds for stage, seconds in stages.items() if seconds},
    )


def _command(words: str, workspace: str) -> str:
    return f"main.py {words}" + (f" --workspace {shlex.quote(workspace)}" if workspace else "")
