"""When a failed attempt is worth another, and after how long."""

from __future__ import annotations

from core.backoff import delay
from core.pipeline.stage import Per
from core.pipeline.worker import Failure

WORKER_DIED = "WorkerDied"
TIME_LIMIT = "TimeLimit"
# A job that kills two workers (a crash, too little memory) kills a third one too.
_DEATHS = 2
_TRIES = 4
_FIRST_WAIT = 2.0
_LONGEST_WAIT = 120.0
# Work that tells no progress for so long hangs.
STALL_SECONDS = 1800.0
_LEAST_SECONDS = 900.0
_SECONDS_PER_MEDIA_SECOND = 20.0


def wait_before_retry(failure: Failure, failures: int) -> float | None:
    """Return the seconds to wait before the next attempt, or None where another would fail as well.

    Args:
        failure: How the last attempt ended.
        failures: How many failed so far, this one included.
    """
    if failure.kind == WORKER_DIED:
        return 0.0 if failures < _DEATHS else None
    if failure.lacks_space:
        return delay(failures, _FIRST_WAIT)
    if failure.is_passing and failures < _TRIES:
        return delay(failures, _FIRST_WAIT, _LONGEST_WAIT)
    return None


def time_limit(wanted: float, per: Per, media_seconds: float) -> float:
    """Return the seconds a task may take: what the user set, else far beyond what the slowest machine needs.

    Args:
        wanted: The user's limit in seconds; 0 means automatic.
        per: What the task is done for; a clip's work does not grow with its source.
        media_seconds: The length of the source.
    """
    if wanted > 0:
        return wanted
    worked_on = media_seconds if per == "source" else min(media_seconds, 180.0)
    return _LEAST_SECONDS + _SECONDS_PER_MEDIA_SECOND * worked_on


def worker_died(stage: str, said: str = "") -> Failure:
    """Return the failure of a task whose worker was killed or crashed; `said` is what is known beyond that."""
    return Failure(
        f"The worker process ended unexpectedly. {_sentence(said)}".strip(),
        stage=stage,
        remedy="It may have run out of memory; close other programs and resume the run.",
        kind=WORKER_DIED,
    )


def _sentence(said: str) -> str:
    """Return what a library said with a full stop, as the remedy follows it."""
    said = said.strip()
    return f"{said}." if said and said[-1] not in ".!?…" else said


def not_started(stage: str, error: OSError) -> Failure:
    """Return the failure of a task for which no worker could be started: too many processes, too little memory."""
    return Failure(
        f"No worker could be started ({error.strerror or error}).",
        stage=stage,
        remedy="Close other programs, or let fewer tasks run side by side.",
        kind=type(error).__name__,
        is_passing=True,
    )


def too_slow(stage: str, seconds: float, is_stalled: bool) -> Failure:
    """Return the failure of a task that exceeded its time limit, or told no progress for too long."""
    length = _length(seconds)
    return Failure(
        f"It made no progress for {length} and was stopped."
        if is_stalled
        else f"It took longer than its limit of {length} and was stopped.",
        stage=stage,
        remedy="Raise the limit under Settings, Performance, or resume the run to try once more.",
        kind=TIME_LIMIT,
    )


def _length(seconds: float) -> str:
    return f"{seconds / 60:.0f} minutes" if seconds >= 120 else f"{seconds:g} seconds"
