"""How far a run is, one row per stage: its jobs counted and put into words. No widgets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from core.pipeline.events import JobProgressed
from core.schema.run import JobRecord
from ui.widgets.timecode import span
from ui.wording import QT_TR_NOOP, told, tr

STAGES: tuple[tuple[str, str], ...] = (
    ("transcode", QT_TR_NOOP("Read the video")),
    ("transcribe", QT_TR_NOOP("Transcribe")),
    ("detect_segments", QT_TR_NOOP("Find sentences and shots")),
    ("plan", QT_TR_NOOP("Find and score clips")),
    ("plan_enhancement", QT_TR_NOOP("Choose emphasis")),
    ("prepare_media", QT_TR_NOOP("Index clips")),
    ("analyze_picture", QT_TR_NOOP("Look for faces")),
    ("analyze_framing", QT_TR_NOOP("Frame the speakers")),
    ("plan_audio", QT_TR_NOOP("Level the sound")),
    ("build_enhancement", QT_TR_NOOP("Build captions")),
    ("finalize", QT_TR_NOOP("Check the parts")),
    ("compose", QT_TR_NOOP("Compose")),
    ("render", QT_TR_NOOP("Render")),
)
STAGE_TITLES = dict(STAGES)
_MAKER = re.compile(r"what (\w+) made")
_OTHER_RUN = re.compile(r"by run \w+ of")

StageState = Literal["waiting", "working", "done", "failed"]


@dataclass(frozen=True)
class StageRow:
    """One stage of a run. `fraction` is over its known jobs; `remaining` is seconds, where known.

    `why` says why its jobs ran or were reused, a line for each reason.
    """

    stage: str
    title: str
    state: StageState
    fraction: float = 0.0
    done: int = 0
    total: int = 0
    reused: int = 0
    seconds: float = 0.0
    message: str = ""
    remaining: float | None = None
    error: str = ""
    why: str = ""
    restarts: int = 0

    @property
    def summary(self) -> str:
        """What stands at the end of the row."""
        if self.state == "failed":
            return tr("failed")
        if self.state == "working":
            share = f"{round(self.fraction * 100)} %"
            return _share_of(self) if self.total > 1 else share
        if self.state == "done":
            if self.reused == self.total:
                return tr("reused")
            return span(self.seconds)
        return _share_of(self) if self.done else ""


def stage_title(stage: str) -> str:
    """Return what a stage is called; one that is not known by its name."""
    return tr(STAGE_TITLES.get(stage, stage))


def _share_of(row: StageRow) -> str:
    return tr("{done} of {total}").format(done=row.done, total=row.total)


def stage_rows(jobs: Iterable[JobRecord], progress: Mapping[str, JobProgressed]) -> list[StageRow]:
    """Return a row for each stage; `progress` is by job id."""
    by_stage: dict[str, list[JobRecord]] = {name: [] for name, _ in STAGES}
    for job in jobs:
        by_stage.setdefault(job.stage, []).append(job)
    return [_row(stage, found, progress) for stage, found in by_stage.items()]


def _row(stage: str, jobs: list[JobRecord], progress: Mapping[str, JobProgressed]) -> StageRow:
    working = [progress[job.id] for job in jobs if job.state == "in_progress" and job.id in progress]
    done = sum(job.state == "completed" for job in jobs)
    failed = next((job for job in jobs if job.state == "failed"), None)
    slowest = max((each.remaining for each in working if each.remaining is not None), default=None)
    return StageRow(
        stage=stage,
        title=stage_title(stage),
        state=_state(jobs, done, failed is not None),
        fraction=(done + sum(each.fraction for each in working)) / len(jobs) if jobs else 0.0,
        done=done,
        total=len(jobs),
        reused=sum(job.is_reused for job in jobs),
        seconds=sum(job.seconds for job in jobs),
        message=told(working[-1].message) if working else "",
        remaining=slowest,
        error=told(failed.error_reason) if failed else "",
        why=_why(jobs),
        restarts=sum(max(0, job.attempts - 1) for job in jobs),
    )


def plain(reason: str) -> str:
    """Return a reason of the engine in the words of the screen: stages by their titles, runs without their ids."""
    named = _MAKER.sub(lambda found: f"what “{stage_title(found[1])}” made", reason)
    return told(_OTHER_RUN.sub("by an earlier run of", named))


def _why(jobs: list[JobRecord]) -> str:
    reasons = Counter(plain(job.why) for job in jobs if job.why)
    if len(reasons) == 1 and reasons.total() == len(jobs):
        return next(iter(reasons))
    words = tr("{reason} ({count} of {total})")
    return "\n".join(
        words.format(reason=reason, count=count, total=len(jobs)) for reason, count in reasons.most_common()
    )


def _state(jobs: list[JobRecord], done: int, has_failed: bool) -> StageState:
    if any(job.state == "in_progress" for job in jobs):
        return "working"
    if has_failed:
        return "failed"
    if jobs and done == len(jobs):
        return "done"
    return "waiting"


def busiest(rows: Iterable[StageRow]) -> StageRow | None:
    """Return the stage to speak of in one line: the first that works."""
    return next((row for row in rows if row.state == "working"), None)
