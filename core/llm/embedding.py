"""A model that turns texts into vectors: asked in batches, retried within bounds, within budgets.

Every call is noted before it is made and settled when it ends, also where nobody waits for its answer any more;
what it answered is handed on at once, on the thread that heard it. So none is paid twice, and none goes unbooked.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.backoff import delay
from core.errors import ProviderError
from core.llm.embedder import Embedded, Embedder, Vectors
from core.llm.metered import Metered
from core.llm.provider import Refusal, Usage
from core.llm.providers import EMBEDDERS
from core.llm.replies import hide, without_credentials
from core.llm.waiting import in_thread, sleep
from core.schema.choice import Cost
from core.schema.record import ProgressCallback, ignore_progress

ATTEMPTS = 3
LONGEST_WAIT = 20.0
"""Seconds that an endpoint may ask us to wait before we rather give up."""

BATCH = 32
"""So many texts are asked for at once: what the smallest servers take (text-embeddings-inference by default)."""

_REMEDY = "Check the embedding endpoint in the settings; searching by words goes on without it."
_BYTES_PER_TOKEN = 2.0  # a low guess (English has about 4), so that a forecast is rather too high

Keep = Callable[[Vectors], None]


@dataclass
class EmbeddingModel(Metered):
    """A model of embeddings at an endpoint."""

    embedder: Embedder = EMBEDDERS[0]

    @property
    def provider_name(self) -> str:
        """The embedder as the ledger names it."""
        return self.embedder.name

    def forecast(self, texts: Sequence[str]) -> Cost:
        """Return the most that a question can cost."""
        return self.cost(Usage(tokens_of(sum(len(text.encode()) for text in texts))), 0.0, "lost")

    def embed(
        self,
        texts: Sequence[str],
        keep: Keep = lambda vectors: None,
        progress: ProgressCallback = ignore_progress,
        attempts: int = ATTEMPTS,
    ) -> Vectors:
        """Return a vector of length 1 for each text, (texts, numbers) float32.

        Args:
            texts: At most `BATCH`.
            keep: Given the vectors the moment they arrive, also where nobody waits for them any more.
            progress: Called several times a second on this thread, so that the user can stop at any moment.
            attempts: How often a passing failure is tried in all.

        Raises:
            BudgetError: The next call could pass a budget, and was not made.
            ProviderError: Unreachable, or refused, or what it answered can't be used.
        """
        message = f"Asking {self.endpoint.model}"
        refusal = Refusal("was not asked")
        for attempt in range(1, attempts + 1):
            progress(0.0, message)
            forecast = self.forecast(texts)
            self.reserve(forecast, progress)
            outcome = in_thread(lambda: self._call(texts, forecast, keep), progress, message)  # noqa: B023
            if isinstance(outcome, Embedded):
                return outcome.vectors
            refusal = outcome
            wait = delay(attempt, self.backoff_seconds) if refusal.retry_after is None else refusal.retry_after
            if not refusal.is_passing or attempt == attempts or wait > LONGEST_WAIT:
                break
            sleep(wait, progress, "Waiting for the embedding endpoint")
        raise ProviderError(self.told(refusal.reason), remedy=_REMEDY, is_passing=refusal.is_passing)

    def told(self, reason: str) -> str:
        """Return what the endpoint did as a sentence that names it, without its key."""
        return hide(f"The embedding endpoint at {without_credentials(self.endpoint.base_url)} {reason}.", self.key)

    def _call(self, texts: Sequence[str], forecast: Cost, keep: Keep) -> Embedded | Refusal:
        began = time.monotonic()
        outcome = self.embedder.embed(self.endpoint, texts)
        seconds = time.monotonic() - began
        usage = outcome.usage
        if isinstance(outcome, Embedded):
            # An endpoint that does not count is guessed at, so that a budget still holds.
            usage = usage if usage.prompt else Usage(forecast.prompt_tokens)
            cost = self.cost(usage, seconds, "answered", forecast.id)
        elif outcome.may_be_charged:
            cost = forecast.model_copy(update={"seconds": round(seconds, 3)})
        else:
            cost = self.cost(usage, seconds, "refused", forecast.id)
        self.settle(cost)
        if isinstance(outcome, Embedded):
            keep(outcome.vectors)
        return outcome


def tokens_of(bytes_of_text: int) -> int:
    """Return how many tokens a text of so many bytes (UTF-8) has at most, as a guess."""
    return int(bytes_of_text / _BYTES_PER_TOKEN) + 8
