"""What failed in a run and where: stage, clip, file, reason, and how often it was tried. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.schema.run import AttemptRecord, JobRecord, OutputRecord
from ui.controllers.stages import STAGE_TITLES

_ENDINGS = {
    "failed": "failed",
    "retried": "failed",
    "lost": "worker ended unexpectedly",
    "stopped": "stopped",
    "completed": "done",
    "running": "running",
}


@dataclass(frozen=True)
class Failure:
    """One job or file that failed: `reason` says what happened and what to do, `tried` how often it was tried."""

    stage: str
    title: str
    clip: str = ""
    aspect: str = ""
    file: str = ""
    reason: str = ""
    kind: str = ""
    tried: str = ""
    why: str = ""

    @property
    def where(self) -> str:
        """Stage, clip and aspect in a line."""
        clip = f"“{self.clip}”" if self.clip else ""
        return " · ".join(part for part in (self.title, clip, self.aspect) if part)


def failures_of(
    jobs: Sequence[JobRecord],
    outputs: Iterable[OutputRecord],
    attempts: Iterable[AttemptRecord],
    titles: Mapping[str, str],
) -> list[Failure]:
    """Return the failed jobs, and those failed files that no failed job accounts for.

    Args:
        jobs: The run's failed jobs.
        outputs: The run's failed outputs.
        attempts: All attempts of the run, oldest first.
        titles: The clips' titles by id.
    """
    tried: dict[str, list[AttemptRecord]] = {}
    for attempt in attempts:
        tried.setdefault(attempt.job_id, []).append(attempt)
    found = [
        Failure(
            job.stage,
            STAGE_TITLES.get(job.stage, job.stage),
            titles.get(job.clip_id, ""),
            job.aspect,
            job.error_file,
            job.error_reason or "It failed without a reason.",
            job.error_kind,
            # Those before belong to what was asked of the job earlier.
            attempts_in_words(tried.get(job.id, [])[-max(1, job.attempts) :]),
            job.why,
        )
        for job in jobs
    ]
    told = {(job.clip_id, job.aspect) for job in jobs}
    for output in outputs:
        if told.isdisjoint({("", ""), (output.clip_id, ""), (output.clip_id, output.aspect)}):
            name = titles.get(output.clip_id, "")
            found.append(Failure("", "Deliver the file", name, output.aspect, reason=output.error))
    return found


def attempts_in_words(attempts: Sequence[AttemptRecord]) -> str:
    """Return how often a job was tried and how that went, or nothing where it was tried once and simply failed."""
    if not attempts or (len(attempts) == 1 and attempts[0].state == "failed"):
        return ""
    endings: dict[str, int] = {}
    for attempt in attempts:
        ending = _ENDINGS[attempt.state]
        if attempt.error_reason and attempt.state in ("failed", "retried"):
            ending = attempt.error_reason.rstrip(".")
        endings[ending] = endings.get(ending, 0) + 1
    parts = [f"{ending} ({count} times)" if count > 1 else ending for ending, count in endings.items()]
    return f"{len(attempts)} attempt{'s' if len(attempts) > 1 else ''}: {'; '.join(parts)}"


def retry_label(failures: Sequence[Failure]) -> str:
    """Return what a button says that tries again what failed: how many files, how many stages."""
    files = sum(failure.stage in ("", "compose", "render") for failure in failures)
    stages = len({failure.stage for failure in failures if failure.stage not in ("", "compose", "render")})
    parts = []
    if stages:
        parts.append(f"{stages} failed stage{'s' if stages > 1 else ''}")
    if files:
        parts.append(f"{files} failed file{'s' if files > 1 else ''}")
    return f"Retry {' and '.join(parts)}" if parts else "Retry what failed"
