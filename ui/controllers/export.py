"""Export: approved clips in chosen aspects into a folder; what came of each file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
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

_OPEN = ("pending", "rendering")


@dataclass
class _Export:
    """The files of one run that are followed, by output id, and how far each is rendered, by clip and aspect."""

    asked: set[str] = field(default_factory=set)
    rendered: dict[tuple[str, str], float] = field(default_factory=dict)
    is_starting: bool = False
    is_under_way: bool = False
    run_state: str = ""


class ExportController(QObject):
    """Starts exports and follows their files, those of an earlier session too; each run has its own.

    Signals:
        started(str): Files of a run are asked for, or tried again.
        outputs_changed(str): A file of a run was queued, got further, was finished or failed.
        finished(str, int, int): No file of this run is under way any more: how many are finished, how many failed.
    """

    started = Signal(str)
    outputs_changed = Signal(str)
    finished = Signal(str, int, int)

    def __init__(
        self, project: Project, events: ProjectEvents, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._tasks = tasks
        self._exports: dict[str, _Export] = {}
        events.output_changed.connect(self._on_output_changed)
        events.run_changed.connect(self._on_run_changed)
        events.run_deleted.connect(self._on_run_deleted)
        events.job_progressed.connect(self._on_job_progressed)
        for run in project.runs():
            if run.state == "fully_generated":
                continue
            left = {output.id for output in project.outputs(run.id) if output.state in _OPEN}
            if left and run.state != "failed":
                self._exports[run.id] = _Export(asked=left, is_under_way=True, run_state=run.state)

    def start(self, run_id: str, clip_ids: Sequence[str], aspects: Sequence[Aspect], folder: Path) -> None:
        """Queue a file per clip and aspect."""
        export = self._begin(run_id)
        export.asked = {output.id for output in self.outputs(run_id) if output.state in _OPEN}
        export.rendered.clear()
        export.is_starting = True
        self._tasks.start(self._start(run_id, clip_ids, aspects, folder), "export")

    def retry(self, run_id: str) -> None:
        """Try the failed files of a run again."""
        self._begin(run_id)
        self._tasks.start(self._project.resume(run_id), "try the failed files again")

    def stop(self, run_id: str) -> None:
        """Stop what is being rendered of a run; finished files stay."""
        self._tasks.start(self._project.cancel(run_id), "stop the export")

    def is_under_way(self, run_id: str) -> bool:
        """Whether files of a run are still being made."""
        return run_id in self._exports and self._exports[run_id].is_under_way

    def runs_under_way(self) -> list[str]:
        """Return the runs of which files are still being made."""
        return [run_id for run_id, export in self._exports.items() if export.is_under_way]

    def is_stopped(self, run_id: str) -> bool:
        """Whether the user stopped the run that the files belong to."""
        return run_id in self._exports and self._project.run(run_id).is_paused

    def outputs(self, run_id: str) -> list[OutputRecord]:
        """Return the files of a run's export, in the order they were queued."""
        export = self._exports.get(run_id)
        if export is None:
            return []
        asked = [output for output in self._project.outputs(run_id) if output.id in export.asked]
        return [_with_progress(output, export) for output in asked]

    def why_failed(self, run_id: str) -> str:
        """Return why a run's export failed: the run's own reason, else that of its first file that failed."""
        run = next((run for run in self._project.runs() if run.id == run_id), None)
        if run is not None and run.state == "failed" and run.error:
            return run.error
        return next((o.error for o in self.outputs(run_id) if o.state == "failed" and o.error), "")

    def _begin(self, run_id: str) -> _Export:
        export = self._exports.setdefault(run_id, _Export())
        export.is_under_way = True
        export.run_state = self._project.run(run_id).state
        self.started.emit(run_id)
        return export

    async def _start(self, run_id: str, clip_ids: Sequence[str], aspects: Sequence[Aspect], folder: Path) -> None:
        export = self._exports[run_id]
        try:
            export.asked |= set(await self._project.export(run_id, list(clip_ids), list(aspects), folder))
        except BaseException:
            export.is_under_way = bool([o for o in self.outputs(run_id) if o.state in _OPEN])
            raise
        finally:
            export.is_starting = False
            self.outputs_changed.emit(run_id)
        self._tell_when_finished(run_id)

    def _on_output_changed(self, output: OutputRecord) -> None:
        export = self._exports.get(output.run_id)
        if export is not None and output.id in export.asked:
            self.outputs_changed.emit(output.run_id)
            self._tell_when_finished(output.run_id)

    def _on_job_progressed(self, progress: JobProgressed) -> None:
        export = self._exports.get(progress.run_id)
        if export is not None and progress.stage == "render":
            export.rendered[progress.clip_id, progress.aspect] = progress.fraction
            self.outputs_changed.emit(progress.run_id)

    def _on_run_changed(self, run: RunRecord) -> None:
        export = self._exports.get(run.id)
        if export is None:
            return
        has_failed = run.state == "failed" and export.run_state != "failed"
        export.run_state = run.state
        if export.asked:
            self.outputs_changed.emit(run.id)
        if has_failed:
            self._tell_when_finished(run.id, is_over=True)

    def _on_run_deleted(self, run_id: str) -> None:
        if self._exports.pop(run_id, None) is not None:
            self.outputs_changed.emit(run_id)

    def _tell_when_finished(self, run_id: str, is_over: bool = False) -> None:
        export = self._exports.get(run_id)
        if export is None:
            return
        outputs = self.outputs(run_id)
        is_working = export.is_starting or any(output.state in _OPEN for output in outputs)
        if not export.is_under_way or (is_working and not is_over):
            return
        export.is_under_way = False
        done = sum(output.state == "rendered" for output in outputs)
        self.outputs_changed.emit(run_id)
        self.finished.emit(run_id, done, len(outputs) - done)


def _with_progress(output: OutputRecord, export: _Export) -> OutputRecord:
    share = export.rendered.get((output.clip_id, output.aspect), 0.0)
    if output.state != "rendering" or share <= output.fraction:
        return output
    return output.model_copy(update={"fraction": share})
