"""An endpoint whose calls cost money: each is noted before it is made, within budgets, and settled after it."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from urllib.parse import urlsplit

from core.errors import BudgetError
from core.llm.prices import Price, bundled_prices, price_of
from core.llm.provider import Usage
from core.llm.waiting import sleep
from core.schema.choice import CallOutcome, Cost
from core.schema.endpoint import Endpoint
from core.schema.record import ProgressCallback
from core.spending import Payer, Tab, over_budget

PARALLEL = 4
"""How many questions a hosted model is asked at once."""

CHARACTERS_PER_TOKEN = 3.0
"""A low guess (English has about 4), so that a forecast is rather too high."""

_BUDGET_SECONDS = 0.2


@dataclass
class Metered:
    """One endpoint with its prices, its budgets and what was spent so far. Several threads may ask at once.

    `costs` holds a record of every call, also of those that came to nothing. `budget_usd` is what may be spent by
    this object, None for no limit; where there is a `tab`, the budgets of the `payer` hold across all that note
    their calls there.
    """

    endpoint: Endpoint
    prices: Mapping[str, Price] = field(default_factory=bundled_prices)
    budget_usd: Decimal | float | None = None
    backoff_seconds: float = 1.0
    tab: Tab | None = None
    payer: Payer = field(default_factory=Payer)
    costs: list[Cost] = field(default_factory=list)
    _open: dict[str, Cost] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    @property
    def provider_name(self) -> str:
        """The provider as the ledger names it."""
        raise NotImplementedError

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

    @property
    def key(self) -> str:
        """The endpoint's key, to be taken out of whatever is shown."""
        return self.endpoint.api_key.get_secret_value()

    def reserve(self, forecast: Cost, progress: ProgressCallback) -> None:
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

    def settle(self, cost: Cost) -> None:
        """Write down what a call did cost."""
        if self.tab is not None:
            self.tab.settle(self.payer, cost)
        with self._lock:
            self._open.pop(cost.id, None)
            self.costs.append(cost)

    def cost(self, usage: Usage, seconds: float, outcome: CallOutcome, call_id: str = "") -> Cost:
        """Return what a call with such usage costs, by the price of the model where it is known."""
        price = price_of(self.endpoint.model, self.prices)
        return Cost(
            provider=self.provider_name,
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

    def told(self, reason: str) -> str:
        """Return what an endpoint did as a sentence that names it, without its key."""
        raise NotImplementedError
