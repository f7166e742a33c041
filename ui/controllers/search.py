"""Search over everything said: the newest question is answered, and a hit is opened, played or made a clip of."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from core.schema.search import Found, Hit, MeaningState, SearchFilters
from core.schema.segment import Sentence
from ui.controllers.events import ProjectEvents
from ui.controllers.review import ReviewController
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP

if TYPE_CHECKING:
    from core.project import Project

RECENT = 10
"""So many questions are remembered."""

_RECENT_KEY = "search_recent"
_SHOWN = 100
# The index may take up hundreds of talks in a row; what is shown follows at times.
_CALM_MS = 400
# What is still being typed is not asked of an endpoint, which costs and takes a moment.
_TYPED_MS = 500
_DAY_SECONDS = 86400.0
_DONT = QT_TR_NOOP("Could not search.")


class SearchController(QObject):
    """Asks the engine, one question at a time: a newer one ends the one before.

    Signals:
        changed(): Something else was found, or is asked.
        meaning_changed(): More is known of the meaning of what is said, or that does not go on.
        indexed(int): So many sources are still to be taken up by the index, 0 when it has all.
        sought(float, bool): A run is open, and its source second is to be shown, or played from.
    """

    changed = Signal()
    indexed = Signal(int)
    meaning_changed = Signal()
    sought = Signal(float, bool)

    def __init__(
        self,
        project: Project,
        review: ReviewController,
        events: ProjectEvents,
        tasks: Tasks,
        memory: QSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._review = review
        self._tasks = tasks
        self._memory = memory
        self.found = Found.by_default()
        self.typed = ""
        self.filters = SearchFilters.by_default()
        self.waiting = 0
        self.is_asking = False
        self.meaning = MeaningState.by_default()
        self._is_meant = False
        self._asking: asyncio.Future[None] | None = None
        self._clip_wanted: Hit | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_CALM_MS)
        self._again.timeout.connect(self._ask_again)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPED_MS)
        self._typed.timeout.connect(self._ask_meaning)
        events.meaning_changed.connect(self._on_meaning)
        events.search_indexed.connect(self._on_indexed)
        events.clips_changed.connect(lambda _run_id: self._follow())
        review.analysis_changed.connect(self._make_wanted_clip)

    # Asking

    def ask(self, typed: str, filters: SearchFilters) -> None:
        """Look for something; what is being looked for is given up.

        Words answer at once; what was meant as well once nothing more is typed, where an endpoint is set.
        """
        self._is_meant = False
        self._begin(typed, filters)
        if self.is_something and self.meaning.model:
            self._typed.start()

    def _begin(self, typed: str, filters: SearchFilters) -> None:
        self.typed, self.filters = typed, filters
        self._again.stop()
        self._typed.stop()
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None
        if not self.is_something:
            self.is_asking = False
            self.found = Found()
            self.changed.emit()
            return
        self.is_asking = True
        self._asking = self._tasks.start(self._ask(typed, filters), _DONT)

    @property
    def is_something(self) -> bool:
        """Whether anything is asked."""
        return bool(self.typed.strip()) or self.filters != SearchFilters()

    async def _ask(self, typed: str, filters: SearchFilters) -> None:
        try:
            found = await self._project.searching.find(
                typed, filters, _SHOWN, is_patient=False, by_meaning=self._is_meant
            )
        finally:
            if (typed, filters) == (self.typed, self.filters):
                self.is_asking = False
        if (typed, filters) == (self.typed, self.filters):
            self.found = found
            self.changed.emit()

    def _on_indexed(self, waiting: int) -> None:
        self.waiting = waiting
        self.indexed.emit(waiting)
        self._follow()

    def _follow(self) -> None:
        """Ask again soon: there is more to be found, or clips were decided."""
        if self.is_something and not self._again.isActive():
            self._again.start()

    def _ask_again(self) -> None:
        if self.is_something and not self.is_asking:
            self._begin(self.typed, self.filters)

    def _ask_meaning(self) -> None:
        if self.is_asking:
            self._typed.start()
        elif self.is_something:
            self._is_meant = True
            self._begin(self.typed, self.filters)

    # What is meant

    async def look_at_meaning(self) -> None:
        """Find out how far the search by meaning is."""
        self._on_meaning(await self._project.meaning.state())

    def stop_meaning(self) -> None:
        """Have nothing more asked for."""
        self._tasks.start(self._project.meaning.stop(), QT_TR_NOOP("Could not stop it."))

    def resume_meaning(self) -> None:
        """Have it go on."""
        self._project.meaning.resume()

    def read_anew(self) -> None:
        """Forget all that is known of the meaning, and ask for it again."""
        self._tasks.start(self._project.meaning.read_anew(), QT_TR_NOOP("Could not read it anew."))

    def _on_meaning(self, state: MeaningState) -> None:
        is_new = state.model != self.meaning.model
        self.meaning = state
        if is_new and state.model and self.is_something and not self._is_meant:
            # Asked before it was known that meaning can be asked for.
            self._typed.start()
        self.meaning_changed.emit()

    async def speakers(self) -> tuple[str, ...]:
        """Return who speaks in any source, the most talkative first."""
        return await self._project.searching.speakers()

    # What the user looked for

    def recent(self) -> list[str]:
        """Return what was looked for last, the newest first."""
        try:
            kept = json.loads(str(self._memory.value(_RECENT_KEY, "[]")))
        except ValueError:
            return []
        return [str(each) for each in kept][:RECENT] if isinstance(kept, list) else []

    def remember(self) -> None:
        """Keep what is asked among what was looked for last."""
        typed = self.typed.strip()
        if typed:
            kept = [typed, *(each for each in self.recent() if each != typed)]
            self._memory.setValue(_RECENT_KEY, json.dumps(kept[:RECENT], ensure_ascii=False))

    def forget_recent(self) -> None:
        """Forget what was looked for."""
        self._memory.remove(_RECENT_KEY)
        self.changed.emit()

    # What is done with a hit

    def open(self, hit: Hit, plays: bool = False) -> None:
        """Open the run of a hit at its moment, in the clip that has it, and play it if wanted."""
        self.remember()
        self._open_run(hit, partial(self._go_to, hit, plays))

    def _go_to(self, hit: Hit, plays: bool) -> None:
        if hit.clip_id and self._review.clip(hit.clip_id) is not None:
            self._review.select(hit.clip_id)
        self.sought.emit(hit.at, plays)

    def make_clip(self, hit: Hit) -> None:
        """Make a clip of what a hit says, from the first to the last of its sentences."""
        self.remember()
        self._clip_wanted = hit
        self._open_run(hit, self._make_wanted_clip)

    def _open_run(self, hit: Hit, then: Callable[[], object]) -> None:
        open_already = self._review.run
        same_source = open_already is not None and open_already.source_id == hit.source_id
        if not same_source or (hit.clip_id and self._review.clip(hit.clip_id) is None):
            self._review.show_run(hit.run_id, then)
        else:
            then()

    def _make_wanted_clip(self) -> None:
        hit, analysis = self._clip_wanted, self._review.analysis
        run = self._review.run
        if hit is None or run is None:
            return
        if run.source_id != hit.source_id:
            self._clip_wanted = None
        elif analysis is not None:
            self._clip_wanted = None
            sentences = analysis.segments.sentences if analysis.segments else ()
            start, end = sentence_span(sentences, hit.start, hit.end, hit.at)
            self._review.new_clip(start, end)


def sentence_span(sentences: tuple[Sentence, ...], start: float, end: float, at: float) -> tuple[float, float]:
    """Return where the sentences begin and end that are in a span of source seconds, at least the one at `at`.

    A sentence is in it with more than half of its length; without sentences the span is returned as it is.
    """
    inside = [
        each
        for each in sentences
        if min(end, each.end) - max(start, each.start) > 0.5 * (each.end - each.start)
        or each.start <= at < each.end
    ]
    if not inside:
        return start, end
    return min(each.start for each in inside), max(each.end for each in inside)


def since_days(days: int) -> float:
    """Return when it was so many days ago, in seconds since the epoch, whole hours."""
    return (time.time() - days * _DAY_SECONDS) // 3600 * 3600 if days else 0.0
