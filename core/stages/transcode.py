"""Stage 1: find out what a file holds and prepare what every later stage reads."""

from __future__ import annotations

from core.pipeline.stage import Stage, StageContext
from core.schema.source import PreparedSource, Source, TrackWishes


def transcode(context: StageContext, source: Source, wishes: TrackWishes) -> PreparedSource:
    """Probe the source; write analysis audio, waveform and filmstrip; normalise only what must be."""
    from core.media.ingest import prepare_source
    from core.media.probe import probe
    from core.media.tracks import choose_tracks

    facts = choose_tracks(probe(source.path), wishes)
    prepared = prepare_source(source.path, facts, context.folder, context.progress)
    for choice in prepared.choices:
        context.note(choice)
    return prepared


STAGE = Stage("transcode", "ingest", "source", "io", 2, transcode)
