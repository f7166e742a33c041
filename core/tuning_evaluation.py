"""A fine-tuned model beside the one it was made of, on decisions of talks that it was not trained with."""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal

from core.errors import ProviderError, TranscriptError
from core.finetune.comparison import ANSWER_TOKENS, FEWEST_COMPARED, ask_both, compare, question, verdict
from core.llm.client import LanguageModel, language_model
from core.llm.off_loop import off_loop
from core.pipeline.purse import Purse
from core.schema.endpoint import Endpoint
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.tuning import Comparison, ComparisonPlan, TrainingExample, TuningJob
from core.training_data import TrainingData


class TuningEvaluation:
    """Asks both models through the client of all questions: within budgets, remembered, and booked."""

    def __init__(self, data: TrainingData, purse: Purse, endpoint_of: Callable[[TuningJob], Endpoint]) -> None:
        self._data = data
        self._purse = purse
        self._endpoint_of = endpoint_of

    async def plan(self, job: TuningJob) -> ComparisonPlan:
        """Return how many decisions are asked about, and what that costs at most; nothing is sent.

        Raises:
            ProviderError: There is no model yet, or its endpoint is not the one that is set.
            TranscriptError: There are too few decisions that it has not seen.
        """
        models, examples = self._models(job), await self._unseen(job)
        asked = [model.forecast(question(example), ANSWER_TOKENS) for model in models for example in examples]
        is_priced = all(cost.is_priced for cost in asked)
        usd = sum((cost.usd for cost in asked), Decimal(0)) if is_priced else None
        return ComparisonPlan(
            base_model=job.base_model, made_model=job.made_model, decisions=len(examples), usd=usd
        )

    async def compare(self, job: TuningJob, progress: ProgressCallback = ignore_progress) -> Comparison:
        """Ask both models, and return how they agree with the user. Cancelling stops it; answers are remembered.

        Raises:
            ProviderError: There is no model yet, or one can't be asked.
            BudgetError: The next answer could pass a budget.
            TranscriptError: There are too few decisions that it has not seen.
        """
        models, examples = self._models(job), await self._unseen(job)
        try:
            base, made = await off_loop(lambda check: ask_both(models, examples, check), progress)
        finally:
            self._purse.collect()
        costs = [cost for model in models for cost in model.costs]
        usd = sum((cost.usd for cost in costs), Decimal(0)) if all(cost.is_priced for cost in costs) else None
        found = compare([verdict(example) for example in examples], base, made)
        return found.model_copy(update={"base_model": job.base_model, "usd": usd, "at": time.time()})

    def _models(self, job: TuningJob) -> list[LanguageModel]:
        endpoint = self._endpoint_of(job)
        if not job.made_model:
            raise ProviderError("There is no model to compare yet.", remedy="Wait for the end of the fine-tune.")
        payer = self._purse.payer("", "finetune")
        return [
            language_model(endpoint.model_copy(update={"model": name}), self._purse.workspace, payer)
            for name in (job.base_model, job.made_model)
        ]

    async def _unseen(self, job: TuningJob) -> list[TrainingExample]:
        if not job.trained_on:
            raise TranscriptError(
                "It is not known which talks this model was trained with.", remedy="Fine-tune it again."
            )
        found = await self._data.gather(("decisions",), is_masked=job.is_masked)
        every = (*found.training, *found.validation)
        unseen = [example for example in every if example.source_id not in job.trained_on]
        if len(unseen) < FEWEST_COMPARED:
            raise TranscriptError(
                f"There are {len(unseen)} of the {FEWEST_COMPARED} decisions that a comparison takes at least,"
                " of talks that the model was not trained with.",
                remedy="Decide on clips of talks that were imported since.",
            )
        return unseen
