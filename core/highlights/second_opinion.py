"""A language model reads the whole talk: it proposes moments and judges those found here. Whatever goes wrong, the
local plan stands, and says why.

The talk is read in overlapping passages, several at once, those with the best local candidates first, so that a
budget that runs out has been spent on what matters most.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.errors import ProviderError
from core.highlights.moments import Believed, Judge, Opinion, PassageReply, Proposal
from core.highlights.opinions import choose, merged
from core.highlights.passages import PROMPT, Passage, passages_of, question, span_of
from core.highlights.plan import Ground, PlanOptions
from core.llm.client import LanguageModel
from core.llm.prompts import prompt
from core.llm.provider import Message
from core.llm.waiting import side_by_side
from core.schema.choice import Choice
from core.schema.plan import EditorialPlan
from core.schema.record import ProgressCallback, ignore_progress

ANSWER_TOKENS = 6000
"""The longest answer about a passage, a model's thinking included."""

TOKENS_A_TALK = 800_000
"""Tokens, at most, that are asked about one talk, answers at their longest: about twelve hours of it."""

MOST_MOMENTS = 6
"""Moments asked for in one passage, at most."""

_FAULTS_TOLD = 12


@dataclass
class _Read:
    """What came of one passage."""

    proposals: list[Proposal] = field(default_factory=list)
    judged: dict[int, Opinion] = field(default_factory=dict)
    dropped: list[str] = field(default_factory=list)
    failure: str = ""


def plan_with_model(
    plan: EditorialPlan,
    ground: Ground,
    options: PlanOptions,
    model: LanguageModel,
    progress: ProgressCallback = ignore_progress,
) -> EditorialPlan:
    """Return the plan with the model's opinion mixed in, best first; or the plan as it was, with the reason why.

    Costs are recorded either way. Only `errors.Cancelled`, raised by `progress`, is let through.
    """
    if not plan.candidates or ground.table is None:
        return plan
    judge = Judge(ground, plan.candidates, options)
    clips = [span_of(candidate, judge.sentences) for candidate in plan.candidates]
    passages = passages_of(judge.sentences, options.max_seconds, clips)
    wanted = min(MOST_MOMENTS, max(2, math.ceil(2 * options.top / len(passages))))
    questions = {passage: question(passage, judge.sentences, clips, options, wanted) for passage in passages}
    order = _affordable(sorted(passages, key=lambda passage: _promise(passage, judge)), questions, model)
    before = len(model.costs)
    work = [lambda check, p=passage: _ask(model, judge, p, questions[p], check) for passage in order]

    def message(done: int) -> str:
        return f"{model.endpoint.model} has read {done} of {len(passages)} parts"

    outcomes = side_by_side(work, model.width, progress, message)
    read = [outcome for outcome in outcomes if isinstance(outcome, _Read)]
    failure = next((str(outcome) for outcome in outcomes if isinstance(outcome, ProviderError)), "")
    failure = failure or next((one.failure for one in read if one.failure), "")
    if not failure and len(order) < len(passages):
        failure = f"No more than {TOKENS_A_TALK:,} tokens are asked about one talk."
    return _told(plan, judge, model, read, len(passages), failure, before)


def _affordable(
    order: Sequence[Passage], questions: dict[Passage, list[Message]], model: LanguageModel
) -> list[Passage]:
    """Return the passages that can be asked about within the tokens for one talk."""
    left, kept = TOKENS_A_TALK, []
    for passage in order:
        forecast = model.forecast(questions[passage], ANSWER_TOKENS)
        left -= forecast.prompt_tokens + forecast.completion_tokens
        if left < 0:
            break
        kept.append(passage)
    return kept


def _promise(passage: Passage, judge: Judge) -> tuple[float, int]:
    """Return what to sort passages by: those with the best local candidates first."""
    scores = [judge.candidates[number].score for number in passage.known]
    return -max(scores, default=0.0), passage.first


def _ask(
    model: LanguageModel, judge: Judge, passage: Passage, asked: Sequence[Message], progress: ProgressCallback
) -> _Read:
    """Ask about a passage, and once more about what can't be believed of the answer.

    Raises:
        ProviderError: There is no usable answer at all.
    """
    reply, _ = model.ask(asked, PassageReply, ANSWER_TOKENS, progress)
    found = judge.check(reply, passage)
    read = _Read(found.proposals, found.judged, found.faults)
    if not found.faults:
        return read
    again = [
        *asked,
        Message(role="assistant", content=reply.model_dump_json()),
        Message(role="user", content=_complaint(found)),
    ]
    try:
        reply, _ = model.ask(again, PassageReply, ANSWER_TOKENS, progress)
    except ProviderError as error:
        read.failure = str(error)
        return read
    mended = judge.check(reply, passage)
    return _Read(read.proposals + mended.proposals, mended.judged | read.judged, mended.faults)


def _complaint(found: Believed) -> str:
    faults = "\n".join(f"- {fault}" for fault in found.faults[:_FAULTS_TOLD])
    return (
        f"These can't be used:\n{faults}\nAnswer again in the same form with these alone, corrected; the others"
        " were taken. Leave out what can't be corrected."
    )


def _told(
    plan: EditorialPlan,
    judge: Judge,
    model: LanguageModel,
    read: Sequence[_Read],
    parts: int,
    failure: str,
    before: int,
) -> EditorialPlan:
    judged = {number: opinion for one in read for number, opinion in one.judged.items()}
    proposals = [proposal for one in read for proposal in one.proposals]
    name = f"local + {model.endpoint.model}, {prompt(PROMPT)}"
    costs = (*plan.costs, *model.costs[before:])
    dropped = [fault for one in read for fault in one.dropped]
    doubts = f" {len(dropped)} of its answers could not be believed ({dropped[0]})." if dropped else ""
    if not judged and not proposals:
        why = failure or (f"{model.endpoint.model} found nothing that could be used.{doubts}")
        choice = Choice(subject="scorer", chosen="local", reason=f"Scored locally: {why}", degraded=True)
        return plan.model_copy(update={"choices": (*plan.choices, choice), "costs": costs})
    pool, new = merged(judge, judged, proposals)
    best = choose(pool, judge)
    taken = sum(candidate.id in new for candidate in best)
    by, some, clips = model.endpoint.model, len(judged), len(plan.candidates)
    reason = " ".join((
        f"{by} read {'all' if len(read) == parts else f'{len(read)} of {parts} parts'} of the talk.",
        f"It judged {'all' if some == clips else f'{some} of {clips}'} of the clips that were found here.",
        f"It found {len(new)} more, of which {taken} {'was' if taken == 1 else 'were'} taken."
        if new
        else "It found no others.",
    ))  # fmt: skip
    if failure:
        reason += f" The rest is scored locally: {failure}"
    if not model.is_priced and model.is_limited:
        reason += " Its price is not known, so that no budget holds for it."
    is_less = bool(failure) or len(judged) < len(plan.candidates)
    choice = Choice(subject="scorer", chosen=name, reason=reason + doubts, degraded=is_less)
    return plan.model_copy(
        update={
            "candidates": tuple(best),
            "scorer": name,
            "choices": (*plan.choices, choice),
            "costs": costs,
        }
    )
