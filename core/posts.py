"""Posts of clips, as the project deals with them: the user's words, else the machine's, or a model's."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from decimal import Decimal

from core.errors import ProviderError, ShortlistError, TranscriptError
from core.insights.posts import write_post
from core.insights.posts_by_model import with_texts, write_posts
from core.llm.client import LanguageModel
from core.llm.off_loop import off_loop
from core.pipeline.purse import Purse
from core.pipeline.records.store import Store
from core.schema.clip import Clip, Post
from core.schema.endpoint import Endpoint
from core.schema.insights import TextsOutcome, TopicFound
from core.schema.record import ProgressCallback, ignore_progress
from core.talk_insights import TalkInsights
from core.transcripts import Transcripts

_NO_MODEL = "Texts are written by a language model, and none is set."
_SET_MODEL = "Set one in Settings › Providers (one on this computer will do); those made without one are there."


class Posts:
    """Writes posts. `endpoint` is the language model that the user has set, else None."""

    def __init__(
        self,
        store: Store,
        transcripts: Transcripts,
        insights: TalkInsights,
        purse: Purse,
        endpoint: Endpoint | None,
    ) -> None:
        self._store = store
        self._transcripts = transcripts
        self._insights = insights
        self._purse = purse
        self.endpoint = endpoint

    async def of(self, clip: Clip) -> Post:
        """Return what is written beside a clip where it is posted; as it is where nothing is transcribed."""
        if clip.post.description and clip.post.hashtags:
            return clip.post
        source_id = self._store.run(clip.run_id).source_id
        reading = await self._transcripts.read(source_id, clip.run_id)
        if reading is None or not reading.transcript.segments:
            return clip.post
        topics = await self._topics(source_id, clip.run_id)
        return await asyncio.to_thread(write_post, clip, reading.transcript, topics)

    async def write(
        self, run_id: str, clip_ids: Sequence[str], progress: ProgressCallback = ignore_progress
    ) -> TextsOutcome:
        """Have the language model write title, hook, description, hashtags and stressed words of clips: one step
        of undo. What can't be taken of its answers stays as it is.

        Args:
            run_id: Of the clips.
            clip_ids: Which.
            progress: Told 0 to 1, on the loop's thread.

        Raises:
            ProviderError: No language model is set, or it can't be used and nothing was written.
            TranscriptError: Nothing is transcribed yet.
        """
        if self.endpoint is None:
            raise ProviderError(_NO_MODEL, remedy=_SET_MODEL)
        source_id = self._store.run(run_id).source_id
        reading = await self._transcripts.read(source_id, run_id)
        if reading is None:
            raise TranscriptError("What is said is not written down yet.", self._store.source(source_id).name)
        transcript = reading.transcript
        clips = [self._store.clip(clip_id) for clip_id in clip_ids]
        model = LanguageModel(self.endpoint, tab=self._purse.tab, payer=self._purse.payer(run_id, "texts"))
        try:
            made = await off_loop(lambda check: write_posts(model, clips, transcript, check), progress)
        finally:
            self._purse.collect()
        # Read anew: the user may have trimmed or decided meanwhile.
        there = {clip.id: clip for clip in self._store.clips(run_id)}
        after = [with_texts(there[name], each, transcript) for name, each in made.replies.items() if name in there]
        if after:
            self._store.edit_clips(run_id, f"Write texts with {model.endpoint.model}", after)
        usd = sum((cost.usd for cost in model.costs), Decimal(0))
        is_priced = all(cost.is_priced for cost in model.costs)
        outcome = TextsOutcome(
            written=len(after),
            missing=len(clips) - len(after),
            problem=made.problem,
            usd=float(usd) if is_priced else None,
        )
        told = f"{model.endpoint.model} wrote the texts of {len(after)} clips{f' for ${usd:.4f}' if usd else ''}."
        self._store.write_log(run_id, f"{told} {made.problem}".strip(), "warning" if made.problem else "info")
        return outcome

    async def _topics(self, source_id: str, run_id: str) -> tuple[TopicFound, ...]:
        try:
            found = await self._insights.of(source_id, run_id)
        except ShortlistError:
            # Hashtags of the clip alone are better than no file.
            return ()
        return found.topics if found else ()
