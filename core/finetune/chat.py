"""A set of examples: made, parted into training and validation, counted, and written as chat JSONL.

A line is `{"messages": [{"role": …, "content": …}, …]}`, the form in which OpenAI's fine-tuning API and the tools
that follow it take conversations.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.finetune.answers import find_pairs
from core.finetune.decisions import Spoken, answered, asked, verdict_of
from core.llm.metered import CHARACTERS_PER_TOKEN
from core.llm.prices import Price, price_of
from core.llm.prompts import prompt
from core.schema.learning import Example
from core.schema.transcript import Transcript
from core.schema.tuning import ChatTurn, TrainingExample, TrainingKind, TrainingSummary

VALIDATION_SHARE = 0.1
FEWEST = 10
"""Training examples below which endpoints refuse a job."""

_TOKENS_A_MESSAGE = 8
# What OpenAI chooses by itself: three times, but enough for 100 examples and not too much for 25,000
# ("Data preparation and analysis for chat model fine-tuning", OpenAI Cookbook).
_EPOCHS, _FEWEST_SEEN, _MOST_SEEN, _MOST_EPOCHS = 3, 100, 25_000, 25


@dataclass(frozen=True)
class TrainingSet:
    """Examples by what they are for. `masked` counts what was masked in them, None where nothing was to be."""

    training: tuple[TrainingExample, ...] = ()
    validation: tuple[TrainingExample, ...] = ()
    notes: tuple[str, ...] = ()
    masked: int | None = None


def of_decisions(examples: Iterable[Example], transcript: Transcript) -> list[TrainingExample]:
    """Return the decisions on one source's clips as conversations, each verdict once."""
    made: dict[str, TrainingExample] = {}
    spoken = Spoken(transcript)
    for example in examples:
        shown = asked(example, spoken) if verdict_of(example) else ""
        if shown:
            # Decided twice, as in two runs: the later one stands.
            made[shown] = _conversation(
                "decisions", example.source_id, "tuning_decisions", shown, answered(example)
            )
    return list(made.values())


def of_answers(source_id: str, transcript: Transcript) -> list[TrainingExample]:
    """Return the question-answer pairs of one source as conversations."""
    return [
        _conversation("answers", source_id, "tuning_answers", pair.question, pair.answer)
        for pair in find_pairs(transcript)
    ]


def _conversation(kind: TrainingKind, source_id: str, told: str, said: str, answer: str) -> TrainingExample:
    messages = (
        ChatTurn(role="system", content=prompt(told).text),
        ChatTurn(role="user", content=said),
        ChatTurn(role="assistant", content=answer),
    )
    return TrainingExample(kind=kind, source_id=source_id, messages=messages)


def part(examples: Sequence[TrainingExample]) -> tuple[list[TrainingExample], list[TrainingExample]]:
    """Return training and validation examples: whole sources go to one of them, the same ones every time.

    Sources are drawn by the hash of their ids until a tenth of the examples is for validation; one that would take
    more than a fifth is left out of the draw. With one source, or few examples, all are for training.
    """
    counts = Counter(example.source_id for example in examples)
    drawn: set[str] = set()
    taken = 0
    for source_id in sorted(counts, key=lambda each: hashlib.sha256(each.encode()).digest()):
        is_too_much = taken + counts[source_id] > 2 * VALIDATION_SHARE * len(examples)
        if taken < VALIDATION_SHARE * len(examples) and not is_too_much:
            drawn.add(source_id)
            taken += counts[source_id]
    training = [example for example in examples if example.source_id not in drawn]
    if len(training) < FEWEST:
        return list(examples), []
    return training, [example for example in examples if example.source_id in drawn]


def summary(found: TrainingSet, model: str, prices: Mapping[str, Price]) -> TrainingSummary:
    """Return what a set holds, and what a job with it costs."""
    every = (*found.training, *found.validation)
    count_tokens = sum(tokens(example) for example in found.training)
    epochs = epochs_for(len(found.training))
    price = price_of(model, prices)
    is_known = price is not None and price.training is not None
    return TrainingSummary(
        by_kind=dict(Counter(example.kind for example in every)),
        sources=len({example.source_id for example in every}),
        training=len(found.training),
        validation=len(found.validation),
        tokens=count_tokens,
        epochs=epochs,
        model=model,
        usd=price.training_usd(count_tokens * epochs) if price is not None and is_known else None,
        masked=found.masked,
        notes=found.notes,
    )


def tokens(example: TrainingExample) -> int:
    """Return a generous guess of an example's tokens; a letter outside of ASCII counts as its bytes."""
    size = sum(len(message.content.encode()) for message in example.messages)
    return int(size / CHARACTERS_PER_TOKEN) + _TOKENS_A_MESSAGE * len(example.messages)


def epochs_for(count: int) -> int:
    """Return how often a job goes through so many examples, unless it is told how often."""
    if not count:
        return 0
    if count * _EPOCHS < _FEWEST_SEEN:
        return min(_MOST_EPOCHS, -(-_FEWEST_SEEN // count))
    return max(1, _MOST_SEEN // count) if count * _EPOCHS > _MOST_SEEN else _EPOCHS


def lines(examples: Sequence[TrainingExample]) -> str:
    """Return examples as chat JSONL."""
    return "".join(
        json.dumps({"messages": [m.model_dump() for m in example.messages]}, ensure_ascii=False) + "\n"
        for example in examples
    )


def validation_file(training: Path) -> Path:
    """Return where validation examples go beside a file of training examples."""
    return training.with_name(f"{training.stem}.validation{training.suffix}")
