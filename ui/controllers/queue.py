"""The queue: its lanes, what holds it up, how it went, what the workspace occupies, and whether a run fits."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import UserWorldError
from core.schema.ledger import Budget, Spending
from core.schema.queue import Figures, LaneState, QueueState
from core.schema.run import JobRecord, RunOptions, RunRecord
from core.schema.source import Source
from core.schema.storage import Preflight, Storage, Tidied, TidyLimits
from ui.controllers.events import ProjectEvents
from ui.controllers.preferences import PreferenceStore
from ui.controllers.tasks import OUR_FAULT, Tasks
from ui.widgets.timecode import about, dollars, file_size
from ui.wording import QT_TR_NOOP, told, tr

if TYPE_CHECKING:
    from core.project import Project


@dataclass(frozen=True)
class Occupation:
    """What is known of the workspace's size. `doing` is looking, freeing or empty; `freed` is in bytes."""

    storage: Storage | None = None
    doing: str = ""
    freed: int | None = None
    problem: str = ""


@dataclass
class SpaceQuestion:
    """Whether a run that does not fit the disk shall start all the same; who asks the user sets `answer`."""

    source: Source
    options: RunOptions
    preflight: Preflight
    answer: asyncio.Future[bool]


class QueueController(QObject):
    """Reads and steers the queue.

    Signals:
        queue_changed(QueueState): It was held up or let go, or a lane has another width.
        occupation_changed(): The workspace was looked at or cleared, or that began or failed.
        space_lacking(SpaceQuestion): A run does not fit; the question waits for its answer.
        space_question_changed(): Another look was taken at the disk for the question that waits.
        expected(str): What a run of this source id will need is known.
    """

    queue_changed = Signal(object)
    occupation_changed = Signal()
    space_lacking = Signal(object)
    space_question_changed = Signal()
    expected = Signal(str)

    def __init__(
        self,
        project: Project,
        store: PreferenceStore,
        events: ProjectEvents,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._store = store
        self._tasks = tasks
        self._keeping = asyncio.Lock()
        self._asking = asyncio.Lock()
        self._question: SpaceQuestion | None = None
        self._expected: dict[str, Preflight] = {}
        self._figures: dict[float, Figures] = {}
        self.occupation = Occupation()
        self._told: tuple[QueueState, tuple[int, ...]] | None = None
        events.queue_changed.connect(self._on_queue_changed)
        events.job_changed.connect(self._on_job_changed)
        events.run_deleted.connect(lambda _run_id: self._figures.clear())
        events.costs_booked.connect(lambda _run_id: self._figures.clear())

    # Lanes and the queue

    def lanes(self) -> list[LaneState]:
        """Return how every lane of work stands."""
        return self._project.lanes()

    def set_width(self, lane: str, width: int) -> None:
        """Let so many tasks of a lane run at once, now and after the next start."""
        self._project.set_width(lane, width)
        is_automatic = any(state.name == lane and state.automatic_width == width for state in self.lanes())
        self._tasks.start(
            self._keep_width(lane, 0 if is_automatic else width), QT_TR_NOOP("Could not keep the setting.")
        )

    def state(self) -> QueueState:
        """Return whether the queue is held up, and why."""
        return self._project.queue()

    def toggle(self) -> None:
        """Start no new work, or start it again; what runs is finished."""
        if self.state().hold == "user":
            self._project.release_queue()
        else:
            self._project.pause_queue()

    def figures(self, days: float) -> Figures:
        """Return how the stages went; read anew only after a job has ended."""
        if days not in self._figures:
            self._figures[days] = self._project.figures(days)
        return self._figures[days]

    def month(self) -> Budget:
        """Return what was spent in this month, of what may be."""
        return self._project.month()

    def spending(self, run_id: str) -> Spending:
        """Return what language models cost a run so far."""
        return next(iter(self._project.spending("run", run_id)), Spending(of=run_id))

    async def _keep_width(self, lane: str, width: int) -> None:
        async with self._keeping:
            await self._tasks.in_thread(self._store.save_width, lane, width)

    def _on_queue_changed(self, state: QueueState) -> None:
        # The engine also tells of every run that takes another place, hundreds at a time.
        now = state, tuple(lane.width for lane in self.lanes())
        if now != self._told:
            self._told = now
            self.queue_changed.emit(state)

    def _on_job_changed(self, job: JobRecord) -> None:
        if job.state in ("completed", "failed"):
            self._figures.clear()

    # What the workspace occupies

    def folder(self) -> Path:
        """Return the workspace's folder."""
        return self._project.folder

    def look_at_storage(self) -> None:
        """Find out what the workspace occupies; `occupation_changed` tells."""
        if not self.occupation.doing:
            self._show(replace(self.occupation, doing="looking", problem=""))
            self._tasks.start(self._occupied(self._look), QT_TR_NOOP("Could not look at the workspace."))

    def free_storage(self) -> None:
        """Remove what no kept clip needs, once however often it is asked for."""
        if not self.occupation.doing:
            self._show(replace(self.occupation, doing="freeing", freed=None, problem=""))
            self._tasks.start(self._occupied(self._free), QT_TR_NOOP("Could not free space."))

    def limits(self) -> TidyLimits:
        """Return how long, and how much of, what nobody needs is kept."""
        return self._project.tidy_limits

    def set_limits(self, limits: TidyLimits) -> None:
        """Keep it so from now on."""
        if limits != self._project.tidy_limits:
            self._project.set_tidy_limits(limits)

    def tidied(self) -> Tidied | None:
        """Return what was removed by itself last."""
        return self._project.tidied()

    async def _look(self) -> Occupation:
        return Occupation(await self._project.storage(), freed=self.occupation.freed)

    async def _free(self) -> Occupation:
        freed = await self._project.free_storage()
        await self._ask_again()
        return Occupation(await self._project.storage(), freed=freed)

    async def _occupied(self, work: Callable[[], Awaitable[Occupation]]) -> None:
        after = replace(self.occupation, doing="", problem=f"{tr(OUR_FAULT)}.")
        try:
            after = await work()
        except UserWorldError as error:
            after = replace(after, problem=told(str(error)))
        finally:
            self._show(after)

    def _show(self, occupation: Occupation) -> None:
        self.occupation = occupation
        self.occupation_changed.emit()

    # Whether a run fits

    async def admits(self, source: Source, options: RunOptions) -> bool:
        """Whether a run may start: it fits the disk, or the user wants it all the same. One question at a time."""
        async with self._asking:
            found = await self._project.preflight(source.path, options)
            if not found.fits:
                answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
                self._question = SpaceQuestion(source, options, found, answer)
                self.space_lacking.emit(self._question)
                try:
                    if not await answer:
                        return False
                finally:
                    self._question = None
            self._expected[source.id] = found
            self.expected.emit(source.id)
            return True

    def expectation(self, run: RunRecord) -> str:
        """Return what a run at work is expected to need, in words, or nothing where that is not known."""
        found = self._expected.get(run.source_id)
        if found is None or run.state != "started":
            return ""
        parts = [tr("about {size}").format(size=file_size(found.needed_bytes))]
        if found.seconds is not None:
            parts.append(about(found.seconds))
        if found.usd:
            parts.append(tr("about {amount}").format(amount=dollars(found.usd)))
        return tr("Needs {what}").format(what=", ".join(parts))

    async def _ask_again(self) -> None:
        if self._question is not None:
            found = await self._project.preflight(self._question.source.path, self._question.options)
            self._question.preflight = found
            self.space_question_changed.emit()
