"""Stage 1: find out what a file holds and prepare what every later stage reads."""

from __future__ import annotations

from core.pipeline.stage import Stage, StageContext
from core.schema.source import PreparedSource, Source


def transcode(context: StageContext, source: Source) -> PreparedSource:
    """Probe the source; write analysis audio, waveform and filmstrip; normalise only what must be."""
    from core.media.ingest import prepare_source
    from core.media.probe import probe

    facts = probe(source.path)
    prepared = prepare_source(source.path, facts, context.folder, context.progress)
    for choice in prepared.choices:
        context.note(choice)
    return prepared


STAGE = Stage("transcode", "ingest", "source", "io", 1, transcode)
