"""Doing a run again from a stage on: what that would redo, told before, and the doing itself.

A replayed stage gets a new take, which is part of its fingerprint, so that exactly what hangs below it becomes
other work; what was made before stays on disk, and other runs keep it. A crash in the middle loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from core import editing
from core.driver import Driver
from core.pipeline.graph import Graph, Node
from core.pipeline.recipe import differences
from core.pipeline.records.database import new_id
from core.pipeline.records.store import Store
from core.pipeline.runner import Runner
from core.pipeline.snapshot import Roots, RootsOf
from core.schema.queue import Redo, RedoneStage
from core.schema.run import JobRecord, RunSetup
from core.schema.style import Style

# The stages whose work depends on what the machine had when the run started: that is looked up again.
_RESOLVED = ("transcode", "transcribe")
_ANEW = "asked for"
_OF_CLIPS = "clips come from what is done again"


def takes_from(graph: Graph, stage: str, take: str) -> dict[str, str]:
    """Return the takes by which all that hangs below a stage becomes other work; none without a stage.

    Clips come of the plan through the user's hands, so what is made of them hangs below every stage of the source,
    even where the graph alone does not say so.
    """
    if not stage:
        return {}
    anew = {stage: take}
    if graph[stage].per == "source":
        entries = [each for each in graph.stages if any(graph.roots.get(kind) == "clip" for kind in each.inputs)]
        anew |= {each.name: take for each in entries if each.per == "clip"}
    return anew


class Replay:
    """Foresees and starts replays. `roots_of` and `style_of` as the project gives them."""

    def __init__(
        self,
        graph: Graph,
        store: Store,
        runner: Runner,
        driver: Driver,
        roots_of: RootsOf,
        style_of: Callable[[str], Style],
    ) -> None:
        self._graph = graph
        self._store = store
        self._runner = runner
        self._driver = driver
        self._roots_of = roots_of
        self._style_of = style_of

    def foresee(self, run_id: str, stage: str = "", style: str = "") -> Redo:
        """Return what of a run's finished work would be done again.

        Args:
            run_id: The run.
            stage: From where on; empty for what is stale by itself: a stage's version or parameters changed.
            style: A style to change to.

        Raises:
            StyleError: There is no such style.
        """
        wanted = self._style_of(style) if style else None

        def roots_of(run: str, clip_id: str, aspect: str, preset: str) -> Roots:
            roots = self._roots_of(run, clip_id, aspect, preset)
            return {**roots, Style: wanted} if wanted and clip_id else roots

        anew = takes_from(self._graph, stage, _ANEW)
        takes = {**self._store.takes(run_id), **anew}
        jobs = self._finished(run_id)
        snapshot = self._runner.fresh_snapshot(run_id, list(jobs), roots_of, takes)
        redone = [node for node in snapshot.prints if node in jobs and not self._runner.is_done(snapshot, node)]
        stages = [each.name for each in self._graph.stages]
        found = []
        for name in stages:
            nodes = [node for node in redone if node.stage == name]
            if nodes:
                before, now = self._store.recipe(jobs[nodes[0]].id), snapshot.recipes[nodes[0]]
                reasons = "; ".join(differences(before, now)) or "what was made before is gone"
                reason = _ANEW if name == stage else _OF_CLIPS if name in anew else reasons
                is_outdated = (before.version, before.parameters) != (now.version, now.parameters)
                found.append(RedoneStage(stage=name, jobs=len(nodes), reason=reason, is_outdated=is_outdated))
        kept = tuple(
            name
            for name in stages
            if any(node.stage == name for node in jobs) and not any(node.stage == name for node in redone)
        )
        return Redo(stages=tuple(found), kept=kept, seconds=self._seconds([jobs[node] for node in redone]))

    async def start(self, run_id: str, stage: str = "", style: str = "") -> None:
        """Do a run again from a stage on, or in another style; decisions, cuts and wording stay.

        Files that were delivered stay where they are; what is made anew is delivered beside them.

        Raises:
            StyleError: There is no such style.
        """
        pin = self._style_of(style).pin if style else ""
        is_analysis = self._reaches_source(run_id, stage, style)
        await self._driver.halt(run_id)
        with self._store.together():
            if pin:
                self._restyle(run_id, pin)
            if stage:
                self._store.replay_stage(run_id, stage, takes_from(self._graph, stage, new_id()))
            if stage in _RESOLVED:
                self._store.set_setup(run_id, RunSetup())
            self._ask_anew(run_id, is_analysis)
            self._store.set_refreshing(run_id, True)
            self._store.pause_run(run_id, False)
        self._driver.drive(run_id)

    def _ask_anew(self, run_id: str, is_analysis: bool) -> None:
        """Take a run and the files of clips that are still wanted back to where they are made from."""
        wanted = {clip.id for clip in self._store.clips(run_id) if clip.decision != "rejected"}
        outputs = [output for output in self._store.outputs(run_id) if output.clip_id in wanted]
        for output in outputs:
            if output.state in ("rendered", "failed"):
                self._store.move_output(output.id, "pending")
        state = self._store.run(run_id).state
        if is_analysis or state == "failed":
            self._store.move_run(run_id, "started")
        elif outputs or state == "delivery_failed":
            self._store.move_run(run_id, "analysis_complete")

    def _reaches_source(self, run_id: str, stage: str, style: str) -> bool:
        """Whether a replay redoes what was made of the source, and not of clips alone."""
        if stage:
            return self._graph[stage].per == "source"
        return not style and any(
            self._graph[redone.stage].per == "source" for redone in self.foresee(run_id).stages
        )

    def _restyle(self, run_id: str, pin: str) -> None:
        changed = [editing.set_style(clip, pin) for clip in self._store.clips(run_id) if clip.style != pin]
        self._store.set_run_style(run_id, pin)
        if changed:
            self._store.edit_clips(run_id, f"Style {pin}", changed)

    def _finished(self, run_id: str) -> dict[Node, JobRecord]:
        """Return what a run has made, of clips that are still wanted."""
        wanted = {clip.id for clip in self._store.clips(run_id) if clip.decision != "rejected"} | {""}
        return {
            Node(job.stage, job.clip_id, job.aspect, job.preset): job
            for job in self._store.jobs(run_id)
            if job.state == "completed" and job.clip_id in wanted
        }

    def _seconds(self, jobs: list[JobRecord]) -> float | None:
        """Return how long jobs take: as long as last time, or as their stage usually does; None where unknown."""
        usual = {figures.stage: figures.p50 for figures in self._store.figures(90).stages}
        lengths = [job.seconds or usual.get(job.stage) for job in jobs]
        known = [length for length in lengths if length is not None]
        return sum(known) if known else None
