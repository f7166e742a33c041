"""Publishing: finished files on their way to destinations, followed; stopped, gone on with and tried again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.schema.publication import Publication
from core.schema.run import OutputRecord
from ui.controllers.events import ProjectEvents
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP

if TYPE_CHECKING:
    from core.project import Project


class PublishController(QObject):
    """Follows what is published, also what an earlier session left.

    Signals:
        changed(str): Something of a run is to be published, got further, arrived or failed.
        began(str): The first of a run is on its way.
        finished(str, int, int, str, str): Nothing of this run is on its way any more: how much arrived since it
            began and how much failed (not what was stopped), where to, and why the first failed that did.
    """

    changed = Signal(str)
    began = Signal(str)
    finished = Signal(str, int, int, str, str)

    def __init__(
        self, project: Project, events: ProjectEvents, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._tasks = tasks
        # What was told last of each, by run and its own id; a run is read once.
        self._known: dict[str, dict[str, Publication]] = {}
        # Of runs that have something on its way: all that was since the first of it.
        self._batches: dict[str, set[str]] = {}
        # Runs of which more is being asked for: the files are read first, which takes a moment.
        self._asking: set[str] = set()
        events.publication_changed.connect(self._on_changed)
        for each in project.publications.unfinished():
            self._batches.setdefault(each.run_id, set()).add(each.id)

    # What there is

    def of_run(self, run_id: str) -> list[Publication]:
        """Return all publications of a run in the order they were asked for."""
        return list(self._of_run(run_id).values())

    def of_output(self, output: OutputRecord) -> list[Publication]:
        """Return how a finished file stands at each destination: the last that was asked for at each."""
        found = [each for each in self._of_run(output.run_id).values() if each.output_id == output.id]
        return list({each.destination: each for each in found}.values())

    def finished_outputs(self, run_id: str) -> list[OutputRecord]:
        """Return the files of a run that can be published."""
        return [each for each in self._project.outputs(run_id) if each.state == "rendered" and each.files]

    def batch(self, run_id: str) -> list[Publication]:
        """Return what is on its way of a run, and what arrived or failed since the first of it."""
        ids, known = self._batches.get(run_id, set()), self._of_run(run_id)
        return [each for each in known.values() if each.id in ids]

    def runs_under_way(self) -> list[str]:
        """Return the runs of which something is on its way."""
        return list(self._batches)

    def fraction(self, run_id: str) -> float:
        """Return how much of a run's batch is done, 0 to 1, by size."""
        batch = self.batch(run_id)
        whole = sum(max(1, each.size_bytes) for each in batch)
        done = sum(max(1, each.size_bytes) * (each.fraction if each.is_open else 1.0) for each in batch)
        return done / whole if whole else 0.0

    def failed(self, run_id: str) -> list[Publication]:
        """Return what of a run failed or was stopped, and was not published otherwise since."""
        last = {(each.output_id, each.destination): each for each in self._of_run(run_id).values()}
        return [each for each in last.values() if each.state == "failed"]

    def waiting_for(self, name: str) -> int:
        """Return how many files are on their way to a destination."""
        return sum(each.destination == name for each in self._project.publications.unfinished())

    # What is done

    def publish(self, run_id: str, names: Sequence[str], output_ids: Collection[str] = ()) -> None:
        """Send finished files of a run to destinations: those that are named, else all."""
        self._tasks.start(self._publish(run_id, names, output_ids), QT_TR_NOOP("Could not publish."))

    def stop(self, run_id: str) -> None:
        """Stop sending what is on its way of a run; what arrived stays, and `retry` goes on with the rest."""
        work = self._project.publications.stop_run(run_id)
        self._tasks.start(work, QT_TR_NOOP("Could not stop publishing."))

    def retry(self, run_id: str) -> None:
        """Go on with what was stopped of a run, and try again what failed."""
        for each in self.failed(run_id):
            self._project.publications.retry(each.id)

    def retry_one(self, publication: Publication) -> None:
        """Try one again that failed or was stopped."""
        self._project.publications.retry(publication.id)

    async def _publish(self, run_id: str, names: Sequence[str], output_ids: Collection[str]) -> None:
        self._asking.add(run_id)
        try:
            for name in names:
                await self._project.publications.publish(run_id, name, output_ids=output_ids)
        finally:
            self._asking.discard(run_id)
            self._tell_when_finished(run_id)

    # Following

    def _of_run(self, run_id: str) -> dict[str, Publication]:
        if run_id not in self._known:
            self._known[run_id] = {each.id: each for each in self._project.publications.of_run(run_id)}
        return self._known[run_id]

    def _on_changed(self, publication: Publication) -> None:
        run_id = publication.run_id
        self._of_run(run_id)[publication.id] = publication
        if publication.is_open:
            if run_id not in self._batches:
                self._batches[run_id] = set()
                self.began.emit(run_id)
            self._batches[run_id].add(publication.id)
        self.changed.emit(run_id)
        self._tell_when_finished(run_id)

    def _tell_when_finished(self, run_id: str) -> None:
        batch = self.batch(run_id)
        if run_id not in self._batches or run_id in self._asking or any(each.is_open for each in batch):
            return
        del self._batches[run_id]
        arrived = [each for each in batch if each.state == "published"]
        failed = [each for each in batch if each.state == "failed" and not each.is_stopped]
        names = ", ".join(dict.fromkeys(each.destination for each in arrived))
        why = failed[0].error if failed else ""
        self.changed.emit(run_id)
        self.finished.emit(run_id, len(arrived), len(failed), names, why)
