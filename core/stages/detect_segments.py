"""Stage 3: the boundaries that a clip may start and end on."""

from __future__ import annotations

from core.errors import MediaError, WeightsError
from core.pipeline.stage import Parameters, Stage, StageContext
from core.schema.choice import Choice
from core.schema.record import ProgressCallback
from core.schema.run import RunOptions, RunSetup
from core.schema.segment import Glimpse, Segments, Sentence, SentenceSound, SoundEvent
from core.schema.shot import Shot
from core.schema.source import PreparedSource, Source
from core.schema.time import TimeSpan
from core.schema.transcript import Transcript


class SegmentsParameters(Parameters):
    """Which face model is used; empty where none could be had."""

    face_model: str


def parameters(options: RunOptions, setup: RunSetup) -> SegmentsParameters:
    """Take what was resolved for the run."""
    return SegmentsParameters(face_model=setup.face_model)


def detect_segments(
    context: StageContext,
    source: Source,
    prepared: PreparedSource,
    transcript: Transcript,
    parameters: SegmentsParameters,
) -> Segments:
    """Find sentences and topics in the words, silences and reactions in the sound, shots in the picture."""
    from core.highlights.sentences import split_sentences
    from core.highlights.topics import find_topics

    sentences = split_sentences(transcript)
    silences, sounds, spoken = _heard(context, prepared, transcript, sentences)
    return Segments(
        sentences=sentences,
        silences=silences,
        shots=_shots(context, source, prepared),
        topics=find_topics(sentences),
        sounds=sounds,
        sentence_sounds=spoken,
        glimpses=_glimpses(context, source, prepared, parameters),
    )


def _heard(
    context: StageContext, prepared: PreparedSource, transcript: Transcript, sentences: tuple[Sentence, ...]
) -> tuple[tuple[TimeSpan, ...], tuple[SoundEvent, ...], tuple[SentenceSound, ...]]:
    from core.highlights.delivery import hear_sentences
    from core.speech.reactions import find_reactions
    from core.speech.voice_activity import STRETCH_SECONDS, hear_activity

    audio = prepared.analysis_audio
    if audio is None:
        return (), (), ()
    activity = hear_activity(audio, _part(context, 0.0, 0.2))
    said = [word for word, _ in transcript.words()] if transcript.has_exact_word_times else []
    words = [TimeSpan(start=word.start, end=word.end) for word in said]
    sounds = find_reactions(audio, activity.chances, STRETCH_SECONDS, words, _part(context, 0.2, 0.26))
    return activity.silences, sounds, hear_sentences(audio, sentences, _part(context, 0.26, 0.3))


def _shots(context: StageContext, source: Source, prepared: PreparedSource) -> tuple[Shot, ...]:
    from core.vision.shots import detect_shots

    if prepared.facts.video is None:
        return (Shot(start=0.0, end=prepared.facts.duration),)
    return detect_shots(prepared.media or source.path, prepared.facts, _part(context, 0.3, 0.85))


def _glimpses(
    context: StageContext, source: Source, prepared: PreparedSource, parameters: SegmentsParameters
) -> tuple[Glimpse, ...]:
    from core.vision.presence import see_faces
    from core.weights import find

    video = prepared.facts.video
    if video is None or video.is_still:
        return ()
    model = find(parameters.face_model, context.weights_folder) if parameters.face_model else None
    try:
        if model is None:
            raise WeightsError("there is no face model here")
        return see_faces(prepared.media or source.path, prepared.facts, model, _part(context, 0.85, 1.0))
    except (WeightsError, MediaError) as error:
        reason = f"What is seen is judged by cuts alone: {error.reason}."
        context.note(Choice(subject="faces", chosen="not looked for", reason=reason, degraded=True))
        return ()


def _part(context: StageContext, low: float, high: float) -> ProgressCallback:
    """Return progress of one part of the stage, as that of the whole."""

    def tell(fraction: float, message: str) -> None:
        context.progress(low + (high - low) * fraction, message)

    return tell


STAGE = Stage("detect_segments", "ingest", "source", "vision", 4, detect_segments, parameters)
