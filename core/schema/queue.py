"""The queue of work: lanes, what holds it up, what a replay would redo, and how it went so far."""

from typing import Literal

from core.schema.record import Record

Hold = Literal["", "user", "disk"]


class LaneState(Record):
    """One lane: tasks that run and wait, how many may run at once, and how many suit this machine."""

    name: str
    running: int
    queued: int
    width: int
    automatic_width: int


class QueueState(Record):
    """Whether new work is started. `hold` says who holds it up, `reason` why in a sentence for the user.

    What runs already is finished. A queue that the disk holds up goes on by itself when there is space again.
    """

    hold: Hold = ""
    reason: str = ""

    @property
    def is_held(self) -> bool:
        """Whether nothing new is started."""
        return bool(self.hold)


class RedoneStage(Record):
    """One stage of what a replay or a change would redo: how many of its jobs, and why in a few words.

    `is_outdated` marks a stage that another version of itself, or other parameters, would make otherwise.
    """

    stage: str
    jobs: int
    reason: str
    is_outdated: bool = False


class Redo(Record):
    """What would be done again before it is: stages in running order, and seconds where history tells.

    `kept` are the stages whose work stays as it is.
    """

    stages: tuple[RedoneStage, ...] = ()
    kept: tuple[str, ...] = ()
    seconds: float | None = None


class StageFigures(Record):
    """How one stage went: attempts that ended, those that failed or lost their worker, and seconds of work.

    `p50` and `p95` are over completed attempts; None where there is none. `reused` counts jobs without any work.
    """

    stage: str
    attempts: int = 0
    failed: int = 0
    completed: int = 0
    reused: int = 0
    p50: float | None = None
    p95: float | None = None
    usd: float = 0.0

    @property
    def failure_rate(self) -> float | None:
        """Failed attempts of all that ended, 0 to 1."""
        return self.failed / self.attempts if self.attempts else None

    @property
    def reuse_rate(self) -> float | None:
        """Jobs that needed no work, of all that are done, 0 to 1."""
        done = self.completed + self.reused
        return self.reused / done if done else None


class Figures(Record):
    """How all stages went over the last `days`, in running order."""

    days: float
    stages: tuple[StageFigures, ...] = ()

    @property
    def usd(self) -> float:
        """What it cost."""
        return sum(stage.usd for stage in self.stages)
