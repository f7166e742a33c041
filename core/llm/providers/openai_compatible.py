"""Any endpoint that speaks OpenAI's chat completions: OpenAI, Ollama, LM Studio, vLLM, llama.cpp, OpenRouter."""

from __future__ import annotations

import time
from collections.abc import Sequence
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from core.llm.provider import Answer, Message, Refusal, Usage
from core.schema.endpoint import Endpoint

if TYPE_CHECKING:
    import openai

_NOT_SENT = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError", "UnsupportedProtocol"})
_PASSING_STATUS = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})


class OpenAICompatible:
    """Asks through the `openai` client, which does not retry here: the caller counts attempts and costs."""

    name = "openai_compatible"

    def complete(
        self, endpoint: Endpoint, messages: Sequence[Message], max_tokens: int, wants_json: bool
    ) -> Answer | Refusal:
        """Ask once. See `Provider`."""
        import openai

        options: dict[str, Any] = {"response_format": {"type": "json_object"}} if wants_json else {}
        # A local server needs no key, but the client insists on one.
        key = endpoint.api_key.get_secret_value() or "none"
        try:
            with openai.OpenAI(
                base_url=endpoint.base_url, api_key=key, timeout=endpoint.timeout_seconds, max_retries=0
            ) as client:
                reply = client.chat.completions.create(
                    model=endpoint.model,
                    messages=[{"role": m.role, "content": m.content} for m in messages],  # type: ignore[misc]
                    max_completion_tokens=max_tokens,
                    **options,
                )
        except openai.APITimeoutError as error:
            reason = f"gave no answer within {endpoint.timeout_seconds:g} s"
            return Refusal(reason, is_passing=True, may_be_charged=_was_sent(error))
        except openai.APIConnectionError as error:
            reason = f"can't be reached ({error.__cause__ or error})"
            return Refusal(reason, is_passing=True, may_be_charged=_was_sent(error))
        except openai.APIStatusError as error:
            return _refused(error, wants_json)
        except (openai.OpenAIError, ValueError, TypeError) as error:
            return Refusal(f"answered with something that is not a chat completion ({type(error).__name__})")
        return _answer(reply)


def _was_sent(error: Exception) -> bool:
    """Whether a question was on its way, so that it may have been answered and charged."""
    # By name: the client has had two libraries below it, with the same names.
    return type(error.__cause__).__name__ not in _NOT_SENT


def _refused(error: openai.APIStatusError, wants_json: bool) -> Refusal:
    status = error.status_code
    said = str(error.message)[:300]
    return Refusal(
        reason=f"answered {status}: {said}",
        is_passing=status in _PASSING_STATUS and "insufficient_quota" not in said,
        retry_after=_seconds(error.response.headers.get("retry-after")),
        lacks_json_mode=wants_json and status in (400, 404, 422) and "response_format" in said,
    )


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


def _answer(reply: Any) -> Answer | Refusal:
    """Read a completion; servers that imitate the protocol leave parts out."""
    choices = getattr(reply, "choices", None)
    first = choices[0] if choices else None
    message = getattr(first, "message", None)
    text = getattr(message, "content", None)
    usage = _usage(getattr(reply, "usage", None))
    is_cut = getattr(first, "finish_reason", None) == "length"
    if not isinstance(text, str) or not text.strip():
        why = " (it thought for longer than an answer may be)" if is_cut else ""
        return Refusal(f"answered with an empty message{why}", is_passing=not is_cut, usage=usage)
    return Answer(text, usage, is_cut)


def _usage(counted: Any) -> Usage:
    details = getattr(counted, "prompt_tokens_details", None)
    return Usage(
        prompt=_whole(getattr(counted, "prompt_tokens", 0)),
        completion=_whole(getattr(counted, "completion_tokens", 0)),
        cached=_whole(getattr(details, "cached_tokens", 0)),
    )


def _whole(count: Any) -> int:
    """Return a count of tokens; what is none, or below 0, is no count."""
    return max(0, count) if isinstance(count, int) else 0
