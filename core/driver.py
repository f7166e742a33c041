"""Takes runs through their states: resolve, analyse, deliver, and tell how it ended."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from core import editing
from core.composition_index import Indexed, add_to_index, index_path
from core.errors import Cancelled, DiskFullError, ShortlistError, UserWorldError
from core.export.naming import DEFAULT_TEMPLATE
from core.export.publish import is_as_asked, name_fields, publish, remove_leftovers, telling_preset, with_names
from core.keeping import MUSIC
from core.needs import Needs
from core.pipeline.artifact import ArtifactStore
from core.pipeline.events import Event, JobProgressed, OutputChanged
from core.pipeline.graph import Node
from core.pipeline.lanes import Ticket
from core.pipeline.queue import Queue
from core.pipeline.records.store import Store
from core.pipeline.runner import NORMAL, JobFailed, Runner
from core.pipeline.snapshot import Snapshot
from core.pipeline.together import finish_all, see_through
from core.schema.cell import Cell
from core.schema.choice import Aspect
from core.schema.clip import Clip, Post
from core.schema.composition import Composition
from core.schema.delivery import Delivery
from core.schema.plan import EditorialPlan
from core.schema.run import OutputRecord, RunRecord
from core.schema.transcript import Transcript
from core.spending import CALLS_FOLDER

_log = logging.getLogger(__name__)
_DELIVERED_BY = "render"
# Where files grow under a name of their own until they are whole.
_WRITTEN_BESIDE = ("thumbnails", "transcripts", MUSIC, "cache", "runs", "recipes", "presets", CALLS_FOLDER)


class Driver:
    """One asyncio task a run, woken again when more is asked for. `in_order` ranks clips, best first."""

    def __init__(
        self,
        folder: Path,
        store: Store,
        artifacts: ArtifactStore,
        runner: Runner,
        queue: Queue,
        needs: Needs,
        in_order: Callable[[Sequence[Clip]], list[Clip]] = list,
    ) -> None:
        self._folder = folder
        self._store = store
        self._artifacts = artifacts
        self._runner = runner
        self._queue = queue
        self.needs = needs
        self._in_order = in_order
        self._turns = runner.turns
        self._running: dict[str, asyncio.Task[None]] = {}
        self._tickets: dict[str, Ticket] = {}
        self._woken: set[str] = set()
        self._is_closing = False
        self._publishing: dict[Path, asyncio.Lock] = {}
        # Gives what is written beside a clip where it is posted.
        self.post_of: Callable[[Clip], Awaitable[Post]] = _as_written
        # Gives the score of each clip, 0 to 100, by its id.
        self.scores_of: Callable[[Sequence[Clip]], Mapping[str, float]] = _usual_scores
        # Told how many bytes a file needs for which there was no space.
        self.lacks_space: Callable[[int], None] = lambda needed_bytes: None
        self._unsubscribe = store.subscribe(self._follow_rendering)

    async def close(self) -> None:
        """Stop all runs at once; they can go on later."""
        self._is_closing = True
        self._queue.close()
        self._woken.clear()
        running = list(self._running.values())
        for task in running:
            task.cancel()
        await see_through(running)
        self._unsubscribe()

    def open_outputs(self, run_id: str) -> list[OutputRecord]:
        """Return the outputs that were asked for and are neither rendered nor failed."""
        return [output for output in self._store.outputs(run_id) if output.state in ("pending", "rendering")]

    def is_unfinished(self, run: RunRecord) -> bool:
        """Whether there is work left in a run, or its last step was not written down."""
        if run.state == "started" or run.is_refreshing:
            return True
        return run.state == "analysis_complete" and bool(self._store.outputs(run.id))

    def sweep(self) -> None:
        """Remove what a killed program left half-written. Call it before anything is worked on."""
        for name in _WRITTEN_BESIDE:
            for left in (self._folder / name).rglob("*.part*"):
                with contextlib.suppress(OSError):
                    left.unlink()
        for run in self._store.runs():
            if run.state == "analysis_complete":
                for output in self.open_outputs(run.id):
                    with contextlib.suppress(OSError):
                        remove_leftovers(self._store.output_folder(output.id), output.cell)

    def drive(self, run_id: str, is_wanted: bool = True) -> None:
        """Work on a run until nothing is left to do; what is asked for meanwhile is done after it.

        A run that is not wanted by somebody who waits begins when fewer others are being worked on.
        """
        self._woken.add(run_id)
        ticket = self._tickets.setdefault(run_id, Ticket(NORMAL, run_id, self._length(run_id)))
        if is_wanted:
            self._queue.open_gates(ticket)
        if run_id not in self._running:
            self._running[run_id] = asyncio.get_running_loop().create_task(self._work(run_id))

    async def wait(self, run_id: str) -> None:
        """Wait until nothing more happens in a run."""
        while (task := self._running.get(run_id)) is not None:
            await asyncio.wait([task])

    async def halt(self, run_id: str) -> None:
        """Stop a run's work and wait until it has stopped; what is asked for meanwhile is begun after that."""
        task = self._running.get(run_id)
        if task is None:
            return
        self._woken.discard(run_id)
        if not task.cancelling():
            task.cancel()
        await see_through([task])
        if self._running.get(run_id) is task:
            # Cancelled before its first step, it never ran, not even its `finally`.
            self._end(run_id)

    async def _work(self, run_id: str) -> None:
        try:
            while run_id in self._woken:
                self._woken.discard(run_id)
                await self._advance(run_id)
        finally:
            self._end(run_id)

    def _end(self, run_id: str) -> None:
        """Forget a task that ended; begin another where something was asked for while it was being stopped."""
        self._running.pop(run_id, None)
        self._tickets.pop(run_id, None)
        if run_id in self._woken and not self._is_closing:
            self.drive(run_id)

    def _length(self, run_id: str) -> float:
        return self._store.source(self._store.run(run_id).source_id).duration

    async def _advance(self, run_id: str) -> None:
        """Take a run as far as it goes. Where not even its records can be written, wait for space and go on."""
        try:
            await self._go_through(run_id)
        except DiskFullError as error:
            self._queue.hold("disk", str(error))
            await self._queue.released()
            self._woken.add(run_id)

    async def _go_through(self, run_id: str) -> None:
        """Go through a run's states; whatever stops it is told by the run itself."""
        try:
            async with self._turns.one():
                state = self._store.run(run_id).state
            ticket = self._tickets[run_id]
            if state == "started":
                async with self._queue.gate("analysis", ticket):
                    await self._resolve(run_id)
                    await self._analyse(run_id)
            async with self._queue.gate("delivery", ticket):
                if self._store.run(run_id).is_refreshing:
                    await self._refresh(run_id)
                if self._store.run(run_id).state == "analysis_complete":
                    await self._deliver(run_id)
                if self._store.run(run_id).is_refreshing:
                    self._store.set_refreshing(run_id, False)
        except DiskFullError:
            raise
        except Cancelled:
            self._store.pause_run(run_id, True)
        except (UserWorldError, JobFailed) as error:
            self._fail(run_id, str(error))
        except Exception as error:
            # The last boundary: nothing may leave a run silent and stuck.
            _log.exception("run %s", run_id)
            self._fail(run_id, f"Something went wrong inside Shortlist ({type(error).__name__}: {error}).")

    def _fail(self, run_id: str, reason: str) -> None:
        for output in self.open_outputs(run_id):
            self._store.move_output(output.id, "failed", reason)
        self._store.move_run(run_id, "failed", reason)

    async def _resolve(self, run_id: str) -> None:
        setup = self._store.setup(run_id)
        if setup.transcriber and (self._has_transcript(run_id) or await self.needs.holds(setup)):
            return
        run = self._store.run(run_id)
        setup = await self.needs.resolve(self._store.source(run.source_id), run.options)
        async with self._turns.one():
            self._store.set_setup(run_id, setup)
            if not setup.face_model:
                text = "No face model could be had: pictures are shown whole. `main.py doctor` tells the way out."
                self._store.write_log(run_id, text, "warning", stage="analyze_picture")

    def _has_transcript(self, run_id: str) -> bool:
        """Whether a run is past the use of its speech model, which may be gone then."""
        return any(job.stage == "transcribe" and job.state == "completed" for job in self._store.jobs(run_id))

    async def _analyse(self, run_id: str) -> None:
        from core.speech.corrected import corrected

        async with self._turns.one():
            snapshot = self._runner.fresh_snapshot(run_id, [Node("plan")])
        await self._runner.ensure(snapshot)
        run = self._store.run(run_id)
        transcript = cast(Transcript, await self._runner.load(snapshot, Node("transcribe")))
        plan = cast(EditorialPlan, await self._runner.load(snapshot, Node("plan")))
        async with self._turns.one():
            given = self._store.corrections(run.source_id)
            shown = corrected(transcript, given)
            self._store.index_transcript(run.source_id, shown)
        while True:
            reads = plan if shown is transcript else await asyncio.to_thread(_quoted, plan, transcript, shown)
            traits = await asyncio.to_thread(_traits, plan, shown)
            async with self._turns.one():
                now = self._store.corrections(run.source_id)
                if now == given:
                    self._renew_clips(run, reads, shown, traits)
                    self._ask_deliveries(run)
                    self._store.move_run(run_id, "analysis_complete")
                    return
            # The user corrected something meanwhile, and nobody else puts it into clips that aren't there yet.
            given, shown = now, corrected(transcript, now)

    async def _refresh(self, run_id: str) -> None:
        """Make anew what was made of clips before; a clip that fails says so in its jobs, and costs no other."""
        wanted = {clip.id for clip in self._store.clips(run_id) if clip.decision != "rejected"}
        jobs = [job for job in self._store.jobs(run_id) if job.clip_id in wanted and job.stage != _DELIVERED_BY]
        nodes = [Node(job.stage, job.clip_id, job.aspect, job.preset) for job in jobs]
        with contextlib.suppress(JobFailed):
            await self._runner.ensure(self._runner.fresh_snapshot(run_id, nodes))

    def _renew_clips(
        self, run: RunRecord, plan: EditorialPlan, transcript: Transcript, traits: Mapping[str, dict[str, float]]
    ) -> None:
        """Take over what the machine found; whatever the user touched stays as it is."""
        touched = self._store.touched_clips(run.id)
        styles = {clip.id: clip.style for clip in self._store.clips(run.id)}
        made = self._made_clips(run, plan, transcript)
        fresh = [clip.model_copy(update={"traits": traits.get(clip.candidate_id, {})}) for clip in made]
        fresh = self._approved(run, fresh)
        made = [editing.set_style(clip, styles.get(clip.id, clip.style)) for clip in fresh]
        self._store.drop_clips(run.id, touched | {clip.id for clip in made})
        self._store.put_clips(run.id, [clip for clip in made if clip.id not in touched])

    def _made_clips(self, run: RunRecord, plan: EditorialPlan, transcript: Transcript) -> list[Clip]:
        options = run.options
        fresh = [
            editing.clip_from_candidate(run.id, found, run.style_pin, options.sound, options.masks_profanity)
            for found in plan.candidates
        ]
        if options.removes_fillers:
            fresh = [editing.remove_fillers(clip, transcript) for clip in fresh]
        return fresh

    def _approved(self, run: RunRecord, fresh: list[Clip]) -> list[Clip]:
        """Return clips with the best of them, as they are ranked, approved where the user asked for that."""
        options = run.options
        if not options.auto_approve:
            return fresh
        scores = self.scores_of(fresh)
        good = [clip for clip in self._in_order(fresh) if scores[clip.id] >= options.approve_from]
        best = {clip.id for clip in good[: options.approve_at_most or options.top]}
        if fresh and not good:
            highest = max(scores.values())
            text = f"No clip has a score of {options.approve_from:g} or more: the best has {highest:.1f}."
            self._store.write_log(run.id, f"{text} None was approved.", "warning", stage="plan")
        return [editing.set_decision(clip, "approved") if clip.id in best else clip for clip in fresh]

    def _ask_deliveries(self, run: RunRecord) -> None:
        """Ask for the files that were ordered with the run, before it counts as analysed: a crash forgets none."""
        if not run.options.deliver_to:
            return
        folder = self._folder / run.options.deliver_to
        ranked = self._in_order(self._store.clips(run.id))
        approved = [clip for clip in ranked if clip.decision == "approved"]
        wanted = editing.deliveries(approved[: run.options.top], run.options.aspects, run.options)
        unasked = [each for each in wanted if self._store.find_output(each) is None]
        self._store.ask_outputs(run.id, unasked, folder)

    async def _deliver(self, run_id: str) -> None:
        by_clip: dict[str, list[OutputRecord]] = {}
        for output in self.open_outputs(run_id):
            by_clip.setdefault(output.clip_id, []).append(output)
        await finish_all([asyncio.ensure_future(self._deliver_clip(run_id, group)) for group in by_clip.values()])
        outputs = self._store.outputs(run_id)
        if not outputs or run_id in self._woken:
            return
        failed = [output for output in outputs if output.state == "failed"]
        if failed:
            text = f"{len(failed)} of {len(outputs)} files could not be made."
            self._store.move_run(run_id, "delivery_failed", f"{text} {failed[0].error}")
        else:
            self._store.move_run(run_id, "fully_generated")

    def _follow_rendering(self, event: Event) -> None:
        """Turn a render job's progress into its output's."""
        if isinstance(event, JobProgressed) and event.stage == "render":
            output = self._store.find_output(Cell(event.clip_id, cast(Aspect, event.aspect), event.preset))
            if output is not None and output.state == "rendering":
                self._store.announce(OutputChanged(output.model_copy(update={"fraction": event.fraction})))

    async def _deliver_clip(self, run_id: str, outputs: Sequence[OutputRecord]) -> None:
        """Render and deliver one clip's outputs; a failure costs them alone."""
        nodes = {output.id: Node("render", *output.cell) for output in outputs}
        try:
            async with self._turns.one():
                for output in outputs:
                    self._store.move_output(output.id, "rendering")
                is_replay = self._store.run(run_id).is_refreshing
                look = self._runner.fresh_snapshot if is_replay else self._runner.snapshot
                snapshot = look(run_id, list(nodes.values()))
            with self._runner.using(snapshot):
                await self._render(snapshot, [(output, nodes[output.id]) for output in outputs])
        except (asyncio.CancelledError, Cancelled):
            self._settle(outputs, "pending")
            raise
        except DiskFullError:
            # Left as they are: what could not be rendered or delivered is, once there is space.
            raise
        except ShortlistError as error:
            self._settle(outputs, "failed", str(error))

    async def _render(self, snapshot: Snapshot, wanted: Sequence[tuple[OutputRecord, Node]]) -> None:
        """Render outputs of one clip, and hand over those that could be."""
        problem = ""
        try:
            await self._runner.ensure(snapshot, NORMAL)
        except JobFailed as error:
            problem = str(error)
        for output, node in wanted:
            if self._runner.is_done(snapshot, node):
                await _to_its_end(self._hand_over(snapshot, output, node))
            else:
                reason = self._why_failed(snapshot.run_id, node) or problem
                self._store.move_output(output.id, "failed", reason)

    def _settle(self, outputs: Sequence[OutputRecord], state: str, error: str = "") -> None:
        """Take outputs that are still being rendered to a state."""
        for output in outputs:
            found = self._store.find_output(output.cell)
            if found is not None and found.state == "rendering":
                self._store.move_output(output.id, state, error)

    async def _hand_over(self, snapshot: Snapshot, output: OutputRecord, node: Node) -> None:
        folder = self._store.output_folder(output.id)
        try:
            files = await self._publish(snapshot, output, node, folder)
        except ShortlistError as error:
            if self._store.output_folder(output.id) != folder:
                # Nobody waits for it there any more; who asked for it elsewhere has woken the run.
                self._store.move_output(output.id, "pending")
                return
            if isinstance(error, DiskFullError) and await self._is_own_disk(output):
                self.lacks_space(error.needed_bytes)
                raise
            self._store.move_output(output.id, "failed", str(error))
            return
        # The row goes last: whatever a crash leaves undone before it is done again.
        await self._index_composition(snapshot, node)
        made_of = snapshot.prints[node]
        delivery = cast(Delivery, await self._runner.load(snapshot, node))
        self._store.move_output(
            output.id, "rendered", files=files, fingerprint=made_of, folder=folder, checks=delivery.checks
        )

    async def _is_own_disk(self, output: OutputRecord) -> bool:
        """Whether an output goes to the disk of the workspace, the only one whose space is watched."""
        folder = self._store.output_folder(output.id)
        devices = [await asyncio.to_thread(path.stat) for path in (folder, self._folder) if path.exists()]
        return len({found.st_dev for found in devices}) == 1

    def _why_failed(self, run_id: str, node: Node) -> str:
        for job in self._store.jobs(run_id):
            if Node(job.stage, job.clip_id, job.aspect, job.preset) == node:
                return job.error_reason
        return ""

    async def _publish(
        self, snapshot: Snapshot, output: OutputRecord, node: Node, folder: Path
    ) -> tuple[Path, ...]:
        """Put a finished file into the user's folder, once: the same file that is there already stays."""
        async with self._publishing.setdefault(folder, asyncio.Lock()):
            delivery = cast(Delivery, await self._runner.load(snapshot, node))
            run = self._store.run(snapshot.run_id)
            # What has no picture of a clip has no thumbnail of it.
            sidecars = [name for name in run.options.sidecars if name != "jpg" or delivery.thumbnail]
            template = run.options.name_template or DEFAULT_TEMPLATE
            ranked = self._in_order(self._store.clips(snapshot.run_id))
            ranks = {clip.id: rank for rank, clip in enumerate(ranked, 1)}
            clip = self._store.clip(output.clip_id)
            there = self._store.delivered_before(snapshot.prints[node], folder)
            fields = name_fields(clip, *output.cell.column, run.source_name, ranks[clip.id])
            if there and is_as_asked(there, sidecars, template, fields, len(ranks)):
                return there
            if self._is_one_of_several(output):
                template = telling_preset(template)
            made_from = await self._runner.load(snapshot, replace(node, stage="compose"))
            composed = cast(Composition, made_from)
            names = self._store.corrections(self._store.run(snapshot.run_id).source_id).names
            made = await asyncio.to_thread(
                publish,
                delivery,
                clip,
                with_names(composed.cues, names),
                run.source_name,
                folder,
                template,
                sidecars,
                index=ranks[clip.id],
                post=await self.post_of(clip),
                lead=composed.lead,
                style=composed.style,
                preset=output.preset,
            )
            return tuple(made)

    def _is_one_of_several(self, output: OutputRecord) -> bool:
        """Whether its clip goes out in other presets of the same shape too, which names must tell apart."""
        others = (each.cell for each in self._store.outputs(output.run_id) if each.id != output.id)
        return any(other[:2] == output.cell[:2] for other in others)

    async def _index_composition(self, snapshot: Snapshot, node: Node) -> None:
        """Add a delivered composition to the run's list of them."""
        path = index_path(self._folder, snapshot.run_id)
        place = self._artifacts.place("compose", snapshot.prints[replace(node, stage="compose")])
        within = place.relative_to(self._folder).as_posix()
        entry = Indexed(
            clip=node.clip_id, aspect=cast(Aspect, node.aspect), preset=node.preset, composition=within
        )
        async with self._publishing.setdefault(path, asyncio.Lock()):
            await asyncio.to_thread(add_to_index, path, entry)
        self._store.set_composition_index(snapshot.run_id, path.relative_to(self._folder).as_posix())


async def _as_written(clip: Clip) -> Post:
    return clip.post


async def _to_its_end(work: Coroutine[Any, Any, None]) -> None:
    """Await something that must not be cut off half-way; being cancelled takes effect after it."""
    task = asyncio.ensure_future(work)
    try:
        await see_through([task])
    finally:
        problem = task.exception()
    if problem is not None:
        raise problem


def _quoted(plan: EditorialPlan, heard: Transcript, shown: Transcript) -> EditorialPlan:
    """Return a plan whose titles and hooks read as what was heard does now."""
    from core.highlights.requote import Quotes

    quotes = Quotes(heard, shown)
    return plan.model_copy(update={"candidates": tuple(map(quotes.candidate, plan.candidates))})


def _usual_scores(clips: Sequence[Clip]) -> dict[str, float]:
    return {clip.id: clip.score for clip in clips}


def _traits(plan: EditorialPlan, transcript: Transcript) -> dict[str, dict[str, float]]:
    """Return what can be counted in each candidate, by its id."""
    from core.learning.traits import TraitReader

    reader = TraitReader(transcript)
    return {found.id: reader.read(found.cut) for found in plan.candidates}
