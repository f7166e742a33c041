"""Asking a model for several things at once, and once more for what of its answer can't be taken."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from core.errors import ProviderError
from core.llm.client import LanguageModel
from core.llm.prompts import prompt
from core.llm.provider import Message
from core.schema.record import ProgressCallback, Record

_MAX_TOKENS = 4000


class Numbered(Protocol):
    """A part of an answer that says which part of the question it answers."""

    @property
    def id(self) -> int:
        """The number of what was asked for."""
        ...


Part = TypeVar("Part", bound=Numbered)
Reply = TypeVar("Reply", bound=Record)


@dataclass
class Taken(Generic[Part]):
    """What of the answers can be taken, by number; `refused` says why what is missing was refused twice."""

    parts: dict[int, Part] = field(default_factory=dict)
    refused: dict[int, str] = field(default_factory=dict)


def ask_twice(
    model: LanguageModel,
    task: str,
    question: dict[str, object],
    wanted: Sequence[int],
    reply: type[Reply],
    parts: Callable[[Reply], Sequence[Part]],
    fault: Callable[[Part], str],
    progress: ProgressCallback,
) -> Taken[Part]:
    """Ask for numbered parts; what is missing or has a fault is asked for once more, with the reason.

    Args:
        model: Who is asked.
        task: The name of the prompt.
        question: What is asked, as JSON.
        wanted: The numbers of the parts that are asked for.
        reply: The form of the answer.
        parts: Takes the parts out of an answer.
        fault: Says why a part can't be taken; empty where it can.
        progress: Called all the while, so that the user can stop.

    Raises:
        ProviderError: The model can't be reached or answers nothing of use at the first time.
    """
    messages = [prompt(task).message(), Message(role="user", content=json.dumps(question, ensure_ascii=False))]
    answer, _ = model.ask(messages, reply, _MAX_TOKENS, progress)
    taken: Taken[Part] = Taken()
    _take(taken, parts(answer), wanted, fault)
    if not taken.refused:
        return taken
    told = "; ".join(f"id {number}: {why}" for number, why in taken.refused.items())
    again = [
        *messages,
        Message(role="assistant", content=answer.model_dump_json()),
        Message(role="user", content=f"These can't be used: {told}. Answer again, for these ids alone."),
    ]
    try:
        answer, _ = model.ask(again, reply, _MAX_TOKENS, progress)
    except ProviderError as error:
        # What was taken of the first answer is paid for, and stays.
        taken.refused = dict.fromkeys(taken.refused, str(error))
        return taken
    _take(taken, parts(answer), list(taken.refused), fault)
    return taken


def _take(taken: Taken[Part], given: Sequence[Part], wanted: Sequence[int], fault: Callable[[Part], str]) -> None:
    by_number: dict[int, Part] = {}
    for part in given:
        by_number.setdefault(part.id, part)
    for number in wanted:
        found = by_number.get(number)
        why = "it is missing" if found is None else fault(found)
        if found is not None and not why:
            taken.parts[number] = found
            taken.refused.pop(number, None)
        else:
            taken.refused[number] = why
