"""What a workspace was used for in a month, and what that cost."""

from decimal import Decimal

from core.schema.morning import SourceReport
from core.schema.record import Record


class ModelUse(Record):
    """Calls of one model. Of `calls`, `unpriced` had no known price, so that `usd` says nothing of them."""

    model: str
    calls: int = 0
    unpriced: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    usd: Decimal = Decimal(0)


class ClipUse(Record):
    """What became of clips: proposed, made by hand, approved, put aside, rejected, yet to be decided on."""

    proposed: int = 0
    handmade: int = 0
    approved: int = 0
    maybe: int = 0
    rejected: int = 0
    undecided: int = 0


class Statement(Record):
    """One month, as "2026-11", of one workspace.

    Runs belong to the month in which they were started, money and tokens to that in which a model was asked.
    `budget_usd` is what may be spent in this month, None where there is no limit or the month is over.
    """

    month: str
    workspace: str
    runs: tuple[SourceReport, ...] = ()
    models: tuple[ModelUse, ...] = ()
    clips: ClipUse = ClipUse.by_default()
    budget_usd: Decimal | None = None

    @property
    def usd(self) -> Decimal:
        """What models cost."""
        return sum((model.usd for model in self.models), Decimal(0))

    @property
    def seconds_in(self) -> float:
        """Seconds of all sources, each as often as it was repurposed."""
        return sum(run.seconds_in for run in self.runs)

    @property
    def seconds_out(self) -> float:
        """Seconds of all finished files."""
        return sum(run.seconds_out for run in self.runs)

    @property
    def files(self) -> int:
        """How many files were made."""
        return sum(run.files for run in self.runs)

    @property
    def stages(self) -> dict[str, float]:
        """Seconds of work by stage."""
        found: dict[str, float] = {}
        for run in self.runs:
            for stage, seconds in run.stages.items():
                found[stage] = found.get(stage, 0.0) + seconds
        return found
