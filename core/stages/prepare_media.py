"""Stage 6: exact, frame-snapped ranges of one clip."""

from __future__ import annotations

from core.pipeline.stage import Stage, StageContext
from core.schema.media import ClipMedia
from core.schema.source import PreparedSource, Source
from core.schema.time import Cut


def prepare_media(context: StageContext, source: Source, prepared: PreparedSource, cut: Cut) -> ClipMedia:
    """Index the clip's seconds, so that later stages touch only them."""
    from core.media.clip_index import index_clip

    return index_clip(prepared.media or source.path, prepared.facts, cut)


STAGE = Stage("prepare_media", "prepare", "clip", "io", 2, prepare_media)
