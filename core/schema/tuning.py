"""Fine-tuning: examples as conversations, what a set of them holds and costs, and a job at an endpoint."""

from __future__ import annotations

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
        return f"up to ${self.usd:.2f}" if self.usd >= Decimal("0.01") else "less than a cent"

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


class TuningJob(Record):
    """One fine-tune, kept in the workspace so that it is known after a restart.

    `id` is ours, `remote_id` the endpoint's, empty until it has answered. Times are seconds since the epoch.
    `told` is what the endpoint said last. `made_model` is the model's name once there is one; `replaced_model` is
    the model that it took the place of in the settings, empty while it is not in use.
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
