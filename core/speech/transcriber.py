"""The contract of a transcriber: a job in, a transcript out; finished parts of it outlive a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from core.schema.parts import NoParts, Parts
from core.schema.record import ProgressCallback

if TYPE_CHECKING:
    from core.schema.transcript import Transcript
    from core.speech.job import SpeechJob

__all__ = ["NO_PARTS", "NoParts", "Parts", "ProgressCallback", "Transcriber"]

NO_PARTS = NoParts()


class Transcriber(Protocol):
    """One way to learn what was said.

    `transcribe` promises: words in order, finite, inside their segment, none overlapping another; segments in
    order; the name of the transcriber and its model filled in; whatever is less than asked for recorded as a
    degraded choice. It calls `progress` at least every few seconds of work, and keeps nothing of a cancelled job
    but its finished `parts`. Of the sound it reads a few minutes at once; `listening` has the loop that does so.
    """

    @property
    def name(self) -> str:
        """The stable name, as in settings and records."""
        ...

    def transcribe(self, job: SpeechJob, progress: ProgressCallback, parts: Parts = NO_PARTS) -> Transcript:
        """Return the transcript of a job.

        Raises:
            TranscriptError: Captions that can't be read, or sound that can't be transcribed this way.
            WeightsError: The model is missing or damaged.
            ProviderError: The endpoint refused, failed or answered nonsense.
            Cancelled: Raised by `progress`.
        """
        ...
