"""An open workspace: its parts put together, opened, configured and closed. `project` says what it can do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Self, cast

from core.driver import Driver
from core.errors import (
    StyleError,
    WorkspaceError,
)
from core.machine import this_machine
from core.needs import Needs
from core.pipeline.artifact import ArtifactStore
from core.pipeline.events import Event, QueueChanged, SaidChanged, WeightsProgressed
from core.pipeline.graph import Graph
from core.pipeline.order import rank_of
from core.pipeline.pool import Executor, ProcessExecutor
from core.pipeline.purse import Purse
from core.pipeline.queue import Queue
from core.pipeline.records.lock import WorkspaceLock
from core.pipeline.records.store import Store
from core.pipeline.runner import Runner, Setting
from core.pipeline.snapshot import Roots
from core.pipeline.space import SpaceWatch
from core.pipeline.stage import Lane, Parameters
from core.pipeline.widths import widths_for
from core.presets import Presets
from core.publications import Publications
from core.redaction import keep_secret
from core.replay import Replay
from core.schema.audio import SoundWishes
from core.schema.choice import Aspect
from core.schema.clip import Clip, Post
from core.schema.composition import DeliverySpec
from core.schema.correction import Corrections, SpeakerNames
from core.schema.destination import Destination
from core.schema.download import FetchLimits
from core.schema.endpoint import EmbeddingEndpoint, Endpoint
from core.schema.framing import Footage
from core.schema.record import Record
from core.schema.source import Source, TrackWishes
from core.schema.speech import SpeechWishes
from core.schema.style import Style
from core.schema.transcript import Transcript
from core.schema.translation import CaptionTrack
from core.search.files import VECTORS
from core.shelf import ModelShelf, Place
from core.spaces.standing import refuse_unfinished
from core.stages import ROOTS, STAGES
from core.storage import WorkspaceStorage
from core.styles.kept import STYLES, is_kept, keep_style
from core.styles.library import load_style
from core.taste import Taste
from core.vision.footage import footage_of

if TYPE_CHECKING:
    from core.fine_tuning import FineTuning
    from core.meaning import Meaning
    from core.posts import Posts
    from core.searching import Searching
    from core.talk_insights import TalkInsights
    from core.transcripts import Transcripts
    from core.translations import Translations

_REGISTRY = "core.stages"
PAUSED = "queue_is_paused"
# Until the index of the search is looked at, unless somebody searches or a window got ready before.
_INDEX_SECONDS = 3.0


@dataclass(frozen=True)
class Configuration:
    """What the engine is given by whoever starts it; it reads no settings of its own.

    `language`, `speech` and `embedding` endpoints are used only when the user has set them. `widths` go before
    what suits the machine. `time_limit_seconds` of one task, 0 for automatic. Work waits while the workspace's
    disk has less than `keeps_free_bytes` free. With `prefers_hardware` files are encoded by graphics hardware
    that works. With a `scheduler`, an address like `tcp://host:8786`, the stages of clips and deliveries run on
    the workers of that Dask cluster; `path_map` pairs folders as (we name them, they do). With `may_download` a
    run fetches a model that it lacks by itself; for the rest of what is known of models see `core.shelf.Place`.
    Language models may cost `run_budget_usd` a run and `month_budget_usd` a month of the calendar; None: no limit.
    Finished clips may be published to the `destinations`. Sources are fetched within `fetch_limits`.
    """

    weights_folder: Path
    styles_folder: Path | None = None
    language: Endpoint | None = None
    speech: Endpoint | None = None
    embedding: EmbeddingEndpoint | None = None
    widths: Mapping[Lane, int] = field(default_factory=dict)
    time_limit_seconds: float = 0.0
    keeps_free_bytes: int = 1_000_000_000
    may_download: bool = True
    has_custom_weights: bool = False
    model_mirror: str = ""
    is_offline: bool = False
    speech_wishes: SpeechWishes = field(default_factory=SpeechWishes)
    prefers_hardware: bool = False
    scheduler: str = ""
    path_map: tuple[tuple[str, str], ...] = ()
    run_budget_usd: Decimal | None = None
    month_budget_usd: Decimal | None = None
    destinations: tuple[Destination, ...] = ()
    fetch_limits: FetchLimits = field(default_factory=FetchLimits)


class Workspace:
    """A folder with its database, artifacts and run folders, open for work or for a look."""

    def __init__(
        self,
        folder: Path,
        configuration: Configuration,
        executor: Executor,
        lock: WorkspaceLock,
        is_look: bool = False,
    ) -> None:
        self.folder = folder
        self._is_look = is_look
        self._lock = lock
        self.own_presets = Presets(folder)
        self._store = Store(folder / "workspace.sqlite", is_look)
        self._artifacts = ArtifactStore(folder / "artifacts")
        self._purse = Purse(self._store, folder)
        self._executor = executor
        self.configuration = configuration
        self._chosen_widths: set[Lane] = set(configuration.widths)
        self._models = ModelShelf(self._place(), self._tell_model, self.model_users)
        self._graph = Graph(STAGES, ROOTS)
        self._queue = Queue(automatic_widths(), configuration.widths, self._tell_queue)
        self._runner = Runner(
            self._graph,
            self._store,
            self._artifacts,
            executor,
            self._queue,
            self._setting(),
            self._purse,
            self._roots_of,
            self._parameters_of,
        )
        self._storage = WorkspaceStorage(folder, self._graph, self._store, self._artifacts, self._runner)
        self._taste = Taste(self._store, self._artifacts, executor, configuration.weights_folder)
        self._driver = Driver(
            folder,
            self._store,
            self._artifacts,
            self._runner,
            self._queue,
            self._needs(),
            self._taste.in_order,
        )
        self._space = SpaceWatch(
            folder,
            configuration.keeps_free_bytes,
            partial(self._queue.hold, "disk"),
            partial(self._queue.release, "disk"),
        )
        self._driver.lacks_space = self._space.needs
        self._driver.scores_of = lambda clips: {
            clip_id: standing.score for clip_id, standing in self._taste.standings(clips).items()
        }
        self._driver.post_of = self._post_of
        self._publications = Publications(self._store, folder, configuration.destinations)
        self._publications.post_of = self._post_of
        # Which step is the last one is looked up when the step before it has been taken back.
        self._travelling = asyncio.Lock()
        self._indexing: asyncio.Task[None] | None = None
        self._unsubscribe: Callable[[], None] = lambda: None
        self._watching: asyncio.Task[None] | None = None
        self._tidying: asyncio.Task[None] | None = None
        self._replay = Replay(self._graph, self._store, self._runner, self._driver, self._roots_of, self._style)

    # What is made at its first use: the start of the window would wait for its modules, numpy among them

    @cached_property
    def _transcripts(self) -> Transcripts:
        from core.transcripts import Transcripts

        return Transcripts(
            self._store, self._runner, self._artifacts, self._executor, self.configuration.weights_folder
        )

    @cached_property
    def _insights(self) -> TalkInsights:
        from core.talk_insights import TalkInsights

        return TalkInsights(
            self.folder,
            self._store,
            self._runner,
            self._artifacts,
            self._executor,
            self.configuration.weights_folder,
            self._purse,
            self.configuration.language,
        )

    @cached_property
    def _translations(self) -> Translations:
        from core.translations import Translations

        return Translations(self._store, self._transcript_of, self.configuration.language, self._purse)

    @cached_property
    def _posts(self) -> Posts:
        from core.posts import Posts

        return Posts(self._store, self._transcripts, self._insights, self._purse, self.configuration.language)

    async def _post_of(self, clip: Clip) -> Post:
        return await self._posts.of(clip)

    @cached_property
    def _searching(self) -> Searching:
        from core.searching import Searching

        made = Searching(self.folder, self._store, lambda: self._meaning, self._is_look)
        made.go_on()
        return made

    def _index_later(self) -> None:
        """Bring the index of the search up to date in a moment, or as soon as something new is said."""
        self._indexing = asyncio.ensure_future(self._index())
        self._unsubscribe = self._store.subscribe(self._on_event)

    async def _index(self) -> None:
        await asyncio.sleep(_INDEX_SECONDS)
        # A tenth of a second, which a loop would stand.
        await asyncio.to_thread(import_module, "core.searching")
        _ = self._searching

    def _on_event(self, event: Event) -> None:
        if isinstance(event, SaidChanged):
            _ = self._searching

    @cached_property
    def _meaning(self) -> Meaning:
        from core.meaning import Meaning

        return Meaning(self.folder, self._store, self._purse, self.configuration.embedding, self._is_look)

    def _keep_meaning(self) -> None:
        """Go on with what is known by its meaning, where there is anything to do for it."""
        if self.configuration.embedding is not None or (self.folder / VECTORS).exists():
            self._meaning.go_on()

    @cached_property
    def _fine_tuning(self) -> FineTuning:
        from core.fine_tuning import FineTuning

        return FineTuning(
            self._store, self._transcript_of, self._taste.examples, self.configuration.language, self._purse
        )

    # Opening

    @classmethod
    async def open(
        cls, folder: Path, configuration: Configuration, executor: Executor | None = None, program: str = ""
    ) -> Self:
        """Open a workspace, making it where there is none, and go on with what was unfinished.

        `program` says who has it to another that wants it: "the window", or a command.

        Raises:
            WorkspaceError: It is locked, too new, damaged or can't be written.
            ClusterError: The scheduler can't be reached.
        """
        folder = folder.expanduser().resolve()
        refuse_unfinished(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "artifacts").mkdir(exist_ok=True)
        except OSError as error:
            raise WorkspaceError(
                f"The workspace folder can't be written ({error.strerror}).",
                str(folder),
                remedy="Choose another folder.",
            ) from error
        lock = WorkspaceLock(folder, program)
        lock.acquire()
        project: Self | None = None
        try:
            if executor is None:
                executor = await asyncio.to_thread(make_executor, configuration)
            project = cls(folder, configuration, executor, lock)
            if configuration.scheduler:
                project._follow_cluster()
            project._artifacts.sweep()
            project._driver.sweep()
            project._store.recover()
            project._purse.open()
            project._recall_queue()
            if project._store.corrected_sources():
                project._transcripts.go_on()
            project._taste.go_on()
            project._publications.go_on()
            await project._space.look()
            project._watching = asyncio.ensure_future(project._space.watch())
            project._tidying = asyncio.ensure_future(project._storage.keep_tidy())
            project._index_later()
            project._keep_meaning()
        except BaseException:
            if project:
                project._store.close()
            if executor:
                await asyncio.to_thread(executor.close)
            lock.release()
            raise
        return project

    @classmethod
    def look(cls, folder: Path, configuration: Configuration) -> Self:
        """Open a workspace for reading alone, also while another program works in it. Close it with `close`.

        Raises:
            WorkspaceError: There is none, or it can't be read.
        """
        folder = folder.expanduser().resolve()
        refuse_unfinished(folder)
        if not (folder / "workspace.sqlite").is_file():
            raise WorkspaceError("There is no workspace here.", str(folder), remedy="Check the folder's name.")
        executor = ProcessExecutor(_widths(configuration))
        return cls(folder, configuration, executor, WorkspaceLock(folder), is_look=True)

    @property
    def is_look(self) -> bool:
        """Whether the workspace is only looked at, and nothing in it may be changed."""
        return self._is_look

    def configure(self, configuration: Configuration) -> None:
        """Take other endpoints and permissions from now on; runs that started keep what they resolved."""
        self.configuration = configuration
        self._models.place = self._place()
        self._runner.configure(self._setting())
        self._space.keeps_free_bytes = configuration.keeps_free_bytes
        self._driver.needs = self._needs()
        self._publications.configure(configuration.destinations)
        made = vars(self)
        if "_translations" in made:
            self._translations.endpoint = configuration.language
        if "_insights" in made:
            self._insights.endpoint = configuration.language
        if "_posts" in made:
            self._posts.endpoint = configuration.language
        if "_fine_tuning" in made:
            self._fine_tuning.configure(configuration.language)
        if "_meaning" in made:
            self._meaning.configure(configuration.embedding)
        else:
            self._keep_meaning()

    def _setting(self) -> Setting:
        self._purse.run_budget_usd = self.configuration.run_budget_usd
        self._purse.month_budget_usd = self.configuration.month_budget_usd
        chosen = {"language": self.configuration.language, "speech": self.configuration.speech}
        endpoints = {name: endpoint for name, endpoint in chosen.items() if endpoint is not None}
        for endpoint in (*endpoints.values(), self.configuration.embedding):
            if endpoint is not None:
                keep_secret(endpoint.api_key.get_secret_value())
        for destination in self.configuration.destinations:
            keep_secret(destination.secret.get_secret_value())
        chosen_limit = self.configuration.time_limit_seconds
        return Setting(_REGISTRY, self.folder, self.configuration.weights_folder, endpoints, chosen_limit)

    def _needs(self) -> Needs:
        given = self.configuration
        return Needs(
            self.folder, self._models, given.language, given.speech, given.may_download, given.speech_wishes
        )

    def _place(self) -> Place:
        given = self.configuration
        return Place(given.weights_folder, given.has_custom_weights, given.model_mirror, given.is_offline)

    def _tell_model(self, name: str, fraction: float, message: str) -> None:
        self._store.announce(WeightsProgressed(name, fraction, message))

    def model_users(self) -> dict[str, tuple[str, ...]]:
        """Return the sources of runs that are worked on and need a model for that, by its name."""
        users: dict[str, list[str]] = {}
        for run in self._store.unfinished_runs():
            setup = self._store.setup(run.id)
            done = {job.stage for job in self._store.jobs(run.id) if job.state == "completed"}
            if run.is_paused:
                continue
            if setup.whisper_model and "transcribe" not in done:
                users.setdefault(setup.whisper_model, []).append(run.source_name)
            if setup.voice_model and "transcribe" not in done:
                users.setdefault(setup.voice_model, []).append(run.source_name)
            if setup.face_model:
                users.setdefault(setup.face_model, []).append(run.source_name)
        return {name: tuple(sources) for name, sources in users.items()}

    async def close(self) -> None:
        """Stop all work at once and let the workspace go. What was running continues when it is opened again."""
        self._unsubscribe()
        if self._indexing is not None:
            self._indexing.cancel()
        if self._watching is not None:
            self._watching.cancel()
        if self._tidying is not None:
            self._tidying.cancel()
            await asyncio.wait([self._tidying])
        await self._driver.close()
        await self._publications.close()
        if "_transcripts" in vars(self):
            await self._transcripts.close()
        await self._taste.close()
        if "_meaning" in vars(self):
            await self._meaning.close()
        if "_searching" in vars(self):
            await self._searching.close()
        await asyncio.to_thread(self._executor.close)
        await self._runner.close()
        if self._watching is not None:
            await asyncio.to_thread(self._artifacts.sweep)
        self._store.close()
        self._lock.release()

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Call `listener` with every event, on the loop's thread; return how to stop that."""
        return self._store.subscribe(listener)

    # The queue

    def _follow_cluster(self) -> None:
        from core.pipeline.cluster.executor import ClusterExecutor

        if isinstance(self._executor, ClusterExecutor):
            loop = asyncio.get_running_loop()
            self._executor.watch(lambda threads: loop.call_soon_threadsafe(self._fit_cluster, threads))

    def _fit_cluster(self, threads: int) -> None:
        """Let as many tasks of clips run side by side as a cluster can take, but where the user said how many."""
        widths = automatic_widths()
        for lane in {stage.lane for stage in STAGES if stage.per != "source"} - self._chosen_widths:
            self._queue.set_width(lane, max(widths[lane], threads))

    def _tell_queue(self) -> None:
        self._store.announce(QueueChanged(self._queue.state))

    def _recall_queue(self) -> None:
        for run in self._store.runs():
            self._queue.rank(run.id, rank_of(run))
        if self._store.kept_value(PAUSED):
            self._queue.hold("user")

    # What a node is given

    def _roots_of(self, run_id: str, clip_id: str, aspect: str, preset_name: str) -> Roots:
        source, options, pin = self._store.subject(run_id)
        roots: dict[type[Record], Record] = {
            Source: source,
            TrackWishes: TrackWishes(audio_track=options.audio_track),
        }
        if clip_id:
            from core.speech.corrected import for_cut

            clip = self._store.clip(clip_id)
            roots[type(clip.cut)] = clip.cut
            roots[Footage] = footage_of(clip.cut)
            roots[type(clip.wording)] = clip.wording
            roots[CaptionTrack] = self._translations.track(clip, source.id)
            roots[type(clip.framing)] = clip.framing
            corrections = self._store.corrections(source.id)
            roots[Corrections] = for_cut(corrections, clip.cut)
            roots[type(clip.sound)] = self._with_music_here(clip.sound)
            style = roots[Style] = self._style_of_clip(clip.style or pin)
            roots[SpeakerNames] = SpeakerNames(names=corrections.names, are_shown=style.shows_names)
        if aspect:
            shape = cast(Aspect, aspect)
            preset = self.own_presets.named(preset_name or options.presets_for(shape)[0])
            if not options.burns_captions:
                preset = preset.model_copy(update={"burns_captions": False})
            roots[DeliverySpec] = DeliverySpec(
                aspect=shape,
                preset=preset,
                prefers_hardware=self.configuration.prefers_hardware,
            )
        return roots

    async def _transcript_of(self, source_id: str) -> Transcript | None:
        """Return what is said in a source, as the user corrected it; None where nothing is written down yet."""
        reading = await self._transcripts.read(source_id)
        return reading.transcript if reading else None

    def _with_music_here(self, sound: SoundWishes) -> SoundWishes:
        """Return wishes whose music is named from the root on, wherever the workspace lies now."""
        if sound.music is None:
            return sound
        music = sound.music.model_copy(update={"file": self.folder / sound.music.file})
        return sound.model_copy(update={"music": music})

    def _parameters_of(self, run_id: str, stage: str) -> Parameters | None:
        make = self._graph[stage].parameters
        return make(self._store.run(run_id).options, self._store.setup(run_id)) if make else None

    def _style(self, pin: str) -> Style:
        return load_style(pin, self.configuration.styles_folder, self.folder / STYLES)

    def _keep_style(self, pin: str) -> Style:
        """Return a style as work uses it: the workspace's own copy, made now where there is none yet."""
        work = self._artifacts.begin("style")
        try:
            return keep_style(pin, self.configuration.styles_folder, self.folder / STYLES, work)
        finally:
            self._artifacts.end(work)

    def _style_of_clip(self, pin: str) -> Style:
        try:
            style = self._style(pin)
        except StyleError:
            if self._is_look:
                raise
            # The copy may be damaged and the original whole.
            return self._keep_style(pin)
        return style if self._is_look or is_kept(style, self.folder / STYLES) else self._keep_style(style.pin)


def automatic_widths() -> dict[Lane, int]:
    """Return how many tasks of each lane suit this machine."""
    machine = this_machine()
    return widths_for(machine.cores, machine.memory_bytes, machine.has_gpu)


def _widths(configuration: Configuration) -> dict[Lane, int]:
    return {**automatic_widths(), **configuration.widths}


def make_executor(configuration: Configuration) -> Executor:
    """Return where work is done. Connecting to a cluster blocks for a moment."""
    widths = _widths(configuration)
    local = ProcessExecutor(widths)
    if not configuration.scheduler:
        return local
    from core.pipeline.cluster.executor import ClusterExecutor

    return ClusterExecutor(configuration.scheduler, local, configuration.path_map, widths)
