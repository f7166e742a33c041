"""A language model that answers in records: validated, repaired once, retried within bounds, within a budget."""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from core.backoff import delay
from core.errors import ProviderError
from core.llm.prices import Price, bundled_prices, price_of
from core.llm.provider import Answer, Message, Provider, Refusal
from core.llm.providers import PROVIDERS
from core.schema.choice import Cost
from core.schema.endpoint import Endpoint
from core.schema.record import ProgressCallback, Record, ignore_progress

Reply = TypeVar("Reply", bound=Record)

ATTEMPTS = 3
LONGEST_WAIT = 20.0
"""Seconds that an endpoint may ask us to wait before we rather give up."""

CHARACTERS_PER_TOKEN = 3.0
"""A low guess (English has about 4), so that a forecast is rather too high."""

_THINKING = re.compile(r"<think>.*?</think>", re.DOTALL | re.IGNORECASE)


@dataclass
class LanguageModel:
    """One endpoint with its prices, its budget and what was spent so far.

    `costs` holds a record of every call that was answered, also of those whose answer was of no use.
    `budget_usd` is what may be spent in all; None means no limit. `cache_folder` keeps answers by content.
    """

    endpoint: Endpoint
    prices: Mapping[str, Price] = field(default_factory=bundled_prices)
    budget_usd: float | None = None
    cache_folder: Path | None = None
    provider: Provider = PROVIDERS[0]
    backoff_seconds: float = 1.0
    costs: list[Cost] = field(default_factory=list)
    _wants_json: bool = True

    @property
    def spent_usd(self) -> float:
        """US dollars spent so far, as far as prices are known."""
        return sum(cost.usd for cost in self.costs)

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
            progress: Called before every attempt, so that the user can stop.

        Raises:
            ProviderError: Unreachable, refused, nonsense twice, or the budget would be passed. The money spent
                until then is in `costs`.
        """
        remembered = self._recall(messages, reply)
        if remembered is not None:
            return remembered, self._cost(Answer(""), 0.0)
        before = len(self.costs)
        answer = self._complete(messages, max_tokens, progress)
        record = read_reply(answer.text, reply)
        if isinstance(record, str):
            repair = [
                *messages,
                Message(role="assistant", content=answer.text[:8000]),
                Message(role="user", content=f"That can't be used: {record}. Answer again with the JSON alone."),
            ]
            answer = self._complete(repair, max_tokens, progress)
            record = read_reply(answer.text, reply)
        if isinstance(record, str):
            raise self._error(f"answered twice in a form that can't be used ({record})")
        self._remember(messages, reply, record)
        return record, _sum(self.costs[before:])

    def _complete(self, messages: Sequence[Message], max_tokens: int, progress: ProgressCallback) -> Answer:
        """Ask until there is an answer, at most `ATTEMPTS` times."""
        refusal = Refusal("was not asked")
        attempt = 0
        while attempt < ATTEMPTS:
            progress(0.0, f"Asking {self.endpoint.model}")
            self._check_budget(messages, max_tokens)
            began = time.monotonic()
            outcome = self.provider.complete(self.endpoint, messages, max_tokens, self._wants_json)
            if isinstance(outcome, Answer):
                self.costs.append(self._cost(outcome, time.monotonic() - began, messages))
                return outcome
            refusal = outcome
            if refusal.lacks_json_mode and self._wants_json:
                self._wants_json = False
                continue
            attempt += 1
            if not refusal.is_passing or attempt == ATTEMPTS:
                break
            wait = delay(attempt, self.backoff_seconds)
            if refusal.retry_after is not None:
                wait = refusal.retry_after
            if wait > LONGEST_WAIT:
                break
            _wait(wait, progress)
        raise self._error(refusal.reason)

    def _check_budget(self, messages: Sequence[Message], max_tokens: int) -> None:
        price = price_of(self.endpoint.model, dict(self.prices))
        if self.budget_usd is None or price is None:
            return
        forecast = price.usd(_estimate_tokens(messages), max_tokens)
        if self.spent_usd + forecast > self.budget_usd:
            raise ProviderError(
                f"The next question could cost ${forecast:.4f}, and ${self.spent_usd:.4f} of the budget of "
                f"${self.budget_usd:.2f} is spent.",
                remedy="Raise the budget, or go on with the local scorer.",
            )

    def _cost(self, answer: Answer, seconds: float, messages: Sequence[Message] = ()) -> Cost:
        price = price_of(self.endpoint.model, dict(self.prices))
        prompt, completion = answer.prompt_tokens, answer.completion_tokens
        if answer.text and not prompt + completion:
            # The endpoint does not count: estimate, so that a budget still holds.
            prompt = _estimate_tokens(messages)
            completion = int(len(answer.text) / CHARACTERS_PER_TOKEN)
        return Cost(
            provider=self.provider.name,
            model=self.endpoint.model,
            prompt_tokens=prompt,
            completion_tokens=completion,
            seconds=round(seconds, 3),
            usd=price.usd(prompt, completion) if price else 0.0,
            is_priced=price is not None,
        )

    def _error(self, reason: str) -> ProviderError:
        key = self.endpoint.api_key.get_secret_value()
        told = f"The language model at {_without_credentials(self.endpoint.base_url)} {reason}."
        # Some servers repeat the key they were given.
        told = told.replace(key, "[key]") if len(key) > 3 else told
        return ProviderError(told, remedy="Check the endpoint in the settings, or go on with the local scorer.")

    def _entry(self, messages: Sequence[Message], reply: type[Record]) -> Path | None:
        if self.cache_folder is None:
            return None
        asked = {
            "endpoint": self.endpoint.identity(),
            "messages": [message.model_dump() for message in messages],
            "reply": reply.model_json_schema(),
        }
        content = json.dumps(asked, sort_keys=True, ensure_ascii=False).encode()
        return self.cache_folder / f"{hashlib.sha256(content).hexdigest()}.json"

    def _recall(self, messages: Sequence[Message], reply: type[Reply]) -> Reply | None:
        entry = self._entry(messages, reply)
        if entry is None or not entry.is_file():
            return None
        try:
            return reply.from_json(entry.read_bytes())
        except (OSError, ValidationError):
            # Half-written or of an older form: ask again.
            return None

    def _remember(self, messages: Sequence[Message], reply: type[Record], record: Record) -> None:
        entry = self._entry(messages, reply)
        if entry is None:
            return
        try:
            entry.parent.mkdir(parents=True, exist_ok=True)
            beside = entry.with_suffix(".part")
            beside.write_text(record.to_json(), encoding="utf-8")
            beside.replace(entry)
        except OSError:
            # A cache that can't be written costs money next time, and nothing now.
            return


def read_reply(text: str, reply: type[Reply]) -> Reply | str:
    """Return the record in an answer (bare JSON, fenced, or inside prose), or what is wrong with it."""
    found = _find_json(_THINKING.sub("", text))
    if found is None:
        return "there is no JSON object in it"
    try:
        return reply.model_validate_json(found)
    except ValidationError as error:
        faults = [
            f"{'.'.join(map(str, fault['loc'])) or 'it'}: {fault['msg']}"
            for fault in error.errors(include_url=False, include_input=False)[:4]
        ]
        return "; ".join(faults)


def _find_json(text: str) -> str | None:
    """Return the first complete JSON object in the text."""
    decoder = json.JSONDecoder()
    start = text.find("{")
    while start >= 0:
        try:
            value, end = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            start = text.find("{", start + 1)
            continue
        if isinstance(value, dict) and value:
            return text[start:end]
        start = text.find("{", end)
    return None


def _estimate_tokens(messages: Sequence[Message]) -> int:
    # An ideograph is about a token of its own.
    characters = sum(len(message.content.encode()) for message in messages)
    return int(characters / CHARACTERS_PER_TOKEN) + 8 * len(messages)


def _without_credentials(url: str) -> str:
    return re.sub(r"//[^/@]*@", "//", url).split("?")[0]


def _wait(seconds: float, progress: ProgressCallback) -> None:
    """Sleep in slices, so that the user can stop."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        progress(0.0, "Waiting for the language model")
        time.sleep(min(0.2, left))


def _sum(costs: Sequence[Cost]) -> Cost:
    first = costs[0]
    return Cost(
        provider=first.provider,
        model=first.model,
        prompt_tokens=sum(cost.prompt_tokens for cost in costs),
        completion_tokens=sum(cost.completion_tokens for cost in costs),
        seconds=sum(cost.seconds for cost in costs),
        usd=sum(cost.usd for cost in costs),
        is_priced=first.is_priced,
    )
