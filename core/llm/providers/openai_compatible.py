"""Any endpoint that speaks OpenAI's chat completions: OpenAI, Ollama, LM Studio, vLLM, llama.cpp, OpenRouter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from core.llm.provider import Answer, Message, Refusal, Usage
from core.llm.refusing import answered, too_slow, unreached, was_sent, what_it_said
from core.schema.endpoint import Endpoint

if TYPE_CHECKING:
    pass


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
            return too_slow(endpoint, was_sent(error))
        except openai.APIConnectionError as error:
            return unreached(error)
        except openai.APIStatusError as error:
            is_odd = error.status_code in (400, 404, 422) and "response_format" in what_it_said(error)
            return answered(error, lacks_json_mode=wants_json and is_odd)
        except (openai.OpenAIError, ValueError, TypeError) as error:
            return Refusal(f"answered with something that is not a chat completion ({type(error).__name__})")
        return _answer(reply)


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
