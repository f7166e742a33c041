"""Running the chosen transcriber, and stepping down when it fails, on the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import ContractError, ProviderError, TranscriptError, UserWorldError, WeightsError
from core.schema.choice import Choice
from core.schema.transcript import Transcript
from core.speech.transcriber import NO_PARTS
from core.speech.transcribers import TRANSCRIBERS

if TYPE_CHECKING:
    from core.schema.parts import Parts
    from core.schema.record import ProgressCallback
    from core.speech.choose import TranscriberChoice
    from core.speech.job import SpeechJob
    from core.speech.transcriber import Transcriber


def transcribe(
    job: SpeechJob, choice: TranscriberChoice, progress: ProgressCallback, parts: Parts = NO_PARTS
) -> Transcript:
    """Return the transcript; its first choice says which transcriber made it and why.

    An endpoint that fails is stepped down from to what this machine has, whatever the choice lists. A source
    without sound, and without captions, has an empty transcript that says so. `parts` keeps what is finished
    for the next attempt at the same job.

    Raises:
        UserWorldError: The chosen transcriber failed, and so did every fallback; the first failure is told.
        Cancelled: Raised by `progress`.
    """
    filled = job.model_copy(
        update={
            "sidecar": job.sidecar or choice.sidecar,
            "model_folder": job.model_folder or choice.model_folder,
            "model": job.model or choice.model,
        }
    )
    if job.audio is None and choice.name != "sidecar":
        return Transcript(language=job.language, transcriber=choice.name, choices=(_NO_SOUND,))
    failures: list[UserWorldError] = []
    names = [choice.name, *(choice.fallbacks or (_AFTER_ENDPOINT if choice.name == "openai_audio" else ()))]
    for name in names:
        if failures and name == "faster_whisper" and filled.model_folder is None:
            continue
        own = filled if not failures else filled.model_copy(update={"model": ""})
        try:
            transcript = transcriber_named(name).transcribe(own, progress, parts)
        except (ProviderError, TranscriptError, WeightsError) as error:
            failures.append(error)
            continue
        return transcript.model_copy(update={"choices": (_reason(choice, name, failures), *transcript.choices)})
    raise failures[0]


_AFTER_ENDPOINT = ("faster_whisper", "pocketsphinx")
_NO_SOUND = Choice(
    subject="transcriber",
    chosen="empty transcript",
    reason="the source has no sound and no captions",
    degraded=True,
)


def transcriber_named(name: str) -> Transcriber:
    """Return a listed transcriber."""
    for transcriber in TRANSCRIBERS:
        if transcriber.name == name:
            return transcriber
    raise ContractError(f"no transcriber is called {name!r}")


def _reason(choice: TranscriberChoice, name: str, failures: list[UserWorldError]) -> Choice:
    if not failures:
        return Choice(subject="transcriber", chosen=name, reason=choice.reason, degraded=choice.degraded)
    return Choice(subject="transcriber", chosen=name, reason=f"{choice.name} failed: {failures[0]}", degraded=True)
