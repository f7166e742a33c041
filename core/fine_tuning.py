"""Fine-tuning, as the project deals with it: jobs started, followed, stopped, and their models used.

A job goes on at its endpoint while the program is closed; its record in the workspace says how to find it again.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from core.aside import aside
from core.backoff import delay
from core.errors import BudgetError, ProviderError, TranscriptError, WorkspaceError
from core.finetune.chat import FEWEST, TrainingSet, lines
from core.llm.prices import bundled_prices, price_of
from core.llm.providers import TUNERS
from core.llm.replies import without_credentials
from core.llm.tuner import NoSuchJobError, Tuner, TuningWish
from core.pipeline.purse import Purse
from core.pipeline.records.database import new_id
from core.pipeline.records.store import Store
from core.schema.choice import Cost
from core.schema.endpoint import Endpoint
from core.schema.learning import Example
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.tuning import (
    TRAINING_KINDS,
    ComparisonPlan,
    TrainingExample,
    TrainingKind,
    TrainingSummary,
    TuningJob,
    TuningJobs,
    TuningStatus,
)
from core.training_data import ReadTranscript, TrainingData, nothing_yet
from core.tuning_evaluation import TuningEvaluation

Made = TypeVar("Made")
_KEPT = "tuning_jobs"
_ATTEMPTS = 3
_FIRST_LOOK, _SLOWEST_LOOK = 5.0, 60.0  # seconds between looks at a job
_MOST_FAILURES = 10
_NO_MODEL = "A language model is fine-tuned at its endpoint, and none is set."
_SET_MODEL = "Set one in Settings › Providers."


class FineTuning:
    """The fine-tunes of a workspace, and in `data` the examples that they are made of."""

    def __init__(
        self,
        store: Store,
        read_transcript: ReadTranscript,
        examples: Callable[[], list[Example]],
        endpoint: Endpoint | None,
        purse: Purse,
        tuner: Tuner = TUNERS[0],
    ) -> None:
        self.data = TrainingData(store, read_transcript, examples, endpoint)
        self._store = store
        self._purse = purse
        self._tuner = tuner
        self._evaluation = TuningEvaluation(self.data, purse, self._endpoint_of)

    def configure(self, endpoint: Endpoint | None) -> None:
        """Take another endpoint from now on."""
        self.data.endpoint = endpoint

    # Jobs

    def jobs(self) -> list[TuningJob]:
        """Return all fine-tunes, the newest first."""
        kept = self._store.kept_value(_KEPT)
        return list(TuningJobs.model_validate_json(kept).all) if kept else []

    def job(self, job_id: str) -> TuningJob:
        """Return a fine-tune by its id, the endpoint's id, or the start of one.

        Raises:
            WorkspaceError: There is none, or several.
        """
        found = [job for job in self.jobs() if job.id.startswith(job_id) or job.remote_id.startswith(job_id)]
        if len(found) != 1 or not job_id:
            many = f"{len(found)} fine-tunes begin with {job_id}." if found else f"There is no fine-tune {job_id}."
            raise WorkspaceError(many, remedy="See main.py finetune status.")
        return found[0]

    async def start(
        self,
        kinds: Sequence[TrainingKind] = TRAINING_KINDS,
        base_model: str = "",
        suffix: str = "",
        progress: ProgressCallback = ignore_progress,
        is_masked: bool = False,
    ) -> TuningJob:
        """Hand the examples to the endpoint of the language model and ask for a job.

        Raises:
            TranscriptError: There are too few examples.
            BudgetError: It costs more than may still be spent this month.
            ProviderError: No endpoint is set, or it refuses or has no fine-tuning.
        """
        endpoint = self._set_endpoint()
        found = await self.data.gather(kinds, progress, is_masked)
        told = self.data.summary(found, base_model)
        self._check(found, told)
        job = TuningJob(
            id=new_id(),
            base_url=without_credentials(endpoint.base_url),
            base_model=told.model,
            examples=told.training,
            started_at=time.time(),
            usd=told.usd,
            trained_on=tuple(dict.fromkeys(example.source_id for example in found.training)),
            is_masked=is_masked,
        )
        progress(0.5, f"Handing {told.training} examples to {job.base_url}")
        uploads = [("training", found.training), ("validation", found.validation)]
        names = [await self._upload(endpoint, job, what, each) if each else "" for what, each in uploads]
        job = job.model_copy(update={"training_file": names[0], "validation_file": names[1]})
        # Kept before it is asked for: whatever happens meanwhile, it is found again by its file.
        self._keep(job)
        wish = TuningWish(job.base_model, names[0], names[1], suffix)
        try:
            status = await self._begin(endpoint, wish)
        except ProviderError as error:
            if not error.is_passing:
                self._forget(job)
            raise
        return self._took(job, status)

    def _check(self, found: TrainingSet, told: TrainingSummary) -> None:
        if not found.training:
            raise nothing_yet(found.notes)
        if told.training < FEWEST:
            raise TranscriptError(
                f"There are {told.training} of the {FEWEST} examples that a fine-tune takes at least.",
                remedy="Decide on more clips, or import more talks.",
            )
        month = self._purse.month()
        if month.budget_usd is not None and told.usd and month.spent_usd + told.usd > month.budget_usd:
            raise BudgetError(
                f"It can cost up to ${told.usd:.2f}, and ${month.spent_usd:.2f} of the ${month.budget_usd:.2f} for"
                " this month are spent.",
                remedy="Raise the budget in Settings › Providers, or choose a smaller model.",
            )

    async def _upload(
        self, endpoint: Endpoint, job: TuningJob, what: str, examples: Sequence[TrainingExample]
    ) -> str:
        content = lines(examples).encode()
        name = f"shortlist-{job.id}-{what}.jsonl"
        return await self._tried(lambda: self._tuner.upload(endpoint, name, content))

    async def _begin(self, endpoint: Endpoint, wish: TuningWish) -> TuningStatus:
        """Ask for a job, once: where the answer is lost, it is looked for before it is asked for again."""
        failures = 0
        while True:
            try:
                return await aside(lambda: self._tuner.start(endpoint, wish), "fine-tune")
            except ProviderError as error:
                failures += 1
                if not error.is_passing or failures == _ATTEMPTS:
                    raise
            await asyncio.sleep(delay(failures))
            begun = await self._tried(lambda: self._tuner.find(endpoint, wish.training_file))
            if begun is not None:
                return begun

    async def _tried(self, ask: Callable[[], Made]) -> Made:
        failures = 0
        while True:
            try:
                return await aside(ask, "fine-tune")
            except ProviderError as error:
                failures += 1
                if not error.is_passing or failures == _ATTEMPTS:
                    raise
            await asyncio.sleep(delay(failures))

    async def refresh(self, job_id: str) -> TuningJob:
        """Ask the endpoint how a job stands, and keep that.

        Raises:
            ProviderError: It can't be asked, or is not the one that has the job.
        """
        job = self.job(job_id)
        if job.has_ended:
            return job
        endpoint = self._endpoint_of(job)
        try:
            if not job.remote_id:
                return await self._find(endpoint, job)
            status = await aside(lambda: self._tuner.status(endpoint, job.remote_id), "fine-tune")
        except NoSuchJobError as error:
            return self._keep(
                job.model_copy(update={"state": "failed", "error": str(error), "ended_at": time.time()})
            )
        told = await aside(lambda: self._tuner.told(endpoint, job.remote_id), "fine-tune")
        return self._took(job, status, told)

    async def _find(self, endpoint: Endpoint, job: TuningJob) -> TuningJob:
        """Look for a job whose start was never answered."""
        status = await aside(lambda: self._tuner.find(endpoint, job.training_file), "fine-tune")
        if status is not None:
            return self._took(job, status)
        why = "The endpoint never began it. Start it again."
        return self._keep(job.model_copy(update={"state": "failed", "error": why, "ended_at": time.time()}))

    async def watch(self, job_id: str, progress: ProgressCallback = ignore_progress) -> TuningJob:
        """Follow a job to its end, looking less often the longer nothing changes.

        Raises:
            ProviderError: The endpoint could not be asked, ten times in a row or for good.
        """
        failures, wait, job = 0, _FIRST_LOOK, self.job(job_id)
        while not job.has_ended:
            try:
                seen = await self.refresh(job_id)
            except ProviderError as error:
                failures += 1
                if not error.is_passing or failures == _MOST_FAILURES:
                    raise
                progress(job.fraction, f"{error.reason} It is tried again.")
                await asyncio.sleep(delay(failures, _FIRST_LOOK, _SLOWEST_LOOK))
                continue
            failures = 0
            is_news = (seen.state, seen.told) != (job.state, job.told)
            wait = _FIRST_LOOK if is_news else min(_SLOWEST_LOOK, wait * 1.5)
            job = seen
            progress(job.fraction, job.in_words)
            if not job.has_ended:
                await asyncio.sleep(wait)
        return job

    async def cancel(self, job_id: str) -> TuningJob:
        """Stop a job; what it went through until then may be charged.

        Raises:
            ProviderError: The endpoint can't be asked, or refuses.
        """
        job = await self.refresh(job_id)
        if job.has_ended:
            return job
        endpoint = self._endpoint_of(job)
        return self._took(job, await self._tried(lambda: self._tuner.cancel(endpoint, job.remote_id)))

    # Comparing

    async def plan_comparison(self, job_id: str) -> ComparisonPlan:
        """Return what a comparison of a job's model with its base asks and costs; nothing is sent.

        Raises:
            ProviderError: There is no model yet, or its endpoint is not the one that is set.
            TranscriptError: There are too few decisions that it has not seen.
        """
        return await self._evaluation.plan(self.job(job_id))

    async def compare(self, job_id: str, progress: ProgressCallback = ignore_progress) -> TuningJob:
        """Ask both models about decisions that neither was trained with, and keep what comes out with the job.

        Raises:
            ProviderError: There is no model yet, or one can't be asked.
            BudgetError: The next answer could pass a budget.
            TranscriptError: There are too few decisions that it has not seen.
        """
        found = await self._evaluation.compare(self.job(job_id), progress)
        # Read anew: its model may have been taken into use meanwhile.
        return self._keep(self.job(job_id).model_copy(update={"comparison": found}))

    # Using

    def take(self, job_id: str, model_now: str) -> str:
        """Note that a job's model takes the place of the one that is set now, and return its name.

        Raises:
            ProviderError: There is no model.
        """
        job = self.job(job_id)
        if not job.made_model:
            why = job.in_words
            raise ProviderError(
                f"There is no model to use: {why[:1].lower()}{why[1:]}", remedy="Wait for its end."
            )
        if model_now != job.made_model:
            self._keep(job.model_copy(update={"replaced_model": model_now}))
        return job.made_model

    def give_back(self, job_id: str) -> str:
        """Return the model that a job's model took the place of, and note that it is back.

        Raises:
            ProviderError: It took nobody's place.
        """
        job = self.job(job_id)
        if not job.replaced_model:
            raise ProviderError("Its model is not in use.", remedy="Choose a model in Settings › Providers.")
        self._keep(job.model_copy(update={"replaced_model": ""}))
        return job.replaced_model

    # Records

    def _set_endpoint(self) -> Endpoint:
        if self.data.endpoint is None:
            raise ProviderError(_NO_MODEL, remedy=_SET_MODEL)
        return self.data.endpoint

    def _endpoint_of(self, job: TuningJob) -> Endpoint:
        endpoint = self._set_endpoint()
        if without_credentials(endpoint.base_url) != job.base_url:
            raise ProviderError(
                f"This fine-tune is at {job.base_url}, which is not the endpoint that is set.",
                remedy="Set that one in Settings › Providers to follow it.",
            )
        return endpoint

    def _took(self, job: TuningJob, status: TuningStatus, told: str = "") -> TuningJob:
        changed = job.model_copy(
            update={
                "remote_id": status.remote_id,
                "state": status.state,
                "made_model": status.made_model or job.made_model,
                "trained_tokens": status.trained_tokens or job.trained_tokens,
                "error": status.error,
                "told": told or job.told,
                "training_file": job.training_file or status.training_file,
            }
        )
        if changed.has_ended:
            changed = self._booked(changed.model_copy(update={"ended_at": time.time()}))
        return self._keep(changed)

    def _booked(self, job: TuningJob) -> TuningJob:
        """Write what it cost into the ledger, as soon as the endpoint says how much it went through."""
        if job.is_booked or not job.trained_tokens:
            return job
        price = price_of(job.base_model, bundled_prices())
        is_priced = price is not None and price.training is not None
        usd = price.training_usd(job.trained_tokens) if price is not None else None
        cost = Cost(
            provider=self._tuner.name,
            model=job.base_model,
            id=f"tuning-{job.id}",
            at=job.started_at,
            prompt_tokens=job.trained_tokens,
            seconds=round(job.ended_at - job.started_at, 1),
            usd=usd or 0,
            is_priced=is_priced,
        )
        self._purse.tab.settle(self._purse.payer("", "finetune"), cost)
        self._purse.collect()
        return job.model_copy(update={"is_booked": True, "usd": usd if is_priced else None})

    def _keep(self, job: TuningJob) -> TuningJob:
        others = self.jobs()
        place = next((place for place, each in enumerate(others) if each.id == job.id), None)
        if place is None:
            others.insert(0, job)
        else:
            others[place] = job
        self._store.keep_value(_KEPT, TuningJobs(all=tuple(others)).model_dump_json())
        return job

    def _forget(self, job: TuningJob) -> None:
        others = tuple(each for each in self.jobs() if each.id != job.id)
        self._store.keep_value(_KEPT, TuningJobs(all=others).model_dump_json())
