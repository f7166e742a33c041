"""A second opinion on the local plan from a language model. Whatever goes wrong, the local plan stands.

Nothing the model says is taken on trust: clips it makes up, scores out of range and quotations that are not in the
clip are dropped, and cuts are never its to make.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import ConfigDict, Field

from core.errors import ProviderError
from core.highlights.language import join_words, plain
from core.highlights.plan import PlanOptions
from core.llm.client import LanguageModel
from core.llm.prompts import prompt
from core.llm.provider import Message
from core.schema.choice import Choice, Cost
from core.schema.plan import Axis, AxisScore, Candidate, EditorialPlan
from core.schema.record import ProgressCallback, Record, ignore_progress
from core.schema.segment import Segments
from core.schema.transcript import Transcript

BATCH_CLIPS = 12
BATCH_CHARACTERS = 16_000
"""How much is asked at once: small local models lose the thread over more."""

MODEL_SHARE = 0.6
"""How much the model's opinion counts beside the local scorer's."""

JUDGED: tuple[Axis, ...] = ("hook", "completeness", "density", "emotion", "quotability", "engagement")
TITLE_LENGTH = 80
HOOK_LENGTH = 60
REASON_LENGTH = 300


class Judgement(Record):
    """What the model says of one clip. Fields it adds are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: int
    scores: dict[str, float] = Field(default_factory=dict)
    title: str = ""
    hook: str = ""
    reason: str = ""
    quotes: tuple[str, ...] = ()


class Judgements(Record):
    """What the model says of a batch."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    clips: tuple[Judgement, ...]


def plan_with_model(
    plan: EditorialPlan,
    transcript: Transcript,
    segments: Segments,
    options: PlanOptions,
    model: LanguageModel,
    progress: ProgressCallback = ignore_progress,
) -> EditorialPlan:
    """Return the plan with the model's opinion mixed in, best first; or the plan as it was, with the reason why.

    Costs are recorded either way. Only `errors.Cancelled`, raised by `progress`, is let through.
    """
    if not plan.candidates:
        return plan
    texts = [spoken_in(candidate, transcript) for candidate in plan.candidates]
    judged: dict[int, Judgement] = {}
    failure = ""
    before = len(model.costs)
    batches = list(_batches(texts))
    for count, batch in enumerate(batches):
        progress(count / len(batches), f"Asking {model.endpoint.model} about {len(batch)} clips")
        try:
            reply, _ = model.ask(_messages(plan.candidates, texts, batch, options), Judgements, progress=progress)
        except ProviderError as error:
            failure = str(error)
            break
        for judgement in reply.clips:
            # The first word on a clip counts; numbers that were not asked about are made up.
            if judgement.id - 1 in batch and _scores(judgement):
                judged.setdefault(judgement.id - 1, judgement)
    candidates = tuple(
        _merge(candidate, judged[i], texts[i]) if i in judged else candidate
        for i, candidate in enumerate(plan.candidates)
    )
    progress(1.0, "Judged")
    return plan.model_copy(
        update={
            "candidates": tuple(sorted(candidates, key=lambda c: -c.score)),
            "scorer": f"local + {model.endpoint.model}" if judged else plan.scorer,
            "choices": (*plan.choices, _choice(len(judged), len(texts), failure, model)),
            "costs": (*plan.costs, *_costs(model, before)),
        }
    )


def spoken_in(candidate: Candidate, transcript: Transcript) -> str:
    """Return what is said in a candidate, a line per speaker's turn, with the speaker's name where known."""
    lines: list[tuple[str, list[str]]] = []
    for span in candidate.cut.ranges:
        for segment in transcript.segments:
            if segment.end < span.start or segment.start > span.end:
                continue
            words = [word.text for word in segment.words if span.start <= (word.start + word.end) / 2 < span.end]
            if words and lines and lines[-1][0] == segment.speaker:
                lines[-1][1].extend(words)
            elif words:
                lines.append((segment.speaker, words))
    return "\n".join((f"{name}: " if name else "") + join_words(words) for name, words in lines)


def _batches(texts: Sequence[str]) -> Iterator[range]:
    first = size = 0
    for i, text in enumerate(texts):
        if i > first and (i - first >= BATCH_CLIPS or size + len(text) > BATCH_CHARACTERS):
            yield range(first, i)
            first, size = i, 0
        size += len(text)
    yield range(first, len(texts))


def _messages(
    candidates: Sequence[Candidate], texts: Sequence[str], batch: range, options: PlanOptions
) -> list[Message]:
    parts = []
    if options.prompt:
        parts.append(f"The user is looking for: {options.prompt[:500]}\nClips that do not fit this score low.")
    for i in batch:
        cut = candidates[i].cut
        parts.append(
            f"### Clip {i + 1} ({_clock(cut.start)} to {_clock(cut.end)}, {cut.duration:.0f} s)\n{texts[i][:6000]}"
        )
    return [prompt("rerank").message(), Message(role="user", content="\n\n".join(parts))]


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def _scores(judgement: Judgement) -> dict[Axis, float]:
    """Return the scores that are of a known axis and in range."""
    return {axis: judgement.scores[axis] for axis in JUDGED if 0 <= judgement.scores.get(axis, -1.0) <= 100}


def _merge(candidate: Candidate, judgement: Judgement, text: str) -> Candidate:
    scores = _scores(judgement)
    quotes = tuple(quote.strip() for quote in judgement.quotes if _is_said(quote, text))[:2]
    axes = dict(candidate.axes)
    for axis, score in scores.items():
        local = axes.get(axis, AxisScore(score=None))
        mixed = score if local.score is None else MODEL_SHARE * score + (1 - MODEL_SHARE) * local.score
        evidence = (*quotes, *local.evidence) if axis in ("hook", "quotability") else local.evidence
        axes[axis] = AxisScore(score=round(mixed, 1), evidence=evidence[:5])
    opinion = sum(scores.values()) / len(scores)
    title, hook, reason = (" ".join(part.split()) for part in (judgement.title, judgement.hook, judgement.reason))
    return candidate.model_copy(
        update={
            "axes": axes,
            "score": round(MODEL_SHARE * opinion + (1 - MODEL_SHARE) * candidate.score, 1),
            "title": title if 0 < len(title) <= TITLE_LENGTH else candidate.title,
            "hook": hook if 0 < len(hook) <= HOOK_LENGTH else candidate.hook,
            "reason": reason if 0 < len(reason) <= REASON_LENGTH else candidate.reason,
        }
    )


def _is_said(quote: str, text: str) -> bool:
    """Whether a quotation is in the text, whatever its punctuation and case."""
    wanted, said = ("".join(filter(str.isalnum, part.lower())) for part in (quote, text))
    return bool(plain(quote)) and len(wanted) >= 4 and wanted in said


def _choice(judged: int, asked: int, failure: str, model: LanguageModel) -> Choice:
    name = model.endpoint.model
    if judged == asked:
        return Choice(subject="scorer", chosen=f"local + {name}", reason=f"{name} judged all {asked} clips.")
    why = failure or f"{name} did not judge them in a usable way."
    if judged:
        reason = f"{judged} of {asked} clips were judged by {name}, the others locally: {why}"
        return Choice(subject="scorer", chosen=f"local + {name}", reason=reason, degraded=True)
    return Choice(subject="scorer", chosen="local", reason=f"Scored locally: {why}", degraded=True)


def _costs(model: LanguageModel, before: int) -> list[Cost]:
    return list(model.costs[before:])
