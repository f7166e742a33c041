"""Stage 2: words with times, from the transcriber that was chosen when the run started."""

from __future__ import annotations

from core.pipeline.stage import Parameters, Stage, StageContext
from core.schema.run import RunOptions, RunSetup
from core.schema.source import PreparedSource, Source
from core.schema.transcript import Transcript
from core.speech.choose import TranscriberChoice
from core.speech.job import SpeechJob


class TranscribeParameters(Parameters):
    """Which transcriber, and how. `sidecar` is relative to the workspace and names its own content."""

    transcriber: str
    model: str
    sidecar: str
    fallbacks: tuple[str, ...]
    language: str
    vocabulary: str
    endpoint: str
    reason: str
    is_degraded: bool
    speakers: str = "auto"
    voice_model: str = ""
    device: str = ""

    def identity(self) -> str:
        """Return what changes the words: not why this transcriber was chosen, nor where it works."""
        return self.model_dump_json(exclude={"reason", "is_degraded", "device"})


def parameters(options: RunOptions, setup: RunSetup) -> TranscribeParameters:
    """Take what was resolved for the run."""
    return TranscribeParameters(
        transcriber=setup.transcriber,
        model=setup.whisper_model,
        sidecar=setup.sidecar,
        fallbacks=setup.fallbacks,
        language=options.language,
        vocabulary=options.vocabulary,
        endpoint=setup.speech_endpoint,
        reason=setup.transcriber_reason,
        is_degraded=setup.is_degraded,
        speakers=options.speakers,
        voice_model=setup.voice_model,
        device=setup.speech_device,
    )


def transcribe(
    context: StageContext, source: Source, prepared: PreparedSource, parameters: TranscribeParameters
) -> Transcript:
    """Write down what is said; silent sources have an empty transcript that says so."""
    from core.speech.transcribe import transcribe as run_transcriber
    from core.weights import find

    sidecar = context.workspace / parameters.sidecar if parameters.sidecar else None
    job = SpeechJob(
        audio=prepared.analysis_audio,
        duration=prepared.facts.duration,
        language=parameters.language,
        vocabulary=parameters.vocabulary,
        sidecar=sidecar,
        model_folder=find(parameters.model, context.weights_folder) if parameters.model else None,
        model=parameters.model,
        endpoint=context.endpoints.get("speech") if parameters.endpoint else None,
        device=parameters.device,
    )
    choice = TranscriberChoice(
        name=parameters.transcriber,
        sidecar=sidecar,
        reason=parameters.reason,
        degraded=parameters.is_degraded,
        fallbacks=parameters.fallbacks,
    )
    heard = run_transcriber(job, choice, context.progress, context.parts)
    transcript = _with_speakers(context, source, prepared, parameters, heard)
    for noted in transcript.choices:
        context.note(noted)
    return transcript


def _with_speakers(
    context: StageContext,
    source: Source,
    prepared: PreparedSource,
    parameters: TranscribeParameters,
    transcript: Transcript,
) -> Transcript:
    from core.speech.voices.identify import VoiceJob, identify_speakers
    from core.weights import find

    model = find(parameters.voice_model, context.weights_folder) if parameters.voice_model else None
    job = VoiceJob(
        audio=prepared.analysis_audio,
        model=model,
        media=prepared.media or source.path,
        facts=prepared.facts,
        speakers=parameters.speakers,
    )
    return identify_speakers(transcript, job, context.progress)


STAGE = Stage("transcribe", "ingest", "source", "speech", 5, transcribe, parameters)
