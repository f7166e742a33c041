"""Progress of work: bars on a terminal, lines where there is none, JSON where it is asked for."""

from __future__ import annotations

import json
import sys
from types import TracebackType
from typing import Any, Self

from rich.console import Console
from rich.progress import BarColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from core.pipeline.events import JobProgressed
from core.schema.download import Download
from core.schema.publication import Publication
from core.schema.run import JobRecord, OutputRecord


class Progress:
    """Shows what happens. With `is_json` every fact is one JSON object a line on standard output."""

    def __init__(self, is_json: bool) -> None:
        self._is_json = is_json
        self._console = Console(stderr=True)
        self._bars = Bars(
            TextColumn("{task.description:<28}"),
            BarColumn(bar_width=32),
            TextColumn("{task.percentage:3.0f} %"),
            TimeElapsedColumn(),
            TextColumn("{task.fields[message]}", style="dim"),
            console=self._console,
            disable=is_json or not self._console.is_terminal,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def emit(self, fact: dict[str, Any]) -> None:
        """Write one JSON line, where JSON was asked for."""
        if self._is_json:
            print(json.dumps(fact, ensure_ascii=False), flush=True)

    def job(self, job: JobRecord) -> None:
        """Show that a job started or ended."""
        self.emit(
            {
                "event": "job",
                "run_id": job.run_id,
                "stage": job.stage,
                "clip": job.clip_id,
                "aspect": job.aspect,
                "preset": job.preset,
                "state": job.state,
                "reused": job.is_reused,
                "seconds": round(job.seconds, 3),
                "error": job.error_reason,
            }
        )
        if job.state == "in_progress":
            self._set(job.id, _label(job.stage, job.clip_id, job.aspect, job.preset), 0.0, "")
        elif job.state in ("completed", "failed"):
            how = "reused" if job.is_reused else job.state
            self._end(
                job.id, f"{_label(job.stage, job.clip_id, job.aspect, job.preset)}  {how}  {job.seconds:.1f} s"
            )

    def job_progress(self, event: JobProgressed) -> None:
        """Show how far a job is."""
        self.emit(
            {
                "event": "progress",
                "run_id": event.run_id,
                "stage": event.stage,
                "clip": event.clip_id,
                "aspect": event.aspect,
                "preset": event.preset,
                "fraction": round(event.fraction, 4),
                "message": event.message,
                "remaining": None if event.remaining is None else round(event.remaining, 1),
            }
        )
        self._set(
            event.job_id,
            _label(event.stage, event.clip_id, event.aspect, event.preset),
            event.fraction,
            event.message,
        )

    def work(self, fraction: float, message: str) -> None:
        """Show how far something is that is the only thing done."""
        self._set("work", "", fraction, message)

    def output(self, output: OutputRecord) -> None:
        """Tell of an output's state."""
        self.emit(
            {
                "event": "output",
                "run_id": output.run_id,
                "clip": output.clip_id,
                "aspect": output.aspect,
                "preset": output.preset,
                "state": output.state,
                "fraction": round(output.fraction, 4),
                "files": [str(file) for file in output.files],
                "error": output.error,
            }
        )

    def publication(self, publication: Publication) -> None:
        """Tell how far a clip is on its way to a destination."""
        self.emit(
            {
                "event": "publication",
                "run_id": publication.run_id,
                "clip": publication.clip_id,
                "aspect": publication.aspect,
                "preset": publication.preset,
                "destination": publication.destination,
                "state": publication.state,
                "fraction": round(publication.fraction, 4),
                "message": publication.message,
                "places": list(publication.places),
                "error": publication.error,
            }
        )
        key = f"publication {publication.id}"
        label = _label("publish", publication.clip_id, publication.aspect, publication.preset)
        if publication.state == "sending":
            self._set(key, label, publication.fraction, publication.message)
        elif not publication.is_open:
            self._end(key, f"{label}  {publication.state}")

    def download(self, download: Download) -> None:
        """Tell how far a source from the network is."""
        self.emit(
            {
                "event": "fetch",
                "url": download.url,
                "state": download.state,
                "title": download.title,
                "fraction": round(download.fraction, 4),
                "message": download.message,
                "file": str(download.file or ""),
                "error": download.error,
            }
        )
        key = f"download {download.id}"
        if download.state == "fetching":
            self._set(key, f"fetch {download.url.rpartition('/')[2][:22]}", download.fraction, download.message)
        elif download.state != "pending":
            self._end(key, f"fetch {download.title or download.url}  {download.state}")

    def weights(self, name: str, fraction: float, message: str = "") -> None:
        """Show how far a download is."""
        self.emit({"event": "download", "name": name, "fraction": round(fraction, 4), "message": message})
        self._set(f"weights {name}", f"fetch {name}", fraction, message)

    def _set(self, key: str, label: str, fraction: float, message: str) -> None:
        if self._is_json:
            return
        if key not in self._tasks:
            self._tasks[key] = self._bars.add_task(label, total=1.0, message=message)
        self._bars.update(self._tasks[key], completed=fraction, message=message)

    def _end(self, key: str, line: str) -> None:
        if self._is_json:
            return
        if (task := self._tasks.pop(key, None)) is not None:
            self._bars.remove_task(task)
        if self._console.is_terminal:
            self._bars.console.print(line, style="dim", highlight=False)
        else:
            print(line, file=sys.stderr, flush=True)


def _label(stage: str, clip_id: str, aspect: str, preset: str) -> str:
    return " ".join(part for part in (stage, clip_id[-4:], aspect, preset) if part)
