"""What the commands that run things tell: progress while the work goes on, and how it ended."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from core.errors import WorkspaceError
from core.pipeline.events import Event
from core.project import Project
from core.schema.health import SourceHealth
from core.schema.run import RunRecord
from desktop import paths
from desktop.amounts import dollars
from desktop.events import tell
from desktop.progress import Progress
from desktop.summary import run_summary


@asynccontextmanager
async def watched(project: Project, progress: Progress) -> AsyncIterator[None]:
    """Show what happens in a project for as long as the block lasts.

    Raises:
        BrokenPipeError: Nobody reads it any more (`main.py run … --json | head`). The block was cut off there.
    """
    task = asyncio.current_task()
    broken: list[BrokenPipeError] = []

    def show(event: Event) -> None:
        try:
            if not broken:
                tell(progress, event)
        except BrokenPipeError as error:
            broken.append(error)
            if task is not None:
                task.cancel()

    unsubscribe = project.subscribe(show)
    try:
        with progress:
            yield
            if broken:
                # Where the block came to its end all the same, the cancelling is still to come.
                await asyncio.sleep(0)
    except asyncio.CancelledError:
        if not broken or task is None or task.uncancel():
            raise
    finally:
        unsubscribe()
    if broken:
        raise broken[0]


async def finished(project: Project, run_id: str) -> None:
    """Wait until nothing more happens in a run.

    Raises:
        WorkspaceError: The disk is too full to go on. Nobody may be there to free space, so the command ends; what
            is done is kept.
    """
    is_held = asyncio.Event()

    def look(_event: object = None) -> None:
        if project.queue().hold == "disk":
            is_held.set()

    unsubscribe = project.subscribe(look)
    look()
    waiting = [asyncio.ensure_future(project.wait(run_id)), asyncio.ensure_future(is_held.wait())]
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        unsubscribe()
        for each in waiting:
            each.cancel()
    if is_held.is_set():
        remedy = "What is done is kept: go on later with main.py resume."
        raise WorkspaceError(project.queue().reason or "The disk is full.", remedy=remedy)


async def published(project: Project, run_id: str, report: Report) -> None:
    """Wait until what a run is to publish has arrived or failed, and take up what failed."""
    for each in await project.publications.settled(run_id):
        if each.state == "failed":
            report.errors.append(f"{each.clip_id} {each.aspect} {each.preset}: {each.destination}: {each.error}")


@dataclass
class Report:
    """What is told at the end: runs that came to their end, and what went wrong."""

    started: float = field(default_factory=time.monotonic)
    runs: list[dict[str, Any]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    promised_bytes: int = 0
    batch_id: str = ""
    told_in: Path | None = None

    async def add(self, project: Project, run_id: str) -> None:
        """Take up how a run ended."""
        run = project.run(run_id)
        path = str(run.source_path)
        if run.state in ("failed", "delivery_failed"):
            # Why a file is missing is told per file; why a run failed, once.
            failed = [output for output in project.outputs(run_id) if output.state == "failed"]
            self.errors += [f"{path}: {output.aspect} {output.preset}: {output.error}" for output in failed] or [
                run.error if path in run.error else f"{path}: {run.error}"
            ]
        elif run.state == "started":
            # The engine could not even write down why: a full or broken disk under the workspace.
            self.errors.append(f"{path}: The run ended early; see the log in {paths.log_folder()}.")
        elif not project.clips(run_id):
            plan = await project.plan(run_id)
            reasons = [f"{c.reason[:1].upper()}{c.reason[1:].rstrip('.')}." for c in plan.choices] if plan else []
            self.errors.append(" ".join([f"{path}: No clip was found.", *reasons]))
        elif run.options.auto_approve and not any(clip.decision == "approved" for clip in project.clips(run_id)):
            self.errors.append(f"{path}: {nothing_good_enough(project, run)}")
        self.runs.append(run_summary(project, run_id, await _health_of(project, run_id)))

    def close(self, progress: Progress, is_json: bool) -> int:
        """Tell it all and return the exit status."""
        for error in self.errors:
            print(f"error: {error}", file=sys.stderr)
        if is_json:
            progress.emit(self._summary())
        else:
            for run in self.runs:
                _say(run)
            if self.told_in:
                print(f"\nReport: {self.told_in}")
        return 1 if self.errors else 0

    def _summary(self) -> dict[str, Any]:
        """Return the last event. With one run its fields also stand at the top, which is what scripts want."""
        first: dict[str, Any] = self.runs[0] if len(self.runs) == 1 else {}
        return {
            "event": "summary",
            "ok": not self.errors,
            "seconds": round(time.monotonic() - self.started, 3),
            **first,
            "runs": self.runs,
            "batch": self.batch_id,
            "report": str(self.told_in or ""),
            "errors": self.errors,
        }


def nothing_good_enough(project: Project, run: RunRecord) -> str:
    """Say that no clip had the score from which on clips are approved, what the best has, and what to do."""
    best = max(each.score for each in project.taste.standings(project.clips(run.id)).values())
    return (
        f"No clip has a score of {run.options.approve_from:g} or more; the best has {best:.0f}. Look at them with:"
        f" main.py show {run.id[:6]}, and export those you want with: main.py export {run.id[:6]} --clips IDS"
    )


async def _health_of(project: Project, run_id: str) -> SourceHealth | None:
    prepared = await project.prepared(run_id)
    return prepared.health if prepared else None


def _say(run: dict[str, Any]) -> None:
    for note in _notes(run):
        print(f"note: {note}")
    count = len(run["clips"])
    print(f"\n{run['source']}: {count} clip{'' if count == 1 else 's'} found")
    for number, clip in enumerate(run["clips"], 1):
        length = clip["end"] - clip["start"]
        print(f"  {number:2d}. {clip['score']:3.0f}  {_clock(clip['start'])}  {length:5.1f} s  {clip['title']}")
        print(f"          {clip['reason']}")
        for file in clip["files"]:
            if file.endswith((".mp4", ".mov")):
                print(f"          {file}")
    if cost := Decimal(run["cost_usd"]):
        print(f"\nLanguage model: {dollars(cost)}")
    made = [output for output in run["outputs"] if output["state"] == "rendered"]
    if made:
        print(f"\n{len(made)} finished file{'' if len(made) == 1 else 's'} in {Path(made[0]['file']).parent}")
    elif count and not run["outputs"] and run["state"] == "analysis_complete":
        print(f"\nAnalysed. Export with: main.py export {run['run_id']}")
    if arrived := [each for each in run["publications"] if each["state"] == "published"]:
        print(f"{len(arrived)} published to {', '.join(dict.fromkeys(each['destination'] for each in arrived))}")


def _notes(run: dict[str, Any]) -> list[str]:
    """Return what the user should know of a run: what is odd about its source, and which files to look at."""
    findings = run["health"]["findings"] if run["health"] else []
    source = [
        f"{run['source']}: {' '.join((found['found'], found['done'])).strip()}"
        for found in findings
        if found["severity"] != "note"
    ]
    doubtful = [
        f"{output['file']}: {check['found']}"
        for output in run["outputs"]
        for check in output["checks"]
        if not check["is_passed"]
    ]
    return list(dict.fromkeys([*run["warnings"], *source, *doubtful]))


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600}:{whole % 3600 // 60:02d}:{whole % 60:02d}"
