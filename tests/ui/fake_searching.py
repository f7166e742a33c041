"""The search in memory: the real index over what the runs of a test say."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from core.pipeline.events import MeaningChanged
from core.schema.search import Found, MeaningState, Said, SearchFilters
from core.search.fusion import Span
from core.search.index import in_memory
from core.search.places import Place, filtered
from core.search.query import parse
from core.search.reader import IndexReader, Question

if TYPE_CHECKING:
    from tests.ui.fake_project import FakeProject


class FakeMeaning:
    """The search by meaning in memory: `near` means what is asked, whatever it is; `problem` is why it fails."""

    def __init__(self, project: FakeProject) -> None:
        self._project = project
        self.current = MeaningState()
        self.near: tuple[Span, ...] = ()
        self.problem = ""

    async def state(self) -> MeaningState:
        """Return how far it is."""
        return self.current

    async def stop(self) -> None:
        """Stop."""
        self.tell(is_working=False, is_stopped=True)

    def resume(self) -> None:
        """Go on."""
        self.tell(is_working=True, is_stopped=False, problem="", is_other=False)

    async def read_anew(self) -> None:
        """Go on from the beginning."""
        self.tell(is_working=True, known=0, problem="", is_other=False)

    def tell(self, **update: object) -> None:
        """Let the window know."""
        self.current = self.current.model_copy(update=update)
        self._project.tell(MeaningChanged(self.current))


class FakeSearching:
    """What the window asks of the search; `gate` holds answers up, `asked` are the questions so far."""

    def __init__(self, project: FakeProject) -> None:
        self._project = project
        self.asked: list[str] = []
        self.gate: asyncio.Event | None = None

    async def find(
        self,
        typed: str,
        filters: SearchFilters | None = None,
        limit: int = 50,
        is_patient: bool = True,
        by_meaning: bool = True,
    ) -> Found:
        """Answer as the real one does, with an index that is made for it."""
        self.asked.append(typed)
        await asyncio.sleep(0)
        if self.gate is not None:
            await self.gate.wait()
        runs = {run.source_id: run for run in reversed(self._project.runs())}
        query = parse(typed, filters)
        named = {key: (run.source_name, run.created_at) for key, run in runs.items()}
        places = {}
        for source_id in filtered(named, query.filters):
            spans = None
            if query.filters.decision:
                clips = self._project.clips(runs[source_id].id)
                wanted = [c for c in clips if query.filters.decision in ("any", c.decision)]
                spans = tuple((span.start, span.end) for clip in wanted for span in clip.cut.ranges)
            places[source_id] = Place(named[source_id][1], spans)
        meaning = self._project.meaning
        near = meaning.near if by_meaning and meaning.current.model and not meaning.problem else ()
        found = self._reader().find(Question(), query, places, limit, near)
        return found.model_copy(
            update={
                "is_by_meaning": bool(near),
                "meaning_problem": meaning.problem if by_meaning and meaning.current.model else "",
                "hits": tuple(
                    hit.model_copy(
                        update={"source": runs[hit.source_id].source_name, "run_id": runs[hit.source_id].id}
                    )
                    for hit in found.hits
                ),
            }
        )

    async def speakers(self) -> tuple[str, ...]:
        """Return who speaks."""
        return tuple(self._reader().speakers())

    def _reader(self) -> IndexReader:
        said = []
        for run in self._project.runs():
            transcript = self._project.analyses[run.id].transcript if run.id in self._project.analyses else None
            if transcript is not None and run.source_id not in {each.source_id for each in said}:
                said.append(Said.of(run.source_id, transcript))
        return IndexReader(in_memory(said))
