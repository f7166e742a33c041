"""Posts of clips, as the project deals with them: the user's words, and the machine's where there are none."""

from __future__ import annotations

import asyncio

from core.errors import ShortlistError
from core.insights.posts import write_post
from core.pipeline.records.store import Store
from core.schema.clip import Clip, Post
from core.schema.insights import TopicFound
from core.talk_insights import TalkInsights
from core.transcripts import Transcripts


class Posts:
    """Writes posts."""

    def __init__(self, store: Store, transcripts: Transcripts, insights: TalkInsights) -> None:
        self._store = store
        self._transcripts = transcripts
        self._insights = insights

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

    async def _topics(self, source_id: str, run_id: str) -> tuple[TopicFound, ...]:
        try:
            found = await self._insights.of(source_id, run_id)
        except ShortlistError:
            # Hashtags of the clip alone are better than no file.
            return ()
        return found.topics if found else ()
