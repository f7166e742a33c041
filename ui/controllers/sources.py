"""What ingest found in the sources of runs, read when somebody looks at them: hundreds of runs cost nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.schema.health import Severity
from core.schema.run import JobRecord
from core.schema.source import PreparedSource
from ui.controllers.events import ProjectEvents
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP

if TYPE_CHECKING:
    from core.project import Project

_STAGE = "transcode"


class SourceController(QObject):
    """Reads one source after the other, the one asked for last first.

    Signals:
        source_read(str): What is known of a run's source was read.
    """

    source_read = Signal(str)

    def __init__(
        self, project: Project, events: ProjectEvents, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._tasks = tasks
        self._known: dict[str, PreparedSource | None] = {}
        self._wanted: dict[str, None] = {}
        self._is_reading = False
        events.job_changed.connect(self._on_job_changed)
        events.run_deleted.connect(self._on_run_deleted)

    def prepared(self, run_id: str) -> PreparedSource | None:
        """Return what was made of a run's source; None where it is not read, or there is nothing yet."""
        if run_id and run_id not in self._known:
            self._want(run_id)
        return self._known.get(run_id)

    def severity(self, run_id: str) -> Severity | None:
        """Return the worst that was found in a run's source, None where that is not known."""
        found = self.prepared(run_id)
        return found.health.severity if found is not None else None

    def _want(self, run_id: str) -> None:
        self._wanted.pop(run_id, None)
        self._wanted[run_id] = None
        if not self._is_reading:
            self._is_reading = True
            self._tasks.start(self._read(), QT_TR_NOOP("Could not read what was found in a source."))

    async def _read(self) -> None:
        try:
            while self._wanted:
                run_id, _ = self._wanted.popitem()
                # Kept first, so that one that can't be read is not asked for again and again.
                self._known[run_id] = None
                self._known[run_id] = await self._project.prepared(run_id)
                self.source_read.emit(run_id)
        finally:
            self._is_reading = False

    def _on_job_changed(self, job: JobRecord) -> None:
        if job.stage == _STAGE and job.state == "completed" and job.run_id in self._known:
            self._want(job.run_id)

    def _on_run_deleted(self, run_id: str) -> None:
        self._known.pop(run_id, None)
        self._wanted.pop(run_id, None)
