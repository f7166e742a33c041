"""The engine's events, told on a terminal."""

from __future__ import annotations

from core.pipeline.events import (
    DownloadChanged,
    Event,
    JobChanged,
    JobProgressed,
    OutputChanged,
    PublicationChanged,
    RunChanged,
    WeightsProgressed,
)
from desktop.progress import Progress


def tell(progress: Progress, event: Event) -> None:
    """Show one event."""
    match event:
        case RunChanged(run):
            progress.emit({"event": "run", "run_id": run.id, "state": run.state, "source": str(run.source_path)})
        case JobChanged(job):
            progress.job(job)
        case JobProgressed():
            progress.job_progress(event)
        case OutputChanged(output):
            progress.output(output)
        case PublicationChanged(publication):
            progress.publication(publication)
        case DownloadChanged(download):
            progress.download(download)
        case WeightsProgressed(name, fraction, message):
            progress.weights(name, fraction, message)
        case _:
            pass
