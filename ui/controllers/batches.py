"""Videos that are given together and worked on while nobody looks; and what is told of them in the morning."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import Cancelled, ShortlistError
from core.schema.batch import Batch, BatchItem
from core.schema.run import RunRecord
from ui.controllers.library import LibraryController
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP, told, tr

if TYPE_CHECKING:
    from core.project import Project
    from core.schema.morning import MorningReport

# How much of the work on a video is its analysis, as seen in batches of the bundled kind.
_ANALYSIS_SHARE = 0.6
_DAY_SECONDS = 86400.0
Arrive = Callable[[], Awaitable[Path]]
# Gives the run of a source, or nothing where it came to none.
Bring = Callable[[], Awaitable[str]]


@dataclass(frozen=True)
class BatchStanding:
    """How a batch stands. `fraction` is 0 to 1 of all its videos together."""

    batch: Batch
    done: int
    failed: int
    fraction: float

    @property
    def total(self) -> int:
        """How many videos there are."""
        return len(self.batch.items)


class BatchController(QObject):
    """Begins batches, sees them through also after the program was ended, and tries single videos again.

    Signals:
        changed(): A batch was begun, got further or ended.
        ended(str): Nothing more happens to a batch by itself; its id.
        reported(str, MorningReport): What was asked for of a batch, by its id; empty for the last day.
        written(Path): A report was written to a file.
        refused(str): A report could not be made or written, and why.
    """

    changed = Signal()
    ended = Signal(str)
    reported = Signal(str, object)
    written = Signal(object)
    refused = Signal(str)

    def __init__(
        self, project: Project, library: LibraryController, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._library = library
        self._tasks = tasks
        # By batch: what of it is being worked on.
        self._open: dict[str, set[str]] = {}
        self._at_work: dict[str, Batch] = {}
        self._tasks_of: dict[str, asyncio.Future[None]] = {}
        library.runs_changed.connect(self._on_runs_changed)

    # What there is

    @property
    def is_unattended(self) -> bool:
        """Whether what is imported now is approved and made into files while nobody looks."""
        options = self._library.options
        return options.auto_approve and bool(options.deliver_to)

    def batches(self) -> list[Batch]:
        """Return all batches, the newest first."""
        return self._project.batches.all()

    def working(self) -> list[BatchStanding]:
        """Return the batches that are worked on, the newest first."""
        return [self._standing(batch) for batch in self._at_work.values()]

    def is_working(self, batch_id: str, item_id: str = "") -> bool:
        """Whether a batch, or one video of it, is being worked on."""
        open_items = self._open.get(batch_id, set())
        return item_id in open_items if item_id else bool(open_items)

    def tells_of(self, run_id: str) -> bool:
        """Whether a run is of a batch that is worked on, which is told of as a whole in the end."""
        return any(item.run_id == run_id for batch in self._at_work.values() for item in batch.items)

    def _standing(self, batch: Batch) -> BatchStanding:
        done = failed = 0
        made = 0.0
        for item in batch.items:
            run = self._library.run(item.run_id)
            has_failed = (run is None and bool(item.error)) or (run is not None and _has_failed(run))
            if item.id not in self._open.get(batch.id, ()):
                done, made = done + 1, made + 1.0
                failed += has_failed
            elif run is not None:
                made += self._fraction(run)
        return BatchStanding(batch, done, failed, made / max(1, len(batch.items)))

    def _fraction(self, run: RunRecord) -> float:
        if run.state == "started":
            return _ANALYSIS_SHARE * run.fraction
        outputs = self._project.outputs(run.id)
        made = sum(1.0 if output.state in ("rendered", "failed") else output.fraction for output in outputs)
        return _ANALYSIS_SHARE + (1 - _ANALYSIS_SHARE) * (made / len(outputs) if outputs else 0.0)

    # What the user wants

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import files, and every media file of folders: as one batch where nobody needs to look at them."""
        self._tasks.start(self._import_all(list(paths)), QT_TR_NOOP("Could not import the files."))

    def begin(self, sources: Sequence[tuple[str, Arrive]]) -> None:
        """Begin a batch: of each source its file or address, and what brings the file."""
        batch = self._project.batches.begin([source for source, _ in sources], self._library.options)
        # Each run comes behind those of the files before it; a download is waited for by nobody.
        before: list[asyncio.Future[None]] = []
        for item, (_, arrive) in zip(batch.items, sources, strict=True):
            begun: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._see(batch, item, partial(self._bring_in, batch, item, arrive, tuple(before), begun))
            if not _is_address(item.source):
                before.append(begun)

    def go_on(self) -> None:
        """See batches through that were cut off. Call it once their runs go on."""
        for batch in self.batches():
            for item in batch.items if not batch.ended_at else ():
                if self._project.batches.has_run(item):
                    self._see(batch, item, partial(self._as_it_is, item.run_id))
                elif not item.error:
                    arrive = partial(self._arrive, item.source)
                    self._see(batch, item, partial(self._bring_in, batch, item, arrive))
            if not batch.ended_at and batch.id not in self._open:
                self._project.batches.end(batch.id)

    def retry(self, batch_id: str, item_id: str) -> None:
        """Try one video of a batch again: what failed of it, or all of it where its file is another by now."""
        batch = next((each for each in self.batches() if each.id == batch_id), None)
        for item in batch.items if batch else ():
            if batch is not None and item.id == item_id and not self.is_working(batch_id, item_id):
                self._see(batch, item, partial(self._again, batch, item))

    def stop(self, batch_id: str) -> None:
        """Stop what is worked on of a batch; each video can be tried again."""
        batch = next((each for each in self.batches() if each.id == batch_id), None)
        for item in batch.items if batch else ():
            if not self.is_working(batch_id, item.id):
                continue
            if self._project.batches.has_run(item):
                self._library.cancel(item.run_id)
            else:
                self._tasks_of.pop(item.id).cancel()
                self._project.batches.skip(batch_id, item.id, is_stopped=True)
                self._settle(batch_id, item)

    def report(self, batch_id: str) -> None:
        """Tell of a batch, or of the last day where its id is empty; `reported` or `refused` tells."""
        self._tasks.start(self._report(batch_id), QT_TR_NOOP("Could not make the report."))

    def page(self, batch_id: str) -> Path:
        """Return where the workspace keeps a batch's report as a page, or that of the last day."""
        return self._project.folder / "reports" / f"{batch_id or 'day'}.html"

    def write(self, report: MorningReport, file: Path) -> None:
        """Write a report to a file; `written` or `refused` tells."""
        self._tasks.start(self._write(report, file), QT_TR_NOOP("Could not write the report."))

    # Seeing them through

    async def _import_all(self, paths: Sequence[Path]) -> None:
        files: list[Path] = []
        problem: ShortlistError | None = None
        for path in paths:
            try:
                found = await self._tasks.in_thread(self._project.batches.sources_of, str(path))
                files += [Path(each) for each in found]
            except ShortlistError as error:
                problem = error
        if files and self.is_unattended:
            self.begin([(str(file), partial(self._arrive, str(file))) for file in files])
        else:
            self._library.import_files(files)
        if problem is not None:
            raise problem

    def _see(self, batch: Batch, item: BatchItem, bring: Bring) -> None:
        """Work on one video and follow it until nothing more happens to it by itself."""
        self._open.setdefault(batch.id, set()).add(item.id)
        self._at_work.setdefault(batch.id, batch)
        name = Path(item.source).name or item.source
        work = self._through(batch.id, item, bring)
        self._tasks_of[item.id] = self._tasks.start(work, QT_TR_NOOP("Could not import {file}."), file=name)
        self.changed.emit()

    async def _through(self, batch_id: str, item: BatchItem, bring: Bring) -> None:
        """Where the program ends meanwhile, nothing is written down: the next start goes on."""
        try:
            run_id = await bring()
            if run_id:
                await self._project.wait(run_id)
                await self._project.publications.settled(run_id)
        except ShortlistError as error:
            # Told when the batch is through; the others go on.
            self._project.batches.note(batch_id, item.id, error=str(error))
        except Exception as error:
            self._project.batches.note(batch_id, item.id, error=f"{type(error).__name__}: {error}")
            self._settle(batch_id, item)
            raise
        self._settle(batch_id, item)

    def _settle(self, batch_id: str, item: BatchItem) -> None:
        self._tasks_of.pop(item.id, None)
        left = self._open.get(batch_id, set())
        left.discard(item.id)
        self._read_again(batch_id)
        if not left and self._open.pop(batch_id, None) is not None:
            self._at_work.pop(batch_id, None)
            self._project.batches.end(batch_id)
            self.ended.emit(batch_id)
        self.changed.emit()

    async def _bring_in(
        self,
        batch: Batch,
        item: BatchItem,
        arrive: Arrive,
        before: Sequence[asyncio.Future[None]] = (),
        begun: asyncio.Future[None] | None = None,
    ) -> str:
        """Return the run of a source with the choices of its batch; empty where there is no room for it."""
        try:
            run_id = await self._library.bring_in(await arrive(), batch.options, before)
        finally:
            if begun is not None and not begun.done():
                begun.set_result(None)
        if run_id:
            self._project.batches.note(batch.id, item.id, run_id)
        else:
            self._project.batches.skip(batch.id, item.id)
        self._read_again(batch.id)
        return run_id

    def _read_again(self, batch_id: str) -> None:
        if batch_id in self._at_work:
            self._at_work[batch_id] = self._project.batches.find(batch_id)

    async def _as_it_is(self, run_id: str) -> str:
        return run_id

    async def _again(self, batch: Batch, item: BatchItem) -> str:
        run = self._library.run(item.run_id)
        if run is None or await self._project.batches.mended(run) is not None:
            return await self._bring_in(batch, item, partial(self._arrive, item.source))
        if run.is_paused or _has_failed(run):
            await self._project.resume(run.id)
        for each in self._project.publications.of_run(run.id):
            if each.state == "failed":
                self._project.publications.retry(each.id)
        return run.id

    async def _arrive(self, source: str) -> Path:
        if not _is_address(source):
            return Path(source)
        download = await self._project.downloads.fetch(source, None)
        if download.file is None:
            raise Cancelled("The download was stopped.", source)
        return download.file

    def _on_runs_changed(self) -> None:
        if self._open:
            self.changed.emit()

    # Telling of them

    async def _report(self, batch_id: str) -> None:
        # Commands in it name the workspace: which one they would take by themselves isn't known here.
        morning, where = self._project.morning, str(self._project.folder)
        try:
            if batch_id:
                report = await morning.of_batch(self._project.batches.find(batch_id), where)
            else:
                report = await morning.since(time.time() - _DAY_SECONDS, where)
        except ShortlistError as error:
            self.refused.emit(told(str(error)))
            return
        self.reported.emit(batch_id, report)

    async def _write(self, report: MorningReport, file: Path) -> None:
        try:
            written = await self._tasks.in_thread(self._project.morning.write, report, file)
        except ShortlistError as error:
            self.refused.emit(told(str(error)))
            return
        self.written.emit(written)


def batch_name(batch: Batch) -> str:
    """Return what a batch is called: its recipe, else its video where it is one, else that it is a batch."""
    if batch.options.recipe:
        return batch.options.recipe
    only = batch.items[0].source if len(batch.items) == 1 else ""
    return Path(only).name or tr("Batch")


def _has_failed(run: RunRecord) -> bool:
    return run.state in ("failed", "delivery_failed")


def _is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))
