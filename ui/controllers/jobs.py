"""Everything that runs or waits, in one list: runs, exports, what is published, downloads, translations, insights,
fine-tunes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from ui.controllers.batches import BatchController, batch_name
from ui.controllers.export import ExportController
from ui.controllers.fetching import FetchController, address_name
from ui.controllers.fine_tuning import FineTuningController
from ui.controllers.insights import InsightsController
from ui.controllers.library import LibraryController
from ui.controllers.models import EXPORT, IMPORT, ModelController
from ui.controllers.pace import Pace
from ui.controllers.publishing import PublishController
from ui.controllers.stages import stage_title
from ui.controllers.standing import RunLine
from ui.controllers.translation import TranslationController
from ui.controllers.tuning_comparison import TuningComparisonController
from ui.publish.words import sum_words
from ui.wording import QT_TR_NOOP, told, tr

# What the keys of jobs begin with that send finished files somewhere.
PUBLISH = "publish"
# Changes come hundreds at a time; remaining times change by themselves.
_CALM_MS = 200
_COUNT_MS = 1000
# A download that a run began tells of itself often; one that is silent for so long has ended with its run.
_SILENT_SECONDS = 30.0
_COPIES = {IMPORT: QT_TR_NOOP("Bringing models in"), EXPORT: QT_TR_NOOP("Copying models")}


@dataclass(frozen=True)
class Job:
    """One piece of work. `key` is stable; `fraction` is 0 to 1, None where nobody knows; `remaining` in seconds.

    `run_id` is the run that it belongs to, empty for a download; `can_stop` is whether it is stopped by itself.
    One that `is_sum` stands for others of the list, and is not counted beside them.
    """

    key: str
    title: str
    words: str
    is_waiting: bool = False
    fraction: float | None = None
    remaining: float | None = None
    run_id: str = ""
    can_stop: bool = True
    is_sum: bool = False


@dataclass
class _Telling:
    """What was told last of work that tells by signals alone."""

    fraction: float = 0.0
    words: str = ""
    at: float = 0.0


class JobsController(QObject):
    """Gathers what runs and waits from those who do it, and stops it.

    Signals:
        changed(): A job came, went or got further.
        all_done(int, int): No run is at work or waits any more: how many came to an end since the first of them
            began, and how many of those failed, wholly or in part.
    """

    changed = Signal()
    all_done = Signal(int, int)

    def __init__(
        self,
        library: LibraryController,
        export: ExportController,
        models: ModelController,
        translation: TranslationController,
        insights: InsightsController,
        fetching: FetchController,
        batches: BatchController,
        publishing: PublishController,
        parent: QObject | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._export = export
        self._models = models
        self._translation = translation
        self._insights = insights
        self._sources = fetching
        self._tuning: FineTuningController | None = None
        self._comparing: TuningComparisonController | None = None
        self._batches = batches
        self._publishing = publishing
        self._now = now
        self._importing = 0
        self._paces: dict[str, Pace] = {}
        self._fetching: dict[str, _Telling] = {}
        self._translating: dict[tuple[str, str], _Telling] = {}
        self._jobs: list[Job] = []
        self._together: set[str] = set()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._gather)
        self._count = QTimer(self)
        self._count.setInterval(_COUNT_MS)
        self._count.timeout.connect(self._gather)
        self._connect()
        self._mark()

    def follow_tuning(self, tuning: FineTuningController, comparing: TuningComparisonController) -> None:
        """List fine-tunes, which go on at their endpoint without the window, and comparisons of their models."""
        self._tuning, self._comparing = tuning, comparing
        tuning.changed.connect(self._mark)
        comparing.changed.connect(self._mark)
        self._mark()

    def jobs(self) -> list[Job]:
        """Return what runs and then what waits, in the order in which it is served."""
        return self._jobs

    def stop(self, key: str) -> None:
        """Stop one job; what it finished is kept."""
        kind, _, rest = key.partition(" ")
        if kind == "run":
            self._library.cancel(rest)
        elif kind == "batch":
            self._batches.stop(rest)
        elif kind == "export":
            self._export.stop(rest)
        elif kind == "model":
            self._models.stop(rest)
        elif kind == PUBLISH:
            self._publishing.stop(rest)
        elif kind == "fetch":
            self._sources.stop(rest)
        elif kind == "insights":
            self._insights.stop_writing(rest)
        elif kind == "translation":
            source_id, _, language = rest.rpartition(" ")
            self._translation.stop(source_id, language)
        elif kind == "tuning" and self._tuning is not None:
            self._tuning.stop(rest)
        elif kind == "comparison" and self._comparing is not None:
            self._comparing.stop(rest)
        self._mark()

    def rest(self) -> None:
        """Look no more, as before the window goes."""
        self._calm.stop()
        self._count.stop()

    def _connect(self) -> None:
        library, export, models, translation = self._library, self._export, self._models, self._translation
        library.runs_changed.connect(self._mark)
        library.importing_changed.connect(self._on_importing_changed)
        export.outputs_changed.connect(lambda _run_id: self._mark())
        models.progressed.connect(self._on_fetched)
        models.stopped.connect(self._on_fetch_stopped)
        translation.progressed.connect(self._on_translated)
        translation.changed.connect(lambda _source, _language: self._mark())
        self._insights.changed.connect(self._mark)
        self._sources.changed.connect(self._mark)
        self._batches.changed.connect(self._mark)
        self._publishing.changed.connect(lambda _run_id: self._mark())

    def _mark(self) -> None:
        if not self._calm.isActive():
            self._calm.start()

    def _on_importing_changed(self, count: int) -> None:
        self._importing = count
        self._mark()

    def _on_fetched(self, name: str, fraction: float, words: str) -> None:
        if fraction < 1.0:
            self._fetching[name] = _Telling(fraction, words, self._now())
        else:
            self._fetching.pop(name, None)
        self._mark()

    def _on_fetch_stopped(self, name: str) -> None:
        self._fetching.pop(name, None)
        self._mark()

    def _on_translated(self, source_id: str, language: str, fraction: float, words: str) -> None:
        self._translating[source_id, language] = _Telling(fraction, words, self._now())
        self._mark()

    # The list

    def _gather(self) -> None:
        found = [
            *self._several(),
            *self._imports(),
            *self._fetches(),
            *self._downloads(),
            *self._runs(),
            *self._publications(),
            *self._translations(),
            *self._writings(),
            *self._tunings(),
            *self._comparisons(),
        ]
        jobs = sorted(found, key=lambda job: job.is_waiting)
        self._paces = {job.key: self._paces[job.key] for job in jobs if job.key in self._paces}
        before, self._jobs = self._jobs, jobs
        if jobs and not self._count.isActive():
            self._count.start()
        elif not jobs:
            self._count.stop()
        self._follow_batch()
        if jobs != before:
            self.changed.emit()

    def _follow_batch(self) -> None:
        """Tell when the last of the runs that were at work has ended; one that was stopped by hand is no end."""
        at_work = {job.run_id for job in self._jobs if job.run_id and not job.key.startswith(PUBLISH)}
        self._together |= at_work
        if not self._together or at_work:
            return
        lines = [line for run_id in self._together if (line := self._library.line(run_id)) is not None]
        self._together.clear()
        ended = [line for line in lines if line.standing in ("done", "failed")]
        if ended:
            self.all_done.emit(len(ended), sum(line.standing == "failed" for line in ended))

    def _several(self) -> Iterator[Job]:
        """Batches of several videos, each as a whole."""
        for standing in self._batches.working():
            if standing.total == 1:
                continue
            key = f"batch {standing.batch.id}"
            done = tr("{done} of %n videos", "", standing.total).format(done=standing.done)
            failed = tr("%n failed", "videos", standing.failed) if standing.failed else ""
            words = " · ".join(filter(None, (done, failed)))
            left = self._left(key, standing.fraction)
            yield Job(key, batch_name(standing.batch), words, False, standing.fraction, left, is_sum=True)

    def _imports(self) -> Iterator[Job]:
        if self._importing:
            yield Job("import", tr("Looking at %n files", "", self._importing), "", can_stop=False)

    def _fetches(self) -> Iterator[Job]:
        for each in self._sources.working():
            key, is_waiting = f"fetch {each.url}", each.state == "pending"
            words = tr("Waiting for its turn") if is_waiting else tr("Fetching from the network")
            left = self._left(key, each.fraction) if each.fraction else None
            yield Job(key, address_name(each), words, is_waiting, each.fraction or None, left)

    def _runs(self) -> Iterator[Job]:
        exporting = set(self._export.runs_under_way())
        for line in self._library.lines():
            if not line.is_unfinished:
                continue
            if line.run.id in exporting and line.run.state != "started":
                yield self._export_of(line)
            else:
                yield self._run_of(line)

    def _run_of(self, line: RunLine) -> Job:
        run, key = line.run, f"run {line.run.id}"
        if line.standing == "waiting":
            return Job(key, run.source_name, line.words, True, run.fraction or None, None, run.id)
        progress = self._library.told_last(run.id)
        words = line.words
        if progress is not None:
            stage = stage_title(progress.stage)
            words = f"{stage}: {told(progress.message)}" if progress.message else stage
        return Job(key, run.source_name, words, False, run.fraction, self._left(key, run.fraction), run.id)

    def _export_of(self, line: RunLine) -> Job:
        run_id = line.run.id
        outputs = self._export.outputs(run_id)
        done = sum(output.state == "rendered" for output in outputs)
        made = sum(1.0 if output.state in ("rendered", "failed") else output.fraction for output in outputs)
        words = tr("Export")
        if outputs:
            words = tr("Export: {done} of %n files", "", len(outputs)).format(done=done)
        is_waiting = line.standing == "waiting"
        left = None if is_waiting else self._export.remaining(run_id)
        share = made / len(outputs) if outputs else None
        words = f"{words} · {line.words}" if is_waiting else words
        return Job(f"export {run_id}", line.run.source_name, words, is_waiting, share, left, run_id)

    def _publications(self) -> Iterator[Job]:
        for run_id in self._publishing.runs_under_way():
            batch = self._publishing.batch(run_id)
            run = self._library.run(run_id)
            # A run may be deleted while its files are on their way.
            name = run.source_name if run is not None else str(batch[0].about.get("source", "")) if batch else ""
            names = ", ".join(dict.fromkeys(each.destination for each in batch if each.is_open))
            key, share = f"{PUBLISH} {run_id}", self._publishing.fraction(run_id)
            words = f"{sum_words(batch)} · {names}"
            yield Job(key, name, words, False, share, self._left(key, share), run_id if run else "")

    def _downloads(self) -> Iterator[Job]:
        ours = set(self._models.working())
        for name, heard in list(self._fetching.items()):
            if name not in ours and self._now() - heard.at > _SILENT_SECONDS:
                del self._fetching[name]
        for name in (*self._fetching, *sorted(ours - set(self._fetching))):
            key, title = (
                f"model {name}",
                tr(_COPIES.get(name, "")) or tr("Fetching the model {name}").format(name=name),
            )
            if (last := self._fetching.get(name)) is None:
                yield Job(key, title, tr("Waiting for its turn"), True)
            else:
                left = self._left(key, last.fraction)
                yield Job(key, title, told(last.words), False, last.fraction, left, can_stop=name in ours)

    def _translations(self) -> Iterator[Job]:
        asking = self._translation.asking()
        self._translating = {key: last for key, last in self._translating.items() if key in asking}
        for source_id, language in asking:
            last = self._translating.get((source_id, language), _Telling())
            run = next((run for run in self._library.runs() if run.source_id == source_id), None)
            name = run.source_name if run else tr("captions")
            key = f"translation {source_id} {language}"
            words = tr("Translating into {language}").format(
                language=self._translation.known().get(language, language)
            )
            words = f"{words}: {told(last.words)}" if last.words else words
            yield Job(key, name, words, False, last.fraction, self._left(key, last.fraction))

    def _writings(self) -> Iterator[Job]:
        for run_id in self._insights.writing():
            run = self._library.run(run_id)
            if run is not None:
                yield Job(f"insights {run_id}", run.source_name, tr("A language model writes the insights"))

    def _tunings(self) -> Iterator[Job]:
        if self._tuning is None:
            return
        for job in self._tuning.under_way():
            title = tr("Fine-tune of {model}").format(model=job.base_model)
            yield Job(f"tuning {job.id}", title, self._tuning.news(job))

    def _comparisons(self) -> Iterator[Job]:
        if self._comparing is None:
            return
        for job in self._comparing.under_way():
            fraction, words = self._comparing.progress(job.id) or (0.0, "")
            key, title = f"comparison {job.id}", tr("Comparison with {model}").format(model=job.base_model)
            yield Job(key, title, words, False, fraction or None, self._left(key, fraction))

    def _left(self, key: str, share: float) -> float | None:
        pace = self._paces.setdefault(key, Pace(self._now))
        pace.note(share)
        return pace.remaining()
