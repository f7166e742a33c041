"""What failed in a run and where: stage, clip, file, reason, and how often it was tried. No widgets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.schema.run import AttemptRecord, JobRecord, OutputRecord
from ui.controllers.stages import stage_title
from ui.wording import QT_TR_NOOP, quoted, told, tr

_ENDINGS = {
    "failed": QT_TR_NOOP("failed"),
    "retried": QT_TR_NOOP("failed"),
    "lost": QT_TR_NOOP("worker ended unexpectedly"),
    "stopped": QT_TR_NOOP("stopped"),
    "completed": QT_TR_NOOP("done"),
    "running": QT_TR_NOOP("running"),
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
        clip = quoted(self.clip) if self.clip else ""
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
            stage_title(job.stage),
            titles.get(job.clip_id, ""),
            f"{job.aspect} {job.preset}".strip(),
            job.error_file,
            told(job.error_reason) or tr("It failed without a reason."),
            job.error_kind,
            # Those before belong to what was asked of the job earlier.
            attempts_in_words(tried.get(job.id, [])[-max(1, job.attempts) :]),
            told(job.why),
        )
        for job in jobs
    ]
    accounted = {(job.clip_id, job.aspect, job.preset) for job in jobs}
    for output in outputs:
        if accounted.isdisjoint({("", "", ""), (output.clip_id, "", ""), output.cell}):
            name = titles.get(output.clip_id, "")
            found.append(
                Failure(
                    "",
                    tr("Deliver the file"),
                    name,
                    f"{output.aspect} {output.preset}".strip(),
                    reason=told(output.error),
                )
            )
    return found


def attempts_in_words(attempts: Sequence[AttemptRecord]) -> str:
    """Return how often a job was tried and how that went, or nothing where it was tried once and simply failed."""
    if not attempts or (len(attempts) == 1 and attempts[0].state == "failed"):
        return ""
    endings: dict[str, int] = {}
    for attempt in attempts:
        ending = tr(_ENDINGS[attempt.state])
        if attempt.error_reason and attempt.state in ("failed", "retried"):
            ending = told(attempt.error_reason).rstrip(".")
        endings[ending] = endings.get(ending, 0) + 1
    parts = [
        tr("{ending} (%n times)", "", count).format(ending=ending) if count > 1 else ending
        for ending, count in endings.items()
    ]
    return tr("%n attempts: {endings}", "", len(attempts)).format(endings="; ".join(parts))


def retry_label(failures: Sequence[Failure]) -> str:
    """Return what a button says that tries again what failed: how many files, how many stages."""
    files = sum(failure.stage in ("", "compose", "render") for failure in failures)
    stages = len({failure.stage for failure in failures if failure.stage not in ("", "compose", "render")})
    if stages and files:
        of_stages, of_files = tr("%n failed stages", "", stages), tr("%n failed files", "", files)
        return tr("Retry {stages} and {files}").format(stages=of_stages, files=of_files)
    if stages:
        return tr("Retry %n failed stages", "", stages)
    return tr("Retry %n failed files", "", files) if files else tr("Retry what failed")
