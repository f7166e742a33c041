"""Runs: import files, follow their stages, stop, resume, delete."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.pipeline.events import JobProgressed, WeightsProgressed
from core.schema.run import JobRecord, RunOptions, RunRecord
from ui.controllers.events import ProjectEvents
from ui.controllers.stages import StageRow, stage_rows
from ui.controllers.tasks import Tasks

if TYPE_CHECKING:
    from core.project import Project

_REFRESH_MS = 120


class LibraryController(QObject):
    """Knows all runs and how far their stages are. Changes are told at most every `_REFRESH_MS`.

    Signals:
        runs_changed(): A run appeared, vanished or changed.
        stages_changed(str): The stages of a run got further.
        run_started(str): A run that the user asked for has begun.
        importing_changed(int): How many files are being looked at.
        weights_progressed(str, float): A model is being fetched: its name and how much of it is here, 0 to 1.
    """

    runs_changed = Signal()
    stages_changed = Signal(str)
    run_started = Signal(str)
    importing_changed = Signal(int)
    weights_progressed = Signal(str, float)

    def __init__(
        self, project: Project, events: ProjectEvents, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._tasks = tasks
        self._progress: dict[str, dict[str, JobProgressed]] = {}
        self._stale: set[str] = set()
        self._importing = 0
        self.options = RunOptions()
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.setInterval(_REFRESH_MS)
        self._refresh.timeout.connect(self._on_refresh)
        events.run_changed.connect(self._on_run_changed)
        events.run_deleted.connect(self._on_run_deleted)
        events.job_changed.connect(self._on_job_changed)
        events.job_progressed.connect(self._on_job_progressed)
        events.weights_progressed.connect(self._on_weights_progressed)

    def runs(self) -> list[RunRecord]:
        """Return all runs, the newest first."""
        return sorted(self._project.runs(), key=lambda run: run.created_at, reverse=True)

    def run(self, run_id: str) -> RunRecord | None:
        """Return a run, or None where it is gone."""
        return next((run for run in self._project.runs() if run.id == run_id), None)

    def stages(self, run_id: str) -> list[StageRow]:
        """Return how far each of the twelve stages is."""
        return stage_rows(self._project.jobs(run_id), self._progress.get(run_id, {}))

    def log_text(self, run_id: str) -> str:
        """Return the run's log, a line each."""
        return "\n".join(f"{line.level:8}{line.stage:18}{line.message}" for line in self._project.log(run_id))

    def lanes(self) -> dict[str, tuple[int, int, int]]:
        """Return running, queued and width of every lane of work."""
        return self._project.lanes()

    async def free_bytes(self) -> int:
        """Return the free space of the workspace's disk; looked up in a thread, since a disk can be slow."""
        return await self._tasks.in_thread(self._project.free_bytes)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import files one after the other; each becomes a run. One bad file does not stop the others."""
        for path in paths:
            self._tasks.start(self._import(path), f"import {path.name}")

    def cancel(self, run_id: str) -> None:
        """Stop the work of a run; it can be resumed."""
        self._tasks.start(self._project.cancel(run_id), "stop the run")

    def resume(self, run_id: str) -> None:
        """Go on where a run was stopped or failed."""
        self._tasks.start(self._project.resume(run_id), "resume the run")

    def delete(self, run_id: str) -> None:
        """Remove a run with its clips and decisions; the source file stays."""
        self._tasks.start(self._project.delete_run(run_id), "delete the run")

    async def _import(self, path: Path) -> None:
        self._count_import(+1)
        try:
            source = await self._project.import_source(path)
            run_id = await self._project.start_run(source.id, self.options)
        finally:
            self._count_import(-1)
        self.runs_changed.emit()
        self.run_started.emit(run_id)

    def _count_import(self, change: int) -> None:
        self._importing += change
        self.importing_changed.emit(self._importing)

    def _on_run_changed(self, run: RunRecord) -> None:
        self._mark(run.id)

    def _on_run_deleted(self, run_id: str) -> None:
        self._progress.pop(run_id, None)
        self._mark(run_id)

    def _on_job_changed(self, job: JobRecord) -> None:
        if job.state != "in_progress":
            self._progress.get(job.run_id, {}).pop(job.id, None)
        self._mark(job.run_id)

    def _on_job_progressed(self, progress: JobProgressed) -> None:
        self._progress.setdefault(progress.run_id, {})[progress.job_id] = progress
        self._mark(progress.run_id)

    def _on_weights_progressed(self, progress: WeightsProgressed) -> None:
        self.weights_progressed.emit(progress.name, progress.fraction)

    def _mark(self, run_id: str) -> None:
        self._stale.add(run_id)
        if not self._refresh.isActive():
            self._refresh.start()

    def _on_refresh(self) -> None:
        stale, self._stale = self._stale, set()
        self.runs_changed.emit()
        for run_id in sorted(stale):
            self.stages_changed.emit(run_id)
