"""The front door of the engine: open a workspace, import, run, decide, edit, export, search.

A project lives on one asyncio loop. Plain methods are indexed reads and return at once; coroutines never block
the loop, whatever they wait for.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import shutil
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from core import editing
from core.errors import (
    Cancelled,
    ExportError,
    ShortlistError,
    TranscriptError,
    UserWorldError,
    WeightsError,
    WorkspaceError,
)
from core.export.publish import publish
from core.pipeline.artifact import ArtifactStore
from core.pipeline.events import Event, JobProgressed, OutputChanged, WeightsProgressed
from core.pipeline.graph import Graph, Node
from core.pipeline.lock import WorkspaceLock
from core.pipeline.pool import Executor, ProcessExecutor, default_widths
from core.pipeline.runner import NORMAL, URGENT, JobFailed, Runner, Setting
from core.pipeline.stage import Lane, Parameters
from core.pipeline.store import Store
from core.schema.choice import Aspect
from core.schema.clip import Clip
from core.schema.composition import Composition, DeliverySpec
from core.schema.delivery import Delivery
from core.schema.endpoint import Endpoint
from core.schema.plan import EditorialPlan
from core.schema.record import Record
from core.schema.run import JobRecord, LogLine, OutputRecord, RunOptions, RunRecord, RunSetup
from core.schema.segment import Segments
from core.schema.source import PreparedSource, Source
from core.schema.style import Style
from core.schema.transcript import Transcript
from core.stages import ROOTS, STAGES

FACE_MODEL = "face_detection_full_range_sparse"
# The Whisper model that is fetched when none is there: good enough to caption, small enough to wait for.
DEFAULT_WHISPER = "small"
_REGISTRY = "core.stages"
_NAME_TEMPLATE = "{index:02d} {title} {aspect}"


@dataclass(frozen=True)
class Configuration:
    """What the engine is given by whoever starts it; it reads no settings of its own.

    `language` and `speech` endpoints are used only when the user has set them.
    """

    weights_folder: Path
    styles_folder: Path | None = None
    language: Endpoint | None = None
    speech: Endpoint | None = None
    widths: Mapping[Lane, int] = field(default_factory=default_widths)
    may_download: bool = True


@dataclass(frozen=True)
class Analysis:
    """What is known of a run's source so far."""

    source: Source
    prepared: PreparedSource | None = None
    transcript: Transcript | None = None
    segments: Segments | None = None
    plan: EditorialPlan | None = None


class Project:
    """An open workspace: a folder with its database, artifacts and run folders."""

    def __init__(
        self, folder: Path, configuration: Configuration, executor: Executor, lock: WorkspaceLock
    ) -> None:
        self.folder = folder
        self.configuration = configuration
        self._lock = lock
        self._store = Store(folder / "workspace.sqlite")
        self._artifacts = ArtifactStore(folder / "artifacts")
        self._executor = executor
        endpoints = {"language": configuration.language, "speech": configuration.speech}
        self._graph = Graph(STAGES, ROOTS)
        self._runner = Runner(
            self._graph,
            self._store,
            self._artifacts,
            executor,
            configuration.widths,
            Setting(
                _REGISTRY,
                folder,
                configuration.weights_folder,
                {name: endpoint for name, endpoint in endpoints.items() if endpoint is not None},
            ),
            self._roots_of,
            self._parameters_of,
        )
        self._running: dict[str, asyncio.Task[None]] = {}
        self._background: set[asyncio.Task[Any]] = set()
        self._publishing: dict[Path, asyncio.Lock] = {}

    # Opening

    @classmethod
    async def open(cls, folder: Path, configuration: Configuration, executor: Executor | None = None) -> Project:
        """Open a workspace, making it where there is none, and go on with what was unfinished.

        Raises:
            WorkspaceError: It is locked, too new, damaged or can't be written.
        """
        folder = folder.expanduser().resolve()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "artifacts").mkdir(exist_ok=True)
        except OSError as error:
            raise WorkspaceError(
                f"The workspace folder can't be written ({error.strerror}).",
                str(folder),
                remedy="Choose another folder.",
            ) from error
        lock = WorkspaceLock(folder)
        lock.acquire()
        try:
            widths = dict(configuration.widths)
            project = cls(folder, configuration, executor or ProcessExecutor(widths), lock)
            project._artifacts.sweep()
            project._store.recover()
        except BaseException:
            lock.release()
            raise
        return project

    def go_on(self) -> list[str]:
        """Continue every run that was cut off, and return their ids."""
        unfinished = [
            run.id
            for run in self.runs()
            if not run.is_paused and (run.state == "started" or self._open_outputs(run.id))
        ]
        for run_id in unfinished:
            self._drive(run_id)
        return unfinished

    async def close(self) -> None:
        """Stop all work at once and let the workspace go. What was running continues when it is opened again."""
        tasks = [*self._running.values(), *self._background]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.to_thread(self._executor.close)
        self._store.close()
        self._lock.release()

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Call `listener` with every event, on the loop's thread; return how to stop that."""
        return self._store.subscribe(listener)

    # Importing and running

    async def import_source(self, path: Path) -> Source:
        """Record a media file after a look inside.

        Raises:
            MediaError: It is missing, unreadable, or has nothing usable.
        """
        from core.media.content import content_fingerprint
        from core.media.probe import probe

        path = path.expanduser().absolute()
        await asyncio.to_thread(probe, path)
        fingerprint = await asyncio.to_thread(content_fingerprint, path)
        return self._store.add_source(path, fingerprint, path.stat().st_size)

    async def start_run(self, source_id: str, options: RunOptions) -> str:
        """Start repurposing a source and return the run's id; work goes on in the background.

        Raises:
            TranscriptError: The given transcript can't be used.
            StyleError: There is no such style.
        """
        source = self._store.source(source_id)
        style = self._style(options.style)
        setup = await self._resolve(source, options)
        run = self._store.add_run(source_id, options, setup, style.pin)
        self._log_setup(run.id, setup)
        self._drive(run.id)
        return run.id

    async def resume(self, run_id: str) -> None:
        """Go on with a run that was stopped or failed; failed parts are tried again."""
        run = self.run(run_id)
        if run.state in ("started", "failed"):
            setup = await self._resolve(self._store.source(run.source_id), run.options)
            if setup != self._store.setup(run_id):
                self._store.set_setup(run_id, setup)
                self._log_setup(run_id, setup)
        if run.state == "failed":
            self._store.move_run(run_id, "started")
        for output in self._store.outputs(run_id):
            if output.state == "failed":
                self._store.move_output(output.id, "pending")
        if run.state == "delivery_failed":
            self._store.move_run(run_id, "analysis_complete")
        self._store.pause_run(run_id, False)
        self._drive(run_id)

    async def cancel(self, run_id: str) -> None:
        """Stop a run's work now; it can be resumed."""
        self._store.pause_run(run_id, True)
        await self._halt(run_id)

    async def delete_run(self, run_id: str) -> None:
        """Stop and forget a run. Files that were delivered stay where they are."""
        await self._halt(run_id)
        self._store.delete_run(run_id)
        await asyncio.to_thread(shutil.rmtree, self.folder / "runs" / run_id, ignore_errors=True)

    async def wait(self, run_id: str) -> RunRecord:
        """Wait until nothing more happens in a run, and return how it stands."""
        while (task := self._running.get(run_id)) is not None:
            await asyncio.wait([task])
        return self.run(run_id)

    # Reading

    def runs(self) -> list[RunRecord]:
        """Return all runs, newest first."""
        return self._store.runs()

    def run(self, run_id: str) -> RunRecord:
        """Return a run."""
        return self._store.run(run_id)

    def jobs(self, run_id: str) -> list[JobRecord]:
        """Return a run's jobs."""
        return self._store.jobs(run_id)

    def outputs(self, run_id: str) -> list[OutputRecord]:
        """Return a run's outputs."""
        return self._store.outputs(run_id)

    def log(self, run_id: str) -> list[LogLine]:
        """Return a run's log, oldest first."""
        return self._store.log(run_id)

    def clips(self, run_id: str) -> list[Clip]:
        """Return a run's clips, best score first."""
        return self._store.clips(run_id)

    def clip(self, clip_id: str) -> Clip:
        """Return a clip."""
        return self._store.clip(clip_id)

    def sources(self) -> list[Source]:
        """Return all sources, newest first."""
        return self._store.sources()

    def search(self, query: str) -> list[dict[str, Any]]:
        """Return what was said in any source: source_id, start, end, speaker, text."""
        return self._store.search(query)

    def styles(self) -> tuple[Style, ...]:
        """Return the newest version of every style."""
        from core.styles.library import built_in_styles

        return built_in_styles()

    def lanes(self) -> dict[str, tuple[int, int, int]]:
        """Return running, queued and width of every lane."""
        return {name: (lane.running, lane.queued, lane.width) for name, lane in self._runner.lanes.items()}

    def free_bytes(self) -> int:
        """Return the free space of the workspace's disk."""
        return shutil.disk_usage(self.folder).free

    async def analysis(self, run_id: str) -> Analysis:
        """Read what is known of a run's source so far."""
        source = self._store.source(self.run(run_id).source_id)

        async def read(stage: str) -> Any:
            node = Node(stage)
            return (
                await asyncio.to_thread(self._runner.load, run_id, node) if self._is_done(run_id, node) else None
            )

        return Analysis(
            source,
            await read("transcode"),
            await read("transcribe"),
            await read("detect_segments"),
            await read("plan"),
        )

    async def composition(self, clip_id: str, aspect: Aspect) -> Composition:
        """Return a clip as it would be rendered, running what is missing for it before other work.

        Raises:
            JobFailed: Something it needs could not be made.
        """
        run_id = self.clip(clip_id).run_id
        node = Node("compose", clip_id, aspect)
        await self._runner.ensure(run_id, [node], URGENT)
        composition = cast(Composition, await asyncio.to_thread(self._runner.load, run_id, node))
        media = composition.media.model_copy(update={"path": await self._media_path(run_id)})
        return composition.model_copy(update={"media": media})

    async def thumbnail(self, run_id: str, at: float, height_px: int = 180) -> Path:
        """Return a JPEG of the source's picture at a second, made once and kept.

        Raises:
            MediaError: The source has no picture there.
        """
        from core.media.still import write_thumbnail

        source = self._store.source(self.run(run_id).source_id)
        path = self.folder / "thumbnails" / source.fingerprint[:16] / f"{at:.3f}-{height_px}.jpg"
        if not path.is_file():
            media = await self._media_path(run_id)
            await asyncio.to_thread(write_thumbnail, media, at, height_px, path)
        return path

    async def _media_path(self, run_id: str) -> Path:
        prepared = cast(PreparedSource, await asyncio.to_thread(self._runner.load, run_id, Node("transcode")))
        return prepared.media or self._store.source(self.run(run_id).source_id).path

    # Editing

    async def edit(self, run_id: str, label: str, after: Sequence[Clip]) -> None:
        """Store clips changed by `core.editing` as one undo step with a name."""
        self._store.edit_clips(run_id, label, after)

    async def undo(self, run_id: str) -> str | None:
        """Take the last edit back; return its name."""
        return self._store.undo(run_id)

    async def redo(self, run_id: str) -> str | None:
        """Bring back what was undone last; return its name."""
        return self._store.redo(run_id)

    def undo_label(self, run_id: str) -> str | None:
        """Return the name of what undo would take back."""
        return self._store.undo_label(run_id)

    def redo_label(self, run_id: str) -> str | None:
        """Return the name of what redo would bring back."""
        return self._store.redo_label(run_id)

    # Exporting

    async def export(
        self, run_id: str, clip_ids: Sequence[str], aspects: Sequence[Aspect], folder: Path
    ) -> list[str]:
        """Ask for finished files of clips in a folder, and return the outputs' ids; work goes on in the background.

        Raises:
            ExportError: The folder can't be written.
        """
        folder = folder.expanduser().absolute()
        try:
            await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
        except OSError as error:
            raise ExportError(
                f"The folder can't be made ({error.strerror}).", str(folder), remedy="Choose another folder."
            ) from error
        outputs = [
            self._store.ask_output(run_id, clip_id, aspect, folder).id
            for clip_id in clip_ids
            for aspect in aspects
        ]
        if self.run(run_id).state in ("fully_generated", "delivery_failed"):
            self._store.move_run(run_id, "analysis_complete")
        if self.run(run_id).is_paused:
            self._store.pause_run(run_id, False)
        self._drive(run_id)
        return outputs

    # Driving a run

    def _drive(self, run_id: str) -> None:
        """Work on a run until nothing is left to do; one driver a run, woken again when more is asked for."""
        before = self._running.get(run_id)
        task = asyncio.get_running_loop().create_task(self._work(run_id, before))
        self._running[run_id] = task

        def forget(done: asyncio.Task[None]) -> None:
            if self._running.get(run_id) is done:
                del self._running[run_id]

        task.add_done_callback(forget)

    async def _work(self, run_id: str, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        try:
            if self.run(run_id).state == "started":
                await self._analyse(run_id)
            if self.run(run_id).state == "analysis_complete":
                await self._deliver(run_id)
        except JobFailed as error:
            self._store.move_run(run_id, "failed", str(error))
        except Cancelled:
            pass
        except UserWorldError as error:
            self._store.move_run(run_id, "failed", str(error))

    async def _analyse(self, run_id: str) -> None:
        await self._runner.ensure(run_id, [Node("plan")])
        run = self.run(run_id)
        transcript = await asyncio.to_thread(self._runner.load, run_id, Node("transcribe"))
        self._store.index_transcript(run.source_id, cast(Transcript, transcript))
        plan = cast(EditorialPlan, await asyncio.to_thread(self._runner.load, run_id, Node("plan")))
        self._store.put_clips(run_id, self._new_clips(run, plan))
        self._store.move_run(run_id, "analysis_complete")

    def _new_clips(self, run: RunRecord, plan: EditorialPlan) -> list[Clip]:
        """Return clips for candidates that the user has not met yet; what the user made is never touched."""
        known = {clip.id for clip in self.clips(run.id)}
        made = [editing.clip_from_candidate(run.id, candidate, run.style_pin) for candidate in plan.candidates]
        fresh = [clip for clip in made if clip.id not in known]
        if run.options.auto_approve:
            fresh = [editing.set_decision(clip, "approved") for clip in fresh[: run.options.top]] + fresh[
                run.options.top :
            ]
        return fresh

    async def _deliver(self, run_id: str) -> None:
        outputs = self._open_outputs(run_id)
        if not outputs:
            return
        by_clip: dict[str, list[OutputRecord]] = {}
        for output in outputs:
            by_clip.setdefault(output.clip_id, []).append(output)
        unsubscribe = self.subscribe(self._follow_rendering)
        try:
            await _finish_all(self._deliver_clip(run_id, group) for group in by_clip.values())
        finally:
            unsubscribe()
        self._write_composition_index(run_id)
        failed = [output for output in self._store.outputs(run_id) if output.state == "failed"]
        if failed:
            count = len(self._store.outputs(run_id))
            self._store.move_run(run_id, "delivery_failed", f"{len(failed)} of {count} files could not be made.")
        else:
            self._store.move_run(run_id, "fully_generated")

    def _follow_rendering(self, event: Event) -> None:
        """Turn a render job's progress into its output's."""
        if isinstance(event, JobProgressed) and event.stage == "render":
            output = self._store.output(f"{event.clip_id}:{event.aspect}")
            if output.state == "rendering":
                self._store.announce(OutputChanged(output.model_copy(update={"fraction": event.fraction})))

    async def _deliver_clip(self, run_id: str, outputs: Sequence[OutputRecord]) -> None:
        """Render and deliver one clip's outputs; a failure costs them alone."""
        for output in outputs:
            self._store.move_output(output.id, "rendering")
        nodes = [Node("render", output.clip_id, output.aspect) for output in outputs]
        problem = ""
        try:
            await self._runner.ensure(run_id, nodes, NORMAL)
        except JobFailed as error:
            problem = str(error)
        except asyncio.CancelledError:
            for output in outputs:
                self._store.move_output(output.id, "pending")
            raise
        for output, node in zip(outputs, nodes, strict=True):
            if not self._is_done(run_id, node):
                self._store.move_output(output.id, "failed", self._why_failed(run_id, node) or problem)
                continue
            try:
                files = await self._publish(run_id, output, node)
            except ShortlistError as error:
                self._store.move_output(output.id, "failed", str(error))
            else:
                print_ = self._runner.fingerprint(run_id, node)
                self._store.move_output(output.id, "rendered", files=files, fingerprint=print_)

    def _why_failed(self, run_id: str, node: Node) -> str:
        for job in self._store.jobs(run_id):
            if (job.stage, job.clip_id, job.aspect) == (node.stage, node.clip_id, node.aspect):
                return job.error_reason
        return ""

    async def _publish(self, run_id: str, output: OutputRecord, node: Node) -> tuple[Path, ...]:
        """Put a finished file into the user's folder, once: the same file that is there already stays."""
        folder = self._store.output_folder(output.id)
        async with self._publishing.setdefault(folder, asyncio.Lock()):
            there = self._store.delivered_before(self._runner.fingerprint(run_id, node), folder)
            if there:
                return there
            delivery = cast(Delivery, await asyncio.to_thread(self._runner.load, run_id, node))
            compose = Node("compose", node.clip_id, node.aspect)
            composition = cast(Composition, await asyncio.to_thread(self._runner.load, run_id, compose))
            ranks = {clip.id: rank for rank, clip in enumerate(self.clips(run_id), 1)}
            clip = self.clip(output.clip_id)
            return tuple(
                await asyncio.to_thread(
                    publish,
                    delivery,
                    clip,
                    composition.cues,
                    self.run(run_id).source_name,
                    folder,
                    _NAME_TEMPLATE,
                    index=ranks[clip.id],
                )
            )

    def _write_composition_index(self, run_id: str) -> None:
        entries = []
        for output in self._store.outputs(run_id):
            node = Node("compose", output.clip_id, output.aspect)
            place = self._artifacts.place("compose", self._runner.fingerprint(run_id, node))
            entries.append(
                {"clip": output.clip_id, "aspect": output.aspect, "composition": _relative(place, self.folder)}
            )
        path = self.folder / "runs" / run_id / "compositions.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(entries, indent=2), encoding="utf-8")
        self._store.set_composition_index(run_id, _relative(path, self.folder))

    async def _halt(self, run_id: str) -> None:
        while (task := self._running.get(run_id)) is not None:
            task.cancel()
            await asyncio.wait([task])

    def _open_outputs(self, run_id: str) -> list[OutputRecord]:
        return [output for output in self._store.outputs(run_id) if output.state in ("pending", "rendering")]

    def _is_done(self, run_id: str, node: Node) -> bool:
        return self._runner.is_done(run_id, node)

    # What a node is given

    def _roots_of(self, run_id: str, node: Node) -> Mapping[type[Record], Record]:
        run = self.run(run_id)
        roots: dict[type[Record], Record] = {Source: self._store.source(run.source_id)}
        if node.clip_id:
            clip = self.clip(node.clip_id)
            roots[type(clip.cut)] = clip.cut
            roots[type(clip.wording)] = clip.wording
            roots[type(clip.framing)] = clip.framing
            roots[Style] = self._style(clip.style or run.style_pin)
        if node.aspect:
            roots[DeliverySpec] = DeliverySpec(aspect=cast(Aspect, node.aspect))
        return roots

    def _parameters_of(self, run_id: str, stage: str) -> Parameters | None:
        make = self._graph[stage].parameters
        return make(self.run(run_id).options, self._store.setup(run_id)) if make else None

    def _style(self, pin: str) -> Style:
        from core.styles.library import load_style

        return load_style(pin, self.configuration.styles_folder)

    # Resolving what a run needs

    async def _resolve(self, source: Source, options: RunOptions) -> RunSetup:
        """Decide on transcriber and models, fetching what is missing where that is allowed."""
        from core.speech.choose import choose_transcriber

        weights = self.configuration.weights_folder
        given = await self._keep_sidecar(options.transcript) if options.transcript else None

        def choose() -> Any:
            return choose_transcriber(
                source.path,
                given,
                weights,
                self.configuration.speech,
                options.transcriber or "auto",
                options.model or "auto",
            )

        face_model = FACE_MODEL if await self._has_weights(FACE_MODEL) else ""
        wants_whisper = options.transcriber in ("", "auto", "faster_whisper")
        missing = ""
        if wants_whisper and options.model not in ("", "auto"):
            missing = await self._fetch_problem(options.model)
        elif (choice := await asyncio.to_thread(choose)).degraded and wants_whisper:
            missing = await self._fetch_problem(DEFAULT_WHISPER)
        if missing and options.transcriber == "faster_whisper":
            raise WeightsError(missing)
        choice = await asyncio.to_thread(choose)
        sidecar = choice.sidecar
        if sidecar is not None and not sidecar.is_relative_to(self.folder):
            sidecar = await self._keep_sidecar(str(sidecar))
        endpoint = self.configuration.language
        return RunSetup(
            transcriber=choice.name,
            whisper_model=choice.model,
            sidecar=_relative(sidecar, self.folder) if sidecar else "",
            transcriber_reason=f"{choice.reason} {missing}".strip(),
            is_degraded=choice.degraded,
            face_model=face_model,
            language_model=endpoint.identity() if endpoint else "",
            speech_endpoint=self.configuration.speech.identity()
            if self.configuration.speech and choice.name == "openai_audio"
            else "",
        )

    async def _keep_sidecar(self, path: str) -> Path:
        """Copy a transcript into the workspace under its content's name, so that a run never loses it."""
        given = Path(path).expanduser().absolute()
        try:
            content = await asyncio.to_thread(given.read_bytes)
        except OSError as error:
            raise TranscriptError(
                f"The transcript can't be read ({error.strerror}).", str(given), remedy="Check the path."
            ) from error
        kept = self.folder / "transcripts" / f"{hashlib.sha256(content).hexdigest()[:24]}{given.suffix.lower()}"
        kept.parent.mkdir(parents=True, exist_ok=True)
        await asyncio.to_thread(kept.write_bytes, content)
        return kept

    async def _has_weights(self, name: str) -> bool:
        return not await self._fetch_problem(name)

    async def _fetch_problem(self, name: str) -> str:
        """Make sure that weights are there; return why not, or nothing."""
        from core.weights import fetch, find

        folder = self.configuration.weights_folder
        if await asyncio.to_thread(find, name, folder):
            return ""
        if not self.configuration.may_download:
            return f"The model {name} is not in {folder}, and downloads are switched off."
        loop = asyncio.get_running_loop()

        def progress(fraction: float, message: str = "") -> None:
            loop.call_soon_threadsafe(self._store.announce, WeightsProgressed(name, fraction, message))

        try:
            await asyncio.to_thread(fetch, name, folder, progress)
        except WeightsError as error:
            return str(error)
        return ""

    def _log_setup(self, run_id: str, setup: RunSetup) -> None:
        level = "warning" if setup.is_degraded else "info"
        what = f"{setup.transcriber} {setup.whisper_model}".strip()
        self._store.write_log(
            run_id, f"transcriber: {what}. {setup.transcriber_reason}", level, stage="transcribe"
        )
        if not setup.face_model:
            text = "No face model could be had: clips are framed as whole pictures. Run `doctor` for a way out."
            self._store.write_log(run_id, text, "warning", stage="analyze_framing")


async def _finish_all(work: Any) -> None:
    """Run coroutines side by side to their ends; cancelling cancels all, and the first error is raised."""
    tasks = [asyncio.ensure_future(cast(Coroutine[Any, Any, None], each)) for each in work]
    try:
        await asyncio.wait(tasks)
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
    for task in tasks:
        with contextlib.suppress(Cancelled):
            task.result()


def _relative(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()
