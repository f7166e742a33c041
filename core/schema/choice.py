"""What the machine decided where it had a choice, so that nothing degrades silently."""

from __future__ import annotations

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


class Cost(Record):
    """What one call of a paid or metered provider used.

    `is_priced` is False where the model's price is not known, so that `usd` says nothing.
    """

    provider: str
    model: str
    prompt_tokens: int = 0
    completion_tokens: int = 0
    seconds: float = 0.0
    usd: float = 0.0
    is_priced: bool = True


Aspect = Literal["9:16", "1:1", "4:5", "16:9"]
ASPECTS: tuple[Aspect, ...] = ("9:16", "1:1", "4:5", "16:9")


def aspect_ratio(aspect: Aspect) -> float:
    """Return width over height."""
    width, height = aspect.split(":")
    return int(width) / int(height)
