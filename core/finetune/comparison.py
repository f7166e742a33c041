"""Two models beside a user's decisions: how often each agrees, and whether the difference can be chance.

The decisions are the same for both, so only those on which one agrees and the other does not tell them apart. The
interval is Bonett and Price's adjusted one for paired shares ("Adjusted Wald Confidence Interval for a Difference
of Binomial Proportions Based on Paired Data", 2012), the chance McNemar's exact test: both hold for few decisions.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from math import comb, sqrt
from typing import Literal

from pydantic import ConfigDict

from core.errors import AnswerError
from core.llm.client import LanguageModel
from core.llm.provider import Message
from core.schema.record import ProgressCallback, Record, ignore_progress
from core.schema.tuning import Comparison, TrainingExample

FEWEST_COMPARED = 5
"""Decisions below which not even a model that is right each time, beside one that never is, shows a difference."""

ANSWER_TOKENS = 600
_Z = 1.959964  # of 95%


class Judgement(Record):
    """A model's answer about a clip, as far as it is compared."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    verdict: Literal["approve", "reject"]


def question(example: TrainingExample) -> list[Message]:
    """Return what a model is asked about a decision: all but the user's answer."""
    return [Message(role=turn.role, content=turn.content) for turn in example.messages[:-1]]


def verdict(example: TrainingExample) -> str:
    """Return what the user decided."""
    return str(json.loads(example.messages[-1].content)["verdict"])


def ask_both(
    models: Sequence[LanguageModel],
    examples: Sequence[TrainingExample],
    progress: ProgressCallback = ignore_progress,
) -> list[list[str]]:
    """Return what each model says to each decision; empty where its answer can't be used.

    Raises:
        ProviderError: A model can't be reached, or refuses.
        BudgetError: The next answer could pass a budget.
        Cancelled: Raised by `progress`.
    """
    todo = [(model, example) for model in models for example in examples]
    done: list[str] = []

    def ask(each: tuple[LanguageModel, TrainingExample]) -> str:
        model, example = each
        told = f"{model.endpoint.model}: {len(done)} of {len(todo)} answers"

        def tell(_fraction: float, _message: str = "") -> None:
            progress(len(done) / len(todo), told)

        said = _ask(model, example, tell)
        done.append(said)
        return said

    with ThreadPoolExecutor(models[0].width) as pool:
        try:
            said = list(pool.map(ask, todo))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return [said[: len(examples)], said[len(examples) :]]


def _ask(model: LanguageModel, example: TrainingExample, progress: ProgressCallback) -> str:
    try:
        return model.ask(question(example), Judgement, ANSWER_TOKENS, progress)[0].verdict
    except AnswerError:
        return ""


def compare(decided: Sequence[str], base: Sequence[str], made: Sequence[str]) -> Comparison:
    """Return how a base model and the one made of it agree with what the user decided."""
    right = [(one == user, other == user) for user, one, other in zip(decided, base, made, strict=True)]
    only_made = right.count((False, True))
    only_base = right.count((True, False))
    low, high = interval(only_made, only_base, len(right))
    return Comparison(
        decisions=len(right),
        base_agrees=sum(one for one, _ in right),
        made_agrees=sum(other for _, other in right),
        unusable=[*base, *made].count(""),
        low=low,
        high=high,
        chance=chance(only_made, only_base),
    )


def interval(only_one: int, only_other: int, count: int) -> tuple[float, float]:
    """Return the 95% interval of the difference of two paired shares, -1 to 1."""
    one, other = (only_one + 1) / (count + 2), (only_other + 1) / (count + 2)
    reach = _Z * sqrt((one + other - (one - other) ** 2) / (count + 2))
    return max(-1.0, one - other - reach), min(1.0, one - other + reach)


def chance(only_one: int, only_other: int) -> float:
    """Return how likely so uneven a split is where neither is better: McNemar's exact test, two-sided."""
    count = only_one + only_other
    tail = sum(comb(count, place) for place in range(min(only_one, only_other) + 1))
    return min(1.0, tail / (1 << count) * 2)
