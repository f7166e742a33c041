"""What a model costs, from `resources/prices.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from core.resources import resource
from core.schema.record import Record

_DATED = re.compile(r"-\d{4}-?\d{2}-?\d{2}$")


class Price(Record):
    """US dollars per million tokens."""

    input: float
    output: float

    def usd(self, prompt_tokens: int, completion_tokens: int) -> float:
        """Return the cost of a call in US dollars."""
        return (prompt_tokens * self.input + completion_tokens * self.output) / 1_000_000


@cache
def bundled_prices() -> dict[str, Price]:
    """Return the prices we know, by model name."""
    with resource("prices.toml").open("rb") as file:
        return {name: Price(**price) for name, price in tomllib.load(file)["models"].items()}


def price_of(model: str, prices: dict[str, Price]) -> Price | None:
    """Return a model's price, by its name, or by its name without date or vendor ("openai/…"); None if unknown."""
    bare = model.lower().removeprefix("openai/")
    for name in (model, bare, _DATED.sub("", bare)):
        if name in prices:
            return prices[name]
    return None
