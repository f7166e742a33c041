"""Export: approved clips in chosen shapes and presets into a folder; what came of each file."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import ShortlistError
from core.pipeline.events import JobProgressed
from core.schema.cell import Cell
from core.schema.preset import EncodePreset
from core.schema.run import FileWishes, OutputRecord, RunRecord
from ui.controllers.events import ProjectEvents
from ui.controllers.pace import Pace
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP, told

if TYPE_CHECKING:
    from core.project import Project

_OPEN = ("pending", "rendering")


@dataclass(frozen=True)
class FileFacts:
    """What is known of a finished file. `size_bytes` is None where it is gone; `notes` tell of fallbacks."""

    size_bytes: int | None
    notes: tuple[str, ...] = ()


@dataclass
class _Export:
    """The files of one run that are followed, by output id, and how far each is rendered.

    `seconds` is the length of each clip, by which its files count in what is left.
    """

    asked: set[str] = field(default_factory=set)
    rendered: dict[tuple[str, str, str], float] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    pace: Pace = field(default_factory=Pace)
    is_starting: bool = False
    is_under_way: bool = False
    run_state: str = ""


class ExportController(QObject):
    """Starts exports and follows their files, those of an earlier session too; each run has its own.

    Signals:
        started(str): Files of a run are asked for, or tried again.
        outputs_changed(str): A file of a run was queued, got further, was finished or failed.
        finished(str, int, int): No file of this run is under way any more: how many are finished, how many failed.
        foreseen(ExportForecast): What was asked of `foresee` last.
    """

    started = Signal(str)
    outputs_changed = Signal(str)
    finished = Signal(str, int, int)
    foreseen = Signal(object)

    def __init__(
        self, project: Project, events: ProjectEvents, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._tasks = tasks
        self._exports: dict[str, _Export] = {}
        self._facts: dict[str, FileFacts] = {}
        self._looking: set[str] = set()
        self._foreseeing: asyncio.Future[None] | None = None
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

    def presets(self) -> tuple[EncodePreset, ...]:
        """Return how files can be encoded, the usual way first."""
        return self._project.presets()

    def name_example(self, cell: Cell, template: str, is_one_of_several: bool = False) -> tuple[str, str]:
        """Return how a file would be called; or nothing, and why the template can't be used."""
        try:
            return self._project.name_example(cell, template, is_one_of_several), ""
        except ShortlistError as error:
            return "", str(error)

    def foresee(self, run_id: str, folder: Path, wishes: FileWishes, cells: Sequence[Cell]) -> None:
        """Reckon what files would need; `foreseen` tells, of the last ones that were asked for."""
        if self._foreseeing is not None:
            self._foreseeing.cancel()
        work = self._foresee(run_id, folder, wishes, list(cells))
        self._foreseeing = self._tasks.start(work, QT_TR_NOOP("Could not reckon the export."))

    async def _foresee(self, run_id: str, folder: Path, wishes: FileWishes, cells: Sequence[Cell]) -> None:
        try:
            found = await self._project.export_forecast(run_id, (), (), folder, wishes=wishes, cells=cells)
        except ShortlistError:
            # Whoever exports into such a folder is told then.
            return
        if found is not None:
            self.foreseen.emit(found)

    def start(self, run_id: str, folder: Path, wishes: FileWishes, cells: Sequence[Cell]) -> None:
        """Queue files."""
        export = self._begin(run_id)
        export.asked = {output.id for output in self.outputs(run_id) if output.state in _OPEN}
        export.rendered.clear()
        export.is_starting = True
        self._tasks.start(self._start(run_id, folder, wishes, list(cells)), QT_TR_NOOP("Could not export."))

    def follow(self, run_id: str) -> None:
        """Tell when the files of a run are finished that are made again, and not because they were exported."""
        left = {output.id for output in self._project.outputs(run_id) if output.state in _OPEN}
        if left:
            export = self._begin(run_id)
            export.asked = left
            export.rendered.clear()
            self.outputs_changed.emit(run_id)

    def retry(self, run_id: str) -> None:
        """Try the failed files of a run again."""
        self._begin(run_id)
        self._tasks.start(self._project.resume(run_id), QT_TR_NOOP("Could not try the failed files again."))

    def stop(self, run_id: str) -> None:
        """Stop what is being rendered of a run; finished files stay."""
        if run_id in self._exports:
            self._exports[run_id].pace.reset()
        self._tasks.start(self._project.cancel(run_id), QT_TR_NOOP("Could not stop the export."))

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

    def facts(self, output: OutputRecord) -> FileFacts | None:
        """Return what is known of a finished file; None until it was looked at, which `outputs_changed` tells."""
        if output.state != "rendered" or not output.files:
            return None
        if output.id not in self._facts and output.id not in self._looking:
            self._looking.add(output.id)
            self._tasks.start(self._look(output), QT_TR_NOOP("Could not look at the finished file."))
        return self._facts.get(output.id)

    def remaining(self, run_id: str) -> float | None:
        """Return the seconds that a run's files still take, or None where that can't be told yet."""
        export = self._exports.get(run_id)
        if export is None:
            return None
        if not export.seconds:
            export.seconds = {clip.id: clip.cut.duration for clip in self._project.clips(run_id)}
        whole = done = 0.0
        for output in self.outputs(run_id):
            seconds = export.seconds.get(output.clip_id, 1.0)
            whole += seconds
            done += seconds * (1.0 if output.state in ("rendered", "failed") else output.fraction)
        export.pace.note(done / whole if whole else 0.0)
        return export.pace.remaining()

    def why_failed(self, run_id: str) -> str:
        """Return why a run's export failed: the run's own reason, else that of its first file that failed."""
        run = next((run for run in self._project.runs() if run.id == run_id), None)
        if run is not None and run.state == "failed" and run.error:
            return told(run.error)
        return next((told(o.error) for o in self.outputs(run_id) if o.state == "failed" and o.error), "")

    def _begin(self, run_id: str) -> _Export:
        export = self._exports.setdefault(run_id, _Export())
        export.is_under_way = True
        export.seconds.clear()
        export.pace.reset()
        export.run_state = self._project.run(run_id).state
        self.started.emit(run_id)
        return export

    async def _start(self, run_id: str, folder: Path, wishes: FileWishes, cells: Sequence[Cell]) -> None:
        export = self._exports[run_id]
        try:
            asked = await self._project.export(run_id, (), (), folder, wishes=wishes, cells=cells)
            export.asked |= set(asked)
        except BaseException:
            export.is_under_way = bool([o for o in self.outputs(run_id) if o.state in _OPEN])
            raise
        finally:
            export.is_starting = False
            self.outputs_changed.emit(run_id)
        self._tell_when_finished(run_id)

    async def _look(self, output: OutputRecord) -> None:
        try:
            size_bytes = await self._tasks.in_thread(_size_of, output.files[0])
            self._facts[output.id] = FileFacts(size_bytes, self._notes(output))
        finally:
            self._looking.discard(output.id)
        self.outputs_changed.emit(output.run_id)

    def _notes(self, output: OutputRecord) -> tuple[str, ...]:
        """Return what was fallen back to when a file was made last."""
        job = next(
            (
                job
                for job in self._project.jobs(output.run_id)
                if (job.stage, job.clip_id, job.aspect, job.preset) == ("render", *output.cell)
            ),
            None,
        )
        if job is None:
            return ()
        made = [
            a.started_at
            for a in self._project.attempts(output.run_id)
            if a.job_id == job.id and a.state == "completed"
        ]
        if not made:
            return ()
        lines = self._project.log(output.run_id, stage="render", level="warning")
        return tuple(
            dict.fromkeys(line.message for line in lines if line.job_id == job.id and line.at >= max(made))
        )

    def _on_output_changed(self, output: OutputRecord) -> None:
        if output.state != "rendered":
            self._facts.pop(output.id, None)
        export = self._exports.get(output.run_id)
        if export is not None and output.id in export.asked:
            self.outputs_changed.emit(output.run_id)
            self._tell_when_finished(output.run_id)

    def _on_job_progressed(self, progress: JobProgressed) -> None:
        export = self._exports.get(progress.run_id)
        if export is not None and progress.stage == "render":
            export.rendered[progress.clip_id, progress.aspect, progress.preset] = progress.fraction
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
    share = export.rendered.get(output.cell, 0.0)
    if output.state != "rendering" or share <= output.fraction:
        return output
    return output.model_copy(update={"fraction": share})


def _size_of(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
