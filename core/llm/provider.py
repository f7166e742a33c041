"""The contract of a provider: one question to an endpoint, one answer or one refusal back, never an exception."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from core.schema.endpoint import Endpoint
from core.schema.record import Record


class Message(Record):
    """One message of a conversation; `role` is "system", "user" or "assistant".

    `prompt` names the file and version of resources/prompts that it was made of. It is not sent, and makes another
    version another question.
    """

    role: str
    content: str
    prompt: str = ""


@dataclass(frozen=True)
class Usage:
    """The tokens an endpoint counted; `cached` ones are a part of `prompt`."""

    prompt: int = 0
    completion: int = 0
    cached: int = 0


@dataclass(frozen=True)
class Answer:
    """What the model said, and the tokens it counted (0 where the endpoint does not say).

    `is_cut` where it was not done when it reached the length that was allowed.
    """

    text: str
    usage: Usage = Usage()
    is_cut: bool = False


@dataclass(frozen=True)
class Refusal:
    """Why there is no answer. `is_passing`: worth trying again, after `retry_after` seconds if the endpoint says.

    `lacks_json_mode`: the endpoint does not know the request for JSON; the same question without it may work.
    `usage` is what it counted all the same. `may_be_charged` where the question arrived, and nobody knows what
    became of it.
    """

    reason: str
    is_passing: bool = False
    retry_after: float | None = None
    lacks_json_mode: bool = False
    usage: Usage = Usage()
    may_be_charged: bool = False


class Provider(Protocol):
    """A way to reach language models. Members are listed in `core.llm.providers.PROVIDERS`."""

    name: str

    def complete(
        self, endpoint: Endpoint, messages: Sequence[Message], max_tokens: int, wants_json: bool
    ) -> Answer | Refusal:
        """Ask once, without retrying; from any thread. The endpoint's key must not be part of what is returned."""
        ...
