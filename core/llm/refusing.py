"""What the `openai` client raises, as a refusal: whether to ask again, when, and whether it may be charged."""

from __future__ import annotations

import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Protocol

from core.llm.provider import Refusal
from core.schema.endpoint import Endpoint

# By name: the client has had two libraries below it, with the same names.
_NOT_SENT = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError", "UnsupportedProtocol"})
_PASSING_STATUS = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_SAID_CHARACTERS = 300


class _Response(Protocol):
    @property
    def headers(self) -> Mapping[str, str]: ...


class StatusError(Protocol):
    """What is read of an answer that is a refusal, so that the client is known to the providers alone."""

    message: str
    status_code: int

    @property
    def response(self) -> _Response:
        """The answer with its headers."""


def too_slow(endpoint: Endpoint, is_sent: bool) -> Refusal:
    """Return the refusal of an endpoint that gave no answer in time."""
    reason = f"gave no answer within {endpoint.timeout_seconds:g} s"
    return Refusal(reason, is_passing=True, may_be_charged=is_sent)


def unreached(error: Exception) -> Refusal:
    """Return the refusal of an endpoint that can't be reached."""
    reason = f"can't be reached ({error.__cause__ or error})"
    return Refusal(reason, is_passing=True, may_be_charged=was_sent(error))


def answered(error: StatusError, lacks_json_mode: bool = False) -> Refusal:
    """Return the refusal that an endpoint answered with."""
    said = what_it_said(error)
    return Refusal(
        reason=f"answered {error.status_code}: {said}",
        is_passing=is_passing(error),
        retry_after=_seconds(error.response.headers.get("retry-after")),
        lacks_json_mode=lacks_json_mode,
    )


def what_it_said(error: StatusError) -> str:
    """Return what an endpoint said of its refusal, its beginning."""
    return str(error.message)[:_SAID_CHARACTERS]


def is_passing(error: StatusError) -> bool:
    """Whether asking again later may help; a quota that is used up does not come back by itself."""
    return error.status_code in _PASSING_STATUS and "insufficient_quota" not in what_it_said(error)


def was_sent(error: Exception) -> bool:
    """Whether a question was on its way, so that it may have been answered and charged."""
    return type(error.__cause__).__name__ not in _NOT_SENT


def _seconds(header: str | None) -> float | None:
    """Return how long to wait by a Retry-After header: seconds, or a date (RFC 9110, 10.2.3)."""
    try:
        return max(0.0, float(header)) if header else None
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(header or "").timestamp() - time.time())
    except ValueError:
        # Neither: the caller's own backoff will do.
        return None
