"""Export: approved clips in chosen aspects into a folder; what came of each file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.pipeline.events import JobProgressed
from core.schema.choice import Aspect
from core.schema.run import OutputRecord, RunRecord
from ui.controllers.events import ProjectEvents
from ui.controllers.tasks import Tasks

if TYPE_CHECKING:
    from core.project import Project


class ExportController(QObject):
    """Starts exports and follows their files.

    Signals:
        outputs_changed(): A file was queued, got further, was finished or failed.
        finished(int, int): No file of this export is under way any more: how many are finished, how many failed.
    """

    outputs_changed = Signal()
    finished = Signal(int, int)

    def __init__(
        self, project: Project, events: ProjectEvents, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._tasks = tasks
        self._run_id = ""
        self._asked: set[str] = set()
        self._rendered: dict[tuple[str, str], float] = {}
        self._is_under_way = False
        events.output_changed.connect(self._on_output_changed)
        events.run_changed.connect(self._on_run_changed)
        events.job_progressed.connect(self._on_job_progressed)

    def start(self, run_id: str, clip_ids: Sequence[str], aspects: Sequence[Aspect], folder: Path) -> None:
        """Queue a file per clip and aspect."""
        self._run_id = run_id
        self._rendered.clear()
        self._is_under_way = True
        self._tasks.start(self._start(run_id, clip_ids, aspects, folder), "export")

    def retry(self) -> None:
        """Try the failed files again."""
        self._is_under_way = True
        self._tasks.start(self._project.resume(self._run_id), "try the failed files again")

    def stop(self) -> None:
        """Stop what is being rendered; finished files stay."""
        self._tasks.start(self._project.cancel(self._run_id), "stop the export")

    @property
    def is_under_way(self) -> bool:
        """Whether files are still being made."""
        return self._is_under_way

    @property
    def is_stopped(self) -> bool:
        """Whether the user stopped the run that the files belong to."""
        return any(run.id == self._run_id and run.is_paused for run in self._project.runs())

    def outputs(self) -> list[OutputRecord]:
        """Return the files of this export, in the order they were queued."""
        asked = [output for output in self._project.outputs(self._run_id) if output.id in self._asked]
        return [self._with_progress(output) for output in asked]

    def _with_progress(self, output: OutputRecord) -> OutputRecord:
        share = self._rendered.get((output.clip_id, output.aspect), 0.0)
        if output.state != "rendering" or share <= output.fraction:
            return output
        return output.model_copy(update={"fraction": share})

    async def _start(self, run_id: str, clip_ids: Sequence[str], aspects: Sequence[Aspect], folder: Path) -> None:
        try:
            self._asked = set(await self._project.export(run_id, list(clip_ids), list(aspects), folder))
        except BaseException:
            self._is_under_way = False
            raise
        finally:
            self.outputs_changed.emit()
        self._tell_when_finished()

    def _on_output_changed(self, output: OutputRecord) -> None:
        if output.id in self._asked:
            self.outputs_changed.emit()
            self._tell_when_finished()

    def _on_job_progressed(self, progress: JobProgressed) -> None:
        if progress.stage == "render" and progress.run_id == self._run_id:
            self._rendered[progress.clip_id, progress.aspect] = progress.fraction
            self.outputs_changed.emit()

    def _on_run_changed(self, run: RunRecord) -> None:
        if run.id == self._run_id and self._asked:
            self.outputs_changed.emit()

    def _tell_when_finished(self) -> None:
        outputs = self.outputs()
        if not self._is_under_way or any(output.state in ("pending", "rendering") for output in outputs):
            return
        self._is_under_way = False
        failed = sum(output.state == "failed" for output in outputs)
        self.finished.emit(len(outputs) - failed, failed)
