"""Stage 3: the boundaries that a clip may start and end on."""

from __future__ import annotations

from core.pipeline.stage import Stage, StageContext
from core.schema.segment import Segments
from core.schema.shot import Shot
from core.schema.source import PreparedSource, Source
from core.schema.time import TimeSpan
from core.schema.transcript import Transcript


def detect_segments(
    context: StageContext, source: Source, prepared: PreparedSource, transcript: Transcript
) -> Segments:
    """Find sentences and topics in the words, silences in the sound, shots in the picture."""
    from core.highlights.sentences import split_sentences
    from core.highlights.topics import find_topics

    sentences = split_sentences(transcript)
    return Segments(
        sentences=sentences,
        silences=_silences(context, prepared),
        shots=_shots(context, source, prepared),
        topics=find_topics(sentences),
    )


def _silences(context: StageContext, prepared: PreparedSource) -> tuple[TimeSpan, ...]:
    from core.speech.voice_activity import find_silences_of

    if prepared.analysis_audio is None:
        return ()
    return find_silences_of(prepared.analysis_audio, context.progress)


def _shots(context: StageContext, source: Source, prepared: PreparedSource) -> tuple[Shot, ...]:
    from core.vision.shots import detect_shots

    if prepared.facts.video is None:
        return (Shot(start=0.0, end=prepared.facts.duration),)
    return detect_shots(prepared.media or source.path, prepared.facts, context.progress)


STAGE = Stage("detect_segments", "ingest", "source", "vision", 3, detect_segments)
