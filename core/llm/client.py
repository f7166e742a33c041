"""A language model that answers in records: validated, repaired once, retried within bounds, within budgets.

Every call is noted before it is made and settled when it ends, also where nobody waits for its answer any more; an
answer is remembered as soon as it arrives. So none is paid twice, and none goes unbooked.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from core.backoff import delay
from core.errors import AnswerError, ProviderError
from core.llm.answers import AnswerCache, place_of
from core.llm.metered import CHARACTERS_PER_TOKEN, Metered
from core.llm.provider import Answer, Message, Provider, Refusal, Usage
from core.llm.providers import PROVIDERS
from core.llm.replies import hide, read_reply, without_credentials
from core.llm.waiting import in_thread, sleep
from core.schema.choice import Cost
from core.schema.endpoint import Endpoint
from core.schema.record import ProgressCallback, Record, ignore_progress
from core.spending import CALLS_FOLDER, Payer, Tab

Reply = TypeVar("Reply", bound=Record)

ATTEMPTS = 3
LONGEST_WAIT = 20.0
"""Seconds that an endpoint may ask us to wait before we rather give up."""

_SHOWN_BACK = 8000


@dataclass
class LanguageModel(Metered):
    """A language model at an endpoint. `cache_folder` keeps its answers by content."""

    cache_folder: Path | None = None
    provider: Provider = PROVIDERS[0]
    _wants_json: bool = True

    @property
    def provider_name(self) -> str:
        """The provider as the ledger names it."""
        return self.provider.name

    def ask(
        self,
        messages: Sequence[Message],
        reply: type[Reply],
        max_tokens: int = 4000,
        progress: ProgressCallback = ignore_progress,
    ) -> tuple[Reply, Cost]:
        """Ask, and return the answer as a record with what it cost (repairs included).

        Args:
            messages: The conversation so far; the last one asks for JSON of `reply`'s form.
            reply: The record the answer must be.
            max_tokens: The longest answer wanted.
            progress: Called several times a second on this thread, so that the user can stop at any moment.

        Raises:
            AnswerError: Nonsense twice.
            BudgetError: The next call could pass a budget, and was not made.
            ProviderError: Unreachable, or refused. The money spent until then is in `costs`.
        """
        question = _Question(self, messages, max_tokens, progress)
        text, is_cut = question.answer()
        record = self._read(text, is_cut, reply)
        if isinstance(record, str):
            text, is_cut = question.repair(text, record)
            record = self._read(text, is_cut, reply)
        if isinstance(record, str):
            question.forget()
            raise AnswerError(self.told(f"answered twice in a form that can't be used ({record})"), remedy=_REMEDY)
        return record, _sum(question.costs)

    def forecast(self, messages: Sequence[Message], max_tokens: int) -> Cost:
        """Return the most that a question can cost."""
        return self.cost(Usage(_estimate_tokens(messages), max_tokens), 0.0, "lost")

    def _read(self, text: str, is_cut: bool, reply: type[Reply]) -> Reply | str:
        record = read_reply(text, reply, self.key)
        return f"{record}; it breaks off, so be briefer" if isinstance(record, str) and is_cut else record

    def told(self, reason: str) -> str:
        """Return what the endpoint did as a sentence that names it, without its key."""
        return hide(f"The language model at {without_credentials(self.endpoint.base_url)} {reason}.", self.key)


def language_model(endpoint: Endpoint, workspace: Path, payer: Payer) -> LanguageModel:
    """Return a model that remembers its answers in a workspace and notes its calls there."""
    return LanguageModel(
        endpoint, cache_folder=workspace / "cache" / "llm", tab=Tab(workspace / CALLS_FOLDER), payer=payer
    )


class _Question:
    """One question on its way to an answer: from what is remembered, or by calls."""

    def __init__(
        self, model: LanguageModel, messages: Sequence[Message], max_tokens: int, progress: ProgressCallback
    ) -> None:
        self._model = model
        self._messages = list(messages)
        self._max_tokens = max_tokens
        self._progress = progress
        self._cache = AnswerCache(model.cache_folder)
        self._places: list[str] = []
        self.costs: list[Cost] = []

    def answer(self) -> tuple[str, bool]:
        """Return the answer's text, and whether it breaks off."""
        place = place_of(self._model.endpoint, self._messages, self._max_tokens)
        self._places.append(place)
        remembered = self._cache.recall(place)
        if remembered is not None:
            self._settle(self._model.cost(Usage(), 0.0, "remembered"))
            return remembered
        return self._complete(place)

    def repair(self, said: str, fault: str) -> tuple[str, bool]:
        """Ask again, having told what is wrong with the answer."""
        self._messages += [
            Message(role="assistant", content=said[:_SHOWN_BACK]),
            Message(role="user", content=f"That can't be used: {fault}. Answer again with the JSON alone."),
        ]
        return self.answer()

    def forget(self) -> None:
        """Drop what was answered, so that another try is one."""
        for place in self._places:
            self._cache.forget(place)

    def _complete(self, place: str) -> tuple[str, bool]:
        """Ask until there is an answer, at most `ATTEMPTS` times."""
        model, refusal = self._model, Refusal("was not asked")
        message = f"Asking {model.endpoint.model}"
        attempt = 0
        while attempt < ATTEMPTS:
            self._progress(0.0, message)
            wants_json = model._wants_json
            forecast = model.forecast(self._messages, self._max_tokens)
            model.reserve(forecast, self._progress)
            outcome = in_thread(lambda: self._call(forecast, wants_json, place), self._progress, message)  # noqa: B023
            if isinstance(outcome, Answer):
                return outcome.text, outcome.is_cut
            refusal = outcome
            if refusal.lacks_json_mode and wants_json:
                model._wants_json = False
                continue
            attempt += 1
            if not refusal.is_passing or attempt == ATTEMPTS:
                break
            wait = delay(attempt, model.backoff_seconds) if refusal.retry_after is None else refusal.retry_after
            if wait > LONGEST_WAIT:
                break
            sleep(wait, self._progress, "Waiting for the language model")
        raise ProviderError(model.told(refusal.reason), remedy=_REMEDY)

    def _call(self, forecast: Cost, wants_json: bool, place: str) -> Answer | Refusal:
        """Make one call, settle it and remember its answer, whether or not anybody still waits for it."""
        model = self._model
        began = time.monotonic()
        outcome = model.provider.complete(model.endpoint, self._messages, self._max_tokens, wants_json)
        seconds = time.monotonic() - began
        usage = outcome.usage
        if isinstance(outcome, Answer):
            outcome = replace(outcome, text=hide(outcome.text, model.key))
            self._cache.remember(place, outcome.text, outcome.is_cut)
            if not usage.prompt + usage.completion:
                # The endpoint does not count: estimate, so that a budget still holds.
                said = int(len(outcome.text.encode()) / CHARACTERS_PER_TOKEN)
                usage = Usage(forecast.prompt_tokens, min(said, self._max_tokens))
            cost = model.cost(usage, seconds, "answered", forecast.id)
        elif outcome.may_be_charged:
            cost = forecast.model_copy(update={"seconds": round(seconds, 3)})
        else:
            cost = model.cost(usage, seconds, "refused", forecast.id)
        self._settle(cost)
        return outcome

    def _settle(self, cost: Cost) -> None:
        self._model.settle(cost)
        self.costs.append(cost)


_REMEDY = "Check the endpoint in the settings, or go on with the local scorer."


def _estimate_tokens(messages: Sequence[Message]) -> int:
    # An ideograph is about a token of its own.
    characters = sum(len(message.content.encode()) for message in messages)
    return int(characters / CHARACTERS_PER_TOKEN) + 8 * len(messages)


def _sum(costs: Sequence[Cost]) -> Cost:
    last = costs[-1]
    return last.model_copy(
        update={
            "prompt_tokens": sum(cost.prompt_tokens for cost in costs),
            "cached_tokens": sum(cost.cached_tokens for cost in costs),
            "completion_tokens": sum(cost.completion_tokens for cost in costs),
            "seconds": sum(cost.seconds for cost in costs),
            "usd": sum((cost.usd for cost in costs), Decimal(0)),
        }
    )
