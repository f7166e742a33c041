"""Takes runs through their states: resolve, analyse, deliver, and tell how it ended."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine, Iterable, Sequence
from pathlib import Path
from typing import Any, cast

from core import editing
from core.errors import Cancelled, ContractError, ShortlistError
from core.export.publish import publish
from core.needs import Needs
from core.pipeline.artifact import ArtifactStore
from core.pipeline.events import Event, JobProgressed, OutputChanged
from core.pipeline.graph import Node
from core.pipeline.runner import NORMAL, JobFailed, Runner
from core.pipeline.store import Store
from core.schema.clip import Clip
from core.schema.composition import Composition
from core.schema.delivery import Delivery
from core.schema.plan import EditorialPlan
from core.schema.run import OutputRecord, RunRecord
from core.schema.transcript import Transcript

_NAME_TEMPLATE = "{index:02d} {title} {aspect}"


class Driver:
    """One asyncio task a run, woken again when more is asked for."""

    def __init__(self, folder: Path, store: Store, artifacts: ArtifactStore, runner: Runner, needs: Needs) -> None:
        self._folder = folder
        self._store = store
        self._artifacts = artifacts
        self._runner = runner
        self.needs = needs
        self._running: dict[str, asyncio.Task[None]] = {}
        self._publishing: dict[Path, asyncio.Lock] = {}
        self._unsubscribe = store.subscribe(self._follow_rendering)

    async def close(self) -> None:
        """Stop all runs at once; they can go on later."""
        for run_id in list(self._running):
            await self.halt(run_id)
        self._unsubscribe()

    def open_outputs(self, run_id: str) -> list[OutputRecord]:
        """Return the outputs that were asked for and are neither rendered nor failed."""
        return [output for output in self._store.outputs(run_id) if output.state in ("pending", "rendering")]

    def drive(self, run_id: str) -> None:
        """Work on a run until nothing is left to do, after what it is doing now."""
        task = asyncio.get_running_loop().create_task(self._work(run_id, self._running.get(run_id)))
        self._running[run_id] = task

        def forget(done: asyncio.Task[None]) -> None:
            if self._running.get(run_id) is done:
                del self._running[run_id]

        task.add_done_callback(forget)

    async def wait(self, run_id: str) -> None:
        """Wait until nothing more happens in a run."""
        while (task := self._running.get(run_id)) is not None:
            await asyncio.wait([task])
            if not task.cancelled():
                task.result()

    async def halt(self, run_id: str) -> None:
        """Stop a run's work and wait until it has stopped."""
        while (task := self._running.get(run_id)) is not None:
            task.cancel()
            await asyncio.wait([task])

    async def _work(self, run_id: str, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        try:
            if self._store.run(run_id).state == "started":
                await self._resolve(run_id)
                await self._analyse(run_id)
            if self._store.run(run_id).state == "analysis_complete":
                await self._deliver(run_id)
        except Cancelled:
            self._store.pause_run(run_id, True)
        except ContractError as error:
            self._store.move_run(run_id, "failed", f"Something went wrong inside Shortlist ({error}).")
        except ShortlistError as error:
            self._store.move_run(run_id, "failed", str(error))

    async def _resolve(self, run_id: str) -> None:
        if self._store.setup(run_id).transcriber:
            return
        run = self._store.run(run_id)
        setup = await self.needs.resolve(self._store.source(run.source_id), run.options)
        self._store.set_setup(run_id, setup)
        if not setup.face_model:
            text = "No face model could be had: pictures are shown whole. `main.py doctor` tells the way out."
            self._store.write_log(run_id, text, "warning", stage="analyze_framing")

    async def _analyse(self, run_id: str) -> None:
        await self._runner.ensure(run_id, [Node("plan")])
        run = self._store.run(run_id)
        transcript = cast(Transcript, await self._load(run_id, Node("transcribe")))
        self._store.index_transcript(run.source_id, transcript)
        plan = cast(EditorialPlan, await self._load(run_id, Node("plan")))
        self._store.put_clips(run_id, self._new_clips(run, plan))
        self._store.move_run(run_id, "analysis_complete")

    async def _load(self, run_id: str, node: Node) -> object:
        return await asyncio.to_thread(self._runner.load, run_id, node)

    def _new_clips(self, run: RunRecord, plan: EditorialPlan) -> list[Clip]:
        """Return clips for candidates that the user has not met yet; what the user made is never touched."""
        known = {clip.id for clip in self._store.clips(run.id)}
        made = [editing.clip_from_candidate(run.id, candidate, run.style_pin) for candidate in plan.candidates]
        fresh = [clip for clip in made if clip.id not in known]
        if not run.options.auto_approve:
            return fresh
        best = {clip.id for clip in made[: run.options.top]}
        return [editing.set_decision(clip, "approved") if clip.id in best else clip for clip in fresh]

    async def _deliver(self, run_id: str) -> None:
        by_clip: dict[str, list[OutputRecord]] = {}
        for output in self.open_outputs(run_id):
            by_clip.setdefault(output.clip_id, []).append(output)
        if not by_clip:
            return
        await _finish_all(self._deliver_clip(run_id, outputs) for outputs in by_clip.values())
        self._write_composition_index(run_id)
        if self.open_outputs(run_id):
            # More was asked for meanwhile; the next driver is on its way.
            return
        outputs = self._store.outputs(run_id)
        failed = [output for output in outputs if output.state == "failed"]
        if failed:
            text = f"{len(failed)} of {len(outputs)} files could not be made. {failed[0].error}"
            self._store.move_run(run_id, "delivery_failed", text)
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
        except (asyncio.CancelledError, Cancelled):
            for output in outputs:
                self._store.move_output(output.id, "pending")
            raise
        for output, node in zip(outputs, nodes, strict=True):
            if self._runner.is_done(run_id, node):
                await self._hand_over(run_id, output, node)
            else:
                self._store.move_output(output.id, "failed", self._why_failed(run_id, node) or problem)

    async def _hand_over(self, run_id: str, output: OutputRecord, node: Node) -> None:
        try:
            files = await self._publish(run_id, output, node)
        except ShortlistError as error:
            self._store.move_output(output.id, "failed", str(error))
            return
        fingerprint = self._runner.fingerprint(run_id, node)
        self._store.move_output(output.id, "rendered", files=files, fingerprint=fingerprint)

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
            delivery = cast(Delivery, await self._load(run_id, node))
            composition = cast(Composition, await self._load(run_id, Node("compose", node.clip_id, node.aspect)))
            ranks = {clip.id: rank for rank, clip in enumerate(self._store.clips(run_id), 1)}
            clip = self._store.clip(output.clip_id)
            name = self._store.run(run_id).source_name
            made = await asyncio.to_thread(
                publish, delivery, clip, composition.cues, name, folder, _NAME_TEMPLATE, index=ranks[clip.id]
            )
            return tuple(made)

    def _write_composition_index(self, run_id: str) -> None:
        entries = []
        for output in self._store.outputs(run_id):
            node = Node("compose", output.clip_id, output.aspect)
            place = self._artifacts.place("compose", self._runner.fingerprint(run_id, node))
            where = place.relative_to(self._folder).as_posix()
            entries.append({"clip": output.clip_id, "aspect": output.aspect, "composition": where})
        path = self._folder / "runs" / run_id / "compositions.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(entries, indent=2), encoding="utf-8")
        self._store.set_composition_index(run_id, path.relative_to(self._folder).as_posix())


async def _finish_all(work: Iterable[Coroutine[Any, Any, None]]) -> None:
    """Run coroutines side by side to their ends; cancelling cancels all, and the first error is raised."""
    tasks = [asyncio.ensure_future(each) for each in work]
    try:
        await asyncio.wait(tasks)
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
    for task in tasks:
        task.result()
