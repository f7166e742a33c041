"""Embeddings as OpenAI's API gives them (`/embeddings`): OpenAI, Ollama, LM Studio, vLLM, llama.cpp, TEI.

What comes back is read here, not by the client: it may be of any size, slow without end, or nonsense.
"""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.llm.embedder import MOST_NUMBERS, Embedded
from core.llm.provider import Refusal, Usage
from core.llm.refusing import answered, too_slow, unreached, was_sent
from core.schema.endpoint import Endpoint

if TYPE_CHECKING:
    import openai

_BYTES_A_NUMBER = 32  # as text, with all its digits
_BYTES_BESIDE = 1 << 20


class OpenAIEmbeddings:
    """Asks through the `openai` client, which does not retry here: the caller counts attempts and costs."""

    name = "openai_embeddings"

    def embed(self, endpoint: Endpoint, texts: Sequence[str]) -> Embedded | Refusal:
        """Ask once. See `Embedder`."""
        import httpx
        import openai

        # A local server needs no key, but the client insists on one.
        key = endpoint.api_key.get_secret_value() or "none"
        try:
            with openai.OpenAI(
                base_url=endpoint.base_url, api_key=key, timeout=endpoint.timeout_seconds, max_retries=0
            ) as client:
                return _asked(client, endpoint, texts)
        except openai.APITimeoutError as error:
            return too_slow(endpoint, was_sent(error))
        except httpx.TimeoutException:
            return too_slow(endpoint, True)
        except openai.APIConnectionError as error:
            return unreached(error)
        except httpx.HTTPError as error:
            reason = f"broke off its answer ({type(error).__name__})"
            return Refusal(reason, is_passing=True, may_be_charged=True)
        except openai.APIStatusError as error:
            return answered(error)
        except (openai.OpenAIError, ValueError, TypeError) as error:
            return Refusal(f"answered with something that are no embeddings ({type(error).__name__})")


def _asked(client: openai.OpenAI, endpoint: Endpoint, texts: Sequence[str]) -> Embedded | Refusal:
    until = time.monotonic() + endpoint.timeout_seconds
    most = len(texts) * MOST_NUMBERS * _BYTES_A_NUMBER + _BYTES_BESIDE
    body = bytearray()
    with client.embeddings.with_streaming_response.create(
        model=endpoint.model, input=list(texts), encoding_format="float"
    ) as response:
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > most:
                return Refusal(f"answered with more than {most >> 20} MB for {len(texts)} passages")
            if time.monotonic() > until:
                return too_slow(endpoint, True)
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return Refusal("answered with something that are no embeddings (no JSON)", may_be_charged=True)
    usage = _usage(told)
    vectors = _vectors(told, len(texts))
    return Refusal(vectors, usage=usage) if isinstance(vectors, str) else Embedded(vectors, usage)


def _vectors(told: Any, count: int) -> NDArray[np.float32] | str:
    """Return what was answered as rows of length 1 in the order of what was asked, or what is wrong with it."""
    rows = told.get("data") if isinstance(told, dict) else None
    if not isinstance(rows, list):
        return "answered with something that are no embeddings (no list of them)"
    if len(rows) != count:
        return f"answered with {len(rows)} embeddings for {count} passages"
    ordered: list[NDArray[np.float32] | None] = [None] * count
    for place, each in enumerate(rows):
        index = each.get("index", place) if isinstance(each, dict) else None
        if not isinstance(index, int) or not 0 <= index < count or ordered[index] is not None:
            return "answered with embeddings that can't be told apart"
        ordered[index] = _row(each.get("embedding"))
    sizes = {0 if row is None else len(row) for row in ordered}
    if len(sizes) > 1 or not 0 < min(sizes) <= MOST_NUMBERS:
        return "answered with embeddings that are no vectors of one length"
    made = np.stack([row for row in ordered if row is not None])
    lengths = np.linalg.norm(made.astype(np.float64), axis=1)
    if not np.all(np.isfinite(lengths)) or np.any(lengths == 0):
        return "answered with embeddings that point nowhere"
    of_length_one: NDArray[np.float32] = (made / lengths[:, None]).astype(np.float32)
    return of_length_one


def _row(told: Any) -> NDArray[np.float32] | None:
    """Return one vector: a list of numbers, or, from servers that do as they like, their bytes in base64."""
    try:
        if isinstance(told, str):
            return np.frombuffer(base64.b64decode(told, validate=True), dtype="<f4").astype(np.float32)
        if isinstance(told, list) and all(type(number) in (int, float) for number in told):
            with np.errstate(over="ignore"):
                return np.asarray(told, dtype=np.float64).astype(np.float32)
    except (ValueError, OverflowError):
        return None
    return None


def _usage(told: Any) -> Usage:
    counted = told.get("usage") if isinstance(told, dict) else None
    tokens = counted.get("prompt_tokens") if isinstance(counted, dict) else None
    return Usage(prompt=max(0, tokens)) if isinstance(tokens, int) else Usage()
