"""Runs: import files, follow their stages, order, stop, resume, delete.

All runs are kept in memory and kept up by events, so that hundreds of them cost the window nothing: the database
is asked for a few runs at a time, and for the jobs of those runs alone that are looked at.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.pipeline.events import JobProgressed, RetryPlanned
from core.schema.queue import QueueState
from core.schema.run import SOURCE_FIELD, JobRecord, LogLine, OutputRecord, Priority, RunOptions, RunRecord
from core.schema.source import Source
from ui.controllers.delays import Delays
from ui.controllers.events import ProjectEvents
from ui.controllers.failures import Failure, failures_of
from ui.controllers.stages import StageRow, stage_rows
from ui.controllers.standing import RunLine, run_lines
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP

if TYPE_CHECKING:
    from core.project import Project

_REFRESH_MS = 120
_COUNT_MS = 1000
# What one refresh reads anew of runs whose jobs got further: about 10 ms of work.
_READ_AT_ONCE = 24
# The open run, the selected one, one that is exported, one that was just left.
_FOLLOWED_AT_ONCE = 4
_LOG_LINES = 3000
# Among the last lines of a plan's log is who scored, as the engine writes its choices: "Scorer: chosen. Reason."
_PLAN_LINES, _SCORER = 30, "scorer: "


class LibraryController(QObject):
    """Knows all runs and how far their stages are. Changes are told at most every `_REFRESH_MS`.

    Signals:
        runs_changed(): A run appeared, vanished or changed.
        stages_changed(str): The stages of a run that is looked at got further.
        run_started(str): A run that the user asked for has begun.
        importing_changed(int): How many files are being looked at.
    """

    runs_changed = Signal()
    stages_changed = Signal(str)
    run_started = Signal(str)
    importing_changed = Signal(int)

    def __init__(
        self, project: Project, events: ProjectEvents, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._tasks = tasks
        self._runs = {run.id: run for run in project.runs()}
        self._lines: list[RunLine] | None = None
        self._at_work: dict[str, dict[str, str]] = {}
        self._exporting = self._find_exports()
        self._delays = Delays()
        self._queue: QueueState = project.queue()
        self._jobs: dict[str, dict[str, JobRecord]] = {}
        self._failures: dict[str, list[Failure]] = {}
        self._progress: dict[str, dict[str, JobProgressed]] = {}
        self._unread: dict[str, None] = {}
        self._stale: set[str] = set()
        self._importing = 0
        self.options = RunOptions()
        # Asked before a run starts, as by the queue, which looks whether it fits the disk.
        self.admits: Callable[[Source, RunOptions], Awaitable[bool]] | None = None
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.setInterval(_REFRESH_MS)
        self._refresh.timeout.connect(self._on_refresh)
        events.run_changed.connect(self._on_run_changed)
        events.run_deleted.connect(self._on_run_deleted)
        events.job_changed.connect(self._on_job_changed)
        events.job_progressed.connect(self._on_job_progressed)
        events.output_changed.connect(self._on_output_changed)
        events.clips_changed.connect(self._on_clips_changed)
        events.queue_changed.connect(self._on_queue_changed)
        events.retry_planned.connect(self._on_retry_planned)
        self._countdown = QTimer(self)
        self._countdown.setInterval(_COUNT_MS)
        self._countdown.timeout.connect(self._on_counted)

    # What there is

    def runs(self) -> list[RunRecord]:
        """Return all runs, the newest first."""
        return sorted(self._runs.values(), key=lambda run: run.created_at, reverse=True)

    def run(self, run_id: str) -> RunRecord | None:
        """Return a run, or None where it is gone."""
        return self._runs.get(run_id)

    def lines(self) -> list[RunLine]:
        """Return how every run stands: the queue in its order, then the rest, the newest first."""
        if self._lines is None:
            at_work = {run_id: next(reversed(jobs.values())) for run_id, jobs in self._at_work.items() if jobs}
            exporting = {run_id for run_id, open_outputs in self._exporting.items() if open_outputs}
            self._lines = run_lines(self._runs.values(), at_work, exporting, self._delays.words(), self._queue)
        return self._lines

    def line(self, run_id: str) -> RunLine | None:
        """Return how one run stands, or None where it is gone."""
        return next((line for line in self.lines() if line.run.id == run_id), None)

    def stages(self, run_id: str) -> list[StageRow]:
        """Return how far each stage is, and follow that run from now on."""
        return stage_rows(self._jobs_of(run_id).values(), self._progress.get(run_id, {}))

    def told_last(self, run_id: str) -> JobProgressed | None:
        """Return what the jobs of a run that are at work told last, or None where they told nothing yet."""
        return next(reversed(self._progress.get(run_id, {}).values()), None)

    def failures(self, run_id: str) -> list[Failure]:
        """Return what failed in a run: stage, clip, file, reason and how often it was tried."""
        if run_id not in self._failures:
            jobs = [job for job in self._jobs_of(run_id).values() if job.state == "failed"]
            outputs = [output for output in self._project.outputs(run_id) if output.state == "failed"]
            has_failed = bool(jobs or outputs)
            titles = self.clip_titles(run_id) if has_failed else {}
            attempts = self._project.attempts(run_id) if has_failed else []
            self._failures[run_id] = failures_of(jobs, outputs, attempts, titles)
        return self._failures[run_id]

    def clip_titles(self, run_id: str) -> dict[str, str]:
        """Return the titles of a run's clips by id."""
        return {clip.id: clip.wording.title for clip in self._project.clips(run_id)}

    def scorer(self, run_id: str) -> tuple[str, bool]:
        """Return in words who scored a run's clips, empty if nobody said, and whether it was less than asked."""
        lines = self._project.log(run_id, stage="plan", limit=_PLAN_LINES)
        told = next((line for line in reversed(lines) if line.message.casefold().startswith(_SCORER)), None)
        if told is None:
            return "", False
        return told.message.partition(". ")[2], told.level != "info"

    def log(self, run_id: str, stage: str = "", has_problems_only: bool = False) -> list[LogLine]:
        """Return the latest lines of a run's log, or of all where it is empty, oldest first."""
        level = "warning" if has_problems_only else ""
        return self._project.log(run_id, stage=stage, level=level, limit=_LOG_LINES)

    async def free_bytes(self) -> int:
        """Return the free space of the workspace's disk; looked up in a thread, since a disk can be slow."""
        return await self._tasks.in_thread(self._project.free_bytes)

    # What the user wants

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import files; each becomes a run, in the order they are given. One bad file does not stop the others."""
        begun: list[asyncio.Future[None]] = []
        for path in paths:
            work = self._import(path, tuple(begun))
            begun.append(self._tasks.start(work, QT_TR_NOOP("Could not import {file}."), file=path.name))

    def run_again(self, run_id: str, options: RunOptions) -> None:
        """Start another run of a run's source."""
        if (run := self.run(run_id)) is not None:
            work = self._start(run.source_id, options)
            self._tasks.start(work, QT_TR_NOOP("Could not work on {file} again."), file=run.source_name)

    def cancel(self, run_id: str) -> None:
        """Stop the work of a run; it can be resumed."""
        self._tasks.start(self._project.cancel(run_id), QT_TR_NOOP("Could not stop the run."))

    def resume(self, run_id: str) -> None:
        """Go on where a run was stopped or failed."""
        self._tasks.start(self._project.resume(run_id), QT_TR_NOOP("Could not resume the run."))

    def delete(self, run_id: str) -> None:
        """Remove a run with its clips and decisions; the source file stays."""
        self._tasks.start(self._project.delete_run(run_id), QT_TR_NOOP("Could not delete the run."))

    def set_priority(self, run_id: str, priority: Priority) -> None:
        """Serve a run before or after those of another priority."""
        self._tasks.start(self._set_priority(run_id, priority), QT_TR_NOOP("Could not change the priority."))

    def move(self, run_id: str, by: int) -> None:
        """Move a run by so many places in the queue: earlier when negative; its priority stays."""
        self._tasks.start(self._move(run_id, by), QT_TR_NOOP("Could not move the run."))

    def move_to_front(self, run_id: str) -> None:
        """Serve a run first of those that have its priority."""
        self._tasks.start(self._place(run_id, 0), QT_TR_NOOP("Could not move the run."))

    def move_before(self, run_id: str, other_id: str) -> None:
        """Serve a run right before another one, or last of its priority where that has a later turn or is gone."""
        self._tasks.start(self._move_before(run_id, other_id), QT_TR_NOOP("Could not move the run."))

    async def _set_priority(self, run_id: str, priority: Priority) -> None:
        self._project.set_priority(run_id, priority)

    async def _place(self, run_id: str, place: int) -> None:
        self._project.move_in_queue(run_id, place)

    async def _move(self, run_id: str, by: int) -> None:
        mates = self._mates(run_id)
        if run_id in mates:
            await self._place(run_id, min(max(mates.index(run_id) + by, 0), len(mates) - 1))

    async def _move_before(self, run_id: str, other_id: str) -> None:
        queued, mates = [run.id for run in self._queued()], self._mates(run_id)
        later = set(queued[queued.index(other_id) :]) if other_id in queued else set()
        await self._place(run_id, sum(mate not in later for mate in mates if mate != run_id))

    def _mates(self, run_id: str) -> list[str]:
        """Return the unfinished runs of one priority in the order they are served."""
        queued = self._queued()
        priority = next((run.priority for run in queued if run.id == run_id), "")
        return [run.id for run in queued if run.priority == priority]

    def _queued(self) -> list[RunRecord]:
        return [line.run for line in self.lines() if line.is_unfinished]

    async def bring_in(self, path: Path, options: RunOptions, before: Sequence[asyncio.Future[None]] = ()) -> str:
        """Import a file and return its run, nothing where there is no room for it.

        The run comes behind those of the files before it, whatever became of them.

        Raises:
            ShortlistError: It can't be used, or the options can't.
        """
        self._count_import(+1)
        try:
            source = await self._project.import_source(path)
            if before:
                await asyncio.wait(before)
            if options.deliver_to and not options.recipe and SOURCE_FIELD not in options.deliver_to:
                # A folder for each video: clips of a night's episodes would lie among each other.
                options = options.model_copy(update={"deliver_to": str(Path(options.deliver_to, source.name))})
            if self.admits is not None and not await self.admits(source, options):
                return ""
            return await self._start(source.id, options)
        finally:
            self._count_import(-1)

    async def _start(self, source_id: str, options: RunOptions) -> str:
        run_id = await self._project.start_run(source_id, options)
        self._mark(run_id)
        self.run_started.emit(run_id)
        return run_id

    async def _import(self, path: Path, before: Sequence[asyncio.Future[None]]) -> None:
        await self.bring_in(path, self.options, before)

    def _count_import(self, change: int) -> None:
        self._importing += change
        self.importing_changed.emit(self._importing)

    # Keeping up with the project

    def _find_exports(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for run in self._project.queued_runs():
            if run.state == "analysis_complete":
                found[run.id] = {output.id for output in self._project.outputs(run.id) if _is_open(output)}
        return found

    def _jobs_of(self, run_id: str) -> dict[str, JobRecord]:
        """Return a run's jobs by id: read once, kept up by events for as long as the run is looked at."""
        jobs = self._jobs.pop(run_id, None)
        if jobs is None:
            jobs = {job.id: job for job in self._project.jobs(run_id)}
            self._at_work[run_id] = {job.id: job.stage for job in jobs.values() if job.state == "in_progress"}
        self._jobs[run_id] = jobs
        while len(self._jobs) > _FOLLOWED_AT_ONCE:
            left = next(iter(self._jobs))
            del self._jobs[left]
            self._failures.pop(left, None)
        return jobs

    def _on_run_changed(self, run: RunRecord) -> None:
        self._runs[run.id] = run
        self._unread.pop(run.id, None)
        self._mark(run.id)

    def _on_run_deleted(self, run_id: str) -> None:
        self._runs.pop(run_id, None)
        self._at_work.pop(run_id, None)
        self._exporting.pop(run_id, None)
        self._delays.end(run_id)
        self._jobs.pop(run_id, None)
        self._failures.pop(run_id, None)
        self._progress.pop(run_id, None)
        self._unread.pop(run_id, None)
        self._mark(run_id)

    def _on_job_changed(self, job: JobRecord) -> None:
        if job.run_id not in self._runs:
            return
        working = self._at_work.setdefault(job.run_id, {})
        if job.state == "in_progress":
            working[job.id] = job.stage
            self._delays.end(job.run_id)
        else:
            working.pop(job.id, None)
            self._progress.get(job.run_id, {}).pop(job.id, None)
        if job.run_id in self._jobs:
            known = self._jobs[job.run_id].get(job.id)
            self._jobs[job.run_id][job.id] = job
            if job.state == "failed" or (known is not None and known.state == "failed"):
                self._failures.pop(job.run_id, None)
        self._unread[job.run_id] = None
        self._mark(job.run_id)

    def _on_job_progressed(self, progress: JobProgressed) -> None:
        self._progress.setdefault(progress.run_id, {})[progress.job_id] = progress
        self._mark(progress.run_id)

    def _on_output_changed(self, output: OutputRecord) -> None:
        open_outputs = self._exporting.setdefault(output.run_id, set())
        (open_outputs.add if _is_open(output) else open_outputs.discard)(output.id)
        if output.state in ("failed", "pending"):
            self._failures.pop(output.run_id, None)
        self._mark(output.run_id)

    def _on_clips_changed(self, run_id: str) -> None:
        # Jobs of clips that are gone go with them, untold.
        self._jobs.pop(run_id, None)
        self._failures.pop(run_id, None)

    def _on_queue_changed(self, queue: QueueState) -> None:
        self._queue = queue
        self._mark("")

    def _on_retry_planned(self, planned: RetryPlanned) -> None:
        self._delays.begin(planned)
        self._mark(planned.run_id)
        self._countdown.start()

    def _on_counted(self) -> None:
        if not self._delays.words():
            self._countdown.stop()
        self._mark("")

    def _mark(self, run_id: str) -> None:
        self._lines = None
        self._stale.add(run_id)
        if not self._refresh.isActive():
            self._refresh.start()

    def _on_refresh(self) -> None:
        stale, self._stale = self._stale, set()
        self._read_some()
        self.runs_changed.emit()
        for run_id in sorted(stale.intersection(self._jobs)):
            self.stages_changed.emit(run_id)

    def _read_some(self) -> None:
        """Read a few of the runs whose jobs got further, those that are looked at first; the rest has its turn."""
        turn = [run_id for run_id in self._jobs if run_id in self._unread]
        turn += [run_id for run_id in self._unread if run_id not in self._jobs]
        for run_id in turn[:_READ_AT_ONCE]:
            del self._unread[run_id]
            self._runs[run_id] = self._project.run(run_id)
        self._lines = None
        if self._unread:
            self._refresh.start()


def _is_open(output: OutputRecord) -> bool:
    return output.state in ("pending", "rendering")
