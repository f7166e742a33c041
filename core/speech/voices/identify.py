"""Who says what in a transcript, by the best that the source offers; what was done is a recorded choice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import WeightsError
from core.schema.choice import Choice
from core.schema.record import ProgressCallback, Record, ignore_progress
from core.schema.source import MediaFacts
from core.schema.time import TimeSpan
from core.speech.voices.clusters import DOUBTFUL

if TYPE_CHECKING:
    from core.schema.transcript import Transcript
    from core.speech.voices.microphones import Microphones

AUTO, OFF = "auto", "off"
# Less speech than this says nothing about how many people talk.
_LEAST_SECONDS = 3.0
_SUBJECT = "speakers"


class VoiceJob(Record):
    """What speakers are told apart by.

    `audio` is the analysis audio, None for a source without sound. `media` and `facts` are the source's own file,
    for its tracks and channels; without them only voices are heard. `model` is the voice encoder's file, None
    where it could not be had. `speakers` is "auto", "off", or how many there are ("1" to "8").
    """

    audio: Path | None
    model: Path | None = None
    media: Path | None = None
    facts: MediaFacts | None = None
    speakers: str = AUTO


def identify_speakers(
    transcript: Transcript, job: VoiceJob, progress: ProgressCallback = ignore_progress
) -> Transcript:
    """Return the transcript with a speaker for every segment, split where speakers change.

    Speakers that captions name win: such a transcript is returned as it is. So is one without sound, or where the
    user wants no speakers.

    Raises:
        TranscriptError: The analysis audio can't be read.
        MediaError: The source can't be read.
        Cancelled: Raised by `progress`.
    """
    if job.speakers == OFF or job.audio is None or not transcript.segments:
        return transcript
    if any(segment.speaker for segment in transcript.segments):
        return transcript
    wanted = int(job.speakers) if job.speakers != AUTO else 0
    if wanted == 1:
        return _alone(transcript)
    microphones = _microphones(transcript, job, progress)
    # Who says that there are more people than microphones is believed.
    if microphones is not None and wanted in (0, microphones.beliefs.voices):
        return _by_microphone(transcript, microphones)
    return _by_voice(transcript, job, job.audio, wanted, progress)


def _microphones(transcript: Transcript, job: VoiceJob, progress: ProgressCallback) -> Microphones | None:
    from core.speech.voices.microphones import hear_microphones

    if job.media is None or job.facts is None:
        return None
    spans = [TimeSpan(start=word.start, end=word.end) for word, _ in transcript.words()]
    return hear_microphones(job.media, job.facts, spans, progress)


def _by_microphone(transcript: Transcript, microphones: Microphones) -> Transcript:
    from core.speech.voices.turns import assign_speakers

    segments = assign_speakers(transcript.segments, microphones.beliefs)
    count = len({segment.speaker for segment in segments})
    reason = f"each has a microphone of their own ({microphones.kind})"
    choice = Choice(subject=_SUBJECT, chosen=f"{count} speaker{'s' if count > 1 else ''}", reason=reason)
    return _noted(transcript.model_copy(update={"segments": segments}), choice)


def _by_voice(
    transcript: Transcript, job: VoiceJob, audio: Path, wanted: int, progress: ProgressCallback
) -> Transcript:
    if job.model is None:
        reason = "the voice model is not there, so voices can't be told apart. Fetch it: main.py doctor --fetch"
        return _noted(transcript, Choice(subject=_SUBJECT, chosen="not told apart", reason=reason, degraded=True))
    from core.speech.voices.beliefs import beliefs_of
    from core.speech.voices.clusters import find_voices
    from core.speech.voices.encoder import load_encoder
    from core.speech.voices.listen import listen
    from core.speech.voices.turns import assign_speakers

    try:
        encoder = load_encoder(job.model)
    except WeightsError as error:
        # What was written down over hours is worth more than who said it.
        return _noted(
            transcript, Choice(subject=_SUBJECT, chosen="not told apart", reason=str(error), degraded=True)
        )
    heard = listen(audio, encoder, progress)
    if heard.seconds < _LEAST_SECONDS:
        reason = f"only {heard.seconds:.0f} s of speech were heard, too little to tell voices apart"
        return _noted(transcript, Choice(subject=_SUBJECT, chosen="not told apart", reason=reason, degraded=True))
    voices = find_voices(heard.points, wanted)
    segments = assign_speakers(transcript.segments, beliefs_of(heard, voices))
    named = transcript.model_copy(update={"segments": segments})
    return _noted(named, _choice(len({segment.speaker for segment in segments}), voices.alikeness, wanted))


def _choice(count: int, alikeness: float, wanted: int) -> Choice:
    """Say how many were told apart and how sure that is."""
    chosen = f"{count} speaker{'s' if count > 1 else ''}"
    if wanted and count < wanted:
        reason = f"you said {wanted}, but no more voices can be told apart"
        return Choice(subject=_SUBJECT, chosen=chosen, reason=reason, degraded=True)
    reason = f"you said {wanted}; told apart by voice" if wanted else "told apart by voice"
    if count == 1:
        return Choice(subject=_SUBJECT, chosen=chosen, reason="all speech sounds like one voice")
    if alikeness >= DOUBTFUL:
        reason = f"{reason}; two of them sound much alike: please check who says what"
        return Choice(subject=_SUBJECT, chosen=chosen, reason=reason, degraded=True)
    return Choice(subject=_SUBJECT, chosen=chosen, reason=f"{reason}; the voices differ clearly")


def _alone(transcript: Transcript) -> Transcript:
    choice = Choice(subject=_SUBJECT, chosen="1 speaker", reason="you said so")
    segments = tuple(
        segment.model_copy(update={"speaker": "Speaker 1", "speaker_confidence": 1.0})
        for segment in transcript.segments
    )
    return _noted(transcript.model_copy(update={"segments": segments}), choice)


def _noted(transcript: Transcript, choice: Choice) -> Transcript:
    return transcript.model_copy(update={"choices": (*transcript.choices, choice)})
