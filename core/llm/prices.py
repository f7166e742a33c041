"""What a model costs, from `resources/prices.toml`. Money is exact: decimal numbers, never binary fractions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from core.resources import resource
from core.schema.record import Record

_DATED = re.compile(r"-\d{4}-?\d{2}-?\d{2}$")
_MILLION = Decimal(1_000_000)
# The ledger counts in billionths of a dollar: a token is never cheaper than some of them.
_SMALLEST = Decimal("1e-9")


class Price(Record):
    """US dollars per million tokens. `cached_input` is for what the provider has seen before; None: as `input`.

    `training` is for each token that a fine-tune goes through, once an epoch; None where it can't be fine-tuned.
    """

    input: Decimal
    output: Decimal
    cached_input: Decimal | None = None
    training: Decimal | None = None

    def usd(self, prompt_tokens: int, completion_tokens: int, cached_tokens: int = 0) -> Decimal:
        """Return the cost of a call in US dollars; `cached_tokens` are a part of `prompt_tokens`."""
        cached = min(max(0, cached_tokens), prompt_tokens)
        again = self.input if self.cached_input is None else self.cached_input
        millions = (prompt_tokens - cached) * self.input + cached * again + completion_tokens * self.output
        return (millions / _MILLION).quantize(_SMALLEST, ROUND_HALF_UP)

    def training_usd(self, tokens: int) -> Decimal:
        """Return the cost of a fine-tune that goes through so many tokens in all, in US dollars."""
        return (tokens * (self.training or Decimal(0)) / _MILLION).quantize(_SMALLEST, ROUND_HALF_UP)


@cache
def bundled_prices() -> dict[str, Price]:
    """Return the prices we know, by model name."""
    text = resource("prices.toml").read_text(encoding="utf-8")
    models = tomllib.loads(text, parse_float=Decimal)["models"]
    return {name: Price(**price) for name, price in models.items()}


def price_of(model: str, prices: Mapping[str, Price]) -> Price | None:
    """Return a model's price, by its name, or by its name without date or vendor ("openai/…"); None if unknown.

    A fine-tuned model ("ft:gpt-4o-mini-2024-07-18:name::id") costs what is listed for "ft:gpt-4o-mini".
    """
    bare = model.lower().removeprefix("openai/")
    if bare.startswith("ft:"):
        bare = ":".join(bare.split(":")[:2])
    for name in (model, bare, _DATED.sub("", bare)):
        if name in prices:
            return prices[name]
    return None
