"""What the machine decided where it had a choice, so that nothing degrades silently."""

from decimal import Decimal
from typing import Literal

from core.schema.record import Record


class Choice(Record):
    """One recorded decision of the machine, shown to the user.

    `degraded` marks a fallback: the result is usable, but less than what was asked for.
    """

    subject: str
    chosen: str
    reason: str
    degraded: bool = False

    @property
    def told(self) -> str:
        """What was chosen and why, as sentences: "Noise: reduced. The source hums."."""
        return f"{_capital(self.subject)}: {self.chosen}. {_capital(self.reason)}{_stop(self.reason)}"


CallOutcome = Literal["answered", "remembered", "refused", "lost"]


class Cost(Record):
    """What one call of a paid or metered provider used: a row of the ledger.

    `id` names the call, so that it is booked once however often it is told; `at` is when it was made, in seconds
    since the epoch. `cached_tokens` are those of `prompt_tokens` that the provider had seen. `usd` is exact;
    `is_priced` is False where the model's price is not known, so that it says nothing.
    What was `remembered` was answered here for nothing; what is `lost` may have been answered and charged where
    nobody heard it, so that `usd` is the most it can have cost.
    """

    provider: str
    model: str
    id: str = ""
    at: float = 0.0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    seconds: float = 0.0
    usd: Decimal = Decimal(0)
    is_priced: bool = True
    outcome: CallOutcome = "answered"


Aspect = Literal["9:16", "1:1", "16:9", "4:5"]
ASPECTS: tuple[Aspect, ...] = ("9:16", "1:1", "16:9", "4:5")


def aspect_ratio(aspect: Aspect) -> float:
    """Return width over height."""
    width, height = aspect.split(":")
    return int(width) / int(height)


def _capital(text: str) -> str:
    # Names of files and models stay as they are.
    return text[:1].upper() + text[1:] if text.partition(" ")[0].isalpha() else text


def _stop(text: str) -> str:
    return "" if text.endswith((".", "!", "?", "…")) else "."
