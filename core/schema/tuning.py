"""Fine-tuning: examples as conversations, what a set of them holds and costs, and a job at an endpoint."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import Field

from core.schema.record import Record

TrainingKind = Literal["decisions", "answers"]
TRAINING_KINDS: tuple[TrainingKind, ...] = ("decisions", "answers")

TuningState = Literal["starting", "waiting", "training", "succeeded", "failed", "cancelled"]
ENDED: tuple[TuningState, ...] = ("succeeded", "failed", "cancelled")
_STEP = re.compile(r"[Ss]tep (\d+)\s*(?:/|of)\s*(\d+)")


class ChatTurn(Record):
    """One message of an example."""

    role: Literal["system", "user", "assistant"]
    content: str


class TrainingExample(Record):
    """One conversation to learn from, and the source that it was made of."""

    kind: TrainingKind
    source_id: str
    messages: tuple[ChatTurn, ...]


def price_in_words(usd: Decimal) -> str:
    """Return what something costs at most."""
    return f"up to ${usd:.2f}" if usd >= Decimal("0.01") else "less than a cent"


class TrainingSummary(Record):
    """What a set of examples holds, before anything is paid for it.

    `tokens` are those of the training examples, counted generously; a job goes through them `epochs` times.
    `usd` is what that costs at most by the bundled prices; None where the model's price is not known.
    `masked` counts the personal data replaced in them, None where that was not asked for.
    `notes` say what was left out and why, in words for the user.
    """

    by_kind: dict[TrainingKind, int] = {}
    sources: int = 0
    training: int = 0
    validation: int = 0
    tokens: int = 0
    epochs: int = 0
    model: str = ""
    usd: Decimal | None = None
    masked: int | None = None
    notes: tuple[str, ...] = ()

    @property
    def price(self) -> str:
        """What a job costs in words, empty where nobody knows."""
        if self.usd is None:
            return ""
        return price_in_words(self.usd)

    @property
    def in_words(self) -> list[str]:
        """What it holds and costs, a sentence each."""
        kinds = {
            "decisions": ("decisions on clips", "decision on a clip"),
            "answers": ("answers to questions", "answer to a question"),
        }
        counts = " and ".join(f"{count:,} {kinds[kind][count == 1]}" for kind, count in self.by_kind.items())
        said = [f"{counts}, of {'1 talk' if self.sources == 1 else f'{self.sources} talks'}." if counts else ""]
        if self.training:
            parts = f"{self.training:,} to train with, {self.validation:,} to validate with"
            said.append(f"{parts}, about {self.tokens:,} tokens.")
        if self.training and self.masked is not None:
            said.append(self._masked_in_words(self.masked))
        if self.training and self.model:
            price = self.price or "an unknown amount"
            said.append(f"A fine-tune of {self.model} goes through them {self.epochs} times and costs {price}.")
        return [*filter(None, said), *self.notes]

    @staticmethod
    def _masked_in_words(count: int) -> str:
        match count:
            case 0:
                return "Nothing to mask was found."
            case 1:
                return "One thing was masked."
            case _:
                return f"{count:,} things were masked."


class TrainingFiles(Record):
    """Where the examples were written; `validation` is None where all of them are for training."""

    summary: TrainingSummary
    training: Path
    validation: Path | None = None


class TuningStatus(Record):
    """How a job stands, as its endpoint says. `trained_tokens` are what it charges for, known at the end."""

    remote_id: str
    state: TuningState
    base_model: str = ""
    made_model: str = ""
    trained_tokens: int = 0
    error: str = ""
    training_file: str = ""


class ComparisonPlan(Record):
    """What a comparison asks: so many decisions of each of two models, for `usd` at most (None: not known)."""

    base_model: str
    made_model: str
    decisions: int
    usd: Decimal | None = None

    @property
    def in_words(self) -> str:
        """What is asked and what it costs, in a sentence."""
        cost = "an unknown amount" if self.usd is None else price_in_words(self.usd)
        return (
            f"{self.base_model} and {self.made_model} are asked about {self.decisions} decisions that neither was"
            f" trained with, which costs {cost}."
        )


class Comparison(Record):
    """How a fine-tuned model and its base agree with decisions of the user that neither was trained with.

    `low` and `high` bound the difference of their shares of agreement (95%), `chance` is the probability of one as
    large where neither is better. `unusable` answers agree with nothing. `usd` is None where prices are not known.
    """

    base_model: str = ""
    decisions: int = 0
    base_agrees: int = 0
    made_agrees: int = 0
    unusable: int = 0
    low: float = 0.0
    high: float = 0.0
    chance: float = 1.0
    usd: Decimal | None = None
    at: float = 0.0

    @property
    def winner(self) -> Literal["made", "base", ""]:
        """Which is better, empty where that can't be told."""
        if self.chance >= 0.05 or self.low <= 0.0 <= self.high:
            return ""
        return "made" if self.low > 0.0 else "base"

    @property
    def in_words(self) -> list[str]:
        """What came out, a sentence each."""
        points = 100 * (self.made_agrees - self.base_agrees) / max(1, self.decisions)
        low, high = f"{100 * self.low:+.0f}", f"{100 * self.high:+.0f}"
        said = [
            f"Of {self.decisions} decisions that it was not trained with, it agrees with you on {self.made_agrees}"
            f" and {self.base_model} on {self.base_agrees}.",
            f"That is a difference of {points:+.0f} points, which could be anything from {low} to {high}.",
        ]
        match self.winner:
            case "made":
                said.append("So the fine-tuned model is better.")
            case "base":
                said.append("So the fine-tuned model is worse.")
            case _:
                said.append("That is too little to tell which of them is better.")
        if self.unusable == 1:
            said.append("One answer could not be used.")
        elif self.unusable:
            said.append(f"{self.unusable} answers could not be used.")
        return said


class TuningJob(Record):
    """One fine-tune, kept in the workspace so that it is known after a restart.

    `id` is ours, `remote_id` the endpoint's, empty until it has answered. Times are seconds since the epoch.
    `told` is what the endpoint said last. `made_model` is the model's name once there is one; `replaced_model` is
    the model that it took the place of in the settings, empty while it is not in use. `trained_on` are the sources
    of the examples that it was trained with, `comparison` what came out beside its base, if they were compared.
    """

    id: str
    base_url: str
    base_model: str
    state: TuningState = "starting"
    remote_id: str = ""
    training_file: str = ""
    validation_file: str = ""
    examples: int = Field(default=0, ge=0)
    started_at: float = 0.0
    ended_at: float = 0.0
    told: str = ""
    error: str = ""
    made_model: str = ""
    trained_tokens: int = 0
    usd: Decimal | None = None
    is_booked: bool = False
    replaced_model: str = ""
    trained_on: tuple[str, ...] = ()
    is_masked: bool = False
    comparison: Comparison | None = None

    @property
    def has_ended(self) -> bool:
        """Whether nothing more happens to it."""
        return self.state in ENDED

    @property
    def fraction(self) -> float:
        """How far it is, 0 to 1, by the steps that the endpoint tells."""
        if self.has_ended:
            return 1.0
        step = _STEP.search(self.told) if self.state == "training" else None
        return min(1.0, int(step[1]) / max(1, int(step[2]))) if step else 0.0

    @property
    def in_words(self) -> str:
        """How it stands, in a sentence."""
        match self.state:
            case "succeeded":
                return f"Ready: {self.made_model}."
            case "failed":
                return f"Failed. {self.error}".strip()
            case "cancelled":
                return "Stopped."
            case "training":
                return f"Training. {self.told}".strip()
            case _:
                return f"Waiting. {self.told}".strip()


class TuningJobs(Record):
    """All fine-tunes of a workspace, the newest first."""

    all: tuple[TuningJob, ...] = ()
