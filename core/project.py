"""The front door of the engine: open a workspace, import, run, decide, edit, export, search.

A project lives on one asyncio loop. Plain methods are indexed reads and return at once; coroutines never block
the loop, whatever they wait for.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from core.batches import Batches
from core.editing import deliveries, set_style
from core.errors import TranscriptError, WorkspaceError
from core.export.naming import DEFAULT_TEMPLATE, file_name
from core.export.publish import check_folder, check_wishes, name_fields, ready_folder, telling_preset
from core.keeping import keep_music
from core.pipeline.graph import Node
from core.pipeline.order import in_order, moved, rank_of
from core.pipeline.records.database import Step, new_id
from core.pipeline.runner import URGENT
from core.pipeline.stage import Lane
from core.preflight import export_forecast, preflight
from core.publications import Publications
from core.recipes import Recipes, for_source
from core.replay import takes_from
from core.schema.audio import Music
from core.schema.cell import Cell
from core.schema.choice import ASPECTS, Aspect
from core.schema.clip import Clip
from core.schema.composition import Composition
from core.schema.framing import Framing
from core.schema.ledger import Budget, LedgerRow, Spending, SpendingBy
from core.schema.log import LogFilter
from core.schema.plan import EditorialPlan
from core.schema.preset import EncodePreset
from core.schema.queue import Figures, LaneState, QueueState, Redo
from core.schema.run import (
    AS_BEFORE,
    AttemptRecord,
    FileWishes,
    JobRecord,
    LogLine,
    OutputRecord,
    Priority,
    RunOptions,
    RunRecord,
    RunSetup,
)
from core.schema.search import Found, SearchFilters
from core.schema.segment import Segments
from core.schema.source import PreparedSource, Source
from core.schema.storage import ExportForecast, Preflight, Storage, Tidied, TidyLimits
from core.schema.style import Style
from core.schema.transcript import Transcript
from core.schema.version import ClipVersion
from core.shelf import ModelShelf
from core.stages import STAGES
from core.styles.authoring.store import has_steps
from core.styles.kept import STYLES
from core.taste import Taste
from core.thumbnails import Thumbnails
from core.workspace import PAUSED, Configuration, Workspace

if TYPE_CHECKING:
    from core.contact_sheet import ContactSheets
    from core.downloads import Downloads
    from core.fine_tuning import FineTuning
    from core.hand_off import HandOff
    from core.meaning import Meaning
    from core.morning.gather import Morning
    from core.morning.months import Statements
    from core.posts import Posts
    from core.schema.draft import DraftStep
    from core.schema.twin import Twin, TwinPair
    from core.searching import Searching
    from core.style_work import StyleWork
    from core.talk_insights import TalkInsights
    from core.transcripts import Transcripts
    from core.translations import Translations
    from core.twins import Twins

__all__ = ["Analysis", "Configuration", "Project", "load_later"]

# Half of all modules: what the first run that is opened needs, and what is asked for now and then.
_LATER = (
    "core.transcripts",
    "core.translations",
    "core.posts",
    "core.searching",
    "core.meaning",
    "core.fine_tuning",
    "core.style_work",
    "pebble",
)


def load_later() -> None:
    """Load what the start of a window does without; in a thread, since that takes some tenths of a second."""
    for name in _LATER:
        import_module(name)


@dataclass(frozen=True)
class Analysis:
    """What is known of a run's source so far; the transcript as the user corrected it."""

    source: Source
    prepared: PreparedSource | None = None
    transcript: Transcript | None = None
    segments: Segments | None = None


class Project(Workspace):
    """What can be done with an open workspace."""

    async def close(self) -> None:
        """Stop all work at once and let the workspace and its files go."""
        if "downloads" in vars(self):
            await self.downloads.close()
        if "_thumbnails" in vars(self):
            await asyncio.to_thread(self._thumbnails.close)
        await super().close()

    def get_ready(self) -> Iterator[None]:
        """Load in steps what a start does without, and the first run that is opened needs."""
        _ = self._twins
        yield
        self.presets()
        yield
        # Brings its index up to date, which a window has no time for while it is made.
        _ = self._searching
        yield

    # Importing and running

    def go_on(self) -> list[str]:
        """Continue every run that was cut off, and return their ids."""
        unfinished = [run.id for run in self.queued_runs()]
        for run_id in unfinished:
            self._driver.drive(run_id, is_wanted=False)
        return unfinished

    async def import_source(self, path: Path, page: str = "", uploader: str = "") -> Source:
        """Record a media file after a look inside; `page` and `uploader` say where it was fetched from.

        Raises:
            MediaError: It is missing, unreadable, or has nothing usable.
        """
        from core.media.content import content_fingerprint
        from core.media.probe import probe

        path = path.expanduser().resolve()
        facts = await asyncio.to_thread(probe, path)
        fingerprint = await asyncio.to_thread(content_fingerprint, path)
        return self._store.add_source(path, fingerprint, path.stat().st_size, facts.duration, page, uploader)

    @cached_property
    def downloads(self) -> Downloads:
        """Sources from the network."""
        from core.downloads import Downloads

        return Downloads(self._store, self.folder, lambda: self.configuration.fetch_limits, self.import_source)

    async def start_run(self, source_id: str, options: RunOptions, anew: str = "") -> str:
        """Start repurposing a source and return the run's id; work goes on in the background.

        `anew` names a stage from which on everything is done again, though it was done before.

        Raises:
            TranscriptError: The given transcript can't be used.
            StyleError: There is no such style.
            MediaError: The given music can't be used.
            ExportError: There is no such preset or destination, or the folder for the files can't be written.
        """
        self.own_presets.check(options)
        check_wishes(options.sidecars, options.name_template)
        for name in options.publish_to:
            self._publications.destination(name)
        options = for_source(options, self._store.source(source_id).name)
        if options.deliver_to:
            await asyncio.to_thread(check_folder, self.folder / options.deliver_to)
        with self._storage.keeping():
            options = await self._with_kept_transcript(options)
            options = await self._with_kept_music(options)
            style = await asyncio.to_thread(self._keep_style, options.style)
            source = self._store.source(source_id)
            async with self._runner.turns.one():
                takes = takes_from(self._graph, anew, new_id())
                run = self._store.add_run(source.id, options, style.pin, takes)
                for doubt in self.own_presets.doubts(options):
                    self._store.write_log(run.id, doubt, "warning")
                self._queue.rank(run.id, rank_of(run))
                self._driver.drive(run.id, is_wanted=False)
            return run.id

    async def _with_kept_transcript(self, options: RunOptions) -> RunOptions:
        """Return options whose transcript is a copy of the workspace's own, which no later attempt can miss."""
        if options.transcript:
            if not Path(options.transcript).expanduser().is_file():
                raise TranscriptError("There is no such transcript.", options.transcript, remedy="Check the path.")
            kept = await self._driver.needs.keep(Path(options.transcript))
            options = options.model_copy(update={"transcript": kept.relative_to(self.folder).as_posix()})
        return options

    async def _with_kept_music(self, options: RunOptions) -> RunOptions:
        """Return options whose music is a copy of the workspace's own."""
        given = options.sound.music
        if given is None or not given.file.is_absolute():
            return options
        kept = await self.keep_music(given.file)
        music = given.model_copy(update={"file": kept.file, "title": given.title or kept.title})
        return options.model_copy(update={"sound": options.sound.model_copy(update={"music": music})})

    async def resume(self, run_id: str) -> None:
        """Go on with a run that was stopped or failed; failed parts are tried again."""
        run = self.run(run_id)
        if run.state == "failed":
            # The machine may have got since what was missing then.
            self._store.set_setup(run_id, RunSetup())
            self._store.move_run(run_id, "started")
        elif run.state == "delivery_failed":
            self._store.move_run(run_id, "analysis_complete")
        for output in self._store.outputs(run_id):
            if output.state == "failed":
                self._store.move_output(output.id, "pending")
        self._store.pause_run(run_id, False)
        self._driver.drive(run_id)

    def foresee(self, run_id: str, stage: str = "", style: str = "") -> Redo:
        """Return what `replay` would do again; without a stage and style, what is stale by itself.

        Raises:
            StyleError: There is no such style.
        """
        return self._replay.foresee(run_id, stage, style)

    async def replay(self, run_id: str, stage: str = "", style: str = "") -> None:
        """Do a run again from a stage on, in another style, or where it is stale; decisions and edits stay.

        Raises:
            StyleError: There is no such style.
        """
        pin = (await asyncio.to_thread(self._keep_style, style)).pin if style else ""
        await self._replay.start(run_id, stage, pin)

    async def cancel(self, run_id: str) -> None:
        """Stop a run's work now; it can be resumed. A run that is finished stays so."""
        if not self._driver.is_unfinished(self.run(run_id)):
            return
        self._store.pause_run(run_id, True)
        await self._driver.halt(run_id)
        self._space.forget_needs()

    async def delete_run(self, run_id: str) -> None:
        """Stop and forget a run. Files that were delivered stay where they are."""
        await self._driver.halt(run_id)
        self._store.delete_run(run_id)
        self._space.forget_needs()
        self._queue.forget(run_id)
        await asyncio.to_thread(shutil.rmtree, self.folder / "runs" / run_id, ignore_errors=True)

    async def wait(self, run_id: str) -> RunRecord:
        """Wait until nothing more happens in a run, and return how it stands."""
        await self._driver.wait(run_id)
        return self.run(run_id)

    # Reading

    def runs(self) -> list[RunRecord]:
        """Return all runs, newest first."""
        return self._store.runs()

    def run(self, run_id: str) -> RunRecord:
        """Return a run."""
        return self._store.run(run_id)

    def find_run(self, start: str) -> RunRecord:
        """Return the one run whose id starts so.

        Raises:
            WorkspaceError: None does, or several.
        """
        found = [run for run in self.runs() if start and run.id.startswith(start)]
        if len(found) != 1:
            problem = "There is no run" if not found else "There are several runs whose id starts with"
            raise WorkspaceError(f"{problem} {start}.", str(self.folder), remedy="List them with: main.py runs")
        return found[0]

    def jobs(self, run_id: str) -> list[JobRecord]:
        """Return a run's jobs."""
        return self._store.jobs(run_id)

    def attempts(self, run_id: str) -> list[AttemptRecord]:
        """Return every attempt of a run's jobs, oldest first."""
        return self._store.attempts(run_id)

    def outputs(self, run_id: str) -> list[OutputRecord]:
        """Return a run's outputs."""
        return self._store.outputs(run_id)

    def log(
        self, run_id: str = "", stage: str = "", level: str = "", limit: int = 0, clip_id: str = ""
    ) -> list[LogLine]:
        """Return lines of the log, oldest first; of more than `limit` (0: no limit) the newest.

        What is given must match; a level takes worse ones in.
        """
        return self._store.log(run_id, stage, level, clip_id, limit)

    def log_after(self, mark: int, wanted: LogFilter) -> tuple[int, list[LogLine]]:
        """Return a mark to go on from, and the lines after an earlier one (0: all), oldest first."""
        return self._store.log_after(mark, wanted)

    def figures(self, days: float = 30) -> Figures:
        """Return how each stage went in the last days, in running order."""
        found = self._store.figures(days)
        order = {stage.name: place for place, stage in enumerate(STAGES)}
        # What is no stage, as translating, costs too.
        stages = sorted(found.stages, key=lambda each: order.get(each.stage, len(order)))
        return found.model_copy(update={"stages": tuple(stages)})

    def spending(self, by: SpendingBy, run_id: str = "") -> list[Spending]:
        """Return what was spent by month, run, stage or model, the latest first; by one run where it is named."""
        return self._store.spending(by, run_id)

    def ledger(self, run_id: str = "") -> list[LedgerRow]:
        """Return every call of a language model, oldest first; those of one run where it is named."""
        return self._store.ledger(run_id)

    def month(self) -> Budget:
        """Return what was spent in this month, of what may be."""
        return self._purse.month()

    def clips(self, run_id: str) -> list[Clip]:
        """Return a run's clips as they are ranked, best first: by what was learned and the weights of axes."""
        return self._taste.in_order(self._store.clips(run_id))

    def read_clips(self, run_id: str) -> Iterator[None]:
        """Read a run's clips and rank them ahead, some milliseconds a step; `clips` has them at hand afterwards.

        A loop that must not stand takes the steps one by one before it asks for a thousand clips.
        """
        for clips in self._store.read_clips(run_id):
            self._taste.rank_ahead(clips)
            yield

    def clip(self, clip_id: str) -> Clip:
        """Return a clip."""
        return self._store.clip(clip_id)

    def sources(self) -> list[Source]:
        """Return all sources, newest first."""
        return self._store.sources()

    async def search(self, query: str, filters: SearchFilters | None = None, limit: int = 50) -> Found:
        """Return where something was said in any source, the best first, as `core.search.query` asks for it.

        Raises:
            WorkspaceError: The index of what was said can't be made.
        """
        return await self._searching.find(query, filters, limit)

    @property
    def meaning(self) -> Meaning:
        """What is said, known by its meaning, where an embedding endpoint is set."""
        return self._meaning

    @property
    def searching(self) -> Searching:
        """Search over everything that was said."""
        return self._searching

    async def twins(self, clip_id: str) -> tuple[Twin, ...]:
        """Return the clips of other runs that say nearly the same as one, the most alike first.

        Raises:
            WorkspaceError: There is no such clip.
        """
        return await self._twins.of(clip_id)

    async def twin_pairs(self) -> tuple[TwinPair, ...]:
        """Return all pairs of clips of different runs that say nearly the same, the most alike first."""
        return await self._twins.pairs(self._scores_of)

    def tell_apart(self, one_id: str, other_id: str, is_apart: bool = True) -> None:
        """Remember that two clips are not the same for the user, or forget it.

        Raises:
            DiskFullError: There is no space for it.
            WorkspaceError: It can't be written, or the workspace is only looked at.
        """
        self._twins.tell_apart(one_id, other_id, is_apart)

    def _scores_of(self, clips: Sequence[Clip]) -> dict[str, float]:
        return {clip_id: standing.score for clip_id, standing in self._taste.standings(clips).items()}

    @cached_property
    def recipes(self) -> Recipes:
        """Sets of choices that are saved, for runs to come."""
        return Recipes(self.folder)

    @cached_property
    def batches(self) -> Batches:
        """Sources that were given together."""
        return Batches(self._store)

    @cached_property
    def morning(self) -> Morning:
        """What was made of sources, and what was not, told afterwards."""
        from core.morning.gather import Morning

        return Morning(self._store, self._taste, self.prepared)

    @cached_property
    def statements(self) -> Statements:
        """What the workspace was used for, month by month, and what that cost."""
        from core.morning.months import Statements

        return Statements(self._store, self.morning, self._purse, self.folder.name)

    @cached_property
    def _twins(self) -> Twins:
        from core.twins import Twins

        return Twins(self._store, self.folder, self._is_look)

    def styles(self) -> tuple[Style, ...]:
        """Return the newest version of every style, the user's own first."""
        return self.style_work.styles()

    @cached_property
    def style_work(self) -> StyleWork:
        """What the user does with styles: drafts, publishing, comparing, removing."""
        from core.style_work import StyleWork

        return StyleWork(self._store, lambda: self.configuration.styles_folder, self.folder / STYLES)

    def draft_steps(self) -> tuple[list[DraftStep], list[DraftStep]]:
        """Return the steps of drafts that were done and undone, of drafts that are as the steps left them."""
        folder = self.configuration.styles_folder
        # Few have a draft, and every window asks.
        return self.style_work.steps() if folder is not None and has_steps(folder) else ([], [])

    # The queue

    def lanes(self) -> list[LaneState]:
        """Return running, queued and width of every lane."""
        return self._queue.lanes()

    def set_width(self, lane: str, width: int) -> None:
        """Let so many tasks of a lane run side by side from now on.

        Raises:
            ContractError: There is no such lane, or the width is below 1.
        """
        self._queue.set_width(lane, width)
        self._executor.set_width(cast(Lane, lane), width)
        self._chosen_widths.add(cast(Lane, lane))

    def queue(self) -> QueueState:
        """Return whether new work is started, and what holds it up."""
        return self._queue.state

    def pause_queue(self) -> None:
        """Start nothing new, until it is released, also after a restart. What runs is finished."""
        self._store.keep_value(PAUSED, "yes")
        self._queue.hold("user")

    def release_queue(self, is_kept: bool = True) -> None:
        """Go on after `pause_queue`; where that is not kept, only until the workspace is closed."""
        if is_kept:
            self._store.keep_value(PAUSED, "")
        self._queue.release("user")

    def queued_runs(self) -> list[RunRecord]:
        """Return unfinished runs in the order they are served."""
        return in_order(self._store.unfinished_runs())

    def set_priority(self, run_id: str, priority: Priority) -> None:
        """Serve a run before or after those of other priorities; what waits of it is resorted at once."""
        self._store.set_priority(run_id, priority)
        self._queue.rank(run_id, rank_of(self.run(run_id)))

    def move_in_queue(self, run_id: str, place: int) -> None:
        """Put a run at a place, 0 first, among the unfinished runs of its priority."""
        runs = self.queued_runs()
        if not any(run.id == run_id for run in runs):
            return
        self._store.set_positions(moved(runs, run_id, place))
        for run in self.queued_runs():
            self._queue.rank(run.id, rank_of(run))

    async def storage(self) -> Storage:
        """Return what the workspace occupies, and how much of that nobody needs."""
        return await self._storage.measure()

    async def free_storage(self) -> int:
        """Remove what nobody needs, and return the bytes freed; never finished files or what a kept clip needs."""
        return await self._storage.free()

    async def tidy_storage(self) -> int:
        """Remove what nobody needs where it is beyond the limits of this workspace; return the bytes freed.

        Raises:
            WorkspaceError: The workspace can't be read.
        """
        return await self._storage.tidy(self._storage.limits())

    @property
    def tidy_limits(self) -> TidyLimits:
        """How long, and how much of, intermediate results are kept in this workspace."""
        return self._storage.limits()

    def set_tidy_limits(self, limits: TidyLimits) -> None:
        """Keep intermediate results within limits from now on, at quiet moments."""
        self._storage.set_limits(limits)

    def tidied(self) -> Tidied | None:
        """Return what was removed by itself last, if ever anything was."""
        return self._storage.tidied()

    async def preflight(self, path: Path, options: RunOptions) -> Preflight:
        """Return what a run of a media file is expected to need, before anything is imported.

        Raises:
            MediaError: The file can't be used.
            WorkspaceError: The workspace's disk can't be reached.
        """
        given = self.configuration
        return await preflight(
            path,
            options,
            self.folder,
            self._store,
            self._graph,
            given.language,
            given.keeps_free_bytes,
            self.own_presets.named,
        )

    def free_bytes(self) -> int:
        """Return the free space of the workspace's disk."""
        return shutil.disk_usage(self.folder).free

    async def analysis(self, run_id: str) -> Analysis:
        """Read what is known of a run's source so far."""
        source = self._store.source(self.run(run_id).source_id)

        async def read(stage: str) -> Any:
            # What is stale is shown until it is made anew.
            return await self._runner.load_last(run_id, stage)

        reading = await self._transcripts.read(source.id, run_id)
        return Analysis(
            source,
            await read("transcode"),
            reading.transcript if reading else None,
            await read("detect_segments"),
        )

    async def plan(self, run_id: str) -> EditorialPlan | None:
        """Read what was proposed for a run; None where it did not get there."""
        return cast(EditorialPlan | None, await self._runner.load_last(run_id, "plan"))

    async def prepared(self, run_id: str) -> PreparedSource | None:
        """Read what ingest made of a run's source alone; None where it did not get there."""
        return cast(PreparedSource | None, await self._runner.load_last(run_id, "transcode"))

    async def composition(self, clip_id: str, aspect: Aspect) -> Composition:
        """Return a clip as it would be rendered, running what is missing for it before other work.

        Raises:
            JobFailed: Something it needs could not be made.
        """
        run_id = self.clip(clip_id).run_id
        node = Node("compose", clip_id, aspect, self.run(run_id).options.presets_for(aspect)[0])
        snapshot = self._runner.snapshot(run_id, [node])
        with self._runner.using(snapshot):
            await self._runner.ensure(snapshot, URGENT)
            composition = cast(Composition, await self._runner.load(snapshot, node))
        media = composition.media.model_copy(update={"path": await self._media_path(run_id)})
        return composition.model_copy(update={"media": media})

    async def framing(self, clip_id: str) -> Framing:
        """Return who is seen in a clip and how it is framed, running what is missing for it before other work.

        Raises:
            JobFailed: Something it needs could not be made.
        """
        node = Node("analyze_framing", clip_id)
        snapshot = self._runner.snapshot(self.clip(clip_id).run_id, [node])
        with self._runner.using(snapshot):
            await self._runner.ensure(snapshot, URGENT)
            return cast(Framing, await self._runner.load(snapshot, node))

    async def thumbnail(self, run_id: str, at: float, height_px: int = 180) -> Path:
        """Return a JPEG of the source's picture at a second, made once and kept.

        Raises:
            MediaError: The source has no picture there.
        """
        return await self._thumbnails.of(run_id, at, height_px)

    @cached_property
    def _thumbnails(self) -> Thumbnails:
        def fingerprint_of(run_id: str) -> str:
            return self._store.source(self.run(run_id).source_id).fingerprint

        return Thumbnails(self.folder, fingerprint_of, self._media_path)

    async def _media_path(self, run_id: str) -> Path:
        node = Node("transcode")
        prepared = cast(PreparedSource, await self._runner.load(self._runner.snapshot(run_id, [node]), node))
        return prepared.media or self._store.source(self.run(run_id).source_id).path

    # Translations

    @property
    def translations(self) -> Translations:
        """What sources say in other languages."""
        return self._translations

    @property
    def insights(self) -> TalkInsights:
        """What is told of whole talks."""
        return self._insights

    @property
    def posts(self) -> Posts:
        """What is written beside clips where they are posted."""
        return self._posts

    @property
    def publications(self) -> Publications:
        """Finished clips on their way to destinations."""
        return self._publications

    # Models

    @property
    def models(self) -> ModelShelf:
        """The models of this machine."""
        return self._models

    @property
    def transcripts(self) -> Transcripts:
        """What was said in each source, and what the user corrects of it."""
        return self._transcripts

    # Learning

    @property
    def taste(self) -> Taste:
        """What is learned from the user's decisions, and how much each axis counts."""
        return self._taste

    @property
    def fine_tuning(self) -> FineTuning:
        """Examples for a language model of the user's own, and the jobs that make one."""
        return self._fine_tuning

    # Editing

    async def edit(self, run_id: str, label: str, after: Sequence[Clip], removed: Collection[str] = ()) -> None:
        """Store clips changed by `core.editing` as one undo step with a name; `removed` are ids of clips that go.

        Raises:
            StyleError: A clip was given a style that there is not.
        """
        after = await self._with_pinned_styles(run_id, after)
        if not all(clip.traits for clip in after):
            reading = await self._transcripts.read(self.run(run_id).source_id, run_id)
            transcript = reading.transcript if reading else None
            after = await asyncio.to_thread(self._taste.with_traits, after, transcript)
        self._store.edit_clips(run_id, label, after, removed)

    async def _with_pinned_styles(self, run_id: str, after: Sequence[Clip]) -> Sequence[Clip]:
        """Return clips whose new styles are named by version, and are kept in the workspace."""
        before = {clip.id: clip.style for clip in self._store.clips(run_id)}
        chosen = {clip.style for clip in after if clip.style and clip.style != before.get(clip.id)}
        pins = {style: (await asyncio.to_thread(self._keep_style, style)).pin for style in sorted(chosen)}
        return [set_style(clip, pins[clip.style]) if clip.style in pins else clip for clip in after]

    def versions(self, clip_id: str) -> list[ClipVersion]:
        """Return how a clip was after each step that is not undone, newest first, and before the first.

        `editing.go_back` makes an edit of one.
        """
        return self._store.versions(clip_id)

    async def undo(self, run_id: str) -> str | None:
        """Take the last step back, an edit of the run's clips or a correction of its source; return its name."""
        async with self._travelling:
            await self._transcripts.quiet()
            step, is_correction = self._next_undo(run_id)
            if is_correction:
                await self._transcripts.undo(self.run(run_id).source_id)
            else:
                self._store.undo(run_id)
        return step.label if step else None

    async def redo(self, run_id: str) -> str | None:
        """Bring back what was undone last; return its name."""
        async with self._travelling:
            await self._transcripts.quiet()
            step, is_correction = self._next_redo(run_id)
            if is_correction:
                await self._transcripts.redo(self.run(run_id).source_id)
            else:
                self._store.redo(run_id)
        return step.label if step else None

    def undo_label(self, run_id: str) -> str | None:
        """Return the name of what undo would take back."""
        step, _ = self._next_undo(run_id)
        return step.label if step else None

    def redo_label(self, run_id: str) -> str | None:
        """Return the name of what redo would bring back."""
        step, _ = self._next_redo(run_id)
        return step.label if step else None

    def undo_at(self, run_id: str) -> float:
        """Return when what undo would take back was made, in seconds since the epoch; 0 for nothing."""
        step, _ = self._next_undo(run_id)
        return step.at if step else 0.0

    def redo_at(self, run_id: str) -> float:
        """Return when what redo would bring back was made, in seconds since the epoch; 0 for nothing."""
        step, _ = self._next_redo(run_id)
        return step.at if step else 0.0

    def _next_undo(self, run_id: str) -> tuple[Step | None, bool]:
        """Return the step that was made last, and whether it is a correction."""
        edit = self._store.undo_step(run_id)
        correction = self._store.undo_correction_step(self.run(run_id).source_id)
        is_correction = correction is not None and (edit is None or correction.at > edit.at)
        return (correction, True) if is_correction else (edit, False)

    def _next_redo(self, run_id: str) -> tuple[Step | None, bool]:
        """Return the step that was undone last: of those, the one that was made first."""
        edit = self._store.redo_step(run_id)
        correction = self._store.redo_correction_step(self.run(run_id).source_id)
        is_correction = correction is not None and (edit is None or correction.at < edit.at)
        return (correction, True) if is_correction else (edit, False)

    async def keep_music(self, path: Path) -> Music:
        """Copy a piece of music into the workspace, to be laid under clips with `editing.set_sound`.

        Raises:
            MediaError: It can't be read, or has no sound.
            DiskFullError: There is no space left for the copy.
        """
        return await asyncio.to_thread(keep_music, path, self.folder)

    # Exporting

    @cached_property
    def hand_off(self) -> HandOff:
        """Clips handed to editing programs, and what those changed taken back."""
        from core.hand_off import HandOff

        return HandOff(
            self._store,
            self._runner,
            self._transcripts,
            self._translations,
            self._posts,
            self._style_of_clip,
            self._taste.in_order,
            self.edit,
        )

    @cached_property
    def contact_sheets(self) -> ContactSheets:
        """Pages of clips for people without the program, and what they decided taken back."""
        from core.contact_sheet import ContactSheets

        return ContactSheets(
            self.folder,
            self._store,
            self._artifacts,
            self._executor,
            self.configuration.weights_folder,
            self.composition,
            self._taste.in_order,
            self.edit,
            self._storage.keeping,
        )

    def presets(self) -> tuple[EncodePreset, ...]:
        """Return how files can be encoded, the usual way first, the workspace's own ways last."""
        return self.own_presets.all()

    async def export(
        self,
        run_id: str,
        clip_ids: Sequence[str],
        aspects: Sequence[Aspect],
        folder: Path,
        preset: str = "",
        wishes: FileWishes = AS_BEFORE,
        cells: Sequence[Cell] = (),
    ) -> list[str]:
        """Ask for finished files of clips in a folder; work goes on in the background.

        A clip that has shapes of its own goes out in those, not in `aspects`. `preset` names how the run's files
        are encoded from now on; empty: as before. What is wished holds from now on as well, but for where these
        files are published to. Where `cells` are given, exactly these files are made of the clips they name.

        Returns:
            The outputs' ids.

        Raises:
            ExportError: The folder can't be written, there is no such preset, format or destination, or the
                template can't be used.
        """
        options = wishes.applied_to(self.run(run_id).options, preset)
        check_wishes(options.sidecars, options.name_template)
        for name in wishes.publish_to or ():
            self._publications.destination(name)
        for column in (*options.columns(ASPECTS), *(cell.column for cell in cells)):
            self.own_presets.named(column.preset)
        folder = folder.expanduser().absolute()
        await asyncio.to_thread(ready_folder, folder)
        await self._transcripts.settled()
        wanted = list(cells) or deliveries([self._store.clip(clip_id) for clip_id in clip_ids], aspects, options)
        if not wanted:
            return []
        for doubt in self.own_presets.doubts_of(cell.preset for cell in wanted):
            self._store.write_log(run_id, doubt, "warning")
        if options != self.run(run_id).options:
            self._store.set_options(run_id, options)
        # The run goes first: one that is asked for nothing new is through at once, one whose files wait never is.
        state = self.run(run_id).state
        if state in ("fully_generated", "delivery_failed"):
            self._store.move_run(run_id, "analysis_complete")
        elif state == "failed":
            self._store.move_run(run_id, "started")
        if self.run(run_id).is_paused:
            self._store.pause_run(run_id, False)
        outputs = self._store.ask_outputs(run_id, wanted, folder, wishes.publish_to)
        self._taste.note_export(run_id, list(dict.fromkeys(cell.clip_id for cell in wanted)))
        self._space.forget_needs()
        self._driver.drive(run_id)
        return [output.id for output in outputs]

    async def export_forecast(
        self,
        run_id: str,
        clip_ids: Sequence[str],
        aspects: Sequence[Aspect],
        folder: Path,
        preset: str = "",
        wishes: FileWishes = AS_BEFORE,
        cells: Sequence[Cell] = (),
    ) -> ExportForecast | None:
        """Return what an export (see there) would make and need; None where the source is not looked into yet.

        Raises:
            ExportError: There is no such preset.
            WorkspaceError: The folder's disk can't be reached.
        """
        prepared = await self.prepared(run_id)
        if prepared is None:
            return None
        options = wishes.applied_to(self.run(run_id).options, preset)
        wanted = list(cells) or deliveries(map(self._store.clip, clip_ids), aspects, options)
        clips = {clip_id: self._store.clip(clip_id) for clip_id in {cell.clip_id for cell in wanted}}
        place = folder.expanduser().absolute()
        return await export_forecast(
            self._store,
            self._graph,
            prepared.facts,
            wanted,
            clips,
            self.folder,
            place,
            self.own_presets.named,
        )

    def name_example(self, cell: Cell, name_template: str, is_one_of_several: bool = False) -> str:
        """Return how a file would be called, where it is the only one of its clip's shape, or one of several.

        Raises:
            ExportError: The template can't be used.
        """
        clip = self._store.clip(cell.clip_id)
        run = self.run(clip.run_id)
        ranks = {each.id: rank for rank, each in enumerate(self.clips(run.id), 1)}
        fields = name_fields(clip, cell.aspect, cell.preset, run.source_name, ranks[clip.id])
        template = name_template or DEFAULT_TEMPLATE
        if is_one_of_several:
            template = telling_preset(template)
        return file_name(template, fields, self.own_presets.named(cell.preset).suffix)
