"""A language model that answers in records: validated, repaired once, retried within bounds, within budgets.

Every call is noted before it is made and settled when it ends, also where nobody waits for its answer any more; an
answer is remembered as soon as it arrives. So none is paid twice, and none goes unbooked.
"""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from core.backoff import delay
from core.errors import AnswerError, BudgetError, ProviderError
from core.llm.answers import AnswerCache, place_of
from core.llm.prices import Price, bundled_prices, price_of
from core.llm.provider import Answer, Message, Provider, Refusal, Usage
from core.llm.providers import PROVIDERS
from core.llm.replies import hide, read_reply, without_credentials
from core.llm.waiting import in_thread, sleep
from core.schema.choice import CallOutcome, Cost
from core.schema.endpoint import Endpoint
from core.schema.record import ProgressCallback, Record, ignore_progress
from core.spending import CALLS_FOLDER, Payer, Tab, over_budget

Reply = TypeVar("Reply", bound=Record)

ATTEMPTS = 3
LONGEST_WAIT = 20.0
"""Seconds that an endpoint may ask us to wait before we rather give up."""

PARALLEL = 4
"""How many questions a hosted model is asked at once."""

CHARACTERS_PER_TOKEN = 3.0
"""A low guess (English has about 4), so that a forecast is rather too high."""

_SHOWN_BACK = 8000
_BUDGET_SECONDS = 0.2


@dataclass
class LanguageModel:
    """One endpoint with its prices, its budgets and what was spent so far. Several threads may ask at once.

    `costs` holds a record of every call, also of those that came to nothing. `budget_usd` is what may be spent by
    this object, None for no limit; where there is a `tab`, the budgets of the `payer` hold across all that note
    their calls there. `cache_folder` keeps answers by content.
    """

    endpoint: Endpoint
    prices: Mapping[str, Price] = field(default_factory=bundled_prices)
    budget_usd: Decimal | float | None = None
    cache_folder: Path | None = None
    provider: Provider = PROVIDERS[0]
    backoff_seconds: float = 1.0
    tab: Tab | None = None
    payer: Payer = field(default_factory=Payer)
    costs: list[Cost] = field(default_factory=list)
    _open: dict[str, Cost] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _wants_json: bool = True

    @property
    def spent_usd(self) -> Decimal:
        """US dollars spent so far, as far as prices are known."""
        return sum((cost.usd for cost in list(self.costs)), Decimal(0))

    @property
    def is_priced(self) -> bool:
        """Whether the model's price is known; else no budget holds for it."""
        return price_of(self.endpoint.model, self.prices) is not None

    @property
    def is_limited(self) -> bool:
        """Whether there is any budget."""
        budgets = (self.budget_usd, self.payer.run_budget_usd, self.payer.month_budget_usd)
        return any(budget is not None for budget in budgets)

    @property
    def width(self) -> int:
        """How many questions to ask at once: a model on this machine answers them one after the other anyway."""
        host = urlsplit(self.endpoint.base_url).hostname or ""
        suits = 1 if host in ("localhost", "::1") or host.startswith("127.") else PARALLEL
        return self.endpoint.parallel or suits

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
            raise AnswerError(
                self._told(f"answered twice in a form that can't be used ({record})"), remedy=_REMEDY
            )
        return record, _sum(question.costs)

    def forecast(self, messages: Sequence[Message], max_tokens: int) -> Cost:
        """Return the most that a question can cost."""
        return self._cost(Usage(_estimate_tokens(messages), max_tokens), 0.0, "lost")

    def _read(self, text: str, is_cut: bool, reply: type[Reply]) -> Reply | str:
        record = read_reply(text, reply, self._key)
        return f"{record}; it breaks off, so be briefer" if isinstance(record, str) and is_cut else record

    @property
    def _key(self) -> str:
        return self.endpoint.api_key.get_secret_value()

    def _reserve(self, forecast: Cost, progress: ProgressCallback) -> None:
        """Note a call, waiting for others to be answered where they may leave enough of a budget.

        Raises:
            BudgetError: It could pass a budget.
        """
        until = time.monotonic() + self.endpoint.timeout_seconds
        while True:
            try:
                return self._note(forecast)
            except BudgetError as error:
                if not error.is_passing or time.monotonic() > until:
                    raise BudgetError(error.reason, remedy=error.remedy) from None
            sleep(_BUDGET_SECONDS, progress, "Waiting for what other questions cost")

    def _note(self, forecast: Cost) -> None:
        with self._lock:
            promised = sum((cost.usd for cost in self._open.values()), Decimal(0))
            spent = self.spent_usd
            if self.budget_usd is not None and forecast.usd and spent + promised + forecast.usd > self.budget_usd:
                raise over_budget(forecast.usd, spent, promised, Decimal(str(self.budget_usd)), "this")
            if self.tab is not None:
                self.tab.reserve(self.payer, forecast)
            self._open[forecast.id] = forecast

    def _settle(self, cost: Cost) -> None:
        if self.tab is not None:
            self.tab.settle(self.payer, cost)
        with self._lock:
            self._open.pop(cost.id, None)
            self.costs.append(cost)

    def _cost(self, usage: Usage, seconds: float, outcome: CallOutcome, call_id: str = "") -> Cost:
        price = price_of(self.endpoint.model, self.prices)
        return Cost(
            provider=self.provider.name,
            model=self.endpoint.model,
            id=call_id or uuid.uuid4().hex,
            at=time.time() - seconds,
            prompt_tokens=usage.prompt,
            cached_tokens=min(usage.cached, usage.prompt),
            completion_tokens=usage.completion,
            seconds=round(seconds, 3),
            usd=price.usd(usage.prompt, usage.completion, usage.cached) if price else Decimal(0),
            is_priced=price is not None,
            outcome=outcome,
        )

    def _told(self, reason: str) -> str:
        return hide(f"The language model at {without_credentials(self.endpoint.base_url)} {reason}.", self._key)


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
            self._settle(self._model._cost(Usage(), 0.0, "remembered"))
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
            model._reserve(forecast, self._progress)
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
        raise ProviderError(model._told(refusal.reason), remedy=_REMEDY)

    def _call(self, forecast: Cost, wants_json: bool, place: str) -> Answer | Refusal:
        """Make one call, settle it and remember its answer, whether or not anybody still waits for it."""
        model = self._model
        began = time.monotonic()
        outcome = model.provider.complete(model.endpoint, self._messages, self._max_tokens, wants_json)
        seconds = time.monotonic() - began
        usage = outcome.usage
        if isinstance(outcome, Answer):
            outcome = replace(outcome, text=hide(outcome.text, model._key))
            self._cache.remember(place, outcome.text, outcome.is_cut)
            if not usage.prompt + usage.completion:
                # The endpoint does not count: estimate, so that a budget still holds.
                said = int(len(outcome.text.encode()) / CHARACTERS_PER_TOKEN)
                usage = Usage(forecast.prompt_tokens, min(said, self._max_tokens))
            cost = model._cost(usage, seconds, "answered", forecast.id)
        elif outcome.may_be_charged:
            cost = forecast.model_copy(update={"seconds": round(seconds, 3)})
        else:
            cost = model._cost(usage, seconds, "refused", forecast.id)
        self._settle(cost)
        return outcome

    def _settle(self, cost: Cost) -> None:
        self._model._settle(cost)
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
