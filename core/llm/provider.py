"""The contract of a provider: one question to an endpoint, one answer or one refusal back, never an exception."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from core.schema.endpoint import Endpoint
from core.schema.record import Record


class Message(Record):
    """One message of a conversation; `role` is "system", "user" or "assistant"."""

    role: str
    content: str


@dataclass(frozen=True)
class Answer:
    """What the model said, and the tokens it counted (0 where the endpoint does not say)."""

    text: str
    prompt_tokens: int = 0
    completion_tokens: int = 0


@dataclass(frozen=True)
class Refusal:
    """Why there is no answer. `is_passing`: worth trying again, after `retry_after` seconds if the endpoint says.

    `lacks_json_mode`: the endpoint does not know the request for JSON; the same question without it may work.
    """

    reason: str
    is_passing: bool = False
    retry_after: float | None = None
    lacks_json_mode: bool = False


class Provider(Protocol):
    """A way to reach language models. Members are listed in `core.llm.providers.PROVIDERS`."""

    name: str

    def complete(
        self, endpoint: Endpoint, messages: Sequence[Message], max_tokens: int, wants_json: bool
    ) -> Answer | Refusal:
        """Ask once, without retrying. The endpoint's key must not be part of what is returned."""
        ...
