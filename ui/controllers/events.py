"""The project's events as Qt signals. They arrive on the loop's thread, which is the window's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.pipeline.events import (
    ClipsChanged,
    CorrectionsChanged,
    CostsBooked,
    DownloadChanged,
    Event,
    JobChanged,
    JobProgressed,
    LearnedChanged,
    LogWritten,
    MeaningChanged,
    OutputChanged,
    PublicationChanged,
    QueueChanged,
    RetryPlanned,
    RunChanged,
    RunDeleted,
    SearchIndexed,
    TranslationChanged,
    WeightsProgressed,
)

if TYPE_CHECKING:
    from core.project import Project


class ProjectEvents(QObject):
    """Subscribes to the project for as long as the window lives.

    Signals:
        run_changed(RunRecord), run_deleted(str), job_changed(JobRecord), job_progressed(JobProgressed),
        output_changed(OutputRecord), clips_changed(str run id),
        translation_changed(str source id, str language), corrections_changed(str source id),
        log_written(LogLine), weights_progressed(WeightsProgressed), queue_changed(QueueState),
        download_changed(Download), publication_changed(Publication), retry_planned(RetryPlanned),
        costs_booked(str run id), learned_changed(),
        search_indexed(int sources that wait), meaning_changed(MeaningState).
    """

    run_changed = Signal(object)
    run_deleted = Signal(str)
    job_changed = Signal(object)
    job_progressed = Signal(object)
    output_changed = Signal(object)
    clips_changed = Signal(str)
    corrections_changed = Signal(str)
    log_written = Signal(object)
    translation_changed = Signal(str, str)
    weights_progressed = Signal(object)
    queue_changed = Signal(object)
    retry_planned = Signal(object)
    download_changed = Signal(object)
    publication_changed = Signal(object)
    costs_booked = Signal(str)
    learned_changed = Signal()
    search_indexed = Signal(int)
    meaning_changed = Signal(object)

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unsubscribe = project.subscribe(self._on_event)

    def close(self) -> None:
        """Hear no more."""
        self._unsubscribe()

    def _on_event(self, event: Event) -> None:
        match event:
            case RunChanged(run):
                self.run_changed.emit(run)
            case RunDeleted(run_id):
                self.run_deleted.emit(run_id)
            case JobChanged(job):
                self.job_changed.emit(job)
            case JobProgressed():
                self.job_progressed.emit(event)
            case OutputChanged(output):
                self.output_changed.emit(output)
            case SearchIndexed(waiting):
                self.search_indexed.emit(waiting)
            case MeaningChanged(state):
                self.meaning_changed.emit(state)
            case ClipsChanged(run_id, _):
                self.clips_changed.emit(run_id)
            case CorrectionsChanged(source_id):
                self.corrections_changed.emit(source_id)
            case TranslationChanged(source_id, language):
                self.translation_changed.emit(source_id, language)
            case LogWritten(line):
                self.log_written.emit(line)
            case WeightsProgressed():
                self.weights_progressed.emit(event)
            case RetryPlanned():
                self.retry_planned.emit(event)
            case DownloadChanged(download):
                self.download_changed.emit(download)
            case PublicationChanged(publication):
                self.publication_changed.emit(publication)
            case CostsBooked(run_id):
                self.costs_booked.emit(run_id)
            case LearnedChanged():
                self.learned_changed.emit()
            case QueueChanged(queue):
                self.queue_changed.emit(queue)
