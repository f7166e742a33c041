"""Publications of a project in memory: what was asked for is in `records`, how each fares is said by the test."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from core.errors import ExportError
from core.pipeline.events import PublicationChanged
from core.schema.destination import Destination
from core.schema.publication import Publication, PublishedFile

if TYPE_CHECKING:
    from fake_project import FakeProject


class FakePublications:
    """`problem` is why a destination can't be used; without one `check` finds it good."""

    def __init__(self, project: FakeProject) -> None:
        self._project = project
        self.records: dict[str, Publication] = {}
        self.problem = ""
        self.destinations: tuple[Destination, ...] = ()
        self.checked: list[Destination] = []

    def tell(self, publication_id: str, **changes: Any) -> None:
        """Let one get further, and tell of it."""
        changed = self.records[publication_id].model_copy(update=changes)
        self.records[publication_id] = changed
        self._project.tell(PublicationChanged(changed))

    def arrive(self, publication_id: str) -> None:
        """Let one be where it was to go."""
        there = tuple(f"s3://clips/{file.name}" for file in self.records[publication_id].files)
        self.tell(publication_id, state="published", fraction=1.0, places=there)

    # The front door

    async def check(self, where: Destination) -> str:
        self.checked.append(where)
        if self.problem:
            raise ExportError(self.problem, where.name)
        return "A file was written, read and removed. 41.2 GB are free there."

    async def publish(self, run_id: str, name: str, *, output_ids: Collection[str] = ()) -> list[Publication]:
        self._project.calls.append(("publish", (run_id, name, tuple(output_ids))))
        asked = []
        for output in self._project.outputs(run_id):
            if output.state != "rendered" or (output_ids and output.id not in output_ids):
                continue
            known = self._of(output.id, name)
            if known is None:
                known = Publication(
                    id=f"p{len(self.records)}",
                    run_id=run_id,
                    output_id=output.id,
                    clip_id=output.clip_id,
                    aspect=output.aspect,
                    destination=name,
                    digest="",
                    files=tuple(
                        PublishedFile(path=file, name=f"Talk/{file.name}", sha256="", size_bytes=1000)
                        for file in output.files
                    ),
                    about={"source": self._project.run(run_id).source_name},
                )
                self.records[known.id] = known
                self._project.tell(PublicationChanged(known))
            elif known.state == "failed":
                self.retry(known.id)
            asked.append(self.records[known.id])
        return asked

    def _of(self, output_id: str, name: str) -> Publication | None:
        found = (each for each in self.records.values() if (each.output_id, each.destination) == (output_id, name))
        return next(found, None)

    def of_run(self, run_id: str) -> list[Publication]:
        return [each for each in self.records.values() if each.run_id == run_id]

    async def settled(self, run_id: str) -> list[Publication]:
        while any(each.is_open for each in self.of_run(run_id)):
            await asyncio.sleep(0.01)
        return self.of_run(run_id)

    def unfinished(self) -> list[Publication]:
        return [each for each in self.records.values() if each.is_open]

    async def stop_run(self, run_id: str) -> None:
        self._project.calls.append(("stop_publishing", run_id))
        for each in self.of_run(run_id):
            if each.is_open:
                self.tell(each.id, state="failed", error="Stopped.", is_stopped=True)

    def retry(self, publication_id: str) -> None:
        self._project.calls.append(("retry_publication", publication_id))
        self.tell(publication_id, state="pending", fraction=0.0, error="", is_stopped=False)
